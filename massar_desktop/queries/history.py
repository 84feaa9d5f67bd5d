"""Who changed what in a dossier, newest first: changes the centre numbered, and what this office has not sent yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from sync.client.outbox import Entry, Outbox, State
from sync.domain import canonical, catalog
from sync.domain.fields import Value
from sync.domain.ids import Compartment
from sync.domain.operation import Verb
from sync.storage.ledger import office_tables

MOST = 400
"""Changes read for one dossier; older ones stay with the centre."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value that changed; `before` is None when it was empty or is not known here."""

    name: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change of a row. `state`: "received" once the centre has numbered it, else a verdict or state here."""

    day: str
    author: int
    device: int
    kind: str
    row: int
    state: str
    changes: tuple[FieldChange, ...]
    verb: Verb = Verb.CORRECT
    created: bool = False


def history(
    connection: Connection, dossiers: Sequence[int], own_device: int, *, confidential: bool = False
) -> list[HistoryLine]:
    """The changes of some dossiers (a person's and those joined to it), newest first, unsent ones ahead.

    Those of confidential records only for a clerk who may read them (`confidential`).
    """
    lines = [*_unsent(connection, dossiers, own_device), *_received(connection, dossiers, confidential=confidential)]
    return [line for line in lines if confidential or not is_confidential(line.kind)]


def is_confidential(kind: str) -> bool:
    """Whether the rows of a kind lie in the confidential compartment."""
    return catalog.BY_NAME[kind].compartment is Compartment.CONFIDENTIAL


def _unsent(connection: Connection, dossiers: Sequence[int], own_device: int) -> list[HistoryLine]:
    outbox = Outbox(connection, office_tables())
    table = office_tables().outbox
    rejected = outbox.entries(table.c.dossier.in_(dossiers), table.c.verdict == "rejected")
    entries = {entry.position: entry for entry in [*rejected, *outbox.of_dossiers(dossiers)]}
    standing = _mirrored(connection, dossiers)
    lines = []
    for position in sorted(entries):
        entry = entries[position]
        values = standing.setdefault((entry.operation.kind, entry.operation.row), {})
        lines.append(_line_of(entry, own_device, values))
        if entry.verdict != "rejected":
            values.update(entry.operation.fields)
    return [line for line in reversed(lines) if line.verb is not Verb.VOID]


def _mirrored(connection: Connection, dossiers: Sequence[int]) -> dict[tuple[str, int], dict[str, Value]]:
    """The centre's rows of these dossiers, on which the operations here stand."""
    mirror = office_tables().mirror
    found: dict[tuple[str, int], dict[str, Value]] = {}
    for one in connection.execute(select(mirror).where(mirror.c.dossier.in_(dossiers))):
        kind = catalog.BY_NUMBER[one.kind]
        values, _ = canonical.decode_fields(bytes(one.fields), kind.by_number)
        found[kind.name, one.id] = values
    return found


def _line_of(entry: Entry, own_device: int, before: Mapping[str, Value]) -> HistoryLine:
    operation = entry.operation
    state = "doubtful" if entry.doubtful else entry.state.value
    return HistoryLine(
        day=operation.day,
        author=operation.author,
        device=own_device,
        kind=operation.kind,
        row=operation.row,
        state=entry.verdict or state if entry.state is State.DECIDED else state,
        changes=tuple(FieldChange(name, before.get(name), value) for name, value in operation.fields.items()),
        verb=operation.verb,
        created=operation.verb is Verb.CREATE,
    )


def _received(connection: Connection, dossiers: Sequence[int], *, confidential: bool) -> list[HistoryLine]:
    """By row, because the changes are indexed so: a year of a whole province is in that table."""
    change = office_tables().change
    found: list[Mapping[str, object]] = []
    records = office_tables().records
    filled = records.filled.in_dossiers(connection, dossiers)
    for kind in catalog.KINDS:
        if kind.name not in filled or (is_confidential(kind.name) and not confidential):
            continue
        table = records.records[kind.name]
        by_scope: dict[int, list[int]] = {}
        for row in connection.execute(select(table.c.scope, table.c.id).where(table.c.dossier.in_(dossiers))):
            by_scope.setdefault(row.scope, []).append(row.id)
        for scope, rows in by_scope.items():
            query = (
                select(change)
                .where(change.c.scope == scope, change.c.kind == kind.number, change.c.row.in_(rows))
                .order_by(change.c.seq.desc())
                .limit(MOST)
            )
            found += [dict(one) for one in connection.execute(query).mappings()]
    # What a dossier brought from another province, or left here empty when it went there, was written by nobody here.
    found = [one for one in found if one["fields"]]
    found.sort(key=lambda one: int(str(one["seq"])), reverse=True)
    return [_received_line(one) for one in found[:MOST]]


def _received_line(one: Mapping[str, object]) -> HistoryLine:
    kind = catalog.BY_NUMBER[int(str(one["kind"]))]
    after, _ = canonical.decode_fields(_bytes(one["fields"]), kind.by_number)
    before, _ = canonical.decode_fields(_bytes(one["before"]), kind.by_number)
    return HistoryLine(
        day=str(one["day"]),
        author=int(str(one["author"])),
        device=int(str(one["device"])),
        kind=kind.name,
        row=int(str(one["row"])),
        state="received",
        changes=tuple(FieldChange(name, before.get(name), value) for name, value in after.items()),
        created=not before,
    )


def _bytes(value: object) -> bytes:
    if not isinstance(value, (bytes, memoryview)):
        raise TypeError("a change holds canonical bytes")
    return bytes(value)
