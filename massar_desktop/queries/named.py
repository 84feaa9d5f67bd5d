"""Who people are in a line of a list: name in both scripts and payroll number, read for many at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from massar_desktop.queries.naming import arabic_name, latin_name
from massar_desktop.queries.provinces import province_names
from massar_desktop.queries.reference import Names
from sync.storage.ledger import office_tables

_IN: Final = 400


@dataclass(frozen=True, slots=True)
class Named:
    """One person, as a line of a list names her."""

    name_ar: str = ""
    name_la: str = ""
    ppr: str = ""
    province: Names = ("", "")
    """The directorate whose file it is, where an academy asks."""

    def name(self, language: str) -> str:
        """Her name in a language, in the other script when it is not known in this one."""
        first, second = (self.name_ar, self.name_la) if language == "ar" else (self.name_la, self.name_ar)
        return first or second


NOBODY: Final = Named()
"""Somebody who is not here."""


def people_named(connection: Connection, people: Iterable[int]) -> dict[int, Named]:
    """Read who some people are; who is not here is not in it."""
    t, entry = (office_tables().records.records[kind] for kind in ("employee", "directory_entry"))
    names = (t.c[name] for name in ("id", "surname_ar", "first_name_ar", "surname_la", "first_name_la", "ppr"))
    columns = select(*names, entry.c.province).select_from(t.outerjoin(entry, entry.c.id == t.c.id))
    found, ids = {}, sorted(set(people))
    for start in range(0, len(ids), _IN):
        for row in connection.execute(columns.where(t.c.id.in_(ids[start : start + _IN]))):
            both = arabic_name(row.surname_ar, row.first_name_ar), latin_name(row.surname_la, row.first_name_la)
            found[row.id] = Named(*both, row.ppr or "", province_names(row.province))
    return found
