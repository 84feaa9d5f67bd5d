"""The record of a person that clerks fill in: identity, contact, family, cover."""

from __future__ import annotations

import unicodedata

from sync.domain.entities.employee import Employee
from sync.domain.fields import Value
from sync.domain.record import Row
from sync.practice.draws import Draw, Stream
from sync.practice.numbering import made_row
from sync.practice.people import Person, World, day
from sync.practice.toponyms import Named, district_name, postal_code

# Reserved for examples, so that no letter to a practice person ever reaches anybody.
_PRIVATE_MAIL, _OFFICE_MAIL = "courriel.example", "taalim.example"
_ABROAD = ("FR", "DZ", "BE", "TN", "ES")


def employee_row(world: World, person: Person) -> Row:
    """The employee record; about 2 in 100 lack something that a complete record has."""
    draw = world.chance.draw(Stream.CONTACT, person.index)
    values: dict[str, Value] = {
        "ppr": person.ppr,
        "cin": person.cin,
        "cin_expires_on": day(world.today + draw.between(-300, 3600)) if draw.random() < 0.8 else "",
        "surname_ar": person.surname[0],
        "first_name_ar": person.first_name[0],
        "surname_la": person.surname[1],
        "first_name_la": person.first_name[1],
        "sex": person.sex,
        "birth_date": person.birth_date,
        "marital_status": person.marital,
        "married_on": _married_on(draw, person),
        "origin": "list" if person.is_duplicate else "massir",
        "verified_on": day(world.today - draw.below(700)) if draw.random() < 0.3 else "",
    }
    values |= _birth_place(world, draw) | _contact(world, draw, person) | _cover(draw, person)
    return made_row(Employee, person.id, person.id, world.general, values)


def _married_on(draw: Draw, person: Person) -> str:
    if not person.married or draw.random() < 0.1:
        return ""
    full = day(person.married)
    return full if draw.random() < 0.9 else full[:5] + "00-00"


def _birth_place(world: World, draw: Draw) -> dict[str, Value]:
    if draw.random() < 0.006:
        abroad = draw.pick(_ABROAD)
        return {"nationality": "MA", "birth_country": abroad}
    home = world.directorate if draw.random() < 0.6 else draw.pick(world.directorates)
    if home is world.directorate and draw.random() < 0.5:
        place = draw.pick(world.schools.all).commune.name
    else:
        place = home.name_ar, home.name_la
    return {
        "nationality": "MA",
        "birth_country": "MA",
        "birth_place_ar": place[0],
        "birth_place_la": place[1],
        "birth_province": home.name_ar,
    }


def _contact(world: World, draw: Draw, person: Person) -> dict[str, Value]:
    chance = draw.random()
    office_name = _mail_name(person.first_name, person.surname)
    values: dict[str, Value] = {
        "phone": f"+212{draw.pick('667')}{draw.between(10_000_000, 79_999_999)}" if chance >= 0.02 else "",
        "second_phone": f"+2125{draw.between(22_000_000, 39_999_999)}" if draw.random() < 0.12 else "",
        "institutional_email": f"{office_name}{person.index}@{_OFFICE_MAIL}" if draw.random() < 0.9 else "",
        "email": f"{office_name}{draw.below(100)}@{_PRIVATE_MAIL}" if draw.random() < 0.4 else "",
    }
    if chance < 0.01:
        return values
    return values | _address(world, draw)


def _address(world: World, draw: Draw) -> dict[str, Value]:
    town = draw.pick(world.schools.all).commune.name
    code = postal_code(draw, world.directorate.region)
    house = draw.between(1, 240)
    if draw.random() < 0.25:
        arabic, latin = f"دوار {town[0]}، رقم {house}", f"Douar {town[1]}, n° {house}"
    else:
        district, street = district_name(draw), draw.between(1, 60)
        arabic = f"رقم {house}، زنقة {street}، {district[0]}، {town[0]}"
        latin = f"{house}, rue {street}, {district[1]}, {town[1]}"
    return {"address_ar": arabic, "address_la": latin, "city": town[0], "postal_code": code}


def _cover(draw: Draw, person: Person) -> dict[str, Value]:
    """Some of those recruited by the academies from 2016 to 2021 are still with RCAR [to be verified]."""
    recruited = int(day(person.recruited)[:4])
    regional = 2016 <= recruited <= 2021 and draw.random() < 0.5
    if not person.ppr:
        return {"pension_scheme": "RCAR" if regional else "CMR"}
    return {
        "pension_scheme": "RCAR" if regional else "CMR",
        "pension_number": f"{draw.between(1_000_000, 9_999_999)}",
        "mutual_number": f"{draw.between(100_000, 999_999)}" if draw.random() < 0.9 else "",
        "cnops_number": f"{draw.between(10_000_000, 99_999_999)}" if draw.random() < 0.95 else "",
    }


def _mail_name(first_name: Named, surname: Named) -> str:
    """first.surname in plain letters."""
    parts = []
    for name in (first_name[1], surname[1]):
        plain = name if name.isascii() else unicodedata.normalize("NFD", name)
        parts.append("".join(c for c in plain.lower() if "a" <= c <= "z"))
    return ".".join(parts)
