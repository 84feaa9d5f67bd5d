"""Saves whose record is not what was saved: the office opens, says which they are, and goes on without them.

A record is kept with its hash. One that does not match was altered on the disk: it is set apart, never sent and never
run again, and stays in the file until a person has read about it (sync.md 1, "stuck outbox").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select, update

from sync.client.outbox import DAMAGED, State, problems_from
from sync.domain import canonical
from sync.domain.ids import Lane
from sync.storage.ledger import OfficeTables

VERDICTS = ("applied", "merged", "conflict", "irregular", "rejected")
"""What a centre says of an operation for ever (sync.md 3.3)."""


@dataclass(frozen=True, slots=True)
class Damaged:
    """A save that cannot be trusted any more, by what stands beside its record."""

    position: int
    lane: Lane
    n: int
    dossier: int
    at_ms: int


def set_apart(connection: Connection, tables: OfficeTables) -> set[int]:
    """Find what was altered and is not set apart yet; gives the dossiers to run again.

    Only the record is beyond mending: a state or verdict that nobody writes is asked for again, since the centre gives
    the same answer for ever, and what was derived is derived again.
    """
    t = tables.outbox
    touched: set[int] = set()
    for row in connection.execute(select(t).where(t.c.state != DAMAGED)).all():
        values = _mended(row)
        if values:
            connection.execute(update(t).where(t.c.position == row.position).values(**values))
            touched |= {dossier for dossier in (row.dossier, row.other) if dossier}
    return touched


def _mended(row: Row[*tuple[Any, ...]]) -> dict[str, object]:
    """The columns of a save that must change; none for one that is whole."""
    if row.lane not in Lane._value2member_map_ or canonical.digest(bytes(row.record)) != bytes(row.hash):
        return {"state": DAMAGED}
    values: dict[str, object] = {}
    if row.state not in State._value2member_map_ or (row.state == State.DECIDED and row.verdict not in VERDICTS):
        values |= {"state": State.SEALED.value, "verdict": None, "seq": None}
    if row.problems != "[]" and not _can_be_read(row.problems):
        values["problems"] = "[]"
    return values


def _can_be_read(problems: str) -> bool:
    try:
        problems_from(problems)
    except (ValueError, TypeError, AttributeError):
        return False
    return True


def damaged(connection: Connection, tables: OfficeTables) -> Sequence[Damaged]:
    """The saves that were set apart and that nobody has put aside, the oldest first."""
    t = tables.outbox
    query = select(t).where(t.c.state == DAMAGED, t.c.set_aside.is_(False)).order_by(t.c.position)
    return [Damaged(row.position, Lane(row.lane), row.n, row.dossier, row.at_ms) for row in connection.execute(query)]
