"""Messy staff lists are as messy as announced, and their truth can be trusted."""

from __future__ import annotations

from datetime import date

import pytest

from sync.domain.identifiers import Malformed, parse_cin, parse_phone, parse_ppr
from sync.domain.partial_day import parse_partial_day
from sync.practice.lists import StaffList, Style, staff_list, staff_list_with_truth

# Where each style keeps pay number, card, name, birth and phone.
_COLUMNS = {"french": (0, 1, 2, 7, 13), "arabic": (1, 2, 3, 5, 11)}
_SEXES = {"Féminin", "Masculin", "أنثى", "ذكر"}


def _people_lines(found: StaffList) -> dict[int, list[object]]:
    return {number: line for number, line in enumerate(found.cells, 1) if _SEXES & {str(cell) for cell in line}}


def _reason(line: list[object], style: Style) -> str:
    """What a careful reader finds wrong with a line, '' nothing."""
    pay_number, card, name, birth, phone = (line[column] for column in _COLUMNS[style])
    try:
        if str(pay_number):
            parse_ppr(str(pay_number))
        parse_cin(str(card))
        text = birth.isoformat() if isinstance(birth, date) else str(birth).removesuffix(".0")
        parse_partial_day(text, latest_year=2026)
        parse_phone(str(phone))
    except Malformed as wrong:
        return wrong.code
    return "" if str(name).strip() else "required"


@pytest.mark.parametrize("style", ["french", "arabic"])
def test_the_truth_is_what_a_careful_reader_finds(style: Style) -> None:
    found = staff_list_with_truth(900, 5, style)
    lines = _people_lines(found)
    reasons = {number: _reason(line, style) for number, line in lines.items()}
    assert len(lines) == found.rows
    assert {number: reason for number, reason in reasons.items() if reason} == {
        bad.row: bad.reason for bad in found.bad
    }
    cards = {parse_cin(str(line[_COLUMNS[style][1]])) for number, line in lines.items() if not reasons[number]}
    assert len(cards) == found.people
    assert found.good == found.rows - len(found.bad) > found.people


@pytest.mark.parametrize("style", ["french", "arabic"])
def test_the_mess_is_there(style: Style) -> None:
    found = staff_list_with_truth(900, 5, style)
    header = found.cells[4]
    assert found.cells.count(header) > 3
    assert found.cells.count([""] * len(header)) > 2
    assert {len(line) for line in found.cells} == {len(header)}
    assert {type(line[_COLUMNS[style][0]]) for line in _people_lines(found).values()} == {str, float}
    assert any(str(cell) != str(cell).strip() for line in found.cells for cell in line)


def test_the_french_list_has_dates_in_several_styles() -> None:
    births = [line[7] for line in _people_lines(staff_list_with_truth(300, 5, "french")).values()]
    assert {type(birth) for birth in births} >= {date, str}
    assert {len(birth) for birth in births if isinstance(birth, str)} >= {8, 10}


def test_the_same_arguments_give_the_same_list() -> None:
    assert staff_list(80, 3, "french") == staff_list(80, 3, "french")
    assert staff_list(80, 3, "french") != staff_list(80, 4, "french")


def test_nobody_to_list_is_refused() -> None:
    with pytest.raises(ValueError, match="nobody"):
        staff_list(0, 1, "arabic")
