"""A real centre as a process and enrolled offices on encrypted files, made once a run and copied for each figure."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Row, select

from massar_desktop.background.garbage import hold, release
from massar_desktop.background.tasks import beside
from sync.client.bundle import Stick
from sync.client.engine import Engine, Hooks
from sync.client.errors import Unreachable
from sync.client.http import HttpExchange
from sync.client.identity import Identity
from sync.client.outbox import State
from sync.client.replica import Replica
from sync.client.sealing import SigningKey
from sync.domain.ids import Lane
from sync.domain.operation import Operation
from sync.practice.reference import code_rows
from sync.protocol.exchange import EnrolRequest, Exchange, Traffic
from sync.protocol.messages import PROTOCOL, Frame
from sync.server.accounts import Accounts
from sync.server.bundle_command import REPLY
from sync.server.keys import CentreKeys
from sync.server.publish import publish
from sync.server.service import Centre
from sync.storage.database import open_centre, open_office
from tests.benchmarks.clerk_day import RESOURCES, TODAY
from tests.benchmarks.proxy import Line, Speed
from tests.benchmarks.workload import PLACE, Workload
from tests.exchange.world import DirectLine, FakeClock

COPIED = 2
"""The first offices have their first copy; the last one is enrolled and empty."""
OFFICES = 3
_PER_DAY = 200
DAY_MS = 86_400_000
_START_S, _PAUSE_S = 60.0, 0.05


_DECIDED = "SELECT device, lane, n FROM operation WHERE state = 'decided'"
_TWICE = (
    "SELECT device, lane, n FROM change WHERE device > 1 GROUP BY device, lane, n, scope, kind, row HAVING count(*) > 1"
)


def _now_ms() -> int:
    return time.time_ns() // 1_000_000


@dataclass
class Office:
    """One laptop with one clerk."""

    replica: Replica
    clock: FakeClock
    number: int

    @property
    def author(self) -> int:
        """The account of its clerk."""
        return self.replica.identity.accounts[self.number - 1].id

    def stick(self) -> Stick:
        """The files of this laptop."""
        return Stick(self.replica, _key(self.number), self.hooks())

    def hooks(self) -> Hooks:
        """What an exchange of this laptop needs."""
        return _hooks(self.number)

    def desk_waits(self) -> bool:
        """True while an operation of the desk has no verdict."""
        outbox = self.replica.tables.outbox
        with self.replica.database.read() as connection:
            waiting = select(outbox.c.n).where(outbox.c.lane == int(Lane.DESK), outbox.c.state != State.DECIDED.value)
            return connection.execute(waiting.limit(1)).first() is not None

    def record(self, operations: Sequence[Operation], lane: Lane = Lane.DESK) -> None:
        """Save a clerk's work, some hundreds a day, each save in a transaction of its own as she would."""
        for number, operation in enumerate(operations, 1):
            self.replica.record([operation], author=self.author, lane=lane)
            if number % _PER_DAY == 0:
                self.clock.ms += DAY_MS


@dataclass(frozen=True, slots=True)
class Cost:
    """What one press of Sync cost. Processor times are of this thread and of the centre's process."""

    up: int
    down: int
    heads: int
    requests: int
    seconds: float
    encode_ms: float
    apply_ms: float
    cpu_ms: float
    centre_ms: float

    @property
    def bytes(self) -> int:
        """Both directions, HTTP headers included."""
        return self.up + self.down

    @property
    def payload(self) -> int:
        """The bytes without HTTP headers."""
        return self.bytes - self.heads


class Watched:
    """A carrier that notes when the first frame is sent and when the first answer is here."""

    def __init__(self, carrier: Exchange) -> None:
        self._carrier = carrier
        self.sent_at = self.answered_at = 0.0

    def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        """As the carrier does."""
        self.sent_at = self.sent_at or time.thread_time()
        for frame in self._carrier.exchange(frames, traffic):
            self.answered_at = self.answered_at or time.thread_time()
            yield frame


