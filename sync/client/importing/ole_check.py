"""Looks into old .xls containers before they are opened: the reader stops badly at one whose end is missing."""

from __future__ import annotations

import struct
from typing import Final

from sync.client.importing.errors import NotASpreadsheet

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SIZE_LIMIT: Final = 200 * 1024 * 1024
_FREE: Final = 0xFFFFFFFF
_WORD, _ENCRYPTED = "WordDocument".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")
_HEADER_BYTES: Final = 512
_SECTOR_SHIFTS: Final = (9, 12)


def check_container(data: bytes) -> None:
    """Refuse a text document, a protected workbook and a container cut short; raises NotASpreadsheet."""
    if len(data) > SIZE_LIMIT:
        raise NotASpreadsheet("file_too_large")
    if _ENCRYPTED in data:
        raise NotASpreadsheet("file_has_password")
    if _WORD in data:
        raise NotASpreadsheet("file_not_spreadsheet")
    if len(data) < _wanted_bytes(data):
        raise NotASpreadsheet("file_truncated")


def _wanted_bytes(data: bytes) -> int:
    """How long the container says it is: its allocation table names every sector in use ([MS-CFB] 2.2 and 2.3)."""
    if len(data) < _HEADER_BYTES:
        return _HEADER_BYTES
    shift: int = struct.unpack_from("<H", data, 30)[0]
    if shift not in _SECTOR_SHIFTS:
        raise NotASpreadsheet("file_truncated")
    size = 1 << shift
    per_sector = size // 4
    last: int = -1
    sectors: tuple[int, ...] = struct.unpack_from("<109I", data, 76)
    for number, sector in enumerate(sectors):
        start = (sector + 1) * size
        if sector == _FREE:
            break
        if start + size > len(data):
            return start + size
        table = struct.unpack_from(f"<{per_sector}I", data, start)
        used = [index for index, entry in enumerate(table) if entry != _FREE]
        if used:
            last = number * per_sector + used[-1]
    return (last + 2) * size
