"""MV-PRO: the provincial movement (domain.md 3.5)."""

from __future__ import annotations

from sync.domain import fields
from sync.domain.act import act
from sync.domain.posting import Posting


@act("provincial_move", 68, "MV-PRO")
class ProvincialMove(Posting):
    """A post won in the movement within the directorate, with the points that won it (in hundredths)."""

    LETTER = "transfer_order"

    points: int | None = fields.integer(24, section="assignment")
