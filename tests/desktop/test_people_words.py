"""Every word that the screens of people say exists in Arabic and French."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

import massar_desktop
from massar_desktop.screens import person_listings, person_words
from massar_desktop.system.locale import Language
from tests.desktop.conftest import PutOn

ROOT = Path(massar_desktop.__file__).parent
FILES = [
    *sorted((ROOT / "screens").glob("people*.py")),
    *sorted((ROOT / "screens").glob("person*.py")),
    ROOT / "forms" / "form.py",
    ROOT / "models" / "people.py",
]
SHARED = {"PersonWords": person_words, "PersonListings": person_listings}
"""Contexts of functions that stand in no class."""


def _said(node: ast.AST) -> Iterator[str]:
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and call.args and isinstance(call.args[0], ast.Constant):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            if name in ("tr", "_said", "QT_TRANSLATE_NOOP"):
                words = call.args[1] if name == "QT_TRANSLATE_NOOP" else call.args[0]
                if isinstance(words, ast.Constant):
                    yield str(words.value)


def sentences() -> list[tuple[str, str]]:
    """(context, words) of everything said by the screens of people."""
    found: list[tuple[str, str]] = []
    for path in FILES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        shared = next((name for name, module in SHARED.items() if module.__file__ == str(path)), "")
        if shared:
            found += [(shared, words) for words in _said(tree)]
        else:
            classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
            found += [(node.name, words) for node in classes for words in _said(node)]
    return found


def test_the_scan_finds_the_words() -> None:
    assert ("PeopleScreen", "New person") in sentences()
    assert ("PersonWords", "Incomplete") in sentences()
    assert len(sentences()) > 90


def test_every_sentence_is_translated(language: Language) -> None:
    missing = [
        (context, words) for context, words in sentences() if QCoreApplication.translate(context, words) == words
    ]
    # Some words are the same in French and English.
    same = {"PPR", "Cadre", "Situation", "Cadre, grade", "Échelle, échelon"} if language == "fr" else set()

    assert [one for one in missing if one[1] not in same] == []


@pytest.mark.parametrize("number", [1, 2, 3, 11])
def test_counted_words_have_their_plural_forms(put_on: PutOn, number: int) -> None:
    said = {}
    for code in ("ar", "fr"):
        put_on(code)
        words = "%n field(s) were not saved: mend what is in red."
        said[code] = QCoreApplication.translate("PersonNotices", words, None, number)

    assert "%n" not in said["ar"] + said["fr"]
    assert said["ar"].startswith({1: "لم يحفظ حقل واحد", 2: "لم يحفظ حقلان"}.get(number, "لم "))
    assert said["fr"].startswith(f"{number} champ{'s' if number > 1 else ''}")
