"""Values one by one through a range coder: what was seen in a place is cheap to say again, what is new is spelled out.

Given a reader instead of a writer, every method here ignores the value it is given (see range_coder).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar, cast

from sync.protocol.errors import WireCode, WireError
from sync.protocol.range_coder import Coder
from sync.protocol.shares import Shares, Store

S = TypeVar("S", bound=Hashable)

NUMBER_BITS = 63
"""Numbers in columns are below 2^63."""
_SMALL = 4
"""A number is said by its length in bits and the first so many bits after the leading one; the others as they are."""
BLOB_LIMIT = 2_097_152
"""The long texts and raw records of a frame are no longer than this, in bytes."""
WORK_LIMIT = 1_000_000
"""Steps that a frame may take for what is spelled out, so that none keeps a reader busy for long."""


class Blob:
    """What is too long or too odd for columns, one after the other; packed beside them."""

    def __init__(self) -> None:
        self.data = bytearray()
        self.at = 0

    def take(self, length: int) -> bytes:
        """The next bytes; raises WireError when there are not so many."""
        end = self.at + length
        if end > len(self.data):
            raise WireError(WireCode.MALFORMED)
        found = bytes(self.data[self.at : end])
        self.at = end
        return found


class Columns:
    """Codes values by what was seen before them."""

    def __init__(self, coder: Coder, store: Store) -> None:
        self.coder = coder
        self.store = store
        self.blob = Blob()
        self.reads = coder.reads
        self._work = 0

    def spend(self, steps: int = 1) -> None:
        """Count work; raises WireError when a frame asks for too much of it."""
        self._work += steps
        if self._work > WORK_LIMIT:
            raise WireError(WireCode.TOO_LARGE)

    def flag(self, key: Hashable, value: object) -> bool:
        """A yes or no."""
        return self.coder.bit(self.store.bit(key), 1 if value else 0) == 1

    def cached(self, tried: Sequence[Shares], value: S, spell: Callable[[S], S]) -> S:
        """One of the values seen where it is tried first, else the next, else spelled out; then seen where tried."""
        seen = self.coder.seen
        for at, shares in enumerate(tried):
            if shares.total:
                hit, found = seen(shares, value)
                if hit:
                    value = cast(S, found)
                    tried = tried[: at + 1]
                    break
        else:
            value = spell(value)
        for shares in tried:
            shares.learn(value)
        return value

    def choice(self, key: Hashable, context: Hashable, value: int, limit: int) -> int:
        """One of a few ways, numbered below `limit`."""
        return self.cached((self.store.place(key).at(context),), value, lambda new: self.coder.uniform(limit, new))

    def number(self, key: Hashable, value: int) -> int:
        """A whole number from 0, by how many of its length and beginning came before."""
        return self._number(key, value, _beginning(value))

    def signed(self, key: Hashable, value: int) -> int:
        """A whole number of either sign."""
        size = -value - 1 if value < 0 else value
        beginning = _beginning(size)
        return self._number(key, size, -beginning - 1 if value < 0 else beginning, signed=True)

    def _number(self, key: Hashable, size: int, beginning: int, *, signed: bool = False) -> int:
        place = self.store.place(key)
        beginning = self.cached((place.at(),), beginning, lambda new: self._new(place.at("new"), new, signed=signed))
        start = -beginning - 1 if beginning < 0 else beginning
        if start < 1 << _SMALL:
            size = start
        else:
            rest = (start >> _SMALL + 1) - _SMALL - 1
            top = start & (2 << _SMALL) - 1
            size = top << rest | self.coder.uniform(1 << rest, size & (1 << rest) - 1)
        return -size - 1 if beginning < 0 else size

    def _new(self, lengths: Shares, beginning: int, *, signed: bool) -> int:
        """A beginning that did not come before: sign and length, then its bits."""
        start = -beginning - 1 if beginning < 0 else beginning
        length = start >> _SMALL + 1
        kind = length + length + (beginning < 0)
        kind = self.cached((lengths,), kind, lambda new: self.coder.uniform(2 * NUMBER_BITS + 2, new))
        length = kind >> 1
        if kind & 1 and not signed:
            raise WireError(WireCode.MALFORMED)
        if not length:
            start = self.coder.uniform(1 << _SMALL, start)
        elif length > _SMALL:
            bits = self.coder.uniform(1 << _SMALL, start & (1 << _SMALL) - 1)
            start = (length << _SMALL + 1) + (1 << _SMALL) + bits
        else:
            raise WireError(WireCode.MALFORMED)
        return -start - 1 if kind & 1 else start

    def raw(self, key: Hashable, value: bytes) -> bytes:
        """Bytes that go beside the columns."""
        length = self.number(key, len(value))
        if self.reads:
            return self.blob.take(length)
        self.blob.data += value
        return value


def _beginning(size: int) -> int:
    """A small number itself; else its length in bits and its first bits."""
    if size < 1 << _SMALL:
        return size
    length = size.bit_length()
    return (length << _SMALL + 1) + (size >> length - _SMALL - 1)
