"""EX-RES: resignation, final only when it is accepted (domain.md 3.5, art. 76, S24)."""

from __future__ import annotations

from collections.abc import Iterable

from sync.domain import fields
from sync.domain.act import Case, act
from sync.domain.departure import Departure
from sync.domain.errors import Problem, error


@act("resignation", 58, "EX-RES")
class Resignation(Departure):
    """A written request, and the day on which it takes effect."""

    EXIT = "resignation"
    PAPERS = ("request",)
    LETTER = "resignation_decision"

    requested_on: str | None = fields.day(20, section="act", required=True)
    reason: str | None = fields.text(21, section="act")

    def check(self, case: Case) -> Iterable[Problem]:
        """Written before it takes effect; a post that was left before is abandoned (art. 75 bis)."""
        if self.requested_on and self.effective_on < self.requested_on:
            yield error("before_request", "from_on")
        if any(other.CODE == "AB-DEP" and row.get("outcome") != "returned" for other, row in case.others):
            yield error("post_abandoned")
