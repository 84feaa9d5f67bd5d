"""The import from file to record: preview writes nothing, write records whole people in batches."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Protocol

from sync.client.importing.cells import Draft, RowReader
from sync.client.importing.day_cells import day_in_titles
from sync.client.importing.headers import Layout, checked, find_layout, is_data_row, propose
from sync.client.importing.labels import CodeLabels, Labels
from sync.client.importing.packed import Cell
from sync.client.importing.plan import Known, Plan, Source, new_row_count, plan_import
from sync.client.importing.report import BadRowSheet, Report, write_bad_rows
from sync.client.importing.spreadsheet import Sheet, read_sheet
from sync.domain.fields import TEXT
from sync.domain.operation import Operation

BATCH = 200
"""People recorded in one transaction; an import can be stopped between two."""
FIRST_ROWS = 20


class Office(Known, Protocol):
    """What an import needs of the office's replica."""

    def code_labels(self) -> CodeLabels:
        """The code tables: table -> folded label (Arabic and French) -> code. 'school' may give GRESA codes."""

    def closed_schools(self) -> Mapping[str, str]:
        """The GRESA codes of schools that are closed today, each with the day since when."""

    def new_rows(self, count: int) -> Sequence[int]:
        """That many unused row ids of the bulk lane."""

    def record_many(self, operations: Sequence[Operation]) -> None:
        """Record in the bulk lane, all in one transaction, with author, day and base filled in."""

    def remembered_mapping(self, fingerprint: str) -> Mapping[str, str] | None:
        """The mapping kept for lists with these headers."""

    def remember_mapping(self, fingerprint: str, mapping: Mapping[str, str]) -> None:
        """Keep a mapping for lists with these headers."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A list as it was understood. `header_row` is a line number from 1, 0 when the list has no header.

    `lines` are the numbers of those that are about people. What they say is read again where it is needed: as drafts it
    takes more memory than the sheet.
    """

    source: Source
    mapping: dict[str, str]
    header_row: int
    headers: Mapping[str, str]
    first_rows: Sequence[tuple[int, Sequence[Cell]]]
    report: Report
    sheet: Sheet
    lines: Sequence[int]
    refused: Mapping[int, Sequence[Cell]]
    """The bad lines as they stand in the list, by their numbers: a window shows them, and unpacks no sheet for it."""
    fingerprint: str


class Import:
    """Imports lists into one office; `today` is the day in Morocco."""

    def __init__(self, office: Office, today: date) -> None:
        self._office, self._today = office, today

    def preview(self, path: Path, mapping: Mapping[str, str] | None = None) -> Preview:
        """Read a file and report on each line under a mapping: the given, else the remembered, else a proposed one.

        Raises NotASpreadsheet for a file that cannot be a list, ValueError for an impossible mapping.
        """
        sheet = read_sheet(path)
        layout = find_layout(sheet)
        chosen = mapping if mapping is not None else self._office.remembered_mapping(layout.fingerprint)
        return self._understood(path.name, sheet, layout, checked(chosen) if chosen else propose(sheet, layout))

    def remap(self, preview: Preview, mapping: Mapping[str, str]) -> Preview:
        """The same file under another mapping, without reading it again. Raises ValueError as `preview` does."""
        layout = Layout(preview.header_row, preview.headers)
        return self._understood(preview.source.name, preview.sheet, layout, checked(mapping))

    def write(
        self,
        preview: Preview,
        progress: Callable[[int, int], None] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Report:
        """Record what the preview found, against the people known now, and keep its mapping.

        `progress(done, total)` counts people. When `cancelled` says so, what was recorded stays, whole people each;
        importing the file again goes on from there. Raises what the office's `record_many` raises.
        """
        self._office.remember_mapping(preview.fingerprint, preview.mapping)
        plan = self._plan(preview.sheet, preview.lines, preview.mapping, preview.source)
        report, left, total, created = _report(plan), deque(plan.people), len(plan.people), 0
        known = plan.known_people
        del plan  # whoever is written is let go of
        progress(0, total)
        while left and not cancelled():
            batch = [left.popleft() for _ in range(min(BATCH, len(left)))]
            rows = iter(self._office.new_rows(new_row_count(batch)))
            self._office.record_many([operation for one in batch for operation in one.operations(rows)])
            created += sum(1 for one in batch if one.person is None)
            progress(total - len(left), total)
        return replace(report, people=known + created, created=created, cancelled=bool(left))

    def write_bad_rows(self, preview: Preview, path: Path, reason_title: str, sentence: Callable[[str], str]) -> None:
        """Give the bad lines back as .xlsx with the reason in words; `sentence` puts a reason code into words."""
        bad = preview.report.bad
        headers = list(preview.headers.values())
        arabic = any("\u0600" <= char <= "\u06ff" for char in reason_title)
        write_bad_rows(path, bad, BadRowSheet(headers, preview.refused, arabic, reason_title), sentence)

    def _understood(self, name: str, sheet: Sheet, layout: Layout, mapping: dict[str, str]) -> Preview:
        mapping = {letter: mapping.get(letter, "ignore") for letter in layout.headers}
        numbered = enumerate(islice(sheet.cells, layout.row, None), layout.row + 1)
        lines = array("L", [number for number, row in numbered if is_data_row(row, layout, mapping)])
        titles = sheet.cells[: max(layout.row - 1, 0)]
        known_on = day_in_titles(titles, self._today) or self._today.isoformat()
        source = Source(source_name(name), known_on)
        report = _report(self._plan(sheet, lines, mapping, source))
        return Preview(
            source=source,
            mapping=mapping,
            header_row=layout.row,
            headers=layout.headers,
            first_rows=[(number, sheet.cells[number - 1]) for number in lines[:FIRST_ROWS]],
            report=report,
            sheet=sheet,
            lines=lines,
            refused={one.row: sheet.cells[one.row - 1] for one in report.bad},
            fingerprint=layout.fingerprint,
        )

    def _plan(self, sheet: Sheet, lines: Sequence[int], mapping: Mapping[str, str], source: Source) -> Plan:
        reader = RowReader(mapping, Labels(self._office.code_labels(), self._office.closed_schools()), self._today)
        drafts: Iterator[Draft] = (reader.read(number, sheet.cells[number - 1]) for number in lines)
        return plan_import(drafts, self._office, source)


def source_name(file_name: str) -> str:
    """A file's name as opening acts keep it."""
    return str(TEXT.parse(file_name))[: TEXT.limit].strip()


def _report(plan: Plan) -> Report:
    return Report(
        rows=plan.lines,
        good=plan.lines - len(plan.bad),
        bad=plan.bad,
        people=plan.known_people + plan.created,
        remarks=plan.remarks,
        created=plan.created,
        completed=len(plan.people) - plan.created,
        anomalies=plan.anomalies,
    )
