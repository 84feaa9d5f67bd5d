"""Who leaves the service at the age limit, and from which day; worked out for many people at once."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, select

from sync.domain import calendar, partial_day, reference
from sync.domain.acts.age_retirement import AgeRetirement
from sync.domain.calendar import SchoolYear, school_year_of
from sync.domain.record import Row
from sync.storage.ledger import office_tables
from sync.storage.state import Scopes, TableState

_AROUND = 2
"""Years around an age limit: the end of the school year and a partial birth date move the day."""


class Retiring:
    """The age limits and school years, read once for one question."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        state = TableState(connection, office_tables().records, Scopes(0))
        self._state = state
        self._limits = [row for row in state.find("limit", "act", AgeRetirement.CODE) if row.text("name") == "age"]
        self._years: dict[int, SchoolYear | None] = {}

    def leaves_on(self, birth: str, *, at_school: bool) -> str:
        """The first day somebody does not belong to the service any more, "" when no limit is published for her."""
        born, _ = partial_day.assumed(birth)
        known = reference.in_force(self._limits, born.isoformat())
        if not known:
            return ""
        reached = calendar.plus_months(born.isoformat(), self._months(known[-1]))
        last = max(reached, self._end_of_school_year(reached)) if at_school else reached
        return calendar.plus_days(last, 1)

    def in_year(self, year: str) -> Mapping[int, str]:
        """Everybody whose first day out of the service lies in a year, by person."""
        records = office_tables().records.records
        person, situation = records["employee"], records["situation"]
        ages = [self._months(row) // 12 for row in self._limits] or [0]
        first, last = f"{int(year) - max(ages) - _AROUND}", f"{int(year) - min(ages) + _AROUND}"
        query = (
            select(person.c.id, person.c.birth_date, situation.c.school)
            .select_from(person.outerjoin(situation, situation.c.id == person.c.id))
            .where(person.c.birth_date.between(first, last), person.c.withdrawn.is_(None))
            .where(person.c.merged_into.is_(None), situation.c.left_on.is_(None))
        )
        rows = self._connection.execute(query).all()
        days = {row.id: self.leaves_on(row.birth_date, at_school=bool(row.school)) for row in rows}
        return {who: day for who, day in days.items() if day[:4] == year}

    def _months(self, limit: Row) -> int:
        return int(str(limit.get("value") or 0)) * (1 if limit.text("unit") == "months" else 12)

    def _end_of_school_year(self, day: str) -> str:
        """The last day of the school year that holds a day; the day itself where none is published."""
        for year in (int(day[:4]), int(day[:4]) - 1):
            if year not in self._years:
                self._years[year] = school_year_of(self._state, f"{year}-12-31")
            found = self._years[year]
            if found is not None and found.from_on <= day <= found.to_on:
                return found.to_on
        return day
