"""The confidential compartment leaves a laptop with the last right to it: what waits is sent, then all of it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from sync.client import bundle_keys
from sync.client.drafts import Drafts
from sync.client.entitlement import LET_GO, let_go
from sync.client.errors import Unreachable
from sync.client.outbox import Entry, Outbox, State
from sync.domain import filing
from sync.domain.fields import Value
from sync.domain.ids import Compartment, scope_id
from sync.domain.operation import Operation, Verb
from sync.protocol.messages import Copy, Keys, Mending, Page, ScopeMark, Sums
from sync.server import archive, audit_check
from sync.server.administration import OPERATOR, Administration, Grant, NotAllowed
from sync.server.roles import day_of
from sync.server.transfer import Transfer, transfer
from sync.storage.papers import PaperStore
from tests.crash.exchanges import put_back
from tests.exchange.scans import attach, fetch, kept, scan
from tests.exchange.sticks import answers, asks, open_counter, reads
from tests.exchange.world import PLACE, Office, World

DAY_MS = 86_400_000
SECRET = scope_id(PLACE, Compartment.CONFIDENTIAL)
LEAVE: dict[str, Value] = {
    "certificate_on": "2026-09-01",
    "received_on": "2026-09-02",
    "doctor": "سرّي",
    "papers": "medical_certificate",
    "from_on": "2026-09-01",
    "to_on": "2026-09-24",
}


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A centre with one province and the rules of the nation."""
    made = World(tmp_path)
    open_counter(made)
    made.publish()
    yield made
    made.close()


def act(world: World, deed: Callable[[Administration], object]) -> None:
    """Something that an administrator does."""
    with world.centre.database.write() as connection:
        deed(Administration(connection, world.centre.tables, OPERATOR, world.clock.now_ms()))


def loses(world: World, account: int) -> None:
    """Two days later: her confidential role, the second one she was given, ended yesterday."""
    world.clock.ms += 2 * DAY_MS
    yesterday = day_of(world.clock.now_ms() - DAY_MS)
    act(world, lambda by: by.end_role(account, 2, yesterday))


def files(office: Office, person: int, *, doctor: str = "سرّي") -> int:
    """Register a health leave; gives its row id."""
    (row,) = office.replica.new_rows(1)
    office.record(filing.registration("sick_short", row, person, {**LEAVE, "doctor": doctor}))
    return row


def note(office: Office, person: int, words: str = "سرّي") -> int:
    """A confidential note; gives its row id."""
    (row,) = office.replica.new_rows(1)
    fields: dict[str, Value] = {"employee": person, "text": words}
    office.record(Operation(verb=Verb.CREATE, kind="confidential_note", row=row, dossier=person, fields=fields))
    return row


def left_of(office: Office) -> dict[str, int]:
    """How many rows of the confidential compartment stand in each table of an office's file, where there are any."""
    tables, found = office.replica.tables, dict[str, int]()
    with office.replica.database.read() as connection:
        for table in tables.records.metadata.sorted_tables:
            if "scope" in table.c and table.name not in ("cursor", "outbox"):
                rows = connection.execute(select(table.c.scope).where(table.c.scope == SECRET)).all()
                found |= {table.name: len(rows)} if rows else {}
    return found


def waiting(office: Office) -> list[Entry]:
    """What the centre has not decided of an office's outbox."""
    with office.replica.database.read() as connection:
        return Outbox(connection, office.replica.tables).undecided()


def at_centre(world: World, kind: str) -> list[int]:
    """The row ids of a kind at the centre."""
    with world.centre.database.read() as connection:
        t = world.centre.tables.records.records[kind]
        return list(connection.execute(select(t.c.id).order_by(t.c.id)).scalars())


def is_left(office: Office) -> bool:
    """Whether nothing of the compartment is here, and the laptop knows that it may not hold it."""
    identity = office.replica.identity
    return left_of(office) == {} and not identity.confidential and not identity.leaving


