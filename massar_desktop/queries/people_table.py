"""The table that an export of people holds: the declared fields of a person and her situation, one line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from sync.domain import catalog
from sync.domain.fields import Field, Value
from sync.storage.ledger import office_tables
from sync.storage.tables import from_columns

_SECTIONS = ("identity", "contact", "family", "cover")
_FACTS = ("cadre", "grade", "echelon", "index_number", "recruited_on", "position", "function", "school")
_BATCH = 400


def exported_fields() -> list[tuple[str, Field]]:
    """The columns, in form order: kind and field."""
    person, situation = catalog.BY_NAME["employee"], catalog.BY_NAME["situation"]
    own = [("employee", f) for f in person.form_fields if f.section in _SECTIONS]
    return own + [("situation", situation.by_name[name]) for name in _FACTS]


def exported_rows(connection: Connection, ids: Sequence[int]) -> Iterator[list[Value]]:
    """The values of people in the order asked, column by column; somebody who is gone has no line."""
    records = office_tables().records.records
    columns = exported_fields()
    for start in range(0, len(ids), _BATCH):
        some = list(ids[start : start + _BATCH])
        values: dict[int, dict[str, Value]] = {}
        for kind in ("employee", "situation"):
            table = records[kind]
            for found in connection.execute(select(table).where(table.c.id.in_(some))).mappings():
                row = from_columns(kind, dict(found))
                values.setdefault(row.id, {}).update({f"{kind}.{name}": value for name, value in row.values.items()})
        for person in some:
            if person in values:
                yield [values[person].get(f"{kind}.{field.name}") for kind, field in columns]
