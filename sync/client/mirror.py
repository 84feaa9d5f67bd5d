"""The mirror: the centre's rows of the dossiers that pending operations touch (sync.md 2)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
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
    """The mirror's table on one connection, during one transaction: nobody else writes to it meanwhile.

    A dossier is read once. What is put in waits for `flush`: most of what a page brings for own operations leaves the
    mirror again in the same transaction, and need not be written first.
    """

    def __init__(self, connection: Connection, tables: OfficeTables) -> None:
        self._connection = connection
        self._table = tables.mirror
        self._read: dict[int, dict[Key, Row]] = {}
        self._under: dict[Key, int] = {}
        self._waiting: dict[Key, Row] = {}

    def rows(self, dossiers: Iterable[int]) -> dict[Key, Row]:
        """The rows of some dossiers."""
        wanted = sorted(set(dossiers))
        missing = [dossier for dossier in wanted if dossier not in self._read]
        if missing:
            self.flush()  # a row may have waited that stands under another dossier in the table
            self._read_whole(missing)
        return {key: row for dossier in wanted for key, row in self._read[dossier].items()}

    def _read_whole(self, dossiers: list[int]) -> None:
        t = self._table
        self._read |= {dossier: {} for dossier in dossiers}
        for start in range(0, len(dossiers), _IN):
            query = select(t).where(t.c.dossier.in_(dossiers[start : start + _IN]))
            for one in self._connection.execute(query):
                with suppress(NotCanonical):  # damaged: left out, until the end of an exchange finds and mends it
                    kind = stored.kind_numbered(one.kind).name
                    row = decode_row(kind, one.id, one.dossier, one.scope, bytes(one.fields))
                    self._keep((kind, one.id), row)

    def write(self, rows: Iterable[Row]) -> None:
        """Put rows in, over what was there of them."""
        for row in rows:
            key = (row.kind, row.id)
            known = self._read.get(row.dossier)
            if known is None or known.get(key) != row:
                self._forget([key])
                self._waiting[key] = row
                if known is not None:
                    self._keep(key, row)

    def remove(self, keys: Iterable[Key]) -> None:
        """Take rows out."""
        gone = sorted(keys)
        self._forget(gone)
        for kind, row in gone:
            number = catalog.BY_NAME[kind].number
            self._connection.execute(delete(self._table).where(self._table.c.kind == number, self._table.c.id == row))

    def leave(self, dossiers: Collection[int]) -> None:
        """Take all rows of some dossiers out."""
        wanted = sorted(dossiers)
        for start in range(0, len(wanted), _IN):
            some = wanted[start : start + _IN]
            self._connection.execute(delete(self._table).where(self._table.c.dossier.in_(some)))
        gone = set(wanted)
        waiting = [key for key, row in self._waiting.items() if row.dossier in gone]
        self._forget([*waiting, *(key for dossier in wanted for key in self._read.get(dossier, ()))])
        self._read |= {dossier: {} for dossier in wanted}

    def _forget(self, keys: Iterable[Key]) -> None:
        """Nothing is known or waits under these keys any more."""
        for key in keys:
            self._waiting.pop(key, None)
            dossier = self._under.pop(key, None)
            if dossier is not None:
                del self._read[dossier][key]

    def _keep(self, key: Key, row: Row) -> None:
        self._read[row.dossier][key] = row
        self._under[key] = row.dossier

    def flush(self) -> None:
        """Write what waits."""
        columns = [
            {
                "kind": catalog.BY_NAME[row.kind].number,
                "id": row.id,
                "dossier": row.dossier,
                "scope": row.scope,
                "fields": encode_row(row),
            }
            for row in self._waiting.values()
        ]
        stored.upsert(self._connection, self._table, columns)
        self._waiting = {}
