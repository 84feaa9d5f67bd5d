"""Push: store what an office sent, then decide it in slices, each operation once and for ever (sync.md 3.3)."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from sync.domain import canonical, catalog
from sync.domain.canonical import NotCanonical
from sync.domain.decide import Context, Outcome, conflict_fields, decide
from sync.domain.errors import Problem, error
from sync.domain.ids import CENTRE_DEVICE, Compartment, Lane, place_of, row_id
from sync.domain.merge import Newer
from sync.domain.operation import Effect, NewerSchema, Operation, OperationId, Verb, read
from sync.protocol.errors import WireCode, WireError
from sync.protocol.messages import RECORD_LIMIT, Operations, Sealed, Verdict, WireProblem
from sync.server.accounts import NEXT_ROW, Accounts, Device
from sync.server.sequence import Sequences
from sync.storage import rows as stored
from sync.storage.ledger import CentreTables
from sync.storage.rows import lock_meta, newer_than, set_meta
from sync.storage.state import Overlay, TableState

_IN = 1000
SLICE = 200
"""Operations decided in one transaction (sync.md 3.3)."""
_FAULTS = (ArithmeticError, LookupError, TypeError, ValueError)
"""What a fault of our own code raises: the operation is kept and held, the others go on."""
_log = logging.getLogger(__name__)
STORED, DECIDED, HELD = "stored", "decided", "held"


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of an operation."""

    verdict: str
    problems: tuple[Problem, ...] = ()
    scope: int = 0
    seq: int = 0


