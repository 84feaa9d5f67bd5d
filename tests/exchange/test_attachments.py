"""Papers travel last, by piece, within a budget; each end knows what has arrived, and nothing of them is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import Table, select, update

from sync.client import attachments
from sync.client.attachments import NewPaper, Standing
from sync.client.courier import AUTOMATIC, UNLIMITED
from sync.client.errors import Cancelled
from sync.client.replica import Refused
from sync.domain import papers as content_rules
from sync.domain.fields import Value
from sync.domain.ids import Lane
from sync.domain.operation import Operation, Verb
from sync.domain.papers import CHUNK_BYTES
from sync.domain.record import Row
from sync.protocol import codec
from sync.protocol.exchange import Traffic
from sync.protocol.messages import Frame, FrameType
from sync.storage.database import Database
from sync.storage.rows import count, delete_rows
from tests.exchange.scans import arrival, attach, content, fetch, papers, scan
from tests.exchange.test_clones import copied, opened
from tests.exchange.test_restore import backup, restore
from tests.exchange.world import DirectLine, Office, World

SIZE = 70_000
"""Two chunks."""


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A centre with one province."""
    made = World(tmp_path)
    yield made
    made.close()


@dataclass
class Watched:
    """A line that notes which frames each request holds."""

    line: DirectLine
    requests: list[list[FrameType]] = field(default_factory=list)

    def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        """Note and send."""
        payloads = codec.Splitter().feed(b"".join(frames))
        self.requests.append([FrameType(payload[0]) for payload in payloads])
        yield from self.line.exchange(frames, traffic)


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


def withdraws(office: Office, paper: Row) -> None:
    """Withdraw a paper."""
    fields = {"withdrawn": "أرفقت خطأ"}
    office.record(Operation(verb=Verb.WITHDRAW, kind=paper.kind, row=paper.id, dossier=paper.dossier, fields=fields))


def kept(office: Office) -> tuple[int, int]:
    """How many papers and chunks an office's file holds."""
    tables = office.replica.tables.papers
    with office.replica.database.read() as connection:
        return count(connection, tables.paper), count(connection, tables.chunk)


