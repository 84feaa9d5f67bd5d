"""How much memory a program holds at its most, with the processes that it starts: both are on the same laptop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from typing import Final

_PAUSE_S: Final = 0.02
_OF_THE_APP: Final = b"massar_desktop"
"""What starts a process of the app; a driver's other processes are other laptops."""


class Resident:
    """Looks at a process from outside, fifty times a second, until `stop`."""

    def __init__(self, process: int) -> None:
        self._process, self._ended = process, Event()
        self.most_kb = 0
        """The largest sum of what it and its own processes held at one moment, in kB."""
        self._thread = Thread(target=self._watch, name="resident")
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(_PAUSE_S):
            self.most_kb = max(self.most_kb, sum(map(_resident_kb, [self._process, *_children(self._process)])))


def own_peak_kb() -> int:
    """The most that this process has held so far, in kB.

    Not ru_maxrss: on Linux a program begins with that of the process that started it, a bench of 280 MB (getrusage(2)).
    """
    return _kb_of(Path("/proc/self/status"), b"VmHWM")


def _children(process: int) -> Iterator[int]:
    """The processes of the app that a process has started, whichever thread did."""
    for told in Path(f"/proc/{process}/task").glob("*/children"):
        for child in _read(told).split():
            if _OF_THE_APP in _read(Path(f"/proc/{int(child)}/cmdline")):
                yield int(child)


def _resident_kb(process: int) -> int:
    return _kb_of(Path(f"/proc/{process}/status"), b"VmRSS")


def _kb_of(status: Path, name: bytes) -> int:
    return next((int(line.split()[1]) for line in _read(status).splitlines() if line.startswith(name)), 0)


def _read(path: Path) -> bytes:
    """A file of the system, b"" where the process or its thread has ended meanwhile."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""
