"""A province refers and its academy decides, while whatever may happens in between; where a region has an academy.

Left to chance a decision was made once in a hundred seeds. With chance of its own: other seeds are the runs they were.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from random import Random

from tests.simulation.academy import REGION
from tests.simulation.act_clerks import Referrer
from tests.simulation.laptop import Laptop
from tests.simulation.releases import Releases

_STEP, _IN_BETWEEN, _RESTORED = 0.2, 0.4, 0.15


class Referrals(Releases, ABC):
    """Somebody works above the provinces."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        self._referring = Random(f"referrals {self.done.seed}")

    @abstractmethod
    def _sync(self, laptop: Laptop) -> str:
        """Press Sync there."""

    @abstractmethod
    def _move(self, _: Laptop) -> str:
        """Somebody goes to another province."""

    def _may_refer(self) -> bool:
        return self._world.region is not None and self._referring.random() < _STEP

    def _refer(self) -> str:
        """An act goes up, is dealt with by somebody who has read of it, and what she wrote goes home."""
        chance = self._referring
        below = [one for one in self._world.enrolled if REGION < one.place < REGION + 100]
        above = [one for one in self._world.enrolled if one.decides_above]
        if not below or not above:
            return "nobody to refer to"
        clerk, manager = chance.choice(below), chance.choice(above)
        hands = self._clerks[clerk.number]
        for _ in range(chance.randint(1, 2)):
            self._guarded(clerk, hands.refers if isinstance(hands, Referrer) else hands.act)
        for laptop in (clerk, manager):
            self._sync(laptop)
        for _ in range(chance.randint(1, 3)):
            self._guarded(manager, self._clerks[manager.number].act)
        self._in_the_meantime(clerk)
        for laptop in (manager, clerk) if chance.random() < 0.5 else (clerk, manager):
            self._sync(laptop)
        return "referral"

    def _in_the_meantime(self, clerk: Laptop) -> None:
        """What the academy does not know when it decides."""
        chance = self._referring
        if chance.random() < _IN_BETWEEN:
            self._guarded(clerk, self._clerks[clerk.number].act)
            self._sync(clerk)
        if chance.random() < _IN_BETWEEN and len(self._world.places) > 1:
            self._move(clerk)
        if chance.random() < _RESTORED and not self._copies_offices:
            self._put_back_centre()
