"""The frames of one request, sealed: the same whether a line carries them or a file on a stick."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sync.client import bundle_keys, colleagues
from sync.client.cursors import standing
from sync.client.outbox import Entry
from sync.client.replica import Replica
from sync.domain import canonical
from sync.domain.operation import SCHEMA
from sync.domain.situation import FOLDING
from sync.protocol import codec
from sync.protocol.columns import Dictionary
from sync.protocol.messages import PROTOCOL, UP_FRAME_BYTES, Frame, Hello, Sealed

BUDGET = 4_194_304
"""Bytes of pages, before compression, that an office takes in one answer on a line."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How a request is made: its 16-byte id, who signs it, and what is asked of the answer."""

    request: bytes
    sign: Callable[[bytes], bytes]
    budget: int
    dictionary: Dictionary
    plain: bool = False


def sealed_request(replica: Replica, content: Sequence[Frame | bytes], terms: Terms) -> list[bytes]:
    """The opening with the first packed OPERATIONS in it, then the other frames, each signed."""
    packed = content[0] if content else b""
    first, others = (packed, content[1:]) if isinstance(packed, bytes) else (b"", content)
    here = standing(replica.database, replica.tables, replica.identity)
    hello = Hello(
        protocol=PROTOCOL,
        schema=SCHEMA,
        dictionary=terms.dictionary.hash,
        device=replica.identity.device,
        request=terms.request,
        scopes=here.marks,
        budget=terms.budget,
        plain=terms.plain,
        first=first,
        chain=here.chain,
        safe=here.safe,
        keys=bundle_keys.wanted(replica),
        people=colleagues.wanted(replica),
        folding=FOLDING,
    )
    frames = [codec.seal(hello, terms.request, 0, terms.sign)]
    for index, frame in enumerate(others, start=1):
        frames.append(codec.seal(frame, terms.request, index, terms.sign))
    return frames


def packed_operations(batch: Sequence[Entry], dictionary: Dictionary) -> Iterator[bytes]:
    """Operations in packed frames, each with the hash of what is predicted for all of it."""
    return (packed for _, packed in counted_operations(batch, dictionary))


def counted_operations(batch: Sequence[Entry], dictionary: Dictionary, limit: int = 0) -> Iterator[tuple[int, bytes]]:
    """The same, with how many operations each frame holds; of at most `limit` bytes, or UP_FRAME_BYTES."""
    operations = [Sealed(int(entry.lane), entry.n, entry.record) for entry in batch]
    start = 0
    for count, packed in codec.operation_frames(operations, limit or UP_FRAME_BYTES, dictionary):
        effects = b"".join(entry.effects for entry in batch[start : start + count])
        yield count, codec.with_prediction(packed, canonical.short_digest(effects))
        start += count
