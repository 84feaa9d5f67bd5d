"""What clerks type for a code, and the one form that is kept."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.domain import identifiers as ids
from sync.domain.identifiers import Malformed

Parse = Callable[[str], str]

ACCEPTED: list[tuple[Parse, str, str]] = [
    (ids.parse_ppr, "1234567", "1234567"),
    (ids.parse_ppr, "00123456", "123456"),
    (ids.parse_ppr, " 123 456 ", "123456"),
    (ids.parse_ppr, "123456.0", "123456"),
    (ids.parse_ppr, "123456,00", "123456"),
    (ids.parse_ppr, "123.456", "123456"),
    (ids.parse_ppr, "١٢٣٤٥٦", "123456"),
    (ids.parse_ppr, "۱۲۳۴۵۶", "123456"),
    (ids.parse_ppr, "\u2066123456\u2069\u200f", "123456"),
    (ids.parse_cin, "ab 123456", "AB123456"),
    (ids.parse_cin, "A-12345", "A12345"),
    (ids.parse_cin, "q\u00a012345", "Q12345"),
    (ids.parse_cin, "JB٤٥٦٧٨٩", "JB456789"),
    (ids.parse_rib, "011 519 0000012050005349 21", "011519000001205000534921"),
    (ids.parse_rib, "0115-1900-0001-2050-0053-4921", "011519000001205000534921"),
    (ids.parse_gresa, "12345 a", "12345A"),
    (ids.parse_gresa, "٠١٢٣٤B", "01234B"),
    (ids.parse_phone, "0661045277", "+212661045277"),
    (ids.parse_phone, "06-51849718", "+212651849718"),
    (ids.parse_phone, "05.35.12.34.56", "+212535123456"),
    (ids.parse_phone, "+212 6 61 04 52 77", "+212661045277"),
    (ids.parse_phone, "+212 (0) 661 045 277", "+212661045277"),
    (ids.parse_phone, "00212661045277", "+212661045277"),
    (ids.parse_phone, "212661045277", "+212661045277"),
    (ids.parse_phone, "٠٧٠٠١١٢٢٣٣", "+212700112233"),
    (ids.parse_email, " Nadia.Alaoui@TAALIM.MA ", "Nadia.Alaoui@taalim.ma"),
    (ids.parse_email, "n_b+hr@men.gov.ma\u200e", "n_b+hr@men.gov.ma"),
    (ids.parse_postal_code, "١٠٠٠٠", "10000"),
    (ids.parse_postal_code, "01 000", "01000"),
]

REFUSED: list[tuple[Parse, str, str]] = [
    *((ids.parse_ppr, text, "ppr_malformed") for text in ("", "1234", "123456789", "123456.5", "12345.67")),
    *((ids.parse_ppr, text, "ppr_malformed") for text in ("0000000", "A12345", "-")),
    *((ids.parse_cin, text, "cin_malformed") for text in ("", "123456", "ABC12345", "A12345678", "ß12345")),
    *((ids.parse_rib, text, "rib_malformed") for text in ("", "0115190000012050005349", "1.15E+22")),
    *((ids.parse_gresa, text, "gresa_malformed") for text in ("", "1234A", "12345", "12345AB", "A12345")),
    *((ids.parse_phone, text, "phone_malformed") for text in ("", "0461045277", "066104527", "+33661045277")),
    *((ids.parse_phone, text, "phone_malformed") for text in ("661045277", "06610452770", "0661+045277")),
    *((ids.parse_email, text, "email_malformed") for text in ("", "nadia", "a@b", "a b@c.ma", "@taalim.ma")),
    *((ids.parse_email, text, "email_malformed") for text in ("a..b@c.ma", ".a@c.ma", "a@-c.ma", "a@c..ma")),
    *((ids.parse_email, text, "email_malformed") for text in ("a@b@c.ma", "x" * 65 + "@c.ma", "ن@c.ma")),
    *((ids.parse_postal_code, text, "postal_code_malformed") for text in ("", "1000", "100000", "1000A")),
]


@pytest.mark.parametrize(("parse", "typed", "kept"), ACCEPTED)
def test_what_clerks_type_is_kept_in_one_form(parse: Parse, typed: str, kept: str) -> None:
    assert parse(typed) == kept


@pytest.mark.parametrize(("parse", "typed", "code"), REFUSED)
def test_what_is_not_a_code_is_refused_with_a_stable_code(parse: Parse, typed: str, code: str) -> None:
    with pytest.raises(Malformed) as refused:
        parse(typed)
    assert refused.value.code == code
    assert refused.value.params == {}


def test_a_wrong_account_key_says_which_key_was_expected() -> None:
    with pytest.raises(Malformed) as refused:
        ids.parse_rib("011519000001205000534912")
    assert (refused.value.code, refused.value.params) == ("rib_key_wrong", {"expected": "21"})


def test_a_refusal_does_not_carry_the_account_into_logs() -> None:
    with pytest.raises(Malformed) as refused:
        ids.parse_rib("011519000001205000534912")
    assert "0115190" not in str(refused.value) + repr(refused.value)


def test_the_key_of_the_published_sample_account() -> None:
    assert ids.rib_key("0115190000012050005349") == "21"
    with pytest.raises(Malformed):
        ids.rib_key("011")


def test_codes_on_screen() -> None:
    assert ids.show_phone("+212661045277") == "+212 6 61 04 52 77"
    assert ids.show_rib("011519000001205000534921") == "011 519 0000012050005349 21"
    assert ids.show_cin("AB123456") == "AB123456"


@pytest.mark.parametrize(("cin", "unusual"), [("AB123456", False), ("A12345", False), ("A1234", True)])
def test_a_card_number_outside_five_or_six_digits_is_unusual(cin: str, unusual: bool) -> None:
    assert ids.cin_is_unusual(cin) is unusual


@given(st.integers(0, 10**22 - 1))
def test_every_computed_key_makes_a_valid_account(number: int) -> None:
    body = f"{number:022d}"
    rib = body + ids.rib_key(body)
    assert ids.parse_rib(ids.show_rib(rib)) == rib


@pytest.mark.parametrize(
    ("parse", "show", "pattern"),
    [
        (ids.parse_ppr, ids.show_ppr, r"[1-9][0-9]{4,7}"),
        (ids.parse_cin, ids.show_cin, r"[A-Z]{1,2}[0-9]{1,7}"),
        (ids.parse_gresa, ids.show_gresa, r"[0-9]{5}[A-Z]"),
        (ids.parse_phone, ids.show_phone, r"\+212[5-8][0-9]{8}"),
        (ids.parse_postal_code, ids.show_postal_code, r"[0-9]{5}"),
        (ids.parse_email, ids.show_email, r"[a-zA-Z0-9]{1,9}(\.[a-z]{1,9})?@[a-z]{1,9}\.ma"),
    ],
)
def test_reading_what_is_shown_gives_the_same_code(parse: Parse, show: Parse, pattern: str) -> None:
    @given(st.from_regex(pattern, fullmatch=True).filter(str.isascii))
    def holds(canonical: str) -> None:
        assert parse(show(canonical)) == canonical

    holds()


@given(st.text())
def test_any_text_is_read_or_refused_and_reading_twice_changes_nothing(text: str) -> None:
    for parse in {row[0] for row in ACCEPTED}:
        try:
            kept = parse(text)
        except Malformed:
            continue
        assert parse(kept) == kept
