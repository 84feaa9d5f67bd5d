"""Bundles and what happens to the two ends meanwhile: a restored centre, copied laptops, a first copy broken off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.client import bundle_keys
from sync.client.errors import (
    BundleNotOurs,
    Cancelled,
)
from sync.domain.ids import Lane
from sync.server import copies
from tests.exchange import invariants
from tests.exchange.sticks import (
    agree,
    answers,
    asks,
    hire_many,
    open_counter,
    operations,
    reads,
    stick_of,
    trip,
    waiting,
)
from tests.exchange.test_chain import put_back_silently
from tests.exchange.test_clones import copied, opened
from tests.exchange.test_restore import backup, restore
from tests.exchange.world import World

PHONE, OTHER_PHONE = "+212661045271", "+212661045272"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    open_counter(made)
    yield made
    made.close()


def test_a_verdict_of_a_lost_history_settles_nothing(world: World) -> None:
    far = world.office()
    night = backup(world)
    person = far.hires(surname_ar="العلوي")
    late = answers(world, asks(world, far))
    restore(world, night)
    open_counter(world)
    far.sync()
    assert waiting(far) == 0
    second = far.hires(surname_ar="بناني")
    assert reads(far, late).code == "bundle_stale"
    assert waiting(far) == 1
    far.sync()
    assert {row.id for row in far.rows("employee")} == {person, second}
    agree(world, far)


def test_a_restored_centre_gets_back_by_stick_what_it_lost(world: World) -> None:
    far = world.office()
    night = backup(world)
    far.hires(surname_ar="العلوي")
    trip(world, far)
    restore(world, night)
    open_counter(world)
    far.hires(surname_ar="بناني")
    assert operations(world) == 0
    assert trip(world, far).code == "bundle_again"
    assert waiting(far) == 2
    assert trip(world, far).code == "bundle_done"
    assert operations(world) == 2
    agree(world, far)


def test_a_centre_put_back_silently_gets_back_by_stick_what_it_lost(world: World) -> None:
    far, near = world.office(), world.office()
    person = far.hires(surname_ar="العلوي")
    trip(world, far)
    night = backup(world)
    far.corrects(person, phone=PHONE)
    late = answers(world, asks(world, far))
    trip(world, far)
    put_back_silently(world, night)
    open_counter(world)
    near.sync()
    near.corrects(person, city="تازة")
    near.sync()
    parted = answers(world, asks(world, far))
    assert reads(far, parted).code == "bundle_again"
    assert waiting(far) == 1
    assert reads(far, parted).code == "bundle_stale"
    reads(far, late)  # of the lost history again: the next trip finds it out
    assert [trip(world, far).code for _ in range(2)] == ["bundle_again", "bundle_done"]
    near.sync()
    assert (far.sees(person, "phone"), far.sees(person, "city")) == (PHONE, "تازة")
    agree(world, far, near)


def test_a_late_file_of_a_lost_history_settles_nothing_over_a_newer_one(world: World) -> None:
    far, near, neighbour = world.office(), world.office(), world.office()
    person = near.hires(surname_ar="العلوي")
    for office in (near, far, neighbour):
        office.sync()
    night = backup(world)
    far.corrects(person, phone=PHONE)
    near.hires(surname_ar="بناني")
    near.sync()
    late = answers(world, asks(world, far))
    put_back_silently(world, night)
    open_counter(world)
    neighbour.corrects(person, city="فاس")
    reads(far, answers(world, asks(world, neighbour, for_neighbours=True)))  # a page of the new history
    assert reads(far, late).code == "bundle_stale"
    assert waiting(far) == 1
    trip(world, far)
    assert (far.sees(person, "phone"), far.sees(person, "city")) == (PHONE, "فاس")
    invariants.check(world, far)


def test_a_copied_laptop_gets_its_own_number_by_stick(world: World) -> None:
    far = world.office()
    far.hires(surname_ar="العلوي")
    far.sync()
    twin = opened(world, far, copied(world, far, "twin.db"))
    far.hires(surname_ar="بناني", phone=PHONE)
    twin.hires(surname_ar="تازي", phone=OTHER_PHONE)
    far.sync()
    shared = twin.replica.identity.device
    refused = answers(world, asks(world, twin))
    assert reads(twin, refused).code == "bundle_again"
    renumbered = answers(world, asks(world, twin))
    reads(twin, renumbered)
    assert twin.replica.identity.device != shared
    trip(world, twin)
    for old in (refused, renumbered):
        with pytest.raises(BundleNotOurs):
            reads(twin, old)
    far.sync()
    assert {row.get("surname_ar") for row in twin.rows("employee")} == {"العلوي", "بناني", "تازي"}
    assert far.rows("employee") == twin.rows("employee")
    assert (waiting(far), waiting(twin)) == (0, 0)


def test_what_a_renumbered_laptop_took_along_is_not_done_again_by_a_late_file(world: World) -> None:
    far = world.office()
    twin = opened(world, far, copied(world, far, "twin.db"))
    twin.hires(Lane.BULK, surname_ar="تازي")
    late = asks(world, twin)
    far.hires(surname_ar="بناني")
    twin.hires(surname_ar="العلوي")
    far.sync()
    twin.sync()
    assert twin.replica.identity.device != far.replica.identity.device
    with pytest.raises(BundleNotOurs):
        reads(twin, answers(world, late))
    far.hires(surname_ar="الفاسي")  # the number of what moved is still free
    for office in (far, twin):
        office.sync()
    assert sorted(str(row.get("surname_ar")) for row in far.rows("employee")) == sorted(
        ("تازي", "بناني", "العلوي", "الفاسي")
    )
    assert far.rows("employee") == twin.rows("employee")


def test_a_number_given_to_another_copy_of_the_file_is_not_taken(world: World) -> None:
    far = world.office()
    far.hires(Lane.BULK, surname_ar="العلوي")
    twin = opened(world, far, copied(world, far, "twin.db"))
    twin.hires(surname_ar="تازي")
    answers(world, asks(world, twin))  # both are decided, and the twin never hears of it
    far.hires(surname_ar="بناني")
    reads(far, answers(world, asks(world, far)))
    given = answers(world, asks(world, far))  # a number of its own, for what is undecided there
    assert reads(twin, given).code == "bundle_stale"
    reads(far, given)
    assert far.replica.identity.device != twin.replica.identity.device
    trip(world, twin)
    trip(world, far)
    trip(world, twin)
    assert (waiting(far), waiting(twin)) == (0, 0)
    assert sorted(str(row.get("surname_ar")) for row in twin.rows("employee")) == ["العلوي", "بناني", "تازي"]
    assert far.rows("employee") == twin.rows("employee")


def test_a_file_that_comes_again_after_its_edits_were_put_away_says_nothing_new(world: World) -> None:
    far = world.office()
    far.hires(surname_ar="العلوي")
    far.hires(surname_ar="بناني")
    reply = answers(world, asks(world, far))
    reads(far, reply)
    world.centre.safe_at_once = True
    far.hires(surname_ar="التازي")
    far.sync()
    assert reads(far, reply).code == "bundle_done"
    assert waiting(far) == 0


def test_a_verdict_on_what_an_older_copy_of_the_file_lost_settles_nothing_else(world: World) -> None:
    far = world.office()
    person = far.hires(surname_ar="العلوي")
    far.sync()
    saved = copied(world, far, "old.db")
    far.corrects(person, phone=PHONE)
    late = answers(world, asks(world, far))
    old = opened(world, far, saved)
    old.corrects(person, city="تازة")  # under the number of the lost edit
    assert reads(old, late).code == "bundle_stale"
    assert waiting(old) == 1
    old.sync()
    assert (old.sees(person, "phone"), old.sees(person, "city")) == (PHONE, "تازة")
    assert waiting(old) == 0


# -- the first copy ------------------------------------------------------------------------------------------


@pytest.fixture
def filled(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """A province with people, told in many small pages, and a laptop that has no copy yet beside one that has."""
    monkeypatch.setattr(copies, "PAGE_BYTES", 500)
    near = world.office()
    hire_many(near, 60)
    near.sync()
    far = world.office(copied=False)
    assert world.centre.keys is not None
    bundle_keys.trust(far.replica, world.centre.keys.public)
    return world


def test_a_first_copy_that_was_broken_off_goes_on_with_the_same_file(filled: World) -> None:
    world, (near, far) = filled, filled.offices
    reply = answers(world, asks(world, far))
    steps = iter(range(100))
    with pytest.raises(Cancelled):
        stick_of(far, lambda: next(steps) == 8).read_reply(reply)
    assert any(mark.copied_kind > 0 and not mark.complete for mark in far.replica.marks())
    far.hires(surname_ar="بناني")
    assert reads(far, reply).progress.verified
    trip(world, far)
    near.sync()
    agree(world, near, far)


def test_an_older_copy_never_goes_on_where_a_newer_one_stopped(filled: World) -> None:
    world, (near, far) = filled, filled.offices
    older = answers(world, asks(world, far))
    last = near.rows("employee")[-1].id
    near.corrects(last, phone=PHONE)
    near.sync()
    newer = answers(world, asks(world, far))
    steps = iter(range(100))
    with pytest.raises(Cancelled):
        stick_of(far, lambda: next(steps) == 8).read_reply(newer)
    assert reads(far, older).code == "bundle_gap"
    assert reads(far, newer).progress.verified
    assert far.sees(last, "phone") == PHONE
