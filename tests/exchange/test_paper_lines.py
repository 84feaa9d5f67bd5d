"""Papers over a line that is cut: each cut costs at most a frame and the openings that follow it (invariant 12)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from sync.client.attachments import Standing
from sync.client.courier import UNLIMITED
from sync.client.errors import Unreachable
from sync.client.http import HttpExchange
from sync.domain.papers import PIECE_BYTES
from sync.domain.record import Row
from tests.exchange.scans import arrival, attach, content, fetch, scan
from tests.exchange.test_bad_lines import until
from tests.exchange.world import Office, World
from tests.line import Faults, Line
from tests.server.serving import Serving

SIZE = 150_000
FRAME = PIECE_BYTES + 160
"""A piece with what is around it: its frame, its signature, its place in the answer."""
OPENINGS = 3
"""A cut costs the opening it happened in and, when the line is back, that of the exchange and that of its papers."""


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A centre with one province."""
    made = World(tmp_path)
    yield made
    made.close()


@pytest.fixture
def serving(world: World) -> Iterator[Serving]:
    """It answers over HTTP."""
    with Serving(world.centre) as made:
        yield made


@pytest.fixture
def line(serving: Serving) -> Iterator[Line]:
    """The way to it."""
    with Line(serving.port) as line:
        yield line


@pytest.fixture
def carrier(line: Line) -> Iterator[HttpExchange]:
    """What offices send through."""
    made = HttpExchange(line.address)
    yield made
    made.close()


@dataclass(frozen=True)
class Way:
    """The centre's end, the line, and what offices send through."""

    serving: Serving
    line: Line
    carrier: HttpExchange

    def cost(self, office: Office) -> tuple[int, int]:
        """What an exchange takes on the line, up and down."""
        self.line.bytes_up = self.line.bytes_down = 0
        office.sync(self.carrier, papers=UNLIMITED)
        return self.line.bytes_up, self.line.bytes_down


@pytest.fixture
def way(serving: Serving, line: Line, carrier: HttpExchange) -> Way:
    """All of it."""
    return Way(serving, line, carrier)


def until_here(office: Office, paper: Row, way: Way, faults: Faults) -> int:
    """Sync again and again over a line that is cut each time; gives how often it was."""
    cuts = 0
    while arrival(office, paper).standing is not Standing.HERE:
        way.line.suffer(Faults(faults.cut_up_after, faults.cut_down_after))
        try:
            office.sync(way.carrier, papers=UNLIMITED)
        except Unreachable:
            cuts += 1
            assert cuts < 30, "a cut paper must go on, not begin again"
            assert until(lambda: way.serving.idle), "the centre did not notice the cut"
    way.line.suffer(Faults())
    return cuts


def test_a_cut_costs_a_paper_no_more_than_a_frame_and_its_openings(world: World, way: Way) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(surname_ar="العلوي")
    fatima.sync(way.carrier)
    karim.sync(way.carrier)
    opening_up, opening_down = way.cost(fatima)
    attach(fatima, person, scan(SIZE))
    clean, _ = way.cost(fatima)
    paper = attach(fatima, person, scan(SIZE, 2))
    way.line.bytes_up = 0
    cuts = until_here(fatima, paper, way, Faults(cut_up_after=30_000))
    assert cuts >= 3
    assert way.line.bytes_up <= clean + cuts * (FRAME + OPENINGS * opening_up), (way.line.bytes_up, clean, cuts)
    karim.sync(way.carrier)
    (first,) = [row for row in karim.rows("attachment") if row.id != paper.id]
    fetch(karim, first)
    _, clean = way.cost(karim)
    fetch(karim, paper)
    way.line.bytes_down = 0
    cuts = until_here(karim, paper, way, Faults(cut_down_after=30_000))
    assert cuts >= 3
    assert way.line.bytes_down <= clean + cuts * (FRAME + OPENINGS * opening_down), (way.line.bytes_down, clean, cuts)
    assert content(karim, paper) == scan(SIZE, 2)


def test_requests_become_smaller_on_a_line_that_is_cut_and_larger_on_a_good_one(world: World, way: Way) -> None:
    fatima = world.office()
    person = fatima.hires(surname_ar="العلوي")
    paper = attach(fatima, person, scan(SIZE))
    fatima.sync(way.carrier, papers=0)
    until_here(fatima, paper, way, Faults(cut_up_after=12_000))
    attach(fatima, person, scan(SIZE, 2))
    slow = fatima.sync(way.carrier, papers=UNLIMITED)
    attach(fatima, person, scan(SIZE, 3))
    fast = fatima.sync(way.carrier, papers=UNLIMITED)
    assert slow.requests > fast.requests


@pytest.mark.prove
@pytest.mark.possible_log("Failed to parse headers")  # where a head is cut urllib3 says so, and goes on
@pytest.mark.parametrize("up", [True, False])
def test_a_paper_cut_at_many_bytes_arrives_whole(world: World, way: Way, up: bool) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(surname_ar="العلوي")
    for number, at in enumerate(range(1, 20_000, 397)):
        faults = Faults(cut_up_after=at) if up else Faults(cut_down_after=at)
        paper = attach(fatima, person, scan(20_000, number))
        for office in (fatima, karim):
            way.line.suffer(faults)
            for _ in range(2):
                with suppress(Unreachable):
                    office.sync(way.carrier)
            if office is fatima:
                karim.sync()
                fetch(karim, paper)
        karim.sync()
        assert content(karim, paper) == scan(20_000, number), at
