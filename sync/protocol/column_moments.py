"""Days in columns: the same as another day of the record, the first of a month, or so far from the day of writing."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from typing import Final, cast

from sync.domain.canonical import unzigzag, zigzag
from sync.protocol.column_coders import Columns, NumberColumn
from sync.protocol.column_text import EPOCH, Hint, Told
from sync.protocol.errors import WireCode, WireError
from sync.protocol.range_coder import learn

_FULL: Final = 0
_FIRST: Final = 1
_MONTH: Final = 2
_YEAR: Final = 3
_ODD: Final = 4
_WAYS: Final = 5
"""A full day, the first of a month, a month or a year of a partial day, and what no calendar has."""
_DAYS: Final = range(1 - EPOCH, date.max.toordinal() - EPOCH + 1)
_YEARS: Final = range(1, 10_000)
_MONTHS: Final = 12

Moment = tuple[int, int, int]
"""A way and its numbers: (way, day or raw number, 0), or (way, year, month) with months from 0."""
_NONE: Final[Moment] = (_FULL, 0, 0)
"""What is still to be read."""


class MomentColumn:
    """Codes the days of one pool of one frame, given as the numbers that stand in canonical records."""

    def __init__(self, columns: Columns, hint: Hint) -> None:
        self._columns = columns
        self._hint = hint
        self._ways = columns.store.place(("moment", hint.pool))
        self._days: dict[int, NumberColumn] = {}  # by kind of record

    def code(self, number: int, told: Told, *, partial: bool) -> int:
        """A day, or a partial day."""
        pool = self._hint.pool
        moment, day = _NONE, cast(int | None, None)
        way: Hashable = _FULL
        if not self._columns.reads:
            moment = _partial(number) if partial else _whole(number)
            day = _day_of(moment)
            way = moment[0]
            if day is not None and told.days:
                same = told.days.get(day)
                if same is not None and told.when[same] == day:  # a pool may tell two days
                    way = (same,)
        tried = (self._ways.at(told.kind),)
        hit, way = self._columns.coder.known(tried, way)
        if not hit:
            way = self._any_way(way, told)
            learn(tried, way)
        if isinstance(way, tuple):
            day = told.when.get(way[0])
            if day is None:
                raise WireError(WireCode.MALFORMED)
            moment = _FULL, day, 0
        else:
            moment = self._moment(cast(int, way), moment, told)
            day = _day_of(moment)
        if day is not None:
            told.days.setdefault(day, pool)
            told.when[pool] = day
        if not partial and day is not None:
            return zigzag(day)
        return _raw(moment, partial)

    def _any_way(self, way: Hashable, told: Told) -> Hashable:
        """A way of telling a day, or the pool that told the same."""
        ways: list[Hashable] = [*range(_WAYS), *((pool,) for pool in told.when)]
        return ways[self._columns.coder.uniform(len(ways), ways.index(way))]

    def _moment(self, way: int, moment: Moment, told: Told) -> Moment:
        columns, given = self._columns, self._hint.given
        base = told.when.get(given[0], told.day) if given else told.day
        if way == _FULL:
            days = self._days.get(told.kind)
            if days is None:
                days = self._days[told.kind] = columns.numbers(("day", (self._hint.pool, told.kind)))
            day = base + days.signed(moment[1] - base)
            if day not in _DAYS:
                raise WireError(WireCode.MALFORMED)
            return way, day, 0
        place = (self._hint.pool, told.kind)
        if way == _ODD:
            return way, columns.number(("odd", place), moment[1]), 0
        first = date.fromordinal(base + EPOCH).year if base in _DAYS else 0
        year = first + columns.signed(("year", place), moment[1] - first)
        if year not in _YEARS:
            raise WireError(WireCode.MALFORMED)
        if way == _YEAR:
            return way, year, 0
        return way, year, columns.choice(("month", place), way, moment[2], _MONTHS)


def _whole(number: int) -> Moment:
    day = unzigzag(number)
    if day not in _DAYS:
        return _ODD, number, 0
    found = date.fromordinal(day + EPOCH)
    return (_FIRST, found.year, found.month - 1) if found.day == 1 else (_FULL, day, 0)


def _partial(number: int) -> Moment:
    year, month, day = number >> 9, number >> 5 & 15, number & 31
    if year not in _YEARS or month > 12 or (day and not month):
        return _ODD, number, 0
    if not month:
        return _YEAR, year, 0
    if not day:
        return _MONTH, year, month - 1
    if day == 1:
        return _FIRST, year, month - 1
    try:
        return _FULL, date(year, month, day).toordinal() - EPOCH, 0
    except ValueError:
        return _ODD, number, 0


def _day_of(moment: Moment) -> int | None:
    """The day of a moment that is one."""
    way, first, second = moment
    if way == _FULL:
        return first
    return date(first, second + 1, 1).toordinal() - EPOCH if way == _FIRST else None


def _raw(moment: Moment, partial: bool) -> int:
    """The number that stands in a canonical record."""
    way, first, second = moment
    if way == _ODD:
        return first
    if not partial:  # a month or a year: no day
        raise WireError(WireCode.MALFORMED)
    if way == _FULL:
        found = date.fromordinal(first + EPOCH)
        return found.year * 512 + found.month * 32 + found.day
    if way == _YEAR:
        return first * 512
    return first * 512 + (second + 1) * 32 + (1 if way == _FIRST else 0)
