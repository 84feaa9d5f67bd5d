"""What needs a person's eye: two values of one field, or two sources that disagree about a career fact."""

from __future__ import annotations

from sync.domain import fields
from sync.domain.ids import Compartment
from sync.domain.record import Writer, facts, record

CHOICES = ("mine", "centre", "other")


@facts
class ConflictFacts:
    """Both values of a field or field group that two offices changed without knowing of each other (sync.md 3.3)."""

    about_kind: str | None = fields.text(10, section="conflict")
    about_row: int | None = fields.integer(11, section="conflict", indexed=True)
    group: str | None = fields.text(12, section="conflict")
    losing: str | None = fields.text(13, section="conflict", multiline=True)
    standing: str | None = fields.text(14, section="conflict", multiline=True)
    original: str | None = fields.text(15, section="conflict", multiline=True)
    losing_author: int | None = fields.integer(16, section="conflict")
    losing_day: str | None = fields.day(17, section="conflict")
    losing_device: int | None = fields.integer(18, section="conflict")
    standing_author: int | None = fields.integer(19, section="conflict")
    standing_day: str | None = fields.day(20, section="conflict")
    standing_device: int | None = fields.integer(21, section="conflict")
    person: int | None = fields.ref(22, "employee", section="conflict")
    choice: str | None = fields.choice(23, *CHOICES, section="conflict")
    chosen: str | None = fields.text(24, section="conflict", multiline=True)
    settled_by: int | None = fields.integer(25, section="conflict")
    settled_on: str | None = fields.day(26, section="conflict")
    reason: str | None = fields.text(27, section="conflict")


@record("conflict", 8, writer=Writer.CENTRE, root="person")
class Conflict(ConflictFacts):
    """A conflict on a field of the general compartment; values are JSON objects of field to value."""


@record("confidential_conflict", 9, writer=Writer.CENTRE, root="person", compartment=Compartment.CONFIDENTIAL)
class ConfidentialConflict(ConflictFacts):
    """A conflict on a field of the confidential compartment, seen only there."""


@record("anomaly", 10, root="person")
class Anomaly:
    """A source that disagrees with what is known of a person: listed for a clerk, never a change by itself."""

    person: int | None = fields.ref(10, "employee", section="anomaly")
    code: str | None = fields.text(11, section="anomaly", required=True)
    field: str | None = fields.text(12, section="anomaly")
    known: str | None = fields.text(13, section="anomaly")
    found: str | None = fields.text(14, section="anomaly")
    source: str | None = fields.text(15, section="anomaly")
