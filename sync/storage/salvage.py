"""Rows out of an encrypted file that SQLite no longer opens: each page is decrypted and read on its own.

Reads SQLCipher 4 pages (AES-256-CBC, 4,096 bytes, of which the last 80 hold IV and HMAC) and SQLite's table leaves
(the file format's chapter "B-tree pages"). HMACs are not asked: a page with one bad sector still holds good rows, so
the caller proves each row by a hash of its own.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

PAGE, _RESERVED, _IV, _SALT = 4096, 80, 16, 16
_USABLE = PAGE - _RESERVED
_WAL_HEAD, _FRAME_HEAD = 32, 24
_TABLE_LEAF = 0x0D
_FILE_HEADER = 100
_INT_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_MOST_COLUMNS = 200

Cell = None | int | float | bytes


class _Pages:
    """The pages of a database file, the newest of its write-ahead log first."""

    def __init__(self, file: bytes | mmap.mmap, log: bytes, key: bytes) -> None:
        self._file = file
        self._log = log
        self._key = key
        self._newest = _newest_frames(log)

    def numbers(self) -> Iterator[int]:
        """Every page number there is."""
        in_file = -(-len(self._file) // PAGE)
        yield from range(1, max([in_file, *self._newest]) + 1)

    def page(self, number: int) -> bytes:
        """The decrypted page, without its reserved end; empty when there is none."""
        at = self._newest.get(number)
        source, start = (self._file, (number - 1) * PAGE) if at is None else (self._log, at)
        raw = bytes(source[start : start + PAGE])
        if len(raw) < PAGE:
            return b""
        head = _SALT if number == 1 else 0
        decryptor = Cipher(AES(self._key), CBC(raw[_USABLE : _USABLE + _IV])).decryptor()
        return bytes(head) + decryptor.update(raw[head:_USABLE])


def salvage(path: Path, key: bytes) -> Iterator[Sequence[Cell]]:
    """Every row of every table leaf that can still be read, as its stored columns; texts stay UTF-8 bytes.

    Writes nothing and opens no database. Rows of other tables, old rows of free pages and, on damaged pages, nonsense
    come along: keep only what proves itself. Raises OSError.
    """
    log_path = path.with_name(path.name + "-wal")
    log = log_path.read_bytes() if log_path.exists() else b""
    if not path.stat().st_size:
        yield from _all_rows(_Pages(b"", log, key))
        return
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        yield from _all_rows(_Pages(content, log, key))


def _newest_frames(log: bytes) -> dict[int, int]:
    """Page number -> where its newest committed version begins in the log. Checksums are not asked, see above."""
    salts, newest, waiting = log[16:24], dict[int, int](), dict[int, int]()
    for at in range(_WAL_HEAD, len(log) - _FRAME_HEAD - PAGE + 1, _FRAME_HEAD + PAGE):
        number, committed = struct.unpack_from(">II", log, at)
        if log[at + 8 : at + 16] != salts or not 0 < number < 1 << 24:
            continue  # left over from before the log was begun again, or damaged
        waiting[number] = at + _FRAME_HEAD
        if committed:
            newest |= waiting
            waiting = {}
    return newest


def _all_rows(pages: _Pages) -> Iterator[Sequence[Cell]]:
    for number in pages.numbers():
        yield from _rows(pages, number)


def _rows(pages: _Pages, number: int) -> Iterator[Sequence[Cell]]:
    page = pages.page(number)
    head = _FILE_HEADER if number == 1 else 0
    if len(page) < head + 8 or page[head] != _TABLE_LEAF:
        return
    (count,) = struct.unpack_from(">H", page, head + 3)
    for index in range(min(count, (len(page) - head - 8) // 2)):
        (start,) = struct.unpack_from(">H", page, head + 8 + index * 2)
        try:
            yield _record(_payload(pages, page, start))
        except (IndexError, struct.error, ValueError):
            continue  # this cell is damaged, its neighbours may not be


def _payload(pages: _Pages, page: bytes, start: int) -> bytes:
    size, at = _varint(page, start)
    _, at = _varint(page, at)  # the rowid
    most_here = _USABLE - 35
    if size <= most_here:
        return page[at : at + size]
    if size > 1 << 24:
        raise ValueError("longer than any record")
    least = (_USABLE - 12) * 32 // 255 - 23
    here = least + (size - least) % (_USABLE - 4)
    here = here if here <= most_here else least
    parts, missing = [page[at : at + here]], size - here
    (following,) = struct.unpack_from(">I", page, at + here)
    while missing > 0:
        more = pages.page(following)
        (following,) = struct.unpack_from(">I", more, 0)
        parts.append(more[4 : 4 + missing])
        missing -= len(more) - 4
    return b"".join(parts)


def _record(payload: bytes) -> Sequence[Cell]:
    head_size, at = _varint(payload, 0)
    types: list[int] = []
    while at < head_size and len(types) < _MOST_COLUMNS:
        one, at = _varint(payload, at)
        types.append(one)
    cells: list[Cell] = []
    for one in types:
        cell, at = _cell(payload, at, one)
        cells.append(cell)
    return cells


def _cell(payload: bytes, at: int, serial: int) -> tuple[Cell, int]:
    if serial == 0:
        return None, at
    if serial in (8, 9):
        return serial - 8, at
    if serial == 7:
        return struct.unpack_from(">d", payload, at)[0], at + 8
    if serial in (10, 11):
        raise ValueError("reserved serial type")
    size = _INT_SIZES[serial] if serial in _INT_SIZES else (serial - 12) // 2
    data = payload[at : at + size]
    if len(data) < size:
        raise ValueError("cut short")
    return (int.from_bytes(data, signed=True) if serial in _INT_SIZES else data), at + size


def _varint(data: bytes, at: int) -> tuple[int, int]:
    number = 0
    for index in range(8):
        byte = data[at + index]
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, at + index + 1
    return number << 8 | data[at + 8], at + 9
