"""The list of people: who is in it in order of name, the lines of one page, and filters."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, and_, or_, select

from massar_desktop.queries.hits import Spans, Wanted, name_hits
from massar_desktop.queries.naming import arabic_name, latin_name
from massar_desktop.queries.reference import Names
from sync.domain import catalog
from sync.storage.ledger import office_tables
from sync.storage.search_index import sort_key

REQUIRED = tuple(f.name for f in catalog.BY_NAME["employee"].form_fields if f.required)
"""What a complete record of a person holds."""
_TRAINEE = "2"


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """What the list is narrowed to; empty values do not narrow it."""

    school: str = ""
    cadre: str = ""
    position: str = ""
    incomplete: bool = False

    @property
    def narrows(self) -> bool:
        """True when at least one filter is set."""
        return bool(self.school or self.cadre or self.position or self.incomplete)


@dataclass(frozen=True, slots=True)
class PeopleOrder:
    """Everybody in order of name, read once and kept until something changes; `allowed` is None without a filter.

    `left` are the stubs of those who were transferred: they are searched and not listed.
    """

    ids: array[int] = field(default_factory=lambda: array("q"))
    allowed: frozenset[int] | None = None
    left: array[int] = field(default_factory=lambda: array("q"))

    @property
    def shown(self) -> array[int]:
        """Everybody whom the filter lets through, in order."""
        if self.allowed is None:
            return self.ids
        return array("q", filter(self.allowed.__contains__, self.ids))


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person as the list shows her. Codes are codes: their labels are the reader's (reference.Reference)."""

    id: int
    arabic: str
    latin: str
    ppr: str = ""
    cin: str = ""
    cadre: str = ""
    school: Names = ("", "")
    position: str = ""
    trainee: bool = False
    hits: tuple[Spans, Spans] = ((), ())
    ppr_hits: Spans = ()
    left_for: Names = ("", "")
    left_on: str = ""
    """ISO day since which she belongs to another province; '' for those who are here."""

    def names(self, language: str) -> Names:
        """The name in the language of the interface, then the other; a name known in one script comes first."""
        first, second = (self.arabic, self.latin) if language == "ar" else (self.latin, self.arabic)
        return (first, second) if first else (second, "")

    def name_hits(self, language: str) -> tuple[Spans, Spans]:
        """Where the search is found in those two names."""
        first, second = self.hits if language == "ar" else (self.hits[1], self.hits[0])
        return (first, second) if (self.arabic if language == "ar" else self.latin) else (second, ())


def people_order(connection: Connection, narrowed: PeopleFilter | None = None) -> PeopleOrder:
    """Read the order of an office's people; joined and withdrawn records are not in it."""
    found = connection.exec_driver_sql("SELECT id FROM person_index ORDER BY sort_key, id").scalars()
    return PeopleOrder(array("q", found), allowed_by(connection, narrowed or PeopleFilter()), _left(connection))


def _left(connection: Connection) -> array[int]:
    """The stubs of those who were transferred, in order of name."""
    t = office_tables().records.records["transfer_stub"]
    columns = (t.c.surname_ar, t.c.first_name_ar, t.c.surname_la, t.c.first_name_la)
    found = connection.execute(select(t.c.id, *columns).where(t.c.merged_into.is_(None))).all()
    return array("q", [row.id for row in sorted(found, key=lambda row: (sort_key(row), row.id))])


def allowed_by(connection: Connection, narrowed: PeopleFilter) -> frozenset[int] | None:
    """Whom a filter lets through; None when it narrows nothing."""
    if not narrowed.narrows:
        return None
    records = office_tables().records.records
    person, situation = records["employee"], records["situation"]
    conditions = [
        situation.c[name] == value
        for name, value in (
            ("school", narrowed.school),
            ("cadre", narrowed.cadre),
            ("position", narrowed.position),
        )
        if value
    ]
    query = select(person.c.id).select_from(person.outerjoin(situation, situation.c.id == person.c.id))
    if narrowed.incomplete:
        conditions.append(or_(*(person.c[name].is_(None) for name in REQUIRED)))
    return frozenset(connection.execute(query.where(and_(*conditions))).scalars())


def page(connection: Connection, ids: Sequence[int], query: str = "") -> list[PersonLine]:
    """The lines of some people (at most some hundreds), in the order asked, with the marks of a search.

    Somebody who is no longer there has a line with empty names.
    """
    records = office_tables().records.records
    person, situation, school = records["employee"], records["situation"], records["school"]
    columns = select(
        *(person.c[name] for name in ("id", "surname_ar", "first_name_ar", "surname_la", "first_name_la")),
        person.c.ppr,
        person.c.cin,
        *(situation.c[name] for name in ("cadre", "position", "statutory_situation", "school")),
        school.c.name_ar.label("school_ar"),
        school.c.name_la.label("school_la"),
    )
    joined = person.outerjoin(situation, situation.c.id == person.c.id).outerjoin(
        school, school.c.gresa == situation.c.school
    )
    wanted = Wanted.of(query)
    lines = {}
    for row in connection.execute(columns.select_from(joined).where(person.c.id.in_(ids))):
        arabic, latin = arabic_name(row.surname_ar, row.first_name_ar), latin_name(row.surname_la, row.first_name_la)
        lines[row.id] = PersonLine(
            id=row.id,
            arabic=arabic,
            latin=latin,
            ppr=row.ppr or "",
            cin=row.cin or "",
            cadre=row.cadre or "",
            school=(row.school_ar or row.school or "", row.school_la or row.school or ""),
            position=row.position or "",
            trainee=row.statutory_situation == _TRAINEE,
            hits=name_hits(wanted, arabic, latin),
            ppr_hits=wanted.in_number(row.ppr or ""),
        )
    missing = [one for one in ids if one not in lines]
    if missing:
        lines |= {line.id: line for line in _left_lines(connection, missing, wanted)}
    return [lines.get(one) or PersonLine(one, "", "") for one in ids]


def _left_lines(connection: Connection, ids: Sequence[int], wanted: Wanted) -> Iterator[PersonLine]:
    """The lines of those who were transferred."""
    t = office_tables().records.records["transfer_stub"]
    for row in connection.execute(select(t).where(t.c.id.in_(ids))):
        arabic, latin = arabic_name(row.surname_ar, row.first_name_ar), latin_name(row.surname_la, row.first_name_la)
        yield PersonLine(
            id=row.id,
            arabic=arabic,
            latin=latin,
            ppr=row.ppr or "",
            hits=name_hits(wanted, arabic, latin),
            ppr_hits=wanted.in_number(row.ppr or ""),
            left_for=(row.destination_ar or "", row.destination_la or ""),
            left_on=row.day or "",
        )
