"""The people list as Qt asks for it: numbers in order, and pages of lines read elsewhere when they come into view."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from massar_desktop.models.short import short
from massar_desktop.system.locale import current_language
from massar_desktop.system.people_columns import KIND_OF, field_of_column, title_in
from massar_desktop.system.wording import choice_label, value_text
from massar_desktop.widgets.bidi import ltr
from massar_desktop.widgets.chip import ChipSpec
from massar_desktop.widgets.table import CellRole
from massar_desktop.widgets.tokens import Tone
from sync.domain.fields import show_day

if TYPE_CHECKING:  # SQLAlchemy loads after the first paint
    from massar_desktop.queries.matches import Matches
    from massar_desktop.queries.people import PersonLine

PAGE_ROWS, PAGES_KEPT = 200, 20
_TONES: Final[Mapping[str, Tone]] = {
    "activity": "ok",
    "detachment": "plum",
    "availability": "danger",
    "military_service": "info",
}
Index = QModelIndex | QPersistentModelIndex


class PeopleColumn(IntEnum):
    """The columns shown first, in order."""

    NAME = 0
    PPR = 1
    CADRE = 2
    SCHOOL = 3
    POSITION = 4


FIRST_COLUMNS: Final = ("name", "ppr", "cadre", "school", "position")
"""What a list shows before its clerk chooses, in the order of PeopleColumn."""


def column_title(name: str) -> str:
    """What a column is called in the language in force."""
    return title_in(current_language(), name)


def position_chip(position: str, *, trainee: bool) -> ChipSpec:
    """The chip of an administrative position; a trainee who works is shown as a trainee."""
    if not position:
        return ChipSpec("")
    if trainee and position == "activity":
        return ChipSpec(choice_label("situation", "statutory_situation", "2"), "warn")
    return ChipSpec(choice_label("situation", "position", position), _TONES.get(position, "neutral"))


class PeopleModel(QAbstractTableModel):
    """People by number in order; lines come in pages of 200, of which 20 are kept.

    It reads nothing itself. Signals: ``page_wanted(int, object)`` with the first row of a page that came into view
    and the numbers of its people; the answer goes to :meth:`put_page`. Until then a row shows "…".
    """

    page_wanted = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: array[int] | Matches = array("q")
        self._pages: OrderedDict[int, Sequence[PersonLine]] = OrderedDict()
        self._asked: set[int] = set()
        self._early: tuple[PersonLine, ...] = ()
        self._labels: Mapping[tuple[str, str], str] = {}
        self._columns: tuple[str, ...] = FIRST_COLUMNS
        self.turn = 0
        """Counts the lists shown: an answer for an earlier list is not put into this one."""

    def columns(self) -> tuple[str, ...]:
        """The columns shown, by name."""
        return self._columns

    def set_columns(self, names: Sequence[str]) -> None:
        """Show other columns; the first is always the name."""
        self.beginResetModel()
        self._columns = ("name", *(name for name in names if name != "name"))
        self.endResetModel()

    def show_people(self, ids: array[int] | Matches, first_lines: Sequence[PersonLine] = ()) -> None:
        """Show other people; the lines that came with them spare the first page's query."""
        self.beginResetModel()
        self.turn += 1
        self._ids = ids
        self._pages.clear()
        self._asked.clear()
        if first_lines and len(first_lines) >= min(PAGE_ROWS, len(ids)):
            self._pages[0] = first_lines
        self._early = tuple(first_lines)
        self.endResetModel()

    def renew(self, first_lines: Sequence[PersonLine] = ()) -> None:
        """Read the lines of the same people again: rows stay where they are."""
        self.turn += 1
        self._pages.clear()
        self._asked.clear()
        self._early = tuple(first_lines)
        self.retranslate()

    def put_page(self, turn: int, first: int, lines: Sequence[PersonLine]) -> None:
        """Take the lines of a page that was asked for."""
        if turn != self.turn:
            return
        self._asked.discard(first)
        self._pages[first] = lines
        self._pages.move_to_end(first)
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        last = min(first + PAGE_ROWS, len(self._ids)) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    def set_labels(self, labels: Mapping[tuple[str, str], str]) -> None:
        """Take the labels of codes in the language in force."""
        self._labels = labels
        self.retranslate()

    def retranslate(self) -> None:
        """Show every word again in the language in force."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self._columns) - 1))

    def person_at(self, row: int) -> int | None:
        """The number of the person in a row, None outside the list."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, person: int) -> int:
        """The row of a person, -1 when she is not in the list."""
        try:
            return self._ids.index(person)
        except ValueError:
            return -1

    def people(self) -> array[int]:
        """Everybody in the list, in order."""
        return self._ids if isinstance(self._ids, array) else self._ids.whole()

    def line(self, row: int) -> PersonLine | None:
        """The line of a row, None while it is on its way."""
        first = row - row % PAGE_ROWS
        page = self._pages.get(first)
        if page is not None:
            self._pages.move_to_end(first)
            return page[row - first] if row - first < len(page) else None
        if first not in self._asked:
            self._asked.add(first)
            self.page_wanted.emit(first, self._ids[first : first + PAGE_ROWS])
        return self._early[row] if row < len(self._early) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """How many people; rows have no children."""
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        """The titles of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return column_title(self._columns[section])
        return None

    def data(self, index: Index, role: int = 0) -> object:
        """What a cell shows, and what a screen reader says of a row's name."""
        line, column = self.line(index.row()), self._columns[index.column()]
        if line is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole and column == "name" else None
        if column == "name":
            return self._name(line, role)
        if column == "position":
            return self._position(line, role)
        if role == CellRole.INK:
            return "text" if column == "cadre" else "text2"
        if role == CellRole.HITS and column == "ppr":
            # One sign stands before the number: see ltr().
            return [(start + 1, length) for start, length in line.ppr_hits]
        if role == Qt.ItemDataRole.DisplayRole:
            return short(self._plain(line, column))
        return self._plain(line, column) if role == Qt.ItemDataRole.ToolTipRole else None

    def _plain(self, line: PersonLine, column: str) -> str:
        language = current_language()
        if column == "ppr":
            return ltr(line.ppr)
        if column == "cadre":
            return self._labels.get(("cadre", line.cadre), line.cadre)
        if column == "school":
            return line.where(language)
        value = line.facts.get(column)
        if column == "retires_on":
            return ltr(show_day(str(value))) if value else ""
        field = field_of_column(column)
        return value_text(KIND_OF[column], field, value, self._labels) if field is not None else ""

    def _name(self, line: PersonLine, role: int) -> object:
        first, second = line.names(current_language())
        hits = line.name_hits(current_language())
        if role == Qt.ItemDataRole.DisplayRole:
            return first
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (first, second, line.ppr) if part)
        if role == CellRole.STRONG:
            return True
        if role == CellRole.SECOND:
            return second
        if role == CellRole.HITS:
            return list(hits[0])
        return list(hits[1]) if role == CellRole.SECOND_HITS else None

    def _position(self, line: PersonLine, role: int) -> object:
        chip = position_chip(line.position, trainee=line.trainee)
        if line.left_on:
            chip = ChipSpec(self.tr("Transferred"), "neutral")
        elif line.is_elsewhere:
            chip = ChipSpec(self.tr("Not referred"), "neutral")
        if role == CellRole.CHIP:
            return chip
        return chip.text if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
