"""Two laptops with copies of one file gave one id to two rows, or made one row each: papers lead to the right one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, repeat
from pathlib import Path

import pytest

from sync.client.drafts import Drafts
from sync.domain import filing
from sync.domain.fields import Value
from sync.domain.ids import device_of
from sync.domain.operation import Operation, Verb
from tests.exchange.invariants import check
from tests.exchange.test_academy import KIND, MOVE
from tests.exchange.test_acts import LEAVE, NAME, SICK, last_ones, registers, steps
from tests.exchange.test_clones import Meanwhile, copied, copied_file, opened
from tests.exchange.world import Office, World

OTHER: dict[str, Value] = {**NAME, "surname_ar": "بناني", "ppr": "7654321"}


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    made.publish()
    yield made
    for office in made.offices:
        check(made, office)
    made.close()


def meet(*offices: Office) -> None:
    for office in (*offices, *offices):
        office.sync()


def refers(office: Office, person: int) -> int:
    """A paper, and another that rests on it."""
    row = registers(office, person, KIND, **MOVE)
    steps(office, row, "refer", KIND)
    return row


def referred(office: Office) -> dict[object, int]:
    """Whose act is referred: her number, and the laptop that the centre has the act from."""
    people = {row.id: row.get("ppr") for row in office.rows("employee")}
    return {people[row.dossier]: device_of(row.id) for row in office.rows(KIND) if row.get("state") == "referred"}


def device(office: Office) -> int:
    return office.replica.identity.device


def rejected(*offices: Office) -> list[tuple[str | None, list[str]]]:
    return [one for office in offices for one in last_ones(office, 1000) if one[0] not in ("applied", "merged")]


@dataclass
class Copies:
    """The laptop whose file was copied before its first exchange, and two that go on with copies."""

    world: World
    fatima: Office
    karim: Office
    amina: Office


@pytest.fixture
def copies(world: World) -> Copies:
    fatima = world.office()
    karim = opened(world, fatima, copied(world, fatima, "karim.db"))
    return Copies(world, fatima, karim, opened(world, fatima, copied(world, fatima, "amina.db")))


def test_the_same_bytes_about_another_person_are_another_act(copies: Copies) -> None:
    """Both hired somebody under one row id and registered the same for her (seed 30484)."""
    fatima, amina = copies.fatima, copies.amina
    mine, theirs = fatima.hires(**NAME), amina.hires(**OTHER)
    assert mine == theirs  # both counted on from the same file
    refers(fatima, mine)
    refers(amina, theirs)
    meet(fatima, amina)
    assert referred(fatima) == referred(amina) == {NAME["ppr"]: device(fatima), OTHER["ppr"]: device(amina)}
    assert rejected(fatima, amina) == []


def test_two_copies_that_took_the_same_bytes_along_about_two_people_did_two_acts(copies: Copies) -> None:
    """Both are numbered anew; what they registered says the same but for whom (seed 30332)."""
    fatima, karim, amina = copies.fatima, copies.karim, copies.amina
    fatima.hires(surname_ar="تازي")
    fatima.sync()
    for office, facts in ((karim, NAME), (amina, OTHER)):
        refers(office, office.hires(**facts))
    meet(karim, amina)
    assert referred(karim) == referred(amina) == {NAME["ppr"]: device(karim), OTHER["ppr"]: device(amina)}
    assert rejected(karim, amina) == []


def test_papers_on_a_row_that_a_copy_made_first_are_papers_on_that_row(world: World) -> None:
    """Two copies took the same edits along. What one wrote after them is decided on what the other made (30705)."""
    fatima = world.office()
    karim = opened(world, fatima, copied(world, fatima, "karim.db"))
    person = karim.hires(**NAME)
    row = registers(karim, person, KIND, **MOVE)
    amina = opened(world, fatima, copied_file(world.folder / "karim.db", "amina.db"))
    steps(amina, row, "refer", KIND)
    registers(amina, person, **LEAVE)
    drafts = Drafts(amina.replica.database, world.clock)
    drafts.save(f"act:annual_leave:{person}", person, {"days_taken": "3"}, {})
    drafts.save(f"dependant:new:{person}", person, {"first_name_ar": "سعد"}, {})
    fatima.hires(surname_ar="تازي")
    meet(fatima, karim, amina)
    assert referred(karim) == referred(amina) == {NAME["ppr"]: device(karim)}
    assert rejected(karim, amina) == []
    for office in (karim, amina):
        (leave,) = office.rows("annual_leave")
        assert leave.dossier == next(one.dossier for one in office.rows(KIND))
    kept = [drafts.load(name.format(leave.dossier)) for name in ("act:annual_leave:{}", "dependant:new:{}")]
    assert [one.dossier for one in kept if one is not None] == [leave.dossier] * 2, (
        "what was typed is still in her forms"
    )


def test_a_step_on_an_act_that_a_copy_registered_stays_with_that_act(world: World) -> None:
    """A page brought it under an id that this laptop had given another row, not sent yet (seed 30497)."""
    fatima = world.office()
    shared = fatima.hires(**NAME)
    fatima.sync()
    amina = opened(world, fatima, copied(world, fatima, "amina.db"))
    (mine,), (theirs,) = fatima.replica.new_rows(1), amina.replica.new_rows(1)
    assert mine == theirs  # both counted on from the same file
    amina.record(filing.registration(KIND, theirs, shared, MOVE))
    amina.sync()
    spouse: dict[str, Value] = {"employee": shared, "relation": "spouse", "first_name_ar": "كريم"}
    married = Operation(verb=Verb.CREATE, kind="dependant", row=mine, dossier=shared, fields=spouse)
    # Both happen while an answer is on its way: the first brings the other laptop's act, the second refuses her number.
    happens = chain(
        [lambda: fatima.record(married), lambda: steps(fatima, theirs, "refer", KIND)], repeat(lambda: None)
    )
    fatima.sync(Meanwhile(fatima.line, happens))
    meet(fatima, amina)
    assert referred(fatima) == referred(amina) == {NAME["ppr"]: device(amina)}
    (dependant,) = amina.rows("dependant")
    assert device_of(dependant.id) == device(fatima)
    assert rejected(fatima, amina) == []


def test_what_is_written_on_a_person_whom_a_copy_hired_is_not_led_to_ones_own_of_the_same_id(world: World) -> None:
    """Her own was saved before the other was read, and is not shown while both have one id; papers after it are the
    other's, also those of the compartment whose cursor says nothing of that."""
    fatima = world.office(confidential=True)
    amina = opened(world, fatima, copied(world, fatima, "amina.db"))
    theirs = amina.hires(**OTHER)
    row = registers(amina, theirs, KIND, **MOVE)
    amina.sync()
    hired: list[int] = []

    def writes() -> None:
        steps(fatima, row, "refer", KIND)
        registers(fatima, theirs, "sick_short", **SICK)

    happens = chain([lambda: hired.append(fatima.hires(**NAME)), writes], repeat(lambda: None))
    fatima.sync(Meanwhile(fatima.line, happens))
    assert hired == [theirs]
    meet(fatima, amina)
    assert referred(fatima) == referred(amina) == {OTHER["ppr"]: device(amina)}
    (leave,) = fatima.rows("sick_short")
    assert leave.dossier == theirs
    assert rejected(fatima, amina) == []
    assert {row.get("ppr") for row in amina.rows("employee")} == {NAME["ppr"], OTHER["ppr"]}
