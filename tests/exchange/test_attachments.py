"""Papers travel last, by piece, within a budget; a cut costs one piece, and each end knows what has arrived."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.client.attachments import Standing
from tests.exchange.scans import arrival, attach, content, fetch, scan
from tests.exchange.world import World

SIZE = 150_000


@pytest.fixture(params=["sqlite", "postgresql"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """A centre with one province, on SQLite and then on PostgreSQL."""
    url = request.getfixturevalue("postgres_database") if request.param == "postgresql" else None
    made = World(tmp_path, url)
    yield made
    made.close()


def test_a_scan_is_saved_with_its_record_and_reaches_another_office(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(surname_ar="العلوي")
    paper = attach(fatima, person, scan(SIZE))
    assert arrival(fatima, paper).standing is Standing.HERE_ONLY
    progress = fatima.sync()
    assert (progress.papers_sent, progress.verified) == (SIZE, True)
    assert arrival(fatima, paper).standing is Standing.HERE
    karim.sync()
    assert arrival(karim, paper).standing is Standing.TO_FETCH
    assert content(karim, paper) is None
    fetch(karim, paper)
    assert arrival(karim, paper).standing is Standing.COMING
    assert karim.sync().papers_received == SIZE
    assert arrival(karim, paper).standing is Standing.HERE
    assert content(karim, paper) == scan(SIZE)
