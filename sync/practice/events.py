"""What happens in a career of a practice province: posts, échelons, births, illness, leave, census, procedures.

Each event holds with the rules as they are published; how often it happens is plausible and no more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sync.domain.acts.abandonment import Abandonment
from sync.domain.acts.age_retirement import AgeRetirement, retirement
from sync.domain.acts.annual_leave import AnnualLeave
from sync.domain.acts.arrival_minutes import ArrivalMinutes
from sync.domain.acts.availability import Availability
from sync.domain.acts.bank_change import BankChange
from sync.domain.acts.echelon import EchelonAdvancement
from sync.domain.acts.exceptional_leave import ExceptionalLeave
from sync.domain.acts.family_change import FamilyChange
from sync.domain.acts.interest_transfer import InterestTransfer
from sync.domain.acts.maternity_leave import MaternityLeave
from sync.domain.acts.paternity_leave import PaternityLeave
from sync.domain.acts.presence_census import PresenceCensus
from sync.domain.acts.sick_medium import MediumSickLeave
from sync.domain.acts.sick_short import ShortSickLeave
from sync.domain.acts.tasking import Tasking
from sync.domain.acts.tenure import TRAINEE, Tenure
from sync.domain.acts.unjustified_absence import UnjustifiedAbsence
from sync.domain.calendar import plus_months
from sync.domain.fields import Value
from sync.domain.lifecycle import State
from sync.practice.careers import Scales, account
from sync.practice.dossier import Dossier
from sync.practice.families import dependant_rows
from sync.practice.people import day
from sync.practice.schools import Workplace

_PACES = (("rapid", 1600, 1950), ("medium", 1100, 1580), ("slow", 700, 980))
_EXCUSES = ("death", "marriage", "family", "family", "other")
_AWAY = ("young_child", "follow_spouse", "illness_of_family")
_CENSUS = (11, 10)
"""Month and day of the yearly census in these provinces."""
_COUNTED_YEARS = 2


@dataclass
class Told:
    """A career being told: the dossier, what was known when it was opened, and where she works since when."""

    dossier: Dossier
    scales: Scales
    facts: Mapping[str, Value]
    opened: int
    is_head: bool
    moves: list[tuple[int, str]] = field(default_factory=list)
    tenured: int = 0

    @property
    def today(self) -> int:
        """Today, as a number."""
        return self.dossier.world.today

    @property
    def teaches(self) -> bool:
        """Whether she has a subject: teachers follow the school calendar."""
        return bool(self.facts.get("subject"))

    def chance(self, probability: float) -> bool:
        """Yes with this probability."""
        return self.dossier.draw.random() < probability

    def between(self, first: int, last: int) -> int:
        """A whole number from first to last."""
        return self.dossier.draw.between(first, last)

    def pick(self, choices: tuple[str, ...]) -> str:
        """One of some codes."""
        return self.dossier.draw.pick(choices)

    def school_on(self, on: int) -> str:
        """Where she works on a day."""
        known = [school for since, school in self.moves if since <= on]
        return known[-1] if known else str(self.facts["school"])

    def septembers(self) -> list[int]:
        """The first days of school years since the dossier was opened, with three weeks gone."""
        years = range(date.fromordinal(self.opened).year, date.fromordinal(self.today).year + 1)
        starts = (date(year, 9, 1).toordinal() for year in years)
        return [start for start in starts if self.opened + 30 < start <= self.today - 21]


def all_events(told: Told) -> None:
    """Tell the whole career: what holds for long first, so that the rest fits around it."""
    _tenure(told)
    if told.septembers() and not told.is_head and told.tenured and not _away(told):
        _transfer(told)
        _task(told)
    _advancement(told)
    _births(told)
    _illness(told)
    _annual_leave(told)
    _absences(told)
    _account(told)
    _census(told)
    _open_procedures(told)


def _tenure(told: Told) -> None:
    if told.facts["statutory_situation"] != TRAINEE:
        told.tenured = told.opened
        return
    recruited = str(told.facts["recruited_on"])
    due = date.fromisoformat(plus_months(recruited, 24 if told.chance(0.15) else 12)).toordinal()
    if due <= told.today - 15:
        told.dossier.decided(Tenure, due, commission_on=day(due - 20))
        told.tenured = due


def _away(told: Told) -> bool:
    """A few have been away without pay; some are, and of some the term has passed."""
    if not told.chance(0.03):
        return False
    dossier, reason = told.dossier, told.pick(_AWAY)
    if told.chance(0.4):
        first = told.between(told.today - 400, told.today - 300)
        last = date.fromisoformat(plus_months(day(first), 12)).toordinal() - 1
        if first > max(told.opened, told.tenured):
            dossier.decided(Availability, first, last, reason=reason)
        return True
    first = dossier.draw.pick(told.septembers())
    last = date.fromisoformat(plus_months(day(first), 12)).toordinal() - 1
    if first <= told.tenured:
        return True
    back = last + 1 <= told.today - 10
    dossier.decided(Availability, first, last, last if back else 0, reason=reason)
    if back:
        dossier.decided(ArrivalMinutes, last + 1, minutes="resumption", school=told.facts["school"])
    return True


def _other_school(told: Told, on: int) -> Workplace | None:
    places = told.dossier.world.schools.by_cycle.get(str(told.facts.get("cycle") or ""), ())
    others = [place for place in places if place.gresa != told.school_on(on)]
    return told.dossier.draw.pick(others) if others else None


def _transfer(told: Told) -> None:
    first = told.dossier.draw.pick(told.septembers())
    place = _other_school(told, first)
    if not told.chance(0.12) or place is None or first <= told.tenured:
        return
    old = next((s for s in told.dossier.world.schools.all if s.gresa == told.facts["school"]), place)
    told.dossier.decided(
        InterestTransfer,
        first,
        school=place.gresa,
        reach="school" if place.commune == old.commune else "commune",
        residence_zone=place.commune.zone,
        cycle=place.cycle,
    )
    told.moves.append((first, place.gresa))
    told.dossier.decided(ArrivalMinutes, first + 1, minutes="installation", school=place.gresa)


def _task(told: Told) -> None:
    start = told.dossier.draw.pick(told.septembers())
    place = _other_school(told, start + 14)
    if not told.chance(0.1) or place is None:
        return
    end = date(date.fromordinal(start).year + 1, 6, 30).toordinal()
    told.dossier.decided(Tasking, start + 14, end, school=place.gresa, nature="temporary", hours=told.between(4, 18))


def _advancement(told: Told) -> None:
    """Up the échelons of her grade, at a pace that fits her marks."""
    grade, echelon, since = str(told.facts["grade"]), told.facts["echelon"], str(told.facts["echelon_since"])
    indices = told.scales[grade].indices
    while isinstance(echelon, int) and echelon < len(indices):
        pace, low, high = _PACES[told.between(0, 9) // 4]
        months = told.dossier.rules.limit("CA-ECH", f"months_{pace}", since)
        due = date.fromisoformat(plus_months(since, months.value if months else 30)).toordinal()
        due = max(due, told.opened + 31)
        if due > told.today - 15 or not told.tenured or due <= told.tenured or not told.dossier.is_free(due, due):
            return
        echelon, since = echelon + 1, day(due)
        told.dossier.decided(
            EchelonAdvancement,
            due,
            grade=grade,
            echelon=echelon,
            index_number=indices[echelon - 1],
            pace=pace,
            average_mark=told.between(low, high),
        )


def _births(told: Told) -> None:
    """The leave of a mother or a father, and the family allowance for the youngest child."""
    family = [row for row in dependant_rows(told.dossier.world, told.dossier.one) if row.get("relation") == "child"]
    rules, mother = told.dossier.rules, told.dossier.one.sex == "F"
    youngest = None
    for child in family:
        born_on = child.text("birth_date")
        born = date.fromisoformat(born_on).toordinal()
        first = born - told.between(3, 30) if mother else born + told.between(1, 25)
        limit = rules.limit("LV-MAT" if mother else "LV-PAT", "weeks" if mother else "days", day(first))
        last = date.fromisoformat(limit.end(day(first))).toordinal() if limit else 0
        if not told.opened + 40 < first <= told.today - 20 or born > told.today - 10 or not last:
            continue
        youngest = (born, child.id)
        if not told.dossier.is_free(first, last):
            continue
        if mother:
            told.dossier.decided(MaternityLeave, first, last, expected_on=day(first + 21), born_on=born_on)
        else:
            told.dossier.decided(PaternityLeave, first, last, born_on=born_on, child=child.id)
    counted = min(6, sum(bool(child.get("counted_for_allowance")) for child in family))
    if youngest and counted:
        born, own = youngest
        told.dossier.decided(FamilyChange, born + 12, change="birth", dependant=own, children=counted)


def _illness(told: Told) -> None:
    """Some days now and then; rarely months, after the health council."""
    for _ in range(told.between(0, 3) - 1):
        length = told.between(90, 110) if told.chance(0.02) else told.between(2, 12)
        first = told.between(told.opened + 40, told.today - 3)
        _sick(told, first, first + length - 1)
    if told.chance(0.04):
        first = told.today - told.between(1, 20)
        _sick(told, first, told.today + told.between(1, 20))
    if told.chance(0.015):
        first = told.between(told.today - 200, told.today - 60)
        last = date.fromisoformat(plus_months(day(first), 6)).toordinal() - 1
        if told.dossier.is_free(first, last) and first > told.opened + 40:
            sent = {"certificate_on": day(first), "received_on": day(first + 1), "council_sent_on": day(first + 8)}
            heard = {"council_opinion": "favourable", "council_on": day(first + 30)}
            told.dossier.decided(MediumSickLeave, first, last, **sent, **heard)


def _sick(told: Told, first: int, last: int) -> None:
    if told.dossier.is_free(first, last) and first > told.opened + 40:
        told.dossier.decided(
            ShortSickLeave, first, last, certificate_on=day(first), received_on=day(min(first + 1, told.today))
        )


def _annual_leave(told: Told) -> None:
    """Two weeks in summer and some days in December, for those who do not follow the school calendar."""
    if told.teaches:
        return
    work = told.dossier.rules.work
    for year in range(date.fromordinal(told.opened).year, date.fromordinal(told.today).year + 1):
        for month, longest in ((8, 20), (12, 4)):
            first = date(year, month, told.between(1, 10)).toordinal()
            last = first + told.between(longest // 2, longest)
            days = work.working_days(day(first), day(last))
            served = first > max(told.opened + 10, told.dossier.one.recruited + 366)
            if served and days and first <= told.today + 15 and told.dossier.is_free(first, last):
                told.dossier.decided(AnnualLeave, first, last, days_taken=days, year=year)


def _absences(told: Told) -> None:
    """A day or two for the family; rarely days that nobody excused."""
    for year in range(date.fromordinal(told.opened).year, date.fromordinal(told.today).year + 1):
        first = date(year, 1, 1).toordinal() + told.between(0, 363)
        last = first + told.between(0, 2)
        if not told.opened + 40 < first <= told.today or not told.dossier.is_free(first, last):
            continue
        if told.chance(0.35):
            told.dossier.decided(ExceptionalLeave, first, last, reason=told.pick(_EXCUSES))
        elif told.chance(0.02) and last < told.today - 30:
            asked = {"reported_on": day(last + 1), "queried_on": day(last + 3), "reply": "none"}
            told.dossier.decided(UnjustifiedAbsence, first, last, days_deducted=last - first + 1, **asked)


def _account(told: Told) -> None:
    if told.chance(0.1):
        first = told.between(told.opened + 40, told.today - 5)
        told.dossier.decided(BankChange, first, rib=account(told.dossier.draw))


def _census(told: Told) -> None:
    """Counted each year; this year the census goes on: a school in three is done, one has hardly begun."""
    this_year = date.fromordinal(told.today).year
    for year in range(this_year - _COUNTED_YEARS, this_year + 1):
        on = min(date(year, *_CENSUS).toordinal(), told.today - 3)
        school = told.school_on(on)
        share = (1.0, 0.6, 0.05)[int(school[:5]) % 3] if year == this_year else 1.0
        if on <= told.opened + 40 or not told.chance(share):
            continue
        found = "present" if told.dossier.is_free(on, on) else "on_leave"
        told.dossier.decided(PresenceCensus, on, year=year, found=found, school=school)


def _open_procedures(told: Told) -> None:
    """What waits on somebody's table today."""
    if not told.dossier.is_free(told.today - 120, told.today + 60):
        return
    if _retires(told) or not told.tenured:
        return
    if told.chance(0.008):
        _abandons(told)
    elif told.chance(0.15):
        _asks(told)


