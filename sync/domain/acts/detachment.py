"""PO-DET: detachment to another administration or body (domain.md 3.5, S16, S43)."""

from __future__ import annotations

from collections.abc import Iterable

from sync.domain import fields
from sync.domain.act import Case, act
from sync.domain.errors import Problem
from sync.domain.position import PositionAct


@act("detachment", 61, "PO-DET")
class Detachment(PositionAct):
    """On request, revocable, renewable; advancement and pension rights are kept, the host pays."""

    POSITION = "detachment"
    PAPERS = ("request", "host_agreement")
    LETTER = "detachment_order"

    host: str | None = fields.text(20, section="position", required=True)

    def check(self, case: Case) -> Iterable[Problem]:
        """No longer than the term."""
        yield from self.position_problems(case, "months")
