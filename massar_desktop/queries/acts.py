"""The acts of a person: all of them with their steps, what may follow, her leave balances; and what one would change.

Foreseeing runs the domain's own checks on what the office's file holds and writes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from sqlalchemy import Connection, select

from massar_desktop.queries.asking import Asked, Asker, NextStep
from sync.client.outbox import Outbox, State
from sync.domain import act, catalog, ledger, lifecycle, taking
from sync.domain.act import Case, typed
from sync.domain.acts.abandonment import Abandonment, Progress
from sync.domain.acts.annual_leave import AnnualLeave
from sync.domain.administrative_act import NEVER, AdministrativeAct
from sync.domain.authority import About
from sync.domain.decide import Context, decide
from sync.domain.errors import Problem
from sync.domain.fields import Value
from sync.domain.ids import COUNTER_LIMIT, place_of, row_id
from sync.domain.leave_count import Balance
from sync.domain.ledger import SickAccount
from sync.domain.lifecycle import BY_NAME, REGISTER
from sync.domain.operation import Effect, Operation, Reader, Verb
from sync.domain.record import Row
from sync.domain.situation import situation_at
from sync.storage.ledger import office_tables
from sync.storage.state import Overlay

DRAFT_PREFIX: Final = "act:"
_STEP_KINDS: Final = ("act_step", "confidential_step")


@dataclass(frozen=True, slots=True)
class ActLine:
    """One act. `state` is the one of the day, "" for acts without steps; `steps` are the oldest first.

    `progress` are the counters of an abandonment that goes on.
    """

    row: Row
    code: str
    state: str
    steps: tuple[Row, ...] = ()
    next: tuple[NextStep, ...] = ()
    waiting: bool = False
    doubtful: bool = False
    progress: Progress | None = None

    @property
    def first_on(self) -> str:
        """The first day of its effect, "" when it has none yet."""
        return next((self.row.text(name) for name in ("from_on", "known_on", "corrected_on") if self.row.get(name)), "")


@dataclass(frozen=True, slots=True)
class ActDraft:
    """An act that was begun here and not registered; `at_ms` is UTC."""

    name: str
    kind: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class PersonActs:
    """All acts of a person, the newest first; the kinds she may be given; what is left of her leave on the day."""

    person: int
    acts: tuple[ActLine, ...] = ()
    drafts: tuple[ActDraft, ...] = ()
    offered: tuple[str, ...] = ()
    balances: tuple[Balance, ...] = ()
    sick: tuple[SickAccount, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A fact of the situation on a day, before and after."""

    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would become of an operation: what speaks against it, what it changes from `day` on, what it proposes.

    `balances` are the right to annual leave of its year before and after, () when it takes none of it.
    """

    problems: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()
    day: str = ""
    proposed: Mapping[str, Value] = field(default_factory=dict)
    balances: tuple[Balance, ...] = ()


def person_acts(connection: Connection, dossiers: Sequence[int], asker: Asker) -> PersonActs:
    """Read the acts of a person; `dossiers` are her own first, then those of records joined to it."""
    office, person = Asked(connection, asker), dossiers[0]
    office.state.expect_dossiers(dossiers)
    waiting, doubtful = _pending(connection, dossiers)
    steps: dict[tuple[str, Value], list[Row]] = {}
    for row in (row for d in dossiers for kind in _STEP_KINDS for row in office.state.rows_of(kind, d)):
        steps.setdefault((row.text("act_kind"), row.get("act_row")), []).append(row)
    lines = []
    for dossier in dossiers:
        for made, row in act.act_rows(catalog.ACTS, office.state, dossier):
            key = (row.kind, row.id)
            taken = sorted(steps.get(key, ()), key=lambda one: (one.text("on"), one.id))
            line = ActLine(row, made.CODE, "", tuple(taken), (), key in waiting, key in doubtful)
            if isinstance(made, AdministrativeAct):
                shown = lifecycle.shown_state(row.values, asker.today)
                line = replace(line, state=shown, next=office.next_steps(made, row))
            if isinstance(made, Abandonment) and lifecycle.is_open(row.text("state")) and made.from_on:
                line = replace(line, progress=made.progress(office.state, asker.today))
            lines.append(line)
    year = int(asker.today[:4])
    return PersonActs(
        person,
        tuple(sorted(lines, key=lambda line: (line.first_on, line.row.id), reverse=True)),
        drafts_of(office, person),
        _offered(office, person),
        tuple(b for b in ledger.balances(office.state, person, (year, year - 1)) if b.entitled),
        tuple(ledger.sick_accounts(office.state, person, asker.today)) if asker.sees_confidential else (),
    )


def foresee(connection: Connection, operation: Operation, asker: Asker) -> Foreseen:
    """What would become of an act being registered, as if it were accepted, or of a step being taken."""
    office = Asked(connection, asker)
    office.state.expect_dossiers((operation.dossier,))
    registers = operation.verb is Verb.ACT
    own = operation.row or row_id(asker.identity.device, COUNTER_LIMIT - 1)
    stamped = replace(operation, row=own, author=asker.account, day=asker.today)
    about = _act_of(stamped, office.state)
    proposed: Mapping[str, Value] = {}
    if registers and about is not None:
        proposed = about[0].proposes(Case(about[1], office.state, catalog.ACTS))
        stamped = replace(stamped, fields={**proposed, **stamped.fields})
        about = _act_of(stamped, office.state)
    outcome = decide(
        stamped, office.state, Context(asker.identity.device, lambda _kind, _row: (), author=office.author)
    )
    effects = _as_if_accepted(outcome.effects, office) if registers else list(outcome.effects)
    if about is None:
        return Foreseen(outcome.problems)
    overlay = Overlay(office.state)
    for effect in effects:
        overlay.put(effect)
    made, row = about
    day = asker.today if made.effective_on == NEVER else made.effective_on
    return Foreseen(
        outcome.problems,
        tuple(_differences(*(situation_at(state, row.dossier, day) for state in (office.state, overlay)))),
        day,
        proposed,
        _balances(made, row.dossier, (office.state, overlay)) if effects else (),
    )


def _as_if_accepted(effects: Iterable[Effect], office: Asked) -> list[Effect]:
    """What a registered act would come to: it is accepted today, and what follows from it follows."""
    own = next((one for one in effects if one.kind in catalog.ACT_BY_KIND), None)
    if own is None:
        return []
    if not taking.is_administrative(own.kind):
        return list(effects)
    accepted: dict[str, Value] = {"state": "accepted", "decision": "accepted", "decided_on": office.asker.today}
    own = replace(own, fields={**own.fields, **accepted})
    row = Row(own.kind, own.row, own.dossier, own.scope, own.fields)
    return [own, *taking.correction_effects(row, [own], office.state)]


def _act_of(operation: Operation, state: Reader) -> tuple[AdministrativeAct, Row] | None:
    """The act that an operation is about, as it would stand."""
    if operation.verb is Verb.STEP:
        row = state.row(str(operation.fields.get("act_kind")), int(str(operation.fields.get("act_row") or 0)))
    else:
        scope = state.scope_for(catalog.BY_NAME[operation.kind], operation.dossier)
        row = Row(operation.kind, operation.row, operation.dossier, scope or 0, operation.fields)
    if row is None or not taking.is_administrative(row.kind):
        return None
    made = typed(catalog.ACT_BY_KIND[row.kind], row)
    return (made, row) if isinstance(made, AdministrativeAct) else None


def _differences(before: Mapping[str, Value], after: Mapping[str, Value]) -> Iterable[Change]:
    for name in dict.fromkeys((*before, *after)):
        if (before.get(name) or None) != (after.get(name) or None):
            yield Change(name, before.get(name), after.get(name))


def _balances(made: AdministrativeAct, person: int, states: tuple[Reader, Reader]) -> tuple[Balance, ...]:
    if not isinstance(made, AnnualLeave) or not made.year:
        return ()
    return tuple(balance for state in states for balance in ledger.balances(state, person, (made.year,)))


def _offered(office: Asked, person: int) -> tuple[str, ...]:
    """The kinds of act that may be registered here: of a compartment that the office has, by who may register."""
    found = []
    for kind in (cls.KIND for cls in catalog.ACTS):
        scope = office.state.scope_for(kind, person)
        if scope is None or not taking.is_administrative(kind.name):
            continue
        about = About(catalog.ACT_BY_KIND[kind.name].CODE, place_of(scope), office.asker.today)
        if office.may(BY_NAME[REGISTER], about):
            found.append(kind.name)
    return tuple(found)


def drafts_of(office: Asked, person: int) -> tuple[ActDraft, ...]:
    """The acts of a person that were begun here, of compartments that the one who asks may read."""
    table = office_tables().draft
    query = select(table.c.name, table.c.at_ms).where(
        table.c.dossier == person, table.c.name.startswith(DRAFT_PREFIX, autoescape=True)
    )
    found = [(row.name, str(row.name).split(":")[1], row.at_ms) for row in office.connection.execute(query)]
    seen = {kind.name for kind in catalog.KINDS if office.state.scope_for(kind, person) is not None}
    seen &= catalog.ACT_BY_KIND.keys()
    return tuple(ActDraft(*one) for one in sorted(found, key=lambda one: -one[2]) if one[1] in seen)


def _pending(
    connection: Connection, dossiers: Collection[int]
) -> tuple[set[tuple[str, Value]], set[tuple[str, Value]]]:
    """The acts that were registered, corrected or moved along here and are not decided by the centre; the doubtful."""
    waiting: set[tuple[str, Value]] = set()
    doubtful: set[tuple[str, Value]] = set()
    for entry in Outbox(connection, office_tables()).of_dossiers(dossiers):
        operation = entry.operation
        if entry.state is State.DECIDED or operation.verb is Verb.VOID:
            continue
        key: tuple[str, Value] = (operation.kind, operation.row)
        if operation.verb is Verb.STEP:
            key = (str(operation.fields.get("act_kind")), operation.fields.get("act_row"))
        waiting.add(key)
        if entry.doubtful:
            doubtful.add(key)
    return waiting, doubtful
