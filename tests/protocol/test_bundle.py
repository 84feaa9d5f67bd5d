"""A bundle survives whatever happens to a stick: it opens whole, for whom it is, or it is a clear error."""

from __future__ import annotations

import random

import pytest
from backports import zstd
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol import age, bundle, codec
from sync.protocol.bundle import Audience, EnrolAsk, Part, Reader, ReplyHead
from sync.protocol.errors import WireCode, WireError
from sync.protocol.messages import End, FrameType, Hello, Operations, Result, Sealed

CENTRE, LAPTOP, SCOPE, STRANGER = (bytes([n]) * 32 for n in range(1, 5))
REQUEST = bytes(16)
HEAD = ReplyHead(3, [(0, 7), (5040, 38_000)], b"\x07" * 16)


def _request() -> bytes:
    def sign(message: bytes) -> bytes:
        return age.sign(LAPTOP, message)

    hello = Hello(1, 1, b"", 17, REQUEST, [])
    frames = [hello, Operations([Sealed(0, n, bytes(40)) for n in range(1, 30)])]
    sealed = [codec.seal(frame, REQUEST, index, sign) for index, frame in enumerate(frames)]
    return bundle.request(sealed, age.public_half(CENTRE))


def _parts() -> list[Part]:
    frames = [codec.down(frame) for frame in (Result([]), End(False, 1_790_000_000_000, b"\x05" * 16))]
    laptop = Reader(Audience.DEVICE, 17, age.public_half(LAPTOP))
    scope = Reader(Audience.SCOPE, bundle.scope_number(5040, 2), age.public_half(SCOPE))
    return [
        bundle.reply_part(laptop, HEAD, frames, CENTRE),
        bundle.reply_part(scope, ReplyHead(3), frames[:1], CENTRE),
    ]


A_REQUEST, A_REPLY = _request(), bundle.write(_parts())


def read_reply(data: bytes, seeds: tuple[bytes, bytes] = (LAPTOP, SCOPE)) -> list[tuple[ReplyHead, list[bytes]]]:
    """All parts of the reply above, each with its key, by what it says it is."""
    by = dict(zip((Audience.DEVICE, Audience.SCOPE), seeds, strict=True))
    found = []
    for part in bundle.read(data):
        if part.audience is Audience.CENTRE:
            raise WireError(WireCode.MISDIRECTED)
        found.append(bundle.open_reply(part, by[part.audience], age.public_half(CENTRE)))
    if len(found) != len(by):
        raise WireError(WireCode.MALFORMED)  # a part is gone: the other one stands by itself
    return found


def code_of(data: bytes, seed: bytes = CENTRE) -> WireCode:
    """Why a request is refused."""
    with pytest.raises(WireError) as wrong:
        bundle.open_request(data, seed)
    return wrong.value.code


def test_what_was_written_is_read() -> None:
    payloads = bundle.open_request(A_REQUEST, CENTRE)
    assert isinstance(payloads, list)
    assert [payload[0] for payload in payloads] == [FrameType.HELLO, FrameType.OPERATIONS]
    (head, frames), (other, _) = read_reply(A_REPLY)
    assert (head, other) == (HEAD, ReplyHead(3))
    assert [type(codec.unpack_down(payload)) for payload in frames] == [Result, End]
    own, shared = bundle.read(A_REPLY)
    assert (own.audience, own.number) == (Audience.DEVICE, 17)
    assert (shared.audience, shared.scope, shared.generation) == (Audience.SCOPE, 5040, 2)


def test_the_usual_tool_opens_a_part_with_the_usual_key() -> None:
    """What is in a part is an age file: its first line says so, and its recipient is an SSH key."""
    (part,) = bundle.read(A_REQUEST)
    assert part.body.startswith(b"age-encryption.org/v1\n-> ssh-ed25519 ")


@given(st.binary(max_size=400))
def test_any_bytes_are_no_bundle(data: bytes) -> None:
    for written in (data, bundle.MAGIC + data, bundle.MAGIC + b"\x01" + data):
        code_of(written)
        with pytest.raises(WireError):
            read_reply(written)


@given(st.binary(max_size=600))
def test_any_bytes_inside_the_seal_are_refused(plain: bytes) -> None:
    public = age.public_half(CENTRE)
    for content in (b"\x01", b"\x02", b""):
        body = age.sealed(content + plain, public)
        data = bundle.write([Part(Audience.CENTRE, bundle.key_number(public), body)])
        try:
            payloads = bundle.open_request(data, CENTRE)
        except WireError:
            continue
        assert isinstance(payloads, list)
        assert all(len(payload) >= 2 for payload in payloads)


@given(st.integers(0, len(A_REQUEST) * 8 - 1), st.integers(0, len(A_REPLY) * 8 - 1))
def test_no_bit_can_be_changed(one: int, other: int) -> None:
    code_of(flipped(A_REQUEST, one))
    with pytest.raises(WireError):
        read_reply(flipped(A_REPLY, other))


