"""SK-WK: leave for an accident or an illness of the service (domain.md 3.3; delays to be verified)."""

from __future__ import annotations

from collections.abc import Iterable

from sync.domain import calendar, fields
from sync.domain.act import Case, act
from sync.domain.errors import Problem, error
from sync.domain.health_leave import HealthLeave
from sync.domain.ids import Compartment

OPINIONS_OF_COMMISSION = ("imputable", "not_imputable", "adjourned")


@act("work_accident", 67, "SK-WK", compartment=Compartment.CONFIDENTIAL)
class WorkAccident(HealthLeave):
    """At full pay until she comes back or retires; no days are counted. A commission says whether it is of service."""

    PAPERS = ("medical_certificate", "accident_declaration", "commission_minutes")
    LETTER = "accident_decision"

    accident_on: str | None = fields.day(23, section="health", required=True)
    declared_on: str | None = fields.day(24, section="health", required=True)
    imputability: str | None = fields.choice(25, *OPINIONS_OF_COMMISSION, section="health", required=True)

    def check(self, case: Case) -> Iterable[Problem]:
        """Declared soon after it happened, and of the service."""
        yield from super().check(case)
        if self.accident_on and self.effective_on < self.accident_on:
            yield error("before_accident", "from_on", day=self.accident_on)
        if self.imputability and self.imputability != "imputable":
            yield error("not_of_service", "imputability")
        limit = case.limit(self.CODE, "declared_days", self.effective_on)
        if limit and self.accident_on and self.declared_on:
            due = calendar.plus_days(self.accident_on, limit.value)
            if self.declared_on > due:
                yield limit.problem("declared_late", "declared_on", day=due)
