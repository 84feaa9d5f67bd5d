"""The only way to a connection: `read()` and `write()`, on an encrypted office file, SQLite or PostgreSQL.

Two engines on one SQLite file: readers in a pool, one writer with BEGIN IMMEDIATE, because that statement on a shared
engine would make every read wait for the writer (design.md 7). Drivers' errors are translated here and nowhere else.
"""

from __future__ import annotations

import select
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.pool import QueuePool

from sync.storage.errors import Damaged, DatabaseLocked, DiskFull, ReadOnly, StorageError, Unavailable
from sync.storage.prepared import FROM_HEX
from sync.storage.within import Within, enter

READERS = 4
WRITER_CACHE_KB = 2_000
LEAST_CACHE_KB, MOST_CACHE_KB, CACHED_PART = 2_000, 32_000, 16
"""Pages that each reader keeps: a part of the file, and at most so much. The system's own cache holds the rest."""
BUSY_MS = 10_000
KEY_BYTES = 32
POOL = 8
"""Connections of one process to PostgreSQL."""
REST_S = 5.0
_RESTED = "massar_rested"
KEY_OPTION = "massar_identity_key"
"""The execution option by which a connection of the centre knows the key of the table of identities."""


class Database:
    """A database with its two doors. Close it when done: `close()` ends all connections."""

    def __init__(self, reader: Engine, writer: Engine) -> None:
        self._reader = reader
        self._writer = writer
        self.written = 0
        """How many transactions of this process wrote; what was read at the same number is as it was."""

    @property
    def is_sqlite(self) -> bool:
        """True on a SQLite file."""
        return self._writer.dialect.name == "sqlite"

    @property
    def engines(self) -> tuple[Engine, Engine]:
        """Reader and writer, for tests that watch statements."""
        return self._reader, self._writer

    @contextmanager
    def read(self, within: Within | None = None) -> Iterator[Connection]:
        """A read-only transaction; raises StorageError. `within`: it is a laptop's, and sees no more than that."""
        with _translated(), self._reader.connect() as connection, connection.begin():
            if within is not None:
                enter(connection, within)
            yield connection

    @contextmanager
    def write(self, within: Within | None = None) -> Iterator[Connection]:
        """The write transaction: all of it or nothing; raises StorageError. `within` as for `read`."""
        try:
            with _translated(), self._writer.begin() as connection:
                if within is not None:
                    enter(connection, within)
                yield connection
        finally:
            self.written += 1

    def copy_to(self, path: Path) -> None:
        """Write a whole copy of a SQLite file, encrypted with the same key; raises StorageError."""
        with _translated():
            connection = self._writer.raw_connection()
            try:
                connection.cursor().execute("VACUUM INTO ?", (str(path),))
            finally:
                connection.close()

    def fold_log(self) -> None:
        """Take a SQLite file's write-ahead log into the file and empty it, so that nothing deleted stands in it; where
        somebody still reads, that is done later. Raises StorageError."""
        with _translated():
            connection = self._writer.raw_connection()
            try:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                connection.close()

    @property
    def path(self) -> Path | None:
        """The file of a SQLite database, None on another one."""
        if not self.is_sqlite:
            return None
        with self.read() as connection:
            return Path(connection.exec_driver_sql("PRAGMA database_list").one()[2])

    def close(self) -> None:
        """End all connections; the last one of a SQLite file folds the write-ahead log back."""
        self._reader.dispose()
        self._writer.dispose()


def open_office(path: Path, key: bytes) -> Database:
    """Open or create an office's encrypted file with its 32-byte data key; raises StorageError, Damaged on a wrong key.

    Plain SQLite ignores a key silently, so the driver is named here and a test reads the file's first bytes.
    """
    if len(key) != KEY_BYTES:
        raise ValueError("the data key has 32 bytes")
    import sqlcipher3.dbapi2 as sqlcipher

    def connect(*, reader: bool) -> Any:
        connection = sqlcipher.connect(str(path), check_same_thread=False, timeout=BUSY_MS / 1000)
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master")  # a wrong key fails here
        return _prepared(connection, reader=reader)

    return _sqlite(sqlcipher, connect)


