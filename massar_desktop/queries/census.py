"""The yearly census by school: how far each is, the list of one, the data of a certificate of rectification."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from sqlalchemy import ColumnElement, Connection, Table, select

from massar_desktop.queries.asking import Asked, Asker
from massar_desktop.queries.named import NOBODY, Named, people_named
from massar_desktop.queries.reference import Names
from massar_desktop.queries.schools import known_schools
from sync.domain import catalog, census
from sync.domain.act import typed
from sync.domain.administrative_act import AdministrativeAct
from sync.domain.fields import Value
from sync.domain.ids import Compartment
from sync.domain.names import sort_key
from sync.domain.record import WITHDRAWN, Row
from sync.domain.schools import Schools
from sync.domain.situation import situation_at
from sync.storage.ledger import office_tables
from sync.storage.tables import from_columns

_IN: Final = 400
MOST_UNCOUNTED: Final = 1_000
_FACTS: Final = ("cadre", "grade", "function", "subject", "position", "position_since", "position_until")
_FOUND_HERE: Final = ("present", "on_leave", "tasked_elsewhere")


@dataclass(frozen=True, slots=True)
class SchoolCount:
    """How far a school is: people expected on its list, counted in whatever state, of these absent or gone.

    `gresa` is "" for those whose school nobody has stated. `closed` is the day since when it is closed: who still has
    her post there is counted, and must be assigned elsewhere.
    """

    gresa: str
    names: Names
    expected: int
    counted: int
    missing: int
    closed: str = ""

    @property
    def uncounted(self) -> int:
        """How many of the list nobody has ticked."""
        return self.expected - self.counted


@dataclass(frozen=True, slots=True)
class CensusLine:
    """One person of a school's list. `known` are her facts on the day asked (position, leave, task, cadre, function).

    `line` is her CE-ANN act of the year, None while she is not counted.
    """

    person: int
    named: Named
    cin: str
    known: Mapping[str, Value]
    line: Row | None

    @property
    def found(self) -> str:
        """What was ticked, "" for nothing yet."""
        return self.line.text("found") if self.line else ""

    @property
    def proposed(self) -> str:
        """What is known already of why she may not be there: the tick that a form begins with."""
        if self.known.get("leave") or self.known.get("position") not in (None, "activity"):
            return "on_leave"
        return "tasked_elsewhere" if self.known.get("tasked_to") else "present"


@dataclass(frozen=True, slots=True)
class Rectification:
    """What the certificate of rectification says: who was left out or noted wrongly, where she serves and since when.

    `line` is the mending act, or the last one of the year; None while nobody has registered it.
    """

    person: Row
    situation: Mapping[str, Value]
    school: Names
    year: int
    line: Row | None


def census_year(connection: Connection, asker: Asker) -> int:
    """The year of the census that goes on today."""
    return census.census_year(Asked(connection, asker).state, asker.today)


def schools(connection: Connection, asker: Asker, year: int) -> list[SchoolCount]:
    """How far each school of the province is in the census of a year, in order of its Arabic name."""
    return _schools(connection, asker, _counted(connection, asker, year), _serving(connection, asker))


def progress(connection: Connection, asker: Asker, year: int) -> tuple[list[SchoolCount], list[CensusLine]]:
    """Both: how far each school is, and who is not counted yet; the province is read once for them."""
    lines, serving = _counted(connection, asker, year), _serving(connection, asker)
    left = _uncounted(connection, asker, lines, serving, MOST_UNCOUNTED)
    return _schools(connection, asker, lines, serving), left


def _schools(
    connection: Connection, asker: Asker, lines: Mapping[int, Row], serving: Mapping[str, Sequence[int]]
) -> list[SchoolCount]:
    known = known_schools(connection)
    found = []
    for gresa, people in serving.items():
        ticked = [lines[person] for person in people if person in lines]
        missing = sum(line.text("found") not in _FOUND_HERE for line in ticked)
        names, closed = _of_today(known, gresa, asker)
        found.append(SchoolCount(gresa, names, len(people), len(ticked), missing, closed))
    return sorted(found, key=lambda one: (sort_key(one.names[0] or one.gresa), one.gresa))


def school_list(connection: Connection, asker: Asker, year: int, gresa: str) -> list[CensusLine]:
    """The list of a school to print and to tick; `gresa` "" for those without a school.

    In order of Arabic name in both languages: the numbers on the paper are those on the screen.
    """
    people = _serving(connection, asker).get(gresa, array("q"))
    found = _lines(connection, asker, _counted(connection, asker, year), people)
    return sorted(found, key=lambda one: (sort_key(one.named.name("ar")), one.person))


def uncounted(connection: Connection, asker: Asker, year: int, most: int = MOST_UNCOUNTED) -> list[CensusLine]:
    """Who of the province is not counted yet, school by school."""
    return _uncounted(connection, asker, _counted(connection, asker, year), _serving(connection, asker), most)


def _uncounted(
    connection: Connection, asker: Asker, lines: Mapping[int, Row], serving: Mapping[str, Sequence[int]], most: int
) -> list[CensusLine]:
    left = (person for school in sorted(serving) for person in serving[school] if person not in lines)
    return _lines(connection, asker, lines, list(islice(left, most)))


def rectification(connection: Connection, asker: Asker, year: int, person: int) -> Rectification | None:
    """The data of a person's certificate of rectification; None for somebody who is not here."""
    office = Asked(connection, asker)
    row = office.state.row("employee", person)
    if row is None:
        return None
    known = situation_at(office.state, person, asker.today)
    line = census.counted(office.state.rows_of(census.KIND, person), year).get(person)
    names, _closed = _of_today(known_schools(connection), str(known.get("school") or ""), asker)
    return Rectification(row, known, names, year, line)


