"""Search keys of folded name words: article, particles, French and English spellings, one script for another.

Everything here works on words that `sync.domain.names.fold` has made, and gives tokens of letters and digits
only. The families below never mix, because all but the first begin with a letter that no folded word holds:

- plain words: as folded, without the article, and joined to their particles;
- ``SOUND``: a Latin word by its sound, so that Cherkaoui, Sherqawi and Charkaoui are one;
- ``FROM_ARABIC`` and ``FROM_LATIN``: a word as the other script would give it, named by the script of the
  stored name, so that these looser keys never join two names of the same script;
- ``KNOWN``: one of the common first names whose spellings follow no rule (Med, Lahcen, Houcine);
- ``FAMILY_HEAD`` and ``GIVEN_HEAD``: how a family name and a first name begin, to list first who is called as typed.

In the sound alphabet c is ش, x is خ, q is غ, k is both ك and ق; y is i; o, ou and w are u.
"""

import re
from functools import lru_cache
from itertools import product
from typing import Final

SOUND: Final = "\u01c0"
FROM_ARABIC: Final = "\u01c1"
FROM_LATIN: Final = "\u01c2"
KNOWN: Final = "\u01c3"
FAMILY_HEAD: Final = "\u0298"
GIVEN_HEAD: Final = "\u0297"
MARKERS: Final = SOUND + FROM_ARABIC + FROM_LATIN + KNOWN + FAMILY_HEAD + GIVEN_HEAD

_CACHED_WORDS: Final = 512

# Particles and what they are joined as; the article is joined as nothing.
PARTICLES: Final[dict[str, str]] = {
    **dict.fromkeys(("ال", "el", "al", "l"), ""),
    **dict.fromkeys(("بن", "ابن"), "بن"),
    **dict.fromkeys(("بو", "ابو"), "بو"),
    **dict.fromkeys(("ولد", "ولاد", "اولاد"), "ولد"),
    "ايت": "ايت",
    "عبد": "عبد",
    **dict.fromkeys(("ben", "bin", "ibn"), "ben"),
    **dict.fromkeys(("bou", "bu", "abou", "abu"), "bou"),
    **dict.fromkeys(("ould", "oulad", "ouled", "awlad", "aoulad"), "ould"),
    **dict.fromkeys(("ait", "ayt"), "ait"),
    **dict.fromkeys(("abd", "abdel", "abdul", "abdoul", "abdal"), "abd"),
}
# Articles that take the sound of the next letter: Er-Rachidi, Es-Semara, Ech-Cherki.
SUN_ARTICLES: Final = frozenset(
    vowel + letter for vowel in "ea" for letter in ("r", "s", "n", "d", "t", "z", "ch", "ss")
)

# Nour Eddine is one name, joined to the word before it.
ENDINGS: Final = frozenset(("الدين", "eddine", "eddin", "edine", "ddine", "addine", "addin", "dine"))

_SPELLINGS: Final = (
    "mohamed mohammed mohammad mohamad muhammad muhammed mouhamed mhamed mhammed med محمد امحمد",
    "hassan hassane hasan hassen hacen lahcen lahcene lahsen lahssen lahssan lhassan حسن",
    "houssain houssaine houcine hocine houssine hussein hussain hossein hossain lahoucine lahoussine حسين",
    "youssef youssouf yousef yousuf yusuf youcef youssof يوسف",
    "brahim ibrahim ابراهيم براهيم",
    "ismail ismael smail اسماعيل سماعيل",
    "mustapha mostafa mustafa moustapha moustafa mstapha مصطفي",
    "slimane sliman soulaimane soulaiman sulaiman souleymane سليمان",
    "fatima fatma fatema فاطمه",
    "khadija khdija khadidja خديجه",
    "zahra zohra zehra zahrae زهرا زهره",
    "zineb zainab zaynab zeineb zinab زينب",
    "leila laila layla lila ليلي",
    "aicha aisha aycha icha عايشه عيشه",
    "abdellah abdallah abdullah abdella عبدالله عبدله",
    "driss idriss idris dris ادريس",
    "abdelilah abdelillah abdellilah عبدالاله عبداله",
)
_KNOWN: Final = {word: KNOWN + row.split()[0] for row in _SPELLINGS for word in row.split()}
_IN_ARABIC: Final = {
    word: tuple(spelling for spelling in row.split() if spelling >= "\u0600")
    for row in _SPELLINGS
    for word in row.split()
}
_LONG_KNOWN: Final = tuple(word for word in _KNOWN if len(word) > 5 or word in ("محمد", "فاطمه"))
_KNOWN_PREFIX: Final = 4  # letters typed before a known name is guessed

