"""A table as a .csv file that Excel opens by itself: UTF-8 with its mark, semicolons, no cell taken as a formula."""

from __future__ import annotations

import csv
import re
import tempfile
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from massar_desktop.documents.spreadsheet import CellValue, Column, ColumnKind

_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is worked out by a spreadsheet instead of shown (CWE-1236)."""
_INVISIBLE: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def write_delimited(path: Path, columns: Sequence[Column], rows: Iterable[Sequence[CellValue]]) -> int:
    """Write a table, header first; gives the number of lines. The file appears whole or not at all. Raises OSError."""
    count = 0
    with tempfile.TemporaryDirectory(prefix=".export-", dir=path.parent) as folder:
        draft = Path(folder, "table.csv")
        with draft.open("w", encoding="utf-8-sig", newline="") as file:
            out = csv.writer(file, delimiter=";", lineterminator="\r\n")
            out.writerow([_safe(column.title) for column in columns])
            for row in rows:
                count += 1
                out.writerow([_cell(column.kind, value) for column, value in zip(columns, row, strict=True)])
        draft.replace(path)
    return count


def _cell(kind: ColumnKind, value: CellValue) -> str:
    if value is None:
        return ""
    if kind is ColumnKind.DAY:
        return _day(str(value))
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return _safe(_INVISIBLE.sub("", str(value)))


def _day(text: str) -> str:
    """A whole day as Moroccan spreadsheets write it; a partial one as it is."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return _safe(text)
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_STARTS) else text
