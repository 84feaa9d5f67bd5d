"""Registering an act and taking a step of its life: may this be done, and what does it change?

Problems are of two weights. What nobody may ever do is rejected: malformed, unknown, without the right. What should not
be done as things stand forbids a step as long as it is only being written; once it was saved and a paper carries it, it
stands and is marked irregular, to be mended by a person (sync.md 3.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sync.domain import act as acts
from sync.domain import authority, catalog, lifecycle, shape
from sync.domain.act import Act, Case
from sync.domain.administrative_act import AdministrativeAct, problems
from sync.domain.authority import About
from sync.domain.errors import Problem, Severity, error
from sync.domain.fields import Value
from sync.domain.health_leave import HealthLeave, notices
from sync.domain.ids import Compartment, place_of
from sync.domain.lifecycle import ACCEPTING, CANCELLING, OF_WHAT_IS_IN_FORCE, OPEN, REFUSING, State, Step
from sync.domain.operation import Effect, Operation, Reader, Verb, changed, differing
from sync.domain.outcome import Context, Outcome, may_write, new_row, row_effect
from sync.domain.record import WITHDRAWN, RecordKind, Row, Writer

_REGISTER_SYSTEM = ("employee", "provisional_number")
"""Facts of the office's own that a registration brings along."""
_STEP_SYSTEM = ("employee", "moved_to")
_FILE_AGAIN = ("registered_on", "provisional_number", "number")


def is_administrative(kind: str) -> bool:
    """Whether rows of a kind are acts with a life of their own."""
    cls = catalog.ACT_BY_KIND.get(kind)
    return cls is not None and issubclass(cls, AdministrativeAct)


def stands_on_paper(operation: Operation) -> bool:
    """Whether somebody holds a paper of an operation: a receipt, a slip, a decision.

    Then it is rejected neither for what happened elsewhere nor for what its office wrote before it (sync.md 3.3).
    """
    if operation.verb is Verb.ACT:
        return is_administrative(operation.kind)
    step = lifecycle.BY_NAME.get(str(operation.fields.get("step")))
    return operation.verb is Verb.STEP and step is not None and step.paper


# -- registering -------------------------------------------------------------------------------------------------


def register(operation: Operation, kind: RecordKind, state: Reader, context: Context) -> Outcome:
    """A request is registered and its receipt given: it may be incomplete, what it lacks blocks the decision only."""
    found = [*may_write(kind, context, Writer.ACT), *new_row(operation, kind, state, context)]
    found += shape.field_problems(kind, operation.fields, state)
    found += _system_facts(kind, operation, _REGISTER_SYSTEM)
    own = row_effect(operation, kind, state)
    if any(p.blocks for p in found) or not own:
        return Outcome(tuple(found))
    facts = {"registered_on": operation.day, **own[0].fields, "state": State.REGISTERED.value}
    row = changed(None, replace(own[0], fields=facts))
    case = Case(row, state, catalog.ACTS)
    act = _typed(row)
    if context.author is not None:
        about = _about(act, row, act.registered_on or operation.day)
        found += authority.may(state, context.author, lifecycle.BY_NAME[lifecycle.REGISTER], about)
        if any(p.blocks for p in found):
            return Outcome(tuple(found))
    found += [_later(problem) for problem in problems(act, case)]
    effects = [replace(own[0], fields=facts)]
    return Outcome(tuple(found), (*effects, *_notices(row.dossier, effects, state)))


def _system_facts(kind: RecordKind, operation: Operation, allowed: Sequence[str]) -> Iterable[Problem]:
    for name in operation.fields:
        field = kind.by_name.get(name)
        if field is not None and field.system and name not in allowed:
            yield error("unknown_field", name)


def _later(problem: Problem) -> Problem:
    """What would forbid a decision is only missing from a request."""
    return replace(problem, severity=Severity.MISSING) if problem.blocks else problem


def _typed(row: Row) -> AdministrativeAct:
    made = acts.typed(catalog.ACT_BY_KIND[row.kind], row)
    if not isinstance(made, AdministrativeAct):
        raise TypeError(f"{row.kind} has no life of its own")
    return made


def _about(act: AdministrativeAct, row: Row, day: str) -> About:
    return About(act.CODE, place_of(row.scope), day, act.days)


# -- correcting what is not decided --------------------------------------------------------------------------------