# Names whose first letters are not an article, by how they begin once folded.
_NO_ARTICLE: Final = (
    *("الهام", "الياس", "الين", "الله"),
    *("لبن", "لطف", "لطيف", "لمي", "ليل", "لين", "لقمان", "لوبن", "لوي", "لال"),
)
_ARABIC_ARTICLE: Final = re.compile(r"ال(?=..)|ل(?=...)")
_ARABIC_FORMS: Final = (
    (re.compile(r"^ابن(?=..)"), "بن"),
    (re.compile(r"^ابو(?=..)"), "بو"),
    (re.compile(r"^ا?ولاد(?=..)"), "ولد"),
    (re.compile(r"^(بن|بو|ايت|ولد)ال(?=..)"), r"\1"),
    (re.compile(r"^بن?ل(?=...)"), "بن"),
    (re.compile(r"عبدال(?=.)"), "عبد"),
    (re.compile(r"(?<=..)الدين$"), "دين"),
)
_LATIN_ARTICLE: Final = re.compile(
    r"[ea]l(?=[^aeiouy].)|el(?=[aeiouy].{4})|al(?=[aeiouy].{5})"
    r"|l(?=[^aeiouyl0-9].|aa.)|e([rsndtz])(?=\1..)|ech(?=ch.)"
)
_LATIN_FORMS: Final = (
    (re.compile(r"^abou?(?=[^aeiouy].{2})"), "bou"),
    (re.compile(r"^ben[ea]l(?=[^aeiouy].)"), "ben"),
    (re.compile(r"^bel(?=[^aeiouyl].{2})"), "ben"),
    (re.compile(r"(?<=..)[ea]?dd?ine?$"), "din"),
)
_ABD: Final = re.compile(r"(ben|)abd(?:ou|[aeiou]|)([^aeiouy].*)")

_CODE: Final = re.compile(r"[^\W\D379]|\d\d")
_SOFT_C: Final = re.compile(r"c(?=[eiy])")
_SILENT: Final = re.compile(r"(?<=[qg])u(?=[eiy])|3(?=[aeiouy])")
_UNIT: Final = re.compile(r"tch|sch|[ckgps]h|d[hj]|th|ou|oo|ee|.")
_UNIT_SOUNDS: Final = {
    "tch": "c",
    "sch": "c",
    "ch": "c",
    "sh": "c",
    "kh": "x",
    "gh": "q",
    "ph": "f",
    "dh": "d",
    "dj": "j",
    "th": "t",
    "ou": "u",
    "oo": "u",
    "ee": "i",
    "o": "u",
    "w": "u",
    "y": "i",
    "c": "k",
    "q": "k",
    "v": "f",
    "p": "b",
    "3": "a",
    "7": "h",
    "9": "k",
}
_DOUBLED: Final = re.compile(r"(.)\1+")
_DOUBLED_VOWEL: Final = re.compile(r"([aiu])\1+")
_FINAL_E: Final = re.compile(r"(?<=..[^aeiu])e$")
_SILENT_E: Final = re.compile(r"(?<=[^aeiu])e(?=[^aeiu]+[aiu])")
_MEDIAL_H: Final = re.compile(r"(?<=.)h")
_H_OPTIONAL_FROM: Final = 5  # shorter, "moha" without its h would find Mouad
# What the last letter typed may still become: "bouc" is on its way to Bouchra.
_UNFINISHED: Final = {"c": ("s", "c"), "s": ("c",), "k": ("x",), "g": ("q",), "d": ("j",), "p": ("f",)}

_ARABIC_SOUNDS: Final = dict(
    zip(
        map(ord, "ابتثجحخدذرزسشصضطظعغفقكلمنهويچڨ"),
        "abttjhxddrzscsdtdaqfkklmnhuijk",
        strict=True,
    )
)
_MOST_OPTIONAL: Final = 5  # vowels that may be left out of one word: at most 32 spellings
_FINAL_VOWEL_WRITTEN_FROM: Final = 5  # sounds; in shorter words a last vowel typed may be a short one
_LAST_SYLLABLE_U: Final = re.compile(r"[^aeiu].*[^aeiu]u[^aeiu]")


def is_arabic(word: str) -> bool:
    """Whether a folded word is written in Arabic letters."""
    return "\u0600" <= word[:1] <= "\u08ff"


