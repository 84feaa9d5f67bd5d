"""What was saved by someone who had read changes that the centre does not hold any more, though no new history began.

Such a save names the last number its author had seen; the centre has given that number again since. So it is kept, and
told to the centre before anything is offered again, up to which save what she had seen counts only as far as both
histories agree (ADR 15).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, select, update

from sync.domain.ids import Lane
from sync.protocol.messages import Parting
from sync.storage.database import Database
from sync.storage.ledger import OfficeTables
from sync.storage.rows import insert_all


class Partings:
    """The partings of a file, read when they are first asked for."""

    def __init__(self, connection: Connection, parting: Table) -> None:
        self._connection = connection
        self._table = parting
        self._kept: list[tuple[int, int, int]] | None = None

    def seen(self, position: int, scope: int, seq: int) -> int:
        """Of `seq`, the last number of a scope that the author of a save had seen, what is of the centre's history."""
        if self._kept is None:
            t = self._table
            found = self._connection.execute(select(t.c.scope, t.c.position, t.c.shared))
            self._kept = [(row.scope, row.position, row.shared) for row in found]
        return min([seq, *(shared for one, last, shared in self._kept if one == scope and position <= last)])


def keep(
    connection: Connection, tables: OfficeTables, parted: Iterable[tuple[int, int]], *, told: bool = False
) -> None:
    """Keep of each scope the last number shared: everything saved up to now may rest on what came after it.

    `told`: the centre knows it already, because it began a new history itself.
    """
    last = connection.execute(select(func.max(tables.outbox.c.position))).scalar_one()
    rows = [{"scope": scope, "shared": shared, "position": last or 0, "told": told} for scope, shared in parted]
    insert_all(connection, tables.parting, rows)


def tell_again(connection: Connection, tables: OfficeTables) -> None:
    """The centre does not know of these partings, or not under this laptop's number."""
    connection.execute(update(tables.parting).values(told=False))


@dataclass(frozen=True, slots=True)
class Untold:
    """What the centre must hear of before anything is offered again."""

    frames: tuple[Parting, ...]
    ids: tuple[int, ...]


def untold(database: Database, tables: OfficeTables, device: int) -> Untold:
    """The partings that the centre has not confirmed, for a laptop of this number."""
    t, o = tables.parting, tables.outbox
    frames: list[Parting] = []
    with database.read() as connection:
        rows = connection.execute(select(t).where(t.c.told.is_(False)).order_by(t.c.id)).all()
        for position in sorted({row.position for row in rows}):
            numbers = []
            for lane in Lane:
                mine = (o.c.device == device, o.c.lane == int(lane), o.c.position <= position)
                n = connection.execute(select(func.max(o.c.n)).where(*mine)).scalar_one()
                numbers += [(int(lane), n)] if n else []
            scopes = [(row.scope, row.shared) for row in rows if row.position == position]
            if numbers:
                frames.append(Parting(scopes, numbers))
    return Untold(tuple(frames), tuple(row.id for row in rows))


def keep_told(database: Database, tables: OfficeTables, ids: Collection[int]) -> None:
    """The centre keeps these now."""
    if ids:
        with database.write() as connection:
            connection.execute(update(tables.parting).where(tables.parting.c.id.in_(ids)).values(told=True))
