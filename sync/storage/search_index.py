"""The office's search over people: folded names in both scripts, numbers and school, in one full-text table.

`person_search` is an FTS5 table without content (its rowid is the person's row id, or that of the stub of somebody who
was transferred) that knows who has a token and not where: a quarter of the size. `person_index` keeps the two orders,
by Arabic and by Latin name, of those who are here. Both are derived: `rebuild` makes them anew from the rows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, bindparam, null, select, text

from sync.domain import names
from sync.storage.tables import RecordTables

_CREATE = (
    """CREATE VIRTUAL TABLE IF NOT EXISTS person_search USING fts5(terms, numbers, school, content='',
    contentless_delete=1, detail=none, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0')""",
    """CREATE TABLE IF NOT EXISTS person_index
    (id INTEGER PRIMARY KEY, arabic_key TEXT NOT NULL, latin_key TEXT NOT NULL)""",
    "CREATE INDEX IF NOT EXISTS ix_person_index_arabic ON person_index (arabic_key, id)",
    "CREATE INDEX IF NOT EXISTS ix_person_index_latin ON person_index (latin_key, id)",
)
_BATCH = 400
_SCHOOLS = 1024
"""Names of schools whose terms are kept: everybody of one school has the same."""
FTS_WORD_LIMIT = 12
INDEXED = ("employee", "situation", "transfer_stub", "directory_entry")
"""Kinds whose rows have the id under which somebody is found."""


def create(connection: Connection) -> None:
    """Make the tables where they are missing."""
    for statement in _CREATE:
        connection.exec_driver_sql(statement)


def recreate(connection: Connection) -> None:
    """Make both tables anew, as they are declared today and empty: `rebuild` fills them."""
    for name in ("person_search", "person_index"):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
    create(connection)


def rebuild(connection: Connection, tables: RecordTables) -> None:
    """Index every person anew."""
    connection.exec_driver_sql("DELETE FROM person_search")
    connection.exec_driver_sql("DELETE FROM person_index")
    employee = tables.records["employee"]
    ids = connection.execute(select(employee.c.id).order_by(employee.c.id)).scalars().all()
    for start in range(0, len(ids), _BATCH):
        _insert(connection, tables, ids[start : start + _BATCH])
    stubs = connection.execute(select(tables.records["transfer_stub"].c.id)).scalars().all()
    for start in range(0, len(stubs), _BATCH):
        _insert_stubs(connection, tables, stubs[start : start + _BATCH])
    entries = connection.execute(select(tables.records["directory_entry"].c.id)).scalars().all()
    for start in range(0, len(entries), _BATCH):
        _insert_entries(connection, tables, entries[start : start + _BATCH])


def update(connection: Connection, tables: RecordTables, people: Collection[int]) -> None:
    """Index some people again after their rows changed."""
    ids = sorted(people)
    for start in range(0, len(ids), _BATCH):
        some = ids[start : start + _BATCH]
        for table, key in (("person_search", "rowid"), ("person_index", "id")):
            delete = text(f"DELETE FROM {table} WHERE {key} IN :ids")  # noqa: S608  # fixed names, bound values
            connection.execute(delete.bindparams(bindparam("ids", expanding=True)), {"ids": some})
        _insert(connection, tables, some)
        _insert_stubs(connection, tables, some)
        _insert_entries(connection, tables, some)


def people_of_schools(connection: Connection, tables: RecordTables, codes: Iterable[str]) -> set[int]:
    """Who must be indexed again when schools change their names."""
    codes = list(codes)
    both = (tables.records[kind] for kind in ("situation", "directory_entry"))
    return {one for t in both for one in connection.execute(select(t.c.id).where(t.c.school.in_(codes))).scalars()}


def match_expression(query: str) -> str:
    """The FTS5 expression of what was typed: each word by prefix, in any of its spellings; '' for nothing to find."""
    words = []
    for alternatives in names.query_terms(query)[:FTS_WORD_LIMIT]:
        quoted = " OR ".join(f'"{term}"*' for term in alternatives if term)
        if quoted:
            words.append(f"({quoted})")
    return " AND ".join(words)


def head_expressions(query: str) -> Sequence[str]:
    """The FTS5 expressions of those whose family name, then of those whose first name begins as typed."""
    return tuple(f'"{head}"*' for head in names.query_heads(query))


