"""The row ids that this device gives: two counters, one for each lane, that no row which was seen stands above."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Table

from sync.domain.ids import BULK_ROWS, COUNTER_LIMIT, Lane, device_of
from sync.storage.rows import get_meta, set_meta

_KEPT_AS = {Lane.DESK: "next_row", Lane.BULK: "next_bulk_row"}
_FIRST = {Lane.DESK: 1, Lane.BULK: BULK_ROWS}


class RowCounters:
    """The counters of one device, in the caller's transaction."""

    def __init__(self, connection: Connection, meta: Table, device: int) -> None:
        self._connection = connection
        self._meta = meta
        self._device = device

    def take(self, count: int, lane: Lane) -> int:
        """The first of `count` fresh counters of rows made in a lane: never given again."""
        first = self._next(lane)
        self._set(lane, first + count)
        return first

    def pass_over(self, rows: Iterable[int]) -> None:
        """Never give the id of a row that the centre has already: this file may be an older copy, or a copied one."""
        last: dict[Lane, int] = {}
        for row in rows:
            if device_of(row) == self._device:
                counter = row % COUNTER_LIMIT
                lane = Lane.BULK if counter >= BULK_ROWS else Lane.DESK
                last[lane] = max(last.get(lane, 0), counter)
        for lane, counter in last.items():
            if counter >= self._next(lane):
                self._set(lane, counter + 1)

    def _next(self, lane: Lane) -> int:
        return int(get_meta(self._connection, self._meta, _KEPT_AS[lane]) or _FIRST[lane])

    def _set(self, lane: Lane, counter: int) -> None:
        set_meta(self._connection, self._meta, _KEPT_AS[lane], str(counter))
