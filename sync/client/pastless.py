"""What others did to a row whose past is not here: a first copy brings rows as they stand, without their changes.

Who saved something before her office had read anything sees, when the copy arrives, that a row is not what her own
office made of it. Who changed it and when is not known here, only that it was changed: enough to say beforehand that
the centre will hold both values as a conflict (sync.md 2 and 3.3). Nothing is guessed where the changes are here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from sqlalchemy import Connection, func, select

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
        self._known: dict[tuple[int, int], int | None] = {}

    def is_missing(self, scope: int, seen: int, read: int) -> bool:
        """Whether the change after the last one that an author had seen was never read here change by change."""
        return seen < read and self._first_known(scope, seen) != seen + 1

    def newer(self, pending: Pending, row: Row, stretch: tuple[int, int], known: Iterable[Newer]) -> Sequence[Newer]:
        """The fields of a row of the centre in which it is not what this laptop wrote before the changes known here.

        `stretch`: the last number that the author had seen, and the last that is read here.
        """
        seen, read = stretch
        copied = dict(row.values)
        for change in reversed(list(known)):
            copied[change.field] = change.before
        first = self._first_known(row.scope, seen)
        # What is decided and not read yet is in no row of the centre here.
        earlier, own = self._written(pending, row, read + 1 if first is None else first)
        # Rows of a first copy may be newer than its head: what was written since counts as well.
        foreign = [name for name in sorted({*copied, *own}) if not _is_own(copied.get(name), name, earlier, own)]
        return [Newer(name, CENTRE_DEVICE, 0, "", earlier.get(name)) for name in foreign]

    def _first_known(self, scope: int, seen: int) -> int | None:
        """The number of the first change after the last one seen that was read here; None when there is none."""
        if (scope, seen) not in self._known:
            t = self._tables.change
            first = select(func.min(t.c.seq)).where(t.c.scope == scope, t.c.seq > seen)
            self._known[scope, seen] = self._connection.execute(first).scalar_one()
        return self._known[scope, seen]

    def _written(self, pending: Pending, row: Row, before: int) -> tuple[dict[str, Value], dict[str, set[Value]]]:
        """What decided operations of the same number wrote into a row, by field: last before a number, and ever."""
        t = self._tables.outbox
        decided = (t.c.state == State.DECIDED.value, t.c.verdict != "rejected", t.c.device == pending.device)
        earlier, own = dict[str, Value](), dict[str, set[Value]]()
        for entry in self._outbox.entries(*decided, t.c.dossier == row.dossier):
            operation = entry.operation
            if (operation.kind, operation.row) == (row.kind, row.id):
                for name, value in operation.fields.items():
                    own.setdefault(name, set()).add(value or None)
                    if (entry.seq or 0) < before:
                        earlier[name] = value or None
        return earlier, own


def _is_own(value: Value, name: str, earlier: Mapping[str, Value], own: Mapping[str, Set[Value]]) -> bool:
    return (value or None) in own.get(name, ()) or not (value or name in earlier)
