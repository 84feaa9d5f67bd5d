"""Names in Arabic and Latin letters: clean, fold, order, and find under every usual spelling.

`index_terms` and `query_terms` are two halves of one contract: what is stored for a person, and what is looked
for when a clerk types. Both give tokens that hold letters and digits only, in lower case, so the FTS5 tokenizer
``unicode61 remove_diacritics 0`` keeps each whole, and a token between double quotes is always a valid FTS5
string: ``("a"* OR "b"*) AND ("c"*)``.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from sync.domain import name_keys
from sync.domain.name_keys import ENDINGS, FAMILY_HEAD, GIVEN_HEAD, PARTICLES, SUN_ARTICLES, is_arabic

_CACHED: Final = 2048
_HEAD_FROM: Final = 2

_INVISIBLE: Final = dict.fromkeys(
    (
        *(0x0000, 0x00AD, 0x061C, 0x2060, 0xFEFF),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(0xD800, 0xE000),
    )
)
_PRESENTATION_FORMS: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
_HARAKAT_AND_TATWEEL: Final = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06ed]")
_TYPEWRITTEN: Final = str.maketrans("’‘ʼʾʿ`´‐‑‒–—", "'''''''-----")
_LINE_END: Final = re.compile(r"[^\S\n]*(?:\r\n?|\n)")

_ARABIC: Final = "[\u0620-\u063f\u0641-\u064a\u0671-\u06d3\u06d5\u06fa-\u06fc\u0750-\u077f]+"
_LATIN: Final = "[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u1e00-\u1eff]+"
_ARABIC_NAME: Final = re.compile(f"{_ARABIC}(?:[ -]{_ARABIC})*")
_LATIN_NAME: Final = re.compile(f"{_LATIN}(?:(?:' ?|-| ){_LATIN})*'?")

_FOLDED: Final = {
    **dict(zip("ٱىیةہھڭݣگکڪڤڥپ", "اييههه" + "ككككك" + "ففب", strict=True)),
    "ء": "",
    "\u0640": "",
    "'": "",
    "œ": "oe",
    "æ": "ae",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ı": "i",
    **dict.fromkeys(name_keys.MARKERS, " "),
}
_ELIDED_ARTICLE: Final = re.compile(r"(?<!\S)l'+(?=\S)")


def clean_text(text: str) -> str:
    """Free text as it is stored: NFC, no U+0000 nor direction marks, line ends as one newline, nothing around."""
    return unicodedata.normalize("NFC", _LINE_END.sub("\n", text.translate(_INVISIBLE))).strip()


def clean_arabic_name(text: str) -> str:
    """An Arabic name as it is stored: NFC, harakat, tatweel and invisible marks removed, single spaces.

    Joined letter shapes, as copied from some PDF files, become ordinary letters. Never raises; what is left
    may still not be a name (see `is_arabic_name`).
    """
    letters = _PRESENTATION_FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    plain = unicodedata.normalize("NFC", letters.translate(_INVISIBLE).translate(_TYPEWRITTEN))
    return " ".join(_HARAKAT_AND_TATWEEL.sub("", plain).split())


def clean_latin_name(text: str) -> str:
    """A Latin name as it is stored: NFC, plain apostrophes and hyphens, single spaces; case is kept."""
    return " ".join(unicodedata.normalize("NFC", text.translate(_INVISIBLE)).translate(_TYPEWRITTEN).split())


def is_arabic_name(text: str) -> bool:
    """Whether a cleaned text is Arabic letters with single spaces or hyphens between words."""
    return _ARABIC_NAME.fullmatch(text) is not None


def is_latin_name(text: str) -> bool:
    """Whether a cleaned text is Latin letters with spaces, apostrophes and hyphens between them."""
    return _LATIN_NAME.fullmatch(text) is not None


@lru_cache(_CACHED)
def fold(text: str) -> str:
    """Words in one spelling, for any script: the same for what is stored and for what is typed.

    Accents, harakat, hamza, tatweel and invisible marks go; ى is ي, ة is ه, ڭ ݣ گ are ك, ڤ is ف; lower case.
    Apostrophes join (M'hamed), but an elided article is a word (l'Houssaine); other signs are spaces.
    """
    decomposed = unicodedata.normalize("NFKD", text.translate(_INVISIBLE).translate(_TYPEWRITTEN))
    lowered = _ELIDED_ARTICLE.sub("l ", unicodedata.normalize("NFKD", decomposed.casefold()))
    return " ".join("".join(map(_folded, lowered)).split())


def sort_key(text: str) -> str:
    """A key that plain code-point order sorts as a reader expects, to be stored beside the name.

    آ أ إ ا sort together and the article counts, as in the registers; accents do not count in French; Latin
    names come before Arabic ones. Equal spellings are then ordered by the exact text, so the order is total.
    """
    return f"{fold(text)}\t{clean_text(text)}"


def index_terms(*names: str) -> str:
    """The search tokens of one person or school, separated by spaces, from all her names in both scripts.

    Tokens for a search in the other script are added only when that script lacks names: a person known in
    both is found by her own spelling there, and would otherwise be found under too many others.
    """
    words = [_words(name) for name in names]
    arabic = sum(1 for name in words if name and is_arabic(name[0]))
    latin = sum(1 for name in words if name) - arabic
    lacking = (arabic < latin, latin < arabic)
    tokens: dict[str, None] = {}
    for name in words:
        for group in _groups(name):
            tokens.update(dict.fromkeys(_stored(group, crossed=lacking[is_arabic(group[0])])))
        tokens.update((first + second, None) for first, second in pairwise(name))
    return " ".join(tokens)


def query_terms(query: str) -> list[list[str]]:
    """What to look for: one entry per typed word, each a list of alternative prefixes.

    A particle counts with the word that follows it (عبد الرحيم is one entry). A person is found when each entry
    has one alternative that begins one of her tokens. Alternatives that begin with another one are left out.
    """
    return [list(_looked_for(words)) for words in _groups(_words(query))]


def head_terms(family: Iterable[str], given: Iterable[str]) -> str:
    """The tokens of how a person's names begin, separated by spaces: to be stored beside `index_terms`."""
    heads = ((FAMILY_HEAD, family), (GIVEN_HEAD, given))
    return " ".join(dict.fromkeys(mark + form for mark, spelled in heads for name in spelled for form in _heads(name)))


