"""What an import will record, from drafts and the people already known. Pure: it writes and reads nothing.

New people are created with an opening act. Of known people only empty fields are filled, and career facts come in one
opening act per source; whatever a list says differently becomes an anomaly, once, never a change (design.md 1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, Protocol

from sync.client.importing.cells import Draft
from sync.client.importing.people import AmbiguousPerson, Candidate, KnownPerson, Lines, People, same_days
from sync.client.importing.report import BadRow, Remark
from sync.domain.entities.conflict import Anomaly
from sync.domain.entities.employee import Employee
from sync.domain.fields import TEXT, Value
from sync.domain.names import fold
from sync.domain.operation import Operation, Verb
from sync.domain.partial_day import earliest
from sync.domain.record import kind_of

DIFFERS, STANDS_TWICE = "fact_differs", "number_stands_twice"
"""Codes of the anomalies an import lists."""

_SYSTEM: Final = frozenset(f.name for f in kind_of(Employee).fields if f.system)
_ASKED_AT_ONCE: Final = 400
"""Lines that are looked up together: nobody is held whom no line may mean."""
_LIMIT: Final = kind_of(Anomaly).by_name["found"].limit


@dataclass(frozen=True, slots=True)
class Source:
    """The list: its name (a file's name without its folder) and the ISO day at which it was true."""

    name: str
    known_on: str


@dataclass(frozen=True, slots=True)
class Step:
    """One operation to be; `person_field` is the field that holds the person's row id, for rows that hang from her."""

    verb: Verb
    kind: str
    fields: Mapping[str, Value]
    person_field: str | None = None


@dataclass(frozen=True, slots=True)
class PersonPlan:
    """All that one person gets, recorded together or not at all; made when it is asked for, of a long list."""

    candidate: Candidate
    source: Source

    @property
    def person(self) -> int | None:
        """The person's row, None while she has none."""
        return self.candidate.known.id if self.candidate.known else None

    @property
    def rows(self) -> tuple[int, ...]:
        """The lines that are about her."""
        return self.candidate.rows

    @property
    def steps(self) -> tuple[Step, ...]:
        """The operations to be."""
        return tuple(_steps(self.candidate, self.source))

    @property
    def new_rows(self) -> int:
        """How many row ids `operations` takes."""
        return sum(1 for step in self.steps if step.verb is not Verb.CORRECT)

    def operations(self, rows: Iterator[int]) -> list[Operation]:
        """The operations, with ids for new rows taken from `rows`; author, day and base are the replica's to fill."""
        person = self.person
        made: list[Operation] = []
        for step in self.steps:
            row = person if step.verb is Verb.CORRECT and person is not None else next(rows)
            person = row if person is None else person
            fields = {step.person_field: person, **step.fields} if step.person_field else dict(step.fields)
            made.append(Operation(verb=step.verb, kind=step.kind, row=row, dossier=person, fields=fields))
        return made


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole import of so many lines: people with something to record, and what was found on the way."""

    lines: int
    people: tuple[PersonPlan, ...]
    bad: tuple[BadRow, ...]
    remarks: tuple[Remark, ...]
    known_people: int

    @property
    def created(self) -> int:
        """How many people it makes."""
        return sum(1 for one in self.people if one.person is None)

    @property
    def anomalies(self) -> int:
        """How many disagreements it lists."""
        return sum(len(one.candidate.anomalies) for one in self.people)


class Known(Protocol):
    """Who is known already."""

    def people_count(self) -> int:
        """How many people the office has, without those withdrawn or joined into another."""

    def people_like(self, lines: Lines) -> Iterable[KnownPerson]:
        """At least everybody whom these lines may mean; a record joined into another is told with that one."""


def plan_import(drafts: Iterable[Draft], known: Known, source: Source) -> Plan:
    """Decide what each draft becomes. The same drafts planned after they were recorded give no people."""
    people, touched = People(), dict[Candidate, None]()
    bad: list[BadRow] = []
    remarks: list[Remark] = []
    planning = _Planning(source, people, remarks)
    lines, coming = 0, iter(drafts)
    while some := list(islice(coming, _ASKED_AT_ONCE)):
        lines += len(some)
        people.know(known.people_like(Lines(one.employee for one in some if one.bad is None)))
        for draft in some:
            if draft.bad is None:
                try:
                    touched[planning.take(draft)] = None
                except AmbiguousPerson:
                    bad.append(BadRow(draft.row, "fits_two_people", "ppr"))
                    continue
            else:
                bad.append(draft.bad)
            remarks.extend(draft.problems)
    for person in touched:
        _recruited_after_birth(person)
    plans = tuple(plan for person in touched if (plan := PersonPlan(person, source)).steps)
    return Plan(lines, plans, tuple(bad), tuple(remarks), known.people_count())


class _Planning:
    """Takes drafts one after the other into the candidates they are about."""

    def __init__(self, source: Source, people: People, remarks: list[Remark]) -> None:
        self._source, self._people, self._remarks = source, people, remarks

    def take(self, draft: Draft) -> Candidate:
        person = self._people.find(draft.employee)
        if person is None:
            person = Candidate()
            self._twice(person, draft)
        elif person.rows:
            self._remarks.append(Remark(draft.row, "stands_twice", "", str(person.rows[0])))
        person.rows += (draft.row,)
        if person.known and person.known.withdrawn:
            self._remarks.append(Remark(draft.row, "person_withdrawn", "", ""))
            return person
        for name, value in draft.employee.items():
            self._fill(person, name, value, draft.row)
        for name, value in draft.career.items():
            self._state(person, name, value, draft.row)
        person.rest()
        self._people.note(person, draft.employee)
        return person

    def _twice(self, person: Candidate, draft: Draft) -> None:
        """Somebody else has this number: both stay, and a clerk is told."""
        for other in self._people.sharing_number(draft.employee):
            for name in ("ppr", "cin"):
                number = draft.employee.get(name)
                if number and any(version.get(name) == number for version in other.versions):
                    self._remarks.append(Remark(draft.row, STANDS_TWICE, name, str(number)))
                    _list(person, STANDS_TWICE, name, (number, number))

    def _fill(self, person: Candidate, name: str, value: Value, row: int) -> None:
        known = person.value(name)
        if known in (None, ""):
            if person.known is None or name not in _SYSTEM:
                person.fill(name, value)
        elif name not in _SYSTEM and not _agrees(name, known, value):
            self._differs(person, name, (known, value), row)

    def _state(self, person: Candidate, name: str, value: Value, row: int) -> None:
        stated = person.known.openings.get(self._source.name) if person.known else None
        known = person.fact(name)
        if stated is not None and stated.get(name) == value:
            return
        if known in (None, "") and stated is None:
            person.state(name, value)
        elif known != value:
            self._differs(person, name, (known, value), row)

    def _differs(self, person: Candidate, name: str, values: tuple[Value, Value], row: int) -> None:
        if _list(person, DIFFERS, name, values):
            self._remarks.append(Remark(row, "differs_from_known", name, str(values[1])))


def _agrees(name: str, known: Value, found: Value) -> bool:
    """Same value, the same name in another spelling, or a birth date that is only less precise."""
    if known == found:
        return True
    if name.startswith(("surname_", "first_name_")):
        return fold(str(known)) == fold(str(found))
    if name == "birth_date":
        return "-00" in str(found) and same_days(str(known), str(found))
    return False


def _list(person: Candidate, code: str, name: str, values: tuple[Value, Value]) -> bool:
    """List a disagreement (known, found) unless it is listed already; True when it is new."""
    known, found = (_anomaly_text(value) for value in values)
    listed = person.known.anomalies if person.known else frozenset()
    if (name, found) in listed or (name, found) in person.anomalies:
        return False
    person.list_anomaly((name, found), {"code": code, "field": name, "known": known, "found": found})
    return True


def _anomaly_text(value: Value) -> str:
    text = str(TEXT.parse("" if value is None else str(value)))
    return text[:_LIMIT].strip()


def _steps(person: Candidate, source: Source) -> list[Step]:
    steps: list[Step] = []
    if person.known is None:
        steps.append(Step(Verb.CREATE, "employee", {**person.new_fields, "origin": "list"}))
    elif added := person.new_fields:
        steps.append(Step(Verb.CORRECT, "employee", dict(added)))
    if opening := person.opening:
        stated = {"known_on": source.known_on, "source": source.name, **opening}
        steps.append(Step(Verb.ACT, "opening_situation", stated, "employee"))
    for facts in person.anomalies.values():
        filled = {name: value for name, value in facts.items() if value}
        steps.append(Step(Verb.CREATE, "anomaly", {**filled, "source": source.name}, "person"))
    return steps


def _recruited_after_birth(person: Candidate) -> None:
    """A recruitment before the birth date that stands in the end would block the opening act: it is listed instead."""
    recruited, birth = person.opening.get("recruited_on"), person.value("birth_date")
    if recruited and birth and str(recruited) < earliest(str(birth)).isoformat():
        person.withhold("recruited_on")
        _list(person, DIFFERS, "recruited_on", (None, recruited))


def new_row_count(people: Sequence[PersonPlan]) -> int:
    """How many row ids a batch of people takes."""
    return sum(one.new_rows for one in people)
