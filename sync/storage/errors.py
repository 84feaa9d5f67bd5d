"""What can go wrong with a database, translated once from the drivers' words (design.md 9)."""

from __future__ import annotations


class StorageError(Exception):
    """A fault of the environment, not of the program; `code` is what the screen translates."""

    code = "storage_failed"


class DiskFull(StorageError):
    """No room to write: nothing of the operation was kept, nothing before it was lost."""

    code = "disk_full"


class DatabaseLocked(StorageError):
    """Another program holds the file."""

    code = "database_locked"


class ReadOnly(StorageError):
    """The file or its folder cannot be written."""

    code = "database_read_only"


class Damaged(StorageError):
    """The file is damaged or its key is wrong; it is set aside, never deleted."""

    code = "database_damaged"


class TooNew(StorageError):
    """A newer version of the program wrote this file."""

    code = "database_too_new"


class Unavailable(StorageError):
    """The database server does not answer."""

    code = "database_unavailable"
