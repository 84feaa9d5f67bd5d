"""The list of people as it is on the screen, for a spreadsheet or for paper: its columns, its order, its language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from massar_desktop.documents import words
from massar_desktop.documents.office_head import head
from massar_desktop.documents.paper import Paper, Papers, title_of
from massar_desktop.documents.spreadsheet import CellValue, Column, ColumnKind
from massar_desktop.queries.paper_facts import OfficeFacts, Question, office_facts
from massar_desktop.queries.people import PersonLine, lines_of
from massar_desktop.queries.reference import Reference, reference
from massar_desktop.system.locale import Language, word_in
from massar_desktop.system.people_columns import KIND_OF, field_of_column, title_in
from sync.domain.fields import Value, Wire

PEOPLE: Final = "people_list"
PART: Final = 1_000
"""Lines of one part of a printed list: some thirty sheets, which are set, seen and printed at a time."""
MOST_PRINTED: Final = 20_000
"""Lines that are printed, a large province's; what is left out is said on the paper."""
_RETIRES, _TRAINEE = "retires_on", "2"
_WIDE: Final = ("name", "cadre", "school", "grade")


def columns_of(names: Sequence[str], language: Language) -> list[Column]:
    """The columns of a spreadsheet; the name takes two, the script of the language first."""
    other: Language = "fr" if language == "ar" else "ar"
    made = []
    for name in names:
        made.append(Column(title_in(language, name), _kind(name)))
        if name == "name":
            script = title_in(language, name) + (" (Latin)" if other == "fr" else " (عربي)")
            made.append(Column(script))
    return made


def rows_of(
    lines: Iterable[PersonLine], names: Sequence[str], language: Language, known: Reference
) -> Iterator[list[CellValue]]:
    """One line of a spreadsheet for each of these people."""
    for line in lines:
        cells: list[CellValue] = []
        for name in names:
            if name == "name":
                cells += line.names(language)
            elif _kind(name) is ColumnKind.DAY:
                cells.append(_plain(_held(line, name)))
            else:
                cells.append(said_of(line, name, language, known))
        yield cells


def said_of(line: PersonLine, name: str, language: Language, known: Reference) -> str:
    """What a column says of somebody on paper."""
    if name == "name":
        return line.names(language)[0]
    if name == "school":
        return (line.left_for if line.left_on else line.school)[0 if language == "ar" else 1]
    if name == "position" and line.left_on:
        return word_in(language, "PeopleModel", "Transferred")
    if name == "position" and line.trainee and line.position == "activity":
        return words.choice(language, f"situation.statutory_situation.{_TRAINEE}")
    value, field = _held(line, name), field_of_column(name)
    if field is None or field.kind.wire is Wire.DAY:
        return words.figures(str(value)) if value else ""
    return words.plain(words.value(language, KIND_OF[name], field, _value(value), known))


@dataclass(frozen=True)
class PeoplePapers:
    """A list of people in parts, which one key prints one after the other; kept, it is one PDF."""

    office: OfficeFacts
    lines: Sequence[PersonLine]
    names: Sequence[str]
    known: Reference
    asked: int
    """How many people the list on the screen has: all of them, unless it is longer than MOST_PRINTED."""
    copies: int = 1

    @property
    def offered(self) -> Sequence[str]:
        """The number of the first line of each part; a list of nobody is a part, too."""
        return [str(first) for first in range(1, max(len(self.lines), 1) + 1, PART)]

    @property
    def together(self) -> bool:
        """Whether there are several parts."""
        return len(self.lines) > PART

    def name(self, template: str, language: Language) -> str:
        """The list, and which lines of it."""
        return f"{title_of(PEOPLE, language)} {self._span(template)}" if self.together else title_of(PEOPLE, language)

    def paper(self, template: str, language: Language) -> Paper:
        """One part in a language."""
        first = int(template)
        title = f"{title_of(PEOPLE, language)} - {self._span(template)}"
        return self._paper(title, first, self.lines[first - 1 : first - 1 + PART], language)

    def kept(self, template: str, language: Language) -> Sequence[Paper]:
        """The whole list in one file, whichever part is in front."""
        return (self._paper(f"{title_of(PEOPLE, language)} - {len(self.lines)}", 1, self.lines, language),)

    def _span(self, template: str) -> str:
        first = int(template)
        return f"{first} - {min(first + PART - 1, len(self.lines))}"

    def _paper(self, title: str, first: int, lines: Sequence[PersonLine], language: Language) -> Paper:
        values = {
            **head(self.office, language),
            "titles": [title_in(language, name) for name in self.names],
            "wide": [name in _WIDE for name in self.names],
            "codes": [_kind(name) is not ColumnKind.TEXT for name in self.names],
            "lines": [[said_of(line, name, language, self.known) for name in self.names] for line in lines],
            "first": first,
            "total": len(self.lines),
            "left_out": max(self.asked - MOST_PRINTED, 0),
        }
        return Paper(PEOPLE, language, title, values, self.copies)


def people_on_paper(ids: Sequence[int], names: Sequence[str]) -> Question[Papers]:
    """The question that reads a list to print, at most MOST_PRINTED of it."""
    return lambda connection, asker: PeoplePapers(
        office_facts(connection, asker),
        list(lines_of(connection, ids[:MOST_PRINTED], names, asker.today)),
        names,
        reference(connection, asker.today),
        len(ids),
    )


def _kind(name: str) -> ColumnKind:
    field = field_of_column(name)
    if name == _RETIRES or (field is not None and field.kind.wire is Wire.DAY):
        return ColumnKind.DAY
    return ColumnKind.CODE if field is not None and field.kind.ltr else ColumnKind.TEXT


def _held(line: PersonLine, name: str) -> object:
    own = {"ppr": line.ppr, "cin": line.cin, "cadre": line.cadre, "position": line.position}
    return own[name] if name in own else line.facts.get(name)


def _plain(value: object) -> CellValue:
    return value if isinstance(value, (str, int, float)) else None


def _value(value: object) -> Value:
    return value if isinstance(value, (str, int, bool)) else None
