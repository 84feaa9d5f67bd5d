"""CA-ECH: advancement to the next échelon (domain.md 3.5, decrees 2.05.1367 and 2.62.344)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sync.domain import calendar, fields
from sync.domain.act import Case, act
from sync.domain.administrative_act import AdministrativeAct
from sync.domain.errors import Problem, error, warning
from sync.domain.fields import Value
from sync.domain.operation import Reader
from sync.domain.reference import index_of, limit

PACES = ("rapid", "medium", "slow")
_BANDS = (("rapid", 1600), ("medium", 1000))
"""Average marks in hundredths from which a pace is due (domain.md 3.5, to be verified)."""


@act("echelon", 52, "CA-ECH")
class EchelonAdvancement(AdministrativeAct):
    """Within the grade she has, at one of three paces tied to the average mark (in hundredths of 20)."""

    PAY = "arrears"
    LETTER = "echelon_decision"

    grade: str | None = fields.code(20, "grade", section="career", required=True)
    echelon: int | None = fields.integer(21, section="career", required=True)
    index_number: int | None = fields.integer(22, section="career", required=True)
    pace: str | None = fields.choice(23, *PACES, section="career", required=True)
    average_mark: int | None = fields.integer(24, section="career")

    def proposes(self, case: Case) -> dict[str, Value]:
        """The échelon after the present one, and its index."""
        situation = case.situation(self.effective_on)
        grade, echelon = self.grade or situation.get("grade"), situation.get("echelon")
        if not isinstance(grade, str) or not isinstance(echelon, int):
            return {}
        index = index_of(case.state, grade, echelon + 1, self.effective_on)
        return {"grade": grade, "echelon": echelon + 1, **({"index_number": index} if index else {})}

    def check(self, case: Case) -> Iterable[Problem]:
        """The next échelon of her grade, the index of the table, after the time that the pace asks for."""
        situation = case.situation(self.effective_on)
        if self.grade and situation.get("grade") not in (None, self.grade):
            yield error("grade_differs", "grade")
        known = situation.get("echelon")
        if isinstance(known, int) and self.echelon is not None and self.echelon != known + 1:
            yield error("echelon_out_of_turn", "echelon", next=known + 1)
        if self.grade and self.echelon is not None:
            index = index_of(case.state, self.grade, self.echelon, self.effective_on)
            if index is not None and self.index_number is not None and index != self.index_number:
                yield error("index_differs", "index_number", index=index)
        yield from self._time(case, str(situation.get("echelon_since") or ""))

    def _time(self, case: Case, since: str) -> Iterable[Problem]:
        months = case.limit(self.CODE, f"months_{self.pace}", self.effective_on) if self.pace else None
        if months and since and self.effective_on < calendar.plus_months(since, months.value):
            yield months.problem("echelon_too_early", "from_on", day=calendar.plus_months(since, months.value))
        due = next((pace for pace, mark in _BANDS if (self.average_mark or 0) >= mark), "slow")
        if self.average_mark is not None and self.pace and self.pace != due:
            yield warning("pace_does_not_fit_mark", "pace")

    def shape(self, situation: Mapping[str, Value]) -> dict[str, Value]:
        """The échelon and its index, unless a later one or another grade is known."""
        known = str(situation.get("echelon_since") or "")
        if self.effective_on < known or situation.get("grade") not in (None, self.grade):
            return {}
        return {"echelon": self.echelon, "echelon_since": self.effective_on, "index_number": self.index_number}


def next_days(rules: Reader, situation: Mapping[str, Value], today: str) -> dict[str, str]:
    """By pace, the first day on which the next échelon may be given; {} at the last one, or where nothing is known."""
    grade, known, since = (situation.get(name) for name in ("grade", "echelon", "echelon_since"))
    if not isinstance(grade, str) or not isinstance(known, int) or not isinstance(since, str):
        return {}
    if index_of(rules, grade, known + 1, today) is None:
        return {}
    limits = {pace: limit(rules, EchelonAdvancement.CODE, f"months_{pace}", today) for pace in PACES}
    return {pace: calendar.plus_months(since, one.value) for pace, one in limits.items() if one is not None}