@lru_cache(_CACHED_WORDS)
def plain_forms(word: str) -> tuple[str, ...]:
    """The word, without its article, and with its particles written in one way; the word itself first."""
    if _CODE.search(word):
        return (word,)
    forms = _arabic_forms(word) if is_arabic(word) else _latin_forms(word)
    return tuple(dict.fromkeys((word, *forms)))


@lru_cache(_CACHED_WORDS)
def bare(word: str) -> str:
    """The word without a joined article (ال، لـ, el, al, l, er...), or the word itself."""
    if is_arabic(word):
        found = None if word.startswith(_NO_ARTICLE) else _ARABIC_ARTICLE.match(word)
    else:
        found = _LATIN_ARTICLE.match(word)
    return word[found.end() :] if found else word


@lru_cache(_CACHED_WORDS)
def stems(word: str) -> tuple[str, ...]:
    """The names that a joined word holds, by which she is found too: الرحيم in عبدالرحيم, Zahra in Fatimazahra,
    Eddine in Noureddine.
    """
    held = [word[len(known_name) :] for known_name in _LONG_KNOWN if word.startswith(known_name)]
    held += [ending for ending in ENDINGS if word.endswith(ending)]
    if is_arabic(word):
        held += [word[3:], word[5:]] if word.startswith("عبدال") else []
    elif found := _ABD.fullmatch(word):
        held += _abd_stems(found[2])
    return tuple(stem for stem in held if len(stem) > 2)


def _arabic_forms(word: str) -> list[str]:
    form = word
    for pattern, particle in _ARABIC_FORMS:
        form = pattern.sub(particle, form)
    return [bare(word), form]


def _latin_forms(word: str) -> list[str]:
    forms = [bare(word), *(pattern.sub(particle, word) for pattern, particle in _LATIN_FORMS)]
    if found := _ABD.fullmatch(word):
        forms += [f"{found[1]}abd{stem}" for stem in _abd_stems(found[2])]
    return forms


def _abd_stems(rest: str) -> list[str]:
    """What follows Abd without its article: Abderrahim, Abdelkader, Abdelatif (Atif or Latif: both)."""
    if rest.startswith(("chch", "shsh")):
        return [rest[2:]]
    if rest[:1] == rest[1:2]:
        return [rest[1:]]
    if rest[0] != "l":
        return [rest]
    return [rest[1:], rest] if rest[1:2] in tuple("aeiouy") else [rest[1:]]


@lru_cache(_CACHED_WORDS)
def known(word: str, *, unfinished: bool = False) -> tuple[str, ...]:
    """The token of the common first name that the word spells, or may be about to spell, if any."""
    tokens = [_KNOWN[form] for form in plain_forms(word) if form in _KNOWN]
    if unfinished and not tokens and len(word) >= _KNOWN_PREFIX:
        starts = (word, bare(word)) if len(bare(word)) >= _KNOWN_PREFIX else (word,)
        tokens = [token for spelling, token in _KNOWN.items() if spelling.startswith(starts)]
    return tuple(dict.fromkeys(tokens))


@lru_cache(_CACHED_WORDS)
def sounds(word: str) -> tuple[str, ...]:
    """The tokens of a Latin word by its sound, to be stored: with and without its h and e."""
    full = [sound for reading in _readings(word) for sound in _decided(reading)]
    return _marked(SOUND, [*full, *(_without_h(sound) for sound in full)])


@lru_cache(_CACHED_WORDS)
def typed_sounds(word: str) -> tuple[str, ...]:
    """The tokens to look for when a Latin word is typed, finished or not."""
    found = [sound for reading in _readings(word) for sound in _decided(reading)]
    found += [sound[:-1] + end for sound in found for end in _UNFINISHED.get(word[-1], ())]
    # A last h stays: without it Abdellah would find Abdelali.
    found += [_without_h(sound[:-1]) + sound[-1] for sound in found if len(sound) >= _H_OPTIONAL_FROM]
    return _marked(SOUND, found)


@lru_cache(_CACHED_WORDS)
def crossings(word: str) -> tuple[str, ...]:
    """The tokens of a word as the other script would give it, to be stored.

    Arabic gives its letters (a final ya may be an i or an a); Latin gives every spelling that leaves out
    some of its vowels, since Arabic does not write the short ones. A token of two consonants is given only
    for a word so short that nothing better is known.
    """
    if is_arabic(word):
        return _marked(FROM_ARABIC, _arabic_crossings(word))
    return _marked(FROM_LATIN, _latin_crossings(word, _readings(word)))


