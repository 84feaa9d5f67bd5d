"""An operation as the centre keeps it, for the oracle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sync.domain import catalog
from sync.domain.operation import read
from tests.simulation.laptop import Number

_BY_COPY = "done_by_copy"


@dataclass(frozen=True, slots=True)
class Stored:
    """One operation as the centre keeps it."""

    number: Number
    arrival: int
    state: str
    answer: tuple[Any, ...]
    """Verdict, scope, sequence, problems."""
    digest: bytes
    record: bytes

    @property
    def final(self) -> bool:
        """True once decided."""
        return self.state == "decided"

    @property
    def verdict(self) -> str | None:
        """The word."""
        word: str | None = self.answer[0]
        return word

    @property
    def by_copy(self) -> bool:
        """Whether it is answered that a copy of the laptop did it."""
        return _BY_COPY in str(self.answer[3])

    def content(self) -> tuple[object, ...]:
        """What it says, with the same name for each row of its own device."""
        op = read(self.record, catalog.BY_NUMBER)

        def name(value: object) -> object:
            return "own" if isinstance(value, int) and value >> 32 == self.number[0] else value

        rows = tuple(map(name, (op.row, op.dossier, op.other)))
        said = tuple((field, name(value)) for field, value in sorted(op.fields.items()))
        return op.verb, op.kind, op.author, op.day, op.base, op.reference, op.extra, rows, said
