"""The people of a practice province, each made alone from her number: name, sex, dates, household, numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sync.domain.ids import Compartment, scope_id
from sync.practice import family_names, first_names
from sync.practice.draws import Chance, Draw, Numbers, Stream
from sync.practice.numbering import practice_id
from sync.practice.reference import Directorate
from sync.practice.schools import Schools
from sync.practice.toponyms import CARD_LETTERS, Named

YEAR = 365.2425
"""Days."""
MOST_PEOPLE = 490_000
_YOUNGEST, _OLDEST = 23.5, 62.9
_PAY_NUMBERS = Numbers(first=1_000_000, prime=8_999_993, power=3)
_CARD_NUMBERS = Numbers(first=10_000, prime=989_999, power=5)
_COUPLES_SHARE = 0.045
_DUPLICATES_FROM = 100


def day(ordinal: int) -> str:
    """A day as ISO text, '' for none."""
    return date.fromordinal(ordinal).isoformat() if ordinal else ""


def september(ordinal: int) -> int:
    """The first of September on or before a day: when school years, and most careers, begin."""
    found = date.fromordinal(ordinal)
    start = date(found.year, 9, 1).toordinal()
    return start if start <= ordinal else date(found.year - 1, 9, 1).toordinal()


@dataclass(frozen=True, slots=True)
class World:
    """What everybody in a province shares."""

    chance: Chance
    directorate: Directorate
    schools: Schools
    directorates: tuple[Directorate, ...]
    people: int
    device: int
    today: int

    @property
    def general(self) -> int:
        """The general scope of the province."""
        return scope_id(self.directorate.place, Compartment.GENERAL)

    @property
    def confidential(self) -> int:
        """The confidential scope of the province."""
        return scope_id(self.directorate.place, Compartment.CONFIDENTIAL)

    def original(self, index: int) -> int:
        """Whose record it is: the last three of a province are second records of people who are there already."""
        duplicate = self.people - 1 - index
        return index - self.people // 2 + duplicate if duplicate < 3 and self.people >= _DUPLICATES_FROM else index

    def practice_ppr(self, number: int) -> str:
        """A pay number nobody else has; spouses who are paid elsewhere have theirs above `MOST_PEOPLE`."""
        return str(self.chance.scattered(number, _PAY_NUMBERS))

    def employee_id(self, index: int) -> int:
        """The row id of a person, who is also her own dossier."""
        return practice_id(self.device, "employee", index)


@dataclass(frozen=True, slots=True)
class Person:
    """Who somebody is. Days are ordinals, 0 for none; `origin` is the index that decides, `index` the record's."""

    index: int
    origin: int
    id: int
    sex: str
    surname: Named
    first_name: Named
    born: int
    birth_date: str
    recruited: int
    marital: str
    married: int
    partner: int | None
    cin: str
    ppr: str

    @property
    def is_duplicate(self) -> bool:
        """True for the second record of somebody."""
        return self.index != self.origin


def partner_of(world: World, index: int) -> int | None:
    """The colleague that somebody is married to: some neighbours are couples."""
    other = index ^ 1
    first_duplicate = world.people - 3 if world.people >= _DUPLICATES_FROM else world.people
    is_couple = world.chance.fraction(Stream.COUPLE, index // 2) < _COUPLES_SHARE
    return other if is_couple and other < first_duplicate else None


def person(world: World, index: int) -> Person:
    """The person with this number, from 0; the same each time."""
    origin = world.original(index)
    draw = world.chance.draw(Stream.PERSON, origin)
    partner = partner_of(world, origin)
    if partner is None:
        sex, born = ("F" if draw.random() < 0.47 else "M"), _birth(world, draw.random() * 0.6 + draw.random() * 0.4)
        marital, married = _marriage(draw, world.today, born, sex)
    else:
        sex, born, married = _half_of_couple(world, origin)
        marital = "married"
    surname = family_names.family_name(draw, world.directorate.region)
    first_name = first_names.first_name(draw, sex, date.fromordinal(born).year)
    recruited = _recruitment(draw, world.today, born)
    cin = card_number(world, draw, 2 * origin)
    recent = world.today - recruited < 300 and draw.random() < 0.7
    ppr = "" if recent else world.practice_ppr(origin)
    birth_date = _partial(draw, born)
    if index != origin:
        ppr, cin = "", cin if index % 2 else ""
        surname, first_name = _other_spelling(draw, sex, surname, first_name)
    own = world.employee_id(index)
    return Person(
        index, origin, own, sex, surname, first_name, born, birth_date, recruited, marital, married, partner, cin, ppr
    )  # fmt: skip


def _birth(world: World, share: float) -> int:
    return world.today - int((_YOUNGEST + (_OLDEST - _YOUNGEST) * share) * YEAR)


def _half_of_couple(world: World, origin: int) -> tuple[str, int, int]:
    """Sex, birth and marriage of one of two colleagues, drawn for both of them together."""
    draw = world.chance.draw(Stream.COUPLE, origin // 2)
    first_is_woman = draw.random() < 0.5
    older = _birth(world, 0.15 + draw.random() * 0.85)
    younger = older + int(draw.random() * 0.12 * (world.today - older))
    earliest = younger + int(20 * YEAR)
    married = draw.between(earliest, min(world.today, earliest + int(10 * YEAR)))
    is_woman = first_is_woman == (origin % 2 == 0)
    return ("F", younger, married) if is_woman else ("M", older, married)


def _marriage(draw: Draw, today: int, born: int, sex: str) -> tuple[str, int]:
    age = (today - born) / YEAR
    if draw.random() > min(0.93, (age - 21) / 17):
        return "single", 0
    earliest = born + int(20 * YEAR)
    married = earliest + int(draw.random() ** 1.3 * min(today - earliest, 14 * YEAR))
    chance = draw.random()
    if chance < 0.05:
        return "divorced", married
    widowed = chance < 0.05 + (0.04 if sex == "F" else 0.01) * max(0.0, (age - 35) / 20)
    return "widowed" if widowed else "married", married


def _recruitment(draw: Draw, today: int, born: int) -> int:
    """Between 20 and 33 years of age, a few up to 44; seven in ten at the start of a school year."""
    age = 21.5 + 10.5 * draw.random() ** 1.6 + (11 * draw.random() if draw.random() < 0.05 else 0)
    recruited = born + int(age * YEAR)
    if recruited > today:
        earliest = born + int(21.5 * YEAR)
        recruited = draw.between(earliest, today)
    return september(recruited) if draw.random() < 0.7 else recruited


def _partial(draw: Draw, born: int) -> str:
    """Three civil records in a hundred lack the day, mostly the month too."""
    full, chance = day(born), draw.random()
    return full if chance >= 0.03 else full[:8] + "00" if chance < 0.01 else full[:5] + "00-00"


def card_number(world: World, draw: Draw, number: int) -> str:
    """A card number nobody else has: staff use even numbers, spouses odd ones."""
    regions = CARD_LETTERS
    at_home = draw.random() < 0.75
    letters = draw.pick(regions[world.directorate.region if at_home else draw.between(1, len(regions))])
    return f"{letters}{world.chance.scattered(number, _CARD_NUMBERS)}"


def _other_spelling(draw: Draw, sex: str, surname: Named, first_name: Named) -> tuple[Named, Named]:
    return family_names.other_spelling(draw, surname), first_names.other_spelling(draw, sex, first_name)
