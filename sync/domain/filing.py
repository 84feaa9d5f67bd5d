"""The operations that a desk records of acts: register one, take a step of one, correct one that is not decided."""

from __future__ import annotations

from collections.abc import Mapping

from sync.domain import catalog
from sync.domain.fields import Value
from sync.domain.ids import Compartment
from sync.domain.lifecycle import provisional_number
from sync.domain.operation import Operation, Verb
from sync.domain.record import Row


def registration(kind: str, row: int, person: int, facts: Mapping[str, Value]) -> Operation:
    """Register an act under a fresh row id; its provisional number is what the receipt says.

    Row 0 stands for one that is not given yet: to ask what would become of the operation.
    """
    fields = {**_filled(facts), "employee": person, **({"provisional_number": provisional_number(row)} if row else {})}
    return Operation(verb=Verb.ACT, kind=kind, row=row, dossier=person, fields=fields)


def step(act: Row, name: str, row: int, facts: Mapping[str, Value], person: int = 0) -> Operation:
    """Take a step of an act under a fresh row id; `facts` are those of entities/step.py, `on` the day on the paper.

    `person` is the record that the act's own one was joined to, if it was.
    """
    confidential = catalog.BY_NAME[act.kind].compartment is Compartment.CONFIDENTIAL
    moved = facts.get("moved_to") or (person if person != act.dossier else 0)
    return Operation(
        verb=Verb.STEP,
        kind="confidential_step" if confidential else "act_step",
        row=row,
        dossier=act.dossier,
        other=moved if isinstance(moved, int) else 0,
        fields={**_filled(facts), "employee": act.dossier, "act_kind": act.kind, "act_row": act.id, "step": name},
    )


def correction(act: Row, facts: Mapping[str, Value]) -> Operation:
    """Correct facts of an act that is not decided."""
    return Operation(verb=Verb.CORRECT, kind=act.kind, row=act.id, dossier=act.dossier, fields=dict(facts))


def _filled(facts: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in facts.items() if value not in (None, "")}
