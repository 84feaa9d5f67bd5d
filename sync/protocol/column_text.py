"""Texts in columns: whole ones seen before, else their pieces, else their words, else their letters; digits apart.

A text is cut after commas, points and @; in each piece every run of digits is written 0, so that "rue 5, " and
"rue 12, " are one piece with a number. A field may be given another one of the same record (a Latin name its Arabic
one, a street its other script), whose value or piece is then the context in which it is remembered.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from sync.domain.identifiers import rib_key
from sync.domain.lifecycle import provisional_number
from sync.protocol.column_coders import Columns
from sync.protocol.errors import WireCode, WireError
from sync.protocol.range_coder import learn
from sync.protocol.shares import Shares

EPOCH: Final = date(1970, 1, 1).toordinal()
"""The ordinal of the day that records number 0."""
LONG: Final = 200
"""Characters; a longer text goes beside the columns."""
_PIECES: Final = re.compile(r"[^,،@.;]*[,،@.;]+ *|[^,،@.;]+")
_WORDS: Final = re.compile(r"[^\W\d_]+|[\W\d_]+")
_DIGITS: Final = re.compile(r"[0-9]+")
_RIB_DIGITS: Final = 24
_RIB_BODY: Final = 22
_LEARNED_DIGITS: Final = 5
_ORDER: Final = 256
_SPELLED: Final = 4
"""Steps that something spelled out costs."""
_LATIN: Final = 0x180
_LAST: Final = 0x10FFFF
_SURROGATES: Final = range(0xD800, 0xE000)
_AS_IS: Final = 0
_CAPITALISED: Final = 1
_UPPER: Final = 2
_NAMES: Final = ("\x01", "\x02")
"""Stand for the names of the record in a mail address."""


@dataclass(frozen=True, slots=True)
class Hint:
    """How a field is coded: fields of one pool learn together; `given` are pools of the same record it depends on.

    Styles: "" plain, "rib" an account with its key, "mail" an address made of the first and the family name given,
    "tail" often the last piece of the text given, "ref" a row id, "receipt" the number that a receipt has by the row's
    own id, "register" a number and, of the first day given that is told, the year. A day is told from the day given.
    """

    pool: Hashable
    given: tuple[Hashable, ...] = ()
    style: str = ""


@dataclass(slots=True)
class Told:
    """What was coded of a record so far: values by pool, and what it is: kind, day of writing (0: unknown) and ids."""

    kind: int
    day: int
    dossier: int
    row: int
    values: dict[Hashable, int | str | None] = field(default_factory=dict)
    days: dict[int, Hashable] = field(default_factory=dict)
    """The pool that first told a day of this record, by day."""
    when: dict[Hashable, int] = field(default_factory=dict)
    """The day that a pool told."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """A text as pieces whose digits are 0, and the digits of each."""

    pieces: tuple[str, ...] = ()
    digits: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def of(cls, text: object) -> _Cut:
        if not isinstance(text, str):
            return _NO_CUT
        pieces = _PIECES.findall(text)
        return cls(tuple(_DIGITS.sub("0", p) for p in pieces), tuple(tuple(_DIGITS.findall(p)) for p in pieces))


_NO_CUT: Final = _Cut()


class _Run:
    """Codes the runs of digits that stand at one place of the texts of a pool."""

    def __init__(self, columns: Columns, key: Hashable) -> None:
        self._coder = columns.coder
        self._same = columns.store.bit(("same", key))
        self._lengths = columns.numbers(("digits", key))
        self._digits = columns.store.digits(key)

    def code(self, value: str, other: str) -> str:
        """A run of digits, often the one that stands at the same place of the other text."""
        if other and self._coder.bit(self._same, value == other):
            return other
        length = self._lengths.code(len(value))
        if length > LONG:
            raise WireError(WireCode.MALFORMED)
        return self.digits(value, length)

    def digits(self, value: str, length: int) -> str:
        """So many digits: the first ones by what was seen, the others as they are."""
        coder, counts = self._coder, self._digits
        number = before = 0
        learned = min(length, _LEARNED_DIGITS)
        for at in range(learned):
            before = coder.digit(counts.at((length * _ORDER + at) * 10 + before), ord(value[at]) - 48 if value else 0)
            number = number * 10 + before
        left = length - learned
        if left:
            number = number * 10**left + coder.uniform(10**left, int(value[learned:]) if value else 0)
        return f"{number:0{length}d}" if length else ""


class TextColumn:
    """Codes the texts of one pool of one frame."""

    def __init__(self, columns: Columns, hint: Hint) -> None:
        self._columns = columns
        self._hint = hint
        self._pool = pool = hint.pool
        self._given = columns.store.place(("given", pool))
        self._whole = columns.store.place(("whole", pool)).at()
        self._with = columns.store.place(("with", pool))
        self._at = columns.store.place(("at", pool))
        self._any = columns.store.place(("any", pool)).at()
        self._counts = columns.numbers(("pieces", pool))
        self._runs: dict[int, _Run] = {}

    def code(self, value: str, told: Told) -> str:
        """A text of a record."""
        hint = self._hint
        if not hint.style:
            return self._plain(value, told)
        if hint.style == "rib":
            return self._account(value)
        if hint.style == "receipt":
            own = provisional_number(told.row)
            same = self._columns.flag(("receipt", self._pool), value == own)
            return own if same else self._seen(value)
        if hint.style == "register":
            return self._registered(value, next((told.when[day] for day in hint.given if day in told.when), 0))
        if hint.style == "mail":
            names = [_plain(told.values.get(name)) for name in hint.given]
            return _named(self._seen(_unnamed(value, names)), names)
        tail = _tail(told.values.get(hint.given[0])) if hint.given else ""
        if tail and self._columns.flag(("tail", self._pool), value == tail):
            return tail
        return self._seen(value)

    def _seen(self, value: str) -> str:
        """A text seen before in this pool, else its pieces."""
        tried = (self._whole,)
        hit, value = self._columns.coder.known(tried, value)
        if not hit:
            value = self._pieces(value, _NO_CUT)
            learn(tried, value)
        return value

    def _plain(self, value: str, told: Told) -> str:
        given = self._hint.given
        if not given:
            return self._seen(value)
        values = told.values
        first = values.get(given[0])
        context = first if len(given) == 1 else tuple([values.get(other) for other in given])
        tried = (self._given.at(context), self._whole)
        hit, value = self._columns.coder.known(tried, value)
        if not hit:
            value = self._pieces(value, _Cut.of(first))
            learn(tried, value)
        return value

    def _account(self, value: str) -> str:
        """An account whose key is right needs no key."""
        body = value[:_RIB_BODY]
        right = len(value) == _RIB_DIGITS and value.isascii() and value.isdigit() and rib_key(body) == value[_RIB_BODY:]
        if not self._columns.flag(("key", self._pool), right):
            return self._pieces(value, _NO_CUT)
        body = self._run(-1).digits(body, _RIB_BODY)
        return body + rib_key(body)

    def _registered(self, value: str, day: int) -> str:
        """A number of the year of a day (since 1970); else as any other text."""
        year = f"/{date.fromordinal(day + EPOCH).year}"
        own = value.removesuffix(year)
        numbered = own != value and own.isascii() and own.isdigit() and len(own) <= LONG
        if not self._columns.flag(("register", self._pool), numbered):
            return self._seen(value)
        return self._run(-1).code(own, "") + year

    def _pieces(self, value: str, other: _Cut) -> str:
        """A text piece by piece; one that is too long (and an empty one) goes beside the columns."""
        columns = self._columns
        cut = _Cut.of(value) if value and len(value) <= LONG else _NO_CUT
        count = self._counts.code(len(cut.pieces))
        if not count:
            return _utf8(columns.raw(("long", self._pool), value.encode()))
        columns.spend(count)
        out = ""
        numbers = [digits for some in other.digits for digits in some]
        said = 0
        for at in range(count):
            known = self._at.at(count * _ORDER + at)
            tried: tuple[Shares, ...] = known, self._any
            if at < len(other.pieces):
                tried = self._with.at(other.pieces[at]), known, self._any
            hit, piece = columns.coder.known(tried, cut.pieces[at] if cut.pieces else "")
            if not hit:
                piece = self._spell(piece)
                learn(tried, piece)
            if "0" not in piece:
                out += piece
                continue
            first, *parts = piece.split("0")
            out += first
            for index, part in enumerate(parts):
                digits = cut.digits[at][index] if cut.pieces else ""
                run = self._run(at * _ORDER + index)
                out += run.code(digits, numbers[said] if said < len(numbers) else "") + part
                said += 1
        return out

    def _run(self, which: int) -> _Run:
        found = self._runs.get(which)
        if found is None:
            found = self._runs[which] = _Run(self._columns, (self._pool, which))
        return found

    def _spell(self, piece: str) -> str:
        """A new piece, as words and what stands between them, in turn."""
        columns, pool, place = self._columns, self._pool, self._columns.store.place
        tokens = _WORDS.findall(piece)
        count = columns.number(("words", pool), len(tokens))
        is_word = bool(count) and columns.flag(("first", pool), bool(tokens) and tokens[0].isalpha())
        out: list[str] = []
        before = ""
        for at in range(count):
            columns.spend(_SPELLED)
            token = tokens[at] if tokens else ""
            if is_word:
                before = self._word(token, before)
                out.append(before)
            else:
                tried = (place(("between", pool)).at(), place("between").at())
                out.append(self._token(tried, token))
            is_word = not is_word
        return "".join(out)

    def _word(self, word: str, before: str) -> str:
        columns, place = self._columns, self._columns.store.place
        form = columns.choice(("form", self._pool), bool(before), _form(word), 3)
        tried = (place(("after", self._pool)).at(before), place("words").at())
        folded = self._token(tried, word.lower() if form else word)
        return folded if form == _AS_IS else folded.capitalize() if form == _CAPITALISED else folded.upper()

    def _token(self, tried: tuple[Shares, ...], token: str) -> str:
        hit, token = self._columns.coder.known(tried, token)
        if not hit:
            token = self._letters(token)
            learn(tried, token)
        return token

    def _letters(self, word: str) -> str:
        columns, place = self._columns, self._columns.store.place
        two, one, none = place("two"), place("one"), place("none").at()
        out, first, second = "", "", ""
        at, ended = 0, False
        while not ended:
            columns.spend(_SPELLED)
            tried = (two.at(first + second), one.at(second), none)
            hit, letter = columns.coder.known(tried, word[at : at + 1])
            if not hit:
                letter = self._letter(letter)
                learn(tried, letter)
            out += letter
            first, second, ended = second, letter, not letter
            at += 1
        return out

    def _letter(self, letter: str) -> str:
        number = self._columns.number("letter", ord(letter) + 1 if letter else 0) - 1
        if number < 0:
            return ""
        if number > _LAST or number in _SURROGATES:
            raise WireError(WireCode.MALFORMED)
        return chr(number)


def _utf8(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as wrong:
        raise WireError(WireCode.MALFORMED) from wrong


def _form(word: str) -> int:
    """How a word differs from its small letters. Only for letters whose case no version of Unicode changes."""
    if any(ord(letter) >= _LATIN for letter in word) or word == word.lower():
        return _AS_IS
    small = word.lower()
    return _CAPITALISED if small.capitalize() == word else _UPPER if small.upper() == word else _AS_IS


def _plain(name: object) -> str:
    """A Latin name as mail addresses have it; '' when there is none."""
    if not isinstance(name, str) or any(ord(letter) >= _LATIN for letter in name):
        return ""
    return "".join(c for c in unicodedata.normalize("NFD", name).lower() if "a" <= c <= "z")


def _unnamed(value: str, names: list[str]) -> str:
    """The address with marks in place of names, when `_named` gives it back."""
    if any(mark in value for mark in _NAMES):
        return "\x00" + value
    local, at, domain = value.partition("@")
    for mark, name in zip(_NAMES, names, strict=False):
        if name:
            local = local.replace(name, mark, 1)
    made = local + at + domain
    return made if _named(made, names) == value else "\x00" + value


def _named(made: str, names: list[str]) -> str:
    if made.startswith("\x00"):
        return made[1:]
    for mark, name in zip(_NAMES, names, strict=False):
        made = made.replace(mark, name)
    return made


def _tail(text: object) -> str:
    """The last piece of a text of several."""
    pieces = _PIECES.findall(text) if isinstance(text, str) else ()
    return pieces[-1] if len(pieces) > 1 else ""
