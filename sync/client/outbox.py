"""The outbox: what was saved here, in canonical form, until the centre has decided it and after.

States: open (may still be undone), sealed (offered at least once, never changed again), decided (with its verdict).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, bindparam, func, or_, select, update

from sync.client.identity import Identity
from sync.domain import canonical, catalog
from sync.domain.errors import Problem, Severity
from sync.domain.ids import Lane
from sync.domain.operation import Effect, Operation, read
from sync.protocol.messages import Verdict, WireChange
from sync.storage.ledger import OfficeTables
from sync.storage.rows import insert_all


class State(StrEnum):
    """Where an operation is on its way."""

    OPEN = "open"
    SEALED = "sealed"
    DECIDED = "decided"


DAMAGED = "damaged"
"""What stands in the place of a state where a record is not what was saved (client/damage.py): no entry, for nobody."""
BATCH_BYTES = 1_048_576
"""Records offered in one request, before they are packed: far below what the centre takes."""
_IN = 400
TRAY_VERDICTS = ("conflict", "irregular", "rejected")


@dataclass(frozen=True, slots=True)
class Entry:
    """One operation of the outbox."""

    position: int
    lane: Lane
    n: int
    record: bytes
    hash: bytes
    state: State
    verdict: str | None
    scope: int
    seq: int | None
    problems: tuple[Problem, ...]
    doubtful: bool
    at_ms: int
    set_aside: bool
    effects: bytes
    """What it changes, as this office predicts it: canonical bytes of its effects."""
    device: int
    """The number of this laptop when it was saved: another one once it was renumbered."""

    @property
    def operation(self) -> Operation:
        """The intent itself."""
        return _operation(self.record)


@lru_cache(maxsize=4096)
def _operation(record: bytes) -> Operation:
    """One batch asks for the same operations many times."""
    return read(record, catalog.BY_NUMBER)


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An operation about to enter the outbox."""

    operation: Operation
    record: bytes
    lane: Lane
    n: int
    scope: int
    at_ms: int
    effects: bytes


def problems_json(problems: Iterable[Problem]) -> str:
    """Problems as they are kept."""
    return json.dumps([[p.code, p.field, dict(p.params), p.severity] for p in problems], ensure_ascii=False)


def problems_from(text: str) -> tuple[Problem, ...]:
    """Problems as they were kept."""
    return tuple(
        Problem(code, field, tuple(sorted(params.items())), Severity(severity))
        for code, field, params, severity in json.loads(text)
    )


