"""A database grows to today's declarations by itself: a field or an act needs no step of its own (migrations.py).

What an older version kept without reading it is read now: fields that stood in a row's `extra` move to their columns,
whole rows of kinds that were unknown (`unread`) move to their tables. Their canonical bytes are the same before and
after, so that the sums both ends compare do not change.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, Table, delete, inspect, select
from sqlalchemy.schema import CreateColumn

from sync.domain import canonical, catalog
from sync.domain.canonical import NotCanonical
from sync.domain.record import Row
from sync.storage.ledger import OfficeTables
from sync.storage.rows import upsert
from sync.storage.tables import RecordTables, decode_row, from_columns, to_columns


def grow(connection: Connection, tables: RecordTables) -> None:
    """Make the tables, columns and indexes that are missing, and fill the new columns."""
    tables.metadata.create_all(connection)
    for kind, table in tables.records.items():
        if add_columns(connection, table):
            _fill(connection, kind, table)


def add_columns(connection: Connection, table: Table) -> bool:
    """Add the columns and indexes that a table has not yet; True when there were such columns."""
    inspector = inspect(connection)
    there = {column["name"] for column in inspector.get_columns(table.name)}
    missing = [column for column in table.columns if column.name not in there]
    for column in missing:
        told = CreateColumn(column).compile(dialect=connection.dialect)
        name = connection.dialect.identifier_preparer.format_table(table)
        connection.exec_driver_sql(f"ALTER TABLE {name} ADD COLUMN {told}")
    indexed = {index["name"] for index in inspector.get_indexes(table.name)}
    for index in table.indexes:
        if index.name not in indexed:
            index.create(connection)
    return bool(missing)


def _fill(connection: Connection, kind: str, table: Table) -> None:
    """Fields that this version knows leave `extra`; what cannot be read stays there, for the digest to find."""
    declared = catalog.BY_NAME[kind]
    grown = []
    for found in connection.execute(select(table).where(table.c.extra != b"")).mappings().all():
        row = from_columns(kind, dict(found))
        try:
            values, extra = canonical.decode_fields(row.extra, declared.by_number)
        except NotCanonical:
            continue
        if values:
            known = {name: value for name, value in values.items() if value is not None}
            grown.append(to_columns(Row(kind, row.id, row.dossier, row.scope, {**row.values, **known}, extra)))
    upsert(connection, table, grown)


def read_unread(connection: Connection, tables: OfficeTables) -> set[int]:
    """Move rows whose kind is known by now to their tables, or to the mirror; gives their dossiers."""
    t = tables.unread
    found = connection.execute(select(t).where(t.c.kind.in_(list(catalog.BY_NUMBER)))).mappings().all()
    tracked = set(connection.execute(select(tables.tracked.c.dossier)).scalars())
    for one in map(dict, found):
        if one["dossier"] in tracked:
            upsert(connection, tables.mirror, [_mirrored(one)])
            continue
        with suppress(NotCanonical):  # damaged: left out, until the next exchange finds and mends it
            row = decode_row(catalog.BY_NUMBER[one["kind"]].name, *_place(one), bytes(one["fields"]))
            upsert(connection, tables.records.records[row.kind], [to_columns(row)])
    connection.execute(delete(t).where(t.c.kind.in_(list(catalog.BY_NUMBER))))
    return {int(one["dossier"]) for one in found}


def _place(one: Mapping[str, Any]) -> tuple[int, int, int]:
    return one["id"], one["dossier"], one["scope"]


def _mirrored(one: Mapping[str, Any]) -> dict[str, Any]:
    return {name: one[name] for name in ("kind", "id", "dossier", "scope", "fields")}
