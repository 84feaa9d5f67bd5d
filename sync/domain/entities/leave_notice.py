"""What everybody may know of a confidential leave: on leave, from, to, rate of pay (domain.md 2.4, sync.md 3.2)."""

from __future__ import annotations

from sync.domain import fields
from sync.domain.record import Writer, record

RATES = ("full", "half", "none")


@record("leave_notice", 38, writer=Writer.FOLD, root="employee")
class LeaveNotice:
    """Derived from a health leave, with its row id; `half_from` is the first day at half pay."""

    employee: int | None = fields.ref(10, "employee", section="leave", system=True, indexed=False)
    from_on: str | None = fields.day(11, section="leave")
    to_on: str | None = fields.day(12, section="leave")
    rate: str | None = fields.choice(13, *RATES, section="leave")
    half_from: str | None = fields.day(14, section="leave")
    decided: bool | None = fields.flag(15, section="leave")
