"""Days of the civil calendar, whole or partial: old civil records lack the day or the month of birth.

A partial day is text 'YYYY-MM-DD' with 00 for an unknown month or day ('1975-03-00', '1975-00-00'), so that
it sorts by plain text order and is the same in both databases. The calendar is Gregorian.
"""

import re
from calendar import monthrange
from datetime import date
from typing import Final, Literal

from sync.domain.identifiers import Malformed, western_digits

Precision = Literal["day", "month", "year"]

_DAY_FIRST: Final = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_MONTH_FIRST: Final = re.compile(r"([0-9]{1,2})[/.-]([0-9]{4})")
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})([/.-])([0-9]{1,2})(?:\2([0-9]{1,2}))?")
_DAY_MONTH: Final = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})")
_YEAR: Final = re.compile(r"[0-9]{4}")
_CANONICAL: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")

# Outside these a year is a slip of the keyboard or a Hijri year, which this field does not hold.
_FIRST_YEAR: Final = 1800
_LAST_YEAR: Final = 2199


def parse_partial_day(text: str, latest_year: int | None = None) -> str:
    """A partial day 'YYYY-MM-DD' from dd/MM/yyyy (also with - or .), yyyy-MM-dd, MM/yyyy, yyyy-MM or yyyy.

    A two-digit year is read as the last such year that is not after ``latest_year``; without ``latest_year``
    it is refused. Western and Arabic-Indic digits; invisible direction marks are ignored.
    Raises Malformed("day_malformed") for another shape, Malformed("day_impossible") for 31/02/1975.
    """
    year, month, day = _numbers(western_digits(text).replace(" ", ""), latest_year)
    if not _exists(year, month, day):
        raise Malformed("day_impossible")
    return f"{year:04d}-{month:02d}-{day:02d}"


def parse_day(text: str, latest_year: int | None = None) -> date:
    """A whole day, from the same shapes. Raises Malformed("day_partial") when the day or month is missing,
    otherwise as `parse_partial_day` does.
    """
    partial = parse_partial_day(text, latest_year)
    if precision(partial) != "day":
        raise Malformed("day_partial")
    return date.fromisoformat(partial)


def day_near(text: str, today: date) -> date:
    """A day typed without its year ("12/3", "12-3") in the year that brings it nearest to today.

    Raises Malformed("day_malformed") for another shape, Malformed("day_impossible") for 31/2.
    """
    typed = _DAY_MONTH.fullmatch(western_digits(text).replace(" ", ""))
    if typed is None:
        raise Malformed("day_malformed")
    day, month = int(typed[1]), int(typed[2])
    years = [year for year in range(today.year - 1, today.year + 2) if _exists(year, month, day)]
    if not day or not month or not years:
        raise Malformed("day_impossible")
    return min((date(year, month, day) for year in years), key=lambda one: abs(one - today))


def precision(partial: str) -> Precision:
    """How much of the partial day is known."""
    _, month, day = _fields(partial)
    if not month:
        return "year"
    return "day" if day else "month"


def earliest(partial: str) -> date:
    """The first day that the partial day may be."""
    year, month, day = _fields(partial)
    return date(year, month or 1, day or 1)


def latest(partial: str) -> date:
    """The last day that the partial day may be."""
    year, month, day = _fields(partial)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def assumed(partial: str) -> tuple[date, bool]:
    """The day to count with (age, retirement), and whether it is an assumption that must be shown.

    A missing day is taken as the last day of the month, a missing day and month as 31 December
    [conventional assumption, to be verified with the pension fund].
    """
    return latest(partial), precision(partial) != "day"


def show_partial_day(partial: str) -> str:
    """The partial day for the screen and for export: dd/MM/yyyy, MM/yyyy or yyyy, in Western digits."""
    year, month, day = partial.split("-")
    known = [part for part in (day, month) if part != "00"]
    return "/".join([*known, year])


def _numbers(plain: str, latest_year: int | None) -> tuple[int, int, int]:
    if found := _DAY_FIRST.fullmatch(plain):
        return _full_year(found[4], latest_year), int(found[3]), int(found[1])
    if found := _YEAR_FIRST.fullmatch(plain):
        return int(found[1]), int(found[3]), int(found[4] or 0)
    if found := _MONTH_FIRST.fullmatch(plain):
        return int(found[2]), int(found[1]), 0
    if _YEAR.fullmatch(plain):
        return int(plain), 0, 0
    raise Malformed("day_malformed")


def _full_year(digits: str, latest_year: int | None) -> int:
    if len(digits) == 4:
        return int(digits)
    if latest_year is None:
        raise Malformed("day_malformed")
    return latest_year - (latest_year - int(digits)) % 100


def _exists(year: int, month: int, day: int) -> bool:
    if not _FIRST_YEAR <= year <= _LAST_YEAR or month > 12:
        return False
    if not month:
        return not day
    return day <= monthrange(year, month)[1]


def _fields(partial: str) -> tuple[int, int, int]:
    found = _CANONICAL.fullmatch(partial)
    if found is None:
        raise Malformed("day_malformed")
    return int(found[1]), int(found[2]), int(found[3])
