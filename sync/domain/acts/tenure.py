"""CA-TEN: tenure after the trainee period (domain.md 3.5, S8, S9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sync.domain import calendar, fields
from sync.domain.act import Case, act
from sync.domain.administrative_act import AdministrativeAct
from sync.domain.errors import Problem, error
from sync.domain.fields import Value

TENURED, TRAINEE = "1", "2"


@act("tenure", 53, "CA-TEN")
class Tenure(AdministrativeAct):
    """With the opinion of the commission (CAP); it may bring another échelon."""

    PAY = "arrears"
    PAPERS = ("aptitude_result", "commission_minutes")
    LETTER = "tenure_order"

    commission_on: str | None = fields.day(20, section="career", required=True)
    echelon: int | None = fields.integer(21, section="career")
    index_number: int | None = fields.integer(22, section="career")

    def check(self, case: Case) -> Iterable[Problem]:
        """She is a trainee, and has been one long enough."""
        situation = case.situation(self.effective_on)
        if situation.get("tenured_on") or case.of(Tenure):
            yield error("already_tenured")
        elif situation.get("statutory_situation") not in (None, TRAINEE):
            yield error("not_a_trainee")
        trainee = case.limit(self.CODE, "trainee_months", self.effective_on)
        recruited = str(situation.get("recruited_on") or "")
        if trainee and recruited and self.effective_on < calendar.plus_months(recruited, trainee.value):
            yield trainee.problem("trainee_too_short", "from_on")
        if (self.echelon is None) != (self.index_number is None):
            yield error("required", "index_number" if self.index_number is None else "echelon")

    def shape(self, situation: Mapping[str, Value]) -> dict[str, Value]:
        """Tenured from this day on."""
        facts: dict[str, Value] = {"tenured_on": self.effective_on, "statutory_situation": TENURED}
        if self.echelon is not None and self.effective_on >= str(situation.get("echelon_since") or ""):
            facts |= {"echelon": self.echelon, "echelon_since": self.effective_on, "index_number": self.index_number}
        return facts
