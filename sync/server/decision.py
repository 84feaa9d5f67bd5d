"""Decides the operations of one transaction, in order: one overlay, one set of numbers, the domain's own code."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from sqlalchemy import Connection

from sync.domain import catalog, taking
from sync.domain.authority import Author
from sync.domain.canonical import NotCanonical
from sync.domain.decide import Context, Outcome, conflict_fields, decide
from sync.domain.entities.reading import READING
from sync.domain.errors import DONE_BY_COPY, Problem, error, warning
from sync.domain.ids import CENTRE_DEVICE, NATION, Compartment, Lane, is_academy, place_of, row_id, scope_id
from sync.domain.lifecycle import Role
from sync.domain.merge import Newer
from sync.domain.operation import Effect, NewerSchema, Operation, OperationId, Verb, read
from sync.domain.record import Row
from sync.server import academy, late
from sync.server.accounts import NEXT_ROW, Accounts, Device
from sync.server.chains import Partings
from sync.server.history import common
from sync.server.lost_steps import LostSteps
from sync.server.readings import Told, person_read
from sync.server.records import dossiers_of, readable
from sync.server.referred import Referred
from sync.server.registry import Registry
from sync.server.renumbered import Twins, held_before
from sync.server.roles import Authors, Roles, day_of
from sync.server.sequence import Sequences
from sync.server.whereabouts import Moved, Whereabouts
from sync.storage import rows as stored
from sync.storage.digest import KeptSums
from sync.storage.identity import Identities, numbers_of
from sync.storage.ledger import HELD, RESTS, CentreTables
from sync.storage.prepared import Rows, together
from sync.storage.rows import Unseen, lock_meta, published_at, set_meta
from sync.storage.state import Overlay, Scopes, TableState, seen_at

_FAULTS = (ArithmeticError, LookupError, TypeError, ValueError)
"""What a fault of our own code raises: the operation is kept and held, the others go on."""
_log = logging.getLogger(__name__)


class Decided(NamedTuple):
    """What became of an operation."""

    verdict: str
    problems: tuple[Problem, ...] = ()
    scope: int = 0
    seq: int = 0

    @property
    def by_copy(self) -> bool:
        """Whether a copy of its laptop did it already."""
        return any(problem.code == DONE_BY_COPY for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose operations are decided, when, and the dossiers on which she does not know yet that one was rejected.

    `restored`: this is not the centre's first history. `final`: nothing rests any longer.
    """

    device: Device
    now_ms: int
    rejected: set[int]
    restored: bool
    final: bool = False


