"""What an end holds, as sums that both ends compare: rows, buckets of rows, kinds, scopes (sync.md 3.5).

A row's hash is the keyed BLAKE2b of its kind, id, dossier and canonical fields, unknown ones included. Sums are taken
modulo 2^128, so they can be kept while rows change: a bucket is the sum of its rows, a kind that of its buckets, a
scope that of its kinds. The centre keeps them with its rows; an office measures what it really holds (ADR 12).
"""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b

from sqlalchemy import ColumnElement, Connection, Table, bindparam, select

from sync.domain import catalog
from sync.domain.record import RecordKind, Row
from sync.storage.coding import Coded, RowCoder, encode_rows
from sync.storage.ledger import CentreTables, OfficeTables
from sync.storage.prepared import Prepared
from sync.storage.rows import upsert
from sync.storage.tables import encode_row

KEY = b"massar digest 1"
"""The name of this form of hash: another form has another name, and never agrees with this one by chance."""
BUCKETS = 251
"""Buckets of each kind in each scope. A prime: ids are counters, and no step between them falls into few buckets."""
WHOLE = BUCKETS
"""Where the sum of all buckets of a kind is kept, beside them."""
HASH_BYTES = 16
SUM_BYTES = 8
"""Of a sum that only says where ends differ, this much travels: what is found there is compared in full."""
ROW_BYTES = 6
"""Of a row's hash, within one bucket."""
_MODULUS = 1 << (8 * HASH_BYTES)
_IN = 250
_HEAD = struct.Struct(">Hqq").pack
_SCOPE = struct.Struct(">IQ").pack
_keyed = blake2b(key=KEY, digest_size=HASH_BYTES).copy

Place = tuple[int, int]
"""A scope and a kind's number."""


def row_hash(kind: int, row: int, dossier: int, fields: bytes) -> int:
    """The hash of one row; `fields` are its canonical bytes."""
    try:
        head = _HEAD(kind, row, dossier)
    except struct.error:  # no whole numbers: damaged, and to be found so
        head = repr((kind, row, dossier)).encode()
    hashed = _keyed()
    hashed.update(head + fields)
    return int.from_bytes(hashed.digest(), "big")


def hash_of(row: Row) -> int:
    """The hash of a row as a value."""
    return row_hash(catalog.BY_NAME[row.kind].number, row.id, row.dossier, encode_row(row))


def short(value: int, size: int) -> bytes:
    """The last bytes of a sum or of a row's hash, for the line."""
    return value.to_bytes(HASH_BYTES, "big")[-size:]


def seal(scopes: Iterable[tuple[int, int, int]]) -> bytes:
    """One hash of scopes, each with how far it has been read and its sum: the 16 bytes of each exchange."""
    told = b"".join(_SCOPE(scope, seq) + short(root, HASH_BYTES) for scope, seq, root in sorted(scopes))
    return blake2b(told, key=KEY, digest_size=HASH_BYTES).digest()


@dataclass(slots=True)
class Moves:
    """How rows changed, each from what it was first to what it is last: what it was in between leaves no trace."""

    _first: dict[tuple[str, int, int], Row | None] = field(default_factory=dict)
    _last: dict[tuple[str, int, int], Row | None] = field(default_factory=dict)

    def replace(self, before: Row | None, after: Row | None) -> None:
        """One row became another; None where there was none, or is none any more."""
        if before is not None:
            key = before.kind, before.scope, before.id
            self._first.setdefault(key, before)
            self._last[key] = None
        if after is not None:
            key = after.kind, after.scope, after.id
            self._first.setdefault(key, None)
            self._last[key] = after

    def by_place(self) -> dict[Place, dict[int, int]]:
        """By how much the sums of buckets change, by scope and kind."""
        signed: dict[str, list[tuple[Row, int]]] = {}
        for rows, sign in ((self._first, -1), (self._last, 1)):
            for row in rows.values():
                if row is not None:
                    signed.setdefault(row.kind, []).append((row, sign))
        places: dict[Place, dict[int, int]] = {}
        for kind, some in signed.items():
            number = catalog.BY_NAME[kind].number
            coded = encode_rows(kind, [row for row, _ in some])
            for (row, sign), fields in zip(some, coded, strict=True):
                sums, bucket = places.setdefault((row.scope, number), {}), row.id % BUCKETS
                sums[bucket] = sums.get(bucket, 0) + sign * row_hash(number, row.id, row.dossier, fields)
        return places