def _lines(connection: Connection, asker: Asker, counted: Mapping[int, Row], wanted: Sequence[int]) -> list[CensusLine]:
    office, known = Asked(connection, asker), dict[int, dict[str, Value]]()
    named, cards = people_named(connection, wanted), _cards(connection, wanted)
    for start in range(0, len(wanted), _IN):
        known |= _known(office, wanted[start : start + _IN])
    return [
        CensusLine(
            person,
            named.get(person, NOBODY),
            cards.get(person, ""),
            known.get(person, {}),
            counted.get(person),
        )
        for person in wanted
    ]


def _known(office: Asked, people: Collection[int]) -> dict[int, dict[str, Value]]:
    """Position, function and cadre of at most _IN people, with the leave or task that they are on today."""
    records, today = office_tables().records.records, office.asker.today
    t = records["situation"]
    rows = office.connection.execute(select(t.c.id, *(t.c[name] for name in _FACTS)).where(_among(t, people)))
    found = {row.id: {name: value for name in _FACTS if (value := row._mapping[name]) is not None} for row in rows}
    filled = office_tables().records.filled.in_dossiers(office.connection, people)
    for cls in (cls for cls in catalog.ACTS if issubclass(cls, AdministrativeAct) and cls.TEMPORARY):
        if cls.KIND.compartment is Compartment.GENERAL and cls.KIND.name in filled:
            a = records[cls.KIND.name]
            query = select(a).where(_among(a, people), a.c.decision == "accepted", a.c.from_on <= today)
            for one in office.connection.execute(query.where(a.c.to_on >= today)).mappings():
                row = from_columns(cls.KIND.name, dict(one))
                made = typed(cls, row)
                if made.counts(row) and made.applies(today):
                    found.setdefault(row.dossier, {}).update(made.shape({}))
    n = records["leave_notice"]
    query = select(n).where(_among(n, people), n.c.decided.is_(True), n.c.from_on <= today, n.c.to_on >= today)
    for notice in office.connection.execute(query.where(n.c[WITHDRAWN].is_(None))):
        leave = {"leave": "health", "leave_from": notice.from_on, "leave_to": notice.to_on}
        found.setdefault(notice.dossier, {}).update(leave)
    return found


def _among(table: Table, people: Collection[int]) -> ColumnElement[bool]:
    return table.c.dossier.in_(people)


def _cards(connection: Connection, people: Sequence[int]) -> dict[int, str]:
    t = office_tables().records.records["employee"]
    found: dict[int, str] = {}
    for start in range(0, len(people), _IN):
        query = select(t.c.id, t.c.cin).where(t.c.id.in_(people[start : start + _IN]))
        found |= {row.id: row.cin or "" for row in connection.execute(query)}
    return found


def _serving(connection: Connection, asker: Asker) -> dict[str, array[int]]:
    """Everybody who has not left, by school; of one school in order of their numbers."""
    records = office_tables().records.records
    person, situation = records["employee"], records["situation"]
    query = (
        select(person.c.id, situation.c.school)
        .select_from(person.outerjoin(situation, situation.c.id == person.c.id))
        .where(
            person.c.scope.in_(asker.scopes.all),
            person.c.merged_into.is_(None),
            person.c[WITHDRAWN].is_(None),
            situation.c.left_on.is_(None),
        )
        .order_by(person.c.id)
    )
    found: dict[str, array[int]] = {}
    for person_id, school in connection.execute(query):
        found.setdefault(school or "", array("q")).append(person_id)
    return found


def _counted(connection: Connection, asker: Asker, year: int) -> dict[int, Row]:
    """The line of each person who was counted; of records that were joined, under the one that is kept."""
    records = office_tables().records.records
    t, person = records[census.KIND], records["employee"]
    names = (WITHDRAWN, "year", "found", "from_on", "state", "school", "mended", "number", "provisional_number")
    query = (
        select(t.c.id, t.c.dossier, t.c.scope, *(t.c[name] for name in names), person.c.merged_into)
        .select_from(t.join(person, person.c.id == t.c.dossier))
        .where(t.c.scope.in_(asker.scopes.all), t.c.year == year)
    )
    rows = [
        Row(census.KIND, row, kept or dossier, scope, dict(zip(names, values, strict=True)))
        for row, dossier, scope, *values, kept in connection.execute(query)
    ]
    return census.counted(rows, year)


def _of_today(known: Schools, gresa: str, asker: Asker) -> tuple[Names, str]:
    """The names of a school today, empty when it is not known here, and the day since when it is closed."""
    row = known.on(gresa, asker.today)
    return ((row.text("name_ar"), row.text("name_la")), row.text("closed_on")) if row is not None else (("", ""), "")
