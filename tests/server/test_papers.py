"""Papers at the centre, on both databases: through their records only, piece by piece, and marked when whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from sync.domain.fields import Value
from sync.domain.ids import Compartment, row_id, scope_id
from sync.domain.operation import Operation, Verb
from sync.domain.papers import CHUNK_BYTES, PAPER_LIMIT, PIECE_BYTES, chunk_hashes, root_of
from sync.protocol.errors import WireCode, WireError
from sync.protocol.messages import Frame, Page, ScopeMark
from sync.protocol.paper_frames import PAPERS_LIMIT, PARTS_LIMIT, Held, Offer, Part, Piece, Want
from sync.server.devices import Devices
from sync.server.papers import Arrival, arrivals
from sync.server.transfer import Transfer, transfer
from sync.storage.papers import PaperStore
from sync.storage.state import Scopes, TableState
from tests.exchange.laptop import Laptop, answer_of
from tests.exchange.scans import scan
from tests.exchange.world import World

THERE = 505
SIZE = CHUNK_BYTES + 10_000
SCAN = scan(SIZE)
HASHES = chunk_hashes(SCAN)


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[World]:
    """A centre on SQLite, for what no database does differently."""
    made = World(tmp_path)
    yield made
    made.close()


def attach(laptop: Laptop, world: World, person: int, *, kind: str = "attachment", size: int = SIZE) -> int:
    """A record of a paper, decided; gives its row."""
    row = row_id(laptop.device, next(laptop.rows))
    fields: dict[str, Value] = {
        "employee": person,
        "title": "شهادة",
        "media": "jpeg",
        "size": size,
        "content": root_of(size, HASHES),
    }
    (verdict,) = laptop.sends(
        world.centre,
        laptop.sealed(Operation(verb=Verb.CREATE, kind=kind, row=row, dossier=person, fields=fields)),
    )
    assert verdict.verdict == "applied"
    return row


def hires(laptop: Laptop, world: World) -> int:
    """A person, decided."""
    person, operation = laptop.hires(surname_ar="العلوي")
    laptop.sends(world.centre, operation)
    return person


def ask(world: World, laptop: Laptop, *frames: Frame, seq: int = 0) -> list[Frame]:
    """The answer to frames of papers, without the end, for one who has read so far."""
    marks = [ScopeMark(scope_id(laptop.place, Compartment.GENERAL), laptop.epoch, seq, True)]
    return answer_of(world.centre, laptop.request(hello=laptop.hello(marks), others=frames))[:-1]


def told(world: World, laptop: Laptop, *frames: Frame) -> list[Frame]:
    """What an answer says of papers."""
    return [frame for frame in ask(world, laptop, *frames) if isinstance(frame, Held | Part)]


def pieces(row: int, after: int = 0, content: bytes = SCAN) -> list[Piece]:
    """All pieces of a paper from a position on."""
    return [Piece(row, at, content[at : at + PIECE_BYTES]) for at in range(after, len(content), PIECE_BYTES)]


def sees(laptop: Laptop) -> Scopes:
    """What a laptop with both compartments sees."""
    return Scopes(laptop.place, frozenset(Compartment))


def look(world: World, laptop: Laptop, row: int, kind: str = "attachment") -> Arrival:
    """What a decider at the centre sees of a paper."""
    with world.centre.database.read() as connection:
        found = TableState(connection, world.centre.tables.records, sees(laptop)).row(kind, row)
        assert found is not None
        (arrival,) = arrivals(connection, world.centre.tables, [found])
    return arrival


def test_a_paper_comes_piece_by_piece_and_every_office_hears_that_it_is_whole(world: World) -> None:
    fatima, karim = world.laptop(), world.laptop()
    row = attach(fatima, world, hires(fatima, world))
    whole = pieces(row)
    assert told(world, fatima, Offer(row, HASHES), *whole[:3]) == [Held(row, 3 * PIECE_BYTES, True)]
    assert not look(world, fatima, row).arrived
    assert told(world, fatima, Offer(row)) == [Held(row, 3 * PIECE_BYTES, True)]
    assert told(world, fatima, *whole[3:]) == [Held(row, SIZE, True)]
    assert (look(world, fatima, row).arrived, look(world, fatima, row).at) == (True, SIZE)
    frames = ask(world, karim, Want(row, 0, SIZE), seq=2)
    (page,) = [frame for frame in frames if isinstance(frame, Page)]
    assert [(change.row, change.device, change.author) for change in page.changes] == [(row, 1, 0)]
    held, *parts = [frame for frame in frames if isinstance(frame, Held | Part)]
    assert held == Held(row, SIZE, True, HASHES)
    assert b"".join(part.content for part in parts if isinstance(part, Part)) == SCAN


def test_pieces_again_or_out_of_their_order_change_nothing(embedded: World) -> None:
    laptop = embedded.laptop()
    row = attach(laptop, embedded, hires(laptop, embedded))
    whole = pieces(row)
    wrong = [whole[2], whole[0], whole[0], Piece(row, PIECE_BYTES, SCAN[:100]), whole[1], whole[1], whole[5]]
    assert told(embedded, laptop, Offer(row, HASHES), *wrong) == [Held(row, 2 * PIECE_BYTES, True)]
    assert told(embedded, laptop, *whole) == [Held(row, SIZE, True)]
    assert told(embedded, laptop, *whole) == [Held(row, SIZE, True)]


def test_a_chunk_with_another_hash_is_refused_and_can_be_sent_again(world: World) -> None:
    laptop = world.laptop()
    row = attach(laptop, world, hires(laptop, world))
    forged = pieces(row, content=SCAN[:-1] + b"x")
    assert told(world, laptop, Offer(row, HASHES), *forged) == [Held(row, CHUNK_BYTES, True)]
    assert not look(world, laptop, row).arrived
    assert told(world, laptop, *pieces(row, CHUNK_BYTES)) == [Held(row, SIZE, True)]


def test_what_one_device_sends_of_a_chunk_never_spoils_another_s(world: World) -> None:
    fatima, other = world.laptop(), world.laptop()
    row = attach(fatima, world, hires(fatima, world))
    told(world, other, Offer(row, HASHES), *pieces(row, content=bytes(SIZE))[:4])
    assert told(world, fatima, *pieces(row)) == [Held(row, SIZE, True)]
    assert told(world, other, Offer(row)) == [Held(row, SIZE, True)]


def test_a_device_has_one_chunk_under_way(embedded: World) -> None:
    laptop = embedded.laptop()
    person = hires(laptop, embedded)
    row = attach(laptop, embedded, person)
    told(embedded, laptop, Offer(row, HASHES), *pieces(row)[:3])
    small = scan(20_000, 5)
    hashes, other = chunk_hashes(small), row_id(laptop.device, next(laptop.rows))
    fields: dict[str, Value] = {
        "employee": person,
        "title": "شهادة",
        "size": len(small),
        "content": root_of(len(small), hashes),
    }
    made = Operation(verb=Verb.CREATE, kind="attachment", row=other, dossier=person, fields=fields)
    laptop.sends(embedded.centre, laptop.sealed(made))
    told(embedded, laptop, Offer(other, hashes), *pieces(other, content=small)[:1])
    assert told(embedded, laptop, Offer(row)) == [Held(row, 0, True)]


def test_a_foreign_paper_is_answered_like_one_that_does_not_exist(world: World) -> None:
    world.province(THERE)
    trusted, clerk, there = world.laptop(confidential=True), world.laptop(), world.laptop(THERE)
    person = hires(trusted, world)
    rows = {kind: attach(trusted, world, person, kind=kind) for kind in ("attachment", "confidential_attachment")}
    for row in rows.values():
        assert told(world, trusted, Offer(row, HASHES), *pieces(row)) == [Held(row, SIZE, True)]
    for laptop, row in ((there, rows["attachment"]), (clerk, rows["confidential_attachment"]), (there, person)):
        for asked in (Offer(row, HASHES), Offer(row), Want(row, 0, SIZE), Piece(row, 0, SCAN[:PIECE_BYTES])):
            absent = replace(asked, row=row + 7777)
            answers = [told(world, laptop, frame) for frame in (asked, absent)]
            assert answers == [[Held(row, 0, False)], [Held(row + 7777, 0, False)]]


def test_content_is_shared_by_the_records_of_one_scope_only(world: World) -> None:
    world.province(THERE)
    here, there, trusted = world.laptop(), world.laptop(THERE), world.laptop(confidential=True)
    row = attach(here, world, hires(here, world))
    told(world, here, Offer(row, HASHES), *pieces(row))
    foreign = attach(there, world, hires(there, world))
    secret = attach(trusted, world, hires(trusted, world), kind="confidential_attachment")
    second = attach(here, world, hires(here, world))
    assert told(world, there, Offer(foreign, HASHES)) == [Held(foreign, 0, True)]
    assert told(world, trusted, Offer(secret, HASHES)) == [Held(secret, 0, True)]
    assert told(world, here, Offer(second)) == [Held(second, SIZE, True)]
    assert look(world, here, second).arrived


@pytest.mark.parametrize(
    "hashes", [HASHES[:-32], HASHES + bytes(32), bytes(len(HASHES)), b"x"], ids=["short", "long", "other", "odd"]
)
def test_hashes_that_are_not_those_of_the_record_begin_nothing(embedded: World, hashes: bytes) -> None:
    laptop = embedded.laptop()
    row = attach(laptop, embedded, hires(laptop, embedded))
    assert told(embedded, laptop, Offer(row, hashes), *pieces(row)) == [Held(row, 0, False)]


def test_a_record_of_a_paper_that_is_too_large_takes_no_content(embedded: World) -> None:
    laptop = embedded.laptop()
    row = attach(laptop, embedded, hires(laptop, embedded), size=PAPER_LIMIT + 1)
    assert told(embedded, laptop, Offer(row, HASHES), *pieces(row)) == [Held(row, 0, False)]


def test_an_answer_carries_no_more_than_its_limit_and_what_is_there(embedded: World) -> None:
    laptop = embedded.laptop()
    row = attach(laptop, embedded, hires(laptop, embedded))
    told(embedded, laptop, Offer(row, HASHES), *pieces(row)[:-1])
    for wants, size in (
        ([Want(row, 0, 1 << 50)] * 6, CHUNK_BYTES),  # the second chunk is not whole
        ([Want(row, 0, CHUNK_BYTES)] * 6, PARTS_LIMIT),
    ):
        parts = [frame for frame in told(embedded, laptop, *wants) if isinstance(frame, Part)]
        assert sum(len(part.content) for part in parts) == size
    assert [type(frame) for frame in told(embedded, laptop, Want(row, 5, SIZE))] == [Held]
    assert [type(frame) for frame in told(embedded, laptop, Want(row, 1 << 40, SIZE))] == [Held]


def test_a_request_is_about_so_many_papers_only(embedded: World) -> None:
    laptop = embedded.laptop()
    with pytest.raises(WireError) as refusal:
        ask(embedded, laptop, *(Want(row, 0, 1) for row in range(PAPERS_LIMIT + 1)))
    assert refusal.value.code == WireCode.TOO_LARGE


def test_a_revoked_device_brings_and_gets_no_paper(embedded: World) -> None:
    laptop, other = embedded.laptop(), embedded.laptop()
    row = attach(laptop, embedded, hires(laptop, embedded))
    with embedded.centre.database.write() as connection:
        Devices(connection, embedded.centre.tables).revoke(laptop.device, 1)
    told(embedded, laptop, Offer(row, HASHES), *pieces(row))
    assert told(embedded, laptop, Want(row, 0, SIZE)) == []
    assert told(embedded, other, Offer(row)) == [Held(row, 0, False)]


def test_a_file_that_moves_takes_its_papers_along(world: World) -> None:
    world.province(THERE)
    here, there = world.laptop(), world.laptop(THERE)
    person = hires(here, world)
    row = attach(here, world, person)
    told(world, here, Offer(row, HASHES), *pieces(row)[:9])
    transfer(world.centre.database, world.centre.tables, Transfer(person, here.place, THERE, "2026-11-02"), 1)
    assert told(world, there, Offer(row)) == [Held(row, CHUNK_BYTES, True)]
    assert told(world, there, *pieces(row, CHUNK_BYTES)) == [Held(row, SIZE, True)]
    assert told(world, here, Offer(row)) == [Held(row, 0, False)]


def test_a_forgotten_paper_takes_only_the_chunks_that_no_other_one_has(world: World) -> None:
    papers = world.centre.tables.papers
    both = [SCAN, SCAN[:CHUNK_BYTES] + b"another end"]
    with world.centre.database.write() as connection:
        store = PaperStore(connection, papers)
        first, second = (store.keep(5040, content) for content in both)
        store.forget([(5040, first.root), (5040, "nothing")])
        assert store.find(5040, first.root) is None
        assert store.content(second) == both[1]
        store.forget([(5040, second.root)])
        assert store.begin(second).at == 0
