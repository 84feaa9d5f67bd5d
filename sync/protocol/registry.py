"""Which frames travel up and which down, by their type: the first byte of each."""

from __future__ import annotations

from sync.protocol.messages import (
    Chains,
    Compare,
    Copy,
    End,
    Erase,
    Fault,
    Frame,
    FrameType,
    Hashes,
    Hello,
    Keys,
    Mending,
    NewHistory,
    Operations,
    Page,
    Parting,
    People,
    Reason,
    Renumber,
    Renumbered,
    Result,
    Safe,
    Sums,
)
from sync.protocol.paper_frames import Held, Offer, Part, Piece, Want

UP: dict[FrameType, type[Frame]] = {
    FrameType.HELLO: Hello,
    FrameType.OPERATIONS: Operations,
    FrameType.RENUMBER: Renumber,
    FrameType.COMPARE: Compare,
    FrameType.HASHES: Hashes,
    FrameType.PARTING: Parting,
    FrameType.OFFER: Offer,
    FrameType.PIECE: Piece,
    FrameType.WANT: Want,
}
DOWN: dict[FrameType, type[Frame]] = {
    FrameType.RESULT: Result,
    FrameType.PAGE: Page,
    FrameType.COPY: Copy,
    FrameType.END: End,
    FrameType.FAULT: Fault,
    FrameType.RENUMBERED: Renumbered,
    FrameType.NEW_HISTORY: NewHistory,
    FrameType.SUMS: Sums,
    FrameType.MENDING: Mending,
    FrameType.CHAINS: Chains,
    FrameType.SAFE: Safe,
    FrameType.KEYS: Keys,
    FrameType.ERASE: Erase,
    FrameType.PEOPLE: People,
    FrameType.REASON: Reason,
    FrameType.HELD: Held,
    FrameType.PART: Part,
}
TYPE_OF: dict[type[Frame], FrameType] = {cls: number for number, cls in {**UP, **DOWN}.items()}