class Outbox:
    """The outbox table on one connection."""

    def __init__(self, connection: Connection, tables: OfficeTables, device: int | None = None) -> None:
        """Numbers are those of `device`, by default the one this laptop has now."""
        self._connection = connection
        self.device = Identity.load(connection, tables.meta).device if device is None else device
        self._table = tables.outbox
        self._cursor = tables.cursor

    def append(self, entries: Sequence[NewEntry]) -> None:
        """Keep new operations, in order."""
        rows = [
            {
                "lane": int(e.lane),
                "n": e.n,
                "dossier": e.operation.dossier,
                "other": e.operation.other,
                "record": e.record,
                "hash": canonical.digest(e.record),
                "state": State.OPEN.value,
                "scope": e.scope,
                "problems": "[]",
                "doubtful": False,
                "at_ms": e.at_ms,
                "set_aside": False,
                "effects": e.effects,
                "device": self.device,
            }
            for e in entries
        ]
        insert_all(self._connection, self._table, rows)

    def next_number(self, lane: Lane) -> int:
        """The number that the next operation of a lane gets; there are no gaps."""
        query = select(func.max(self._table.c.n)).where(self._own(), self._table.c.lane == int(lane))
        return int(self._connection.execute(query).scalar_one() or 0) + 1

    def entries(self, *conditions: object, limit: int | None = None) -> list[Entry]:
        """Operations in the order in which they were saved."""
        sound = self._table.c.state != DAMAGED
        query = select(self._table).where(sound, *conditions).order_by(self._table.c.position).limit(limit)  # type: ignore[arg-type]  # column expressions
        return [_entry(row) for row in self._connection.execute(query)]

    def entry(self, lane: int, n: int) -> Entry | None:
        """One operation by its number."""
        found = self.entries(self._own(), self._table.c.lane == lane, self._table.c.n == n)
        return found[0] if found else None

    def batch(self, limit: int, skip: Collection[int] = frozenset()) -> list[Entry]:
        """Undecided operations in the order to offer them, some `limit` of them and BATCH_BYTES at most.

        The desk lane goes first; one of its operations takes along what waits in bulk on its dossiers before it.
        `skip` are positions left out.
        """
        desk = self._unsent(Lane.DESK, limit, skip)
        bulk = self._unsent(Lane.BULK, limit - len(desk), skip)
        earlier = self._needed_before(desk, skip)
        first = sorted([*desk, *earlier], key=lambda e: e.position)
        taken = {e.position for e in first}
        return _within_bytes([*first, *(e for e in bulk if e.position not in taken)])

    def _unsent(self, lane: Lane, limit: int, skip: Collection[int]) -> list[Entry]:
        """The oldest operations of a lane that the centre has not decided."""
        waiting = self.entries(self._undecided(), self._table.c.lane == int(lane), limit=limit + len(skip))
        return [e for e in waiting if e.position not in skip][:limit]

    def _needed_before(self, desk: Sequence[Entry], skip: Collection[int]) -> list[Entry]:
        """What waits in bulk on the dossiers of desk operations, and on those joined to them, before the last one."""
        t = self._table
        found: dict[int, Entry] = {}
        wanted, asked = {d for e in desk for d in e.operation.dossiers}, set[int]()
        last = max((e.position for e in desk), default=0)
        while fresh := sorted(wanted - asked):
            asked |= wanted
            for start in range(0, len(fresh), _IN):
                some = fresh[start : start + _IN]
                on_them = or_(t.c.dossier.in_(some), t.c.other.in_(some))
                before = self.entries(self._undecided(), t.c.lane == int(Lane.BULK), t.c.position < last, on_them)
                found |= {e.position: e for e in before if e.position not in skip}
                wanted |= {d for e in before for d in e.operation.dossiers}
        return list(found.values())

    def decided_after(self, scope: int, seq: int) -> list[Entry]:
        """Decided operations that a history which ends at this number of a scope may not hold, under any device number.

        Those that changed nothing have no number: somebody else had written the same, and that may be lost too. What
        was rejected stays in the tray.
        """
        t = self._table
        without_trace = and_(t.c.seq == 0, t.c.verdict != "rejected")
        return self.entries(t.c.state == State.DECIDED.value, t.c.scope == scope, or_(t.c.seq > seq, without_trace))

    def waiting(self) -> int:
        """How many operations of this number are not known to be decided."""
        query = select(func.count()).select_from(self._table).where(self._undecided())
        return int(self._connection.execute(query).scalar_one())

    def undecided(self) -> list[Entry]:
        """All that was saved under this number and is not known to be decided."""
        return self.entries(self._undecided())

    def _own(self) -> ColumnElement[bool]:
        return self._table.c.device == self.device

    def _undecided(self) -> ColumnElement[bool]:
        return and_(self._own(), self._table.c.state.in_((State.OPEN.value, State.SEALED.value)))

    def numbered(self, numbers: Collection[tuple[int, int]]) -> dict[tuple[int, int], Entry]:
        """Operations by lane and number."""
        found: dict[tuple[int, int], Entry] = {}
        for lane in {lane for lane, _ in numbers}:
            wanted = sorted(n for one, n in numbers if one == lane)
            for start in range(0, len(wanted), 400):
                some = self._table.c.n.in_(wanted[start : start + 400])
                entries = self.entries(self._own(), self._table.c.lane == lane, some)
                found |= {(lane, entry.n): entry for entry in entries}
        return found

    def of_dossiers(self, dossiers: Collection[int]) -> list[Entry]:
        """Operations that still shape these dossiers: undecided, or decided with changes not yet read back."""
        t, c = self._table, self._cursor
        # During a first copy the cursor stands at its head already, and the decided row may still be on its way.
        behind = or_(t.c.seq > c.c.seq, c.c.complete.is_(False))
        unread = and_(
            t.c.state == State.DECIDED.value,
            t.c.verdict != "rejected",
            t.c.seq > 0,
            select(c.c.scope).where(c.c.scope == t.c.scope, behind).exists(),
        )
        wanted = sorted(dossiers)
        found: dict[int, Entry] = {}
        for start in range(0, len(wanted), _IN):
            some = wanted[start : start + _IN]
            for entry in self.entries(
                or_(t.c.dossier.in_(some), t.c.other.in_(some)), or_(t.c.state != State.DECIDED.value, unread)
            ):
                found[entry.position] = entry
        return [found[position] for position in sorted(found)]

    def unread(self, scope: int, after: int, upto: int) -> list[Entry]:
        """Decided operations whose changes lie in a page."""
        t = self._table
        return self.entries(t.c.state == State.DECIDED.value, t.c.scope == scope, t.c.seq > after, t.c.seq <= upto)

    def set(self, position: int, **values: object) -> None:
        """Change columns of one operation."""
        self._connection.execute(update(self._table).where(self._table.c.position == position).values(**values))

    def settle(self, decided: Sequence[tuple[Entry, Verdict]]) -> None:
        """Keep the final verdicts of operations."""
        if not decided:
            return
        rows = [_settled(entry, verdict) for entry, verdict in decided]
        values: dict[str, Any] = {name: bindparam(f"to_{name}") for name in rows[0] if name != "position"}
        statement = update(self._table).where(self._table.c.position == bindparam("to_position")).values(values)
        self._connection.execute(statement, [{f"to_{name}": row[name] for name in row} for row in rows])

    def seal(self, positions: Collection[int]) -> None:
        """From now on these operations never change."""
        t = self._table
        for start in range(0, len(positions), _IN):
            some = sorted(positions)[start : start + _IN]
            self._connection.execute(
                update(t).where(t.c.position.in_(some), t.c.state == State.OPEN.value).values(state=State.SEALED.value)
            )

    def unseal(self, positions: Collection[int]) -> None:
        """These were not offered after all."""
        t = self._table
        for start in range(0, len(positions), _IN):
            some = sorted(positions)[start : start + _IN]
            self._connection.execute(update(t).where(t.c.position.in_(some)).values(state=State.OPEN.value))


