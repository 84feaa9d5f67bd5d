"""The history of a dossier after an exchange: what came from the other office, by whom."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from massar_desktop.queries.history import FieldChange, HistoryLine, history
from massar_desktop.queries.person import person
from sync.client.errors import Unreachable
from tests.exchange.world import Office, World


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Give a centre and a province."""
    made = World(tmp_path)
    yield made
    made.close()


def read(office: Office, dossier: int) -> list[HistoryLine]:
    """Read the history of a dossier as an office has it."""
    with office.replica.database.read() as connection:
        return history(connection, [dossier], office.replica.identity.device)


def test_a_change_of_another_office_is_told_with_what_was_before(world: World) -> None:
    one, other = world.office(), world.office()
    person_id = one.hires(surname_ar="بناني", city="أكادير")
    one.sync()
    other.sync()
    other.corrects(person_id, city="تارودانت")
    other.sync()
    one.sync()

    newest, oldest = read(one, person_id)
    assert newest.changes == (FieldChange("city", "أكادير", "تارودانت"),)
    assert (newest.author, newest.device, newest.state) == (other.author, other.replica.identity.device, "received")
    assert oldest.created


def test_an_open_conflict_is_counted(world: World) -> None:
    one, other = world.office(), world.office()
    person_id = one.hires(surname_ar="بناني", city="أكادير")
    one.sync()
    other.sync()
    one.corrects(person_id, city="الرباط")
    other.corrects(person_id, city="تارودانت")
    one.sync()
    other.sync()
    other.sync()
    with other.replica.database.read() as connection:
        view = person(connection, person_id, other.replica.today())

    assert view is not None
    assert (view.conflicts, view.employee.get("city")) == (1, "الرباط")


def test_what_was_sent_without_an_answer_still_waits(world: World) -> None:
    office = world.office()
    person_id = office.hires(surname_ar="بناني")
    office.sync()
    office.corrects(person_id, city="تارودانت")
    office.line.cut_down_after = 0
    with pytest.raises(Unreachable):
        office.sync()
    with office.replica.database.read() as connection:
        view = person(connection, person_id, office.replica.today())

    assert view is not None
    assert [(w.sent, w.doubtful) for w in view.waiting] == [(True, False)]
    assert read(office, person_id)[0].state == "sealed"
