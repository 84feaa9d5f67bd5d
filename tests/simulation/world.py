"""The centre, its provinces and the laptops of one run; who is killed comes back from what was on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any, TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.client.engine import Engine, Hooks, Progress
from sync.client.errors import Unreachable
from sync.client.identity import Identity
from sync.client.replica import Replica
from sync.domain.ids import CENTRE_DEVICE, NATION, Compartment, region_of, row_id, scope_id
from sync.domain.record import Row
from sync.protocol.errors import WireError
from sync.protocol.exchange import EnrolRequest
from sync.protocol.messages import PROTOCOL
from sync.server.accounts import Accounts
from sync.server.publish import publish
from sync.server.service import Centre
from sync.storage.state import Scopes
from tests.simulation.disk import Disk, Disks, Killed
from tests.simulation.line import Late, Line
from tests.simulation.values import Rates

PLACES = (504, 505, 612)  # two of one region, one of another
_FIRST_PUBLISHED = 1_000_000
_TEN_YEARS_MS = 10 * 365 * 86_400_000
T = TypeVar("T")


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
    """A save that was acknowledged to the clerk."""

    position: int
    digest: bytes
    dossiers: tuple[int, ...]


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
    device: int = 0
    away_until: int = 0
    revoked: bool = False
    saves: dict[tuple[int, int], Save] = field(default_factory=dict)
    requests: int = 0

    @property
    def enrolled(self) -> bool:
        """True once the centre's answer is on its disk."""
        return not self.replica.identity.unenrolled

    @property
    def scopes(self) -> Scopes:
        """What it may hold, by its place and its clerk's right."""
        both = {Compartment.GENERAL, Compartment.CONFIDENTIAL} if self.confidential else {Compartment.GENERAL}
        return Scopes(self.place, frozenset(both))

    def restart(self) -> None:
        """The laptop starts again after it was killed."""
        self.disk.restart()
        self.replica = Replica(self.disk.database, self.clock)

    def sync(self, progressed: Callable[[Progress], None] = lambda _: None) -> Progress:
        """Press Sync; raises as the engine does."""
        hooks = Hooks(self._request_id, self.key.sign, progressed=progressed)
        return Engine(self.replica, self.line, hooks).run()

    def _request_id(self) -> bytes:
        self.requests += 1
        return (self.number << 32 | self.requests).to_bytes(16, "big")

    def raw(self) -> Raw:
        """The file's content, read past the product's code."""
        return Raw(self.disk)


