"""Pages without a gap, and a first copy that may be interrupted as often as the line likes (sync.md 2, 3.1)."""

from __future__ import annotations

import random

import pytest

from sync.client.errors import NotTrusted, OtherHistory, Unreachable
from sync.domain.ids import Compartment, Lane, scope_id
from sync.protocol.messages import Copy, End, Page, ScopeMark
from sync.server.devices import Devices
from sync.storage import dump
from tests.exchange.laptop import changes, faults, verdicts
from tests.exchange.world import PLACE, Office, World

GENERAL = scope_id(PLACE, Compartment.GENERAL)


def rows_of(office: Office) -> list[str]:
    """All rows of an office, as canonical lines."""
    with office.replica.database.read() as connection:
        return list(dump.lines(connection, office.replica.tables.records))


def rows_at(world: World, office: Office) -> list[str]:
    """The centre's rows in the scopes of an office, as canonical lines."""
    with world.centre.database.read() as connection:
        return list(dump.lines(connection, world.centre.tables.records, office.replica.identity.scopes.all))


def populate(world: World, people: int) -> Office:
    """An office that has sent some people with long addresses."""
    office = world.office()
    for number in range(people):
        office.hires(Lane.BULK, surname_ar="العلوي", ppr=str(1_000_000 + number), address_la="rue" * 200)
    office.sync()
    return office


def test_pages_follow_each_other_without_a_gap(world: World) -> None:
    laptop, reader = world.laptop(), world.laptop()
    for _ in range(12):
        laptop.sends(world.centre, *(laptop.hires(address_la="rue" * 530)[1] for _ in range(10)))
    mark, seen = 0, list[int]()
    while True:
        frames = reader.ask(world.centre, hello=reader.hello([ScopeMark(GENERAL, 1, mark, True)], budget=60_000))
        for page in (frame for frame in frames if isinstance(frame, Page)):
            assert page.after == mark
            mark = page.upto
            seen += [change.seq for change in page.changes]
        end = frames[-1]
        assert isinstance(end, End)
        if not end.more:
            break
    assert seen == list(range(1, 121))


def test_the_reply_to_a_push_holds_its_consequences(world: World) -> None:
    laptop = world.laptop()
    _, hired = laptop.hires(surname_ar="العلوي")
    frames = laptop.ask(world.centre, [hired], laptop.hello(laptop.marks()))
    assert [change.n for change in changes(frames, GENERAL)] == [v.n for v in verdicts(frames)] == [1]


def test_an_interrupted_copy_goes_on_where_it_was_while_others_work(world: World) -> None:
    busy = populate(world, 50)
    late = world.office(copied=False)
    chance = random.Random(7)
    cuts = 0
    while True:
        late.line.cut_down_after = 1
        try:
            late.sync()
        except Unreachable:
            cuts += 1
        else:
            break
        person = chance.choice(busy.rows("employee")).id
        busy.corrects(person, phone=f"+2126610{cuts:05}", address_la=f"rue {cuts}")
        busy.hires(surname_ar="الفاسي", address_la="rue" * 200)
        busy.sync()
        if cuts > 3:
            late.line.cut_down_after = None
            break
    late.sync()
    assert cuts > 3
    assert rows_of(late) == rows_of(busy) == rows_at(world, late)


def test_work_done_while_the_first_copy_arrives_is_never_out_of_sight(world: World) -> None:
    busy = populate(world, 40)
    late = world.office(copied=False)
    mine = late.hires(surname_ar="الفاسي", phone="+212661045277")
    late.line.cut_down_after = 2  # the verdict and a part of the copy
    with pytest.raises(Unreachable):
        late.sync()
    assert not all(mark.complete for mark in late.replica.marks())
    edited = late.corrects(mine, email="a@b.ma")
    late.replica.undo(edited.numbers[0])  # rebuilds the dossier from the centre's rows and what is pending
    assert late.sees(mine, "phone") == "+212661045277"
    late.sync()
    busy.sync()
    assert rows_of(late) == rows_of(busy) == rows_at(world, late)


def test_a_copy_of_an_empty_province_is_complete_at_once(world: World) -> None:
    laptop = world.laptop()
    frames = laptop.ask(world.centre, hello=laptop.hello(laptop.marks(complete=False)))
    assert [(frame.rows, frame.complete) for frame in frames if isinstance(frame, Copy)] == [([], True)] * 3


def test_a_revoked_device_is_received_held_and_gets_nothing(world: World) -> None:
    office, other = world.office(), world.office()
    office.hires(surname_ar="العلوي")
    office.sync()
    with world.centre.database.write() as connection:
        Devices(connection, world.centre.tables).revoke(office.replica.identity.device, world.clock.now_ms())
    other.hires(surname_ar="الفاسي")
    other.sync()
    office.hires(surname_ar="البقالي")
    with pytest.raises(NotTrusted):
        office.sync()
    assert len(office.rows("employee")) == 2  # its own, nothing of the others
    assert [row.get("surname_ar") for row in other.rows("employee")] == ["العلوي", "الفاسي"]
    operation = world.centre.tables.operation
    with world.centre.database.read() as connection:
        states = connection.execute(operation.select().order_by(operation.c.arrival)).mappings().all()
    assert [row["state"] for row in states if row["device"] == office.replica.identity.device] == ["decided", "held"]


def test_a_revoked_device_still_gets_the_answers_of_before(world: World) -> None:
    laptop = world.laptop()
    _, hired = laptop.hires(surname_ar="العلوي")
    before = laptop.sends(world.centre, hired)
    with world.centre.database.write() as connection:
        Devices(connection, world.centre.tables).revoke(laptop.device, world.clock.now_ms())
    frames = laptop.ask(world.centre, [hired], laptop.hello(laptop.marks()))
    assert (verdicts(frames), faults(frames)) == (before, ["revoked"])


def test_a_program_of_another_protocol_may_send_and_not_receive(world: World) -> None:
    laptop = world.laptop()
    _, hired = laptop.hires(surname_ar="العلوي")
    frames = laptop.ask(world.centre, [hired], laptop.hello(laptop.marks(), protocol=7))
    assert [v.verdict for v in verdicts(frames)] == ["applied"]
    assert (changes(frames, GENERAL), faults(frames)) == ([], ["upgrade_needed"])


@pytest.mark.parametrize("mark", [ScopeMark(GENERAL, 2, 0, True), ScopeMark(GENERAL, 1, 99, True)])
def test_who_has_read_another_history_is_answered_and_told(world: World, mark: ScopeMark) -> None:
    laptop = world.laptop()
    _, hired = laptop.hires(surname_ar="العلوي")
    frames = laptop.ask(world.centre, [hired], laptop.hello([mark]))
    assert ([v.verdict for v in verdicts(frames)], faults(frames)) == (["applied"], ["other_epoch"])


def test_an_office_that_meets_an_older_centre_wipes_nothing(world: World) -> None:
    office = world.office()
    office.hires(surname_ar="العلوي")
    office.sync()
    head = world.centre.tables.head
    with world.centre.database.write() as connection:  # as after a restore to an hour ago
        connection.execute(head.update().where(head.c.scope == GENERAL).values(seq=0))
    with pytest.raises(OtherHistory):
        office.sync()
    assert len(office.rows("employee")) == 1
