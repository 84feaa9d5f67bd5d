"""A spouse or a child of a member of staff (domain.md 2.1, Family)."""

from __future__ import annotations

from sync.domain import fields
from sync.domain.ids import Compartment
from sync.domain.record import record

RELATIONS = ("spouse", "child")
SCHOOLING = ("none", "school", "university", "training")


@record("dependant", 2, root="employee")
class Dependant:
    """One spouse or child. A family change reaches pay by an act that points here, it does not repeat these facts."""

    employee: int | None = fields.ref(10, "employee", section="family", system=True)
    relation: str | None = fields.choice(11, *RELATIONS, section="family", required=True)
    surname_ar: str | None = fields.arabic_name(12, section="family", group="name_ar")
    first_name_ar: str | None = fields.arabic_name(13, section="family", required=True, group="name_ar")
    surname_la: str | None = fields.latin_name(14, section="family", group="name_la")
    first_name_la: str | None = fields.latin_name(15, section="family", group="name_la")
    sex: str | None = fields.choice(16, "F", "M", section="family")
    birth_date: str | None = fields.partial_day(17, section="family", required=True)
    cin: str | None = fields.cin(18, section="family")
    ppr: str | None = fields.ppr(19, section="family")
    employer: str | None = fields.text(20, section="family", group="work")
    work_place: str | None = fields.text(21, section="family", group="work")
    schooling: str | None = fields.choice(22, *SCHOOLING, section="family")
    in_custody: bool | None = fields.flag(23, section="family")
    counted_for_allowance: bool | None = fields.flag(24, section="family")


@record("disability", 3, root="employee", compartment=Compartment.CONFIDENTIAL)
class Disability:
    """A recognised disability of a person or of a dependant: health data, seen only in the confidential compartment."""

    employee: int | None = fields.ref(10, "employee", section="health", system=True)
    dependant: int | None = fields.ref(11, "dependant", section="health")
    card_number: str | None = fields.text(12, section="health", required=True)
    recognised_on: str | None = fields.day(13, section="health")
    expires_on: str | None = fields.day(14, section="health")
