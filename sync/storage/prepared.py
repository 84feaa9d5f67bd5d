"""Statements that are made once and run many times.

The text goes to the driver as it is: to make a statement anew and to look up what was made of it before cost five times
what the driver takes to run it, some fifty times an exchange. PostgreSQL's driver has the server prepare it, SQLite's
keeps what it compiled of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import (
    ARRAY,
    Boolean,
    ColumnElement,
    Connection,
    Dialect,
    Executable,
    LargeBinary,
    any_,
    bindparam,
    func,
    select,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import TypeEngine

FROM_HEX = "from_hex"
"""The function by which SQLite, whose lists are JSON, reads bytes in one; each connection is given it."""
Among = Callable[[ColumnElement[Any], str], ColumnElement[bool]]
"""The column has one of the values of a parameter: `among(t.c.scope, "scopes")`."""

Rows = Callable[[], Sequence[Any]]
"""Gives the rows of a statement that was asked for."""


class Prepared:
    """One statement with named parameters (`bindparam`); `make` is told how a column is compared with many values."""

    def __init__(self, make: Callable[[Among], Executable]) -> None:
        self._make = make
        self._on: dict[str, _Text] = {}

    def all(self, connection: Connection, **values: object) -> Sequence[Any]:
        """Run it; gives the rows, columns in the order of the statement."""
        return self.ask(connection, **values)()

    def ask(self, connection: Connection, **values: object) -> Rows:
        """Run it; its rows are given when they are called for: several statements are asked `together`."""
        text = self._on.get(connection.dialect.name) or self._made(connection)
        return text.ask(_driver(connection), values)

    def first(self, connection: Connection, **values: object) -> Sequence[Any] | None:
        """Run it; gives the first row or None."""
        return next(iter(self.all(connection, **values)), None)

    def run(self, connection: Connection, **values: object) -> None:
        """Run one that gives no rows."""
        text = self._on.get(connection.dialect.name) or self._made(connection)
        text.run(_driver(connection), values)

    def _made(self, connection: Connection) -> _Text:
        kind = _OfSqlite if connection.dialect.name == "sqlite" else _OfPostgresql
        self._on[connection.dialect.name] = made = kind(self._make, connection.dialect)
        return made


class _Text:
    """A statement as a driver takes it: its text, and the values it has of its own."""

    def __init__(self, made: Any, dialect: Dialect) -> None:  # noqa: ANN401  # any statement
        compiled = made.compile(dialect=dialect)
        self._text = str(compiled)
        self._own = {name: value for name, value in compiled.params.items() if value is not None}

    def ask(self, driver: Any, values: Mapping[str, object]) -> Rows:  # noqa: ANN401  # the driver's own
        """Run it; what gives its rows."""
        return self.run(driver, values).fetchall  # type: ignore[no-any-return]

    def run(self, driver: Any, values: Mapping[str, object]) -> Any:  # noqa: ANN401  # the driver's own
        """A cursor that ran it."""
        told = {name: self._many(value) if isinstance(value, list) else value for name, value in values.items()}
        return driver.execute(self._text, {**self._own, **told})

    def _many(self, values: list[Any]) -> object:
        """Many values as one parameter."""
        raise NotImplementedError


class _OfPostgresql(_Text):
    """Many values are an array."""

    def __init__(self, make: Callable[[Among], Executable], dialect: Dialect) -> None:
        super().__init__(make(_any_of), dialect)

    def _many(self, values: list[Any]) -> object:
        return _array_of(values)


class _OfSqlite(_Text):
    """Many values are a list in JSON; flags come as numbers and are made flags again."""

    def __init__(self, make: Callable[[Among], Executable], dialect: Dialect) -> None:
        made, named = make(_listed), type(dialect)
        super().__init__(made, named(paramstyle="named"))  # type: ignore[call-arg]  # each dialect takes it
        columns = getattr(made, "selected_columns", ())
        self._flags = [at for at, column in enumerate(columns) if isinstance(column.type, Boolean)]

    def ask(self, driver: Any, values: Mapping[str, object]) -> Rows:  # noqa: ANN401  # the driver's own
        """Run it; what gives its rows. They are read at once: what is written later must not be among them."""
        rows = super().ask(driver, values)()
        told = [self._with_flags(row) for row in rows] if self._flags else rows
        return lambda: told

    def _many(self, values: list[Any]) -> object:
        return msgspec.json.encode([one.hex() if isinstance(one, bytes) else one for one in values]).decode()

    def _with_flags(self, row: Sequence[Any]) -> Sequence[Any]:
        values = list(row)
        for at in self._flags:
            values[at] = None if values[at] is None else bool(values[at])
        return values


def run_text(connection: Connection, statement: str, **values: object) -> None:
    """Run a text of PostgreSQL, with parameters as `%(name)s`."""
    told = {name: _array_of(value) if isinstance(value, list) else value for name, value in values.items()}
    _driver(connection).execute(statement, told)


@contextmanager
def together(connection: Connection) -> Iterator[None]:
    """Statements within do not wait for each other's answers: PostgreSQL has what was sent until rows are called for,
    or until the end. What fails is raised there, and nothing after it was done.

    SQLAlchemy's own statements may write within, but give no rows: they look at their answer at once.
    """
    if connection.dialect.name == "sqlite":
        yield
        return
    import psycopg  # an office never needs it

    fault: BaseException | None = None
    try:
        with _driver(connection).pipeline():
            try:
                yield
            except (psycopg.Error, DBAPIError) as wrong:
                fault = wrong  # its end fails behind it, and says so of each statement
    except psycopg.Error as after:
        behind = isinstance(after, psycopg.errors.PipelineAborted)
        fault = fault or (after.__context__ if behind else None) or after
    if fault is not None:
        raise fault


def _array_of(values: list[Any]) -> object:
    """Whole numbers and bytes as PostgreSQL writes an array: the driver would ask each of them for its type."""
    kinds = set(map(type, values))
    if kinds == {int}:
        return "{" + ",".join(map(str, values)) + "}"
    if kinds == {bytes}:
        return "{" + ",".join([f'"\\\\x{value.hex()}"' for value in values]) + "}"
    return values


def _driver(connection: Connection) -> Any:  # noqa: ANN401  # the connection as the driver has it
    return connection.connection.driver_connection


def _any_of(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    return column == any_(bindparam(name, type_=_array(column.type)))


def _listed(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    value: ColumnElement[Any] = func.json_each(bindparam(name)).table_valued("value").c.value
    return column.in_(select(getattr(func, FROM_HEX)(value) if isinstance(column.type, LargeBinary) else value))


@cache
def _array(kind: TypeEngine[Any]) -> ARRAY[Any]:
    return ARRAY(kind)
