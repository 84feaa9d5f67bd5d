"""One process per office folder: the operating system holds the lock and frees it when the process dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

LOCK_FILE = "lock"
_LOCKED_BYTE = 1 << 30
"""Windows forbids reading a locked byte, so the lock lies far behind the process number that is written in the file."""


class AlreadyOpen(Exception):
    """Another process has this office open; `process` is its number where it is known."""

    code = "office_already_open"

    def __init__(self, process: int | None) -> None:
        super().__init__(f"{self.code} {process}")
        self.process = process


class OfficeLock:
    """The lock of one office folder; also a context manager. Take it before the office's file is opened."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK_FILE
        self._handle: int | None = None

    def acquire(self) -> None:
        """Take the lock or raise AlreadyOpen at once; the folder is made when it is not there. Raises OSError."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        if not _locked(handle):
            process = _process(handle)
            os.close(handle)
            raise AlreadyOpen(process)
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, b"%d\n" % os.getpid())
        self._handle = handle

    def release(self) -> None:
        """Give the lock back. The file stays: removing it would let two processes lock two files of one name."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> Self:
        """Take the lock or raise AlreadyOpen."""
        self.acquire()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Give the lock back."""
        self.release()


def _locked(handle: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _process(handle: int) -> int | None:
    os.lseek(handle, 0, os.SEEK_SET)
    written = os.read(handle, 20).strip()
    return int(written) if written.isdigit() else None
