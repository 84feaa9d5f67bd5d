"""Statements that do not wait for each other's answers: their order, their rows, and what is told when one fails."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import psycopg
import pytest
from sqlalchemy import Column, Connection, Integer, MetaData, Table, bindparam, insert, select

from sync.storage.database import Database, open_centre
from sync.storage.prepared import Prepared, together

ONE = Table("one", MetaData(), Column("n", Integer, primary_key=True, autoincrement=False))
ADD = Prepared(lambda _: insert(ONE).values({"n": bindparam("n")}))
ALL = Prepared(lambda _: select(ONE.c.n).order_by(ONE.c.n))


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Each kind of database of a centre, with a table of numbers."""
    own = f"sqlite:///{tmp_path / 'centre.db'}"
    made = open_centre(request.getfixturevalue("postgres_database") if request.param == "postgresql" else own)
    with made.write() as connection:
        ONE.create(connection)
    yield made
    made.close()


def test_each_sees_what_those_before_it_did_and_rows_are_read_when_they_are_wanted(database: Database) -> None:
    with database.write() as connection:
        with together(connection):
            before = ALL.ask(connection)
            ADD.run(connection, n=1)
            between = ALL.ask(connection)
            ADD.run(connection, n=2)
            assert [row[0] for row in between()] == [1]
        assert [row[0] for row in before()] == []
        assert [row[0] for row in ALL.all(connection)] == [1, 2]


def test_where_one_fails_nothing_of_the_transaction_stands(database: Database) -> None:
    with pytest.raises(Exception, match=r"UNIQUE|duplicate key"), database.write() as one, together(one):
        _add_all(one, [1, 1, *range(2, 50)])
    with database.write() as connection:
        assert list(ALL.all(connection)) == []
        ADD.run(connection, n=1)
    with database.read() as connection:
        assert [row[0] for row in ALL.all(connection)] == [1]


def _add_all(connection: Connection, numbers: Iterable[int]) -> None:
    for n in numbers:
        ADD.run(connection, n=n)


def test_the_fault_is_told_and_not_that_others_were_behind_it() -> None:
    """The driver may say last that it did not run the rest; whether the disk is full is known from the first fault."""

    @contextmanager
    def pipeline() -> Iterator[None]:
        yield
        try:
            raise psycopg.errors.DiskFull("no space left")
        finally:
            raise psycopg.errors.PipelineAborted("pipeline aborted")

    driver = SimpleNamespace(pipeline=pipeline)
    faked: Any = SimpleNamespace(
        dialect=SimpleNamespace(name="postgresql"), connection=SimpleNamespace(driver_connection=driver)
    )
    with pytest.raises(psycopg.errors.DiskFull), together(cast(Connection, faked)):
        pass