def query_heads(query: str) -> tuple[str, ...]:
    """Prefixes of the tokens of `head_terms` of those whose family name, then of those whose first name begins as
    typed. None for a number and for one letter, with which a large part of all names begins.
    """
    first = next(_groups(_words(query)), ())
    begins = "".join(first)
    return () if len(begins) < _HEAD_FROM or begins[0].isdigit() else (FAMILY_HEAD + begins, GIVEN_HEAD + begins)


def _heads(name: str) -> tuple[str, ...]:
    """The first word of a name with its particles, with the article and without."""
    joined = _joined(next(_groups(_words(name)), ("",)))
    return tuple(form for form in (*joined, *map(name_keys.bare, joined)) if form)


@lru_cache(4096)
def _folded(char: str) -> str:
    if char in _FOLDED:
        return _FOLDED[char]
    category = unicodedata.category(char)[0]
    return char if category in "LN" else "" if category == "M" else " "


def _words(text: str) -> list[str]:
    """The folded words, with an ending such as Eddine joined to its name."""
    words: list[str] = []
    for word in fold(text).split():
        if words and word in ENDINGS and words[-1] not in PARTICLES and is_arabic(word) == is_arabic(words[-1]):
            words[-1] += word
        else:
            words.append(word)
    return words


def _groups(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Each word with the particles before it; particles that nothing follows stand alone."""
    run: list[str] = []
    for place, word in enumerate(words):
        if run and is_arabic(run[-1]) != is_arabic(word):
            yield from ((particle,) for particle in run)
            run = []
        following = words[place + 1] if place + 1 < len(words) else ""
        if word in PARTICLES or (word in SUN_ARTICLES and following.startswith(word[1:])):
            run.append(word)
        else:
            yield (*run, word)
            run = []
    yield from ((particle,) for particle in run)


def _joined(words: tuple[str, ...]) -> tuple[str, ...]:
    """The word with its particles as one word: as written, and with neither article nor variant."""
    if len(words) == 1:
        return words
    particles = "".join(PARTICLES.get(word, "") for word in words[:-1])
    return "".join(words), particles + name_keys.bare(words[-1])


@lru_cache(_CACHED)
def _stored(words: tuple[str, ...], *, crossed: bool) -> tuple[str, ...]:
    spelled = list(words)
    for start in range(len(words)):
        for joined in _joined(words[start:]):
            spelled += [joined, *name_keys.stems(joined)]
    spelled += [PARTICLES[word] for word in words if PARTICLES.get(word)]
    tokens: dict[str, None] = {}
    for word in dict.fromkeys(spelled):
        tokens.update(dict.fromkeys(name_keys.known(word)))
        for form in name_keys.plain_forms(word):
            tokens[form] = None
            tokens.update(dict.fromkeys(() if is_arabic(form) else name_keys.sounds(form)))
            tokens.update(dict.fromkeys(name_keys.crossings(form) if crossed else ()))
    return tuple(tokens)


@lru_cache(512)
def _looked_for(words: tuple[str, ...]) -> tuple[str, ...]:
    written, *variants = _joined(words)
    tokens = dict.fromkeys((*name_keys.known(written, unfinished=True), *name_keys.plain_forms(written)))
    spelled = [word for word in variants if len(word) > 1] or [written]
    if PARTICLES.get(written):
        spelled.append(PARTICLES[written])
    for word in spelled:
        tokens.update(dict.fromkeys(name_keys.known(word, unfinished=True)))
        for form in name_keys.plain_forms(word):
            tokens[form] = None
            tokens.update(dict.fromkeys(() if is_arabic(form) else name_keys.typed_sounds(form)))
            tokens.update(dict.fromkeys(name_keys.typed_crossings(form)))
    return tuple(one for one in tokens if not any(one != other and one.startswith(other) for other in tokens))
