"""What a range coder learns while it goes: how often each symbol came in a place, and how often a new one did.

Both ends learn the same from the same symbols, whole numbers only, so that no machine rounds otherwise than another.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final

from sync.protocol.errors import WireCode, WireError

Symbol = Hashable
BIT_LIMIT: Final = 512
DIGIT_LIMIT: Final = 2048
SHARES_LIMIT: Final = 1 << 14
"""Counts are halved above these sums, so that what came last weighs more."""
SYMBOLS_LIMIT: Final = 2048
"""No place remembers more symbols than this in one context."""
_SEEN: Final = 2
_SIZES: Final = (*(min(known.bit_length(), 6) for known in range(64)), 6)
"""Places learn apart how often a new symbol comes when few, more or many are known."""
_ASKS: Final = 14


class Shares:
    """The symbols seen in one context with their counts, the frequent ones drifting to the front.

    Those of a dictionary are learned on top of: where its symbols stand is looked up there, and only what moved is
    kept here; the list of them is copied when it first changes.
    """

    __slots__ = ("_borrowed", "_often", "_places", "_prior", "ask", "asks", "counts", "symbols", "total")

    def __init__(self, asks: list[int], prior: Shares | None = None) -> None:
        self.asks = asks
        self.ask = 0
        """Where the two counts stand of the question whether the next symbol is one of those seen."""
        self.symbols: list[Symbol] = prior.symbols if prior else []
        self.counts: list[int] = prior.counts.copy() if prior else []
        self.total: int = prior.total if prior else 0
        self._places: dict[Symbol, int] = {}
        self._prior = prior
        self._borrowed = prior is not None
        self._often = False
        if prior:
            self._set_ask()

    def _set_ask(self) -> None:
        known = len(self.symbols)
        size = _SIZES[known] if known < 64 else 6
        self._often = self.total > known + known
        self.ask = (size + size + self._often) * 2

    def where(self, symbol: Symbol) -> int:
        """Where a symbol stands, -1 for one that was not seen."""
        at = self._places.get(symbol)
        if at is None and self._prior is not None:
            at = self._prior._places.get(symbol)
        return -1 if at is None else at

    def find(self, target: int) -> tuple[int, int]:
        """Where the symbol stands whose share holds `target`, and where its share begins; raises WireError."""
        start = 0
        for at, count in enumerate(self.counts):
            end = start + count
            if target < end:
                return at, start
            start = end
        raise WireError(WireCode.MALFORMED)

    def learn(self, symbol: Symbol) -> None:
        """Count a symbol."""
        at = self.where(symbol)
        if at >= 0:
            self.again(at)
            return
        counts = self.counts
        if len(counts) < SYMBOLS_LIMIT:
            self._own()
            self._places[symbol] = len(counts)
            self.symbols.append(symbol)
            counts.append(_SEEN)
            self.total += _SEEN
            self._set_ask()

    def again(self, at: int) -> None:
        """Count the symbol that stands at a place."""
        counts = self.counts
        count = counts[at] = counts[at] + _SEEN
        self.total += _SEEN
        if at and count > counts[at - 1]:
            self._own()
            symbols, places = self.symbols, self._places
            symbol, before = symbols[at], symbols[at - 1]
            symbols[at], symbols[at - 1] = before, symbol
            counts[at], counts[at - 1] = counts[at - 1], count
            places[before], places[symbol] = at, at - 1
        if not self._often and self.total > len(counts) + len(counts):
            self._set_ask()
        if self.total > SHARES_LIMIT:
            self.scale(SHARES_LIMIT // 2)

    def _own(self) -> None:
        """The symbols change: from here on they are this context's own."""
        if self._borrowed:
            self._borrowed = False
            self.symbols = self.symbols.copy()

    def scale(self, most: int) -> None:
        """Bring the sum of the counts to about `most`, none below one."""
        if self.total > most:
            total = self.total
            self.counts = [count * most // total or 1 for count in self.counts]
            self.total = sum(self.counts)
        self._set_ask()


class Place:
    """The shares of one place by context. What was learned before is copied when it is first touched."""

    __slots__ = ("_contexts", "_prior", "asks")

    def __init__(self, prior: Place | None = None) -> None:
        self._prior = prior
        self.asks: list[int] = prior.asks.copy() if prior else [1] * (2 * _ASKS)
        """Two counts for each question."""
        self._contexts: dict[Hashable, Shares] = {}

    def at(self, context: Hashable = None) -> Shares:
        """The shares of a context."""
        found = self._contexts.get(context)
        if found is None:
            before = self._prior._contexts.get(context) if self._prior else None
            found = self._contexts[context] = Shares(self.asks, before)
        return found

    def settle(self, bits: int, shares: int) -> None:
        """Make all counts small; see Store."""
        for at in range(0, len(self.asks), 2):
            pair = self.asks[at : at + 2]
            _scale(pair, bits)
            self.asks[at : at + 2] = pair
        for known in self._contexts.values():
            known.scale(shares)


class Digits:
    """How often each decimal digit came in a run of digits, by a number that says where and after what."""

    __slots__ = ("_counts", "_prior")

    def __init__(self, prior: Digits | None = None) -> None:
        self._prior = prior
        self._counts: dict[int, list[int]] = {}

    def at(self, where: int) -> list[int]:
        """The ten counts of a digit."""
        found = self._counts.get(where)
        if found is None:
            before = self._prior._counts.get(where) if self._prior else None
            found = self._counts[where] = before.copy() if before else [1] * 10
        return found

    def settle(self, most: int) -> None:
        """Make all counts small; see Store."""
        for counts in self._counts.values():
            _scale(counts, most)


class Store:
    """All that is learned, by key; on top of a dictionary's, which stays as it is."""

    __slots__ = ("_bits", "_digits", "_places", "_prior")

    def __init__(self, prior: Store | None = None) -> None:
        self._prior = prior
        self._places: dict[Hashable, Place] = {}
        self._bits: dict[Hashable, list[int]] = {}
        self._digits: dict[Hashable, Digits] = {}

    def place(self, key: Hashable) -> Place:
        """A place and its contexts."""
        found = self._places.get(key)
        if found is None:
            found = self._places[key] = Place(self._prior._places.get(key) if self._prior else None)
        return found

    def bit(self, key: Hashable) -> list[int]:
        """The two counts of a question."""
        found = self._bits.get(key)
        if found is None:
            before = self._prior._bits.get(key) if self._prior else None
            found = self._bits[key] = before.copy() if before else [1, 1]
        return found

    def digits(self, key: Hashable) -> Digits:
        """The digits of one run of them."""
        found = self._digits.get(key)
        if found is None:
            found = self._digits[key] = Digits(self._prior._digits.get(key) if self._prior else None)
        return found

    def settle(self, bits: int, digits: int, shares: int) -> None:
        """Make all counts small, so that what comes next counts more than what a dictionary taught."""
        for pair in self._bits.values():
            _scale(pair, bits)
        for run in self._digits.values():
            run.settle(digits)
        for place in self._places.values():
            place.settle(bits, shares)


def _scale(counts: list[int], most: int) -> None:
    total = sum(counts)
    if total > most:
        counts[:] = [count * most // total or 1 for count in counts]
