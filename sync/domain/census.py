"""The yearly census of presence by school: which year it is of, who is counted, and the line that a tick writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from sync.domain import filing
from sync.domain.acts.presence_census import PresenceCensus
from sync.domain.calendar import school_year_of
from sync.domain.fields import Value
from sync.domain.lifecycle import State
from sync.domain.operation import Operation, Reader
from sync.domain.record import Row

KIND: Final = PresenceCensus.KIND.name
_VOID: Final = frozenset({State.REFUSED, State.WITHDRAWN, State.CANCELLED, State.RECTIFIED, State.MOVED})
_SEPTEMBER: Final = 9


def census_year(rules: Reader, day: str) -> int:
    """The year of the census that goes on that day: the one in which the school year began."""
    school_year = school_year_of(rules, day)
    if school_year is not None:
        return int(school_year.from_on[:4])
    return int(day[:4]) - (int(day[5:7]) < _SEPTEMBER)


def stands(line: Row) -> bool:
    """Whether a line counts: noted or signed, and neither taken back nor replaced."""
    return not line.withdrawn and line.text("state") not in _VOID


def counted(lines: Iterable[Row], year: int) -> dict[int, Row]:
    """The line of each person in a census; of two the later one, which mends the other."""
    of_year = (line for line in lines if line.get("year") == year and stands(line))
    return {line.dossier: line for line in sorted(of_year, key=lambda line: (line.text("from_on"), line.id))}


def tick(row: int, person: int, facts: Mapping[str, Value]) -> Operation:
    """Note one person of a list under a fresh row id; `facts` are `year`, `found`, `from_on` (the day on which she was
    counted) and `school`, with `mended` for a list that was sent already.
    """
    return filing.registration(KIND, row, person, facts)
