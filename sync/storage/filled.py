"""Which kinds have rows at all: one statement before those of the few kinds, of some fifty, that are in use."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping

from sqlalchemy import (
    BindParameter,
    Column,
    ColumnElement,
    Connection,
    Table,
    bindparam,
    func,
    literal,
    select,
    union_all,
)
from sqlalchemy.sql.selectable import CompoundSelect

_WANTED = "wanted"


class Filled:
    """Asks the tables of one end, by kind; its statements are made once."""

    def __init__(self, records: Mapping[str, Table]) -> None:
        self._by_scope = _asking(records, lambda table: _among(table.c.scope))
        self._by_dossier = _asking(records, lambda table: _listed(table.c.dossier))

    def in_scopes(self, connection: Connection, scopes: Collection[int]) -> frozenset[str]:
        """The kinds that have rows in some scopes."""
        return frozenset(connection.execute(self._by_scope, {_WANTED: sorted(scopes)}).scalars())

    def in_dossiers(self, connection: Connection, dossiers: Collection[int]) -> frozenset[str]:
        """The kinds that have rows in some dossiers; SQLite only."""
        return frozenset(connection.execute(self._by_dossier, {_WANTED: json.dumps(list(dossiers))}).scalars())


def _asking(records: Mapping[str, Table], condition: Callable[[Table], ColumnElement[bool]]) -> CompoundSelect[str]:
    return union_all(
        *(
            select(literal(kind)).where(select(table.c.id).where(condition(table)).exists())
            for kind, table in records.items()
        )
    )


def _among(column: Column[int]) -> ColumnElement[bool]:
    wanted: BindParameter[int] = bindparam(_WANTED, expanding=True)
    return column.in_(wanted)


def _listed(column: Column[int]) -> ColumnElement[bool]:
    """As one value, however many there are: a statement may not have so many."""
    return column.in_(select(func.json_each(bindparam(_WANTED)).table_valued("value").c.value))
