"""Decided, then safe: an office keeps what it wrote until an archive of the centre holds it (invariant 14)."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import func, select

from sync.client.errors import Unreachable
from sync.client.outbox import Entry, Outbox
from sync.domain.ids import Lane
from sync.protocol.exchange import Traffic
from sync.protocol.messages import Frame, Safe
from sync.server import archive
from sync.server.archive import OtherArchive, Position
from sync.server.history import BehindArchive, Fence, new_epoch
from tests.architecture.sources import ROOT
from tests.exchange.test_chain import put_back_silently
from tests.exchange.test_restore import backup, restore
from tests.exchange.world import DirectLine, Office, World

NAME = {"surname_ar": "العلوي", "first_name_ar": "مريم"}
PHONE = "+212661045271"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    made.centre.fence = Fence(tmp_path / "fence")
    yield made
    made.close()


class Overheard(DirectLine):
    """A line on which a test listens."""

    def __init__(self, world: World) -> None:
        super().__init__(world.centre)
        self.heard: list[Frame] = []

    def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        """Send frames, yield the answer's."""
        for frame in super().exchange(frames, traffic):
            self.heard.append(frame)
            yield frame

    @property
    def safe(self) -> list[Safe]:
        """What was told of archives."""
        return [frame for frame in self.heard if isinstance(frame, Safe)]


def position(world: World) -> Position:
    with world.centre.database.read() as connection:
        return archive.position(connection, world.centre.tables)


def archived(world: World) -> Path:
    """A copy that is kept elsewhere and was read back; offices may hear of it."""
    number = world.centre.archived(position(world))
    copy = world.folder / f"archive{number}.db"
    world.centre.database.copy_to(copy)
    return copy


def entries(office: Office) -> list[Entry]:
    with office.replica.database.read() as connection:
        return Outbox(connection, office.replica.tables).entries()


def kept(office: Office) -> list[int]:
    """The numbers of the desk's operations that an office still keeps."""
    return [entry.n for entry in entries(office) if entry.lane is Lane.DESK]


def held(world: World) -> int:
    """How many operations the centre has decided."""
    t = world.centre.tables.operation
    with world.centre.database.read() as connection:
        query = select(func.count()).where(t.c.state == "decided")
        return int(connection.execute(query).scalar_one())


def test_what_is_decided_is_kept_as_a_bare_record_until_an_archive_holds_it(world: World) -> None:
    fatima = world.office()
    person = fatima.hires(**NAME)
    for number in range(4):
        fatima.corrects(person, phone=f"+21266104527{number}")
    before = [entry.effects for entry in entries(fatima)]
    assert all(before)
    fatima.sync()
    fatima.sync()
    assert kept(fatima) == [1, 2, 3, 4, 5]
    assert {entry.effects for entry in entries(fatima)} == {b""}
    archived(world)
    fatima.sync()
    assert kept(fatima) == [5]  # by which the next number is known
    fatima.corrects(person, city="فاس")
    assert kept(fatima) == [5, 6]
    fatima.sync()
    assert kept(fatima) == [6]
    assert fatima.sees(person, "phone") == "+212661045273"


def test_an_office_is_told_once_of_each_archive(world: World) -> None:
    fatima = world.office()
    fatima.hires(**NAME)
    fatima.sync()
    archived(world)
    fatima.line = line = Overheard(world)
    fatima.sync()
    fatima.sync()
    (told,) = line.safe
    assert told.number == 1
    world.centre.archived(position(world))  # nothing came since
    fatima.sync()
    assert len(line.safe) == 1
    fatima.hires(**NAME)
    fatima.sync()
    archived(world)
    fatima.sync()
    assert [one.number for one in line.safe] == [1, 2]


def test_a_program_that_does_not_know_of_archives_is_told_nothing(world: World) -> None:
    laptop = world.laptop()
    laptop.sends(world.centre, laptop.hires(**NAME)[1])
    archived(world)
    assert not [frame for frame in laptop.ask(world.centre) if isinstance(frame, Safe)]
    knowing = laptop.hello(safe=0)
    assert [frame.number for frame in laptop.ask(world.centre, hello=knowing) if isinstance(frame, Safe)] == [1]


def test_what_came_after_the_archive_comes_back_and_what_it_holds_is_there(world: World) -> None:
    fatima, karim = world.office(), world.office()
    people = [fatima.hires(surname_ar="العلوي", phone=f"+21266104527{number}") for number in range(3)]
    fatima.sync()
    night = archived(world)
    fatima.sync()
    karim.sync()
    fatima.corrects(people[0], city="فاس")
    later = karim.hires(surname_ar="بناني")
    for office in (fatima, karim, fatima):
        office.sync()
    assert kept(fatima) == [4]
    restore(world, night)
    assert held(world) == 3
    for office in (fatima, karim, fatima):
        assert office.sync().verified
    assert held(world) == 5
    newcomer = world.office()
    assert {row.id for row in newcomer.rows("employee")} == {*people, later}
    assert newcomer.sees(people[0], "city") == "فاس"
    assert newcomer.sees(people[2], "phone") == "+212661045272"