def test_a_clerk_sees_where_her_scan_is_all_the_way(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(surname_ar="العلوي")
    paper = attach(fatima, person, scan(SIZE))
    assert arrival(fatima, paper).standing is Standing.HERE_ONLY
    fatima.sync(papers=50_000)
    sent = arrival(fatima, paper)
    assert (sent.standing, 40_000 < sent.moved < SIZE) == (Standing.ON_THE_WAY, True)
    karim.sync()
    assert arrival(karim, paper).standing is Standing.ELSEWHERE
    fatima.sync()
    assert arrival(fatima, paper).standing is Standing.HERE
    karim.sync()
    assert arrival(karim, paper).standing is Standing.TO_FETCH
    fetch(karim, paper)
    assert arrival(karim, paper).standing is Standing.COMING
    karim.sync()
    assert content(karim, paper) == scan(SIZE)


def test_what_was_asked_for_early_comes_once_it_is_there(world: World) -> None:
    fatima, karim = world.office(), world.office()
    paper = attach(fatima, fatima.hires(surname_ar="العلوي"), scan(SIZE))
    fatima.sync(papers=0)
    karim.sync()
    fetch(karim, paper)
    assert karim.sync().papers_received == 0
    fatima.sync()
    assert karim.sync().papers_received == SIZE
    assert karim.sync().requests == 1


def test_an_exchange_carries_no_more_than_its_budget_both_ways_together(world: World) -> None:
    fatima, karim = world.office(), world.office()
    paper = attach(fatima, fatima.hires(surname_ar="العلوي"), scan(300_000))
    assert fatima.sync(papers=0).papers_sent == 0
    assert fatima.sync().papers_sent == AUTOMATIC
    assert fatima.sync(papers=UNLIMITED).papers_sent == 300_000 - AUTOMATIC
    karim.sync()
    fetch(karim, paper)
    attach(karim, paper.dossier, scan(20_000, 2))
    moved = karim.sync(papers=50_000)
    assert moved.papers_sent == 20_000
    assert 0 < moved.papers_received <= 50_000 - 20_000 + content_rules.PIECE_BYTES


def test_papers_wait_until_everything_else_is_exchanged(world: World) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(surname_ar="العلوي")
    attach(fatima, person, scan(SIZE))
    karim.hires(Lane.BULK, surname_ar="بناني")
    karim.sync()
    line = Watched(fatima.line)
    assert fatima.sync(line).verified
    first, *later = line.requests
    assert first == [FrameType.HELLO]  # the operations are in it
    assert all(set(request) <= {FrameType.HELLO, FrameType.OFFER, FrameType.PIECE} for request in later)
    assert len(fatima.rows("employee")) == 2


def test_an_edit_made_while_papers_travel_goes_before_the_rest_of_them(world: World) -> None:
    fatima = world.office()
    person = fatima.hires(surname_ar="العلوي")
    attach(fatima, person, scan(SIZE))
    line = Watched(fatima.line)
    plain = line.exchange

    def edited(frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        if len(line.requests) == 1:
            fatima.corrects(person, phone="+212661045277")
        yield from plain(frames, traffic)

    line.exchange = edited  # type: ignore[method-assign]  # a clerk who types while the line is used
    progress = fatima.sync(line, papers=UNLIMITED)
    assert (progress.decided, progress.papers_sent) == (3, SIZE)
    assert [FrameType.PIECE in request for request in line.requests[:3]] == [False, True, False]


def test_she_may_stop_between_any_two_frames(world: World) -> None:
    fatima, karim = world.office(), world.office()
    paper = attach(fatima, fatima.hires(surname_ar="العلوي"), scan(SIZE))
    fatima.sync()
    karim.sync()
    fetch(karim, paper)
    stops = 0
    while arrival(karim, paper).standing is not Standing.HERE:
        before = arrival(karim, paper).moved
        with suppress(Cancelled):
            karim.sync(stop_after=6)
        stops += 1
        assert arrival(karim, paper).moved > before
    assert stops > 2
    assert content(karim, paper) == scan(SIZE)


def test_one_letter_for_many_people_travels_once(world: World) -> None:
    fatima, karim = world.office(), world.office()
    first, second, third = (fatima.hires(surname_ar="العلوي", ppr=f"100000{n}") for n in range(3))
    attach(fatima, first, scan(SIZE))
    attach(fatima, second, scan(SIZE))
    assert fatima.sync().papers_sent == SIZE
    late = attach(fatima, third, scan(SIZE))
    assert fatima.sync().papers_sent == 0
    karim.sync()
    assert [row.get("arrived") for row in papers(karim)] == [True] * 3
    fetch(karim, late)
    assert karim.sync().papers_received == SIZE
    assert [arrival(karim, row).standing for row in papers(karim)] == [Standing.HERE] * 3
    assert kept(karim) == (1, 2)


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


def test_a_scan_that_was_damaged_at_the_centre_is_not_given_out(world: World) -> None:
    fatima, karim = world.office(), world.office()
    paper = attach(fatima, fatima.hires(surname_ar="العلوي"), scan(SIZE))
    fatima.sync()
    damage(world.centre.database, world.centre.tables.papers.chunk)
    karim.sync()
    fetch(karim, paper)
    assert karim.sync().papers_received == 0
    assert arrival(karim, paper).standing is Standing.COMING


def test_a_paper_of_the_confidential_compartment_is_seen_only_there(world: World) -> None:
    fatima, aicha, karim = world.office(confidential=True), world.office(confidential=True), world.office()
    paper = attach(fatima, fatima.hires(surname_ar="العلوي"), scan(SIZE), confidential=True)
    for office in (fatima, aicha, karim):
        office.sync()
    assert papers(karim) == []
    fetch(aicha, paper)
    aicha.sync()
    assert content(aicha, paper) == scan(SIZE)
    with pytest.raises(Refused):
        attach(karim, paper.dossier, scan(SIZE), confidential=True)
    assert kept(karim) == (0, 0)


def test_a_withdrawn_paper_does_not_travel(world: World) -> None:
    fatima = world.office()
    paper = attach(fatima, fatima.hires(surname_ar="العلوي"), scan(SIZE))
    withdraws(fatima, paper)
    assert fatima.sync().papers_sent == 0


def test_what_was_undone_is_forgotten_with_its_content(world: World) -> None:
    fatima = world.office()
    person = fatima.hires(surname_ar="العلوي")
    attach(fatima, person, scan(SIZE))
    attach(fatima, person, scan(20_000, 2))
    fatima.replica.undo(Lane.DESK, 2)
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


def test_what_is_no_paper_is_refused_and_nothing_of_it_is_kept(world: World) -> None:
    fatima = world.office()
    person = fatima.hires(surname_ar="العلوي")
    paper = NewPaper(person=person, title="شهادة")
    for wrong, code in (
        (b"", "paper_of_unknown_kind"),
        (b"MZ" + bytes(100), "paper_of_unknown_kind"),
        (b"%PDF-" + bytes(content_rules.PAPER_LIMIT), "paper_too_large"),
    ):
        with pytest.raises(Refused) as refusal:
            attachments.attach(fatima.replica, wrong, paper, author=fatima.author)
        assert [problem.code for problem in refusal.value.problems] == [code]
    stranger = NewPaper(person=person + 1, title="شهادة")
    with pytest.raises(Refused):
        attachments.attach(fatima.replica, scan(100), stranger, author=fatima.author)
    assert (papers(fatima), kept(fatima)) == ([], (0, 0))


def test_nobody_says_that_a_paper_arrived_but_the_centre(world: World) -> None:
    fatima = world.office()
    person = fatima.hires(surname_ar="العلوي")
    row = fatima.replica.new_rows(1)[0]
    fields: dict[str, Value] = {"employee": person, "title": "شهادة", "arrived": True}
    forged = Operation(verb=Verb.CREATE, kind="attachment", row=row, dossier=person, fields=fields)
    with pytest.raises(Refused):
        fatima.record(forged)
    paper = attach(fatima, person, scan(SIZE))
    correct = Operation(verb=Verb.CORRECT, kind="attachment", row=paper.id, dossier=person, fields={"arrived": True})
    with pytest.raises(Refused):
        fatima.record(correct)


def test_a_paper_is_kept_in_the_encrypted_file_only(world: World) -> None:
    fatima = world.office()
    inside = b"%PDF-" + b"massar" * 20_000
    attach(fatima, fatima.hires(surname_ar="العلوي"), inside)
    fatima.replica.close()
    for path in world.folder.glob("office1.db*"):
        assert b"massarmassar" not in path.read_bytes()


def test_pieces_of_a_chunk_under_way_are_kept_apart_from_what_is_checked(world: World) -> None:
    fatima = world.office()
    attach(fatima, fatima.hires(surname_ar="العلوي"), scan(90_000))
    fatima.sync(papers=CHUNK_BYTES + 2 * content_rules.PIECE_BYTES)
    tables = world.centre.tables.papers
    with world.centre.database.read() as connection:
        assert connection.execute(select(tables.paper.c.at)).scalars().all() == [CHUNK_BYTES]
        assert (count(connection, tables.chunk), count(connection, tables.piece)) == (1, 2)
    fatima.sync()
    with world.centre.database.read() as connection:
        assert (count(connection, tables.chunk), count(connection, tables.piece)) == (2, 0)