def _insert(connection: Connection, tables: RecordTables, ids: Sequence[int]) -> None:
    person, situation, school = (tables.records[kind] for kind in ("employee", "situation", "school"))
    query = (
        select(
            person.c.id,
            person.c.surname_ar,
            person.c.first_name_ar,
            person.c.surname_la,
            person.c.first_name_la,
            person.c.ppr,
            person.c.cin,
            situation.c.school,
            school.c.name_ar.label("school_ar"),
            school.c.name_la.label("school_la"),
        )
        .select_from(
            person.outerjoin(situation, situation.c.id == person.c.id).outerjoin(
                school, school.c.gresa == situation.c.school
            )
        )
        .where(person.c.id.in_(ids), person.c.merged_into.is_(None), person.c.withdrawn.is_(None))
    )
    found = {row.id: row for row in connection.execute(query)}
    if not found:
        return
    others = _other_names(connection, tables)
    searched = [_searched(row, others) for row in found.values()]
    connection.exec_driver_sql(
        "INSERT INTO person_search (rowid, terms, numbers, school) VALUES (?, ?, ?, ?)", searched
    )
    connection.exec_driver_sql(
        "INSERT INTO person_index (id, arabic_key, latin_key) VALUES (?, ?, ?)",
        [(row.id, *sort_keys(row)) for row in found.values()],
    )


def _insert_stubs(connection: Connection, tables: RecordTables, ids: Sequence[int]) -> None:
    """Those who were transferred: found by name and PPR, in no list."""
    t = tables.records["transfer_stub"]
    names_of = (t.c.surname_ar, t.c.first_name_ar, t.c.surname_la, t.c.first_name_la)
    query = select(t.c.id, *names_of, t.c.ppr).where(t.c.id.in_(ids), t.c.merged_into.is_(None))
    searched = [(row.id, _name_terms(row), names.index_terms(row.ppr or ""), "") for row in connection.execute(query)]
    if searched:
        connection.exec_driver_sql(
            "INSERT INTO person_search (rowid, terms, numbers, school) VALUES (?, ?, ?, ?)", searched
        )


def _insert_entries(connection: Connection, tables: RecordTables, ids: Sequence[int]) -> None:
    """Those of whom an academy holds no more than the directory: found by name, PPR and school, in no list."""
    t, person, school = (tables.records[kind] for kind in ("directory_entry", "employee", "school"))
    names_of = (t.c.surname_ar, t.c.first_name_ar, t.c.surname_la, t.c.first_name_la)
    schools = school.c.name_ar.label("school_ar"), school.c.name_la.label("school_la")
    columns = select(t.c.id, *names_of, t.c.ppr, null().label("cin"), t.c.school, *schools)
    found = columns.select_from(
        t.outerjoin(school, school.c.gresa == t.c.school).outerjoin(person, person.c.id == t.c.id)
    ).where(t.c.id.in_(ids), person.c.id.is_(None))
    others = _other_names(connection, tables)
    searched = [_searched(row, others) for row in connection.execute(found)]
    if searched:
        connection.exec_driver_sql(
            "INSERT INTO person_search (rowid, terms, numbers, school) VALUES (?, ?, ?, ?)", searched
        )


_place_terms = lru_cache(_SCHOOLS)(names.index_terms)


def _other_names(connection: Connection, tables: RecordTables) -> dict[str, list[str]]:
    """The names that schools got later: a school is found by its old name and by its new one. There are few."""
    t = tables.records["school_change"]
    found: dict[str, list[str]] = {}
    for row in connection.execute(select(t.c.gresa, t.c.name_ar, t.c.name_la)):
        found.setdefault(row.gresa, []).extend(name for name in (row.name_ar, row.name_la) if name)
    return found


def _searched(row: Row[*tuple[Any, ...]], others: Mapping[str, list[str]]) -> tuple[int, str, str, str]:
    numbers = names.index_terms(*[part for part in (row.ppr, row.cin, row.school) if part])
    # Codes apart from names: a name known in one script only is then also found by the other.
    names_of = (row.school_ar, row.school_la, *others.get(row.school, ()))
    place = _place_terms(*[part for part in names_of if part])
    return row.id, _name_terms(row), numbers, place


def _name_terms(row: Row[*tuple[Any, ...]]) -> str:
    """What somebody's names are found by, and how they begin."""
    family_ar, given_ar, family_la, given_la = (part or "" for part in row[1:5])
    found = names.index_terms(*[part for part in (family_ar, given_ar, family_la, given_la) if part])
    return f"{found} {names.head_terms((family_ar, family_la), (given_ar, given_la))}"


def sort_keys(row: Row[*tuple[Any, ...]]) -> tuple[str, str]:
    """Order by Arabic name and by Latin name, family name first; who has none in a script stands by the other."""
    arabic = " ".join(part for part in (row.surname_ar, row.first_name_ar) if part)
    latin = " ".join(part for part in (row.surname_la, row.first_name_la) if part)
    return names.sort_key(arabic or latin), names.sort_key(latin or arabic)
