"""The list of the look: fixed rows of two lines, search hits marked, chips, one delegate for all cells."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QElapsedTimer,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.bidi import FSI, PDI, isolate
from massar_desktop.widgets.chip import ChipSpec, chip_width, paint_chip
from massar_desktop.widgets.icons import paint_icon
from massar_desktop.widgets.paint import draw_line, draw_marked_line, fill_round, text_width, visual
from massar_desktop.widgets.tokens import Tone

_PAD: Final = 12
_BAR: Final = 3
TYPE_AHEAD_MS: Final = 1_000
MOST_TYPED_OVER: Final = 5_000
"""Rows that are looked through for what is typed; longer lists have a search."""
TAIL: Final = "\t"
"""Parts a name, which may be cut, from the number after it, which may not."""
BETWEEN: Final = " · "
_MARKS: Final = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f"))
Index = QModelIndex | QPersistentModelIndex


class CellRole(IntEnum):
    """What a model may say of a cell beside its text (Qt.DisplayRole)."""

    SECOND = Qt.ItemDataRole.UserRole + 101
    """str: the second line, the name in the other script; makes the first line bold. What stands after TAIL is kept
    whole where the line is too long."""
    HITS = Qt.ItemDataRole.UserRole + 102
    """list[tuple[int, int]]: (start, length) of the search hits in the first line."""
    SECOND_HITS = Qt.ItemDataRole.UserRole + 103
    """The same in the second line."""
    CHIP = Qt.ItemDataRole.UserRole + 104
    """ChipSpec: shown instead of the text."""
    INK = Qt.ItemDataRole.UserRole + 105
    """str: "text2", "text3" or a tone, for the first line."""
    STRONG = Qt.ItemDataRole.UserRole + 106
    """bool: the first line is bold."""
    ICON = Qt.ItemDataRole.UserRole + 107
    """tuple[str, Tone]: a tile with the icon of its kind, before the text."""
    HEADING = Qt.ItemDataRole.UserRole + 108
    """Heading, of a row's first cell: the group that begins with this row, written above it (Table.head_rows)."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What the lines of a group are called, and how many they are; the ink is "text" or a tone."""

    text: str
    count: str = ""
    ink: str = "text"


