"""Small files that survive a power cut, and files that are set aside instead of deleted.

Standard library only: the sign-in screen comes through here before anything heavy is loaded.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sync.storage.errors import DiskFull, ReadOnly

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT}) if hasattr(errno, "EDQUOT") else frozenset({errno.ENOSPC})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_BESIDE = ("", "-wal", "-shm", "-journal")


def write_durably(path: Path, content: bytes) -> None:
    """Replace a file as a whole or not at all, readable by its owner only; raises DiskFull, ReadOnly, OSError.

    The old content stays until the new one and its name have reached the disk.
    """
    fresh = path.with_name(path.name + ".new")
    with translated():
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make names just given in a folder survive a power cut; Windows does that by itself and offers no call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def set_aside(path: Path, why: str) -> Path:
    """Rename a file, with what SQLite keeps beside it, to the first free `<name>.<why>-<number>`; gives that name.

    Nothing is ever deleted: what is damaged today may be read by a better tool tomorrow.
    """
    number = 1
    while (aside := path.with_name(f"{path.name}.{why}-{number}")).exists():
        number += 1
    with translated():
        for suffix in _BESIDE:
            beside = path.with_name(path.name + suffix)
            if beside.exists():
                beside.rename(aside.with_name(aside.name + suffix))
        sync_folder(path.parent)
    return aside


@contextmanager
def translated() -> Iterator[None]:
    """Turn the operating system's words for a full or forbidden disk into the storage's own errors."""
    try:
        yield
    except OSError as wrong:
        if wrong.errno in _FULL:
            raise DiskFull(str(wrong)) from wrong
        if wrong.errno in _FORBIDDEN:
            raise ReadOnly(str(wrong)) from wrong
        raise
