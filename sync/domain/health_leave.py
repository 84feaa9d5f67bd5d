"""Health leave: the file is confidential; everybody else sees on leave, from, to, rate of pay (domain.md 2.4).

No field holds a diagnosis. Rates follow from the leaves that are in force, in order of their days, so that they are
the same whatever the order in which the leaves were entered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from sync.domain import calendar, fields, lifecycle, reference
from sync.domain.act import Act, Case
from sync.domain.administrative_act import NEVER, PeriodAct, Track
from sync.domain.errors import Problem, error, warning
from sync.domain.fields import Value
from sync.domain.leave_count import Period, SickPay, SickRule, sick_pay
from sync.domain.operation import Reader
from sync.domain.record import Row, facts

COUNCIL_OPINIONS = ("favourable", "unfavourable", "adjourned")


@facts
class HealthLeave(PeriodAct):
    """A leave on a medical certificate."""

    TRACK: ClassVar[Track] = Track.LEAVE
    TEMPORARY: ClassVar[bool] = True
    PAY: ClassVar[str] = "half_pay"

    certificate_on: str | None = fields.day(20, section="health", required=True)
    received_on: str | None = fields.day(21, section="health", required=True)
    doctor: str | None = fields.text(22, section="health")

    def proposes(self, case: Case) -> dict[str, Value]:
        """A certificate is made on the first day of the leave and comes to the desk on the day it is registered."""
        return {"certificate_on": self.from_on, "received_on": self.registered_on} if self.from_on else {}

    def check(self, case: Case) -> Iterable[Problem]:
        """Within the days of this kind of sick leave (domain.md 3.3)."""
        if self.last_on == NEVER or self.last_on < self.effective_on:
            return
        pay = self.pay(case.state, [other.period for other, _ in case.of(type(self))])
        total = case.limit(self.CODE, "total_days", self.effective_on)
        if pay.over_from and total:
            yield total.problem("sick_days_exceeded", "to_on", day=pay.over_from)
        if pay.half_from:
            yield warning("half_pay_from", "to_on", day=pay.half_from)

    def pay(self, state: Reader, others: Iterable[Period]) -> SickPay:
        """The switch to half pay and the days counted, on top of leaves of this kind that began earlier."""
        rule = sick_rule(state, self.CODE, self.effective_on)
        earlier = [period for period in others if period[0] < self.effective_on]
        return sick_pay(self.period, earlier, rule) if rule else SickPay()


@facts
class CouncilLeave(HealthLeave):
    """A health leave that needs the opinion of the health council; granted by some months at a time."""

    council_sent_on: str | None = fields.day(23, section="health")
    council_opinion: str | None = fields.choice(24, *COUNCIL_OPINIONS, section="health", required=True)
    council_on: str | None = fields.day(25, section="health")

    def check(self, case: Case) -> Iterable[Problem]:
        """The council agreed; the file went to it in time; one grant is not too long (domain.md 3.3, S14)."""
        yield from super().check(case)
        if self.council_opinion and self.council_opinion != "favourable":
            yield error("council_against", "council_opinion")
        sending = case.limit(self.CODE, "council_sent_days", self.effective_on)
        sent, received = self.council_sent_on, self.received_on
        if sending and sent and received and calendar.plus_days(received, sending.value) < sent:
            yield warning("council_sent_late", "council_sent_on", limit=sending.value)
        grant = case.limit(self.CODE, "grant_months", self.effective_on)
        if grant and self.to_on and self.to_on > grant.end(self.effective_on):
            yield grant.problem("grant_too_long", "to_on")


def sick_rule(state: Reader, code: str, day: str) -> SickRule | None:
    """The days at full pay and in all, None when they are not published."""
    full, total = (reference.limit(state, code, name, day) for name in ("full_pay_days", "total_days"))
    window = reference.limit(state, code, "window_months", day)
    return SickRule(full.value, total.value, window.value if window else 0) if full and total else None


def notices(acts: Sequence[tuple[Act, Row]], state: Reader) -> dict[int, Mapping[str, Value]]:
    """What the general compartment says of each health leave that is asked for or in force, by its row id."""
    leaves = [(act, row) for act, row in acts if isinstance(act, HealthLeave) and act.last_on != NEVER]
    granted = [(act, row) for act, row in leaves if act.counts(row)]
    found: dict[int, Mapping[str, Value]] = {}
    for act, row in leaves:
        decided = act.counts(row)
        if not decided and not lifecycle.is_open(row.text("state")):
            continue
        others = [other.period for other, kept in granted if type(other) is type(act) and kept.id != row.id]
        half = act.pay(state, others).half_from
        found[row.id] = {
            "from_on": act.effective_on,
            "to_on": act.last_on,
            "rate": "half" if half and half <= act.effective_on else "full",
            "half_from": half or None,
            "decided": decided or None,
        }
    return found
