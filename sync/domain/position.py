"""Positions other than activity: from, to, and what is left of the rights (domain.md 3.5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from sync.domain.act import Case
from sync.domain.administrative_act import PeriodAct, Track
from sync.domain.calendar import plus_days
from sync.domain.errors import Problem, error, warning
from sync.domain.fields import Value
from sync.domain.record import facts


@facts
class PositionAct(PeriodAct):
    """The position lasts until minutes of resumption end it: a term that has passed without return is an anomaly."""

    POSITION: ClassVar[str]
    TRACK: ClassVar[Track] = Track.POSITION
    PAY: ClassVar[str] = "stop"

    def renews(self, case: Case) -> int:
        """How many acts of this kind it follows without a gap."""
        count, first = 0, self.effective_on
        for other, _ in sorted(case.of(type(self)), key=lambda pair: pair[0].effective_on, reverse=True):
            if plus_days(other.last_on, 1) == first:
                count, first = count + 1, other.effective_on
        return count

    def position_problems(self, case: Case, name: str) -> Iterable[Problem]:
        """No longer than the term `name` says, and renewed no more often than published (domain.md 3.5)."""
        term = case.limit(self.CODE, name, self.effective_on)
        if term and self.to_on and self.to_on > term.end(self.effective_on):
            yield term.problem("position_too_long", "to_on", last=term.end(self.effective_on))
        situation, renewed = case.situation(self.effective_on), self.renews(case)
        if situation.get("position") not in (None, "activity", self.POSITION):
            yield error("not_in_activity", "from_on")
        often = case.limit(self.CODE, "renewals", self.effective_on)
        if often and renewed > often.value:
            yield often.problem("renewed_too_often", "from_on")
        if situation.get("statutory_situation") not in (None, "1"):
            yield warning("not_tenured")

    def shape(self, situation: Mapping[str, Value]) -> dict[str, Value]:
        """In the position since this day, unless a later one is known."""
        if self.effective_on < str(situation.get("position_since") or ""):
            return {}
        since = situation.get("position_since") if situation.get("position") == self.POSITION else self.effective_on
        return {"position": self.POSITION, "position_since": since, "position_until": self.to_on}
