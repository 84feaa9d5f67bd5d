"""The published rules as a Reader: what the acts of a practice province are counted and decided with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from sync.domain import authority, reference
from sync.domain.authority import About
from sync.domain.calendar import WorkCalendar, calendar_of
from sync.domain.fields import Value
from sync.domain.lifecycle import Level
from sync.domain.record import RecordKind, Row
from sync.domain.reference import Limit


class Published:
    """A Reader that holds reference data only, each question answered once."""

    def __init__(self, rules: Iterable[Row]) -> None:
        """`rules` are all of them, in order of id within a kind."""
        self._rows: dict[str, list[Row]] = {}
        for row in rules:
            self._rows.setdefault(row.kind, []).append(row)
        self._found: dict[tuple[str, str, Value], list[Row]] = {}

    def row(self, kind: str, row: int) -> Row | None:
        """No record is looked up by its id."""
        return None

    def rows_of(self, kind: str, dossier: int) -> Sequence[Row]:
        """No dossier lies here."""
        return ()

    def find(self, kind: str, field: str, value: Value) -> Sequence[Row]:
        """The rules whose field equals a value."""
        key = kind, field, value
        if key not in self._found:
            self._found[key] = [row for row in self._rows.get(kind, ()) if row.get(field) == value]
        return self._found[key]

    def has_code(self, table: str, code: str) -> bool | None:
        """Code tables are not asked for."""
        return None

    def scope_for(self, kind: RecordKind, dossier: int) -> int | None:
        """Nothing is written."""
        return None

    def limit(self, code: str, name: str, day: str) -> Limit | None:
        """A limit in force on a day, None when none is published."""
        return reference.limit(self, code, name, day)

    def level(self, code: str, place: int, day: str, days: int) -> Level:
        """Who decides an act of so many days; the province where nothing is published."""
        rule = authority.competence(self, About(code, place, day, days))
        return rule.level if rule else Level.PROVINCE

    @cached_property
    def work(self) -> WorkCalendar:
        """The days off of all years that are published."""
        years = sorted(row.text("from_on") for row in self._rows.get("holiday", ()))
        return calendar_of(self, years[0], years[-1]) if years else WorkCalendar()
