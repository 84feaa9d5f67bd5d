"""Exchanges stopped at a share of their points in `make test`, at every one in `make prove` (sync.md 5)."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.exchanges import EXCHANGES, decision_that_rests, repair
from tests.crash.scene import Scene
from tests.exchange.test_academy_decides import states as undecided
from tests.layers import Layer

SHARE = 20
"""In `make test` one point of so many is tried, other ones with each seed of the run."""


@pytest.fixture
def scene(request: pytest.FixtureRequest) -> Iterator[Scene]:
    """One of the exchanges, on files in memory."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        prepare = EXCHANGES[request.param]
        made = Scene(Path(folder, "scene"), prepare, damaged=prepare is repair)
        yield made
        made.close()


def stop(scene: Scene, layer: Layer, first: int, step: int) -> None:
    """Stop at these points."""
    points = scene.points()
    tried = points[first % step :: step]
    for point in tried:
        try:
            scene.stopped(point)
        except Exception as wrong:
            raise AssertionError(f"stopped at {point}") from wrong
    counts = Counter(point.where.value.replace(" ", "_") for point in tried)
    layer("exhaustive", points=len(points), tried=len(tried), **counts)


@pytest.mark.parametrize("scene", EXCHANGES, indirect=True)
def test_a_share_of_the_points(scene: Scene, layer: Layer, request: pytest.FixtureRequest) -> None:
    stop(scene, layer, int(request.config.getoption("randomly_seed", 0) or 0), SHARE)


@pytest.mark.parametrize("scene", [decision_that_rests.__name__], indirect=True)
def test_the_decision_that_rests_does_rest(scene: Scene) -> None:
    """Else its points prove nothing: it waits until the other laptop has been there."""
    director, clerk = scene.world.offices
    director.sync()
    assert undecided(scene.world) == ["rests", "rests"]
    clerk.sync()
    director.sync()
    assert undecided(scene.world) == []


@pytest.mark.prove
@pytest.mark.parametrize("scene", EXCHANGES, indirect=True)
def test_every_point(scene: Scene, layer: Layer) -> None:
    stop(scene, layer, 0, 1)
