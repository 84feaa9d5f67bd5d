"""The centre as its operators run it, a process on PostgreSQL, and what both take of the machine."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Self

_START_S, _PAUSE_S = 60.0, 0.05
_TICK_MS = 1000 / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Spent:
    """Processor time so far, in milliseconds."""

    centre_ms: float
    database_ms: float

    def __sub__(self, before: Spent) -> Spent:
        return Spent(self.centre_ms - before.centre_ms, self.database_ms - before.database_ms)

    def __add__(self, more: Spent) -> Spent:
        return Spent(self.centre_ms + more.centre_ms, self.database_ms + more.database_ms)

    @property
    def both_ms(self) -> float:
        """Of the centre and its database together."""
        return self.centre_ms + self.database_ms


class Serving:
    """`massar-centre serve` on the loopback, in so many processes, as nginx would share offices among them.

    `database` is the process id of PostgreSQL.
    """

    def __init__(self, folder: Path, url: str, database: int, processes: int = 1) -> None:
        self._folder = folder
        self._url = url
        self._database = database
        self.ports = [_free_port() for _ in range(processes)]
        self._processes: list[subprocess.Popen[bytes]] = []

    def start(self) -> Self:
        """Serve; returns once it answers."""
        environment = os.environ | {
            "MASSAR_CENTRE_DATABASE": self._url,
            "MASSAR_CENTRE_FENCE": str(self._folder / "fence"),
            "MASSAR_CENTRE_KEYS": str(self._folder / "keys"),
        }
        with (self._folder / "centre.log").open("ab") as log:
            for port in self.ports:
                command = [sys.executable, "-m", "sync.server", "serve", "--port", str(port)]
                process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment)
                self._processes.append(process)
        self._wait()
        return self

    def port(self, number: int) -> int:
        """The port of the process that serves the office of this number."""
        return self.ports[number % len(self.ports)]

    def stop(self, how: signal.Signals) -> None:
        """End the process by a signal, and wait for its end."""
        for process in self._processes:
            process.send_signal(how)
        for process in self._processes:
            process.wait(_START_S)
        self._processes = []

    def _wait(self) -> None:
        pause = threading.Event()
        waiting = list(self.ports)
        for _ in range(int(_START_S / _PAUSE_S)):
            try:
                with socket.create_connection(("127.0.0.1", waiting[0]), timeout=1):
                    waiting.pop(0)
            except OSError:
                pause.wait(_PAUSE_S)
            if not waiting:
                return
        raise TimeoutError(f"the centre did not start: {(self._folder / 'centre.log').read_text('utf-8')}")

    @property
    def _pids(self) -> list[int]:
        return [process.pid for process in self._processes]

    def spent(self) -> Spent:
        """What both processes, with all that belong to them, have spent."""
        centre = sum(_cpu_ms(pid) for pid in self._pids)
        database = _cpu_ms(self._database, ended=True) + sum(map(_cpu_ms, _children(self._database)))
        return Spent(centre, database)

    def memory_mb(self) -> float:
        """The most memory that all processes of the centre have taken together since they started, in megabytes."""
        return sum(_peak_kb(pid) for pid in self._pids) / 1000


def _children(parent: int) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = _stat(int(folder.name))
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(fields[1]) == parent:
            found.append(int(folder.name))
    return found


def _stat(pid: int) -> list[str]:
    """The fields of a process after its name (proc(5)): state, parent, ... user and system time at 11 and 12."""
    return Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()


def _cpu_ms(pid: int, *, ended: bool = False) -> float:
    """`ended`: with that of its children that have ended."""
    try:
        fields = _stat(pid)
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return sum(map(int, fields[11 : 15 if ended else 13])) * _TICK_MS


def _peak_kb(pid: int) -> int:
    for line in Path(f"/proc/{pid}/status").read_text("ascii", "replace").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    return 0


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
