"""Acts by which somebody leaves for good (domain.md 3.5, EX)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from sync.domain.administrative_act import AdministrativeAct
from sync.domain.fields import Value
from sync.domain.record import facts


@facts
class Departure(AdministrativeAct):
    """`from_on` is the first day on which she does not belong to the service any more."""

    EXIT: ClassVar[str]
    PAY: ClassVar[str] = "stop"

    def shape(self, situation: Mapping[str, Value]) -> dict[str, Value]:
        """Gone since this day; who has left before stays gone since then."""
        known = str(situation.get("left_on") or "")
        return {} if known and known <= self.effective_on else {"left_on": self.effective_on, "exit_reason": self.EXIT}
