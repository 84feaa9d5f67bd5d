"""Wrong tries, counted for each thing and each asker: whoever guesses shuts out herself, and nobody else.

A count by thing alone would let a stranger wear out the code of an office, or the sign-in of an administrator, by
being wrong in her name. So the asker's own count comes first, and the thing's count over all askers stands far above
it: it bounds what many askers together can guess (sync.md 3.10).
"""

from __future__ import annotations

from hashlib import blake2b

from sqlalchemy import ColumnElement, Connection, and_, delete, func, select

from sync.storage.ledger import CentreTables
from sync.storage.rows import upsert

_ASKER_BYTES = 16


class Attempts:
    """The wrong tries at one thing, on one connection."""

    def __init__(self, connection: Connection, tables: CentreTables, about: str, window_ms: int) -> None:
        """`about` names the thing; a try counts for `window_ms` after the last one of its asker."""
        self._connection = connection
        self._table = tables.directory.attempt
        self._about = about
        self._window_ms = window_ms

    def by(self, asker: bytes, now_ms: int) -> int:
        """How often this asker was wrong."""
        t = self._table
        query = select(t.c.tries).where(*self._mine(asker), t.c.last_ms > now_ms - self._window_ms)
        return int(self._connection.execute(query).scalar_one_or_none() or 0)

    def all(self, now_ms: int) -> int:
        """How often all askers together were wrong."""
        t = self._table
        query = select(func.coalesce(func.sum(t.c.tries), 0))
        still = and_(t.c.about == self._about, t.c.last_ms > now_ms - self._window_ms)
        return int(self._connection.execute(query.where(still)).scalar_one())

    def wrong(self, asker: bytes, now_ms: int) -> None:
        """Count one more; what is too old to count is forgotten."""
        tries = self.by(asker, now_ms) + 1
        t = self._table
        old = and_(t.c.about == self._about, t.c.last_ms <= now_ms - self._window_ms)
        self._connection.execute(delete(t).where(old))
        row = {"about": self._about, "asker": _short(asker), "tries": tries, "last_ms": now_ms}
        upsert(self._connection, t, [row])

    def right(self, asker: bytes) -> None:
        """This asker was right: its wrong tries are forgotten, and no one else's."""
        self._connection.execute(delete(self._table).where(*self._mine(asker)))

    def _mine(self, asker: bytes) -> tuple[ColumnElement[bool], ...]:
        return self._table.c.about == self._about, self._table.c.asker == _short(asker)


def _short(asker: bytes) -> bytes:
    """An asker is kept as a hash: her address is nobody's business here."""
    return blake2b(asker, digest_size=_ASKER_BYTES, person=b"massar asker 1").digest()