def may_correct(row: Row) -> Iterable[Problem]:
    """Facts of an act change as long as it is not decided; then another act rectifies it."""
    if not is_administrative(row.kind):
        yield error("written_by_acts_only")
    elif not lifecycle.is_open(row.text("state")):
        yield error("act_is_decided")


def correction_effects(row: Row, effects: Sequence[Effect], state: Reader) -> list[Effect]:
    """What follows from corrected facts of an act: the notice of a health leave has the same days."""
    return _notices(row.dossier, effects, state) if issubclass(catalog.ACT_BY_KIND[row.kind], HealthLeave) else []


# -- a step ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Taking:
    """One step about to be taken."""

    operation: Operation
    step: Step
    row: Row
    act: AdministrativeAct
    case: Case
    context: Context

    @property
    def on(self) -> str:
        """The day on the paper."""
        return str(self.operation.fields["on"])

    def fact(self, name: str) -> Value:
        """A fact of the step."""
        return self.operation.fields.get(name)

    @property
    def about(self) -> About:
        """What the right to take it depends on."""
        return _about(self.act, self.row, self.on)

    @property
    def is_due(self) -> bool:
        """Whether the act stands where this step begins."""
        if self.step.name in OF_WHAT_IS_IN_FORCE and not lifecycle.in_force(self.row.values):
            return False
        return self.row.text("state") in self.step.sources


def take(operation: Operation, kind: RecordKind, state: Reader, context: Context) -> Outcome:
    """Take a step: what speaks against it for ever, what speaks against it now, and what it changes."""
    found = [*may_write(kind, context, Writer.STEP), *new_row(operation, kind, state, context)]
    found += shape.field_problems(kind, operation.fields, state)
    found += _system_facts(kind, operation, _STEP_SYSTEM)
    taking = None if any(p.blocks for p in found) else _taking(operation, kind, state, context)
    if taking is None:
        return Outcome((*found, *(() if found else (error("unknown_row", "act_row"),))))
    found += _never(taking, state)
    now = list(_now(taking, state))
    stands = taking.step.paper and context.taken
    if not stands:
        found += now
    if any(p.blocks for p in found):
        return Outcome(tuple(found))
    irregular = next((p.code for p in now if p.blocks), "")
    remarks = [replace(p, severity=Severity.WARNING) for p in now] if stands else []
    return Outcome((*found, *remarks), tuple(_effects(taking, state, irregular)), irregular=irregular)


def _taking(operation: Operation, kind: RecordKind, state: Reader, context: Context) -> _Taking | None:
    """The step with its act, None when there is no such act or step here."""
    about, step = str(operation.fields.get("act_kind")), lifecycle.BY_NAME.get(str(operation.fields.get("step")))
    number, on = operation.fields.get("act_row"), operation.fields.get("on")
    if step is None or not on or not isinstance(number, int) or not is_administrative(about):
        return None
    row = state.row(about, number)
    same = catalog.BY_NAME[about].compartment is kind.compartment
    if row is None or row.dossier != operation.dossier or not same:
        return None
    return _Taking(operation, step, row, _typed(row), Case(row, state, catalog.ACTS), context)


def _never(taking: _Taking, state: Reader) -> list[Problem]:
    """What nobody may do, whatever has happened elsewhere."""
    step = taking.step
    found = [error("required", name) for name in step.needs if taking.fact(name) in (None, "")]
    if taking.on > taking.operation.day:
        found.append(error("step_in_future", "on"))
    found += _rights(taking, state)[0]
    author = taking.context.author
    if author is not None and not authority.is_with(author, step, taking.row):
        found.append(error("act_not_referred"))
    if step.name == "end" and taking.on < taking.act.effective_on:
        found.append(error("ends_before_it_begins", "on"))
    if not taking.is_due and not step.paper:
        found.append(error("step_not_from_here", "step", step=step.name, state=taking.row.text("state")))
    if step.name == "regularise" and not taking.row.get("irregular"):
        found.append(error("nothing_irregular"))
    if step.name == "move" and not _may_move(taking, state):
        found.append(error("unknown_row", "moved_to"))
    return found


def _rights(taking: _Taking, state: Reader) -> tuple[list[Problem], list[Problem]]:
    """Why she never had the right to this step, and why she has lost it by rules that she had not read."""
    author, unread = taking.context.author, taking.context.unread()
    lacks = list(authority.may(state, author, taking.step, taking.about)) if author is not None else []
    if author is None or not lacks or not unread:
        return lacks, []
    lacked = list(authority.may(state, author, taking.step, taking.about, unread))
    return lacked, [] if lacked else [error("delegation_changed", "on")]


