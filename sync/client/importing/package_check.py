"""Looks into .xlsx and .ods packages before they are opened: is it whole, and how large would the table be?

The reader lays a sheet out as a full rectangle up to the last filled cell, so one stray value in the last of a million
rows would cost hundreds of megabytes. Both checks stream: memory stays flat whatever the file claims.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path
from typing import IO
from xml.parsers import expat

from sync.client.importing.errors import NotASpreadsheet

ROW_LIMIT = 100_000
CELL_LIMIT = 3_000_000
UNPACKED_LIMIT = 400 * 1024 * 1024
"""Bytes of one package once unpacked; a list of 15,000 people has some 15 MB."""

_CHUNK = 1 << 16
"""Read at once: with a megabyte the cells found in it took eleven, and a tenth more time."""
_TEXT_LIMIT = 1 << 20
"""Bytes without the end of a tag: a cell holds 32,767 characters, each of them six bytes at the most."""
_FILLED_CELL = re.compile(rb'<(?:\w+:)?c r="([A-Z]{1,3})([0-9]{1,7})"(?:[^>]*[^/>])?>')
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"


def check_area(rows: int, columns: int) -> None:
    """Refuse a table beyond the limits with NotASpreadsheet("file_too_large")."""
    if rows > ROW_LIMIT or rows * columns > CELL_LIMIT:
        raise NotASpreadsheet("file_too_large", rows=rows, columns=columns)


def check_package(path: Path) -> None:
    """Refuse a package that is truncated, is no spreadsheet, or would not fit; raises NotASpreadsheet."""
    try:
        with zipfile.ZipFile(path) as package:
            _check_parts(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, expat.ExpatError) as broken:
        raise NotASpreadsheet("file_truncated") from broken
    except RuntimeError as locked:  # zipfile says so of an encrypted part
        raise NotASpreadsheet("file_has_password") from locked


def _check_parts(package: zipfile.ZipFile) -> None:
    parts = {info.filename: info for info in package.infolist()}
    workbook = any(name in parts for name in ("xl/workbook.xml", "xl/workbook.bin"))
    document = "content.xml" in parts and _is_ods(package, parts)
    if not workbook and not document:
        raise NotASpreadsheet("file_not_spreadsheet")
    if sum(info.file_size for info in parts.values()) > UNPACKED_LIMIT:
        raise NotASpreadsheet("file_too_large")
    for name in parts:
        with package.open(name) as part:
            if name == "content.xml" and document:
                _check_ods(part)
            elif name.startswith("xl/worksheets/") and name.endswith(".xml"):
                _check_worksheet(part)
            elif name.startswith("xl/"):
                _read_through(part)


def _is_ods(package: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo]) -> bool:
    return "mimetype" not in parts or b"spreadsheet" in package.read("mimetype")[:200]


def _read_through(part: IO[bytes]) -> None:
    """Unpack a part, which checks its sum."""
    while part.read(_CHUNK):
        pass


def _check_worksheet(part: IO[bytes]) -> None:
    last_row, columns, rest = 0, set[bytes](), b""
    while chunk := part.read(_CHUNK):
        window = rest + chunk
        whole = window.rfind(b">") + 1
        found = _FILLED_CELL.findall(window, 0, whole)
        rest = window[whole:]
        if found:
            last_row = max(last_row, int(found[-1][1]))
            columns |= {column for column, _ in found}
            check_area(last_row, 1)
        if len(rest) > _TEXT_LIMIT:
            raise NotASpreadsheet("file_too_large")
    check_area(last_row, max(map(_column_number, columns), default=1))


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


class _OdsArea:
    """Follows the rows and cells of an .ods table; repeated ones are counted, not laid out."""

    def __init__(self) -> None:
        self.row = self.column = 0
        self.repeat = 1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == f"{_TABLE} table":
            self.row = 0
        elif name == f"{_TABLE} table-row":
            self.repeat, self.column = _repeated(attributes, "rows"), 0
        elif name in (f"{_TABLE} table-cell", f"{_TABLE} covered-table-cell"):
            self.column += _repeated(attributes, "columns")
            if f"{_OFFICE} value-type" in attributes:
                check_area(self.row + self.repeat, self.column)

    def end(self, name: str) -> None:
        if name == f"{_TABLE} table-row":
            self.row += self.repeat


def _repeated(attributes: dict[str, str], what: str) -> int:
    text = attributes.get(f"{_TABLE} number-{what}-repeated", "1")
    return int(text) if text.isascii() and text.isdigit() else 1


def _check_ods(part: IO[bytes]) -> None:
    parser, area = expat.ParserCreate(namespace_separator=" "), _OdsArea()
    parser.StartElementHandler = area.start
    parser.EndElementHandler = area.end
    parser.ParseFile(part)
