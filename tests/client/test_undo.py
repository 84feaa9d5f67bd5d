"""Undoing what was saved and not offered: whole or not at all, and never under a paper that was given since."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.client.errors import Unreachable
from sync.client.outbox import State
from sync.domain import filing
from sync.domain.fields import Value
from sync.domain.operation import Operation, Verb
from tests.client.test_replica import OTHER_PHONE, PHONE, entries, hire
from tests.exchange.invariants import check
from tests.exchange.world import World


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A centre with one province."""
    made = World(tmp_path)
    yield made
    made.close()


def test_an_undone_creation_disappears_and_its_corrections_become_doubtful(world: World) -> None:
    office = world.office()
    row = office.replica.new_rows(1)[0]
    saved = office.record(hire(row, surname_ar="العلوي"))
    office.corrects(row, phone=PHONE)
    office.replica.undo(saved.numbers[0])
    assert office.rows("employee") == []
    void, doubtful = entries(office)
    assert (void.operation.verb, doubtful.doubtful) == (Verb.VOID, True)
    assert "unknown_row" in {p.code for p in doubtful.problems}
    check(world, office)


def test_what_a_paper_rests_on_is_not_undone(world: World) -> None:
    """A person is hired and her leave registered, with a receipt: the hiring is not undone, alone or with others."""
    office = world.office()
    row, dependant, act = office.replica.new_rows(3)
    saved = office.record(hire(row, surname_ar="العلوي"))
    child: dict[str, Value] = {"employee": row, "relation": "child"}
    beside = office.record(Operation(verb=Verb.CREATE, kind="dependant", row=dependant, dossier=row, fields=child))
    leave: dict[str, Value] = {"from_on": "2026-10-05", "to_on": "2026-10-09", "days_taken": 5, "year": 2026}
    office.record(filing.registration("annual_leave", act, row, leave))
    assert office.replica.undo(*saved.numbers) is None
    assert office.replica.undo(*beside.numbers, *saved.numbers) is None
    assert [one.operation.verb for one in entries(office)] == [Verb.CREATE, Verb.CREATE, Verb.ACT]
    assert [one.id for one in office.rows("annual_leave")] == [act]
    assert office.replica.undo(*beside.numbers) is not None
    check(world, office)


def test_what_was_offered_is_not_undone(world: World) -> None:
    office = world.office()
    person = office.hires(surname_ar="العلوي")
    saved = office.corrects(person, phone=PHONE)
    office.line.cut_up_after = 0
    with pytest.raises(Unreachable):
        office.sync()
    assert office.replica.undo(saved.numbers[0]) is None
    assert office.sees(person, "phone") == PHONE
    assert {e.state for e in entries(office)} == {State.SEALED}


def test_an_undo_brings_back_what_the_centre_has(world: World) -> None:
    office = world.office()
    person = office.hires(surname_ar="العلوي", phone=PHONE)
    office.sync()
    saved = office.corrects(person, phone=OTHER_PHONE)
    office.replica.undo(saved.numbers[0])
    assert office.sees(person, "phone") == PHONE
    check(world, office)
