"""AB-JUS: a justified absence (domain.md 3.3, by circular)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sync.domain import fields
from sync.domain.act import Case, act
from sync.domain.administrative_act import PeriodAct, Track
from sync.domain.errors import Problem
from sync.domain.fields import Value

CAUSES = ("summons", "exam", "union", "training", "other")


@act("justified_absence", 66, "AB-JUS")
class JustifiedAbsence(PeriodAct):
    """Some days for a cause that a paper proves; pay goes on."""

    TRACK = Track.ABSENCE
    TEMPORARY = True
    PAPERS = ("proof",)
    LETTER = "absence_permission"

    cause: str | None = fields.choice(20, *CAUSES, section="act", required=True)

    def check(self, case: Case) -> Iterable[Problem]:
        """Short: a longer one is a leave."""
        longest = case.limit(self.CODE, "days", self.effective_on)
        if longest and self.days > longest.value:
            yield longest.problem("absence_too_long", "to_on")

    def shape(self, situation: Mapping[str, Value]) -> dict[str, Value]:
        """Absent, with pay."""
        return {"absent": self.CODE, "pay_rate": "full"}
