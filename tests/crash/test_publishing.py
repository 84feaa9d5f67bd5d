"""A package of reference data is published whole or not at all, wherever the centre is killed or its disk is full."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sync.client.replica import Replica
from sync.server.keys import CentreKeys
from sync.server.packages import publish_package
from sync.server.service import Centre
from sync.storage.errors import DiskFull
from tests.crash.exchanges import SCHOOL
from tests.exchange.invariants import check
from tests.exchange.world import Office, World
from tests.layers import Layer
from tests.simulation.disk import Disk, Files, Killed

NEW = "12345A"
OLD, BOTH = [1, 1, 0], [2, 2, 1]
"""Packages, schools and changes of schools before the second package and after it."""


class Press:
    """A centre that is about to publish that a school closes and another opens, and an office that reads it."""

    def __init__(self, folder: Path) -> None:
        self.world = World(folder)
        self.world.centre.keys = CentreKeys(folder / "keys")
        self.school = {"gresa": SCHOOL, "name_ar": "مدرسة الأمل", "name_la": "École Al Amal", "province": "0504"}
        self.school |= {"zone": "A"}
        publish_package(self.world.centre, [("school", self.school)], "الخريطة المدرسية", "2026-09-20")
        self.office: Office = self.world.office()
        path = self.world.centre.database.path
        assert path is not None
        self.disk = Disk(path, self.world.centre.database)
        self._office = Disk(folder / "office1.db", self.office.replica.database)
        self._before: dict[Disk, Files] = {}
        for disk in (self.disk, self._office):
            disk.database.close()
            self._before[disk] = disk.snapshot()

    def put_back(self) -> None:
        """To just before."""
        for disk, files in self._before.items():
            disk.load(files)
        self.office.replica = Replica(self._office.database, self.world.clock)
        self._serve()

    def _serve(self) -> None:
        keys = self.world.centre.keys
        self.world.centre = Centre(self.disk.database, self.world.clock.now_ms, keys=keys)
        self.office.line.centre = self.world.centre

    def publish(self) -> int:
        """Publish; a centre that is killed starts again."""
        closes = "school_change", {"gresa": SCHOOL, "valid_from": "2026-10-01", "status": "closed"}
        opens = "school", {**self.school, "gresa": NEW}
        try:
            return publish_package(self.world.centre, [closes, opens], "تغيير الخريطة", "2026-09-24")
        except Killed:
            self.disk.restart()
            self._serve()
            raise

    def held(self) -> list[int]:
        """How many packages, schools and changes of schools the office holds after an exchange that was verified."""
        assert self.office.sync().verified
        check(self.world, self.office)
        return [len(self.office.rows(kind)) for kind in ("reference_package", "school", "school_change")]


@pytest.fixture
def press() -> Iterator[Press]:
    """On files in memory."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        made = Press(Path(folder))
        yield made
        made.world.close()


@pytest.mark.parametrize("strike", [Disk.kill_in, Disk.full_in], ids=["killed", "full"])
def test_a_package_is_published_whole_or_not_at_all(
    press: Press, strike: Callable[[Disk, int], None], layer: Layer
) -> None:
    press.put_back()
    began = press.disk.steps, press.disk.writes
    press.publish()
    count = press.disk.steps - began[0] if strike is Disk.kill_in else press.disk.writes - began[1]
    assert count > 5
    kept = 0
    for at in range(1, count + 1):
        press.put_back()
        strike(press.disk, at)
        with pytest.raises((Killed, DiskFull)):
            press.publish()
        press.disk.calm()
        held = press.held()
        assert held in (OLD, BOTH), f"stopped at {at}: a part of the package is there"
        kept += held == BOTH
        if held == OLD:  # the operator does it again
            press.publish()
            assert press.held() == BOTH
    assert kept == (strike is Disk.kill_in)  # killed just after it was committed
    layer("publishing", points=count)
