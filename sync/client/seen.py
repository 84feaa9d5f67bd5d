"""How far a clerk has looked at what others changed: one number per scope, kept for each clerk of a laptop."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from sync.client.replica import Replica
from sync.storage.ledger import OfficeTables
from sync.storage.rows import get_meta, set_meta

_NAME = "seen:{}"
Marks = dict[int, int]
"""Scope and the number of the last change that was looked at."""


def marks(connection: Connection, tables: OfficeTables, clerk: int) -> Marks | None:
    """How far she has looked; None for a clerk who never did."""
    kept = get_meta(connection, tables.meta, _NAME.format(clerk))
    return None if kept is None else {int(scope): int(seq) for scope, seq in json.loads(kept).items()}


def read_so_far(connection: Connection, tables: OfficeTables) -> Marks:
    """How far this office has read each scope."""
    cursor = tables.cursor
    return {row.scope: row.seq for row in connection.execute(select(cursor.c.scope, cursor.c.seq))}


def mark_seen(replica: Replica, clerk: int, seen: Marks) -> None:
    """Keep that she has looked up to here; raises StorageError."""
    with replica.database.write() as connection:
        set_meta(connection, replica.tables.meta, _NAME.format(clerk), json.dumps(seen))


def begin(replica: Replica, clerk: int) -> None:
    """For a clerk who never looked, what is here now is not news; raises StorageError."""
    with replica.database.read() as connection:
        known, here = marks(connection, replica.tables, clerk), read_so_far(connection, replica.tables)
    if known is None:
        mark_seen(replica, clerk, here)
