"""Controls of a career as it stands: dates in their order, tables, schools, terms that have passed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sync.domain import reference
from sync.domain.acts.age_retirement import Retirement, retirement
from sync.domain.acts.family_change import FamilyChange
from sync.domain.acts.tenure import TENURED
from sync.domain.controls.province import Finding, Province
from sync.domain.errors import Problem, error, warning
from sync.domain.posting import Posting
from sync.domain.record import Row

_NOT_YET_OLD: Final = 50
"""Nobody younger is near any age limit: her day is not worked out."""


def echelon_before_grade(province: Province) -> Iterator[Finding]:
    """Dates of échelon and grade in their order (domain.md 2.3, 3)."""
    for person, situation in province.serving.items():
        if "" < situation.text("echelon_since") < situation.text("grade_since"):
            yield _of(person, error("echelon_before_grade", "echelon_since"))


def two_original_posts(province: Province) -> Iterator[Finding]:
    """Two original posts from one day on (domain.md 2.3, 4)."""
    for person, acts in province.acts.items():
        first: dict[str, str] = {}
        for act, row in acts:
            if isinstance(act, Posting) and act.school and first.setdefault(act.effective_on, act.school) != act.school:
                problem = error("two_original_posts", "school", school=first[act.effective_on], day=act.effective_on)
                yield Finding(person, problem, row.kind, row.id)


def past_age_limit(province: Province) -> Iterator[Finding]:
    """At or beyond the age limit, and no act says that she has left (domain.md 2.3, 8)."""
    known: dict[str, Retirement | None] = {}
    youngest = int(province.today[:4]) - _NOT_YET_OLD
    for person in province.serving:
        birth = province.people[person].text("birth_date")
        if not birth or int(birth[:4]) > youngest:
            continue
        if birth not in known:
            known[birth] = retirement(province.rules, birth, at_school=True)
        found = known[birth]
        if found is not None and found.from_on <= province.today:
            yield _of(person, warning("past_age_limit", "left_on", day=found.limit_on))


def tenured_without_act(province: Province) -> Iterator[Finding]:
    """Tenured, and neither an act nor the opening situation says since when (domain.md 2.3, 9)."""
    for person, situation in province.serving.items():
        if situation.get("statutory_situation") == TENURED and not situation.get("tenured_on"):
            yield _of(person, warning("tenured_without_act", "tenured_on"))


def position_expired(province: Province) -> Iterator[Finding]:
    """A position other than activity whose term has passed without renewal or return (domain.md 2.3, 10)."""
    for person, situation in province.serving.items():
        until = situation.text("position_until")
        if until and until < province.today and situation.get("position") not in (None, "activity"):
            yield _of(person, warning("position_expired", "position_until", day=until))


def school_of_assignment(province: Province) -> Iterator[Finding]:
    """At a school that is closed, of another directorate, or in another zone (domain.md 2.3, 11; 5, controls)."""
    here = f"{province.place:04d}"
    for person, situation in province.serving.items():
        school = province.school(situation.text("school"))
        if school is None:
            continue
        closed, zone = school.text("closed_on"), situation.text("residence_zone")
        if closed:
            yield _of(person, error("school_closed", "school", day=closed))
        if school.text("province") not in ("", here):
            yield _of(person, error("school_elsewhere", "school"))
        if zone and school.text("zone") not in ("", zone):
            yield _of(person, warning("zone_differs", "residence_zone", zone=school.text("zone")))


def index_of_table(province: Province) -> Iterator[Finding]:
    """The index is the one of the grade and the échelon (domain.md 5, controls)."""
    known: dict[tuple[str, int], int | None] = {}
    for person, situation in province.serving.items():
        grade, echelon, index = situation.text("grade"), situation.get("echelon"), situation.get("index_number")
        if not grade or not isinstance(echelon, int) or index is None:
            continue
        if (grade, echelon) not in known:
            known[grade, echelon] = reference.index_of(province.rules, grade, echelon, province.today)
        right = known[grade, echelon]
        if right is not None and right != index:
            yield _of(person, error("index_differs", "index_number", index=right))


def counted_children(province: Province) -> Iterator[Finding]:
    """The children that pay counts are those of the file, up to the limit (domain.md 5, controls)."""
    most = province.limit(FamilyChange.CODE, "children")
    for person, situation in province.serving.items():
        counted = situation.get("children_counted")
        if isinstance(counted, int):
            marked = sum(_is_counted(row) for row in province.family(person))
            marked = min(marked, most.value) if most else marked
            if counted != marked:
                yield _of(person, warning("children_differ", "children_counted", counted=marked))


def _is_counted(dependant: Row) -> bool:
    return dependant.get("relation") == "child" and bool(dependant.get("counted_for_allowance"))


def _of(person: int, problem: Problem) -> Finding:
    return Finding(person, problem, "situation", person)
