"""Time as the office sees it: passed in, so that tests can set it; order and acceptance never depend on it."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

MOROCCO = ZoneInfo("Africa/Casablanca")


class Clock(Protocol):
    """The device's clock."""

    def now_ms(self) -> int:
        """UTC milliseconds since 1970."""


class SystemClock:
    """The clock of the operating system."""

    def now_ms(self) -> int:
        """UTC milliseconds since 1970."""
        return time.time_ns() // 1_000_000


def minute_of_day(now_ms: int) -> int:
    """How many minutes of the day in Morocco have passed at an instant."""
    local = datetime.fromtimestamp(now_ms / 1000, UTC).astimezone(MOROCCO)
    return local.hour * 60 + local.minute


def morocco_day(now_ms: int) -> str:
    """The ISO day in Morocco of an instant (sync.md 3.11)."""
    return datetime.fromtimestamp(now_ms / 1000, UTC).astimezone(MOROCCO).date().isoformat()
