"""The confidential compartment comes to a laptop with the right to it, and leaves with it (ADR 54).

The centre says so in PEOPLE. When the right has ended nothing of the compartment is shown from that moment on; what
waits for the centre is offered first, the content of papers too, and then all of it is taken out of the file in one
transaction. The outbox is another thing: what the centre has not decided stays there, and is sent until it is. When the
right comes back, the compartment is copied again from its beginning.
"""

from __future__ import annotations

from collections.abc import Collection

import msgspec
from sqlalchemy import Connection, delete, or_, select, update

from sync.client import bundle_keys
from sync.client.attachments import leaving_papers
from sync.client.cursors import begin
from sync.client.identity import Identity
from sync.client.outbox import State
from sync.client.work import Work
from sync.domain import catalog
from sync.domain.ids import Compartment, scope_id
from sync.storage.ledger import OfficeTables

LET_GO = 1 << 52
"""Where the cursor of a scope stands that was let go of: nothing of it is awaited here any more."""
_DRAFTED = tuple(kind.name for kind in catalog.KINDS if kind.compartment is Compartment.CONFIDENTIAL)


def heard(connection: Connection, tables: OfficeTables, identity: Identity, *, confidential: bool | None) -> Identity:
    """Take what the centre says of this laptop's right, in the caller's transaction; gives the new identity."""
    if confidential is None or confidential == (identity.confidential and not identity.leaving):
        return identity
    if not confidential:
        return msgspec.structs.replace(identity, leaving=True)
    entitled = msgspec.structs.replace(identity, confidential=True, leaving=False)
    if not identity.confidential:
        begin(connection, tables, _scope(identity), identity.epoch, complete=False)
        _take_up(connection, tables, entitled)
    return entitled


def still_waits(
    connection: Connection,
    tables: OfficeTables,
    identity: Identity,
    *,
    offered: bool = False,
    damaged: Collection[int] = (),
) -> bool:
    """Whether something of the compartment has not come to the centre yet.

    `offered`: all operations were offered a moment ago; what is undecided then is held there, and is not waited for.
    `damaged` are records whose content cannot be sent any more.
    """
    t, scope = tables.outbox, _scope(identity)
    undecided = t.c.scope == scope, t.c.state.in_((State.OPEN.value, State.SEALED.value))
    if not offered and connection.execute(select(t.c.position).where(*undecided).limit(1)).first() is not None:
        return True
    return any(one.row not in damaged for one in leaving_papers(connection, tables, scope))


def let_go(connection: Connection, tables: OfficeTables, identity: Identity) -> tuple[Identity, frozenset[int]]:
    """Take all of the compartment out of the file, in the caller's transaction; gives the dossiers that changed.

    Its history goes whole, with its cursor: there is nothing left that its numbers could count.
    """
    scope = _scope(identity)
    without = msgspec.structs.replace(identity, confidential=False, leaving=False)
    without.save(connection, tables.meta)
    touched = _drop_rows(connection, tables, scope) | _tracked_for(connection, tables, scope)
    for table in (tables.change, tables.papers.paper, tables.papers.chunk, tables.papers.piece, tables.way):
        connection.execute(delete(table).where(table.c.scope == scope))
    named = or_(*(tables.draft.c.name.like(form) for kind in _DRAFTED for form in (f"{kind}:%", f"act:{kind}:%")))
    connection.execute(delete(tables.draft).where(named))
    bundle_keys.forget(connection, tables, scope)
    cursor = tables.cursor
    gone = {"seq": LET_GO, "complete": True, "chain": None, "start": LET_GO, "start_chain": None}
    connection.execute(update(cursor).where(cursor.c.scope == scope).values(**gone))
    work = Work(connection, tables, without)
    work.rebase(touched)
    work.flush()
    return without, frozenset(touched)


def _scope(identity: Identity) -> int:
    return scope_id(identity.place, Compartment.CONFIDENTIAL)


def _drop_rows(connection: Connection, tables: OfficeTables, scope: int) -> set[int]:
    """All rows of a scope, shown, mirrored and unread; gives their dossiers."""
    records = tables.records
    shown = [records.records[kind] for kind in records.filled.in_scopes(connection, [scope])]
    dossiers = set[int]()
    for table in (*shown, tables.mirror, tables.unread):
        dossiers.update(connection.execute(select(table.c.dossier).where(table.c.scope == scope).distinct()).scalars())
        connection.execute(delete(table).where(table.c.scope == scope))
    return dossiers


def _tracked_for(connection: Connection, tables: OfficeTables, scope: int) -> set[int]:
    """The tracked dossiers with edits of a scope: one may have no row there, as of who left the province."""
    t, tracked = tables.outbox, tables.tracked
    of_scope = t.c.scope == scope, t.c.dossier.in_(select(tracked.c.dossier))
    return set(connection.execute(select(t.c.dossier).where(*of_scope).distinct()).scalars())


def _take_up(connection: Connection, tables: OfficeTables, identity: Identity) -> None:
    """What the centre still holds of the compartment is shown again, on the rows that will be copied."""
    work = Work(connection, tables, identity)
    entries = [one for one in work.outbox.undecided() if one.scope == _scope(identity)]
    for entry in entries:
        work.track(entry.operation)
    work.rebase({dossier for entry in entries for dossier in entry.operation.dossiers})
    work.flush()