class Raw:
    """Rows of a database, read with plain SQL in one transaction: `with disk_rows as ask: ask("SELECT ...")`."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._reading = disk.database.read()

    def __enter__(self) -> Callable[..., list[tuple[Any, ...]]]:
        self._disk.watched = True
        driver: Any = self._reading.__enter__().connection.dbapi_connection

        def ask(statement: str, *values: object) -> list[tuple[Any, ...]]:
            found: list[tuple[Any, ...]] = driver.execute(statement, values).fetchall()
            return found

        return ask

    def __exit__(self, *wrong: Any) -> None:
        self._reading.__exit__(*wrong)
        self._disk.watched = False


class World:
    """Everything that one seed starts with."""

    def __init__(self, disks: Disks, chance: Random, rates: Rates) -> None:
        self.disks = disks
        self.chance = chance
        self.rates = rates
        self.ms = 1_790_000_000_000
        self.disk = disks.centre()
        self.centre = Centre(self.disk.database, lambda: self.ms)
        self.laptops: list[Laptop] = []
        self.late: list[Late] = []
        self.crashes = 0
        self.watch: Callable[[], None] = lambda: None
        """Called whenever the centre may have changed."""
        self._published = 0
        self.places = PLACES[: chance.choices((1, 2, 3), (6, 3, 1))[0]]
        with self.centre.database.write() as connection:
            for place in self.places:
                Accounts(connection, self.centre.tables).create_province(place, "إقليم", "Province", practice=True)
        self.publish()

    @property
    def enrolled(self) -> list[Laptop]:
        """The laptops that the centre knows and that know it."""
        return [laptop for laptop in self.laptops if laptop.enrolled]

    def at_centre(self, work: Callable[[Centre], T]) -> T:
        """Do something at the centre; Unreachable when it was killed in the middle, and it starts again."""
        try:
            return work(self.centre)
        except Killed:
            self.restart_centre()
            raise Unreachable("the centre stopped") from None
        finally:
            self.watch()

    def restart_centre(self) -> None:
        """The centre starts again from what the kill left; requests it was receiving are gone."""
        self.crashes += 1
        self.disk.restart()
        self.centre = Centre(self.disk.database, lambda: self.ms)
        self.centre.migrate()
        self.late[:] = [late for late in self.late if late.begun is None]

    def publish(self) -> None:
        """The centre publishes a few codes and schools."""
        rows = list(self._reference_rows(self.chance.randint(1, 3)))
        publish(self.centre.database, self.centre.tables, rows, day="2026-09-01")
        self.watch()

    def _reference_rows(self, count: int) -> Iterator[Row]:
        for _ in range(count):
            self._published += 1
            row = row_id(CENTRE_DEVICE, _FIRST_PUBLISHED + self._published)
            general = Compartment.GENERAL
            if self.chance.random() < 0.5:
                fields = {"table": "cadre", "code": f"C{self._published}", "label_ar": "إطار", "label_la": "Cadre"}
                yield Row("code", row, row, scope_id(NATION, general), fields)
            else:
                place = region_of(self.chance.choice(self.places))
                fields = {"gresa": f"{self._published:05}A", "name_ar": "مدرسة", "name_la": "Ecole"}
                yield Row("school", row, row, scope_id(place, general), fields)

    def buy_laptop(self) -> Laptop:
        """A laptop with a one-time code, not yet enrolled."""
        number, chance = len(self.laptops), self.chance
        place, confidential = chance.choice(self.places), chance.random() < 0.5
        with self.centre.database.write() as connection:
            accounts = Accounts(connection, self.centre.tables)
            names = f"موظفة {number}", f"Agent {number}"
            author = accounts.create_account(place, *names, role="clerk", confidential=confidential)
        disk = self.disks.office(number)
        skew = 0 if chance.random() < 0.5 else chance.randint(-_TEN_YEARS_MS, _TEN_YEARS_MS)
        clock = LaptopClock(self, skew)
        laptop = Laptop(
            number=number,
            place=place,
            confidential=confidential,
            key=Ed25519PrivateKey.from_private_bytes(chance.randbytes(32)),
            code=self._code(place, author),
            disk=disk,
            clock=clock,
            line=Line(self, chance, self.rates, self.late),
            replica=Replica(disk.database, clock),
            author=author,
        )
        self.laptops.append(laptop)
        return laptop

    def _code(self, place: int, author: int) -> str:
        with self.centre.database.write() as connection:
            return Accounts(connection, self.centre.tables).issue_ticket(place, author, self.ms)

    def enrol(self, laptop: Laptop) -> None:
        """Trade the one-time code; raises Unreachable, StorageError, Killed (the laptop's), and may be done again."""
        request = EnrolRequest(laptop.code, laptop.key.public_key().public_bytes_raw(), PROTOCOL)
        try:
            answer = self.at_centre(lambda centre: centre.enrol(request))
        except WireError:
            laptop.code = self._code(laptop.place, laptop.author)  # it was too old: she asks for another
            raise Unreachable("the code is too old") from None
        if not laptop.line.fair and self.chance.random() < self.rates.lose_reply:
            raise Unreachable("no reply")
        laptop.device = answer.device
        laptop.replica.adopt(
            Identity(
                device=answer.device,
                place=answer.place,
                name_ar=answer.name_ar,
                name_la=answer.name_la,
                practice=answer.practice,
                confidential=answer.confidential,
                epoch=answer.epoch,
                accounts=tuple(answer.accounts),
            )
        )

    def revoke(self, laptop: Laptop) -> None:
        """From now on what this laptop sends is held."""
        with self.centre.database.write() as connection:
            Accounts(connection, self.centre.tables).revoke(laptop.device, self.ms)
        laptop.revoked = True
