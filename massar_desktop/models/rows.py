"""A short list of values in memory: family, diplomas, changes, people to compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from massar_desktop.widgets.chip import ChipSpec
from massar_desktop.widgets.table import BETWEEN, TAIL, CellRole, Heading
from massar_desktop.widgets.tokens import Tone

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows: a text, perhaps a second line, an ink, the icon of its kind, or a chip instead; the first
    of a row perhaps the heading of the group that begins with it.
    """

    text: str = ""
    second: str = ""
    ink: str = ""
    chip: ChipSpec | None = None
    strong: bool = False
    icon: tuple[str, Tone] | None = None
    heading: Heading | None = None


class RowsModel(QAbstractTableModel):
    """Rows of cells with a key each; everything is in memory, so it is for hundreds, not thousands."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles: Sequence[str] = ()
        self._rows: Sequence[tuple[int, Sequence[Cell]]] = ()

    def show_rows(self, titles: Sequence[str], rows: Sequence[tuple[int, Sequence[Cell]]]) -> None:
        """Show other rows, each with its key and one cell a column."""
        self.beginResetModel()
        self._titles, self._rows = tuple(titles), tuple(rows)
        self.endResetModel()

    def key_at(self, row: int) -> int | None:
        """The key of a row, None outside the list."""
        return self._rows[row][0] if 0 <= row < len(self._rows) else None

    def row_of(self, key: int) -> int:
        """The row of a key, -1 when it is not in the list."""
        return next((row for row, (own, _) in enumerate(self._rows) if own == key), -1)

    def headed_rows(self) -> list[int]:
        """The rows with which a group begins."""
        return [row for row, (_, cells) in enumerate(self._rows) if cells and cells[0].heading is not None]

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows; they have no children."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns."""
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        """The titles of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._titles[section]
        return None

    def data(self, index: Index, role: int = 0) -> object:
        """What a cell shows."""
        cell = self._rows[index.row()][1][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text or (cell.chip.text if cell.chip else "")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (cell.text, cell.second.replace(TAIL, BETWEEN), cell.chip.text if cell.chip else "")
            return ", ".join(part for part in parts if part)
        if role == CellRole.SECOND:
            return cell.second
        if role == CellRole.INK:
            return cell.ink or None
        if role == CellRole.STRONG:
            return cell.strong
        if role == CellRole.ICON:
            return cell.icon
        if role == CellRole.HEADING:
            return cell.heading
        return cell.chip if role == CellRole.CHIP else None