class CellDelegate(QStyledItemDelegate):
    """Paints every cell: selection with its bar at the start edge, hover, two lines, marks and chips.

    Each text is isolated (FSI…PDI): a cell takes the direction of the view, and without it Arabic with
    Latin in brackets is scrambled in French, and "AIT AGADIR (Youssef)" in Arabic.
    """

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Isolate the text for what Qt itself draws or measures."""
        super().initStyleOption(option, index)
        option.text = isolate(option.text)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the fixed height of a row."""
        return QSize(80, tokens.TABLE_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        view = _view_of(option)
        direction = view.layoutDirection() if view else Qt.LayoutDirection.LeftToRight
        rect = _rect_of(option)
        selected = view is not None and view.selectionModel().isRowSelected(index.row(), QModelIndex())
        painter.save()
        painter.setLayoutDirection(direction)
        heading = index.sibling(index.row(), 0).data(CellRole.HEADING)
        if isinstance(heading, Heading):
            above = QRect(rect.left(), rect.top(), rect.width(), tokens.GROUP_ROW)
            self._draw_heading(painter, above, heading if index.column() == 0 else None)
            rect = rect.adjusted(0, tokens.GROUP_ROW, 0, 0)
        self._draw_ground(painter, rect, index, (selected, view is not None and view.hovers(index.row())))
        inner = rect.adjusted(_PAD, 0, -_PAD, -1)
        tile = index.data(CellRole.ICON)
        if isinstance(tile, tuple):
            inner = self._draw_tile(painter, inner, tile, on_selection=selected)
        chip = index.data(CellRole.CHIP)
        if isinstance(chip, ChipSpec) and chip.text:
            top = inner.top() + (inner.height() - tokens.CHIP_HEIGHT) // 2
            place = QRect(inner.left(), top, min(chip_width(chip), inner.width()), tokens.CHIP_HEIGHT)
            paint_chip(painter, visual(direction, inner, place), chip, on_selection=selected)
        else:
            self._draw_words(painter, inner, index)
        painter.restore()

    def _draw_heading(self, painter: QPainter, rect: QRect, heading: Heading | None) -> None:
        table = theme.colours()
        painter.fillRect(rect, QColor(table.sunken))
        if heading is None:
            return
        inner, font = rect.adjusted(_PAD, 0, -_PAD, 0), theme.font("sub", 600)
        draw_line(painter, inner, heading.text, font, table.table()[heading.ink])
        past = text_width(heading.text, font) + 10
        beside = QRect(inner.left() + past, inner.top(), max(0, inner.width() - past), inner.height())
        place = visual(painter.layoutDirection(), inner, beside)
        draw_line(painter, place, heading.count, theme.font("cap"), table.text3)

    def _draw_tile(self, painter: QPainter, rect: QRect, tile: tuple[str, Tone], *, on_selection: bool) -> QRect:
        """Draw the tile; gives what is left of the cell for its words. On a selected row a soft square melts."""
        name, tone = tile
        table, direction = theme.colours(), painter.layoutDirection()
        top = rect.top() + (rect.height() - tokens.TILE) // 2
        place = QRectF(visual(direction, rect, QRect(rect.left(), top, tokens.TILE, tokens.TILE)))
        fill_round(painter, place, tokens.RADIUS_FIELD, table.surface if on_selection else table.soft(tone))
        half = (tokens.TILE - tokens.ICON) / 2
        paint_icon(painter, place.adjusted(half, half, -half, -half), name, table.tone(tone))
        words = QRect(rect.left() + tokens.TILE + _PAD, rect.top(), rect.width() - tokens.TILE - _PAD, rect.height())
        return visual(direction, rect, words)

    def _draw_ground(self, painter: QPainter, rect: QRect, index: Index, state: tuple[bool, bool]) -> None:
        table = theme.colours()
        selected, hovered = state
        ground = table.select if selected else table.sunken if hovered else table.surface
        painter.fillRect(rect, QColor(ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(table.line))
        if selected and index.column() == 0:
            bar = QRect(rect.left(), rect.top(), _BAR, rect.height())
            painter.fillRect(visual(painter.layoutDirection(), rect, bar), QColor(table.accent))

    def _draw_words(self, painter: QPainter, rect: QRect, index: Index) -> None:
        table = theme.colours()
        first = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        second = str(index.data(CellRole.SECOND) or "")
        ink = table.table().get(str(index.data(CellRole.INK) or "text"), table.text)
        bold = bool(second) or bool(index.data(CellRole.STRONG))
        font = theme.font("h3" if bold else "body")
        hits = index.data(CellRole.HITS) or []
        if not second:
            self._draw_text(painter, rect, first, (font, ink, hits))
            return
        lines = tokens.TYPE["h3"].line, tokens.TYPE["cap"].line
        top = rect.top() + (rect.height() - sum(lines)) // 2
        self._draw_text(painter, QRect(rect.left(), top, rect.width(), lines[0]), first, (font, ink, hits))
        below = QRect(rect.left(), top + lines[0], rect.width(), lines[1])
        other_hits = index.data(CellRole.SECOND_HITS) or []
        cut = cut_before_tail(second, theme.font("cap"), below.width())
        self._draw_text(painter, below, cut, (theme.font("cap"), table.text2, other_hits))

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """A line that is cut is told whole under the mouse."""
        said = self.whole_text(index, _rect_of(option).width())
        if event.type() is not QEvent.Type.ToolTip or not said:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), said, view)
        return True

    def whole_text(self, index: Index, width: int) -> str:
        """The lines of a cell of some width if one of them is cut, "" if both are whole; a chip is not looked at."""
        tile = tokens.TILE + _PAD if isinstance(index.data(CellRole.ICON), tuple) else 0
        room = width - 2 * _PAD - tile
        first = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        second = str(index.data(CellRole.SECOND) or "").replace(TAIL, BETWEEN)
        bold = bool(second) or bool(index.data(CellRole.STRONG))
        lines = ((first, theme.font("h3" if bold else "body")), (second, theme.font("cap")))
        is_cut = index.data(CellRole.CHIP) is None and any(text_width(text, font) > room for text, font in lines)
        return "\n".join(text for text, _ in lines if text) if is_cut else ""

    def _draw_text(
        self, painter: QPainter, rect: QRect, text: str, look: tuple[QFont, str, list[tuple[int, int]]]
    ) -> None:
        font, ink, hits = look
        if hits:
            draw_marked_line(painter, rect, text, font, (ink, hits))
        else:
            draw_line(painter, rect, text, font, ink)


