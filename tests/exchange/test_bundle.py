"""An office without a line: what it saved goes to the centre on a stick and what others wrote comes back (sync.md 3.9).

Files may come twice, late, in any order, or beside an exchange on a line: the worst they do is nothing.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.client import bundle_keys
from sync.client.errors import (
    BundleError,
    BundleIsRequest,
    BundleNotOurs,
    NoBundleKey,
    NotTrusted,
    StickFailed,
)
from sync.protocol import bundle, dictionary
from sync.protocol.bundle import Audience
from sync.protocol.errors import WireError
from sync.server.devices import Devices
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
from tests.exchange.world import World

PHONE, OTHER_PHONE = "+212661045271", "+212661045272"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    open_counter(made)
    yield made
    made.close()


# -- there and back ------------------------------------------------------------------------------------------


def test_work_goes_on_a_stick_and_meets_that_of_an_office_on_the_line(world: World) -> None:
    far, near = world.office(), world.office()
    person = far.hires(surname_ar="العلوي", phone=PHONE)
    done = trip(world, far)
    assert (done.code, done.progress.decided, done.progress.verified) == ("bundle_done", 1, True)
    near.sync()
    near.corrects(person, city="تازة")
    far.corrects(person, email="a@b.ma")
    near.sync()
    assert trip(world, far).progress.verified
    near.sync()
    assert (far.sees(person, "city"), near.sees(person, "email")) == ("تازة", "a@b.ma")
    agree(world, far, near)


def test_two_values_of_one_field_are_both_kept(world: World) -> None:
    far, near = world.office(), world.office()
    person = far.hires(surname_ar="العلوي")
    trip(world, far)
    near.sync()
    near.corrects(person, phone=PHONE)
    far.corrects(person, phone=OTHER_PHONE)
    near.sync()
    done = trip(world, far)
    near.sync()
    assert done.progress.conflicts == 1
    assert len(far.rows("conflict")) == 1
    agree(world, far, near)


def test_own_changes_come_back_as_numbers_sealed_to_the_laptop(world: World) -> None:
    far = world.office()
    hire_many(far, 60)
    reply = answers(world, asks(world, far))
    assert [part.audience for part in bundle.read(reply.read_bytes())] == [Audience.DEVICE]
    assert reply.stat().st_size < 900
    reads(far, reply)
    agree(world, far)


# -- twice, late, in any order, beside a line ----------------------------------------------------------------


def test_each_file_may_be_delivered_twice(world: World) -> None:
    far = world.office()
    far.hires(surname_ar="العلوي")
    request = asks(world, far)
    first, second = answers(world, request), answers(world, request)
    assert [reads(far, reply).code for reply in (first, first, second)] == ["bundle_done"] * 3
    assert operations(world) == 1
    agree(world, far)


def test_a_request_that_was_lost_is_in_the_next_one(world: World) -> None:
    far = world.office()
    far.hires(surname_ar="العلوي")
    asks(world, far)
    far.hires(surname_ar="بناني")
    assert trip(world, far).progress.decided == 2
    agree(world, far)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_replies_may_come_in_any_order(world: World, order: tuple[int, ...]) -> None:
    far, near = world.office(), world.office()
    replies = []
    person = far.hires(surname_ar="العلوي")
    for phone in (PHONE, OTHER_PHONE, PHONE):
        far.corrects(person, phone=phone)
        near.hires(surname_ar="بناني")
        near.sync()
        replies.append(answers(world, asks(world, far)))
    for place in order:
        assert not reads(far, replies[place]).missing
        invariants.check(world, far)
    near.sync()
    agree(world, far, near)


@pytest.mark.parametrize("late", [True, False])
def test_a_line_comes_between_a_request_and_its_reply(world: World, late: bool) -> None:
    far, near = world.office(), world.office()
    person = far.hires(surname_ar="العلوي")
    request = asks(world, far)
    reply = None if late else answers(world, request)
    far.corrects(person, phone=PHONE)
    far.sync()
    near.sync()
    near.corrects(person, city="فاس")
    near.sync()
    far.corrects(person, email="a@b.ma")
    reply = reply or answers(world, request)
    reads(far, reply)
    assert waiting(far) == 1
    invariants.check(world, far)
    far.sync()
    near.sync()
    agree(world, far, near)


def test_what_is_saved_while_the_stick_travels_is_kept(world: World) -> None:
    far = world.office()
    person = far.hires(surname_ar="العلوي")
    reply = answers(world, asks(world, far))
    far.corrects(person, phone=PHONE)
    done = reads(far, reply)
    assert (done.progress.decided, done.progress.waiting) == (1, 1)
    assert far.sees(person, "phone") == PHONE
    trip(world, far)
    agree(world, far)


def test_undo_is_over_once_an_edit_was_written_to_a_stick(world: World) -> None:
    far = world.office()
    saved = far.corrects(far.hires(surname_ar="العلوي"), phone=PHONE)
    asks(world, far)
    assert far.replica.undo(saved.numbers[0]) is None


# -- neighbours ----------------------------------------------------------------------------------------------


def test_the_download_of_one_laptop_serves_its_neighbour(world: World) -> None:
    far, neighbour, near = world.office(), world.office(), world.office()
    trips = [trip(world, office) for office in (far, neighbour)]
    assert {done.code for done in trips} == {"bundle_done"}
    person = near.hires(surname_ar="العلوي")
    near.sync()
    mine = far.hires(surname_ar="بناني")
    reply = answers(world, asks(world, far, for_neighbours=True))
    assert reads(neighbour, reply).code == "bundle_done"
    assert {row.id for row in neighbour.rows("employee")} == {person, mine}
    assert {row.id for row in far.rows("employee")} == {mine}
    reads(far, reply)
    agree(world, far, neighbour)


def test_what_is_told_by_numbers_serves_no_neighbour(world: World) -> None:
    far, neighbour = world.office(), world.office()
    far.hires(surname_ar="بناني")
    with pytest.raises(BundleNotOurs):
        reads(neighbour, answers(world, asks(world, far)))


def test_pages_that_begin_later_wait_for_those_before_them(world: World) -> None:
    far, neighbour, near = world.office(), world.office(), world.office()
    near.hires(surname_ar="العلوي")
    near.sync()
    first = answers(world, asks(world, far))
    reads(far, first)
    near.hires(surname_ar="بناني")
    near.sync()
    second = answers(world, asks(world, far))
    waits = neighbour.hires(surname_ar="التازي")
    early = reads(neighbour, second)
    assert (early.code, list(early.missing)) == ("bundle_gap", [5040])
    assert [row.id for row in neighbour.rows("employee")] == [waits]
    assert reads(neighbour, first).code == "bundle_done"
    assert reads(neighbour, second).code == "bundle_done"
    assert len(neighbour.rows("employee")) == 3
    invariants.check(world, neighbour)


def test_an_own_edit_may_be_seen_in_a_neighbours_file_before_its_verdict(world: World) -> None:
    far, neighbour = world.office(), world.office()
    person = far.hires(surname_ar="العلوي", phone=PHONE)
    own = answers(world, asks(world, far))
    shared = answers(world, asks(world, neighbour))
    reads(neighbour, shared)
    neighbour.corrects(person, phone=OTHER_PHONE)
    later = answers(world, asks(world, neighbour, for_neighbours=True))
    for reply in (shared, later):
        reads(far, reply)
        invariants.check(world, far)
    assert far.sees(person, "phone") == OTHER_PHONE
    reads(far, own)
    reads(neighbour, later)
    agree(world, far, neighbour)


def test_a_laptop_without_the_role_opens_nothing_of_the_confidential_pages(world: World) -> None:
    trusted, other = world.office(confidential=True), world.office()
    assert bundle_keys.load(other.replica).seed(5041, 0) is None
    assert bundle_keys.load(trusted.replica).seed(5041, 0) is not None


def test_the_keys_change_when_a_laptop_is_revoked(world: World) -> None:
    far, neighbour, lost = world.office(), world.office(), world.office()
    with world.centre.database.write() as connection:
        Devices(connection, world.centre.tables).revoke(lost.replica.identity.device, world.clock.ms)
    near = world.office()
    person = near.hires(surname_ar="العلوي")
    near.sync()
    reply = answers(world, asks(world, far))
    for office in (lost, neighbour):
        with pytest.raises(NoBundleKey):
            reads(office, reply)
    neighbour.sync()  # it asks for the new key now
    assert bundle_keys.load(neighbour.replica).seed(5040, 1) is not None
    assert [row.id for row in neighbour.rows("employee")] == [person]


# -- what a clerk may do wrong -------------------------------------------------------------------------------


def test_a_file_for_others_changes_nothing(world: World) -> None:
    far, elsewhere = world.office(), world.office()
    far.hires(surname_ar="العلوي")
    request = asks(world, far)
    with pytest.raises(BundleIsRequest):
        reads(far, request)
    with pytest.raises(BundleNotOurs):
        reads(elsewhere, answers(world, request))
    with pytest.raises(StickFailed):
        reads(far, world.folder / "none.reply")
    with pytest.raises(StickFailed):
        stick_of(far).write_request(world.folder / "no such folder" / "file")
    assert waiting(far) == 1


def test_a_damaged_file_changes_nothing_at_either_end(world: World) -> None:
    far, near = world.office(), world.office()
    near.hires(surname_ar="العلوي")
    near.sync()
    far.hires(surname_ar="بناني")
    request = asks(world, far)
    reply = answers(world, request)
    before, draw = (operations(world), far.rows("employee"), waiting(far)), random.Random(7)
    for source in (request, reply):
        whole = source.read_bytes()
        for _ in range(40):
            at, cut = draw.randrange(len(whole)), draw.randrange(len(whole))
            flipped = whole[:at] + bytes([whole[at] ^ 1 << draw.randrange(8)]) + whole[at + 1 :]
            for damaged in (flipped, whole[:cut], whole + whole[: at + 1]):
                bad = world.folder / "damaged"
                bad.write_bytes(damaged)
                with pytest.raises(BundleError):
                    reads(far, bad)
                with pytest.raises(WireError):
                    answers(world, bad)
    assert (operations(world), far.rows("employee"), waiting(far)) == before


def test_a_centre_that_lacks_our_dictionary_gets_the_next_file_without(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    far = world.office()
    far.hires(surname_ar="العلوي")
    request = asks(world, far)
    with monkeypatch.context() as older:
        older.setattr(dictionary, "_files", dict[bytes, Path])
        refused = answers(world, request)
        assert reads(far, refused).code == "bundle_again"
        assert reads(far, answers(world, asks(world, far))).progress.decided == 1
    agree(world, far)


def test_an_office_that_never_met_the_centre_has_no_key_to_seal_with(world: World) -> None:
    fresh = world.office(copied=False)
    with pytest.raises(NoBundleKey):
        asks(world, fresh)


def test_a_revoked_laptop_is_heard_and_told_so(world: World) -> None:
    far = world.office()
    far.hires(surname_ar="العلوي")
    with world.centre.database.write() as connection:
        Devices(connection, world.centre.tables).revoke(far.replica.identity.device, world.clock.ms)
    with pytest.raises(NotTrusted):
        trip(world, far)
    assert (operations(world), waiting(far)) == (1, 1)
