"""The mirror: the centre's rows of the dossiers that pending operations touch (sync.md 2)."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from sqlalchemy import Connection, delete, select

from sync.domain import catalog
from sync.domain.canonical import NotCanonical
from sync.domain.record import Row
from sync.storage import rows as stored
from sync.storage.ledger import OfficeTables
from sync.storage.tables import decode_row, encode_row

Key = tuple[str, int]
"""The kind and the id of a row."""
_IN = 400


class Mirror:
    """The mirror's table on one connection."""

    def __init__(self, connection: Connection, tables: OfficeTables) -> None:
        self._connection = connection
        self._table = tables.mirror

    def rows(self, dossiers: Iterable[int]) -> dict[Key, Row]:
        """The rows of some dossiers."""
        t = self._table
        wanted = sorted(set(dossiers))
        found: dict[Key, Row] = {}
        for start in range(0, len(wanted), _IN):
            query = select(t).where(t.c.dossier.in_(wanted[start : start + _IN]))
            for one in self._connection.execute(query):
                with suppress(NotCanonical):  # damaged: left out, until the end of an exchange finds and mends it
                    kind = stored.kind_numbered(one.kind).name
                    found[(kind, one.id)] = decode_row(kind, one.id, one.dossier, one.scope, bytes(one.fields))
        return found

    def write(self, rows: Iterable[Row]) -> None:
        """Put rows in, over what was there of them."""
        columns = [
            {
                "kind": catalog.BY_NAME[row.kind].number,
                "id": row.id,
                "dossier": row.dossier,
                "scope": row.scope,
                "fields": encode_row(row),
            }
            for row in rows
        ]
        stored.upsert(self._connection, self._table, columns)

    def remove(self, keys: Iterable[Key]) -> None:
        """Take rows out."""
        for kind, row in sorted(keys):
            number = catalog.BY_NAME[kind].number
            self._connection.execute(delete(self._table).where(self._table.c.kind == number, self._table.c.id == row))
