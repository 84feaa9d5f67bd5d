"""Faults that the simulator found, each told again as the short story it came down to."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import text

from sync.client.errors import Unreachable
from sync.client.outbox import Outbox
from sync.client.replica import Replica
from sync.domain.decide import Context, Outcome, decide
from sync.domain.fields import Value
from sync.domain.ids import Lane
from sync.domain.operation import Operation, Reader, Verb
from sync.protocol.exchange import Traffic
from sync.protocol.messages import Frame
from sync.server import decision, pull
from sync.server.history import Fence, new_epoch
from sync.server.service import Centre
from sync.server.transfer import Transfer, transfer
from sync.storage.database import open_centre, open_office
from tests.exchange.test_prediction import entries_of, read_only
from tests.exchange.world import PLACE, DirectLine, Office, World

THERE = 505
NAME = {"surname_ar": "العلوي", "first_name_ar": "مريم"}
OPENING = {"known_on": "2026-09-01", "source": "GIPE", "cadre": "C1"}


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.close()


def opens(office: Office, person: int) -> None:
    row = office.replica.new_rows(1)[0]
    fields: dict[str, Value] = {"employee": person, **OPENING}
    office.record(Operation(verb=Verb.ACT, kind="opening_situation", row=row, dossier=person, fields=fields))


def copy_of_centre(world: World, name: str) -> Path:
    path = world.folder / name
    world.centre.database.copy_to(path)
    return path


def put_back(world: World, copy: Path) -> None:
    """A copy in the centre's place, behind the fence of all its histories."""
    world.centre.database.close()
    target = world.folder / f"{copy.stem}-again.db"
    shutil.copy(copy, target)
    fence = Fence(world.folder / "fence")
    world.centre = Centre(open_centre(f"sqlite:///{target}"), world.clock.now_ms, fence)
    with world.centre.database.write() as connection:
        new_epoch(connection, world.centre.tables, fence)
    for office in world.offices:
        office.line.centre = world.centre


def twin_of(world: World, office: Office) -> Office:
    """The same office on another computer: its file was copied."""
    path = world.folder / "twin.db"
    office.replica.database.copy_to(path)
    number = world.offices.index(office) + 1
    twin = Office(
        Replica(open_office(path, bytes([number]) * 32), world.clock),
        office.key,
        DirectLine(world.centre),
        office.author,
    )
    world.offices.append(twin)
    return twin


def verdicts(office: Office) -> list[str | None]:
    with office.replica.database.read() as connection:
        return [entry.verdict for entry in Outbox(connection, office.replica.tables).entries()]


def test_a_cut_between_two_pages_never_shows_an_act_without_its_situation(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pull, "PAGE_BYTES", 1)
    fatima, karim = world.office(), world.office()
    person = fatima.hires(**NAME)
    opens(fatima, person)
    fatima.sync()
    for frames in range(1, 5):
        karim.line.cut_down_after = frames
        with suppress(Unreachable):
            karim.sync()
        assert len(karim.rows("opening_situation")) == len(karim.rows("situation"))
    assert len(karim.rows("situation")) == 1


def test_an_office_that_was_put_back_gives_no_row_number_twice(world: World) -> None:
    fatima = world.office()
    fatima.hires(**NAME)
    fatima.sync()
    older = twin_of(world, fatima)
    fatima.hires(surname_ar="بناني")
    fatima.sync()
    older.sync()
    older.hires(surname_ar="تازي")
    older.sync()
    assert {row.text("surname_ar") for row in older.rows("employee")} == {"العلوي", "بناني", "تازي"}


def test_a_save_that_rests_on_what_a_restored_centre_lost_is_decided_behind_it(world: World) -> None:
    fatima = world.office()
    night = copy_of_centre(world, "night.db")
    lost = fatima.hires(**NAME)
    fatima.sync()
    opens(fatima, lost)
    put_back(world, night)
    fatima.sync()
    assert verdicts(fatima) == ["applied", "applied"]
    assert len(fatima.rows("situation")) == 1


