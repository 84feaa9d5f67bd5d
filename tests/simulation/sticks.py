"""Files between laptops and the centre: late, twice, in any order, damaged or never, read by whom they reach."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sync.client.bundle import Stick
from sync.client.engine import Hooks, Progress
from sync.client.errors import BundleError, BundleUnreadable, Unreachable
from sync.client.sealing import SigningKey
from sync.protocol.errors import WireError
from sync.server.bundle import Place, take_in
from sync.server.service import Centre
from sync.storage.errors import StorageError
from tests.simulation.laptop import Laptop
from tests.simulation.life import Life
from tests.simulation.matrix import NOWHERE, Phase, Strike

BUNDLE = frozenset({Phase.BUNDLE})
_MOST_ON_THE_WAY = 6
_AGAIN = 0.3
"""Of the files that arrive, those that arrive once more later."""


@dataclass
class Carried:
    """One file on its way: who asked, in which history it was written, and how often it arrived."""

    laptop: Laptop
    number: int
    epoch: int
    data: bytes
    arrived: int = 0


class Sticks(Life):
    """Who has no line carries files."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]  # as Life's
        self._requests: list[Carried] = []
        self._replies: list[Carried] = []
        self._written = 0
        self._newest: dict[tuple[str, int], int] = {}

    def _stick(self, laptop: Laptop) -> str:
        """Write a request, take one in, or read a reply."""
        world, roll = self._world, self._chance.random()
        world.phases = BUNDLE
        if self._replies and roll < 0.45:
            name = self._read(laptop)
        elif self._requests and roll < 0.75:
            name = self._take_in()
        else:
            name = self._write(laptop)
        world.phases = NOWHERE
        return name

    def _path(self, name: str) -> Path:
        return self._world.disks.folder / f"stick.{name}"

    def _write(self, laptop: Laptop) -> str:
        path, neighbours = self._path("request"), self._chance.random() < 0.4
        self._may_crash(laptop, 60)
        stick = self._stick_of(laptop)
        if self._guarded(laptop, lambda: stick.write_request(path, for_neighbours=neighbours)):
            self._written += 1
            self._requests.append(Carried(laptop, self._written, self._world.epoch, path.read_bytes()))
            del self._requests[:-_MOST_ON_THE_WAY]
        return "request written"

    def _take_in(self, chosen: Carried | None = None) -> str:
        """The centre's operator takes a request in and writes its reply."""
        world, chance = self._world, self._chance
        request, data, damaged = self._next(self._requests, "request", chosen)
        if request.laptop.device in world.revoked:
            world.matrix.strike(Strike.REVOKED, BUNDLE)
        self._centre_may_crash(150)
        self._aim.at(world.disk, BUNDLE)
        made: list[bytes] = []

        def take(centre: Centre) -> None:
            made.append(take_in(centre, data, Place()).data)

        try:
            world.at_centre(take)
        except (Unreachable, StorageError) as wrong:
            self._note(type(wrong).__name__)
        except WireError as wrong:
            if not damaged:
                self._unexpected(wrong)
        world.disk.calm()
        if damaged and made:
            self._wrong.say("diverged", "3.9", "a damaged request was taken in")
        if made and chance.random() < self._rates.lose_reply:
            world.matrix.strike(Strike.LOST_REPLY, BUNDLE)
        elif made:
            self._replies.append(Carried(request.laptop, request.number, world.epoch, made[0]))
            del self._replies[:-_MOST_ON_THE_WAY]
        return "request taken in" if made else "request refused"

    def _read(self, laptop: Laptop, chosen: Carried | None = None) -> str:
        """Somebody reads a reply: mostly who asked (or who has a copy of that file), else a neighbour."""
        reply, data, damaged = self._next(self._replies, "reply", chosen)
        twins = [one for one in self._world.laptops if one.device == reply.laptop.device]  # a copied file's too
        mostly = 0.0 if chosen else 0.75
        reader = self._chance.choice(twins or [laptop]) if self._chance.random() < mostly else laptop
        path = self._path("reply")
        path.write_bytes(data)
        self._may_crash(reader, 200)
        self._aim.at(reader.disk, BUNDLE)
        self._guarded(reader, partial(self._reading, reader, path, damaged=damaged))
        return "reply read"

    def _reading(self, reader: Laptop, path: Path, *, damaged: bool) -> None:
        epoch = reader.replica.identity.epoch
        try:
            self._stick_of(reader).read_reply(path)
        except BundleUnreadable as wrong:
            if not damaged:
                self._unexpected(wrong)
        except BundleError as wrong:
            self._note(type(wrong).__name__)
        finally:  # what it went back to is mended by an exchange
            reader.agreed = reader.agreed and reader.replica.identity.epoch == epoch

    def _next(self, files: list[Carried], kind: str, chosen: Carried | None = None) -> tuple[Carried, bytes, bool]:
        """A file that arrives, its bytes as they arrive, and whether they were damaged on the way."""
        chance, matrix = self._chance, self._world.matrix
        one = chosen or files[chance.randrange(len(files))]
        if chance.random() >= _AGAIN:
            files.remove(one)
        one.arrived += 1
        if one.arrived > 1:
            matrix.strike(Strike.DUPLICATE, BUNDLE)
        place = kind, one.laptop.number
        if self._newest.get(place, 0) > one.number:
            matrix.strike(Strike.REORDER, BUNDLE)
        self._newest[place] = max(one.number, self._newest.get(place, 0))
        if one.epoch != self._world.epoch:
            matrix.strike(Strike.EPOCH, BUNDLE)
        if chance.random() >= self._rates.cut / 2:
            return one, one.data, False
        matrix.strike(Strike.CUT, BUNDLE)
        at = int(len(one.data) * chance.random())
        if chance.random() < 0.5:
            return one, one.data[:at], True
        return one, one.data[:at] + bytes((one.data[at] ^ 1 << chance.randrange(8),)) + one.data[at + 1 :], True

    def _stick_of(self, laptop: Laptop) -> Stick:
        def progressed(_: Progress) -> None:
            self._world.phases = BUNDLE
            laptop.line.meanwhile()

        hooks = Hooks(laptop.request_id, laptop.key.sign, progressed=progressed)
        return Stick(laptop.replica, SigningKey(laptop.key.private_bytes_raw()), hooks)
