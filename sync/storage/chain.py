"""The running hash of each scope's history: two ends that agree on it have read the same changes (sync.md 3.4).

The chain at a number is the keyed BLAKE2b of the chain before it and of the canonical change. The centre keeps it with
each change, an office computes it from what it absorbs: nothing of it travels down but the start of a first copy.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Any

KEY = b"massar chain 1"
"""The name of this form of chain: another form never agrees with this one by chance."""
CHAIN_BYTES = 8
START = bytes(CHAIN_BYTES)
"""The chain before the first change."""
COMBINED_BYTES = 6
"""Of all scopes together so much travels with each request: it tells accidents apart, and proves nothing to a liar."""
UNKNOWN = bytes(COMBINED_BYTES)
"""What an office says that does not know its chain: its file is older than chains."""
_NUMBERS = struct.Struct(">IqHqqqHqqH").pack
_POINT = struct.Struct(">Iq").pack
_keyed = blake2b(key=KEY, digest_size=CHAIN_BYTES).copy


def extend(chain: bytes, change: Mapping[str, Any]) -> bytes:
    """The chain after one more change of its scope, given as the columns that both ends keep of it."""
    day = change["day"].encode()
    numbers = _NUMBERS(
        change["scope"],
        change["seq"],
        change["kind"],
        change["row"],
        change["dossier"],
        change["device"],
        change["lane"],
        change["n"],
        change["author"],
        len(day),
    )
    hashed = _keyed()
    hashed.update(chain + numbers + day)
    hashed.update(change["fields"])
    return hashed.digest()


def combine(points: Iterable[tuple[int, int, bytes]]) -> bytes:
    """One short hash of the chains of some scopes, each given as scope, number and the chain there."""
    told = b"".join(_POINT(scope, seq) + chain for scope, seq, chain in sorted(points))
    return blake2b(told, key=KEY, digest_size=COMBINED_BYTES).digest()


def samples(seq: int) -> Iterator[int]:
    """Numbers from `seq` down to 0 at which two chains are compared: all of the newest, then ever fewer.

    Some fifty for a million changes. Where histories part, the newest number found in common is at most a quarter
    further back than it could be.
    """
    distance = 0
    while seq - distance > 0:
        yield seq - distance
        distance = max(distance + 1, distance * 5 // 4)
    yield 0
