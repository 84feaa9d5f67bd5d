"""Finds the header row of a list and proposes what each column holds; the clerk may change it.

A mapping is `{column letter: target}`, plain and fit for JSON. A target is a field of the employee, a career fact of
the opening act, or one of `header_words.SPECIALS`. It belongs to the headers' fingerprint, under which an office
remembers it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sync.client.importing import header_words as words
from sync.client.importing.errors import NotASpreadsheet
from sync.client.importing.evidence import CERTAIN, Evidence, column_evidence
from sync.client.importing.header_words import FULL_NAME, FULL_NAME_GIVEN_FIRST, IGNORE, ORDER, header_key
from sync.client.importing.packed import Cell
from sync.client.importing.spreadsheet import Sheet, cell_text
from sync.domain.acts.opening_situation import FACT_NAMES
from sync.domain.entities.employee import Employee
from sync.domain.record import kind_of

ColumnTargets = dict[str, str]
"""A mapping: column letter -> target."""

_SEARCHED_ROWS = 60
_SAMPLED_ROWS = 400
_SAME_HEADER = 0.6
_CLEAR_ORDER = 0.3
_DAY_ENDINGS = ("_date", "_on", "_since")

EMPLOYEE_TARGETS = tuple(f.name for f in kind_of(Employee).form_fields)
TARGETS = frozenset((*EMPLOYEE_TARGETS, *FACT_NAMES, *words.SPECIALS))
"""Everything a column may be mapped to."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a list's header stands: `row` is its line number (0: the list has none), `headers` by column letter."""

    row: int
    headers: Mapping[str, str]

    @property
    def fingerprint(self) -> str:
        """The same for the same headers in the same order, whatever their accents, case and spaces."""
        facts = "\x1f".join(f"{letter}={header_key(text)}" for letter, text in self.headers.items())
        return hashlib.blake2b(facts.encode(), digest_size=16).hexdigest()


def column_letter(index: int) -> str:
    """The name of the column number `index`, from 0: A, B, ... Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letter: str) -> int:
    """The number of a column, from 0, by its letters; ValueError when it is no column name."""
    if not (letter.isascii() and letter.isalpha() and letter.isupper()):
        raise ValueError(f"no column {letter!r}")
    number = 0
    for char in letter:
        number = number * 26 + ord(char) - 64
    return number - 1


def checked(mapping: Mapping[str, str]) -> ColumnTargets:
    """A mapping that came from outside; ValueError when a column or a target does not exist."""
    for letter, target in mapping.items():
        column_index(letter)
        if target not in TARGETS:
            raise ValueError(f"no target {target!r}")
    return dict(mapping)


def role_of(header: str) -> str | None:
    """What a header's words say: the whole header, else the longest known phrase in it; None when nothing is known."""
    key = header_key(header)
    if exact := words.ROLE_OF.get(key):
        return exact
    if any(word in words.SOMEONE_ELSE for word in key.split()):
        return IGNORE
    inside = [phrase for phrase in words.ROLE_OF if len(phrase) > 2 and f" {phrase} " in f" {key} "]
    found = words.ROLE_OF[max(inside, key=len)] if inside else None
    if found and words.DAY_WORDS & set(key.split()) and not found.endswith(_DAY_ENDINGS):
        return f"{found}_since" if f"{found}_since" in TARGETS else None
    return found


def find_layout(sheet: Sheet) -> Layout:
    """The header row: the first with the most known headers; else the line above the first payroll or card number.

    Raises NotASpreadsheet("no_header_row") when neither is found.
    """
    best, best_count = 0, 1
    for number, row in enumerate(sheet.cells[:_SEARCHED_ROWS], 1):
        count = len({role for cell in row if isinstance(cell, str) and (role := role_of(cell)) and role != IGNORE})
        if count > best_count:
            best, best_count = number, count
    if not best:
        best = _above_first_person(sheet)
    header = sheet.cells[best - 1] if best else []
    texts = [" ".join(cell_text(cell).split()) for cell in header] + [""] * (sheet.width - len(header))
    return Layout(best, {column_letter(i): text for i, text in enumerate(texts)})


def _above_first_person(sheet: Sheet) -> int:
    for number, row in enumerate(sheet.cells[:_SEARCHED_ROWS], 1):
        filled = [cell for cell in row if cell_text(cell)]
        if len(filled) > 2 and {"ppr", "cin"} & {column_evidence([cell]).looks_like for cell in filled}:
            return number - 1
    raise NotASpreadsheet("no_header_row")


