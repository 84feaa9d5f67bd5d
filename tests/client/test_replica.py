"""The office's copy: what it shows is the centre's rows with its own work on top (sync.md 2, invariants 7, 10)."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import Connection, event, select

from sync.client.errors import NotTrusted
from sync.client.identity import Identity
from sync.client.outbox import Entry, Outbox, State
from sync.client.replica import Refused, Replica
from sync.client.work import Gap
from sync.domain.fields import Value
from sync.domain.ids import Compartment, Lane, scope_id
from sync.domain.operation import Operation, Verb
from sync.protocol.messages import Copy, Page, Result, ScopeMark, Verdict
from sync.storage.database import open_office
from sync.storage.errors import DiskFull
from tests.exchange.invariants import check
from tests.exchange.world import PLACE, FakeClock, Office, World

GENERAL = scope_id(PLACE, Compartment.GENERAL)
PHONE, OTHER_PHONE = "+212661045277", "+212700000000"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A centre with one province."""
    made = World(tmp_path)
    yield made
    made.close()


def entries(office: Office) -> list[Entry]:
    """The outbox."""
    with office.replica.database.read() as connection:
        return Outbox(connection, office.replica.tables, office.replica.identity.device).entries()


def hire(row: int, **fields: Value) -> Operation:
    """A new person."""
    return Operation(verb=Verb.CREATE, kind="employee", row=row, dossier=row, fields=fields)


# -- saving -----------------------------------------------------------------------------------------------------


def test_a_save_shows_at_once_and_waits(world: World) -> None:
    office = world.office()
    person = office.hires(surname_ar="العلوي")
    office.corrects(person, phone=PHONE)
    assert office.sees(person, "phone") == PHONE
    assert [(e.lane, e.n, e.state) for e in entries(office)] == [(Lane.DESK, 1, State.OPEN), (Lane.DESK, 2, State.OPEN)]
    check(world, office)


def test_a_save_of_several_is_all_or_nothing(world: World) -> None:
    office = world.office()
    good, bad = office.replica.new_rows(2)
    with pytest.raises(Refused) as refused:
        office.record(hire(good, surname_ar="العلوي"), hire(bad, phone="12"))
    assert [p.code for p in refused.value.problems] == ["phone_malformed"]
    assert (entries(office), office.rows("employee")) == ([], [])
    office.hires(surname_ar="الفاسي")
    assert [e.n for e in entries(office)] == [1]  # the refused save took no number


def test_an_incomplete_record_may_be_saved(world: World) -> None:
    office = world.office()
    assert office.record(hire(office.replica.new_rows(1)[0], surname_ar="العلوي")).problems == ()


def test_a_number_that_stands_twice_is_remarked_on_and_saved(world: World) -> None:
    office = world.office()
    first = office.hires(ppr="1234567")
    saved = office.record(hire(office.replica.new_rows(1)[0], ppr="1234567"))
    assert [(p.code, dict(p.params)) for p in saved.problems] == [("number_stands_twice", {"row": first})]


def test_each_lane_counts_by_itself(world: World) -> None:
    office = world.office()
    for lane in (Lane.DESK, Lane.BULK, Lane.DESK, Lane.BULK):
        office.hires(lane, surname_ar="العلوي")
    assert [(e.lane, e.n) for e in entries(office)] == [(0, 1), (1, 1), (0, 2), (1, 2)]


def test_row_ids_are_never_given_twice(world: World) -> None:
    office = world.office()
    first = office.replica.new_rows(3)
    office.replica.close()
    again = Replica(open_office(world.folder / "office1.db", b"\x01" * 32), world.clock)
    assert not set(first) & set(again.new_rows(3))
    again.close()


# -- verdicts ---------------------------------------------------------------------------------------------------


