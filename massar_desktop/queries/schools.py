"""Schools as they are on a day: their names, and which of them are closed or not open yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Connection, Select, or_, select

from sync.domain import schools
from sync.domain.schools import Schools
from sync.storage.ledger import office_tables
from sync.storage.tables import from_row

_KINDS: Final = (schools.KIND, schools.CHANGE)


def known_schools(connection: Connection) -> Schools:
    """The schools of an office's region with the changes that were published of them."""
    records = office_tables().records.records
    return _schools(connection, {kind: select(records[kind]) for kind in _KINDS})


def names_on(known: Schools, gresa: str, day: str) -> tuple[str, str]:
    """The names of a school on a day; its code where it is not known here."""
    row = known.on(gresa, day)
    return (row.text("name_ar") or gresa, row.text("name_la") or gresa) if row is not None else (gresa, gresa)


def school_names(connection: Connection, gresa: str, day: str) -> tuple[str, str]:
    """The names of one school on a day; its code where it is not known here."""
    return names_on(_some(connection, [gresa]), gresa, day)


def renamed(connection: Connection, day: str) -> Mapping[str, tuple[str, str]]:
    """The names on a day of the schools that ever got another one: there are few."""
    t = office_tables().records.records[schools.CHANGE]
    query = select(t.c.gresa).where(or_(t.c.name_ar.is_not(None), t.c.name_la.is_not(None))).distinct()
    codes = list(connection.execute(query).scalars())
    known = _some(connection, codes) if codes else Schools((), ())
    return {gresa: names_on(known, gresa, day) for gresa in known}


def _some(connection: Connection, codes: list[str]) -> Schools:
    records = office_tables().records.records
    return _schools(connection, {k: select(records[k]).where(records[k].c.gresa.in_(codes)) for k in _KINDS})


def _schools(connection: Connection, queries: Mapping[str, Select[*tuple[Any, ...]]]) -> Schools:
    rows = ([from_row(kind, row) for row in connection.execute(query)] for kind, query in queries.items())
    return Schools(*rows)
