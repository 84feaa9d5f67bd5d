"""LV-ANN: annual leave in working days, of a year's right (domain.md 3.3, S18)."""

from __future__ import annotations

from collections.abc import Iterable

from sync.domain import calendar, fields, reference
from sync.domain.act import Case, act
from sync.domain.acts.pilgrimage_leave import PilgrimageLeave
from sync.domain.calendar import calendar_of
from sync.domain.errors import Problem, error, warning
from sync.domain.fields import Value
from sync.domain.leave import Leave
from sync.domain.leave_count import Balance
from sync.domain.operation import Reader


@act("annual_leave", 40, "LV-ANN")
class AnnualLeave(Leave):
    """`days` are working days, `year` the year whose right they are taken from."""

    PAPERS = ("request",)
    LETTER = "annual_leave"

    days_taken: int | None = fields.integer(20, section="leave", required=True)
    year: int | None = fields.integer(21, section="leave", required=True)
    address: str | None = fields.text(22, section="leave")
    replaced_by: str | None = fields.text(23, section="leave")

    @classmethod
    def last_of(cls, state: Reader, first: str, days: int) -> str:
        """Working days are counted."""
        return calendar_of(state, first, calendar.plus_days(first, 3 * days + 60)).end_of(first, days)

    def proposes(self, case: Case) -> dict[str, Value]:
        """The number of working days, and the year in which the leave begins."""
        if self.from_on is None or self.to_on is None or self.to_on < self.from_on:
            return {}
        days = calendar_of(case.state, self.from_on, self.to_on).working_days(self.from_on, self.to_on)
        return {"days_taken": days, "year": int(self.from_on[:4])}

    def check(self, case: Case) -> Iterable[Problem]:
        """Days that fit the period, within the year's right, after the first months of service."""
        if self.from_on is None or self.to_on is None or self.to_on < self.from_on:
            return
        work = calendar_of(case.state, self.from_on, self.to_on)
        days = work.working_days(self.from_on, self.to_on)
        if self.days_taken is not None and self.days_taken != days:
            say = warning if work.doubtful_days(self.from_on, self.to_on) else error
            yield say("working_days_differ", "days_taken", days=days)
        yield from self._right(case)
        situation = case.situation(self.from_on)
        first = case.limit(self.CODE, "first_after_months", self.from_on)
        recruited = str(situation.get("recruited_on") or "")
        if first and recruited and self.from_on < calendar.plus_months(recruited, first.value):
            yield first.problem("service_too_short", "from_on")
        if situation.get("subject"):
            yield warning("annual_leave_of_teacher")

    def _right(self, case: Case) -> Iterable[Problem]:
        """Of this year, or once of the year before; a year of pilgrimage has none (domain.md 3.3, S18, S20)."""
        if self.year is None or self.from_on is None:
            return
        carried = case.limit(self.CODE, "carry_over_years", self.from_on)
        begins = int(self.from_on[:4])
        if not begins - (carried.value if carried else 0) <= self.year <= begins:
            yield error("year_out_of_reach", "year")
        elif self.year < begins:
            yield warning("carried_over", "year", year=self.year)
        if any(int(other.effective_on[:4]) == self.year for other, _ in case.of(PilgrimageLeave)):
            yield error("pilgrimage_that_year", "year", year=self.year)
        right = case.limit(self.CODE, "days_a_year", f"{self.year}-12-31")
        if right and self.days_taken is not None:
            left = balance(case.state, [leave for leave, _ in case.of(AnnualLeave)], self.year, right.value).left
            if self.days_taken > left:
                yield right.problem("leave_exceeds_balance", "days_taken", left=left)

    def charged(self, state: Reader) -> int:
        """The days it costs: those not taken because it was ended before its last day do not count."""
        days = self.days_taken or 0
        if self.ended_on and self.to_on and self.ended_on < self.to_on:
            first = calendar.plus_days(self.ended_on, 1)
            days -= calendar_of(state, first, self.to_on).working_days(first, self.to_on)
        return max(0, days)


def balance(state: Reader, leaves: Iterable[AnnualLeave], year: int, entitled: int) -> Balance:
    """What leaves in force have taken of a year's right."""
    return Balance(year, entitled, sum(leave.charged(state) for leave in leaves if leave.year == year))


def entitled(state: Reader, year: int) -> int:
    """The working days of a year's right; 0 when no limit is published."""
    right = reference.limit(state, AnnualLeave.CODE, "days_a_year", f"{year}-12-31")
    return right.value if right else 0
