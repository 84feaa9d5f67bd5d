"""A person's situation at any date, folded from her acts in force, and the timeline of all of them.

The stored Situation row is the fold of all acts: what they lead to once all that lasts has begun. What ends by itself
(a leave, a task) shows on its days only. Recomputing every row from scratch gives what is stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sync.domain import catalog
from sync.domain.act import Act, acts_of, fold, typed
from sync.domain.administrative_act import NEVER, AdministrativeAct, notices_of
from sync.domain.calendar import plus_days
from sync.domain.fields import Value
from sync.domain.operation import Reader
from sync.domain.record import Row

Facts = Mapping[str, Value]
_OPENING = "opening_situation"

FOLDING = 1
"""The version of this fold. Two ends of the same version make the same row of the same acts: a first copy leaves such
rows out (protocol/copying.py). Whoever changes what an act says of the stored situation counts it up."""


def _lasts(cls: type[Act]) -> bool:
    """Whether acts of a class may say anything of the stored situation."""
    return cls.shape is not AdministrativeAct.shape and not getattr(cls, "TEMPORARY", False)


SHAPING: tuple[str, ...] = tuple(cls.KIND.name for cls in catalog.ACTS if _lasts(cls))
"""The kinds of acts from which stored situations follow; all others leave them as they are."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days on which nothing changed: facts by name, and the acts (kind, row) that begin with its first day.

    `to_on` is '' for the last span, which is still open.
    """

    from_on: str
    to_on: str
    facts: Facts
    begins: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that is stored otherwise than the acts say."""

    person: int
    field: str
    stored: Value
    folded: Value


def situation_at(state: Reader, person: int, day: str) -> dict[str, Value]:
    """Her facts on a day; while she is on leave also `leave`, `leave_from`, `leave_to`, `pay_rate`, and while on a task
    `tasked_to`, `tasked_from`, `tasked_until`. A health leave is `leave` "health": nothing else is general.
    """
    return _at(acts_of(catalog.ACTS, state, person), notices_of(state, person), day)


def _at(acts: Sequence[tuple[Act, Row]], notices: Iterable[Row], day: str) -> dict[str, Value]:
    facts = fold(acts, day)
    for notice in notices:
        if notice.get("decided") and not notice.withdrawn and notice.text("from_on") <= day <= notice.text("to_on"):
            half = notice.text("half_from")
            facts |= {"leave": "health", "leave_from": notice.get("from_on"), "leave_to": notice.get("to_on")}
            facts["pay_rate"] = "half" if half and half <= day else "full"
    return facts


def begun(stored: Row, acts: Iterable[Row], day: str) -> Row:
    """A stored situation without what begins after a day, as a decision on a later transfer; `acts` are her rows of the
    kinds in SHAPING. What ends by itself is in neither (situation_at).
    """
    shaping = [(typed(catalog.ACT_BY_KIND[row.kind], row), row) for row in acts]
    if all(act.applies(day) for act, row in shaping if act.counts(row)):
        return stored
    return replace(stored, values={"employee": stored.get("employee"), **fold(shaping, day)})


def timeline(state: Reader, person: int) -> list[Span]:
    """The days of a career in order, each span with what was so and what began; only acts in force."""
    acts = acts_of(catalog.ACTS, state, person)
    notices = [row for row in notices_of(state, person) if row.get("decided") and not row.withdrawn]
    begins: dict[str, list[tuple[str, int]]] = {}
    for first, _last, row in _periods(acts, notices):
        begins.setdefault(first, []).append((row.kind, row.id))
    days = sorted({*begins, *(plus_days(last, 1) for _, last, _ in _periods(acts, notices) if last != NEVER)})
    spans: list[Span] = []
    for day, following in zip(days, [*days[1:], ""] if days else [], strict=True):
        last = plus_days(following, -1) if following else ""
        span = Span(day, last, _at(acts, notices, day), tuple(begins.get(day, ())))
        if spans and not span.begins and spans[-1].facts == span.facts:
            spans[-1] = replace(spans[-1], to_on=last)
        else:
            spans.append(span)
    return spans


def _periods(acts: Sequence[tuple[Act, Row]], notices: Sequence[Row]) -> Iterator[tuple[str, str, Row]]:
    """First day, last day and row of what shows in a timeline."""
    seen = {row.id for row in notices}
    for act, row in acts:
        if isinstance(act, AdministrativeAct):
            if act.counts(row) and row.id not in seen and act.effective_on != NEVER:
                yield act.effective_on, act.last_on if act.TEMPORARY else NEVER, row
        elif row.kind == _OPENING and act.counts(row):
            yield row.text("recruited_on") or row.text("known_on"), NEVER, row
    for row in notices:
        yield row.text("from_on"), row.text("to_on"), row


def recompute(acts: Iterable[Row], joined: Mapping[int, int] | None = None) -> dict[int, dict[str, Value]]:
    """The situations of many people from all their acts, by dossier; rows in any order.

    `joined` says of records to which other one they were joined: what was decided in them counts there too.
    """
    found: dict[int, list[tuple[Act, Row]]] = {}
    into = joined or {}
    for row in acts:
        act = typed(catalog.ACT_BY_KIND[row.kind], row)
        found.setdefault(row.dossier, []).append((act, row))
        if act.HAS_STEPS and row.dossier in into:
            for kept in standing_for(row.dossier, into):
                found.setdefault(kept, []).append((act, row))
    return {person: fold(rows) for person, rows in found.items()}


def standing_for(dossier: int, joined: Mapping[int, int]) -> list[int]:
    """The records that a record was joined to, one after the other; each once, even where damage made a ring."""
    found: list[int] = []
    kept = joined.get(dossier)
    while kept is not None and kept != dossier and kept not in found:
        found.append(kept)
        kept = joined.get(kept)
    return found


def differences(
    acts: Iterable[Row], stored: Iterable[Row], joined: Mapping[int, int] | None = None
) -> list[Difference]:
    """Where stored situations are not the fold of the acts: nothing, unless something is broken.

    Those of joined records are left out: they stay as they were on the day of joining, and nobody reads them.
    """
    folded = recompute(acts, joined)
    names = [f.name for f in catalog.BY_NAME["situation"].declared_fields if f.name != "employee"]
    kept = {row.id: row.values for row in stored}
    return [
        Difference(person, name, kept.get(person, {}).get(name), folded.get(person, {}).get(name))
        for person in sorted({*folded, *kept} - {*(joined or ())})
        for name in names
        if (kept.get(person, {}).get(name) or None) != (folded.get(person, {}).get(name) or None)
    ]
