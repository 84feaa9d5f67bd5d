"""The rows that an operation speaks of, and the same intent about rows that go by other ids.

A laptop that gets a number of its own renames the rows it made (client/renumbering.py), and the centre knows a row that
a copy of the laptop made already by the id that the copy gave it (server/renumbered.py). A row is named by its kind and
its id: two copies of one file may have given one id to rows of two kinds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from sync.domain import catalog
from sync.domain.fields import REF, Field
from sync.domain.operation import Operation, Verb

RowName = tuple[str, int]
"""Kind and row id."""
DOSSIER: Final = "employee"
"""The kind of every dossier that offices make."""
_MAKES_A_ROW: Final = (Verb.CREATE, Verb.ACT, Verb.STEP)


def made_by(operation: Operation) -> RowName | None:
    """The row that an operation makes, None where it makes none."""
    return (operation.kind, operation.row) if operation.verb in _MAKES_A_ROW else None


def spoken_of(operation: Operation) -> set[RowName]:
    """The rows that must be there before it: its dossiers, what it corrects, what its fields refer to."""
    found = {(DOSSIER, dossier) for dossier in operation.dossiers} | {(operation.kind, operation.row)}
    found.update((kind, row) for _, kind, row in _referred(operation))
    return found - {made_by(operation)}


def renamed(operation: Operation, rows: Mapping[RowName, int]) -> Operation:
    """The same intent about rows that go by other ids; those that are not named keep theirs."""
    if not rows:
        return operation
    others = {name: rows[kind, row] for name, kind, row in _referred(operation) if (kind, row) in rows}
    return replace(
        operation,
        row=rows.get((operation.kind, operation.row), operation.row),
        dossier=rows.get((DOSSIER, operation.dossier), operation.dossier),
        other=rows.get((DOSSIER, operation.other), operation.other),
        fields={**operation.fields, **others},
    )


def _referred(operation: Operation) -> Iterator[tuple[str, str, int]]:
    """The references among its fields: name of the field, kind and row id."""
    by_name = catalog.BY_NAME[operation.kind].by_name
    for name, value in operation.fields.items():
        field = by_name[name]
        if field.kind is REF and isinstance(value, int):
            yield name, _kind_of(field, operation), value


def _kind_of(field: Field, operation: Operation) -> str:
    if field.kind_in is not None:
        return str(operation.fields.get(field.kind_in, ""))
    return field.target or operation.kind
