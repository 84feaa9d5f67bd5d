"""The act declaration: a record that only an act writes, with its code, its check and what it says of the situation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar, TypeVar, dataclass_transform

from sync.domain.errors import Problem
from sync.domain.fields import Value
from sync.domain.ids import Compartment
from sync.domain.operation import Reader
from sync.domain.record import RecordKind, Row, Writer, facts, record

A = TypeVar("A", bound="Act")


@facts
class Act:
    """The base of every act: who it is about comes as the `employee` field of the subclass.

    Subclasses give `check` (may this be done?) and `shape` (what the situation becomes, folded in `order`).
    """

    KIND: ClassVar[RecordKind]
    CODE: ClassVar[str]

    def check(self, row: Row, state: Reader) -> Iterable[Problem]:
        """Problems of taking this act, whose row would be `row`, in this state."""
        raise NotImplementedError

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
    values: dict[str, Any] = {f.name: row.get(f.name) for f in cls.KIND.declared_fields}
    return cls(**values)


def fold(acts: Iterable[tuple[Act, Row]]) -> dict[str, Value]:
    """The situation that follows from acts, whatever the order in which they came; withdrawn ones count for nothing."""
    standing = [(act, row) for act, row in acts if not row.withdrawn]
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
