"""CE-ANN: the yearly census of presence; who is not counted may lose the transfer of pay (domain.md 3.5, S11)."""

from __future__ import annotations

from collections.abc import Iterable

from sync.domain import fields
from sync.domain.act import Case, act
from sync.domain.administrative_act import AdministrativeAct
from sync.domain.errors import Problem, error, warning

FOUND = ("present", "on_leave", "tasked_elsewhere", "absent", "left")


@act("presence_census", 59, "CE-ANN")
class PresenceCensus(AdministrativeAct):
    """One line of a school's list; `mended` is the certificate of rectification of a list already sent."""

    PAY = "channel"
    LETTER = "rectification_certificate"

    year: int | None = fields.integer(20, section="act", required=True)
    found: str | None = fields.choice(21, *FOUND, section="act", required=True)
    school: str | None = fields.gresa(22, section="act")
    mended: bool | None = fields.flag(23, section="act")

    def check(self, case: Case) -> Iterable[Problem]:
        """Once a year but for what mends a list; what was found fits what is known of that day."""
        if not self.mended and any(other.year == self.year for other, _ in case.of(PresenceCensus)):
            yield error("counted_already", "year", year=self.year or 0)
        situation = case.situation(self.effective_on)
        if self.found == "present" and situation.get("position") not in (None, "activity"):
            yield warning("present_though_away", "found")
        if self.found == "absent" and (situation.get("leave") or situation.get("tasked_to")):
            yield warning("absent_though_known", "found")
