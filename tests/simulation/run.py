"""One seed from start to calm: steps drawn by seeded weights, the oracle after each, then a fair line for everybody."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from random import Random

from sqlalchemy.exc import SQLAlchemyError

from sync.client.engine import Progress
from sync.client.errors import ExchangeError, Misunderstood, NotTrusted, OtherHistory, Unreachable
from sync.protocol.errors import WireCode, WireError
from sync.server.service import Centre
from sync.storage.errors import StorageError
from tests.simulation.centre_audit import CentreAudit
from tests.simulation.clerks import Clerk, recall
from tests.simulation.disk import Disks, Killed
from tests.simulation.line import Late, Way
from tests.simulation.office_audit import OfficeAudit
from tests.simulation.reference import Log, Violations
from tests.simulation.sizes import sized
from tests.simulation.values import Rates
from tests.simulation.world import Laptop, World

FEWEST_STEPS, MOST_STEPS = 30, 90
MOST_LAPTOPS = 6
_CUTS = (Way.CUT_UP, Way.CUT_DOWN, Way.LOST_REPLY, Way.LATE, Way.STALLED, Way.GATEWAY)
_FAIR_SYNCS = 2
"""With no new edits and a fair line every office is level after that many (sync.md 4, 5)."""


@dataclass
class Outcome:
    """What one run did and what the oracle found."""

    seed: int
    steps: int = 0
    syncs: int = 0
    cuts: int = 0
    crashes: int = 0
    restores: int = 0
    clones: int = 0
    edits: int = 0
    trace: str = ""
    violations: Violations = field(default_factory=Violations)
    world: World | None = None
    """Left for whoever writes evidence; the next run takes its files."""
    log: Log = field(default_factory=Log)


def simulate(seed: int, disks: Disks) -> Outcome:
    """Run one seed. The product's own exceptions end it as a violation, never as a crash of the simulator."""
    run = Run(seed, disks)
    with sized(Random(f"sizes {seed}")):
        return run.whole()


