"""SK-MT: sick leave of medium length, after the health council (domain.md 3.3, decree 2.94.279, S14)."""

from __future__ import annotations

from sync.domain.act import act
from sync.domain.health_leave import CouncilLeave
from sync.domain.ids import Compartment


@act("sick_medium", 45, "SK-MT", compartment=Compartment.CONFIDENTIAL)
class MediumSickLeave(CouncilLeave):
    """Three years in all: two at full pay, one at half."""

    PAPERS = ("medical_certificate", "council_file")
    LETTER = "sick_leave"
