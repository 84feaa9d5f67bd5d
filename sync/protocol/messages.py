"""The frames of an exchange: what goes up, what comes down, with their limits (sync.md 3.1).

Up: HELLO, then OPERATIONS frames, then COMPARE or HASHES frames where the two ends differ, last OFFER, PIECE and WANT
frames of papers. Down: RESULT frames, REASON, PAGE or COPY frames, SUMS or MENDING frames, HELD and PART frames, END;
or one FAULT. Every frame is whole by itself: what arrived stays, whatever happens to the rest of the line.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Annotated

import msgspec

PROTOCOL = 1
"""The version this program speaks; protocol/version.py says what each brought."""

UP_FRAME_BYTES = 4096
"""An upward frame is at most this long on the wire (sync.md 3.1)."""
PAGE_BYTES = 32_768
"""A page is closed when its changes pass this length before it is compressed: some 4 to 8 kB on the line."""
FRAME_LIMIT = 262_144
"""No frame is longer on the wire."""
UNPACKED_LIMIT = 2_097_152
"""No frame unpacks to more: the cap is checked before memory is taken."""
REQUEST_LIMIT = 16_777_216
"""No request is longer."""
RECORD_LIMIT = 65_536
"""No single canonical record is longer."""
OPERATIONS_LIMIT = 2000
"""No frame holds more operations."""
RENUMBER_LIMIT = 100_000
"""No laptop has more undecided operations when it is renumbered."""
KINDS_LIMIT = 256
"""No frame names more kinds, or buckets of one kind."""
SCOPES_LIMIT = 64
"""No request names more scopes."""
Number = Annotated[int, msgspec.Meta(ge=0, lt=1 << 53)]
"""What comes up is bounded, so that every database can hold it."""
CONTENT_TYPE = "application/vnd.massar.frames"


class FrameType(IntEnum):
    """The first byte of a frame."""

    HELLO = 1
    OPERATIONS = 2
    RENUMBER = 3
    COMPARE = 4
    HASHES = 5
    PARTING = 6
    OFFER = 12
    PIECE = 13
    WANT = 14
    RESULT = 16
    PAGE = 17
    COPY = 18
    END = 19
    FAULT = 20
    RENUMBERED = 21
    NEW_HISTORY = 22
    SUMS = 23
    MENDING = 24
    CHAINS = 25
    SAFE = 26
    KEYS = 27
    ERASE = 28
    REASON = 29
    PEOPLE = 30
    HELD = 40
    PART = 41


class Account(msgspec.Struct, frozen=True, omit_defaults=True):
    """A person who may work on a device."""

    id: int
    name_ar: str
    name_la: str
    role: str
    confidential: bool
    confidential_until: str = ""  # the last day of that, as ISO text, where one is set


class Frame(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The base of all frames: fields by position; a newer version only adds at the end."""


