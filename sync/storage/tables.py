"""SQLAlchemy tables derived from the catalogue: one table a kind, real columns, the same names at both ends.

At the office a row's id is the key. At the centre every table is led by the scope, so that it can be partitioned by
province and no look-up is ever made without one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import TEXT as SQL_TEXT
from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, MetaData, Table, Text

from sync.domain import canonical, catalog
from sync.domain.fields import Field, Wire
from sync.domain.record import RecordKind, Row
from sync.storage.filled import Filled

BIG = BigInteger().with_variant(Integer(), "sqlite")
"""64-bit whole number; on SQLite INTEGER, so that a lone key is the table's own row number."""
TEXT = Text().with_variant(SQL_TEXT(collation="C"), "postgresql")
"""Both databases compare text by code point: the same answers from both (design.md 7)."""

_SQL_TYPES: Mapping[Wire, Any] = {
    Wire.TEXT: TEXT,
    Wire.DAY: TEXT,
    Wire.PARTIAL_DAY: TEXT,
    Wire.INTEGER: BIG,
    Wire.FLAG: Boolean(create_constraint=False),
}
FIXED = ("scope", "id", "dossier", "extra")
ROOM: Mapping[str, Any] = {"postgresql_with": {"fillfactor": 75}}
"""Rows that are changed again and again find room for their next state on their own page: no index is told of it."""


@dataclass(frozen=True, slots=True)
class RecordTables:
    """The tables of all kinds, by kind name, in one MetaData to which ledgers add their own."""

    metadata: MetaData
    records: Mapping[str, Table]
    led_by_scope: bool
    filled: Filled
    """Says which of them have rows at all."""


def record_tables(*, led_by_scope: bool) -> RecordTables:
    """Derive the tables of all kinds; `led_by_scope` at the centre."""
    metadata = MetaData()
    made = {kind.name: _record_table(metadata, kind, led_by_scope) for kind in catalog.KINDS}
    return RecordTables(metadata, made, led_by_scope, Filled(made))


def _record_table(metadata: MetaData, kind: RecordKind, led_by_scope: bool) -> Table:
    columns = [
        Column("scope", Integer, primary_key=led_by_scope, autoincrement=False, nullable=False),
        Column("id", BIG, primary_key=True, autoincrement=False),
        Column("dossier", BIG, nullable=False),
        *(_column(field) for field in kind.fields),
        Column("extra", LargeBinary, nullable=False),
    ]
    table = Table(kind.name, metadata, *columns, **ROOM)
    for name in ("dossier", *(f.name for f in kind.fields if f.unique or f.indexed)):
        lead = (table.c.scope,) if led_by_scope else ()
        Index(f"ix_{kind.name}_{name}", *lead, table.c[name])
    return table


def _column(field: Field) -> Column[Any]:
    return Column(field.name, _SQL_TYPES[field.kind.wire], nullable=True)


@cache
def _field_names(kind: str) -> tuple[str, ...]:
    return tuple(field.name for field in catalog.BY_NAME[kind].fields)


def to_columns(row: Row) -> dict[str, Any]:
    """A row as column values, with None for what is empty."""
    columns: dict[str, Any] = dict.fromkeys(_field_names(row.kind))
    columns.update(row.values)
    columns.update(scope=row.scope, id=row.id, dossier=row.dossier, extra=row.extra)
    return columns


def from_columns(kind: str, columns: Mapping[str, Any]) -> Row:
    """A row of column values (a mapping of a result)."""
    values = {name: columns[name] for name in _field_names(kind) if columns[name] is not None}
    return Row(kind, columns["id"], columns["dossier"], columns["scope"], values, bytes(columns["extra"]))


def from_row(kind: str, found: Sequence[Any]) -> Row:
    """A row as `select(table)` of a kind's table gives it: the columns in the order in which they are declared."""
    scope, own, dossier, *content, extra = found
    values = {name: value for name, value in zip(_field_names(kind), content, strict=True) if value is not None}
    return Row(kind, own, dossier, scope, values, bytes(extra))


def encode_row(row: Row) -> bytes:
    """The canonical bytes of all that a row holds, unknown fields included."""
    own = canonical.encode_fields(row.values, catalog.BY_NAME[row.kind].by_name)
    return canonical.join_unknown(own, row.extra)


def decode_row(kind: str, row: int, dossier: int, scope: int, data: bytes) -> Row:
    """The row of canonical bytes; NotCanonical when they are malformed."""
    values, extra = canonical.decode_fields(data, catalog.BY_NAME[kind].by_number)
    return Row(kind, row, dossier, scope, {k: v for k, v in values.items() if v is not None}, extra)
