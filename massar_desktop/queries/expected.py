"""What the centre probably holds for this office: an estimate from what the last exchanges brought, never a promise.

Nobody is asked: the line costs money, and asking is already half an exchange. Where there is no past to go by, nothing
is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from sync.client.journal import Exchanged, history
from sync.storage.ledger import office_tables

DAY_MS: Final = 86_400_000
WINDOW_MS: Final = 14 * DAY_MS
"""Two weeks hold two Mondays: an office's rhythm is the week's."""
SHORTEST_MS: Final = 3_600_000
"""Less of the past than an hour says nothing of how much comes in a day."""
ANSWER_BYTES: Final = 250
"""One answer with nothing in it, with its HTTP headers: half of queries.exchange.REQUEST_BYTES."""
_ROWS: Final = 400


@dataclass(frozen=True, slots=True)
class Expected:
    """About how many changes wait at the centre, and how many bytes they take on the line."""

    changes: int
    size: int


def expected(connection: Connection, now_ms: int) -> Expected | None:
    """Estimate what the next exchange brings, from the changes a day of the last two weeks; None when it is unknown.

    The first row of the window only says where it begins: what it brought had gathered before (a first copy, for one).
    """
    rows = [one for one in history(connection, office_tables(), _ROWS) if one.at_ms > now_ms - WINDOW_MS]
    whole = [one.at_ms for one in rows if one.whole]
    if not whole or max(whole) - min(whole) < SHORTEST_MS:
        return None
    brought = [one for one in rows if one.at_ms > min(whole)]
    changes = sum(one.received for one in brought) / (max(whole) - min(whole)) * max(now_ms - max(whole), 0)
    return Expected(round(changes), ANSWER_BYTES + round(changes * _bytes_each(brought)))


def _bytes_each(rows: list[Exchanged]) -> float:
    received = sum(one.received for one in rows)
    down = sum(max(0, one.bytes_down - ANSWER_BYTES * one.requests) for one in rows)
    return down / received if received else 0.0
