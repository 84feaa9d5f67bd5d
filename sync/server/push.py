"""Push: store what an office sent, then decide it in slices, each operation once and for ever (sync.md 3.3)."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, select, update

from sync.domain import canonical
from sync.domain.ids import Compartment, Lane, is_province, place_of, scope_id
from sync.domain.operation import OperationId
from sync.protocol.errors import WireCode, WireError
from sync.protocol.messages import RECORD_LIMIT, Offered, Operations, Sealed, Verdict, WireProblem
from sync.server import audit
from sync.server.accounts import Accounts, Device
from sync.server.decision import HELD, Decided, Slice, Turn, dossiers_of
from sync.server.sequence import Sequences
from sync.storage import rows as stored
from sync.storage.bulk import among
from sync.storage.ledger import CentreTables

_IN = 1000
_HASH_BYTES = len(canonical.digest(b""))
SLICE = 200
"""Operations decided in one transaction (sync.md 3.3)."""
STORED, DECIDED, WAITING = "stored", "decided", "waiting"
NOTHING = "[]"
"""No problems, as they are kept."""


class Elsewhere(Exception):
    """Dossiers have gone to other provinces, whose heads must be locked together with this one's, in their order."""

    def __init__(self, places: frozenset[int]) -> None:
        super().__init__(str(sorted(places)))
        self.places = places


