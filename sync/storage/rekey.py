"""Changing the key of an encrypted office file, so that whoever knew the old one reads nothing written later."""

from __future__ import annotations

import contextlib
from pathlib import Path

from sync.storage.database import _translated as translated  # drivers' errors are translated in one place
from sync.storage.database import open_office
from sync.storage.errors import Damaged, DatabaseLocked


def rekey(path: Path, old: bytes, new: bytes) -> None:
    """Encrypt a closed office file under another 32-byte key; raises StorageError, DatabaseLocked when it is open.

    All pages change in one transaction of SQLite: after a power cut the file has the old key or the new one. The
    write-ahead log is left before and entered again after: SQLCipher reports false damage when rekeyed inside it.
    """
    database = open_office(path, old)
    try:
        with translated(), contextlib.closing(database.engines[1].raw_connection()) as lent:
            connection = lent.driver_connection
            if connection is None:  # SQLAlchemy's types allow it; a connection just lent has its driver's
                raise Damaged("no connection")
            if connection.execute("PRAGMA journal_mode=DELETE").fetchone()[0] != "delete":
                raise DatabaseLocked("the file is open elsewhere")
            connection.execute(f"PRAGMA rekey=\"x'{new.hex()}'\"")
            connection.execute("PRAGMA journal_mode=WAL")
    finally:
        database.close()


def opens(path: Path, key: bytes) -> bool:
    """Whether a key opens an office file; raises StorageError when that cannot be known."""
    try:
        open_office(path, key).close()
    except Damaged:
        return False
    return True
