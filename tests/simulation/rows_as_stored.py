"""Rows of a file, read with plain SQL past the product's code."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from sync.domain import catalog
from sync.domain.fields import Value, Wire
from sync.domain.record import Row
from sync.storage.tables import RecordTables
from tests.simulation.reference import Key

Ask = Callable[..., list[tuple[Any, ...]]]


@cache
def _filled(names: tuple[str, ...]) -> str:
    """Which tables have rows: of some fifty few have."""
    return " UNION ALL ".join(f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM \"{name}\")" for name in names)  # noqa: S608


def rows_of(ask: Ask, tables: RecordTables, among: Callable[[int], bool] = lambda _: True) -> dict[Key, Row]:
    """Every record of a database, or of some of its scopes."""
    found: dict[Key, Row] = {}
    filled = {one[0] for one in ask(_filled(tuple(table.name for table in tables.records.values())))}
    for kind in (one for one in catalog.KINDS if tables.records[one.name].name in filled):
        names = [one.name for one in kind.fields]
        flags = {one.name for one in kind.fields if one.kind.wire is Wire.FLAG}
        columns = ", ".join(f'"{name}"' for name in ("id", "dossier", "scope", "extra", *names))
        table = tables.records[kind.name].name
        for row, dossier, scope, extra, *values in ask(f'SELECT {columns} FROM "{table}"'):  # noqa: S608  # declared names
            if not among(scope):
                continue
            held: dict[str, Value] = {
                name: bool(value) if name in flags else value
                for name, value in zip(names, values, strict=True)
                if value is not None
            }
            found[(kind.name, row)] = Row(kind.name, row, dossier, scope, held, bytes(extra))
    return found
