"""Numbered steps that bring a database to today's tables; forward only, each in the caller's transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, MetaData, Table

from sync.storage import search_index
from sync.storage.errors import TooNew
from sync.storage.ledger import centre_tables, office_tables
from sync.storage.rows import get_meta, set_meta

Step = Callable[[Connection], None]
_VERSION = "database_version"


def _office_1(connection: Connection) -> None:
    office_tables().records.metadata.create_all(connection)
    search_index.create(connection)


def _centre_1(connection: Connection) -> None:
    centre_tables().records.metadata.create_all(connection)


OFFICE_STEPS: Sequence[Step] = (_office_1,)
CENTRE_STEPS: Sequence[Step] = (_centre_1,)


def migrate_office(connection: Connection) -> int:
    """Bring an office's file to today's tables; gives the version. Raises TooNew."""
    return _migrate(connection, OFFICE_STEPS, office_tables().records.metadata, office_tables().meta)


def migrate_centre(connection: Connection) -> int:
    """Bring the centre's database to today's tables; gives the version. Raises TooNew."""
    return _migrate(connection, CENTRE_STEPS, centre_tables().records.metadata, centre_tables().meta)


def _migrate(connection: Connection, steps: Sequence[Step], metadata: MetaData, meta: Table) -> int:
    exists = connection.dialect.has_table(connection, meta.name)
    version = int(get_meta(connection, meta, _VERSION) or 0) if exists else 0
    if version > len(steps):
        raise TooNew(f"version {version}, known up to {len(steps)}")
    for step in steps[version:]:
        step(connection)
    if version < len(steps):
        set_meta(connection, meta, _VERSION, str(len(steps)))
    return len(steps)
