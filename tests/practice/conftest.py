"""A practice province of 2,000 people, made once for all the stories told about it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from sync.domain.record import Row
from sync.practice.province import PracticeProvince, rows

RESOURCES = Path(__file__).parents[2] / "resources"
TODAY = "2026-09-15"
PEOPLE = 2000

Kept = Mapping[str, list[Row]]
"""All rows of a province by kind, in the order in which they came."""


@pytest.fixture(scope="session")
def province_rows() -> list[Row]:
    """Every row of the province."""
    return list(rows(PracticeProvince(today=TODAY, people=PEOPLE), RESOURCES))


@pytest.fixture(scope="session")
def kept(province_rows: list[Row]) -> Kept:
    """The rows by kind."""
    found: dict[str, list[Row]] = {}
    for row in province_rows:
        found.setdefault(row.kind, []).append(row)
    return found
