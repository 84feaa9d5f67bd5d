"""Papers through damage, refusals, restored centres and copied laptops: kept while a record names them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import Table, update

from sync.client import attachments
from sync.client.attachments import NewPaper, Standing
from sync.domain.ids import Lane
from sync.domain.papers import CHUNK_BYTES
from sync.protocol.exchange import Traffic
from sync.protocol.messages import Frame
from sync.storage.database import Database
from sync.storage.rows import count, delete_rows
from tests.exchange.scans import arrival, attach, content, fetch, kept, papers, scan
from tests.exchange.test_clones import copied, opened
from tests.exchange.test_restore import backup, restore
from tests.exchange.world import DirectLine, World

SIZE = 70_000
"""Two chunks."""


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A centre with one province."""
    made = World(tmp_path)
    yield made
    made.close()


@dataclass
class Lying:
    """A line on which somebody changes what the centre says of papers."""

    line: DirectLine
    lie: Callable[[Any], Frame]

    def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        """Send, and change what comes back."""
        for frame in self.line.exchange(frames, traffic):
            try:
                yield self.lie(frame)
            except (AttributeError, TypeError):
                yield frame


def damage(database: Database, chunk: Table) -> None:
    """Change every kept chunk."""
    with database.write() as connection:
        connection.execute(update(chunk).values(content=bytes(CHUNK_BYTES)))


def test_content_that_is_not_what_its_record_says_is_refused(world: World) -> None:
    fatima, karim = world.office(), world.office()
    paper = attach(fatima, fatima.hires(surname_ar="العلوي"), scan(SIZE))
    fatima.sync()
    karim.sync()
    for lie in (
        lambda frame: replace(frame, hashes=bytes(64)),
        lambda frame: replace(frame, content=frame.content[::-1]),
    ):
        fetch(karim, paper)
        karim.sync(Lying(karim.line, lie))
        found = arrival(karim, paper)
        assert (found.standing, found.moved) == (Standing.TO_FETCH, 0)
    fetch(karim, paper)
    karim.sync()
    assert content(karim, paper) == scan(SIZE)


@pytest.mark.parametrize("sent_before", [0, 30_000])
def test_a_scan_that_was_damaged_here_is_not_sent(world: World, sent_before: int) -> None:
    fatima = world.office()
    paper = attach(fatima, fatima.hires(surname_ar="العلوي"), scan(SIZE))
    fatima.sync(papers=sent_before)
    damage(fatima.replica.database, fatima.replica.tables.papers.chunk)
    assert fatima.sync().papers_sent == 0
    assert not arrival(fatima, paper).arrived
    assert content(fatima, paper) is None


def test_a_scan_that_was_damaged_at_the_centre_is_brought_again(world: World) -> None:
    fatima, karim = world.office(), world.office()
    paper = attach(fatima, fatima.hires(surname_ar="العلوي"), scan(SIZE))
    fatima.sync()
    damage(world.centre.database, world.centre.tables.papers.chunk)
    karim.sync()
    fetch(karim, paper)
    assert karim.sync().papers_received == 0
    assert arrival(karim, paper).standing is Standing.ELSEWHERE
    assert fatima.sync().papers_sent == SIZE
    karim.sync()
    assert content(karim, paper) == scan(SIZE)


def test_what_was_undone_is_forgotten_with_its_content(world: World) -> None:
    fatima = world.office()
    person = fatima.hires(surname_ar="العلوي")
    attach(fatima, person, scan(SIZE))
    attach(fatima, person, scan(20_000, 2))
    fatima.replica.undo((Lane.DESK, 2))
    assert fatima.sync().papers_sent == 20_000
    assert kept(fatima) == (1, 1)


def test_the_content_of_a_rejected_paper_waits_in_the_tray_with_it(world: World) -> None:
    fatima = world.office()
    person = fatima.hires(surname_ar="العلوي")
    fatima.sync()
    paper = NewPaper(person=person, title="شهادة")
    attachments.attach(fatima.replica, scan(SIZE), paper, author=999)  # nobody the centre knows
    assert fatima.sync().rejected == 1
    assert (papers(fatima), kept(fatima)) == ([], (1, 2))
    again = attach(fatima, person, scan(SIZE))
    fatima.replica.set_aside(2)
    fatima.sync()
    assert arrival(fatima, again).standing is Standing.HERE


def test_a_paper_of_a_tray_that_is_dealt_with_is_forgotten(world: World) -> None:
    fatima = world.office()
    paper = NewPaper(person=fatima.hires(surname_ar="العلوي"), title="شهادة")
    attachments.attach(fatima.replica, scan(SIZE), paper, author=999)
    fatima.sync()
    fatima.replica.set_aside(2)
    fatima.sync()
    assert kept(fatima) == (0, 0)


def test_content_follows_the_records_that_leave_this_office(world: World) -> None:
    fatima, karim = world.office(), world.office()
    paper = attach(fatima, fatima.hires(surname_ar="العلوي"), scan(SIZE))
    fatima.sync()
    karim.sync()
    fetch(karim, paper)
    karim.sync()
    with karim.replica.database.write() as connection:
        delete_rows(connection, karim.replica.tables.records, [(paper.kind, paper.id)])
    attachments.sweep(karim.replica.database, karim.replica.tables)
    assert kept(karim) == (0, 0)
    with karim.replica.database.read() as connection:
        assert count(connection, karim.replica.tables.way) == 0


def test_papers_that_a_restored_centre_lost_come_back(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(surname_ar="العلوي")
    early = attach(fatima, person, scan(SIZE))
    fatima.sync(papers=67_000)
    night = backup(world)
    late = attach(fatima, person, scan(20_000, 2))
    fatima.sync()
    karim.sync()
    fetch(karim, late)
    karim.sync()
    restore(world, night)
    for office in (fatima, karim, fatima):
        office.sync()
    assert [arrival(fatima, paper).standing for paper in (early, late)] == [Standing.HERE] * 2
    karim.sync()
    fetch(karim, early)
    fetch(karim, late)
    karim.sync()
    assert (content(karim, early), content(karim, late)) == (scan(SIZE), scan(20_000, 2))


def test_a_colleague_who_has_a_lost_paper_brings_it_back(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(surname_ar="العلوي")
    paper = attach(fatima, person, scan(SIZE))
    fatima.sync(papers=0)
    night = backup(world)
    fatima.sync()
    karim.sync()
    fetch(karim, paper)
    karim.sync()
    restore(world, night)
    assert karim.sync().papers_sent == SIZE
    assert arrival(karim, paper).standing is Standing.HERE


def test_the_papers_of_a_copied_laptop_follow_its_new_number(world: World) -> None:
    fatima = world.office()
    person = fatima.hires(surname_ar="العلوي")
    fatima.sync()
    twin = opened(world, fatima, copied(world, fatima, "twin.db"))
    attach(fatima, person, scan(SIZE))
    attach(twin, person, scan(SIZE, 2))
    for office in (fatima, twin, fatima):
        office.sync()
    assert [row.get("arrived") for row in papers(fatima)] == [True] * 2
    for row in papers(fatima):
        fetch(fatima, row)
    fatima.sync()
    assert {content(fatima, row) for row in papers(fatima)} == {scan(SIZE), scan(SIZE, 2)}
