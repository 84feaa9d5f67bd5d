"""What the controls find, as cases in a file that a head of HR can read and correct (cases.csv).

`first` and `second` are rows of one person each, "kind name=value ..."; `first` before a kind of the second column puts
the row in the first person's file. Acts are in force unless they say otherwise. Uncertain rules have GK or D in `mark`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.domain import catalog, shape
from sync.domain.controls.findings import findings
from sync.domain.controls.province import columns_of
from sync.domain.errors import Severity
from sync.domain.fields import Value
from sync.domain.ids import row_id
from sync.domain.record import Row
from tests.domain.acts.desk import PLACE, Desk

TODAY = "2026-09-21"
FIRST, SECOND = row_id(20, 1), row_id(20, 2)
_DECIDED: dict[str, Value] = {"state": "accepted", "decision": "accepted", "pay_state": "none"}
with (Path(__file__).parent / "cases.csv").open(encoding="utf-8", newline="") as _file:
    CASES = list(csv.DictReader(_file))
ELSEWHERE = {"sick_short": 5041}


def made(text: str, person: int) -> Iterator[Row]:
    """The rows of a column."""
    for part in filter(None, text.split(" / ")):
        words = part.split()
        owner = FIRST if words[0] == "first" else person
        kind = catalog.BY_NAME[words[1] if words[0] == "first" else words[0]]
        said: dict[str, Value] = dict(_DECIDED) if "decision" in kind.by_name else {}
        for word in words[2 if words[0] == "first" else 1 :]:
            name, _, value = word.partition("=")
            said[name] = FIRST if value == "first" else shape.parse_typed(kind.by_name[name], value)
        own = owner if kind.name in ("employee", "situation") else row_id(21, kind.number * 100 + person % 100)
        yield Row(kind.name, own, owner, ELSEWHERE.get(kind.name, 5040), said)


def rows_of(line: dict[str, str]) -> list[Row]:
    """All rows of a case; whoever has none of her own is in the file by her number alone."""
    rows = [*made(line["first"], FIRST), *made(line["second"], SECOND)]
    people = {row.dossier for row in rows}
    known = {row.dossier for row in rows if row.kind == "employee"}
    return [*rows, *(Row("employee", one, one, 5040, {"ppr": str(10**6 + one % 100)}) for one in people - known)]


@pytest.mark.parametrize("line", CASES, ids=[f"{one['code']}: {one['case']}" for one in CASES])
def test_a_control(line: dict[str, str]) -> None:
    desk = Desk(TODAY)
    schools = [desk.state.find("school", "gresa", gresa)[0] for gresa in ("12345A", "34567C", "45678D")]
    found = list(findings([*rows_of(line), *schools], desk.state, PLACE, TODAY))
    assert [one.problem.code for one in found] == line["expected"].split()
    if line["mark"].endswith(("GK", "D")):
        assert all(one.problem.severity is Severity.WARNING for one in found), "what is uncertain is only remarked on"


def test_every_code_has_a_case_that_finds_it() -> None:
    found = {code for line in CASES for code in line["expected"].split()}
    assert found == {line["code"] for line in CASES}
    assert len(found) >= 14


def test_only_declared_fields_are_read() -> None:
    for kind in catalog.KINDS:
        assert set(columns_of(kind.name)) <= set(kind.by_name)
