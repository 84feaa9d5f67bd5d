"""A diploma of a member of staff (domain.md 2.1, Diplomas)."""

from __future__ import annotations

from sync.domain import fields
from sync.domain.record import record

DIPLOMA_KINDS = ("academic", "professional", "equivalence")


@record("diploma", 4, root="employee")
class Diploma:
    """One diploma or its equivalence decision."""

    employee: int | None = fields.ref(10, "employee", section="diplomas", system=True)
    diploma_kind: str | None = fields.choice(11, *DIPLOMA_KINDS, section="diplomas", required=True)
    title: str | None = fields.text(12, section="diplomas", required=True)
    speciality: str | None = fields.text(13, section="diplomas")
    institution: str | None = fields.text(14, section="diplomas")
    obtained_on: str | None = fields.partial_day(15, section="diplomas", required=True)
    equivalence_reference: str | None = fields.text(16, section="diplomas")
