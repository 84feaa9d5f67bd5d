"""What goes on under every step of a run: who watches, which faults are armed, what others do in between."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from random import Random

from sync.client.errors import ExchangeError, Misunderstood, NotTrusted, OtherHistory
from sync.storage.errors import StorageError
from tests.simulation import academy
from tests.simulation.act_clerks import Manager, Referrer
from tests.simulation.aim import Aim
from tests.simulation.centre_audit import CentreAudit
from tests.simulation.clerks import Clerk, recall
from tests.simulation.disk import Disk, Disks, Killed
from tests.simulation.laptop import Laptop
from tests.simulation.line import Way
from tests.simulation.matrix import Matrix, Phase, Strike
from tests.simulation.office_audit import OfficeAudit
from tests.simulation.reference import Violations
from tests.simulation.rights import Rights
from tests.simulation.values import Rates
from tests.simulation.world import World

CLOCK_JUMP = 10_000_000_000
"""Milliseconds by which a clock goes wrong at once, at most."""
_RARE = frozenset({Phase.EVICTION, Phase.BUNDLE, Phase.REPAIR})
"""Phases that come seldom: in the middle of them more happens than in a usual run."""
_BUSY = 0.5


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
    matrix: Matrix = field(default_factory=Matrix)


class Life:
    """One seed's world, and what may happen in it at any moment."""

    def __init__(self, seed: int, disks: Disks) -> None:
        self._chance = Random(f"run {seed}")
        self._rates = Rates.draw(self._chance)
        self._aim = Aim(seed)
        self.done = Outcome(seed)
        self._wrong = self.done.violations
        self._trace = hashlib.blake2b(digest_size=8)
        self._offices: dict[int, OfficeAudit] = {}
        self._clerks: dict[int, Clerk] = {}
        self._in_between = False
        self._copies_offices = self._chance.random() < 0.5
        self._world = World(disks, self._chance, self._rates, academy.chance_of(seed))
        self._rights = Rights(seed, self._world)
        self.done.world, self.done.matrix = self._world, self._world.matrix
        self._centre = CentreAudit(self._world, self._wrong)
        self._world.watch = self._centre.look
        self._centre.look()

    def _unexpected(self, wrong: Exception) -> None:
        self._wrong.say("diverged", "an error", "".join(traceback.format_exception(wrong)))

    def _note(self, step: str) -> None:
        heads = [self._centre.log.head(scope) for scope in sorted(self._centre.log.of_scope)]
        waiting = [len(self._offices[n].pending()) for n in sorted(self._offices)]
        self._trace.update(f"{step} {heads} {waiting}\n".encode())

    def _watch(self, laptop: Laptop) -> None:
        """A new file, or another one in its place."""
        self._offices[laptop.number] = audit = OfficeAudit(laptop, self._centre, self._wrong)
        kind = Clerk if self._world.region is None else Manager if laptop.decides_above else Referrer
        self._clerks.setdefault(laptop.number, kind(laptop, self._chance, self._rates))
        laptop.line.meanwhile = partial(self._meanwhile, laptop)
        laptop.line.before_centre = partial(self._aim.at, self._world.disk)
        laptop.line.before_office = partial(self._aim.at, laptop.disk)
        audit.begin_again(0)
        audit.look()

    def _may_crash(self, laptop: Laptop, statements: int) -> None:
        if self._chance.random() < self._rates.kill_office:
            laptop.disk.kill_in(self._chance.randint(1, statements))
        elif self._chance.random() < self._rates.full_office:
            laptop.disk.full_in(self._chance.randint(1, 12))

    def _centre_may_crash(self, statements: int) -> None:
        if self._chance.random() < self._rates.kill_centre:
            self._world.disk.kill_in(self._chance.randint(1, statements))
        if self._chance.random() < self._rates.full_centre:
            self._world.disk.full_in(self._chance.randint(1, 20))

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

    def _strike_soon(self, disk: Disk) -> None:
        roll = self._chance.random()
        if roll < 0.2:
            disk.kill_in(self._chance.randint(1, 40))
        elif roll < 0.3:
            disk.kill_after_commit()
        elif roll < 0.5:
            disk.full_in(self._chance.randint(1, 3))

    # -- in the middle of an exchange ------------------------------------------------------------------------

    def _meanwhile(self, laptop: Laptop) -> None:
        """The clerk goes on working in the middle of an exchange, and so do her neighbours, and misfortune."""
        phases = self._world.phases
        rare = bool(phases & _RARE)
        busy = self._aim.busy(phases, max(self._rates.busy_hands, _BUSY) if rare else self._rates.busy_hands)
        if self._in_between or self._wrong.found or not busy:
            return
        self._in_between = True
        if self._rights.turn(in_between=True):
            self._note(self._rights.change())
        roll = self._chance.random() / busy
        if roll < 0.15:
            self._hands(laptop)
        elif roll < 0.22:
            self._neighbour(laptop)
        elif roll < 0.27:
            self._world.matrix.strike(Strike.CLOCK, phases)
            laptop.clock.skew_ms += self._chance.randint(-CLOCK_JUMP, CLOCK_JUMP)
        elif roll < 0.28 and (rare or self._chance.random() < 0.3):
            self._world.matrix.strike(Strike.REVOKED, phases)
            self._world.revoke(laptop)
        elif roll < 0.33 and not self._copies_offices:
            self._put_back_centre()
        self._in_between, self._world.phases = False, phases
        if 0.33 < roll < 0.33 + self._rates.kill_office / 4:
            laptop.disk.die()

    def _hands(self, laptop: Laptop) -> None:
        """An edit while her own exchange runs; a full disk refuses it, and the exchange goes on."""
        if self._chance.random() < 0.1:
            laptop.disk.full_in(1)
        try:
            self._clerks[laptop.number].act()
            self._world.matrix.strike(Strike.EDIT, self._world.phases)
        except StorageError as wrong:
            self._note(type(wrong).__name__)
            laptop.disk.calm()

    def _neighbour(self, laptop: Laptop) -> None:
        """Another laptop edits and exchanges, from start to end."""
        others = [one for one in self._world.enrolled if one is not laptop]
        if not others:
            return
        other = self._chance.choice(others)
        self._world.matrix.strike(Strike.SECOND_DEVICE, self._world.phases)
        self.done.syncs += 1
        self._guarded(other, lambda: (self._clerks[other.number].act(), other.sync()))

    def _put_back_centre(self) -> str:
        known, epoch = self._world.put_back_centre() or (None, 0)
        if not isinstance(known, CentreAudit):
            return "nothing"
        self.done.restores += 1
        self._centre.put_back(known, epoch)
        self._centre.look()
        return "centre put back"
