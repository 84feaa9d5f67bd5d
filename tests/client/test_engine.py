"""One exchange after another until neither side has more: what goes first, what stops it, what stays (sync.md 3.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import update

from sync.client import loading, outbox
from sync.client.engine import Engine, Hooks, Progress
from sync.client.errors import Cancelled, Misunderstood
from sync.client.outbox import Entry, Outbox, State
from sync.domain.fields import Value
from sync.domain.ids import Compartment, Lane, scope_id
from sync.domain.operation import Operation, Verb
from sync.protocol.exchange import Exchange, Traffic
from sync.protocol.messages import End, Frame, Page, Result, WireChange
from tests.exchange.invariants import check
from tests.exchange.world import PLACE, Office, World

GENERAL = scope_id(PLACE, Compartment.GENERAL)


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


def imports(office: Office, people: int) -> list[int]:
    """A waiting import."""
    rows = office.replica.new_rows(people)
    office.record(
        *(
            Operation(verb=Verb.CREATE, kind="employee", row=row, dossier=row, fields={"surname_ar": "بنعلي"})
            for row in rows
        ),
        lane=Lane.BULK,
    )
    return rows


@dataclass
class Said:
    """A carrier that brings frames that a test made up, after those of the centre."""

    frames: list[Frame]
    centre: Exchange | None = None

    def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        """The centre's frames but its END, then ours."""
        if self.centre is not None:
            yield from (f for f in self.centre.exchange(frames, traffic) if not isinstance(f, End))
        yield from self.frames


@dataclass
class Watched:
    """Hooks that keep what they were told."""

    office: Office
    stop_after: int | None = None
    news: list[Progress] = field(default_factory=list)

    def run(self) -> Progress:
        """Sync."""
        ids = count(1000)

        def progressed(progress: Progress) -> None:
            self.news.append(replace(progress))

        hooks = Hooks(
            request_id=lambda: next(ids).to_bytes(16, "big"),
            sign=self.office.key.sign,
            cancelled=lambda: self.stop_after is not None and len(self.news) >= self.stop_after,
            progressed=progressed,
        )
        return Engine(self.office.replica, self.office.line, hooks).run()


# -- what goes first --------------------------------------------------------------------------------------------


def test_the_desk_goes_before_an_import(world: World) -> None:
    office = world.office()
    imports(office, 6)
    person = office.hires(surname_ar="العلوي")
    batch = office.replica.seal(4)
    assert [(e.lane, e.operation.row == person) for e in batch] == [(0, True), (1, False), (1, False), (1, False)]


def test_an_edit_of_someone_far_down_an_import_takes_her_record_along(world: World) -> None:
    office = world.office()
    rows = imports(office, 20)
    office.corrects(rows[17], phone="+212661045277")
    batch = office.replica.seal(3)
    assert [(e.operation.row, e.operation.verb) for e in batch[:2]] == [
        (rows[17], Verb.CREATE),
        (rows[17], Verb.CORRECT),
    ]


def test_a_joined_record_takes_along_all_that_it_rests_on(world: World) -> None:
    office = world.office()
    rows = imports(office, 12)
    join = Operation(
        verb=Verb.JOIN,
        kind="employee",
        row=rows[11],
        dossier=rows[11],
        other=rows[9],
        fields={"merged_into": rows[9]},
    )
    office.record(join)
    batch = office.replica.seal(2)
    assert [e.operation.row for e in batch[:3]] == [rows[9], rows[11], rows[11]]


def test_everything_goes_in_small_batches_too(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "BATCH", 3)
    fatima, karim = world.office(), world.office()
    rows = imports(fatima, 10)
    fatima.corrects(rows[8], phone="+212661045277")
    progress = fatima.sync()
    assert (progress.requests, progress.sent, progress.waiting) == (4, 11, 0)
    assert {e.verdict for e in entries(fatima)} == {"applied"}
    karim.sync()
    assert karim.rows("employee") == fatima.rows("employee")


def test_large_records_go_in_several_requests(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox, "BATCH_BYTES", 1000)
    office = world.office()
    for number in range(5):
        office.hires(Lane.BULK, address_la=f"{number} rue" * 80)
    assert office.sync().requests == 3  # two of some 480 bytes fit
    assert {e.verdict for e in entries(office)} == {"applied"}


def test_nothing_new_costs_one_request(world: World) -> None:
    office = world.office()
    progress = office.sync()
    assert (progress.requests, progress.sent, progress.received) == (1, 0, 0)


