"""One seed from start to calm: steps drawn by seeded weights, the oracle after each, then a fair line for everybody."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from random import Random

from sqlalchemy.exc import SQLAlchemyError

from sync.client.clock import morocco_day
from sync.client.errors import ExchangeError, Unreachable
from sync.domain.ids import place_of
from sync.domain.record import Row
from sync.protocol.errors import WireCode, WireError
from sync.server.service import Centre
from sync.storage.errors import StorageError
from tests.simulation import faults
from tests.simulation.disk import Disk, Disks
from tests.simulation.laptop import Laptop
from tests.simulation.life import CLOCK_JUMP, Outcome
from tests.simulation.line import Late, Way
from tests.simulation.matrix import NOWHERE, Phase, Strike
from tests.simulation.older import rot
from tests.simulation.referrals import Referrals
from tests.simulation.rights import entitled
from tests.simulation.sizes import sized
from tests.simulation.tangles import MOST_COPIES, MOST_LAPTOPS

FEWEST_STEPS, MOST_STEPS = 25, 75
_CUTS = (Way.CUT_UP, Way.CUT_DOWN, Way.LOST_REPLY, Way.LATE, Way.STALLED, Way.GATEWAY)
_DAY_MS = 86_400_000
_WHOLE_COLLECTION = 20
"""After so many seeds all of memory is looked through: each leaves some MB where no quick collection looks."""
_FAIR_SYNCS = 2
"""With no new edits and a fair line every office is level after that many (sync.md 4, 5); one more where a decision of
an academy rests on what another laptop brings back."""


def simulate(seed: int, disks: Disks) -> Outcome:
    """Run one seed. The product's own exceptions end it as a violation, never as a crash of the simulator."""
    gc.collect(1 if seed % _WHOLE_COLLECTION else 2)  # what runs before left: it was held until now
    gc.disable()  # a run is short, and collecting takes a tenth of it
    try:
        with sized(Random(f"sizes {seed}")):
            run = Run(seed, disks)
            with faults.told(run.done.violations):
                return run.whole()
    finally:
        gc.enable()


