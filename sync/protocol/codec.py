"""Frames to bytes and back: length, type, body, and on the way up a signature. Caps come before decompression.

On the wire a frame is: length of the rest (4 bytes, big-endian), type (1 byte), packing (1 byte: 0 plain, 1 zstd,
2 columns), body, and for upward frames an Ed25519 signature (64 bytes, RFC 8032) over request id, index, type,
packing and body.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence

import msgspec
from backports import zstd

from sync.protocol import columns, packing
from sync.protocol.column_frame import unzip
from sync.protocol.columns import Dictionary
from sync.protocol.errors import WireCode, WireError
from sync.protocol.messages import (
    FRAME_LIMIT,
    UNPACKED_LIMIT,
    Frame,
    FrameType,
    Hello,
    Operations,
    Sealed,
)
from sync.protocol.registry import DOWN, TYPE_OF, UP

Sign = Callable[[bytes], bytes]
Verify = Callable[[bytes, bytes], bool]

SIGNATURE_BYTES = 64
LENGTH, _HEAD = 4, 2
_PLAIN, _ZSTD, _COLUMNS = range(3)
_AROUND = LENGTH + _HEAD + 14 + SIGNATURE_BYTES
"""Bytes of an OPERATIONS frame beside its columns: between them stands the hash of the predicted effects."""
PACKINGS = ("plain", "zstd", "columns")
"""Names of the packings, by number."""
_LEVEL = 9
_WINDOW_LOG = UNPACKED_LIMIT.bit_length() - 1
"""No window larger than a whole frame is ever allocated, whatever a frame claims."""
_encoder = msgspec.msgpack.Encoder()
_decoders = {number: msgspec.msgpack.Decoder(cls) for number, cls in {**UP, **DOWN}.items()}


def pack(frame: Frame, dictionary: Dictionary | None = None) -> bytes:
    """Type, packing and body of a frame, in columns where it has any; by the newest dictionary if none is named."""
    number = TYPE_OF[type(frame)]
    plain = _encoder.encode(frame)
    body = packing.pack(number, frame, dictionary or columns.newest())
    if body is not None and len(body) < len(plain):
        return bytes((number, _COLUMNS)) + body
    packed = zstd.compress(plain, _LEVEL)
    smaller = len(packed) < len(plain)
    return bytes((number, _ZSTD if smaller else _PLAIN)) + (packed if smaller else plain)


def operation_frames(
    operations: Sequence[Sealed], limit: int, dictionary: Dictionary | None = None
) -> Iterator[tuple[int, bytes]]:
    """Operations for frames of at most `limit` bytes on the wire: how many, and the bytes for `with_prediction`."""
    return columns.operation_frames(operations, limit - _AROUND, dictionary)


def with_prediction(packed: bytes, predicted: bytes) -> bytes:
    """A packed OPERATIONS frame, from operations in columns and the hash of the effects predicted for them."""
    return bytes((FrameType.OPERATIONS, _COLUMNS)) + packing.join(Operations([], predicted), packed)


def unpack(data: bytes, allowed: Container[int]) -> Frame:
    """The frame of `pack`; WireError when it is malformed, of another type, or too large once unpacked."""
    if len(data) < _HEAD or data[0] not in allowed or data[1] > _COLUMNS:
        raise WireError(WireCode.MALFORMED)
    body = data[_HEAD:]
    if data[1] == _COLUMNS:
        return packing.unpack(FrameType(data[0]), body)
    if data[1] == _ZSTD:
        body = unzip(body, UNPACKED_LIMIT, _WINDOW_LOG)
    try:
        return _decoders[FrameType(data[0])].decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as wrong:
        raise WireError(WireCode.MALFORMED) from wrong


def _framed(payload: bytes) -> bytes:
    return len(payload).to_bytes(LENGTH, "big") + payload


def seal(frame: Frame | bytes, request: bytes, index: int, sign: Sign) -> bytes:
    """An upward frame, packed already or not, signed by the device as number `index` of a request."""
    packed = frame if isinstance(frame, bytes) else pack(frame)
    return _framed(packed + sign(_signed(packed, request, index)))


def _signed(packed: bytes, request: bytes, index: int) -> bytes:
    return b"massar-up-1" + request + index.to_bytes(4, "big") + packed


def open_hello(payload: bytes) -> Hello:
    """The HELLO of a payload, its signature not yet checked (it says which device to check it with)."""
    hello = unpack(payload[:-SIGNATURE_BYTES], (FrameType.HELLO,))
    if not isinstance(hello, Hello) or len(hello.request) != 16:
        raise WireError(WireCode.MALFORMED)
    return hello


def check(payload: bytes, request: bytes, index: int, verify: Verify) -> bytes:
    """The packed frame of a signed payload; WireError when the signature is not the device's."""
    packed, signature = payload[:-SIGNATURE_BYTES], payload[-SIGNATURE_BYTES:]
    if not verify(signature, _signed(packed, request, index)):
        raise WireError(WireCode.NOT_TRUSTED)
    return packed


def down(frame: Frame, dictionary: Dictionary | None = None) -> bytes:
    """A downward frame, by a dictionary that the office has."""
    return _framed(pack(frame, dictionary))


def unpack_down(payload: bytes) -> Frame:
    """The downward frame of a payload."""
    return unpack(payload, DOWN)


class Splitter:
    """Cuts a byte stream into payloads; what is not whole yet waits."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The payloads that are whole now; WireError when one announces more than the limit."""
        self._buffer += data
        while len(self._buffer) >= LENGTH:
            length = int.from_bytes(self._buffer[:LENGTH], "big")
            if length > FRAME_LIMIT:
                raise WireError(WireCode.TOO_LARGE)
            if length < _HEAD:
                raise WireError(WireCode.MALFORMED)
            if len(self._buffer) < LENGTH + length:
                return
            payload = bytes(self._buffer[LENGTH : LENGTH + length])
            del self._buffer[: LENGTH + length]
            yield payload

    @property
    def waiting(self) -> int:
        """Bytes of a frame that is not whole."""
        return len(self._buffer)
