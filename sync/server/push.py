"""Push: store what an office sent, then decide it in slices, each operation once and for ever (sync.md 3.3)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, bindparam, select, update

from sync.domain import canonical
from sync.domain.ids import Compartment, Lane, is_province, place_of, scope_id
from sync.domain.operation import OperationId
from sync.protocol.errors import WireCode, WireError
from sync.protocol.messages import RECORD_LIMIT, Offered, Operations, Sealed, Verdict
from sync.server import audit, readings
from sync.server.accounts import Accounts, Device
from sync.server.decision import Decided, Slice, Turn
from sync.server.history import was_restored
from sync.server.records import dossiers_of
from sync.server.remembered import (
    NOTHING,
    STORED,
    WAITING,
    Remembered,
    effects,
    stored_answer,
    verdict,
    verdicts_of,
    write_effect,
)
from sync.server.sequence import Sequences
from sync.storage import rows as stored
from sync.storage.ledger import DECIDED, HELD, RESTS, UNDECIDED, CentreTables, undecided
from sync.storage.prepared import Among, Prepared, Rows, together

_IN = 1000
SLICE = 200
"""Operations decided in one transaction (sync.md 3.3)."""
_UNANSWERED = {"verdict": None, "scope": None, "seq": None, "problems": NOTHING, "decided_ms": None}


Said = tuple[int, int, Compartment]
"""Of whom a line of the audit is: the place where it stands, the author, the compartment."""


class Elsewhere(Exception):
    """Dossiers have gone to other provinces, whose heads must be locked together with this one's, in their order."""

    def __init__(self, places: frozenset[int]) -> None:
        super().__init__(str(sorted(places)))
        self.places = places


