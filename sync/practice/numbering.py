"""Row ids of a practice province: every kind has its own range of counters, and a row's id follows from its place in
the province, so that any row can point to any other without either having been made.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sync.domain.fields import Value
from sync.domain.ids import row_id
from sync.domain.record import Row, kind_of

_RANGES = (
    *("code", "school", "employee", "dependant", "disability", "diploma", "opening_situation"),
    *("limit", "delegation", "holiday", "grade_index", "act", "step"),
)
_FIRST = {name: number << 26 for number, name in enumerate(_RANGES)}
"""67 million counters for each kind; those of all kinds end below 2^30, far from what an office will count."""

DEPENDANTS_EACH, DIPLOMAS_EACH = 8, 4
"""How many ids are kept for the dependants and the diplomas of one person."""
ACTS_EACH, STEPS_EACH = 64, 128
"""How many ids are kept for the acts of all kinds, and for the steps, of one person."""


def practice_id(device: int, kind: str, number: int) -> int:
    """The id of the row with this number (from 0) among those of its kind."""
    return row_id(device, _FIRST[kind] + number + 1)


def made_row(cls: type[Any], own: int, dossier: int, scope: int, values: Mapping[str, Value]) -> Row:
    """A row of the kind declared by `cls`, holding only what is not empty."""
    kept = {name: value for name, value in values.items() if value is not None and value != "" and value is not False}
    return Row(kind_of(cls).name, own, dossier, scope, kept)
