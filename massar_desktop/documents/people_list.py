"""The list of people as it is on the screen, for a spreadsheet or for paper: its columns, its order, its language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from massar_desktop.documents import words
from massar_desktop.documents.list_papers import ListPaper
from massar_desktop.documents.paper import Papers
from massar_desktop.documents.spreadsheet import CellValue, Column, ColumnKind
from massar_desktop.queries.paper_facts import Question, office_facts
from massar_desktop.queries.people import PersonLine, lines_of
from massar_desktop.queries.reference import Reference, reference
from massar_desktop.system.locale import LANGUAGES, Language, word_in
from massar_desktop.system.people_columns import KIND_OF, field_of_column, title_in
from sync.domain.fields import Value, Wire

PEOPLE: Final = "people_list"
MOST_PRINTED: Final = 2_000
"""Lines of a printed list: forty sheets."""
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


def people_on_paper(ids: Sequence[int], names: Sequence[str]) -> Question[Papers]:
    """The question that reads a list to print, at most MOST_PRINTED of it."""
    return lambda connection, asker: ListPaper(
        PEOPLE,
        str(len(ids)),
        office_facts(connection, asker),
        _values(list(lines_of(connection, ids[:MOST_PRINTED], names)), names, reference(connection)),
        copies=1,
    )


def _values(lines: Sequence[PersonLine], names: Sequence[str], known: Reference) -> dict[Language, dict[str, object]]:
    return {
        language: {
            "titles": [title_in(language, name) for name in names],
            "wide": [name in _WIDE for name in names],
            "codes": [_kind(name) is not ColumnKind.TEXT for name in names],
            "lines": [[said_of(line, name, language, known) for name in names] for line in lines],
        }
        for language in LANGUAGES
    }


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
