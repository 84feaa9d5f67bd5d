"""Two laptops of one place write the same field of one person, also across a restore; at the end of a seed.

Left to chance two clerks rarely meet in one field: a seed had a conflict once in twenty. The meetings come after all
that a seed did before, with faults as before, and with chance of their own.
"""

from __future__ import annotations

from functools import partial
from random import Random

from sync.domain.fields import Value
from tests.simulation.laptop import Laptop
from tests.simulation.tangles import Tangles

_MEETINGS = 1
_ACROSS_A_RESTORE = 0.6
_TRIES = 4
_VALUES: dict[str, tuple[str, ...]] = {
    "phone": ("+212661045277", "+212700000000", "+212537000001", "+212522000002"),
    "cnops_number": ("1", "2", "3", "4"),
    "city": ("الرباط", "سلا", "القنيطرة", "فاس"),
}
"""What both may write, without clearing anything."""


class Collisions(Tangles):
    """Who works on the same people meets."""

    def _meet(self, seed: int) -> None:
        """A few meetings; nothing in a seed where no two laptops of a place can exchange."""
        chance = Random(f"collisions {seed}")
        for _ in range(_MEETINGS):
            pairs = [
                (one, other)
                for one in self._live_ones()
                for other in self._live_ones()
                if one is not other and one.place == other.place
            ]
            if not pairs or self._wrong.found:
                return
            self._collide(chance, *chance.choice(pairs))
            self._note("collision")

    def _live_ones(self) -> list[Laptop]:
        return [one for one in self._world.enrolled if one.device not in self._world.revoked]

    def _collide(self, chance: Random, one: Laptop, other: Laptop) -> None:
        """Both read all; each writes before it reads what the other wrote. In between, the centre may be put back to
        before what the first of them had read."""
        people = self._people(one) & self._people(other) if self._reads_all(one) and self._reads_all(other) else set()
        if not people:
            return
        person, field = chance.choice(sorted(people)), chance.choice(sorted(_VALUES))
        values = chance.sample(_VALUES[field], 2)
        restored = not self._copies_offices and chance.random() < _ACROSS_A_RESTORE
        if restored:
            self._world.archive(self._centre.known())
            for _ in range(chance.randint(1, 3)):
                self._guarded(one, self._clerks[one.number].act)
            self._reads_all(one)
        for laptop, value in zip((one, other), values, strict=True):
            fields: dict[str, Value] = {field: value}
            self._guarded(laptop, partial(self._clerks[laptop.number].corrects, person, fields))
        if restored:
            self._put_back_centre()
        for laptop in (other, one) if restored or chance.random() < 0.5 else (one, other):
            self._reads_all(laptop)

    def _people(self, laptop: Laptop) -> set[int]:
        with laptop.raw() as ask:
            return {row[0] for row in ask("SELECT id FROM employee WHERE withdrawn IS NULL AND merged_into IS NULL")}

    def _reads_all(self, laptop: Laptop) -> bool:
        """Exchange until it went through; False where the line did not let it."""
        for _ in range(_TRIES):
            if self._wrong.found:
                return False
            self.done.syncs += 1
            if self._guarded(laptop, laptop.sync):
                return True
        return False
