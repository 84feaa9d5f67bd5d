"""Careers that hold together: dates in their order, an index that fits its grade and échelon, a school that exists."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sync.domain import act
from sync.domain.acts.opening_situation import OpeningSituation
from sync.domain.entities.situation import Situation
from sync.domain.fields import Value
from sync.domain.identifiers import rib_key
from sync.domain.record import Row
from sync.practice.cadres import Cadre, cadre_of, school_headed_by
from sync.practice.draws import Draw, Stream
from sync.practice.numbering import made_row, practice_id
from sync.practice.people import YEAR, Person, World, day, person, september
from sync.practice.reference import GradeScale
from sync.practice.schools import Workplace

SOURCE = "massir"
_BANKS = ("007", "011", "013", "021", "022", "145", "157", "190", "225", "230", "350")
_YEARS_IN_ECHELON = 2.4
_DEGREE_REQUIRED = date(2012, 1, 1).toordinal()
_LANGUAGES = {"FR": "fr", "EN": "en", "ZGH": "zgh", "MATH": "fr", "PC": "fr", "SVT": "fr", "TECH": "fr", "SI": "fr"}

Scales = Mapping[str, GradeScale]


def opening_row(world: World, scales: Scales, index: int) -> Row:
    """The opening act of a person: all that is known of her career on the day the province was made."""
    one = person(world, index)
    values = {"employee": one.id, "known_on": day(world.today), "source": SOURCE, **career(world, scales, one)}
    own = practice_id(world.device, "opening_situation", index)
    return made_row(OpeningSituation, own, one.id, world.general, values)


def situation_row(world: World, scales: Scales, index: int) -> Row:
    """What follows from the opening act, folded by the same code that folds it in an office."""
    opening = opening_row(world, scales, index)
    folded = act.fold([(act.typed(OpeningSituation, opening), opening)])
    own = opening.dossier
    return made_row(Situation, own, own, world.general, {"employee": own, **folded})


def career(world: World, scales: Scales, one: Person) -> dict[str, Value]:
    """The career and pay facts of a person."""
    draw = world.chance.draw(Stream.CAREER, one.origin)
    cadre = cadre_of(world, one)
    cadre_since = _cadre_since(draw, world, one, cadre)
    school = school_headed_by(world, one) or _workplace(draw, world, cadre)
    tenured = _tenure(draw, world, one)
    return {
        **_grade(draw, world, scales, cadre, (one.recruited, cadre_since)),
        **_entry(draw, one, cadre_since, tenured),
        **_work(draw, world, cadre, cadre_since),
        **_assignment(draw, world, one, school),
        **_position(draw, world, one, tenured),
        "rib": account(draw),
    }


def _cadre_since(draw: Draw, world: World, one: Person, cadre: Cadre) -> int:
    if not cadre.years_before:
        return one.recruited
    earliest = one.recruited + int(cadre.years_before * YEAR)
    return max(one.recruited, september(draw.between(earliest, world.today - int(YEAR))))


def _tenure(draw: Draw, world: World, one: Person) -> int:
    """One year after recruitment, sometimes two; 0 while the person is a trainee."""
    tenured = one.recruited + 365 + (365 if draw.random() < 0.15 else 0)
    return tenured if tenured <= world.today else 0


def _entry(draw: Draw, one: Person, cadre_since: int, tenured: int) -> dict[str, Value]:
    chance = draw.random()
    before = int(draw.random() * 4 * YEAR) if chance < 0.06 else 0
    adult = one.born + int(19 * YEAR)
    recruited = day(one.recruited)
    return {
        "recruited_on": recruited,
        "recruitment_mode": "contest" if chance < 0.85 else "title" if chance < 0.95 else "integration",
        "first_appointed_on": recruited,
        "tenured_on": day(tenured),
        "cadre_since": day(cadre_since),
        "public_service_since": day(max(adult, one.recruited - before)),
        "statutory_situation": "1" if tenured else "2",
        "budget_post": f"{draw.between(10_000, 99_999)}" if draw.random() < 0.8 else "",
    }


def _grade(draw: Draw, world: World, scales: Scales, cadre: Cadre, one: tuple[int, int]) -> dict[str, Value]:
    """Where the years have led: up the échelons, and at each promotion to the first index that is not below the old.

    `one` holds the days of recruitment and of entry into the cadre, which gives its first grade.
    """
    recruited, since = one
    steps = list(scales.values())
    grade = _entry_grade(cadre, recruited)
    echelon = 1 + int((since - recruited) / (2 * _YEARS_IN_ECHELON * YEAR))
    while grade < cadre.last_grade:
        years = 9 + draw.random() * 7
        promoted = since + int(years * YEAR)
        if promoted > world.today:
            break
        reached = min(len(steps[grade].indices), echelon + int(years / _YEARS_IN_ECHELON))
        index = steps[grade].indices[reached - 1]
        grade, since = grade + 1, promoted
        echelon = next(n for n, other in enumerate(steps[grade].indices, 1) if other >= index)
    scale = steps[grade]
    echelon = min(echelon, len(scale.indices))
    gained = min(int((world.today - since) / (_YEARS_IN_ECHELON * YEAR)), len(scale.indices) - echelon)
    return {
        "cadre": cadre.code,
        "grade": scale.grade,
        "grade_since": day(since),
        "echelle": scale.echelle,
        "echelon": echelon + gained,
        "echelon_since": day(since + int(gained * _YEARS_IN_ECHELON * YEAR)),
        "index_number": scale.indices[echelon + gained - 1],
    }


def _entry_grade(cadre: Cadre, recruited: int) -> int:
    """Nobody with a teaching degree has entered in the third grade since 2012 [to be verified]."""
    with_degree = bool(cadre.subjects) and recruited >= _DEGREE_REQUIRED
    return max(1, cadre.first_grade) if with_degree else cadre.first_grade


def _work(draw: Draw, world: World, cadre: Cadre, cadre_since: int) -> dict[str, Value]:
    values: dict[str, Value] = {}
    if cadre.subjects:
        subject = draw.pick(cadre.subjects)
        values = {"subject": subject, "teaching_language": _LANGUAGES.get(subject, "ar")}
    if draw.random() < cadre.function_share:
        values["function"] = draw.pick(cadre.functions)
        values["function_since"] = day(draw.between(cadre_since, world.today))
    return values


def _workplace(draw: Draw, world: World, cadre: Cadre) -> Workplace:
    places = world.schools.by_cycle
    return draw.pick(places[draw.pick(cadre.cycles)])


def _assignment(draw: Draw, world: World, one: Person, school: Workplace) -> dict[str, Value]:
    """Arrival in the region, province, commune and school, in that order, at the start of a school year."""
    shares = (0.4 * draw.random() ** 2, 0.3 * draw.random(), 0.5 * draw.random(), draw.random())
    arrival, arrivals = one.recruited, []
    for share in shares:
        arrival += int(share * (world.today - arrival))
        arrivals.append(day(max(one.recruited, september(arrival))))
    chance = draw.random()
    return {
        "cycle": school.cycle,
        "school": school.gresa,
        "region_since": arrivals[0],
        "province_since": arrivals[1],
        "commune_since": arrivals[2],
        "school_since": arrivals[3],
        "assignment_nature": "original" if chance < 0.95 else "temporary" if chance < 0.99 else "completion",
        "residence_zone": school.commune.zone,
    }


def _position(draw: Draw, world: World, one: Person, tenured: int) -> dict[str, Value]:
    """In activity since recruitment; a few of the tenured are detached or on availability."""
    chance = draw.random()
    if not tenured or chance >= 0.027:
        return {"position": "activity", "position_since": day(one.recruited)}
    position = "detachment" if chance < 0.015 else "availability" if chance < 0.026 else "military_service"
    return {"position": position, "position_since": day(draw.between(max(tenured, world.today - 1000), world.today))}


def account(draw: Draw) -> str:
    """An account of 24 digits whose key is right."""
    body = f"{draw.pick(_BANKS)}{draw.below(1000):03d}{draw.below(10**8):08d}{draw.below(10**8):08d}"
    return body + rib_key(body)
