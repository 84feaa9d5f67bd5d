"""A person goes to another province: her dossier with her, a stub behind, and nothing lost that was on its way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.domain.fields import Value
from sync.domain.operation import Operation, Verb
from sync.server.transfer import Transfer, TransferRefused, transfer
from tests.exchange.invariants import check
from tests.exchange.world import PLACE, Office, World

THERE = 505
BEFORE, DAY = "2026-09-01", "2030-01-01"
"""A day that has passed, and one that is to come, for whoever writes in a story."""


@pytest.fixture(params=["sqlite", "postgres"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """Two provinces at a centre on either database."""
    url = None if request.param == "sqlite" else request.getfixturevalue("postgres_database")
    made = World(tmp_path, url)
    made.province(THERE)
    yield made
    made.close()


def moves(world: World, person: int, day: str = DAY, *, origin: int = PLACE, to: int = THERE) -> None:
    """The centre transfers somebody."""
    transfer(world.centre.database, world.centre.tables, Transfer(person, origin, to, day), world.clock.now_ms())


def level(world: World, *offices: Office) -> None:
    """Everybody syncs once more; all hold what the centre holds."""
    for office in offices:
        assert office.sync().verified
        assert office.sync().repaired == 0
        check(world, office)


def names(office: Office, kind: str = "employee") -> list[object]:
    """First names of the rows of a kind, in order of id."""
    return [row.get("first_name_ar") for row in office.rows(kind)]


def test_her_dossier_goes_and_a_stub_stays(world: World) -> None:
    here, there = world.office(), world.office(THERE)
    person = here.hires(first_name_ar="مريم", ppr="1234567")
    child = here.replica.new_rows(1)[0]
    fields: dict[str, Value] = {"employee": person, "first_name_ar": "يوسف"}
    here.record(Operation(verb=Verb.CREATE, kind="dependant", row=child, dossier=person, fields=fields))
    stays = here.hires(first_name_ar="سعاد")
    here.sync()
    moves(world, person)
    level(world, here, there)
    assert [row.id for row in here.rows("employee")] == [stays]
    assert here.rows("dependant") == []
    (stub,) = here.rows("transfer_stub")
    assert (stub.dossier, stub.get("ppr"), stub.get("destination"), stub.get("day")) == (person, "1234567", THERE, DAY)
    assert [(row.id, row.get("first_name_ar")) for row in there.rows("employee")] == [(person, "مريم")]
    assert [(row.id, row.dossier) for row in there.rows("dependant")] == [(child, person)]
    assert there.rows("transfer_stub") == []


def test_what_was_written_before_she_left_follows_her(world: World) -> None:
    here, there = world.office(), world.office(THERE)
    person = here.hires(first_name_ar="مريم")
    here.sync()
    here.corrects(person, phone="+212661045277")
    moves(world, person)
    progress = here.sync()
    assert (progress.rejected, progress.waiting) == (0, 0)
    level(world, here, there)
    assert there.sees(person, "phone") == "+212661045277"
    assert here.rows("employee") == []


def test_what_was_written_for_a_later_day_comes_back(world: World) -> None:
    here, there = world.office(), world.office(THERE)
    person = here.hires(first_name_ar="مريم")
    here.sync()
    here.corrects(person, phone="+212661045277")
    moves(world, person, BEFORE)
    assert here.sync().rejected == 1
    level(world, here, there)
    assert there.sees(person, "phone") is None


def test_nobody_goes_where_she_is(world: World) -> None:
    here = world.office()
    person = here.hires(first_name_ar="مريم")
    here.sync()
    with pytest.raises(TransferRefused, match="same_province"):
        moves(world, person, to=PLACE)


def test_who_went_and_came_back_while_nobody_looked_is_there(world: World) -> None:
    """A laptop of both compartments reads of it all at once: what the second says of her leaves the first alone."""
    here = world.office(confidential=True)
    person = here.hires(first_name_ar="مريم")
    here.sync()
    moves(world, person)
    moves(world, person, origin=THERE, to=PLACE)
    level(world, here)
    assert names(here) == ["مريم"]
