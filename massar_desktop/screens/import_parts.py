"""The parts of the page of imports: what columns and findings are called, the two tables, the counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from massar_desktop.screens.exchange_words import with_number
from massar_desktop.system import wording
from massar_desktop.widgets.bidi import group, isolate, ltr
from massar_desktop.widgets.chip import ChipSpec
from massar_desktop.widgets.table import CellRole
from massar_desktop.widgets.tokens import Tone

if TYPE_CHECKING:  # heavy modules load after the first paint
    from sync.client.importing.report import BadRow
    from sync.client.importing.run import Preview

IGNORE: Final = "ignore"
SAMPLES: Final = 3
_NO_INDEX = QModelIndex()


class ImportWords(QObject):
    """Names of targets, sentences of findings, counts."""

    def target(self, target: str) -> str:
        """What a column holds."""
        from sync.client.importing.headers import EMPLOYEE_TARGETS

        special = {
            "full_name": self.tr("Full name, family name first"),
            "full_name_given_first": self.tr("Full name, first name first"),
            "full_name_ar": self.tr("Full name in Arabic"),
            "full_name_la": self.tr("Full name in Latin letters"),
            "order": self.tr("Line number, left out"),
            IGNORE: self.tr("Left out"),
        }
        if target in special:
            return special[target]
        return wording.field_label("employee" if target in EMPLOYEE_TARGETS else "situation", target)

    def targets(self) -> list[tuple[str, str]]:
        """Every target with its name: what is left out first, then names, person and career."""
        from sync.client.importing.header_words import SPECIALS
        from sync.client.importing.headers import EMPLOYEE_TARGETS
        from sync.domain.acts.opening_situation import FACT_NAMES

        first = (IGNORE, *(one for one in SPECIALS if one != IGNORE))
        return [(one, self.target(one)) for one in (*first, *EMPLOYEE_TARGETS, *FACT_NAMES)]

    def finding(self, code: str, value: str = "") -> str:
        """What was found on a line, and what becomes of it."""
        said = self._findings().get(code)
        return said if said is not None else wording.code_text(code, {"value": value})

    def _findings(self) -> dict[str, str]:
        return {
            "no_name": self.tr("No name on this line"),
            "nothing_identifies": self.tr("Neither number nor birth date: nobody can be told by it"),
            "fits_two_people": self.tr("It fits two people; write the payroll number"),
            "birth_date_malformed": self.tr("The birth date cannot be read"),
            "birth_date_impossible": self.tr("The birth date is impossible"),
            "recruited_before_birth": self.tr("Recruited before the birth date"),
            "stands_twice": self.tr("The same person stands on an earlier line; they are taken together"),
            "number_stands_twice": self.tr("Somebody else has this number; both are kept and listed"),
            "differs_from_known": self.tr("The office knows another value; it is listed and changes nothing"),
            "person_withdrawn": self.tr("This person's file was withdrawn; nothing is written"),
            "name_malformed": self.tr("The name cannot be read; left out"),
            "cin_unusual": self.tr("An unusual card number; kept as it is"),
            "day_in_the_future": self.tr("A day in the future; kept as it is"),
            "code_unknown": self.tr("Not in the code table; left out"),
            "school_closed": self.tr("The school is closed; kept as it is"),
            "not_a_choice": self.tr("Not one of the known words; left out"),
        }

    def file_problem(self, code: str) -> tuple[str, str]:
        """Why a file cannot be read, and what to do."""
        known = {
            "file_not_readable": (self.tr("The file cannot be opened"), self.tr("Close it elsewhere, then try again.")),
            "file_not_spreadsheet": (
                self.tr("This is not a list"),
                self.tr("Choose a file made by a spreadsheet: xlsx, xls, ods or csv."),
            ),
            "file_truncated": (self.tr("The file is incomplete"), self.tr("Ask for it again, or copy it again.")),
            "file_empty": (self.tr("The file is empty"), self.tr("Choose another one.")),
            "file_too_large": (
                self.tr("The file is too large for a list"),
                self.tr("Delete the empty lines and columns at its end, save it, and try again."),
            ),
            "file_has_password": (
                self.tr("The file has a password"),
                self.tr("Save it without a password, then choose it again."),
            ),
            "no_header_row": (
                self.tr("No line of headers was found"),
                self.tr("Give each column a header, such as «الاسم» or «PPR», and save it again."),
            ),
        }
        return known.get(code, (self.tr("The file cannot be read (%1)").replace("%1", ltr(code)), ""))

    def lines(self, number: int) -> str:
        """How many lines."""
        return with_number(self.tr("%n line(s)", "", number), number)

    def people(self, number: int) -> str:
        """How many people."""
        return with_number(self.tr("%n person(s)", "", number), number)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the list."""

    letter: str
    header: str
    samples: tuple[str, ...]
    target: str


