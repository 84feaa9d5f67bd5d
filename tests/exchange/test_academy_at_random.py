"""Weeks at random between two provinces and their academy, over cut lines, with a centre put back: nothing is lost.

At the end of each week everybody agrees: the academy holds what follows from the provinces' rows and nothing else.
Every save has its verdict; a decision stands in the province's file or in the manager's tray.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import pytest

from sync.client.errors import Unreachable
from sync.client.outbox import Entry, Outbox, State
from sync.client.replica import Refused
from sync.domain import filing
from sync.domain.lifecycle import steps_from
from sync.domain.operation import Verb
from sync.domain.record import Row
from sync.server.transfer import Transfer, TransferRefused, transfer
from tests.exchange.invariants import check
from tests.exchange.referrals import must_agree
from tests.exchange.test_academy import ACADEMY, KIND, MOVE, NEAR
from tests.exchange.test_acts import NAME, SICK, registers
from tests.exchange.test_restore import backup, restore
from tests.exchange.world import PLACE, Office, World

DEEDS, SEEDS, MORE = 45, (2, 4), tuple(range(5, 25))
_GIVEN = {"number": "7/2026", "remark": "ملاحظة", "opinion": "favourable", "level": "A"}


@dataclass
class Week:
    """What one number makes of a week."""

    world: World
    clerks: list[Office]
    manager: Office
    draw: random.Random
    saved: int = 0
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
        if night is not None and self.draw.random() < 0.7:
            restore(self.world, night)

    def works(self, office: Office) -> None:
        """Hire somebody, register an act, or take a step of one that is here."""
        acts = [row for kind in (KIND, "sick_short") for row in office.rows(kind)]
        with suppress(Refused):
            if acts and (office is self.manager or self.draw.random() < 0.7):
                self.steps(office, self.draw.choice(acts))
            elif office is not self.manager:
                kind, facts = self.draw.choice(((KIND, MOVE), ("sick_short", SICK)))
                registers(office, office.hires(**{**NAME, "ppr": str(next(self.pprs))}), kind, **facts)
                self.saved += 2

    def steps(self, office: Office, about: Row) -> None:
        """Take one of the steps that may follow; the desk most often refers, so that there is something to decide."""
        names = [step.name for step in steps_from(about.text("state")) if step.name not in ("move", "register")]
        name = "refer" if "refer" in names and self.draw.random() < 0.6 else self.draw.choice(names)
        given = {**_GIVEN, "on": office.replica.today()}
        office.record(filing.step(about, name, office.replica.new_rows(1)[0], given))
        self.saved += 1

    def exchanges(self, office: Office) -> None:
        """Press Sync, sometimes over a line that breaks."""
        office.line.cut_up_after = self.draw.choice((None, None, 40, 300))
        office.line.cut_down_after = self.draw.choice((None, None, 1, 2, 5))
        with suppress(Unreachable):
            office.sync()

    def moves(self, office: Office) -> None:
        """Somebody goes to the other province."""
        people = [row.id for row in office.rows("employee")]
        there = NEAR if office.replica.identity.place == PLACE else PLACE
        if office is self.manager or not people or self.draw.random() < 0.7:
            return
        wanted = Transfer(self.draw.choice(people), office.replica.identity.place, there, "2030-01-01")
        with suppress(TransferRefused):
            transfer(self.world.centre.database, self.world.centre.tables, wanted, self.world.clock.now_ms())

    def ends(self) -> None:
        """The line is good again: all agree, and all that was saved is answered."""
        for office in (*self.world.offices, *self.world.offices, *self.world.offices):
            office.line.cut_up_after = office.line.cut_down_after = None
            office.sync()
        must_agree(self.world)
        for office in self.world.offices:
            assert office.sync().verified
            check(self.world, office)
            for entry in _entries(office):
                assert entry.state is State.DECIDED
        kinds = "act_step", "confidential_step"
        stand = {row.id for office in self.clerks for kind in kinds for row in office.rows(kind)}
        for entry in _entries(self.manager):
            if entry.operation.verb is Verb.STEP and entry.verdict in ("applied", "irregular"):
                assert entry.operation.row in stand


def _entries(office: Office) -> list[Entry]:
    with office.replica.database.read() as connection:
        return Outbox(connection, office.replica.tables).entries()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Two provinces of a region, and its academy."""
    made = World(tmp_path_factory.mktemp("weeks"))
    made.publish()
    made.province(NEAR)
    made.academy()
    for place in (PLACE, NEAR):
        made.office(place, confidential=True, role="head")
    made.office(ACADEMY, confidential=True, role="aref")
    yield made
    assert "applied" in {entry.verdict for entry in _entries(made.offices[-1])}
    made.close()


@pytest.mark.parametrize("seed", [*SEEDS, *(pytest.param(seed, marks=pytest.mark.prove) for seed in MORE)])
def test_a_week_of_the_region(world: World, seed: int) -> None:
    first, second, manager = world.offices
    week = Week(world, [first, second], manager, random.Random(seed))
    week.passes()
    week.ends()
    assert week.saved > DEEDS // 6
