"""What an import holds as bytes comes back as it was, and takes little."""

import tracemalloc
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.client.importing.packed import Cell, PackedRows, pack_facts, unpack_facts

CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.text(max_size=8), st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False), st.booleans(), st.dates()
)
FILLED = st.lists(CELLS, min_size=1, max_size=5)


@given(st.lists(st.one_of(st.just([]), FILLED), max_size=400), st.data())
def test_rows_come_back_as_they_were(rows: list[list[Cell]], data: st.DataObject) -> None:
    packed = PackedRows(rows)
    while rows and not rows[-1]:
        rows.pop()
    assert list(packed) == rows
    assert [list(map(type, row)) for row in packed] == [list(map(type, row)) for row in rows]
    assert (len(packed), packed.filled) == (len(rows), sum(map(bool, rows)))
    assert packed.width == max(map(len, rows), default=0)
    if rows:
        at = data.draw(st.integers(-len(rows), len(rows) - 1))
        assert packed[at] == rows[at]
    begin, end = data.draw(st.tuples(st.integers(-5, 405), st.integers(-5, 405)))
    assert packed[begin:end] == rows[begin:end]


def test_what_a_reader_changes_stays_the_readers_own() -> None:
    packed = PackedRows([["a"], ["b"]])
    packed[0].append("c")
    assert packed[0] == ["a"]


@pytest.mark.parametrize("at", [2, -3])
def test_there_is_no_row_beyond_the_last(at: int) -> None:
    with pytest.raises(IndexError):
        PackedRows([["a"], ["b"]])[at]


def test_a_long_list_takes_little() -> None:
    tracemalloc.start()
    packed = PackedRows([str(n), f"AB{n:06d}", "بنعبد العالي", date(1970, 1, 1), 3.0] for n in range(5000))
    held, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (len(packed), packed.width) == (5000, 5)
    assert held < 20 * 5000
    assert most < 100 * 5000


def test_facts_come_back_in_their_order() -> None:
    fields, opening = {"cin": "A1", "ppr": "1", "origin": None}, {"grade": "12", "school": "00001A"}
    found = unpack_facts(pack_facts(fields, opening))
    assert [list(one.items()) for one in found] == [list(one.items()) for one in (fields, opening)]
