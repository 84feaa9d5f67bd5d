"""An operation as the centre keeps it, for the oracle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sync.domain import catalog
from sync.domain.fields import Value
from sync.domain.operation import Operation, Verb, read
from tests.simulation.laptop import Number

MAKES_A_ROW = (Verb.CREATE, Verb.ACT, Verb.STEP)
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

    def understood(self, same: Mapping[int, int]) -> Operation:
        """What it says, of rows by the ids under which the centre has them: `same` leads there from a copy's own."""
        return _about(read(self.record, catalog.BY_NUMBER), same)

    def content(self, same: Mapping[int, int]) -> tuple[object, ...]:
        """What it says, with the same name for the row that it makes itself."""
        op = self.understood(same)
        if op.verb in MAKES_A_ROW:
            op = _about(op, {op.row: 0})
        rows = op.row, op.dossier, op.other
        return op.verb, op.kind, op.author, op.day, op.base, op.reference, op.extra, rows, sorted(op.fields.items())


def _about(op: Operation, rows: Mapping[int, int]) -> Operation:
    def name(value: Value) -> Value:
        return rows.get(value, value) if isinstance(value, int) and value >> 32 else value

    row, dossier, other = (rows.get(one, one) for one in (op.row, op.dossier, op.other))
    fields = {field: name(value) for field, value in op.fields.items()}
    return replace(op, row=row, dossier=dossier, other=other, fields=fields)
