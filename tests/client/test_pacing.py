"""Requests grow after two that came through and shrink after a cut, between 4 and 256 kB; what a line is worth is
learned from each of them (sync.md 3.7)."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.client import network
from sync.client.errors import Unreachable
from sync.client.http import HttpExchange
from sync.client.journal import Journal
from sync.client.paced import PacedExchange
from sync.client.pacing import FIRST, LEAST, MOST, Pace, Pacer, Trip
from sync.client.replica import Replica
from sync.protocol.exchange import Traffic
from sync.protocol.messages import End, Frame
from sync.storage.database import open_office
from tests.exchange.world import FakeClock


def test_it_starts_at_32_kilobytes_and_doubles_after_two_clean_requests() -> None:
    pace = Pace()
    sizes = [pace.size]
    for _ in range(6):
        pace = pace.after_clean()
        sizes.append(pace.size)
    assert sizes == [FIRST, FIRST, 2 * FIRST, 2 * FIRST, 4 * FIRST, 4 * FIRST, 8 * FIRST]


def test_a_cut_halves_it_and_begins_the_count_anew() -> None:
    pace = Pace().after_clean().after_cut()
    assert pace == Pace(FIRST // 2)
    assert pace.after_clean().size == FIRST // 2


@given(st.lists(st.booleans()))
def test_it_stays_within_its_bounds(cuts: list[bool]) -> None:
    pace = Pace()
    for cut in cuts:
        pace = pace.after_cut() if cut else pace.after_clean()
        assert LEAST <= pace.size <= MOST


def test_a_request_that_moved_little_says_nothing_about_a_large_one() -> None:
    pacer = Pacer()
    for moved in (300, 500, FIRST // 2 - 1):
        pacer.went_through(moved)
    assert pacer.pace == Pace()
    for _ in range(2):
        pacer.went_through(FIRST)
    pacer.was_cut()
    pacer.was_cut()
    assert pacer.size == FIRST // 2


def test_a_small_request_tells_the_way_there_and_back_and_a_large_one_the_speed() -> None:
    pace = Pace().after(Trip(up=300, down=200, first_ms=900, whole_ms=910))
    assert (pace.round_trip_ms, pace.kbit_s) == (900, None)
    pace = pace.after(Trip(up=20_000, down=4_000, first_ms=3_300, whole_ms=3_900))
    assert pace.kbit_s == 64  # 24 kB in the 3 s that were left of it
    assert pace.seconds(8_000) == pytest.approx(1.9)
    pace = pace.after(Trip(up=20_000, down=4_000, first_ms=30_000, whole_ms=30_900))
    assert pace.kbit_s == 26  # an odd one counts two thirds


@pytest.mark.parametrize(("round_trip_ms", "seconds"), [(None, 20), (600, 20), (2_500, 20), (4_000, 32)])
def test_a_line_may_be_silent_for_twenty_seconds_or_eight_round_trips(
    round_trip_ms: int | None, seconds: float
) -> None:
    assert Pace(round_trip_ms=round_trip_ms).stall_s == seconds


@given(st.lists(st.tuples(*[st.integers(0, 10_000_000)] * 2, *[st.floats(0, 1e7)] * 2)))
def test_whatever_was_measured_an_estimate_can_be_made(trips: list[tuple[int, int, float, float]]) -> None:
    pace = Pace()
    for trip in trips:
        pace = pace.after(Trip(*trip))
        seconds = pace.seconds(1000)
        assert seconds is None or seconds > 0
        assert pace.stall_s >= 20


class Village:
    """A carrier on a slow network, with a clock of its own."""

    def __init__(self, *, cut: bool = False) -> None:
        self.stall_s = 20.0
        self.ms = 0.0
        self.cut = cut
        self.network = "village"

    def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        """One second for each kB, and one for the way."""
        up = sum(map(len, frames))
        self.ms += 3_000 + up
        if self.cut:
            raise Unreachable("cut")
        traffic.bytes_up += up
        traffic.bytes_down += 100
        yield End(more=False, server_ms=0)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    replica = Replica(open_office(tmp_path / "office.db", bytes(32)), FakeClock())
    yield Journal(replica.database, replica.tables)
    replica.close()


def test_what_a_network_was_worth_is_known_when_it_is_used_again(journal: Journal) -> None:
    carrier = Village()
    first = PacedExchange(carrier, journal, lambda: carrier.ms)
    list(first.exchange([bytes(400)], Traffic()))
    list(first.exchange([bytes(8_000)], Traffic()))
    first.keep()
    again = PacedExchange(carrier, journal, lambda: carrier.ms)
    assert again.pacer.pace == Pace(round_trip_ms=3_400, kbit_s=9)
    assert carrier.stall_s == pytest.approx(27.2)
    carrier.network = "town"
    assert PacedExchange(carrier, journal, lambda: carrier.ms).pacer.pace == Pace()


def test_a_request_that_was_cut_measures_nothing(journal: Journal) -> None:
    carrier = Village(cut=True)
    paced = PacedExchange(carrier, journal, lambda: carrier.ms)
    with pytest.raises(Unreachable):
        list(paced.exchange([bytes(400)], Traffic()))
    assert paced.pacer.pace == Pace()


def test_the_word_for_a_network_tells_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    here = network.name_of("https://centre.example")
    assert re.fullmatch("[0-9a-f]{16}", here)
    assert here == network.name_of("https://centre.example")
    assert here != network.name_of("https://other.example")
    monkeypatch.setattr(network, "local_networks", lambda: ["192.168.7.0/24"])
    elsewhere = network.name_of("https://centre.example")
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    assert len({here, elsewhere, network.name_of("https://centre.example")}) == 3


def test_without_a_way_out_there_is_no_local_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "NOWHERE", ((socket.AF_INET, "no address", 24),))
    assert network.local_networks() == []


def test_no_line_at_all_is_told_from_a_line_that_was_cut() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    carrier = HttpExchange(f"http://127.0.0.1:{port}")
    with pytest.raises(Unreachable) as none:
        list(carrier.exchange([b"x"], Traffic()))
    carrier.close()
    assert not none.value.begun
    assert Unreachable("cut").begun