def flipped(data: bytes, bit: int) -> bytes:
    """The same with one bit changed."""
    at = bit // 8
    return data[:at] + bytes([data[at] ^ 1 << bit % 8]) + data[at + 1 :]


def test_nothing_can_be_cut_off() -> None:
    for end in range(len(A_REQUEST)):
        code_of(A_REQUEST[:end])
    for end in range(len(A_REPLY)):
        with pytest.raises(WireError):
            read_reply(A_REPLY[:end])


def test_a_file_for_somebody_else_says_so() -> None:
    assert code_of(A_REQUEST, STRANGER) == WireCode.MISDIRECTED
    assert code_of(A_REPLY) == WireCode.MISDIRECTED
    for seeds in ((STRANGER, SCOPE), (LAPTOP, STRANGER)):
        with pytest.raises(WireError) as wrong:
            read_reply(A_REPLY, seeds)
        assert wrong.value.code == WireCode.MISDIRECTED


def test_what_another_centre_signed_is_not_believed() -> None:
    reader = Reader(Audience.DEVICE, 17, age.public_half(LAPTOP))
    forged = bundle.reply_part(reader, HEAD, [], STRANGER)
    with pytest.raises(WireError) as wrong:
        bundle.open_reply(forged, LAPTOP, age.public_half(CENTRE))
    assert wrong.value.code == WireCode.NOT_TRUSTED


def test_a_part_signed_for_one_reader_is_nothing_for_another() -> None:
    part, _ = _parts()
    moved = Part(Audience.DEVICE, 18, part.body)
    with pytest.raises(WireError) as wrong:
        bundle.open_reply(moved, LAPTOP, age.public_half(CENTRE))
    assert wrong.value.code == WireCode.NOT_TRUSTED


def test_an_enrolment_is_signed_by_the_key_it_is_about() -> None:
    ask = EnrolAsk(1, b"", "ABC", age.public_half(LAPTOP), bytes(32))
    assert bundle.open_request(bundle.enrolment(ask, LAPTOP, age.public_half(CENTRE)), CENTRE) == ask
    assert code_of(bundle.enrolment(ask, STRANGER, age.public_half(CENTRE))) == WireCode.NOT_TRUSTED


def test_a_newer_form_of_file_says_so() -> None:
    assert code_of(bundle.MAGIC + b"\x02" + A_REQUEST[9:]) == WireCode.UPGRADE_NEEDED


# -- sizes ---------------------------------------------------------------------------------------------------


def test_a_file_that_is_too_long_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "LIMIT", len(A_REQUEST) - 1)
    assert code_of(A_REQUEST) == WireCode.TOO_LARGE


def test_a_file_of_many_parts_is_not_opened() -> None:
    part, _ = _parts()
    with pytest.raises(WireError):
        bundle.read(bundle.write([part] * (bundle.PARTS_LIMIT + 1)))


def test_a_seal_of_many_recipients_is_not_tried() -> None:
    (part,) = bundle.read(A_REQUEST)
    first, stanza, rest = part.body.split(b"\n", 2)
    crowd = first + (b"\n" + stanza + b"\n" + rest.split(b"\n", 1)[0]) * 1000 + b"\n" + rest
    with pytest.raises(WireError) as wrong:
        age.opened(crowd, CENTRE)
    assert wrong.value.code == WireCode.MALFORMED


def test_a_bomb_in_a_frame_takes_no_memory() -> None:
    bomb = zstd.compress(bytes(1 << 26), 1)
    payload = bytes((FrameType.RESULT, 1)) + bomb
    frame = len(payload).to_bytes(4, "big") + payload
    reader = Reader(Audience.DEVICE, 17, age.public_half(LAPTOP))
    _, payloads = bundle.open_reply(bundle.reply_part(reader, HEAD, [frame], CENTRE), LAPTOP, age.public_half(CENTRE))
    with pytest.raises(WireError) as wrong:
        codec.unpack_down(payloads[0])
    assert wrong.value.code in (WireCode.TOO_LARGE, WireCode.MALFORMED)


def test_a_frame_that_announces_too_much_is_refused() -> None:
    stream = (1 << 30).to_bytes(4, "big") + random.Random(1).randbytes(50)
    public = age.public_half(CENTRE)
    body = age.sealed(b"\x01" + stream, public)
    assert code_of(bundle.write([Part(Audience.CENTRE, bundle.key_number(public), body)])) == WireCode.TOO_LARGE


def test_the_seal_costs_a_few_hundred_bytes() -> None:
    (part,) = bundle.read(A_REQUEST)
    inside = len(age.opened(part.body, CENTRE))
    assert len(A_REQUEST) - len(part.body) + 1 <= 23
    assert len(part.body) - inside < 500
