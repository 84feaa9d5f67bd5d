"""The centre's card: its public key in a small file, for a laptop that shall be enrolled without a line.

A false card opens nothing: what is asked with it tells no code, and the answer proves that the centre knows the code.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec

from sync.protocol.errors import WireCode, WireError

LIMIT = 4096
_HEX_KEY = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]


@dataclass(frozen=True, slots=True)
class Card:
    """How a centre is known before there is a line to it."""

    public_key: bytes


class _File(msgspec.Struct):
    format: Literal["massar-centre"]
    version: Literal[1]
    key: _HEX_KEY


def write_card(card: Card) -> bytes:
    """The bytes of the file."""
    return msgspec.json.encode(_File("massar-centre", 1, card.public_key.hex()))


def read_card(data: bytes) -> Card:
    """The card of a file's bytes; raises WireError."""
    if len(data) > LIMIT:
        raise WireError(WireCode.TOO_LARGE)
    try:
        return Card(bytes.fromhex(msgspec.json.decode(data, type=_File).key))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as wrong:
        raise WireError(WireCode.MALFORMED) from wrong