def _may_move(taking: _Taking, state: Reader) -> bool:
    other = taking.operation.other
    known = state.row("employee", other) if other else None
    return known is not None and other != taking.row.dossier and taking.fact("moved_to") == other


def _now(taking: _Taking, state: Reader) -> Iterable[Problem]:
    """What speaks against it as things stand: the state of the act, the rules in force, other acts."""
    step = taking.step
    if not taking.is_due and step.paper:
        yield error("step_not_from_here", "step", step=step.name, state=taking.row.text("state"))
    yield from _rights(taking, state)[1]
    if step.entered:
        rule = authority.competence(state, taking.about)
        if rule is not None and rule.level.value != taking.fact("level"):
            yield error("not_competent", "level", level=rule.level.value)
    if step.name in ACCEPTING:
        yield from (_firm(problem) for problem in problems(taking.act, taking.case))


def _firm(problem: Problem) -> Problem:
    """What may be missing from a request may not be missing from a decision."""
    return replace(problem, severity=Severity.ERROR) if problem.severity is Severity.MISSING else problem


# -- what a step changes -------------------------------------------------------------------------------------------


def _effects(taking: _Taking, state: Reader, irregular: str) -> list[Effect]:
    """The step itself, the act, what the act brings with it, and the situation folded again."""
    level, means = _capacity(taking, state)
    row, operation = taking.row, taking.operation
    said: dict[str, Value] = {**operation.fields, "level": level, "means": means, "by": operation.author}
    step_row = replace(row_effect(operation, catalog.BY_NAME[operation.kind], state)[0], fields=_filled(said))
    step_row = replace(step_row, fields={**step_row.fields, **({"irregular": irregular} if irregular else {})})
    effects = [step_row]
    # As text: a row that waits to be mended may have no state, and one by a newer version a state of its own.
    applies = taking.is_due or row.text("state") in OPEN
    changes: dict[str, Value] = _changes(taking, level) if applies else {}
    if taking.step.name == "refer":
        changes["referred_on"] = taking.on  # the paper is on its way there, whatever the act's state
    if irregular:
        changes |= {"irregular": irregular, "irregular_by": operation.row}
    changes = differing(row, changes.items())
    if changes:
        effects.append(Effect(row.kind, row.id, row.dossier, row.scope, changes))
    if applies and taking.step.name in ACCEPTING:
        effects += _displaced(taking, state)
    if taking.step.name == "move":
        effects += _moved(taking, state)
    effects += _notices(row.dossier, effects, state)
    if taking.act.KIND.compartment is Compartment.GENERAL:
        for person in (row.dossier, *_kept_record(taking, state)):
            effects += situation_effects(person, effects, state)
    return [effect for effect in effects if effect.fields]


def _kept_record(taking: _Taking, state: Reader) -> Iterable[int]:
    """The record that hers was joined to, when the step says so: the act counts in that one's situation too."""
    other = taking.operation.other
    if other and taking.step.name != "move" and taking.row.dossier in acts.dossiers_of(state, other):
        yield other


def _filled(values: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if value not in (None, "")}


def _capacity(taking: _Taking, state: Reader) -> tuple[Value, Value]:
    if not taking.step.decides or taking.context.author is None:
        return taking.fact("level"), None
    level, means = authority.capacity(state, taking.context.author, taking.about)
    return level.value if level else None, means.value


def _changes(taking: _Taking, level: Value) -> dict[str, Value]:
    """The facts of the act after the step."""
    step, on, number = taking.step, taking.on, taking.fact("number")
    changes: dict[str, Value] = {"state": step.target.value} if step.target else {"irregular": None}
    if step.name in ACCEPTING | REFUSING:
        accepted = step.name in ACCEPTING
        changes |= {"decision": "accepted" if accepted else "refused", "decided_on": on, "decision_number": number}
        changes |= {"decided_level": level, "decided_by": taking.operation.author}
        changes |= {"pay_state": "to_send" if accepted and taking.act.PAY != "none" else "none"}
    elif step.name in CANCELLING:
        changes |= {"irregular": None, "pay_state": "to_send" if taking.row.text("pay_state") != "none" else "none"}
    elif step.name == "move":
        changes |= {"moved_to": taking.operation.other}
    named = {
        "opinion": ("opinion", taking.fact("opinion")),
        "notify": ("notified_on", on),
    }
    named["end"] = ("ended_on", on)
    if step.name in named:
        name, value = named[step.name]
        changes[name] = value
    return changes


