"""Counting leave: days taken of a year's right, and sick days in sliding windows with the switch to half pay.

Pure arithmetic on periods of ISO days, both ends included; limits come in from reference data.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sync.domain.calendar import ordinal, plus_months, text

Period = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SickRule:
    """So many days at full pay, so many in all, within a window of months (0: in the whole career)."""

    full_days: int
    total_days: int
    window_months: int = 0


@dataclass(frozen=True, slots=True)
class SickPay:
    """What a sick leave comes to. `half_from` is its first day at half pay, `over_from` its first day beyond the
    ceiling; '' for none. `counted` are the days that count on its last day, itself included.
    """

    half_from: str = ""
    over_from: str = ""
    counted: int = 0


def sick_pay(leave: Period, earlier: Iterable[Period], rule: SickRule) -> SickPay:
    """Count the days of a leave on top of earlier ones.

    The n-th sick day of the window that ends on it is paid in full while n is at most `full_days`. Days that two leaves
    share count once.
    """
    first, last = ordinal(leave[0]), ordinal(leave[1])
    before = sorted(_days(earlier) - set(range(first, last + 1)))
    before = [day for day in before if day < first]
    start, half, over = 0, "", ""
    for day in range(first, last + 1):
        start = _window_start(before, start, day, rule.window_months)
        own = day - max(first, _opens(day, rule.window_months)) + 1
        count = len(before) - start + own
        half = half or (text(day) if count > rule.full_days else "")
        over = over or (text(day) if count > rule.total_days else "")
    counted = len(before) - start + last - max(first, _opens(last, rule.window_months)) + 1 if last >= first else 0
    return SickPay(half, over, counted)


def _days(periods: Iterable[Period]) -> set[int]:
    return {day for first, last in periods for day in range(ordinal(first), ordinal(last) + 1)}


def _opens(day: int, months: int) -> int:
    """The first day of the window that ends on a day."""
    return ordinal(plus_months(text(day), -months)) + 1 if months else 0


def _window_start(days: Sequence[int], start: int, day: int, months: int) -> int:
    opens = _opens(day, months)
    while start < len(days) and days[start] < opens:
        start += 1
    return start


@dataclass(frozen=True, slots=True)
class Balance:
    """Annual leave of one year, in working days."""

    year: int
    entitled: int
    taken: int

    @property
    def left(self) -> int:
        """What may still be taken."""
        return self.entitled - self.taken
