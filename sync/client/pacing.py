"""How much is sent at once over a line, and how long it may be silent, from what this network did before (sync.md 3.7).

Pure: times are given, nothing is measured here. What was learned is kept by network (client/journal.py).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

FIRST, LEAST, MOST = 32_768, 4096, 262_144
"""Bytes of packed operations, or of papers, in a request: at the start, at least, at most."""
_CLEAN = 2
"""Requests without a cut before it doubles."""
STALL_S, STALL_ROUND_TRIPS = 20, 8
TELLING_BYTES = 4_000
"""Less than this says more about the round trip than about the speed of a line."""
_NEW_WEIGHT = 2
"""Of three parts, what a new measure counts: an odd one is smoothed."""


@dataclass(frozen=True, slots=True)
class Trip:
    """One request as it went: bytes both ways, milliseconds until the first frame of the answer and until the last."""

    up: int
    down: int
    first_ms: float
    whole_ms: float


@dataclass(frozen=True, slots=True)
class Pace:
    """What one network is worth. `round_trip_ms` and `kbit_s` are None until something was measured."""

    size: int = FIRST
    """Bytes for the next request."""
    clean: int = 0
    """Clean requests that came at this pace."""
    round_trip_ms: int | None = None
    kbit_s: int | None = None

    @property
    def stall_s(self) -> float:
        """After so many seconds without a byte a line is given up."""
        return max(STALL_S, STALL_ROUND_TRIPS * (self.round_trip_ms or 0) / 1000)

    def after_clean(self) -> Pace:
        """A request came to its end: after two of them the next one is twice as large."""
        if self.clean + 1 < _CLEAN:
            return replace(self, clean=self.clean + 1)
        return replace(self, clean=0, size=min(self.size * 2, MOST))

    def after_cut(self) -> Pace:
        """The line was lost in the middle of a request: half as much."""
        return replace(self, clean=0, size=max(self.size // 2, LEAST))

    def after(self, trip: Trip) -> Pace:
        """What a request that went through tells of the line: its way there and back, or its speed."""
        if trip.up + trip.down < TELLING_BYTES:
            return replace(self, round_trip_ms=_smoothed(self.round_trip_ms, trip.first_ms))
        # A round trip measured on a better day must not leave nothing to be carried in.
        carrying_ms = max(trip.whole_ms - (self.round_trip_ms or 0), trip.whole_ms / 4, 1)
        return replace(self, kbit_s=_smoothed(self.kbit_s, (trip.up + trip.down) * 8 / carrying_ms))

    def seconds(self, size: int, requests: int = 1) -> float | None:
        """About how long requests with so many bytes take; None while this line's speed is not known."""
        if self.kbit_s is None:
            return None
        return (requests * (self.round_trip_ms or 0) + size * 8 / self.kbit_s) / 1000


class Pacer:
    """The pace of the network in use while an exchange runs."""

    def __init__(self, pace: Pace | None = None) -> None:
        self.pace = pace or Pace()

    @property
    def size(self) -> int:
        """Bytes for the next request."""
        return self.pace.size

    def went_through(self, moved: int) -> None:
        """A request was answered to its end; it moved so many bytes. A few of them say nothing about many."""
        if moved * 2 >= self.pace.size:
            self.pace = self.pace.after_clean()

    def was_cut(self) -> None:
        """The line was lost in the middle of a request."""
        self.pace = self.pace.after_cut()

    def measured(self, trip: Trip) -> None:
        """How long a request took that was answered to its end."""
        self.pace = self.pace.after(trip)


def _smoothed(before: int | None, measured: float) -> int:
    kept = measured if before is None else (before + _NEW_WEIGHT * measured) / (1 + _NEW_WEIGHT)
    return max(round(kept), 1)