def _settled(entry: Entry, verdict: Verdict) -> dict[str, object]:
    problems = [
        Problem(p.code, p.field, tuple(sorted(p.params.items())), Severity(p.severity)) for p in verdict.problems
    ]
    return {
        "position": entry.position,
        "state": State.DECIDED.value,
        "verdict": verdict.verdict,
        "scope": verdict.scope or entry.scope,
        "seq": verdict.seq,
        "problems": problems_json(problems),
        "doubtful": False,
    }


def _within_bytes(entries: Iterable[Entry]) -> list[Entry]:
    kept, size = list[Entry](), 0
    for entry in entries:
        size += len(entry.record)
        if kept and size > BATCH_BYTES:
            break
        kept.append(entry)
    return kept


def _entry(row: Row[*tuple[Any, ...]]) -> Entry:
    return Entry(
        position=row.position,
        lane=Lane(row.lane),
        n=row.n,
        record=bytes(row.record),
        hash=bytes(row.hash),
        state=State(row.state),
        verdict=row.verdict,
        scope=row.scope,
        seq=row.seq,
        problems=problems_from(row.problems),
        doubtful=row.doubtful,
        at_ms=row.at_ms,
        set_aside=row.set_aside,
        effects=bytes(row.effects),
        device=row.device,
    )


def as_sent(effect: Effect, change: WireChange, operation: Operation, device: int) -> WireChange:
    """An own change, which came as a number only, as if the centre had sent it whole."""
    kind = catalog.BY_NAME[effect.kind]
    own = canonical.encode_fields(effect.fields, kind.by_name, empties=True)
    return WireChange(
        seq=change.seq,
        kind=kind.number,
        row=effect.row,
        dossier=effect.dossier,
        device=device,
        lane=change.lane,
        n=change.n,
        author=operation.author,
        day=operation.day,
        fields=canonical.join_unknown(own, effect.extra),
    )
