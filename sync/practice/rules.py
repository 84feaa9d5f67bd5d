"""Reads the rules in resources/reference as records: limits, delegation, days off, indexes.

Each line says where it comes from; what domain.md marks as uncertain stays marked, and so only a remark.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sync.domain.entities.rules import Delegation, GradeIndex, Holiday, Limit
from sync.domain.fields import INTEGER, Value
from sync.domain.ids import NATION, Compartment, scope_id
from sync.domain.record import Row, kind_of
from sync.practice.numbering import made_row, practice_id
from sync.practice.reference import lines

PUBLISHED_ON = "2026-01-01"
_FILES: tuple[tuple[type[Any], str], ...] = (
    (Limit, "limits.csv"),
    (Delegation, "delegation.csv"),
    (Holiday, "holidays.csv"),
    (GradeIndex, "indices.csv"),
)
_NAMES = {"index": "index_number"}
_ALWAYS = "1970-01-01"


def rule_rows(resources: Path, device: int = 0) -> Iterator[Row]:
    """The rules as records, kind by kind in the order of the catalogue and line by line in that of their file."""
    scope = scope_id(NATION, Compartment.GENERAL)
    for cls, file in _FILES:
        kind = kind_of(cls)
        for number, line in enumerate(lines(resources, file)):
            own = practice_id(device, kind.name, number)
            values = {name: _value(cls, name, text) for name, text in _named(line).items()}
            values = {"valid_from": values.get("from_on", _ALWAYS), "published_on": PUBLISHED_ON, **values}
            yield made_row(cls, own, own, scope, values)


def _named(line: Mapping[str, str]) -> dict[str, str]:
    return {_NAMES.get(name, name): text for name, text in line.items()}


def _value(cls: type[Any], name: str, text: str) -> Value:
    field = kind_of(cls).by_name[name]
    if not text:
        return None
    if name == "uncertain":
        return text == "1"
    return int(text) if field.kind is INTEGER else text
