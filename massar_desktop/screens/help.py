"""Help: one short page for each screen and each act, in plain words, read from resources/help/{ar,fr}/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser

from massar_desktop.system.locale import current_language
from massar_desktop.system.resources import resource
from massar_desktop.widgets import theme
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card, Page
from massar_desktop.widgets.table import CellRole, Table
from massar_desktop.widgets.tokens import TYPE, Role
from sync.domain import catalog

SCREEN_PAGES: Final = (
    *("home", "counter", "decide", "people", "person", "paper", "checks", "register", "census"),
    *("exchange", "stick", "arrivals", "conflicts", "import_list", "visit", "settings", "sign_in", "first_run"),
)
"""The pages of screens in the order of the list; each is a Markdown file in both languages."""
_FAMILIES: Final[Mapping[str, str]] = {
    family: str(words)
    for family, words in (
        ("LV", QT_TRANSLATE_NOOP("HelpScreen", "Acts: leave")),
        ("SK", QT_TRANSLATE_NOOP("HelpScreen", "Acts: illness")),
        ("AB", QT_TRANSLATE_NOOP("HelpScreen", "Acts: absence")),
        ("MV", QT_TRANSLATE_NOOP("HelpScreen", "Acts: postings")),
        ("PO", QT_TRANSLATE_NOOP("HelpScreen", "Acts: positions")),
        ("CA", QT_TRANSLATE_NOOP("HelpScreen", "Acts: career, family, pay")),
        ("EX", QT_TRANSLATE_NOOP("HelpScreen", "Acts: exits")),
        ("CE", QT_TRANSLATE_NOOP("HelpScreen", "Acts: census")),
        ("SI", QT_TRANSLATE_NOOP("HelpScreen", "Acts: first situation")),
    )
}
"""The families of acts in the order of the list, by the letters that begin their codes."""


def _family(kind: str) -> str:
    return catalog.ACT_BY_KIND[kind].CODE[:2]


ACT_PAGES: Final = tuple(sorted(catalog.ACT_BY_KIND, key=lambda kind: list(_FAMILIES).index(_family(kind))))
"""The pages of acts, one for each kind, family by family: the files of the folder "acts"."""
PAGES: Final = SCREEN_PAGES + ACT_PAGES
_LIST_WIDTH: Final = 340
_LINE_HEIGHT: Final = 36
"""Pixels: lower than a row of records, for some fifty titles of one line."""
_READING_WIDTH: Final = 820
_NO_INDEX: Final = QModelIndex()
_HEADINGS: Final[dict[int, tuple[Role, int]]] = {1: ("h1", 4), 2: ("h2", 14), 3: ("h3", 10)}
"""Role and space above, in pixels, of each level of heading."""


def page_text(key: str) -> str:
    """Return the Markdown of a page in the language in force; FileNotFoundError for one never written."""
    folder = ("acts",) if key in catalog.ACT_BY_KIND else ()
    return resource("help", current_language(), *folder, f"{key}.md").read_text(encoding="utf-8")


def page_title(key: str) -> str:
    """Return the title of a page: its first line."""
    return page_text(key).splitlines()[0].lstrip("# ")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the list: a page under its title, or the heading of those below, which has no key."""

    title: str
    key: str = ""


class _Titles(QAbstractListModel):
    """The titles of the pages in the language in force, under their headings."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[_Line] = []

    def show_lines(self, lines: list[_Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def key_at(self, row: int) -> str:
        """Return the page of a row, "" for a heading or outside the list."""
        return self._lines[row].key if 0 <= row < len(self._lines) else ""

    def row_of(self, key: str) -> int:
        """Return the row of a page."""
        return [line.key for line in self._lines].index(key)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """A heading is passed over by keys and mouse."""
        return super().flags(index) if self.key_at(index.row()) else Qt.ItemFlag.NoItemFlags

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a title; a heading is bold and paler."""
        line = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.title
        if role == CellRole.STRONG:
            return not line.key
        return "text2" if role == CellRole.INK and not line.key else None


def _without_code(kind: str) -> str:
    return page_title(kind).removesuffix(f" ({catalog.ACT_BY_KIND[kind].CODE})")


