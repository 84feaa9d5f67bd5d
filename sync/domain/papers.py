"""The content of a paper: its chunks, the one hash that stands for all of it, and what kind of file it is.

A paper travels in chunks of 64 kB, the last one shorter. Each chunk has a keyed BLAKE2b hash, and the root is the keyed
hash of the size and all of these: the record of a paper holds the root only, and whoever holds the list of hashes can
tell each chunk by itself (sync.md 3.7, docs/adr/0017).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Final

CHUNK_BYTES: Final = 65_536
PIECE_BYTES: Final = 8192
"""What travels in one frame: a cut costs at most this and its frame (docs/adr/0017). Chunks are whole pieces."""
PAPER_LIMIT: Final = 16_777_216
"""No paper is larger: at 64 kbit/s it takes more than half an hour."""
HASH_BYTES: Final = 32
CHUNKS_LIMIT: Final = PAPER_LIMIT // CHUNK_BYTES
_CHUNK_KEY, _ROOT_KEY = b"massar chunk 1", b"massar paper 1"
_FIRST_BYTES: Final[Mapping[str, Sequence[bytes]]] = {
    "pdf": (b"%PDF-",),
    "jpeg": (b"\xff\xd8\xff",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "tiff": (b"II*\x00", b"MM\x00*"),
}
MEDIA: Final = tuple(_FIRST_BYTES)


def media_of(content: bytes) -> str | None:
    """What kind of file a paper is, by its first bytes and never by its name; None for one that is not taken."""
    found = (media for media, starts in _FIRST_BYTES.items() if content.startswith(tuple(starts)))
    return next(found, None)


def chunk_hash(chunk: bytes) -> bytes:
    """The keyed hash of one chunk."""
    return blake2b(chunk, key=_CHUNK_KEY, digest_size=HASH_BYTES).digest()


def chunk_hashes(content: bytes) -> bytes:
    """The hashes of all chunks, one after the other."""
    return b"".join(chunk_hash(content[at : at + CHUNK_BYTES]) for at in range(0, len(content), CHUNK_BYTES))


def root_of(size: int, hashes: bytes) -> str:
    """The one hash of a paper of `size` bytes with these chunks, in hexadecimal."""
    return blake2b(size.to_bytes(8, "big") + hashes, key=_ROOT_KEY, digest_size=HASH_BYTES).hexdigest()


def is_list_of(root: str, size: int, hashes: bytes) -> bool:
    """True when these are the hashes of the chunks of the paper with this root and size."""
    count = -(-size // CHUNK_BYTES)
    return 0 < size <= PAPER_LIMIT and len(hashes) == count * HASH_BYTES and root_of(size, hashes) == root


def hash_at(hashes: bytes, number: int) -> bytes:
    """The hash of chunk `number`, from 0."""
    return hashes[number * HASH_BYTES : (number + 1) * HASH_BYTES]


def chunk_end(at: int, size: int) -> int:
    """Where the chunk ends in which byte `at` of a paper lies."""
    return min((at // CHUNK_BYTES + 1) * CHUNK_BYTES, size)
