"""Pull: the pages after a cursor and the rows of a first copy, as frames, within a budget of bytes.

Reference data comes first: scopes are numbered so that the nation and the region precede the province.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from sqlalchemy import Connection, Table, bindparam, select

from sync.domain.ids import CENTRE_DEVICE, Lane
from sync.protocol.messages import PAGE_BYTES, Frame, Page, ScopeMark, WireChange
from sync.server.chains import Chains
from sync.server.copies import OVERHEAD, Copies
from sync.storage.ledger import CentreTables
from sync.storage.prepared import Prepared

_READ = 500


class Pull:
    """What one device may read, on one connection (a single snapshot of the database)."""

    def __init__(
        self,
        connection: Connection,
        tables: CentreTables,
        history: tuple[int, dict[int, int]],
        predicted: tuple[int, frozenset[tuple[int, int]]],
        folding: int = 0,
    ) -> None:
        """`history` is the epoch and the heads; `predicted` a device and those of its operations that it predicted.

        `folding` is the version of the fold that the office has.
        """
        self._connection = connection
        self._tables = tables
        self._epoch, self._heads = history
        self._device, self._predicted = predicted
        self._rest = Copies(connection, tables, self._epoch, folding)
        self.more = False

    def frames(self, marks: Sequence[ScopeMark], budget: int) -> Iterator[Frame]:
        """Copies and pages for the scopes of a device, in order, until the budget is spent."""
        left = budget
        for mark in sorted(marks, key=lambda m: m.scope):
            if mark.complete and 0 < self._heads[mark.scope] == mark.seq:
                continue  # read to its end; that nothing was ever numbered is looked up, not believed
            made = self._pages(mark) if mark.complete else self._copies(mark)
            for frame, size in made:
                if left <= 0:
                    self.more = True
                    return
                left -= size
                yield frame

    def _pages(self, mark: ScopeMark) -> Iterator[tuple[Frame, int]]:
        """Pages of whole operations: a cut between two pages never shows half of one."""
        after, size = mark.seq, 0
        some: list[WireChange] = []
        for change in self._changes(mark.scope, mark.seq):
            if size >= PAGE_BYTES and not _together(some[-1], change):
                yield Page(mark.scope, self._epoch, after, some[-1].seq, some), size
                after, some, size = some[-1].seq, [], 0
            some.append(change)
            size += len(change.fields) + OVERHEAD
        if some:
            yield Page(mark.scope, self._epoch, after, some[-1].seq, some), size

    def _changes(self, scope: int, after: int) -> Iterator[WireChange]:
        t = self._tables.change
        while True:
            found = _after(t).all(self._connection, of_scope=scope, after=after, most=_READ)
            for seq, kind, row, dossier, device, lane, n, author, day, fields in found:
                if device == self._device and (lane, n) in self._predicted:
                    yield WireChange(seq, 0, 0, 0, 0, lane, n, 0, "", b"")
                    continue
                yield WireChange(seq, kind, row, dossier, device, lane, n, author, day, bytes(fields))
            if len(found) < _READ:
                return
            after = found[-1][0]

    def _copies(self, mark: ScopeMark) -> Iterator[tuple[Frame, int]]:
        head = self._heads[mark.scope]
        yield from self._rest.frames(mark, head, b"" if mark.copied_kind else self._chain(mark.scope, head))

    def _chain(self, scope: int, head: int) -> bytes:
        (point,) = Chains(self._connection, self._tables, self._heads).at([(scope, head)])
        return point.chain


@cache
def _after(t: Table) -> Prepared:
    names = ("seq", "kind", "row", "dossier", "device", "lane", "n", "author", "day", "fields")
    return Prepared(
        lambda _: (
            select(*(t.c[name] for name in names))
            .where(t.c.scope == bindparam("of_scope"), t.c.seq > bindparam("after"))
            .order_by(t.c.seq)
            .limit(bindparam("most"))
        )
    )


def _together(one: WireChange, other: WireChange) -> bool:
    """True for changes of one operation, or of one transfer; what the centre publishes is a list, not a whole."""
    published = one.device == CENTRE_DEVICE and one.lane == Lane.BULK
    return not published and (one.device, one.lane, one.n) == (other.device, other.lane, other.n)
