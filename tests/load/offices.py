"""Offices that only send: what each clerk saved over the weekend as signed frames, made before anything is measured.

An office without a replica, but what it sends is what a real one would: its marks are those of a complete copy, its
operations a clerk's day on people of its own province, its predictions the domain's own.
"""

from __future__ import annotations

import http.client
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import count

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection, select

from sync.domain import canonical, catalog
from sync.domain.decide import Context, decide
from sync.domain.ids import Compartment, Lane, row_id
from sync.domain.operation import SCHEMA, Base, Operation, write, write_effects
from sync.domain.record import Row
from sync.protocol import codec
from sync.protocol.columns import newest
from sync.protocol.exchange import EnrolRequest
from sync.protocol.messages import PROTOCOL, UP_FRAME_BYTES, End, Frame, Hello, Page, Result, ScopeMark, Sealed, Verdict
from sync.server.accounts import Accounts
from sync.server.service import Centre
from sync.storage import chain
from sync.storage.state import Overlay, Scopes, TableState
from sync.storage.tables import from_columns
from tests.benchmarks.clerk_day import day_of
from tests.load.country import TODAY, Share

KNOWN_PEOPLE = 150
"""Of so many people of its province an office edits the files."""
_PATIENCE_S = 120.0
_REQUEST_BYTES = 16
BUDGET = 4_194_304
"""Bytes of pages that an office takes in one answer, as the real one does (client/request.py)."""


@dataclass(slots=True)
class Sync:
    """One request: its bytes, and the operations in it as lane and number."""

    body: bytes
    numbers: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Saved:
    """What goes in one request: packed frames, and the operations in them as lane and number."""

    frames: list[bytes]
    numbers: list[tuple[int, int]]


@dataclass(frozen=True)
class Answered:
    """What came back, and after how long."""

    status: int
    content: bytes
    seconds: float

    @cached_property
    def frames(self) -> list[Frame]:
        """It unpacked, when somebody looks: each laptop does that itself, not all of them on the centre's machine."""
        return [codec.unpack_down(one) for one in codec.Splitter().feed(self.content)]

    @property
    def all_verdicts(self) -> list[Verdict]:
        """What became of the operations."""
        return [verdict for frame in self.frames if isinstance(frame, Result) for verdict in frame.verdicts]

    @property
    def verdicts(self) -> Counter[str]:
        """How many operations got which verdict."""
        return Counter(one.verdict for one in self.all_verdicts)

    @property
    def decided(self) -> list[tuple[int, int]]:
        """The operations that have a verdict, as lane and number."""
        return [(one.lane, one.n) for one in self.all_verdicts]

    @property
    def bare(self) -> int:
        """The office's own changes that came as numbers only: its predictions were right."""
        return sum(not one.kind for frame in self.frames if isinstance(frame, Page) for one in frame.changes)

    @property
    def whole(self) -> bool:
        """True when the answer came to its end."""
        return bool(self.frames) and isinstance(self.frames[-1], End)


