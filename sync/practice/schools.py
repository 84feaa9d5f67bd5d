"""The schools of a practice province: about one for 20 people, and the directorate itself as a place of work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sync.domain.entities.school import School
from sync.domain.ids import Compartment, region_of, scope_id
from sync.domain.record import Row
from sync.practice.draws import Chance, Draw, Numbers, Stream
from sync.practice.numbering import made_row, practice_id
from sync.practice.reference import Directorate
from sync.practice.toponyms import Named, commune_name, school_name

PRIMARY, LOWER, UPPER = "primary", "lower_secondary", "upper_secondary"
PEOPLE_EACH = 20
_FEWEST, _COMMUNES = 10, 60
_P, _L, _U = PRIMARY, LOWER, UPPER
_CYCLES = (_P, _L, _P, _P, _U, _P, _L, _P, _P, _P, _P, _U, _P, _L, _P, _P, _L, _P, _U, _L)
_TOWN_SHARE = {PRIMARY: 0.3, LOWER: 0.55, UPPER: 0.85}
_CODES = Numbers(first=10_000, prime=89_989, power=5)
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune: its name, and the zone of the residence allowance."""

    name: Named
    town: bool
    zone: str


@dataclass(frozen=True, slots=True)
class Workplace:
    """A school, or the directorate (cycle ''). People work only where it is `staffed`."""

    number: int
    gresa: str
    name: Named
    cycle: str
    commune: Commune
    satellite_of: str = ""
    closed_on: str = ""

    @property
    def staffed(self) -> bool:
        """Satellites are staffed through their parent, closed schools not at all."""
        return not self.satellite_of and not self.closed_on


class Schools:
    """All places of work of a province; number 0 is the directorate. The only thing kept while people are streamed."""

    def __init__(self, chance: Chance, directorate: Directorate, people: int) -> None:
        """Makes one school for 20 people, never less than ten, so that each cycle is there."""
        count = max(_FEWEST, people // PEOPLE_EACH)
        if count >= _CODES.prime:
            raise ValueError(f"no codes for {count} schools")
        self._chance = chance
        communes = _communes(chance, directorate, max(4, min(_COMMUNES, count // 6)))
        self.all = [self._directorate(directorate, communes[0])]
        for number in range(1, count + 1):
            self.all.append(self._school(number, communes))
        self.by_cycle: dict[str, list[Workplace]] = {}
        for school in self.all:
            if school.staffed:
                self.by_cycle.setdefault(school.cycle, []).append(school)
        self.directorate = self.all[0]

    def _gresa(self, number: int) -> str:
        digits = self._chance.scattered(number, _CODES)
        return f"{digits:05d}{_LETTERS[digits * 7 % len(_LETTERS)]}"

    def _directorate(self, directorate: Directorate, commune: Commune) -> Workplace:
        name = f"المديرية الإقليمية {directorate.name_ar}", f"Direction provinciale {directorate.name_la}"
        return Workplace(0, self._gresa(0), name, "", commune)

    def _school(self, number: int, communes: list[Commune]) -> Workplace:
        draw = self._chance.draw(Stream.SCHOOL, number)
        cycle = _CYCLES[(number - 1) % len(_CYCLES)]
        towns = [commune for commune in communes if commune.town]
        rural = [commune for commune in communes if not commune.town]
        commune = draw.pick(towns) if draw.random() < _TOWN_SHARE[cycle] else draw.pick(rural)
        school = Workplace(number, self._gresa(number), _named(draw, cycle, commune), cycle, commune)
        before = self.all[number - 1]
        rural_pair = cycle == before.cycle == PRIMARY and not commune.town and not before.commune.town
        return _satellite(draw, school, before) if rural_pair and before.staffed and draw.random() < 0.8 else school


def _communes(chance: Chance, directorate: Directorate, count: int) -> list[Commune]:
    """The chief town first, a few small towns, then rural communes; names do not repeat."""
    chief = directorate.name_ar.split(" - ")[0], directorate.name_la
    found = {chief: Commune(chief, town=True, zone="B")}
    number = 0
    while len(found) < count:
        draw = chance.draw(Stream.COMMUNE, number)
        name = commune_name(draw)
        town = 1 <= len(found) <= 1 + count // 8
        found.setdefault(name, Commune(name, town, "B" if town and draw.random() < 0.3 else "C"))
        number += 1
    return list(found.values())


def _named(draw: Draw, cycle: str, commune: Commune) -> Named:
    rural_group = cycle == PRIMARY and not commune.town and draw.random() < 0.7
    arabic, latin = commune_name(draw) if rural_group else school_name(draw)
    if rural_group:
        return f"مجموعة مدارس {arabic}", f"Groupe scolaire {latin}"
    if cycle == PRIMARY:
        return f"مدرسة {arabic}", f"École {latin}"
    if cycle == LOWER:
        return f"الثانوية الإعدادية {arabic}", f"Lycée collégial {latin}"
    return f"الثانوية التأهيلية {arabic}", f"Lycée qualifiant {latin}"


def _satellite(draw: Draw, school: Workplace, parent: Workplace) -> Workplace:
    arabic, latin = commune_name(draw)
    return replace(
        school,
        name=(f"فرعية {arabic}", f"École satellite {latin}"),
        commune=parent.commune,
        satellite_of=parent.gresa,
        closed_on=f"{draw.between(2012, 2023)}-08-31" if draw.random() < 0.15 else "",
    )


def school_rows(schools: Schools, directorate: Directorate, device: int = 0) -> Iterator[Row]:
    """The schools as records of the region."""
    scope = scope_id(region_of(directorate.place), Compartment.GENERAL)
    for school in schools.all:
        own = practice_id(device, "school", school.number)
        values = {
            "gresa": school.gresa,
            "name_ar": school.name[0],
            "name_la": school.name[1],
            "cycle": school.cycle,
            "satellite_of": school.satellite_of,
            "milieu": "urban" if school.commune.town else "rural",
            "commune_ar": school.commune.name[0],
            "commune_la": school.commune.name[1],
            "province": directorate.code,
            "zone": school.commune.zone,
            "closed_on": school.closed_on,
        }
        yield made_row(School, own, own, scope, values)
