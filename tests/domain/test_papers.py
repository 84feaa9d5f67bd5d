"""The content of a paper: its kind by its first bytes, its chunks, and the one hash of all of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.domain.papers import (
    CHUNK_BYTES,
    HASH_BYTES,
    MEDIA,
    PAPER_LIMIT,
    PIECE_BYTES,
    chunk_end,
    chunk_hash,
    chunk_hashes,
    hash_at,
    is_list_of,
    media_of,
    root_of,
)


@pytest.mark.parametrize(
    ("start", "media"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\xff\xd8\xff\xe0JFIF", "jpeg"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"II*\x00", "tiff"),
        (b"MM\x00*", "tiff"),
        (b"", None),
        (b"%PD", None),
        (b"PK\x03\x04", None),
        (b"<svg>", None),
    ],
)
def test_a_file_is_what_its_first_bytes_say(start: bytes, media: str | None) -> None:
    assert media_of(start) == media
    assert media is None or media in MEDIA


def test_chunks_are_whole_pieces_and_a_paper_whole_chunks() -> None:
    assert CHUNK_BYTES % PIECE_BYTES == 0
    assert PAPER_LIMIT % CHUNK_BYTES == 0


@given(st.integers(1, 3 * CHUNK_BYTES), st.binary(min_size=1, max_size=8))
def test_each_chunk_can_be_told_by_the_list_and_the_list_by_the_root(size: int, seed: bytes) -> None:
    content = (seed * size)[:size]
    hashes = chunk_hashes(content)
    root = root_of(size, hashes)
    assert is_list_of(root, size, hashes)
    assert not is_list_of(root, size + 1, hashes)
    assert not is_list_of(root, size, hashes + bytes(HASH_BYTES))
    at = 0
    while at < size:
        end = chunk_end(at, size)
        assert chunk_hash(content[at:end]) == hash_at(hashes, at // CHUNK_BYTES)
        at = end
    assert at == size


def test_a_list_that_no_paper_has_is_none() -> None:
    assert not is_list_of(root_of(0, b""), 0, b"")
    many = bytes((PAPER_LIMIT // CHUNK_BYTES + 1) * HASH_BYTES)
    assert not is_list_of(root_of(PAPER_LIMIT + 1, many), PAPER_LIMIT + 1, many)
