"""Numbers of changes: per scope, without gaps, in commit order.

A database sequence commits out of order and readers would skip rows; so the scope's row is locked first, in ascending
order of scope, and the number is given under that lock in the same transaction (sync.md 3.3).
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select, update

from sync.storage.ledger import CentreTables
from sync.storage.rows import upsert


class Sequences:
    """The heads of some scopes, locked until the transaction ends."""

    def __init__(self, connection: Connection, tables: CentreTables, scopes: Iterable[int]) -> None:
        self._connection = connection
        self._table = tables.head
        self._heads: dict[int, int] = {}
        self._moved: set[int] = set()
        for scope in sorted(set(scopes)):
            query = select(self._table.c.seq).where(self._table.c.scope == scope).with_for_update()
            head = connection.execute(query).scalar_one_or_none()
            if head is None:
                raise LookupError(f"scope {scope} was never created")
            self._heads[scope] = head

    def head(self, scope: int) -> int:
        """The last number given in a scope."""
        return self._heads[scope]

    def next(self, scope: int) -> int:
        """The next number of a scope."""
        self._heads[scope] += 1
        self._moved.add(scope)
        return self._heads[scope]

    def save(self) -> None:
        """Write the heads that moved."""
        for scope in sorted(self._moved):
            statement = update(self._table).where(self._table.c.scope == scope).values(seq=self._heads[scope])
            self._connection.execute(statement)
        self._moved = set()


def create_scopes(connection: Connection, tables: CentreTables, scopes: Iterable[int]) -> None:
    """Make the heads of new scopes; those that exist are left as they are."""
    known = set(connection.execute(select(tables.head.c.scope)).scalars())
    upsert(connection, tables.head, [{"scope": scope, "seq": 0} for scope in sorted(set(scopes) - known)])


def heads(connection: Connection, tables: CentreTables, scopes: Iterable[int]) -> dict[int, int]:
    """The heads of scopes, not locked."""
    t = tables.head
    return {row.scope: row.seq for row in connection.execute(select(t).where(t.c.scope.in_(list(scopes))))}
