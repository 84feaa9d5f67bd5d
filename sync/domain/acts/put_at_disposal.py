"""PO-MAD: at the disposal of another administration (domain.md 3.5, S9, law 50-05)."""

from __future__ import annotations

from collections.abc import Iterable

from sync.domain import fields
from sync.domain.act import Case, act
from sync.domain.administrative_act import PeriodAct, Track
from sync.domain.errors import Problem, error


@act("put_at_disposal", 72, "PO-MAD")
class PutAtDisposal(PeriodAct):
    """She stays in activity and is paid as before; a convention between the administrations says where she works."""

    TRACK = Track.TASK
    TEMPORARY = True
    PAPERS = ("request", "convention")
    LETTER = "disposal_order"

    host: str | None = fields.text(20, section="position", required=True)
    convention_on: str | None = fields.day(21, section="position", required=True)

    def check(self, case: Case) -> Iterable[Problem]:
        """In activity, after the convention, for no longer than the limit."""
        if case.situation(self.effective_on).get("position") not in (None, "activity"):
            yield error("not_in_activity", "from_on")
        if self.convention_on and self.effective_on < self.convention_on:
            yield error("before_convention", "from_on", day=self.convention_on)
        limit = case.limit(self.CODE, "months", self.effective_on)
        if limit and self.to_on and self.to_on > limit.end(self.effective_on):
            yield limit.problem("position_too_long", "to_on", last=limit.end(self.effective_on))
