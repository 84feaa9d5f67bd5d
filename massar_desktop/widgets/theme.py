"""The appearance in force: bundled fonts, Fusion style, palette and style sheet from the token table.

Painted widgets read :func:`colours` when they paint; a change of theme, direction or language is one call.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from massar_desktop.system.locale import Language, direction_of, install_language
from massar_desktop.system.resources import resource
from massar_desktop.widgets import tokens
from massar_desktop.widgets.style_sheet import style_sheet
from massar_desktop.widgets.tokens import Colours, Direction, Role

UI_FONTS = (
    "IBMPlexSansArabic-Regular.ttf",
    "IBMPlexSansArabic-Medium.ttf",
    "IBMPlexSansArabic-SemiBold.ttf",
    "IBMPlexSansArabic-Bold.ttf",
)


@dataclass(frozen=True, slots=True)
class Appearance:
    """What a theme is made of."""

    dark: bool = False
    practice: bool = False
    direction: Direction = "rtl"


class _InForce:
    """The appearance last applied; one per process, as Qt has one application."""

    appearance = Appearance()
    colours: Colours = tokens.LIGHT
    sheet = ""


def colours() -> Colours:
    """Return the colours in force, for widgets that paint themselves."""
    return _InForce.colours


def appearance() -> Appearance:
    """Return the appearance in force."""
    return _InForce.appearance


def apply_theme(app: QApplication, *, dark: bool, direction: Direction, practice: bool = False) -> None:
    """Put an appearance in force for every window that is dressed, and for those to come.

    Raises FileNotFoundError if a bundled font is missing.
    """
    _InForce.appearance = Appearance(dark=dark, practice=practice, direction=direction)
    _InForce.colours = tokens.colours(dark=dark, practice=practice)
    load_fonts()
    before, _InForce.sheet = _InForce.sheet, style_sheet(_InForce.colours, direction)
    if not before:
        app.setStyle("Fusion")
    app.setPalette(_palette(_InForce.colours))
    app.setFont(font("body"))
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if direction == "rtl" else Qt.LayoutDirection.LeftToRight)
    for window in app.topLevelWidgets():
        if window.styleSheet():
            window.setStyleSheet(_InForce.sheet)


def dress(window: QWidget) -> None:
    """Give a window of its own the style sheet in force; all that is in it, now and later, follows.

    Windows are dressed and not the application: with a sheet on the application Qt matches it again for everything
    under a widget each time that widget is given a parent, and a room of five hundred took five times as long to build.
    """
    app = QApplication.instance()
    whole = isinstance(app, QApplication) and app.styleSheet() == _InForce.sheet
    if not whole and window.styleSheet() != _InForce.sheet:
        window.setStyleSheet(_InForce.sheet)


def sheet() -> str:
    """Return the style sheet in force, "" before the first appearance."""
    return _InForce.sheet


def change_language(app: QApplication, language: Language) -> None:
    """Switch words, locale and direction without restart, keeping dark and practice as they are."""
    rtl = direction_of(language) == Qt.LayoutDirection.RightToLeft
    wanted = replace(_InForce.appearance, direction="rtl" if rtl else "ltr")
    if wanted != _InForce.appearance or not _InForce.sheet:
        apply_theme(app, dark=wanted.dark, direction=wanted.direction, practice=wanted.practice)
    install_language(app, language)


def load_font(file_name: str) -> str:
    """Load one bundled font and return its family; FileNotFoundError if Qt cannot read it."""
    number = QFontDatabase.addApplicationFont(str(resource("fonts", file_name)))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    if not families:
        raise FileNotFoundError(file_name)
    return families[0]


@lru_cache(maxsize=1)
def load_fonts() -> tuple[str, ...]:
    """Load the interface fonts once and return their families (letters load Amiri when they print)."""
    return tuple(load_font(name) for name in UI_FONTS)


def font(role: Role, weight: int | None = None) -> QFont:
    """Return the font of a type role, with another weight if given."""
    kind = tokens.TYPE[role]
    made = QFont(tokens.UI_FAMILY)
    made.setPixelSize(kind.size)
    made.setWeight(QFont.Weight(weight or kind.weight))
    return made


def restyle(widget: QWidget, name: str, value: str | bool) -> None:
    """Set a dynamic property and let the style sheet look again; does nothing when it is unchanged."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def _palette(table: Colours) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: table.canvas,
        QPalette.ColorRole.WindowText: table.text,
        QPalette.ColorRole.Base: table.surface,
        QPalette.ColorRole.AlternateBase: table.sunken,
        QPalette.ColorRole.Text: table.text,
        QPalette.ColorRole.Button: table.surface,
        QPalette.ColorRole.ButtonText: table.text,
        QPalette.ColorRole.PlaceholderText: table.text3,
        QPalette.ColorRole.Highlight: table.accent,
        QPalette.ColorRole.HighlightedText: table.on_accent,
        QPalette.ColorRole.Link: table.accent,
        QPalette.ColorRole.ToolTipBase: table.text,
        QPalette.ColorRole.ToolTipText: table.surface,
        QPalette.ColorRole.Mid: table.line_strong,
        QPalette.ColorRole.Light: table.surface,
        QPalette.ColorRole.Dark: table.line_strong,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for off in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, off, QColor(table.text3))
    return palette
