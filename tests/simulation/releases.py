"""What is held of a laptop that was revoked is released by an administrator, and the centre may be killed in it.

With chance of its own, where a laptop was revoked: other seeds are the runs they were before.
"""

from __future__ import annotations

from contextlib import suppress
from random import Random

from sync.client.errors import Unreachable
from sync.server.administration import decide_released
from sync.storage.errors import StorageError
from tests.simulation.collisions import Collisions

_STEP, _KILLED = 0.2, 0.4


class Releases(Collisions):
    """An administrator looks at what a laptop sent that was reported lost."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        self._releasing = Random(f"releases {self.done.seed}")

    def _may_release(self) -> bool:
        return bool(self._world.revoked) and self._releasing.random() < _STEP

    def _release(self) -> str:
        """All that is held of one laptop is decided; what is cut off in the middle, when the centre starts again."""
        world, chance = self._world, self._releasing
        device = chance.choice(sorted(world.revoked))
        world.release(device)
        self._centre.released(device)
        if chance.random() < _KILLED:
            world.disk.kill_in(chance.randint(1, 60))
        with suppress(Unreachable, StorageError):
            world.at_centre(lambda centre: decide_released(centre.database, centre.tables, device, world.ms))
        world.disk.calm()
        return "release"
