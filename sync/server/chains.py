"""Whether an office has read this very history: its chains against those kept here (sync.md 3.4).

The fence (server/history.py) stops a database that was put back before offices are answered from it. Where the fence
was put back with it, the first office that knows more, or other changes under the same numbers, is told where to look
for the last number that both share.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property

from sqlalchemy import Connection, Table, bindparam, select

from sync.domain.operation import OperationId
from sync.protocol.messages import Parting, Point, ScopeMark
from sync.server.accounts import Device
from sync.storage import chain
from sync.storage.ledger import CentreTables
from sync.storage.prepared import Prepared
from sync.storage.rows import upsert


class Chains:
    """The chains of this history, on one connection; `heads` are the scopes in question with their last numbers."""

    def __init__(self, connection: Connection, tables: CentreTables, heads: Mapping[int, int]) -> None:
        self._connection = connection
        self._table = tables.change
        self._heads = heads

    def parted(self, marks: Sequence[ScopeMark], combined: bytes) -> bool:
        """True when an office that combines its chains at these marks so has read another history than this one."""
        if any(mark.seq > self._heads.get(mark.scope, 0) for mark in marks):
            return True
        if not combined or combined == chain.UNKNOWN:
            return False
        points = self.at((mark.scope, mark.seq) for mark in marks)
        return chain.combine((point.scope, point.seq, point.chain) for point in points) != combined

    def at(self, numbers: Iterable[tuple[int, int]]) -> list[Point]:
        """The chain at some numbers of scopes; those that were never given are left out."""
        t = self._table
        wanted = sorted(set(numbers))
        found = {(scope, 0): chain.START for scope, seq in wanted if seq == 0}
        some = [(scope, seq) for scope, seq in wanted if seq]
        if some:
            scopes, seqs = ([*{one[at] for one in some}] for at in range(2))
            for scope, seq, link in _at(t).all(self._connection, scopes=scopes, seqs=seqs):
                found[(scope, seq)] = bytes(link)  # and some that nobody asked for
        return [Point(scope, seq, found[(scope, seq)]) for scope, seq in wanted if (scope, seq) in found]

    def samples(self, marks: Sequence[ScopeMark]) -> list[Point]:
        """The chains by which an office finds where its history parted from this one."""
        return self.at(
            (mark.scope, seq)
            for mark in marks
            if mark.scope in self._heads
            for seq in chain.samples(min(mark.seq, self._heads[mark.scope]))
        )


def keep_parting(connection: Connection, tables: CentreTables, device: Device, told: Parting) -> None:
    """Keep up to which operation a device rests on a history that this one does not go on from."""
    own = set(device.writes.all)
    rows = [
        {"device": device.number, "scope": scope, "lane": lane, "n": n, "shared": shared}
        for scope, shared in told.scopes
        if scope in own
        for lane, n in told.numbers
    ]
    upsert(connection, tables.parting, rows)


@cache
def _at(t: Table) -> Prepared:
    return Prepared(
        lambda among: select(t.c.scope, t.c.seq, t.c.chain).where(among(t.c.scope, "scopes"), among(t.c.seq, "seqs"))
    )


@cache
def _partings(t: Table) -> Prepared:
    columns = t.c.scope, t.c.lane, t.c.n, t.c.shared
    return Prepared(lambda _: select(*columns).where(t.c.device == bindparam("of_device")))


class Partings:
    """How much of this history a device had really seen when it wrote what rests on another one."""

    def __init__(self, connection: Connection, tables: CentreTables, device: int) -> None:
        self._asked = _partings(tables.parting).ask(connection, of_device=device)

    @cached_property
    def _rows(self) -> list[tuple[int, int, int, int]]:
        return [tuple(row) for row in self._asked()]

    def seen(self, by: OperationId, scope: int, seq: int) -> int:
        """Of `seq`, the last number that an operation's author had seen in a scope, what is of this history."""
        if not self._rows:
            return seq  # most laptops rest on this history alone
        lost = [shared for one, lane, n, shared in self._rows if one == scope and lane == by.lane and by.n <= n]
        return min([seq, *lost])
