"""The register of a province: official numbers of acts, without gaps within a year.

They are given under the lock of the province's heads, in the transaction that decides the act (sequence.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, Table

from sync.domain.lifecycle import registry_number
from sync.domain.record import Row
from sync.storage.rows import get_meta, set_meta


class GivenNumbers:
    """The last number of each year among acts that were numbered elsewhere."""

    def __init__(self) -> None:
        self.last: dict[int, int] = {}

    def seen(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The same rows, noting the numbers that they hold."""
        for row in rows:
            number = row.text("number") if row.get("registered_on") else ""
            if number:
                n, year = (int(part) for part in number.split("/"))
                self.last[year] = max(n, self.last.get(year, 0))
            yield row


class Registry:
    """The numbers given in one transaction."""

    def __init__(self, connection: Connection, meta: Table, place: int) -> None:
        self._connection = connection
        self._meta = meta
        self._place = place
        self._last: dict[int, int] = {}

    def next(self, registered_on: str) -> str:
        """The next number of the year of a day."""
        year = int(registered_on[:4])
        if year not in self._last:
            self._last[year] = int(get_meta(self._connection, self._meta, self._name(year)) or 0)
        self._last[year] += 1
        return registry_number(self._last[year], year)

    def goes_on_after(self, given: GivenNumbers) -> None:
        """Go on after numbers that acts have brought with them; saved at once."""
        self._last |= given.last
        self.save()

    def save(self) -> None:
        """Keep the last number of each year."""
        for year, last in self._last.items():
            set_meta(self._connection, self._meta, self._name(year), str(last))

    def _name(self, year: int) -> str:
        return f"register:{self._place}:{year}"
