"""Who wrote what is pending, and which rules she had read: what the domain asks before it decides it again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from sync.client.identity import Identity
from sync.client.rebase import Pending
from sync.domain.authority import Author
from sync.domain.ids import NATION, Compartment, scope_id
from sync.domain.merge import Newer
from sync.domain.outcome import Context
from sync.storage.ledger import OfficeTables
from sync.storage.rows import published_at


class Authors:
    """The people of the office, on one connection."""

    def __init__(self, connection: Connection, tables: OfficeTables, identity: Identity) -> None:
        self._connection = connection
        self._change = tables.change
        self._identity = identity
        self._published: dict[int, int] | None = None

    def author(self, number: int) -> Author | None:
        """Who an account is; None in a practice office, where everybody may do everything, and for a stranger."""
        known = (one for one in self._identity.accounts if one.id == number and not self._identity.unenrolled)
        return next((Author(one.id, one.role, self._identity.place) for one in known), None)

    def context(self, one: Pending, newer: Callable[[Pending, str, int], Sequence[Newer]]) -> Context:
        """What a pending operation is decided with: it was saved before now."""
        operation = one.operation
        return Context(
            one.device,
            lambda kind, row: newer(one, kind, row),
            author=self.author(operation.author),
            unread=lambda: {row for row, seq in self._rules().items() if seq > operation.reference},
            taken=True,
        )

    def _rules(self) -> dict[int, int]:
        """The rows that say who decides what, with the number under which each came."""
        if self._published is None:
            nation = scope_id(NATION, Compartment.GENERAL)
            self._published = published_at(self._connection, self._change, nation, "delegation")
        return self._published
