"""Days as they are typed at a counter: without strokes (07122026, 071226), with a short year, without a year in an act.

What the office keeps and imports is stricter (sync/domain/partial_day.py); here a clerk sees at once, in full, what her
digits were read as. Four digits stay a year, never a day and a month: only one of the two could be meant.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from sync.domain import catalog, fields
from sync.domain.fields import Field
from sync.domain.identifiers import western_digits
from sync.domain.partial_day import day_near, parse_day

_STROKES: Final = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_MONTH_AND_YEAR: Final = re.compile(r"(\d{2})((?:18|19|20|21)\d{2})")
"""No month is 18 to 21, so these six digits are never a day, a month and a short year."""
_SHORT_YEAR: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{2})")
_NO_YEAR: Final = re.compile(r"\d{1,2}[/.-]\d{1,2}")
_FARTHEST: Final = 40
"""Years between today and what a short year may mean; beyond, two centuries are too nearly as likely."""
_OF_TODAY: Final = frozenset({*catalog.ACT_BY_KIND, "act_step", "confidential_step"})
"""Kinds whose days are near today: acts are typed near their days."""


def is_day(field: Field) -> bool:
    """Whether a field holds a day, whole or partial."""
    return field.kind in (fields.DAY, fields.PARTIAL_DAY)


def typed_day(kind: str, field: Field, text: str, today: date | None = None) -> str:
    """The canonical day of what was typed into a field of a kind of record; in an act "12/3" is the nearest 12 March.

    A short year is the nearest to today; of a partial day (birth, marriage, diploma), which is past, the last that is
    not after this year. Raises Malformed for what is no day of the field.
    """
    today = today or datetime.now().astimezone().date()
    if kind in _OF_TODAY and field.kind is fields.DAY:
        return near_day(text, today).isoformat()
    return str(field.kind.parse(full_day(text, today, past=field.kind is fields.PARTIAL_DAY)))


def near_day(text: str, today: date) -> date:
    """A day near today, which needs no year. Raises Malformed for what is no day."""
    plain = full_day(text, today)
    return day_near(plain, today) if _NO_YEAR.fullmatch(plain) else parse_day(plain)


def full_day(text: str, today: date, *, past: bool = False) -> str:
    """What was typed with its strokes and its whole year; a text of another shape as it is."""
    return _full_year(_with_strokes(western_digits(text).replace(" ", "")), today, past=past)


def _with_strokes(plain: str) -> str:
    found = _MONTH_AND_YEAR.fullmatch(plain) or _STROKES.fullmatch(plain)
    return "/".join(found.groups()) if found else plain


def _full_year(plain: str, today: date, *, past: bool) -> str:
    found = _SHORT_YEAR.fullmatch(plain)
    if found is None:
        return plain
    year = today.year - (today.year - int(found[4])) % 100
    if not past:
        year = min(year, year + 100, key=lambda one: abs(one - today.year))
        if abs(year - today.year) > _FARTHEST:
            return plain
    return f"{found[1]}/{found[3]}/{year}"