class Run(Referrals):
    """One seed."""

    def whole(self) -> Outcome:
        """From the first laptop to calm."""
        try:
            self._live()
            self._meet(self.done.seed)
            self._settle_down()
        except (ExchangeError, StorageError, WireError, ArithmeticError, AssertionError, LookupError) as wrong:
            self._unexpected(wrong)
        except (TypeError, ValueError, AttributeError, RuntimeError, SQLAlchemyError) as wrong:
            self._unexpected(wrong)
        self.done.edits = sum(clerk.edits for clerk in self._clerks.values())
        self.done.crashes += self._world.crashes
        self.done.cuts = sum(laptop.line.ways.get(way, 0) for laptop in self._world.laptops for way in _CUTS)
        self.done.trace = self._trace.hexdigest()
        return self.done

    # -- steps -----------------------------------------------------------------------------------------------

    def _live(self) -> None:
        laptops = self._chance.randint(1, MOST_LAPTOPS)
        if self._world.region is not None:
            laptops = max(laptops, 3)
        for _ in range(self._chance.randint(1, laptops)):
            self._enrol()
        for _ in range(self._chance.randint(FEWEST_STEPS, MOST_STEPS)):
            self._world.ms += self._chance.randrange(1, 20_000_000)
            step = self._step(laptops)
            self.done.steps += 1
            self._note(step)
            if self._wrong.found:
                return

    def _step(self, laptops: int) -> str:
        chance, rates, aim = self._chance, self._rates, self._aim
        if self._world.late and chance.random() < 0.3:
            return self._deliver()
        if self._rights.turn():
            return self._rights.change()
        if self._may_release():
            return self._release()
        if self._may_refer():
            return self._refer()
        roll = chance.random()
        laptop = chance.choice(self._world.laptops)
        if (roll < 0.05 and len(self._world.laptops) < laptops) or not laptop.enrolled:
            return self._enrol(None if laptop.enrolled else laptop)
        rare = {
            self._publish: 0.01,
            self._clock: rates.clock_jump,
            self._revoke: 0.003 if len(self._world.enrolled) > 1 else 0.0,
            self._rot: aim.rate(rates.rot, 0.1),
            self._update: rates.update,
            self._stick: aim.rate(rates.stick, 0.1),
            self._move: aim.rate(rates.move, 0.2) if len(self._world.places) > 1 else 0.0,
            self._back_up: aim.rate(3 * rates.disaster, 0.05),
            self._disaster: 3 * rates.disaster,
            self._tangle: aim.rate(0.0, 0.15),
        }
        step = chance.choices([self._work, *rare], [1.0, *rare.values()])[0]
        return step(laptop)

    def _work(self, laptop: Laptop) -> str:
        """As on most days: somebody edits, or exchanges, or leaves for a while."""
        chance, rates = self._chance, self._rates
        if chance.random() < rates.absent * 0.2:
            laptop.away_until = self.done.steps + chance.randint(5, 30)
        if chance.random() * (rates.sync_weight + rates.edit_weight) < rates.sync_weight:
            return "away" if laptop.away_until > self.done.steps else self._sync(laptop)
        return self._edit(laptop)

    def _publish(self, _: Laptop) -> str:
        self._world.publish()
        return "publish"

    def _clock(self, laptop: Laptop) -> str:
        laptop.clock.skew_ms += self._chance.randint(-CLOCK_JUMP, CLOCK_JUMP)
        return "clock"

    def _revoke(self, laptop: Laptop) -> str:
        self._world.revoke(laptop)
        return "revoke"

    def _enrol(self, laptop: Laptop | None = None) -> str:
        laptop = laptop or self._world.buy_laptop()
        if laptop.number not in self._offices:
            self._watch(laptop)
        self._may_crash(laptop, 6)
        self._guarded(laptop, lambda: self._world.enrol(laptop))
        return "enrol"

    def _edit(self, laptop: Laptop) -> str:
        self._may_crash(laptop, 60)
        names: list[str] = []
        self._guarded(laptop, lambda: names.append(self._clerks[laptop.number].act()))
        return names[0] if names else "edit failed"

    def _sync(self, laptop: Laptop) -> str:
        self.done.syncs += 1
        office, restores = self._offices[laptop.number], self.done.restores
        laptop.line.copying = not all(mark.complete for mark in office.marks.values())
        self._may_crash(laptop, 200)
        self._centre_may_crash(120)
        if any(not one.decided for one in office.kept):
            self._world.phases = frozenset({Phase.PUSH})  # until the line knows better
        through = self._guarded(laptop, laptop.sync)
        self._world.phases = NOWHERE
        if through and not self._wrong.found and restores == self.done.restores:
            office.nothing_waits()
        return f"sync {'through' if through else 'failed'}"

    def _aimed_sync(self, laptop: Laptop) -> str:
        """An exchange about something that comes seldom."""
        laptop.line.aimed = self._aim.on
        try:
            return self._sync(laptop)
        finally:
            laptop.line.aimed = False

    def _rot(self, laptop: Laptop) -> str:
        """A row of an office's file changes by itself: the next exchange that goes through mends it."""
        if not laptop.replica.marks() or not all(mark.complete for mark in laptop.replica.marks()):
            return "nothing"
        with laptop.disk.unwatched() as database:
            if rot(database, self._chance):
                laptop.agreed = False
        return f"rot, {self._aimed_sync(laptop)}" if self._aim.on or self._chance.random() < 0.5 else "rot"

    def _move(self, _: Laptop) -> str:
        """Somebody goes to another province, a few days ago, today or soon."""
        world, chance = self._world, self._chance
        people = [row for (kind, _), row in sorted(self._centre.state.rows.items()) if kind == "employee"]
        if not people:
            return "nobody to move"
        person = chance.choice(self._aimed_at(people))
        origin = place_of(person.scope)
        destination = chance.choice([place for place in world.places if place != origin])
        day = morocco_day(world.ms + chance.randint(-20, 20) * _DAY_MS)
        world.phases = frozenset({Phase.EVICTION})
        self._centre_may_crash(60)
        self._aim.at(world.disk, world.phases)
        with suppress(Unreachable, StorageError):
            world.move(person.id, origin, destination, day)
        world.disk.calm()
        world.phases = NOWHERE
        left = [one for one in world.enrolled if one.place == origin and one.away_until <= self.done.steps]
        return f"move, {self._aimed_sync(chance.choice(left))}" if self._aim.on and left else "move"

    def _aimed_at(self, people: Sequence[Row]) -> Sequence[Row]:
        """In an aimed seed those leave whom a laptop holds."""
        held = {one.place for one in self._world.enrolled} if self._aim.on else set()
        return [person for person in people if place_of(person.scope) in held] or people

    def _update(self, laptop: Laptop) -> str:
        """A program is replaced by a newer one, which brings the file of the older one up to date."""
        world = self._world
        world.phases = frozenset({Phase.MIGRATION})
        if self._chance.random() < 0.7:
            laptop.make_older()
            self._strike_soon(laptop.disk)
            self._guarded(laptop, lambda: self._started(laptop.disk, laptop.start))
        else:
            world.make_older()
            if world.revoked:
                world.matrix.strike(Strike.REVOKED, world.phases)
            self._strike_soon(world.disk)
            with suppress(Unreachable):
                world.at_centre(lambda _: self._started(world.disk, world.start_centre))
            world.disk.calm()
        world.phases = NOWHERE
        return "update"

    def _started(self, disk: Disk, start: Callable[[], object]) -> None:
        """A program that finds its disk full is started again when there is room."""
        try:
            start()
        except StorageError:
            disk.calm()
            start()

    def _back_up(self, laptop: Laptop) -> str:
        """Copies are made of files."""
        self._world.archive(self._centre.known())
        laptop.back_up()
        if self._chance.random() < 0.5:
            self._world.report_archived()
            self._centre.archived()
        return "back up"

    def _disaster(self, laptop: Laptop) -> str:
        """Copies are put where they do not belong: of offices in one run, of the centre in another.

        An office that changed its number has nothing left to offer again under the old one.
        """
        if not self._copies_offices:
            return self._put_back_centre()
        if laptop.backup is not None and self._chance.random() < 0.5:
            self.done.clones += 1
            laptop.put_back(laptop.backup)
            self._watch(laptop)
            return "office put back"
        if len(self._world.laptops) < MOST_LAPTOPS + MOST_COPIES:
            self.done.clones += 1
            self._watch(self._world.clone(laptop))
            return "office copied"
        return "nothing"

    def _deliver(self) -> str:
        """Something that was late arrives at the centre."""
        late: Late = self._world.late.pop(self._chance.randrange(len(self._world.late)))

        def arrive(centre: Centre) -> None:
            try:
                late.deliver(centre)
            except WireError as wrong:
                if wrong.code is not WireCode.CLONED or not self.done.clones:
                    self._wrong.say("diverged", "an error", f"a late request is refused: {wrong}")

        try:
            self._world.at_centre(arrive)
        except Unreachable:
            return "late and killed"
        return "late"

    # -- the end ---------------------------------------------------------------------------------------------

    def _settle_down(self) -> None:
        """Everything late arrives, the line is fair, nobody edits: two syncs, and all is level."""
        if self._wrong.found:
            return
        while self._world.late:
            self._deliver()
        for laptop in self._world.laptops:
            laptop.line.fair = True
            while not laptop.enrolled:
                self._guarded(laptop, partial(self._world.enrol, laptop))
        live = [laptop for laptop in self._world.laptops if laptop.device not in self._world.revoked]
        for _ in range(_FAIR_SYNCS + (self._world.region is not None)):
            for laptop in live:
                self.done.syncs += 1
                laptop.sync()
                self._offices[laptop.number].look()
        for laptop in live:
            self._offices[laptop.number].at_rest(entitled=entitled(self._world, laptop))
        self._centre.rows_match(self._world.centre.tables.records)
        self._centre.nothing_released_waits(self._world.revoked)
        self._note("calm")