class Rig:
    """A copy of the base, with the centre serving."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self._offices: list[Office] = []
        self._process = self._serve()

    def _command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "sync.server", "--database", f"sqlite:///{self._folder / 'centre.db'}", *words]

    def _serve(self) -> subprocess.Popen[bytes]:
        with (self._folder / "centre.log").open("ab") as log:
            command = self._command("serve", "--port", str(self.port))
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self._wait()
        return process

    def back_up(self) -> bytes:
        """The centre's database as it is now."""
        database = open_centre(f"sqlite:///{self._folder / 'centre.db'}")
        database.copy_to(self._folder / "backup.db")
        database.close()
        return (self._folder / "backup.db").read_bytes()

    def restore(self, backup: bytes) -> None:
        """Put an earlier database in the centre's place, as its operators would, and serve a new history."""
        self._stop()
        for suffix in ("-wal", "-shm"):
            (self._folder / f"centre.db{suffix}").unlink(missing_ok=True)
        (self._folder / "centre.db").write_bytes(backup)
        subprocess.run(self._command("new-epoch"), check=True, stdout=subprocess.DEVNULL)
        self._process = self._serve()

    def decided(self) -> set[tuple[int, int, int]]:
        """The operations that the centre holds decided, as device, lane and n."""
        return {(one.device, one.lane, one.n) for one in self._ask(_DECIDED)}

    def doubled(self) -> int:
        """Rows that one operation changed more than once at the centre."""
        return len(self._ask(_TWICE))

    def _ask(self, statement: str) -> Sequence[Row[Any]]:
        database = open_centre(f"sqlite:///{self._folder / 'centre.db'}")
        with database.read() as connection:
            found = connection.exec_driver_sql(statement).all()
        database.close()
        return found

    def office(self, number: int) -> Office:
        """Open an office's file, by number from 1."""
        clock = FakeClock(_now_ms())
        office = Office(Replica(open_office(_path(self._folder, number), _data_key(number)), clock), clock, number)
        self._offices.append(office)
        return office

    def sync_cut(self, office: Office, cuts: Sequence[int]) -> int:
        """Sync over a line that breaks after these bytes, again until it is done; gives the bytes on the line."""
        with Line("127.0.0.1", self.port, cuts=cuts) as line:
            while True:
                http = HttpExchange(line.address)
                try:
                    Engine(office.replica, http, office.hooks()).run()
                except Unreachable:
                    continue
                finally:
                    http.close()
                return line.bytes

    def sync(self, office: Office, speed: Speed | None = None) -> Cost:
        """Press Sync on a cold connection, over a line of this speed; gives what it cost.

        Garbage is held as in the app, whose threads never collect it.
        """
        with Line("127.0.0.1", self.port, speed) as line, _held():
            http = HttpExchange(line.address)
            watched = Watched(http)
            centre, began, started = self._centre_ms(), time.monotonic(), time.thread_time()
            try:
                progress = Engine(office.replica, watched, office.hooks()).run()
            finally:
                http.close()
            ended = time.thread_time()
            seconds = time.monotonic() - began
        return Cost(
            up=line.up.bytes,
            down=line.down.bytes,
            heads=(line.up.head + line.down.head) * progress.requests,
            requests=progress.requests,
            seconds=seconds,
            encode_ms=(watched.sent_at - started) * 1000,
            apply_ms=(ended - watched.answered_at) * 1000,
            cpu_ms=(ended - started) * 1000,
            centre_ms=self._centre_ms() - centre,
        )

    def carried(self, request: Path, replies: Path) -> Path:
        """The operator's command on a request file; gives the reply file."""
        subprocess.run(self._command("bundle", str(request), "--out", str(replies)), check=True, capture_output=True)
        return replies / (request.name + REPLY)

    def keep(self, folder: Path) -> None:
        """Stop, and keep all as it stands now for `rig_like`."""
        self.close()
        shutil.copytree(self._folder, folder)

    def close(self) -> None:
        """Stop the centre and close the files."""
        while self._offices:
            self._offices.pop().replica.close()
        self._stop()

    def _stop(self) -> None:
        self._process.terminate()
        self._process.wait(timeout=_START_S)

    def _centre_ms(self) -> float:
        """Processor time of the centre so far, in milliseconds; 0 where the system has no /proc."""
        stat = Path(f"/proc/{self._process.pid}/stat")
        if not stat.exists():
            return 0.0
        user, system = stat.read_text("ascii").rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) * 1000 / os.sysconf("SC_CLK_TCK")

    def _wait(self) -> None:
        pause = threading.Event()
        for _ in range(int(_START_S / _PAUSE_S)):
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                    return
            except OSError:
                pause.wait(_PAUSE_S)
        raise TimeoutError(f"the centre did not start: {(self._folder / 'centre.log').read_text('utf-8')}")


@contextmanager
def _held() -> Iterator[None]:
    hold()
    try:
        yield
    finally:
        release()


@contextmanager
def rig(run_folder: Path, workload: Workload, name: str, copied: int = COPIED) -> Iterator[Rig]:
    """A centre and offices that hold the workload's rows, as new; the first `copied` have their first copy."""
    base = run_folder / "exchange"
    if not (base / "ready").exists():
        _build(base, workload, copied)
    with rig_like(base, run_folder / name) as made:
        yield made


@contextmanager
def rig_like(base: Path, folder: Path) -> Iterator[Rig]:
    """A centre and offices as they stand in `base`, in a folder of their own that is removed afterwards."""
    shutil.copytree(base, folder)
    made = Rig(folder)
    try:
        yield made
    finally:
        made.close()
        shutil.rmtree(folder)


def _build(base: Path, workload: Workload, copied: int) -> None:
    base.mkdir(parents=True)
    keys = CentreKeys(base / "centre.db.keys")  # where `massar-centre` looks for them
    centre = Centre(open_centre(f"sqlite:///{base / 'centre.db'}"), _now_ms, keys=keys)
    centre.migrate()
    with centre.database.write() as connection:
        accounts = Accounts(connection, centre.tables)
        accounts.create_province(PLACE, "إقليم", "Province", practice=True)
        people = [
            accounts.create_account(PLACE, f"موظفة {n}", f"Agent {n}", role="clerk", confidential=True)
            for n in range(1, OFFICES + 1)
        ]
    publish(centre.database, centre.tables, code_rows(RESOURCES), day=TODAY)
    publish(centre.database, centre.tables, workload.rows, day=TODAY)
    for number, person in enumerate(people, 1):
        replica = _enrolled(base, centre, number, person)
        if number <= copied:
            Engine(replica, DirectLine(centre), _hooks(number)).run()
        replica.close()
    centre.database.close()
    (base / "ready").touch()


def _enrolled(base: Path, centre: Centre, number: int, person: int) -> Replica:
    with centre.database.write() as connection:
        code = Accounts(connection, centre.tables).issue_ticket(PLACE, person, _now_ms())
    answer = centre.enrol(EnrolRequest(code, _key(number).public, PROTOCOL))
    replica = Replica(open_office(_path(base, number), _data_key(number)), FakeClock(_now_ms()))
    replica.adopt(
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
    return replica


def _hooks(number: int) -> Hooks:
    return Hooks(lambda: secrets.token_bytes(16), _key(number).sign, beside=beside)


def _path(folder: Path, number: int) -> Path:
    return folder / f"office{number}.db"


def _data_key(number: int) -> bytes:
    return bytes([number]) * 32


def _key(number: int) -> SigningKey:
    return SigningKey(bytes([number]) * 32)
