"""Many rows in one statement on PostgreSQL, and many values in one parameter.

Rows travel as one JSON value, which the table's own row type reads.

A statement a row, even prepared and in a pipeline, cost more processor time at both ends than all of a decision: a
clerk's day writes some nine hundred rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import ARRAY, ColumnElement, Connection, LargeBinary, Table, any_, literal

from sync.storage.prepared import run_text

_FEW = 3
"""Up to so many rows a statement each is cheaper than reading JSON."""


def among(connection: Connection, column: ColumnElement[Any], values: Iterable[Any]) -> ColumnElement[bool]:
    """The column has one of these values: on PostgreSQL one parameter, so that the statement is prepared once."""
    if connection.dialect.name == "postgresql":
        return column == any_(literal(list(values), ARRAY(column.type)))
    return column.in_(list(values))


def takes(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> bool:
    """True where these rows go in one statement."""
    return len(rows) > _FEW and connection.dialect.name == "postgresql"


def insert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that must be new; all have the columns of the first."""
    run_text(connection, _insert(table, tuple(rows[0]), ""), rows=_json(table, rows))


def insert_missing(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, and leave those as they are whose key exists."""
    run_text(connection, _insert(table, tuple(rows[0]), "NOTHING"), rows=_json(table, rows))


def upsert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows or overwrite those with the same key; of several with one key the last stays, as one by one."""
    keys = [column.name for column in table.primary_key]
    last = {tuple(row[name] for name in keys): row for row in rows}
    run_text(connection, _insert(table, tuple(rows[0]), "UPDATE"), rows=_json(table, list(last.values())))


def update(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Set the other columns of rows given by their key; each row names the same columns."""
    run_text(connection, _update(table, tuple(rows[0])), rows=_json(table, rows))


@cache
def _insert(table: Table, names: tuple[str, ...], conflict: str) -> str:
    columns = _listed(names)
    statement = f"INSERT INTO {_quoted(table.name)} ({columns}) SELECT {columns} FROM {_source(table)}"  # noqa: S608
    if conflict:
        keys = [column.name for column in table.primary_key]
        rest = [name for name in names if name not in keys]
        then = f"UPDATE SET {_excluded(rest)}" if rest and conflict == "UPDATE" else "NOTHING"
        statement += f" ON CONFLICT ({_listed(keys)}) DO {then}"
    return statement


@cache
def _update(table: Table, names: tuple[str, ...]) -> str:
    name, keys = _quoted(table.name), [column.name for column in table.primary_key]
    changed = ", ".join(f"{_quoted(one)} = given.{_quoted(one)}" for one in names if one not in keys)
    same = " AND ".join(f"{name}.{_quoted(one)} = given.{_quoted(one)}" for one in keys)
    return f"UPDATE {name} SET {changed} FROM {_source(table)} AS given WHERE {same}"  # noqa: S608


def _source(table: Table) -> str:
    return f"json_populate_recordset(CAST(NULL AS {_quoted(table.name)}), CAST(%(rows)s AS json))"


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
        own = dict(row)
        for name in binary:
            value = own[name]
            if value is not None:
                own[name] = "\\x" + value.hex()
        told.append(own)
    return msgspec.json.encode(told).decode()
