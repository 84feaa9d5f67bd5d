"""What clerks type in a run: few values, so that two of them often write the same, and rates drawn per seed."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from sync.domain.fields import Value

POISON = "poison@example.ma"
"""The centre's code stumbles over this value."""

_SURNAMES = ("العلوي", "بناني", "المنصوري", "الإدريسي")
_FIRST_NAMES = ("مريم", "سعاد", "نادية", "يوسف", "كريم")
_PHONES = ("+212661045277", "+212700000000", "+212537000001")
_CITIES = ("الرباط", "سلا", "القنيطرة")
_DAYS = ("1990-09-16", "2004-02-29", "2015-09-02", "2020-01-01", "2026-11-23")

EMPLOYEE_FIELDS = ("phone", "email", "address", "name", "marriage", "ppr", "verified_on", "cnops_number")
"""What corrections touch: lone fields and declared groups."""


def employee(chance: Random) -> dict[str, Value]:
    """A new person."""
    made: dict[str, Value] = {"surname_ar": chance.choice(_SURNAMES), "first_name_ar": chance.choice(_FIRST_NAMES)}
    for about in chance.sample(EMPLOYEE_FIELDS, chance.randrange(4)):
        made |= {name: value for name, value in employee_field(chance, about).items() if value is not None}
    return made


def employee_field(chance: Random, about: str) -> dict[str, Value]:
    """New values of a field or of (a part of) a group; None clears."""
    if about == "address":
        whole: dict[str, Value] = {
            "address_ar": f"زنقة {chance.randrange(3)}",
            "city": chance.choice(_CITIES),
            "postal_code": f"1000{chance.randrange(4)}",
        }
        return {name: whole[name] for name in chance.sample(sorted(whole), chance.randint(1, 3))}
    if about == "name":
        return {"surname_ar": chance.choice(_SURNAMES), "first_name_ar": chance.choice(_FIRST_NAMES)}
    if about == "marriage":
        return {
            "marital_status": chance.choice(("single", "married")),
            "married_on": chance.choice((None, "2001-05-00")),
        }
    values: dict[str, tuple[Value, ...]] = {
        "phone": (*_PHONES, None),
        "email": ("a@taalim.ma", "b@taalim.ma", None),
        "ppr": ("1234567", "7654321", None),
        "verified_on": (*_DAYS, None),
        "cnops_number": ("1", "2", ""),
    }
    return {about: chance.choice(values[about])}


def dependant(chance: Random) -> dict[str, Value]:
    """A spouse or a child."""
    return {
        "relation": chance.choice(("spouse", "child")),
        "first_name_ar": chance.choice(_FIRST_NAMES),
        "birth_date": chance.choice(("1980-00-00", "2010-04-00", "2012-03-01")),
        **({"in_custody": chance.choice((True, False))} if chance.random() < 0.5 else {}),
    }


def dependant_field(chance: Random) -> dict[str, Value]:
    """A correction of a spouse or a child."""
    return chance.choice(
        [
            {"in_custody": chance.choice((True, False, None))},
            {"employer": chance.choice(("أ", "ب", None)), "work_place": chance.choice(_CITIES)},
            {"schooling": chance.choice(("school", "university"))},
        ]
    )


def diploma(chance: Random) -> dict[str, Value]:
    """A diploma."""
    return {"diploma_kind": "academic", "title": chance.choice(("إجازة", "ماستر")), "obtained_on": "2009-06-00"}


def disability(chance: Random) -> dict[str, Value]:
    """Health data: the confidential compartment."""
    return {"card_number": str(chance.randrange(4)), "recognised_on": chance.choice(_DAYS)}


def opening(chance: Random) -> dict[str, Value]:
    """SI-INI: few sources, so that two offices open from the same one."""
    return {
        "known_on": chance.choice(_DAYS),
        "source": chance.choice(("ESISE", "GIPE", "قائمة")),
        **_career(chance),
    }


def situation_correction(chance: Random, opening_row: int) -> dict[str, Value]:
    """SI-COR on an opening."""
    cleared: dict[str, Value] = {"cleared": "echelon"} if chance.random() < 0.2 else {}
    return {
        "corrects": opening_row,
        "corrected_on": chance.choice(_DAYS),
        "reason": "وثيقة",
        **_career(chance),
        **cleared,
    }


def _career(chance: Random) -> dict[str, Value]:
    whole: dict[str, Value] = {
        "cadre": chance.choice(("C1", "C2")),
        "echelon": chance.randrange(1, 4),
        "recruited_on": chance.choice(_DAYS),
        "school": chance.choice(("01001A", "01002B")),
        "position": chance.choice(("activity", "availability")),
    }
    return {name: whole[name] for name in chance.sample(sorted(whole), chance.randint(1, 4))}


@dataclass(frozen=True, slots=True)
class Rates:
    """How often what happens in one run: chances of a step, of a request, or weights."""

    cut: float
    lose_reply: float
    repeat: float
    late: float
    stall: float
    gateway: float
    shuffle: float
    kill_office: float
    kill_centre: float
    full_office: float
    full_centre: float
    clock_jump: float
    busy_hands: float
    """Edits while an exchange runs."""
    absent: float
    """An office leaves for a while."""
    hot: float
    """Everybody works on the same few people."""
    poison: float
    forged: float
    disaster: float
    """Copies of files put where they do not belong: an office twice, an older office, an older centre."""
    rot: float
    """Rows of an office's file that change by themselves."""
    update: float
    """Programs replaced by newer ones."""
    stick: float
    """Files carried in place of a line."""
    move: float
    """People who go to another province."""
    sync_weight: float
    edit_weight: float

    @classmethod
    def draw(cls, chance: Random) -> Rates:
        """A quarter of the faults are absent from a run, some are frequent."""

        def rate(most: float) -> float:
            return 0.0 if chance.random() < 0.3 else most * chance.random() ** 2

        return cls(
            cut=rate(0.6),
            lose_reply=rate(0.4),
            repeat=rate(0.3),
            late=rate(0.3),
            stall=rate(0.3),
            gateway=rate(0.2),
            shuffle=rate(0.2),
            kill_office=rate(0.4),
            kill_centre=rate(0.3),
            full_office=rate(0.2),
            full_centre=rate(0.2),
            clock_jump=rate(0.3),
            busy_hands=rate(0.5),
            absent=rate(0.2),
            hot=chance.random(),
            poison=rate(0.15),
            forged=rate(0.1),
            disaster=rate(0.15),
            rot=rate(0.3),
            update=rate(0.2),
            stick=rate(0.8),
            move=rate(0.5),
            sync_weight=0.3 + chance.random(),
            edit_weight=0.5 + chance.random(),
        )
