"""Dates as clerks and old civil records write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.domain.identifiers import Malformed
from sync.domain.partial_day import (
    assumed,
    earliest,
    latest,
    parse_day,
    parse_partial_day,
    precision,
    show_partial_day,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("05/03/1975", "1975-03-05"),
        ("5/3/1975", "1975-03-05"),
        ("05-03-1975", "1975-03-05"),
        ("05.03.1975", "1975-03-05"),
        ("1975-03-05", "1975-03-05"),
        ("1975/3/5", "1975-03-05"),
        ("03/1975", "1975-03-00"),
        ("1975-03", "1975-03-00"),
        ("00/03/1975", "1975-03-00"),
        ("1975", "1975-00-00"),
        ("00/00/1975", "1975-00-00"),
        ("1975-00-00", "1975-00-00"),
        ("٠٥/٠٣/١٩٧٥", "1975-03-05"),
        ("5\u200f/3\u200f/1975", "1975-03-05"),
        (" 05 / 03 / 1975 ", "1975-03-05"),
        ("29/02/1976", "1976-02-29"),
    ],
)
def test_every_usual_way_of_writing_a_day_is_read(typed: str, kept: str) -> None:
    assert parse_partial_day(typed) == kept


@pytest.mark.parametrize("typed", ["", "abc", "5/3", "05/03-1975", "5/3/975", "197503", "05/03/1975 x", "05/03/75"])
def test_another_shape_is_refused(typed: str) -> None:
    with pytest.raises(Malformed) as refused:
        parse_partial_day(typed)
    assert refused.value.code == "day_malformed"


@pytest.mark.parametrize(
    "typed",
    ["31/02/1975", "29/02/1975", "32/01/1975", "13/1975", "05/00/1975", "05/13/1975", "0000", "12/05/1395"],
)
def test_a_day_that_does_not_exist_is_refused(typed: str) -> None:
    with pytest.raises(Malformed) as refused:
        parse_partial_day(typed)
    assert refused.value.code == "day_impossible"


@pytest.mark.parametrize(
    ("typed", "latest_year", "kept"),
    [
        ("05-03-75", 2025, "1975-03-05"),
        ("05-03-25", 2025, "2025-03-05"),
        ("05-03-26", 2025, "1926-03-05"),
        ("05-03-00", 2025, "2000-03-05"),
        ("05-03-08", 2007, "1908-03-05"),
    ],
)
def test_a_two_digit_year_is_never_after_the_latest_year(typed: str, latest_year: int, kept: str) -> None:
    assert parse_partial_day(typed, latest_year) == kept


@pytest.mark.parametrize(
    ("partial", "known", "first", "last", "shown"),
    [
        ("1975-03-05", "day", date(1975, 3, 5), date(1975, 3, 5), "05/03/1975"),
        ("1976-02-00", "month", date(1976, 2, 1), date(1976, 2, 29), "02/1976"),
        ("1975-00-00", "year", date(1975, 1, 1), date(1975, 12, 31), "1975"),
    ],
)
def test_what_a_partial_day_means(partial: str, known: str, first: date, last: date, shown: str) -> None:
    assert precision(partial) == known
    assert (earliest(partial), latest(partial)) == (first, last)
    assert show_partial_day(partial) == shown
    assert assumed(partial) == (last, known != "day")


def test_a_whole_day_needs_its_day_and_month() -> None:
    assert parse_day("05-03-75", 2025) == date(1975, 3, 5)
    with pytest.raises(Malformed) as refused:
        parse_day("03/1975")
    assert refused.value.code == "day_partial"


def test_a_stored_text_that_is_no_partial_day_is_refused() -> None:
    with pytest.raises(Malformed):
        precision("1975")


@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)), st.sampled_from(["day", "month", "year"]))
def test_reading_what_is_shown_gives_the_same_day(day: date, known: str) -> None:
    partial = {"day": f"{day}", "month": f"{day:%Y-%m}-00", "year": f"{day:%Y}-00-00"}[known]
    assert parse_partial_day(show_partial_day(partial)) == partial
    assert parse_partial_day(partial) == partial
    assert earliest(partial) <= day <= latest(partial)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.integers(0, 99))
def test_the_two_digit_year_is_within_the_last_hundred_years(day: date, digits: int) -> None:
    year = int(parse_partial_day(f"01-01-{digits:02d}", day.year)[:4])
    assert day.year - 100 < year <= day.year
    assert year % 100 == digits
