"""Columns: what is packed comes back byte for byte, and nothing else is ever accepted (sync.md 3.6)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from backports import zstd
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.domain import catalog
from sync.domain.canonical import write_varint
from sync.protocol import columns
from sync.protocol.columns import PLAIN, newest
from sync.protocol.errors import WireCode, WireError
from sync.protocol.messages import OPERATIONS_LIMIT, Sealed, WireChange, WireRow
from tests.protocol import train_dictionary as samples

NUMBERS = st.one_of(st.integers(0, 40), st.integers(0, (1 << 53) - 1))
TEXTS = st.one_of(
    st.text(max_size=12),
    st.from_regex(r"\+2126[0-9]{8}|[0-9]{24}|[A-Z]{1,2}[0-9]{1,7}", fullmatch=True),
    st.sampled_from(
        ["حي السلام، رقم 12", "El Alaoui", "amina.el@x.example", "\x01@\x02", "\x00", "a" * 300, "٣ - ½ ß"]
    ),
)
VALUES = {0: st.none(), 1: NUMBERS, 2: TEXTS, 3: st.integers(0, 1), 4: NUMBERS, 5: NUMBERS}


@st.composite
def fields(draw: st.DrawFn) -> bytes:
    """Fields in canonical form: of any numbers and types, known or not."""
    out, number = bytearray(), 0
    for _ in range(draw(st.integers(0, 6))):
        number += draw(st.integers(1, 9))
        wire = draw(st.sampled_from(sorted(VALUES)))
        write_varint(out, number * 8 + wire)
        value: Any = draw(VALUES[wire])
        if isinstance(value, str):
            encoded = value.encode("utf-8", "replace")
            write_varint(out, len(encoded))
            out += encoded
        elif value is not None:
            write_varint(out, value)
    return bytes(out)


@st.composite
def records(draw: st.DrawFn) -> bytes:
    """Records of the canonical form."""
    out = bytearray()
    kind, row, dossier = draw(st.sampled_from(sorted(catalog.BY_NUMBER))), draw(NUMBERS), draw(NUMBERS)
    for number in (1, draw(st.integers(0, 8)), kind, row, draw(st.sampled_from([row, dossier]))):
        write_varint(out, number)
    for _ in range(6):
        write_varint(out, draw(NUMBERS))
    return bytes(out) + draw(fields())


OPERATIONS = st.lists(
    st.builds(Sealed, st.integers(0, 2), NUMBERS, st.one_of(records(), st.binary(max_size=80))), max_size=12
)
CHANGES = st.lists(
    st.builds(
        WireChange,
        *(NUMBERS, st.integers(0, 22), NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS),
        st.sampled_from(["2026-11-20", "1970-01-01", "", "2026-13-01", "day"]),
        st.one_of(fields(), st.binary(max_size=40)),
    ),
    max_size=12,
)
ROWS = st.lists(
    st.builds(WireRow, st.integers(0, 22), NUMBERS, NUMBERS, st.one_of(fields(), st.binary(max_size=40))), max_size=12
)
DICTIONARIES = st.sampled_from(["plain", "newest"]).map(lambda name: PLAIN if name == "plain" else newest())
UNPACK: dict[str, Callable[[bytes], object]] = {
    "operations": columns.unpack_operations,
    "changes": columns.unpack_changes,
    "rows": columns.unpack_rows,
}


@given(OPERATIONS, DICTIONARIES)
@settings(max_examples=150, deadline=None)
def test_operations_come_back_whatever_their_bytes(operations: list[Sealed], used: columns.Dictionary) -> None:
    assert columns.unpack_operations(columns.pack_operations(operations, used)) == operations


@given(CHANGES, DICTIONARIES)
@settings(max_examples=100, deadline=None)
def test_changes_come_back(changes: list[WireChange], used: columns.Dictionary) -> None:
    assert columns.unpack_changes(columns.pack_changes(changes, used)) == changes


@given(ROWS, DICTIONARIES)
@settings(max_examples=100, deadline=None)
def test_rows_come_back(rows: list[WireRow], used: columns.Dictionary) -> None:
    assert columns.unpack_rows(columns.pack_rows(rows, used)) == rows


@pytest.fixture(scope="module")
def a_day() -> list[Sealed]:
    """The operations of a clerk."""
    return samples.operations(300)


def test_a_long_day_comes_back_from_frames_that_fit(a_day: list[Sealed]) -> None:
    limit = 700
    frames = list(columns.operation_frames(a_day, limit))
    back = [one for _, packed in frames for one in columns.unpack_operations(packed)]
    assert back == a_day
    assert len(frames) > 1
    assert all(len(packed) <= limit for _, packed in frames)
    assert columns.fill_frame(a_day, limit) == frames[0][0]


def test_an_operation_longer_than_a_frame_stands_alone() -> None:
    noise = bytes(i * i * 7919 >> 3 & 255 for i in range(3000))
    several = [Sealed(0, n, noise) for n in (1, 2)]
    frames = list(columns.operation_frames(several, 500))
    assert [count for count, _ in frames] == [1, 1]
    assert columns.unpack_operations(frames[0][1]) == several[:1]


def test_a_dictionary_makes_one_edit_short(a_day: list[Sealed]) -> None:
    packed = columns.pack_operations(a_day[:1])
    assert len(packed) < len(columns.pack_operations(a_day[:1], PLAIN))
    assert packed[1:5] == newest().hash


def test_a_dictionary_that_is_not_here_is_named(a_day: list[Sealed]) -> None:
    packed = bytearray(columns.pack_operations(a_day[:3]))
    packed[1:5] = b"\x01\x02\x03\x04"
    with pytest.raises(WireError) as wrong:
        columns.unpack_operations(bytes(packed))
    assert wrong.value.code is WireCode.UNKNOWN_DICTIONARY


@given(st.binary(max_size=200), st.sampled_from(sorted(UNPACK)), DICTIONARIES)
@settings(max_examples=300, deadline=None)
def test_no_bytes_at_all_do_harm(noise: bytes, what: str, used: columns.Dictionary) -> None:
    for data in (noise, bytes((1,)) + used.hash + noise):
        with pytest.raises(WireError):
            UNPACK[what](data)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_no_altered_byte_and_no_missing_one_is_accepted(a_day: list[Sealed], data: st.DataObject) -> None:
    packed = columns.pack_operations(a_day[:8])
    at = data.draw(st.integers(0, len(packed) - 1))
    flipped = bytearray(packed)
    flipped[at] ^= 1 << data.draw(st.integers(0, 7))
    for broken in (bytes(flipped), packed[:at], packed + b"\x00\x01" + bytes(at)):
        with pytest.raises(WireError):
            columns.unpack_operations(broken)


def test_a_bomb_is_refused_before_it_grows() -> None:
    blob = zstd.compress(bytes(1 << 26))
    out = bytearray()
    write_varint(out, len(blob))
    for unpack in UNPACK.values():
        with pytest.raises(WireError) as wrong:
            unpack(bytes(9) + bytes(out) + blob)
        assert wrong.value.code is WireCode.MALFORMED
        with pytest.raises(WireError) as wrong:
            unpack(bytes((1,)) + bytes(8) + bytes(out) + blob)
        assert wrong.value.code is WireCode.TOO_LARGE


def test_no_frame_holds_more_operations_than_allowed() -> None:
    many = [Sealed(0, n, b"") for n in range(1, OPERATIONS_LIMIT + 2)]
    assert columns.unpack_operations(columns.pack_operations(many[:-1])) == many[:-1]
    with pytest.raises(WireError) as wrong:
        columns.unpack_operations(columns.pack_operations(many))
    assert wrong.value.code is WireCode.MALFORMED


def test_numbers_that_no_column_can_say_are_refused_at_the_writer() -> None:
    with pytest.raises(ValueError, match="cannot say"):
        columns.pack_operations([Sealed(0, -1, b"")])
    with pytest.raises(ValueError, match="cannot say"):
        columns.pack_changes([WireChange(1 << 53, 0, 0, 0, 0, 0, 0, 0, "", b"")])
    with pytest.raises(ValueError, match="cannot say"):
        columns.pack_rows([WireRow(1, -1, 0, b"")])


def test_one_s_own_changes_cost_next_to_nothing() -> None:
    own = [WireChange(seq, 0, 0, 0, 0, 0, seq - 90, 0, "", b"") for seq in range(100, 2100)]
    assert len(columns.pack_changes(own)) < 60


def test_the_dictionary_is_what_the_training_makes() -> None:
    assert samples.PATH.read_bytes() == samples.make()
