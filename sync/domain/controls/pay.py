"""Controls of acts that pay has still to apply, before they are sent to the Treasury (domain.md 5)."""

from __future__ import annotations

from collections.abc import Iterator

from sync.domain import authority, calendar
from sync.domain.administrative_act import ALL_ACTS, NEVER, PeriodAct
from sync.domain.authority import About
from sync.domain.controls.province import Finding, Province
from sync.domain.errors import error, missing, warning
from sync.domain.ids import place_of


def late_for_pay(province: Province) -> Iterator[Finding]:
    """Older than pay takes without a question (domain.md 2.3, 12)."""
    limit = province.limit(ALL_ACTS, "retroactive_months")
    since = calendar.plus_months(province.today, -limit.value) if limit else ""
    for person, act, row in province.pending:
        if limit and act.effective_on < since:
            yield Finding(person, warning("late_for_pay", "from_on", limit=limit.value), row.kind, row.id)


def papers_of_decision(province: Province) -> Iterator[Finding]:
    """A number on the decision, the papers that the act asks for, a last day where there must be one."""
    for person, act, row in province.pending:
        if not row.get("decision_number"):
            yield Finding(person, error("decided_without_number", "decision_number"), row.kind, row.id)
        if isinstance(act, PeriodAct) and act.last_on == NEVER:
            yield Finding(person, error("no_last_day", "to_on"), row.kind, row.id)
        for paper in act.PAPERS:
            if paper not in act.given():
                yield Finding(person, missing("paper_missing", "papers", paper=paper), row.kind, row.id)


def level_of_decision(province: Province) -> Iterator[Finding]:
    """Decided by the level that the rules of that day name."""
    known: dict[tuple[str, int, str, int], str] = {}
    for person, act, row in province.pending:
        level, on = row.text("decided_level"), row.text("decided_on")
        if not level or not on:
            continue
        about = act.CODE, place_of(row.scope), on, act.days
        if about not in known:
            rule = authority.competence(province.rules, About(*about))
            known[about] = rule.level.value if rule else level
        if known[about] != level:
            yield Finding(person, error("not_competent", "decided_level", level=known[about]), row.kind, row.id)


def before_recruitment(province: Province) -> Iterator[Finding]:
    """Nothing takes effect before recruitment."""
    for person, act, row in province.pending:
        situation = province.serving.get(person)
        recruited = situation.text("recruited_on") if situation else ""
        if recruited and act.effective_on < recruited:
            yield Finding(person, error("before_recruitment", "from_on", day=recruited), row.kind, row.id)
