"""What must hold at an office after every transaction, looked at from outside (sync.md 4, invariants 6 and 7)."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, select

from sync.client.outbox import Outbox, State
from sync.client.replica import Replica
from sync.client.work import Work
from sync.domain import catalog
from sync.domain.operation import Move, changed
from sync.domain.record import Row
from sync.storage.rows import effect_of
from sync.storage.tables import decode_row, from_columns
from tests.exchange.world import Office, World

Rows = dict[tuple[str, int], Row]


class _Looked(Exception):
    """Ends a transaction that only looked."""


def replayed(world: World, upto: Mapping[int, int]) -> Rows:
    """The centre's log up to the cursors of an office, run on an empty database."""
    t = world.centre.tables.change
    rows: Rows = {}
    with world.centre.database.read() as connection:
        for scope, seq in upto.items():
            query = select(t).where(t.c.scope == scope, t.c.seq <= seq).order_by(t.c.seq)
            for change in connection.execute(query).mappings():
                effect = effect_of(dict(change))
                if effect.move is Move.GONE:
                    gone = effect.dossier, effect.scope
                    rows = {key: row for key, row in rows.items() if (row.dossier, row.scope) != gone}
                    continue
                rows[(effect.kind, effect.row)] = changed(rows.get((effect.kind, effect.row)), effect)
    return rows


def shown(connection: Connection, replica: Replica) -> Rows:
    """All rows of the office's tables."""
    found: Rows = {}
    for kind, table in replica.tables.records.records.items():
        for columns in connection.execute(select(table)).mappings():
            row = from_columns(kind, dict(columns))
            found[(kind, row.id)] = row
    return found


def known(connection: Connection, replica: Replica, rows: Rows) -> Rows:
    """The centre's rows as this office knows them: its tables, and the mirror where its own work stands on them."""
    tracked = set(connection.execute(select(replica.tables.tracked.c.dossier)).scalars())
    found = {key: row for key, row in rows.items() if row.dossier not in tracked}
    for one in connection.execute(select(replica.tables.mirror)):
        kind = catalog.BY_NUMBER[one.kind].name
        found[(kind, one.id)] = decode_row(kind, one.id, one.dossier, one.scope, bytes(one.fields))
    return found


def check(world: World, office: Office) -> None:
    """Mirror and tables are the replay of the centre's log; running the pending operations again changes nothing."""
    replica = office.replica
    with replica.database.read() as connection:
        marks = replica.marks()
        rows = shown(connection, replica)
        assert known(connection, replica, rows) == replayed(world, {mark.scope: mark.seq for mark in marks})
        entries = Outbox(connection, replica.tables, replica.identity.device).entries()
        tracked = set(connection.execute(select(replica.tables.tracked.c.dossier)).scalars())
    for entry in entries:
        if entry.state is not State.DECIDED and entry.scope in replica.identity.scopes.all:
            assert tracked >= set(entry.operation.dossiers)
    numbers: dict[int, list[int]] = {}
    for entry in (one for one in entries if one.device == replica.identity.device):
        numbers.setdefault(int(entry.lane), []).append(entry.n)
    assert all(found == list(range(1, len(found) + 1)) for found in numbers.values())
    _check_fold(replica, tracked, rows)


def _check_fold(replica: Replica, tracked: set[int], rows: Rows) -> None:
    """The rows of the tracked dossiers are the mirror's with the pending operations run on them in order."""
    try:
        with replica.database.write() as connection:
            work = Work(connection, replica.tables, replica.identity)
            work.rebase(tracked)
            folded = {key: row for key, row in work.overlay.rows_in(tracked).items() if row.dossier in tracked}
            raise _Looked
    except _Looked:
        pass
    assert folded == {key: row for key, row in rows.items() if row.dossier in tracked}
