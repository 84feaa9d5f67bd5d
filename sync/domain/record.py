"""What one kind of record is: its number, where it lives, who may write it, and its fields.

Tables, forms, validation, wire columns, search and export columns are derived from this; nothing repeats it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar, dataclass_transform

from sync.domain import fields
from sync.domain.fields import Field, Value
from sync.domain.ids import Compartment

T = TypeVar("T")

WITHDRAWN = "withdrawn"
"""System field of every kind: the reason of a withdrawal; clerks never delete."""


class Place(StrEnum):
    """At which level the rows of a kind live."""

    NATION = "nation"
    REGION = "region"
    PROVINCE = "province"
    DIRECTORY = "directory"  # of a region's people: what its academy reads of everybody


class Writer(StrEnum):
    """Who may write a kind: one writer for career and pay facts (design.md 1)."""

    EDIT = "edit"  # create, correct, withdraw
    ACT = "act"  # an administrative act, itself
    STEP = "step"  # a step in the life of an act
    FOLD = "fold"  # derived by acts, never typed
    CENTRE = "centre"  # conflicts, reference data
    READER = "reader"  # nobody: it is told what was read, and no row is made


@dataclass(frozen=True, slots=True)
class RecordKind:
    """The facts of one kind of record; `fields` are in form order, `number` never changes."""

    name: str
    number: int
    cls: type[Any]
    fields: tuple[Field, ...]
    place: Place
    compartment: Compartment
    writer: Writer
    root: str | None
    by_name: Mapping[str, Field]
    by_number: Mapping[int, Field]
    unique: tuple[Field, ...] = ()
    """The fields whose value no other record should hold."""
    system: frozenset[str] = frozenset()
    """The names of those that are never typed."""

    @property
    def is_root(self) -> bool:
        """True when a row of this kind is itself a dossier."""
        return self.root is None

    @property
    def form_fields(self) -> tuple[Field, ...]:
        """The fields a person fills, in form order."""
        return tuple(f for f in self.fields if not f.system)

    @property
    def declared_fields(self) -> tuple[Field, ...]:
        """All fields of the class, without those every kind has."""
        return tuple(f for f in self.fields if f.name != WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Row:
    """One record as a value: only the fields that hold something, plus what a newer version put there."""

    kind: str
    id: int
    dossier: int
    scope: int
    values: Mapping[str, Value]
    extra: bytes = b""

    def get(self, name: str) -> Value:
        """The value of a field, None when empty."""
        return self.values.get(name)

    def text(self, name: str) -> str:
        """The value of a field as text, '' when empty."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    @property
    def withdrawn(self) -> bool:
        """True when somebody withdrew the record."""
        return bool(self.values.get(WITHDRAWN))


_SYSTEM = Field(name=WITHDRAWN, number=1, kind=fields.TEXT, section="control", system=True)


@dataclass_transform(kw_only_default=True, frozen_default=True)
def facts(cls: type[T]) -> type[T]:
    """Mark a class of declared fields that several records share."""
    return dataclass(frozen=True, kw_only=True, eq=False, repr=False)(cls)


@dataclass_transform(kw_only_default=True, frozen_default=True)
def record(  # noqa: PLR0913  # a declaration names each of its facts
    name: str,
    number: int,
    *,
    place: Place = Place.PROVINCE,
    compartment: Compartment = Compartment.GENERAL,
    writer: Writer = Writer.EDIT,
    root: str | None = None,
) -> Callable[[type[T]], type[T]]:
    """Declare a kind of record on a class of typed fields.

    `root` names the reference field that leads to the dossier; None when the row is itself a dossier.
    Raises ValueError when two fields share a number or a number is reserved (1 to 9).
    """

    def declare(cls: type[T]) -> type[T]:
        made = dataclass(frozen=True, kw_only=True, slots=False, eq=False, repr=False)(cls)
        found = [_SYSTEM]
        for item in dataclasses.fields(made):  # type: ignore[arg-type]  # dataclass() returns a plain type
            declared: Field = item.metadata["field"]
            found.append(dataclasses.replace(declared, name=item.name))
        numbers = [f.number for f in found]
        if len(set(numbers)) != len(numbers) or any(n < 10 for n in numbers[1:]):
            raise ValueError(f"{name}: field numbers must be unique and 10 or more")
        kind = RecordKind(
            name=name,
            number=number,
            cls=made,
            fields=tuple(found),
            place=place,
            compartment=compartment,
            writer=writer,
            root=root,
            by_name={f.name: f for f in found},
            by_number={f.number: f for f in found},
            unique=tuple(f for f in found if f.unique),
            system=frozenset(f.name for f in found if f.system),
        )
        made.KIND = kind  # type: ignore[attr-defined]  # read back by kind_of
        return made

    return declare


def kind_of(cls: type[Any]) -> RecordKind:
    """The declaration made by `record` on a class; AttributeError when there is none."""
    kind: RecordKind = cls.KIND
    return kind