def test_a_rejected_operation_leaves_its_dossier_and_stays_in_the_tray(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(surname_ar="العلوي")
    fatima.sync()
    karim.sync()
    for office, grade in ((fatima, "G1"), (karim, "G2")):
        row = office.replica.new_rows(1)[0]
        fields: dict[str, Value] = {"employee": person, "known_on": "2026-09-01", "source": "لائحة", "grade": grade}
        office.record(Operation(verb=Verb.ACT, kind="opening_situation", row=row, dossier=person, fields=fields))
    fatima.sync()
    karim.sync()
    (act,) = entries(karim)
    assert (act.state, act.verdict) == (State.DECIDED, "rejected")
    assert act.operation.fields["grade"] == "G2"  # whole: the clerk reads it and may save it again
    assert "opening_situation_exists" in {p.code for p in act.problems}
    assert [row.get("grade") for row in karim.rows("situation")] == ["G1"]
    assert len(karim.rows("opening_situation")) == 1
    check(world, karim)


def test_what_will_not_stand_is_doubtful_as_soon_as_it_is_known(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(surname_ar="العلوي")
    fatima.sync()
    karim.sync()
    fatima.corrects(person, phone=PHONE)
    fatima.sync()
    karim.corrects(person, phone=OTHER_PHONE)
    laptop = world.laptop()
    frames = laptop.ask(world.centre, hello=laptop.hello([ScopeMark(GENERAL, 1, 1, True)]))
    (page,) = (frame for frame in frames if isinstance(frame, Page))
    karim.replica.absorb(page)
    (entry,) = entries(karim)
    assert (entry.state, entry.doubtful) == (State.OPEN, True)
    assert [(p.code, p.field) for p in entry.problems] == [("changed_elsewhere", "phone")]
    assert karim.sees(person, "phone") == PHONE
    karim.sync()
    (decided,) = entries(karim)
    assert (decided.verdict, decided.doubtful) == ("conflict", False)


def test_a_verdict_that_comes_again_changes_nothing(world: World) -> None:
    office = world.office()
    office.hires(surname_ar="العلوي")
    office.sync()
    before = entries(office)
    office.replica.settle(Result([Verdict(0, 1, "rejected", 0, 0, [])]))
    assert entries(office) == before


def test_a_verdict_on_what_was_never_sent_changes_nothing(world: World) -> None:
    office = world.office()
    assert office.replica.settle(Result([Verdict(0, 9, "applied", GENERAL, 4, [])])).dossiers == frozenset()


# -- pages ------------------------------------------------------------------------------------------------------


def page_of(world: World, after: int) -> Page:
    """The page after a number."""
    laptop = world.laptop()
    frames = laptop.ask(world.centre, hello=laptop.hello([ScopeMark(GENERAL, 1, after, True)]))
    (page,) = (frame for frame in frames if isinstance(frame, Page))
    return page


def test_a_page_after_a_gap_is_refused_and_changes_nothing(world: World) -> None:
    fatima, karim = world.office(), world.office()
    for number in range(4):
        fatima.hires(surname_ar="العلوي", ppr=str(1_000_000 + number))
    fatima.sync()
    whole, late = page_of(world, 0), page_of(world, 2)
    hole = msgspec.structs.replace(whole, changes=[whole.changes[0], *whole.changes[2:]])
    foreign = msgspec.structs.replace(whole, scope=GENERAL + 1)
    other_epoch = msgspec.structs.replace(whole, epoch=9)
    for page in (late, hole, foreign, other_epoch):
        with pytest.raises(Gap):
            karim.replica.absorb(page)
        assert karim.rows("employee") == []
    karim.replica.absorb(whole)
    assert len(karim.rows("employee")) == 4
    check(world, karim)


def test_a_page_that_comes_again_or_overlaps_changes_nothing_twice(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(surname_ar="العلوي")
    fatima.sync()
    first = page_of(world, 0)
    fatima.corrects(person, phone=PHONE)
    fatima.sync()
    overlapping = page_of(world, 0)
    for page in (first, first, overlapping, first, overlapping):
        karim.replica.absorb(page)
        check(world, karim)
    assert karim.sees(person, "phone") == PHONE


def test_a_part_of_a_copy_out_of_order_is_refused(world: World) -> None:
    busy, late = world.office(), world.office(copied=False)
    for number in range(3):
        busy.hires(surname_ar="العلوي", ppr=str(1_000_000 + number), address_la="rue" * 600)
    busy.sync()
    laptop = world.laptop()
    frames = laptop.ask(world.centre, hello=laptop.hello(laptop.marks(complete=False)))
    copy = next(frame for frame in frames if isinstance(frame, Copy) and frame.rows)
    with pytest.raises(Gap):
        late.replica.absorb(msgspec.structs.replace(copy, after_kind=1, after_row=5))
    with pytest.raises(Gap):
        late.replica.absorb(msgspec.structs.replace(copy, scope=GENERAL + 1))
    assert late.rows("employee") == []


def test_only_reference_data_is_said_to_have_changed_as_such(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(surname_ar="العلوي")
    fatima.sync()
    told = karim.replica.absorb(page_of(world, 0))
    assert (told.dossiers, told.reference) == (frozenset({person}), False)


# -- the disk ---------------------------------------------------------------------------------------------------


@contextmanager
def full_disk(replica: Replica) -> Iterator[None]:
    """Let the file grow no more, as on a full disk."""
    writer = replica.database.engines[1]

    def full(connection: Connection) -> None:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")

    event.listen(writer, "begin", full)
    try:
        yield
    finally:
        event.remove(writer, "begin", full)
        with writer.begin() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count=1000000")


def long_people(office: Office, count: int) -> list[Operation]:
    """More than the free pages of a small file hold."""
    rows = office.replica.new_rows(count)
    return [hire(row, surname_ar="الفاسي", address_la=f"{row} rue" * 80) for row in rows]


def test_a_full_disk_refuses_a_save_whole_and_loses_nothing(world: World) -> None:
    office = world.office()
    person = office.hires(surname_ar="العلوي")
    before, large = entries(office), long_people(office, 60)
    with full_disk(office.replica):
        with pytest.raises(DiskFull):
            office.record(*large)
        assert entries(office) == before
        assert [row.id for row in office.rows("employee")] == [person]
        check(world, office)
    assert len(office.record(*large).numbers) == 60
    office.sync()
    assert {e.verdict for e in entries(office)} == {"applied"}


def test_a_full_disk_stops_a_sync_between_two_pages(world: World) -> None:
    fatima, karim = world.office(), world.office()
    mine = karim.hires(surname_ar="العلوي")
    fatima.record(*long_people(fatima, 120))
    fatima.sync()
    with full_disk(karim.replica):
        with pytest.raises(DiskFull):
            karim.sync()
        assert karim.sees(mine, "surname_ar") == "العلوي"
        check(world, karim)
    karim.sync()
    fatima.sync()
    check(world, karim)
    assert len(karim.rows("employee")) == 121
    assert karim.rows("employee") == fatima.rows("employee")


# -- clocks, processes, practice --------------------------------------------------------------------------------


@pytest.mark.parametrize("years", [-10, 10])
def test_a_wrong_clock_decides_neither_order_nor_fate(world: World, years: int) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(surname_ar="العلوي")
    fatima.sync()
    karim.sync()
    karim.replica.clock = FakeClock(world.clock.ms + years * 31_557_600_000)
    karim.corrects(person, phone=OTHER_PHONE)
    karim.sync()
    fatima.corrects(person, email="a@b.ma")
    fatima.sync()
    karim.sync()
    assert {e.verdict for e in entries(karim)} == {"applied"}
    assert karim.rows("employee") == fatima.rows("employee")
    assert (karim.sees(person, "phone"), karim.sees(person, "email")) == (OTHER_PHONE, "a@b.ma")


def test_today_is_never_before_what_the_centre_said(world: World) -> None:
    office = world.office()
    office.sync()
    said = office.replica.today()
    office.replica.clock = FakeClock(0)
    assert office.replica.today() == said
    office.corrects(office.hires(surname_ar="العلوي"), phone=PHONE)
    assert {e.operation.day for e in entries(office)} == {said}


def save_many(path: str, key: bytes, first: int, count: int) -> None:
    """Another process that saves in the same file."""
    replica = Replica(open_office(Path(path), key), FakeClock())
    for row in range(first, first + count):
        replica.record([hire(row, surname_ar="الفاسي")], author=1)
    replica.close()


def test_two_processes_on_one_file_never_give_a_number_twice(world: World) -> None:
    office = world.office()
    rows = office.replica.new_rows(24)
    spawn = multiprocessing.get_context("spawn")
    path = str(world.folder / "office1.db")
    processes = [
        spawn.Process(target=save_many, args=(path, b"\x01" * 32, first, 8)) for first in (rows[0], rows[8], rows[16])
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert [e.n for e in entries(office)] == list(range(1, 25))
    assert [row.id for row in office.rows("employee")] == rows
    check(world, office)


def test_a_practice_office_works_and_no_centre_takes_it(world: World) -> None:
    replica = Replica(open_office(world.folder / "practice.db", b"\x09" * 32), world.clock)
    replica.adopt(Identity(place=PLACE, practice=True))
    enrolled = world.office()
    practice = Office(replica, enrolled.key, enrolled.line, author=1)
    person = practice.hires(surname_ar="العلوي")
    practice.corrects(person, phone=PHONE)
    assert practice.sees(person, "phone") == PHONE
    with pytest.raises(NotTrusted):
        practice.sync()
    with world.centre.database.read() as connection:
        assert connection.execute(select(world.centre.tables.operation)).all() == []
    replica.close()
