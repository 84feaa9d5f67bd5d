"""The present situation of a person: career and pay facts, folded from her acts, typed by nobody."""

from __future__ import annotations

from sync.domain import fields
from sync.domain.record import Writer, facts, record

STATUTORY = ("1", "2", "3", "4", "5", "6", "7", "8")
"""The Treasury's one-character table of statutory situations (domain.md 2.1, source S12)."""
POSITIONS = ("activity", "detachment", "availability", "military_service")
EXITS = ("retirement", "resignation", "dismissal", "death")
NATURES = ("original", "temporary", "completion")
CYCLES = ("primary", "lower_secondary", "upper_secondary", "higher")


@facts
class CareerFacts:
    """The career and pay facts of domain.md 2.1, shared by the situation and by the acts that state them."""

    cadre: str | None = fields.code(20, "cadre", section="career", indexed=True)
    grade: str | None = fields.code(21, "grade", section="career")
    grade_since: str | None = fields.day(22, section="career")
    echelle: str | None = fields.text(23, section="career")
    echelon: int | None = fields.integer(24, section="career")
    echelon_since: str | None = fields.day(25, section="career")
    index_number: int | None = fields.integer(26, section="career")
    statutory_situation: str | None = fields.choice(27, *STATUTORY, section="career")
    recruited_on: str | None = fields.day(28, section="career")
    recruitment_mode: str | None = fields.choice(29, "contest", "title", "integration", section="career")
    first_appointed_on: str | None = fields.day(30, section="career")
    tenured_on: str | None = fields.day(31, section="career")
    cadre_since: str | None = fields.day(32, section="career")
    public_service_since: str | None = fields.day(33, section="career")
    budget_post: str | None = fields.text(34, section="career")
    subject: str | None = fields.code(35, "subject", section="career")
    teaching_language: str | None = fields.choice(36, "ar", "fr", "en", "zgh", section="career")
    cycle: str | None = fields.choice(37, *CYCLES, section="career")
    function: str | None = fields.code(38, "function", section="career")
    function_since: str | None = fields.day(39, section="career")
    position: str | None = fields.choice(40, *POSITIONS, section="position")
    position_since: str | None = fields.day(41, section="position")
    school: str | None = fields.gresa(42, section="assignment", indexed=True, search=True)
    school_since: str | None = fields.day(43, section="assignment")
    commune_since: str | None = fields.day(44, section="assignment")
    province_since: str | None = fields.day(45, section="assignment")
    region_since: str | None = fields.day(46, section="assignment")
    assignment_nature: str | None = fields.choice(47, *NATURES, section="assignment")
    residence_zone: str | None = fields.choice(48, "A", "B", "C", section="assignment")
    rib: str | None = fields.rib(49, section="pay", indexed=True)
    contract_until: str | None = fields.day(50, section="career")


@record("situation", 7, writer=Writer.FOLD, root="employee")
class Situation(CareerFacts):
    """One row per person, with her own row id, recomputed from her acts."""

    employee: int | None = fields.ref(10, "employee", section="career", system=True)
    as_known_on: str | None = fields.day(11, section="career")
    position_until: str | None = fields.day(12, section="position")
    left_on: str | None = fields.day(13, section="career", indexed=True)
    exit_reason: str | None = fields.choice(14, *EXITS, section="career")
    children_counted: int | None = fields.integer(15, section="family")
