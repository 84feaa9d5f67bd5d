"""The names of provincial directorates and of regions, as resources/reference says them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from massar_desktop.queries.reference import Names
from massar_desktop.system.resources import resource
from sync.domain.ids import region_of
from sync.practice.reference import directorates, lines


@cache
def _provinces() -> Mapping[int, Names]:
    return {one.place: (one.name_ar, one.name_la) for one in directorates(resource()).values()}


@cache
def _regions() -> Mapping[int, Names]:
    found = lines(resource(), "directorates.csv")
    return {int(line["region_code"]) * 100: (line["region_ar"], line["region_fr"]) for line in found}


def province_names(place: int | None) -> Names:
    """The Arabic and the French name of a directorate; empty for a place that is none."""
    return _provinces().get(place or 0, ("", ""))


def region_names(place: int) -> Names:
    """The names of the region of a directorate or of an academy; empty for one that is unknown."""
    return _regions().get(region_of(place), ("", ""))
