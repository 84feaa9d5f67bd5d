"""What the centre writes by itself: reference data and the rows of a new province, numbered like any other change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from sqlalchemy import Connection, select

from sync.domain.ids import CENTRE_DEVICE, Lane
from sync.domain.operation import Effect, OperationId, changed
from sync.domain.record import Row
from sync.server import academy
from sync.server.sequence import Sequences
from sync.storage import rows as stored
from sync.storage.database import Database
from sync.storage.digest import KeptSums
from sync.storage.identity import Identities
from sync.storage.ledger import CentreTables
from sync.storage.rows import get_meta, set_meta

_BATCH = 2000


def publish(database: Database, tables: CentreTables, rows: Iterable[Row], *, day: str) -> int:
    """Write rows that are not there yet, as changes of the centre's own device; gives how many were new."""
    total = 0
    for batch in _batches(iter(rows)):
        with database.write() as connection:
            known = {
                (kind, found)
                for kind in {row.kind for row in batch}
                for found in connection.execute(
                    select(tables.records.records[kind].c.id).where(
                        tables.records.records[kind].c.id.in_([row.id for row in batch if row.kind == kind])
                    )
                ).scalars()
            }
            fresh = [row for row in batch if (row.kind, row.id) not in known]
            sequences = Sequences(connection, tables, {row.scope for row in fresh})
            made = [Effect(row.kind, row.id, row.dossier, row.scope, row.values, row.extra) for row in fresh]
            write_as_centre(connection, tables, sequences, [(None, effect) for effect in made], day=day)
            total += len(fresh)
    return total


def write_as_centre(
    connection: Connection,
    tables: CentreTables,
    sequences: Sequences,
    effects: Sequence[tuple[Row | None, Effect]],
    *,
    day: str,
) -> None:
    """Write effects, each with its row before it, as numbered changes of the centre's own device.

    In the caller's transaction, which read those rows under the locks of `sequences`.
    """
    n = int(get_meta(connection, tables.meta, "centre_n") or 0) + 1
    origin = stored.Origin(OperationId(CENTRE_DEVICE, Lane.BULK, n), 0, day)
    changes = [stored.change_of(effect, row, origin, sequences.next(effect.scope)) for row, effect in effects]
    after = [(row, changed(row, effect)) for row, effect in effects]
    stored.write_rows(connection, tables.records, [row for _, row in after])
    sequences.write(changes)
    sums, identities = KeptSums(connection, tables.digest), Identities(connection, tables.identity)
    for before, row in after:
        sums.replace(before, row)
        identities.replace(before, row)
    sums.flush()
    identities.flush()
    academy.follow(connection, tables, sequences, changes)
    sequences.save()
    set_meta(connection, tables.meta, "centre_n", str(n))


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(rows, _BATCH)):
        yield batch
