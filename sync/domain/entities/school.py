"""Reference data: the schools of a region and the code tables of the nation, written by the centre."""

from __future__ import annotations

from sync.domain import fields
from sync.domain.record import Place, Writer, record

CYCLES = ("primary", "lower_secondary", "upper_secondary", "higher")
MILIEUS = ("urban", "rural")


@record("school", 5, place=Place.REGION, writer=Writer.CENTRE)
class School:
    """One public establishment with its GRESA code."""

    gresa: str | None = fields.gresa(10, section="school", required=True, unique=True, search=True)
    name_ar: str | None = fields.text(11, section="school", required=True, search=True)
    name_la: str | None = fields.text(12, section="school", required=True, search=True)
    cycle: str | None = fields.choice(13, *CYCLES, section="school")
    satellite_of: str | None = fields.gresa(14, section="school")
    milieu: str | None = fields.choice(15, *MILIEUS, section="school")
    commune_ar: str | None = fields.text(16, section="school")
    commune_la: str | None = fields.text(17, section="school")
    province: str | None = fields.text(18, section="school", indexed=True)
    zone: str | None = fields.choice(19, "A", "B", "C", section="school")
    closed_on: str | None = fields.day(20, section="school")
    package: int | None = fields.integer(21, section="school", system=True)


@record("code", 6, place=Place.NATION, writer=Writer.CENTRE)
class Code:
    """One entry of a code table (cadre, grade, function...), in force between two days; old codes stay readable."""

    table: str | None = fields.text(10, section="code", required=True, indexed=True)
    code: str | None = fields.text(11, section="code", required=True)
    label_ar: str | None = fields.text(12, section="code", required=True)
    label_la: str | None = fields.text(13, section="code", required=True)
    valid_from: str | None = fields.day(14, section="code")
    valid_to: str | None = fields.day(15, section="code")
    order: int | None = fields.integer(16, section="code")
    note: str | None = fields.text(17, section="code")
    package: int | None = fields.integer(18, section="code", system=True)
