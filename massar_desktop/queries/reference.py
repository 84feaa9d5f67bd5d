"""The reference data that labels what codes mean: code tables of the nation, schools of the region."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, select

from massar_desktop.queries.schools import known_schools
from sync.domain.fields import GRESA
from sync.storage.ledger import office_tables

Names = tuple[str, str]
"""A name or label in Arabic, then in Latin letters."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Labels by (table, code) in the order of their tables, and names of schools by GRESA code in order of name."""

    codes: Mapping[tuple[str, str], Names] = field(default_factory=dict)
    schools: Mapping[str, Names] = field(default_factory=dict)
    ended: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """The last day of codes that have one: old acts keep them, new ones do not choose them."""
    closed: Mapping[str, str] = field(default_factory=dict)
    """Of schools that are closed the day since when."""

    def labels(self, language: str) -> dict[tuple[str, str], str]:
        """The label of each code in a language ("ar" or "fr"); the codes of schools are those of a table "gresa"."""
        labels = {key: said(names, language) for key, names in self.codes.items()}
        return labels | {(GRESA.name, gresa): said(names, language) for gresa, names in self.schools.items()}

    def choices(self, table: str, language: str, day: str = "") -> list[tuple[str, str]]:
        """The codes of a table with their labels, as a list to choose from; with a day, those in force on it."""
        found = [(code, said(names, language)) for (of, code), names in self.codes.items() if of == table]
        return [one for one in found if self.ended.get((table, one[0]), day) >= day]

    def school_choices(self, language: str) -> list[tuple[str, str]]:
        """The schools with their names, as a list to choose from."""
        return [(gresa, said(names, language)) for gresa, names in self.schools.items()]

    def school(self, gresa: str, language: str) -> str:
        """The name of a school; its code when it is not known here."""
        return said(self.schools.get(gresa, ("", "")), language) or gresa


def said(names: Names, language: str) -> str:
    """A name in a language; in the other script when it has none in this one."""
    first, second = names if language == "ar" else (names[1], names[0])
    return first or second


def reference(connection: Connection, day: str) -> Reference:
    """Read the code tables of an office's file and its schools as they are on a day.

    Of a code published again the later row counts.
    """
    code = office_tables().records.records["code"]
    codes = connection.execute(
        select(code.c.id, code.c.table, code.c.code, code.c.label_ar, code.c.label_la, code.c.valid_to)
        .where(code.c.withdrawn.is_(None))
        .order_by(code.c.table, code.c.order, code.c.valid_from)
    ).all()
    known = known_schools(connection)
    schools = [row for row in (known.on(gresa, day) for gresa in known) if row is not None]
    schools.sort(key=lambda row: (row.text("name_ar"), row.text("gresa")))
    newest = {(row.table, row.code): row for row in sorted(codes, key=lambda row: row.id)}
    return Reference(
        codes={key: _names(newest[key]) for key in ((row.table, row.code) for row in codes)},
        schools={row.text("gresa"): (row.text("name_ar"), row.text("name_la")) for row in schools},
        ended={key: row.valid_to for key, row in newest.items() if row.valid_to},
        closed={row.text("gresa"): row.text("closed_on") for row in schools if row.get("closed_on")},
    )


def _names(code: Row[*tuple[Any, ...]]) -> Names:
    return code.label_ar or "", (code.label_la or "").replace("'", "’")  # published with either, shown with one
