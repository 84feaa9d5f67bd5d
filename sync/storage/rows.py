"""Writing rows and changes in bulk, the same on SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Connection, Insert, Table, Update, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects import sqlite

from sync.domain import canonical, catalog
from sync.domain.merge import Newer
from sync.domain.operation import Effect, Move, OperationId, split_move, with_move
from sync.domain.record import RecordKind, Row
from sync.storage import bulk
from sync.storage.prepared import Prepared, Rows, together
from sync.storage.tables import RecordTables, to_columns

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

_IN = 400
_STATEMENTS = 512
_values_of = attrgetter("values")


def upsert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows or overwrite those with the same key; one statement, many parameters."""
    if not rows:
        return
    if bulk.takes(connection, table, rows):
        bulk.upsert(connection, table, rows)
        return
    connection.execute(_upsert(table, tuple(rows[0]), connection.dialect.name == "sqlite"), list(rows))


@cache
def _upsert(table: Table, names: tuple[str, ...], on_sqlite: bool) -> Insert:
    """The statement: made once, because making it costs more than running it."""
    keys = [column.name for column in table.primary_key]
    rest = [name for name in names if name not in keys]
    made = _insert_into(table, on_sqlite=on_sqlite)
    if not rest:
        return made.on_conflict_do_nothing(index_elements=keys)
    return made.on_conflict_do_update(index_elements=keys, set_={name: made.excluded[name] for name in rest})


def _insert_into(table: Table, *, on_sqlite: bool) -> sqlite.Insert | postgresql.Insert:
    """An insert that may say what happens to rows that exist, in the words of the database."""
    if on_sqlite:
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # the app never pays for loading it

    return postgresql.insert(table)


def write_rows(connection: Connection, tables: RecordTables, rows: Iterable[Row]) -> None:
    """Write whole rows of any kinds."""
    by_kind: dict[str, list[Row]] = {}
    for row in rows:
        by_kind.setdefault(row.kind, []).append(row)
    for kind, some in by_kind.items():
        table = tables.records[kind]
        if len(some) > 1 and connection.dialect.name == "sqlite":
            names = _own_names(table, frozenset(chain.from_iterable(map(_values_of, some))))
            found = [(row.scope, row.id, row.dossier, *map(row.values.get, names), row.extra) for row in some]
            connection.exec_driver_sql(_whole_rows(table, names), found)
        else:
            upsert(connection, table, [to_columns(row) for row in some])


@lru_cache(_STATEMENTS)
def _own_names(table: Table, filled: frozenset[str]) -> tuple[str, ...]:
    """The columns of the fields that some rows have, of the forty or so that an act may have."""
    return tuple(column.name for column in table.columns if column.name in filled)


@lru_cache(_STATEMENTS)
def _whole_rows(table: Table, names: tuple[str, ...]) -> str:
    """The statement of `write_rows` with its values in order: a first copy writes tens of thousands of rows by it.

    A row that was there before is replaced whole: what has no column here is empty.
    """
    made = insert(table).prefix_with("OR REPLACE").values(dict.fromkeys(("scope", "id", "dossier", *names, "extra")))
    return str(made.compile(dialect=sqlite.dialect(paramstyle="qmark")))


def delete_rows(connection: Connection, tables: RecordTables, keys: Iterable[tuple[str, int]]) -> None:
    """Remove rows from an office's copy (the centre has them no more, or never had)."""
    for kind, row in keys:
        table = tables.records[kind]
        connection.execute(delete(table).where(table.c.id == row))


class Origin(NamedTuple):
    """Which operation made a change, who wrote it, and on which day."""

    by: OperationId
    author: int
    day: str


def change_of(effect: Effect, before: Row | None, origin: Origin, seq: int) -> dict[str, Any]:
    """The columns of one numbered change."""
    by = origin.by
    kind = catalog.BY_NAME[effect.kind]
    old = {name: before.values.get(name) for name in effect.fields} if before else {}
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
        "fields": canonical.join_unknown(fields, with_move(effect.extra, effect.move)),
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
    fields, unknown = canonical.decode_fields(bytes(change["fields"]), kind.by_number)
    move, extra = split_move(unknown)
    return Effect(kind.name, change["row"], change["dossier"], change["scope"], fields, extra, move)


