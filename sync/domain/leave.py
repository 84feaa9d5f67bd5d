"""Leave that everybody may know of: what it says of the situation while it lasts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from sync.domain.administrative_act import PeriodAct, Track
from sync.domain.fields import Value
from sync.domain.record import facts


@facts
class Leave(PeriodAct):
    """A leave of the general compartment at full pay."""

    TRACK: ClassVar[Track] = Track.LEAVE
    TEMPORARY: ClassVar[bool] = True

    def shape(self, situation: Mapping[str, Value]) -> dict[str, Value]:
        """On leave, from, to, rate of pay."""
        return {"leave": self.CODE, "leave_from": self.effective_on, "leave_to": self.last_on, "pay_rate": "full"}
