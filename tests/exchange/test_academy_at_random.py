"""Weeks at random between two provinces and their academy: nothing is lost.

Lines are cut, programs are killed at any statement, disks are full, and the centre is put back to an earlier day.
At the end of each week everybody agrees: the academy holds what follows from the provinces' rows and nothing else.
Every save has its verdict; a decision stands in the province's file or in the manager's tray.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sync.client.errors import Unreachable
from sync.client.outbox import Entry, Outbox, State
from sync.client.replica import Refused, Replica
from sync.domain import filing
from sync.domain.lifecycle import steps_from
from sync.domain.operation import Verb
from sync.domain.taking import stands_on_paper
from sync.server.service import Centre
from sync.server.transfer import Transfer, TransferRefused, transfer
from sync.storage.database import Database
from sync.storage.errors import DiskFull
from tests.exchange.invariants import check
from tests.exchange.referrals import must_agree
from tests.exchange.test_academy import ACADEMY, KIND, MOVE, NEAR
from tests.exchange.test_acts import NAME, SICK, registers
from tests.exchange.test_restore import backup, restore
from tests.exchange.world import PLACE, Office, World
from tests.simulation.disk import Disk, Killed

DEEDS, WEEKS, MONTHS = 90, (3, 5, 21), (8, 100, 140, 520)
_GIVEN = {"number": "7/2026", "remark": "ملاحظة", "opinion": "favourable", "level": "A"}


class Strikes:
    """The disks of a centre and of its offices: one of them may kill its program at a statement, or be full."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._offices = [Disk(_path(one.replica.database), one.replica.database) for one in world.offices]
        self.watch_centre()

    def watch_centre(self) -> None:
        """The centre has a file of its own now."""
        self._centre = Disk(_path(self._world.centre.database), self._world.centre.database)

    def aim(self, office: Office, draw: random.Random, *, most: int) -> None:
        """In a third of all cases something happens within so many statements, here or at the centre."""
        disk = draw.choice((self._offices[self._world.offices.index(office)], self._centre))
        strike = draw.choice((disk.kill_in, disk.full_in, None, None, None, None))
        if strike is not None:
            strike(draw.randint(1, most))

    def over(self) -> None:
        """Who was killed starts again; there is room on every disk."""
        for disk, office in zip(self._offices, self._world.offices, strict=True):
            if disk.was_killed:
                disk.restart()
                office.replica = Replica(disk.database, self._world.clock)
            disk.calm()
        if self._centre.was_killed:
            self._centre.restart()
            old = self._world.centre
            self._world.centre = Centre(self._centre.database, self._world.clock.now_ms, old.fence, old.keys)
            for office in self._world.offices:
                office.line.centre = self._world.centre
        self._centre.calm()


def _path(database: Database) -> Path:
    assert database.path is not None
    return database.path


