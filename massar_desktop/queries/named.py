"""Who people are in a line of a list: name in both scripts and payroll number, read for many at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from massar_desktop.queries.naming import arabic_name, latin_name
from sync.storage.ledger import office_tables

_IN: Final = 400


@dataclass(frozen=True, slots=True)
class Named:
    """One person, as a line of a list names her."""

    name_ar: str = ""
    name_la: str = ""
    ppr: str = ""

    def name(self, language: str) -> str:
        """Her name in a language, in the other script when it is not known in this one."""
        first, second = (self.name_ar, self.name_la) if language == "ar" else (self.name_la, self.name_ar)
        return first or second


NOBODY: Final = Named()
"""Somebody who is not here."""


def people_named(connection: Connection, people: Iterable[int]) -> dict[int, Named]:
    """Read who some people are; who is not here is not in it."""
    t = office_tables().records.records["employee"]
    columns = select(t.c.id, t.c.surname_ar, t.c.first_name_ar, t.c.surname_la, t.c.first_name_la, t.c.ppr)
    found, ids = {}, sorted(set(people))
    for start in range(0, len(ids), _IN):
        for row in connection.execute(columns.where(t.c.id.in_(ids[start : start + _IN]))):
            both = arabic_name(row.surname_ar, row.first_name_ar), latin_name(row.surname_la, row.first_name_la)
            found[row.id] = Named(*both, row.ppr or "")
    return found
