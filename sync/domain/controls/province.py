"""What controls look at: a province's rows, sorted by person, with the published rules and the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from sync.domain import catalog, reference, schools
from sync.domain.act import typed
from sync.domain.administrative_act import AdministrativeAct, Track
from sync.domain.errors import Problem
from sync.domain.fields import Value
from sync.domain.operation import Reader
from sync.domain.posting import Posting
from sync.domain.record import Row
from sync.domain.reference import Limit
from sync.domain.schools import Schools

PENDING_PAY: Final = ("to_send", "in_batch", "rejected", "corrected")
"""Pay states of acts that the Treasury has not applied: what is controlled before it is sent (domain.md 5)."""
_NAMES: Final = ("surname_ar", "first_name_ar", "surname_la", "first_name_la")
_OF_ACTS: Final = (
    *("from_on", "to_on", "papers", "state", "decision", "decided_on", "decided_level"),
    *("decision_number", "ended_on", "pay_state", "returned_on", "school", "spouse_ppr"),
)
SCHOOL_KINDS: Final = (schools.KIND, schools.CHANGE)
_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "employee": ("ppr", "cin", "sex", "birth_date", "merged_into", *_NAMES),
    "situation": (
        *("grade", "grade_since", "echelon", "echelon_since", "index_number", "statutory_situation", "recruited_on"),
        *("tenured_on", "position", "position_until", "school", "residence_zone", "rib", "left_on", "children_counted"),
    ),
    "dependant": ("relation", "counted_for_allowance"),
    "leave_notice": ("from_on", "to_on", "decided"),
    "school": ("gresa", "province", "zone", "opened_on", "closed_on"),
    "school_change": ("gresa", "status", "province", "zone", "valid_from", "valid_to", "published_on"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something of a person that wants a look: what it is (its code and its parameters), and the row it shows in.

    `others` are other people whom it concerns as well.
    """

    person: int
    problem: Problem
    kind: str
    row: int
    others: tuple[int, ...] = ()


def columns_of(kind: str) -> tuple[str, ...]:
    """The fields that controls read of a kind, () of one that they do not look at; withdrawn rows are left out."""
    cls = catalog.ACT_BY_KIND.get(kind)
    if cls is not None and issubclass(cls, AdministrativeAct):
        return tuple(name for name in _OF_ACTS if name in cls.KIND.by_name)
    return _COLUMNS.get(kind, ())


def is_looked_at(cls: type[AdministrativeAct]) -> bool:
    """Whether all acts in force of a class are looked at, not only those that pay has not applied yet."""
    return cls.TRACK is not Track.NONE or issubclass(cls, Posting)


class Province:
    """The rows of a province; those of records that were joined to another one stand with that one."""

    def __init__(self, rows: Iterable[Row], rules: Reader, place: int, today: str) -> None:
        """`rows` hold at least the fields of `columns_of`, each kind in order of id; the order of kinds is free."""
        self.rules, self.place, self.today = rules, place, today
        self._schools: tuple[list[Row], list[Row]] = ([], [])
        self._rows: dict[str, dict[int, list[Row]]] = {}
        self._acts: list[Row] = []
        for row in rows:
            if row.withdrawn:
                continue
            if row.kind in SCHOOL_KINDS:
                self._schools[SCHOOL_KINDS.index(row.kind)].append(row)
            elif row.kind in catalog.ACT_BY_KIND:
                self._acts.append(row)
            else:
                self._rows.setdefault(row.kind, {}).setdefault(row.dossier, []).append(row)
        self._joined = {
            person: row.get("merged_into")
            for person, found in self._rows.get("employee", {}).items()
            for row in found
            if row.get("merged_into")
        }

    @cached_property
    def _school_today(self) -> dict[str, Row | None]:
        known = Schools(*self._schools)
        return {gresa: known.on(gresa, self.today) for gresa in known}

    def school(self, gresa: str) -> Row | None:
        """A school with its facts of today, None for one that is not known here."""
        return self._school_today.get(gresa)

    def person_of(self, dossier: int) -> int:
        """Whose dossier it is: the record that this one was joined to, or itself."""
        for _ in range(len(self._joined)):
            other = self._joined.get(dossier)
            if not isinstance(other, int):
                break
            dossier = other
        return dossier

    @cached_property
    def people(self) -> dict[int, Row]:
        """Everybody, each once."""
        return {
            person: rows[0] for person, rows in self._rows.get("employee", {}).items() if person not in self._joined
        }

    @cached_property
    def serving(self) -> dict[int, Row]:
        """The situations of those who have not left."""
        found = self._rows.get("situation", {})
        return {
            person: rows[0] for person, rows in found.items() if person in self.people and not rows[0].get("left_on")
        }

    def family(self, person: int) -> list[Row]:
        """Her dependants."""
        return self._rows.get("dependant", {}).get(person, [])

    @cached_property
    def notices(self) -> dict[int, list[Row]]:
        """Health leaves that were granted, as everybody may know of them, by person."""
        found: dict[int, list[Row]] = {}
        for dossier, rows in self._rows.get("leave_notice", {}).items():
            found.setdefault(self.person_of(dossier), []).extend(row for row in rows if row.get("decided"))
        return found

    @cached_property
    def acts(self) -> dict[int, list[tuple[AdministrativeAct, Row]]]:
        """The acts in force by person."""
        found: dict[int, list[tuple[AdministrativeAct, Row]]] = {}
        for row in self._acts:
            act = typed(catalog.ACT_BY_KIND[row.kind], row)
            if isinstance(act, AdministrativeAct) and act.counts(row):
                found.setdefault(self.person_of(row.dossier), []).append((act, row))
        return found

    @cached_property
    def pending(self) -> list[tuple[int, AdministrativeAct, Row]]:
        """The acts in force that pay has still to apply, with the person."""
        return [
            (person, act, row)
            for person, acts in self.acts.items()
            for act, row in acts
            if row.get("pay_state") in PENDING_PAY
        ]

    def limit(self, code: str, name: str) -> Limit | None:
        """A limit in force today, None when none is published."""
        return reference.limit(self.rules, code, name, self.today)

    def same(self, values: Iterable[tuple[int, Value]]) -> Iterator[tuple[int, Value, tuple[int, ...]]]:
        """Of people with a value each: who has one that others have too, the value, and the others."""
        by_value: dict[Value, list[int]] = {}
        for person, value in values:
            if value:
                by_value.setdefault(value, []).append(person)
        for value, people in by_value.items():
            for person in people if len(people) > 1 else ():
                yield person, value, tuple(other for other in people if other != person)
