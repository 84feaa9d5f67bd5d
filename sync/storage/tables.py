"""SQLAlchemy tables derived from the catalogue: one table a kind, real columns, the same names at both ends.

At the office a row's id is the key. At the centre every table is led by the scope, so that it can be partitioned by
province and no look-up is ever made without one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from threading import Lock
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
"""Rows that are changed again and again find room for their next state on their own page: no index is told of it.
Said at the centre only: to be told of PostgreSQL, SQLAlchemy loads all that speaks to it."""


class KindTables(Mapping[str, Table]):
    """The tables of all kinds by kind name, each made when it is first asked for: most offices have rows of a third of
    them, and a table is a hundred kilobytes for good."""

    def __init__(self, metadata: MetaData, *, led_by_scope: bool) -> None:
        self._metadata, self._led_by_scope = metadata, led_by_scope
        self._made: dict[str, Table] = {}
        self._one_at_a_time = Lock()

    def __getitem__(self, kind: str) -> Table:
        """The table of a kind; KeyError for none."""
        found = self._made.get(kind)
        return self._make(kind) if found is None else found

    def __contains__(self, kind: object) -> bool:
        """Whether there is such a kind."""
        return kind in catalog.BY_NAME

    def __iter__(self) -> Iterator[str]:
        """The kinds, in the order of the catalogue."""
        return (kind.name for kind in catalog.KINDS)

    def __len__(self) -> int:
        """How many kinds there are."""
        return len(catalog.KINDS)

    @property
    def made(self) -> Collection[str]:
        """The kinds that were asked for."""
        return self._made.keys()

    def _make(self, kind: str) -> Table:
        declared = catalog.BY_NAME[kind]
        with self._one_at_a_time:  # readers ask on threads of their own
            if kind not in self._made:
                self._made[kind] = _record_table(self._metadata, declared, self._led_by_scope)
            return self._made[kind]


@dataclass(frozen=True, slots=True)
class RecordTables:
    """The tables of all kinds, by kind name, and the MetaData in which they are made."""

    own: MetaData
    """To which ledgers add their own; of records it knows those that were asked for. What looks at all: `metadata`."""
    records: KindTables
    led_by_scope: bool
    filled: Filled
    """Says which of them have rows at all."""

    @property
    def metadata(self) -> MetaData:
        """All tables, those of kinds that nobody asked for too."""
        for kind in self.records:
            self.records[kind]
        return self.own


def record_tables(*, led_by_scope: bool) -> RecordTables:
    """The tables of all kinds; `led_by_scope` at the centre."""
    metadata = MetaData()
    return RecordTables(
        metadata, KindTables(metadata, led_by_scope=led_by_scope), led_by_scope, Filled(catalog.BY_NAME)
    )


def _record_table(metadata: MetaData, kind: RecordKind, led_by_scope: bool) -> Table:
    columns = [
        Column("scope", Integer, primary_key=led_by_scope, autoincrement=False, nullable=False),
        Column("id", BIG, primary_key=True, autoincrement=False),
        Column("dossier", BIG, nullable=False),
        *(_column(field) for field in kind.fields),
        Column("extra", LargeBinary, nullable=False),
    ]
    table = Table(kind.name, metadata, *columns, **(ROOM if led_by_scope else {}))
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
