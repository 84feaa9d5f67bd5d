"""Reference data that rules read: limits, who decides what, days off, indexes, interim; published by the centre.

Append only: a rule that changes is a new row, in force from a day. Rows keep the source and say when it is uncertain
(domain.md, Marks): an uncertain limit is remarked on, only a certain one forbids.
"""

from __future__ import annotations

from sync.domain import fields
from sync.domain.entities.step import LEVELS
from sync.domain.lifecycle import Role
from sync.domain.record import Place, Writer, facts, record

UNITS = ("days", "working_days", "weeks", "months", "years", "times", "percent")
NATURES = ("fixed", "religious", "exceptional", "school_year", "school_break")
ROLES = tuple(role.value for role in Role)


@facts
class Dated:
    """In force between two days, as known since the day of publication."""

    valid_from: str | None = fields.day(20, section="rule", required=True)
    valid_to: str | None = fields.day(21, section="rule")
    published_on: str | None = fields.day(22, section="rule")
    uncertain: bool | None = fields.flag(23, section="rule")
    source: str | None = fields.text(24, section="rule")
    note: str | None = fields.text(25, section="rule")
    package: int | None = fields.integer(26, section="rule", system=True)


@record("reference_package", 39, place=Place.NATION, writer=Writer.CENTRE)
class ReferencePackage:
    """What the centre published at once, signed: rows of one scope that name this version (sync/domain/packages.py).

    `region` is 0 for rows of the nation. Versions follow each other without gaps; a package is never changed.
    """

    version: int | None = fields.integer(10, section="rule", required=True, indexed=True)
    region: int | None = fields.integer(11, section="rule")
    name: str | None = fields.text(12, section="rule", required=True)
    published_on: str | None = fields.day(13, section="rule", required=True)
    rows: int | None = fields.integer(14, section="rule", required=True)
    digest: str | None = fields.digest(15, section="rule", required=True)
    signature: str | None = fields.text(16, section="rule", required=True)


@record("limit", 30, place=Place.NATION, writer=Writer.CENTRE)
class Limit(Dated):
    """A duration, an age or a count that an act must keep to: act code, name, value and its unit."""

    act: str | None = fields.text(10, section="rule", required=True, indexed=True)
    name: str | None = fields.text(11, section="rule", required=True)
    value: int | None = fields.integer(12, section="rule", required=True)
    unit: str | None = fields.choice(13, *UNITS, section="rule", required=True)


@record("delegation", 31, place=Place.NATION, writer=Writer.CENTRE)
class Delegation(Dated):
    """One cell of the matrix: act x level x region x dates. Without a region it holds everywhere.

    `up_to_days`: only for acts no longer than that. `role`: who signs at this level.
    """

    act: str | None = fields.text(10, section="rule", required=True, indexed=True)
    region: int | None = fields.integer(11, section="rule")
    level: str | None = fields.choice(12, *LEVELS, section="rule", required=True)
    role: str | None = fields.choice(13, *ROLES, section="rule", required=True)
    means: str | None = fields.choice(14, "competence", "signature", section="rule", required=True)
    up_to_days: int | None = fields.integer(15, section="rule")


@record("holiday", 32, place=Place.NATION, writer=Writer.CENTRE)
class Holiday(Dated):
    """Days off, and the school calendar: school years and their breaks. `uncertain` ones follow the moon."""

    year: int | None = fields.integer(10, section="rule", required=True, indexed=True)
    nature: str | None = fields.choice(11, *NATURES, section="rule", required=True)
    from_on: str | None = fields.day(12, section="rule", required=True)
    to_on: str | None = fields.day(13, section="rule", required=True)
    name_ar: str | None = fields.text(14, section="rule")
    name_la: str | None = fields.text(15, section="rule")


@record("grade_index", 33, place=Place.NATION, writer=Writer.CENTRE)
class GradeIndex(Dated):
    """The index of a grade and an échelon."""

    grade: str | None = fields.code(10, "grade", section="rule", required=True, indexed=True)
    echelle: str | None = fields.text(11, section="rule")
    echelon: int | None = fields.integer(12, section="rule", required=True)
    index_number: int | None = fields.integer(13, section="rule", required=True)


@record("interim", 34, writer=Writer.CENTRE)
class Interim:
    """Somebody does the work of another role between two days, by a decision."""

    account: int | None = fields.integer(10, section="rule", required=True, indexed=True)
    role: str | None = fields.choice(11, *ROLES, section="rule", required=True)
    from_on: str | None = fields.day(12, section="rule", required=True)
    to_on: str | None = fields.day(13, section="rule", required=True)
    reference: str | None = fields.text(14, section="rule")
