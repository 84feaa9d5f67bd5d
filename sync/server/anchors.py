"""Once a day the audit is anchored: in the nation's chain, and in a file outside the database (ADR 28)."""

from __future__ import annotations

from pathlib import Path

from sync.server import audit, audit_check
from sync.server.history import Fence
from sync.server.roles import day_of
from sync.storage.database import Database
from sync.storage.ledger import CentreTables
from sync.storage.within import Within


class Anchors:
    """The anchoring of one centre."""

    def __init__(self, database: Database, tables: CentreTables) -> None:
        self._database = database
        self._tables = tables
        self._last = ""

    def is_due(self, now_ms: int) -> bool:
        """True on a day on which this process has not anchored the audit yet."""
        return day_of(now_ms) != self._last

    def anchor(self, now_ms: int, fence: Fence | None) -> bool:
        """Anchor it, once a day; gives False when that was done before. Raises StorageError, OSError."""
        with self._database.write(Within((audit.NATIONAL,))) as connection:
            line = audit.anchor(connection, self._tables, now_ms)
            chain = audit.national_chain(connection, self._tables)
        self._last = day_of(now_ms)
        if line is not None and fence is not None:
            audit_check.keep_outside(outside(fence), line.about, chain)
        return line is not None


def outside(fence: Fence) -> Path:
    """The file of anchors, beside the fence: where no one who may write to the database need be able to write."""
    return fence.beside(".anchors")
