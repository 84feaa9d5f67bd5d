"""An enrolled device without a replica: it sends what a test crafts, as an honest or a hostile program would."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.domain import catalog
from sync.domain.fields import Value
from sync.domain.ids import Lane, row_id
from sync.domain.operation import SCHEMA, Base, Operation, Verb, write
from sync.protocol import codec
from sync.protocol.columns import newest
from sync.protocol.messages import (
    PROTOCOL,
    Copy,
    Fault,
    Frame,
    Hello,
    Operations,
    Page,
    Result,
    ScopeMark,
    Sealed,
    Verdict,
    WireChange,
    WireRow,
)
from sync.server.service import Centre, Conversation

DAY = "2026-09-21"


@dataclass
class Laptop:
    """A device's number and key, its clerk, and its own counters."""

    device: int
    place: int
    author: int
    scopes: tuple[int, ...]
    key: Ed25519PrivateKey = field(repr=False)
    epoch: int = 1
    requests: Iterator[int] = field(default_factory=lambda: count(1), repr=False)
    rows: Iterator[int] = field(default_factory=lambda: count(1), repr=False)
    numbers: dict[int, int] = field(default_factory=dict)

    def sealed(self, operation: Operation, lane: Lane = Lane.DESK) -> Sealed:
        """An operation as it travels, with the next number of its lane; its author is this laptop's clerk."""
        n = self.numbers[lane] = self.numbers.get(lane, 0) + 1
        stamped = replace(operation, author=operation.author or self.author, day=DAY)
        return Sealed(int(lane), n, write(stamped, catalog.BY_NAME[operation.kind]))

    def hires(self, lane: Lane = Lane.DESK, /, **fields: Value) -> tuple[int, Sealed]:
        """A new person: her row id and the operation."""
        row = row_id(self.device, next(self.rows))
        return row, self.sealed(Operation(verb=Verb.CREATE, kind="employee", row=row, dossier=row, fields=fields), lane)

    def corrects(self, person: int, seq: int = 0, /, **fields: Value) -> Sealed:
        """A correction of a person, written after `seq` was seen."""
        base = Base(self.epoch, seq)
        return self.sealed(
            Operation(verb=Verb.CORRECT, kind="employee", row=person, dossier=person, fields=fields, base=base)
        )

    def marks(self, seq: int = 0, *, complete: bool = True) -> list[ScopeMark]:
        """The same mark for each scope."""
        return [ScopeMark(scope, self.epoch, seq, complete) for scope in self.scopes]

    def hello(self, marks: Sequence[ScopeMark] = (), **changed: object) -> Hello:
        """The opening of a request, with what a test changes in it."""
        request = next(self.requests).to_bytes(16, "big")
        plain = Hello(PROTOCOL, SCHEMA, newest().hash, self.device, request, list(marks), 4_194_304)
        return msgspec.structs.replace(plain, **changed)

    def request(
        self, operations: Sequence[Sealed] = (), hello: Hello | None = None, others: Sequence[Frame] = ()
    ) -> list[bytes]:
        """Whole signed frames of one request."""
        opening = hello or self.hello()
        frames: list[Frame] = [opening, *([Operations(list(operations))] if operations else []), *others]
        return [codec.seal(frame, opening.request, index, self.key.sign) for index, frame in enumerate(frames)]

    def ask(self, centre: Centre, operations: Sequence[Sealed] = (), hello: Hello | None = None) -> list[Frame]:
        """One request and its answer, without a socket; raises WireError."""
        return answer_of(centre, self.request(operations, hello))

    def sends(self, centre: Centre, *operations: Sealed) -> list[Verdict]:
        """The centre's verdicts on operations."""
        return verdicts(self.ask(centre, operations))


def answer_of(centre: Centre, frames: Sequence[bytes]) -> list[Frame]:
    """What a centre answers to the frames of a request."""
    conversation, last = taken_in(centre, list(codec.Splitter().feed(b"".join(frames))))
    conversation.decide(last)
    return list(conversation.answer())


def taken_in(centre: Centre, payloads: Sequence[bytes]) -> tuple[Conversation, bytes]:
    """A request that has come as a server takes it: all stored but its last frame, which is decided at once."""
    first, *others = payloads
    if not others:
        conversation = centre.begin(first)
        return conversation, conversation.hello.first
    conversation = centre.open(first)
    for payload in others[:-1]:
        conversation.receive(payload)
    return conversation, conversation.check(others[-1])


def verdicts(frames: Sequence[Frame]) -> list[Verdict]:
    """All verdicts of an answer."""
    return [verdict for frame in frames if isinstance(frame, Result) for verdict in frame.verdicts]


def changes(frames: Sequence[Frame], scope: int) -> list[WireChange]:
    """All changes of a scope in an answer."""
    return [change for frame in frames if isinstance(frame, Page) and frame.scope == scope for change in frame.changes]


def copied(frames: Sequence[Frame]) -> list[WireRow]:
    """All rows of a first copy in an answer."""
    return [row for frame in frames if isinstance(frame, Copy) for row in frame.rows]


def faults(frames: Sequence[Frame]) -> list[str]:
    """The codes of refusals in an answer."""
    return [frame.code for frame in frames if isinstance(frame, Fault)]
