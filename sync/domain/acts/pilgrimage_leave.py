"""LV-HAJ: leave for the pilgrimage, once in a career; no annual leave that year (domain.md 3.3, S20)."""

from __future__ import annotations

from collections.abc import Iterable

from sync.domain import calendar, fields
from sync.domain.act import Case, act
from sync.domain.errors import Problem, error
from sync.domain.fields import Value
from sync.domain.leave import Leave


@act("pilgrimage_leave", 60, "LV-HAJ")
class PilgrimageLeave(Leave):
    """Two months and the days of travel; the passport proves it on return, otherwise pay is recovered."""

    PAPERS = ("request", "pilgrimage_draw")
    LETTER = "pilgrimage_leave"
    PAY = "recovery"

    travel_days: int | None = fields.integer(20, section="leave")
    proof_on: str | None = fields.day(21, section="leave")

    def proposes(self, case: Case) -> dict[str, Value]:
        """The last day."""
        limit = case.limit(self.CODE, "months", self.from_on or "")
        if limit is None or self.from_on is None:
            return {}
        return {"to_on": calendar.plus_days(limit.end(self.from_on), self.travel_days or 0)}

    def check(self, case: Case) -> Iterable[Problem]:
        """Once; no longer than its months and the travel; not in a year of annual leave."""
        if case.of(PilgrimageLeave):
            yield error("once_in_a_career")
        longest = self.proposes(case).get("to_on")
        limit = case.limit(self.CODE, "months", self.effective_on)
        if limit and longest and self.last_on > str(longest):
            yield limit.problem("leave_too_long", "to_on", last=str(longest))
        for other, row in case.others:
            if other.CODE == "LV-ANN" and row.get("year") == int(self.effective_on[:4]):
                yield error("annual_leave_that_year", "from_on", year=int(self.effective_on[:4]))
                return