def is_data_row(row: Sequence[Cell], layout: Layout, mapping: Mapping[str, str]) -> bool:
    """False for what is no person: blank lines, titles of one cell, totals, and the header printed again."""
    filled = [(i, text) for i, cell in enumerate(row) if (text := cell_text(cell))]
    if len(filled) < 2:
        return False
    useful = sum(1 for i, _ in filled if mapping.get(column_letter(i), IGNORE) not in (IGNORE, ORDER))
    if not useful:
        return False
    first = header_key(filled[0][1])
    if any(first == word or first.startswith(word + " ") for word in words.TOTALS) and len(filled) * 2 < len(mapping):
        return False
    headers = list(layout.headers.values())
    same = sum(1 for i, text in filled if i < len(headers) and header_key(text) == header_key(headers[i]))
    return same < _SAME_HEADER * len(filled)


def propose(sheet: Sheet, layout: Layout) -> ColumnTargets:
    """What each column probably holds, from its header and from its values; every column has a target."""
    rows = [row for row in sheet.cells[layout.row : layout.row + _SAMPLED_ROWS] if len(row) > 1]
    evidence = {
        letter: column_evidence([row[i] for row in rows if i < len(row)]) for i, letter in enumerate(layout.headers)
    }
    roles = {letter: _role(header, evidence[letter]) for letter, header in layout.headers.items()}
    _full_names(roles, evidence)
    targets = {letter: _target(role, evidence[letter]) for letter, role in roles.items()}
    return _each_once(targets, evidence)


def _role(header: str, evidence: Evidence) -> str:
    """The header's word, unless the values clearly have the form of another field."""
    said, seen = role_of(header), evidence.looks_like
    if said == ORDER or (said == IGNORE and seen not in ("school",)):
        return said
    if seen and seen != said:
        own = evidence.shares.get(said or "")
        if said is None and seen == "ppr":
            return "ppr" if evidence.different > CERTAIN and evidence.filled > 1 else IGNORE
        if said is None or (own is not None and own < 1 - CERTAIN and not _both_phones(said, seen)):
            return seen
    return said or IGNORE


def _both_phones(said: str, seen: str) -> bool:
    return "phone" in said and seen == "phone"


def _full_names(roles: dict[str, str], evidence: Mapping[str, Evidence]) -> None:
    """A lone name column holds both names; first names that stand on one side tell the order."""
    present = set(roles.values())
    lone = {"surname", "first_name"} if len(present & {"surname", "first_name"}) == 1 else set()
    for letter, role in list(roles.items()):
        if role in lone:
            roles[letter] = FULL_NAME
        lead = evidence[letter].given_first - evidence[letter].given_last
        if roles[letter] in (FULL_NAME, FULL_NAME_GIVEN_FIRST) and abs(lead) > _CLEAR_ORDER:
            roles[letter] = FULL_NAME_GIVEN_FIRST if lead > 0 else FULL_NAME


def _target(role: str, evidence: Evidence) -> str:
    arabic = evidence.arabic > 0.5
    if role in words.SCRIPTED:
        return f"{role}_{'ar' if arabic else 'la'}"
    return role


def _each_once(targets: ColumnTargets, evidence: Mapping[str, Evidence]) -> ColumnTargets:
    """Where two columns have one target, the one whose values fit best keeps it; full names split by script."""
    kept: ColumnTargets = {}
    chosen: dict[str, str] = {}
    by_fit = sorted(targets, key=lambda letter: -_fit(targets[letter], evidence[letter]))
    for letter in by_fit:
        target = targets[letter]
        if target == "phone" and target in chosen:
            target = "second_phone"
        if target == FULL_NAME and target in chosen:
            other = chosen.pop(FULL_NAME)
            for one in (other, letter):
                kept[one] = words.FULL_NAME_AR if evidence[one].arabic > 0.5 else words.FULL_NAME_LA
            continue
        if target in chosen and target != IGNORE:
            target = IGNORE
        chosen[target] = letter
        kept[letter] = target
    return {letter: kept[letter] for letter in targets}


def _fit(target: str, evidence: Evidence) -> float:
    if target in evidence.shares:
        return evidence.shares[target]
    if target.endswith(_DAY_ENDINGS):
        return evidence.days
    return min(evidence.filled, 1)
