"""EX-DEA: the death of a member of staff (domain.md 3.5)."""

from __future__ import annotations

from collections.abc import Iterable

from sync.domain import fields
from sync.domain.act import Case, act
from sync.domain.departure import Departure
from sync.domain.errors import Problem, error


@act("death", 71, "EX-DEA")
class Death(Departure):
    """Pay stops; the heirs' file asks for the death capital."""

    EXIT = "death"
    PAPERS = ("death_certificate",)
    LETTER = "death_decision"

    died_on: str | None = fields.day(20, section="act", required=True)
    heirs_file_on: str | None = fields.day(21, section="act")

    def check(self, case: Case) -> Iterable[Problem]:
        """She does not belong to the service from the day after."""
        if self.died_on and self.effective_on <= self.died_on:
            yield error("exit_before_death", "from_on", day=self.died_on)
