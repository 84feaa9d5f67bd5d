"""Rows of kinds that only newer versions know: kept byte for byte, counted in the sums, shown by nobody (sync.md 3.8).

A centre and its neighbours may be newer than this office. What it cannot read yet is at rest here, so that it goes on
exchanging; once it is updated, the rows move to their tables (storage/growth.py) and nothing is fetched again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection, delete, select

from sync.domain import canonical, catalog
from sync.domain.operation import GONE_FIELDS, Move, moved_fields
from sync.protocol.messages import Page, WireChange, WireRow
from sync.storage.ledger import OfficeTables
from sync.storage.rows import insert_all, upsert


def is_known(one: WireChange | WireRow) -> bool:
    """Whether this version can read a row or a change; own changes, told by number, it can."""
    return not one.kind or one.kind in catalog.BY_NUMBER


class UnreadRows:
    """The rows that cannot be read yet, on one connection."""

    def __init__(self, connection: Connection, tables: OfficeTables) -> None:
        self._connection = connection
        self._tables = tables

    def change(self, page: Page, after: int, chains: Mapping[int, bytes]) -> None:
        """Apply those changes of a page that this version cannot read, and keep them in the history as they are.

        `chains` are those of the history after each change, where they are known.
        """
        history = []
        for one in page.changes:
            if one.seq > after and one.fields == GONE_FIELDS:
                self._leave(page.scope, one.dossier)
            elif one.seq > after and not is_known(one):
                self._put(page.scope, [(one.kind, one.row, one.dossier, self._changed(one))])
                history.append(_history(page.scope, one) | {"chain": chains.get(one.seq)})
        insert_all(self._connection, self._tables.change, history)

    def _changed(self, one: WireChange) -> bytes:
        """The fields of a row after a change."""
        t = self._tables.unread
        move, fields = moved_fields(one.fields)
        query = select(t.c.fields).where(t.c.kind == one.kind, t.c.id == one.row)
        old = None if move is Move.CAME else self._connection.execute(query).scalar_one_or_none()
        return canonical.without_empties(canonical.join_unknown(bytes(old or b""), fields))

    def _leave(self, scope: int, dossier: int) -> None:
        """A dossier left a scope, with the rows that could never be read."""
        t = self._tables.unread
        self._connection.execute(delete(t).where(t.c.scope == scope, t.c.dossier == dossier))

    def lay(self, scope: int, rows: Iterable[WireRow]) -> None:
        """Keep whole rows that this version cannot read."""
        self._put(scope, [(one.kind, one.row, one.dossier, one.fields) for one in rows if not is_known(one)])

    def forget(self, kind: int, rows: Collection[int]) -> None:
        """The centre has these rows no more."""
        t = self._tables.unread
        for row in sorted(rows):
            self._connection.execute(delete(t).where(t.c.kind == kind, t.c.id == row))

    def _put(self, scope: int, rows: Sequence[tuple[int, int, int, bytes]]) -> None:
        columns = [
            {"kind": kind, "id": row, "dossier": dossier, "scope": scope, "fields": fields}
            for kind, row, dossier, fields in rows
        ]
        upsert(self._connection, self._tables.unread, columns)


def _history(scope: int, one: WireChange) -> dict[str, object]:
    return {
        "scope": scope,
        "seq": one.seq,
        "kind": one.kind,
        "row": one.row,
        "dossier": one.dossier,
        "device": one.device,
        "lane": one.lane,
        "n": one.n,
        "author": one.author,
        "day": one.day,
        "fields": one.fields,
        "before": b"",
    }
