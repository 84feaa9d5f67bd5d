"""Exchanges, each stopped at any point: a statement or a full disk of an end, a byte of a way, a page of the log.

In one process on files in memory, so that every point can be tried: `Scene.stopped` puts everything back to just before
the exchange, lets one thing happen, starts again what was killed, and says what does not hold (sync.md 4, 5).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy import func, select

from sync.client.errors import Busy, Unreachable
from sync.client.outbox import Entry, Outbox, State
from sync.client.refusal import refusal
from sync.client.replica import Replica
from sync.domain.entities.reading import READ_DEEDS
from sync.domain.operation import Verb
from sync.protocol import codec
from sync.protocol.errors import WireError
from sync.protocol.exchange import Traffic
from sync.protocol.messages import Fault, Frame
from sync.server import audit_check
from sync.server.records import readable
from sync.server.service import Centre
from sync.storage import dump
from sync.storage.errors import DiskFull
from tests.exchange.invariants import check
from tests.exchange.laptop import taken_in
from tests.exchange.world import Office, World
from tests.simulation.disk import Disk, Files, Killed

_WAL, _WAL_HEAD, _WAL_FRAME = "-wal", 32, 24 + 4096
_NEVER = 1 << 40


class Where(StrEnum):
    """What kind of point an exchange is stopped at."""

    OFFICE = "statement of the office"
    CENTRE = "statement of the centre"
    UP = "byte up"
    DOWN = "byte down"
    TORN = "page of the log torn"
    FLIPPED = "page of the log flipped"
    OFFICE_FULL = "write of the office refused"
    CENTRE_FULL = "write of the centre refused"


@dataclass(frozen=True, slots=True)
class Point:
    """One point of one exchange, counted from 1."""

    where: Where
    at: int


@dataclass
class Line:
    """The way to a centre that may be killed; it breaks once, after so many bytes of one direction."""

    scene: Scene
    up_at: int = _NEVER
    down_at: int = _NEVER
    up: int = 0
    down: int = 0

    def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        """Send frames, yield the answer's."""
        body = b"".join(frames)
        left, self.up = self.up_at - self.up, self.up + len(body)
        payloads = list(codec.Splitter().feed(body if left >= len(body) else body[: max(left, 0)]))
        traffic.bytes_up += len(body)
        answer = b"".join(self.scene.answered(payloads, whole=left >= len(body)))
        if left < len(body):
            self.up_at = _NEVER
            raise Unreachable("cut on the way up")
        left, self.down = self.down_at - self.down, self.down + len(answer)
        for payload in codec.Splitter().feed(answer if left >= len(answer) else answer[: max(left, 0)]):
            frame = codec.unpack_down(payload)
            if isinstance(frame, Fault):
                raise refusal(frame)
            yield frame
        if left < len(answer):
            self.down_at = _NEVER
            raise Unreachable("cut on the way down")


