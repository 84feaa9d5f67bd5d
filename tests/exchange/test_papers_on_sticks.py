"""An office without a line sends and fetches its papers on a stick; files may be lost, late or come twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.client.attachments import Standing
from tests.exchange.scans import arrival, attach, content, fetch, kept, scan
from tests.exchange.sticks import answers, asks, open_counter, reads, trip
from tests.exchange.world import World

SIZE = 150_000


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A centre with one province that takes files in."""
    made = World(tmp_path)
    open_counter(made)
    yield made
    made.close()


def test_a_paper_goes_with_its_record_and_comes_to_another_office_without_a_line(world: World) -> None:
    far, other = world.office(), world.office()
    paper = attach(far, far.hires(surname_ar="العلوي"), scan(SIZE))
    done = trip(world, far)
    assert (done.code, done.progress.papers_sent) == ("bundle_done", SIZE)
    assert arrival(far, paper).standing is Standing.HERE
    trip(world, other)
    fetch(other, paper)
    done = trip(world, other)
    assert (done.code, done.progress.papers_received) == ("bundle_done", SIZE)
    assert content(other, paper) == scan(SIZE)


def test_more_papers_than_an_answer_on_the_line_holds_come_with_one_file(world: World) -> None:
    far, near = world.office(), world.office()
    person = near.hires(surname_ar="العلوي")
    papers = [attach(near, person, scan(SIZE, number)) for number in range(3)]
    near.sync(papers=1 << 40)
    far.sync()
    for paper in papers:
        fetch(far, paper)
    assert trip(world, far).progress.papers_received == 3 * SIZE
    assert [content(far, paper) for paper in papers] == [scan(SIZE, number) for number in range(3)]


def test_a_lost_reply_costs_another_trip_and_a_late_one_nothing(world: World) -> None:
    far = world.office()
    paper = attach(far, far.hires(surname_ar="العلوي"), scan(SIZE))
    late = answers(world, asks(world, far))
    assert arrival(far, paper).standing is Standing.HERE_ONLY
    assert trip(world, far).code == "bundle_done"
    assert arrival(far, paper).standing is Standing.HERE
    reads(far, late)
    assert arrival(far, paper).standing is Standing.HERE
    assert far.sync().papers_sent == 0


def test_what_a_line_left_half_done_a_stick_ends_and_the_other_way(world: World) -> None:
    far, other = world.office(), world.office()
    person = far.hires(surname_ar="العلوي")
    first = attach(far, person, scan(SIZE))
    far.sync(papers=90_000)
    trip(world, far)
    assert arrival(far, first).standing is Standing.HERE
    other.sync()
    fetch(other, first)
    other.sync(papers=90_000)
    reply = answers(world, asks(world, other))
    reads(other, reply)
    assert content(other, first) == scan(SIZE)
    reads(other, reply)
    assert kept(other) == (1, 3)
    second = attach(far, person, scan(SIZE, 2))
    request = asks(world, far)
    assert far.sync().papers_sent == SIZE
    answers(world, request)
    assert arrival(far, second).standing is Standing.HERE