class Slice:
    """The operations of one transaction: one overlay, one set of numbers."""

    def __init__(
        self,
        connection: Connection,
        tables: CentreTables,
        sequences: Sequences,
        turn: Turn,
    ) -> None:
        device = turn.device
        self._scopes = device.writes
        self._scope_of = device.writes.by_kind
        self._connection = connection
        self._tables = tables
        self._device = device
        self._sequences = sequences
        self._rejected = turn.rejected
        self._now_ms = turn.now_ms
        self._overlay = Overlay(TableState(connection, tables.records, device.writes))
        self._overlays = {device.place: self._overlay}
        self._whereabouts = Whereabouts(connection, tables, device.place)
        self._twins = Twins(connection, tables, device)
        academys = is_academy(device.place)
        self._referred = Referred(connection, tables, device.place, self._whereabouts) if academys else None
        self._told: academy.Seen = {}
        self._unseen = Unseen(connection, tables.change)
        self._restored = turn.restored
        epoch = Accounts(connection, tables).epoch() if self._restored else 0
        self._lost = LostSteps(epoch, device.number, final=turn.final)
        with together(connection):
            self._authors = Roles(connection, tables).authors(device.place, turn.now_ms)
            self._partings = Partings(connection, tables, device.number)
            held, same = self._ask_held(), self._twins.ask()
        known = self._twins.know(same())
        self._held_dossiers = {known(d): state for record, state in held() for d in dossiers_of(bytes(record))}
        self._rejected.update({known(d) for d in self._rejected})
        self._changes: list[dict[str, object]] = []
        self._sums = KeptSums(connection, tables.digest)
        self._identities = Identities(connection, tables.identity)
        self._next_row: int | None = None
        self._registry = Registry(connection, tables.meta, device.place)
        self._rules: dict[int, int] | None = None
        self.authored: dict[OperationId, tuple[int, Compartment]] = {}
        """Who wrote each operation that could be read, and in which compartment: what the audit says of it."""
        self.decided_in: dict[OperationId, int] = {}
        """The province of each operation that was decided in another place than its laptop's."""
        self.readings: dict[OperationId, Told] = {}
        """What is told of confidential files that were read, for the audit."""
        self._read: dict[bytes, Operation] = {}

    def expect(self, records: Iterable[bytes]) -> None:
        """Read at once what deciding these records will ask for."""
        read_now = {record: operation for record in records if (operation := readable(record)) is not None}
        self._read |= read_now
        operations = [self._twins.meant(operation) for operation in read_now.values()]
        dossiers = {dossier for operation in operations for dossier in operation.dossiers}
        if self._referred is not None:
            self._referred.expect(dossiers | {person for one in operations if (person := person_read(one))})
            return
        self._overlay.expect(operations)
        self._unseen.expect(seen_at(self._scopes, operations))
        self._whereabouts.expect(dossiers)
        people = [numbers_of(one.fields.items()) for one in operations if one.kind == "employee"]
        self._identities.expect(number for numbers in people if len(numbers) > 1 for number in numbers)

    def elsewhere(self) -> set[int]:
        """The other provinces where dossiers of the expected records are now."""
        return self._whereabouts.elsewhere() if self._referred is None else self._referred.homes

    def _state(self, place: int) -> Overlay:
        """The state of a province, as far as this device's compartments go."""
        if place not in self._overlays:
            scopes = Scopes(place, self._scopes.compartments)
            self._overlays[place] = Overlay(TableState(self._connection, self._tables.records, scopes))
        return self._overlays[place]

    def decide(self, record: bytes, by: OperationId) -> Decided:
        """Decide one operation: malformed, forged or never authorised ones are rejected with the reason."""
        try:
            operation = self._read.pop(record, None) or read(record, catalog.BY_NUMBER)
        except NewerSchema as newer:
            return self._hold(map(self._twins.dossier, newer.dossiers))
        except NotCanonical:
            return Decided("rejected", (error("malformed"),))
        if operation.verb is Verb.VOID:
            return Decided("applied")
        operation = self._twins.meant(operation)
        behind = self._held_dossiers and {self._held_dossiers.get(dossier) for dossier in operation.dossiers} - {None}
        if behind:
            return self._hold(operation.dossiers, HELD if HELD in behind else RESTS)
        if (row := self._twins.did(operation, by)) is not None:
            self._whereabouts.expect([self._twins.dossier(operation.dossier)])
            return Decided("applied", (warning(DONE_BY_COPY, row=row),))
        if operation.verb is Verb.READ and operation.kind == READING:
            return self._decide_reading(operation, by)
        part = catalog.BY_NAME[operation.kind].compartment
        self.authored[by] = operation.author, part
        seen = self._seen((operation, by), operation.kind)
        if self._referred is not None:
            home = self._referred.home(operation, seen) or self._lost.home(operation, self._referred, self._state)
            return self._decide_referred(self._referred, operation, by, home)
        return self._decide_own(operation, by, part, seen)

    def _decide_own(self, operation: Operation, by: OperationId, part: Compartment, seen: int) -> Decided:
        """Decide what a province's laptop wrote: in its province, or where the dossier went since."""
        left = self._whereabouts.late(operation, {part: seen})
        place = self._device.place if left is None else self._whereabouts.home(operation.dossier)
        self._note_home(by, place)
        state = self._state(place)
        outcome = self._outcome(operation, by, state)
        if outcome is None:
            return self._hold(operation.dossiers)
        if outcome.blocked and self._lost.rests(operation, outcome.problems, state):
            return self._hold(operation.dossiers, RESTS)
        if outcome.blocked:
            self._rejected.update(operation.dossiers)
            return Decided("rejected", outcome.problems if left is None else late.returned(outcome, self._name(left)))
        effects = [*outcome.effects, *self._conflicts(operation, outcome, state)]
        if left is not None and effects:
            effects += late.mark(operation, state, self._device.place, self._new_row)
        last = [self._put(effect, operation, by) for effect in effects]
        self._enter(operation, state)
        verdict = "conflict" if outcome.clashes else "merged" if outcome.merged else "applied"
        verdict = "irregular" if outcome.irregular else verdict
        if left is not None:
            return Decided(verdict, late.applied(self._name(left)))  # what it changed is no more theirs to read
        scope, seq = last[-1] if last else (0, 0)
        return Decided(verdict, (*outcome.problems, *self._known_elsewhere(operation, state)), scope, seq)

    def _decide_referred(self, held: Referred, operation: Operation, by: OperationId, home: int | None) -> Decided:
        """Decide a step of an academy's manager in the province of the dossier."""
        if home is None:
            outcome: Outcome | None = Outcome((error("dossier_not_referred"),))
        else:
            self._note_home(by, home)
            outcome = self._outcome(operation, by, self._state(home))
        if outcome is None:
            return self._hold(operation.dossiers)
        known = None if home is None else self._state(home)
        if outcome.blocked and self._lost.rests(operation, outcome.problems, known):
            return self._hold(operation.dossiers, RESTS)
        told = held.told(operation, outcome.problems, rejected=outcome.blocked)
        if outcome.blocked:
            self._rejected.update(operation.dossiers)
            return Decided("rejected", told)
        for effect in outcome.effects:
            self._put(effect, operation, by)
        return Decided("irregular" if outcome.irregular else "applied", told)

    def _decide_reading(self, operation: Operation, by: OperationId) -> Decided:
        """Take what was read of confidential files, by whoever worked there on that day: also by somebody without the
        right, and however late it comes."""
        self.authored[by] = operation.author, Compartment.CONFIDENTIAL
        author = self._ever.find(operation.author, operation.day)
        outcome = decide(operation, self._overlay, Context(self._device.number, lambda *_: ()))
        if author is None or outcome.blocked:
            self._rejected.update(operation.dossiers)
            return Decided("rejected", (error("author_unknown"),) if author is None else outcome.problems)
        home = self._referred.home_of(person_read(operation)) if self._referred is not None else None
        self.readings[by] = Told(operation, home or 0, unentitled=not author.confidential)
        return Decided("applied")

    @cached_property
    def _ever(self) -> Authors:
        """Who may have read files here, however long ago her role ended."""
        return Authors(Roles(self._connection, self._tables).at(self._device.place), day_of(self._now_ms))

    def _note_home(self, by: OperationId, place: int) -> None:
        if place != self._device.place:
            self.decided_in[by] = place

    def _known_elsewhere(self, operation: Operation, state: Overlay) -> list[Problem]:
        """Where else the person of this operation is known by both her numbers: the province, and nothing of her."""
        if operation.kind != "employee" or not numbers_of(operation.fields.items()):
            return []
        row = state.row("employee", operation.row)
        if row is None or not row.text("ppr") or not row.text("cin"):
            return []
        places = {place_of(one.scope) for one in self._identities.known(row.text("ppr"), row.text("cin"))}
        names = [late.province_names(self._connection, self._tables, p) for p in sorted(places - {self._device.place})]
        return [warning("known_elsewhere", ar=ar, la=la) for ar, la in names]

    def _name(self, left: Moved) -> late.Destination:
        return late.destination(self._connection, self._tables, left)

    def _outcome(self, operation: Operation, by: OperationId, state: Overlay) -> Outcome | None:
        """What the domain says; None when it failed to say anything."""
        forbidden = self._forbidden(operation)
        if forbidden is not None:
            return Outcome((forbidden,))
        author = self._authors.find(operation.author, operation.day)
        role = author.role if author else ""
        context = Context(
            self._device.number,
            lambda kind, row: self._newer((operation, by), kind, row),
            author=Author(operation.author, role, self._device.place, self._interims(operation.author)),
            unread=lambda: {row for row, seq in self._published().items() if seq > operation.reference},
            taken=True,
            behind=bool(self._rejected.intersection(operation.dossiers)),
        )
        try:
            return decide(operation, state, context)
        except _FAULTS:
            _log.exception("operation %s is held: the centre failed to decide it", by)
            return None

    def _interims(self, account: int) -> tuple[Row, ...]:
        """What an academy's manager holds by interim: it stands in the academy's own scope."""
        return () if self._referred is None else tuple(self._overlay.find("interim", "account", account))

    def _published(self) -> dict[int, int]:
        """The rows that say who decides what, with the number under which each was published."""
        if self._rules is None:
            nation = scope_id(NATION, Compartment.GENERAL)
            self._rules = published_at(self._connection, self._tables.change, nation, "delegation")
        return self._rules

    def _enter(self, operation: Operation, state: Overlay) -> None:
        """A registered act gets its official number: a change of the centre's own, so that offices predict the rest."""
        if operation.verb is not Verb.ACT or not taking.is_administrative(operation.kind):
            return
        row = state.row(operation.kind, operation.row)
        if row is not None:
            number = self._registry.next(row.text("registered_on"))
            effect = Effect(row.kind, row.id, row.dossier, row.scope, {"number": number})
            by = OperationId(CENTRE_DEVICE, Lane.DESK, self._sequences.head(row.scope) + 1)
            self._put(effect, operation, by)

    def _hold(self, dossiers: Iterable[int], state: str = HELD) -> Decided:
        """Keep it undecided, and what follows on the same dossiers: one bad edit never blocks another dossier."""
        self._held_dossiers |= dict.fromkeys(dossiers, state)
        return Decided(state)

    def _ask_held(self) -> Rows:
        """What this laptop has that is held, also under a number that it had before (renumber)."""
        whose = {"of_key": self._device.public_key, "of_device": self._device.number, "of_place": self._device.place}
        return held_before(self._tables.operation, self._tables.directory.device).ask(self._connection, **whose)

    def _forbidden(self, operation: Operation) -> Problem | None:
        author = self._authors.find(operation.author, operation.day)
        if author is None:
            return error("author_unknown")
        if author.role == Role.AUDITOR:
            return error("auditor_reads_only")
        kind = catalog.BY_NAME[operation.kind]
        if kind.compartment is Compartment.CONFIDENTIAL and not author.confidential:
            return error("unknown_row")  # the same answer as for a row that does not exist
        return None

    def _newer(self, saved: tuple[Operation, OperationId], kind: str, row: int) -> list[Newer]:
        part = catalog.BY_NAME[kind].compartment
        if self._scope_of[kind] is None:
            return []
        # The slice's own changes are this device's, and never clash with its later ones.
        if not self._whereabouts.moves(saved[0].dossier):  # most dossiers never moved
            return self._unseen.newer((kind, row), (scope_id(self._device.place, part), self._seen(saved, kind)))
        stays = self._whereabouts.unseen(saved[0].dossier, part, self._seen(saved, kind))
        return [
            newer
            for stay in stays
            for newer in self._unseen.newer((kind, row), (scope_id(stay.place, part), stay.after), stay.upto)
        ]

    def _seen(self, saved: tuple[Operation, OperationId], kind: str) -> int:
        """How far its author had read: of a lost history up to where it parted from this one."""
        base, scope = saved[0].base, self._scope_of[kind]
        if scope is None:
            return base.seq
        seen = common(self._connection, self._tables, scope, base.epoch, base.seq) if self._restored else base.seq
        return self._partings.seen(saved[1], scope, seen)

    def _conflicts(self, operation: Operation, outcome: Outcome, state: Overlay) -> list[Effect]:
        """A conflict record for each clash, in the compartment of the field; its row id is the centre's own."""
        made = []
        for clash in outcome.clashes:
            confidential = catalog.BY_NAME[clash.kind].compartment is Compartment.CONFIDENTIAL
            name = "confidential_conflict" if confidential else "conflict"
            scope = state.scope_for(catalog.BY_NAME[name], operation.dossier)
            if scope is not None:
                fields = conflict_fields(clash, operation, self._device.number)
                made.append(Effect(name, self._new_row(), operation.dossier, scope, fields))
        return made

    def _new_row(self) -> int:
        if self._next_row is None:
            # Two provinces decide at once: the counter is locked, or one conflict would be written over another.
            self._next_row = int(lock_meta(self._connection, self._tables.meta, NEXT_ROW))
        self._next_row += 1
        return row_id(CENTRE_DEVICE, self._next_row - 1)

    def _put(self, effect: Effect, operation: Operation, by: OperationId) -> tuple[int, int]:
        before, after = self._state(place_of(effect.scope)).put(effect)
        self._sums.replace(before, after)
        self._identities.replace(before, after)
        seq = self._sequences.next(effect.scope)
        change = stored.change_of(effect, before, stored.Origin(by, operation.author, operation.day), seq)
        self._changes.append(change)
        return effect.scope, seq

    def answer(self, decided: Decided, by: OperationId) -> Decided:
        """What became of an operation, with the last of its changes that its author reads; once all is flushed."""
        told = self._told.get(by)
        return decided if told is None else Decided(decided.verdict, decided.problems, *told)

    @property
    def changes(self) -> Sequence[Mapping[str, Any]] | None:
        """What the slice changed, for its author to compare; None where she reads it elsewhere than it was changed."""
        return self._changes if self._referred is None else None

    def flush(self) -> None:
        """Write the slice's rows, changes and sums."""
        with together(self._connection):
            for overlay in self._overlays.values():
                stored.write_rows(self._connection, self._tables.records, overlay.dirty.values())
            self._sequences.write(self._changes)
            self._sums.flush()
            self._identities.flush()
            self._registry.save()
            if self._next_row is not None:
                set_meta(self._connection, self._tables.meta, NEXT_ROW, str(self._next_row))
        seen = academy.follow(self._connection, self._tables, self._sequences, self._changes)
        self._told = seen if self._referred is not None else {}