class Push:
    """What one device sends, on one connection. `remembered`: what this request decided in transactions before."""

    def __init__(
        self, connection: Connection, tables: CentreTables, device: Device, remembered: Remembered | None = None
    ) -> None:
        self._connection = connection
        self._tables = tables
        self._device = device
        self._remembered = remembered or Remembered()
        self.latest = Remembered()
        """What the last slice decided: to be believed once its transaction is committed."""
        self._taken: dict[tuple[int, int], dict[str, Any]] = {}

    def store(self, operations: Sequence[Sealed], now_ms: int, *, aside: bool = False) -> None:
        """Keep records before anything else is done with them. A number that is known keeps its first record.

        `aside`: the office has not heard yet that the centre was restored. What these operations rest on may be lost:
        they wait until they are offered again, behind it. Raises WireError CLONED when a known number comes with
        another record: two laptops use one number; or with a record that has moved to another number.
        """
        self.take(operations, now_ms, aside=aside)
        stored.insert_all(self._connection, self._tables.operation, list(self._taken.values()))
        self._taken = {}

    def take(self, operations: Sequence[Sealed], now_ms: int, *, aside: bool = False) -> list[tuple[int, int]]:
        """The same, but that new records are written by the slice that decides them, in this transaction: each once,
        with what became of it. Gives the numbers that were here already."""
        keys = {(op.lane, op.n) for op in operations}
        with together(self._connection):
            arrived, here = self._arrive(len(operations)), self._ask(_known(self._tables.operation), keys)
            gone = self._ask(_moved(self._tables.moved), keys)
        arrival = int(arrived()[0][0]) - len(operations)
        known, moved = _known_of(here), {(lane, n, bytes(digest)) for lane, rows in gone for n, digest in rows()}
        fresh: dict[tuple[int, int], dict[str, Any]] = {}
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
                "received_ms": now_ms,
                **_UNANSWERED,
            }
        self._taken = fresh
        return list(known)

    def _arrive(self, count: int) -> Rows:
        """Number so many operations in the order in which they came; gives the number of the last.

        Other transactions of this device wait: a laptop that asks again while it is answered sends the same.
        """
        about = {"of_number": self._device.number, "count": count}
        return _count_arrivals(self._tables.directory.device).ask(self._connection, **about)

    def _decide_now(self, key: tuple[int, int], arrival: int) -> None:
        """What waited was offered again: it is decided, or held, in its place among what is offered with it."""
        t = self._tables.operation
        lane, n = key
        mine = t.c.place == self._device.place, t.c.device == self._device.number, t.c.lane == lane
        state = HELD if self._device.revoked else STORED
        self._connection.execute(update(t).where(*mine, t.c.n == n).values(state=state, arrival=arrival))

    def _known(self, keys: set[tuple[int, int]]) -> dict[tuple[int, int], tuple[bytes, str]]:
        """Hash and state of those operations that are here."""
        return _known_of(self._ask(_known(self._tables.operation), keys))

    def _ask(self, asked: Prepared, keys: Iterable[tuple[int, int]]) -> list[tuple[int, Rows]]:
        """Ask for something of this device's operations, lane by lane."""
        return [
            (lane, asked.ask(self._connection, **self._whose, of_lane=lane, ns=some, **_span(some)))
            for lane, some in _by_lane(keys)
        ]

    @property
    def _whose(self) -> dict[str, object]:
        return {"of_place": self._device.place, "of_device": self._device.number}

    def _try_again(self) -> None:
        """What rests on something that was lost is decided again, in its order: it may have come back."""
        t = self._tables.operation
        mine = t.c.place == self._device.place, t.c.device == self._device.number, undecided(t), t.c.state == RESTS
        self._connection.execute(update(t).where(*mine).values(state=STORED))

    def decide_slice(
        self,
        now_ms: int,
        rejected: set[int],
        others: frozenset[int] = frozenset(),
        *,
        again: bool = False,
        final: bool = False,
    ) -> tuple[int, bool]:
        """Decide the oldest stored operations, in the order in which they came; gives how many, and whether more wait.

        `rejected` are the dossiers on which the office does not know yet that an operation was rejected: what it
        wrote after that rests on it, and goes to the tray with it. The set grows as operations are decided. `again`:
        what rests on something that was lost is tried once more, `final`: decided as things stand.
        Raises Elsewhere when it speaks of dossiers that went to other provinces than `others`; nothing was decided.
        """
        sequences = self._locked(others)
        restored = was_restored(self._connection, self._tables)
        if again and restored:
            self._try_again()
        found = self._waiting()
        waiting = [
            (OperationId(self._device.number, Lane(lane), n), bytes(record), bytes(digest))
            for _, lane, n, record, digest in found[:SLICE]
        ]
        if not waiting:
            return 0, False
        turn = Turn(self._device, now_ms, set(rejected), restored, final)
        slice_ = Slice(self._connection, self._tables, sequences, turn)
        slice_.expect([record for _, record, _ in waiting])
        if not slice_.elsewhere() <= others:
            raise Elsewhere(others | slice_.elsewhere())
        outcomes = list[tuple[OperationId, Decided]]()
        said = dict[Said, list[tuple[int, int, bytes, str]]]()
        read = list[audit.Line]()
        for by, record, digest in waiting:
            decided = slice_.decide(record, by)
            if decided.by_copy and not slice_.elsewhere() <= others:
                raise Elsewhere(others | slice_.elsewhere())  # what a copy made may have gone to another province
            outcomes.append((by, decided))
            told = slice_.readings.get(by)
            if told is not None:
                read += readings.lines(self._device, by, told, (digest, decided.verdict), now_ms)
            elif decided.verdict not in UNDECIDED:
                author, part = slice_.authored.get(by, (0, Compartment.GENERAL))
                for place in {self._device.place, slice_.decided_in.get(by, self._device.place)}:
                    said.setdefault((place, author, part), []).append((by.lane, by.n, digest, decided.verdict))
        slice_.flush()
        rejected |= turn.rejected
        lines = [*(self._line(*one, now_ms) for one in sorted(said.items())), *read]
        answers = [self._key(by) | stored_answer(slice_.answer(decided, by), now_ms) for by, decided in outcomes]
        with together(self._connection):
            sequences.save()
            audit.note(self._connection, self._tables, lines)
            self._keep(answers)
        self.latest = Remembered(verdicts_of(answers))
        if slice_.changes is not None:
            nothing = dict.fromkeys(self.latest.verdicts, b"")
            self.latest.effects = nothing | effects(slice_.changes, self._device.number, self._device.writes.all)
        return len(waiting), len(found) > SLICE

    def _locked(self, others: Collection[int]) -> Sequences:
        """The heads of its province and of provinces where its dossiers went: the others go on.

        Those of an academy come after its provinces', and only once it is known what it reads of them.
        """
        scopes = self._device.writes
        own = [scope for scope in scopes.all if place_of(scope) == self._device.place and is_province(place_of(scope))]
        away = [scope_id(place, part) for place in others for part in scopes.compartments]
        if not own:
            Accounts(self._connection, self._tables).lock(self._device.number)
        return Sequences(self._connection, self._tables, [*own, *away])

    def _waiting(self) -> list[Sequence[Any]]:
        """What is to be decided, in the order in which it came, and a little more than goes in one slice."""
        found = list(_oldest(self._tables.operation).all(self._connection, **self._whose, most=SLICE + 1))
        for (lane, n), one in self._taken.items():
            found.append((one["arrival"], lane, n, one["record"], one["hash"]))
        return sorted(found, key=lambda one: one[0]) if self._taken else found

    def _keep(self, answers: Sequence[dict[str, Any]]) -> None:
        """Write what became of a slice's operations, and all that was taken and is decided by a later one."""
        t, taken, known = self._tables.operation, self._taken, list[dict[str, Any]]()
        whole = list[dict[str, Any]]()
        for answer in answers:
            own = taken.pop((answer["lane"], answer["n"]), None)
            if own is None:
                known.append(answer)
            else:
                whole.append(own | answer)
        stored.update_all(self._connection, t, known)
        stored.insert_all(self._connection, t, whole)
        stored.insert_all(self._connection, t, list(taken.values()))
        self._taken = {}

    def _key(self, by: OperationId) -> dict[str, object]:
        return {"place": self._device.place, "device": by.device, "lane": int(by.lane), "n": by.n}

    def _line(self, said: Said, decided: Sequence[tuple[int, int, bytes, str]], now_ms: int) -> audit.Line:
        """What the audit says of operations of one author: which they are, and the hash of what became of them.

        What was decided in a province for another place's laptop, its academy's above all, stands in both audits.
        """
        place, account, part = said
        part = part if part in self._device.writes.compartments else Compartment.GENERAL
        own = place == self._device.place
        about = audit.decided_about(((lane, n) for lane, n, _, _ in decided), 0 if own else self._device.place)
        deed = audit.Deed.DECIDED if own else audit.Deed.DECIDED_FROM
        digest = audit.decided_hash(decided)
        return audit.Line(scope_id(place, part), now_ms, account, deed, about, digest, self._device.number)

    def known(self, offered: Sequence[Offered]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Of what a laptop offers, the numbers whose very record is here: those decided, and those not."""
        here = self._known({(one.lane, one.n) for one in offered})
        hashes = {key: digest for key, (digest, state) in here.items() if state != WAITING}
        same = [(one.lane, one.n) for one in offered if hashes.get((one.lane, one.n)) == one.hash]
        decided = {(v.lane, v.n) for v in self.verdicts(same)}
        return [one for one in same if one in decided], [one for one in same if one not in decided]

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
        t, known = self._tables.change, self._remembered.effects
        read: dict[tuple[int, int], bytearray] = {number: bytearray() for number in numbers if number not in known}
        scopes = self._device.writes.all
        for lane, some in _by_lane(read):
            about = {"scopes": list(scopes), "of_device": self._device.number, "of_lane": lane}
            rows = _changes(t).all(self._connection, **about, ns=some, **_span(some))
            for n, kind, row, dossier, scope, content in rows:
                write_effect(read[(lane, n)], (kind, row, dossier, scope), bytes(content))
        return b"".join(known[number] if number in known else bytes(read[number]) for number in numbers)

    def rejected_dossiers(self, numbers: Sequence[tuple[int, int]]) -> set[int]:
        """The dossiers of those operations that were rejected before: they are offered again, so nobody was told."""
        found: set[int] = set()
        for _, rows in self._ask(_rejected(self._tables.operation), numbers):
            for (record,) in rows():
                found.update(dossiers_of(bytes(record)))
        return found

    def hashes(self, numbers: Sequence[tuple[int, int]]) -> list[bytes]:
        """The hashes of the records under these numbers, in order of lane and number."""
        return [digest for _, (digest, _) in sorted(self._known(set(numbers)).items())]

    def verdicts(self, numbers: Sequence[tuple[int, int]]) -> list[Verdict]:
        """The stored answers: the same for ever, however often they are asked for."""
        known = self._remembered.verdicts
        found = [known[number] for number in set(numbers) if number in known]
        unknown = (number for number in numbers if number not in known)
        for lane, rows in self._ask(_verdicts(self._tables.operation), unknown):
            found += [verdict((lane, n), word, (scope, seq), told) for n, word, scope, seq, told in rows()]
        return sorted(found, key=lambda one: (one.lane, one.n))


def _known_of(here: Iterable[tuple[int, Rows]]) -> dict[tuple[int, int], tuple[bytes, str]]:
    return {(lane, n): (bytes(digest), state) for lane, rows in here for n, digest, state in rows()}


def _span(numbers: Sequence[int]) -> dict[str, object]:
    """Numbers of a lane lie together: their range keeps a device's whole past from being read."""
    return {"from_n": min(numbers, default=0), "to_n": max(numbers, default=0)}


def _mine(t: Table) -> tuple[ColumnElement[bool], ...]:
    return t.c.place == bindparam("of_place"), t.c.device == bindparam("of_device")


def _in_lane(t: Table, among: Among) -> tuple[ColumnElement[bool], ...]:
    span = t.c.n >= bindparam("from_n"), t.c.n <= bindparam("to_n")
    return t.c.lane == bindparam("of_lane"), *span, among(t.c.n, "ns")


@cache
def _count_arrivals(device: Table) -> Prepared:
    more: dict[str, Any] = {"arrivals": device.c.arrivals + bindparam("count")}
    mine = device.c.number == bindparam("of_number")
    return Prepared(lambda _: update(device).where(mine).values(more).returning(device.c.arrivals))


@cache
def _known(t: Table) -> Prepared:
    return Prepared(lambda among: select(t.c.n, t.c.hash, t.c.state).where(*_mine(t), *_in_lane(t, among)))


@cache
def _moved(t: Table) -> Prepared:
    mine = t.c.device == bindparam("of_device")
    return Prepared(lambda among: select(t.c.n, t.c.hash).where(mine, *_in_lane(t, among)))


@cache
def _oldest(t: Table) -> Prepared:
    waiting = *_mine(t), undecided(t), t.c.state == STORED
    told = t.c.arrival, t.c.lane, t.c.n, t.c.record, t.c.hash
    return Prepared(lambda _: select(*told).where(*waiting).order_by(t.c.arrival).limit(bindparam("most")))


@cache
def _rejected(t: Table) -> Prepared:
    rejected = *_mine(t), t.c.verdict == "rejected"
    return Prepared(lambda among: select(t.c.record).where(*rejected, *_in_lane(t, among)))


@cache
def _verdicts(t: Table) -> Prepared:
    decided = *_mine(t), t.c.state == DECIDED
    told = t.c.n, t.c.verdict, t.c.scope, t.c.seq, t.c.problems
    return Prepared(lambda among: select(*told).where(*decided, *_in_lane(t, among)).order_by(t.c.n))


@cache
def _changes(t: Table) -> Prepared:
    told = t.c.n, t.c.kind, t.c.row, t.c.dossier, t.c.scope, t.c.fields
    mine = t.c.device == bindparam("of_device")
    return Prepared(
        lambda among: (
            select(*told).where(among(t.c.scope, "scopes"), mine, *_in_lane(t, among)).order_by(t.c.scope, t.c.seq)
        )
    )


def _by_lane(numbers: Iterable[tuple[int, int]]) -> Iterator[tuple[int, list[int]]]:
    """The numbers of each lane in order, as many at a time as a query may name."""
    wanted = set(numbers)
    for lane in sorted({lane for lane, _ in wanted}):
        asked = sorted(n for one, n in wanted if one == lane)
        for start in range(0, len(asked), _IN):
            yield lane, asked[start : start + _IN]
