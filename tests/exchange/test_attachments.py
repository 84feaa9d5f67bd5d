"""Papers travel last, by piece, within a budget; each end knows what has arrived, and nothing of them is lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import select

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
from sync.storage.rows import count
from tests.exchange.scans import arrival, attach, content, fetch, kept, papers, scan
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


def withdraws(office: Office, paper: Row) -> None:
    """Withdraw a paper."""
    fields = {"withdrawn": "أرفقت خطأ"}
    office.record(Operation(verb=Verb.WITHDRAW, kind=paper.kind, row=paper.id, dossier=paper.dossier, fields=fields))


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
