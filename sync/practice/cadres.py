"""Who is what in a province: shares of the cadres, where each works and what each teaches or does.

Shares and grades at recruitment are plausible, to be verified; codes are those of resources/reference/codes.csv.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sync.practice.draws import Stream
from sync.practice.people import YEAR, Person, World
from sync.practice.schools import LOWER, PEOPLE_EACH, PRIMARY, UPPER, Workplace


@dataclass(frozen=True, slots=True)
class Cadre:
    """A cadre: its weight among a thousand, the cycles it serves ('' alone: the directorate), its grades by position
    (0 third to 3 excellent), subjects, and functions that some of it hold.
    """

    code: str
    weight: int
    cycles: tuple[str, ...]
    first_grade: int
    last_grade: int = 3
    subjects: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    function_share: float = 0.0
    years_before: int = 0  # of service in another cadre


_LOWER_SUBJECTS = ("AR", "FR", "MATH", "SVT", "PC", "HG", "EI", "EPS", "EN", "ART", "TECH", "INFO", "FAM", "MUS")
_UPPER_SUBJECTS = ("AR", "FR", "EN", "MATH", "PC", "SVT", "HG", "PHI", "EI", "EPS", "SI", "ECO", "INFO", "ES", "DE")
_ALL = (PRIMARY, LOWER, UPPER)
_SECONDARY = (LOWER, UPPER)
_OFFICE = ("",)
_OFFICE_WORK = ("CLERK", "OFFI", "SERV")

CADRES: Final = (
    Cadre("PEP", 430, (PRIMARY,), 0, subjects=("DBL", "DBL", "AR", "FR", "DBL", "ZGH")),
    Cadre("PESC", 190, (LOWER,), 0, subjects=_LOWER_SUBJECTS),
    Cadre("PESQ", 175, (UPPER,), 1, subjects=_UPPER_SUBJECTS),
    Cadre("PAG", 5, (UPPER,), 2, subjects=("MATH", "PC", "FR", "EN", "SI", "ECO")),
    Cadre("INSP", 14, _OFFICE, 2, functions=("INSP",), function_share=0.9, years_before=6),
    Cadre("COR", 8, _OFFICE, 1, years_before=4),
    Cadre("IOR", 3, _OFFICE, 2, years_before=6),
    Cadre("CPL", 4, _OFFICE, 1, functions=_OFFICE_WORK, function_share=0.5, years_before=4),
    Cadre("IPL", 2, _OFFICE, 2, functions=_OFFICE_WORK, function_share=0.5, years_before=6),
    Cadre("ISAF", 2, _OFFICE, 2, years_before=6),
    Cadre(
        "ADE", 30, _SECONDARY, 1, functions=("GSUP", "STUD", "CENS", "BSUP", "WORK"), function_share=1, years_before=5
    ),
    Cadre("SPE", 20, _ALL, 1, functions=("LIBR", "SECR"), function_share=0.3),
    Cadre("SPS", 10, _ALL, 1),
    Cadre("SEA", 12, _SECONDARY, 1, functions=("BURS",), function_share=0.8),
    Cadre("ATE", 12, _ALL, 0, 2, functions=("LIBR", "SECR"), function_share=0.4),
    Cadre("ATS", 5, _ALL, 0, 2),
    Cadre("AEA", 8, _SECONDARY, 0, 2, functions=("BURS",), function_share=0.6),
    Cadre("PREP", 8, _SECONDARY, 0, 2, functions=("LAB",), function_share=1),
    Cadre("ADM", 12, _OFFICE, 1, functions=_OFFICE_WORK, function_share=0.9),
    Cadre("ING", 3, _OFFICE, 1, functions=_OFFICE_WORK, function_share=0.7),
    Cadre("TEC", 12, _OFFICE, 0, 2, functions=_OFFICE_WORK, function_share=0.7),
    Cadre("RED", 5, _OFFICE, 0, 2, functions=("CLERK",), function_share=1),
    Cadre("AAD", 15, (*_ALL, ""), 0, 2, functions=("CLERK", "SECR"), function_share=0.8),
    Cadre("ATC", 12, (*_ALL, ""), 0, 2),
    Cadre("APE", 3, _ALL, 0, 2),
)
HEAD: Final = Cadre("ADE", 0, _ALL, 1, functions=("HEAD",), function_share=1, years_before=6)
"""The head of a school; one person for each staffed school."""

_BY_SHARE: Final = tuple(cadre for cadre in CADRES for _ in range(cadre.weight))
_HEAD_OFFSET = 7


def school_headed_by(world: World, one: Person) -> Workplace | None:
    """The school this person is head of: every twentieth person is, after enough years of service."""
    number, offset = divmod(one.origin, PEOPLE_EACH)
    if offset != _HEAD_OFFSET or world.today - one.recruited < (HEAD.years_before + 2) * YEAR:
        return None
    school = world.schools.all[number + 1] if number + 1 < len(world.schools.all) else None
    return school if school and school.staffed else None


def cadre_of(world: World, one: Person) -> Cadre:
    """The cadre of a person. Those that take years of service in another cadre are for people who have them."""
    if school_headed_by(world, one):
        return HEAD
    cadre = _BY_SHARE[int(world.chance.fraction(Stream.CADRE, one.origin) * len(_BY_SHARE))]
    served = (world.today - one.recruited) / YEAR
    return CADRES[one.origin % 3] if cadre.years_before and served < cadre.years_before + 2 else cadre
