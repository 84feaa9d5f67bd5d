"""The centre, its provinces and the laptops of one run; who is killed comes back from what was on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.client.errors import Unreachable
from sync.client.identity import Identity
from sync.client.replica import Replica
from sync.domain.ids import CENTRE_DEVICE, NATION, Compartment, region_of, row_id, scope_id
from sync.domain.record import Row
from sync.protocol.errors import WireError
from sync.protocol.exchange import EnrolRequest
from sync.protocol.messages import PROTOCOL
from sync.server import archive
from sync.server.accounts import Accounts
from sync.server.administration import OPERATOR, Administration, decide_left_behind
from sync.server.devices import Devices
from sync.server.history import new_epoch
from sync.server.publish import publish
from sync.server.service import Centre
from sync.server.transfer import Transfer, transfer
from tests.simulation import academy
from tests.simulation.disk import Disk, Disks, Files, Killed, Trouble
from tests.simulation.laptop import Laptop, LaptopClock
from tests.simulation.line import Late, Line
from tests.simulation.matrix import NOWHERE, Matrix, Phase, Phases, Strike
from tests.simulation.older import made_older
from tests.simulation.values import Rates

PLACES = (504, 505, 612)  # two of one region, one of another
_FIRST_PUBLISHED = 1_000_000
_TEN_YEARS_MS = 10 * 365 * 86_400_000
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Archive:
    """A copy of the centre's file, and what the oracle knew by then."""

    files: Files
    known: object
    devices: frozenset[int]
    """Who had a number by then: a laptop enrolled later would be a stranger, and must be enrolled again."""


_AT_OFFICE = {
    Trouble.KILLED_BEFORE: Strike.OFFICE_CRASH,
    Trouble.KILLED_AFTER: Strike.OFFICE_CRASH,
    Trouble.FULL: Strike.OFFICE_FULL,
}
_AT_CENTRE = {
    Trouble.KILLED_BEFORE: Strike.CENTRE_CRASH_BEFORE,
    Trouble.KILLED_AFTER: Strike.CENTRE_CRASH_AFTER,
    Trouble.FULL: Strike.CENTRE_FULL,
}