def _retires(told: Told) -> bool:
    found = retirement(told.dossier.rules, told.dossier.one.birth_date, at_school=True)
    first = date.fromisoformat(found.from_on).toordinal() if found else 0
    if found is None or first > told.today + 400:
        return False
    if told.chance(0.6):
        state = told.pick((State.STUDY.value, State.OPINION.value, State.REFERRED.value))
        told.dossier.asked(AgeRetirement, State(state), first, 0, 25, limit_on=found.limit_on)
    return True


def _abandons(told: Told) -> None:
    """Left some days or weeks ago; the further, the more steps of the procedure are taken."""
    gone = told.between(4, 80)
    first = told.today - gone
    steps = {"reported_on": 2, "queried_on": 4, "notice_on": 7}
    steps |= {"notice_received_on": 12} if told.chance(0.6) else {"undelivered_on": 20, "pay_stopped_on": 23}
    facts: dict[str, Value] = {name: day(first + after) for name, after in steps.items() if after <= gone}
    if "notice_on" in facts:
        facts["postal_reference"] = f"RR{told.between(10**8, 10**9 - 1)}MA"
    told.dossier.asked(Abandonment, State.STUDY, first, 0, gone - 2, **facts)


def _asks(told: Told) -> None:
    """A request of the last weeks, somewhere on its way."""
    since, wish = told.between(1, 24), told.between(0, 9)
    first = told.today + told.between(3, 30)
    state = State(told.pick(("registered", "registered", "study", "returned", "opinion")))
    if wish < 5:
        reason = told.pick(_EXCUSES)
        told.dossier.asked(ExceptionalLeave, state, first, first + told.between(0, 3), since, reason=reason)
    elif wish < 7:
        told.dossier.asked(BankChange, state, first, 0, since, rib=account(told.dossier.draw))
    elif wish < 8:
        last = date.fromisoformat(plus_months(day(first), 12)).toordinal() - 1
        reason = told.pick(_AWAY)
        told.dossier.asked(Availability, State.REFERRED, first, last, since + 10, reason=reason)
    elif (place := _other_school(told, told.today)) is not None:
        facts = {"reach": "school", "residence_zone": place.commune.zone, "cycle": place.cycle}
        told.dossier.asked(InterestTransfer, State.REFERRED, first, 0, since + 10, school=place.gresa, **facts)
