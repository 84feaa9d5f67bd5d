"""LV-PAT: fifteen consecutive paid days, on request (domain.md 3.3, law 30.22, S25)."""

from __future__ import annotations

from collections.abc import Iterable

from sync.domain import fields
from sync.domain.act import Case, act
from sync.domain.errors import Problem, error
from sync.domain.fields import Value
from sync.domain.leave import Leave


@act("paternity_leave", 43, "LV-PAT")
class PaternityLeave(Leave):
    """Within some weeks of the birth."""

    PAPERS = ("request", "birth_certificate")
    LETTER = "paternity_leave"

    born_on: str | None = fields.day(20, section="leave", required=True)
    child: int | None = fields.ref(21, "dependant", section="leave", indexed=False)

    def proposes(self, case: Case) -> dict[str, Value]:
        """The last day."""
        limit = case.limit(self.CODE, "days", self.from_on or "")
        return {"to_on": limit.end(self.from_on)} if limit and self.from_on else {}

    def check(self, case: Case) -> Iterable[Problem]:
        """A father's leave, once for a birth, of its length, in its window (the window is to be verified)."""
        if case.employee is not None and case.employee.get("sex") == "F":
            yield error("paternity_of_woman")
        days = case.limit(self.CODE, "days", self.effective_on)
        if days and self.last_on > days.end(self.effective_on):
            yield days.problem("leave_too_long", "to_on", last=days.end(self.effective_on))
        if not self.born_on:
            return
        if self.effective_on < self.born_on:
            yield error("before_birth", "from_on")
        window = case.limit(self.CODE, "window_weeks", self.born_on)
        if window and self.last_on > window.end(self.born_on):
            yield window.problem("window_has_passed", "to_on", last=window.end(self.born_on))
        if any(other.born_on == self.born_on for other, _ in case.of(PaternityLeave)):
            yield error("leave_taken_for_birth", "born_on")
