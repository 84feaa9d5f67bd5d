"""In half of the seeds misfortune is aimed at what comes seldom: an eviction, a repair, a file, a new history.

Left to chance alone some cells of the fault matrix are struck once in a thousand seeds. Whether a seed is aimed, and
where it strikes, comes from a chance of its own: the other seeds are what they were.
"""

from __future__ import annotations

from random import Random

from tests.simulation.disk import Disk
from tests.simulation.matrix import Phase, Phases

_SELDOM = frozenset({Phase.DECIDE, Phase.REPAIR, Phase.EVICTION, Phase.RESTORE, Phase.BUNDLE})
_OFTEN = {Phase.DECIDE: 0.1}
_STRUCK = 0.25
"""How often one of the seldom parts of an exchange is struck."""


class Aim:
    """What one seed aims at."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(f"aimed {seed}")
        self.on = self._chance.random() < 0.5

    def at(self, disk: Disk, phases: Phases) -> None:
        """A part of an exchange is about to run on a disk: it may be killed in it, after a commit, or run full."""
        seldom = phases & _SELDOM
        if not self.on or not seldom:
            return
        roll = self._chance.random() / max(_OFTEN.get(phase, _STRUCK) for phase in seldom)
        if roll < 0.3:
            disk.kill_in(self._chance.randint(1, 25))
        elif roll < 0.6:
            disk.kill_after_commit()
        elif roll < 1:
            disk.full_in(self._chance.randint(1, 2))

    def busy(self, phases: Phases, drawn: float) -> float:
        """How much happens in the middle of a part of an exchange."""
        if self.on and phases & {Phase.EVICTION, Phase.REPAIR}:
            return max(drawn, 1.5)
        return self.rate(drawn, 0.2) if phases & {Phase.RESTORE, Phase.PAGES} else drawn

    def rate(self, drawn: float, least: float) -> float:
        """How often something happens: in an aimed seed no less than so often."""
        return max(drawn, least) if self.on else drawn