def open_centre(url: str, identity_key: bytes = b"") -> Database:
    """Open the centre's database: `sqlite:///path` (the embedded default) or `postgresql+psycopg://...`.

    `identity_key` is the secret of the table of identities (storage/identity.py): it stands in no database.
    """
    options = {KEY_OPTION: identity_key}
    if url.startswith("sqlite:///"):
        import sqlite3  # noqa: TID251  # the centre's embedded default is not encrypted; an office never loads it

        path = url.removeprefix("sqlite:///")

        def connect(*, reader: bool) -> Any:
            connection = sqlite3.connect(path, check_same_thread=False, timeout=BUSY_MS / 1000)
            return _prepared(connection, reader=reader)

        return _sqlite(sqlite3, connect, options)
    engine = create_engine(url, pool_size=POOL, max_overflow=0, execution_options=options)
    event.listen(engine, "connect", _plans_once)
    event.listen(engine, "checkin", _rested)
    event.listen(engine, "checkout", _still_there)
    reader = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return Database(reader, engine)


def _plans_once(connection: Any, _: object) -> None:
    """Statements that the server keeps (prepared.py) are planned once a connection: each finds its rows by one index,
    however many are asked for. Planned anew for each list of values, they cost a tenth of what they find."""
    connection.execute("SET plan_cache_mode = force_generic_plan")
    connection.commit()


def _rested(_: Any, record: Any) -> None:
    record.info[_RESTED] = time.monotonic()


def _still_there(connection: Any, record: Any, _: object) -> None:
    """Ask a pooled connection whether it lives, where that is in doubt; one that does not is replaced by a new one.

    In doubt: it has rested, or something came in that nobody asked for, as when the server ended. One in steady use
    is not asked at each transaction.
    """
    rested = time.monotonic() - record.info.get(_RESTED, 0.0) > REST_S
    if not rested and not select.select([connection], [], [], 0)[0]:
        return
    import psycopg  # an office never needs it

    try:
        connection.execute("SELECT 1")
        connection.rollback()
    except psycopg.OperationalError as gone:
        raise DisconnectionError(str(gone)) from gone


def _prepared(connection: Any, *, reader: bool) -> Any:
    connection.isolation_level = None
    connection.create_function(FROM_HEX, 1, bytes.fromhex, deterministic=True)
    cache = _reader_cache_kb(connection) if reader else WRITER_CACHE_KB
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"cache_size=-{cache}"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    if reader:
        connection.execute("PRAGMA query_only=ON")
    return connection


def _reader_cache_kb(connection: Any) -> int:
    told = [connection.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size")]
    pages, size = (int(value) for (value,) in told)  # SQLCipher tells the size as text
    return int(min(max(pages * size // 1000 // CACHED_PART, LEAST_CACHE_KB), MOST_CACHE_KB))


def _sqlite(module: Any, connect: Callable[..., Any], options: Mapping[str, object] | None = None) -> Database:
    reader = create_engine(
        "sqlite://",
        module=module,
        creator=lambda: connect(reader=True),
        poolclass=QueuePool,
        pool_size=READERS,
        pool_use_lifo=True,  # each connection has its own cache: keep one warm
        max_overflow=0,
        execution_options=options or {},
    )
    writer = create_engine(
        "sqlite://",
        module=module,
        creator=lambda: connect(reader=False),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=120,
        execution_options=options or {},
    )
    event.listen(reader, "begin", lambda c: c.exec_driver_sql("BEGIN"))
    event.listen(writer, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE"))
    with _translated(), writer.connect():
        pass  # the file exists and the key is right, or we know it now
    return Database(reader, writer)


_BY_WORDS: tuple[tuple[str, type[StorageError]], ...] = (
    ("disk is full", DiskFull),
    ("no space left", DiskFull),
    ("disk i/o error", DiskFull),
    ("database is locked", DatabaseLocked),
    ("deadlock detected", DatabaseLocked),
    ("could not serialize", DatabaseLocked),
    ("readonly database", ReadOnly),
    ("read-only transaction", ReadOnly),
    ("unable to open database", ReadOnly),
    ("not a database", Damaged),
    ("malformed", Damaged),
    ("hmac check failed", Damaged),
    ("connection", Unavailable),
    ("server closed", Unavailable),
    ("shutting down", Unavailable),
)


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except NoConnection as wrong:
        raise DatabaseLocked("all connections are in use") from wrong
    except DBAPIError as wrong:
        raise _storage_error(wrong) or wrong from wrong
    except Exception as wrong:
        # Drivers raise their own errors outside SQLAlchemy: while an encrypted file is opened, and from prepared.py.
        if type(wrong).__module__.split(".")[0] not in ("sqlite3", "sqlcipher3", "psycopg"):
            raise
        raise _storage_error(wrong) or wrong from wrong


def _storage_error(wrong: Exception) -> StorageError | None:
    words = str(getattr(wrong, "orig", wrong)).lower()
    for part, family in _BY_WORDS:
        if part in words:
            return family(words)
    return None
