"""Many rows in one statement on PostgreSQL, and many values in one parameter.

What all rows have in common is told once. The rest travels as an array for each column where these are numbers and
bytes, else as one JSON value, which the table's own row type reads: that costs PostgreSQL twice as much.

A statement a row, even prepared and in a pipeline, cost more processor time at both ends than all of a decision: a
clerk's day writes some nine hundred rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ARRAY, ColumnElement, Connection, LargeBinary, Table, Text, any_, literal

from sync.storage.prepared import run_text

_NONE = type(None)
_FEW = 3
"""Up to so many rows a statement each is cheaper than reading JSON; not than arrays."""


def among(connection: Connection, column: ColumnElement[Any], values: Iterable[Any]) -> ColumnElement[bool]:
    """The column has one of these values: on PostgreSQL one parameter, so that the statement is prepared once."""
    if connection.dialect.name == "postgresql":
        return column == any_(literal(list(values), ARRAY(column.type)))
    return column.in_(list(values))


def takes(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> bool:
    """True where these rows go in one statement."""
    return connection.dialect.name == "postgresql" and (len(rows) > _FEW or (bool(rows) and _is_plain(table)))


def insert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that must be new; all have the columns of the first."""
    _insert(connection, table, rows, "")


def insert_missing(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, and leave those as they are whose key exists."""
    _insert(connection, table, rows, "NOTHING")


def upsert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows or overwrite those with the same key; of several with one key the last stays, as one by one."""
    keys = [column.name for column in table.primary_key]
    last = {tuple(row[name] for name in keys): row for row in rows}
    _insert(connection, table, list(last.values()), "UPDATE")


def update(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Set the other columns of rows given by their key; each row names the same columns."""
    given, values = _given(rows)
    run_text(connection, _update(table, given), **values)


def _insert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]], conflict: str) -> None:
    if _is_plain(table):
        given, values = _given(rows)
        if all(not isinstance(value, list) or len(set(map(type, value)) - {_NONE}) == 1 for value in values.values()):
            run_text(connection, _insert_arrays(table, given, conflict), **values)
            return
    run_text(connection, _insert_json(table, tuple(rows[0]), conflict), rows=_json(table, rows))


@cache
def _is_plain(table: Table) -> bool:
    """Mostly numbers and bytes, unlike the records of people."""
    return sum(isinstance(column.type, Text) for column in table.columns) < len(table.columns) / 3


class _Given(NamedTuple):
    """How rows are told: their columns, and those of them that have one value in all rows."""

    names: tuple[str, ...]
    same: tuple[str, ...]

    @property
    def listed(self) -> list[str]:
        """The columns that are told row by row."""
        return [name for name in self.names if name not in self.same]


def _given(rows: Sequence[Mapping[str, Any]]) -> tuple[_Given, dict[str, Any]]:
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    same = tuple(name for name, values in columns.items() if values.count(values[0]) == len(values))
    told = {name: values[0] if name in same else values for name, values in columns.items()}
    return _Given(tuple(columns), same), told


@cache
def _insert_json(table: Table, names: tuple[str, ...], conflict: str) -> str:
    columns = _listed(names)
    source = f"json_populate_recordset(CAST(NULL AS {_quoted(table.name)}), CAST(%(rows)s AS json))"
    statement = f"INSERT INTO {_quoted(table.name)} ({columns}) SELECT {columns} FROM {source}"  # noqa: S608
    return statement + _on_conflict(table, names, conflict)


@cache
def _insert_arrays(table: Table, given: _Given, conflict: str) -> str:
    values = ", ".join(_value(table, given, name) for name in given.names)
    statement = (
        f"INSERT INTO {_quoted(table.name)} ({_listed(given.names)}) SELECT {values}{_from_arrays(table, given)}"
    )
    return statement + _on_conflict(table, given.names, conflict)


def _on_conflict(table: Table, names: Sequence[str], conflict: str) -> str:
    if not conflict:
        return ""
    keys = [column.name for column in table.primary_key]
    rest = [name for name in names if name not in keys]
    then = f"UPDATE SET {_excluded(rest)}" if rest and conflict == "UPDATE" else "NOTHING"
    return f" ON CONFLICT ({_listed(keys)}) DO {then}"


@cache
def _update(table: Table, given: _Given) -> str:
    name, keys = _quoted(table.name), [column.name for column in table.primary_key]
    changed = ", ".join(f"{_quoted(one)} = {_value(table, given, one)}" for one in given.names if one not in keys)
    where = " AND ".join(f"{name}.{_quoted(one)} = {_value(table, given, one)}" for one in keys)
    return f"UPDATE {name} SET {changed}{_from_arrays(table, given)} WHERE {where}"  # noqa: S608


def _from_arrays(table: Table, given: _Given) -> str:
    """Where the rows come from; of a single one all is told beside."""
    if not given.listed:
        return ""
    arrays = ", ".join(f"%({name})s::{_type(table, name)}[]" for name in given.listed)
    return f" FROM unnest({arrays}) AS given ({_listed(given.listed)})"


def _value(table: Table, given: _Given, name: str) -> str:
    return f"%({name})s::{_type(table, name)}" if name in given.same else f"given.{_quoted(name)}"


@cache
def _type(table: Table, name: str) -> str:
    from sqlalchemy.dialects import postgresql  # the app never pays for loading it

    compiled: str = table.c[name].type.compile(postgresql.dialect())  # type: ignore[no-untyped-call]
    return compiled.partition(" COLLATE")[0]


def _excluded(names: Sequence[str]) -> str:
    return ", ".join(f"{_quoted(name)} = excluded.{_quoted(name)}" for name in names)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(map(_quoted, names))


@cache
def _quoted(name: str) -> str:
    from sqlalchemy.dialects import postgresql  # the app never pays for loading it

    return str(postgresql.dialect().identifier_preparer.quote(name))  # type: ignore[no-untyped-call]


@cache
def _binary(table: Table) -> frozenset[str]:
    return frozenset(column.name for column in table.columns if isinstance(column.type, LargeBinary))


def _json(table: Table, rows: Sequence[Mapping[str, Any]]) -> str:
    """The rows as PostgreSQL reads them: bytes in its own hexadecimal form."""
    binary = [name for name in rows[0] if name in _binary(table)]
    told = []
    for row in rows:
        own = {name: value for name, value in row.items() if value is not None}  # what is not named is empty
        for name in binary:
            if name in own:
                own[name] = "\\x" + own[name].hex()
        told.append(own)
    return msgspec.json.encode(told).decode()