@dataclass
class Week:
    """What one number makes of a week."""

    world: World
    clerks: list[Office]
    manager: Office
    draw: random.Random
    strikes: Strikes
    saved: dict[bytes, Office] = field(default_factory=dict)
    """What was acknowledged, by the hash of its record, and to whom."""
    struck: int = 0
    moved: list[Transfer] = field(default_factory=list)
    """Transfers since the last backup: what the centre did itself comes from no laptop, so it is done again by hand."""
    pprs: Iterator[int] = field(default_factory=lambda: iter(range(4_000_000, 5_000_000)))

    def passes(self) -> None:
        """Everybody does something, now and then over a line that is cut; once the centre loses a night."""
        night = None
        for n in range(DEEDS):
            office = self.draw.choice([*self.clerks, self.manager, self.manager])
            self.draw.choice((self.works, self.works, self.works, self.exchanges, self.moves))(office)
            if n == DEEDS // 2:
                (self.world.folder / "night.db").unlink(missing_ok=True)
                night = backup(self.world)
                self.moved.clear()
        if night is not None and self.draw.random() < 0.7:
            restore(self.world, night)
            self.strikes.watch_centre()
        else:
            self.moved.clear()

    def works(self, office: Office) -> None:
        """Hire somebody, register an act, or take a step of one that is here; now and then the laptop dies of it."""
        self.strikes.aim(office, self.draw, most=20)
        try:
            self.edits(office)
        except Refused:
            pass
        except (Killed, DiskFull):
            self.struck += 1
        self.strikes.over()
        self.saved |= {entry.hash: office for entry in _entries(office)}

    def edits(self, office: Office) -> None:
        """One thing at the desk; the desk most often refers, so that there is something to decide."""
        acts = [row for kind in (KIND, "sick_short") for row in office.rows(kind)]
        if acts and (office is self.manager or self.draw.random() < 0.7):
            about = self.draw.choice(acts)
            names = [step.name for step in steps_from(about.text("state")) if step.name not in ("move", "register")]
            name = "refer" if "refer" in names and self.draw.random() < 0.6 else self.draw.choice(names)
            given = {**_GIVEN, "on": office.replica.today()}
            office.record(filing.step(about, name, office.replica.new_rows(1)[0], given))
        elif office is not self.manager:
            kind, facts = self.draw.choice(((KIND, MOVE), ("sick_short", SICK)))
            registers(office, office.hires(**{**NAME, "ppr": str(next(self.pprs))}), kind, **facts)

    def exchanges(self, office: Office) -> None:
        """Press Sync, sometimes over a line that breaks, or until this laptop or the centre is killed or full."""
        office.line.cut_up_after = self.draw.choice((None, None, 40, 300))
        office.line.cut_down_after = self.draw.choice((None, None, 1, 2, 5))
        self.strikes.aim(office, self.draw, most=80)
        try:
            office.sync()
        except Unreachable:
            pass
        except (Killed, DiskFull):
            self.struck += 1
        self.strikes.over()

    def moves(self, office: Office) -> None:
        """Somebody goes to the other province."""
        people = [row.id for row in office.rows("employee")]
        there = NEAR if office.replica.identity.place == PLACE else PLACE
        if office is self.manager or not people or self.draw.random() < 0.7:
            return
        wanted = Transfer(self.draw.choice(people), office.replica.identity.place, there, "2030-01-01")
        if self.transfers(wanted):
            self.moved.append(wanted)

    def transfers(self, wanted: Transfer) -> bool:
        """What the ministry says; False when she is not there."""
        try:
            transfer(self.world.centre.database, self.world.centre.tables, wanted, self.world.clock.now_ms())
        except TransferRefused:
            return False
        return True

    def ends(self) -> None:
        """The line is good again: all agree, and all that was saved is answered."""
        for turn in range(4):
            for office in self.world.offices:
                office.line.cut_up_after = office.line.cut_down_after = None
                office.sync()
            if turn == 0:
                assert all(self.transfers(wanted) for wanted in self.moved)
        must_agree(self.world)
        for office in self.world.offices:
            assert office.sync().verified
            check(self.world, office)
            kept = {entry.hash: entry for entry in _entries(office)}
            assert all(entry.state is State.DECIDED for entry in kept.values())
            rejected = [entry.operation for entry in kept.values() if entry.verdict == "rejected"]
            assert not [one for one in rejected if stands_on_paper(one)], "a paper was taken back (sync.md 3.3)"
            assert kept.keys() >= {digest for digest, to in self.saved.items() if to is office}, "saved, and lost"
        kinds = "act_step", "confidential_step"
        stand = {row.id for office in self.clerks for kind in kinds for row in office.rows(kind)}
        for entry in _entries(self.manager):
            if entry.operation.verb is Verb.STEP and entry.verdict in ("applied", "irregular"):
                assert entry.operation.row in stand


def _entries(office: Office) -> list[Entry]:
    with office.replica.database.read() as connection:
        return Outbox(connection, office.replica.tables).entries()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Two provinces of a region, and its academy."""
    made = World(tmp_path)
    made.publish()
    made.province(NEAR)
    made.academy()
    for place in (PLACE, NEAR):
        made.office(place, confidential=True, role="head")
    made.office(ACADEMY, confidential=True, role="aref")
    yield made
    made.close()


def live(world: World, seeds: Iterable[int]) -> int:
    """Week after week; gives how often a program was killed or a disk was full."""
    first, second, manager = world.offices
    strikes, struck = Strikes(world), 0
    for seed in seeds:
        week = Week(world, [first, second], manager, random.Random(seed), strikes)
        week.passes()
        try:
            week.ends()
        except AssertionError as wrong:
            raise AssertionError(f"in the week of seed {seed}") from wrong
        struck += week.struck
    return struck


def decisions(world: World) -> set[str | None]:
    """The verdicts on what the manager has written."""
    return {entry.verdict for entry in _entries(world.offices[-1])}


@pytest.mark.parametrize("seed", WEEKS)
def test_a_week_of_the_region(world: World, seed: int) -> None:
    assert live(world, [seed]) > 1
    assert {"applied", "irregular"} <= decisions(world)


@pytest.mark.prove
@pytest.mark.parametrize("first", MONTHS)
def test_months_of_the_region(world: World, first: int) -> None:
    """One after another in the same files, with a restore in most of them."""
    assert live(world, range(first, first + 20)) > 20
    assert {"applied", "irregular"} <= decisions(world)
