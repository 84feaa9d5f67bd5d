"""Days that count: weekends, holidays, feasts that follow the moon, months, school years."""

from __future__ import annotations

import pytest

from sync.domain import calendar
from sync.domain.acts.age_retirement import retirement
from sync.domain.calendar import WorkCalendar, calendar_of, ordinal, school_year_of
from sync.domain.fields import Value
from sync.domain.reference import limit
from tests.domain.acts.desk import Desk, State, published

RULES = State(published())


def work(from_on: str, to_on: str) -> WorkCalendar:
    """The published calendar of a period."""
    return calendar_of(RULES, from_on, to_on)


@pytest.mark.parametrize(
    ("from_on", "to_on", "days", "why"),
    [
        ("2026-10-05", "2026-10-11", 5, "a week"),
        ("2026-10-10", "2026-10-11", 0, "a weekend"),
        ("2026-11-02", "2026-11-06", 4, "the Green March, a Friday"),
        ("2026-08-10", "2026-08-23", 7, "three holidays of August, of which 14, 20 and 21 on weekdays"),
        ("2026-12-28", "2027-01-03", 4, "over the end of a year: 1 January is a Friday"),
        ("2026-10-09", "2026-10-05", 0, "a period that ends before it begins"),
    ],
)
def test_working_days(from_on: str, to_on: str, days: int, why: str) -> None:
    assert work("2026-01-01", "2027-12-31").working_days(from_on, to_on) == days, why


def test_counting_forward_is_the_inverse() -> None:
    year = work("2026-01-01", "2027-12-31")
    for first in ("2026-08-10", "2026-10-05", "2026-11-06", "2026-12-30"):
        for days in (1, 5, 22):
            last = year.end_of(first, days)
            assert year.working_days(first, last) == days
            assert year.is_working(last)


def test_a_feast_is_doubtful_until_it_is_published_again_elsewhere() -> None:
    desk = Desk()
    before = calendar_of(desk.state, "2026-05-25", "2026-05-31")
    assert (before.working_days("2026-05-25", "2026-05-31"), before.doubtful_days("2026-05-25", "2026-05-31")) == (3, 2)
    facts: dict[str, Value] = {
        "year": 2026,
        "nature": "religious",
        "name_la": "Aïd al-Adha",
        "valid_from": "2026-05-26",
    }
    desk.rule("holiday", **facts, from_on="2026-05-28", to_on="2026-05-29", published_on="2026-05-20")
    after = calendar_of(desk.state, "2026-05-25", "2026-05-31")
    assert after.is_working("2026-05-27")
    assert (after.working_days("2026-05-25", "2026-05-31"), after.doubtful_days("2026-05-25", "2026-05-31")) == (3, 0)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2026-10-05", 12, "2027-10-05"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -12, "2025-01-15"),
    ],
)
def test_months_end_with_the_month(day: str, months: int, expected: str) -> None:
    assert calendar.plus_months(day, months) == expected


def test_the_last_day_of_a_period() -> None:
    assert calendar.last_day("2026-10-05", weeks=14) == "2027-01-10"
    assert calendar.last_day("2026-10-05", days=15) == "2026-10-19"
    assert calendar.last_day("2026-09-01", months=24) == "2028-08-31"


def test_school_years_follow_each_other() -> None:
    year = school_year_of(RULES, "2027-02-01")
    assert year is not None
    assert (year.name, year.from_on, year.to_on) == ("2026/2027", "2026-09-01", "2027-08-31")
    assert school_year_of(RULES, "2027-09-01") != year
    assert school_year_of(RULES, "1999-10-01") is None


def test_the_limit_in_force_is_that_of_the_day() -> None:
    old, new = (limit(RULES, "LV-PAT", "days", day) for day in ("2022-08-31", "2022-09-01"))
    assert old is not None
    assert new is not None
    assert [(one.value, one.certain) for one in (old, new)] == [(3, False), (15, True)]
    assert limit(RULES, "LV-PAT", "nothing", "2026-01-01") is None


@pytest.mark.parametrize(
    ("birth", "limit_on", "from_on", "assumed"),
    [
        ("1956-05-10", "2016-05-10", "2016-05-11", False),
        ("1961-03-02", "2023-09-02", "2024-09-01", False),
        ("1963-10-12", "2026-10-12", "2027-09-01", False),
        ("1963-10-00", "2026-10-31", "2027-09-01", True),
        ("1963-00-00", "2026-12-31", "2027-09-01", True),
    ],
)
def test_the_age_limit_rises_with_the_year_of_birth(birth: str, limit_on: str, from_on: str, assumed: bool) -> None:
    found = retirement(RULES, birth, at_school=True)
    assert found is not None
    assert (found.limit_on, found.from_on, found.assumed) == (limit_on, from_on, assumed)


def test_days_are_numbers_in_a_row() -> None:
    assert ordinal("2026-03-01") - ordinal("2026-02-28") == 1
    assert calendar.days_between("2026-10-05", "2026-10-09") == 5
    assert calendar.overlap(("2026-10-01", "2026-10-05"), ("2026-10-05", "2026-10-06"))
    assert not calendar.overlap(("2026-10-01", "2026-10-05"), ("2026-10-06", "2026-10-06"))
