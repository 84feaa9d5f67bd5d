"""The format of figures: what `make bench` writes and prints."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks.figures import (
    BadFigure,
    Benchmark,
    Figure,
    Run,
    as_json,
    as_table,
    chosen,
    measure,
    named,
    read_targets,
)

DAY = [
    Figure("W2.bytes", "a clerk's day", 2871, "B", peer=16800),
    Figure("W2.requests", "round trips", 1, ""),
]


def _day(run: Run) -> Iterator[Figure]:
    yield from DAY


@pytest.mark.parametrize(
    ("identifier", "wanted", "answer"),
    [
        ("W1.bytes", "W1", True),
        ("W1.bytes", "W1.bytes", True),
        ("W10.bytes", "W1", False),
        ("D.search_15k_p95_ms", "D.search", True),
        ("D.start_15k_s", "D.search", False),
        ("W1.bytes", "", True),
    ],
)
def test_a_prefix_names_what_a_reader_expects(identifier: str, wanted: str, answer: bool) -> None:
    assert named(identifier, wanted) is answer


def test_one_figure_of_a_benchmark_can_be_asked_for(tmp_path: Path) -> None:
    benchmarks = [Benchmark("W2", _day), Benchmark("D.start", _day)]
    wanted = chosen(benchmarks, "W2.requests")
    assert wanted == benchmarks[:1]
    assert measure(wanted, Run(tmp_path), "W2.requests") == DAY[1:]


def test_a_figure_that_its_prefix_does_not_announce_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFigure, match=r"W2\.bytes"):
        measure([Benchmark("D.start", _day)], Run(tmp_path))


def test_the_written_list_carries_value_peer_and_target() -> None:
    rows = json.loads(as_json(DAY, {"W2.bytes": 3000}))
    assert rows[0] == {
        "id": "W2.bytes",
        "what": "a clerk's day",
        "value": 2871,
        "unit": "B",
        "peer": 16800,
        "target": 3000,
    }
    assert rows[1]["peer"] is None
    assert rows[1]["target"] is None


def test_the_table_aligns_numbers_to_the_right() -> None:
    lines = as_table(DAY, {"W2.bytes": 3000}).splitlines()
    assert lines[1].split() == ["W2.bytes", "2,871", "3,000", "16,800", "B", "a", "clerk's", "day"]
    assert lines[1].index("2,871") + 5 == lines[2].index(" 1 ") + 2


def test_the_targets_are_read_by_id() -> None:
    targets = read_targets()
    assert targets["W2.bytes"] == 3000
    assert targets["D.start_15k_s"] == 0.8
