"""A laptop that shared its number gets one of its own: what was not sent is renumbered, and nothing is dropped.

Two laptops have one number when an office's file was copied, or when an older copy of it was put back. The centre sees
it by a known number that comes with another record (sync.md 2, Ids).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, func, select

from sync.client import attachments, drafts, partings
from sync.client.identity import Identity
from sync.client.outbox import Entry, Outbox, State
from sync.client.work import Work
from sync.domain import canonical, catalog
from sync.domain.ids import Lane, device_of, row_id
from sync.domain.operation import Operation, write
from sync.domain.references import DOSSIER, RowName, made_by, renamed, spoken_of
from sync.protocol.messages import Offered, Renumber, Renumbered
from sync.storage.database import Database
from sync.storage.ledger import OfficeTables
from sync.storage.rows import upsert

_IN = 400


def request(database: Database, tables: OfficeTables) -> Renumber:
    """What to ask the centre: all that this laptop has not seen decided."""
    with database.read() as connection:
        entries = Outbox(connection, tables).undecided()
        makers = {made: at for at, entry in enumerate(entries) if (made := made_by(entry.operation)) is not None}
        theirs = _meant_theirs(entries, _first_read(connection, tables, makers))
    offered = list[Offered]()
    for entry in entries:
        own = spoken_of(entry.operation) - theirs[entry.position]
        rests_on = sorted({makers[name] for name in own if name in makers})
        offered.append(Offered(int(entry.lane), entry.n, entry.hash, rests_on))
    return Renumber(offered)


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
    rows: dict[RowName, int] = {}
    for lane in Lane:
        own = (made_by(op) for entry, op in operations if entry.lane is lane)
        made = [name for name in own if name is not None and device_of(name[1]) == identity.device]
        first = old.rows.take(len(made), lane)
        rows |= {name: row_id(answer.device, first + index) for index, name in enumerate(made)}
    theirs = _meant_theirs(moving, _first_read(connection, tables, rows))
    meant = [(entry, _renamed(op, rows, theirs[entry.position])) for entry, op in operations]
    _move(Outbox(connection, tables, answer.device), meant)
    people = {row: moved for (kind, row), moved in rows.items() if kind == DOSSIER}
    drafts.follow(connection, tables.draft, rows)
    partings.tell_again(connection, tables)  # they are told by the numbers of saves
    attachments.doubt(connection, tables)
    new = msgspec.structs.replace(identity, device=answer.device)
    new.save(connection, tables.meta)
    touched |= {d for _, op in operations for dossier in op.dossiers for d in (dossier, people.get(dossier, dossier))}
    upsert(connection, tables.tracked, [{"dossier": people[d]} for d in sorted(touched & set(people))])
    work = Work(connection, tables, new)
    work.rebase(touched)
    work.flush()
    return new, frozenset(touched)


def _first_read(
    connection: Connection, tables: OfficeTables, made: Collection[RowName]
) -> dict[RowName, tuple[int, int]]:
    """Of rows made here, those that the centre has from a copy of this file: in which scope and under which number they
    were first read. What came with a first copy stood there when that was taken.
    """
    change, mirror, cursor = tables.change, tables.mirror, tables.cursor
    found: dict[RowName, tuple[int, int]] = {}
    ids = sorted({row for _, row in made})
    for start in range(0, len(ids), _IN):
        some = ids[start : start + _IN]
        copied = select(mirror.c.kind, mirror.c.id, cursor.c.scope, cursor.c.start)
        copied = copied.join(cursor, cursor.c.scope == mirror.c.scope).where(mirror.c.id.in_(some))
        of = change.c.kind, change.c.row, change.c.scope
        told = select(*of, func.min(change.c.seq)).where(change.c.row.in_(some)).group_by(*of)
        for query in (copied, told):
            for number, one, scope, seq in connection.execute(query):
                if (kind := catalog.BY_NUMBER.get(number)) is not None and (kind.name, one) in made:
                    found[kind.name, one] = scope, max(seq, 1)
    return found


def _meant_theirs(entries: Sequence[Entry], first_read: Mapping[RowName, tuple[int, int]]) -> dict[int, set[RowName]]:
    """By the place of each operation in the outbox, the rows of which a clerk meant the copy's, not her own of that id.

    She had read the copy's before she wrote; of another scope an operation does not say how far that was read, but one
    that she saved before does.
    """
    read, found = Counter[int](), dict[int, set[RowName]]()
    for entry in entries:
        read[entry.scope] = max(read[entry.scope], entry.operation.base.seq)
        known = {name: first_read[name] for name in spoken_of(entry.operation) if name in first_read}
        found[entry.position] = {name for name, (scope, seq) in known.items() if seq <= read[scope]}
    return found


def _renamed(operation: Operation, rows: Mapping[RowName, int], theirs: Collection[RowName]) -> Operation:
    """The same intent about the renumbered rows."""
    mine = {name: row for name, row in rows.items() if name not in theirs} if theirs else rows
    return renamed(operation, mine)


def _move(outbox: Outbox, operations: list[tuple[Entry, Operation]]) -> None:
    """Give operations, which speak of the renumbered rows already, their numbers."""
    numbers = {lane: outbox.next_number(lane) for lane in Lane}
    for entry, moved in operations:
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
