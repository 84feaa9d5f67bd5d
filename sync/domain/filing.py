"""What a desk asks of acts before anything is saved: the operations to record, what is still missing, which steps may
follow, which values follow from others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sync.domain import authority, catalog, lifecycle
from sync.domain.act import Case, typed
from sync.domain.administrative_act import AdministrativeAct, problems
from sync.domain.authority import About, Author
from sync.domain.errors import Problem
from sync.domain.fields import Value
from sync.domain.ids import Compartment, place_of
from sync.domain.lifecycle import Step, provisional_number
from sync.domain.operation import Operation, Reader, Verb
from sync.domain.record import Row


@dataclass(frozen=True, slots=True)
class NextStep:
    """A step that may follow, and why this person may not take it (nothing when she may)."""

    step: Step
    problems: tuple[Problem, ...]


def registration(kind: str, row: int, person: int, facts: Mapping[str, Value]) -> Operation:
    """Register an act under a fresh row id; its provisional number is what the receipt says."""
    fields = {**facts, "employee": person, "provisional_number": provisional_number(row)}
    return Operation(verb=Verb.ACT, kind=kind, row=row, dossier=person, fields=fields)


def step(act: Row, name: str, row: int, facts: Mapping[str, Value]) -> Operation:
    """Take a step of an act under a fresh row id; `facts` are those of entities/step.py, `on` the day on the paper."""
    confidential = catalog.BY_NAME[act.kind].compartment is Compartment.CONFIDENTIAL
    moved = facts.get("moved_to")
    return Operation(
        verb=Verb.STEP,
        kind="confidential_step" if confidential else "act_step",
        row=row,
        dossier=act.dossier,
        other=moved if isinstance(moved, int) else 0,
        fields={**facts, "employee": act.dossier, "act_kind": act.kind, "act_row": act.id, "step": name},
    )


def correction(act: Row, facts: Mapping[str, Value]) -> Operation:
    """Correct facts of an act that is not decided."""
    return Operation(verb=Verb.CORRECT, kind=act.kind, row=act.id, dossier=act.dossier, fields=dict(facts))


def draft_row(kind: str, person: int, facts: Mapping[str, Value], state: Reader, day: str) -> Row:
    """The row that a form would make, with id 0: to ask what is missing before anything is saved."""
    scope = state.scope_for(catalog.BY_NAME[kind], person)
    filled = {name: value for name, value in facts.items() if value not in (None, "")}
    return Row(kind, 0, person, scope or 0, {"registered_on": day, **filled, "employee": person})


def speaks_against(act: Row, state: Reader) -> list[Problem]:
    """All that forbids or delays a decision on an act as it stands, and what is worth a look."""
    return problems(_typed(act), Case(act, state, catalog.ACTS))


def proposed(act: Row, state: Reader) -> dict[str, Value]:
    """Values that follow from the facts given, for the fields that are still empty: a last day, a number of days."""
    found = _typed(act).proposes(Case(act, state, catalog.ACTS))
    return {name: value for name, value in found.items() if act.get(name) in (None, "")}


def next_steps(act: Row, state: Reader, author: Author | None, day: str) -> list[NextStep]:
    """The steps that may follow, in the order of the table, each with why this person may not take it."""
    found, made = [], _typed(act)
    about = About(made.CODE, place_of(act.scope), day, made.days)
    for one in lifecycle.steps_from(act.text("state")):
        if one.name == "regularise" and not act.get("irregular"):
            continue
        if one.name in lifecycle.OF_WHAT_IS_IN_FORCE and not lifecycle.in_force(act.values):
            continue
        why = authority.may(state, author, one, about) if author is not None else ()
        found.append(NextStep(one, tuple(why)))
    return found


def _typed(act: Row) -> AdministrativeAct:
    made = typed(catalog.ACT_BY_KIND[act.kind], act)
    if not isinstance(made, AdministrativeAct):
        raise TypeError(f"{act.kind} is not taken at a desk")
    return made