def columns_of(preview: Preview) -> list[Column]:
    """The columns of a list with their first values."""
    from sync.client.importing.headers import column_index
    from sync.client.importing.spreadsheet import cell_text

    found = []
    for letter, header in preview.headers.items():
        at = column_index(letter)
        cells = [cell_text(row[at]) for _, row in preview.first_rows if at < len(row)]
        samples = tuple(text for text in cells if text)[:SAMPLES]
        found.append(Column(letter, header, samples, preview.mapping.get(letter, IGNORE)))
    return found


class _Lines(QAbstractTableModel):
    """A table whose cells a subclass gives, with translated headers."""

    def __init__(self, words: ImportWords) -> None:
        super().__init__()
        self.words = words
        self._count = 0

    def heads(self) -> tuple[str, ...]:
        """The headers in the language in force."""
        raise NotImplementedError

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.heads())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a header."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self.heads()[section]

    def rewrite(self) -> None:
        """Write every cell again in the language in force."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, self.columnCount() - 1))


class ColumnsModel(_Lines):
    """The columns of the list: where each goes."""

    def __init__(self, words: ImportWords) -> None:
        super().__init__(words)
        self.columns: list[Column] = []

    def heads(self) -> tuple[str, ...]:
        """The headers in the language in force."""
        return self.tr("Column"), self.tr("Header in the file"), self.tr("First values"), self.tr("Goes to")

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns."""
        self.beginResetModel()
        self.columns, self._count = list(columns), len(columns)
        self.endResetModel()

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell."""
        one = self.columns[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            texts = ltr(one.letter), one.header, "  ·  ".join(isolate(text) for text in one.samples)
            return (*texts, self.words.target(one.target))[index.column()]
        if role == CellRole.INK and index.column() != 1:
            return "text2"
        if role == CellRole.STRONG:
            return index.column() == 1
        if role == CellRole.CHIP and index.column() == 3:
            left_out = one.target in (IGNORE, "order")
            return ChipSpec(self.words.target(one.target), "neutral" if left_out else "accent")
        return None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a line: refused, or remarked on."""

    line: int
    refused: bool
    code: str
    field: str
    value: str


def findings_of(preview: Preview) -> list[Finding]:
    """All findings: the refused lines first, then the remarks, each in order of their lines."""
    report = preview.report
    bad = [Finding(one.row, True, one.reason, one.field, _in_list(preview, one)) for one in report.bad]
    remarks = [Finding(one.row, False, one.code, one.field, one.value) for one in report.remarks]
    return sorted([*bad, *remarks], key=lambda one: (not one.refused, one.line))


def _in_list(preview: Preview, bad: BadRow) -> str:
    """What the list holds where a line was refused, as it was typed there."""
    from sync.client.importing.headers import column_index
    from sync.client.importing.spreadsheet import cell_text

    at = next((column_index(letter) for letter, target in preview.mapping.items() if target == bad.field), -1)
    row = preview.refused[bad.row]
    return cell_text(row[at]) if 0 <= at < len(row) else ""


class FindingsModel(_Lines):
    """The report, line by line."""

    def __init__(self, words: ImportWords) -> None:
        super().__init__(words)
        self.findings: list[Finding] = []

    def heads(self) -> tuple[str, ...]:
        """The headers in the language in force."""
        return self.tr("Line"), self.tr("Result"), self.tr("What was found"), self.tr("Field"), self.tr("Value")

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show another report."""
        self.beginResetModel()
        self.findings, self._count = list(findings), len(findings)
        self.endResetModel()

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell."""
        one = self.findings[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(one, index.column())
        if role == CellRole.CHIP and index.column() == 1:
            tone: Tone = "danger" if one.refused else "warn"
            return ChipSpec(self._text(one, 1), tone, "circle-x" if one.refused else "info")
        return "text2" if role == CellRole.INK and index.column() in (0, 3, 4) else None

    def _text(self, one: Finding, column: int) -> str:
        if column == 0:
            return ltr(group(one.line))
        if column == 1:
            return self.tr("Refused") if one.refused else self.tr("Remark")
        if column == 2:
            return self.words.finding(one.code, one.value)
        return self.words.target(one.field) if column == 3 and one.field else one.value if column == 4 else ""