def test_all_of_it_goes_with_the_right_and_comes_back_with_it(world: World) -> None:
    office, other = world.office(confidential=True), world.office(confidential=True)
    person = office.hires(surname_ar="العلوي", ppr="1234567")
    files(office, person)
    paper = attach(office, person, scan(70_000), confidential=True)
    office.sync()
    Drafts(office.replica.database, world.clock).save(f"act:sick_long:{person}", person, {"doctor": "سرّي"}, {})
    Drafts(office.replica.database, world.clock).save(f"employee:{person}", person, {"phone": "06"}, {})
    assert {"sick_short", "change", "chunk", "paper"} <= left_of(office).keys()
    assert any(key.scope == SECRET for key in bundle_keys.load(office.replica).scopes)

    loses(world, office.author)
    progress = office.sync()
    assert is_left(office)
    assert progress.verified  # and what it still holds is the centre's
    assert not any(key.scope == SECRET for key in bundle_keys.load(office.replica).scopes)
    drafts = Drafts(office.replica.database, world.clock)
    assert (drafts.load(f"act:sick_long:{person}"), drafts.load(f"employee:{person}") is not None) == (None, True)
    assert office.sees(person, "surname_ar") == "العلوي"  # her general file stays, with the days of her leave
    assert [row.get("from_on") for row in office.rows("leave_notice")] == ["2026-09-01"]
    other.sync()
    assert other.rows("sick_short")  # the other laptop keeps its own right

    act(world, lambda by: by.grant(Grant(office.author, PLACE, "clerk", confidential=True)))
    files(other, person, doctor="طبيب آخر")
    other.sync()
    assert office.sync().verified
    assert [row.text("doctor") for row in office.rows("sick_short")] == ["سرّي", "طبيب آخر"]
    assert [row.id for row in office.rows("confidential_attachment")] == [paper.id]
    assert office.replica.identity.sees_confidential(office.author)
    files(office, person, doctor="ثالث")
    assert office.sync().verified
    other.sync()
    assert len(other.rows("sick_short")) == 3


def test_nothing_is_tracked_of_who_left_the_province_before_the_right_ended(world: World) -> None:
    """A note of hers is decided, and the page that says so was never read, when that of her departure was: no row of
    hers is left to find her by (seed 2722)."""
    office, neighbour = world.office(confidential=True), PLACE + 1
    person = office.hires(surname_ar="العلوي")
    office.sync()
    note(office, person)
    world.province(neighbour)
    office.line.cut_down_after = 1
    with pytest.raises(Unreachable):
        office.sync()
    transfer(
        world.centre.database,
        world.centre.tables,
        Transfer(person, PLACE, neighbour, day_of(world.clock.now_ms())),
        world.clock.now_ms(),
    )
    office.line.cut_down_after = 1
    with pytest.raises(Unreachable):
        office.sync()
    assert office.rows("employee") == []
    office.replica.become(let_go)
    assert is_left(office)
    with office.replica.database.read() as connection:
        assert connection.execute(select(office.replica.tables.tracked)).all() == []


def test_what_waits_is_sent_first_and_decided_under_the_role_of_its_day(world: World) -> None:
    office, other = world.office(confidential=True), world.office(confidential=True)
    person = office.hires(surname_ar="العلوي")
    office.sync()
    leave = files(office, person)
    paper = attach(office, person, scan(400_000), confidential=True)
    office.replica.record(
        [Operation(verb=Verb.CORRECT, kind="employee", row=person, dossier=person, fields={"phone": "+212661045277"})],
        author=office.author,
    )
    loses(world, office.author)
    office.sync(papers=0)  # a clerk who lets no paper travel does not keep these here
    assert is_left(office)
    assert not waiting(office)
    assert at_centre(world, "sick_short") == [leave]
    with world.centre.database.read() as connection:
        whole = PaperStore(connection, world.centre.tables.papers).find(SECRET, paper.text("content"))
    assert whole is not None
    assert whole.whole
    other.sync()
    assert other.rows("confidential_attachment")[0].get("arrived")


