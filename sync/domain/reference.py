"""Limits in force on a day: the value, where it comes from, and whether it may forbid anything.

domain.md marks what is to be verified with the ministry before it becomes a hard rule; such a limit is remarked on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sync.domain import calendar
from sync.domain.errors import Problem, error, warning
from sync.domain.operation import Reader
from sync.domain.record import Row


@dataclass(frozen=True, slots=True)
class Limit:
    """A published limit."""

    value: int
    unit: str
    certain: bool

    def problem(self, code: str, field: str | None = None, /, **params: str | int) -> Problem:
        """What to say of somebody beyond it: an error when the limit is certain, else a remark."""
        say = error if self.certain else warning
        return say(code, field, limit=self.value, **params)

    def end(self, from_on: str) -> str:
        """The last day of a period of this length in days, weeks, months or years."""
        value, unit = self.value, self.unit
        if unit in ("months", "years"):
            return calendar.last_day(from_on, months=value * (12 if unit == "years" else 1))
        return calendar.last_day(from_on, days=value * (7 if unit == "weeks" else 1))

    def start(self, to_on: str) -> str:
        """The first day of a period of this length in months or years that ends on a day."""
        months = self.value * (12 if self.unit == "years" else 1)
        return calendar.plus_days(calendar.plus_months(to_on, -months), 1)


def in_force(rows: Iterable[Row], day: str) -> list[Row]:
    """Of some dated rows those in force on a day, the newest last: by valid_from, publication, id."""
    found = [r for r in rows if r.text("valid_from") <= day <= (r.text("valid_to") or "9999-12-31")]
    return sorted(found, key=lambda r: (r.text("valid_from"), r.text("published_on"), r.id))


def limit(state: Reader, act: str, name: str, day: str) -> Limit | None:
    """The limit of an act in force on a day, None when none is published."""
    named = [row for row in state.find("limit", "act", act) if row.text("name") == name]
    found: Sequence[Row] = in_force(named, day)
    if not found:
        return None
    row = found[-1]
    return Limit(int(str(row.get("value") or 0)), row.text("unit"), not row.get("uncertain"))


def index_of(state: Reader, grade: str, echelon: int, day: str) -> int | None:
    """The index of a grade and an échelon on a day, None when the table does not hold them."""
    rows = (row for row in state.find("grade_index", "grade", grade) if row.get("echelon") == echelon)
    found = in_force(rows, day)
    value = found[-1].get("index_number") if found else None
    return value if isinstance(value, int) else None
