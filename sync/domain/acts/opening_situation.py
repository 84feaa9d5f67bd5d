"""SI-INI: the situation of a person as a list or another system gave it, at a known date, without a decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sync.domain import fields
from sync.domain.act import Act, Case, act
from sync.domain.canonical import day_number
from sync.domain.entities.situation import CareerFacts
from sync.domain.errors import Problem, error, warning
from sync.domain.fields import Value
from sync.domain.partial_day import earliest, latest
from sync.domain.record import Row, facts

OPENING_RANK, CORRECTION_RANK = 0, 1
NO_DAY = "1970-01-01"
YOUNGEST_RECRUIT = 18
"""Years; younger is only remarked on: old careers hold exceptions (domain.md 2.1, to be verified)."""


@facts
class StatedFacts(Act, CareerFacts):
    """An act that states career facts as they are."""

    def stated(self) -> dict[str, Value]:
        """The facts given, by name; empty ones left out."""
        return {name: value for name in FACT_NAMES if (value := getattr(self, name)) not in (None, "")}

    def date_problems(self, employee: Row | None) -> Iterable[Problem]:
        """Order of the dates of a career: birth, recruitment, tenure; échelon not before grade (domain.md 2.1, 2.3)."""
        birth = employee.text("birth_date") if employee else ""
        if birth and self.recruited_on:
            if self.recruited_on < earliest(birth).isoformat():
                yield error("recruited_before_birth", "recruited_on")
            elif int(self.recruited_on[:4]) - latest(birth).year < YOUNGEST_RECRUIT:
                yield warning("recruited_young", "recruited_on", years=YOUNGEST_RECRUIT)
        if self.recruited_on and self.tenured_on and self.tenured_on < self.recruited_on:
            yield warning("tenured_before_recruited", "tenured_on")
        if self.grade_since and self.echelon_since and self.echelon_since < self.grade_since:
            yield warning("echelon_before_grade", "echelon_since")


FACT_NAMES = tuple(CareerFacts.__dataclass_fields__)


@act("opening_situation", 20, "SI-INI")
class OpeningSituation(StatedFacts):
    """One per person and source. It fills what is not known yet; what it contradicts is listed as an anomaly."""

    employee: int | None = fields.ref(10, "employee", section="career", system=True)
    known_on: str | None = fields.day(11, section="career", required=True)
    source: str | None = fields.text(12, section="career", required=True)

    def check(self, case: Case) -> Iterable[Problem]:
        """Known at a date, from a named source, once for each source; dates in their order."""
        row, state = case.row, case.state
        if not self.known_on:
            yield error("required", "known_on")
        if not self.source:
            yield error("required", "source")
        for other in state.rows_of("opening_situation", row.dossier):
            if other.id != row.id and other.text("source") == self.source and not other.withdrawn:
                yield error("opening_situation_exists", "source", source=self.source or "")
        yield from self.date_problems(case.employee)

    def order(self, row: Row) -> tuple[int, int, int]:
        """Openings come first, the newest knowledge ahead: an older source only fills what it left empty."""
        return OPENING_RANK, -day_number(self.known_on or NO_DAY), row.id

    def shape(self, situation: Mapping[str, Value]) -> dict[str, Value]:
        """Fill what is still empty."""
        new = {name: value for name, value in self.stated().items() if situation.get(name) in (None, "")}
        return new | ({} if situation.get("as_known_on") else {"as_known_on": self.known_on})
