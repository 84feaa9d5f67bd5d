"""What an import found, line by line, and the file that gives the bad lines back to the office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sync.client.importing.packed import Cell

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet


@dataclass(frozen=True, slots=True)
class BadRow:
    """A line that is not imported: its number in the sheet from 1, a stable reason code, the field to mend."""

    row: int
    reason: str
    field: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a line that is imported all the same: a value left out, a person standing twice."""

    row: int
    code: str
    field: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Counts and findings. `people` are the people in the office's data after the import.

    `created` and `completed` count people made and filled in by it, `anomalies` the disagreements listed.
    """

    rows: int
    good: int
    bad: Sequence[BadRow]
    people: int
    remarks: Sequence[Remark] = ()
    created: int = 0
    completed: int = 0
    anomalies: int = 0
    cancelled: bool = False

    def to_json(self) -> dict[str, object]:
        """The object that `massar import --json` prints, and nothing more."""
        bad = [{"row": one.row, "reason": one.reason} for one in self.bad]
        return {"rows": self.rows, "good": self.good, "bad": bad, "people": self.people}

    def remark_counts(self) -> Counter[tuple[str, str, str]]:
        """How often each (code, field, value) was remarked on: one unknown label may stand on a thousand lines."""
        return Counter((one.code, one.field, one.value) for one in self.remarks)


@dataclass(frozen=True, slots=True)
class BadRowSheet:
    """The lines to give back: header texts, cells of each line by its number, direction of the sheet."""

    headers: Sequence[str]
    lines: Mapping[int, Sequence[Cell]]
    right_to_left: bool
    reason_title: str


def write_bad_rows(path: Path, bad: Sequence[BadRow], sheet: BadRowSheet, sentence: Callable[[str], str]) -> None:
    """Write the bad lines with all their columns and one more, the reason in words.

    `sentence` gives the words of a reason code. Codes stay text, days stay days, so that the mended file can be
    imported as it is. Raises OSError when the file cannot be written.
    """
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    try:
        with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
            _fill(book, bad, sheet, sentence)
    except FileCreateError as failed:
        raise OSError(str(failed)) from failed


def _fill(book: Workbook, bad: Sequence[BadRow], sheet: BadRowSheet, sentence: Callable[[str], str]) -> None:
    page = book.add_worksheet()
    if sheet.right_to_left:
        page.right_to_left()
    strong, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
    width = max([len(sheet.headers), *(len(sheet.lines[one.row]) for one in bad)])
    for column, header in enumerate(sheet.headers):
        page.write_string(0, column, header, strong)
    page.write_string(0, width, sheet.reason_title, strong)
    page.freeze_panes(1, 0)
    for line, one in enumerate(bad, 1):
        for column, cell in enumerate(sheet.lines[one.row]):
            _write(page, (line, column), cell, day)
        page.write_string(line, width, sentence(one.reason))


def _write(page: Worksheet, at: tuple[int, int], cell: Cell, day: Format) -> None:
    if isinstance(cell, bool):
        page.write_boolean(*at, cell)
    elif isinstance(cell, date) and cell.year >= 1900:
        page.write_datetime(*at, cell, day)
    elif isinstance(cell, (int, float)):
        page.write_number(*at, cell)
    elif cell:
        page.write_string(*at, str(cell))
