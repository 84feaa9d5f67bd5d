"""A synthetic province: schools, people, families and careers, the same for the same seed, streamed row by row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sync.domain.record import Row
from sync.practice.careers import opening_row, situation_row
from sync.practice.diplomas import diploma_rows
from sync.practice.draws import Chance
from sync.practice.employees import employee_row
from sync.practice.families import dependant_rows, disability_rows
from sync.practice.people import MOST_PEOPLE, World, person
from sync.practice.reference import code_rows, directorates, grade_scales
from sync.practice.rules import rule_rows
from sync.practice.schools import Schools, school_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeProvince:
    """What decides a practice province, to the last byte. `today` is an ISO day: nothing later has happened."""

    today: str
    place: int = 504
    people: int = 5000
    seed: int = 1
    device: int = 0


def rows(province: PracticeProvince, resources: Path) -> Iterator[Row]:
    """All rows in the order of catalog.KINDS, reference data first; `resources` is the project's resources folder.

    Each pass over the people makes them again instead of keeping them, so memory does not grow with their number.
    Raises ValueError for a place that is no directorate, or a number of people outside 1 to 490,000.
    """
    world, scales = world_of(province, resources), grade_scales(resources)
    everybody = range(province.people)
    yield from code_rows(resources, province.device)
    yield from rule_rows(resources, province.device)
    yield from school_rows(world.schools, world.directorate, province.device)
    for index in everybody:
        yield employee_row(world, person(world, index))
    for index in everybody:
        yield situation_row(world, scales, index)
    for index in everybody:
        yield from dependant_rows(world, person(world, index))
    for index in everybody:
        yield from disability_rows(world, index)
    for index in everybody:
        yield from diploma_rows(world, index)
    for index in everybody:
        yield opening_row(world, scales, index)


def world_of(province: PracticeProvince, resources: Path) -> World:
    """What everybody in the province shares; raises as `rows` does."""
    known = directorates(resources)
    directorate = known.get(province.place)
    if directorate is None:
        raise ValueError(f"no directorate {province.place}")
    if not 1 <= province.people <= MOST_PEOPLE:
        raise ValueError(f"no practice province of {province.people} people")
    chance = Chance(province.seed, province.place)
    return World(
        chance=chance,
        directorate=directorate,
        schools=Schools(chance, directorate, province.people),
        directorates=tuple(known.values()),
        people=province.people,
        device=province.device,
        today=date.fromisoformat(province.today).toordinal(),
    )
