"""AB-UNJ: unjustified absence and the deduction from pay (domain.md 3.3, law 12.81, decree 2.99.1216, S21)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sync.domain import fields
from sync.domain.act import Case, act
from sync.domain.administrative_act import PeriodAct, Track
from sync.domain.calendar import days_between
from sync.domain.errors import Problem, error
from sync.domain.fields import Value

REPLIES = ("none", "accepted", "not_accepted")


@act("unjustified_absence", 47, "AB-UNJ")
class UnjustifiedAbsence(PeriodAct):
    """First a written query, then a deduction ordered by the head of the administration: a thirtieth for each day."""

    TRACK = Track.ABSENCE
    TEMPORARY = True
    PAY = "deduction"
    PAPERS = ("absence_report", "query")
    LETTER = "deduction_order"

    reported_on: str | None = fields.day(20, section="act", required=True)
    queried_on: str | None = fields.day(21, section="act", required=True)
    replied_on: str | None = fields.day(22, section="act")
    reply: str | None = fields.choice(23, *REPLIES, section="act", required=True)
    days_deducted: int | None = fields.integer(24, section="pay", required=True)

    def proposes(self, case: Case) -> dict[str, Value]:
        """The days of pay that are kept back."""
        if self.from_on is None or self.to_on is None:
            return {}
        return {"days_deducted": days_between(self.from_on, self.to_on)}

    def check(self, case: Case) -> Iterable[Problem]:
        """The query came before the order, the reply was not accepted, the absence is short enough for this way."""
        if self.queried_on and self.queried_on < self.effective_on:
            yield error("query_before_absence", "queried_on")
        if self.reply == "accepted":
            yield error("absence_was_justified", "reply")
        absent = self.days
        if self.days_deducted is not None and absent and not 0 < self.days_deducted <= absent:
            yield error("days_deducted_differ", "days_deducted", days=absent)
        longest = case.limit(self.CODE, "days", self.effective_on)
        if longest and absent > longest.value:
            yield longest.problem("absence_too_long", "to_on")

    def shape(self, situation: Mapping[str, Value]) -> dict[str, Value]:
        """Absent, without pay."""
        return {"absent": self.CODE, "pay_rate": "none"}
