"""MV-INT: a transfer in the interest of the service (domain.md 3.5, S8)."""

from __future__ import annotations

from sync.domain.act import act
from sync.domain.posting import Posting


@act("interest_transfer", 49, "MV-INT")
class InterestTransfer(Posting):
    """The AREF moves her within the directorate; to another directorate her dossier is handed over (ADR 18)."""

    LETTER = "transfer_order"
