"""What was typed and not saved: kept in the office's file, sent nowhere, given back when the form opens again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, Table, delete, select, update

from sync.client.clock import Clock
from sync.domain.references import DOSSIER, RowName
from sync.storage.database import Database
from sync.storage.ledger import office_tables
from sync.storage.rows import upsert


@dataclass(frozen=True, slots=True)
class Draft:
    """Texts as typed, by field, and what stood in those fields when typing began. `at_ms` is UTC."""

    name: str
    dossier: int
    typed: Mapping[str, str]
    before: Mapping[str, str] = field(default_factory=dict)
    at_ms: int = 0


class Drafts:
    """The drafts of an office's file, by the name of their form ("employee:new"). Every method is one transaction."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._table = office_tables().draft

    def save(self, name: str, dossier: int, typed: Mapping[str, str], before: Mapping[str, str]) -> None:
        """Keep a draft in place of the one of the same name; raises StorageError."""
        content = json.dumps({"typed": dict(typed), "before": dict(before)}, ensure_ascii=False)
        row = {"name": name, "dossier": dossier, "content": content, "at_ms": self._clock.now_ms()}
        with self._database.write() as connection:
            upsert(connection, self._table, [row])

    def load(self, name: str) -> Draft | None:
        """The draft of a name, None when there is none."""
        with self._database.read() as connection:
            row = connection.execute(select(self._table).where(self._table.c.name == name)).first()
        if row is None:
            return None
        content = json.loads(row.content)
        return Draft(row.name, row.dossier, content["typed"], content["before"], row.at_ms)

    def drop(self, name: str) -> None:
        """Forget a draft: it was saved for good, or the clerk wants it no more."""
        with self._database.write() as connection:
            connection.execute(delete(self._table).where(self._table.c.name == name))


def follow(connection: Connection, table: Table, rows: Mapping[RowName, int]) -> None:
    """Drafts of rows that go by other ids from now on go with them: their forms will ask for them by those."""
    kept = connection.execute(select(table.c.name, table.c.dossier)).all() if rows else []
    names = {name for name, _ in kept}
    for name, dossier in kept:
        moved, to = _moved(name, rows), rows.get((DOSSIER, dossier), dossier)
        if moved == name or moved not in names:
            connection.execute(update(table).where(table.c.name == name).values(name=moved, dossier=to))


def _moved(name: str, rows: Mapping[RowName, int]) -> str:
    """The name of a form: its kind of record, then the row or the person it is about."""
    kind, *about = name.split(":")
    ids = {str(row): str(moved) for (of, row), moved in rows.items() if of in (kind, DOSSIER)}
    return ":".join([kind, *(ids.get(one, one) for one in about)])
