"""What comes up in a dossier and on which day, as cases in a file (alerts.csv); written as those of the controls."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from sync.domain.alerts import READ, alerts
from tests.domain.acts.desk import Desk
from tests.domain.controls.test_findings import FIRST, TODAY, made

with (Path(__file__).parent / "alerts.csv").open(encoding="utf-8", newline="") as _file:
    CASES = list(csv.DictReader(_file))


@pytest.mark.parametrize("line", CASES, ids=[f"{one['code']}: {one['case']}" for one in CASES])
def test_an_alert(line: dict[str, str]) -> None:
    desk = Desk(TODAY)
    found = alerts(made(line["first"], FIRST), desk.state, TODAY)
    assert [one.problem.code for one in found] == line["expected"].split()
    assert [one.on for one in found] == line["on"].split()


def test_every_code_comes_up_in_a_case() -> None:
    found = {code for line in CASES for code in line["expected"].split()}
    assert found == {line["code"] for line in CASES}


def test_the_most_pressing_stands_first_whatever_the_order_of_the_rows() -> None:
    desk = Desk(TODAY)
    rows = [row for line in CASES for row in made(line["first"], FIRST) if row.kind in READ]
    found = alerts(rows, desk.state, TODAY)
    assert found == alerts(reversed(rows), desk.state, TODAY)
    assert [one.on for one in found] == sorted(one.on for one in found)
