"""PostgreSQL itself shows a laptop's transaction no other scope, whatever the query forgets (ADR 29)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, insert, select, text, update
from sqlalchemy.exc import ProgrammingError

from sync.domain.ids import Compartment, academy_of, scope_id
from sync.storage.wall import is_walled, raise_wall
from sync.storage.within import SERVES, Within
from tests.exchange.world import PLACE, World

THERE = 505


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, postgres_server: object) -> Iterator[World]:
    """Two provinces on PostgreSQL, with one person in each."""
    from tests.postgres import PrivatePostgres

    assert isinstance(postgres_server, PrivatePostgres)
    name = postgres_server.create_database()
    made = World(Path(tmp_path_factory.mktemp("wall")), postgres_server.url(name))
    made.province(THERE)
    for place in (PLACE, THERE):
        laptop = made.laptop(place)
        laptop.sends(made.centre, laptop.hires(surname_ar="العلوي", ppr=f"1234{place}", cin=f"AB{place}000")[1])
    yield made
    made.close()
    postgres_server.drop_database(name)


def scopes(world: World, within: Within | None) -> dict[str, set[int]]:
    """The scopes of which each table shows rows, asked without any condition."""
    tables = world.centre.tables
    with world.centre.database.read(within) as connection:
        return {
            name: set(connection.execute(select(t.c.scope)).scalars())
            for name, t in {**tables.records.records, "change": tables.change, "digest": tables.digest}.items()
        }


def identity(connection: Connection) -> tuple[str, str]:
    """Who the connection is now, and what it may see."""
    row = connection.execute(text("SELECT current_user, coalesce(current_setting('massar.scopes', true), '')")).one()
    return row[0], row[1]


def test_a_query_without_a_scope_shows_only_its_own(world: World) -> None:
    assert {scope for found in scopes(world, None).values() for scope in found} == {5040, 5050}
    for scope in (5040, 5050):
        found = scopes(world, Within((0, 500, scope)))
        assert found["employee"] == found["change"] == {scope}
        assert {one for some in found.values() for one in some} == {scope}
    assert not any(scopes(world, Within(())).values())


def test_two_scopes_share_a_connection_and_one_fails_midway(world: World) -> None:
    database, employee = world.centre.database, world.centre.tables.records.records["employee"]
    pids = set()

    def people(connection: Connection) -> set[int]:
        pids.add(connection.execute(text("SELECT pg_backend_pid()")).scalar_one())
        return set(connection.execute(select(employee.c.scope)).scalars())

    with database.write(Within((5040,))) as connection:
        assert people(connection) == {5040}
    with suppress(ZeroDivisionError), database.write(Within((5050,))) as connection:
        assert people(connection) == {5050}
        raise ZeroDivisionError
    with database.write(Within((5040,))) as connection:
        assert people(connection) == {5040}
        with pytest.raises(ProgrammingError, match="row-level security"):
            connection.execute(insert(employee), {"scope": 5050, "id": 1, "dossier": 1, "extra": b""})
    with database.write() as connection:
        assert identity(connection) == ("postgres", "")
        assert people(connection) == {5040, 5050}
    with database.write(Within((5050,))) as connection:
        assert people(connection) == {5050}
        assert connection.execute(update(employee).values(city="فاس")).rowcount == 1
    assert len(pids) == 1, "all of it went over one pooled connection"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_line SET actor = 7",
        "DELETE FROM audit_line",
        "UPDATE change SET author = 7",
        "SELECT password FROM account",
        "UPDATE held_role SET role = 'director'",
        "INSERT INTO account (id, place, name_ar, name_la) VALUES (99, 504, 'x', 'x')",
        "ALTER TABLE employee DISABLE ROW LEVEL SECURITY",
        "CREATE TABLE mine (x int)",
    ],
)
def test_a_laptop_s_transaction_has_no_more_rights_than_it_needs(world: World, statement: str) -> None:
    with (
        pytest.raises(ProgrammingError, match=r"permission denied|must be owner"),
        world.centre.database.write(Within((5040, 5050), deciding=True)) as connection,
    ):
        connection.execute(text(statement))


def test_what_a_laptop_s_transaction_may_take_out_is_an_academy_s_copy(world: World) -> None:
    employee = world.centre.tables.records.records["employee"]
    copied = scope_id(academy_of(504), Compartment.GENERAL)
    with world.centre.database.write() as connection:
        connection.execute(insert(employee), {"scope": copied, "id": 1, "dossier": 1, "extra": b""})
    for scopes, gone in (((5040, 5050), 0), ((5040, copied), 1)):
        with world.centre.database.write(Within(scopes, deciding=True)) as connection:
            assert connection.execute(delete(employee)).rowcount == gone
    with world.centre.database.write() as connection:
        assert set(connection.execute(select(employee.c.scope)).scalars()) == {5040, 5050}


def test_identities_are_read_by_the_deciding_code_only(world: World) -> None:
    t = world.centre.tables.identity
    found = []
    for within in (Within((5040,)), Within((5040, 5050)), Within((5040,), deciding=True)):
        with world.centre.database.write(within) as connection:
            found.append(len(connection.execute(select(t)).all()))
    assert found == [0, 0, 4]


def test_every_table_has_a_rule_and_the_role_owns_none(world: World) -> None:
    tables = world.centre.tables
    walled = {table.name for table in tables.records.metadata.tables.values() if is_walled(tables, table.name)}
    with world.centre.database.write() as connection:
        rows = connection.execute(
            text(
                "SELECT relname, relrowsecurity AND relforcerowsecurity AS forced, rolname, rolcanlogin "
                "FROM pg_class JOIN pg_roles ON pg_roles.oid = relowner "
                "WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
            )
        ).all()
        role = select(text("rolcanlogin")).select_from(text("pg_roles")).where(text("rolname = :name"))
        signs_in = connection.execute(role, {"name": SERVES}).scalar_one()
        assert not raise_wall(connection, tables), "a wall that stands is left as it is"
    assert {row.relname for row in rows if row.forced} == walled
    assert set(tables.records.records) < walled
    assert SERVES not in {row.rolname for row in rows}
    assert signs_in is False
