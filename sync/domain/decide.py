"""May this operation be done, and what does it change? The same code runs in the office and, with authority, at the
centre (design.md 1). Pure: state, day and what was unseen come in, an Outcome comes out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence

from sync.domain import act as acts
from sync.domain import catalog, shape, taking
from sync.domain.act import Case
from sync.domain.errors import Problem, error, warning
from sync.domain.fields import Value, show_day
from sync.domain.ids import is_academy
from sync.domain.merge import Clash, Merged, merge
from sync.domain.operation import Effect, Operation, Reader, Verb, differing
from sync.domain.outcome import ENTRY, STUB, Context, Outcome, may_write, new_row, row_effect
from sync.domain.record import WITHDRAWN, RecordKind, Row, Writer

__all__ = ["Context", "Outcome", "chosen_values", "conflict_fields", "decide", "remark"]
_SETTLED = ("choice", "chosen", "reason")
_OF_ACADEMIES = (Verb.STEP, Verb.READ)
Result = tuple[Iterable[Problem], Iterable[Effect]]
Rule = Callable[[Operation, RecordKind, Reader, Context], Outcome]


def decide(operation: Operation, state: Reader, context: Context) -> Outcome:
    """Check an operation against a state and say what it changes."""
    if operation.verb is Verb.VOID:
        return Outcome()
    if context.author is not None and is_academy(context.author.place) and operation.verb not in _OF_ACADEMIES:
        return Outcome((error("academy_takes_steps_only"),))
    if context.behind and not taking.stands_on_paper(operation):
        return Outcome((error("follows_rejected"),))
    outcome = _here(operation, state, context)
    return Outcome((error("follows_rejected"), *outcome.problems)) if context.behind and outcome.blocked else outcome


def _here(operation: Operation, state: Reader, context: Context) -> Outcome:
    outcome = _decided(operation, state, context)
    if outcome.blocked:
        left = [stub for dossier in operation.dossiers for stub in state.rows_of(STUB, dossier)]
        if not left and any(is_listed_only(state, dossier) for dossier in operation.dossiers):
            return Outcome((error("dossier_not_referred"),))
        return Outcome((transferred(left[0]),)) if left else outcome
    return outcome


def is_listed_only(state: Reader, person: int) -> bool:
    """Whether an academy knows somebody by the directory alone: her dossier is not referred, or not any more."""
    return bool(state.rows_of(ENTRY, person)) and state.row("employee", person) is None


def transferred(stub: Row) -> Problem:
    """Why nothing more can be done with a dossier that left the province: where it is, and since when."""
    names = {name: stub.text(f"destination_{name}") for name in ("ar", "la")}
    return error("dossier_transferred", day=show_day(stub.text("day")), **names)


def _decided(operation: Operation, state: Reader, context: Context) -> Outcome:
    kind = catalog.BY_NAME[operation.kind]
    rule = _RULES.get(operation.verb)
    if rule is not None:
        return rule(operation, kind, state, context)
    problems, effects = _STEPS[operation.verb](operation, kind, state, context)
    return _outcome(problems, effects)


def _outcome(
    problems: Iterable[Problem], effects: Iterable[Effect], clashes: Sequence[Clash] = (), merged: bool = False
) -> Outcome:
    found = tuple(problems)
    if any(p.blocks for p in found):
        return Outcome(found)
    return Outcome(found, tuple(effects), tuple(clashes), merged)


def _create(operation: Operation, kind: RecordKind, state: Reader, context: Context) -> Result:
    problems = [
        *may_write(kind, context, Writer.EDIT),
        *new_row(operation, kind, state, context),
        *shape.field_problems(kind, operation.fields, state),
    ]
    if not any(p.blocks for p in problems):
        problems += shape.same_number_elsewhere(kind, operation.row, operation.fields, state)
    return problems, row_effect(operation, kind, state)


def _known(operation: Operation, state: Reader) -> tuple[Row | None, list[Problem]]:
    row = state.row(operation.kind, operation.row)
    if row is None or row.dossier != operation.dossier:
        return None, [error("unknown_row")]
    return row, []


def _withdraw(operation: Operation, kind: RecordKind, state: Reader, context: Context) -> Result:
    row, problems = _known(operation, state)
    problems += may_write(kind, context, Writer.EDIT)
    problems += shape.field_problems(kind, operation.fields)
    reason = operation.fields.get(WITHDRAWN)
    if set(operation.fields) - {WITHDRAWN}:
        problems.append(error("unknown_field"))
    if row is None:
        return problems, []
    if row.withdrawn and reason:
        problems.append(error("already_withdrawn"))
    return problems, [Effect(kind.name, row.id, row.dossier, row.scope, {WITHDRAWN: reason})]


def _act(operation: Operation, kind: RecordKind, state: Reader, context: Context) -> Outcome:
    if taking.is_administrative(kind.name):
        return taking.register(operation, kind, state, context)
    problems = [*may_write(kind, context, Writer.ACT), *new_row(operation, kind, state, context)]
    problems += shape.field_problems(kind, operation.fields, state)
    effects = row_effect(operation, kind, state)
    if any(p.blocks for p in problems) or not effects:
        return Outcome(tuple(problems))
    own = effects[0]
    row = Row(kind.name, own.row, own.dossier, own.scope, own.fields, own.extra)
    problems += acts.typed(catalog.ACT_BY_KIND[kind.name], row).check(Case(row, state, catalog.ACTS))
    return _outcome(problems, [own, *taking.situation_effects(row.dossier, [own], state)])


def _join(operation: Operation, kind: RecordKind, state: Reader, _: Context) -> Result:
    gone, problems = _known(operation, state)
    keep = state.row("employee", operation.other)
    if kind.name != "employee" or keep is None or operation.fields != {"merged_into": operation.other}:
        return [*problems, error("unknown_row")], []
    if operation.row == operation.other or keep.get("merged_into") or (gone and gone.get("merged_into")):
        problems.append(error("already_joined"))
    if gone is None:
        return problems, []
    joins = Effect("employee", gone.id, gone.dossier, gone.scope, {"merged_into": keep.id})
    together = [*acts.dossiers_of(state, keep.id), *acts.dossiers_of(state, gone.id)]
    return problems, [joins, *taking.situation_effects(keep.id, [], state, together)]


def _part(operation: Operation, kind: RecordKind, state: Reader, _: Context) -> Result:
    """Take a join back. `other` is the record that stands at the end of the chain: its situation loses what goes."""
    gone, problems = _known(operation, state)
    if kind.name != "employee" or (gone and operation.other not in _keepers(gone, state)):
        problems.append(error("not_joined"))
    if gone is None:
        return problems, []
    parts = Effect("employee", gone.id, gone.dossier, gone.scope, {"merged_into": None})
    apart = acts.dossiers_of(state, gone.id)
    left = [dossier for dossier in acts.dossiers_of(state, operation.other) if dossier not in apart]
    own = taking.situation_effects(gone.id, [], state, apart)  # while it was joined, steps told only who stands
    return problems, [parts, *own, *(taking.situation_effects(operation.other, [], state, left) if left else [])]


def _keepers(gone: Row, state: Reader) -> list[int]:
    """The record that one was joined to, that which this one was joined to, and so on to the one that stands."""
    found: list[int] = []
    keep: Row | None = gone
    while keep is not None and (into := keep.get("merged_into")) and into not in found:
        found.append(int(str(into)))
        keep = state.row("employee", found[-1])
    return found


def _correct(operation: Operation, kind: RecordKind, state: Reader, context: Context) -> Outcome:
    row, problems = _known(operation, state)
    is_act = kind.writer is Writer.ACT and row is not None
    problems += taking.may_correct(row) if is_act and row else may_write(kind, context, Writer.EDIT)
    problems += shape.field_problems(kind, operation.fields, state)
    problems += [error("unknown_field", name) for name in operation.fields if name in kind.system]
    if row is None or any(p.blocks for p in problems):
        return Outcome(tuple(problems))
    problems += shape.same_number_elsewhere(kind, row.id, operation.fields, state)
    merged = merge(kind, operation.fields, row, context.newer(kind.name, row.id), device=context.device)
    effects = _merged_effects(row, merged, operation.extra)
    if is_act:
        effects += taking.correction_effects(row, effects, state)
    return _outcome(problems, effects, merged.clashes, bool(merged.equal))


def _merged_effects(row: Row, merged: Merged, extra: bytes = b"") -> list[Effect]:
    changes = differing(row, merged.apply.items())
    return [Effect(row.kind, row.id, row.dossier, row.scope, changes, extra)] if changes or extra else []


def _settle(operation: Operation, kind: RecordKind, state: Reader, context: Context) -> Outcome:
    conflict, problems = _known(operation, state)
    choice = operation.fields.get("choice")
    if conflict is None or kind.name not in ("conflict", "confidential_conflict"):
        return Outcome((*problems, error("unknown_row")))
    problems += [error("unknown_field", name) for name in operation.fields if name not in _SETTLED]
    problems += shape.field_problems(kind, operation.fields)
    if any(p.blocks for p in problems):
        return Outcome(tuple(problems))
    if conflict.get("choice"):
        return Outcome((error("conflict_settled"),))
    target = state.row(conflict.text("about_kind"), int(conflict.text("about_row")))
    if target is None or choice not in ("mine", "centre", "other"):
        return Outcome((error("unknown_row"),))
    about = catalog.BY_NAME[target.kind]
    wanted = chosen_values(conflict, str(choice), str(operation.fields.get("chosen") or "{}"))
    if wanted is None:
        return Outcome((error("chosen_malformed"),))
    problems += shape.field_problems(about, wanted, state)
    if wanted and about.writer is Writer.ACT:
        problems += taking.may_correct(target)
    if any(p.blocks for p in problems):
        return Outcome(tuple(problems))
    merged = merge(about, wanted, target, context.newer(target.kind, target.id), device=context.device)
    settled = {"settled_by": operation.author, "settled_on": operation.day, **operation.fields}
    own = Effect(conflict.kind, conflict.id, conflict.dossier, conflict.scope, settled)
    return _outcome(problems, [own, *_merged_effects(target, merged)], merged.clashes)


def _read(operation: Operation, kind: RecordKind, state: Reader, _: Context) -> Outcome:
    """That files were read: it changes nothing, and is told of the confidential compartment alone."""
    problems = [error("unknown_row")] if kind.writer is not Writer.READER or operation.dossiers else []
    problems += shape.field_problems(kind, operation.fields)
    problems += [error("required", name) for name in ("person", "deed") if not operation.fields.get(name)]
    if state.scope_for(kind, operation.dossier) is None:
        problems.append(error("not_your_scope"))
    return Outcome(tuple(problems))


_RULES: Mapping[Verb, Rule] = {
    Verb.CORRECT: _correct,
    Verb.SETTLE: _settle,
    Verb.ACT: _act,
    Verb.STEP: taking.take,
    Verb.READ: _read,
}
_STEPS: Mapping[Verb, Callable[[Operation, RecordKind, Reader, Context], Result]] = {
    Verb.CREATE: _create,
    Verb.WITHDRAW: _withdraw,
    Verb.JOIN: _join,
    Verb.PART: _part,
}


def chosen_values(conflict: Row, choice: str, other: str) -> dict[str, Value] | None:
    """The values that a choice writes: the losing ones, none, or others given as a JSON object; None if malformed."""
    if choice == "centre":
        return {}
    group = {*_object(conflict.text("losing")), *_object(conflict.text("standing"))}
    try:
        values = _object(conflict.text("losing") if choice == "mine" else other)
    except (ValueError, RecursionError):
        return None
    return values if values and set(values) <= group else None


def _object(text: str) -> dict[str, Value]:
    loaded = json.loads(text or "{}")
    if not isinstance(loaded, dict):
        raise ValueError("not an object")
    return loaded


def conflict_fields(clash: Clash, operation: Operation, device: int) -> dict[str, Value]:
    """The fields of the conflict record that keeps both values of a clash."""
    return {
        "about_kind": clash.kind,
        "about_row": clash.row,
        "group": clash.group,
        "losing": _json(clash.losing),
        "standing": _json(clash.standing),
        "original": _json(clash.original),
        "losing_author": operation.author,
        "losing_day": operation.day,
        "losing_device": device,
        "standing_author": clash.by.author,
        "standing_day": clash.by.day,
        "standing_device": clash.by.device,
        "person": operation.dossier,
    }


def _json(values: Mapping[str, Value]) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def remark(outcome: Outcome) -> tuple[Problem, ...]:
    """The problems of an outcome, with a remark for each clash the office can already see."""
    return outcome.problems + tuple(warning("changed_elsewhere", clash.group) for clash in outcome.clashes)
