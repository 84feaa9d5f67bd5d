"""Careers told by acts: what a list said four years ago, and what was decided since, up to last week's requests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sync.domain import act, catalog
from sync.domain.acts.opening_situation import OpeningSituation
from sync.domain.entities.leave_notice import LeaveNotice
from sync.domain.entities.situation import Situation
from sync.domain.fields import Value
from sync.domain.health_leave import notices
from sync.domain.lifecycle import registry_number
from sync.domain.record import Row
from sync.practice.cadres import cadre_of, school_headed_by
from sync.practice.careers import SOURCE, Scales, career
from sync.practice.dossier import Dossier
from sync.practice.draws import Stream
from sync.practice.events import Told, all_events
from sync.practice.numbering import made_row, practice_id
from sync.practice.people import YEAR, Person, World, day, person, september
from sync.practice.published import Published

_YEARS = 4
_LEAST_SERVICE = 200
"""Days between recruitment and today under which nothing has happened yet."""


@dataclass(frozen=True, slots=True)
class Source:
    """What histories are made from: the province, its scales, the published rules, how many of 100 people have one."""

    world: World
    scales: Scales
    rules: Published
    share: int


def histories(source: Source) -> dict[int, list[Row]]:
    """All rows of the histories by the number of the person; official numbers run without gaps within a year.

    Kept together, because the register numbers the acts of all people in the order of their days.
    """
    if not source.share:
        return {}
    world, everybody = source.world, range(source.world.people)
    chosen = [n for n in everybody if world.chance.fraction(Stream.HISTORY, n) * 100 < source.share]
    told = {n: rows for n in chosen if (rows := history(source, n))}
    numbers = _numbers(row for rows in told.values() for row in rows)
    return {n: [_numbered(row, numbers) for row in rows] for n, rows in told.items()}


def history(source: Source, index: int) -> list[Row]:
    """The rows of one person, situation first; empty for who has none: newcomers, second records, who is away."""
    world, one = source.world, person(source.world, index)
    opened = max(september(world.today - int(_YEARS * YEAR)), one.recruited + 20)
    earlier = replace(world, today=opened)
    same = cadre_of(world, one) == cadre_of(earlier, one)
    if one.is_duplicate or world.today - one.recruited < _LEAST_SERVICE or not same:
        return []
    facts = career(earlier, source.scales, one)
    if facts["position"] != "activity":
        return []
    opening = _opening(world, one, opened, facts)
    dossier = Dossier(world, source.rules, one, world.chance.draw(Stream.HISTORY, index))
    all_events(Told(dossier, source.scales, facts, opened, is_head=school_headed_by(world, one) is not None))
    acts = [opening, *dossier.acts]
    return [_situation(world, one, acts), *acts, *dossier.steps, *_notices(source, one, acts)]


def _opening(world: World, one: Person, opened: int, facts: Mapping[str, Value]) -> Row:
    values = {"employee": one.id, "known_on": day(opened), "source": SOURCE, **facts}
    own = practice_id(world.device, "opening_situation", one.index)
    return made_row(OpeningSituation, own, one.id, world.general, values)


def _situation(world: World, one: Person, acts: Sequence[Row]) -> Row:
    folded = act.fold([(act.typed(catalog.ACT_BY_KIND[row.kind], row), row) for row in acts])
    return made_row(Situation, one.id, one.id, world.general, {"employee": one.id, **folded})


def _notices(source: Source, one: Person, acts: Sequence[Row]) -> Iterator[Row]:
    typed = [(act.typed(catalog.ACT_BY_KIND[row.kind], row), row) for row in acts]
    for own, said in notices(typed, source.rules).items():
        yield made_row(LeaveNotice, own, one.id, source.world.general, {"employee": one.id, **said})


def _numbers(rows: Iterable[Row]) -> dict[int, str]:
    """Official numbers by row, year by year in the order of registration."""
    acts = sorted((row.text("registered_on"), row.id) for row in rows if row.get("registered_on"))
    last: dict[int, int] = {}
    found: dict[int, str] = {}
    for registered_on, own in acts:
        year = int(registered_on[:4])
        last[year] = last.get(year, 0) + 1
        found[own] = registry_number(last[year], year)
    return found


def _numbered(row: Row, numbers: Mapping[int, str]) -> Row:
    is_act = row.get("registered_on") is not None
    return replace(row, values={**row.values, "number": numbers[row.id]}) if is_act else row
