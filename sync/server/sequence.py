"""Numbers of changes: per scope, without gaps, in commit order.

A database sequence commits out of order and readers would skip rows; so the scope's row is locked first, in ascending
order of scope, and the number is given under that lock in the same transaction (sync.md 3.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, bindparam, select, update

from sync.storage import chain
from sync.storage.ledger import CentreTables
from sync.storage.prepared import Prepared
from sync.storage.rows import insert_all, upsert


class Sequences:
    """The heads of some scopes, locked until the transaction ends."""

    def __init__(self, connection: Connection, tables: CentreTables, scopes: Iterable[int]) -> None:
        self._connection = connection
        self._table = tables.head
        self._change = tables.change
        self._heads: dict[int, int] = {}
        self._chains: dict[int, bytes] = {}
        self._moved: set[int] = set()
        self.also(scopes)

    def also(self, scopes: Iterable[int]) -> None:
        """Lock more heads; raises ValueError where that would be out of order, and could wait for ever."""
        wanted, t = sorted(set(scopes) - self._heads.keys()), self._table
        if wanted and self._heads and wanted[0] < max(self._heads):
            raise ValueError(f"scope {wanted[0]} is locked after {max(self._heads)}")
        # PostgreSQL locks rows as they leave the sort: in ascending order of scope.
        for scope, seq, last in _locked(t).all(self._connection, scopes=wanted):
            self._heads[scope], self._chains[scope] = seq, bytes(last)
        for scope in wanted:
            if scope not in self._heads:
                raise LookupError(f"scope {scope} was never created")

    def head(self, scope: int) -> int:
        """The last number given in a scope."""
        return self._heads[scope]

    def next(self, scope: int) -> int:
        """The next number of a scope."""
        self._heads[scope] += 1
        self._moved.add(scope)
        return self._heads[scope]

    def write(self, changes: Sequence[dict[str, Any]]) -> None:
        """Write changes that have got their numbers, in the order of these, each with the chain of its scope."""
        for change in changes:
            scope = change["scope"]
            change["chain"] = self._chains[scope] = chain.extend(self._chains[scope], change)
        insert_all(self._connection, self._change, changes)

    def save(self) -> None:
        """Write the heads that moved."""
        for scope in sorted(self._moved):
            moved = {"to_seq": self._heads[scope], "to_chain": self._chains[scope]}
            _move(self._table).run(self._connection, of_scope=scope, **moved)
        self._moved = set()


@cache
def _locked(t: Table) -> Prepared:
    return Prepared(
        lambda among: (
            select(t.c.scope, t.c.seq, t.c.chain)
            .where(among(t.c.scope, "scopes"))
            .order_by(t.c.scope)
            .with_for_update()
        )
    )


@cache
def _move(t: Table) -> Prepared:
    to: dict[str, Any] = {"seq": bindparam("to_seq"), "chain": bindparam("to_chain")}
    return Prepared(lambda _: update(t).where(t.c.scope == bindparam("of_scope")).values(to))


@cache
def _heads(t: Table) -> Prepared:
    return Prepared(lambda among: select(t.c.scope, t.c.seq).where(among(t.c.scope, "scopes")))


def create_scopes(connection: Connection, tables: CentreTables, scopes: Iterable[int]) -> None:
    """Make the heads of new scopes; those that exist are left as they are."""
    known = set(connection.execute(select(tables.head.c.scope)).scalars())
    upsert(
        connection,
        tables.head,
        [{"scope": scope, "seq": 0, "chain": chain.START} for scope in sorted(set(scopes) - known)],
    )


def heads(connection: Connection, tables: CentreTables, scopes: Iterable[int]) -> dict[int, int]:
    """The heads of scopes, not locked."""
    found = _heads(tables.head).all(connection, scopes=list(scopes))
    return {scope: seq for scope, seq in found}  # noqa: C416  # rows
