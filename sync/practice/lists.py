"""Staff lists as offices have them, with their truth: what a good import makes of them is known beforehand.

They come as rows of cells; writing them to a file is for whoever uses them. The mess is the one seen in real
lists: title rows, header lines that come again, blank and total lines, dates in several styles, numbers stored as
text and text stored as numbers, stray spaces, Eastern digits, people who stand twice, and a few rows nobody can read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Literal

from sync.domain.fields import Value
from sync.practice.careers import career
from sync.practice.draws import Draw, Stream
from sync.practice.people import Person, World, person
from sync.practice.province import PracticeProvince, world_of
from sync.practice.reference import codes, grade_scales

Style = Literal["french", "arabic"]
AS_OF = "2026-09-01"
"""The day on which the lists were drawn up."""

_RESOURCES: Final = Path(__file__).parents[2] / "resources"
_FRENCH_HEADER: Final = (
    "N° PPR", "CIN", "Nom", "Prénom", "النسب", "الاسم", "Sexe", "Date de naissance", "Date de recrutement",
    "Cadre", "Grade", "Echelon", "Code GRESA", "Téléphone",
)  # fmt: skip
_ARABIC_HEADER: Final = (
    "رت", "رقم التأجير", "رقم ب.ت.و", "الاسم الكامل", "الجنس", "تاريخ الازدياد", "تاريخ التوظيف", "الإطار", "الدرجة",
    "الرتبة", "رمز المؤسسة", "الهاتف",
)  # fmt: skip
_FRENCH_GRADES: Final = {
    "third": "3ème grade",
    "second": "2ème grade",
    "first": "1er grade",
    "excellent": "Grade exceptionnel",
}
_FRENCH_CADRES: Final = {
    "PESC": "Professeur du secondaire collégial",
    "PESQ": "Professeur du secondaire qualifiant",
}
_SEX_WORDS: Final = {"french": {"F": "Féminin", "M": "Masculin"}, "arabic": {"F": "أنثى", "M": "ذكر"}}
_EASTERN: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_BAD_SHARE, _TWICE_SHARE = 0.012, 0.014
_HEADER_EVERY, _BLANK_SHARE = 180, 0.01


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be imported: its line in the list (from 1) and the code of the reason."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class StaffList:
    """The cells of a list, and its truth: how many rows tell of somebody, which are bad, how many people there are."""

    cells: list[list[object]]
    rows: int
    bad: tuple[BadRow, ...]
    people: int

    @property
    def good(self) -> int:
        """Rows that can be imported; a person who stands twice counts twice."""
        return self.rows - len(self.bad)


@dataclass(frozen=True, slots=True)
class _Facts:
    """One person as the list knows her, before the mess; `reason` says what will be wrong, '' nothing."""

    one: Person
    career: Mapping[str, Value]
    cadre: tuple[str, str]
    grade: tuple[str, str]
    phone: str
    reason: str


def staff_list(people: int, seed: int, style: Style, resources: Path = _RESOURCES) -> list[list[object]]:
    """The rows of a messy staff list of so many people; the same for the same arguments."""
    return staff_list_with_truth(people, seed, style, resources).cells


def staff_list_with_truth(people: int, seed: int, style: Style, resources: Path = _RESOURCES) -> StaffList:
    """A messy staff list and what is true of it. Raises ValueError when there is nobody to list."""
    if people < 1:
        raise ValueError("nobody to list")
    # Three more than needed: the last three of a province are second records, and this list makes its own.
    world = world_of(PracticeProvince(today=AS_OF, people=people + 3, seed=seed), resources)
    draw = world.chance.draw(Stream.LIST, 0 if style == "french" else 1)
    everybody = _facts(draw, world, resources, people)
    header = _FRENCH_HEADER if style == "french" else _ARABIC_HEADER
    cells: list[list[object]] = [*_titles(world, style, len(header)), list(header)]
    good = [facts for facts in everybody if not facts.reason]
    again = [draw.pick(good) for _ in range(int(people * _TWICE_SHARE))] if good else []
    bad: list[BadRow] = []
    for number, facts in enumerate([*everybody, *again], 1):
        if facts.reason:
            bad.append(BadRow(len(cells) + 1, facts.reason))
        cells.append(_french(draw, facts) if style == "french" else _arabic(draw, facts, number))
        if number % _HEADER_EVERY == 0:
            cells.append(list(header))
        elif draw.random() < _BLANK_SHARE:
            cells.append([""] * len(header))
    rows = len(everybody) + len(again)
    cells.append(["TOTAL" if style == "french" else "المجموع", float(rows), *[""] * (len(header) - 2)])
    return StaffList(cells, rows, tuple(bad), len(good))


def _titles(world: World, style: Style, width: int) -> list[list[object]]:
    place = world.directorate
    if style == "french":
        lines = (
            "Royaume du Maroc",
            f"Direction provinciale de {place.name_la}",
            "Etat du personnel arrêté au 01/09/2026",
        )
    else:
        lines = "المملكة المغربية", f"المديرية الإقليمية {place.name_ar}", "لائحة الموظفين إلى غاية 01/09/2026"
    return [[line, *[""] * (width - 1)] for line in (*lines, "")]


def _facts(draw: Draw, world: World, resources: Path, people: int) -> list[_Facts]:
    scales, labels = grade_scales(resources), codes(resources)
    found = []
    for index in range(people):
        one = person(world, index)
        facts = career(world, scales, one)
        cadre, grade = labels["cadre"][str(facts["cadre"])], labels["grade"][str(facts["grade"])]
        phone = f"6{draw.between(10_000_000, 99_999_999)}"
        reason = ""
        if draw.random() < _BAD_SHARE:
            reason = draw.pick(("ppr_malformed", "cin_malformed", "required", "day_impossible"))
        cadre = cadre[0], _FRENCH_CADRES.get(str(facts["cadre"]), cadre[1])
        grade = grade[0], _FRENCH_GRADES.get(str(facts["grade"]), grade[1])
        found.append(_Facts(one, facts, cadre, grade, phone, reason))
    return found


def _french(draw: Draw, facts: _Facts) -> list[object]:
    one = facts.one
    nameless = facts.reason == "required"
    return [
        _pay_number(draw, facts),
        _card(draw, facts),
        "" if nameless else _spaced(draw, one.surname[1]),
        "" if nameless else _spaced(draw, one.first_name[1]),
        "" if nameless else _spaced(draw, one.surname[0]),
        "" if nameless else _spaced(draw, one.first_name[0]),
        _SEX_WORDS["french"][one.sex],
        _birth(draw, facts, cells=True),
        _day(draw, str(facts.career["recruited_on"]), cells=True),
        facts.cadre[1],
        facts.grade[1],
        float(str(facts.career["echelon"])),
        facts.career["school"],
        f"+212{facts.phone}" if draw.random() < 0.3 else f"0{facts.phone[0]}-{facts.phone[1:]}",
    ]


def _arabic(draw: Draw, facts: _Facts, number: int) -> list[object]:
    """The family name comes first in the one column of names."""
    one = facts.one
    name = f"{one.surname[0]} {one.first_name[0]}"
    phone = f"0{facts.phone}"
    return [
        str(number),
        _pay_number(draw, facts),
        _card(draw, facts),
        "" if facts.reason == "required" else _spaced(draw, name),
        _SEX_WORDS["arabic"][one.sex],
        _birth(draw, facts, cells=False),
        _day(draw, str(facts.career["recruited_on"]), cells=False),
        facts.cadre[0],
        facts.grade[0],
        str(facts.career["echelon"]),
        facts.career["school"],
        phone.translate(_EASTERN) if draw.random() < 0.02 else phone,
    ]


def _pay_number(draw: Draw, facts: _Facts) -> object:
    """Text, a number with a fraction as spreadsheets keep it, or nothing yet."""
    if facts.reason == "ppr_malformed":
        return "PPR-abc"
    ppr, chance = facts.one.ppr, draw.random()
    if not ppr or chance < 0.5:
        return ppr
    return float(ppr) if chance < 0.95 else f" {ppr[0]} {ppr[1:4]} {ppr[4:]}"


def _card(draw: Draw, facts: _Facts) -> str:
    cin = "12??45" if facts.reason == "cin_malformed" else facts.one.cin
    cin = cin.lower() if draw.random() < 0.2 else cin
    return f"{cin} " if draw.random() < 0.1 else cin


def _birth(draw: Draw, facts: _Facts, *, cells: bool) -> object:
    """A partial day is written as the year alone or month/year."""
    if facts.reason == "day_impossible":
        return "31/02/1975"
    year, month, rest = facts.one.birth_date.split("-")
    if month == "00":
        return float(year) if cells and draw.random() < 0.3 else year
    return f"{month}/{year}" if rest == "00" else _day(draw, facts.one.birth_date, cells=cells)


def _day(draw: Draw, iso: str, *, cells: bool) -> object:
    """A day as text in one of three styles, or as a date cell where the file can hold one."""
    found = date.fromisoformat(iso)
    chance = draw.random()
    if cells and chance < 0.3:
        return found
    if cells and chance < 0.6:
        return found.strftime("%d-%m-%y")
    written = found.strftime("%d/%m/%Y")
    return written.translate(_EASTERN) if chance > 0.98 else written


def _spaced(draw: Draw, name: str) -> str:
    """Now and then spaces around or doubled, as typed by hand."""
    chance = draw.random()
    if chance < 0.03:
        return f" {name}  "
    return name.replace(" ", "  ") if chance < 0.06 else name