class Run:
    """One seed."""

    def __init__(self, seed: int, disks: Disks) -> None:
        self._chance = Random(f"run {seed}")
        self._rates = Rates.draw(self._chance)
        self.done = Outcome(seed)
        self._wrong = self.done.violations
        self._disks = disks
        self._trace = hashlib.blake2b(digest_size=8)
        self._offices: dict[int, OfficeAudit] = {}
        self._clerks: dict[int, Clerk] = {}

    def whole(self) -> Outcome:
        """From the first laptop to calm."""
        self._world = World(self._disks, self._chance, self._rates)
        self.done.world = self._world
        self._centre = CentreAudit(self._world, self._wrong)
        self.done.log = self._centre.log
        self._world.watch = self._centre.look
        self._centre.look()
        try:
            self._live()
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

    def _unexpected(self, wrong: Exception) -> None:
        import traceback

        self._wrong.say("diverged", "".join(traceback.format_exception(wrong)))

    # -- steps -----------------------------------------------------------------------------------------------

    def _live(self) -> None:
        laptops = self._chance.randint(1, MOST_LAPTOPS)
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
        chance, rates = self._chance, self._rates
        if self._world.late and chance.random() < 0.3:
            return self._deliver()
        roll = chance.random()
        if 0.05 < roll < 0.06:
            self._world.publish()
            return "publish"
        laptop = chance.choice(self._world.laptops)
        if (roll < 0.05 and len(self._world.laptops) < laptops) or not laptop.enrolled:
            return self._enrol(None if laptop.enrolled else laptop)
        if roll < 0.06 + rates.clock_jump:
            laptop.clock.skew_ms += chance.randint(-10_000_000_000, 10_000_000_000)
            return "clock"
        if roll > 0.997 and len(self._world.enrolled) > 1:
            self._world.revoke(laptop)
            return "revoke"
        if chance.random() < 3 * rates.disaster:
            return self._disaster(laptop)
        if roll > 1 - rates.absent * 0.2:
            laptop.away_until = self.done.steps + chance.randint(5, 30)
        if chance.random() * (rates.sync_weight + rates.edit_weight) < rates.sync_weight:
            return "away" if laptop.away_until > self.done.steps else self._sync(laptop)
        return self._edit(laptop)

    def _note(self, step: str) -> None:
        heads = [self._centre.log.head(scope) for scope in sorted(self._centre.log.of_scope)]
        waiting = [len(self._offices[n].pending()) for n in sorted(self._offices)]
        self._trace.update(f"{step} {heads} {waiting}\n".encode())

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
        laptop.line.copying = not all(mark.complete for mark in self._offices[laptop.number].marks.values())
        self._may_crash(laptop, 200)
        if self._chance.random() < self._rates.kill_centre:
            self._world.disk.kill_in(self._chance.randint(1, 120))
        if self._chance.random() < self._rates.full_centre:
            self._world.disk.full_in(self._chance.randint(1, 20))
        through = self._guarded(laptop, lambda: laptop.sync(self._busy_hands(laptop)))
        if through and not self._wrong.found:
            self._offices[laptop.number].nothing_waits()
        return f"sync {'through' if through else 'failed'}"

    def _busy_hands(self, laptop: Laptop) -> Callable[[Progress], None]:
        """The clerk goes on working while an exchange runs, and so do her neighbours, between two frames."""

        def progressed(_: Progress) -> None:
            roll = self._chance.random() / self._rates.busy_hands if self._rates.busy_hands else 1
            if roll < 0.2:
                self._clerks[laptop.number].act()
            elif roll < 0.3:
                others = [one for one in self._world.enrolled if one is not laptop]
                if others and not self._wrong.found:
                    self._neighbour(self._chance.choice(others))

        return progressed

    def _disaster(self, laptop: Laptop) -> str:
        """Copies are made of files, and put where they do not belong."""
        roll = self._chance.random()
        if self.done.clones + self.done.restores:
            # One kind a run: an office that changed its number has nothing left to offer again under the old one.
            roll = min(roll, 0.79) if self.done.clones else roll if roll < 0.4 else 1.0
        if roll < 0.4:
            self._world.archive(self._centre.known())
            laptop.back_up()
            if self._chance.random() < 0.5:
                self._world.report_archived()
                self._centre.archived()
            return "back up"
        if roll < 0.6 and laptop.backup is not None:
            self.done.clones += 1
            laptop.put_back(laptop.backup)
            self._watch(laptop)
            return "office put back"
        if roll < 0.8 and len(self._world.laptops) < MOST_LAPTOPS + 2:
            self.done.clones += 1
            self._watch(self._world.clone(laptop))
            return "office copied"
        known, epoch = self._world.put_back_centre() or (None, 0)
        if isinstance(known, CentreAudit):
            self.done.restores += 1
            self._centre.put_back(known, epoch)
            self._centre.look()
            return "centre put back"
        return "nothing"

    def _watch(self, laptop: Laptop) -> None:
        """A new file, or another one in its place."""
        self._offices[laptop.number] = audit = OfficeAudit(laptop, self._centre, self._wrong)
        self._clerks.setdefault(laptop.number, Clerk(laptop, self._chance, self._rates))
        audit.begin_again(0)
        audit.look()

    def _neighbour(self, laptop: Laptop) -> None:
        """Another laptop edits and exchanges, from start to end."""
        self.done.syncs += 1
        self._guarded(laptop, lambda: (self._clerks[laptop.number].act(), laptop.sync()))

    def _deliver(self) -> str:
        """Something that was late arrives at the centre."""
        late: Late = self._world.late.pop(self._chance.randrange(len(self._world.late)))

        def arrive(centre: Centre) -> None:
            try:
                late.deliver(centre)
            except WireError as wrong:
                if wrong.code is not WireCode.CLONED or not self.done.clones:
                    self._wrong.say("diverged", f"a late request is refused: {wrong}")

        try:
            self._world.at_centre(arrive)
        except Unreachable:
            return "late and killed"
        return "late"

    # -- faults ----------------------------------------------------------------------------------------------

    def _may_crash(self, laptop: Laptop, statements: int) -> None:
        if self._chance.random() < self._rates.kill_office:
            laptop.disk.kill_in(self._chance.randint(1, statements))
        elif self._chance.random() < self._rates.full_office:
            laptop.disk.full_in(self._chance.randint(1, 12))

    def _guarded(self, laptop: Laptop, work: Callable[[], object]) -> bool:
        """Do something at a laptop that may be killed or full; look at it after; True when all went well."""
        well = False
        try:
            work()
            well = True
        except Killed:
            self.done.crashes += 1
            laptop.restart()
            recall(laptop)
        except StorageError as wrong:
            self._note(type(wrong).__name__)
        except ExchangeError as wrong:
            self._expected(laptop, wrong)
        laptop.disk.calm()
        self._world.disk.calm()
        self._offices[laptop.number].look()
        self._world.owners.setdefault(laptop.device, laptop)
        return well

    def _expected(self, laptop: Laptop, wrong: ExchangeError) -> None:
        """Only some errors belong to a bad line."""
        shuffled = isinstance(wrong, Misunderstood) and laptop.line.last is Way.SHUFFLED
        revoked = isinstance(wrong, NotTrusted) and laptop.device in self._world.revoked
        if isinstance(wrong, Misunderstood | NotTrusted | OtherHistory) and not shuffled and not revoked:
            self._unexpected(wrong)
        self._note(type(wrong).__name__)

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
        for _ in range(_FAIR_SYNCS):
            for laptop in live:
                self.done.syncs += 1
                laptop.sync()
                self._offices[laptop.number].look()
        for laptop in live:
            self._offices[laptop.number].at_rest()
        self._centre.rows_match(self._world.centre.tables.records)
        self._note("calm")
