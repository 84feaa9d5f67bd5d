"""A range coder: symbols go in with their shares of a whole, and take -log2(share) bits each, not whole bits or bytes.

`Writer` and `Reader` have the same methods. Everything above them is written once and runs on either: given a writer
it writes the value and gives it back, given a reader it ignores the value and gives what was written.
(G. N. N. Martin, "Range encoding", 1979; carries are propagated into what has been put out.)
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Final, TypeVar, cast

from sync.protocol.errors import WireCode, WireError
from sync.protocol.shares import BIT_LIMIT, DIGIT_LIMIT, Shares, Symbol

if TYPE_CHECKING:
    from mypy_extensions import i64

S = TypeVar("S", bound=Hashable)

_BYTES: Final = 6
_TOP: Final = 1 << 8 * _BYTES
_LEAST: Final = 1 << 32
"""The range is widened by two bytes when it falls below: shares of a whole of 2^16 are still exact to 2^-16."""
_LOW_BITS: Final = _LEAST - 1
_CHUNK_BITS: Final = 16
_UNIFORM_LIMIT: Final = 1 << 24
"""Above this, uniform numbers go in pieces; at it, less than a hundredth of a bit is lost to rounding."""
_AHEAD: Final = 8
"""A reader runs ahead of what was written by no more than this, in bytes; what asks for more was cut."""


class Coder:
    """What a writer and a reader have in common."""

    __slots__ = ("reads",)

    def __init__(self, *, reads: bool) -> None:
        self.reads = reads
        """Which of the two it is."""

    def bit(self, shares: list[int], value: int) -> int:
        """A bit by what was seen before: `shares` are two counts, which learn it."""
        raise NotImplementedError

    def seen(self, shares: Shares, value: Symbol) -> tuple[bool, Symbol]:
        """Whether it is a symbol seen before, which is counted again, and which; learning a new one is the caller's."""
        raise NotImplementedError

    def known(self, tried: tuple[Shares, ...], value: S) -> tuple[bool, S]:
        """The same in the first of several contexts where it is tried and was seen; those before it learn it.

        What is new is then spelled out by the caller, and learned by all of them (`learn`).
        """
        for at, shares in enumerate(tried):
            if shares.total:
                hit, found = self.seen(shares, value)
                if hit:
                    for missed in tried[:at]:
                        missed.learn(found)
                    return True, cast(S, found)
        return False, value

    def digit(self, counts: list[int], value: int) -> int:
        """One of ten small numbers by what was seen before: `counts` learn it."""
        raise NotImplementedError

    def uniform(self, limit: int, value: int) -> int:
        """A whole number from 0 to limit - 1, all alike."""
        raise NotImplementedError


def learn(tried: tuple[Shares, ...], value: Symbol) -> None:
    """Count a symbol that was spelled out wherever it was tried."""
    for shares in tried:
        shares.learn(value)


def _halve(counts: list[int], first: int, size: int) -> None:
    for at in range(first, first + size):
        counts[at] = (counts[at] + 1) >> 1


def _learn_digit(counts: list[int], value: int, total: int) -> None:
    """Count a digit; `total` is the sum of the counts."""
    counts[value] += 1
    if total >= DIGIT_LIMIT:
        _halve(counts, 0, len(counts))


def _shortest(low: int, size: int) -> int:
    """The number from `low` to below `low + size` that ends in the most zero bytes."""
    for bits in range(8 * _BYTES, 0, -8):
        value = (low + (1 << bits) - 1) >> bits << bits
        if value < low + size:
            return value
    return low


class Writer(Coder):
    """Puts symbols into bytes."""

    __slots__ = ("_low", "_out", "_range")

    def __init__(self) -> None:
        super().__init__(reads=False)
        self._low: i64 = 0
        self._range: i64 = _TOP
        self._out = bytearray()

    @property
    def size(self) -> int:
        """The bytes that `finish` would give now, at most."""
        return len(self._out) + _BYTES

    @property
    def state(self) -> tuple[int, int, bytes]:
        """Where writing stands; setting it goes back there."""
        return self._low, self._range, bytes(self._out)

    @state.setter
    def state(self, state: tuple[int, int, bytes]) -> None:
        self._low, self._range = state[:2]
        self._out = bytearray(state[2])

    def _widen(self) -> None:
        while self._range < _LEAST:
            if self._low >= _TOP:
                self._carry()
            out: int = self._low >> 32
            self._out += out.to_bytes(2, "big")
            self._low = (self._low & _LOW_BITS) << 16
            self._range <<= 16

    def _carry(self) -> None:
        self._low -= _TOP
        at = len(self._out) - 1
        while self._out[at] == 0xFF:
            self._out[at] = 0
            at -= 1
        self._out[at] += 1

    def _narrow(self, start: int, size: int, total: int) -> None:
        step = self._range // total
        self._low += step * start
        self._range = step * size
        if self._range < _LEAST:
            self._widen()

    def bit(self, shares: list[int], value: int) -> int:
        """See Coder."""
        zeros, ones = shares
        total = zeros + ones
        step = self._range // total
        if value:
            self._low += step * zeros
            self._range = step * ones
            shares[1] = ones + 2
        else:
            self._range = step * zeros
            shares[0] = zeros + 2
        if self._range < _LEAST:
            self._widen()
        if total >= BIT_LIMIT:
            _halve(shares, 0, 2)
        return value

    def seen(self, shares: Shares, value: Symbol) -> tuple[bool, Symbol]:
        """See Coder."""
        at, asks, ask = shares.where(value), shares.asks, shares.ask
        zeros, ones = asks[ask], asks[ask + 1]
        both = zeros + ones
        step = self._range // both
        if at < 0:
            self._range = step * zeros
            asks[ask] = zeros + 2
        else:
            asks[ask + 1] = ones + 2
            counts = shares.counts
            share = step * ones // shares.total
            self._low += step * zeros + (share * sum(counts[:at]) if at else 0)
            self._range = share * counts[at]
            shares.again(at)
        if self._range < _LEAST:
            self._widen()
        if both >= BIT_LIMIT:
            _halve(asks, ask, 2)
        return at >= 0, value

    def digit(self, counts: list[int], value: int) -> int:
        """See Coder."""
        start = total = 0
        for at, count in enumerate(counts):
            if at < value:
                start += count
            total += count
        self._narrow(start, counts[value], total)
        _learn_digit(counts, value, total)
        return value

    def uniform(self, limit: int, value: int) -> int:
        """See Coder."""
        left = value
        while limit > _UNIFORM_LIMIT:
            self._narrow(left & 0xFFFF, 1, 1 << _CHUNK_BITS)
            left >>= _CHUNK_BITS
            limit = -(-limit >> _CHUNK_BITS)
        if limit > 1:
            self._narrow(left, 1, limit)
        return value

    def finish(self) -> bytes:
        """What was written: the shortest bytes that say it."""
        value = _shortest(self._low, self._range)
        if value >= _TOP:
            self._low = value
            self._carry()
            value -= _TOP
        return bytes(self._out) + value.to_bytes(_BYTES, "big").rstrip(b"\0")


