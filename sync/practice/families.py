"""Spouses and children of the people of a practice province, and the few recognised disabilities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sync.domain.entities.dependant import Dependant, Disability
from sync.domain.fields import Value
from sync.domain.record import Row
from sync.practice import family_names, first_names
from sync.practice.draws import Draw, Stream
from sync.practice.numbering import DEPENDANTS_EACH, made_row, practice_id
from sync.practice.people import MOST_PEOPLE, YEAR, Person, World, card_number, day, person
from sync.practice.toponyms import Named

MOST_CHILDREN = 6
_LAST_BIRTH_AGE = 44 * YEAR
_STATE_EMPLOYERS = (
    ("وزارة الصحة والحماية الاجتماعية", "المركز الصحي الحضري"),
    ("وزارة الداخلية", "العمالة"),
    ("الجماعات الترابية", "الجماعة"),
    ("وزارة الاقتصاد والمالية", "القباضة"),
)
_OTHER_EMPLOYERS = (
    ("القطاع الخاص", "شركة"),
    ("مهنة حرة", "مكتب"),
    ("القطاع الخاص", "مؤسسة تعليم خصوصي"),
    ("نشاط فلاحي", "ضيعة"),
)
_SCHOOL_AGE, _ADULT_AGE, _ALLOWANCE_AGE, _STUDENT_UNTIL = 6, 18, 21, 24


@dataclass(frozen=True, slots=True)
class Child:
    """A child, drawn once for both parents."""

    first_name: Named
    sex: str
    born: int


def dependant_rows(world: World, one: Person) -> Iterator[Row]:
    """The spouse, when married, and the children, the eldest first."""
    if one.marital == "single" or one.is_duplicate:
        return
    own = world.chance.draw(Stream.FAMILY, one.origin)
    partner = person(world, one.partner) if one.partner is not None else None
    spouse = _colleague(world, partner) if partner else _spouse(world, own, one)
    if one.marital == "married":
        yield _dependant(world, one, 0, spouse)
    together = own if partner is None else world.chance.draw(Stream.COUPLE, MOST_PEOPLE + one.origin // 2)
    surname = one.surname if one.sex == "M" else (str(spouse["surname_ar"]), str(spouse["surname_la"]))
    mother_born = one.born if one.sex == "F" else date.fromisoformat(_whole(str(spouse["birth_date"]))).toordinal()
    declares = one.sex == "M" if partner else one.sex == "M" or one.marital != "married" or own.random() < 0.3
    for slot, child in enumerate(_children(together, one, mother_born, world.today), 1):
        yield _dependant(world, one, slot, _child_values(world, one, child, surname) | _counted(world, child, declares))


def _dependant(world: World, one: Person, slot: int, values: dict[str, Value]) -> Row:
    own = practice_id(world.device, "dependant", one.index * DEPENDANTS_EACH + slot)
    return made_row(Dependant, own, one.id, world.general, {"employee": one.id, **values})


def _whole(partial: str) -> str:
    return partial.replace("-00", "-01")


def _colleague(world: World, partner: Person) -> dict[str, Value]:
    """A spouse who is on the staff of the same directorate."""
    return {
        "relation": "spouse",
        "surname_ar": partner.surname[0],
        "first_name_ar": partner.first_name[0],
        "surname_la": partner.surname[1],
        "first_name_la": partner.first_name[1],
        "sex": partner.sex,
        "birth_date": partner.birth_date,
        "cin": partner.cin,
        "ppr": partner.ppr,
        "employer": "وزارة التربية الوطنية",
        "work_place": world.schools.directorate.name[0],
    }


def _spouse(world: World, draw: Draw, one: Person) -> dict[str, Value]:
    sex = "M" if one.sex == "F" else "F"
    gap = int((draw.random() * 9 - 1) * YEAR)
    born = min(one.born - gap if sex == "M" else one.born + gap, one.married - int(18 * YEAR))
    surname = family_names.family_name(draw, world.directorate.region)
    first_name = first_names.first_name(draw, sex, date.fromordinal(born).year)
    values: dict[str, Value] = {
        "relation": "spouse",
        "surname_ar": surname[0],
        "first_name_ar": first_name[0],
        "surname_la": surname[1],
        "first_name_la": first_name[1],
        "sex": sex,
        "birth_date": day(born),
        "cin": card_number(world, draw, 2 * one.origin + 1),
    }
    chance = draw.random()
    if chance < 0.15:
        values["ppr"] = world.practice_ppr(MOST_PEOPLE + one.origin)
        values["employer"], values["work_place"] = draw.pick(_STATE_EMPLOYERS)
    elif chance < 0.45:
        values["employer"], values["work_place"] = draw.pick(_OTHER_EMPLOYERS)
    return values


def _children(draw: Draw, one: Person, mother_born: int, today: int) -> Iterator[Child]:
    """Zero to six, a year or more apart, while the marriage lasts and the mother is not past 44."""
    lasts = 1.0 if one.marital == "married" else draw.random()
    end = min(one.married + int((today - one.married) * lasts), mother_born + int(_LAST_BIRTH_AGE), today)
    wanted = int(draw.random() * 2.2 + draw.random() * 2.4 + draw.random() ** 3 * 3)
    born = one.married
    for _ in range(min(wanted, MOST_CHILDREN)):
        born += int((0.85 + draw.random() * 3) * YEAR)
        if born > end:
            return
        sex = "F" if draw.random() < 0.49 else "M"
        yield Child(first_names.first_name(draw, sex, max(first_names.YOUNGER_FROM, _year(born))), sex, born)


def _year(ordinal: int) -> int:
    return date.fromordinal(ordinal).year


def _child_values(world: World, one: Person, child: Child, surname: Named) -> dict[str, Value]:
    age = int((world.today - child.born) / YEAR)
    if age < _SCHOOL_AGE or age >= _STUDENT_UNTIL:
        schooling = "none"
    elif age < _ADULT_AGE:
        schooling = "school"
    else:
        schooling = ("university", "university", "training", "none")[child.born % 4]
    return {
        "relation": "child",
        "surname_ar": surname[0],
        "first_name_ar": child.first_name[0],
        "surname_la": surname[1],
        "first_name_la": child.first_name[1],
        "sex": child.sex,
        "birth_date": day(child.born),
        "schooling": schooling,
        "in_custody": one.marital == "divorced" and one.sex == "F" and age < _ADULT_AGE,
    }


def _counted(world: World, child: Child, declares: bool) -> dict[str, Value]:
    """One of the parents declares the children for the allowance [age limit to be verified]."""
    return {"counted_for_allowance": declares and (world.today - child.born) / YEAR < _ALLOWANCE_AGE}


def disability_rows(world: World, index: int) -> Iterator[Row]:
    """A card of the person herself in 6 cases of 1,000, of a child in as many; in the confidential compartment."""
    chance = world.chance.fraction(Stream.HEALTH, index)
    if chance >= 0.012:
        return
    one = person(world, index)
    child = next((row for row in dependant_rows(world, one) if row.get("relation") == "child"), None)
    of_child = chance >= 0.006
    if one.is_duplicate or (of_child and child is None):
        return
    draw = world.chance.draw(Stream.HEALTH, index)
    born = date.fromisoformat(child.text("birth_date")).toordinal() if of_child and child else one.born
    recognised = draw.between(max(born, world.today - 2500), world.today)
    values: dict[str, Value] = {
        "employee": one.id,
        "dependant": child.id if of_child and child else None,
        "card_number": f"{_year(recognised)}/{draw.between(1000, 99_999)}",
        "recognised_on": day(recognised),
        "expires_on": day(recognised + int(5 * YEAR)) if draw.random() < 0.7 else "",
    }
    own = practice_id(world.device, "disability", index)
    yield made_row(Disability, own, one.id, world.confidential, values)
