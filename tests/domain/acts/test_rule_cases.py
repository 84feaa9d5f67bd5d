"""The rules of the acts, as cases in files that a head of HR can read and correct (cases/*.csv).

`career` is what a list said of her on 1 January 2026, `before` are acts in force, `facts` those of the act, all given
as name=value. `expected` is "accepted", or "refused:" and what forbids it; `remarks` forbid nothing. `mark` is the
source in domain.md. What is marked uncertain there never forbids.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.domain import catalog, shape
from sync.domain.act import Act
from sync.domain.administrative_act import AdministrativeAct
from sync.domain.errors import Severity
from sync.domain.fields import INTEGER, Value
from sync.domain.record import RecordKind
from tests.domain.acts.desk import PERSON, Desk

FOLDER = Path(__file__).parent / "cases"
COLUMNS = ["act", "case", "mark", "person", "career", "before", "facts", "expected", "remarks", "situation"]
BY_CODE = {cls.CODE: cls for cls in catalog.ACTS}


def lines() -> Iterator[dict[str, str]]:
    """Every case, with the file it stands in."""
    for path in sorted(FOLDER.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            assert reader.fieldnames == COLUMNS, path.name
            yield from reader


CASES = list(lines())


def values(kind: RecordKind, text: str) -> dict[str, Value]:
    """Named values as canonical ones; an empty one is none."""
    found: dict[str, Value] = {}
    for part in text.split():
        name, _, value = part.partition("=")
        found[name] = shape.parse_typed(kind.by_name[name], value)
    return found


def act_of(code: str) -> type[Act]:
    """The class of a code."""
    return BY_CODE[code]


@pytest.mark.parametrize("line", CASES, ids=[f"{one['act']} {one['case']}" for one in CASES])
def test_a_rule(line: dict[str, str]) -> None:
    desk = Desk()
    if line["person"]:
        person = values(catalog.BY_NAME["employee"], line["person"])
        desk.put("employee", PERSON, **{"sex": "F", "birth_date": "1985-04-12", **person})
    if line["career"]:
        desk.known(**values(catalog.BY_NAME["opening_situation"], line["career"]))
    for earlier in filter(None, line["before"].split(" / ")):
        code, _, facts = earlier.partition(" ")
        kind = act_of(code).KIND
        desk.accepted(kind.name, **values(kind, facts))
    kind = act_of(line["act"]).KIND
    row, registered = desk.register(kind.name, **values(kind, line["facts"]))
    assert not registered.blocked, "an incomplete or doubtful request may always be registered"
    decided = desk.decide(kind.name, row)

    forbidding = " ".join(sorted({p.code for p in decided.problems if p.severity is Severity.ERROR}))
    remarks = {p.code for p in decided.problems if p.severity is Severity.WARNING}
    expected = line["expected"].removeprefix("refused:").split()
    assert forbidding == ("" if line["expected"] == "accepted" else " ".join(sorted(expected)))
    if not forbidding:
        assert remarks == set(line["remarks"].split())
    for name, value in values(catalog.BY_NAME["situation"], line["situation"]).items():
        assert desk.situation.get(name) == value, name


def test_every_act_has_cases_that_pass_and_cases_that_do_not() -> None:
    declared = {cls.CODE for cls in catalog.ACTS if issubclass(cls, AdministrativeAct)}
    assert {line["act"] for line in CASES} == declared
    assert {line["act"] for line in CASES if line["expected"] == "accepted"} == declared
    refused = {line["act"] for line in CASES if line["expected"] != "accepted"}
    assert refused == declared


def test_what_is_uncertain_never_forbids() -> None:
    assert [line["case"] for line in CASES if "uncertain" in line["mark"] and line["expected"] != "accepted"] == []


def test_values_are_read_as_the_kind_declares_them() -> None:
    assert act_of("LV-ANN").KIND.by_name["days_taken"].kind is INTEGER
    assert values(act_of("LV-ANN").KIND, "days_taken=5 from_on=2026-10-05") == {
        "days_taken": 5,
        "from_on": "2026-10-05",
    }
