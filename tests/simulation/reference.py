"""What should be, computed the slow and plain way: rows from the log, a state in dictionaries, what was unseen.

The merge is written a second time in `merging`; the other checks of the domain are the product's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from sync.domain import canonical, catalog
from sync.domain.decide import Context, Outcome, decide
from sync.domain.fields import Value
from sync.domain.ids import Compartment, compartment_of, place_of, scope_id
from sync.domain.merge import Newer
from sync.domain.operation import Base, Effect, Move, Operation
from sync.domain.record import Place, RecordKind, Row
from sync.storage.state import Scopes
from tests.simulation.laptop import Number
from tests.simulation.moves import Departure, Moves

Key = tuple[str, int]


class Violation(NamedTuple):
    """Something that does not hold."""

    family: str
    """lost, doubled or diverged."""
    rule: str
    """The place in sync.md that it breaks: 4.7 is the invariant 7; or an error that belongs to no bad line."""
    text: str


@dataclass
class Violations:
    """What the oracle found."""

    found: list[Violation] = field(default_factory=list)

    def say(self, family: str, rule: str, text: str) -> None:
        """Note one."""
        self.found.append(Violation(family, rule, text))

    def count(self, family: str) -> int:
        """How many of a family."""
        return sum(one.family == family for one in self.found)


@dataclass(frozen=True, slots=True)
class Mark:
    """How far an office has read a scope."""

    scope: int
    epoch: int
    seq: int
    complete: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One numbered change of the centre's log."""

    scope: int
    seq: int
    kind: str
    row: int
    dossier: int
    by: Number
    author: int
    day: str
    fields: Mapping[str, Value]
    extra: bytes
    move: Move = Move.NONE

    @property
    def key(self) -> Key:
        """The row."""
        return self.kind, self.row


class State:
    """Rows in dictionaries, readable by the domain's checks; `over` lays a new one over an old one."""

    def __init__(self, scopes: Scopes | None = None, below: State | None = None) -> None:
        self.rows: dict[Key, Row] = {}
        self._by_dossier: dict[tuple[str, int], set[int]] = {}
        self._scopes = scopes
        self._below = below

    def let_go(self, scope: int) -> None:
        """Without the rows of a scope."""
        for key in [key for key, row in self.rows.items() if row.scope == scope]:
            del self.rows[key]

    def over(self, scopes: Scopes) -> State:
        """A state on top of this one, in which changes leave this one alone."""
        return State(scopes, self)

    def put(self, key: Key, place: tuple[int, int], fields: Mapping[str, Value], extra: bytes = b"") -> None:
        """Change fields of a row; `place` is its scope and dossier."""
        (kind, number), (scope, dossier) = key, place
        old = self._get(key)
        kept = dict(old.values) if old else {}
        kept.update(fields)
        rest = {name: value for name, value in kept.items() if value is not None and value != ""}
        unknown = canonical.join_unknown(old.extra if old else b"", extra)
        self.rows[key] = Row(kind, number, dossier, scope, rest, unknown)
        self._by_dossier.setdefault((kind, dossier), set()).add(number)

    def copy(self) -> State:
        """The rows as they stand."""
        made = State()
        made.rows = dict(self.rows)
        made._by_dossier = {key: set(rows) for key, rows in self._by_dossier.items()}
        return made

    def apply(self, change: Change) -> None:
        """Apply a change of the log."""
        if change.move is Move.GONE:
            gone = [k for k, row in self.rows.items() if (row.scope, row.dossier) == (change.scope, change.dossier)]
            for key in gone:
                del self.rows[key]
            return
        if change.move is Move.CAME:
            self.rows.pop(change.key, None)
        self.put(change.key, (change.scope, change.dossier), change.fields, change.extra)

    def all(self) -> dict[Key, Row]:
        """Every row."""
        return {**(self._below.all() if self._below else {}), **self.rows}

    def _get(self, key: Key) -> Row | None:
        found = self.rows.get(key)
        return self._below._get(key) if found is None and self._below else found

    def _numbers(self, kind: str, dossier: int) -> set[int]:
        below = self._below._numbers(kind, dossier) if self._below else set()
        return below | self._by_dossier.get((kind, dossier), set())

    def row(self, kind: str, row: int) -> Row | None:
        """One record; none outside the caller's scopes."""
        found = self._get((kind, row))
        return found if found and (self._scopes is None or found.scope in self._scopes.all) else None

    def rows_of(self, kind: str, dossier: int) -> Sequence[Row]:
        """The records of a kind in a dossier."""
        found = (self.row(kind, number) for number in sorted(self._numbers(kind, dossier)))
        return [row for row in found if row]

    def find(self, kind: str, field: str, value: Value) -> Sequence[Row]:
        """The rules and who was joined to whom; of the rest only remarks come, and they are not compared."""
        if catalog.BY_NAME[kind].place is Place.PROVINCE and field != "merged_into":
            return ()
        found = (self.row(*key) for key in sorted(self.all()) if key[0] == kind)
        return [row for row in found if row and row.get(field) == value]

    def has_code(self, table: str, code: str) -> bool | None:
        """Only remarks come of this; they are not compared."""
        return None

    def scope_for(self, kind: RecordKind, dossier: int) -> int | None:
        """As the caller's scopes say."""
        assert self._scopes is not None
        return self._scopes.scope_of(kind)


