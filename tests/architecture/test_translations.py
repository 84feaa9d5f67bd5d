"""Every word of the screens stands in Arabic and in French, finished, and no translation is left without its word."""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TRANSLATIONS = ROOT / "resources" / "translations"
KEYED = {"field", "section", "kind", "choice", "problem", "verdict", "verb", "paper", "letter"}
"""Contexts keyed by what the catalogue declares; tests/desktop/test_wording.py walks them."""
Word = tuple[str, str]


def words(path: Path) -> dict[Word, list[str]]:
    """The words of a .ts file, by context and source, with their finished translations (several for a plural)."""
    found: dict[Word, list[str]] = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            source = message.findtext("source", "")
            if translation is None or translation.get("type") in ("unfinished", "vanished", "obsolete"):
                found[(name, source)] = []
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")]
            found[(name, source)] = forms or [translation.text or ""]
    return found


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> set[Word]:
    """What the sources ask to have translated, as Qt's own tool reads them."""
    target = tmp_path_factory.mktemp("lupdate") / "used.ts"
    sources = [str(path) for path in sorted((ROOT / "massar_desktop").rglob("*.py"))]
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    subprocess.run([tool, *sources, "-ts", target], check=True, capture_output=True)
    return set(words(target))


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_no_word_is_missing_or_unfinished(used: set[Word], language: str) -> None:
    there: dict[Word, list[str]] = {}
    for path in sorted(TRANSLATIONS.glob(f"*_{language}.ts")):
        there |= words(path)
    missing = sorted(word for word in used if not there.get(word) or not all(there[word]))
    assert missing == [], f"write these in a file of resources/translations/*_{language}.ts"


def test_both_languages_have_the_same_words() -> None:
    for path in sorted(TRANSLATIONS.glob("*_ar.ts")):
        other = path.with_name(path.name.replace("_ar.ts", "_fr.ts"))
        assert set(words(path)) == set(words(other)), path.name


def test_french_signs_stay_with_their_word() -> None:
    """A space that may break begins a line with a colon or a semicolon; the hard one never does."""
    parted = [
        text
        for path in sorted(TRANSLATIONS.glob("*_fr.ts"))
        for forms in words(path).values()
        for text in forms
        if re.search(r" [:;?!»]|« ", text)
    ]
    assert parted == []


def test_french_has_one_apostrophe() -> None:
    """The typographic one, on screens, on pages of help and on papers: two signs beside each other look like a slip."""
    screens = [t for p in TRANSLATIONS.glob("*_fr.ts") for forms in words(p).values() for t in forms]
    pages = [p.read_text("utf-8") for p in (ROOT / "resources" / "help" / "fr").rglob("*.md")]
    papers = [p.read_text("utf-8") for p in (ROOT / "resources" / "templates").rglob("*.typ")]
    shown = [line for text in (*screens, *pages, *papers) for line in text.splitlines()]
    straight = [line for line in shown if not line.startswith("//") and re.search(r"\w'[\w#{%«]", line)]
    assert straight == []


def test_an_act_is_one_word_in_arabic_and_a_decision_another() -> None:
    """An act (acte, إجراء) is registered and moved along; a decision (décision, قرار) ends it, and is on its letter."""
    mixed = []
    for french, arabic in _pairs():
        is_act = bool(_ACT.search(french)) and not _CIVIL.search(french)
        of_decision = bool(_DECISION.search(french))
        if is_act != bool(_ACT_AR.search(arabic)) or (is_act and not of_decision and "قرار" in arabic):
            mixed.append((french, arabic))
    assert mixed == []


_ACT, _CIVIL = re.compile(r"\bactes?\b", re.I), re.compile(r"actes? de (naissance|mariage|décès)", re.I)
_ACT_AR = re.compile("إجرا[ءئ]")
_DECISION = re.compile(r"décision|décid|arrêté|ordre ", re.I)


def _pairs() -> list[tuple[str, str]]:
    """What stands in French and in Arabic in the same place: words of screens, and lines of pages of help."""
    both = []
    for path in sorted(TRANSLATIONS.glob("*_fr.ts")):
        arabic = words(path.with_name(path.name.replace("_fr.ts", "_ar.ts")))
        both += [(" ".join(forms), " ".join(arabic[word])) for word, forms in words(path).items()]
    french_pages = ROOT / "resources" / "help" / "fr"
    for page in sorted(french_pages.rglob("*.md")):
        other = ROOT / "resources" / "help" / "ar" / page.relative_to(french_pages)
        lines = page.read_text("utf-8").splitlines(), other.read_text("utf-8").splitlines()
        if len(lines[0]) == len(lines[1]):
            both += [(line, arabic) for line, arabic in zip(*lines, strict=True) if _ACT.search(line)]
    return both


def test_no_translation_is_left_without_its_word(used: set[Word]) -> None:
    there = {word for path in TRANSLATIONS.glob("*_ar.ts") for word in words(path)}
    assert sorted(word for word in there - used if word[0] not in KEYED) == []
