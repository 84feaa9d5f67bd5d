"""Days that count: working days without weekends and holidays, months and weeks from a day, school years.

Offices work from Monday to Friday (domain.md 3.6). Holidays are reference data; those that follow the moon are known
days before and are marked, so what was counted with them says so. All days are ISO text; periods include both ends.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from sync.domain.operation import Reader
from sync.domain.record import Row

_WEEKEND = (5, 6)
_LONGEST = 4000
"""Days that are looked through for a working day; more is a mistake in the question."""


def ordinal(day: str) -> int:
    """A day as a number; consecutive days are consecutive numbers."""
    return date.fromisoformat(day).toordinal()


def text(number: int) -> str:
    """The day of a number."""
    return date.fromordinal(number).isoformat()


def plus_days(day: str, days: int) -> str:
    """The day so many days later, or earlier when negative."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def plus_months(day: str, months: int) -> str:
    """The same day of the month so many months later; the last day of the month where there is no such day."""
    start = date.fromisoformat(day)
    years, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(years, month + 1, min(start.day, monthrange(years, month + 1)[1])).isoformat()


def last_day(day: str, *, days: int = 0, weeks: int = 0, months: int = 0) -> str:
    """The last day of a period that begins on a day: a leave of 14 weeks from a Monday ends on a Sunday."""
    return plus_days(plus_months(day, months), days + 7 * weeks - 1)


def days_between(from_on: str, to_on: str) -> int:
    """How many days a period has; 0 when it ends before it begins."""
    return max(0, ordinal(to_on) - ordinal(from_on) + 1)


def overlap(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two periods share a day."""
    return one[0] <= other[1] and other[0] <= one[1]


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The days off that were published: from each day to the last one, as numbers."""

    off: frozenset[int] = frozenset()
    uncertain: frozenset[int] = field(default_factory=frozenset)

    def is_working(self, day: str) -> bool:
        """Whether offices work on a day."""
        return self._works(ordinal(day))

    def _works(self, number: int) -> bool:
        return (number - 1) % 7 not in _WEEKEND and number not in self.off

    def working_days(self, from_on: str, to_on: str) -> int:
        """How many working days a period has."""
        return sum(self._works(number) for number in range(ordinal(from_on), ordinal(to_on) + 1))

    def end_of(self, from_on: str, working_days: int) -> str:
        """The last day of so many working days that begin on a day; ValueError when there is none for years."""
        left = working_days
        for number in range(ordinal(from_on), ordinal(from_on) + _LONGEST):
            left -= self._works(number)
            if left <= 0:
                return text(number)
        raise ValueError(f"no {working_days} working days after {from_on}")

    def doubtful_days(self, from_on: str, to_on: str) -> int:
        """How many days of a period are days off only if the moon says so."""
        return sum(number in self.uncertain for number in range(ordinal(from_on), ordinal(to_on) + 1))


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """A school year, named by its two years."""

    from_on: str
    to_on: str

    @property
    def name(self) -> str:
        """ "2026/2027"."""
        return f"{self.from_on[:4]}/{self.to_on[:4]}"


def calendar_of(state: Reader, from_on: str, to_on: str) -> WorkCalendar:
    """The days off published for the years of a period; of two rows about one holiday the later publication counts."""
    off: set[int] = set()
    uncertain: set[int] = set()
    for row in _standing(state, _years(from_on, to_on)):
        if row.text("nature") in ("fixed", "religious", "exceptional"):
            days = range(ordinal(row.text("from_on")), ordinal(row.text("to_on")) + 1)
            off.update(days)
            if row.get("uncertain"):
                uncertain.update(days)
    return WorkCalendar(frozenset(off), frozenset(uncertain))


def school_year_of(state: Reader, day: str) -> SchoolYear | None:
    """The school year that holds a day, None when it is not published."""
    for row in _standing(state, _years(plus_days(day, -366), day)):
        if row.text("nature") == "school_year" and row.text("from_on") <= day <= row.text("to_on"):
            return SchoolYear(row.text("from_on"), row.text("to_on"))
    return None


def _years(from_on: str, to_on: str) -> range:
    return range(int(from_on[:4]), int(to_on[:4]) + 1)


def _standing(state: Reader, years: Iterable[int]) -> Iterator[Row]:
    """Holidays of some years. A holiday that was published again, by its name, has moved."""
    for year in years:
        newest: dict[tuple[str, str], Row] = {}
        for row in state.find("holiday", "year", year):
            key = row.text("nature"), row.text("name_la")
            known = newest.get(key)
            if known is None or (row.text("published_on"), row.id) > (known.text("published_on"), known.id):
                newest[key] = row
        yield from newest.values()