def test_from_that_moment_on_nothing_of_it_is_sent_to_the_laptop(world: World) -> None:
    office, other = world.office(confidential=True), world.office(confidential=True)
    person = office.hires(surname_ar="العلوي")
    office.sync()
    other.sync()
    loses(world, office.author)
    files(other, person)
    other.sync()
    seen: list[object] = []

    class Watched:
        def exchange(self, frames: object, traffic: object) -> Iterator[object]:
            for frame in office.line.exchange(frames, traffic):  # type: ignore[arg-type]  # a watch on the line
                seen.append(frame)
                yield frame

    office.sync(Watched())  # type: ignore[arg-type]
    told = [one for one in seen if isinstance(one, Page | Copy | Mending | Sums) and one.scope == SECRET]
    assert told == []
    assert is_left(office)


def test_a_program_that_asks_all_the_same_gets_the_answer_of_a_laptop_without_the_right(world: World) -> None:
    laptop = world.laptop(confidential=True)
    other = world.office(confidential=True)
    note(other, other.hires(surname_ar="العلوي"))
    other.sync()
    act(world, lambda by: by.end_role(laptop.author, 2, "2026-01-01"))
    for marks in (laptop.marks(complete=False), laptop.marks()):
        told = laptop.ask(world.centre, hello=laptop.hello(marks, keys=True))
        assert not [one for one in told if isinstance(one, Page | Copy | Mending) and one.scope == SECRET]
        assert not [key for one in told if isinstance(one, Keys) for key in one.scopes if key.scope == SECRET]
    plain = world.laptop()
    asked = [ScopeMark(scope, 1, 0, True) for scope in (*plain.scopes, SECRET)]
    kinds = [type(one) for one in plain.ask(world.centre, hello=plain.hello(asked))]
    assert kinds == [type(one) for one in laptop.ask(world.centre, hello=laptop.hello(laptop.marks()))]


def test_it_stays_as_long_as_one_of_those_to_whom_the_laptop_is_entrusted_has_the_right(world: World) -> None:
    office, colleague = world.office(confidential=True), world.office(confidential=True)
    note(office, office.hires(surname_ar="العلوي"))
    office.sync()
    device = office.replica.identity.device
    act(world, lambda by: by.entrust(device, colleague.author))
    loses(world, office.author)
    world.clock.ms += DAY_MS
    office.sync()
    office.sync()
    assert office.rows("confidential_note")
    identity = office.replica.identity
    assert not identity.sees_confidential(office.author)
    assert identity.sees_confidential(colleague.author)
    act(world, lambda by: by.take_from(device, colleague.author))
    office.sync()
    assert is_left(office)
    with pytest.raises(NotAllowed):
        act(world, lambda by: by.take_from(device, colleague.author))
    with pytest.raises(NotAllowed):
        act(world, lambda by: by.entrust(device, 999))
    with world.centre.database.read() as connection:
        assert audit_check.verify(connection, world.centre.tables) == []


def test_nobody_is_shown_it_after_the_last_day_of_her_role_also_without_a_line(world: World) -> None:
    office = world.office(confidential=True)
    office.sync()
    act(world, lambda by: by.end_role(office.author, 2, day_of(world.clock.now_ms() + DAY_MS)))
    world.clock.ms += DAY_MS
    office.sync()
    office.sync()
    assert office.replica.identity.sees_confidential(office.author)  # today is the last day
    world.clock.ms += DAY_MS
    assert not office.replica.identity.sees_confidential(office.author)
    world.clock.ms -= 30 * DAY_MS  # a clock that is set back shows it no more than the centre's last word
    assert office.replica.identity.sees_confidential(office.author)
    assert office.replica.today() == day_of(office.replica.identity.server_ms)


