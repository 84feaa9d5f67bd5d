"""The frames of papers, whose content travels last and through their records only (sync.md 3.7, docs/adr/0017)."""

from __future__ import annotations

from typing import Annotated

import msgspec

from sync.domain import papers
from sync.protocol.messages import Frame, Number

PIECE_LIMIT = papers.PIECE_BYTES
"""No frame carries more of a paper."""
HASHES_LIMIT = papers.CHUNKS_LIMIT * papers.HASH_BYTES
"""The hashes of the chunks of the largest paper."""
PAPERS_LIMIT = 256
"""No request is about more papers."""
PARTS_LIMIT = 262_144
"""No answer carries more of papers."""


class Offer(Frame, frozen=True, array_like=True):
    """A paper that the office has, by its record: the hashes of its chunks, or nothing to ask only how far it came."""

    row: Number
    hashes: Annotated[bytes, msgspec.Meta(max_length=HASHES_LIMIT)] = b""


class Piece(Frame, frozen=True, array_like=True):
    """The bytes of a paper from `at` on."""

    row: Number
    at: Number
    content: Annotated[bytes, msgspec.Meta(max_length=PIECE_LIMIT)]


class Want(Frame, frozen=True, array_like=True):
    """A paper to fetch, by its record: some `count` bytes from `at` on; from 0 on with the hashes of its chunks."""

    row: Number
    at: Number
    count: Number


class Held(Frame, frozen=True, array_like=True):
    """What the centre has of a paper: its first `at` bytes, counted with what this device sent of the next chunk.

    `known` is false for a paper that it was not told the hashes of, and for a record that the device may not read or
    that does not exist: one answer for all.
    """

    row: Number
    at: Number
    known: bool
    hashes: Annotated[bytes, msgspec.Meta(max_length=HASHES_LIMIT)] = b""


class Part(Frame, frozen=True, array_like=True):
    """The bytes of a paper from `at` on."""

    row: Number
    at: Number
    content: Annotated[bytes, msgspec.Meta(max_length=PIECE_LIMIT)]
