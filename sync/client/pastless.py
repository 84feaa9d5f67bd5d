"""What others did to a row whose past is not here: a first copy brings rows as they stand, without their changes.

Who saved something before her office had read anything sees, when the copy arrives, that a row is not what her own
office made of it. Who changed it and when is not known here, only that it was changed: enough to say beforehand that
the centre will hold both values as a conflict (sync.md 2 and 3.3). Nothing is guessed where the changes are here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from sync.client.outbox import Outbox, State
from sync.client.rebase import Pending
from sync.domain.fields import Value
from sync.domain.ids import CENTRE_DEVICE
from sync.domain.merge import Newer
from sync.domain.record import Row
from sync.storage.ledger import OfficeTables


class Pastless:
    """The rows of one transaction whose changes are not all here."""

    def __init__(self, connection: Connection, tables: OfficeTables, outbox: Outbox) -> None:
        self._connection = connection
        self._tables = tables
        self._outbox = outbox
        self._missing: dict[tuple[int, int], bool] = {}

    def is_missing(self, scope: int, seen: int, read: int) -> bool:
        """Whether the change after the last one that an author had seen was never read here change by change."""
        if seen >= read:
            return False
        if (scope, seen) not in self._missing:
            t = self._tables.change
            next_one = select(t.c.seq).where(t.c.scope == scope, t.c.seq == seen + 1)
            self._missing[scope, seen] = self._connection.execute(next_one).first() is None
        return self._missing[scope, seen]

    def newer(self, pending: Pending, row: Row, known: Iterable[Newer]) -> Sequence[Newer]:
        """The fields of a row of the centre in which it is not what this laptop wrote before the changes known here."""
        copied = dict(row.values)
        for change in reversed(list(known)):
            copied[change.field] = change.before
        own = self._written(pending, row)
        foreign = sorted(name for name in {*copied, *own} if (copied.get(name) or None) not in own.get(name, (None,)))
        return [Newer(name, CENTRE_DEVICE, 0, "", own.get(name, [None])[-1]) for name in foreign]

    def _written(self, pending: Pending, row: Row) -> dict[str, list[Value]]:
        """What decided operations of the same number wrote into a row, by field, the oldest first."""
        t = self._tables.outbox
        decided = (t.c.state == State.DECIDED.value, t.c.verdict != "rejected", t.c.device == pending.device)
        written: dict[str, list[Value]] = {}
        for entry in self._outbox.entries(*decided, t.c.dossier == row.dossier):
            operation = entry.operation
            if (operation.kind, operation.row) == (row.kind, row.id):
                for name, value in operation.fields.items():
                    written.setdefault(name, []).append(value or None)
        return written
