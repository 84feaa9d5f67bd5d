"""Any table as an .xlsx file: right to left in Arabic, codes as text, days as real days.

xlsxwriter is imported when a table is written: it costs 60 ms that the first window does not wait for.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

CellValue = str | int | float | bool | date | None

ROW_LIMIT = 1_048_575
"""Lines below the header in one sheet of the format."""
_SHEET_NAME_LIMIT = 31
_TEXT_LIMIT = 32_767
_FORBIDDEN_IN_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_ISO_DAY = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
_INVISIBLE = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class ColumnKind(StrEnum):
    """How the cells of a column are written."""

    TEXT = "text"
    CODE = "code"  # PPR, CIN, phone: text even when it is all digits
    DAY = "day"  # a date, or ISO text; a partial day stays text
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header, the kind of its cells, its width in characters."""

    title: str
    kind: ColumnKind = ColumnKind.TEXT
    width: int = 18


def write_table(
    path: Path,
    columns: Sequence[Column],
    rows: Iterable[Sequence[CellValue]],
    *,
    right_to_left: bool,
    title: str = "",
) -> int:
    """Write a table to an .xlsx file, header first and frozen; gives the number of lines.

    The file appears whole or not at all. Rows may come from a generator: memory stays flat. Text is never taken as a
    formula. Raises OSError when the file cannot be written, ValueError when there are more lines than a sheet holds.
    """
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    with tempfile.TemporaryDirectory(prefix=".export-", dir=path.parent) as folder:
        draft = Path(folder, "table.xlsx")
        try:
            with xlsxwriter.Workbook(str(draft), {"constant_memory": True, "tmpdir": folder}) as book:
                page = book.add_worksheet(sheet_name(title) or None)
                count = _fill(book, page, columns, (rows, right_to_left))
        except FileCreateError as failed:
            raise OSError(str(failed)) from failed
        draft.replace(path)
    return count


def sheet_name(title: str) -> str:
    """A title as the name of a sheet: without the signs the format forbids, at most 31 characters."""
    return _FORBIDDEN_IN_NAME.sub(" ", title).strip(" '")[:_SHEET_NAME_LIMIT].strip(" '")


def _fill(
    book: Workbook,
    page: Worksheet,
    columns: Sequence[Column],
    table: tuple[Iterable[Sequence[CellValue]], bool],
) -> int:
    rows, right_to_left = table
    direction: dict[str, Any] = {"reading_order": 2} if right_to_left else {}
    if right_to_left:
        page.right_to_left()
    header = book.add_format({**direction, "bold": True, "bottom": 1, "text_wrap": True, "valign": "vcenter"})
    formats = {
        ColumnKind.TEXT: book.add_format(direction),
        # A code reads left to right in either direction; '@' keeps it text when somebody edits the cell.
        ColumnKind.CODE: book.add_format({"num_format": "@", "reading_order": 1}),
        ColumnKind.DAY: book.add_format({"num_format": "dd/mm/yyyy", "align": "center"}),
        ColumnKind.NUMBER: book.add_format({}),
    }
    for index, column in enumerate(columns):
        page.set_column(index, index, column.width, formats[column.kind])
        page.write_string(0, index, column.title, header)
    page.freeze_panes(1, 0)
    count = 0
    for count, row in enumerate(rows, 1):
        if count > ROW_LIMIT:
            raise ValueError(f"more than {ROW_LIMIT} lines")
        for index, (column, value) in enumerate(zip(columns, row, strict=True)):
            _write(page, (count, index), _as_kind(column.kind, value), formats[column.kind])
    if columns:
        page.autofilter(0, 0, count, len(columns) - 1)
    return count


def _as_kind(kind: ColumnKind, value: CellValue) -> CellValue:
    if kind is ColumnKind.CODE and value is not None:
        return _INVISIBLE.sub("", str(value))
    if kind is ColumnKind.DAY and isinstance(value, str) and _ISO_DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value


def _write(page: Worksheet, at: tuple[int, int], value: CellValue, style: Format) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        page.write_boolean(*at, value, style)
    elif isinstance(value, date) and value.year >= 1900:
        page.write_datetime(*at, value, style)
    elif isinstance(value, (int, float)):
        page.write_number(*at, value, style)
    else:
        page.write_string(*at, str(value)[:_TEXT_LIMIT], style)
