"""Which frames travel in columns: their list packed by columns.py behind the rest of the frame as MessagePack."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec

from sync.domain.canonical import NotCanonical, read_varint, write_varint
from sync.protocol import columns
from sync.protocol.columns import Dictionary
from sync.protocol.errors import WireCode, WireError
from sync.protocol.messages import Copy, Frame, FrameType, Operations, Page, Result

_encoder = msgspec.msgpack.Encoder()


@dataclass(frozen=True, slots=True)
class _Form:
    """A type of frame whose list goes in columns."""

    name: str
    pack: Callable[[Any, Dictionary], bytes]
    unpack: Callable[[bytes], Any]
    head: msgspec.msgpack.Decoder[Any]


def _form(
    cls: type[Frame], name: str, pack: Callable[[Any, Dictionary], bytes], unpack: Callable[[bytes], Any]
) -> _Form:
    return _Form(name, pack, unpack, msgspec.msgpack.Decoder(cls))


_FORMS: dict[FrameType, _Form] = {
    FrameType.OPERATIONS: _form(Operations, "operations", columns.pack_operations, columns.unpack_operations),
    FrameType.RESULT: _form(Result, "verdicts", columns.pack_verdicts, columns.unpack_verdicts),
    FrameType.PAGE: _form(Page, "changes", columns.pack_changes, columns.unpack_changes),
    FrameType.COPY: _form(Copy, "rows", columns.pack_rows, columns.unpack_rows),
}


def pack(frame_type: FrameType, frame: Frame, dictionary: Dictionary) -> bytes | None:
    """The body of a frame in columns; None for one that has no list, or holds what columns cannot say."""
    form = _FORMS.get(frame_type)
    items = getattr(frame, form.name) if form else None
    if form is None or not items:
        return None
    try:
        return join(msgspec.structs.replace(frame, **{form.name: []}), form.pack(items, dictionary))
    except (ValueError, WireError):
        return None


def join(rest: Frame, packed: bytes) -> bytes:
    """The body of a frame from the rest of it, whose list is empty, and the list in columns."""
    head, out = _encoder.encode(rest), bytearray()
    write_varint(out, len(head))
    return bytes(out) + head + packed


def unpack(frame_type: FrameType, body: bytes) -> Frame:
    """The frame of a body of `pack`; raises WireError."""
    form = _FORMS.get(frame_type)
    if form is None:
        raise WireError(WireCode.MALFORMED)
    try:
        length, at = read_varint(body, 0)
        frame: Frame = form.head.decode(body[at : at + length])
    except (NotCanonical, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as wrong:
        raise WireError(WireCode.MALFORMED) from wrong
    if getattr(frame, form.name):
        raise WireError(WireCode.MALFORMED)
    return msgspec.structs.replace(frame, **{form.name: form.unpack(body[at + length :])})
