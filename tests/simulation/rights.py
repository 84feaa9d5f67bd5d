"""The right to the confidential compartment leaves a laptop and comes back (ADR 54), in a quarter of the seeds.

It has chance of its own, so that the other seeds are the runs they were before.
"""

from __future__ import annotations

from random import Random

from sync.domain.ids import Compartment, scope_id
from sync.server.administration import OPERATOR, Administration
from tests.simulation.laptop import Laptop
from tests.simulation.raw import Raw
from tests.simulation.world import World

_SEEDS, _STEP, _IN_BETWEEN = 0.25, 0.06, 0.02
LET_GO = 1 << 52
"""Where an office's cursor of a scope stands that it let go of."""


class Rights:
    """Whose laptops are entrusted to somebody with the right, as it changes in one seed."""

    def __init__(self, seed: int, world: World) -> None:
        self._chance = Random(f"rights {seed}")
        self._world = world
        self._end = self._chance.random() < _SEEDS

    def turn(self, *, in_between: bool = False) -> bool:
        """Whether it is time for a right to end or to come back; never in most seeds."""
        return self._end and self._chance.random() < (_IN_BETWEEN if in_between else _STEP)

    def change(self) -> str:
        """A laptop is taken from its clerk, or entrusted to her again."""
        candidates = [one for one in self._world.enrolled if one.confidential]
        if not candidates:
            return "no right to change"
        laptop = self._chance.choice(candidates)
        held = entitled(self._world, laptop)
        with self._world.disk.unwatched() as database, database.write() as connection:
            by = Administration(connection, self._world.centre.tables, OPERATOR, self._world.ms)
            deed = by.take_from if held else by.entrust
            deed(laptop.device, laptop.author)
        return f"right {'taken' if held else 'given'}"


def entitled(world: World, laptop: Laptop) -> bool:
    """Whether a laptop may hold the confidential compartment now, as the centre's file says."""
    if not laptop.confidential:
        return False
    with Raw(world.disk) as ask:
        keeps = ask("SELECT 1 FROM keeper WHERE device = ? AND account = ?", laptop.device, laptop.author)
    return bool(keeps)


def secret(laptop: Laptop) -> int:
    """The confidential scope of a laptop's place."""
    return scope_id(laptop.place, Compartment.CONFIDENTIAL)
