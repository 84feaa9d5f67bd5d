"""In which order operations of several laptops were decided, where the oracle sees them all at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from sync.domain.ids import CENTRE_DEVICE
from sync.domain.operation import Move
from sync.domain.taking import is_administrative
from tests.simulation.reference import Change

Number = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Entered:
    """The official number of an act, which the centre gives right after it is registered."""

    change: Change

    @property
    def number(self) -> Number:
        """Of a queue for each scope: the centre has no order over all of them."""
        return -self.change.scope, 0, self.change.seq


def by_number(changes: Iterable[Change]) -> tuple[dict[Number, list[Change]], list[Entered]]:
    """Changes by the operation that made them, and apart the official numbers that the centre gave."""
    made: dict[Number, list[Change]] = {}
    entered = []
    for change in changes:
        if change.by[0] == CENTRE_DEVICE and change.move is Move.NONE and is_administrative(change.kind):
            entered.append(Entered(change))
        else:
            made.setdefault(change.by, []).append(change)
    return made, entered


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
