"""A database file that can stop at any statement, run full, and come back as a killed process would leave it."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.pool import QueuePool

from sync.client.clock import Clock
from sync.client.replica import Replica
from sync.server.history import Fence
from sync.server.keys import CentreKeys
from sync.server.service import Centre
from sync.storage.database import Database, open_centre, open_office

KEY = bytes(range(32))
_WRITES = ("INSERT", "UPDATE", "DELETE")
_SIDE_FILES = ("-wal", "-shm")
Files = dict[str, bytes]
"""The bytes of a database file and of its write-ahead log, by suffix."""


class Killed(BaseException):
    """The process was killed at a statement; nothing after it ran. Nobody may catch it but the world."""


class Trouble(StrEnum):
    """What a disk did to its process."""

    KILLED_BEFORE = "killed in a transaction that was not committed"
    KILLED_AFTER = "killed with all that it wrote committed"
    FULL = "full"


class Disk:
    """One database and the file it stands on. `start` begins a new life of it from a template."""

    def __init__(self, path: Path, database: Database) -> None:
        self.database = database
        self._path = path
        self._kill_in: int | None = None
        self._kill_committed = False
        self._full_in: int | None = None
        self._left: Files | None = None
        self.steps = 0
        """Statements and the two sides of commits until now: the points at which it may be killed."""
        self.writes = 0
        """Statements that write until now: the points at which it may be full."""
        self.told: Callable[[Trouble], None] = lambda _: None
        """Hears of each trouble as it strikes."""
        self.watched = False
        """True while the oracle reads: nothing happens to it."""
        reader, writer = database.engines
        for engine in (reader, writer):
            event.listen(engine, "before_cursor_execute", self._statement)
        event.listen(writer, "commit", self._commit)

    def kill_in(self, statements: int) -> None:
        """Kill the process at that many statements from now; commits count before and after."""
        self._kill_in = statements

    def kill_after_commit(self) -> None:
        """Kill the process as soon as it has committed something."""
        self._kill_committed = True

    def full_in(self, writes: int) -> None:
        """Refuse every write after that many from now, until `calm`."""
        self._full_in = writes

    def calm(self) -> None:
        """Nothing is in store any more."""
        self._kill_in = self._full_in = None
        self._kill_committed = False

    @contextmanager
    def unwatched(self) -> Iterator[Database]:
        """What is done meanwhile is not the product's doing: nothing strikes it."""
        self.watched = True
        try:
            yield self.database
        finally:
            self.watched = False

    def die(self) -> None:
        """Kill the process now, between two transactions."""
        self._kill(Trouble.KILLED_AFTER)

    @property
    def was_killed(self) -> bool:
        """True from a kill until `restart`."""
        return self._left is not None

    def snapshot(self) -> Files:
        """The file and its log as they stand, which is what a killed process leaves."""
        found = {suffix: Path(f"{self._path}{suffix}") for suffix in ("", _SIDE_FILES[0])}
        return {suffix: path.read_bytes() for suffix, path in found.items() if path.exists()}

    def load(self, files: Files) -> None:
        """Close and go on from these files."""
        self.calm()
        busy = [engine.pool.checkedout() for engine in self.database.engines if isinstance(engine.pool, QueuePool)]
        assert not any(busy), "a connection outlived its transaction"
        self.database.close()
        for suffix in _SIDE_FILES:
            Path(f"{self._path}{suffix}").unlink(missing_ok=True)
        for suffix, content in files.items():
            Path(f"{self._path}{suffix}").write_bytes(content)

    def restart(self) -> None:
        """Go on from what the kill left."""
        assert self._left is not None, "nothing was killed"
        files, self._left = self._left, None
        self.load(files)

    def _statement(self, *arguments: Any) -> None:
        if self.watched:
            return
        writes = arguments[0].engine is self.database.engines[1]
        self._step(Trouble.KILLED_BEFORE if writes else Trouble.KILLED_AFTER)
        if str(arguments[2]).lstrip()[:6].upper() in _WRITES:
            self.writes += 1
            if self._full_in is not None:
                self._full_in -= 1
                self._refuse()

    def _commit(self, connection: Connection) -> None:
        if self.watched:
            return
        self._step(Trouble.KILLED_BEFORE)
        self._refuse()
        if self._kill_in == 1 or self._kill_committed:
            raw = connection.connection.dbapi_connection
            assert raw is not None
            raw.commit()
        if self._kill_committed:
            self._kill(Trouble.KILLED_AFTER)
        self._step(Trouble.KILLED_AFTER)

    def _step(self, trouble: Trouble) -> None:
        self.steps += 1
        if self._kill_in is None:
            return
        self._kill_in -= 1
        if self._kill_in <= 0:
            self._kill(trouble)

    def _kill(self, trouble: Trouble) -> None:
        self._kill_in, self._kill_committed = None, False
        self._left = self.snapshot()
        self.told(trouble)
        raise Killed

    def _refuse(self) -> None:
        if self._full_in is not None and self._full_in <= 0:
            self.told(Trouble.FULL)
            driver: Any = self.database.engines[1].dialect.dbapi
            raise driver.OperationalError("database or disk is full")


class Disks:
    """The files of one process, used again by seed after seed: statements stay compiled."""

    def __init__(self) -> None:
        memory = Path("/dev/shm")  # files of a run are thrown away; memory is many times faster
        self.folder = Path(tempfile.mkdtemp(prefix="massar-simulation-", dir=memory if memory.is_dir() else None))
        self._offices: list[Disk] = []
        self._centre: Disk | None = None
        self._office_template: Files = {}
        self._centre_template: Files = {}
        self.keys = CentreKeys(self.folder / "keys")
        """The centre's secret: like its certificate, it is not in its database."""
        weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)

    def office(self, number: int) -> Disk:
        """The file of the office of that number (from 0), blank."""
        while len(self._offices) <= number:
            path = self.folder / f"office{len(self._offices)}.db"
            disk = Disk(path, open_office(path, KEY))
            if not self._office_template:
                self._office_template = _made(disk, lambda made: Replica(made, _NoClock()))
            self._offices.append(disk)
        self._offices[number].load(self._office_template)
        return self._offices[number]

    def centre(self) -> Disk:
        """The centre's file, blank."""
        if self._centre is None:
            path = self.folder / "centre.db"
            self._centre = Disk(path, open_centre(f"sqlite:///{path}"))
            self._centre_template = _made(self._centre, lambda made: Centre(made, _NoClock().now_ms).migrate())
        self._centre.load(self._centre_template)
        return self._centre

    def fence(self) -> Fence:
        """A fence that remembers nothing yet."""
        path = self.folder / "fence.json"
        for kept in self.folder.glob(f"{path.name}*"):
            kept.unlink()
        for kept in self.folder.glob("*.epoch*"):
            kept.unlink()
        return Fence(path)

    def close(self) -> None:
        """End all connections."""
        for disk in [*self._offices, *([self._centre] if self._centre else [])]:
            disk.database.close()


def _made(disk: Disk, prepare: Callable[[Database], object]) -> Files:
    prepare(disk.database)
    disk.database.close()
    return disk.snapshot()


class _NoClock(Clock):
    def now_ms(self) -> int:
        """No time has passed."""
        return 0
