"""LV-EXC: exceptional leave at full pay, outside the annual balance (domain.md 3.3, S19)."""

from __future__ import annotations

from collections.abc import Iterable

from sync.domain import fields
from sync.domain.act import Case, act
from sync.domain.calendar import days_between
from sync.domain.errors import Problem
from sync.domain.leave import Leave

REASONS = ("marriage", "death", "family", "election", "union", "other")
_SERIOUS = ("marriage", "death", "family", "other")


@act("exceptional_leave", 41, "LV-EXC")
class ExceptionalLeave(Leave):
    """For a serious family reason, sessions of an elected office, congresses of a union."""

    PAPERS = ("request", "proof")
    LETTER = "exceptional_leave"

    reason: str | None = fields.choice(20, *REASONS, section="leave", required=True)
    detail: str | None = fields.text(21, section="leave")

    def check(self, case: Case) -> Iterable[Problem]:
        """Ten days for a family reason; whether that is a year's sum is to be verified and only remarked on."""
        if self.reason not in _SERIOUS or self.to_on is None or self.from_on is None:
            return
        once = case.limit(self.CODE, "days", self.from_on)
        if once and self.days > once.value:
            yield once.problem("leave_too_long", "to_on", last=once.end(self.from_on))
        year = case.limit(self.CODE, "days_a_year", self.from_on)
        same = [o for o, _ in case.of(ExceptionalLeave) if o.reason in _SERIOUS]
        taken = sum(days_between(*o.period) for o in same if o.effective_on[:4] == self.from_on[:4])
        if year and taken and taken + self.days > year.value:
            yield year.problem("days_of_year_exceeded", "to_on", taken=taken)
