"""PO-DIS: availability (domain.md 3.5, S15)."""

from __future__ import annotations

from collections.abc import Iterable

from sync.domain import fields
from sync.domain.act import Case, act
from sync.domain.errors import Problem, error
from sync.domain.position import PositionAct

REASONS = ("illness_of_family", "army", "studies", "personal", "young_child", "follow_spouse", "ex_officio")
_COMMISSION = ("studies", "personal")


@act("availability", 56, "PO-DIS")
class Availability(PositionAct):
    """On request, without pay; pension rights are frozen. The commission (CAP) is heard for studies and own reasons."""

    POSITION = "availability"
    PAPERS = ("request", "proof")
    LETTER = "availability_order"

    reason: str | None = fields.choice(20, *REASONS, section="position", required=True)
    commission_on: str | None = fields.day(21, section="position")

    def check(self, case: Case) -> Iterable[Problem]:
        """As long as its reason allows, renewed once."""
        if self.reason in _COMMISSION and not self.commission_on:
            yield error("required", "commission_on")
        yield from self.position_problems(case, f"months_{self.reason}")
