"""What comes up in dossiers and on which day: ends of terms, retirement, tenure, the dates of an abandonment.

Worked out from the rows of a dossier and published limits, so that it is there without a line (domain.md 3.4, 3.5).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sync.domain import calendar, lifecycle, reference
from sync.domain.act import typed
from sync.domain.acts.abandonment import Abandonment
from sync.domain.acts.age_retirement import AgeRetirement, retirement
from sync.domain.acts.availability import Availability
from sync.domain.acts.tasking import Tasking
from sync.domain.acts.tenure import TRAINEE, Tenure
from sync.domain.administrative_act import ALL_ACTS
from sync.domain.errors import Problem, warning
from sync.domain.operation import Reader
from sync.domain.record import Row

READ: Final = ("employee", "situation", "leave_notice", Tasking.KIND.name, Abandonment.KIND.name)
"""The kinds of rows that alerts are worked out from."""
_NOT_YET_OLD: Final = 50


@dataclass(frozen=True, slots=True)
class Alert:
    """Something of a person that comes up: its sentence, the last day for it, and the row it follows from.

    A day that has passed is late.
    """

    person: int
    problem: Problem
    on: str
    kind: str
    row: int


@dataclass(frozen=True, slots=True)
class _Dossier:
    rows: list[Row]
    rules: Reader
    today: str

    def of(self, kind: str) -> list[Row]:
        return [row for row in self.rows if row.kind == kind]

    def until(self, code: str, name: str) -> str:
        """The last day that is near enough to speak of; "" when no limit is published."""
        limit = reference.limit(self.rules, code, name, self.today)
        return limit.end(self.today) if limit else ""


def alerts(rows: Iterable[Row], rules: Reader, today: str) -> list[Alert]:
    """What comes up for people whose rows are given (kinds of `READ`), the most pressing first."""
    by_person: dict[int, list[Row]] = {}
    for row in rows:
        if not row.withdrawn:
            by_person.setdefault(row.dossier, []).append(row)
    found = [
        alert for some in by_person.values() for watch in _WATCHES for alert in watch(_Dossier(some, rules, today))
    ]
    return sorted(found, key=lambda alert: (alert.on, alert.person, alert.problem.code, alert.row))


def _terms(dossier: _Dossier) -> Iterator[Alert]:
    """Ends of a position and of a contract, with the day until which a return must be asked for."""
    until = dossier.until(ALL_ACTS, "end_alert_days")
    for row in dossier.of("situation"):
        if row.get("left_on"):
            continue
        contract, position, end = row.text("contract_until"), row.text("position"), row.text("position_until")
        if "" < contract <= until:
            yield _alert(row, warning("contract_ends", "contract_until", day=contract), contract)
        if position in ("", "activity") or not end:
            continue
        asking = reference.limit(dossier.rules, Availability.CODE, "return_request_months", dossier.today)
        ask = calendar.plus_months(end, -asking.value) if asking and position == Availability.POSITION else end
        if min(ask, end) <= until:
            asks = dossier.today <= ask < end
            problem = warning("return_to_be_asked" if asks else "position_ends", "position_until", day=end)
            yield _alert(row, problem, ask if asks else end)


def _health_leave(dossier: _Dossier) -> Iterator[Alert]:
    """Health leave that ends within some days: she comes back, or sends another certificate."""
    until = dossier.until(ALL_ACTS, "leave_alert_days")
    for row in dossier.of("leave_notice"):
        end = row.text("to_on")
        if row.get("decided") and dossier.today <= end <= until:
            yield _alert(row, warning("health_leave_ends", "to_on", day=end), end)


def _tasks(dossier: _Dossier) -> Iterator[Alert]:
    """Tasks that end soon: back to the original post."""
    until = dossier.until(ALL_ACTS, "end_alert_days")
    for row in dossier.of(Tasking.KIND.name):
        end = typed(Tasking, row).last_on
        if lifecycle.in_force(row.values) and dossier.today <= end <= until:
            yield _alert(row, warning("task_ends", "to_on", day=end), end)


def _retirement(dossier: _Dossier) -> Iterator[Alert]:
    """The age limit within some months, and whether it rests on an assumption about the birth date."""
    until = dossier.until(AgeRetirement.CODE, "alert_months")
    situation = next(iter(dossier.of("situation")), None)
    for row in dossier.of("employee"):
        birth = row.text("birth_date")
        if not birth or int(birth[:4]) > int(dossier.today[:4]) - _NOT_YET_OLD or row.get("merged_into"):
            continue
        if situation is None or situation.get("left_on"):
            continue
        found = retirement(dossier.rules, birth, at_school=bool(situation.get("school")))
        if found is not None and found.from_on <= until:
            days = {"day": found.from_on, "limit_day": found.limit_on}
            problem = warning("retirement_comes_assumed" if found.assumed else "retirement_comes", "birth_date", **days)
            yield _alert(row, problem, found.from_on)


def _tenure(dossier: _Dossier) -> Iterator[Alert]:
    """A trainee whose time is over."""
    for row in dossier.of("situation"):
        recruited = row.text("recruited_on")
        limit = reference.limit(dossier.rules, Tenure.CODE, "trainee_months", dossier.today)
        if row.get("statutory_situation") != TRAINEE or not recruited or limit is None or row.get("left_on"):
            continue
        due = calendar.plus_months(recruited, limit.value)
        if due <= dossier.until(ALL_ACTS, "end_alert_days"):
            yield _alert(row, warning("tenure_due", "tenured_on", day=due), due)


def _abandonment(dossier: _Dossier) -> Iterator[Alert]:
    """What is due next in a procedure of abandonment."""
    for row in dossier.of(Abandonment.KIND.name):
        act = typed(Abandonment, row)
        if not lifecycle.is_open(row.text("state")):
            continue
        limits = (
            reference.limit(dossier.rules, act.CODE, name, dossier.today)
            for name in ("notice_days", "undelivered_days")
        )
        for term in act.terms(*limits):
            yield _alert(row, _SENTENCES[term.code](term.due_on), term.due_on)


def _alert(row: Row, problem: Problem, on: str) -> Alert:
    return Alert(row.dossier, problem, on, row.kind, row.id)


_SENTENCES: Final[dict[str, Callable[[str], Problem]]] = {
    "notice": lambda day: warning("notice_to_send", "notice_on", day=day),
    "notice_answer": lambda day: warning("notice_unanswered", "notice_received_on", day=day),
    "resume": lambda day: warning("resumption_awaited", "returned_on", day=day),
    "stop_pay": lambda day: warning("pay_to_stop", "pay_stopped_on", day=day),
    "dismiss": lambda day: warning("dismissal_possible", "outcome", day=day),
}
_WATCHES: Final = (_terms, _health_leave, _tasks, _retirement, _tenure, _abandonment)
