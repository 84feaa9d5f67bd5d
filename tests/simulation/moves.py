"""Where dossiers are and have been, by the log alone: whose late operations are decided where, and against what.

Written here a second time on purpose, as the merge is (sync.md 3.2).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sync.domain import catalog
from sync.domain.ids import Compartment, place_of, scope_id
from sync.domain.operation import Operation


@dataclass(frozen=True, slots=True)
class Departure:
    """One move of a dossier; `left` and `came` are the heads of the scopes of both provinces when it was done."""

    origin: int
    destination: int
    day: str
    left: Mapping[Compartment, int]
    came: Mapping[Compartment, int]


class Stretch(NamedTuple):
    """Changes of a scope with numbers above one, up to another; None for all that follow."""

    scope: int
    after: int
    upto: int | None


class Moves:
    """All moves of all dossiers, the oldest first."""

    def __init__(self) -> None:
        self._of: dict[int, list[Departure]] = {}

    def copy(self) -> Moves:
        """The moves until now."""
        made = Moves()
        made._of = {dossier: list(moves) for dossier, moves in self._of.items()}
        return made

    def add(self, dossier: int, move: Departure) -> None:
        """The next move of a dossier."""
        self._of.setdefault(dossier, []).append(move)

    def home(self, dossier: int, place: int) -> int:
        """Where a dossier is; `place` for one that never moved."""
        moves = self._of.get(dossier)
        return moves[-1].destination if moves else place

    def late(self, operation: Operation, place: int, seen: int) -> bool:
        """Whether it was rightly written in a province before all of its dossiers left it for one other."""
        part = catalog.BY_NAME[operation.kind].compartment
        for dossier in operation.dossiers:
            moves = self._of.get(dossier, [])
            left = [move for move in moves if move.origin == place]
            if not left or moves[-1].destination == place:
                return False
            if operation.day >= left[-1].day or seen >= left[-1].left[part]:
                return False
        return len({self.home(dossier, place) for dossier in operation.dossiers}) == 1

    def unseen(self, dossier: int, part: Compartment, place: int, seen: int) -> Sequence[Stretch]:
        """The stretches of the log in which somebody in a province who had read up to `seen` saw nothing of it."""
        stays = list(self._stays(dossier, part, place))
        known = [at for at, stay in enumerate(stays) if place_of(stay.scope) == place and stay.after <= seen]
        if not known:
            return stays
        first = stays[known[-1]]
        return [first._replace(after=max(first.after, seen)), *stays[known[-1] + 1 :]]

    def _stays(self, dossier: int, part: Compartment, place: int) -> Iterator[Stretch]:
        moves = self._of.get(dossier, [])
        at, after = moves[0].origin if moves else place, 0
        for move in moves:
            yield Stretch(scope_id(at, part), after, move.left[part])
            at, after = move.destination, move.came[part]
        yield Stretch(scope_id(at, part), after, None)
