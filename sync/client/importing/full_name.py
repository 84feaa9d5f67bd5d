"""One column of full names, split into family name and first name."""

from __future__ import annotations

from typing import Final

from sync.client.importing.header_words import GIVEN_NAMES
from sync.domain.name_keys import PARTICLES
from sync.domain.names import fold

_PREFIXES: Final = frozenset((*PARTICLES, "ال", "بنت", "bent", "abi", "ابي"))
_GIVEN_SECONDS: Final = frozenset(
    ("الزهراء", "الزهرة", "zahra", "zahrae", "ezzahra", "ezzahrae", "الله", "الدين", "eddine")
)
_FOLDED_SECONDS: Final = frozenset(map(fold, _GIVEN_SECONDS))


def split_full_name(text: str, *, given_first: bool = False) -> tuple[str, str]:
    """(family name, first name); a particle (بن، آيت، عبد، EL, AIT) stays with the word it belongs to.

    Where only some words are in capitals, these are the family name, as on French lists. A single word is taken as
    the family name.
    """
    words = text.split()
    if len(words) < 2:
        return text.strip(), ""
    capitals = [word for word in words if word.isupper() and len(word) > 1]
    if 0 < len(capitals) < len(words) and _contiguous(words, capitals):
        return " ".join(capitals), " ".join(word for word in words if word not in capitals)
    if not given_first:
        cut = _unit(words, 0)
        return " ".join(words[:cut]), " ".join(words[cut:])
    cut = _unit(words, 0)
    while cut < len(words) - 1 and _goes_on(words[cut]):
        cut = _unit(words, cut)
    return " ".join(words[cut:]), " ".join(words[:cut])


def _contiguous(words: list[str], capitals: list[str]) -> bool:
    return words[: len(capitals)] == capitals or words[-len(capitals) :] == capitals


def _unit(words: list[str], start: int) -> int:
    """Where the name that begins at `start` ends: particles and the word after them; something is left over."""
    end = start
    while end < len(words) - 2 and fold(words[end]) in _PREFIXES:
        end += 1
    return end + 1


def _goes_on(word: str) -> bool:
    folded = fold(word)
    return folded in GIVEN_NAMES or folded in _FOLDED_SECONDS
