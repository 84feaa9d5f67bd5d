"""One line of a list as a draft of a person: employee fields, career facts, remarks, or the reason it is bad.

A line is bad when a number that identifies the person or her birth date cannot be right, when she was recruited before
her birth, or when nothing names her; any other value that cannot be read is left out with a remark.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from sync.client.importing import header_words as words
from sync.client.importing.day_cells import read_day, read_partial_day
from sync.client.importing.evidence import has_letters, is_arabic
from sync.client.importing.full_name import split_full_name
from sync.client.importing.header_words import header_key
from sync.client.importing.headers import EMPLOYEE_TARGETS, column_index
from sync.client.importing.labels import Labels
from sync.client.importing.packed import Cell
from sync.client.importing.report import BadRow, Remark
from sync.client.importing.spreadsheet import cell_text
from sync.domain import identifiers
from sync.domain.acts.opening_situation import FACT_NAMES, OpeningSituation
from sync.domain.entities.employee import Employee
from sync.domain.fields import Field, Value
from sync.domain.identifiers import Malformed
from sync.domain.names import is_arabic_name, is_latin_name
from sync.domain.partial_day import earliest
from sync.domain.record import kind_of
from sync.domain.shape import parse_typed

YOUNGEST, CAREER_YEARS, FIRST_BIRTH_YEAR = 15, 70, 1900
"""Nobody on a staff list is younger than 15; a career date is at most 70 years after birth (for two-digit years)."""

_BLANKS: Final = frozenset(
    ("", "-", "--", "---", "/", "//", ".", "?", "#n/a", "#ref!", "#value!", "null", "none", "n/a")
)
_BLANK_WORDS: Final = frozenset(map(header_key, ("néant", "nd", "na", "لا شيء", "لا يوجد", "غير محدد", "غير متوفر")))
_INTEGER: Final = re.compile(r"[^0-9]*([0-9]{1,6})(?:[.,]0+)?[^0-9]*")
_NAME_FIELDS: Final = ("surname_ar", "first_name_ar", "surname_la", "first_name_la")
_FIELDS: Final[Mapping[str, Field]] = {
    **{name: kind_of(Employee).by_name[name] for name in EMPLOYEE_TARGETS},
    **{name: kind_of(OpeningSituation).by_name[name] for name in FACT_NAMES},
}
_BIRTH_FIRST: Final = {"birth_date": 0}


@dataclass(slots=True)
class Draft:
    """What one line says. `bad` is set when it cannot be imported; `career` are facts of an opening act."""

    row: int
    employee: dict[str, Value] = field(default_factory=dict)
    career: dict[str, Value] = field(default_factory=dict)
    problems: list[Remark] = field(default_factory=list)
    bad: BadRow | None = None

    def remark(self, code: str, name: str, value: str) -> None:
        """Note something that is not imported as it stands, or worth a look."""
        self.problems.append(Remark(self.row, code, name, value))

    def put(self, name: str, value: Value) -> None:
        """Keep a value where it belongs; the first column that gives one wins."""
        target = self.career if name in FACT_NAMES else self.employee
        if value not in (None, "") and not target.get(name):
            target[name] = value


class Refused(Exception):
    """This value makes the whole line bad."""

    def __init__(self, reason: str, name: str) -> None:
        super().__init__(reason, name)
        self.reason, self.name = reason, name


def is_blank(value: Cell) -> bool:
    """True for an empty cell and for what people write into one that is empty."""
    if not isinstance(value, str):
        return False
    text = identifiers.western_digits(value).lower()
    if text in _BLANKS:
        return True
    # No such word has a digit; most cells that are as short do.
    return len(text) < 15 and not any(map(str.isdigit, text)) and header_key(text) in _BLANK_WORDS


class RowReader:
    """Reads lines under one mapping; `today` bounds birth dates and two-digit years."""

    def __init__(self, mapping: Mapping[str, str], labels: Labels, today: date) -> None:
        columns = [(column_index(letter), target) for letter, target in mapping.items()]
        useful = [(i, target) for i, target in columns if target not in (words.IGNORE, words.ORDER)]
        # The birth date first: it tells the century of the other dates.
        self._columns = sorted(useful, key=lambda pair: _BIRTH_FIRST.get(pair[1], 1))
        self._labels = labels
        self._today = today
        self._readers: dict[str, Callable[[Draft, str, Cell], None]] = {
            **dict.fromkeys(words.SPECIALS, self._full_name),
            **dict.fromkeys(_NAME_FIELDS, self._name),
            **{name: self._reader_of(one) for name, one in _FIELDS.items() if name not in _NAME_FIELDS},
        }

    def read(self, number: int, row: Sequence[Cell]) -> Draft:
        """The draft of the line `number`."""
        draft = Draft(number)
        try:
            for index, target in self._columns:
                if index < len(row) and not is_blank(row[index]):
                    self._readers[target](draft, target, row[index])
            self._whole_row(draft)
        except Refused as refused:
            draft.bad = BadRow(number, refused.reason, refused.name)
        return draft

    def _reader_of(self, one: Field) -> Callable[[Draft, str, Cell], None]:
        special: dict[str, Callable[[Draft, str, Cell], None]] = {
            "ppr": self._number,
            "cin": self._number,
            "birth_date": self._birth_date,
            "phone": self._phone,
            "second_phone": self._phone,
            "school": self._school,
        }
        by_kind: dict[str, Callable[[Draft, str, Cell], None]] = {
            "day": self._day,
            "partial_day": self._partial_day,
            "integer": self._integer,
            "choice": self._choice,
            "code": self._code,
        }
        return special.get(one.name) or by_kind.get(one.kind.name) or self._plain

    def _whole_row(self, draft: Draft) -> None:
        if not any(draft.employee.get(name) for name in _NAME_FIELDS):
            raise Refused("no_name", "surname_ar")
        birth, recruited = draft.employee.get("birth_date"), draft.career.get("recruited_on")
        if birth and recruited and str(recruited) < earliest(str(birth)).isoformat():
            raise Refused("recruited_before_birth", "recruited_on")
        if not birth and not draft.employee.get("ppr") and not draft.employee.get("cin"):
            raise Refused("nothing_identifies", "ppr")

    def _parsed(self, draft: Draft, name: str, text: str) -> bool:
        """Keep a text parsed as its field wants; leave it out with a remark when it cannot be; True when kept."""
        try:
            draft.put(name, parse_typed(_FIELDS[name], text))
        except Malformed as wrong:
            draft.remark(wrong.code, name, text)
            return False
        return True

    def _plain(self, draft: Draft, name: str, value: Cell) -> None:
        text = cell_text(value)
        if name == "postal_code" and isinstance(value, (int, float)):
            text = text.zfill(5)
        self._parsed(draft, name, text)

    def _number(self, draft: Draft, name: str, value: Cell) -> None:
        try:
            found = parse_typed(_FIELDS[name], cell_text(value))
        except Malformed as wrong:
            raise Refused(wrong.code, name) from wrong
        if name == "cin" and identifiers.cin_is_unusual(str(found)):
            draft.remark("cin_unusual", name, str(found))
        draft.put(name, found)

    def _birth_date(self, draft: Draft, name: str, value: Cell) -> None:
        try:
            born = read_partial_day(value, self._today.year - YOUNGEST)
        except Malformed as wrong:
            reason = "birth_date_impossible" if wrong.code == "day_impossible" else "birth_date_malformed"
            raise Refused(reason, name) from wrong
        if not FIRST_BIRTH_YEAR <= int(born[:4]) <= self._today.year - YOUNGEST:
            raise Refused("birth_date_impossible", name)
        draft.put(name, born)

    def _latest_year(self, draft: Draft) -> int:
        born = draft.employee.get("birth_date")
        return int(str(born)[:4]) + CAREER_YEARS if born else self._today.year

    def _day(self, draft: Draft, name: str, value: Cell) -> None:
        try:
            found = read_day(value, self._latest_year(draft))
        except Malformed as wrong:
            draft.remark(wrong.code, name, cell_text(value))
            return
        if found > self._today.isoformat() and not name.endswith("expires_on"):
            draft.remark("day_in_the_future", name, cell_text(value))
        draft.put(name, found)

    def _partial_day(self, draft: Draft, name: str, value: Cell) -> None:
        try:
            draft.put(name, read_partial_day(value, self._latest_year(draft)))
        except Malformed as wrong:
            draft.remark(wrong.code, name, cell_text(value))

    def _integer(self, draft: Draft, name: str, value: Cell) -> None:
        digits = _INTEGER.fullmatch(identifiers.western_digits(cell_text(value)))
        if digits is None:
            draft.remark("integer_malformed", name, cell_text(value))
        else:
            draft.put(name, int(digits[1]))

    def _phone(self, draft: Draft, name: str, value: Cell) -> None:
        numbers = [part for part in re.split(r"[/;,|]| - |\n", cell_text(value)) if part.strip()]
        for part, target in zip(numbers[:2], (name, "second_phone"), strict=False):
            digits = identifiers.western_digits(part)
            # A number cell lost its first zero.
            self._parsed(draft, target, f"0{digits}" if re.fullmatch("[5-8][0-9]{8}", digits) else part)

    def _choice(self, draft: Draft, name: str, value: Cell) -> None:
        text = cell_text(value)
        known = words.CHOICES.get(name, {}).get(header_key(text))
        choices = {choice.lower(): choice for choice in _FIELDS[name].choices}
        found = known or choices.get(text.lower())
        if found is None:
            draft.remark("not_a_choice", name, text)
        else:
            draft.put(name, found)

    def _code(self, draft: Draft, name: str, value: Cell) -> None:
        text = cell_text(value)
        found = self._labels.code(_FIELDS[name].table or name, text)
        if found is None:
            draft.remark("code_unknown", name, text)
        else:
            draft.put(name, found)

    def _school(self, draft: Draft, name: str, value: Cell) -> None:
        text = cell_text(value)
        if self._parsed(draft, name, self._labels.code("school", text) or text):
            found = (draft.career if name in FACT_NAMES else draft.employee).get(name)
            if found in self._labels.closed:
                draft.remark("school_closed", name, text)

    def _name(self, draft: Draft, name: str, value: Cell) -> None:
        text = cell_text(value)
        self._put_name(draft, name.removesuffix("_ar").removesuffix("_la"), text)

    def _full_name(self, draft: Draft, target: str, value: Cell) -> None:
        text = cell_text(value)
        surname, first_name = split_full_name(text, given_first=target == words.FULL_NAME_GIVEN_FIRST)
        self._put_name(draft, "surname", surname)
        if first_name:
            self._put_name(draft, "first_name", first_name)
        if not draft.employee.get("name_as_written"):
            written = kind_of(Employee).by_name["name_as_written"]
            draft.put(written.name, str(written.kind.parse(" ".join(text.split())))[: written.limit].strip())

    def _put_name(self, draft: Draft, part: str, text: str) -> None:
        """Names go to the script they are written in, whatever their header says."""
        if not has_letters(text):
            draft.remark("name_malformed", f"{part}_ar", text)
            return
        arabic = is_arabic(text)
        name = f"{part}_{'ar' if arabic else 'la'}"
        clean = str(_FIELDS[name].kind.parse(text))
        if not (is_arabic_name(clean) if arabic else is_latin_name(clean)):
            draft.remark("name_malformed", name, text)
        else:
            self._parsed(draft, name, text)
