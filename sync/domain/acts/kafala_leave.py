"""LV-KAF: leave for a child taken in by kafala (domain.md 3.3, S25)."""

from __future__ import annotations

from collections.abc import Iterable

from sync.domain import calendar, fields
from sync.domain.act import Case, act
from sync.domain.errors import Problem, error
from sync.domain.fields import Value
from sync.domain.leave import Leave
from sync.domain.reference import Limit


@act("kafala_leave", 63, "LV-KAF")
class KafalaLeave(Leave):
    """As long as maternity for the woman, as paternity for the man; the child is young."""

    PAPERS = ("request", "kafala_order")
    LETTER = "kafala_leave"

    born_on: str | None = fields.day(20, section="leave", required=True)
    order_on: str | None = fields.day(21, section="leave", required=True)

    def proposes(self, case: Case) -> dict[str, Value]:
        """The last day."""
        limit = self._length(case)
        return {"to_on": limit.end(self.from_on)} if limit and self.from_on else {}

    def check(self, case: Case) -> Iterable[Problem]:
        """After the order, while the child is young, no longer than the law says."""
        if self.order_on and self.effective_on < self.order_on:
            yield error("before_order", "from_on", day=self.order_on)
        age = case.limit(self.CODE, "child_months", self.effective_on)
        if age and self.born_on and self.effective_on >= calendar.plus_months(self.born_on, age.value):
            yield age.problem("child_too_old", "born_on")
        limit = self._length(case)
        if limit and self.to_on and self.to_on > limit.end(self.effective_on):
            yield limit.problem("leave_too_long", "to_on", last=limit.end(self.effective_on))

    def _length(self, case: Case) -> Limit | None:
        is_man = case.employee is not None and case.employee.get("sex") == "M"
        return case.limit(self.CODE, "days_man" if is_man else "weeks_woman", self.effective_on)
