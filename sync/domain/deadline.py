"""By which day something should happen to an act next; from published limits, so that it works without a line.

A returned or referred act waits for somebody else and has no deadline here.
"""

from __future__ import annotations

from dataclasses import dataclass

from sync.domain import calendar, lifecycle, reference
from sync.domain.acts.abandonment import Abandonment
from sync.domain.administrative_act import ALL_ACTS, NEVER, AdministrativeAct
from sync.domain.lifecycle import State
from sync.domain.operation import Reader
from sync.domain.record import Row

_HERE = frozenset({State.REGISTERED, State.STUDY, State.OPINION})
_DECIDED = frozenset({State.ACCEPTED, State.REFUSED})


@dataclass(frozen=True, slots=True)
class Deadline:
    """What is due: "begins" (decide before the first day), "study", "notify", or a term of an abandonment.

    `due_on` is the last day for it.
    """

    code: str
    due_on: str


def deadline(act: AdministrativeAct, row: Row, state: Reader, day: str) -> Deadline | None:
    """The nearest deadline of an act on a day, None when nothing is due or no limit is published."""
    found = [*_of_abandonment(act, row, state, day), *_of_state(act, row, state, day)]
    return min(found, key=lambda one: one.due_on, default=None)


def _of_state(act: AdministrativeAct, row: Row, state: Reader, day: str) -> list[Deadline]:
    where = row.text("state")
    if where in _HERE:
        registered = act.registered_on or day
        if registered < act.effective_on < NEVER:
            return [Deadline("begins", act.effective_on)]
        return _after(registered, "study", state, day)
    if where in _DECIDED and act.decided_on:
        return _after(act.decided_on, "notify", state, day)
    return []


def _after(since: str, code: str, state: Reader, day: str) -> list[Deadline]:
    limit = reference.limit(state, ALL_ACTS, f"{code}_days", day)
    return [Deadline(code, calendar.plus_days(since, limit.value))] if limit is not None else []


def _of_abandonment(act: AdministrativeAct, row: Row, state: Reader, day: str) -> list[Deadline]:
    if not isinstance(act, Abandonment) or not lifecycle.is_open(row.text("state")):
        return []
    limits = (reference.limit(state, act.CODE, name, day) for name in ("notice_days", "undelivered_days"))
    return [Deadline(term.code, term.due_on) for term in act.terms(*limits)]
