"""The running hash of each scope: an office notices by itself that the centre was put back, and nothing is lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import select, update

from sync.client import partings
from sync.client.errors import Unreachable
from sync.client.outbox import Outbox
from sync.domain.ids import Lane
from sync.server.history import new_epoch
from sync.server.service import Centre
from sync.storage import chain
from sync.storage.database import open_centre
from tests.exchange import invariants
from tests.exchange.test_restore import backup, restore
from tests.exchange.world import Office, World

NAME = {"surname_ar": "العلوي", "first_name_ar": "مريم"}
PHONE, OTHER_PHONE = "+212661045271", "+212661045272"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.close()


def put_back_silently(world: World, copy: Path) -> None:
    """A copy in the centre's place, and no new history: its fence was put back with it."""
    world.centre.database.close()
    target = world.folder / f"silent-{copy.stem}.db"
    shutil.copy(copy, target)
    world.centre = Centre(open_centre(f"sqlite:///{target}"), world.clock.now_ms)
    for office in world.offices:
        office.line.centre = world.centre


def chains_of(office: Office) -> dict[int, bytes]:
    """The chain of each scope as an office keeps it."""
    t = office.replica.tables.cursor
    with office.replica.database.read() as connection:
        return {row.scope: bytes(row.chain) for row in connection.execute(select(t.c.scope, t.c.chain))}


def chains_at_centre(world: World, office: Office) -> dict[int, bytes]:
    """The chain of the same scopes at the centre's heads."""
    t = world.centre.tables.head
    with world.centre.database.read() as connection:
        rows = connection.execute(select(t).where(t.c.scope.in_(office.replica.identity.scopes.all)))
        return {row.scope: bytes(row.chain) for row in rows}


def agree(world: World, *offices: Office) -> None:
    """These offices have read the centre's history, and show what it holds."""
    for office in offices:
        assert chains_of(office) == chains_at_centre(world, office)
        invariants.check(world, office)


def verdicts(office: Office) -> list[str | None]:
    with office.replica.database.read() as connection:
        return [entry.verdict for entry in Outbox(connection, office.replica.tables).entries()]


def test_both_ends_compute_the_same_chain_whoever_wrote_and_however_it_came(world: World) -> None:
    fatima, karim = world.office(), world.office(confidential=True)
    person = fatima.hires(**NAME)
    fatima.sync()  # her own changes came back as numbers only
    karim.sync()  # the same changes came whole
    fatima.corrects(person, phone=PHONE)
    karim.corrects(person, phone=OTHER_PHONE)
    for office in (fatima, karim, fatima):
        office.sync()
    newcomer = world.office()  # she read no change, only a copy
    agree(world, fatima, karim, newcomer)
    karim.corrects(person, city="فاس")
    karim.sync()
    newcomer.sync()
    agree(world, newcomer)


def test_a_centre_that_was_put_back_gets_back_what_it_lost(world: World) -> None:
    fatima, karim = world.office(), world.office()
    before = fatima.hires(**NAME)
    fatima.sync()
    karim.sync()
    night = backup(world)
    lost = fatima.hires(surname_ar="بناني", phone=PHONE)
    fatima.corrects(before, phone=OTHER_PHONE)
    fatima.sync()
    karim.sync()
    karim.corrects(lost, city="فاس")
    karim.sync()
    fatima.sync()
    put_back_silently(world, night)
    fatima.corrects(before, email="after@taalim.example")
    done = fatima.sync()
    assert done.verified
    assert done.rows == 0  # nothing was copied anew
    assert done.requests <= 4
    for office in (karim, fatima):
        assert office.sync().verified
    agree(world, fatima, karim)
    assert fatima.rows("employee") == karim.rows("employee")
    assert fatima.sees(lost, "city") == "فاس"
    assert karim.sees(before, "phone") == OTHER_PHONE
    assert karim.sees(before, "email") == "after@taalim.example"
    assert fatima.rows("conflict") == []


