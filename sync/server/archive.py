"""What of the centre's database is archived: an office keeps its operations until then (sync.md 3.4).

Whoever archives reads the position of an archive out of its restored copy (`massar-centre position`), or of the
database itself before the log that holds it is archived and verified, and reports it (`massar-centre archived`). A
position is the last number of each scope with the chain there: a database that has another history refuses it.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, select

from sync.protocol.messages import Point
from sync.server.accounts import Accounts
from sync.server.chains import Chains
from sync.storage.ledger import CentreTables
from sync.storage.rows import get_meta, set_meta, upsert

_NUMBER = "archived"


class OtherArchive(Exception):
    """The position is not one of this database's history."""


class Position(msgspec.Struct, frozen=True):
    """How far a database holds each scope: what `massar-centre position` prints as JSON."""

    epoch: int
    scopes: list[Point]


def position(connection: Connection, tables: CentreTables) -> Position:
    """The position of the database that this transaction sees."""
    t = tables.head
    points = [Point(row.scope, row.seq, bytes(row.chain)) for row in connection.execute(select(t).order_by(t.c.scope))]
    return Position(Accounts(connection, tables).epoch(), points)


def keep(connection: Connection, tables: CentreTables, archived: Position) -> int:
    """All up to this position is archived; gives the number under which offices hear of it. Raises OtherArchive."""
    ours = Chains(connection, tables, {}).at((point.scope, point.seq) for point in archived.scopes)
    if set(ours) != set(archived.scopes):
        raise OtherArchive(f"epoch {archived.epoch}")
    known = {point.scope: point.seq for point in kept(connection, tables)}
    moved = [point for point in archived.scopes if point.seq > known.get(point.scope, 0)]
    upsert(connection, tables.archived, [msgspec.structs.asdict(point) for point in moved])
    number = int(get_meta(connection, tables.meta, _NUMBER) or 0) + bool(moved)
    set_meta(connection, tables.meta, _NUMBER, str(number))
    return number


def kept(connection: Connection, tables: CentreTables) -> list[Point]:
    """Up to where each scope is archived."""
    t = tables.archived
    return [Point(row.scope, row.seq, bytes(row.chain)) for row in connection.execute(select(t).order_by(t.c.scope))]


def told(connection: Connection, tables: CentreTables, scopes: Iterable[int]) -> tuple[int, list[tuple[int, int]]]:
    """The number of the last report, and up to where some scopes are archived."""
    number = int(get_meta(connection, tables.meta, _NUMBER) or 0)
    wanted = set(scopes)
    points = kept(connection, tables) if number else []
    return number, [(point.scope, point.seq) for point in points if point.scope in wanted]