class World:
    """Everything that one seed starts with."""

    def __init__(self, disks: Disks, chance: Random, rates: Rates, region: Random | None = None) -> None:
        """`region` is the chance of an academy; None where the region has none."""
        self.disks = disks
        self.region = region
        self.chance = chance
        self.rates = rates
        self.ms = 1_790_000_000_000
        self.disk = disks.centre()
        self.disk.told = lambda trouble: self.matrix.strike(_AT_CENTRE[trouble], self.phases)
        self.fence = disks.fence()
        self.centre = Centre(self.disk.database, lambda: self.ms, self.fence, disks.keys)
        self.laptops: list[Laptop] = []
        self.late: list[Late] = []
        self.matrix = Matrix()
        self.phases: Phases = NOWHERE
        """What the exchange that runs now is doing."""
        self.epoch = 1
        self.crashes = 0
        self.revoked: set[int] = set()
        """Device numbers."""
        self.owners: dict[int, Laptop] = {}
        """Who enrolled under a number."""
        self._archives: list[Archive] = []
        self.watch: Callable[[], None] = lambda: None
        """Called whenever the centre may have changed."""
        self._published = 0
        self.places = PLACES[: chance.choices((1, 2, 3), (5, 4, 1))[0]]
        with self.centre.database.write() as connection:
            for place in self.places:
                Accounts(connection, self.centre.tables).create_province(place, "إقليم", "Province", practice=True)
        if region is not None:
            academy.found(self.centre)
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
        self.centre = Centre(self.disk.database, lambda: self.ms, self.fence, self.disks.keys)
        self.start_centre()
        self.late[:] = [late for late in self.late if late.begun is None]

    def start_centre(self) -> None:
        """A newer program starts to serve on the centre's file."""
        self.centre.migrate()
        decide_left_behind(self.centre.database, self.centre.tables, self.ms)

    def make_older(self) -> None:
        """Its file becomes what an older program would have left."""
        with self.disk.unwatched() as database:
            made_older(database, office=False)

    def archive(self, known: object) -> None:
        """Keep a copy of the centre's file, until a revocation or a publication that it would lose."""
        devices = frozenset(laptop.device for laptop in self.enrolled)
        self._archives.append(Archive(self.disk.snapshot(), known, devices))

    def report_archived(self) -> None:
        """The archiver has verified the copy that was just made: no older one will ever be put back."""
        with self.centre.database.read() as connection:
            position = archive.position(connection, self.centre.tables)
        self.centre.archived(position)
        del self._archives[:-1]

    def put_back_centre(self) -> tuple[object, int] | None:
        """Put one of the copies in the centre's place and start a new history.

        Gives what the oracle knew then, and the epoch. Requests on their way are gone with the old server. None when
        there is no copy.
        """
        present = {laptop.device for laptop in self.enrolled}
        fitting = [archive for archive in self._archives if present <= archive.devices]
        if not fitting:
            return None
        archive = self.chance.choice(fitting)
        behind = any(not laptop.agreed for laptop in self.enrolled)
        self.matrix.strike(Strike.EPOCH, self.phases | ({Phase.RESTORE} if behind else NOWHERE))
        self.disk.load(archive.files)
        self.late.clear()
        self.centre = Centre(self.disk.database, lambda: self.ms, self.fence, self.disks.keys)
        if self.chance.random() < self.rates.update:  # the copy is of an older version
            self.make_older()
            self.matrix.strike(Strike.EPOCH, frozenset({Phase.MIGRATION}))
        self.centre.migrate()
        with self.centre.database.write() as connection:
            self.epoch = new_epoch(connection, self.centre.tables, self.fence)
        decide_left_behind(self.centre.database, self.centre.tables, self.ms)
        return archive.known, self.epoch

    def publish(self) -> None:
        """The centre publishes a few codes and schools."""
        self._archives.clear()
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
        self._archives.clear()  # a person added later would be lost
        number, chance = len(self.laptops), self.chance
        place, confidential, role = chance.choice(self.places), chance.random() < 0.5, "clerk"
        if self.region is not None:
            place, role = academy.whose(self.region, place, number)
        with self.centre.database.write() as connection:
            accounts = Accounts(connection, self.centre.tables)
            names = f"موظفة {number}", f"Agent {number}"
            author = accounts.create_account(place, *names, role=role, confidential=confidential)
        disk = self._office(number)
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
            role=role,
        )
        self.laptops.append(laptop)
        return laptop

    def _office(self, number: int) -> Disk:
        disk = self.disks.office(number)
        disk.told = lambda trouble: self.matrix.strike(_AT_OFFICE[trouble], self.phases)
        return disk

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
        self.owners[answer.device] = laptop
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
        with self.disk.unwatched() as database, database.write() as connection:
            Devices(connection, self.centre.tables).revoke(laptop.device, self.ms)
        self.revoked.add(laptop.device)
        self._archives.clear()

    def release(self, device: int) -> None:
        """What is held of a revoked laptop may be decided."""
        with self.disk.unwatched() as database, database.write() as connection:
            Administration(connection, self.centre.tables, OPERATOR, self.ms).release(device)

    def move(self, person: int, origin: int, destination: int, day: str) -> None:
        """The centre transfers somebody; raises Unreachable when it was killed, StorageError, TransferRefused."""
        wanted = Transfer(person, origin, destination, day)
        self.at_centre(lambda centre: transfer(centre.database, centre.tables, wanted, self.ms))

    def clone(self, laptop: Laptop) -> Laptop:
        """Somebody copies an office's file to another computer: two laptops with one number."""
        number = len(self.laptops)
        disk = self._office(number)
        disk.load(laptop.disk.snapshot())
        clock = LaptopClock(self, laptop.clock.skew_ms)
        line = Line(self, self.chance, self.rates, self.late)
        saves, replica = dict(laptop.saves), Replica(disk.database, clock)
        twin = replace(
            laptop,
            number=number,
            disk=disk,
            clock=clock,
            line=line,
            replica=replica,
            saves=saves,
            renumbered={},
            backup=None,
        )
        self.laptops.append(twin)
        return twin
