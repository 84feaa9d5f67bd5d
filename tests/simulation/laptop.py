"""One office's laptop in a run: its file, its clock, its line, and what its clerk was told was saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.client.engine import Engine, Hooks, Progress
from sync.client.replica import Replica
from sync.domain.authority import Author
from sync.domain.ids import Compartment, is_academy
from sync.domain.operation import Operation
from sync.storage.state import Scopes
from tests.simulation.disk import Disk, Files
from tests.simulation.line import Line
from tests.simulation.older import made_older
from tests.simulation.raw import Raw

if TYPE_CHECKING:
    from tests.simulation.world import World

Number = tuple[int, int, int]
"""An operation: device, lane, n."""


@dataclass
class LaptopClock:
    """A laptop's clock: the world's, and wrong by up to ten years."""

    world: World
    skew_ms: int

    def now_ms(self) -> int:
        """UTC milliseconds, as this laptop believes."""
        return self.world.ms + self.skew_ms


@dataclass(frozen=True, slots=True)
class Save:
    """A save that was acknowledged to the clerk: under which number, and what it says whatever rows are called."""

    number: Number
    digest: bytes
    dossiers: tuple[int, ...]
    says: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of an office's file, what had been saved by then, and whether a row in it had rotted."""

    files: Files
    saves: dict[int, Save]
    agreed: bool


@dataclass
class Laptop:
    """One office's laptop with one clerk."""

    number: int
    place: int
    confidential: bool
    key: Ed25519PrivateKey
    code: str
    disk: Disk
    clock: LaptopClock
    line: Line
    replica: Replica
    author: int
    role: str = "clerk"
    away_until: int = 0
    saves: dict[int, Save] = field(default_factory=dict)
    """By their place in the outbox, which never changes; numbers may."""
    renumbered: dict[tuple[Number, bytes], Number] = field(default_factory=dict)
    """What was saved under another number, with the hash of the record that it had there, and its number now."""
    undoing: int | None = None
    """The place in the outbox of a save that is being undone: after a crash in it either stands."""
    backup: Backup | None = None
    requests: int = 0
    agreed: bool = True
    """False from a new history, or a row that rotted, until an exchange went through: that mends such rows."""
    mended: int = 0
    """Rows that exchanges replaced since somebody looked, while nothing was wrong with them."""

    @property
    def device(self) -> int:
        """The number it has now, 0 before it is enrolled."""
        return self.replica.identity.device

    @property
    def enrolled(self) -> bool:
        """True once the centre's answer is on its disk."""
        return not self.replica.identity.unenrolled

    @property
    def scopes(self) -> Scopes:
        """What it may hold, by its place and its clerk's right."""
        both = {Compartment.GENERAL, Compartment.CONFIDENTIAL} if self.confidential else {Compartment.GENERAL}
        return Scopes(self.place, frozenset(both))

    @property
    def decides_above(self) -> bool:
        """Whether it is an academy's: it decides what provinces refer to it."""
        return is_academy(self.place)

    def author_of(self, operation: Operation) -> Author | None:
        """Who wrote an operation here; None for a stranger."""
        return Author(self.author, self.role, self.place) if operation.author == self.author else None

    def renumber(self, position: int, save: Save) -> None:
        """A save goes by another number from now on."""
        old = self.saves[position]
        if old.number != save.number:
            self.renumbered[old.number, old.digest] = save.number
        self.saves[position] = save

    def restart(self) -> None:
        """The laptop starts again after it was killed."""
        self.disk.restart()
        self.replica = Replica(self.disk.database, self.clock)

    def back_up(self) -> None:
        """Somebody copies the file."""
        self.backup = Backup(self.disk.snapshot(), dict(self.saves), self.agreed)

    def put_back(self, backup: Backup) -> None:
        """Somebody puts a copy in the file's place: what was saved and not sent since is gone with the file."""
        self.disk.load(backup.files)
        self.saves, self.agreed = dict(backup.saves), self.agreed and backup.agreed
        self.replica = Replica(self.disk.database, self.clock)

    def make_older(self) -> None:
        """Its file becomes what an older program would have left; `start` brings it up to date."""
        with self.disk.unwatched() as database:
            made_older(database, office=True)

    def start(self) -> None:
        """Start the program on the file; raises StorageError, Killed."""
        self.replica = Replica(self.disk.database, self.clock)

    def sync(self) -> Progress:
        """Press Sync; raises as the engine does."""
        agreed, epoch = self.agreed, self.replica.identity.epoch
        try:
            progress = Engine(self.replica, self.line, Hooks(self.request_id, self.key.sign)).run()
        finally:  # what it went back to is compared in an exchange that goes through, and mended there
            self.agreed = agreed and self.replica.identity.epoch == epoch
        if self.agreed:
            self.mended += progress.repaired
        self.agreed = self.replica.identity.epoch == self.clock.world.epoch
        return progress

    def request_id(self) -> bytes:
        """The next one: 16 bytes."""
        self.requests += 1
        return (self.number << 32 | self.requests).to_bytes(16, "big")

    def raw(self) -> Raw:
        """The file's content, read past the product's code."""
        return Raw(self.disk)
