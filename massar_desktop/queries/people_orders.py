"""The order of people is read once for all who search among the same, until something is written."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Final
from weakref import WeakValueDictionary

from massar_desktop.queries.people import PeopleFilter, PeopleOrder, Sort, people_order

if TYPE_CHECKING:
    from sync.storage.database import Database

Arranged = tuple[PeopleFilter | None, Sort | None, str]
"""A filter, a column, and the language whose reader it is for."""


class PeopleOrders:
    """The orders of one office. The list, Home and each form ask for the same one at the same moment: whoever comes
    second waits for the first, and holds what the first one has read."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._reading: Final = Lock()
        self._last: Final = WeakValueDictionary[Arranged, PeopleOrder]()
        self._written: Final[dict[Arranged, int]] = {}
        """How much was written when each of them was read."""

    def read(self, arranged: Arranged) -> PeopleOrder:
        """The order as it is now, read off the UI thread; raises StorageError."""
        with self._reading:
            written, last = self._database.written, self._last.get(arranged)
            if last is not None and self._written[arranged] == written:
                return last
            with self._database.read() as connection:
                order = people_order(connection, *arranged)
            if last == order:  # what was written moved nobody: who still shows it holds no other megabyte
                order = last
            self._last[arranged], self._written[arranged] = order, written
            return order
