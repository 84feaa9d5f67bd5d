"""Reference data: the schools of a region and the code tables of the nation, written by the centre."""

from __future__ import annotations

from sync.domain import fields
from sync.domain.entities.rules import Dated
from sync.domain.record import Place, Writer, record

CYCLES = ("primary", "lower_secondary", "upper_secondary", "higher")
MILIEUS = ("urban", "rural")
OPEN, CLOSED = "open", "closed"


@record("school", 5, place=Place.REGION, writer=Writer.CENTRE)
class School:
    """One public establishment with its GRESA code, as it was first published. What changes is a `SchoolChange`."""

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
    opened_on: str | None = fields.day(22, section="school")


@record("school_change", 35, place=Place.REGION, writer=Writer.CENTRE)
class SchoolChange(Dated):
    """What is different in a school from a day on: it closes or opens again, has another name, zone or directorate.

    Only what is said changes; with `valid_to` it is for some time.
    """

    gresa: str | None = fields.gresa(10, section="school", required=True, indexed=True)
    status: str | None = fields.choice(11, OPEN, CLOSED, section="school")
    name_ar: str | None = fields.text(12, section="school")
    name_la: str | None = fields.text(13, section="school")
    cycle: str | None = fields.choice(14, *CYCLES, section="school")
    milieu: str | None = fields.choice(15, *MILIEUS, section="school")
    commune_ar: str | None = fields.text(16, section="school")
    commune_la: str | None = fields.text(17, section="school")
    province: str | None = fields.text(18, section="school")
    zone: str | None = fields.choice(19, "A", "B", "C", section="school")
    satellite_of: str | None = fields.gresa(27, section="school")


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
