"""Where dossiers are and have been: what a province may still write about one that left it (sync.md 3.2)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, Table, select

from sync.domain.ids import Compartment
from sync.domain.operation import Operation
from sync.storage.ledger import CentreTables
from sync.storage.prepared import Prepared

_IN = 400


@dataclass(frozen=True, slots=True)
class Moved:
    """One move of a dossier; `left` and `came` are the heads of both ends' scopes once it was done."""

    dossier: int
    origin: int
    destination: int
    day: str
    left: Mapping[Compartment, int]
    came: Mapping[Compartment, int]


@dataclass(frozen=True, slots=True)
class Stay:
    """The changes of a dossier while it was in a place: numbers above `after`, up to `upto` (None: it is there)."""

    place: int
    after: int
    upto: int | None = None


class Whereabouts:
    """The moves of dossiers, seen from the place of one device; read under the locks of that place's heads."""

    def __init__(self, connection: Connection, tables: CentreTables, place: int) -> None:
        self._connection = connection
        self._table = tables.transfer
        self._place = place
        self._moves: dict[int, list[Moved]] = {}

    def expect(self, dossiers: Collection[int]) -> None:
        """Read at once the moves of some dossiers."""
        t = self._table
        unknown = sorted(set(dossiers) - self._moves.keys())
        for start in range(0, len(unknown), _IN):
            some = unknown[start : start + _IN]
            self._moves |= {dossier: [] for dossier in some}
            for dossier, origin, destination, day, *ends in _of(t).all(self._connection, dossiers=some):
                left = {Compartment.GENERAL: ends[0], Compartment.CONFIDENTIAL: ends[1]}
                came = {Compartment.GENERAL: ends[2], Compartment.CONFIDENTIAL: ends[3]}
                self._moves[dossier].append(Moved(dossier, origin, destination, day, left, came))

    def moves(self, dossier: int) -> Sequence[Moved]:
        """The moves of a dossier, the oldest first."""
        if dossier not in self._moves:
            self.expect([dossier])
        return self._moves[dossier]

    def elsewhere(self) -> set[int]:
        """The other places where the dossiers that were asked for are now."""
        return {moves[-1].destination for moves in self._moves.values() if moves} - {self._place}

    def late(self, operation: Operation, seen: Mapping[Compartment, int]) -> Moved | None:
        """The departure after which an operation arrives that was rightly written before it; None for any other.

        Rightly: dated before the day of the transfer, by somebody who had not read of it (`seen`, by compartment), on
        dossiers that have all left this place and are together now.
        """
        found: list[Moved] = []
        if not self.moves(operation.dossier):
            return None  # most dossiers never moved
        for dossier in operation.dossiers:
            moves = self.moves(dossier)
            leaving = [one for one in moves if one.origin == self._place]
            if not leaving or moves[-1].destination == self._place:
                return None
            last = leaving[-1]
            if operation.day >= last.day or any(seen[part] >= last.left[part] for part in seen):
                return None
            found.append(last)
        homes = {self.home(dossier) for dossier in operation.dossiers}
        return found[0] if len(homes) == 1 else None

    def home(self, dossier: int) -> int:
        """The place where a dossier is: that of the device for one that never moved."""
        moves = self.moves(dossier)
        return moves[-1].destination if moves else self._place

    def unseen(self, dossier: int, part: Compartment, seen: int) -> list[Stay]:
        """The stretches of the logs whose changes somebody here had not seen who had read up to `seen`, in order."""
        moves = self.moves(dossier)
        if not moves:
            return [Stay(self._place, seen)]
        stays = list(_stays(moves, part, self._place))
        known = [at for at, stay in enumerate(stays) if stay.place == self._place and stay.after <= seen]
        if not known:
            return stays
        first = stays[known[-1]]
        return [Stay(first.place, max(first.after, seen), first.upto), *stays[known[-1] + 1 :]]


@cache
def _of(t: Table) -> Prepared:
    names = ("dossier", "origin", "destination", "day")
    ends = ("left_general", "left_confidential", "came_general", "came_confidential")
    columns = [t.c[name] for name in (*names, *ends)]
    return Prepared(lambda among: select(*columns).where(among(t.c.dossier, "dossiers")).order_by(t.c.dossier, t.c.n))


def _stays(moves: Sequence[Moved], part: Compartment, place: int) -> Iterator[Stay]:
    """Where a dossier has been, in order."""
    at, after = moves[0].origin if moves else place, 0
    for one in moves:
        yield Stay(at, after, one.left[part])
        at, after = one.destination, one.came[part]
    yield Stay(at, after)