def test_what_two_offices_had_written_alike_comes_back_from_each_of_them(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(**NAME)
    fatima.sync()
    karim.sync()
    night = copy_of_centre(world, "night.db")
    fatima.corrects(person, phone="+212661045277")
    karim.corrects(person, phone="+212661045277")
    fatima.sync()
    karim.sync()
    assert verdicts(karim) == ["merged"]
    put_back(world, night)
    karim.sync()  # the other laptop is gone for good
    assert karim.sees(person, "phone") == "+212661045277"
    latecomer = world.office()
    assert latecomer.sees(person, "phone") == "+212661045277"


def test_an_older_copy_of_the_centre_and_then_a_newer_one_lose_nothing(world: World) -> None:
    fatima = world.office()
    older = copy_of_centre(world, "older.db")
    fatima.hires(**NAME)
    fatima.sync()
    newer = copy_of_centre(world, "newer.db")
    put_back(world, older)
    fatima.hires(surname_ar="بناني")
    fatima.sync()
    fatima.hires(surname_ar="تازي")
    fatima.sync()
    put_back(world, newer)
    fatima.sync()
    assert {row.text("surname_ar") for row in world.office().rows("employee")} == {"العلوي", "بناني", "تازي"}


def test_of_two_copies_of_a_file_one_works_and_the_other_imports(world: World) -> None:
    fatima = world.office()
    importing = twin_of(world, fatima)
    fatima.hires(**NAME)
    (row,) = importing.replica.new_rows(1, Lane.BULK)
    hired = Operation(verb=Verb.CREATE, kind="employee", row=row, dossier=row, fields={"surname_ar": "بناني"})
    importing.record(hired, lane=Lane.BULK)
    for office in (fatima, importing, fatima):
        office.sync()
    assert {row.text("surname_ar") for row in fatima.rows("employee")} == {"العلوي", "بناني"}
    assert verdicts(fatima) == verdicts(importing) == ["applied"]


class Stammering(DirectLine):
    """A line on which every frame of an answer arrives twice."""

    def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        """Send frames, yield the answer's."""
        for frame in super().exchange(frames, traffic):
            yield frame
            yield frame


def test_a_new_number_that_arrives_twice_settles_nothing_else(world: World) -> None:
    fatima = world.office()
    fatima.hires(**NAME)
    twin = twin_of(world, fatima)
    fatima.sync()
    fatima.hires(surname_ar="بناني")
    fatima.sync()
    twin.hires(surname_ar="تازي")
    twin.line = Stammering(world.centre)
    twin.sync()
    fatima.sync()
    assert fatima.rows("employee") == twin.rows("employee")
    assert len(twin.rows("employee")) == 3


@pytest.fixture
def stumbling(monkeypatch: pytest.MonkeyPatch, expected_log: Callable[[str], None]) -> str:
    """An address over which the centre stumbles: what writes it is held."""
    bad = "bad@example.ma"

    def stumble(operation: Operation, state: Reader, context: Context) -> Outcome:
        if operation.fields.get("email") == bad:
            raise ValueError("a fault of the centre")
        return decide(operation, state, context)

    monkeypatch.setattr(decision, "decide", stumble)
    expected_log("the centre failed to decide it")
    return bad


def test_a_laptop_with_a_new_number_does_not_overtake_what_is_held_under_its_old_one(
    world: World, stumbling: str
) -> None:
    fatima = world.office()
    person = fatima.hires(**NAME)
    fatima.corrects(person, email=stumbling)
    fatima.sync()
    twin = twin_of(world, fatima)
    fatima.hires(surname_ar="بناني")
    fatima.sync()
    twin.corrects(person, phone="+212661045277")
    twin.hires(surname_ar="تازي")
    twin.sync()
    assert verdicts(twin) == ["applied", None, None, "applied"]
    assert world.office().sees(person, "phone") is None


def test_what_was_saved_two_histories_ago_counts_as_seen_only_what_all_of_them_share(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(**NAME)
    fatima.sync()
    karim.sync()
    older = copy_of_centre(world, "older.db")
    karim.corrects(person, phone="+212661045277")
    karim.sync()
    fatima.sync()
    fatima.corrects(person, phone="+212700000000")  # she had seen his, in a history that will be lost
    put_back(world, older)
    karim.sync()
    hears_only(fatima)
    read_only(world, fatima)
    newer = copy_of_centre(world, "newer.db")
    put_back(world, newer)
    hears_only(fatima)
    karim.corrects(person, city="فاس")  # brings the person up again
    karim.sync()
    read_only(world, fatima)
    assert entries_of(fatima)[-1].doubtful
    fatima.sync()
    assert verdicts(fatima)[-1] == "conflict"


def hears_only(office: Office) -> None:
    """An exchange that is cut after the news of another history."""
    office.line.cut_down_after = 1
    with suppress(Unreachable):
        office.sync()


def moves(world: World, person: int, origin: int, destination: int) -> None:
    wanted = Transfer(person, origin, destination, "2026-09-01")
    transfer(world.centre.database, world.centre.tables, wanted, world.clock.now_ms())


def test_who_left_and_came_back_while_nobody_read_stays_though_her_health_file_left_too(world: World) -> None:
    world.province(THERE)
    office = world.office(confidential=True)
    person = office.hires(**NAME)
    office.sync()
    moves(world, person, PLACE, THERE)
    moves(world, person, THERE, PLACE)
    read_only(world, office)
    assert [row.id for row in office.rows("employee")] == [person]


def join(verb: Verb, gone: int, keep: int) -> Operation:
    fields: dict[str, Value] = {"merged_into": keep if verb is Verb.JOIN else None}
    return Operation(verb=verb, kind="employee", row=gone, dossier=gone, other=keep, fields=fields)


@pytest.mark.parametrize("edited", [False, True], ids=["read", "edited"])
def test_who_leaves_after_damage_took_her_row_is_found_by_name_no_more(world: World, *, edited: bool) -> None:
    world.province(THERE)
    office = world.office()
    person, double = office.hires(**NAME), office.hires(surname_ar="بناني")
    office.record(join(Verb.JOIN, double, person))
    office.sync()
    with office.replica.database.write() as connection:
        connection.execute(text("DELETE FROM employee WHERE id = :id"), {"id": person})
    if edited:  # her dossier is shown with what waits on top of the centre's rows
        office.record(join(Verb.PART, double, person))
    moves(world, person, PLACE, THERE)
    read_only(world, office)
    with office.replica.database.read() as connection:
        assert connection.execute(text("SELECT id FROM person_index")).all() == []


def test_what_a_neighbour_changed_before_the_first_copy_is_told_to_who_saved_before_it(
    world: World, stumbling: str
) -> None:
    fatima, karim = world.office(copied=False), world.office()
    person = fatima.hires(**NAME, phone="+212537000001", city="سلا")
    hears_only(fatima)
    karim.sync()
    karim.corrects(person, phone="+212661045277")
    karim.sync()
    fatima.corrects(person, phone="+212700000000", email=stumbling)
    fatima.corrects(person, city="فاس")
    fatima.sync()
    assert verdicts(fatima) == ["applied", None, None]
    assert [entry.doubtful for entry in entries_of(fatima)] == [False, True, False]
    assert fatima.sees(person, "phone") == "+212661045277"
    assert fatima.sees(person, "city") == "فاس"


def test_a_save_behind_one_that_would_be_rejected_is_shown_as_that_at_once(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person, double, third = fatima.hires(**NAME), fatima.hires(surname_ar="بناني"), fatima.hires(surname_ar="تازي")
    fatima.sync()
    karim.sync()
    fatima.record(join(Verb.JOIN, double, person))
    karim.record(join(Verb.JOIN, double, third))
    karim.sync()
    read_only(world, fatima)
    fatima.corrects(person, phone="+212661045277")
    assert [entry.doubtful for entry in entries_of(fatima)[-2:]] == [True, True]
    assert fatima.sees(person, "phone") is None
    assert fatima.sync().repaired == 0
    assert verdicts(fatima)[-2:] == ["rejected", "rejected"]


def test_what_the_centre_decided_and_is_not_read_yet_is_in_none_of_the_rows_that_were_copied(world: World) -> None:
    fatima, karim = world.office(copied=False), world.office()
    person = fatima.hires(**NAME)
    hears_only(fatima)
    karim.sync()
    karim.corrects(person, surname_ar="بناني")
    karim.sync()
    fatima.corrects(person, surname_ar="تازي", phone="+212661045277")
    read_only(world, fatima)
    assert entries_of(fatima)[-1].doubtful
    hears_only(fatima)
    assert verdicts(fatima)[-1] == "conflict"
    assert (fatima.sees(person, "surname_ar"), fatima.sees(person, "phone")) == ("بناني", "+212661045277")
