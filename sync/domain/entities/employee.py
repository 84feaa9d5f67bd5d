"""A member of staff: everything about her that is not a career or pay fact (domain.md 2.1)."""

from __future__ import annotations

from sync.domain import fields
from sync.domain.record import record

SEXES = ("F", "M")
MARITAL = ("single", "married", "divorced", "widowed")
PENSION_SCHEMES = ("CMR", "RCAR")
ORIGINS = ("massir", "list", "province", "aref")


@record("employee", 1)
class Employee:
    """One person; her row is the root of her dossier. The payroll number is never the key: it may come months later."""

    ppr: str | None = fields.ppr(10, section="identity", required=True, unique=True, search=True)
    cin: str | None = fields.cin(11, section="identity", required=True, unique=True, search=True)
    cin_expires_on: str | None = fields.day(12, section="identity")
    surname_ar: str | None = fields.arabic_name(13, section="identity", required=True, search=True, group="name_ar")
    first_name_ar: str | None = fields.arabic_name(14, section="identity", required=True, search=True, group="name_ar")
    surname_la: str | None = fields.latin_name(15, section="identity", required=True, search=True, group="name_la")
    first_name_la: str | None = fields.latin_name(16, section="identity", required=True, search=True, group="name_la")
    name_as_written: str | None = fields.text(17, section="identity", system=True)
    sex: str | None = fields.choice(18, *SEXES, section="identity", required=True)
    nationality: str | None = fields.code(19, "country", section="identity")
    birth_date: str | None = fields.partial_day(20, section="identity", required=True, indexed=True)
    birth_place_ar: str | None = fields.text(21, section="identity")
    birth_place_la: str | None = fields.text(22, section="identity")
    birth_province: str | None = fields.text(23, section="identity")
    birth_country: str | None = fields.code(24, "country", section="identity")

    phone: str | None = fields.phone(30, section="contact", required=True)
    second_phone: str | None = fields.phone(31, section="contact")
    email: str | None = fields.email(32, section="contact")
    institutional_email: str | None = fields.email(33, section="contact")
    address_ar: str | None = fields.text(34, section="contact", group="address", multiline=True)
    address_la: str | None = fields.text(35, section="contact", group="address", multiline=True)
    city: str | None = fields.text(36, section="contact", group="address")
    postal_code: str | None = fields.postal_code(37, section="contact", group="address")

    marital_status: str | None = fields.choice(40, *MARITAL, section="family", group="marriage")
    married_on: str | None = fields.partial_day(41, section="family", group="marriage")

    pension_scheme: str | None = fields.choice(50, *PENSION_SCHEMES, section="cover", group="pension")
    pension_number: str | None = fields.text(51, section="cover", group="pension")
    mutual_number: str | None = fields.text(52, section="cover")
    cnops_number: str | None = fields.text(53, section="cover")

    origin: str | None = fields.choice(60, *ORIGINS, section="control", system=True)
    verified_on: str | None = fields.day(61, section="control")
    merged_into: int | None = fields.ref(62, "employee", section="control", system=True)
