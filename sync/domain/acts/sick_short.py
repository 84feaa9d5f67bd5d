"""SK-ST: short sick leave on a certificate (domain.md 3.3, S14, S21, S22)."""

from __future__ import annotations

from collections.abc import Iterable

from sync.domain import calendar, fields
from sync.domain.act import Case, act
from sync.domain.calendar import calendar_of
from sync.domain.errors import Problem, error, warning
from sync.domain.health_leave import HealthLeave
from sync.domain.ids import Compartment

VISITS = ("none", "ordered", "confirmed", "refused")


@act("sick_short", 44, "SK-ST", compartment=Compartment.CONFIDENTIAL)
class ShortSickLeave(HealthLeave):
    """Up to some months in twelve consecutive ones, first at full and then at half pay; a counter-visit is possible."""

    PAPERS = ("medical_certificate",)
    LETTER = "sick_leave"

    rural: bool | None = fields.flag(23, section="health")
    counter_visit: str | None = fields.choice(24, *VISITS, section="health")

    def check(self, case: Case) -> Iterable[Problem]:
        """The certificate came in time, the counter-visit did not refuse it, the days are within the ceiling."""
        yield from super().check(case)
        if self.counter_visit == "refused":
            yield error("counter_visit_refused", "counter_visit")
        name = "certificate_days_rural" if self.rural else "certificate_days"
        limit = case.limit(self.CODE, name, self.effective_on)
        if limit and self.from_on and self.received_on and self.received_on > self.from_on:
            work = calendar_of(case.state, self.from_on, calendar.plus_days(self.from_on, 60))
            if self.received_on > work.end_of(self.from_on, limit.value):
                yield warning("certificate_late", "received_on", limit=limit.value)
