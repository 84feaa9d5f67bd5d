"""The one style sheet of the application, as a template over the token table.

``{start}`` and ``{end}`` are the sides of the reading direction; other braces with one word are tokens.
Heights are not given here but by the widgets (setFixedHeight): a min-height in a style sheet leaves out
border and padding and wins over setFixedHeight, so that fields grew by two pixels when focused.
"""

import re
from typing import Final

from massar_desktop.widgets import tokens
from massar_desktop.widgets.tokens import Colours, Direction

_PLACEHOLDER: Final = re.compile(r"\{([a-z_0-9]+)\}")

_TEMPLATE: Final = """
QWidget { color: {text}; selection-background-color: {accent}; selection-color: {on_accent}; }
QMainWindow, QDialog, QWidget[kind="canvas"] { background: {canvas}; }
QLabel { background: transparent; }
{roles}
QLabel[tone="text2"] { color: {text2}; }
QLabel[tone="text3"] { color: {text3}; }
{tones}
QLabel[weight="500"] { font-weight: 500; }
QLabel[weight="600"] { font-weight: 600; }

QFrame[kind="card"] { background: {surface}; border: 1px solid {line}; border-radius: {radius_card}px; }
QFrame[kind="card-accent"], QFrame[kind="card-plum"] {
  background: {surface}; border: 1px solid {line}; border-radius: {radius_card}px; }
QFrame[kind="card-accent"] { border-top: 3px solid {accent}; }
QFrame[kind="card-plum"] { border-top: 3px solid {plum}; }
QFrame[kind="note"] { background: {sunken}; border: none; border-radius: {radius_field}px; }
QFrame[kind="pane"] { background: {surface}; border: none; border-{start}: 1px solid {line}; }
QFrame[kind="list-pane"] { background: {surface}; border: none; border-{end}: 1px solid {line}; }
QFrame[kind="line"] { background: {line}; border: none; }

QPushButton { border-radius: {radius_field}px; padding: 0 12px; outline: none;
  background: {surface}; border: 1px solid {line_strong}; color: {text}; font-weight: 500; }
QPushButton:hover { background: {sunken}; }
QPushButton:focus { border: 2px solid {accent}; }
QPushButton:disabled { background: {sunken}; color: {text3}; border: 1px solid {line}; }
QPushButton[kind="primary"] { background: {accent}; color: {on_accent}; border: none; }
QPushButton[kind="primary"]:hover { background: {accent_hover}; }
QPushButton[kind="primary"]:disabled { background: {sunken}; color: {text3}; border: none; }
QPushButton[kind="quiet"] { background: transparent; color: {accent}; border: 2px solid transparent; }
QPushButton[kind="quiet"]:hover { background: {sunken}; }
QPushButton[kind="quiet"]:focus { border: 2px solid {accent}; }
QPushButton[kind="quiet"]:disabled { color: {text3}; background: transparent; }
QPushButton[kind="danger"] { color: {danger}; border: 1px solid {danger}; }
QPushButton[kind="danger"]:focus { border: 2px solid {danger}; }
QPushButton[kind="danger"]:disabled { color: {text3}; border: 1px solid {line}; }

QLineEdit, QComboBox, QPlainTextEdit { background: {surface}; color: {text};
  border: 1px solid {line_strong}; border-radius: {radius_field}px; padding: 0 11px;
  placeholder-text-color: {text3}; }
QPlainTextEdit { padding: 5px 7px; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus { border: 2px solid {accent}; padding: 0 10px; }
QPlainTextEdit:focus { padding: 4px 6px; }
QLineEdit:disabled, QLineEdit:read-only, QComboBox:disabled, QPlainTextEdit:disabled {
  background: {sunken}; color: {text2}; border: 1px solid {line}; padding: 0 11px; }
QLineEdit[problem="true"], QComboBox[problem="true"], QPlainTextEdit[problem="true"] {
  border: 2px solid {danger}; padding: 0 10px; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: none; background: transparent; padding: 0; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: none; }
QAbstractItemView { background: {surface}; border: 1px solid {line_strong}; outline: none;
  selection-background-color: {select}; selection-color: {text}; }
QComboBox QAbstractItemView::item, QListView::item { padding: 5px 10px; }
QListView { border: none; }
QListView[kind="offers"], QComboBox QListView { border: 1px solid {line_strong}; }

QTableView { background: {surface}; border: none; gridline-color: transparent; }
QHeaderView { background: {surface}; border: none; }
QHeaderView::section { background: {surface}; color: {text2}; border: none;
  border-bottom: 1px solid {line}; padding: 0 12px; font-size: 12px; font-weight: 500; }
QTableCornerButton::section { background: {surface}; border: none; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[kind="canvas"] { background: {canvas}; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: {line_strong}; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: transparent; border: none; width: 0; height: 0; }

QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox:focus, QRadioButton:focus { color: {accent}; }
QTabWidget::pane { border: none; border-top: 1px solid {line}; }
QTabBar::tab { background: transparent; color: {text2}; border: none; border-bottom: 3px solid transparent;
  padding: 7px 14px; }
QTabBar::tab:selected { color: {accent}; border-bottom: 3px solid {accent}; font-weight: 600; }
QTabBar::tab:hover { color: {text}; }
QTabBar::tab:focus { background: {sunken}; }
QMenu { background: {surface}; border: 1px solid {line_strong}; padding: 4px; }
QMenu::item { padding: 6px 20px; border-radius: {radius_key}px; }
QMenu::item:selected { background: {select}; }
QMenu::item:disabled { color: {text3}; }
QToolTip { background: {text}; color: {surface}; border: none; padding: 4px 8px; font-size: 12px; }
QSplitter::handle { background: {line}; }

#topBar { background: {bar}; border-bottom: 1px solid {line}; }
#rail { background: {rail}; border-{end}: 1px solid {line}; }
#strip { background: {bar}; border-top: 1px solid {line}; }
#tour { background: {select}; border-top: 1px solid {line}; }
#signInCard { background: {surface}; border: 1px solid {line}; border-radius: {radius_card}px; }
"""


def style_sheet(colours: Colours, direction: Direction) -> str:
    """Return the style sheet for a set of colours and a direction; KeyError for an unknown token."""
    table = colours.table() | {
        "start": "right" if direction == "rtl" else "left",
        "end": "left" if direction == "rtl" else "right",
        "radius_card": str(tokens.RADIUS_CARD),
        "radius_field": str(tokens.RADIUS_FIELD),
        "radius_key": str(tokens.RADIUS_KEY),
        "roles": _roles(),
        "tones": _tones(colours),
    }
    return _PLACEHOLDER.sub(lambda found: table[found[1]], _TEMPLATE)


def _roles() -> str:
    return "\n".join(
        f'QLabel[role="{role}"] {{ font-size: {kind.size}px; font-weight: {kind.weight}; }}'
        for role, kind in tokens.TYPE.items()
    )


def _tones(colours: Colours) -> str:
    names: tuple[tokens.Tone, ...] = ("accent", "info", "ok", "warn", "danger", "plum")
    return "\n".join(f'QLabel[tone="{name}"] {{ color: {colours.tone(name)}; }}' for name in names)
