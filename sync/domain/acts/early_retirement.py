"""EX-EAR: retirement before the age limit, on request (domain.md 3.5, S8, S32; years of service to be verified)."""

from __future__ import annotations

from collections.abc import Iterable

from sync.domain import calendar, fields
from sync.domain.act import Case, act
from sync.domain.departure import Departure
from sync.domain.errors import Problem, error


@act("early_retirement", 70, "EX-EAR")
class EarlyRetirement(Departure):
    """After enough years of service, more for men than for women."""

    EXIT = "retirement"
    PAPERS = ("request", "pension_file")
    LETTER = "early_retirement_decision"

    requested_on: str | None = fields.day(20, section="act", required=True)

    def check(self, case: Case) -> Iterable[Problem]:
        """Asked for before, and enough years since recruitment."""
        if self.requested_on and self.effective_on < self.requested_on:
            yield error("before_request", "from_on")
        is_man = case.employee is not None and case.employee.get("sex") == "M"
        years = case.limit(self.CODE, "years_man" if is_man else "years_woman", self.effective_on)
        situation = case.situation(self.effective_on)
        since = str(situation.get("public_service_since") or situation.get("recruited_on") or "")
        if years and since and self.effective_on < calendar.plus_months(since, 12 * years.value):
            yield years.problem("service_years_short", "from_on", day=calendar.plus_months(since, 12 * years.value))