@pytest.mark.parametrize("silently", [True, False])
@pytest.mark.parametrize("archives", [0, 1, 2])
def test_after_any_restore_nothing_above_safe_is_lost(world: World, archives: int, silently: bool) -> None:
    fatima = world.office()
    copies = [backup(world)]
    for number in range(3):
        fatima.hires(surname_ar="العلوي", phone=f"+21266104527{number}")
        fatima.sync()
        if number < archives:
            copies.append(archived(world).rename(world.folder / f"archive{number}.db"))
            fatima.sync()
    (put_back_silently if silently else restore)(world, copies[-1])
    assert fatima.sync().verified
    assert len(world.office().rows("employee")) == 3


def test_a_database_behind_its_archive_starts_no_new_history(world: World) -> None:
    fatima = world.office()
    older = backup(world)
    fatima.hires(**NAME)
    fatima.sync()
    archived(world)
    with pytest.raises(BehindArchive):
        restore(world, older)
    fence = world.centre.fence
    assert fence is not None
    with world.centre.database.write() as connection:
        new_epoch(connection, world.centre.tables, fence, despite_archive=True)
    fatima.sync()
    assert fatima.rows("employee") == world.office().rows("employee")
    assert list(fence.safe) == []


def test_the_position_of_another_history_is_refused(world: World) -> None:
    fatima = world.office()
    night = backup(world)
    fatima.hires(**NAME)
    fatima.sync()
    lost = position(world)
    put_back_silently(world, night)
    fatima.sync()
    fatima.hires(surname_ar="بناني")
    other = [msgspec.structs.replace(point, chain=b"another.") for point in lost.scopes]
    with pytest.raises(OtherArchive):
        world.centre.archived(Position(lost.epoch, other))
    fatima.sync()
    assert kept(fatima) == [1, 2]


def test_what_was_rejected_stays_for_people(world: World) -> None:
    fatima = world.office()
    forger = Office(fatima.replica, fatima.key, fatima.line, author=999)
    forger.hires(surname_ar="بناني")
    person = fatima.hires(**NAME)
    fatima.corrects(person, phone=PHONE)
    fatima.sync()
    archived(world)
    fatima.sync()
    assert [(entry.n, entry.verdict) for entry in entries(fatima)] == [(1, "rejected"), (3, "applied")]


def test_what_changed_nothing_is_safe_with_the_first_change_after_it(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(**NAME)
    for office in (fatima, karim):
        office.sync()
    fatima.corrects(person, phone=PHONE)
    karim.corrects(person, phone=PHONE)
    for office in (fatima, karim):
        office.sync()
    karim.hires(surname_ar="بناني")
    assert [entry.verdict for entry in entries(karim)] == ["merged", None]
    archived(world)  # it may have been taken before or after the merge, for all that is known here
    karim.sync()
    assert kept(karim) == [1, 2]
    archived(world)
    karim.hires(surname_ar="تازي")
    karim.sync()
    assert kept(karim) == [3]


def test_a_verdict_that_was_lost_on_the_way_is_let_go_when_it_comes(world: World) -> None:
    fatima = world.office()
    person = fatima.hires(**NAME)
    fatima.corrects(person, phone=PHONE)
    fatima.line.cut_down_after = 0
    with pytest.raises(Unreachable):
        fatima.sync()
    archived(world)
    fatima.sync()
    assert kept(fatima) == [2]


def test_a_centre_may_be_told_to_call_everything_safe_at_once(world: World) -> None:
    world.centre.safe_at_once = True
    fatima = world.office()
    for _ in range(5):
        fatima.hires(**NAME)
        fatima.hires(Lane.BULK, **NAME)
    fatima.line = line = Overheard(world)
    fatima.sync()
    assert [(int(entry.lane), entry.n) for entry in entries(fatima)] == [(0, 5), (1, 5)]
    line.heard.clear()
    fatima.sync()
    assert line.safe == []


def test_an_undone_save_is_let_go_like_any_other(world: World) -> None:
    fatima = world.office()
    fatima.hires(**NAME)
    assert fatima.replica.undo((Lane.DESK, 1)) is not None
    fatima.hires(**NAME)
    fatima.sync()
    archived(world)
    fatima.hires(**NAME)
    fatima.sync()
    archived(world)
    fatima.sync()
    assert kept(fatima) == [3]


def test_the_archiver_reports_by_two_commands(world: World) -> None:
    fatima = world.office()
    fatima.hires(**NAME)
    fatima.sync()
    copy = backup(world)

    def centre(database: Path, *command: str, given: str = "") -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-m", "sync.server", "--database", f"sqlite:///{database}", *command]
        return subprocess.run(line, input=given, cwd=ROOT, capture_output=True, text=True, check=False)

    told = centre(copy, "position")
    assert told.returncode == 0
    assert json.loads(told.stdout)["epoch"] == 1
    live = world.folder / "centre.db"
    done = centre(live, "archived", "-", given=told.stdout)
    assert (done.returncode, done.stdout) == (0, "archive 1\n")
    assert centre(live, "archived", "-", given="{}").returncode == 2
    fatima.sync()
    fatima.hires(**NAME)
    fatima.sync()
    assert kept(fatima) == [2]
