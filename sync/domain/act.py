"""The act declaration: a record that only an act writes, with its code, its check and what it says of the situation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeVar, dataclass_transform

from sync.domain import reference
from sync.domain.errors import Problem
from sync.domain.fields import Value
from sync.domain.ids import Compartment
from sync.domain.operation import Reader
from sync.domain.record import RecordKind, Row, Writer, facts, record
from sync.domain.reference import Limit

A = TypeVar("A", bound="Act")


@dataclass(frozen=True)
class Case:
    """What the check of an act looks at: its row, the state, and the other acts of the person that are in force.

    `classes` are the acts of the catalogue. An act that this one rectifies is not among the others.
    """

    row: Row
    state: Reader
    classes: Sequence[type[Act]]

    @cached_property
    def others(self) -> Sequence[tuple[Act, Row]]:
        """The other acts of the person that count, whenever their effect begins."""
        apart = {self.row.id, self.row.get("rectifies")}
        found = acts_of(self.classes, self.state, self.row.dossier)
        return [(act, row) for act, row in found if act.counts(row) and row.id not in apart]

    def of(self, cls: type[A]) -> list[tuple[A, Row]]:
        """The other acts of one class."""
        return [(act, row) for act, row in self.others if isinstance(act, cls)]

    def situation(self, day: str) -> Mapping[str, Value]:
        """Her situation on a day, as the other acts make it."""
        if day not in self._folded:
            self._folded[day] = fold(self.others, day)
        return self._folded[day]

    @cached_property
    def _folded(self) -> dict[str, Mapping[str, Value]]:
        return {}

    @cached_property
    def employee(self) -> Row | None:
        """The person."""
        return self.state.row("employee", self.row.dossier)

    def limit(self, code: str, name: str, day: str) -> Limit | None:
        """A limit in force on a day, None when none is published."""
        return reference.limit(self.state, code, name, day)


@facts
class Act:
    """The base of every act: who it is about comes as the `employee` field of the subclass.

    Subclasses give `check` (may this be done?) and `shape` (what the situation becomes, folded in `order`).
    """

    KIND: ClassVar[RecordKind]
    CODE: ClassVar[str]
    HAS_STEPS: ClassVar[bool] = False
    """Whether it has a life of its own: registered, decided, notified (administrative_act.py)."""

    def check(self, case: Case) -> Iterable[Problem]:
        """Problems of this act, whose row would be `case.row`, in that state."""
        raise NotImplementedError

    def counts(self, row: Row) -> bool:
        """Whether the act has an effect at all, on some day."""
        return not row.withdrawn

    def applies(self, day: str | None) -> bool:
        """Whether its effect shows on a day; None is the end of time, when all that lasts has begun."""
        return True

    def order(self, row: Row) -> tuple[int, int, int]:
        """Where the act stands in the fold: rank, day number, row id; never the order of arrival."""
        raise NotImplementedError

    def shape(self, situation: Mapping[str, Value]) -> dict[str, Value]:
        """The facts that this act states, given the situation folded so far; None clears a fact."""
        raise NotImplementedError


@dataclass_transform(kw_only_default=True, frozen_default=True)
def act(
    name: str, number: int, code: str, *, compartment: Compartment = Compartment.GENERAL
) -> Callable[[type[A]], type[A]]:
    """Declare an act: a record in the person's dossier, written by acts only, with its code of domain.md 3."""

    def declare(cls: type[A]) -> type[A]:
        made = record(name, number, writer=Writer.ACT, root="employee", compartment=compartment)(cls)
        made.CODE = code
        return made

    return declare


def typed(cls: type[A], row: Row) -> A:
    """The typed act of a row; fields a newer version wrote are not seen here."""
    made = object.__new__(cls)
    vars(made).update(row.values)  # what is empty is the class's own None: half the time of calling it
    return made


def fold(acts: Iterable[tuple[Act, Row]], day: str | None = None) -> dict[str, Value]:
    """The situation that follows from acts on a day, whatever the order in which they came.

    Without a day it is the one that all of them lead to in the end: what is stored (see situation.py).
    """
    standing = [(act, row) for act, row in acts if act.counts(row) and act.applies(day)]
    situation: dict[str, Value] = {}
    for one, _row in sorted(standing, key=lambda pair: pair[0].order(pair[1])):
        for name, value in one.shape(situation).items():
            if value is None or value == "":
                situation.pop(name, None)
            else:
                situation[name] = value
    return situation


def act_rows(classes: Sequence[type[Act]], state: Reader, dossier: int) -> list[tuple[Act, Row]]:
    """All acts of a dossier, typed."""
    return [(typed(cls, row), row) for cls in classes for row in state.rows_of(cls.KIND.name, dossier)]


def dossiers_of(state: Reader, person: int) -> list[int]:
    """The dossiers of one person: her own first, then those of records that were joined to it, or to one of these."""
    found = [person]
    for one in found:  # grows while it is walked
        found += [row.id for row in state.find("employee", "merged_into", one) if row.id not in found]
    return found


def acts_of(
    classes: Sequence[type[Act]], state: Reader, person: int, dossiers: Sequence[int] | None = None
) -> list[tuple[Act, Row]]:
    """All acts of a person: hers, and of the records that were joined to hers what was decided, not what lists said.

    `dossiers` are hers if the caller knows better than the state, her own first.
    """
    own, *joined = dossiers_of(state, person) if dossiers is None else dossiers
    more = (pair for dossier in joined for pair in act_rows(classes, state, dossier))
    return [*act_rows(classes, state, own), *(pair for pair in more if pair[0].HAS_STEPS)]
