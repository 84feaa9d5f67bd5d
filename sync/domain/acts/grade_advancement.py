"""CA-GRD: advancement to another grade, by examination or by choice (domain.md 3.5; seniority to be verified)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sync.domain import calendar, fields
from sync.domain.act import Case, act
from sync.domain.administrative_act import AdministrativeAct
from sync.domain.errors import Problem, error
from sync.domain.fields import Value
from sync.domain.reference import index_of

WAYS = ("exam", "choice")


@act("grade_advancement", 69, "CA-GRD")
class GradeAdvancement(AdministrativeAct):
    """A grade, the échelon in it whose index is not below the old one, and the index."""

    PAY = "arrears"
    PAPERS = ("commission_minutes",)
    LETTER = "grade_decision"

    grade: str | None = fields.code(20, "grade", section="career", required=True)
    echelon: int | None = fields.integer(21, section="career", required=True)
    index_number: int | None = fields.integer(22, section="career", required=True)
    way: str | None = fields.choice(23, *WAYS, section="career", required=True)
    commission_on: str | None = fields.day(24, section="career")

    def check(self, case: Case) -> Iterable[Problem]:
        """Another grade, long enough in the old one, the index of the table and no less than before."""
        situation = case.situation(self.effective_on)
        if self.grade and situation.get("grade") == self.grade:
            yield error("same_grade", "grade")
        years, since = case.limit(self.CODE, f"years_{self.way}", self.effective_on), situation.get("grade_since")
        if years and since and self.effective_on < calendar.plus_months(str(since), 12 * years.value):
            yield years.problem("grade_too_early", "from_on", day=calendar.plus_months(str(since), 12 * years.value))
        before = situation.get("index_number")
        if isinstance(before, int) and self.index_number is not None and self.index_number < before:
            yield error("index_below", "index_number", index=before)
        if self.grade and self.echelon is not None and self.index_number is not None:
            index = index_of(case.state, self.grade, self.echelon, self.effective_on)
            if index is not None and index != self.index_number:
                yield error("index_differs", "index_number", index=index)

    def shape(self, situation: Mapping[str, Value]) -> dict[str, Value]:
        """The grade with its échelon and index, unless a later one is known."""
        if self.effective_on < str(situation.get("grade_since") or ""):
            return {}
        on = self.effective_on
        facts: dict[str, Value] = {"grade": self.grade, "grade_since": on}
        return facts | {"echelon": self.echelon, "echelon_since": on, "index_number": self.index_number}
