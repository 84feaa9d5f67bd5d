"""Where a search is found in what is shown: the marks of a list, and the spellings a search has added."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sync.domain import names
from sync.domain.name_keys import is_arabic

Spans = tuple[tuple[int, int], ...]
"""(start, length) of marks in a text."""
_WORD = re.compile(r"[^\s\-]+")
MOST_SPELLINGS = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """A search as typed: its folded words, and all prefixes under which each may be stored."""

    words: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()

    @classmethod
    def of(cls, query: str) -> Wanted:
        """Read what was typed."""
        words = tuple(dict.fromkeys(names.fold(query).split()))
        alternatives = (one for term in names.query_terms(query) for one in term if len(one) > 1)
        return cls(words, tuple(dict.fromkeys(alternatives)))

    def in_name(self, name: str) -> Spans:
        """Where the search is found in a name: the typed beginning of a word, or the whole of a word spelled else."""
        return tuple(span for found in _WORD.finditer(name) if (span := self._in_word(found[0], found.start())))

    def in_number(self, number: str) -> Spans:
        """Where the search is found in a PPR or CIN: its beginning."""
        folded = number.casefold()
        return next((((0, len(word)),) for word in self.words if number and folded.startswith(word)), ())

    def spelled_else(self, name: str) -> list[str]:
        """The words of a name that are found although they do not begin as typed."""
        return [
            found[0]
            for found in _WORD.finditer(name)
            if not any(names.fold(found[0]).startswith(word) for word in self.words) and self._sounds_like(found[0])
        ]

    def _in_word(self, word: str, start: int) -> tuple[int, int] | None:
        folded = names.fold(word)
        for typed in self.words:
            if folded.startswith(typed):
                return start, _length_of(word, len(typed))
        return (start, len(word)) if self._sounds_like(word) else None

    def _sounds_like(self, word: str) -> bool:
        return bool(self.prefixes) and any(token.startswith(self.prefixes) for token in _tokens(word))


def name_hits(wanted: Wanted, arabic: str, latin: str) -> tuple[Spans, Spans]:
    """Marks in the Arabic and the Latin name; the other script is marked when the typed one shows no hit."""
    if not wanted.words:
        return (), ()
    if is_arabic(wanted.words[0]):
        marks = wanted.in_name(arabic)
        return marks, () if marks else wanted.in_name(latin)
    marks = wanted.in_name(latin)
    return () if marks else wanted.in_name(arabic), marks


def spellings(wanted: Wanted, shown: Iterable[str]) -> tuple[str, ...]:
    """The commonest other spellings among names found by a search."""
    counted = Counter(word for name in shown for word in wanted.spelled_else(name))
    return tuple(word for word, _ in counted.most_common(MOST_SPELLINGS))


@lru_cache(8192)
def _tokens(word: str) -> tuple[str, ...]:
    return tuple(names.index_terms(word).split())


def _length_of(word: str, folded_length: int) -> int:
    """How many letters of a word fold to so many letters: harakat and apostrophes count for nothing."""
    for length in range(min(folded_length, len(word)), len(word)):
        if len(names.fold(word[:length])) >= folded_length:
            return length
    return len(word)
