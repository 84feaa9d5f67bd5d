"""The leave ledger of a person: balances, sick days in their windows, all leaves in order; derived, never typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sync.domain import catalog, lifecycle
from sync.domain.act import Act, acts_of, dossiers_of, typed
from sync.domain.acts.annual_leave import AnnualLeave, balance, entitled
from sync.domain.acts.sick_long import LongSickLeave
from sync.domain.acts.sick_medium import MediumSickLeave
from sync.domain.acts.sick_short import ShortSickLeave
from sync.domain.administrative_act import NEVER, PeriodAct, Track, notices_of
from sync.domain.health_leave import HealthLeave, sick_rule
from sync.domain.leave_count import Balance, sick_pay
from sync.domain.operation import Reader
from sync.domain.record import Row

_HEALTH: tuple[type[HealthLeave], ...] = (ShortSickLeave, MediumSickLeave, LongSickLeave)


@dataclass(frozen=True, slots=True)
class LeaveLine:
    """One leave: the act's code ("health" for who may not know more), its days, its rate of pay.

    `half_from` is the first day at half pay, '' for none. `decided` is False while it is only asked for.
    """

    row: int
    code: str
    from_on: str
    to_on: str
    rate: str
    half_from: str
    decided: bool


@dataclass(frozen=True, slots=True)
class SickAccount:
    """Sick days of one kind that count on a day, and what is left at full pay and in all."""

    code: str
    counted: int
    full_left: int
    total_left: int


def balances(state: Reader, person: int, years: Iterable[int]) -> list[Balance]:
    """Annual leave of some years, in working days; a year without a published right has none."""
    rows = [row for dossier in dossiers_of(state, person) for row in state.rows_of(AnnualLeave.KIND.name, dossier)]
    leaves = [act for act, row in ((typed(AnnualLeave, row), row) for row in rows) if act.counts(row)]
    return [balance(state, leaves, year, entitled(state, year)) for year in years]


def sick_accounts(state: Reader, person: int, day: str) -> list[SickAccount]:
    """Sick days of each kind that count on a day; only for who sees the health files."""
    found, dossiers = [], dossiers_of(state, person)
    for cls in _HEALTH:
        rule = sick_rule(state, cls.CODE, day)
        if rule is None:
            continue
        rows = [row for dossier in dossiers for row in state.rows_of(cls.KIND.name, dossier)]
        leaves = [(typed(cls, row), row) for row in rows]
        periods = [(act.effective_on, min(act.last_on, day)) for act, row in leaves if act.counts(row)]
        earlier = [period for period in periods if period[0] <= period[1]]
        # The day itself stands for a leave that would begin on it: what counts without it is one less.
        is_sick = any(first <= day <= last for first, last in earlier)
        counted = sick_pay((day, day), earlier, rule).counted - (0 if is_sick else 1)
        left = rule.full_days - counted, rule.total_days - counted
        found.append(SickAccount(cls.CODE, counted, max(0, left[0]), max(0, left[1])))
    return found


def leaves(state: Reader, person: int) -> list[LeaveLine]:
    """All leaves of a person that are asked for or in force, oldest first."""
    lines = [line for act, row in acts_of(catalog.ACTS, state, person) if (line := _line(act, row)) is not None]
    for notice in notices_of(state, person):
        if not notice.withdrawn:
            rate, half = notice.text("rate"), notice.text("half_from")
            period = notice.text("from_on"), notice.text("to_on")
            lines.append(LeaveLine(notice.id, "health", *period, rate, half, bool(notice.get("decided"))))
    return sorted(lines, key=lambda line: (line.from_on, line.row))


def _line(act: Act, row: Row) -> LeaveLine | None:
    """A leave of the general compartment; health leaves have their notices."""
    if not isinstance(act, PeriodAct) or act.TRACK is not Track.LEAVE or isinstance(act, HealthLeave):
        return None
    if act.last_on == NEVER or not (act.counts(row) or lifecycle.is_open(row.text("state"))):
        return None
    return LeaveLine(row.id, act.CODE, act.effective_on, act.last_on, "full", "", act.counts(row))