def test_other_changes_under_the_numbers_that_were_read_are_noticed(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(**NAME)
    fatima.sync()
    karim.sync()
    night = backup(world)
    fatima.corrects(person, phone=PHONE)
    fatima.sync()
    put_back_silently(world, night)
    karim.corrects(person, city="فاس")  # takes the number that her correction had
    karim.sync()
    assert fatima.replica.marks() == karim.replica.marks()
    for office in (fatima, karim):
        assert office.sync().verified
    agree(world, fatima, karim)
    assert fatima.sees(person, "phone") == karim.sees(person, "phone") == PHONE
    assert fatima.sees(person, "city") == karim.sees(person, "city") == "فاس"


@pytest.mark.parametrize("sent_before", [True, False])
def test_what_its_author_cannot_have_seen_is_never_overwritten(world: World, sent_before: bool) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(**NAME)
    fatima.sync()
    karim.sync()
    night = backup(world)
    for city in ("تازة", "صفرو", "إفران"):
        fatima.corrects(person, city=city)
    fatima.sync()
    if sent_before:
        fatima.corrects(person, phone=PHONE)  # she had seen three changes more
        fatima.sync()
    put_back_silently(world, night)
    karim.corrects(person, phone=OTHER_PHONE)  # under one of the numbers that she had seen
    karim.sync()
    if not sent_before:
        fatima.corrects(person, phone=PHONE)
    for office in (fatima, karim):
        office.sync()
    agree(world, fatima, karim)
    assert fatima.sees(person, "phone") == OTHER_PHONE
    (conflict,) = fatima.rows("conflict")
    assert PHONE in conflict.text("losing")
    fatima.corrects(person, phone=PHONE)  # now she has seen it
    fatima.sync()
    assert fatima.sees(person, "phone") == PHONE


def test_a_centre_behind_an_epoch_that_offices_know_gets_back_what_it_lost(world: World) -> None:
    fatima = world.office()
    fatima.hires(**NAME)
    fatima.sync()
    first = backup(world)
    restore(world, first)
    fatima.hires(surname_ar="بناني")
    fatima.sync()
    assert fatima.replica.identity.epoch == 2
    put_back_silently(world, first)
    assert fatima.sync().verified
    assert fatima.replica.identity.epoch == 1
    agree(world, fatima)
    assert {row.text("surname_ar") for row in world.office().rows("employee")} == {"العلوي", "بناني"}


def test_a_new_history_begun_later_shares_what_was_found_out_before(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(**NAME)
    fatima.sync()
    karim.sync()
    night = backup(world)
    for city in ("تازة", "صفرو", "إفران"):
        fatima.corrects(person, city=city)
    fatima.sync()
    fatima.corrects(person, phone=PHONE)
    put_back_silently(world, night)
    fatima.line.cut_down_after = 1
    with pytest.raises(Unreachable):
        fatima.sync()  # she goes back, and offers nothing yet
    karim.corrects(person, phone=OTHER_PHONE)
    karim.sync()
    restore(world, backup_of(world, "later.db"))
    for office in (fatima, karim, fatima):
        office.sync()
    agree(world, fatima, karim)
    (conflict,) = fatima.rows("conflict")
    assert {fatima.sees(person, "phone"), conflict.text("losing").split('"')[3]} == {PHONE, OTHER_PHONE}


def backup_of(world: World, name: str) -> Path:
    path = world.folder / name
    world.centre.database.copy_to(path)
    return path


@pytest.mark.parametrize("frames", [0, 1, 2])
def test_a_cut_on_the_way_back_costs_nothing(world: World, frames: int) -> None:
    fatima = world.office()
    night = backup(world)
    person = fatima.hires(**NAME)
    fatima.sync()
    put_back_silently(world, night)
    fatima.corrects(person, phone=PHONE)
    fatima.line.cut_down_after = frames
    with suppress(Unreachable):
        fatima.sync()
    fatima.line.cut_up_after = 300
    with suppress(Unreachable):
        fatima.sync()
    assert fatima.sync().verified
    agree(world, fatima)
    assert verdicts(fatima) == ["applied", "applied"]
    assert fatima.sees(person, "phone") == PHONE


def test_the_file_is_kept_as_it_was_before_it_went_back(world: World) -> None:
    fatima = world.office()
    night = backup(world)
    fatima.hires(**NAME)
    fatima.sync()
    put_back_silently(world, night)
    fatima.sync()
    (aside,) = world.folder.glob("office1.epoch1.*.db")
    assert aside.read_bytes()[:15] != b"SQLite format 3"
    fatima.sync()
    assert len(list(world.folder.glob("office1.*.db"))) == 1


def test_a_first_copy_from_a_history_that_is_gone_is_taken_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.server.copies.PAGE_BYTES", 1)
    fatima = world.office()
    late = world.office(copied=False)
    night = backup(world)
    fatima.hires(**NAME)
    fatima.hires(surname_ar="بناني")
    fatima.sync()
    late.line.cut_down_after = 3
    with pytest.raises(Unreachable):
        late.sync()
    put_back_silently(world, night)
    fatima.sync()
    assert late.sync().verified
    agree(world, fatima, late)
    assert late.rows("employee") == fatima.rows("employee")


def test_a_file_that_is_older_than_chains_learns_them_with_its_next_exchange(world: World) -> None:
    fatima, karim = world.office(), world.office()
    fatima.hires(**NAME)
    fatima.sync()
    tables = fatima.replica.tables
    with fatima.replica.database.write() as connection:
        connection.execute(update(tables.cursor).values(chain=None, start=0, start_chain=None))
        connection.execute(update(tables.change).values(chain=None))
    karim.hires(surname_ar="بناني")
    karim.sync()
    assert fatima.sync().requests == 1
    agree(world, fatima)
    night = backup(world)
    fatima.hires(surname_ar="تازي")
    fatima.sync()
    put_back_silently(world, night)
    done = fatima.sync()
    assert (done.verified, done.rows) == (True, 0)
    agree(world, fatima)


def test_a_damaged_chain_is_mended_and_costs_no_operation(world: World) -> None:
    fatima = world.office()
    person = fatima.hires(**NAME)
    fatima.sync()
    with fatima.replica.database.write() as connection:
        connection.execute(update(fatima.replica.tables.cursor).values(chain=b"\x07" * chain.CHAIN_BYTES))
    fatima.corrects(person, phone=PHONE)
    assert fatima.sync().verified
    agree(world, fatima)
    assert verdicts(fatima) == ["applied", "applied"]


def test_what_rests_on_a_lost_history_is_told_again_under_a_new_number(world: World) -> None:
    fatima = world.office()
    fatima.hires(**NAME)
    fatima.hires(Lane.BULK, **NAME)
    tables, database = fatima.replica.tables, fatima.replica.database
    with database.write() as connection:
        partings.keep(connection, tables, [(100, 7)])
    (frame,) = partings.untold(database, tables, fatima.replica.identity.device).frames
    assert (frame.scopes, frame.numbers) == ([(100, 7)], [(0, 1), (1, 1)])
    fatima.sync()
    assert partings.untold(database, tables, fatima.replica.identity.device).frames == ()
    with database.write() as connection:
        partings.tell_again(connection, tables)
    assert partings.untold(database, tables, fatima.replica.identity.device).frames == (frame,)


def test_an_office_compares_few_numbers_and_goes_back_little_too_far() -> None:
    for head in (0, 1, 2, 9, 500, 38_000, 1_000_000):
        compared = list(chain.samples(head))
        assert compared[0] == head
        assert compared[-1] == 0
        assert len(compared) <= 70
        for lost in {min(head, one) for one in (1, 3, 10, 200, 5_000)}:
            found = max(seq for seq in compared if seq <= head - lost)
            assert head - lost - found <= max(lost // 4, 1) or found == 0


def test_one_hash_of_all_scopes_changes_with_each_of_them() -> None:
    points = [(1, 5, b"a" * 8), (2, 7, b"b" * 8)]
    assert chain.combine(points) == chain.combine(points[::-1])
    others = [
        [(1, 5, b"a" * 8)],
        [(1, 6, b"a" * 8), points[1]],
        [(1, 5, b"c" * 8), points[1]],
        [(3, 5, b"a" * 8), points[1]],
    ]
    assert len({chain.combine(some) for some in [points, *others]}) == 5


def test_a_new_epoch_shares_the_chain_with_the_history_it_goes_on_from(world: World) -> None:
    fatima = world.office()
    fatima.hires(**NAME)
    fatima.sync()
    restore(world, backup(world))
    fence = world.centre.fence
    assert fence is not None
    fatima.hires(surname_ar="بناني")
    fatima.sync()
    with world.centre.database.write() as connection:
        new_epoch(connection, world.centre.tables, fence)
    assert fatima.sync().verified
    agree(world, fatima)