class Log:
    """The centre's log, kept in memory as it grows."""

    def __init__(self) -> None:
        self.of_scope: dict[int, list[Change]] = {}
        self._of_row: dict[tuple[int, Key], list[Change]] = {}
        self._before: dict[int, Mapping[str, Value]] = {}
        self.started: dict[int, dict[int, int]] = {}
        """The heads with which each later history started, by epoch."""
        self.moves = Moves()

    def copy(self) -> Log:
        """The log as it stands."""
        made = Log()
        made.of_scope = {scope: list(changes) for scope, changes in self.of_scope.items()}
        made._of_row = {key: list(changes) for key, changes in self._of_row.items()}
        made._before = dict(self._before)
        made.started = dict(self.started)
        made.moves = self.moves.copy()
        return made

    @property
    def epoch(self) -> int:
        """The number of this history."""
        return max(self.started, default=1)

    def seen(self, scope: int, base: Base) -> int:
        """How much of this history an author had seen: at most what it shares with the one she read."""
        later = (heads.get(scope, 0) for epoch, heads in self.started.items() if epoch > base.epoch)
        return min(base.seq, min(later, default=base.seq))

    def add(self, change: Change, before: Row | None) -> None:
        """The next change of its scope, and the row before it."""
        self.of_scope.setdefault(change.scope, []).append(change)
        self._of_row.setdefault((change.scope, change.key), []).append(change)
        self._before[id(change)] = before.values if before else {}

    def moved(self, changes: Sequence[Change]) -> None:
        """Keep what the last changes of the log say of dossiers that went to another province."""
        gone = [c for c in changes if c.move is Move.GONE and compartment_of(c.scope) is Compartment.GENERAL]
        came = {c.dossier: place_of(c.scope) for c in changes if c.move is Move.CAME}
        for change in gone:
            origin, destination = place_of(change.scope), came.get(change.dossier)
            if destination is not None and destination != origin:
                left, arrived = (
                    {part: self.head(scope_id(place, part)) for part in Compartment} for place in (origin, destination)
                )
                self.moves.add(change.dossier, Departure(origin, destination, change.day, left, arrived))

    def head(self, scope: int) -> int:
        """The last number of a scope."""
        return len(self.of_scope.get(scope, ()))

    def between(self, scope: int, after: int, upto: int) -> Sequence[Change]:
        """Changes numbered after one and up to another."""
        return self.of_scope.get(scope, [])[after:upto]

    def values(self, scope: int, key: Key, upto: int) -> Mapping[str, Value]:
        """The fields of a row after a number, as far as its changes in that scope say."""
        made: dict[str, Value] = {}
        for change in self._of_row.get((scope, key), ()):
            if change.seq <= upto:
                made |= change.fields
        return made

    def gone(self, marks: Iterable[Mark]) -> dict[tuple[int, int], int]:
        """By scope and dossier, the last number, as far as was read, with which it left."""
        read = (change for mark in marks for change in self.between(mark.scope, 0, mark.seq))
        return {(change.scope, change.dossier): change.seq for change in read if change.move is Move.GONE}

    def newer(
        self,
        scope: int,
        key: Key,
        after: int,
        upto: int,
        emptied: Set[tuple[int, int]] = frozenset(),
        copies: Set[Number] = frozenset(),
    ) -> list[Newer]:
        """The field changes of a row in that stretch; what came with its dossier came as it was, and what a copy of
        the office's file did is somebody else's."""
        return [
            Newer(
                name,
                0 if change.by in copies else change.by[0],
                change.author,
                change.day,
                self._before[id(change)].get(name),
            )
            for change in self._of_row.get((scope, key), ())
            if after < change.seq <= upto and change.move is Move.NONE and (scope, change.seq) not in emptied
            for name in change.fields
        ]


