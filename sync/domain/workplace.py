"""Schools in acts: is the school there, and which dates of arrival begin anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sync.domain.act import Case
from sync.domain.errors import Problem, error, warning
from sync.domain.fields import Value
from sync.domain.ids import is_academy, place_of
from sync.domain.outcome import ENTRY
from sync.domain.schools import school_on

REACHES = ("school", "commune", "province", "region")


def arrival(situation: Mapping[str, Value], on: str, school: str | None, reach: str | None) -> dict[str, Value]:
    """The school and the dates of arrival up to the reach of a move; nothing when a later arrival is known."""
    if not school or on < str(situation.get("school_since") or ""):
        return {}
    dates = REACHES[: REACHES.index(reach) + 1] if reach else REACHES[:1]
    return {"school": school, **{f"{name}_since": on for name in dates}}


def school_problems(case: Case, school: str | None, zone: str | None, on: str) -> Iterable[Problem]:
    """Known, open on that day, of this province, and in the zone that is said (domain.md 2.3, 11; 5, controls)."""
    if not school:
        return
    row = school_on(case.state, school, on)
    if row is None:
        yield warning("school_unknown", "school")
        return
    if row.get("closed_on"):
        yield error("school_closed", "school", day=row.text("closed_on"))
    if row.get("opened_on"):
        yield error("school_not_open", "school", day=row.text("opened_on"))
    here = _province(case)
    if here is not None and row.text("province") and row.text("province") != f"{here:04d}":
        yield error("school_elsewhere", "school")
    if zone and row.text("zone") and row.text("zone") != zone:
        yield error("zone_differs", "residence_zone", zone=row.text("zone"))


def _province(case: Case) -> int | None:
    """The province of a file; an academy knows it by the directory, which does not list joined records."""
    place = place_of(case.row.scope)
    if not is_academy(place):
        return place
    entry = case.state.row(ENTRY, case.row.dossier)
    listed = entry.get("province") if entry is not None else None
    return listed if isinstance(listed, int) else None
