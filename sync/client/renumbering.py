"""A laptop that shared its number gets one of its own: what was not sent is renumbered, and nothing is dropped.

Two laptops have one number when an office's file was copied, or when an older copy of it was put back. The centre sees
it by a known number that comes with another record (sync.md 2, Ids).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import msgspec
from sqlalchemy import Connection, update

from sync.client import attachments, partings
from sync.client.identity import Identity
from sync.client.outbox import Entry, Outbox, State
from sync.client.work import Work
from sync.domain import canonical, catalog
from sync.domain.fields import REF, Value
from sync.domain.ids import Lane, device_of, row_id
from sync.domain.operation import Operation, Verb, write
from sync.protocol.messages import Offered, Renumber, Renumbered
from sync.storage.database import Database
from sync.storage.ledger import OfficeTables
from sync.storage.rows import upsert

_MAKES_A_ROW = (Verb.CREATE, Verb.ACT, Verb.STEP)


def request(database: Database, tables: OfficeTables) -> Renumber:
    """What to ask the centre: all that this laptop has not seen decided."""
    with database.read() as connection:
        entries = Outbox(connection, tables).undecided()
    return Renumber([Offered(int(e.lane), e.n, e.hash) for e in entries])


def renumber(
    connection: Connection, tables: OfficeTables, identity: Identity, answer: Renumbered
) -> tuple[Identity, frozenset[int]]:
    """Take the new number, in the caller's transaction; gives the new identity and the dossiers that changed.

    What the centre had already keeps its old number and gets its verdict. The rest, and the rows it makes, are
    numbered anew; drafts and pending operations on those rows follow them.
    """
    if answer.device == identity.device:
        return identity, frozenset()  # the same answer again: its verdicts are those of the old number
    old = Work(connection, tables, identity)
    touched, _ = old.settle(answer.verdicts)
    kept = set(answer.held)
    moving = [e for e in old.outbox.undecided() if (int(e.lane), e.n) not in kept]
    operations = [(entry, entry.operation) for entry in moving]
    rows: dict[int, int] = {}
    for lane in Lane:
        own = ((entry, op) for entry, op in operations if entry.lane is lane and op.verb in _MAKES_A_ROW)
        made = [op.row for _, op in own if device_of(op.row) == identity.device]
        first = old.rows.take(len(made), lane)
        rows |= {row: row_id(answer.device, first + index) for index, row in enumerate(made)}
    _move(Outbox(connection, tables, answer.device), operations, rows)
    for row, moved in rows.items():
        connection.execute(update(tables.draft).where(tables.draft.c.dossier == row).values(dossier=moved))
    partings.tell_again(connection, tables)  # they are told by the numbers of saves
    attachments.doubt(connection, tables)
    new = msgspec.structs.replace(identity, device=answer.device)
    new.save(connection, tables.meta)
    touched |= {d for _, op in operations for dossier in op.dossiers for d in (dossier, rows.get(dossier, dossier))}
    upsert(connection, tables.tracked, [{"dossier": rows[d]} for d in sorted(touched & set(rows))])
    work = Work(connection, tables, new)
    work.rebase(touched)
    work.flush()
    return new, frozenset(touched)


def _move(outbox: Outbox, operations: list[tuple[Entry, Operation]], rows: Mapping[int, int]) -> None:
    numbers = {lane: outbox.next_number(lane) for lane in Lane}
    for entry, operation in operations:
        moved = _with_rows(operation, rows)
        record = write(moved, catalog.BY_NAME[moved.kind])
        outbox.set(
            entry.position,
            device=outbox.device,
            n=numbers[entry.lane],
            record=record,
            hash=canonical.digest(record),
            dossier=moved.dossier,
            other=moved.other,
            state=State.OPEN.value,
        )
        numbers[entry.lane] += 1


def _with_rows(operation: Operation, rows: Mapping[int, int]) -> Operation:
    """The same intent about the renumbered rows."""
    by_name = catalog.BY_NAME[operation.kind].by_name

    def moved(name: str, value: Value) -> Value:
        return rows.get(value, value) if by_name[name].kind is REF and isinstance(value, int) else value

    return replace(
        operation,
        row=rows.get(operation.row, operation.row),
        dossier=rows.get(operation.dossier, operation.dossier),
        other=rows.get(operation.other, operation.other),
        fields={name: moved(name, value) for name, value in operation.fields.items()},
    )
