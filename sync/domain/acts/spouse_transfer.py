"""MV-CON: joining one's spouse (domain.md 3.5, S36)."""

from __future__ import annotations

from collections.abc import Iterable

from sync.domain import fields
from sync.domain.act import Case, act
from sync.domain.errors import Problem, error
from sync.domain.posting import Posting


@act("spouse_transfer", 62, "MV-CON")
class SpouseTransfer(Posting):
    """By the priority of those whose spouse works elsewhere; `spouse_ppr` when the spouse is a civil servant."""

    PAPERS = ("transfer_order", "marriage_certificate", "spouse_work_certificate")
    LETTER = "spouse_transfer_order"

    spouse_ppr: str | None = fields.ppr(24, section="family")

    def check(self, case: Case) -> Iterable[Problem]:
        """A post like any other, for somebody who is married, and not to herself."""
        yield from super().check(case)
        person = case.employee
        if person is not None and person.get("marital_status") not in (None, "married"):
            yield error("not_married")
        if person is not None and self.spouse_ppr and self.spouse_ppr == person.get("ppr"):
            yield error("own_ppr", "spouse_ppr")
