"""A world whose centre stands on either database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.exchange.world import World


@pytest.fixture(params=["sqlite", "postgresql"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """A centre with one province, on SQLite and then on PostgreSQL."""
    url = request.getfixturevalue("postgres_database") if request.param == "postgresql" else None
    made = World(tmp_path, url)
    yield made
    made.close()
