"""Work that was not sent for three days: once a day the strip offers a copy of it on a USB stick."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from massar_desktop.screens.exchange_words import local_time
from massar_desktop.system.preferences import Preferences

UNSENT_FOR: Final = timedelta(days=3)
_NOTE: Final = "rescue_offered"


class RescueOffer:
    """Whether to offer now; an offer that was taken up, or a copy that was made, is enough for that day."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def is_due(self, oldest_ms: int | None, now_ms: int) -> bool:
        """True when the oldest unsent work is three days old and nothing was offered and taken up today."""
        if oldest_ms is None:
            return False
        now = local_time(now_ms)
        return now - local_time(oldest_ms) >= UNSENT_FOR and self._preferences.note(_NOTE) != now.date().isoformat()

    def take_up(self, now_ms: int) -> None:
        """The clerk went to the stick: not again today."""
        self._preferences.keep_note(_NOTE, local_time(now_ms).date().isoformat())
