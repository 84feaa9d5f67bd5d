"""Statements that are made once and run many times.

On PostgreSQL the text goes to the driver as it is, and the driver has the server prepare it: to make a statement anew
and to look up what was made of it before cost five times what the driver takes to run it, some fifty times an exchange.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, Connection, Executable, any_, bindparam
from sqlalchemy.types import TypeEngine

Among = Callable[[ColumnElement[Any], str], ColumnElement[bool]]
"""The column has one of the values of a parameter: `among(t.c.scope, "scopes")`."""


class Prepared:
    """One statement with named parameters (`bindparam`); `make` is told how a column is compared with many values."""

    def __init__(self, make: Callable[[Among], Executable]) -> None:
        self._make = make
        self._text = ""
        self._known: Mapping[str, object] = {}
        self._other: Any = None

    def all(self, connection: Connection, **values: object) -> Sequence[Any]:
        """Run it; gives the rows, columns in the order of the statement."""
        found: Sequence[Any]
        if connection.dialect.name == "postgresql":
            found = self._run_text(connection, values).fetchall()
        else:
            found = self._run(connection, values).all()
        return found

    def first(self, connection: Connection, **values: object) -> Sequence[Any] | None:
        """Run it; gives the first row or None."""
        return next(iter(self.all(connection, **values)), None)

    def run(self, connection: Connection, **values: object) -> None:
        """Run one that gives no rows."""
        if connection.dialect.name == "postgresql":
            self._run_text(connection, values)
        else:
            self._run(connection, values)

    def _run_text(self, connection: Connection, values: Mapping[str, object]) -> Any:  # noqa: ANN401  # a cursor
        if not self._text:
            made: Any = self._make(_any_of)
            compiled = made.compile(dialect=connection.dialect)
            self._known = {name: value for name, value in compiled.params.items() if value is not None}
            self._text = str(compiled)
        told = {name: _listed(value) if isinstance(value, list) else value for name, value in values.items()}
        return _driver(connection).execute(self._text, {**self._known, **told})

    def _run(self, connection: Connection, values: Mapping[str, object]) -> Any:  # noqa: ANN401  # a result
        if self._other is None:
            self._other = self._make(_one_of)
        return connection.execute(self._other, values)


def run_text(connection: Connection, statement: str, **values: object) -> None:
    """Run a text of PostgreSQL, with parameters as `%(name)s`."""
    _driver(connection).execute(statement, values)


def _listed(values: list[Any]) -> object:
    """Whole numbers as PostgreSQL writes an array: the driver would ask each of them for its type."""
    return "{" + ",".join(map(str, values)) + "}" if values and isinstance(values[0], int) else values


def _driver(connection: Connection) -> Any:  # noqa: ANN401  # the connection as the driver has it
    return connection.connection.driver_connection


def _any_of(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    return column == any_(bindparam(name, type_=_array(column.type)))


def _one_of(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    return column.in_(bindparam(name, expanding=True))


@cache
def _array(kind: TypeEngine[Any]) -> ARRAY[Any]:
    return ARRAY(kind)
