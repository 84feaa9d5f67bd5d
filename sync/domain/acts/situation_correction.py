"""SI-COR: mends an opening situation; the opening act itself is never edited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sync.domain import fields
from sync.domain.act import Case, act
from sync.domain.acts.opening_situation import CORRECTION_RANK, FACT_NAMES, NO_DAY, StatedFacts
from sync.domain.canonical import day_number
from sync.domain.errors import Problem, error
from sync.domain.fields import Value
from sync.domain.record import Row


@act("situation_correction", 21, "SI-COR")
class SituationCorrection(StatedFacts):
    """Points to the opening act it mends, says why, and states the facts as they should be."""

    employee: int | None = fields.ref(10, "employee", section="career", system=True)
    corrects: int | None = fields.ref(11, "opening_situation", section="career", required=True)
    corrected_on: str | None = fields.day(12, section="career", required=True)
    reason: str | None = fields.text(13, section="career", required=True)
    cleared: str | None = fields.text(14, section="career")

    def check(self, case: Case) -> Iterable[Problem]:
        """There is an opening act of the same person to mend, a reason, and something to mend."""
        opening = case.state.row("opening_situation", self.corrects or 0)
        if opening is None or opening.dossier != case.row.dossier:
            yield error("no_opening_situation", "corrects")
        if not self.reason:
            yield error("required", "reason")
        if not self.corrected_on:
            yield error("required", "corrected_on")
        if not self.stated() and not self.cleared_names():
            yield error("nothing_to_correct")
        for name in self.cleared_names():
            if name not in FACT_NAMES:
                yield error("unknown_field", "cleared", field=name)
        yield from self.date_problems(case.employee)

    def cleared_names(self) -> list[str]:
        """The facts that are emptied."""
        return (self.cleared or "").split()

    def order(self, row: Row) -> tuple[int, int, int]:
        """After all openings, by the day of the correction."""
        return CORRECTION_RANK, day_number(self.corrected_on or NO_DAY), row.id

    def shape(self, situation: Mapping[str, Value]) -> dict[str, Value]:
        """Overwrite what is stated, empty what is cleared."""
        return {**dict.fromkeys(self.cleared_names()), **self.stated()}