class Unseen:
    """What changed in rows since an operation was written: the changes its author had not seen.

    The changes of rows named to `expect` are read at once and kept; those of this transaction are not among them.
    """

    def __init__(self, connection: Connection, change: Table) -> None:
        self._connection = connection
        self._change = change
        self._read: dict[tuple[int, str, int], tuple[int, list[tuple[int, Newer]]]] = {}

    def expect(self, wanted: Iterable[tuple[int, str, int, int]]) -> None:
        """Read at once the changes of rows, each given as scope, kind, row and the sequence number it was seen at."""
        since: dict[tuple[int, str], dict[int, int]] = {}
        for scope, kind, row, seq in wanted:
            rows = since.setdefault((scope, kind), {})
            rows[row] = min(seq, rows.get(row, seq))
        coming: list[tuple[int, str, Rows]] = []
        with together(self._connection):
            for (scope, kind), rows in since.items():
                first = min(rows.values())
                self._read |= {(scope, kind, row): (first, []) for row in rows}
                some = sorted(rows)
                parts = (some[start : start + _IN] for start in range(0, len(some), _IN))
                coming += [(scope, kind, self._ask((scope, kind), part, first)) for part in parts]
        for scope, kind, found in coming:
            for row, seq, newer in _newer(kind, found):
                self._read[(scope, kind, row)][1].append((seq, newer))

    def newer(self, about: tuple[str, int], since: tuple[int, int], upto: int | None = None) -> list[Newer]:
        """The field changes of a row, by kind and id, since a scope's sequence number (up to one), oldest first."""
        (kind, row), (scope, seq) = about, since
        if upto is not None:
            return [newer for _, at, newer in _newer(kind, self._ask((scope, kind), [row], seq)) if at <= upto]
        first, known = self._read.get((scope, kind, row), (seq + 1, []))
        if first <= seq:
            return [newer for at, newer in known if at > seq]
        return [newer for _, _, newer in _newer(kind, self._ask((scope, kind), [row], seq))]

    def _ask(self, where: tuple[int, str], rows: Sequence[int], since: int) -> Rows:
        scope, kind = where
        about = {"of_scope": scope, "of_kind": catalog.BY_NAME[kind].number, "rows": list(rows), "since": since}
        return _since(self._change).ask(self._connection, **about)


def _newer(kind: str, changes: Rows) -> Iterator[tuple[int, int, Newer]]:
    """What changed in fields, each with its row and number."""
    declared = catalog.BY_NAME[kind]
    for row, seq, device, author, day, changed, was in changes():
        fields, unknown = canonical.decode_fields(bytes(changed), declared.by_number)
        if split_move(unknown)[0] is not Move.NONE:
            continue  # the row came with its dossier as it was
        before, _ = canonical.decode_fields(bytes(was), declared.by_number)
        for name in fields:
            yield row, seq, Newer(name, device, author, day, before.get(name))


@cache
def _since(change: Table) -> Prepared:
    c = change.c
    return Prepared(
        lambda among: (
            select(c.row, c.seq, c.device, c.author, c.day, c.fields, c.before)
            .where(c.scope == bindparam("of_scope"), c.kind == bindparam("of_kind"), among(c.row, "rows"))
            .where(c.seq > bindparam("since"))
            .order_by(c.seq)
        )
    )


def published_at(connection: Connection, change: Table, scope: int, kind: str) -> dict[int, int]:
    """The rows of a reference kind with the number of their first change; what came in a first copy has none."""
    query = (
        select(change.c.row, func.min(change.c.seq))
        .where(change.c.scope == scope, change.c.kind == catalog.BY_NAME[kind].number)
        .group_by(change.c.row)
    )
    return {one[0]: one[1] for one in connection.execute(query)}


def insert_all(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that must be new; all have the columns of the first."""
    if bulk.takes(connection, table, rows):
        bulk.insert(connection, table, rows)
    elif rows:
        connection.execute(insert(table), list(rows))


def insert_missing(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, and leave those as they are whose key exists."""
    if bulk.takes(connection, table, rows):
        bulk.insert_missing(connection, table, rows)
    elif rows:
        on_sqlite = connection.dialect.name == "sqlite"
        connection.execute(_insert_into(table, on_sqlite=on_sqlite).on_conflict_do_nothing(), list(rows))


def update_all(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Set columns of rows that exist, each given by its whole key; all name the same columns."""
    if bulk.takes(connection, table, rows):
        bulk.update(connection, table, rows)
    elif rows:
        connection.execute(_update(table, tuple(rows[0])), [{f"to_{name}": row[name] for name in row} for row in rows])


@cache
def _update(table: Table, names: tuple[str, ...]) -> Update:
    keys = [column.name for column in table.primary_key]
    values: dict[str, Any] = {name: bindparam(f"to_{name}") for name in names if name not in keys}
    return update(table).where(*(table.c[name] == bindparam(f"to_{name}") for name in keys)).values(values)


def count(connection: Connection, table: Table) -> int:
    """How many rows a table holds."""
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def get_meta(connection: Connection, meta: Table, name: str) -> str | None:
    """A named value of the database, None when absent."""
    return get_metas(connection, meta, [name]).get(name)


@cache
def _metas(meta: Table) -> Prepared:
    return Prepared(lambda among: select(meta.c.name, meta.c.value).where(among(meta.c.name, "names")))


def get_metas(connection: Connection, meta: Table, names: Iterable[str]) -> dict[str, str]:
    """Those of some named values that exist."""
    return {name: value for name, value in _metas(meta).all(connection, names=list(names))}  # noqa: C416  # rows


def lock_meta(connection: Connection, meta: Table, name: str) -> str:
    """A named value that must exist, locked until the transaction ends: whoever counts with it counts alone."""
    query = select(meta.c.value).where(meta.c.name == name).with_for_update()
    found: str = connection.execute(query).scalar_one()
    return found


def set_meta(connection: Connection, meta: Table, name: str, value: str) -> None:
    """Set a named value of the database."""
    upsert(connection, meta, [{"name": name, "value": value}])