NewerOf = Callable[[str, int], Sequence[Newer]]
"""What an author had not seen of a row, by kind and id."""


def newer_at_centre(operation: Operation, scopes: Scopes, log: Log) -> NewerOf:
    """What the author had not seen, wherever the dossier was meanwhile."""

    def newer(kind: str, row: int) -> Sequence[Newer]:
        own, part = scopes.scope_of(catalog.BY_NAME[kind]), catalog.BY_NAME[kind].compartment
        if own is None:
            return ()
        stretches = log.moves.unseen(operation.dossier, part, scopes.place, log.seen(own, operation.base))
        return [
            one
            for scope, after, upto in stretches
            for one in log.newer(scope, (kind, row), after, log.head(scope) if upto is None else upto)
        ]

    return newer


@dataclass(frozen=True, slots=True)
class Known:
    """What an office knows of the log: how far it has read each scope, and of what it has read, what is there."""

    upto: Callable[[int], int]
    held: Set[tuple[int, int]]
    """The changes in its history, by scope and number: a first copy brings rows without those before it."""
    emptied: Set[tuple[int, int]] = frozenset()
    """Those of them whose content went away with who left."""
    written: Mapping[Key, Mapping[str, Set[Value]]] = field(default_factory=dict)
    """What it wrote itself and the centre decided, by row and field."""
    copies: Set[Number] = frozenset()
    """What was decided under its numbers, as far as it does not know that it is its own: its file may be copied."""


class Sight(Enum):
    """How an office takes changes that it never read: a first copy brings rows as they stand."""

    EXACT = 1
    HIDDEN = 2
    """Where a row is what it wrote itself, nothing is to be seen."""
    GUESSED = 3
    """What was written before it read anything may have been changed since: it was copied again, in another history."""


def newer_at_office(operation: Operation, scopes: Scopes, log: Log, known: Known, sight: Sight) -> NewerOf:
    """What the author had not seen, as far as the office can know.

    Of changes that it never read it sees only what they made of the row; `sight` says how it takes that. Who made them
    it cannot know: what another computer did under its number counts as somebody else's.
    """

    def newer(kind: str, row: int) -> Sequence[Newer]:
        scope = scopes.scope_of(catalog.BY_NAME[kind])
        if scope is None:
            return ()
        key, after, upto = (kind, row), log.seen(scope, operation.base), known.upto(scope)
        if sight is Sight.EXACT or known.held >= {(scope, seq) for seq in range(after + 1, upto + 1)}:
            return log.newer(scope, key, after, upto, known.emptied)
        last = min((seq for at, seq in known.held if at == scope and seq > after), default=upto + 1) - 1
        copied, own = log.values(scope, key, last), known.written.get(key, {})
        since = log.newer(scope, key, last, upto, known.emptied)
        again = {one.field for one in since}
        hidden = {name for name in own if name in again or (copied.get(name) or None) in own[name]}
        unread = log.newer(scope, key, after, last, copies=known.copies)
        if sight is Sight.GUESSED and after:
            unread = [Newer(name, 0, 0, "", None) for name, value in copied.items() if value]
        return [*(one for one in unread if one.field not in hidden), *since]

    return newer


def outcome_of(operation: Operation, state: State, by: Context) -> Outcome:
    """What the domain says of an operation, which was saved before now."""
    return decide(operation, state, by._replace(taken=True))


def wanted_effects(effects: Iterable[Effect]) -> list[tuple[Key, Mapping[str, Value]]]:
    """Effects as the log writes them."""
    return [((effect.kind, effect.row), dict(effect.fields)) for effect in effects]
