"""The file on a USB stick: the frames of one request or of its answer, sealed with age and signed (sync.md 3.9).

A file is MAGIC, a version byte, and parts. A part says in clear for whom it is (1 byte), that one's number (8 bytes,
big-endian) and its length (4 bytes); then comes an age file. A request is one part for the centre: the device's signed
frames as they go up a line. A reply has one part for the device that asked and one for each scope whose pages any
laptop that holds the scope's key may read; each begins with the centre's signature over the rest of it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import Annotated

import msgspec

from sync.protocol import age, codec
from sync.protocol.errors import WireCode, WireError
from sync.protocol.messages import SCOPES_LIMIT, Number, Offered, Renumbered, Result

MAGIC, VERSION = b"MASSAR-B", 1
LIMIT = 67_108_864
"""No file is longer: it is not read further. age never compresses, so what is in it is shorter."""
PARTS_LIMIT = 16
BUDGET = 268_435_456
"""Bytes of pages, before compression, that one reply holds at most: a stick has no reason to stop earlier."""
PAPERS = 25_165_824
"""Bytes of the content of papers in a file, each way."""
_PART_HEAD = 13
_SCOPE_SHIFT = 32
_CONTEXT = b"massar-bundle-1"
_ENROL_CONTEXT = b"massar-enrol-1"


class Audience(IntEnum):
    """Who opens a part."""

    CENTRE = 1
    DEVICE = 2
    SCOPE = 3


class Content(IntEnum):
    """What a request holds: the first byte of its part."""

    FRAMES = 1
    ENROLMENT = 2


@dataclass(frozen=True, slots=True)
class Part:
    """One sealed part. `number` is the centre's key number, the device, or `scope_number`."""

    audience: Audience
    number: int
    body: bytes = field(repr=False)

    @property
    def scope(self) -> int:
        """The scope of a part for a scope."""
        return self.number >> _SCOPE_SHIFT

    @property
    def generation(self) -> int:
        """Which of the scope's keys opens it."""
        return self.number & ((1 << _SCOPE_SHIFT) - 1)


Points = Annotated[list[tuple[Number, Number]], msgspec.Meta(max_length=SCOPES_LIMIT)]
"""Scopes, each with a number in it, in order of scope."""


class ReplyHead(msgspec.Struct, frozen=True, array_like=True):
    """What a part of a reply says before its frames.

    `epoch` is the history it speaks of. For the device also: where each of its scopes stood when it asked and stands
    now, each with the hash of the chains there; `about` the operations that its verdicts are about (`fingerprint`); the
    answer to an enrolment (JSON of `Enrolled`) with its proof; `taken_along` what a laptop that shared its number asked
    to take to a number of its own (`offer`).
    """

    epoch: Number
    asked: Points = []
    asked_chain: bytes = b""
    heads: Points = []
    heads_chain: bytes = b""
    about: bytes = b""
    enrolled: bytes = b""
    proof: bytes = b""
    taken_along: bytes = b""


class EnrolAsk(msgspec.Struct, frozen=True, array_like=True):
    """A laptop asks on a stick to be enrolled: its ticket's name, and a proof that it has the whole code."""

    protocol: Number
    dictionary: bytes
    ticket: str
    public_key: bytes
    proof: bytes
    folding: Number = 0
    """As in HELLO."""


_heads = msgspec.msgpack.Decoder(ReplyHead)
_asks = msgspec.msgpack.Decoder(EnrolAsk)


def key_number(public: bytes) -> int:
    """The number by which a file names the key of a centre."""
    return int.from_bytes(hashlib.blake2b(public, digest_size=8).digest(), "big")


def scope_number(scope: int, generation: int) -> int:
    """The number of a part for a scope: its key changes when a laptop that had it is revoked."""
    return scope << _SCOPE_SHIFT | generation


def fingerprint(hashes: Iterable[bytes]) -> bytes:
    """16 bytes that stand for operations, by the hashes of their records in order of lane and number."""
    return hashlib.blake2b(b"".join(hashes), digest_size=16).digest()


def offer(offered: Iterable[Offered]) -> bytes:
    """16 bytes for what a laptop asks to take along, whatever its order: a copy of its file asks for other things."""
    return fingerprint(one.hash for one in sorted(offered, key=lambda one: (one.lane, one.n)))


def numbers_of(answers: Iterable[Result | Renumbered]) -> list[tuple[int, int]]:
    """Lane and number of each operation that an answer says something about, in order."""
    found: set[tuple[int, int]] = set()
    for answer in answers:
        found.update((verdict.lane, verdict.n) for verdict in answer.verdicts)
        if isinstance(answer, Renumbered):
            found.update((lane, n) for lane, n in answer.held)
    return sorted(found)


def write(parts: Iterable[Part]) -> bytes:
    """The bytes of a file."""
    out = bytearray(MAGIC + bytes((VERSION,)))
    for part in parts:
        out += bytes((part.audience,)) + part.number.to_bytes(8, "big") + len(part.body).to_bytes(4, "big")
        out += part.body
    return bytes(out)