@pytest.mark.expected_log("is held: the centre failed to decide it")
def test_what_the_centre_holds_never_stands_in_the_way(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "BATCH", 2)
    office = world.office()
    broken = office.hires(surname_ar="العلوي")
    office.sync()
    employee = world.centre.tables.records.records["employee"]
    with world.centre.database.write() as connection:  # a fault of the centre, as no program of ours would write it
        connection.execute(update(employee).where(employee.c.id == broken).values(birth_date="1975"))
    row = office.replica.new_rows(1)[0]
    fields: dict[str, Value] = {
        "employee": broken,
        "known_on": "2026-09-01",
        "source": "لائحة",
        "recruited_on": "2001-09-16",
    }
    office.record(Operation(verb=Verb.ACT, kind="opening_situation", row=row, dossier=broken, fields=fields))
    for number in range(3):
        office.corrects(broken, phone=f"+21266104527{number}")
    sound = office.hires(surname_ar="الفاسي")
    progress = office.sync()
    assert progress.waiting == 4
    assert [e.state for e in entries(office)] == [State.DECIDED, *[State.SEALED] * 4, State.DECIDED]
    assert office.sees(sound, "surname_ar") == "الفاسي"
    assert office.sees(broken, "phone") == "+212661045272"  # hers, though not decided
    assert office.sync().waiting == 4


# -- what stops it ----------------------------------------------------------------------------------------------


def test_a_clerk_may_stop_it_and_what_arrived_stays(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(surname_ar="العلوي")
    fatima.sync()
    karim.hires(surname_ar="الفاسي")
    with pytest.raises(Cancelled):
        Watched(karim, stop_after=1).run()
    assert [e.state for e in entries(karim)] == [State.DECIDED]
    check(world, karim)
    karim.sync()
    assert karim.sees(person, "surname_ar") == "العلوي"
    check(world, karim)


def test_stopped_before_it_began_it_sends_nothing(world: World) -> None:
    office = world.office()
    office.hires(surname_ar="العلوي")
    with pytest.raises(Cancelled):
        Watched(office, stop_after=0).run()
    with world.centre.database.read() as connection:
        assert connection.execute(world.centre.tables.operation.select()).all() == []


def page(**changed: object) -> Page:
    """A page with one change that nobody made."""
    change = WireChange(
        seq=1, kind=1, row=1 << 33, dossier=1 << 33, device=2, lane=0, n=1, author=1, day="2026-09-01", fields=b""
    )
    return msgspec.structs.replace(Page(GENERAL, 1, 0, 1, [change]), **changed)


def broken(**changed: object) -> Page:
    """The same with a change that cannot be read."""
    return page(changes=[msgspec.structs.replace(page().changes[0], **changed)])


WRONG: list[tuple[str, Callable[[], list[Frame]]]] = [
    ("no end", list),
    ("a page after a gap", lambda: [page(after=4, upto=5), End(False, 0)]),
    ("a page with a hole", lambda: [page(upto=2), End(False, 0)]),
    ("a page of another scope", lambda: [page(scope=5050), End(False, 0)]),
    ("a change that is no record", lambda: [broken(fields=b"\xff"), End(False, 0)]),
    ("a day that is none", lambda: [Result([]), broken(fields=b"\xea\x03" + b"\xff" * 9), End(False, 0)]),
]


@pytest.mark.parametrize("said", [w[1] for w in WRONG], ids=[w[0] for w in WRONG])
def test_an_answer_that_makes_no_sense_changes_nothing(world: World, said: Callable[[], list[Frame]]) -> None:
    office = world.office()
    office.hires(surname_ar="العلوي")
    with pytest.raises(Misunderstood):
        office.sync(Said(said()))
    assert len(office.rows("employee")) == 1
    check(world, office)
    office.sync()
    check(world, office)
    assert {e.verdict for e in entries(office)} == {"applied"}


def test_the_screen_hears_how_far_it_is(world: World) -> None:
    fatima, karim = world.office(), world.office()
    imports(fatima, 5)
    fatima.sync()
    karim.hires(surname_ar="العلوي")
    watched = Watched(karim)
    watched.run()
    assert [(p.decided, p.waiting) for p in watched.news][-1] == (1, 0)
    assert [p.received for p in watched.news] == sorted(p.received for p in watched.news)
    assert watched.news[-1].received == 6