def test_what_the_centre_holds_undecided_stays_in_the_outbox_and_gets_its_verdict(world: World) -> None:
    office = world.office(confidential=True)
    person = office.hires(surname_ar="العلوي")
    office.sync()
    note(office, person)
    office.sync()
    sent = files(office, person)
    office.line.cut_down_after = 0
    with pytest.raises(Unreachable):
        office.sync()  # it came there; its verdict never came here
    loses(world, office.author)
    office.sync()
    assert is_left(office)
    assert not waiting(office)
    assert at_centre(world, "sick_short") == [sent]


def test_a_restored_centre_gets_back_what_was_let_go_of(world: World, tmp_path: Path) -> None:
    office = world.office(confidential=True)
    person = office.hires(surname_ar="العلوي")
    office.sync()
    night = tmp_path / "night.db"
    world.centre.database.copy_to(night)
    leave = files(office, person)
    office.sync()
    loses(world, office.author)
    office.sync()
    assert is_left(office)

    put_back(world, night)
    loses(world, office.author)
    office.sync()
    assert at_centre(world, "sick_short") == [leave]
    assert is_left(office)
    with office.replica.database.read() as connection:
        kept_back = Outbox(connection, office.replica.tables).entries()
    assert {one.state for one in kept_back} == {State.DECIDED}


def test_what_is_safe_of_it_is_put_away(world: World) -> None:
    office = world.office(confidential=True)
    person = office.hires(surname_ar="العلوي")
    office.sync()
    files(office, person)
    office.sync()
    loses(world, office.author)
    office.sync()
    office.corrects(person, phone="+212661045277")
    office.sync()
    with world.centre.database.read() as connection:
        position = archive.position(connection, world.centre.tables)
    world.centre.archived(position)
    office.sync()
    with office.replica.database.read() as connection:
        entries = Outbox(connection, office.replica.tables).entries()
    assert [one for one in entries if one.scope == SECRET] == []


def test_it_is_told_by_stick_too(world: World) -> None:
    far = world.office(confidential=True)
    person = far.hires(surname_ar="العلوي")
    far.sync()
    note(far, person)
    leave = files(far, person)
    request = asks(world, far)
    loses(world, far.author)
    taken = reads(far, answers(world, request))
    assert is_left(far)
    assert at_centre(world, "sick_short") == [leave]
    assert taken.again
    reads(far, answers(world, asks(world, far)))
    assert far.sync().verified


def test_a_file_that_answers_what_was_asked_before_it_went_brings_nothing_of_it_back(
    world: World, tmp_path: Path
) -> None:
    """The answer speaks of a new history, also of the compartment (seed 13441): its cursor moved, and what was decided
    in it later would have been awaited here for ever."""
    far = world.office(confidential=True)
    person = far.hires(surname_ar="العلوي")
    note(far, person)
    far.sync()
    night = tmp_path / "night.db"
    world.centre.database.copy_to(night)
    request = asks(world, far)
    loses(world, far.author)
    far.sync()
    assert is_left(far)

    put_back(world, night)
    loses(world, far.author)
    reads(far, answers(world, request))
    assert is_left(far)
    with far.replica.database.read() as connection:
        cursor = far.replica.tables.cursor
        stands = connection.execute(select(cursor.c.seq).where(cursor.c.scope == SECRET)).scalar_one()
    assert stands == LET_GO
    assert far.sync().verified
    assert is_left(far)


def test_papers_that_were_fetched_go_too(world: World) -> None:
    office, other = world.office(confidential=True), world.office(confidential=True)
    person = other.hires(surname_ar="العلوي")
    paper = attach(other, person, scan(70_000), confidential=True)
    other.sync()
    office.sync()
    fetch(office, paper)
    office.sync()
    assert kept(office) == (1, 2)
    loses(world, office.author)
    office.sync()
    assert is_left(office)
    assert kept(office) == (0, 0)
