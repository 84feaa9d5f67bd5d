"""What all acts have in common that are registered, decided and notified: facts, papers, period, effect on pay.

An act declares its facts and what it occupies; `check` looks across records. Its errors block a decision, never the
registration of an incomplete request (domain.md 2.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import ClassVar, Final

from sync.domain import calendar, fields, lifecycle, shape
from sync.domain.act import Act, Case, dossiers_of
from sync.domain.canonical import day_number
from sync.domain.entities.step import LEVELS, OPINIONS
from sync.domain.errors import Problem, error, missing, warning
from sync.domain.fields import Value
from sync.domain.lifecycle import State
from sync.domain.operation import Reader
from sync.domain.record import Row, facts

ACT_RANK = 2
"""After what sources and their corrections state (acts/opening_situation.py)."""
NEVER = "9999-12-31"
STATES = tuple(state.value for state in State)
DECISIONS = ("accepted", "refused")
PAY_STATES = ("none", "to_send", "in_batch", "accepted", "rejected", "corrected", "applied")
ALL_ACTS = "*"
"""The act code of limits that hold for every act."""


class Track(StrEnum):
    """What of a person an act occupies for its period; two acts on tracks that exclude each other may not overlap."""

    NONE = "none"
    LEAVE = "leave"
    ABSENCE = "absence"
    POSITION = "position"
    TASK = "task"


EXCLUDE: Final = {
    Track.NONE: frozenset[Track](),
    Track.LEAVE: frozenset({Track.LEAVE, Track.POSITION}),
    Track.ABSENCE: frozenset({Track.LEAVE, Track.ABSENCE, Track.POSITION}),
    Track.POSITION: frozenset({Track.LEAVE, Track.POSITION, Track.TASK}),
    Track.TASK: frozenset({Track.TASK, Track.POSITION}),
}
"""What may not run on the days of something else."""


@facts
class AdministrativeAct(Act):
    """An act with its request, its decision and its period; `from_on` and `to_on` are its first and last day.

    `PAPERS` are the codes of the papers that go with the request, `PAY` what it does to pay, `LETTER` the template of
    the letter when the province decides. A `TEMPORARY` act shows in the situation during its period only.
    """

    HAS_STEPS: ClassVar[bool] = True
    PAPERS: ClassVar[tuple[str, ...]] = ()
    TRACK: ClassVar[Track] = Track.NONE
    PAY: ClassVar[str] = "none"
    LETTER: ClassVar[str] = ""
    TEMPORARY: ClassVar[bool] = False

    employee: int | None = fields.ref(10, "employee", section="act", system=True, indexed=False)
    from_on: str | None = fields.day(11, section="act", required=True)
    reference: str | None = fields.text(13, section="act")
    registered_on: str | None = fields.day(14, section="act", required=True)
    papers: str | None = fields.text(15, section="act")
    remark: str | None = fields.text(16, section="act", multiline=True)
    rectifies: int | None = fields.act_ref(17, section="act")
    provisional_number: str | None = fields.text(18, section="control", indexed=True, system=True)
    number: str | None = fields.text(19, section="control", indexed=True, system=True)

    state: str | None = fields.choice(60, *STATES, section="life", indexed=True, system=True)
    opinion: str | None = fields.choice(61, *OPINIONS, section="life", system=True)
    referred_on: str | None = fields.day(62, section="life", system=True)
    decision: str | None = fields.choice(63, *DECISIONS, section="life", system=True)
    decided_on: str | None = fields.day(64, section="life", system=True)
    decided_level: str | None = fields.choice(65, *LEVELS, section="life", system=True)
    decided_by: int | None = fields.integer(66, section="life", system=True)
    decision_number: str | None = fields.text(67, section="life", indexed=True, system=True)
    notified_on: str | None = fields.day(68, section="life", system=True)
    ended_on: str | None = fields.day(69, section="life", system=True)
    irregular: str | None = fields.text(70, section="life", system=True)
    irregular_by: int | None = fields.integer(71, section="life", system=True)
    rectified_by: int | None = fields.act_ref(72, section="life", system=True)
    pay_state: str | None = fields.choice(73, *PAY_STATES, section="life", system=True)
    moved_to: int | None = fields.ref(74, "employee", section="life", system=True, indexed=False)
    moved_from: int | None = fields.act_ref(75, section="life", system=True)

    @property
    def effective_on(self) -> str:
        """The first day of its effect."""
        return self.from_on or NEVER

    @property
    def last_on(self) -> str:
        """The last day of its effect; far away when it has none."""
        return self.ended_on or NEVER

    @property
    def period(self) -> tuple[str, str]:
        """First and last day."""
        return self.effective_on, self.last_on

    @property
    def days(self) -> int:
        """How many days it lasts; 0 when it has no end. Ceilings of the delegation matrix count these."""
        return 0 if self.last_on == NEVER else calendar.days_between(*self.period)

    def counts(self, row: Row) -> bool:
        """Accepted, and neither cancelled nor rectified since."""
        return lifecycle.in_force(row.values)

    def applies(self, day: str | None) -> bool:
        """From its first day on; a temporary act until its last day only."""
        if self.TEMPORARY:
            return day is not None and self.effective_on <= day <= self.last_on
        return day is None or self.effective_on <= day

    def order(self, row: Row) -> tuple[int, int, int]:
        """By its first day; of two on one day by the id of the row."""
        return ACT_RANK, day_number(self.effective_on), row.id

    def shape(self, situation: Mapping[str, Value]) -> dict[str, Value]:
        """Nothing, unless the act says more."""
        return {}

    def check(self, case: Case) -> Iterable[Problem]:
        """What else must hold for this act to be decided; nothing, unless the act says more."""
        return ()

    def proposes(self, case: Case) -> dict[str, Value]:
        """Values worked out for facts that are still empty: the last day of a leave, the number of its days."""
        return {}

    def ends(self, case: Case) -> Iterable[tuple[Row, str]]:
        """Other acts that are over once this one is accepted, each with its last day."""
        return ()

    def given(self) -> frozenset[str]:
        """The codes of the papers that came with the request."""
        return frozenset((self.papers or "").split())


@facts
class PeriodAct(AdministrativeAct):
    """An act with a last day."""

    to_on: str | None = fields.day(12, section="act", required=True)

    @property
    def last_on(self) -> str:
        """The last day, or the earlier one on which somebody ended it."""
        return min(self.ended_on or NEVER, self.to_on or NEVER)

    @classmethod
    def last_of(cls, state: Reader, first: str, days: int) -> str:
        """The last of so many days that begin on a day: of the calendar, unless the act counts others."""
        return calendar.plus_days(first, days - 1)


COMMON_FACTS = tuple(AdministrativeAct.__dataclass_fields__)
"""Names of the facts of every act; their words on screen are shared."""


def problems(act: AdministrativeAct, case: Case) -> list[Problem]:
    """All that speaks against deciding an act: gaps, papers, dates, other acts, and its own check."""
    found = [*shape.gaps(act.KIND, case.row), *_papers(act), *_dates(act, case), *_rectifies(act, case)]
    if act.effective_on != NEVER:
        found += [*_overlaps(act, case), *act.check(case)]
    return found


def _papers(act: AdministrativeAct) -> Iterable[Problem]:
    for paper in act.PAPERS:
        if paper not in act.given():
            yield missing("paper_missing", "papers", paper=paper)


def _dates(act: AdministrativeAct, case: Case) -> Iterable[Problem]:
    """Days in their order; nothing before recruitment, nothing after the person has left (domain.md 5, controls)."""
    first, last = act.period
    if first == NEVER:
        return
    if last < first:
        yield error("ends_before_it_begins", "to_on")
    situation = case.situation(first)
    recruited, left = str(situation.get("recruited_on") or ""), str(situation.get("left_on") or "")
    if recruited and first < recruited:
        yield error("before_recruitment", "from_on", day=recruited)
    if left and first >= left:
        yield error("has_left", "from_on", day=left)
    late = case.limit(ALL_ACTS, "retroactive_months", first)
    known = act.registered_on or first
    if late and first < calendar.plus_months(known, -late.value):
        yield warning("far_back", "from_on", limit=late.value)


def _rectifies(act: AdministrativeAct, case: Case) -> Iterable[Problem]:
    """A rectifying act points to an act of its kind and person that is in force."""
    if not act.rectifies:
        return
    target = case.state.row(act.KIND.name, act.rectifies)
    if target is None or target.dossier != case.row.dossier or not lifecycle.in_force(target.values):
        yield error("nothing_to_rectify", "rectifies")


def _overlaps(act: AdministrativeAct, case: Case) -> Iterable[Problem]:
    """Leave on leave, leave in a position that is not activity, two positions, two tasks (domain.md 2.3, 5)."""
    excluded = EXCLUDE[act.TRACK]
    for other, _row in case.others:
        if isinstance(other, AdministrativeAct) and other.TRACK in excluded and _shares_days(act, other):
            yield error("overlaps", "from_on", code=other.CODE, first=other.effective_on, last=other.last_on)
    own = {row.id for _, row in case.others} | {case.row.id, case.row.get("rectifies")}
    for notice in notices_of(case.state, case.row.dossier) if Track.LEAVE in excluded else ():
        first, last = notice.text("from_on"), notice.text("to_on")
        if notice.id in own or notice.withdrawn or not calendar.overlap(act.period, (first, last)):
            continue
        say = error if notice.get("decided") else warning
        yield say("overlaps_leave", "from_on", first=first, last=last)


def notices_of(state: Reader, person: int) -> list[Row]:
    """What the general compartment says of all health leaves of a person."""
    return [row for dossier in dossiers_of(state, person) for row in state.rows_of("leave_notice", dossier)]


def _shares_days(act: AdministrativeAct, other: AdministrativeAct) -> bool:
    return calendar.overlap(act.period, other.period)
