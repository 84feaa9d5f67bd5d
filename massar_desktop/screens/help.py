"""Help: one short page for each screen, in plain words, read from resources/help/{ar,fr}/."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser

from massar_desktop.system.locale import current_language
from massar_desktop.system.resources import resource
from massar_desktop.widgets import theme
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card, Page
from massar_desktop.widgets.table import Table
from massar_desktop.widgets.tokens import TYPE, Role

PAGES: Final = (
    *("home", "counter", "decide", "people", "person", "paper", "checks", "register", "census"),
    *("exchange", "stick", "arrivals", "conflicts", "import_list", "visit", "settings", "sign_in", "first_run"),
)
"""The pages in the order of the list; each is a Markdown file in both languages."""
_LIST_WIDTH: Final = 280
_READING_WIDTH: Final = 820
_NO_INDEX: Final = QModelIndex()
_HEADINGS: Final[dict[int, tuple[Role, int]]] = {1: ("h1", 4), 2: ("h2", 14), 3: ("h3", 10)}
"""Role and space above, in pixels, of each level of heading."""


def page_text(key: str) -> str:
    """Return the Markdown of a page in the language in force; FileNotFoundError for one never written."""
    return resource("help", current_language(), f"{key}.md").read_text(encoding="utf-8")


def page_title(key: str) -> str:
    """Return the title of a page: its first line."""
    return page_text(key).splitlines()[0].lstrip("# ")


class _Titles(QAbstractListModel):
    """The titles of the pages in the language in force."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: list[str] = []

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Return the number of pages."""
        return 0 if parent.isValid() else len(self.titles)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a title."""
        spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.titles[index.row()] if spoken else None


class HelpScreen(Page):
    """The pages by title and the one being read. Signals: ``closed()`` on Escape or by its button."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._key = PAGES[0]
        self._titles = _Titles()
        self.list, self.browser = Table(), QTextBrowser()
        self.back = Button("", "plain", icon="arrow-left", key="Esc")
        self.back.clicked.connect(self.closed)
        self._build()
        self.list.row_chosen.connect(self._choose)
        self.browser.anchorClicked.connect(self._follow)
        self.setFocusProxy(self.browser)
        self.retranslate()

    def show_for(self, key: str) -> None:
        """Show the page of a screen; a screen without one gets the first page."""
        self._key = key if key in PAGES else PAGES[0]
        self.list.choose_row(PAGES.index(self._key))
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
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange and hasattr(self, "browser"):
            self._render()

    def retranslate(self) -> None:
        """Write the titles and the page in the language in force."""
        self.title.setText(self.tr("Help"))
        self.setWindowTitle(self.tr("Help"))
        self.back.setText(self.tr("Back"))
        self.list.setAccessibleName(self.tr("Pages of help"))
        self._titles.beginResetModel()
        self._titles.titles = [page_title(key) for key in PAGES]
        self._titles.endResetModel()
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
        if 0 <= row < len(PAGES) and PAGES[row] != self._key:
            self._key = PAGES[row]
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
        face.setFont(theme.font(role, 500 if before.fontFixedPitch() else TYPE[role].weight))
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
