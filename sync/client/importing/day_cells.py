"""Days as lists have them: typed dates, Excel's serial numbers, dd/MM/yyyy, dd-MM-yy, ISO, months in words."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from sync.client.importing.packed import Cell
from sync.domain.identifiers import Malformed, western_digits
from sync.domain.names import fold
from sync.domain.partial_day import parse_day, parse_partial_day

_EPOCH: Final = date(1899, 12, 30)
_YEARS: Final = range(1900, 2101)
_SERIALS: Final = range(2193, 80000)  # 1906 to 2119; smaller ones are years
_TIME: Final = re.compile(r"[ T][0-9]{1,2}[:h][0-9]{2}.*$")
_WORDED: Final = re.compile(r"([0-9]{1,2})(?:er)?[ /.-]+([^\W\d]+)[ /.-]+([0-9]{4}|[0-9]{2})")
_IN_TITLE: Final = re.compile(r"[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{4}")

_MONTHS: Final = {
    fold(word): number
    for number, spelled in enumerate(
        (
            "janvier janv jan يناير",
            "février fév fevr feb فبراير",
            "mars mar مارس",
            "avril avr apr أبريل ابريل",
            "mai may ماي مايو",
            "juin jun يونيو",
            "juillet juil jul يوليوز يوليو",
            "août aug غشت أغسطس",
            "septembre sept sep شتنبر سبتمبر",
            "octobre oct أكتوبر",
            "novembre nov نونبر نوفمبر",
            "décembre déc dec دجنبر ديسمبر",
        ),
        1,
    )
    for word in spelled.split()
}


def read_partial_day(value: Cell, latest_year: int) -> str:
    """A partial day 'YYYY-MM-DD' of a cell; a two-digit year is the last such year not after `latest_year`.

    Raises Malformed with the codes of `parse_partial_day`.
    """
    if isinstance(value, bool):
        raise Malformed("day_malformed")
    if isinstance(value, date):
        return parse_partial_day(value.isoformat())
    if isinstance(value, (int, float)):
        return _from_number(value)
    text = _TIME.sub("", western_digits(value)).strip()
    if text.isascii() and text.isdigit() and len(text) in (5, 7, 8):
        return _from_number(int(text))
    if worded := _WORDED.fullmatch(text):
        month = _MONTHS.get(fold(worded[2]))
        if month is None:
            raise Malformed("day_malformed")
        text = f"{worded[1]}/{month}/{worded[3]}"
    return parse_partial_day(text, latest_year)


def read_day(value: Cell, latest_year: int) -> str:
    """A whole day, in ISO form; Malformed("day_partial") when the day or month is unknown."""
    return parse_day(read_partial_day(value, latest_year)).isoformat()


def _from_number(value: float) -> str:
    """A year, a serial day of a spreadsheet, or a day written without separators (ddMMyyyy, yyyyMMdd)."""
    if not math.isfinite(value):
        raise Malformed("day_malformed")
    number = int(value)
    if number == value and number in _YEARS:
        return f"{number}-00-00"
    if number in _SERIALS:
        return (_EPOCH + timedelta(days=number)).isoformat()
    digits = f"{number:08d}"
    if number == value and len(digits) == 8 and number > 0:
        if int(digits[:4]) in _YEARS:
            return parse_partial_day(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")
        return parse_partial_day(f"{digits[:2]}/{digits[2:4]}/{digits[4:]}")
    raise Malformed("day_malformed")


def day_in_titles(rows: Sequence[Sequence[Cell]], today: date) -> str | None:
    """The last day named in the title lines ("arrêté au 01/09/2026"), None when there is none up to `today`."""
    found = None
    for row in rows:
        for cell in row:
            for match in _IN_TITLE.finditer(western_digits(cell)) if isinstance(cell, str) else ():
                try:
                    day = parse_day(match[0])
                except Malformed:
                    continue
                if day <= today:
                    found = day.isoformat()
    return found
