"""Requests grow after two that came through and shrink after a cut, between 4 and 256 kB (sync.md 3.7)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sync.client.pacing import FIRST, LEAST, MOST, Pace


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
