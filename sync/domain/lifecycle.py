"""The life of an act: its states and the steps between them, as one table (domain.md 3.1).

A draft is local and has no state here. A decided act is never edited: a rectifying act takes its place, or a later
step cancels it. A step that a paper already carries is never taken back by an exchange (sync.md 3.3).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sync.domain.fields import Value
from sync.domain.ids import COUNTER_LIMIT, device_of


class State(StrEnum):
    """What the clerk sees of an act; pay state and sync state are other things."""

    REGISTERED = "registered"
    STUDY = "study"
    RETURNED = "returned"
    OPINION = "opinion"
    REFERRED = "referred"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    NOTIFIED = "notified"
    IN_EFFECT = "in_effect"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    RECTIFIED = "rectified"
    MOVED = "moved"


class Role(StrEnum):
    """What an account may be; interim adds another role for some days (authority.py)."""

    CLERK = "clerk"
    HEAD = "head"
    DIRECTOR = "director"
    AREF = "aref"
    MINISTRY = "ministry"
    AUDITOR = "auditor"


class Level(StrEnum):
    """Who decides an act: the province, the AREF, the ministry (domain.md 3.2)."""

    PROVINCE = "P"
    AREF = "A"
    CENTRE = "C"


class Means(StrEnum):
    """Why a level may decide. The difference says whose name is on the letter (domain.md 8, Vocabulary)."""

    COMPETENCE = "competence"
    SIGNATURE = "signature"
    INTERIM = "interim"


OPEN: Final = frozenset({State.REGISTERED, State.STUDY, State.RETURNED, State.OPINION, State.REFERRED})
"""Not decided: facts may still be corrected and papers completed."""
IN_FORCE: Final = frozenset({State.ACCEPTED, State.NOTIFIED, State.IN_EFFECT, State.ENDED})
"""Accepted, and neither cancelled nor rectified since: the act counts in the situation from its effective day."""

_DESK = frozenset({Role.CLERK, Role.HEAD, Role.DIRECTOR, Role.AREF})
_VISA = frozenset({Role.HEAD, Role.DIRECTOR, Role.AREF})
_DECIDERS = frozenset({Role.HEAD, Role.DIRECTOR, Role.AREF, Role.MINISTRY})
_STUDIED = frozenset({State.REGISTERED, State.STUDY, State.OPINION})
_DECIDABLE = _STUDIED | {State.REFERRED}


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the table: from which states, to which, who may, and what it needs.

    `paper`: a paper that somebody holds carries it, so it stands whatever happened elsewhere. `decides`: the matrix of
    delegation says who may, beside the roles. `entered`: a decision taken elsewhere is written down here. `needs` are
    facts of the step (entities/step.py).
    """

    name: str
    sources: frozenset[State]
    target: State | None
    roles: frozenset[Role]
    paper: bool = False
    decides: bool = False
    entered: bool = False
    needs: tuple[str, ...] = ()


REGISTER: Final = "register"
"""The step that makes the act row: the verb ACT, not a row of this table's operations."""

