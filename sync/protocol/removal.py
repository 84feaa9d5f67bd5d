"""What the centre signs when it gives a reason for rows that leave a scope in great number (sync.md 1)."""

from __future__ import annotations

import msgspec

from sync.protocol import age
from sync.protocol.messages import Reason

_CONTEXT = b"massar removal 1"
_encode = msgspec.msgpack.Encoder().encode


def signed(reason: Reason, centre: bytes) -> Reason:
    """A reason with the signature of the centre, given its secret bytes."""
    return msgspec.structs.replace(reason, signature=age.sign(centre, _told(reason)))


def is_signed(reason: Reason, centre: bytes) -> bool:
    """True when this centre, by its public key, gave the reason."""
    return age.is_signed(centre, reason.signature, _told(reason))


def _told(reason: Reason) -> bytes:
    return _CONTEXT + _encode(msgspec.structs.replace(reason, signature=b""))
