"""Where an office differs from the centre: sums of buckets, then the rows of those that differ (sync.md 3.5).

Kinds and buckets are compared by the kept sums, rows by what stands in the tables. Nothing is answered about a scope
that the device may not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from sqlalchemy import Connection

from sync.domain import catalog
from sync.protocol.messages import PAGE_BYTES, Compare, Frame, Hashes, Mending, ScopeMark, Sums, WireRow
from sync.storage.coding import Coded
from sync.storage.digest import (
    BUCKETS,
    ROW_BYTES,
    SUM_BYTES,
    Holdings,
    kept_buckets,
    kept_kinds,
    kept_root,
    row_hash,
    seal,
    short,
)
from sync.storage.ledger import CentreTables

BUDGET = 1_048_576
"""Bytes of rows in one answer: the office asks for the other buckets again."""
_OVERHEAD = 24


class Repair:
    """Compares one office's scopes with what the centre holds, in one snapshot; `heads` are the scopes it may read."""

    def __init__(self, connection: Connection, tables: CentreTables, heads: Mapping[int, int]) -> None:
        self._connection = connection
        self._tables = tables
        self._heads = heads

    def seal(self, marks: Sequence[ScopeMark]) -> bytes:
        """One hash of what an office holds that has read these scopes to their end."""
        kinds = kept_kinds(self._connection, self._tables.digest, [mark.scope for mark in marks])
        return seal((mark.scope, self._heads[mark.scope], kept_root(kinds, mark.scope)) for mark in marks)

    def frames(self, asked: Sequence[Frame]) -> Iterator[Frame]:
        """The answers, until the budget is spent; what is out of the device's sight is passed over."""
        left = BUDGET
        for frame in asked:
            if left <= 0:
                return
            if isinstance(frame, Compare) and frame.scope in self._heads:
                yield from self._sums(frame)
            elif isinstance(frame, Hashes) and frame.scope in self._heads and frame.kind in catalog.BY_NUMBER:
                for mending, size in self._mendings(frame, left):
                    left -= size
                    yield mending

    def _sums(self, frame: Compare) -> Iterator[Frame]:
        scope, theirs = frame.scope, dict(frame.kinds)
        ours = {kind: value for (_, kind), value in self._kinds(scope).items()}
        for kind in sorted(theirs.keys() | ours.keys()):
            if theirs.get(kind, bytes(SUM_BYTES)) != short(ours.get(kind, 0), SUM_BYTES):
                buckets = kept_buckets(self._connection, self._tables.digest, (scope, kind))
                yield Sums(scope, kind, self._heads[scope], b"".join(short(value, SUM_BYTES) for value in buckets))

    def _kinds(self, scope: int) -> Mapping[tuple[int, int], int]:
        return kept_kinds(self._connection, self._tables.digest, [scope])

    def _mendings(self, frame: Hashes, budget: int) -> Iterator[tuple[Frame, int]]:
        """Whole buckets, a page of them in a frame."""
        theirs = {bucket: _hashes(told) for bucket, told in frame.buckets if bucket < BUCKETS}
        ours: dict[int, list[Coded]] = {bucket: [] for bucket in theirs}
        for coded in Holdings(self._connection, self._tables).bucket_rows((frame.scope, frame.kind), list(theirs)):
            ours[coded[1] % BUCKETS].append(coded)
        made = Mending(frame.scope, frame.kind, self._heads[frame.scope], [], [], b"")
        size = spent = 0
        for bucket, known in theirs.items():
            rows, absent = _difference(frame.kind, ours[bucket], known)
            made = msgspec.structs.replace(
                made, buckets=[*made.buckets, bucket], rows=[*made.rows, *rows], absent=made.absent + absent
            )
            size += sum(len(row.fields) + _OVERHEAD for row in rows) + len(absent)
            if size >= PAGE_BYTES:
                yield made, size
                made, spent, size = msgspec.structs.replace(made, buckets=[], rows=[], absent=b""), spent + size, 0
                if spent >= budget:
                    return
        if made.buckets:
            yield made, size


def _hashes(told: bytes) -> set[bytes]:
    return {told[at : at + ROW_BYTES] for at in range(0, len(told), ROW_BYTES)}


def _difference(kind: int, ours: Sequence[Coded], theirs: set[bytes]) -> tuple[list[WireRow], bytes]:
    """Our rows that they do not hold, and the hashes of theirs that we do not."""
    hashed = {short(row_hash(kind, *coded[1:]), ROW_BYTES): coded for coded in ours}
    rows = [WireRow(kind, *coded[1:]) for known, coded in hashed.items() if known not in theirs]
    return rows, b"".join(sorted(theirs - hashed.keys()))
