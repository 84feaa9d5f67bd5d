"""Databases of both ends grow to new declarations by themselves, and what waited for them is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect, text

from sync.domain import catalog
from sync.domain.canonical import digest
from sync.domain.operation import SCHEMA, Operation, Verb
from sync.protocol.messages import Sealed
from sync.server.accounts import Accounts
from sync.server.administration import decide_left_behind
from sync.server.devices import Devices
from sync.storage.database import Database
from tests.exchange.laptop import Laptop
from tests.exchange.world import World
from tests.upgrade.test_newer_neighbours import updated

CITY = catalog.BY_NAME["employee"].by_name["city"].number


@pytest.fixture(params=["sqlite", "postgresql"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    url = None if request.param == "sqlite" else request.getfixturevalue("postgres_database")
    made = World(tmp_path, url)
    yield made
    made.close()


def before_cities(connection: Connection) -> None:
    """Make a database as it was before there was a city: what newer ends sent of it stands in `extra`."""
    for row in connection.execute(text("SELECT scope, id, city FROM employee WHERE city IS NOT NULL")).all():
        kept = bytes((CITY * 8 + 2 & 0x7F | 0x80, CITY * 8 + 2 >> 7)) if CITY > 15 else bytes((CITY * 8 + 2,))
        extra = kept + bytes((len(row.city.encode()),)) + row.city.encode()
        values = {"extra": extra, "scope": row.scope, "id": row.id}
        connection.execute(text("UPDATE employee SET extra = :extra WHERE scope = :scope AND id = :id"), values)
    connection.execute(text("ALTER TABLE employee DROP COLUMN city"))
    connection.execute(text("DROP TABLE diploma"))
    connection.execute(text("UPDATE meta SET value = 'older' WHERE name = 'declarations'"))


def columns(database: Database, table: str) -> set[str]:
    with database.read() as connection:
        return {column["name"] for column in inspect(connection).get_columns(table)}


def indexes(database: Database, table: str) -> set[str | None]:
    with database.read() as connection:
        return {index["name"] for index in inspect(connection).get_indexes(table)}


def test_both_ends_get_the_columns_and_tables_of_today_and_still_agree(world: World) -> None:
    office = world.office()
    people = [office.hires(surname_ar="العلوي", city="فاس"), office.hires(surname_ar="بناني")]
    office.sync()
    whole = columns(world.centre.database, "employee"), indexes(world.centre.database, "diploma")
    for database in (office.replica.database, world.centre.database):
        with database.write() as connection:
            before_cities(connection)
    world.centre.migrate()
    office = updated(world, office)
    assert (columns(world.centre.database, "employee"), indexes(world.centre.database, "diploma")) == whole
    assert [office.sees(person, "city") for person in people] == ["فاس", None]
    done = office.sync()
    assert (done.verified, done.repaired) == (True, 0)
    assert {row.extra for row in office.rows("employee")} == {b""}


def test_a_database_that_is_up_to_date_is_not_touched(world: World) -> None:
    with world.centre.database.write() as connection:
        connection.execute(text("ALTER TABLE diploma ADD COLUMN mine TEXT"))
    world.centre.migrate()
    assert "mine" in columns(world.centre.database, "diploma")


def test_what_an_older_centre_held_is_decided_after_its_update_in_its_order(world: World) -> None:
    laptop = world.laptop()
    person, hired = laptop.hires(surname_ar="العلوي")
    newer = Sealed(hired.lane, hired.n, bytes((SCHEMA + 1,)) + hired.record[1:])
    correction = Operation(verb=Verb.CORRECT, kind="employee", row=person, dossier=person, fields={"city": "فاس"})
    after = laptop.sealed(correction)
    assert laptop.sends(world.centre, newer, after) == []  # what comes after it on the same person waits with it
    readable(world, newer, hired)
    again = laptop.sends(world.centre, hired, after)
    assert [(answer.n, answer.verdict) for answer in again] == [(1, "applied"), (2, "applied")]


def test_what_was_held_under_a_number_that_no_laptop_has_any_more_is_decided_when_the_centre_starts(
    world: World,
) -> None:
    laptop = world.laptop()
    person, hired = laptop.hires(surname_ar="العلوي")
    newer = Sealed(hired.lane, hired.n, bytes((SCHEMA + 1,)) + hired.record[1:])
    assert laptop.sends(world.centre, newer) == []
    centre = world.centre
    with centre.database.write() as connection:  # its file was copied, and it goes by another number since
        accounts = Accounts(connection, centre.tables)
        accounts.renumber(accounts.device(laptop.device, world.clock.now_ms()), world.clock.now_ms())
    readable(world, newer, hired)
    assert decide_left_behind(centre.database, centre.tables, world.clock.now_ms()) == 1
    assert decide_left_behind(centre.database, centre.tables, world.clock.now_ms()) == 0
    with centre.database.read() as connection:
        rows = connection.execute(text("SELECT id FROM employee")).scalars().all()
    assert rows == [person]


def readable(world: World, newer: Sealed, as_today: Sealed) -> None:
    """The centre is updated: the schema of that record is today's."""
    with world.centre.database.write() as connection:
        change = text("UPDATE operation SET record = :today, hash = :hash WHERE record = :newer")
        values = {"today": as_today.record, "hash": digest(as_today.record), "newer": newer.record}
        connection.execute(change, values)
        connection.execute(text("UPDATE meta SET value = 'older' WHERE name = 'declarations'"))
    world.centre.migrate()


def test_what_a_revoked_laptop_sent_stays_held(world: World) -> None:
    laptop: Laptop = world.laptop()
    _, hired = laptop.hires(surname_ar="العلوي")
    with world.centre.database.write() as connection:
        Devices(connection, world.centre.tables).revoke(laptop.device, world.clock.now_ms())
    laptop.sends(world.centre, hired)
    readable(world, hired, hired)
    with world.centre.database.read() as connection:
        assert connection.execute(text("SELECT state FROM operation")).scalars().all() == ["held"]
