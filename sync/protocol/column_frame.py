"""The bytes around columns: which dictionary, a check of the content, what did not fit into columns, the columns.

form (1 byte), hash of the dictionary (4, zeros for none), check of the content (4), length of the long part (varint),
the long part (zstd), the columns (range coder).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, Generic, TypeVar

from backports import zstd

from sync.domain.canonical import NotCanonical, read_varint, write_varint
from sync.protocol.column_coders import BLOB_LIMIT, Columns
from sync.protocol.column_ids import Ids, Ranges
from sync.protocol.column_text import Hint
from sync.protocol.column_values import Values
from sync.protocol.errors import WireCode, WireError
from sync.protocol.messages import UNPACKED_LIMIT
from sync.protocol.range_coder import Coder, Reader, Writer
from sync.protocol.shares import Store

FORM: Final = 1
HASH_BYTES: Final = 4
CHECK_BYTES: Final = 4
NO_DICTIONARY: Final = bytes(HASH_BYTES)
_HEAD: Final = 1 + HASH_BYTES + CHECK_BYTES
_LEVEL: Final = 19
_WINDOW_LOG: Final = BLOB_LIMIT.bit_length() - 1
Item = TypeVar("Item")
Hints = Mapping[tuple[int, int], Hint]


class Machine(Generic[Item]):
    """Codes the items of one frame, one after the other; what is read is given back."""

    def __init__(self, coder: Coder, store: Store, hints: Hints, ranges: Ranges | None = None) -> None:
        self.columns = Columns(coder, store)
        self.blob = self.columns.blob
        self.ids = Ids(self.columns, ranges)
        self.values = Values(self.columns, self.ids, hints)

    def code(self, item: Item | None) -> tuple[Item, int]:
        """One item and about how many bytes it takes unpacked; given None it is read."""
        raise NotImplementedError


def check_of(items: Iterable[bytes]) -> bytes:
    """The check of the content: four bytes of the BLAKE2b of all items."""
    made = hashlib.blake2b(digest_size=CHECK_BYTES)
    for item in items:
        made.update(len(item).to_bytes(4, "big"))
        made.update(item)
    return made.digest()


def write_items(machine: Machine[Item], writer: Writer, items: Sequence[Item], limit: int) -> tuple[int, bytes]:
    """As many items as fit into `limit` bytes, at least one where there is one, and their bytes without a head."""
    columns, blob = machine.columns, machine.blob
    more = columns.store.bit("more")
    count = long_bytes = 0
    for item in items:
        state, learned, long_at = writer.state, more.copy(), len(blob.data)
        writer.bit(more, 1)
        machine.code(item)
        if len(blob.data) > long_at:
            long_bytes += len(zstd.compress(bytes(blob.data[long_at:])))
        if count and writer.size + long_bytes + _HEAD > limit:
            writer.state, more[:] = state, learned
            del blob.data[long_at:]
            break
        count += 1
    writer.bit(more, 0)
    out = bytearray()
    packed = zstd.compress(bytes(blob.data), _LEVEL) if blob.data else b""
    write_varint(out, len(packed))
    return count, bytes(out) + packed + writer.finish()


def read_items(make: Callable[[Reader], Machine[Item]], body: bytes, most: int) -> Iterator[Item]:
    """The items of `write_items`; raises WireError, also when there are more than `most` or they are too large."""
    try:
        length, at = read_varint(body, 0)
    except NotCanonical as wrong:
        raise WireError(WireCode.MALFORMED) from wrong
    if at + length > len(body):
        raise WireError(WireCode.MALFORMED)
    reader = Reader(body[at + length :])
    machine = make(reader)
    if length:
        machine.blob.data[:] = unzip(body[at : at + length], BLOB_LIMIT, _WINDOW_LOG)
    more = machine.columns.store.bit("more")
    size = count = 0
    while reader.bit(more, 0):
        item, taken = machine.code(None)
        size += taken
        count += 1
        if count > most:
            raise WireError(WireCode.MALFORMED)
        if size > UNPACKED_LIMIT:
            raise WireError(WireCode.TOO_LARGE)
        yield item
    reader.finish()
    if machine.blob.at != len(machine.blob.data):
        raise WireError(WireCode.MALFORMED)


def unzip(packed: bytes, limit: int, window_log: int) -> bytes:
    """Unpack with a cap: one byte more than allowed is asked for, never the size that the frame claims."""
    try:
        unpacker = zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: window_log})
        plain = unpacker.decompress(packed, max_length=limit + 1)
    except zstd.ZstdError as wrong:
        raise WireError(WireCode.MALFORMED) from wrong
    if len(plain) > limit:
        raise WireError(WireCode.TOO_LARGE)
    if not unpacker.eof or unpacker.unused_data:
        raise WireError(WireCode.MALFORMED)
    return plain


def head(dictionary: bytes, check: bytes) -> bytes:
    """The bytes before a body."""
    return bytes((FORM,)) + dictionary + check


def split_head(data: bytes) -> tuple[bytes, bytes, bytes]:
    """Dictionary, check and body of a frame; raises WireError."""
    if len(data) < _HEAD or data[0] != FORM:
        raise WireError(WireCode.MALFORMED)
    return data[1 : 1 + HASH_BYTES], data[1 + HASH_BYTES : _HEAD], data[_HEAD:]
