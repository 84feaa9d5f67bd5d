"""SK-LT: long sick leave, after the health council (domain.md 3.3, S14)."""

from __future__ import annotations

from sync.domain.act import act
from sync.domain.health_leave import CouncilLeave
from sync.domain.ids import Compartment


@act("sick_long", 46, "SK-LT", compartment=Compartment.CONFIDENTIAL)
class LongSickLeave(CouncilLeave):
    """Five years in all: three at full pay, two at half."""

    PAPERS = ("medical_certificate", "council_file")
    LETTER = "sick_leave"