def _displaced(taking: _Taking, state: Reader) -> Iterable[Effect]:
    """An accepted act takes the place of the one it rectifies, and ends those that it says it ends."""
    row, act = taking.row, taking.act
    target = state.row(row.kind, act.rectifies) if act.rectifies else None
    if target is not None and target.dossier == row.dossier and lifecycle.in_force(target.values):
        gone: dict[str, Value] = {"state": State.RECTIFIED.value, "rectified_by": row.id, "irregular": None}
        yield Effect(target.kind, target.id, target.dossier, target.scope, differing(target, gone.items()))
    for ended, last in act.ends(taking.case):
        over: dict[str, Value] = {"state": State.ENDED.value, "ended_on": last}
        yield Effect(ended.kind, ended.id, ended.dossier, ended.scope, differing(ended, over.items()))


def _moved(taking: _Taking, state: Reader) -> Iterable[Effect]:
    """The same request in the right person's dossier, under the numbers that were given to it."""
    row, operation = taking.row, taking.operation
    declared = catalog.BY_NAME[row.kind]
    scope = state.scope_for(declared, operation.other)
    kept = {f.name: row.get(f.name) for f in declared.fields if not f.system or f.name in _FILE_AGAIN}
    facts = {**kept, "employee": operation.other, "state": State.REGISTERED.value, "moved_from": row.id}
    facts.pop(WITHDRAWN, None)
    if scope is not None:
        yield Effect(row.kind, operation.row, operation.other, scope, _filled(facts))


# -- what follows from acts ----------------------------------------------------------------------------------------


def acts_after(
    person: int, effects: Iterable[Effect], state: Reader, dossiers: Sequence[int] | None = None
) -> list[tuple[Act, Row]]:
    """The acts of a person once some effects have changed them; `dossiers` as in act.acts_of."""
    own = acts.dossiers_of(state, person) if dossiers is None else dossiers
    rows = {(row.kind, row.id): row for _, row in acts.acts_of(catalog.ACTS, state, person, own)}
    for effect in effects:
        if effect.dossier in own and effect.kind in catalog.ACT_BY_KIND:
            key = (effect.kind, effect.row)
            rows[key] = changed(rows.get(key), effect)
    return [(acts.typed(catalog.ACT_BY_KIND[row.kind], row), row) for row in rows.values()]


def situation_effects(
    person: int, effects: Sequence[Effect], state: Reader, dossiers: Sequence[int] | None = None
) -> list[Effect]:
    """The change of the stored situation, whose row has the person's own id: both ends derive the same row.

    `dossiers` are the person's as they will be, when records are being joined or parted.
    """
    kind = catalog.BY_NAME["situation"]
    folded = acts.fold(acts_after(person, effects, state, dossiers))
    old, scope = state.row(kind.name, person), state.scope_for(kind, person)
    wanted = {"employee": person, **{f.name: folded.get(f.name) for f in kind.declared_fields if f.name != "employee"}}
    changes = differing(old, wanted.items())
    if old is None and set(changes) == {"employee"}:
        return []
    return [Effect(kind.name, person, person, scope, changes)] if changes and scope is not None else []


def _notices(person: int, effects: Sequence[Effect], state: Reader) -> list[Effect]:
    """What the general compartment says of health leaves, for those of them that an operation changed."""
    if not any(issubclass(catalog.ACT_BY_KIND.get(e.kind, Act), HealthLeave) for e in effects):
        return []
    kind = catalog.BY_NAME["leave_notice"]
    scope = state.scope_for(kind, person)
    after = acts_after(person, effects, state)
    own = {row.id for _, row in after if row.dossier == person}
    wanted = {number: said for number, said in notices(after, state).items() if number in own}
    old = {row.id: row for row in state.rows_of(kind.name, person)}
    found = []
    for number in sorted({*wanted, *old}):
        said: dict[str, Value] = {"employee": person, **wanted.get(number, {})}
        said[WITHDRAWN] = None if number in wanted else "cancelled"
        changes = differing(old.get(number), said.items())
        if changes and scope is not None:
            found.append(Effect(kind.name, number, person, scope, changes))
    return found
