"""What each version brought, and for how long the centre serves an office that runs an older one (sync.md 3.8).

An upload is never refused because a program is old. What comes down is: an office that is too far behind gets the
answers to what it sent, and is told to be updated before it reads on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

SERVED_VERSIONS = 2
"""So many versions before the newest are served however old they are."""
SERVED_MONTHS = 24
"""A version is served for so long after the next one came out."""


@dataclass(frozen=True, slots=True)
class Version:
    """One schema of declarations; `released` is the day the first program with it was given out, None before."""

    schema: int
    released: date | None
    brought: str


VERSIONS: Final[tuple[Version, ...]] = (
    Version(1, date(2026, 11, 24), "people, families, diplomas, schools, opening situations"),
    Version(2, None, "administrative acts, attachments, transfers, notes, what was read"),
)


def is_served(schema: int, today: date, versions: Sequence[Version] = VERSIONS) -> bool:
    """Whether an office of a schema may read on; a newer one than ours always may."""
    if schema >= versions[-1].schema - SERVED_VERSIONS:
        return True
    after = next((one for one in versions if one.schema > schema), None)
    if after is None or after.released is None:
        return True
    months = (today.year - after.released.year) * 12 + today.month - after.released.month
    return (months, today.day) <= (SERVED_MONTHS, after.released.day)
