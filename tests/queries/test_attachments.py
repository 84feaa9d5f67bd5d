"""What a screen is told of the papers of a file or of an act, and of what is left to send."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from massar_desktop.queries.attachments import PapersToSend, PaperView, papers, papers_to_send
from massar_desktop.queries.figures import anything_waits
from sync.client import attachments
from sync.client.attachments import NewPaper, Standing
from tests.exchange.scans import fetch, scan
from tests.exchange.world import Office, World

SIZE = 40_000


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A centre with one province."""
    made = World(tmp_path)
    yield made
    made.close()


def listed(office: Office, person: int, act: int | None = None, clerk: int = 0) -> list[PaperView]:
    """The papers of a person as a screen of this office reads them."""
    with office.replica.database.read() as connection:
        return papers(connection, office.replica.identity, clerk or office.author, [person], act)


def waits(office: Office) -> bool:
    """Whether a quiet exchange would carry anything."""
    with office.replica.database.read() as connection:
        return anything_waits(connection)


def test_a_decider_sees_which_papers_of_an_act_have_arrived(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(surname_ar="العلوي")
    act = ("sick_leave", 4242)
    for number, paper in enumerate(
        (
            NewPaper(person=person, title="شهادة طبية", pages=1, day="2026-09-21", attached_to=act),
            NewPaper(person=person, title="طلب", attached_to=act),
            NewPaper(person=person, title="نسخة من البطاقة"),
        )
    ):
        attachments.attach(fatima.replica, scan(SIZE, number), paper, author=fatima.author)
    assert len(listed(fatima, person)) == 3
    with fatima.replica.database.read() as connection:
        assert papers_to_send(connection) == PapersToSend(3, 3 * SIZE)
    fatima.sync(papers=SIZE)
    karim.sync()
    first, second = listed(karim, person, 4242)
    assert (first.title, first.pages, first.day, first.size) == ("شهادة طبية", 1, "2026-09-21", SIZE)
    assert [(one.arrived, one.standing) for one in (first, second)] == [
        (True, Standing.TO_FETCH),
        (False, Standing.ELSEWHERE),
    ]
    with fatima.replica.database.read() as connection:
        assert papers_to_send(connection).size == 2 * SIZE


def test_a_clerk_without_the_role_is_not_told_of_confidential_papers(world: World) -> None:
    office, other = world.office(confidential=True), world.office()
    person = office.hires(surname_ar="العلوي")
    paper = NewPaper(person=person, title="ملف طبي", confidential=True)
    attachments.attach(office.replica, scan(SIZE), paper, author=office.author)
    assert [one.kind for one in listed(office, person)] == ["confidential_attachment"]
    assert listed(office, person, clerk=other.author) == []


def test_papers_under_way_are_something_that_waits(world: World) -> None:
    fatima, karim = world.office(), world.office()
    paper = NewPaper(person=fatima.hires(surname_ar="العلوي"), title="شهادة")
    attachments.attach(fatima.replica, scan(SIZE), paper, author=fatima.author)
    fatima.sync(papers=0)
    assert waits(fatima)
    fatima.sync()
    assert not waits(fatima)
    karim.sync()
    assert not waits(karim)
    fetch(karim, karim.rows("attachment")[0])
    assert waits(karim)
    karim.sync()
    assert not waits(karim)
