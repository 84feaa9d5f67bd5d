"""In which order operations of several laptops were decided, where the oracle sees them all at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from tests.simulation.reference import Change

Number = tuple[int, int, int]


class Numbered(Protocol):
    """An operation: device, lane and number."""

    @property
    def number(self) -> Number:
        """Which it is."""


One = TypeVar("One", bound=Numbered)


def in_order_of_log(
    decided: Iterable[One], changes: Mapping[Number, Sequence[Change]], head: Callable[[int], int]
) -> Iterator[One]:
    """Each laptop's in its own order, and all of them so that every change follows the one before it in its scope.

    What changed nothing goes with its laptop. Where no order fits, the rest comes as it was given: that is found out.
    """
    waiting: dict[int, deque[One]] = {}
    for one in decided:
        waiting.setdefault(one.number[0], deque()).append(one)
    heads: dict[int, int] = {}
    moves = True
    while moves:
        moves = False
        for own in waiting.values():
            while own and _follows(changes.get(own[0].number, ()), heads, head):
                for change in changes.get(own[0].number, ()):
                    heads[change.scope] = change.seq
                yield own.popleft()
                moves = True
    for own in waiting.values():
        yield from own


def _follows(changes: Sequence[Change], heads: Mapping[int, int], head: Callable[[int], int]) -> bool:
    first: dict[int, int] = {}
    for change in changes:
        first.setdefault(change.scope, change.seq)
    return all(seq == heads.get(scope, head(scope)) + 1 for scope, seq in first.items())
