"""Canonical bytes of rows straight from their columns: those of `encode_row`, many times faster.

An office codes every row it holds at each exchange (digest.py); one by one, from values in a mapping, a large province
would take ten seconds. Here a batch is coded column by column: what comes again, a cadre or a day, is looked up; what
does not, a name or a number, is coded without a call for each value.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, select, text

from sync.domain import canonical, catalog
from sync.domain.fields import Field, Wire
from sync.domain.record import RecordKind, Row

Coded = tuple[int, int, int, bytes]
"""Scope, row id, dossier and canonical bytes of one row."""

_KEPT = 512
"""Values remembered of one field; a field with more of them is coded value by value."""
_DAYS_KEPT = 4096
"""Days whose bytes are remembered: those of the latest acts come again, birth dates do not."""
_BATCH = 200
"""Rows coded together: with a thousand, each column of them has left the processor's cache when the next is coded."""
_NOT_CANONICAL = b"\x00"
"""No field has this key: what no writer can have stored is hashed as it is, and so is found to be wrong."""
_EMPTY: dict[object, bytes] = {None: b"", "": b""}
_WRONG = (ValueError, TypeError, AttributeError, OverflowError)
"""What a value of the wrong type or form raises."""


def _varint(number: int) -> bytes:
    out = bytearray()
    canonical.write_varint(out, number)
    return bytes(out)


_LOW = [bytes((n & 0x7F | 0x80, n >> 7 | 0x80)) for n in range(1 << 14)]
"""The first two bytes of varints of three and more."""
_high = lru_cache(_DAYS_KEPT)(_varint)


@cache
def _heads(key: bytes) -> list[bytes]:
    """The key and the length of texts, by length."""
    return [key + _varint(n) for n in range(0x100)]


@lru_cache(_DAYS_KEPT)
def _day(value: str) -> bytes:
    return _varint(canonical.zigzag(canonical.day_number(value)))


@lru_cache(_DAYS_KEPT)
def _partial_day(value: str) -> bytes:
    year, month, day = value.split("-")
    return _varint(int(year) * 512 + int(month) * 32 + int(day))


def _texts(key: bytes, values: Sequence[Any]) -> list[bytes]:
    # A part of a text in NFC is in NFC itself (Unicode, annex 15): one look at all of them together is enough.
    together = "".join(filter(None, values))
    if not (together.isascii() or unicodedata.is_normalized("NFC", together)):
        values = [value and unicodedata.normalize("NFC", value) for value in values]
    data = [value.encode() if value else b"" for value in values]
    heads = _heads(key)
    return [
        (heads[len(one)] + one if len(one) < len(heads) else key + _varint(len(one)) + one) if one else b""
        for one in data
    ]


def _integers(key: bytes, values: Sequence[Any]) -> list[bytes]:
    return [
        b""
        if value is None
        else key + _LOW[(value & 0x1FFF) << 1] + _high(value >> 13)
        if value > 0x1FFF
        else key + _varint(canonical.zigzag(value))
        for value in values
    ]


def _flags(key: bytes, values: Sequence[Any]) -> list[bytes]:
    return [b"" if value is None else key + b"\x01" if value else key + b"\x00" for value in values]


def _days(key: bytes, values: Sequence[Any]) -> list[bytes]:
    return [key + _day(value) if value else b"" for value in values]


def _partial_days(key: bytes, values: Sequence[Any]) -> list[bytes]:
    return [key + _partial_day(value) if value else b"" for value in values]


_CODERS: dict[Wire, tuple[int, Callable[[bytes, Sequence[Any]], list[bytes]]]] = {
    Wire.INTEGER: (canonical.INTEGER, _integers),
    Wire.TEXT: (canonical.TEXT, _texts),
    Wire.FLAG: (canonical.FLAG, _flags),
    Wire.DAY: (canonical.DAY, _days),
    Wire.PARTIAL_DAY: (canonical.PARTIAL_DAY, _partial_days),
}


class _Column(dict[object, bytes]):
    """One field: the canonical bytes of values, key included. Of one with many values none is remembered."""

    def __init__(self, field: Field) -> None:
        super().__init__(_EMPTY)
        wire, self._code = _CODERS[field.kind.wire]
        self._key = _varint(field.number * 8 + wire)
        self._zero_counts = wire in (canonical.INTEGER, canonical.FLAG)
        self._many = False

    def __missing__(self, value: object) -> bytes:
        try:
            (coded,) = self._code(self._key, [value])
        except _WRONG:
            coded = _NOT_CANONICAL + repr(value).encode("utf-8", "backslashreplace")
        if not self._many:
            self[value] = coded
            if len(self) >= _KEPT:
                self._many = True
                self.clear()
                self.update(_EMPTY)
        return coded

    def coded(self, values: Sequence[Any]) -> list[bytes]:
        """The bytes of a column of values."""
        if not self._zero_counts and not any(values):
            return [b""] * len(values)
        if self._many:
            try:
                return self._code(self._key, values)
            except _WRONG:
                pass  # one of them is damaged: value by value
        return list(map(self.__getitem__, values))


def _ordered(kind: RecordKind) -> list[Field]:
    return sorted(kind.fields, key=lambda field: field.number)


@cache
def _query(table: Table, fields: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    names = ("scope", "id", "dossier", "extra", *fields)
    # As the driver gives them: a damaged value must not stop the reading. And as one text: two thousand columns, each
    # an element of its own, are megabytes for good.
    return select(text(", ".join(f'"{name}"' for name in names))).select_from(table)


class RowCoder:
    """Reads rows of one kind as canonical bytes."""

    def __init__(self, kind: RecordKind, table: Table) -> None:
        fields = _ordered(kind)
        self._columns = [_Column(field) for field in fields]
        self._query = _query(table, tuple(field.name for field in fields))

    def rows(self, connection: Connection, *conditions: ColumnElement[bool]) -> Iterator[Coded]:
        """The rows that fulfil conditions, in no order."""
        for batch in connection.execute(self._query.where(*conditions)).partitions(_BATCH):
            scopes, ids, dossiers, extras, *values = zip(*batch, strict=True)
            columns = [column.coded(some) for column, some in zip(self._columns, values, strict=True)]
            own = map(b"".join, zip(*columns, strict=True))
            if any(extras):
                own = map(_joined, own, extras)
            yield from zip(scopes, ids, dossiers, own, strict=True)


@cache
def _coders(kind: str) -> list[tuple[str, _Column]]:
    return [(field.name, _Column(field)) for field in _ordered(catalog.BY_NAME[kind])]


def encode_rows(kind: str, rows: Sequence[Row]) -> list[bytes]:
    """The canonical bytes of rows of one kind as values, in their order."""
    values = [row.values for row in rows]
    filled = frozenset().union(*values)  # of sixty columns half are empty in all of them
    columns = [column.coded([some.get(name) for some in values]) for name, column in _coders(kind) if name in filled]
    own = map(b"".join, zip(*columns, strict=True)) if columns else [b""] * len(values)
    return [_joined(one, row.extra) for one, row in zip(own, rows, strict=True)]


def _joined(own: bytes, extra: bytes) -> bytes:
    try:
        return canonical.join_unknown(own, extra) if extra else own
    except canonical.NotCanonical:
        return _NOT_CANONICAL + own + extra
