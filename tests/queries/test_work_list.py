"""The work list of an account: what stands in it, under what, and what a clerk may not learn from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from massar_desktop.queries.asking import Asker
from massar_desktop.queries.work_list import Heap, When, WorkLine, WorkList, work_list
from sync.client.drafts import Drafts
from sync.domain import filing
from sync.domain.fields import Value
from sync.domain.operation import Operation, Verb
from tests.exchange.world import Office, World

LATER, PAST = "2026-10-05", "2026-09-10"
"""The clock of these stories says 21/09/2026."""


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A centre with one province and the published rules."""
    made = World(tmp_path)
    made.publish()
    yield made
    made.close()


@pytest.fixture
def office(world: World) -> Office:
    """A clerk's office with one person."""
    made = world.office()
    made.hires(surname_ar="بناني", first_name_ar="مريم", surname_la="Bennani", first_name_la="Meryem", ppr="1203377")
    return made


def read(office: Office, account: int = 0) -> WorkList:
    """The work list as an office has it."""
    replica = office.replica
    with replica.database.read() as connection:
        return work_list(connection, Asker(replica.identity, account or office.author, replica.today()))


def register(office: Office, kind: str = "annual_leave", **facts: Value) -> int:
    """Register an act of the office's person; gives its row."""
    person, row = office.rows("employee")[0].id, office.replica.new_rows(1)[0]
    office.record(filing.registration(kind, row, person, facts))
    return row


def step(office: Office, act: int, name: str, kind: str = "annual_leave", **facts: Value) -> None:
    """Take a step of an act."""
    about = next(row for row in office.rows(kind) if row.id == act)
    number = office.replica.new_rows(1)[0]
    office.record(filing.step(about, name, number, {"on": office.replica.today(), **facts}))


def only(office: Office) -> WorkLine:
    """The one line of the list."""
    (line,) = read(office).lines
    return line


def test_an_empty_office_has_an_empty_list(office: Office) -> None:
    assert read(office) == WorkList()


def test_a_registered_act_waits_for_who_may_move_it_along(office: Office) -> None:
    act = register(office, from_on=LATER, to_on="2026-10-09")
    line = only(office)
    assert (line.heap, line.kind, line.act, line.state) == (Heap.WAITING, "annual_leave", act, "registered")
    assert (line.name_ar, line.name("fr"), line.ppr) == ("مريم بناني", "BENNANI Meryem", "1203377")
    assert line.number == office.rows("annual_leave")[0].text("provisional_number")
    assert line.due is not None
    assert (line.due.code, line.due.due_on) == ("begins", LATER)


def test_what_should_have_been_decided_before_its_first_day_is_late(world: World, office: Office) -> None:
    register(office, from_on="2026-09-24", to_on="2026-09-25")
    world.clock.ms += 4 * 86_400_000
    assert only(office).heap is Heap.LATE


def test_what_was_returned_waits_for_its_papers(office: Office) -> None:
    step(office, register(office, from_on=LATER), "return", remark="الطلب غير موقع")
    assert only(office).heap is Heap.RETURNED


def test_what_was_sent_to_the_academy_is_with_others(office: Office) -> None:
    step(office, register(office, from_on=LATER), "refer", number="77")
    assert only(office).heap is Heap.ELSEWHERE


def test_what_is_notified_or_withdrawn_is_done(office: Office) -> None:
    step(office, register(office, from_on=LATER), "withdraw", remark="بطلب من المعنية")
    assert read(office).lines == ()


def test_a_draft_is_a_line_without_an_act(world: World, office: Office) -> None:
    person = office.rows("employee")[0].id
    Drafts(office.replica.database, world.clock).save(
        f"act:annual_leave:{person}", person, {"from_on": "05/10/2026"}, {}
    )
    line = only(office)
    assert (line.heap, line.kind, line.person, line.act) == (Heap.DRAFT, "annual_leave", person, 0)