@lru_cache(_CACHED_WORDS)
def typed_crossings(word: str) -> tuple[str, ...]:
    """The tokens to look for when a word is typed, finished or not, and may be stored in the other script."""
    if is_arabic(word):
        # Its known spellings are enough for Abdellah: by letters it also begins Abdelaziz read as abd-laziz.
        enough = word.startswith("عبد") and word in _KNOWN
        return () if enough else _marked(FROM_LATIN, _arabic_crossings(word))
    readings = _readings(word)
    readings += [reading[:-1] + end for reading in readings for end in _UNFINISHED.get(word[-1], ())]
    return _marked(FROM_ARABIC, _latin_crossings(word, readings))


def _readings(word: str) -> list[str]:
    """The sound of a Latin word, its e not yet decided; two readings where rh may be غ or r and h.

    None for a code (a card number typed in the same box), whose digits are not sounds.
    """
    if _CODE.search(word):
        return []
    written = [word, word.replace("rh", "gh")] if "rh" in word else [word]
    return [_read(one) for one in written]


def _read(word: str) -> str:
    plain = _SILENT.sub("", _SOFT_C.sub("s", word))
    units = (unit[0] for unit in _UNIT.finditer(plain))
    return _DOUBLED.sub(r"\1", "".join(_UNIT_SOUNDS.get(unit, unit) for unit in units))


def _decided(reading: str) -> list[str]:
    """A reading with its e as a, as i (Khaled, Khalid), and silent when a vowel follows (Es-Semara, Smara)."""
    voiced = _FINAL_E.sub("", reading)
    if "e" not in voiced:
        return [voiced]
    spelled = (voiced.replace("e", "a"), voiced.replace("e", "i"), _SILENT_E.sub("", voiced).replace("e", "a"))
    return [_DOUBLED_VOWEL.sub(r"\1", one) for one in spelled]


def _without_h(sound: str) -> str:
    return _DOUBLED_VOWEL.sub(r"\1", _MEDIAL_H.sub("", sound))


def _marked(marker: str, tokens: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(marker + token for token in tokens if len(token) > 1))


def _arabic_crossings(word: str) -> list[str]:
    if word.startswith("ال") and bare(word) != word:
        return []
    sound = word.translate(_ARABIC_SOUNDS)
    endings = {"ي": ("i", "a"), "ه": ("a", "t") if word.endswith("اه") else ("a",)}.get(word[-1], (sound[-1],))
    return [_DOUBLED_VOWEL.sub(r"\1", sound[:-1] + end) for end in endings]


def _latin_crossings(word: str, readings: list[str]) -> list[str]:
    if word in _IN_ARABIC:
        return [one for spelling in _IN_ARABIC[word] for one in _arabic_crossings(spelling)]
    if word[:2] in ("el", "al") and bare(word) != word:
        return []
    return [one for reading in readings for one in _without_some_vowels(reading)]


def _without_some_vowels(reading: str) -> list[str]:
    sound = reading.replace("g", "k")
    if len(sound) > 2 and sound[-1] == "h" and sound[-2] in "aei":
        sound = sound[:-1]
    shortest = 3 if len(sound) > 3 else 2
    spelled = (_DOUBLED_VOWEL.sub(r"\1", "".join(letters)) for letters in product(*_vowel_choices(sound)))
    return [one for one in spelled if len(one) >= shortest and (one[0] != "a" or len(one) > 2 or len(sound) < 3)]


def _vowel_choices(sound: str) -> list[tuple[str, ...]]:
    """For each letter of a Latin sound, what Arabic may write for it.

    Never e; always the first vowel, an i or u after another vowel (Said, Cherkaoui), the u of a last syllable
    (Mahmoud) and the last letter of a longer word (Fatima).
    """
    written = {len(sound) - 2} if _LAST_SYLLABLE_U.fullmatch(sound) else set()
    if len(sound) >= _FINAL_VOWEL_WRITTEN_FROM:
        written.add(len(sound) - 1)
    choices = [_first_choice(sound)]
    optional = 0
    for place, letter in enumerate(sound[1:], 1):
        after_vowel = letter in "iu" and sound[place - 1] in "aeiu"
        may_go = letter in "aiu" and not after_vowel and place not in written and optional < _MOST_OPTIONAL
        optional += may_go
        choices.append((letter, "") if may_go else (letter if letter != "e" else "",))
    return choices


def _first_choice(sound: str) -> tuple[str, ...]:
    first = sound[0]
    if first in "ae":
        return ("a",)
    if first in "iu" and sound[1:2] not in tuple("aeiu"):
        return ("ai", "a") if first == "i" else ("au", "a", "u")
    return (first,)
