"""LV-ALL: an hour a day to nurse a child (domain.md 3.3, S25)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from sync.domain import calendar, fields
from sync.domain.act import Case, act
from sync.domain.administrative_act import PeriodAct
from sync.domain.errors import Problem, error
from sync.domain.fields import Value


@act("nursing_leave", 64, "LV-ALL")
class NursingLeave(PeriodAct):
    """From the end of maternity or kafala leave until the child has an age; she works the rest of the day."""

    TEMPORARY: ClassVar[bool] = True
    PAPERS = ("request", "birth_certificate")
    LETTER = "nursing_leave"

    born_on: str | None = fields.day(20, section="leave", required=True)

    def proposes(self, case: Case) -> dict[str, Value]:
        """Until the child reaches the age."""
        last = self._last(case)
        return {"to_on": last} if last else {}

    def check(self, case: Case) -> Iterable[Problem]:
        """A woman's right, until the child reaches the age."""
        if case.employee is not None and case.employee.get("sex") == "M":
            yield error("nursing_of_man")
        limit, last = case.limit(self.CODE, "child_months", self.effective_on), self._last(case)
        if limit and last and self.to_on and self.to_on > last:
            yield limit.problem("leave_too_long", "to_on", last=last)

    def _last(self, case: Case) -> str:
        limit = case.limit(self.CODE, "child_months", self.effective_on)
        return calendar.last_day(self.born_on, months=limit.value) if limit and self.born_on else ""