class Reader(Coder):
    """Gives the symbols back. Raises WireError when the bytes are cut, or longer than what was asked of them."""

    __slots__ = ("_at", "_code", "_data", "_range")

    def __init__(self, data: bytes) -> None:
        super().__init__(reads=True)
        self._data = data
        self._at: i64 = _BYTES
        self._code: i64 = int.from_bytes(data[:_BYTES].ljust(_BYTES, b"\0"), "big")
        self._range: i64 = _TOP

    def _take(self, step: int, start: int, size: int) -> None:
        self._code -= step * start
        self._range = step * size
        if self._range < _LEAST:
            self._widen()

    def _widen(self) -> None:
        while self._range < _LEAST:
            at = self._at
            self._code = (self._code << 16) | int.from_bytes(self._data[at : at + 2].ljust(2, b"\0"), "big")
            self._range <<= 16
            self._at = at + 2
            if at > len(self._data) + _AHEAD:
                raise WireError(WireCode.MALFORMED)

    def bit(self, shares: list[int], value: int) -> int:
        """See Coder."""
        zeros, ones = shares
        total = zeros + ones
        step = self._range // total
        edge = step * zeros
        if self._code < edge:
            self._range = edge
            shares[0] = zeros + 2
            value = 0
        else:
            self._code -= edge
            self._range = step * ones
            shares[1] = ones + 2
            value = 1
            if self._code >= self._range:
                raise WireError(WireCode.MALFORMED)
        if self._range < _LEAST:
            self._widen()
        if total >= BIT_LIMIT:
            _halve(shares, 0, 2)
        return value

    def seen(self, shares: Shares, value: Symbol) -> tuple[bool, Symbol]:
        """See Coder."""
        asks, ask = shares.asks, shares.ask
        zeros, ones = asks[ask], asks[ask + 1]
        both = zeros + ones
        step = self._range // both
        edge = step * zeros
        code = self._code
        hit = code >= edge
        if hit:
            asks[ask + 1] = ones + 2
            code -= edge
            share = step * ones // shares.total
            counts = shares.counts
            target, size = code // share, counts[0]
            at = 0
            if target >= size:
                at, start = shares.find(target)
                size = counts[at]
                code -= share * start
            self._code = code
            edge = share * size
            value = shares.symbols[at]
            shares.again(at)
        else:
            asks[ask] = zeros + 2
        self._range = edge
        if edge < _LEAST:
            self._widen()
        if both >= BIT_LIMIT:
            _halve(asks, ask, 2)
        return hit, value

    def digit(self, counts: list[int], value: int) -> int:
        """See Coder."""
        total = 0
        for count in counts:
            total += count
        step = self._range // total
        target, start, value = self._code // step, 0, 0
        if target >= total:
            raise WireError(WireCode.MALFORMED)
        for value, count in enumerate(counts):  # noqa: B007  # the last one is used
            if target < start + count:
                break
            start += count
        self._take(step, start, counts[value])
        _learn_digit(counts, value, total)
        return value

    def uniform(self, limit: int, value: int) -> int:
        """See Coder."""
        found = shift = 0
        most = limit
        while limit > _UNIFORM_LIMIT:
            found |= self._even(1 << _CHUNK_BITS) << shift
            shift += _CHUNK_BITS
            limit = -(-limit >> _CHUNK_BITS)
        if limit > 1:
            found |= self._even(limit) << shift
        if found >= most:
            raise WireError(WireCode.MALFORMED)
        return found

    def _even(self, limit: int) -> int:
        step = self._range // limit
        value = self._code // step
        if value >= limit:
            raise WireError(WireCode.MALFORMED)
        self._take(step, value, 1)
        return value

    def finish(self) -> None:
        """The end must be what a writer makes of it; raises WireError."""
        start = self._at - _BYTES
        last = self._data[start:]
        value = int.from_bytes(last[:_BYTES].ljust(_BYTES, b"\0"), "big")
        wanted = _shortest((value - self._code) % _TOP, self._range) % _TOP
        if len(self._data) < start or last != wanted.to_bytes(_BYTES, "big").rstrip(b"\0"):
            raise WireError(WireCode.MALFORMED)