class Push:
    """What one device sends, on one connection."""

    def __init__(self, connection: Connection, tables: CentreTables, device: Device) -> None:
        self._connection = connection
        self._tables = tables
        self._device = device

    def store(self, operations: Sequence[Sealed], now_ms: int, *, aside: bool = False) -> None:
        """Keep records before anything else is done with them. A number that is known keeps its first record.

        `aside`: the office has not heard yet that the centre was restored. What these operations rest on may be lost:
        they wait until they are offered again, behind it. Raises WireError CLONED when a known number comes with
        another record: two laptops use one number; or with a record that has moved to another number.
        """
        t = self._tables.operation
        Accounts(self._connection, self._tables).lock(self._device.number)
        known = self._known({(op.lane, op.n) for op in operations})
        moved = self._moved({(op.lane, op.n) for op in operations})
        fresh: dict[tuple[int, int], dict[str, object]] = {}
        last = select(func.max(t.c.arrival)).where(t.c.place == self._device.place, t.c.device == self._device.number)
        arrival = int(self._connection.execute(last).scalar_one() or 0)
        for op in operations:
            if op.lane not in Lane._value2member_map_ or op.n < 1 or len(op.record) > RECORD_LIMIT:
                raise WireError(WireCode.MALFORMED)
            digest = canonical.digest(op.record)
            key = (op.lane, op.n)
            if (*key, digest) in moved and not aside:
                raise WireError(WireCode.CLONED)  # a late file: this laptop offers it under another number now
            if key in known or key in fresh:
                first, state = known.get(key) or (fresh[key]["hash"], STORED)
                if digest != first and not aside:
                    raise WireError(WireCode.CLONED)
                if state == WAITING and not aside:
                    arrival += 1
                    self._decide_now(key, arrival)
                continue
            arrival += 1
            fresh[key] = {
                "place": self._device.place,
                "device": self._device.number,
                "lane": op.lane,
                "n": op.n,
                "record": op.record,
                "hash": digest,
                "arrival": arrival,
                "state": HELD if self._device.revoked else WAITING if aside else STORED,
                "problems": NOTHING,
                "received_ms": now_ms,
            }
        stored.insert_all(self._connection, t, list(fresh.values()))

    def _decide_now(self, key: tuple[int, int], arrival: int) -> None:
        """What waited was offered again: it is decided in its place among what is offered with it."""
        t = self._tables.operation
        lane, n = key
        self._connection.execute(update(t).where(*self._mine(lane), t.c.n == n).values(state=STORED, arrival=arrival))

    def _known(self, keys: set[tuple[int, int]]) -> dict[tuple[int, int], tuple[bytes, str]]:
        """Hash and state of those operations that are here."""
        t = self._tables.operation
        found: dict[tuple[int, int], tuple[bytes, str]] = {}
        for lane in {lane for lane, _ in keys}:
            numbers = [n for one, n in keys if one == lane]
            query = select(t.c.n, t.c.hash, t.c.state).where(*self._mine(lane), *self._named(t, numbers))
            found |= {(lane, row.n): (bytes(row.hash), row.state) for row in self._connection.execute(query)}
        return found

    def _named(self, t: Table, numbers: Sequence[int]) -> tuple[ColumnElement[bool], ...]:
        """These numbers of a lane. They lie together: their range alone keeps a device's whole past from being read."""
        first, last = min(numbers, default=0), max(numbers, default=0)
        span = t.c.n >= first, t.c.n <= last
        whole = len(set(numbers)) == last - first + 1
        return span if whole else (*span, among(self._connection, t.c.n, numbers))

    def _mine(self, lane: object) -> tuple[Any, ...]:
        t = self._tables.operation
        return t.c.place == self._device.place, t.c.device == self._device.number, t.c.lane == lane

    def decide_slice(self, now_ms: int, rejected: set[int], others: frozenset[int] = frozenset()) -> tuple[int, bool]:
        """Decide the oldest stored operations, in the order in which they came; gives how many, and whether more wait.

        `rejected` are the dossiers on which the office does not know yet that an operation was rejected: what it
        wrote after that rests on it, and goes to the tray with it. The set grows as operations are decided.
        Raises Elsewhere when it speaks of dossiers that went to other provinces than `others`; nothing was decided.
        """
        t = self._tables.operation
        scopes = self._device.scopes
        # Only the province's own scopes are locked, and those of provinces where its dossiers went: the others go on.
        # Those of an academy come after its provinces', and only once it is known what it reads of them.
        own = [scope for scope in scopes.all if place_of(scope) == self._device.place and is_province(place_of(scope))]
        away = [scope_id(place, part) for place in others for part in scopes.compartments]
        if not own:
            Accounts(self._connection, self._tables).lock(self._device.number)
        sequences = Sequences(self._connection, self._tables, [*own, *away])
        query = (
            select(t.c.lane, t.c.n, t.c.record, t.c.hash)
            .where(t.c.place == self._device.place, t.c.device == self._device.number, t.c.state == STORED)
            .order_by(t.c.arrival)
            .limit(SLICE + 1)
        )
        found = self._connection.execute(query).all()
        waiting = [
            (OperationId(self._device.number, Lane(lane), n), bytes(record), bytes(digest))
            for lane, n, record, digest in found[:SLICE]
        ]
        if not waiting:
            return 0, False
        slice_ = Slice(self._connection, self._tables, sequences, Turn(self._device, now_ms, rejected))
        slice_.expect([record for _, record, _ in waiting])
        if not slice_.elsewhere() <= others:
            raise Elsewhere(others | slice_.elsewhere())
        outcomes = list[tuple[OperationId, Decided]]()
        said = dict[tuple[int, Compartment], list[tuple[int, int, bytes, str]]]()
        for by, record, digest in waiting:
            decided = slice_.decide(record, by)
            outcomes.append((by, decided))
            if decided.verdict != HELD:
                author = slice_.authored.get(by, (0, Compartment.GENERAL))
                said.setdefault(author, []).append((by.lane, by.n, digest, decided.verdict))
        slice_.flush()
        sequences.save()
        audit.note(self._connection, self._tables, [self._line(*one, now_ms) for one in sorted(said.items())])
        answers = [self._key(by) | _answer(slice_.answer(decided, by), now_ms) for by, decided in outcomes]
        stored.update_all(self._connection, t, answers)
        return len(waiting), len(found) > SLICE

    def _key(self, by: OperationId) -> dict[str, object]:
        return {"place": self._device.place, "device": by.device, "lane": int(by.lane), "n": by.n}

    def _line(
        self, author: tuple[int, Compartment], decided: Sequence[tuple[int, int, bytes, str]], now_ms: int
    ) -> audit.Line:
        """What the audit says of operations of one author: which they are, and the hash of what became of them."""
        account, part = author
        part = part if part in self._device.scopes.compartments else Compartment.GENERAL
        about = audit.decided_about((lane, n) for lane, n, _, _ in decided)
        scope, digest = scope_id(self._device.place, part), audit.decided_hash(decided)
        return audit.Line(scope, now_ms, account, audit.Deed.DECIDED, about, digest, self._device.number)

    def known(self, offered: Sequence[Offered]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Of what a laptop offers, the numbers whose very record is here: those decided, and those not."""
        here = self._known({(one.lane, one.n) for one in offered})
        hashes = {key: digest for key, (digest, state) in here.items() if state != WAITING}
        same = [(one.lane, one.n) for one in offered if hashes.get((one.lane, one.n)) == one.hash]
        decided = {(v.lane, v.n) for v in self.verdicts(same)}
        return [one for one in same if one in decided], [one for one in same if one not in decided]

    def move(self, offered: Sequence[Offered], staying: Collection[tuple[int, int]]) -> None:
        """From now on what is offered goes by another number, but for those that stay: decided once, not twice."""
        rows = [
            {"device": self._device.number, "lane": one.lane, "n": one.n, "hash": one.hash}
            for one in offered
            if (one.lane, one.n) not in staying and one.lane in Lane._value2member_map_ and len(one.hash) == _HASH_BYTES
        ]
        stored.upsert(self._connection, self._tables.moved, rows)

    def _moved(self, keys: set[tuple[int, int]]) -> set[tuple[int, int, bytes]]:
        t = self._tables.moved
        found: set[tuple[int, int, bytes]] = set()
        for lane, some in _by_lane(keys):
            query = select(t).where(t.c.device == self._device.number, t.c.lane == lane, *self._named(t, some))
            found |= {(lane, row.n, bytes(row.hash)) for row in self._connection.execute(query)}
        return found

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
            told = t.c.n, t.c.kind, t.c.row, t.c.dossier, t.c.scope, t.c.fields
            query = (
                select(*told)
                .where(among(self._connection, t.c.scope, scopes), t.c.device == self._device.number, t.c.lane == lane)
                .where(*self._named(t, [n for one, n in numbers if one == lane]))
                .order_by(t.c.scope, t.c.seq)
            )
            for n, kind, row, dossier, scope, content in self._connection.execute(query):
                out, fields = by_number[(lane, n)], bytes(content)
                for number in (kind, row, dossier, scope, len(fields)):
                    canonical.write_varint(out, number)
                out += fields
        return b"".join(bytes(by_number[number]) for number in numbers)

    def rejected_dossiers(self, numbers: Sequence[tuple[int, int]]) -> set[int]:
        """The dossiers of those operations that were rejected before: they are offered again, so nobody was told."""
        t = self._tables.operation
        found: set[int] = set()
        for lane, some in _by_lane(numbers):
            query = select(t.c.record).where(*self._mine(lane), *self._named(t, some), t.c.verdict == "rejected")
            for record in self._connection.execute(query).scalars():
                found.update(dossiers_of(bytes(record)))
        return found

    def hashes(self, numbers: Sequence[tuple[int, int]]) -> list[bytes]:
        """The hashes of the records under these numbers, in order of lane and number."""
        found: dict[tuple[int, int], tuple[bytes, str]] = {}
        for lane, some in _by_lane(numbers):
            found |= self._known({(lane, n) for n in some})
        return [digest for _, (digest, _) in sorted(found.items())]

    def verdicts(self, numbers: Sequence[tuple[int, int]]) -> list[Verdict]:
        """The stored answers: the same for ever, however often they are asked for."""
        t = self._tables.operation
        found: list[Verdict] = []
        for lane, some in _by_lane(numbers):
            answers = t.c.n, t.c.verdict, t.c.scope, t.c.seq, t.c.problems
            query = select(*answers).where(*self._mine(lane), *self._named(t, some), t.c.state == DECIDED)
            for n, verdict, scope, seq, problems in self._connection.execute(query.order_by(t.c.n)):
                found.append(Verdict(lane, n, verdict, scope, seq, _problems(problems)))
        return found


def _by_lane(numbers: Iterable[tuple[int, int]]) -> Iterator[tuple[int, list[int]]]:
    """The numbers of each lane in order, as many at a time as a query may name."""
    wanted = set(numbers)
    for lane in sorted({lane for lane, _ in wanted}):
        asked = sorted(n for one, n in wanted if one == lane)
        for start in range(0, len(asked), _IN):
            yield lane, asked[start : start + _IN]


def _answer(decided: Decided, now_ms: int) -> dict[str, object]:
    held = decided.verdict == HELD
    return {
        "state": HELD if held else DECIDED,
        "verdict": None if held else decided.verdict,
        "scope": decided.scope,
        "seq": decided.seq,
        "problems": json.dumps([[p.code, p.field, dict(p.params), p.severity] for p in decided.problems])
        if decided.problems
        else NOTHING,
        "decided_ms": now_ms,
    }


def _problems(kept: str) -> list[WireProblem]:
    return [] if kept == NOTHING else [WireProblem(*one) for one in json.loads(kept)]
