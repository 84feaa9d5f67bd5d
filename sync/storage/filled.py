"""Which kinds have rows at all: one statement before those of the few kinds, of some fifty, that are in use."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, Table, literal, select, union_all
from sqlalchemy.sql.selectable import CompoundSelect

from sync.storage.prepared import Among, Prepared


class Filled:
    """Asks the tables of one end, by kind; its statements are made once."""

    def __init__(self, records: Mapping[str, Table]) -> None:
        self._by_scope = Prepared(lambda among: _asking(records, "scope", among))
        self._by_dossier = Prepared(lambda among: _asking(records, "dossier", among))

    def in_scopes(self, connection: Connection, scopes: Collection[int]) -> frozenset[str]:
        """The kinds that have rows in some scopes."""
        return frozenset(kind for (kind,) in self._by_scope.all(connection, wanted=sorted(scopes)))

    def in_dossiers(self, connection: Connection, dossiers: Collection[int]) -> frozenset[str]:
        """The kinds that have rows in some dossiers."""
        return frozenset(kind for (kind,) in self._by_dossier.all(connection, wanted=list(dossiers)))


def _asking(records: Mapping[str, Table], column: str, among: Among) -> CompoundSelect[str]:
    return union_all(
        *(
            select(literal(kind)).where(select(table.c.id).where(among(table.c[column], "wanted")).exists())
            for kind, table in records.items()
        )
    )
