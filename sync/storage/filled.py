"""Which kinds have rows at all: one statement before those of the few kinds, of some fifty, that are in use."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import BigInteger, ColumnElement, Connection, Integer, column, literal, select, table, union_all
from sqlalchemy.sql.selectable import CompoundSelect

from sync.storage.prepared import Among, Prepared


class Filled:
    """Asks the tables of kinds, by their names; its statements are made once."""

    def __init__(self, kinds: Iterable[str]) -> None:
        self._by_scope = Prepared(lambda among: _asking(kinds, column("scope", Integer), among))
        self._by_dossier = Prepared(lambda among: _asking(kinds, column("dossier", BigInteger), among))

    def in_scopes(self, connection: Connection, scopes: Collection[int]) -> frozenset[str]:
        """The kinds that have rows in some scopes."""
        return frozenset(kind for (kind,) in self._by_scope.all(connection, wanted=sorted(scopes)))

    def in_dossiers(self, connection: Connection, dossiers: Collection[int]) -> frozenset[str]:
        """The kinds that have rows in some dossiers."""
        return frozenset(kind for (kind,) in self._by_dossier.all(connection, wanted=list(dossiers)))


def _asking(kinds: Iterable[str], by: ColumnElement[int], among: Among) -> CompoundSelect[str]:
    """By name, without the tables: of those most are never needed."""
    return union_all(
        *(
            select(literal(kind)).where(
                select(column("id")).select_from(table(kind)).where(among(by, "wanted")).exists()
            )
            for kind in kinds
        )
    )
