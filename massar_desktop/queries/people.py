"""The list of people: who is in it in order of name, the lines of one page, and filters."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from sqlalchemy import (
    Connection,
    Integer,
    Row,
    RowMapping,
    Select,
    String,
    TableClause,
    and_,
    column,
    or_,
    select,
    table,
)

from massar_desktop.queries.hits import Spans, Wanted, name_hits
from massar_desktop.queries.naming import arabic_name, latin_name
from massar_desktop.queries.provinces import province_names
from massar_desktop.queries.reference import Names
from massar_desktop.queries.retiring import Retiring
from massar_desktop.queries.schools import renamed
from sync.domain import catalog
from sync.domain.fields import Value
from sync.storage.ledger import office_tables
from sync.storage.search_index import sort_keys

REQUIRED = tuple(f.name for f in catalog.BY_NAME["employee"].form_fields if f.required)
"""What a complete record of a person holds."""
_TRAINEE = "2"
_BATCH: Final = 200
_INDEX: Final[TableClause] = table(
    "person_index", column("id", Integer), column("arabic_key", String), column("latin_key", String)
)
_KEYS: Final = ("ar", "fr")
"""The languages whose readers each of `sort_keys` is for."""
RETIRES_ON = "retires_on"
COLUMNS: Final[Mapping[str, str]] = {
    "name": "",
    "ppr": "employee.ppr",
    "cadre": "situation.cadre",
    "school": "situation.school",
    "position": "situation.position",
    "cin": "employee.cin",
    "grade": "situation.grade",
    "echelon": "situation.echelon",
    "birth_date": "employee.birth_date",
    "recruited_on": "situation.recruited_on",
    "phone": "employee.phone",
    "sex": "employee.sex",
    RETIRES_ON: "",
}
"""The columns that a clerk may choose, with the record and the field each shows; "" is worked out."""
FIRST_COLUMNS: Final = ("name", "ppr", "cadre", "school", "position")
_FACTS: Final = ("birth_date", "phone", "sex", "cin")
_CAREER: Final = ("grade", "echelon", "recruited_on")


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """What the list is narrowed to; empty values do not narrow it."""

    school: str = ""
    cadre: str = ""
    position: str = ""
    incomplete: bool = False
    grade: str = ""
    anomaly: bool = False
    retires: str = ""
    """The year in which they reach the age limit and leave."""

    @property
    def narrows(self) -> bool:
        """True when at least one filter is set."""
        return self != PeopleFilter()


@dataclass(frozen=True, slots=True)
class Sort:
    """By which column (queries.people.COLUMNS) and which way; "name" is the order of the alphabet."""

    column: str = "name"
    descending: bool = False


@dataclass(frozen=True)
class PeopleOrder:
    """Everybody in order of name, read once and kept until something changes; `allowed` is None without a filter.

    `left` are those whose files are elsewhere, transferred or not referred: they are searched and not listed.
    """

    ids: array[int] = field(default_factory=lambda: array("q"))
    allowed: frozenset[int] | None = None
    left: array[int] = field(default_factory=lambda: array("q"))
    by_name: bool = True
    """Whether it is the order of the alphabet: a search then lists first who is called as typed."""

    @cached_property
    def listed(self) -> frozenset[int]:
        """Who can be in a list of this order."""
        everybody = _set_of(self.ids)
        return everybody if self.allowed is None else everybody & self.allowed

    @cached_property
    def elsewhere(self) -> frozenset[int]:
        """Who can be found besides, after them: nobody where a filter narrows."""
        return _set_of(self.left) if self.allowed is None else frozenset()

    @property
    def shown(self) -> array[int]:
        """Everybody whom the filter lets through, in order."""
        if self.allowed is None:
            return self.ids
        return array("q", filter(self.allowed.__contains__, self.ids))


def _set_of(ids: array[int]) -> frozenset[int]:
    """A set whose numbers lie in memory in their order, as those of a search come: half the time to compare both."""
    return frozenset(array("q", sorted(ids)))


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
    facts: Mapping[str, Value] = field(default_factory=dict)
    """The other columns a clerk may choose, by name."""
    left_for: Names = ("", "")
    left_on: str = ""
    """ISO day since which she belongs to another province; '' for those who are here."""
    province: Names = ("", "")
    """The directorate that has the file of somebody who was not referred to this academy."""

    @property
    def is_elsewhere(self) -> bool:
        """Whether her file is not here: what is known of her is what the line says."""
        return bool(self.left_on or any(self.province))

    def where(self, language: str) -> str:
        """Her school, or the directorate that has her file."""
        there = self.left_for if self.left_on else self.province if self.is_elsewhere else self.school
        return there[0 if language == "ar" else 1]

    def names(self, language: str) -> Names:
        """The name in the language of the interface, then the other; a name known in one script comes first."""
        first, second = (self.arabic, self.latin) if language == "ar" else (self.latin, self.arabic)
        return (first, second) if first else (second, "")

    def name_hits(self, language: str) -> tuple[Spans, Spans]:
        """Where the search is found in those two names."""
        first, second = self.hits if language == "ar" else (self.hits[1], self.hits[0])
        return (first, second) if (self.arabic if language == "ar" else self.latin) else (second, ())


def people_order(
    connection: Connection, narrowed: PeopleFilter | None = None, sort: Sort | None = None, language: str = "ar"
) -> PeopleOrder:
    """Read the order of an office's people, by name as a reader of this language expects it.

    Joined and withdrawn records are not in it.
    """
    wanted, chosen = sort or Sort(), narrowed or PeopleFilter()
    ids = array("q", connection.scalars(_ordered(wanted, language)))
    if wanted.column == RETIRES_ON:
        days = _departures(connection, chosen)
        ids = array("q", sorted(ids, key=lambda who: days.get(who, "9"), reverse=wanted.descending))
    allowed, left = allowed_by(connection, chosen), _left(connection, language)
    return PeopleOrder(ids, allowed, left, by_name=wanted == Sort())


def _ordered(sort: Sort, language: str) -> Select[int]:
    """The query of the order."""
    name = _INDEX.c[("arabic_key", "latin_key")[_KEYS.index(language)]]
    source, by = COLUMNS.get(sort.column, ""), name
    query: Select[int] = select(_INDEX.c.id)
    if source:
        kind, field_name = source.split(".")
        records = office_tables().records.records[kind]
        query, by = query.select_from(_INDEX.outerjoin(records, records.c.id == _INDEX.c.id)), records.c[field_name]
    way = by.desc() if sort.descending else by.asc()
    return query.order_by(way, name, _INDEX.c.id)


def _departures(connection: Connection, narrowed: PeopleFilter) -> Mapping[int, str]:
    """The day on which each leaves, of those of the year that is asked for, else of everybody whose day is known."""
    retiring = Retiring(connection)
    if narrowed.retires:
        return retiring.in_year(narrowed.retires)
    query = "SELECT e.id, e.birth_date, s.school FROM employee AS e LEFT JOIN situation AS s ON s.id = e.id"
    return {
        who: retiring.leaves_on(birth, at_school=bool(school))
        for who, birth, school in connection.exec_driver_sql(query)
        if birth
    }


def _left(connection: Connection, language: str) -> array[int]:
    """Those whose files are elsewhere, in order of name."""
    records = office_tables().records.records
    stub, entry, person = records["transfer_stub"], records["directory_entry"], records["employee"]
    names = ("id", "surname_ar", "first_name_ar", "surname_la", "first_name_la")
    found = list(connection.execute(select(*(stub.c[name] for name in names)).where(stub.c.merged_into.is_(None))))
    apart = entry.outerjoin(person, person.c.id == entry.c.id)
    listed = select(*(entry.c[name] for name in names)).select_from(apart).where(person.c.id.is_(None))
    found += list(connection.execute(listed))
    script = _KEYS.index(language)
    return array("q", [row.id for row in sorted(found, key=lambda row: (sort_keys(row)[script], row.id))])


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
            ("grade", narrowed.grade),
            ("position", narrowed.position),
        )
        if value
    ]
    query = select(person.c.id).select_from(person.outerjoin(situation, situation.c.id == person.c.id))
    if narrowed.incomplete:
        conditions.append(or_(*(person.c[name].is_(None) for name in REQUIRED)))
    if narrowed.anomaly:
        anomaly = records["anomaly"]
        conditions.append(person.c.id.in_(select(anomaly.c.person).where(anomaly.c.withdrawn.is_(None))))
    found = frozenset(connection.execute(query.where(and_(True, *conditions))).scalars())
    return found & Retiring(connection).in_year(narrowed.retires).keys() if narrowed.retires else found


def page(
    connection: Connection, ids: Sequence[int], day: str, query: str = "", *, retires: bool = False
) -> list[PersonLine]:
    """The lines of some people (at most some hundreds), in the order asked, with the marks of a search.

    Somebody who is no longer there has a line with empty names; schools have their names of `day`. `retires` also works
    out the day each leaves.
    """
    records = office_tables().records.records
    person, situation, school = records["employee"], records["situation"], records["school"]
    columns = select(
        *(person.c[name] for name in ("id", "surname_ar", "first_name_ar", "surname_la", "first_name_la")),
        person.c.ppr,
        *(person.c[name] for name in _FACTS),
        *(situation.c[name] for name in (*_CAREER, "cadre", "position", "statutory_situation", "school")),
        school.c.name_ar.label("school_ar"),
        school.c.name_la.label("school_la"),
    )
    joined = person.outerjoin(situation, situation.c.id == person.c.id).outerjoin(
        school, school.c.gresa == situation.c.school
    )
    wanted, retiring = Wanted.of(query), Retiring(connection) if retires else None
    others = renamed(connection, day)
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
            school=_school(row, others),
            position=row.position or "",
            trainee=row.statutory_situation == _TRAINEE,
            hits=name_hits(wanted, arabic, latin),
            ppr_hits=wanted.in_number(row.ppr or ""),
            facts=_facts(row._mapping, retiring),
        )
    missing = [one for one in ids if one not in lines]
    if missing:
        lines |= {line.id: line for line in _left_lines(connection, missing, wanted)}
        lines |= {line.id: line for line in _listed_lines(connection, missing, wanted, others)}
    return [lines.get(one) or PersonLine(one, "", "") for one in ids]


def _school(row: Row[*tuple[Any, ...]], others: Mapping[str, Names]) -> Names:
    """The names of somebody's school; its code where it is not known here."""
    return others.get(row.school) or (row.school_ar or row.school or "", row.school_la or row.school or "")


