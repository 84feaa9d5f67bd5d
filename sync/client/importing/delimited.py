"""Text tables: .csv with semicolon, comma or tab, in UTF-8 or in the Arabic code page of Windows."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter

from sync.client.importing.errors import NotASpreadsheet
from sync.client.importing.package_check import CELL_LIMIT, ROW_LIMIT

SIZE_LIMIT = 60 * 1024 * 1024
_DELIMITERS = ";,\t|"
_SAMPLE_LINES = 60
_BLANK: list[str] = []


def read_delimited(data: bytes) -> list[list[str]]:
    """The rows of a text table; blank ones are empty lists. Raises NotASpreadsheet."""
    if len(data) > SIZE_LIMIT:
        raise NotASpreadsheet("file_too_large")
    text = decoded(data)
    if "\0" in text:
        raise NotASpreadsheet("file_not_spreadsheet")
    separator = _declared(text) or sniffed(text)
    rows: list[list[str]] = []
    filled = cells = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            if any(map(str.strip, row)):
                filled, cells = filled + 1, cells + len(row)
                rows.append(row)
            else:
                rows.append(_BLANK)
            if filled > ROW_LIMIT or cells > CELL_LIMIT:
                raise NotASpreadsheet("file_too_large", rows=len(rows))
    except csv.Error as wrong:
        raise NotASpreadsheet("file_not_spreadsheet") from wrong
    if rows and _declared(text):
        rows[0] = _BLANK
    return rows


def decoded(data: bytes) -> str:
    """Text of a file: by its byte order mark, as UTF-8 when it is that, else cp1256 (which also has French letters)."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1256", errors="replace")


def _declared(text: str) -> str:
    """Excel's own first line, 'sep=;'."""
    first = text[:10].splitlines()[0].rstrip() if text else ""
    return first[4] if len(first) == 5 and first.lower().startswith("sep=") else ""


def sniffed(text: str) -> str:
    """The delimiter under which most of the first lines have the same number of columns, two or more.

    Raises NotASpreadsheet("file_not_spreadsheet") when no delimiter makes a table of it.
    """
    lines = [line for line in text[:200_000].splitlines() if line.strip()][:_SAMPLE_LINES]
    if not lines:
        raise NotASpreadsheet("file_empty")
    best = max(_DELIMITERS, key=lambda delimiter: _regular(lines, delimiter))
    if _regular(lines, best) == (0, 0):
        raise NotASpreadsheet("file_not_spreadsheet")
    return best


def _regular(lines: list[str], delimiter: str) -> tuple[int, int]:
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return 0, 0
    width, times = max(((w, n) for w, n in widths.items() if w > 1), key=lambda pair: pair[1], default=(0, 0))
    return times, width
