"""EX-AGE: retirement at the age limit (domain.md 3.5, law 72-14, S30, S31)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sync.domain import calendar, fields, partial_day, reference
from sync.domain.act import Case, act
from sync.domain.calendar import school_year_of
from sync.domain.departure import Departure
from sync.domain.errors import Problem, error, warning
from sync.domain.fields import Value
from sync.domain.operation import Reader


@dataclass(frozen=True, slots=True)
class Retirement:
    """When somebody reaches the age limit, and the first day she does not belong to the service any more.

    `assumed`: the birth date is partial, so that the day rests on an assumption that must be shown.
    """

    limit_on: str
    from_on: str
    assumed: bool


@act("age_retirement", 57, "EX-AGE")
class AgeRetirement(Departure):
    """Staff of the schools stay to the end of the school year."""

    EXIT = "retirement"
    PAPERS = ("pension_file",)
    LETTER = "retirement_notice"

    limit_on: str | None = fields.day(20, section="career", required=True)
    pension_file_on: str | None = fields.day(21, section="career")

    def proposes(self, case: Case) -> dict[str, Value]:
        """The day of the age limit and the first day after it."""
        birth = case.employee.text("birth_date") if case.employee else ""
        found = retirement(case.state, birth, at_school=True) if birth else None
        return {"limit_on": found.limit_on, "from_on": found.from_on} if found else {}

    def check(self, case: Case) -> Iterable[Problem]:
        """Not before the age limit; who leaves before retires in another way."""
        birth = case.employee.text("birth_date") if case.employee else ""
        if not birth:
            yield error("birth_date_needed")
            return
        found = retirement(case.state, birth, at_school=True)
        if found is None:
            return
        if found.assumed:
            yield warning("birth_date_assumed", "limit_on", day=found.limit_on)
        if self.limit_on and self.limit_on != found.limit_on:
            say = warning if found.assumed else error
            yield say("age_limit_differs", "limit_on", day=found.limit_on)
        if self.effective_on <= found.limit_on:
            yield error("before_age_limit", "from_on", day=found.limit_on)


def retirement(state: Reader, birth: str, *, at_school: bool) -> Retirement | None:
    """The age limit of a birth date that may be partial; None when no limit is published for that year."""
    born, is_assumed = partial_day.assumed(birth)
    limit = reference.limit(state, AgeRetirement.CODE, "age", born.isoformat())
    if limit is None:
        return None
    reached = calendar.plus_months(born.isoformat(), limit.value * (1 if limit.unit == "months" else 12))
    last = reached
    if at_school and (year := school_year_of(state, reached)) is not None:
        last = max(reached, year.to_on)
    return Retirement(reached, calendar.plus_days(last, 1), is_assumed)
