"""The interface that carriers offer and the centre fulfils: frames up, frames down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

import msgspec

from sync.protocol.messages import Account, Frame

__all__ = ["Account", "EnrolAnswer", "EnrolRequest", "Enrolled", "Exchange", "Traffic"]


class Traffic(msgspec.Struct):
    """What one request cost: bytes of both directions with headers, as the carrier counts them."""

    bytes_up: int = 0
    bytes_down: int = 0


class Exchange(Protocol):
    """One carrier: HTTP, a file on a stick, or the centre itself in a test."""

    def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        """Send sealed frames, yield the answer's frames as they become whole; raises client errors."""


class EnrolRequest(msgspec.Struct, frozen=True):
    """A laptop asks to be enrolled: the one-time code that was read to it and its public key."""

    code: str
    public_key: bytes
    protocol: int


class EnrolAnswer(msgspec.Struct, frozen=True):
    """What an enrolled laptop needs: its number, its province, who works on it, and the centre's epoch."""

    device: int
    place: int
    name_ar: str
    name_la: str
    practice: bool
    confidential: bool
    epoch: int
    account: int
    """The person the code was made for."""
    accounts: list[Account]


class Enrolled(msgspec.Struct, frozen=True):
    """What a laptop enrolled by a file is told: the answer, and where the centre is found once there is a line."""

    answer: EnrolAnswer
    address: str = ""
    authority: str = ""
    """The certificate authority to pin, as PEM text."""
