"""The centre is put back to an earlier state: everything that an office holds comes back by itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.server.accounts import Accounts
from sync.server.history import BehindFence, Fence, new_epoch
from sync.server.service import Centre
from sync.storage.database import open_centre
from sync.storage.rows import count
from tests.exchange.world import World

NAME = {"surname_ar": "العلوي", "first_name_ar": "مريم"}


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.close()


def backup(world: World) -> Path:
    """Last night's copy of the centre."""
    path = world.folder / "night.db"
    world.centre.database.copy_to(path)
    return path


def restore(world: World, copy: Path) -> None:
    """Put the copy in the database's place and start a new history."""
    world.centre.database.close()
    target = world.folder / "centre.db"
    for suffix in ("", "-wal", "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)
    shutil.copy(copy, target)
    world.centre = Centre(open_centre(f"sqlite:///{target}"), world.clock.now_ms, Fence(world.folder / "fence"))
    fence = world.centre.fence
    assert fence is not None
    with world.centre.database.write() as connection:
        new_epoch(connection, world.centre.tables, fence)
    for office in world.offices:
        office.line.centre = world.centre


def test_what_the_centre_lost_comes_back_from_the_offices(world: World) -> None:
    fatima, karim = world.office(), world.office()
    before = fatima.hires(**NAME)
    fatima.sync()
    karim.sync()
    night = backup(world)
    lost = fatima.hires(surname_ar="بناني", phone="+212661045271")
    fatima.corrects(before, phone="+212661045272")
    fatima.sync()
    karim.sync()
    karim.corrects(lost, city="فاس")
    karim.corrects(before, city="تازة")
    karim.sync()
    fatima.sync()
    restore(world, night)
    fatima.corrects(before, email="after@taalim.example")
    for office in (fatima, karim, fatima, karim):
        office.sync()
    assert fatima.rows("employee") == karim.rows("employee")
    assert fatima.sees(lost, "phone") == "+212661045271"
    assert fatima.sees(lost, "city") == "فاس"
    assert karim.sees(before, "phone") == "+212661045272"
    assert karim.sees(before, "city") == "تازة"
    assert karim.sees(before, "email") == "after@taalim.example"
    assert fatima.rows("conflict") == []
    with world.centre.database.read() as connection:
        assert count(connection, world.centre.tables.operation) == 6


def test_the_order_in_which_offices_come_back_costs_conflicts_never_values(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(**NAME)
    fatima.sync()
    karim.sync()
    night = backup(world)
    fatima.corrects(person, phone="+212661045271")
    fatima.sync()
    karim.sync()
    karim.corrects(person, phone="+212661045272")  # she had seen the first value
    karim.sync()
    fatima.sync()
    restore(world, night)
    for office in (karim, fatima, karim, fatima):
        office.sync()
    assert fatima.rows("employee") == karim.rows("employee")
    (conflict,) = fatima.rows("conflict")
    assert {fatima.sees(person, "phone"), conflict.text("losing").split('"')[3]} == {"+212661045271", "+212661045272"}


def test_an_office_keeps_its_file_as_it_was(world: World) -> None:
    fatima = world.office()
    fatima.hires(**NAME)
    fatima.sync()
    night = backup(world)
    restore(world, night)
    fatima.sync()
    aside = world.folder / "office1.epoch1.db"
    assert aside.read_bytes()[:15] != b"SQLite format 3"


def test_a_database_behind_the_fence_is_refused_until_a_new_history_starts(world: World) -> None:
    fence = Fence(world.folder / "fence")
    world.centre.fence = fence
    fatima = world.office()
    night = backup(world)
    fatima.hires(**NAME)
    fatima.sync()
    with open_centre(f"sqlite:///{night}").read() as connection:
        old = Accounts(connection, world.centre.tables)
        heads = {row.scope: row.seq for row in connection.execute(world.centre.tables.head.select())}
        with pytest.raises(BehindFence):
            Fence(world.folder / "fence").check(old.epoch(), heads)
    restore(world, night)
    assert Fence(world.folder / "fence").epoch == 1
    fatima.sync()
    assert Fence(world.folder / "fence").epoch == 2
    karim = world.office()
    assert karim.rows("employee") == fatima.rows("employee")
