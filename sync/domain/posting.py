"""Acts that give somebody another original post (domain.md 3.5, the movements)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from sync.domain import fields
from sync.domain.act import Case
from sync.domain.administrative_act import AdministrativeAct
from sync.domain.entities.situation import CYCLES
from sync.domain.errors import Problem, error
from sync.domain.fields import Value
from sync.domain.record import facts
from sync.domain.workplace import REACHES, arrival, school_problems

ZONES = ("A", "B", "C")


@facts
class Posting(AdministrativeAct):
    """A new original post. `reach` is how far: which of her dates of arrival begin anew."""

    PAY: ClassVar[str] = "zone"
    PAPERS: ClassVar[tuple[str, ...]] = ("transfer_order",)

    school: str | None = fields.gresa(20, section="assignment", required=True)
    reach: str | None = fields.choice(21, *REACHES, section="assignment", required=True)
    residence_zone: str | None = fields.choice(22, *ZONES, section="assignment")
    cycle: str | None = fields.choice(23, *CYCLES, section="assignment")

    def check(self, case: Case) -> Iterable[Problem]:
        """Another school, open, of this province; the zone is the school's (domain.md 2.3, 5)."""
        situation = case.situation(self.effective_on)
        if self.school and situation.get("school") == self.school:
            yield error("same_school", "school")
        if any(isinstance(other, Posting) and other.effective_on == self.from_on for other, _ in case.others):
            yield error("two_transfers_on_a_day", "from_on")
        yield from school_problems(case, self.school, self.residence_zone, self.effective_on)

    def shape(self, situation: Mapping[str, Value]) -> dict[str, Value]:
        """Another original post, unless a later one is known."""
        facts = arrival(situation, self.effective_on, self.school, self.reach)
        if not facts:
            return {}
        more = {"assignment_nature": "original", "residence_zone": self.residence_zone, "cycle": self.cycle}
        return facts | {name: value for name, value in more.items() if value}
