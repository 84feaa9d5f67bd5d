"""Which dossiers are tracked: those of pending operations, whose centre's rows stand in the mirror (sync.md 2)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from sqlalchemy import Connection, Table, delete, select

from sync.storage.prepared import Prepared
from sync.storage.rows import upsert

_IN = 400


class TrackedDossiers:
    """The table of tracked dossiers on one connection, during one transaction: nobody else writes to it meanwhile.

    A dossier is asked for once; what is added waits for `flush`.
    """

    def __init__(self, connection: Connection, table: Table) -> None:
        self._connection = connection
        self._table = table
        self._known: dict[int, bool] = {}
        self._added: dict[int, bool] = {}

    def __contains__(self, dossier: int) -> bool:
        known = self._known.get(dossier)
        if known is None:
            self.expect((dossier,))
            known = self._known[dossier]
        return known

    def expect(self, dossiers: Collection[int]) -> None:
        """Read at once what will be asked of these dossiers."""
        unknown = [dossier for dossier in dossiers if dossier not in self._known]
        if unknown:
            found = _among(self._table).all(self._connection, dossiers=unknown)
            self._known |= dict.fromkeys(unknown, False) | {dossier: True for (dossier,) in found}

    def add(self, dossier: int, *, is_new: bool) -> None:
        """Track a dossier from now on. `is_new`: the centre has no row of it yet."""
        if dossier not in self:
            self._known[dossier] = True
            self._added[dossier] = is_new

    def flush(self) -> list[int]:
        """Write what was added; gives the dossiers among it of which the centre has rows, in order."""
        added, self._added = self._added, {}
        upsert(self._connection, self._table, [{"dossier": dossier} for dossier in sorted(added)])
        return sorted(dossier for dossier, is_new in added.items() if not is_new)

    def leave(self, dossiers: Collection[int]) -> None:
        """Track these no more."""
        for some in _pieces(dossiers):
            self._connection.execute(delete(self._table).where(self._table.c.dossier.in_(some)))
        self._known |= dict.fromkeys(dossiers, False)


@cache
def _among(table: Table) -> Prepared:
    return Prepared(lambda among: select(table.c.dossier).where(among(table.c.dossier, "dossiers")))


def _pieces(dossiers: Collection[int]) -> Iterator[list[int]]:
    ordered = sorted(dossiers)
    for start in range(0, len(ordered), _IN):
        yield ordered[start : start + _IN]
