"""What the values of a column look like: shares of payroll numbers, card numbers, school codes, dates and letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sync.client.importing.header_words import GIVEN_NAMES
from sync.client.importing.packed import Cell
from sync.client.importing.spreadsheet import cell_text
from sync.domain import identifiers
from sync.domain.identifiers import Malformed
from sync.domain.names import fold

_SAMPLE: Final = 200
_ARABIC: Final = re.compile("[\u0620-\u064a\u0671-\u06d3]")
_LATIN: Final = re.compile("[A-Za-zÀ-ɏ]")
_DATE: Final = re.compile(r"[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}")
CERTAIN: Final = 0.8
"""The share of a column's values from which its content says what it is."""


def is_arabic(text: str) -> bool:
    """True when a text holds more Arabic than Latin letters."""
    return len(_ARABIC.findall(text)) > len(_LATIN.findall(text))


def has_letters(text: str) -> bool:
    """True when a text holds a letter of either script."""
    return bool(_ARABIC.search(text) or _LATIN.search(text))


def _parses(parse: Callable[[str], str]) -> Callable[[str], bool]:
    def fits(text: str) -> bool:
        try:
            parse(text)
        except Malformed:
            return False
        return True

    return fits


_PATTERNS: Final[Mapping[str, Callable[[str], bool]]] = {
    "ppr": lambda text: text.isascii() and text.isdigit() and 5 <= len(text) <= 8 and text[0] != "0",
    "cin": _parses(identifiers.parse_cin),
    "school": _parses(identifiers.parse_gresa),
    "rib": _parses(identifiers.parse_rib),
    "email": _parses(identifiers.parse_email),
    "phone": _parses(identifiers.parse_phone),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Shares from 0 to 1 of the filled values of a column."""

    filled: int
    shares: Mapping[str, float]
    arabic: float
    days: float
    different: float
    given_first: float
    given_last: float

    @property
    def looks_like(self) -> str | None:
        """The field whose form nearly all values have, None when there is none."""
        if not self.filled:
            return None
        best = max(self.shares, key=lambda name: self.shares[name])
        return best if self.shares[best] >= CERTAIN else None


def column_evidence(values: Sequence[Cell]) -> Evidence:
    """Look at the first filled values of a column."""
    cells = [value for value in values if cell_text(value)][:_SAMPLE]
    texts = [cell_text(value) for value in cells]
    count = max(len(texts), 1)
    words = [fold(text).split() for text in texts]
    lettered = [text for text in texts if has_letters(text)]
    days = sum(1 for cell, text in zip(cells, texts, strict=True) if isinstance(cell, date) or _DATE.fullmatch(text))
    return Evidence(
        filled=len(texts),
        shares={name: sum(map(fits, texts)) / count for name, fits in _PATTERNS.items()},
        arabic=sum(map(is_arabic, lettered)) / max(len(lettered), 1),
        days=days / count,
        different=len(set(texts)) / count,
        given_first=sum(1 for one in words if one and one[0] in GIVEN_NAMES) / count,
        given_last=sum(1 for one in words if one and one[-1] in GIVEN_NAMES) / count,
    )