class Push:
    """What one device sends, on one connection."""

    def __init__(self, connection: Connection, tables: CentreTables, device: Device) -> None:
        self._connection = connection
        self._tables = tables
        self._device = device

    def store(self, operations: Sequence[Sealed], now_ms: int) -> None:
        """Keep records before anything else is done with them. A number that is known keeps its first record.

        Raises WireError CLONED when a known number comes with another record: two laptops use one number.
        """
        t = self._tables.operation
        Accounts(self._connection, self._tables).lock(self._device.number)
        known = self._known({(op.lane, op.n) for op in operations})
        fresh: dict[tuple[int, int], dict[str, object]] = {}
        arrival = self._connection.execute(
            select(func.max(t.c.arrival)).where(t.c.place == self._device.place, t.c.device == self._device.number)
        ).scalar_one()
        for op in operations:
            if op.lane not in Lane._value2member_map_ or op.n < 1 or len(op.record) > RECORD_LIMIT:
                raise WireError(WireCode.MALFORMED)
            digest = canonical.digest(op.record)
            key = (op.lane, op.n)
            if key in known or key in fresh:
                if digest != (known.get(key) or fresh[key]["hash"]):
                    raise WireError(WireCode.CLONED)
                continue
            fresh[key] = {
                "place": self._device.place,
                "device": self._device.number,
                "lane": op.lane,
                "n": op.n,
                "record": op.record,
                "hash": digest,
                "arrival": int(arrival or 0) + len(fresh) + 1,
                "state": HELD if self._device.revoked else STORED,
                "problems": "[]",
                "received_ms": now_ms,
            }
        stored.insert_all(self._connection, t, list(fresh.values()))

    def _known(self, keys: set[tuple[int, int]]) -> dict[tuple[int, int], bytes]:
        t = self._tables.operation
        found: dict[tuple[int, int], bytes] = {}
        for lane in {lane for lane, _ in keys}:
            numbers = [n for one, n in keys if one == lane]
            query = select(t.c.n, t.c.hash).where(*self._mine(lane), t.c.n.in_(numbers))
            found |= {(lane, row.n): bytes(row.hash) for row in self._connection.execute(query)}
        return found

    def _mine(self, lane: object) -> tuple[Any, ...]:
        t = self._tables.operation
        return t.c.place == self._device.place, t.c.device == self._device.number, t.c.lane == lane

    def decide_slice(self, now_ms: int) -> int:
        """Decide the oldest stored operations, in the order in which they came; gives how many were decided."""
        t = self._tables.operation
        scopes = self._device.scopes
        # Only the province's own scopes are locked: an office writes nowhere else, so provinces never wait.
        own = [scope for scope in scopes.all if place_of(scope) == self._device.place]
        sequences = Sequences(self._connection, self._tables, own)
        query = (
            select(t)
            .where(t.c.place == self._device.place, t.c.device == self._device.number, t.c.state == STORED)
            .order_by(t.c.arrival)
            .limit(SLICE)
        )
        waiting = self._connection.execute(query).mappings().all()
        if not waiting:
            return 0
        slice_ = _Slice(self._connection, self._tables, self._device, sequences)
        answers = []
        for row in waiting:
            by = OperationId(self._device.number, Lane(row["lane"]), row["n"])
            answers.append(_answer(by, slice_.decide(bytes(row["record"]), by), now_ms))
        slice_.flush()
        sequences.save()
        names = ("state", "verdict", "scope", "seq", "problems", "decided_ms")
        self._connection.execute(
            update(t)
            .where(*self._mine(bindparam("by_lane")), t.c.n == bindparam("by_n"))
            .values({name: bindparam(f"to_{name}") for name in names}),
            answers,
        )
        return len(waiting)

    def predicted(self, frames: Sequence[Operations]) -> frozenset[tuple[int, int]]:
        """The operations of those frames whose effects are, all of them, what the office predicted."""
        found: set[tuple[int, int]] = set()
        for frame in frames:
            numbers = [(op.lane, op.n) for op in frame.operations]
            if frame.predicted and canonical.short_digest(self._effects(numbers)) == frame.predicted:
                found.update(numbers)
        return frozenset(found)

    def _effects(self, numbers: Sequence[tuple[int, int]]) -> bytes:
        """Canonical bytes of what operations changed, in the order given."""
        t = self._tables.change
        by_number: dict[tuple[int, int], bytearray] = {number: bytearray() for number in numbers}
        scopes = self._device.scopes.all
        for lane in {lane for lane, _ in numbers}:
            query = (
                select(t)
                .where(t.c.scope.in_(scopes), t.c.device == self._device.number, t.c.lane == lane)
                .where(t.c.n.in_([n for one, n in numbers if one == lane]))
                .order_by(t.c.scope, t.c.seq)
            )
            for row in self._connection.execute(query):
                out, fields = by_number[(lane, row.n)], bytes(row.fields)
                for number in (row.kind, row.row, row.dossier, row.scope, len(fields)):
                    canonical.write_varint(out, number)
                out += fields
        return b"".join(bytes(by_number[number]) for number in numbers)

    def verdicts(self, numbers: Sequence[tuple[int, int]]) -> list[Verdict]:
        """The stored answers: the same for ever, however often they are asked for."""
        t = self._tables.operation
        found: list[Verdict] = []
        for lane in sorted({lane for lane, _ in numbers}):
            asked = sorted({n for one, n in numbers if one == lane})
            for start in range(0, len(asked), _IN):
                some = t.c.n.in_(asked[start : start + _IN])
                query = select(t).where(*self._mine(lane), some, t.c.state == DECIDED).order_by(t.c.n)
                found += [_verdict(dict(row)) for row in self._connection.execute(query).mappings()]
        return found


def _answer(by: OperationId, decided: Decided, now_ms: int) -> dict[str, object]:
    return {
        "by_lane": int(by.lane),
        "by_n": by.n,
        "to_state": HELD if decided.verdict == HELD else DECIDED,
        "to_verdict": None if decided.verdict == HELD else decided.verdict,
        "to_scope": decided.scope,
        "to_seq": decided.seq,
        "to_problems": json.dumps([[p.code, p.field, dict(p.params), p.severity] for p in decided.problems]),
        "to_decided_ms": now_ms,
    }


def _verdict(row: dict[str, object]) -> Verdict:
    problems = [WireProblem(*one) for one in json.loads(str(row["problems"]))]
    numbers = (int(str(row[name])) for name in ("lane", "n"))
    lane, n = numbers
    return Verdict(lane, n, str(row["verdict"]), int(str(row["scope"])), int(str(row["seq"])), problems)