class Table(QTableView):
    """A list of records: whole rows, one current row, Enter opens. Rows are fixed in height.

    With ``several``, Shift and the arrows select more rows, Ctrl Space one more.

    Signals: ``row_opened(int)`` on Enter or double click, ``row_chosen(int)`` when the current row changes
    (-1 for none). Use :meth:`choose_row`: QTableView.selectRow selects nothing in a right-to-left view.
    """

    row_opened = Signal(int)
    row_chosen = Signal(int)

    def __init__(self, *, row_height: int = tokens.TABLE_ROW, several: bool = False) -> None:
        super().__init__()
        self._hovered, self._row_height = -1, row_height
        self._typed, self._typed_at = "", QElapsedTimer()
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        # ResizeToContents asked 28.8 million times for data on 300 000 rows: 70 seconds without an answer.
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(row_height)
        columns = self.horizontalHeader()
        columns.setFixedHeight(tokens.TABLE_HEADER)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        columns.setHighlightSections(False)
        columns.setSectionsClickable(False)
        columns.setMinimumSectionSize(40)
        self.doubleClicked.connect(lambda index: self.row_opened.emit(index.row()))

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show another model and follow its current row."""
        super().setModel(model)
        if model is not None:
            self.selectionModel().currentRowChanged.connect(lambda now, _: self.row_chosen.emit(now.row()))

    def set_widths(self, widths: list[int], *, stretched: int) -> None:
        """Give the columns their widths in pixels; the stretched one takes what is left."""
        header = self.horizontalHeader()
        for column, width in enumerate(widths):
            if column == stretched:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(column, width)

    def head_rows(self, rows: Collection[int]) -> None:
        """Make room above some rows for the heading of the group that begins there, and above no others."""
        for row in range(self.model().rowCount() if self.model() is not None else 0):
            height = self._row_height + (tokens.GROUP_ROW if row in rows else 0)
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    def choose_row(self, row: int) -> None:
        """Make a row the current and selected one, in both directions; out of range chooses none."""
        model = self.model()
        if model is None or not 0 <= row < model.rowCount():
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return
        index = model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def chosen_row(self) -> int:
        """Return the current row, -1 for none."""
        return self.currentIndex().row()

    def hovers(self, row: int) -> bool:
        """Return whether the mouse is over a row."""
        return row == self._hovered

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current row; Home and End go to the first and the last one."""
        rows = self.model().rowCount() if self.model() is not None else 0
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.row_opened.emit(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            self.choose_row(0 if event.key() == Qt.Key.Key_Home else rows - 1)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters or digits typed quickly choose the first row whose first or second line begins with them."""
        if self._typed_at.isValid() and self._typed_at.elapsed() < TYPE_AHEAD_MS:
            self._typed += search
        else:
            self._typed = search
        self._typed_at.restart()
        from sync.domain.names import fold  # its tables of letters are not needed before the first paint

        wanted, model = fold(self._typed), self.model()
        rows = model.rowCount() if model is not None else 0
        for row in range(min(rows, MOST_TYPED_OVER)):
            index = model.index(row, 0)
            lines = (index.data(Qt.ItemDataRole.DisplayRole), index.data(CellRole.SECOND))
            if any(fold(str(line or "").translate(_MARKS)).startswith(wanted) for line in lines):
                self.choose_row(row)
                return

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the row under the mouse."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(int(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the row under the mouse."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()


def cut_before_tail(text: str, font: QFont, width: int) -> str:
    """A line with its TAIL whole: what stands before it gives way."""
    name, tail, number = text.partition(TAIL)
    if not tail:
        return text
    kept = f"{BETWEEN}{number}"
    room = max(0, width - text_width(kept, font))
    shown = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, room)
    return shown + PDI * (shown.count(FSI) - shown.count(PDI)) + kept  # an isolate that was cut is closed again


def _view_of(option: QStyleOptionViewItem) -> Table | None:
    widget: QWidget | None = option.widget
    return widget if isinstance(widget, Table) else None


def _rect_of(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect
