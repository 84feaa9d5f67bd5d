"""An office does not let go of many rows at once without a reason that the centre has signed (sync.md 1).

Counted over the pages of one exchange, and of one reply file: people who leave a province one by one pass. Where it is
too many nothing of the page is kept, and all that came before it is; the exchange stops and a person is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from sync.client import bundle_keys
from sync.client.errors import TooManyRemoved
from sync.client.replica import Replica
from sync.client.work import Moved
from sync.domain.ids import is_academy, place_of
from sync.protocol.messages import Page, Reason
from sync.protocol.removal import is_signed

FEW_ROWS, SHARE = 100, 20
"""More rows than this, and more than one in `SHARE`, are many."""


class Removals:
    """What one exchange takes away, and the reasons that came with it."""

    def __init__(self, replica: Replica) -> None:
        self._replica = replica
        self._reasons: list[Reason] = []
        self._removed: dict[int, int] = {}

    def hear(self, reason: Reason) -> None:
        """Keep a reason, if this office's centre gave it."""
        centre = bundle_keys.load(self._replica).centre
        if centre and is_signed(reason, centre):
            self._reasons.append(reason)

    def allow(self, connection: Connection, page: Page, moved: Sequence[Moved]) -> None:
        """Look at what a page has taken away, before it is committed; raises TooManyRemoved."""
        if is_academy(place_of(page.scope)):
            return  # a dossier leaves an academy each time one is decided
        gone = sum(len(before) for before, after in moved if after is None)
        if not gone or any(self._covers(reason, page) for reason in self._reasons):
            return
        removed = self._removed.get(page.scope, 0) + gone
        if removed > FEW_ROWS and removed * SHARE > self._held(connection, page.scope) + removed:
            raise TooManyRemoved(removed)
        self._removed[page.scope] = removed

    def _covers(self, reason: Reason, page: Page) -> bool:
        return (reason.scope, reason.epoch) == (page.scope, page.epoch) and page.upto <= reason.upto

    def _held(self, connection: Connection, scope: int) -> int:
        records = self._replica.tables.records
        return sum(
            int(connection.execute(select(func.count()).select_from(t).where(t.c.scope == scope)).scalar_one())
            for t in (records.records[kind] for kind in records.filled.in_scopes(connection, [scope]))
        )
