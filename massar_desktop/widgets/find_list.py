"""The answers of a search: lines in groups, each with an icon, two texts and the key that takes it.

The focus stays in the search field: the field moves the current line and opens it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.icons import paint_icon
from massar_desktop.widgets.paint import (
    CAP_HEIGHT,
    draw_key,
    draw_line,
    draw_marked_line,
    fill_round,
    key_cap_width,
    visual,
)
from massar_desktop.widgets.tokens import Tone

Index = QModelIndex | QPersistentModelIndex
Sort = Literal["person", "act", "room", "view", "action", "of_person"]
ROW: Final = 46
HEAD: Final = 28
_PAD, _TILE, _BAR, _GAP = 12, 30, 3, 12


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `key` says what it is among its sort (a person's number, a kind of act); hits are (start, length)."""

    sort: Sort
    key: str
    title: str
    second: str = ""
    icon: str = "user"
    tone: Tone = "accent"
    cap: str = ""
    hits: tuple[tuple[int, int], ...] = ()
    second_hits: tuple[tuple[int, int], ...] = ()
    number: str = ""
    """A person's PPR."""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one title."""

    title: str
    entries: tuple[Entry, ...]


class _Lines(QAbstractListModel):
    """Titles (str) and entries in one list."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: list[str | Entry] = []

    def show_groups(self, groups: Sequence[Group]) -> None:
        self.beginResetModel()
        self.lines = []
        for group in groups:
            self.lines += [group.title, *group.entries] if group.entries else []
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = 0) -> object:
        line = self.lines[index.row()]
        if isinstance(line, str):
            return line if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (line.title, line.second, line.cap) if part)
        return line.title if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.lines[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Painter(QStyledItemDelegate):
    """Draws a title of a group or a line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        head = isinstance(model, _Lines) and isinstance(model.lines[index.row()], str)
        return QSize(80, HEAD if head else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, view = index.model(), option.widget
        if not isinstance(model, _Lines) or not isinstance(view, FindList):
            return
        line, rect = model.lines[index.row()], QRect(option.rect)
        painter.save()
        painter.setLayoutDirection(view.layoutDirection())
        if isinstance(line, str):
            inner = rect.adjusted(_PAD, 6, -_PAD, 0)
            draw_line(painter, inner, line, theme.font("cap", 500), theme.colours().text3)
        else:
            self._line(painter, rect, line, current=index.row() == view.currentIndex().row())
        painter.restore()

    def _line(self, painter: QPainter, rect: QRect, line: Entry, *, current: bool) -> None:
        table, direction = theme.colours(), painter.layoutDirection()

        def place(x: int, width: int, height: int) -> QRect:
            top = rect.top() + (rect.height() - height) // 2
            return visual(direction, rect, QRect(rect.left() + x, top, width, height))

        if current:
            fill_round(painter, QRectF(rect), tokens.RADIUS_FIELD, table.select)
            painter.fillRect(place(0, _BAR, rect.height()), QColor(table.accent))
        tile = place(_PAD, _TILE, _TILE)
        ground = table.surface if current else table.soft(line.tone)
        fill_round(painter, QRectF(tile), tokens.RADIUS_FIELD, ground)
        paint_icon(painter, QRectF(tile).adjusted(6, 6, -6, -6), line.icon, table.tone(line.tone))
        cap = key_cap_width(line.cap) if line.cap else 0
        start = _PAD + _TILE + _GAP
        width = rect.width() - start - _PAD - (cap + _GAP if cap else 0)
        self._texts(painter, place(start, width, rect.height()), line)
        if cap:
            key = place(rect.width() - cap - _PAD, cap, CAP_HEIGHT)
            fill_round(painter, QRectF(key), tokens.RADIUS_KEY, table.surface, table.line)
            draw_key(painter, key, line.cap, table.text2)

    def _texts(self, painter: QPainter, rect: QRect, line: Entry) -> None:
        table = theme.colours()
        first, second = tokens.TYPE["h3"].line, tokens.TYPE["cap"].line if line.second else 0
        top = rect.top() + (rect.height() - first - second) // 2
        above = QRect(rect.left(), top, rect.width(), first)
        below = QRect(rect.left(), top + first, rect.width(), second)
        for box, text, hits, font, ink in (
            (above, line.title, line.hits, theme.font("h3"), table.text),
            (below, line.second, line.second_hits, theme.font("cap"), table.text2),
        ):
            if hits:
                draw_marked_line(painter, box, text, font, (ink, hits))
            elif text:
                draw_line(painter, box, text, font, ink)


class FindList(QListView):
    """The lines, one of them current. Signals: ``moved(object)`` with the current Entry or None, ``opened(object)``."""

    moved = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines = _Lines(self)
        self.setModel(self._lines)
        self.setItemDelegate(_Painter(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._click)
        self.doubleClicked.connect(lambda _index: self.open_current())

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show other lines; the first is the current one."""
        self._lines.show_groups(groups)
        first = next((row for row, line in enumerate(self._lines.lines) if isinstance(line, Entry)), -1)
        self._go(first)

    def entries(self) -> list[Entry]:
        """All lines, in order."""
        return [line for line in self._lines.lines if isinstance(line, Entry)]

    def current(self) -> Entry | None:
        """The current line, None for none."""
        row = self.currentIndex().row()
        line = self._lines.lines[row] if 0 <= row < len(self._lines.lines) else None
        return line if isinstance(line, Entry) else None

    def choose(self, wanted: Entry | None) -> None:
        """Make a line the current one if it is there: by its sort and key."""
        for row, line in enumerate(self._lines.lines):
            if isinstance(line, Entry) and wanted is not None and (line.sort, line.key) == (wanted.sort, wanted.key):
                self._go(row)

    def step(self, by: int) -> None:
        """Go so many lines down, titles left out; at an end it stays."""
        rows = [row for row, line in enumerate(self._lines.lines) if isinstance(line, Entry)]
        if rows:
            at = rows.index(self.currentIndex().row()) if self.currentIndex().row() in rows else 0
            self._go(rows[max(0, min(at + by, len(rows) - 1))])

    def open_current(self) -> None:
        """Take the current line."""
        if (entry := self.current()) is not None:
            self.opened.emit(entry)

    def open_number(self, number: int) -> None:
        """Take the line of a number, counted from 1."""
        entries = self.entries()
        if 1 <= number <= len(entries):
            self.opened.emit(entries[number - 1])

    def _click(self, index: QModelIndex) -> None:
        self._go(index.row())

    def _go(self, row: int) -> None:
        index = self._lines.index(row, 0) if row >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        if row == 1:
            self.scrollToTop()  # with the title of the first group
        self.viewport().update()
        self.moved.emit(self.current())
