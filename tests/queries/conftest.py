"""An office's file with 200 practice people."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.queries.practice_office import PracticeOffice, practice_office


@pytest.fixture(scope="package")
def shared_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeOffice]:
    """Give an office that tests only read."""
    office = practice_office(tmp_path_factory.mktemp("office"))
    yield office
    office.replica.close()


@pytest.fixture
def own_office(tmp_path: Path) -> Iterator[PracticeOffice]:
    """Give an office that a test may write to."""
    office = practice_office(tmp_path)
    yield office
    office.replica.close()