@dataclass(slots=True)
class Sums:
    """The sums of all buckets, by scope and kind, and how many rows were added."""

    buckets: dict[Place, list[int]] = field(default_factory=dict)
    rows: int = 0

    def add(self, kind: int, rows: Iterable[Coded]) -> None:
        """Count rows of a kind in."""
        places: dict[int, list[int]] = {}
        hashed, read = row_hash, 0
        for scope, row, dossier, fields in rows:
            sums = places.get(scope)
            if sums is None:
                sums = places[scope] = self.buckets.setdefault((scope, kind), [0] * BUCKETS)
            sums[row % BUCKETS] += hashed(kind, row, dossier, fields)
            read += 1
        self.rows += read

    def move(self, moves: Moves) -> None:
        """Rows changed since they were counted in."""
        for place, moved in moves.by_place().items():
            sums = self.buckets.setdefault(place, [0] * BUCKETS)
            for bucket, value in moved.items():
                sums[bucket] += value

    def of(self, place: Place) -> list[int]:
        """The sums of the buckets of one kind in one scope."""
        return [value % _MODULUS for value in self.buckets.get(place, [0] * BUCKETS)]

    def kinds(self, scope: int) -> dict[int, int]:
        """The sums of the kinds of which a scope has rows."""
        found = {kind: sum(sums) % _MODULUS for (one, kind), sums in self.buckets.items() if one == scope}
        return {kind: value for kind, value in found.items() if value}

    def root(self, scope: int) -> int:
        """The sum of all of a scope."""
        return sum(self.kinds(scope).values()) % _MODULUS


class Holdings:
    """The rows that one end holds of the centre's state, read as they stand in its tables.

    At an office those of the dossiers with pending operations stand in the mirror.
    """

    def __init__(self, connection: Connection, tables: OfficeTables | CentreTables) -> None:
        self._connection = connection
        self._records = tables.records.records
        self._filled = tables.records.filled
        self._office = tables if isinstance(tables, OfficeTables) else None

    def measure(self, scopes: Collection[int]) -> Sums:
        """The sums of all rows of some scopes."""
        sums = Sums()
        filled = self._filled.in_scopes(self._connection, scopes)
        for kind in (one for one in catalog.KINDS if one.name in filled):
            sums.add(kind.number, self._rows(kind, self._records[kind.name].c.scope.in_(scopes)))
        if self._office is not None:
            mirror, unread = self._office.mirror, self._office.unread
            for number, coded in self._mirrored(mirror.c.scope.in_(scopes)):
                sums.add(number, [coded])
            for number, coded in self._raw(unread, unread.c.scope.in_(scopes)):
                sums.add(number, [coded])
        return sums

    def bucket_rows(self, place: Place, buckets: Collection[int]) -> Iterator[Coded]:
        """The rows of some buckets of one kind in one scope."""
        scope, number = place
        kind = catalog.BY_NUMBER.get(number)
        if kind is None:
            yield from self._unread(place, buckets)
            return
        table = self._records[kind.name]
        yield from self._rows(kind, table.c.scope == scope, _in_buckets(table, buckets))
        if self._office is not None:
            mirror = self._office.mirror
            conditions = (mirror.c.scope == scope, mirror.c.kind == number, _in_buckets(mirror, buckets))
            for _, coded in self._mirrored(*conditions):
                yield coded

    def _rows(self, kind: RecordKind, *conditions: ColumnElement[bool]) -> Iterator[Coded]:
        table = self._records[kind.name]
        if self._office is not None:
            conditions = (*conditions, table.c.dossier.not_in(select(self._office.tracked.c.dossier)))
        return RowCoder(kind, table).rows(self._connection, *conditions)

    def _mirrored(self, *conditions: ColumnElement[bool]) -> Iterator[tuple[int, Coded]]:
        assert self._office is not None
        t, tracked = self._office.mirror, self._office.tracked
        return self._raw(t, t.c.dossier.in_(select(tracked.c.dossier)), *conditions)

    def _unread(self, place: Place, buckets: Collection[int]) -> Iterator[Coded]:
        """Rows of a kind that this version does not know: only an office has them."""
        assert self._office is not None
        t = self._office.unread
        for _, coded in self._raw(t, t.c.scope == place[0], t.c.kind == place[1], _in_buckets(t, buckets)):
            yield coded

    def _raw(self, t: Table, *conditions: ColumnElement[bool]) -> Iterator[tuple[int, Coded]]:
        query = select(t.c.kind, t.c.scope, t.c.id, t.c.dossier, t.c.fields)
        for row in self._connection.execute(query.where(*conditions)):
            yield row.kind, (row.scope, row.id, row.dossier, bytes(row.fields))


