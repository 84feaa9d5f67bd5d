"""Controls of what occupies somebody: leave on leave, leave in a position, a leave that is not hers, sick days."""

from __future__ import annotations

from collections.abc import Iterator

from sync.domain.acts.maternity_leave import MaternityLeave
from sync.domain.acts.paternity_leave import PaternityLeave
from sync.domain.acts.spouse_transfer import SpouseTransfer
from sync.domain.administrative_act import EXCLUDE, NEVER, Track
from sync.domain.controls.province import Finding, Province
from sync.domain.errors import Problem, error, warning
from sync.domain.health_leave import HealthLeave, sick_rule
from sync.domain.leave_count import Period, sick_pay

Held = tuple[str, str, Track, str, str, int]
"""First day, last day, what it occupies, the code ("" for a health leave), kind and row."""


def overlapping(province: Province) -> Iterator[Finding]:
    """Two things in force that exclude each other on a day (domain.md 2.3, 5; 5, controls)."""
    for person in province.acts.keys() | province.notices.keys():
        held = _held(province, person)
        for number, later in enumerate(held):
            for earlier in held[:number]:
                if later[0] <= earlier[1] and later[0] <= later[1] and earlier[2] in EXCLUDE[later[2]]:
                    yield Finding(person, _overlap(earlier), later[4], later[5])
                    break


def _held(province: Province, person: int) -> list[Held]:
    """What occupies a person, in order of its first day."""
    found: list[Held] = [
        (act.effective_on, act.last_on, act.TRACK, act.CODE, row.kind, row.id)
        for act, row in province.acts.get(person, ())
        if act.TRACK is not Track.NONE and not isinstance(act, HealthLeave) and act.effective_on != NEVER
    ]
    found += [
        (notice.text("from_on"), notice.text("to_on"), Track.LEAVE, "", "leave_notice", notice.id)
        for notice in province.notices.get(person, ())
    ]
    return sorted(found)


def _overlap(earlier: Held) -> Problem:
    first, last, _track, code, *_ = earlier
    if code:
        return error("overlaps", "from_on", code=code, first=first, last=last)
    return error("overlaps_leave", "from_on", first=first, last=last)


def leave_of_the_other_sex(province: Province) -> Iterator[Finding]:
    """Maternity of a man, paternity of a woman (domain.md 2.3, 6)."""
    for person, acts in province.acts.items():
        sex = province.people[person].get("sex") if person in province.people else None
        for act, row in acts if sex else ():
            if isinstance(act, MaternityLeave) and sex == "M":
                yield Finding(person, error("maternity_of_man"), row.kind, row.id)
            elif isinstance(act, PaternityLeave) and sex == "F":
                yield Finding(person, error("paternity_of_woman"), row.kind, row.id)


def too_many_sick_days(province: Province) -> Iterator[Finding]:
    """Sick days of a window above the ceiling, of leaves that a clerk may see (domain.md 2.3, 7)."""
    for person, acts in province.acts.items():
        by_kind: dict[str, list[tuple[HealthLeave, int]]] = {}
        for act, row in acts:
            if isinstance(act, HealthLeave):
                by_kind.setdefault(row.kind, []).append((act, row.id))
        for kind, leaves in by_kind.items():
            last, number = max(leaves, key=lambda pair: pair[0].effective_on)
            rule = sick_rule(province.rules, last.CODE, last.effective_on)
            if rule is None or sum(act.days for act, _ in leaves) <= rule.total_days:
                continue
            earlier: list[Period] = [act.period for act, row in leaves if row != number]
            over = sick_pay(last.period, earlier, rule).over_from
            if over:
                problem = warning("sick_days_exceeded", "to_on", day=over, limit=rule.total_days)
                yield Finding(person, problem, kind, number)


def spouses_joining_each_other(province: Province) -> Iterator[Finding]:
    """Each of two spouses asks to join the other (domain.md 2.3, 14)."""
    asked = {
        (province.people[person].text("ppr"), act.spouse_ppr or ""): (person, row)
        for person, acts in province.acts.items()
        if person in province.people
        for act, row in acts
        if isinstance(act, SpouseTransfer)
    }
    for (own, spouse), (person, row) in asked.items():
        other = asked.get((spouse, own))
        if own and spouse and other is not None:
            yield Finding(person, error("spouses_join_each_other", "spouse_ppr"), row.kind, row.id, (other[0],))
