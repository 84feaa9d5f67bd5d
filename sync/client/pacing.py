"""How much goes into one request: what the line carried whole just now (sync.md 3.7)."""

from __future__ import annotations

from dataclasses import dataclass

FIRST, LEAST, MOST = 32_768, 4096, 262_144
"""Bytes of content in a request: at the start, at least, at most."""
_CLEAN = 2
"""Requests without a cut before it doubles."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Bytes for the next request, and how many clean requests came at this pace."""

    size: int = FIRST
    clean: int = 0

    def after_clean(self) -> Pace:
        """A request came to its end: after two of them the next one is twice as large."""
        if self.clean + 1 < _CLEAN:
            return Pace(self.size, self.clean + 1)
        return Pace(min(self.size * 2, MOST))

    def after_cut(self) -> Pace:
        """The line was lost: half as much."""
        return Pace(max(self.size // 2, LEAST))
