"""Writing rows and changes in bulk, the same on SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from sync.domain import canonical, catalog
from sync.domain.fields import Value
from sync.domain.merge import Newer
from sync.domain.operation import Effect, OperationId
from sync.domain.record import RecordKind, Row
from sync.storage.tables import RecordTables, to_columns


def upsert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows or overwrite those with the same key; one statement, many parameters."""
    if not rows:
        return
    maker = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    statement = maker(table)
    keys = [column.name for column in table.primary_key]
    rest = {name: statement.excluded[name] for name in rows[0] if name not in keys}
    if rest:
        statement = statement.on_conflict_do_update(index_elements=keys, set_=rest)
    else:
        statement = statement.on_conflict_do_nothing(index_elements=keys)
    connection.execute(statement, list(rows))


def write_rows(connection: Connection, tables: RecordTables, rows: Iterable[Row]) -> None:
    """Write whole rows of any kinds."""
    by_kind: dict[str, list[Row]] = {}
    for row in rows:
        by_kind.setdefault(row.kind, []).append(row)
    for kind, some in by_kind.items():
        upsert(connection, tables.records[kind], [to_columns(row) for row in some])


def delete_rows(connection: Connection, tables: RecordTables, keys: Iterable[tuple[str, int]]) -> None:
    """Remove rows from an office's copy (the centre has them no more, or never had)."""
    for kind, row in keys:
        table = tables.records[kind]
        connection.execute(delete(table).where(table.c.id == row))


@dataclass(frozen=True, slots=True)
class Origin:
    """Which operation made a change, who wrote it, and on which day."""

    by: OperationId
    author: int
    day: str


def change_of(effect: Effect, before: Row | None, origin: Origin, seq: int) -> dict[str, Any]:
    """The columns of one numbered change."""
    by = origin.by
    kind = catalog.BY_NAME[effect.kind]
    old = {name: before.get(name) if before else None for name in effect.fields}
    fields = canonical.encode_fields(effect.fields, kind.by_name, empties=True)
    return {
        "scope": effect.scope,
        "seq": seq,
        "kind": kind.number,
        "row": effect.row,
        "dossier": effect.dossier,
        "device": by.device,
        "lane": int(by.lane),
        "n": by.n,
        "author": origin.author,
        "day": origin.day,
        "fields": canonical.join_unknown(fields, effect.extra),
        "before": canonical.encode_fields(old, kind.by_name),
    }


def kind_numbered(number: int) -> RecordKind:
    """The kind of a number that came over the line; NotCanonical for one that this version does not know."""
    kind = catalog.BY_NUMBER.get(number)
    if kind is None:
        raise canonical.NotCanonical(f"kind {number}")
    return kind


def effect_of(change: Mapping[str, Any]) -> Effect:
    """The effect of a stored or received change; NotCanonical when malformed."""
    kind = kind_numbered(change["kind"])
    fields, extra = canonical.decode_fields(bytes(change["fields"]), kind.by_number)
    return Effect(kind.name, change["row"], change["dossier"], change["scope"], fields, extra)


def newer_than(connection: Connection, change: Table, about: tuple[str, int], since: tuple[int, int]) -> list[Newer]:
    """The field changes of a row, by kind and id, since a scope's sequence number, oldest first: what was not seen."""
    (kind, row), (scope, seq) = about, since
    declared = catalog.BY_NAME[kind]
    query = (
        select(change)
        .where(
            change.c.scope == scope,
            change.c.kind == declared.number,
            change.c.row == row,
            change.c.seq > seq,
        )
        .order_by(change.c.seq)
    )
    found: list[Newer] = []
    for one in connection.execute(query).mappings():
        fields, _ = canonical.decode_fields(bytes(one["fields"]), declared.by_number)
        before: dict[str, Value]
        before, _ = canonical.decode_fields(bytes(one["before"]), declared.by_number)
        found += [Newer(name, one["device"], one["author"], one["day"], before.get(name)) for name in fields]
    return found


def insert_all(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that must be new."""
    if rows:
        connection.execute(insert(table), list(rows))


def count(connection: Connection, table: Table) -> int:
    """How many rows a table holds."""
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def get_meta(connection: Connection, meta: Table, name: str) -> str | None:
    """A named value of the database, None when absent."""
    found: str | None = connection.execute(select(meta.c.value).where(meta.c.name == name)).scalar_one_or_none()
    return found


def lock_meta(connection: Connection, meta: Table, name: str) -> str:
    """A named value that must exist, locked until the transaction ends: whoever counts with it counts alone."""
    query = select(meta.c.value).where(meta.c.name == name).with_for_update()
    found: str = connection.execute(query).scalar_one()
    return found


def set_meta(connection: Connection, meta: Table, name: str, value: str) -> None:
    """Set a named value of the database."""
    upsert(connection, meta, [{"name": name, "value": value}])
