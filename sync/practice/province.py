"""A synthetic province: schools, people, families and careers, the same for the same seed, streamed row by row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sync.domain import catalog
from sync.domain.acts.opening_situation import OpeningSituation
from sync.domain.record import Row
from sync.practice.careers import opening_row, situation_row
from sync.practice.diplomas import diploma_rows
from sync.practice.draws import Chance
from sync.practice.employees import employee_row
from sync.practice.families import dependant_rows, disability_rows
from sync.practice.histories import Source, histories
from sync.practice.people import MOST_PEOPLE, World, person
from sync.practice.published import Published
from sync.practice.reference import code_rows, directorates, grade_scales
from sync.practice.rules import rule_rows
from sync.practice.schools import Schools, school_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeProvince:
    """What decides a practice province, to the last byte. `today` is an ISO day: nothing later has happened.

    Of 100 people `histories` have a career told by acts, about ten each; the others only their opening act.
    """

    today: str
    place: int = 504
    people: int = 5000
    seed: int = 1
    device: int = 0
    histories: int = 0


def rows(province: PracticeProvince, resources: Path) -> Iterator[Row]:
    """All rows in the order of catalog.KINDS, reference data first; `resources` is the project's resources folder.

    Each pass over the people makes them again instead of keeping them, so memory grows with the histories only.
    Raises ValueError for a place that is no directorate, or a number of people outside 1 to 490,000.
    """
    world, scales = world_of(province, resources), grade_scales(resources)
    everybody = range(province.people)
    rules = list(rule_rows(resources, province.device))
    told = histories(Source(world, scales, Published(rules), province.histories))
    yield from code_rows(resources, province.device)
    yield from rules
    yield from school_rows(world.schools, world.directorate, province.device)
    for index in everybody:
        yield employee_row(world, person(world, index))
    for index in everybody:
        yield told[index][0] if index in told else situation_row(world, scales, index)
    for index in everybody:
        yield from dependant_rows(world, person(world, index))
    for index in everybody:
        yield from disability_rows(world, index)
    for index in everybody:
        yield from diploma_rows(world, index)
    by_kind: dict[str, list[Row]] = {}
    for row in (row for index in told for row in told[index][2:]):
        by_kind.setdefault(row.kind, []).append(row)
    for kind in catalog.KINDS:
        yield from by_kind.get(kind.name, ())
        if kind.name == OpeningSituation.KIND.name:
            for index in everybody:
                yield told[index][1] if index in told else opening_row(world, scales, index)


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
