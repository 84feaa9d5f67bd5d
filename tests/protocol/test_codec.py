"""Frames to bytes and back: caps before decompression, strict decoding, signatures (sync.md 3.1, 3.6)."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from backports import zstd
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import inspect

from sync.protocol import codec
from sync.protocol.errors import HTTP_STATUS, RETRYABLE, WireCode, WireError
from sync.protocol.messages import (
    FRAME_LIMIT,
    PROTOCOL,
    UNPACKED_LIMIT,
    End,
    Fault,
    Frame,
    FrameType,
    Hello,
    Operations,
    Sealed,
)
from sync.protocol.paper_frames import HASHES_LIMIT, PIECE_LIMIT, Offer, Part, Piece
from sync.protocol.registry import DOWN, UP

EVERY = {**UP, **DOWN}
FIXED = {"request": st.binary(min_size=16, max_size=16), "severity": st.just("error")}
SIMPLE: dict[type[inspect.Type], st.SearchStrategy[object]] = {
    inspect.IntType: st.integers(0, (1 << 53) - 1),
    inspect.StrType: st.text(max_size=20),
    inspect.BytesType: st.binary(max_size=60),
    inspect.BoolType: st.booleans(),
    inspect.NoneType: st.none(),
}


def anything(kind: inspect.Type) -> st.SearchStrategy[Any]:
    """Values of a declared type, whatever frames there will be."""
    if isinstance(kind, inspect.StructType):
        members = {one.name: FIXED[one.name] if one.name in FIXED else anything(one.type) for one in kind.fields}
        return st.builds(kind.cls, **members)
    if isinstance(kind, inspect.ListType):
        return st.lists(anything(kind.item_type), max_size=5)
    if isinstance(kind, inspect.TupleType):
        return st.tuples(*map(anything, kind.item_types))
    if isinstance(kind, inspect.DictType):
        return st.dictionaries(anything(kind.key_type), anything(kind.value_type), max_size=2)
    if isinstance(kind, inspect.UnionType):
        return st.one_of(*map(anything, kind.types))
    return SIMPLE[type(kind)]


FRAMES: st.SearchStrategy[Frame] = st.one_of([anything(inspect.type_info(cls)) for cls in EVERY.values()])


def code_of(data: bytes) -> WireCode | None:
    """The code with which bytes are refused; None for a frame."""
    try:
        codec.unpack(data, EVERY)
    except WireError as refusal:
        return refusal.code
    return None


@settings(max_examples=300)
@given(FRAMES)
def test_a_frame_is_unpacked_as_it_was_packed(frame: Frame) -> None:
    packed = codec.pack(frame)
    assert codec.unpack(packed, EVERY) == frame
    assert codec.pack(codec.unpack(packed, EVERY)) == packed


@settings(max_examples=500)
@given(
    st.binary(max_size=120)
    | st.builds(lambda t, b: bytes((t, 0)) + b, st.sampled_from(FrameType), st.binary(max_size=60))
)
def test_any_bytes_are_a_frame_or_code_of(data: bytes) -> None:
    assert code_of(data) in (None, WireCode.MALFORMED, WireCode.TOO_LARGE)


@settings(max_examples=500)
@given(FRAMES, st.data())
def test_a_damaged_frame_is_a_frame_or_code_of(frame: Frame, data: st.DataObject) -> None:
    packed = bytearray(codec.pack(frame))
    packed[data.draw(st.integers(0, len(packed) - 1))] ^= data.draw(st.integers(1, 255))
    cut = data.draw(st.integers(0, len(packed)))
    refusals = (None, WireCode.MALFORMED, WireCode.TOO_LARGE, WireCode.UNKNOWN_DICTIONARY)
    for damaged in (bytes(packed), bytes(packed[:cut])):
        assert code_of(damaged) in refusals


def test_a_frame_of_a_newer_program_is_read_as_far_as_it_is_known() -> None:
    fields = msgspec.msgpack.decode(msgspec.msgpack.encode(End(False, 7)))
    longer = msgspec.msgpack.encode([*fields, 1, "what a later version says", None])
    assert codec.unpack(bytes((FrameType.END, 0)) + longer, DOWN) == End(False, 7)


@pytest.mark.parametrize(
    "body",
    [b"", b"\x91" * 100_000, b"\xc1", b"\x92\xc2" + b"\xcf" + b"\xff" * 8 + b"\x00", b"\x92\xc2" + b"\x91" * 5000],
    ids=["nothing", "deep nesting", "never used", "more after it", "deep inside"],
)
def test_a_body_that_no_program_writes_is_malformed(body: bytes) -> None:
    assert code_of(bytes((FrameType.END, 0)) + body) == WireCode.MALFORMED


@pytest.mark.parametrize(
    "frame",
    [Piece(1, 0, bytes(PIECE_LIMIT + 1)), Part(1, 0, bytes(PIECE_LIMIT + 1)), Offer(1, bytes(HASHES_LIMIT + 1))],
    ids=["piece", "part", "offer"],
)
def test_more_of_a_paper_than_a_frame_may_hold_is_malformed(frame: Frame) -> None:
    assert code_of(codec.pack(frame)) == WireCode.MALFORMED


def test_a_frame_of_the_other_direction_is_malformed() -> None:
    with pytest.raises(WireError):
        codec.unpack(codec.pack(End(False, 0)), UP)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zstd.compress(bytes(64 * UNPACKED_LIMIT), 3)
    assert len(bomb) < FRAME_LIMIT
    assert code_of(bytes((FrameType.OPERATIONS, 1)) + bomb) == WireCode.TOO_LARGE


def test_a_bomb_of_many_members_is_code_of() -> None:
    bomb = zstd.compress(bytes(1000), 19) * 500
    assert code_of(bytes((FrameType.OPERATIONS, 1)) + bomb) == WireCode.MALFORMED


def test_a_window_larger_than_a_frame_is_code_of() -> None:
    options = {int(zstd.CompressionParameter.window_log): 27, int(zstd.CompressionParameter.content_size_flag): 0}
    compressor = zstd.ZstdCompressor(options=options)
    wide = compressor.compress(b"x" * 100) + compressor.flush()
    assert code_of(bytes((FrameType.OPERATIONS, 1)) + wide) == WireCode.MALFORMED


def test_a_compressed_frame_that_is_cut_is_malformed() -> None:
    columns = codec.pack(Operations([Sealed(0, n, b"the same record") for n in range(50)]))
    squeezed = codec.pack(Fault("busy" * 50))
    assert (squeezed[1], columns[1]) == (1, 2)
    for packed in (squeezed, columns):
        for end in range(3, len(packed)):
            assert code_of(packed[:end]) == WireCode.MALFORMED


# -- cutting the stream -----------------------------------------------------------------------------------------


@settings(max_examples=100)
@given(st.lists(FRAMES, min_size=1, max_size=6), st.integers(1, 50))
def test_frames_are_found_however_the_stream_is_cut(frames: list[Frame], piece: int) -> None:
    stream = b"".join(codec.down(frame) for frame in frames)
    splitter = codec.Splitter()
    found = [p for at in range(0, len(stream), piece) for p in splitter.feed(stream[at : at + piece])]
    assert [codec.unpack(payload, EVERY) for payload in found] == frames
    assert splitter.waiting == 0


def test_a_frame_that_announces_too_much_is_refused_at_once() -> None:
    with pytest.raises(WireError) as refusal:
        list(codec.Splitter().feed((FRAME_LIMIT + 1).to_bytes(4, "big")))
    assert refusal.value.code == WireCode.TOO_LARGE


def test_a_frame_shorter_than_its_head_is_code_of() -> None:
    with pytest.raises(WireError) as refusal:
        list(codec.Splitter().feed(b"\x00\x00\x00\x01\x02"))
    assert refusal.value.code == WireCode.MALFORMED


# -- signatures -------------------------------------------------------------------------------------------------

KEY = Ed25519PrivateKey.from_private_bytes(b"\x07" * 32)
REQUEST = bytes(16)


def verify(signature: bytes, signed: bytes) -> bool:
    """Whether the device signed it."""
    try:
        KEY.public_key().verify(signature, signed)
    except InvalidSignature:
        return False
    return True


def payload(index: int = 0) -> bytes:
    """A signed frame without its length."""
    hello = Hello(PROTOCOL, 1, b"", 16, REQUEST, [])
    return codec.seal(hello, REQUEST, index, KEY.sign)[4:]


def test_a_signed_frame_opens() -> None:
    assert codec.unpack(codec.check(payload(), REQUEST, 0, verify), UP) == codec.open_hello(payload())


@pytest.mark.parametrize("at", range(0, len(payload()), 7))
def test_any_changed_byte_breaks_the_signature(at: int) -> None:
    changed = bytearray(payload())
    changed[at] ^= 1
    with pytest.raises(WireError) as refusal:
        codec.check(bytes(changed), REQUEST, 0, verify)
    assert refusal.value.code == WireCode.NOT_TRUSTED


@pytest.mark.parametrize(("request_id", "index"), [(bytes(15) + b"\x01", 0), (REQUEST, 1)])
def test_a_frame_is_good_only_in_its_place_of_its_request(request_id: bytes, index: int) -> None:
    with pytest.raises(WireError):
        codec.check(payload(), request_id, index, verify)


@pytest.mark.parametrize("data", [b"", bytes(64), bytes(70), payload()[:60]])
def test_what_is_no_hello_is_malformed(data: bytes) -> None:
    with pytest.raises(WireError) as refusal:
        codec.open_hello(data)
    assert refusal.value.code == WireCode.MALFORMED


def test_every_code_has_its_status_and_busy_alone_is_tried_again() -> None:
    assert set(HTTP_STATUS) == set(WireCode)
    assert {WireCode.BUSY} == RETRYABLE
