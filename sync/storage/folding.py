"""The situations that follow from the acts of one scope, read from the centre's rows at either end.

A first copy leaves out what an office can make by itself (protocol/copying.py). Both ends read the same rows here: the
centre to find out for whom the stored situation is just that, the office to make it. At an office the rows of dossiers
with pending operations stand in the mirror.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from functools import cache, cached_property

from sqlalchemy import Connection, Table, bindparam, select

from sync.domain import catalog, situation
from sync.domain.canonical import NotCanonical
from sync.domain.record import Row
from sync.storage.ledger import CentreTables, OfficeTables
from sync.storage.prepared import Prepared
from sync.storage.tables import decode_row, from_row

_KIND, _PERSON = "situation", "employee"
_READ = {catalog.BY_NAME[name].number: name for name in (_PERSON, *situation.SHAPING)}


class Folding:
    """What the acts of a scope say, on one connection as long as nobody writes them."""

    def __init__(self, connection: Connection, tables: OfficeTables | CentreTables, scope: int) -> None:
        self._connection = connection
        self._records = tables.records.records
        self._filled = tables.records.filled.in_scopes(connection, [scope])
        self._scope = scope
        self._office = tables if isinstance(tables, OfficeTables) else None

    def rows(self, after: int, upto: int) -> dict[int, Row]:
        """The situations of people whose ids are greater than one and up to another, by id."""
        elsewhere = [one for one in self._joined if not after < one <= upto and self._counts_in(one, after, upto)]
        acts = [*self._acts(_between, after=after, upto=upto), *self._acts(_in_dossiers, dossiers=elsewhere)]
        acts += [row for row in self._mirrored if after < row.dossier <= upto or row.dossier in elsewhere]
        folded = situation.recompute((row for row in acts if row.kind != _PERSON), self._joined)
        return {
            one: Row(_KIND, one, one, self._scope, {"employee": one, **facts})
            for one, facts in folded.items()
            if facts and after < one <= upto
        }

    def with_standing(self, dossiers: Collection[int]) -> set[int]:
        """These dossiers, and the people whose situation their acts count in too."""
        kept = (situation.standing_for(dossier, self._joined) for dossier in dossiers)
        return {*dossiers, *(one for some in kept for one in some)}

    def _counts_in(self, dossier: int, after: int, upto: int) -> bool:
        return any(after < kept <= upto for kept in situation.standing_for(dossier, self._joined))

    def _acts(self, query: Callable[[Table], Prepared], **values: object) -> Iterator[Row]:
        for kind in (one for one in situation.SHAPING if one in self._filled):
            found = query(self._records[kind]).all(self._connection, of_scope=self._scope, **values)
            rows = (from_row(kind, one) for one in found)
            yield from (row for row in rows if row.dossier not in self._tracked)

    @cached_property
    def _joined(self) -> Mapping[int, int]:
        """Records that were joined to another one, and to which."""
        found = _joins(self._records[_PERSON]).all(self._connection, of_scope=self._scope)
        here = {row: kept for row, kept in found if row not in self._tracked}
        mirrored = ((row.id, row.get("merged_into")) for row in self._mirrored if row.kind == _PERSON)
        return here | {row: kept for row, kept in mirrored if isinstance(kept, int)}

    @cached_property
    def _tracked(self) -> frozenset[int]:
        """The dossiers whose centre's rows stand in the mirror."""
        if self._office is None:
            return frozenset()
        return frozenset(self._connection.execute(select(self._office.tracked.c.dossier)).scalars())

    @cached_property
    def _mirrored(self) -> list[Row]:
        """Acts and people in the mirror; what is damaged there is left out, as everywhere."""
        if self._office is None or not self._tracked:
            return []
        found: list[Row] = []
        t = self._office.mirror
        query = select(t.c.kind, t.c.id, t.c.dossier, t.c.fields).where(t.c.scope == self._scope, t.c.kind.in_(_READ))
        for kind, row, dossier, fields in self._connection.execute(query):
            if dossier in self._tracked:
                with suppress(NotCanonical):
                    found.append(decode_row(_READ[kind], row, dossier, self._scope, bytes(fields)))
        return found


@cache
def _between(t: Table) -> Prepared:
    inside = t.c.dossier > bindparam("after"), t.c.dossier <= bindparam("upto")
    return Prepared(lambda _: select(t).where(t.c.scope == bindparam("of_scope"), *inside))


@cache
def _in_dossiers(t: Table) -> Prepared:
    return Prepared(lambda among: select(t).where(t.c.scope == bindparam("of_scope"), among(t.c.dossier, "dossiers")))


@cache
def _joins(t: Table) -> Prepared:
    return Prepared(
        lambda _: select(t.c.id, t.c.merged_into).where(
            t.c.scope == bindparam("of_scope"), t.c.merged_into.is_not(None)
        )
    )