def test_the_most_pressing_stand_first_and_all_are_counted(office: Office) -> None:
    register(office, from_on="2026-12-07")
    register(office, from_on=LATER)
    step(office, register(office, from_on="2026-11-02"), "return", remark="ناقص")
    work = read(office)
    assert [line.first_on for line in work.lines] == ["2026-11-02", LATER, "2026-12-07"]
    assert {line.when(office.replica.today()) for line in work.lines} == {When.LATER}
    assert (work.counts[Heap.RETURNED], work.counts[Heap.WAITING], work.pressing) == (1, 2, 3)


def test_what_is_late_stands_before_today_this_week_and_what_comes_later(world: World, office: Office) -> None:
    for first in ("2026-10-02", "2026-10-01", "2026-09-25", "2026-09-24"):
        register(office, from_on=first)
    world.clock.ms += 4 * 86_400_000  # it is the 25th
    step(office, register(office, from_on="2026-09-30"), "return", remark="ناقص")
    step(office, register(office, from_on="2026-09-28"), "refer", number="77")
    today = office.replica.today()
    assert [(line.when(today), line.first_on) for line in read(office).lines] == [
        (When.LATE, "2026-09-24"),
        (When.TODAY, "2026-09-25"),
        (When.WEEK, "2026-09-30"),  # returned: before what only waits
        (When.WEEK, "2026-10-01"),
        (When.LATER, "2026-10-02"),
        (When.ELSEWHERE, "2026-09-28"),
    ]


def test_a_clerk_without_the_role_is_not_told_of_health_files(world: World) -> None:
    office, other = world.office(confidential=True), world.office()
    person = office.hires(surname_ar="بناني")
    row = office.replica.new_rows(1)[0]
    office.record(filing.registration("sick_short", row, person, {"from_on": PAST, "to_on": "2026-09-14"}))
    Drafts(office.replica.database, world.clock).save(f"act:sick_long:{person}", person, {}, {})
    assert {line.kind for line in read(office).lines} == {"sick_short", "sick_long"}
    assert read(office, account=other.author).lines == ()


def note(office: Office, kind: str = "note", **facts: Value) -> int:
    """Write a note on the office's person; gives its row."""
    person, row = office.rows("employee")[0].id, office.replica.new_rows(1)[0]
    fields = {"employee": person, "text": "طلب\nالوثيقة", "written_by": office.author, **facts}
    office.record(Operation(verb=Verb.CREATE, kind=kind, row=row, dossier=person, fields=fields))
    return row


def test_a_reminder_stands_from_its_day_on_until_it_is_done(world: World, office: Office) -> None:
    row = note(office, remind_on="2026-09-23")
    note(office)  # a note without a day reminds nobody
    assert read(office) == WorkList()

    world.clock.ms += 2 * 86_400_000
    line = only(office)
    assert (line.heap, line.kind, line.act, line.words) == (Heap.REMINDER, "note", row, "طلب الوثيقة")
    assert (line.name_ar, read(office).pressing) == ("مريم بناني", 1)

    office.record(Operation(verb=Verb.CORRECT, kind="note", row=row, dossier=line.person, fields={"done": True}))
    assert read(office) == WorkList()


def test_a_note_travels_and_reminds_only_who_wrote_it(world: World, office: Office) -> None:
    note(office, remind_on="2026-09-20")
    office.sync()
    neighbour = world.office()
    neighbour.sync()

    assert neighbour.author != office.author
    assert [row.text("text") for row in neighbour.rows("note")] == ["طلب\nالوثيقة"]
    assert read(neighbour) == WorkList()
    assert only(office).heap is Heap.REMINDER


def test_a_confidential_reminder_is_for_who_has_the_role(world: World) -> None:
    trusted = world.office(confidential=True)
    trusted.hires(surname_ar="بناني", first_name_ar="مريم")
    note(trusted, "confidential_note", remind_on="2026-09-20")
    trusted.sync()
    assert only(trusted).kind == "confidential_note"

    plain = world.office()
    plain.sync()
    assert plain.rows("confidential_note") == []
