"""Reads the reference data in resources/reference: directorates, code tables and indices."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sync.domain.entities.school import Code
from sync.domain.fields import Value
from sync.domain.ids import NATION, Compartment, scope_id
from sync.domain.record import Row
from sync.practice.numbering import made_row, practice_id

FOLDER = "reference"


@dataclass(frozen=True, slots=True)
class Directorate:
    """One provincial directorate; `place` is its code as a number (504), `region` that of its region (5)."""

    place: int
    region: int
    name_ar: str
    name_la: str

    @property
    def code(self) -> str:
        """The code in four digits, as directorates.csv has it."""
        return f"{self.place:04d}"


def lines(resources: Path, name: str) -> Iterator[dict[str, str]]:
    """The lines of a file of reference data, by the names of its columns."""
    with (resources / FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def directorates(resources: Path) -> Mapping[int, Directorate]:
    """The 82 directorates by place."""
    found = (
        Directorate(
            int(line["directorate_code"]), int(line["region_code"]), line["directorate_ar"], line["directorate_fr"]
        )
        for line in lines(resources, "directorates.csv")
    )
    return {directorate.place: directorate for directorate in found}


def academies(resources: Path) -> Mapping[int, tuple[str, str]]:
    """The Arabic and the French name of the academy of each region, by the region's number (500)."""
    return {
        int(line["region_code"]) * 100: (
            f"الأكاديمية الجهوية للتربية والتكوين لجهة {line['region_ar']}",
            f"AREF {line['region_fr']}",
        )
        for line in lines(resources, "directorates.csv")
    }


def code_rows(resources: Path, device: int = 0) -> Iterator[Row]:
    """The code tables as records of kind "code", in the order of codes.csv."""
    scope = scope_id(NATION, Compartment.GENERAL)
    for number, line in enumerate(lines(resources, "codes.csv")):
        own = practice_id(device, "code", number)
        values: dict[str, Value] = {**line, "order": int(line["order"])}
        yield made_row(Code, own, own, scope, values)


def codes(resources: Path) -> Mapping[str, Mapping[str, tuple[str, str]]]:
    """The labels in Arabic and French, by table and code."""
    tables: dict[str, dict[str, tuple[str, str]]] = {}
    for line in lines(resources, "codes.csv"):
        tables.setdefault(line["table"], {})[line["code"]] = line["label_ar"], line["label_la"]
    return tables


@dataclass(frozen=True, slots=True)
class GradeScale:
    """The échelle of a grade and the index of each of its échelons, the first one first."""

    grade: str
    echelle: str
    indices: tuple[int, ...]


def grade_scales(resources: Path) -> Mapping[str, GradeScale]:
    """The scale of each grade, lowest grade first, from indices.csv."""
    scales: dict[str, GradeScale] = {}
    for line in lines(resources, "indices.csv"):
        grade, before = line["grade"], scales.get(line["grade"])
        indices = (*(before.indices if before else ()), int(line["index"]))
        if int(line["echelon"]) != len(indices):
            raise ValueError(f"indices.csv: échelon {line['echelon']} of grade {grade} is out of order")
        scales[grade] = GradeScale(grade, line["echelle"], indices)
    return scales
