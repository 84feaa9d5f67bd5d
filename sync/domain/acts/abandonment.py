"""AB-DEP: abandonment of post, a procedure with dates that run (domain.md 3.4, art. 75 bis, S26)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sync.domain import calendar, fields, reference
from sync.domain.act import Case, act
from sync.domain.administrative_act import NEVER, AdministrativeAct, Track
from sync.domain.errors import Problem, error
from sync.domain.fields import Value
from sync.domain.operation import Reader
from sync.domain.record import Row
from sync.domain.reference import Limit

OUTCOMES = ("returned", "dismissed")


@dataclass(frozen=True, slots=True)
class Term:
    """A date of the procedure: what is due, and the last day for it."""

    code: str
    due_on: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a procedure is on a day: days since the post was left, and what is due next with the days that are left.

    Days are of the calendar, `working_` ones without weekends and holidays; a term that has passed has none left.
    `letter` is the template of the letter that goes with what is due, "" for none.
    """

    days_gone: int
    working_days_gone: int
    term: Term | None = None
    days_left: int = 0
    working_days_left: int = 0
    letter: str = ""


LETTERS: Final[Mapping[str, str]] = {
    "notice": "notice_to_resume",
    "stop_pay": "pay_stop_order",
    "dismiss": "dismissal_proposal",
    "resume": "dismissal_proposal",
}
"""The letter that each term of the procedure asks for. Before the notice, the request for explanation goes out."""
QUERY_LETTER: Final = "explanation_request"


@act("abandonment", 48, "AB-DEP")
class Abandonment(AdministrativeAct):
    """The post is left on `from_on`. Query, notice with its postal reference, then return or dismissal."""

    TRACK = Track.ABSENCE
    PAY = "stop"
    PAPERS = ("absence_report", "notice")
    LETTER = "notice_to_resume"

    reported_on: str | None = fields.day(20, section="act", required=True)
    queried_on: str | None = fields.day(21, section="act")
    notice_on: str | None = fields.day(22, section="act", required=True)
    postal_reference: str | None = fields.text(23, section="act")
    notice_received_on: str | None = fields.day(24, section="act")
    undelivered_on: str | None = fields.day(25, section="act")
    pay_stopped_on: str | None = fields.day(26, section="pay")
    returned_on: str | None = fields.day(27, section="act")
    outcome: str | None = fields.choice(28, *OUTCOMES, section="act", required=True)

    @property
    def last_on(self) -> str:
        """The day before she came back; a dismissal has no end."""
        return calendar.plus_days(self.returned_on, -1) if self.returned_on else self.ended_on or NEVER

    @property
    def dismissed_on(self) -> str:
        """From the notification of the notice, or from the abandonment when it could not be delivered."""
        return self.notice_received_on or self.from_on or NEVER

    def terms(self, notice: Limit | None, undelivered: Limit | None) -> list[Term]:
        """What is due next, from the days that are known: works offline."""
        if self.returned_on or self.outcome:
            return []
        if self.notice_received_on:
            return [Term("resume", calendar.plus_days(self.notice_received_on, notice.value))] if notice else []
        if self.pay_stopped_on and self.undelivered_on:
            due = calendar.plus_days(self.pay_stopped_on, undelivered.value) if undelivered else ""
            return [Term("dismiss", due)] if due else []
        if self.undelivered_on:
            return [Term("stop_pay", self.undelivered_on)]
        if self.notice_on:
            return [Term("notice_answer", calendar.plus_days(self.notice_on, notice.value))] if notice else []
        return [Term("notice", self.reported_on)] if self.reported_on else []

    def progress(self, state: Reader, day: str) -> Progress:
        """The counters of the procedure on a day, from published limits and days off: works offline."""
        until = max(self.effective_on, min(day, self.last_on))
        limits = (reference.limit(state, self.CODE, name, day) for name in ("notice_days", "undelivered_days"))
        term = next(iter(self.terms(*limits)), None)
        due = term.due_on if term else day
        work = calendar.calendar_of(state, min(self.effective_on, day), max(due, day))
        gone = calendar.days_between(self.effective_on, until), work.working_days(self.effective_on, until)
        if term is None:
            return Progress(*gone)
        tomorrow = calendar.plus_days(day, 1)
        left = calendar.days_between(tomorrow, due), work.working_days(tomorrow, due) if due > day else 0
        asks = term.code == "notice" and not self.queried_on
        return Progress(*gone, term, *left, QUERY_LETTER if asks else LETTERS.get(term.code, ""))

    def check(self, case: Case) -> Iterable[Problem]:
        """Return before the term ends it; dismissal only after the term of the notice, or of the stopped pay."""
        if self.outcome == "returned" and not self.returned_on:
            yield error("required", "returned_on")
        if self.outcome != "dismissed":
            return
        if self.returned_on:
            yield error("has_returned", "outcome")
        notice = case.limit(self.CODE, "notice_days", self.effective_on)
        undelivered = case.limit(self.CODE, "undelivered_days", self.effective_on)
        decided = _decision_day(case.row)
        if self.notice_received_on:
            due = calendar.plus_days(self.notice_received_on, notice.value) if notice else ""
            if notice and decided <= due:
                yield notice.problem("notice_still_runs", "outcome", day=due)
        elif self.undelivered_on and self.pay_stopped_on:
            due = calendar.plus_days(self.pay_stopped_on, undelivered.value) if undelivered else ""
            if undelivered and decided <= due:
                yield undelivered.problem("stopped_pay_still_runs", "outcome", day=due)
        else:
            yield error("notice_not_delivered", "notice_received_on")

    def shape(self, situation: Mapping[str, Value]) -> dict[str, Value]:
        """A dismissed person has left."""
        if self.outcome != "dismissed":
            return {}
        return {"left_on": self.dismissed_on, "exit_reason": "dismissal"}


def _decision_day(row: Row) -> str:
    """The day of the decision; until there is one, the day of registration."""
    return row.text("decided_on") or row.text("registered_on")