@dataclass(slots=True)
class Office:
    """A laptop, its clerk and the numbers it has given."""

    share: Share
    device: int
    author: int
    key: Ed25519PrivateKey = field(repr=False)
    numbers: dict[int, int] = field(default_factory=dict)
    rows: Iterator[int] = field(default_factory=lambda: count(1), repr=False)
    days: int = 0
    requests: int = 0

    @property
    def scopes(self) -> Scopes:
        """What it reads."""
        return Scopes(self.share.place, frozenset(Compartment))

    def day(self, centre: Centre, edits: int, lane: Lane = Lane.DESK) -> Sync:
        """So many edits of its clerk, sealed for one request that starts from what the centre holds now."""
        (work,) = self.saved(centre, edits, 1, lane)
        return self.sealed(centre, work)

    def saved(self, centre: Centre, edits: int, parts: int, lane: Lane) -> list[Saved]:
        """What its clerk saves one after the other, in parts of so many edits, on what the centre holds now."""
        with centre.database.read() as connection:
            known = list(_known_rows(connection, centre, self.share))
            world, (marks, _) = _Prediction(connection, centre, self), self._standing(connection, centre)
            made = []
            for _ in range(parts):
                self.days += 1
                work = day_of(known, edits=edits, seed=self.share.place * 1000 + self.days)
                operations = work.operations(edits, (row_id(self.device, n) for n in self.rows))
                made.append(self._frames(world, operations, marks, lane))
        return made

    def sealed(self, centre: Centre, saved: Saved) -> Sync:
        """A request with this, that starts from what the centre holds now."""
        self.requests += 1
        with centre.database.read() as connection:
            marks, told = self._standing(connection, centre)
        frames = saved.frames
        request = canonical.digest(b"%d %d" % (self.device, self.requests))[:_REQUEST_BYTES]
        hello = Hello(
            *(PROTOCOL, SCHEMA, newest().hash, self.device, request, marks, BUDGET),
            first=frames[0] if frames else b"",
            chain=told,
            safe=0,
        )
        content: Iterable[tuple[int, Frame | bytes]] = enumerate([hello, *frames[1:]])
        return Sync(b"".join(codec.seal(one, request, index, self.key.sign) for index, one in content), saved.numbers)

    def _standing(self, connection: Connection, centre: Centre) -> tuple[list[ScopeMark], bytes]:
        t = centre.tables.head
        heads = list(connection.execute(select(t).where(t.c.scope.in_(self.scopes.all)).order_by(t.c.scope)))
        epoch = Accounts(connection, centre.tables).epoch()
        told = chain.combine((head.scope, head.seq, bytes(head.chain)) for head in heads)
        return [ScopeMark(head.scope, epoch, head.seq, True) for head in heads], told

    def _frames(self, world: _Prediction, made: Iterable[Operation], marks: Sequence[ScopeMark], lane: Lane) -> Saved:
        """The operations in packed frames with what is predicted of each, and their numbers."""
        seen = Base(marks[0].epoch, next(mark.seq for mark in marks if mark.scope == self.share.general))
        sealed, effects = list[Sealed](), list[bytes]()
        for one in made:
            n = self.numbers[lane] = self.numbers.get(lane, 0) + 1
            operation = replace(one, author=self.author, day=TODAY, base=seen)
            sealed.append(Sealed(int(lane), n, write(operation, catalog.BY_NAME[operation.kind])))
            effects.append(world.effects(operation))
        frames, start = list[bytes](), 0
        for number, packed in codec.operation_frames(sealed, UP_FRAME_BYTES):
            predicted = canonical.short_digest(b"".join(effects[start : start + number]))
            frames.append(codec.with_prediction(packed, predicted))
            start += number
        return Saved(frames, [(one.lane, one.n) for one in sealed])


def _known_rows(connection: Connection, centre: Centre, share: Share) -> Iterator[Row]:
    """Some people of the province with their families."""
    people, families = (centre.tables.records.records[kind] for kind in ("employee", "dependant"))
    some = select(people).where(people.c.scope == share.general).order_by(people.c.id).limit(KNOWN_PEOPLE)
    found = [from_columns("employee", dict(row)) for row in connection.execute(some).mappings()]
    yield from found
    theirs = families.c.dossier.in_([row.id for row in found])
    query = select(families).where(families.c.scope == share.general, theirs).order_by(families.c.id)
    for row in connection.execute(query).mappings():
        yield from_columns("dependant", dict(row))


class _Prediction:
    """What the domain says that operations change, on the state that an office copied from the centre."""

    def __init__(self, connection: Connection, centre: Centre, office: Office) -> None:
        self._state = Overlay(TableState(connection, centre.tables.records, office.scopes))
        self._context = Context(office.device, lambda _, __: [])

    def effects(self, operation: Operation) -> bytes:
        """Their canonical bytes, as an office keeps them."""
        outcome = decide(operation, self._state, self._context)
        for effect in outcome.effects:
            self._state.put(effect)
        return write_effects(outcome.effects, catalog.BY_NAME)


def enrol(centre: Centre, share: Share) -> Office:
    """A clerk of a province and her laptop, by a one-time code as any other."""
    now = time.time_ns() // 1_000_000
    key = Ed25519PrivateKey.generate()
    with centre.database.write() as connection:
        accounts = Accounts(connection, centre.tables)
        name = f"موظفة {share.place}", f"Agent {share.place}"
        author = accounts.create_account(share.place, *name, role="clerk", confidential=True)
        code = accounts.issue_ticket(share.place, author, now)
    answer = centre.enrol(EnrolRequest(code, key.public_key().public_bytes_raw(), PROTOCOL))
    return Office(share, answer.device, answer.account, key)


def send(port: int, sync: Sync, started: float | None = None) -> Answered:
    """Send a request on a cold connection; `started` is when the wave began. Raises OSError, HTTPException."""
    began = time.monotonic() if started is None else started
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE_S)
    try:
        connection.request("POST", "/sync", body=sync.body)
        answer = connection.getresponse()
        content = answer.read()
    finally:
        connection.close()
    return Answered(answer.status, content, time.monotonic() - began)
