"""Values one by one through a range coder: what was seen in a place is cheap to say again, what is new is spelled out.

Given a reader instead of a writer, every method here ignores the value it is given (see range_coder).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Final

from sync.protocol.errors import WireCode, WireError
from sync.protocol.range_coder import Coder, S, learn
from sync.protocol.shares import Place, Shares, Store

NUMBER_BITS: Final = 63
"""Numbers in columns are below 2^63."""
_SMALL: Final = 4
"""A number is said by its length in bits and the first so many bits after the leading one; the others as they are."""
BLOB_LIMIT: Final = 2_097_152
"""The long texts and raw records of a frame are no longer than this, in bytes."""
WORK_LIMIT: Final = 1_000_000
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
        self._numbers: dict[Hashable, NumberColumn] = {}
        self._work = 0

    def spend(self, steps: int = 1) -> None:
        """Count work; raises WireError when a frame asks for too much of it."""
        self._work += steps
        if self._work > WORK_LIMIT:
            raise WireError(WireCode.TOO_LARGE)

    def flag(self, key: Hashable, value: object) -> bool:
        """A yes or no."""
        return self.coder.bit(self.store.bit(key), 1 if value else 0) == 1

    def cached(self, tried: tuple[Shares, ...], value: S, spell: Callable[[S], S]) -> S:
        """One of the values seen where it is tried first, else the next, else spelled out; then seen where tried.

        Where that is asked for each letter, `Coder.known` and `learn` do it without a function made for each.
        """
        hit, value = self.coder.known(tried, value)
        if not hit:
            value = spell(value)
            learn(tried, value)
        return value

    def choice(self, key: Hashable, context: Hashable, value: int, limit: int) -> int:
        """One of a few ways, numbered below `limit`."""
        tried = (self.store.place(key).at(context),)
        hit, value = self.coder.known(tried, value)
        if not hit:
            value = self.coder.uniform(limit, value)
            learn(tried, value)
        return value

    def number(self, key: Hashable, value: int) -> int:
        """A whole number from 0, by how many of its length and beginning came before."""
        return self.numbers(key).code(value)

    def signed(self, key: Hashable, value: int) -> int:
        """A whole number of either sign."""
        return self.numbers(key).signed(value)

    def numbers(self, key: Hashable) -> NumberColumn:
        """The numbers of one key."""
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = NumberColumn(self.coder, self.store.place(key))
        return found

    def raw(self, key: Hashable, value: bytes) -> bytes:
        """Bytes that go beside the columns."""
        length = self.number(key, len(value))
        if self.reads:
            return self.blob.take(length)
        self.blob.data += value
        return value


class NumberColumn:
    """Codes the numbers of one key: how they begin as something seen before or not, the rest as it is."""

    def __init__(self, coder: Coder, place: Place) -> None:
        self._coder = coder
        self._beginnings = (place.at(),)
        self._lengths = (place.at("new"),)

    def code(self, value: int) -> int:
        """A whole number from 0."""
        start = self._start(_beginning(value))
        if start < 0:
            raise WireError(WireCode.MALFORMED)
        return start if start < 1 << _SMALL else self._size(start, value)

    def signed(self, value: int) -> int:
        """A whole number of either sign."""
        size = -value - 1 if value < 0 else value
        beginning = _beginning(size)
        start = self._start(-beginning - 1 if value < 0 else beginning)
        return -self._size(-start - 1, size) - 1 if start < 0 else self._size(start, size)

    def _start(self, beginning: int) -> int:
        hit, beginning = self._coder.known(self._beginnings, beginning)
        if not hit:
            beginning = self._new(beginning)
            learn(self._beginnings, beginning)
        return beginning

    def _size(self, start: int, size: int) -> int:
        if start < 1 << _SMALL:
            return start
        rest = (start >> _SMALL + 1) - _SMALL - 1
        return (start & (2 << _SMALL) - 1) << rest | self._coder.uniform(1 << rest, size & (1 << rest) - 1)

    def _new(self, beginning: int) -> int:
        """A beginning that did not come before: sign and length, then its bits."""
        start = -beginning - 1 if beginning < 0 else beginning
        sort = (start >> _SMALL + 1) * 2 + (beginning < 0)
        hit, sort = self._coder.known(self._lengths, sort)
        if not hit:
            sort = self._coder.uniform(2 * NUMBER_BITS + 2, sort)
            learn(self._lengths, sort)
        length = sort >> 1
        if not length:
            start = self._coder.uniform(1 << _SMALL, start)
        elif length > _SMALL:
            bits = self._coder.uniform(1 << _SMALL, start & (1 << _SMALL) - 1)
            start = (length << _SMALL + 1) + (1 << _SMALL) + bits
        else:
            raise WireError(WireCode.MALFORMED)
        return -start - 1 if sort & 1 else start


def _beginning(size: int) -> int:
    """A small number itself; else its length in bits and its first bits."""
    if size < 1 << _SMALL:
        return size
    length = size.bit_length()
    return (length << _SMALL + 1) + (size >> length - _SMALL - 1)
