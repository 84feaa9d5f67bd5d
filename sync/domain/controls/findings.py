"""All controls, and what they find in a province: the fourteen of domain.md 2.3 and those of its section 5."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from sync.domain.controls import career, identity, leave, pay
from sync.domain.controls.province import Finding, Province
from sync.domain.operation import Reader
from sync.domain.record import Row

CONTROLS: Final[tuple[Callable[[Province], Iterator[Finding]], ...]] = (
    identity.same_card,
    identity.same_account,
    identity.same_person,
    identity.no_payroll_number,
    career.echelon_before_grade,
    career.two_original_posts,
    career.past_age_limit,
    career.tenured_without_act,
    career.position_expired,
    career.school_of_assignment,
    career.index_of_table,
    career.counted_children,
    leave.overlapping,
    leave.leave_of_the_other_sex,
    leave.too_many_sick_days,
    leave.spouses_joining_each_other,
    pay.late_for_pay,
    pay.papers_of_decision,
    pay.level_of_decision,
    pay.before_recruitment,
)


def findings(rows: Iterable[Row], rules: Reader, place: int, today: str) -> Iterator[Finding]:
    """What the controls find in the rows of a province on a day; `rules` answers for the reference data.

    Only what `rows` holds is looked at: without the health files, nothing of them is found.
    """
    province = Province(rows, rules, place, today)
    for control in CONTROLS:
        yield from control(province)
