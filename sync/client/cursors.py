"""How far each scope has been read, and the chain of what was read: the words a request begins with."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from sqlalchemy import Connection, Table, bindparam, select, update

from sync.client.identity import Identity
from sync.domain.ids import Compartment, compartment_of
from sync.protocol.messages import ScopeMark
from sync.storage import chain
from sync.storage.database import Database
from sync.storage.ledger import OfficeTables
from sync.storage.prepared import Prepared
from sync.storage.rows import get_meta, upsert
from sync.storage.state import Scopes

SAFE = "safe"
"""Where the number of the last report of archives is kept."""


class Standing(NamedTuple):
    """How far each scope has been read, the hash of the chains there, and which report of archives was heard last."""

    marks: list[ScopeMark]
    chain: bytes
    safe: int


class Cursors:
    """The cursors of a file, on one connection."""

    def __init__(self, connection: Connection, tables: OfficeTables, identity: Identity) -> None:
        self._connection = connection
        self._tables = tables
        self._identity = identity
        self.scopes: Scopes = identity.scopes
        self._cursors: dict[int, ScopeMark] = {}

    def marks(self) -> list[ScopeMark]:
        """How far each scope has been read, in order of scope."""
        query = _marks(self._tables.cursor)
        return [ScopeMark(*found) for found in query.all(self._connection, scopes=list(self.scopes.all))]

    def standing(self) -> Standing:
        """The marks, and one hash of the chains there; UNKNOWN where one of them is not known here."""
        query = _points(self._tables.cursor)
        points = [(scope, seq, kept) for scope, seq, kept in query.all(self._connection, scopes=list(self.scopes.all))]
        known = all(kept is not None for _, _, kept in points)
        heard = int(get_meta(self._connection, self._tables.meta, SAFE) or 0)
        return Standing(self.marks(), chain.combine(points) if known else chain.UNKNOWN, heard)

    def cursor(self, scope: int) -> ScopeMark:
        """How far one scope has been read."""
        if not self._cursors:
            self._cursors = {mark.scope: mark for mark in self.marks()}
        return self._cursors.get(scope, ScopeMark(scope, self._identity.epoch, 0, False))

    def shared(self, scope: int) -> int:
        """The last number of a scope that the present epoch shares with those before it."""
        t = self._tables.cursor
        return int(self._connection.execute(select(t.c.shared).where(t.c.scope == scope)).scalar_one_or_none() or 0)

    def safe(self, scope: int) -> int:
        """Up to which number of a scope the centre's database is archived."""
        t = self._tables.cursor
        return int(self._connection.execute(select(t.c.safe).where(t.c.scope == scope)).scalar_one_or_none() or 0)

    def chains(self, scope: int, numbers: Collection[int]) -> dict[int, bytes]:
        """The chains of a scope at some numbers, as far as they are known here."""
        c, t = self._tables.cursor, self._tables.change
        found = {0: chain.START}
        for row in self._connection.execute(select(c).where(c.c.scope == scope)):
            found |= {seq: kept for seq, kept in ((row.start, row.start_chain), (row.seq, row.chain)) if kept}
        kept_with = select(t.c.seq, t.c.chain).where(t.c.scope == scope, t.c.seq.in_(numbers), t.c.chain.is_not(None))
        found |= {row.seq: row.chain for row in self._connection.execute(kept_with)}
        return {seq: bytes(kept) for seq, kept in found.items() if seq in numbers}

    def people_complete(self) -> bool:
        """True when the first copy of every scope is here by whose rows people are found: all but the confidential one,
        which may come later, and leave while it comes."""
        general = (mark for mark in self.marks() if compartment_of(mark.scope) is Compartment.GENERAL)
        return all(mark.complete for mark in general)

    def _move_cursor(self, scope: int, **values: object) -> None:
        told = {f"to_{name}": value for name, value in values.items()}
        _moved(self._tables.cursor, tuple(values)).run(self._connection, of_scope=scope, **told)
        self._cursors = {}


@cache
def _marks(t: Table) -> Prepared:
    told = t.c.scope, t.c.epoch, t.c.seq, t.c.complete, t.c.copied_kind, t.c.copied_row
    return Prepared(lambda among: select(*told).where(among(t.c.scope, "scopes")).order_by(t.c.scope))


@cache
def _moved(t: Table, names: tuple[str, ...]) -> Prepared:
    values = {name: bindparam(f"to_{name}", type_=t.c[name].type) for name in names}
    return Prepared(lambda _: update(t).where(t.c.scope == bindparam("of_scope")).values(values))


@cache
def _points(t: Table) -> Prepared:
    return Prepared(lambda among: select(t.c.scope, t.c.seq, t.c.chain).where(among(t.c.scope, "scopes")))


def standing(database: Database, tables: OfficeTables, identity: Identity) -> Standing:
    """How far a file has read each scope, and what it has read."""
    with database.read() as connection:
        return Cursors(connection, tables, identity).standing()


def begin(connection: Connection, tables: OfficeTables, scope: int, epoch: int, *, complete: bool) -> None:
    """From now on a scope is read here, from its beginning; `complete`: nobody else writes it."""
    mark = {"scope": scope, "epoch": epoch, "seq": 0, "copied_kind": 0, "copied_row": 0, "shared": 0, "safe": 0}
    chains = {"chain": chain.START, "start": 0, "start_chain": chain.START}
    upsert(connection, tables.cursor, [{**mark, **chains, "complete": complete}])
