"""MV-ARR: minutes of installation or of resumption of work, signed at the school (domain.md 3.5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sync.domain import calendar, fields
from sync.domain.act import Case, act
from sync.domain.administrative_act import AdministrativeAct, Track
from sync.domain.errors import Problem, error, warning
from sync.domain.fields import Value
from sync.domain.record import Row
from sync.domain.workplace import REACHES, arrival, school_problems

MINUTES = ("installation", "resumption")


@act("arrival_minutes", 51, "MV-ARR")
class ArrivalMinutes(AdministrativeAct):
    """She works at this school from this day on. It may come before her dossier does (a transfer on its way)."""

    PAY = "start"
    PAPERS = ("minutes",)
    LETTER = "arrival_minutes"

    minutes: str | None = fields.choice(20, *MINUTES, section="assignment", required=True)
    school: str | None = fields.gresa(21, section="assignment", required=True)
    reach: str | None = fields.choice(22, *REACHES, section="assignment")

    def check(self, case: Case) -> Iterable[Problem]:
        """The school is there; who resumes work was away, and who is installed was not there before."""
        yield from school_problems(case, self.school, None, self.effective_on)
        situation = case.situation(self.effective_on)
        away = situation.get("position") not in (None, "", "activity") or situation.get("leave")
        if self.minutes == "resumption" and not away and not situation.get("absent"):
            yield warning("was_not_away", "minutes")
        if self.minutes == "installation" and not self.reach and situation.get("school") not in (None, self.school):
            yield error("required", "reach")

    def ends(self, case: Case) -> Iterable[tuple[Row, str]]:
        """The position that she comes back from is over the day before."""
        before = calendar.plus_days(self.effective_on, -1)
        for other, row in case.others:
            is_position = isinstance(other, AdministrativeAct) and other.TRACK is Track.POSITION
            if is_position and isinstance(other, AdministrativeAct) and other.effective_on <= before < other.last_on:
                yield row, before

    def shape(self, situation: Mapping[str, Value]) -> dict[str, Value]:
        """In activity, at the school; nothing that is known of later days changes."""
        facts: dict[str, Value] = {}
        on = self.effective_on
        if situation.get("position") != "activity" and on >= str(situation.get("position_since") or ""):
            facts = {"position": "activity", "position_since": on, "position_until": None}
        if self.minutes == "installation" and situation.get("school") != self.school:
            facts |= arrival(situation, on, self.school, self.reach)
        return facts