class ScopeMark(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """How far a device has read one scope. `copied_*` say where a first copy goes on until it is complete."""

    scope: Number
    epoch: Number
    seq: Number
    complete: bool
    copied_kind: Number = 0
    copied_row: Number = 0


class Hello(Frame, frozen=True, array_like=True):
    """The opening of a request: who asks, what it speaks, how far it has read."""

    protocol: Number
    schema: Number
    dictionary: bytes
    """The dictionary (protocol/dictionary.py) by which the answer may be packed."""
    device: Number
    request: bytes
    scopes: Annotated[list[ScopeMark], msgspec.Meta(max_length=SCOPES_LIMIT)]
    budget: Number = 262_144
    """Bytes of pages (before compression) that the office is ready to take in this answer."""
    plain: bool = False
    """The office asks for the content of its own changes too: it cannot use its predictions."""
    first: bytes = b""
    """The first OPERATIONS frame, packed: the signature of the opening covers it, so that one edit needs only one."""
    chain: bytes = b""
    """One hash of the chains of all these scopes (storage/chain.py): whether this very history was read."""
    safe: Number | None = None
    """The number of the last SAFE that was heard, 0 for none; None from a program that does not know of them."""
    keys: bool = False
    """The office asks for the keys of bundles (KEYS): it has none, or met a part that needs a newer one."""
    people: bool = False
    """The office asks who works in its province (PEOPLE)."""
    folding: Number = 0
    """The version of the fold by which the office makes situations from acts (domain/situation.py); 0 for none."""


class Sealed(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One operation as it travels: lane, number and canonical record."""

    lane: Number
    n: Number
    record: bytes


class Operations(Frame, frozen=True, array_like=True):
    """Operations in the order in which they are to be decided."""

    operations: Annotated[list[Sealed], msgspec.Meta(max_length=OPERATIONS_LIMIT)]
    predicted: bytes = b""
    """Hash of the effects that the office predicts for all of them, in order: where the centre's are the same, its own
    changes come back as numbers only."""


class Offered(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An operation by its number and the hash of its record."""

    lane: Number
    n: Number
    hash: bytes
    rests_on: Annotated[list[Number], msgspec.Meta(max_length=SCOPES_LIMIT)] = []
    """Where in the list those stand that make a row it speaks of: it says the same as a copy's only if they do."""


class Renumber(Frame, frozen=True, array_like=True):
    """A laptop that shares its number with another one asks for a number of its own (sync.md 2, Ids).

    It lists what it has not seen decided: what the centre already holds, hash for hash, keeps its old number.
    """

    undecided: Annotated[list[Offered], msgspec.Meta(max_length=RENUMBER_LIMIT)]


class Compare(Frame, frozen=True, array_like=True):
    """What an office holds of a scope, where it differs from the centre's: the sum of each kind (storage/digest.py)."""

    scope: Number
    kinds: Annotated[list[tuple[Number, bytes]], msgspec.Meta(max_length=KINDS_LIMIT)]


class Hashes(Frame, frozen=True, array_like=True):
    """What an office holds of the buckets of a kind that differ: of each the hashes of its rows."""

    scope: Number
    kind: Number
    buckets: Annotated[list[tuple[Number, bytes]], msgspec.Meta(max_length=KINDS_LIMIT)]


class Parting(Frame, frozen=True, array_like=True):
    """An office has gone back to where its history parted from the centre's: of each scope the last shared number.

    What it had saved up to these numbers of its lanes was written by who had seen what followed in the lost history.
    """

    scopes: Annotated[list[tuple[Number, Number]], msgspec.Meta(max_length=SCOPES_LIMIT)]
    numbers: Annotated[list[tuple[Number, Number]], msgspec.Meta(max_length=SCOPES_LIMIT)]


class WireProblem(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A Problem of the domain."""

    code: str
    field: str | None
    params: dict[str, str | int]
    severity: str


class Verdict(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The centre's answer to one operation; `seq` is its last change in `scope` (0: it changed nothing)."""

    lane: int
    n: int
    verdict: str
    scope: int
    seq: int
    problems: list[WireProblem]


class Result(Frame, frozen=True, array_like=True):
    """Answers, in the order of the numbers asked."""

    verdicts: list[Verdict]


class Renumbered(Frame, frozen=True, array_like=True):
    """The new number of a laptop; `verdicts` of what was decided under the old one, `held` what is there undecided."""

    device: Number
    verdicts: list[Verdict]
    held: list[tuple[int, int]]


class WireChange(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One numbered change of one row; `fields` are canonical bytes.

    With kind 0 it is the office's own, as it predicted: only seq, lane and n are told.
    """

    seq: int
    kind: int
    row: int
    dossier: int
    device: int
    lane: int
    n: int
    author: int
    day: str
    fields: bytes


class Page(Frame, frozen=True, array_like=True):
    """The changes of a scope after `after`, without a gap, up to and including `upto`."""

    scope: int
    epoch: int
    after: int
    upto: int
    changes: list[WireChange]


class WireRow(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One whole row of a first copy; `fields` are canonical bytes."""

    kind: int
    row: int
    dossier: int
    fields: bytes


class Copy(Frame, frozen=True, array_like=True):
    """Rows of a first copy in the order of copying.py, those after `after_*`; `head` is where pages go on."""

    scope: int
    epoch: int
    head: int
    rows: list[WireRow]
    complete: bool
    after_kind: int = 0
    after_row: int = 0
    chain: bytes = b""
    """At the start of a copy, the chain at `head`: the office goes on from it."""
    folded: int = 0
    """Up to this id people have the situation that follows from their acts, but for `rows` (protocol/copying.py)."""
    without: list[int] = []  # msgspec copies it
    """People up to there who have none, whatever their acts say."""
    folding: int = 0
    """The version of the fold by which that is so."""


class NewHistory(Frame, frozen=True, array_like=True):
    """The centre was restored: another epoch, and for each scope the last number that it shares with the office's."""

    epoch: Number
    shared: list[tuple[int, int]]


class Point(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The chain of a scope at one of its numbers."""

    scope: int
    seq: int
    chain: bytes


class Chains(Frame, frozen=True, array_like=True):
    """Chains of the centre's history. `parted`: the office has read another one, and finds here what both share.

    Otherwise they are the chains at the office's own marks, for one that did not know them.
    """

    epoch: Number
    parted: bool
    points: list[Point]


class Safe(Frame, frozen=True, array_like=True):
    """Up to which number of each scope the centre's database is archived; told when it moved (sync.md 3.4)."""

    number: Number
    scopes: list[tuple[Number, Number]]


class Sums(Frame, frozen=True, array_like=True):
    """The centre's sums of the buckets of a kind that differs, one after the other, when `seq` was the last change."""

    scope: int
    kind: int
    seq: int
    sums: bytes


class Mending(Frame, frozen=True, array_like=True):
    """The centre's rows where buckets differ, and the hashes of the office's rows that it does not have."""

    scope: int
    kind: int
    seq: int
    buckets: list[int]
    rows: list[WireRow]
    absent: bytes


class ScopeKey(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The secret bytes that open what is sealed to a scope; a later generation follows each revoked laptop."""

    scope: Number
    generation: Number
    seed: bytes


class Keys(Frame, frozen=True, array_like=True):
    """What a laptop needs for bundles: the centre's public key, and the keys of the scopes that it may read."""

    centre: bytes
    scopes: Annotated[list[ScopeKey], msgspec.Meta(max_length=SCOPES_LIMIT)]


class People(Frame, frozen=True, array_like=True):
    """Who works or worked in the province, each with her role of today: none (an empty one) for who has left. Told with
    the centre's time, by whose day the office asks again."""

    server_ms: int
    accounts: list[Account]
    confidential: bool | None = None  # whether this laptop may hold that compartment; None: it is not said


class Erase(Frame, frozen=True, array_like=True):
    """The laptop is to seal what it has not sent to the centre's key, and to destroy its own keys (sync.md 3.10).

    Signed with the centre's key (KEYS) over the laptop's number, which no other laptop ever gets.
    """

    signature: bytes


def erase_message(device: int) -> bytes:
    """What the centre signs who has a laptop erase itself."""
    return b"massar erase 1" + device.to_bytes(4, "big")


class Reason(Frame, frozen=True, array_like=True):
    """Why many rows leave a scope with changes up to a number, in the words of whoever answers for it (sync.md 1).

    An office stops before a page that would take one row in twenty away, unless such a reason, signed with the key of
    bundles, came before it in the same answer.
    """

    scope: Number
    epoch: Number
    upto: Number
    text: str
    day: str
    author: Number = 0
    signature: bytes = b""


class End(Frame, frozen=True, array_like=True):
    """The last frame: whether another request would bring more, and the centre's time (UTC milliseconds)."""

    more: bool
    server_ms: int
    seal: bytes = b""
    """One hash of all that the scopes asked for hold by now (storage/digest.py); empty while there is more to read."""


class Fault(Frame, frozen=True, array_like=True):
    """The whole request is refused; the code is stable (protocol/errors.py)."""

    code: str
    retry_after_s: int = 0
