"""One step in the life of an act: who did what on which day, with which number; never edited."""

from __future__ import annotations

from sync.domain import fields
from sync.domain.ids import Compartment
from sync.domain.lifecycle import STEP_NAMES, Level, Means
from sync.domain.record import Writer, facts, record

OPINIONS = ("favourable", "unfavourable", "reserved")
LEVELS = tuple(level.value for level in Level)
MEANS = tuple(means.value for means in Means)


@facts
class StepFacts:
    """A step points to its act. `on` is the day on the paper; `level`, `means` and `signed_by` say whose decision."""

    employee: int | None = fields.ref(10, "employee", section="step", system=True, indexed=False)
    act_kind: str | None = fields.text(11, section="step", required=True)
    act_row: int | None = fields.act_ref(12, kind_in="act_kind", section="step", required=True, indexed=True)
    step: str | None = fields.choice(13, *STEP_NAMES, section="step", required=True)
    on: str | None = fields.day(14, section="step", required=True)
    number: str | None = fields.text(15, section="step", indexed=True)
    remark: str | None = fields.text(16, section="step", multiline=True)
    opinion: str | None = fields.choice(17, *OPINIONS, section="step")
    level: str | None = fields.choice(18, *LEVELS, section="step")
    signed_by: str | None = fields.text(19, section="step")
    means: str | None = fields.choice(20, *MEANS, section="step", system=True)
    by: int | None = fields.integer(21, section="step", system=True)
    irregular: str | None = fields.text(22, section="step", system=True)
    moved_to: int | None = fields.ref(23, "employee", section="step", system=True, indexed=False)


@record("act_step", 36, writer=Writer.STEP, root="employee")
class ActStep(StepFacts):
    """A step of an act of the general compartment."""


@record("confidential_step", 37, writer=Writer.STEP, root="employee", compartment=Compartment.CONFIDENTIAL)
class ConfidentialStep(StepFacts):
    """A step of an act of the confidential compartment, seen only there."""