class HelpScreen(Page):
    """The pages by title and the one being read. Signals: ``closed()`` on Escape or by its button."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._key = PAGES[0]
        self._titles = _Titles()
        self.list, self.browser = Table(row_height=_LINE_HEIGHT), QTextBrowser()
        self.back = Button("", "plain", icon="arrow-left", key="Esc")
        self.back.clicked.connect(self.closed)
        self._build()
        self.list.row_chosen.connect(self._choose)
        self.browser.anchorClicked.connect(self._follow)
        self.setFocusProxy(self.browser)
        self.retranslate()

    def show_for(self, key: str) -> None:
        """Show the page of a screen or of a kind of act; without one, the first page."""
        self._key = key if key in PAGES else PAGES[0]
        self.list.choose_row(self._titles.row_of(self._key))
        self._render()

    def shown_key(self) -> str:
        """Return the key of the page being read."""
        return self._key

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the help."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the language and the colours in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "browser"):
            self._render()

    def retranslate(self) -> None:
        """Write the titles and the page in the language in force."""
        self.title.setText(self.tr("Help"))
        self.setWindowTitle(self.tr("Help"))
        self.back.setText(self.tr("Back"))
        self.list.setAccessibleName(self.tr("Pages of help"))
        lines = [_Line(self.tr("Screens")), *(_Line(page_title(key), key) for key in SCREEN_PAGES)]
        for family, kinds in groupby(ACT_PAGES, _family):
            lines += [_Line(self.tr(_FAMILIES[family])), *(_Line(_without_code(kind), kind) for kind in kinds)]
        self._titles.show_lines(lines)
        self.show_for(self._key)

    def _build(self) -> None:
        self.add_action(self.back)
        self.list.setModel(self._titles)
        self.list.horizontalHeader().hide()
        self.list.set_widths([0], stretched=0)
        titles, reading = Card(ground="list"), Card()
        titles.setFixedWidth(_LIST_WIDTH)
        titles.body.addWidget(self.list)
        self.browser.setOpenLinks(False)
        self.browser.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.browser.viewport().setAutoFillBackground(False)
        self.browser.setMaximumWidth(_READING_WIDTH)
        reading.body.addWidget(self.browser)
        row = QHBoxLayout()
        row.addWidget(titles)
        row.addWidget(reading, 1)
        self.body.addLayout(row, 1)

    def _choose(self, row: int) -> None:
        key = self._titles.key_at(row)
        if key and key != self._key:
            self._key = key
            self._render()

    def _follow(self, link: QUrl) -> None:
        self.show_for(link.fileName().removesuffix(".md"))

    def _render(self) -> None:
        document = QTextDocument(self.browser)
        document.setDefaultFont(theme.font("body"))
        document.setMarkdown(page_text(self._key))
        _dress(document, rtl=theme.appearance().direction == "rtl")
        self.browser.setDocument(document)
        self.browser.setAccessibleName(page_title(self._key))


def _dress(document: QTextDocument, *, rtl: bool) -> None:
    """Give each block of a page the type, spaces and direction of the look."""
    side = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    block = document.begin()
    while block.isValid():
        form = QTextBlockFormat()
        form.setLayoutDirection(side)
        form.setLineHeight(112, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        role, above = _HEADINGS.get(block.blockFormat().headingLevel(), ("body", 2))
        form.setTopMargin(above)
        form.setBottomMargin(4)
        QTextCursor(block).mergeBlockFormat(form)
        if block.textList() is not None:
            QTextCursor(block).insertText("\u00a0")  # Qt draws its bullet against the first letter
        for start, length, face in _faces(block, role):
            cursor = QTextCursor(document)
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(face)
        block = block.next()


def _faces(block: QTextBlock, role: Role) -> list[tuple[int, int, QTextCharFormat]]:
    """Return start, length and face of each piece of a block; keys lie on a grey ground, links are green."""
    colours, made = theme.colours(), []
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        before, face = piece.charFormat(), QTextCharFormat()
        is_strong = before.fontFixedPitch() or before.fontWeight() > QFont.Weight.Medium
        face.setFont(theme.font(role, max(500, TYPE[role].weight) if is_strong else TYPE[role].weight))
        face.setForeground(QColor(colours.accent if before.isAnchor() else colours.text))
        if before.fontFixedPitch():
            face.setBackground(QColor(colours.sunken))
        if before.isAnchor():
            face.setAnchor(True)
            face.setAnchorHref(before.anchorHref())
            face.setFontUnderline(True)
        made.append((piece.position(), piece.length(), face))
        pieces += 1
    return made
