"""What a range coder learns while it goes: how often each symbol came in a place, and how often a new one did.

Both ends learn the same from the same symbols, whole numbers only, so that no machine rounds otherwise than another.
"""

from __future__ import annotations

from collections.abc import Hashable

from sync.protocol.errors import WireCode, WireError

Symbol = Hashable
BIT_LIMIT = 512
DIGIT_LIMIT = 2048
SHARES_LIMIT = 1 << 14
"""Counts are halved above these sums, so that what came last weighs more."""
SYMBOLS_LIMIT = 2048
"""No place remembers more symbols than this in one context."""
_SEEN = 2
_SIZES = (*(min(known.bit_length(), 6) for known in range(64)), 6)
"""Places learn apart how often a new symbol comes when few, more or many are known."""
_ASKS = 14
_FEW = 24
"""So many symbols are passed over by their sum, as the frequent ones stand in front."""


def learn_digit(counts: list[int], value: int) -> None:
    """Count a small number."""
    counts[value] += 1
    if sum(counts) > DIGIT_LIMIT:
        counts[:] = [(count + 1) >> 1 for count in counts]


class Shares:
    """The symbols seen in one context with their counts, the frequent ones drifting to the front."""

    __slots__ = ("ask", "asks", "counts", "often", "places", "symbols", "total")

    def __init__(self, asks: list[list[int]]) -> None:
        self.asks = asks
        self.symbols: list[Symbol] = []
        self.counts: list[int] = []
        self.places: dict[Symbol, int] = {}
        self.total = 0
        self.often = False
        self.ask = asks[0]
        """The two counts of the question whether the next symbol is one of those seen."""

    def copy(self, asks: list[list[int]]) -> Shares:
        """The same, to be taught apart."""
        made = Shares(asks)
        made.symbols, made.counts = self.symbols.copy(), self.counts.copy()
        made.places, made.total = self.places.copy(), self.total
        made._set_ask()
        return made

    def _set_ask(self) -> None:
        known = len(self.symbols)
        size = _SIZES[known] if known < 64 else 6
        self.often = self.total > known + known
        self.ask = self.asks[size + size + self.often]

    def find(self, target: int) -> tuple[int, int]:
        """Where the symbol stands whose share holds `target`, and where its share begins; raises WireError."""
        counts = self.counts
        start = first = 0
        some = counts[:_FEW]
        while some:
            end = start + sum(some)
            if target < end:
                for at, count in enumerate(some, first):
                    if target < start + count:
                        return at, start
                    start += count
            start, first = end, first + _FEW
            some = counts[first : first + _FEW]
        raise WireError(WireCode.MALFORMED)

    def learn(self, symbol: Symbol) -> None:
        """Count a symbol."""
        at = self.places.get(symbol)
        if at is not None:
            self.again(at)
            return
        counts = self.counts
        if len(counts) < SYMBOLS_LIMIT:
            self.places[symbol] = len(counts)
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
            symbols, places = self.symbols, self.places
            symbols[at], symbols[at - 1] = symbols[at - 1], symbols[at]
            counts[at], counts[at - 1] = counts[at - 1], count
            places[symbols[at]], places[symbols[at - 1]] = at, at - 1
        if not self.often and self.total > len(counts) + len(counts):
            self._set_ask()
        if self.total > SHARES_LIMIT:
            self.scale(SHARES_LIMIT // 2)

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
        self.asks: list[list[int]] = [ask.copy() for ask in prior.asks] if prior else [[1, 1] for _ in range(_ASKS)]
        self._contexts: dict[Hashable, Shares] = {}

    def at(self, context: Hashable = None) -> Shares:
        """The shares of a context."""
        found = self._contexts.get(context)
        if found is None:
            before = self._prior._contexts.get(context) if self._prior else None
            found = self._contexts[context] = before.copy(self.asks) if before else Shares(self.asks)
        return found

    def settle(self, bits: int, shares: int) -> None:
        """Make all counts small; see Store."""
        for ask in self.asks:
            _scale(ask, bits)
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
