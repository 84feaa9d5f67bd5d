"""Any office's table file as plain rows of cells: .xlsx, .xlsb, .xls and .ods by calamine, .csv by ourselves.

What a file is, is told by its first bytes: a list saved under a wrong ending is read, a text named .xlsx is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final

import python_calamine
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from sync.client.importing import ole_check
from sync.client.importing.delimited import read_delimited
from sync.client.importing.errors import NotASpreadsheet
from sync.client.importing.package_check import check_area, check_package
from sync.client.importing.packed import Cell, PackedRows

_ZIP = b"PK\x03\x04"
_TEXT_ENDINGS = frozenset((".csv", ".tsv", ".txt"))
_BLANK: Final[list[Cell]] = []


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of one sheet; `cells[0]` is line 1. Rows may differ in length, blank ones are empty lists."""

    name: str
    cells: PackedRows

    @property
    def filled_rows(self) -> int:
        """How many rows hold something."""
        return self.cells.filled

    @property
    def width(self) -> int:
        """The number of columns of the longest row."""
        return self.cells.width


def cell_text(value: Cell) -> str:
    """A cell as the clerk sees it: whole numbers without a fraction, days as dd/MM/yyyy, nothing around."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def read_sheet(path: Path) -> Sheet:
    """The sheet with the most filled rows of a file, visible sheets first. Raises NotASpreadsheet."""
    try:
        with path.open("rb") as file:
            start = file.read(8)
        sheets = _sheets(path, start)
    except OSError as unreadable:
        raise NotASpreadsheet("file_not_readable") from unreadable
    best = max(sheets, key=lambda sheet: sheet.filled_rows, default=None)
    if best is None or not best.filled_rows:
        raise NotASpreadsheet("file_empty")
    return best


def _sheets(path: Path, start: bytes) -> list[Sheet]:
    if not start:
        raise NotASpreadsheet("file_empty")
    if start.startswith(_ZIP):
        check_package(path)
        return _workbook(path)
    if start == ole_check.MAGIC:
        return _old_workbook(path)
    if path.suffix.lower() in _TEXT_ENDINGS:
        return [Sheet(path.stem, PackedRows(_trimmed(read_delimited(path.read_bytes()))))]
    raise NotASpreadsheet("file_not_spreadsheet")


def _old_workbook(path: Path) -> list[Sheet]:
    if path.stat().st_size > ole_check.SIZE_LIMIT:
        raise NotASpreadsheet("file_too_large")
    ole_check.check_container(path.read_bytes())
    return _workbook(path)


def _workbook(path: Path) -> list[Sheet]:
    try:
        with CalamineWorkbook.from_path(path) as book:
            tables = [s for s in book.sheets_metadata if s.typ is SheetTypeEnum.WorkSheet]
            shown = [s for s in tables if s.visible is SheetVisibleEnum.Visible]
            read = [_sheet(book.get_sheet_by_name(s.name)) for s in shown]
            if any(sheet.filled_rows for sheet in read):
                return read
            return [_sheet(book.get_sheet_by_name(s.name)) for s in tables]
    except python_calamine.PasswordError as locked:
        raise NotASpreadsheet("file_has_password") from locked
    except CalamineError as broken:
        raise NotASpreadsheet("file_truncated") from broken
    except BaseException as panic:
        # A damaged file can stop the reader's own language; its exception is no Exception and cannot be imported.
        if type(panic).__name__ != "PanicException":
            raise
        raise NotASpreadsheet("file_truncated") from panic


def _sheet(sheet: CalamineSheet) -> Sheet:
    if sheet.start is None:
        return Sheet(sheet.name, PackedRows(()))
    check_area(sheet.height, sheet.width)
    before: list[Cell] = [""] * sheet.start[1]
    return Sheet(sheet.name, PackedRows(_trimmed([*before, *row] for row in sheet.iter_rows())))


def _trimmed(rows: Iterable[Sequence[object]]) -> Iterator[list[Cell]]:
    """Rows of plain cells; blank ones are one empty list."""
    for row in rows:
        plain = [_plain(value) for value in row]
        filled = any(value != "" and not (isinstance(value, str) and not value.strip()) for value in plain)
        yield plain if filled else _BLANK


def _plain(value: object) -> Cell:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, (str, bool, int, float, date)):
        return value
    return str(value) if isinstance(value, (time, timedelta)) else ""
