"""LV-MAT: fourteen weeks at full pay (domain.md 3.3, S25 for the equal leave of kafala)."""

from __future__ import annotations

from collections.abc import Iterable

from sync.domain import fields
from sync.domain.act import Case, act
from sync.domain.errors import Problem, error, warning
from sync.domain.fields import Value
from sync.domain.leave import Leave


@act("maternity_leave", 42, "LV-MAT")
class MaternityLeave(Leave):
    """On a medical certificate, then the birth certificate."""

    PAPERS = ("medical_certificate",)
    LETTER = "maternity_leave"

    expected_on: str | None = fields.day(20, section="leave")
    born_on: str | None = fields.day(21, section="leave")

    def proposes(self, case: Case) -> dict[str, Value]:
        """The last day."""
        limit = case.limit(self.CODE, "weeks", self.from_on or "")
        return {"to_on": limit.end(self.from_on)} if limit and self.from_on else {}

    def check(self, case: Case) -> Iterable[Problem]:
        """A woman's leave; of its legal length (domain.md 2.3, 6)."""
        if case.employee is not None and case.employee.get("sex") == "M":
            yield error("maternity_of_man")
        limit = case.limit(self.CODE, "weeks", self.effective_on)
        if limit and self.to_on:
            legal = limit.end(self.effective_on)
            if self.to_on > legal:
                yield limit.problem("leave_too_long", "to_on", last=legal)
            elif self.to_on < legal:
                yield warning("leave_shorter_than_legal", "to_on", last=legal)