class Scene:
    """Offices and a centre just before an exchange of the first office."""

    def __init__(self, folder: Path, prepare: Callable[[World], None], *, damaged: bool = False) -> None:
        """`damaged`: the office's file is not sound before the exchange."""
        self._sound = not damaged
        folder.mkdir()
        self.world = World(folder)
        prepare(self.world)
        offices = self.world.offices
        self._paths = [folder / f"office{number}.db" for number in range(1, len(offices) + 1)]
        self._disks = [Disk(path, one.replica.database) for path, one in zip(self._paths, offices, strict=True)]
        path = self.world.centre.database.path
        assert path is not None
        self._centre = Disk(path, self.world.centre.database)
        for disk in (self._centre, *self._disks):
            disk.database.close()  # the log is folded back: what is in it later is of the exchange alone
        self._before: Mapping[Disk, Files] = {disk: disk.snapshot() for disk in (self._centre, *self._disks)}
        self._saves = {(e.device, int(e.lane), e.n): e.hash for office in offices for e in entries_of(office)}

    @property
    def office(self) -> Office:
        """The one that exchanges."""
        return self.world.offices[0]

    def close(self) -> None:
        """End all connections."""
        self.world.close()

    def points(self) -> list[Point]:
        """All points of the exchange."""
        self._put_back()
        disk, line = self._disks[0], Line(self)
        began = disk.steps, self._centre.steps, disk.writes, self._centre.writes
        self.office.sync(line)
        counts = {
            Where.OFFICE: disk.steps - began[0],
            Where.CENTRE: self._centre.steps - began[1],
            Where.UP: line.up - 1,
            Where.DOWN: line.down - 1,
            Where.OFFICE_FULL: disk.writes - began[2],
            Where.CENTRE_FULL: self._centre.writes - began[3],
        }
        pages = (len(disk.snapshot().get(_WAL, b"")) - _WAL_HEAD) // _WAL_FRAME
        counts |= {Where.TORN: pages, Where.FLIPPED: pages}
        return [Point(where, at) for where, count in counts.items() for at in range(1, count + 1)]

    def stopped(self, point: Point) -> None:
        """Stop the exchange there, start again, look; AssertionError says what does not hold."""
        self._put_back()
        disk, line = self._disks[0], Line(self)
        if point.where is Where.OFFICE:
            disk.kill_in(point.at)
        elif point.where is Where.CENTRE:
            self._centre.kill_in(point.at)
        elif point.where is Where.UP:
            line.up_at = point.at
        elif point.where is Where.DOWN:
            line.down_at = point.at
        elif point.where is Where.OFFICE_FULL:
            disk.full_in(point.at)
        elif point.where is Where.CENTRE_FULL:
            self._centre.full_in(point.at)
        try:
            self.office.sync(line)
        except Killed:
            disk.restart()
            self._start(0)
        except (Unreachable, Busy):
            pass
        except DiskFull:
            assert point.where is Where.OFFICE_FULL
        if point.where in (Where.TORN, Where.FLIPPED):
            disk.load(_damaged(disk.snapshot(), point))
            self._start(0)
        for one in (self._centre, *self._disks):
            one.calm()
        self._look()

    def answered(self, payloads: Sequence[bytes], *, whole: bool) -> list[bytes]:
        """The frames of the centre's answer; it may be killed, and then stands again without an answer."""
        try:
            if not whole:
                conversation = self.world.centre.open(payloads[0]) if payloads else None
                for payload in payloads[1:]:
                    assert conversation is not None
                    conversation.receive(payload)
                return []
            conversation, last = taken_in(self.world.centre, payloads)
            conversation.decide(last)
            return [codec.down(frame) for frame in conversation.answer()]
        except WireError as wrong:
            raise refusal(Fault(wrong.code.value, wrong.retry_after_s)) from wrong
        except DiskFull as wrong:
            raise Busy from wrong
        except Killed:
            self._centre.restart()
            self._serve()
            raise Unreachable("the centre was killed") from None

    def _put_back(self) -> None:
        for disk, files in self._before.items():
            disk.load(files)
        self._serve()
        for number in range(len(self._disks)):
            self._start(number)

    def _serve(self) -> None:
        self.world.centre = Centre(self._centre.database, self.world.clock.now_ms, keys=self.world.centre.keys)
        for office in self.world.offices:
            office.line.centre = self.world.centre

    def _start(self, number: int) -> None:
        self.world.offices[number].replica = Replica(self._disks[number].database, self.world.clock)

    def _look(self) -> None:
        """What was left holds; after two fair exchanges all ends are level, and every save was decided once."""
        world, epoch = self.world, self.office.replica.identity.epoch
        marks = self.office.replica.marks()
        if self._sound and all(mark.complete and mark.epoch == epoch for mark in marks) and epoch == self._epoch():
            check(world, self.office)
        self._nothing_lost()
        for _ in range(2):
            for office in world.offices:
                office.sync()
        self._nothing_lost()
        for office in world.offices:
            check(world, office)
            assert all(entry.state is State.DECIDED for entry in entries_of(office)), "something waits for ever"
            with office.replica.database.read() as here, world.centre.database.read() as there:
                own = list(dump.lines(here, office.replica.tables.records))
                scopes = office.replica.identity.scopes.all
                assert own == list(dump.lines(there, world.centre.tables.records, scopes)), "the ends differ"
        assert not self._doubled(), "applied twice"
        self._audited()

    def _epoch(self) -> int:
        with self.world.centre.database.read() as connection:
            meta = self.world.centre.tables.meta
            return int(connection.execute(select(meta.c.value).where(meta.c.name == "epoch")).scalar_one())

    def _nothing_lost(self) -> None:
        kept = {(e.device, int(e.lane), e.n): e.hash for office in self.world.offices for e in entries_of(office)}
        t = self.world.centre.tables.operation
        with self.world.centre.database.read() as connection:
            kept |= {(row.device, row.lane, row.n): bytes(row.hash) for row in connection.execute(select(t))}
        lost = {number for number, digest in self._saves.items() if kept.get(number) != digest}
        assert not lost, f"saved, and nowhere: {sorted(lost)}"

    def _audited(self) -> None:
        """The audit holds, and says once of each reading that it was told."""
        tables = self.world.centre.tables
        with self.world.centre.database.read() as connection:
            assert audit_check.verify(connection, tables) == []
            t = tables.audit.line
            told = list(connection.execute(select(t.c.scope, t.c.device, t.c.about).where(t.c.deed.in_(READ_DEEDS))))
            read = connection.execute(select(tables.operation.c.record)).scalars().all()
        readings = [one for one in read if (known := readable(bytes(one))) is not None and known.verb is Verb.READ]
        assert len(set(told)) == len(told) == len(readings), "a reading is not told once"

    def _doubled(self) -> list[tuple[object, ...]]:
        t = self.world.centre.tables.change
        keys = (t.c.device, t.c.lane, t.c.n, t.c.scope, t.c.kind, t.c.row)
        twice = select(*keys).where(t.c.device > 1).group_by(*keys).having(func.count() > 1)
        with self.world.centre.database.read() as connection:
            return [tuple(row) for row in connection.execute(twice)]


def entries_of(office: Office) -> list[Entry]:
    """All that an office has saved."""
    with office.replica.database.read() as connection:
        return Outbox(connection, office.replica.tables).entries()


def _damaged(files: Files, point: Point) -> Files:
    """The files with the log torn in the middle of a page, or with one bit of it turned."""
    log = files[_WAL]
    at = _WAL_HEAD + (point.at - 1) * _WAL_FRAME + (point.at * 997) % _WAL_FRAME
    torn = log[:at] if point.where is Where.TORN else log[:at] + bytes((log[at] ^ 1,)) + log[at + 1 :]
    return {**files, _WAL: torn}
