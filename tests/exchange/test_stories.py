"""Two clerks and a centre: what each one sees."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.client.errors import Unreachable
from sync.client.outbox import Outbox
from sync.domain.ids import Lane
from sync.domain.operation import Operation, Verb
from tests.exchange.world import Office, World

NAME = {"surname_ar": "العلوي", "first_name_ar": "مريم", "ppr": "1234567"}


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.close()


def outbox_states(office: Office) -> list[tuple[str, str | None]]:
    with office.replica.database.read() as connection:
        return [(e.state, e.verdict) for e in Outbox(connection, office.replica.tables).entries()]


def test_an_offline_edit_reaches_the_centre_and_another_office(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(**NAME)
    fatima.corrects(person, phone="+212661045277")
    fatima.sync()
    karim.sync()
    assert karim.sees(person, "phone") == "+212661045277"
    assert karim.rows("employee") == fatima.rows("employee")
    assert outbox_states(fatima) == [("decided", "applied")] * 2


def test_different_fields_of_one_person_merge(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(**NAME)
    fatima.sync()
    karim.sync()
    fatima.corrects(person, phone="+212661045277")
    karim.corrects(person, email="m.alaoui@taalim.ma")
    for office in (fatima, karim, fatima):
        office.sync()
    for office in (fatima, karim):
        assert office.sees(person, "phone") == "+212661045277"
        assert office.sees(person, "email") == "m.alaoui@taalim.ma"
        assert office.rows("conflict") == []


def test_the_same_field_changed_twice_keeps_both_values(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(**NAME)
    fatima.sync()
    karim.sync()
    fatima.corrects(person, phone="+212661045277")
    karim.corrects(person, phone="+212700000000")
    for office in (fatima, karim, fatima):
        office.sync()
    assert outbox_states(karim) == [("decided", "conflict")]
    for office in (fatima, karim):
        assert office.sees(person, "phone") == "+212661045277"
        (conflict,) = office.rows("conflict")
        assert json.loads(conflict.text("losing")) == {"phone": "+212700000000"}
        assert json.loads(conflict.text("standing")) == {"phone": "+212661045277"}


def test_a_named_person_settles_a_conflict(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(**NAME)
    fatima.sync()
    karim.sync()
    fatima.corrects(person, phone="+212661045277")
    karim.corrects(person, phone="+212700000000")
    for office in (fatima, karim, fatima):
        office.sync()
    (conflict,) = fatima.rows("conflict")
    fatima.record(
        Operation(
            verb=Verb.SETTLE,
            kind="conflict",
            row=conflict.id,
            dossier=person,
            fields={"choice": "mine", "reason": "ورقة"},
        )
    )
    fatima.sync()
    karim.sync()
    assert karim.sees(person, "phone") == "+212700000000"
    assert karim.rows("conflict")[0].get("settled_by") == fatima.author
    assert fatima.rows("conflict") == karim.rows("conflict")


def test_a_cut_on_the_way_up_loses_and_doubles_nothing(world: World) -> None:
    fatima, karim = world.office(), world.office()
    people = [fatima.hires(surname_ar="العلوي", first_name_ar=name) for name in ("مريم", "سعاد", "نادية")]
    for cut in (0, 10, 200, 400):
        fatima.line.cut_up_after = cut
        with pytest.raises(Unreachable):
            fatima.sync()
    fatima.sync()
    karim.sync()
    assert [row.id for row in karim.rows("employee")] == people
    assert karim.rows("employee") == fatima.rows("employee")


@pytest.mark.parametrize("frames", [0, 1, 2])
def test_a_lost_reply_changes_no_verdict(world: World, frames: int) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(**NAME)
    fatima.line.cut_down_after = frames
    with pytest.raises(Unreachable):
        fatima.sync()
    fatima.sync()
    karim.sync()
    assert karim.rows("employee") == fatima.rows("employee")
    assert karim.sees(person, "ppr") == "1234567"
    with world.centre.database.read() as connection:
        assert len(connection.execute(world.centre.tables.change.select()).all()) == 1


def test_an_edit_made_while_another_arrives_is_shown_on_top_of_it(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(**NAME)
    fatima.sync()
    karim.sync()
    karim.corrects(person, email="m.alaoui@taalim.ma")
    karim.sync()
    fatima.corrects(person, phone="+212661045277")
    fatima.line.cut_up_after = 0
    with pytest.raises(Unreachable):
        fatima.sync()
    assert fatima.sees(person, "phone") == "+212661045277"
    fatima.sync()
    assert fatima.sees(person, "email") == "m.alaoui@taalim.ma"
    assert fatima.sees(person, "phone") == "+212661045277"


def test_an_import_waits_behind_today_s_work(world: World) -> None:
    fatima, karim = world.office(), world.office()
    listed = fatima.hires(Lane.BULK, **NAME)
    fatima.corrects(listed, phone="+212661045277")
    fatima.sync()
    karim.sync()
    assert karim.sees(listed, "phone") == "+212661045277"


def test_an_edit_undone_before_sync_keeps_its_number_and_does_nothing(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(**NAME)
    saved = fatima.corrects(person, phone="+212661045277")
    fatima.replica.undo(saved.numbers[0])
    assert fatima.sees(person, "phone") is None
    fatima.corrects(person, email="m.alaoui@taalim.ma")
    fatima.sync()
    karim.sync()
    assert karim.rows("employee") == fatima.rows("employee")
    assert karim.sees(person, "phone") is None


def test_two_records_of_one_person_are_joined_and_parted(world: World) -> None:
    fatima, karim = world.office(), world.office()
    keep, gone = fatima.hires(**NAME), fatima.hires(surname_ar="العلوي", first_name_ar="مريم")
    join = Operation(verb=Verb.JOIN, kind="employee", row=gone, dossier=gone, other=keep, fields={"merged_into": keep})
    fatima.record(join)
    fatima.sync()
    karim.sync()
    assert karim.sees(gone, "merged_into") == keep
    part = Operation(verb=Verb.PART, kind="employee", row=gone, dossier=gone, other=keep, fields={"merged_into": None})
    karim.record(part)
    karim.sync()
    fatima.sync()
    assert fatima.sees(gone, "merged_into") is None
    assert karim.rows("employee") == fatima.rows("employee")


def test_a_first_copy_brings_everything(world: World) -> None:
    fatima = world.office()
    rows = fatima.replica.new_rows(300)
    fatima.record(
        *(
            Operation(
                verb=Verb.CREATE,
                kind="employee",
                row=row,
                dossier=row,
                fields={"surname_ar": "العلوي", "first_name_ar": "مريم", "ppr": str(1_000_000 + number)},
            )
            for number, row in enumerate(rows)
        ),
        lane=Lane.BULK,
    )
    fatima.sync()
    late = world.office()
    assert late.rows("employee") == fatima.rows("employee")
    assert len(late.rows("employee")) == 300


def test_provinces_see_nothing_of_each_other(world: World) -> None:
    world.province(505)
    here, there = world.office(), world.office(505)
    person = here.hires(**NAME)
    here.sync()
    there.sync()
    assert there.rows("employee") == []
    rogue = world.laptop(505)
    (foreign,), (unknown,) = (
        rogue.sends(world.centre, rogue.corrects(row, ppr="7654321")) for row in (person, person + 7)
    )
    assert (foreign.verdict, foreign.problems) == (unknown.verdict, unknown.problems)
    assert foreign.problems[0].code == "unknown_row"
    here.sync()
    assert here.sees(person, "ppr") == "1234567"