def lines_of(connection: Connection, ids: Sequence[int], columns: Sequence[str], day: str) -> Iterator[PersonLine]:
    """The lines of any number of people, in the order asked, for these columns; somebody who is gone has none."""
    for start in range(0, len(ids), _BATCH):
        some = page(connection, ids[start : start + _BATCH], day, retires=RETIRES_ON in columns)
        yield from (line for line in some if line.arabic or line.latin or line.ppr)


def _facts(row: RowMapping, retiring: Retiring | None) -> dict[str, Value]:
    found = {name: row[name] for name in (*_FACTS, *_CAREER)}
    if retiring is not None and row["birth_date"]:
        found[RETIRES_ON] = retiring.leaves_on(str(row["birth_date"]), at_school=bool(row["school"]))
    return found


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


def _listed_lines(
    connection: Connection, ids: Sequence[int], wanted: Wanted, others: Mapping[str, Names]
) -> Iterator[PersonLine]:
    """The lines of those whom an academy knows by the directory alone."""
    t, school = (office_tables().records.records[kind] for kind in ("directory_entry", "school"))
    columns = select(t, school.c.name_ar.label("school_ar"), school.c.name_la.label("school_la"))
    found = columns.select_from(t.outerjoin(school, school.c.gresa == t.c.school)).where(t.c.id.in_(ids))
    for row in connection.execute(found):
        arabic, latin = arabic_name(row.surname_ar, row.first_name_ar), latin_name(row.surname_la, row.first_name_la)
        yield PersonLine(
            id=row.id,
            arabic=arabic,
            latin=latin,
            ppr=row.ppr or "",
            cadre=row.cadre or "",
            school=_school(row, others),
            hits=name_hits(wanted, arabic, latin),
            ppr_hits=wanted.in_number(row.ppr or ""),
            province=province_names(row.province),
        )