def _in_buckets(table: Table, buckets: Collection[int]) -> ColumnElement[bool]:
    # SQL's remainder takes the sign of the number; a damaged id may have one.
    return ((table.c.id % BUCKETS + BUCKETS) % BUCKETS).in_(sorted(buckets))


class KeptSums:
    """Keeps the centre's sums: what a transaction changed is collected and written once, at its end.

    The caller holds the locks of the scopes it changes (server/sequence.py), so nobody else writes their sums.
    """

    def __init__(self, connection: Connection, digest: Table) -> None:
        self._connection = connection
        self._table = digest
        self._moves = Moves()

    def replace(self, before: Row | None, after: Row | None) -> None:
        """One row became another; None where there was none, or is none any more."""
        self._moves.replace(before, after)

    def flush(self) -> None:
        """Write the sums that moved."""
        places = self._moves.by_place()
        for moved in places.values():
            moved[WHOLE] = sum(moved.values())
        kept = _kept(self._connection, self._table, places)
        changed = []
        for (scope, kind), moved in places.items():
            for bucket, value in moved.items():
                total = short((kept.get((scope, kind, bucket), 0) + value) % _MODULUS, HASH_BYTES)
                changed.append({"scope": scope, "kind": kind, "bucket": bucket, "value": total})
        upsert(self._connection, self._table, changed)
        self._moves = Moves()


def _kept(
    connection: Connection, digest: Table, wanted: Mapping[Place, Collection[int]]
) -> dict[tuple[int, int, int], int]:
    """The kept sums of some buckets, by scope, kind and bucket; a few more may be among them."""
    found: dict[tuple[int, int, int], int] = {}
    by_scope: dict[int, set[int]] = {}
    for (scope, _), some in wanted.items():
        by_scope.setdefault(scope, set()).update(some)
    for scope, buckets in by_scope.items():
        kinds = [kind for one, kind in wanted if one == scope]
        about = {"of_scope": scope, "kinds": kinds, "buckets": sorted(buckets)}
        for kind, bucket, value in _buckets_of(digest).all(connection, **about):
            found[(scope, kind, bucket)] = int.from_bytes(value, "big")
    return found


@cache
def _buckets_of(digest: Table) -> Prepared:
    c = digest.c
    return Prepared(
        lambda among: select(c.kind, c.bucket, c.value).where(
            c.scope == bindparam("of_scope"), among(c.kind, "kinds"), among(c.bucket, "buckets")
        )
    )


@cache
def _wholes_of(digest: Table) -> Prepared:
    c = digest.c
    return Prepared(
        lambda among: select(c.scope, c.kind, c.value).where(
            among(c.scope, "scopes"), among(c.kind, "kinds"), c.bucket == WHOLE
        )
    )


def kept_buckets(connection: Connection, digest: Table, place: Place) -> list[int]:
    """The kept sums of all buckets of one kind in one scope."""
    kept = _kept(connection, digest, {place: range(BUCKETS)})
    return [kept.get((*place, bucket), 0) for bucket in range(BUCKETS)]


def kept_kinds(connection: Connection, digest: Table, scopes: Collection[int]) -> Mapping[Place, int]:
    """The kept sums of the kinds of which scopes have rows."""
    kinds = [kind.number for kind in catalog.KINDS]
    wholes = _wholes_of(digest).all(connection, scopes=list(scopes), kinds=kinds)
    found = {(scope, kind): int.from_bytes(value, "big") for scope, kind, value in wholes}
    return {place: value for place, value in found.items() if value}


def kept_root(kinds: Mapping[Place, int], scope: int) -> int:
    """The sum of a scope from those of its kinds."""
    return sum(value for (one, _), value in kinds.items() if one == scope) % _MODULUS
