"""MV-TSK: a temporary task at another school, until the end of the school year at most (domain.md 3.5, S8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sync.domain import fields
from sync.domain.act import Case, act
from sync.domain.administrative_act import PeriodAct, Track
from sync.domain.calendar import school_year_of
from sync.domain.errors import Problem, error, warning
from sync.domain.fields import Value
from sync.domain.workplace import school_problems

TASK_NATURES = ("temporary", "completion")


@act("tasking", 50, "MV-TSK")
class Tasking(PeriodAct):
    """The original post stays hers; the task ends by itself."""

    TRACK = Track.TASK
    TEMPORARY = True
    PAPERS = ("tasking_note",)
    LETTER = "tasking_note"

    school: str | None = fields.gresa(20, section="assignment", required=True)
    nature: str | None = fields.choice(21, *TASK_NATURES, section="assignment", required=True)
    hours: int | None = fields.integer(22, section="assignment")

    def proposes(self, case: Case) -> dict[str, Value]:
        """The end of the school year."""
        year = school_year_of(case.state, self.from_on) if self.from_on else None
        return {"to_on": year.to_on} if year else {}

    def check(self, case: Case) -> Iterable[Problem]:
        """Another school than her own, within one school year (the rule is to be verified)."""
        if self.school and case.situation(self.effective_on).get("school") == self.school:
            yield error("same_school", "school")
        year = school_year_of(case.state, self.effective_on) if self.from_on else None
        if year and self.to_on and self.to_on > year.to_on:
            yield warning("beyond_school_year", "to_on", day=year.to_on)
        yield from school_problems(case, self.school, None, self.effective_on)

    def shape(self, situation: Mapping[str, Value]) -> dict[str, Value]:
        """Where she works for the time being."""
        return {"tasked_to": self.school, "tasked_from": self.effective_on, "tasked_until": self.last_on}
