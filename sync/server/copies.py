"""The rows of a first copy as frames; what an office can make of its acts is told by who has it, not row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from sqlalchemy import Connection, select

from sync.domain import catalog
from sync.domain.record import RecordKind, Row
from sync.domain.situation import FOLDING
from sync.protocol.copying import SITUATION, end_of, place
from sync.protocol.messages import PAGE_BYTES, Copy, ScopeMark, WireRow
from sync.storage.folding import Folding
from sync.storage.ledger import CentreTables
from sync.storage.tables import encode_row, from_row

OVERHEAD = 24
"""About what a row or a change costs beside its fields, in bytes before compression."""
_READ = 500
_PEOPLE = 1000
"""People whose situations one frame tells of at most: what an office folds in one transaction."""
_ORDER = sorted(catalog.KINDS, key=lambda kind: place(kind.number, 0))


@dataclass(frozen=True, slots=True)
class _Part:
    """What one frame holds, and its size before compression."""

    rows: Sequence[WireRow] = ()
    size: int = OVERHEAD
    folded: int = 0
    without: Sequence[int] = ()


class Copies:
    """The rest of the first copies of a device, on one connection (a single snapshot of the database)."""

    def __init__(self, connection: Connection, tables: CentreTables, epoch: int, folding: int) -> None:
        """`folding` is the version of the fold that the office has."""
        self._connection = connection
        self._tables = tables
        self._epoch = epoch
        self._folds = folding == FOLDING

    def frames(self, mark: ScopeMark, head: int, start: bytes) -> Iterator[tuple[Copy, int]]:
        """The rest of a scope frame by frame, each with its size; a scope without rows is complete at once.

        `head` is its last number, `start` the chain there when a copy begins.
        """
        after = mark.copied_kind, mark.copied_row
        parts = self._parts(mark, mark.seq if mark.copied_kind else head)
        part = next(parts, _Part())
        for following in chain(parts, [None]):
            opening = mark.scope, self._epoch, head, list(part.rows), following is None
            version = FOLDING if part.folded else 0
            copy = Copy(*opening, *after, start, folded=part.folded, without=list(part.without), folding=version)
            yield copy, part.size
            after, start, part = end_of(copy), b"", following or part

    def _parts(self, mark: ScopeMark, begun: int) -> Iterator[_Part]:
        some: list[WireRow] = []
        size = 0
        for row in self._rows(mark):
            some.append(row)
            size += len(row.fields) + OVERHEAD
            if size >= PAGE_BYTES:
                yield _Part(some, size)
                some, size = [], 0
        if some:
            yield _Part(some, size)
        if self._folds:
            yield from self._folded(mark, begun)

    def _rows(self, mark: ScopeMark) -> Iterator[WireRow]:
        filled = self._tables.records.filled.in_scopes(self._connection, [mark.scope])
        for kind in _ORDER:
            here = place(kind.number, 0) >= place(mark.copied_kind, 0) and kind.name in filled
            if not here or (self._folds and kind.number == SITUATION):
                continue
            after = mark.copied_row if kind.number == mark.copied_kind else 0
            for row in self._table_rows(kind, mark.scope, after):
                yield _wire(row)

    def _table_rows(self, kind: RecordKind, scope: int, after: int) -> Iterator[Row]:
        t = self._tables.records.records[kind.name]
        while True:
            query = select(t).where(t.c.scope == scope, t.c.id > after).order_by(t.c.id).limit(_READ)
            found = self._connection.execute(query).all()
            for row in found:
                yield from_row(kind.name, row)
            if len(found) < _READ:
                return
            after = found[-1].id

    def _folded(self, mark: ScopeMark, begun: int) -> Iterator[_Part]:
        """Situations: those that are not what the acts say, and of whom else.

        An office holds acts as they were when they were copied. Of whom something changed since the copy had `begun`
        her situation is told: what she holds is of several moments, and would be folded into what never was.
        """
        after = mark.copied_row if mark.copied_kind == SITUATION else 0
        folding = Folding(self._connection, self._tables, mark.scope)
        stirred = folding.with_standing(self._changed(mark.scope, begun))
        stored = self._table_rows(catalog.BY_NUMBER[SITUATION], mark.scope, after)
        while rows := list(islice(stored, _PEOPLE)):
            folded = folding.rows(after, rows[-1].id)
            unlike = [row for row in rows if row.id in stirred or folded.get(row.id) != row]
            lacking = sorted((folded.keys() | stirred) - {row.id for row in rows})
            for part in _split(unlike, rows[-1].id):
                yield _Part(*part, [one for one in lacking if after < one <= part[2]])
                after = part[2]

    def _changed(self, scope: int, begun: int) -> set[int]:
        t = self._tables.change
        query = select(t.c.dossier).where(t.c.scope == scope, t.c.seq > begun).distinct()
        return set(self._connection.execute(query).scalars())


def _wire(row: Row) -> WireRow:
    return WireRow(catalog.BY_NAME[row.kind].number, row.id, row.dossier, encode_row(row))


def _split(rows: Sequence[Row], upto: int) -> Iterator[tuple[list[WireRow], int, int]]:
    """Rows for frames of the usual size: rows, size, and up to which person each frame tells."""
    some: list[WireRow] = []
    size = OVERHEAD
    for row in rows:
        some.append(_wire(row))
        size += len(some[-1].fields) + OVERHEAD
        if size >= PAGE_BYTES and row.id < upto:
            yield some, size, row.id
            some, size = [], OVERHEAD
    yield some, size, upto
