"""One bad operation: the others are applied, it and what rests on it go to the tray, whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.client.errors import Unreachable
from sync.client.outbox import Outbox
from sync.domain.operation import Operation, Verb
from tests.exchange.world import Office, World

BAD, AFTER, ALL = 5, 12, 200


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.close()


def verdicts(office: Office) -> dict[str, int]:
    with office.replica.database.read() as connection:
        entries = Outbox(connection, office.replica.tables).entries()
    found: dict[str, int] = {}
    for entry in entries:
        name = entry.verdict or entry.state.value
        if entry.problems and entry.verdict == "rejected":
            name = f"{name}: {entry.problems[0].code}"
        found[name] = found.get(name, 0) + 1
    return found


def settles(office: Office, conflict: int, person: int, choice: str) -> None:
    fields = {"choice": choice, "reason": "ورقة"}
    office.record(Operation(verb=Verb.SETTLE, kind="conflict", row=conflict, dossier=person, fields=fields))


def with_conflicts(world: World, count: int) -> tuple[Office, Office, list[int]]:
    """Two offices that both see `count` open conflicts, one a person."""
    fatima, karim = world.office(), world.office()
    people = [fatima.hires(surname_ar="العلوي", first_name_ar="مريم") for _ in range(count)]
    fatima.sync()
    karim.sync()
    for person in people:
        fatima.corrects(person, phone="+212661045277")
        karim.corrects(person, phone="+212700000000")
    for office in (fatima, karim, fatima):
        office.sync()
    assert len(fatima.rows("conflict")) == count
    return fatima, karim, people


def test_bad_operations_and_what_follows_them_go_to_the_tray_and_the_rest_is_applied(world: World) -> None:
    fatima, karim, people = with_conflicts(world, BAD)
    others = [fatima.hires(surname_ar="بناني", first_name_ar="سعاد") for _ in range(10)]
    fatima.sync()
    karim.sync()
    before = verdicts(karim)
    for conflict in fatima.rows("conflict"):  # settled at the other office first: karim's are too late
        settles(fatima, conflict.id, conflict.dossier, "centre")
    fatima.sync()
    for conflict in karim.rows("conflict"):
        settles(karim, conflict.id, conflict.dossier, "mine")
    for number in range(AFTER):
        karim.corrects(people[number % BAD], city=f"مدينة {number}")
    for number in range(ALL - BAD - AFTER):
        karim.corrects(others[number % len(others)], city=f"مدينة {number}")
    done = karim.sync()
    assert done.requests == 1
    after = verdicts(karim)
    assert after["rejected: conflict_settled"] == BAD
    assert after["rejected: follows_rejected"] == AFTER
    assert after["applied"] - before.get("applied", 0) == ALL - BAD - AFTER
    fatima.sync()
    for kind in ("employee", "conflict"):
        assert fatima.rows(kind) == karim.rows(kind)
    assert all(karim.sees(person, "city") is None for person in people)


def test_what_follows_a_rejected_operation_does_so_even_when_the_reply_was_lost(world: World) -> None:
    fatima, karim, (person,) = with_conflicts(world, 1)
    (conflict,) = fatima.rows("conflict")
    settles(fatima, conflict.id, person, "centre")
    fatima.sync()
    settles(karim, conflict.id, person, "mine")
    karim.line.cut_down_after = 0
    with pytest.raises(Unreachable):
        karim.sync()
    karim.corrects(person, city="مدينة")  # she does not know yet
    karim.sync()
    assert verdicts(karim)["rejected: follows_rejected"] == 1
    karim.corrects(person, city="مدينة")  # now she does
    karim.sync()
    fatima.sync()
    assert fatima.sees(person, "city") == "مدينة"