def read(data: bytes) -> list[Part]:
    """The parts of a file, still sealed; WireError MALFORMED, TOO_LARGE, or UPGRADE_NEEDED for a newer form of file."""
    if len(data) > LIMIT:
        raise WireError(WireCode.TOO_LARGE)
    if not data.startswith(MAGIC) or len(data) == len(MAGIC):
        raise WireError(WireCode.MALFORMED)
    if data[len(MAGIC)] != VERSION:
        raise WireError(WireCode.UPGRADE_NEEDED)
    parts, at = [], len(MAGIC) + 1
    while at < len(data):
        head, at = data[at : at + _PART_HEAD], at + _PART_HEAD
        length = int.from_bytes(head[9:], "big")
        if len(head) < _PART_HEAD or head[0] not in Audience._value2member_map_ or len(data) - at < length:
            raise WireError(WireCode.MALFORMED)
        parts.append(Part(Audience(head[0]), int.from_bytes(head[1:9], "big"), data[at : at + length]))
        at += length
        if len(parts) > PARTS_LIMIT:
            raise WireError(WireCode.MALFORMED)
    if not parts:
        raise WireError(WireCode.MALFORMED)
    return parts


# -- requests ------------------------------------------------------------------------------------------------


def request(frames: Iterable[bytes], centre: bytes) -> bytes:
    """The file of a request: the signed frames of `codec.seal`, sealed to the centre's public key."""
    return _for_centre(Content.FRAMES, b"".join(frames), centre)


def enrolment(ask: EnrolAsk, seed: bytes, centre: bytes) -> bytes:
    """The file that asks for an enrolment, signed with the key that shall be enrolled."""
    asked = msgspec.msgpack.encode(ask)
    return _for_centre(Content.ENROLMENT, age.sign(seed, _ENROL_CONTEXT + asked) + asked, centre)


def _for_centre(content: Content, plain: bytes, centre: bytes) -> bytes:
    return write([Part(Audience.CENTRE, key_number(centre), age.sealed(bytes((content,)) + plain, centre))])


def open_request(data: bytes, seed: bytes) -> list[bytes] | EnrolAsk:
    """The payloads of a request, their signatures not yet checked, or what a laptop without a number asks.

    Raises WireError: MISDIRECTED when it was sealed to another centre, or is no request.
    """
    part, *others = read(data)
    if others or part.audience is not Audience.CENTRE or part.number != key_number(age.public_half(seed)):
        raise WireError(WireCode.MISDIRECTED)
    plain = age.opened(part.body, seed)
    content, plain = plain[:1], plain[1:]
    if content == bytes((Content.FRAMES,)):
        return payloads(plain)
    if content == bytes((Content.ENROLMENT,)):
        return _asked(plain)
    raise WireError(WireCode.MALFORMED)


def _asked(plain: bytes) -> EnrolAsk:
    signature, asked = plain[: codec.SIGNATURE_BYTES], plain[codec.SIGNATURE_BYTES :]
    try:
        ask = _asks.decode(asked)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as wrong:
        raise WireError(WireCode.MALFORMED) from wrong
    if not age.is_signed(ask.public_key, signature, _ENROL_CONTEXT + asked):
        raise WireError(WireCode.NOT_TRUSTED)
    return ask


# -- replies -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reader:
    """Who opens a part of a reply, and with which public key it is sealed."""

    audience: Audience
    number: int
    public: bytes


def reply_part(reader: Reader, head: ReplyHead, frames: Iterable[bytes], centre: bytes) -> Part:
    """A part of a reply, signed with the centre's secret bytes and sealed to who may read it."""
    said = msgspec.msgpack.encode(head)
    plain = len(said).to_bytes(4, "big") + said + b"".join(frames)
    signature = age.sign(centre, _signed(reader.audience, reader.number, plain))
    return Part(reader.audience, reader.number, age.sealed(signature + plain, reader.public))


def open_reply(part: Part, seed: bytes, centre: bytes) -> tuple[ReplyHead, list[bytes]]:
    """The head and the payloads of a part; WireError NOT_TRUSTED when this centre did not sign it."""
    plain = age.opened(part.body, seed)
    signature, plain = plain[: codec.SIGNATURE_BYTES], plain[codec.SIGNATURE_BYTES :]
    if not age.is_signed(centre, signature, _signed(part.audience, part.number, plain)):
        raise WireError(WireCode.NOT_TRUSTED)
    end = 4 + int.from_bytes(plain[:4], "big")
    try:
        head = _heads.decode(plain[4:end])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as wrong:
        raise WireError(WireCode.MALFORMED) from wrong
    return head, payloads(plain[end:])


def _signed(audience: Audience, number: int, plain: bytes) -> bytes:
    return _CONTEXT + bytes((audience,)) + number.to_bytes(8, "big") + plain


def payloads(stream: bytes) -> list[bytes]:
    """The payloads of whole frames, one after the other; WireError when the last one is cut."""
    splitter = codec.Splitter()
    found: Iterator[bytes] = splitter.feed(stream)
    whole = list(found)
    if splitter.waiting:
        raise WireError(WireCode.MALFORMED)
    return whole


# -- files ---------------------------------------------------------------------------------------------------


def read_file(path: Path) -> bytes:
    """The bytes of a file, no more than LIMIT; raises WireError TOO_LARGE, OSError."""
    with path.open("rb") as file:
        data = file.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise WireError(WireCode.TOO_LARGE)
    return data


def write_file(path: Path, data: bytes) -> None:
    """Write a file as a whole or not at all: a stick may be pulled out. Raises OSError."""
    fresh = path.with_name(path.name + ".new")
    with fresh.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