class _Slice:
    """The operations of one transaction: one overlay, one set of numbers."""

    def __init__(self, connection: Connection, tables: CentreTables, device: Device, sequences: Sequences) -> None:
        self._connection = connection
        self._tables = tables
        self._device = device
        self._sequences = sequences
        self._overlay = Overlay(TableState(connection, tables.records, device.scopes))
        self._authors = {a.id: a for a in Accounts(connection, tables).accounts(device.place)}
        self._held_dossiers = self._already_held()
        self._changes: list[dict[str, object]] = []
        self._next_row: int | None = None

    def decide(self, record: bytes, by: OperationId) -> Decided:
        """Decide one operation: malformed, forged or never authorised ones are rejected with the reason."""
        try:
            operation = read(record, catalog.BY_NUMBER)
        except NewerSchema:
            return Decided(HELD)
        except NotCanonical:
            return Decided("rejected", (error("malformed"),))
        if operation.verb is Verb.VOID:
            return Decided("applied")
        if self._held_dossiers.intersection(operation.dossiers):
            return self._hold(operation)
        forbidden = self._forbidden(operation)
        if forbidden is not None:
            return Decided("rejected", (forbidden,))
        context = Context(self._device.number, lambda kind, row: self._newer(operation, kind, row))
        try:
            outcome = decide(operation, self._overlay, context)
        except _FAULTS:
            _log.exception("operation %s is held: the centre failed to decide it", by)
            return self._hold(operation)
        if outcome.blocked:
            return Decided("rejected", outcome.problems)
        effects = [*outcome.effects, *self._conflicts(operation, outcome)]
        last = [self._put(effect, operation, by) for effect in effects]
        verdict = "conflict" if outcome.clashes else "merged" if outcome.merged else "applied"
        scope, seq = last[-1] if last else (0, 0)
        return Decided(verdict, outcome.problems, scope, seq)

    def _hold(self, operation: Operation) -> Decided:
        """Keep it undecided, and what follows on the same dossiers: one bad edit never blocks another dossier."""
        self._held_dossiers.update(operation.dossiers)
        return Decided(HELD)

    def _already_held(self) -> set[int]:
        t = self._tables.operation
        query = select(t.c.record).where(
            t.c.place == self._device.place, t.c.device == self._device.number, t.c.state == HELD
        )
        found: set[int] = set()
        for record in self._connection.execute(query).scalars():
            try:
                found.update(read(bytes(record), catalog.BY_NUMBER).dossiers)
            except NotCanonical:
                continue  # held raw: what this version cannot read names no dossier it knows
        return found

    def _forbidden(self, operation: Operation) -> Problem | None:
        author = self._authors.get(operation.author)
        if author is None:
            return error("author_unknown")
        kind = catalog.BY_NAME[operation.kind]
        if kind.compartment is Compartment.CONFIDENTIAL and not author.confidential:
            return error("unknown_row")  # the same answer as for a row that does not exist
        return None

    def _newer(self, operation: Operation, kind: str, row: int) -> list[Newer]:
        scope = self._device.scopes.scope_of(catalog.BY_NAME[kind])
        if scope is None:
            return []
        # The slice's own changes are this device's, and never clash with its later ones.
        return newer_than(self._connection, self._tables.change, (kind, row), (scope, operation.base.seq))

    def _conflicts(self, operation: Operation, outcome: Outcome) -> list[Effect]:
        """A conflict record for each clash, in the compartment of the field; its row id is the centre's own."""
        made = []
        for clash in outcome.clashes:
            confidential = catalog.BY_NAME[clash.kind].compartment is Compartment.CONFIDENTIAL
            name = "confidential_conflict" if confidential else "conflict"
            scope = self._device.scopes.scope_of(catalog.BY_NAME[name])
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
        before, _ = self._overlay.put(effect)
        seq = self._sequences.next(effect.scope)
        change = stored.change_of(effect, before, stored.Origin(by, operation.author, operation.day), seq)
        self._changes.append(change)
        return effect.scope, seq

    def flush(self) -> None:
        """Write the slice's rows and changes."""
        stored.write_rows(self._connection, self._tables.records, self._overlay.dirty.values())
        stored.insert_all(self._connection, self._tables.change, self._changes)
        if self._next_row is not None:
            set_meta(self._connection, self._tables.meta, NEXT_ROW, str(self._next_row))
