"""An office lets go of many files at once only for a reason that its centre has signed (sync.md 1)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.client import removal as client_removal
from sync.client.errors import TooManyRemoved
from sync.server import removal
from sync.server.keys import CentreKeys
from sync.server.transfer import Transfer, transfer
from tests.exchange.invariants import check
from tests.exchange.sticks import answers, asks, hire_many, open_counter, reads
from tests.exchange.world import PLACE, Office, World

THERE, MANY = 505, 20


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """Two provinces; three rows are many already."""
    monkeypatch.setattr(client_removal, "FEW_ROWS", 2)
    made = World(tmp_path)
    made.province(THERE)
    open_counter(made)
    yield made
    made.close()


@pytest.fixture
def office(world: World) -> Office:
    """An office of many people that has read all."""
    made = world.office()
    hire_many(made, MANY)
    made.sync()
    return made


def leave(world: World, office: Office, people: int) -> None:
    """The centre moves some people to the other province."""
    for row in office.rows("employee")[:people]:
        wanted = Transfer(row.id, PLACE, THERE, "2026-09-01")
        transfer(world.centre.database, world.centre.tables, wanted, world.clock.now_ms())


def explain(world: World) -> None:
    """Whoever answers for it says why."""
    with world.centre.database.write() as connection:
        said = "تقسيم الإقليم", 0
        removal.explain(connection, world.centre.tables, PLACE, said, world.clock.now_ms())


def test_many_files_stay_until_the_reason_comes(world: World, office: Office) -> None:
    last = office.rows("employee")[-1].id
    leave(world, office, 3)
    office.corrects(last, phone="+212661045277")
    with pytest.raises(TooManyRemoved) as stopped:
        office.sync()
    assert (stopped.value.rows, stopped.value.code) == (3, "too_many_removed")
    assert len(office.rows("employee")) == MANY
    with pytest.raises(TooManyRemoved):
        office.sync()
    explain(world)
    assert office.sync().verified
    assert len(office.rows("employee")) == MANY - 3
    assert office.sees(last, "phone") == "+212661045277"
    check(world, office)


def test_few_files_go_without_a_word(world: World, office: Office) -> None:
    leave(world, office, 2)
    assert office.sync().verified
    assert len(office.rows("employee")) == MANY - 2


def test_a_reason_holds_for_what_had_left_when_it_was_given(world: World, office: Office) -> None:
    explain(world)
    leave(world, office, 3)
    with pytest.raises(TooManyRemoved):
        office.sync()


def test_the_reason_of_another_centre_is_none(world: World, office: Office) -> None:
    leave(world, office, 3)
    explain(world)
    world.centre.keys = CentreKeys(world.folder / "stranger.keys")
    with pytest.raises(TooManyRemoved):
        office.sync()
    assert len(office.rows("employee")) == MANY


def test_the_same_on_a_stick(world: World, office: Office) -> None:
    leave(world, office, 3)
    reply = answers(world, asks(world, office))
    with pytest.raises(TooManyRemoved):
        reads(office, reply)
    explain(world)
    reads(office, answers(world, asks(world, office)))
    assert len(office.rows("employee")) == MANY - 3
    assert office.sync().verified
