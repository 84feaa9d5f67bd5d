"""LV-UNP: leave without pay (domain.md 3.3, S19; length and frequency to be verified)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sync.domain import calendar
from sync.domain.act import Case, act
from sync.domain.errors import Problem
from sync.domain.fields import Value
from sync.domain.leave import Leave


@act("unpaid_leave", 65, "LV-UNP")
class UnpaidLeave(Leave):
    """Not divided, and not again before some years have passed."""

    PAY = "stop"
    PAPERS = ("request",)
    LETTER = "unpaid_leave"

    def proposes(self, case: Case) -> dict[str, Value]:
        """The last day."""
        limit = case.limit(self.CODE, "months", self.effective_on)
        return {"to_on": limit.end(self.from_on)} if limit and self.from_on else {}

    def check(self, case: Case) -> Iterable[Problem]:
        """No longer than the limit, and the last one is long enough ago."""
        limit = case.limit(self.CODE, "months", self.effective_on)
        if limit and self.to_on and self.to_on > limit.end(self.effective_on):
            yield limit.problem("leave_too_long", "to_on", last=limit.end(self.effective_on))
        every = case.limit(self.CODE, "every_months", self.effective_on)
        for other, _ in case.of(UnpaidLeave) if every else ():
            first, later = sorted((other.effective_on, self.effective_on))
            if every and later < calendar.plus_months(first, every.value):
                yield every.problem("taken_too_recently", "from_on", day=other.effective_on)

    def shape(self, situation: Mapping[str, Value]) -> dict[str, Value]:
        """On leave without pay."""
        return {**super().shape(situation), "pay_rate": "none"}