STEPS: Final[tuple[Step, ...]] = (
    Step(REGISTER, frozenset(), State.REGISTERED, _DESK, paper=True),
    Step("study", frozenset({State.REGISTERED, State.OPINION}), State.STUDY, _DESK),
    Step("return", _DECIDABLE, State.RETURNED, _DESK, needs=("remark",)),
    Step("complete", frozenset({State.RETURNED}), State.STUDY, _DESK),
    Step("opinion", frozenset({State.REGISTERED, State.STUDY}), State.OPINION, _VISA, needs=("opinion",)),
    Step("refer", _STUDIED, State.REFERRED, _DESK, paper=True, needs=("number",)),
    Step("accept", _DECIDABLE, State.ACCEPTED, _DECIDERS, paper=True, decides=True, needs=("number",)),
    Step("refuse", _DECIDABLE, State.REFUSED, _DECIDERS, paper=True, decides=True, needs=("number", "remark")),
    Step("enter_accepted", _DECIDABLE, State.ACCEPTED, _DESK, paper=True, entered=True, needs=("number", "level")),
    Step("enter_refused", _DECIDABLE, State.REFUSED, _DESK, paper=True, entered=True, needs=("number", "level")),
    Step("notify", frozenset({State.ACCEPTED, State.REFUSED}), State.NOTIFIED, _DESK, paper=True),
    Step("start", frozenset({State.ACCEPTED, State.NOTIFIED}), State.IN_EFFECT, _DESK, paper=True),
    Step("end", IN_FORCE - {State.ENDED}, State.ENDED, _DESK, paper=True),
    Step("withdraw", OPEN, State.WITHDRAWN, _DESK, needs=("remark",)),
    Step("move", OPEN, State.MOVED, _DESK, needs=("remark",)),
    Step("cancel", IN_FORCE, State.CANCELLED, _DECIDERS, paper=True, decides=True, needs=("number", "remark")),
    Step(
        *("enter_cancelled", IN_FORCE, State.CANCELLED, _DESK),
        paper=True,
        entered=True,
        needs=("number", "level", "remark"),
    ),
    Step("regularise", frozenset(State), None, _VISA, needs=("remark",)),
    Step("advise", frozenset({State.REFERRED}), State.REFERRED, frozenset({Role.AREF}), needs=("opinion",)),
)
"""The common life cycle. `regularise` leaves the state as it is: a person has dealt with an irregular mark. `advise` is
the academy's opinion on what goes on to Rabat, beside that of the directorate."""
BY_NAME: Final[Mapping[str, Step]] = {step.name: step for step in STEPS}
STEP_NAMES: Final = tuple(step.name for step in STEPS if step.name != REGISTER)
ACCEPTING: Final = frozenset({"accept", "enter_accepted"})
REFUSING: Final = frozenset({"refuse", "enter_refused"})
CANCELLING: Final = frozenset({"cancel", "enter_cancelled"})
OF_WHAT_IS_IN_FORCE: Final = frozenset({"start", "end"}) | CANCELLING
"""Steps of acts that were accepted, whatever their state."""


def steps_from(state: str) -> tuple[Step, ...]:
    """The steps that may follow a state, in the order of the table; whether somebody may take them is authority's.

    None follow a state that is not known here: a newer version wrote it.
    """
    return tuple(step for step in STEPS if state in step.sources)


def is_open(state: str) -> bool:
    """True as long as an act is not decided."""
    return state in OPEN


def in_force(values: Mapping[str, Value]) -> bool:
    """Whether an act row counts in the situation: accepted, and not cancelled, rectified or withdrawn since."""
    return values.get("state") in IN_FORCE and values.get("decision") == "accepted" and not values.get("withdrawn")


def shown_state(values: Mapping[str, Value], day: str) -> str:
    """The state as a clerk sees it on a day: an accepted act runs and ends with its dates, without anybody's step."""
    state = str(values.get("state") or "")
    if not in_force(values) or state == State.ENDED:
        return state
    last = min(str(values.get("ended_on") or "9999-12-31"), str(values.get("to_on") or "9999-12-31"))
    if day > last:
        return State.ENDED
    return State.IN_EFFECT if day >= str(values.get("from_on") or "9999-12-31") else state


_LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""No I and no O: they are read as digits."""


def provisional_number(row: int) -> str:
    """The number on a receipt printed offline: the letters of the device and its own count, "C-42"; never given twice.

    It follows from the row's id when the act is written; what is printed stands in the act for ever.
    """
    device, letters = device_of(row), ""
    while True:
        device, digit = divmod(device, len(_LETTERS))
        letters = _LETTERS[digit] + letters
        if not device:
            return f"{letters}-{row % COUNTER_LIMIT}"


def registry_number(n: int, year: int) -> str:
    """An official number of the register: without gaps within a province and a year."""
    return f"{n}/{year}"
