"""Files as an older version would have left them, and rows that rot on a disk: written past the product's code."""

from __future__ import annotations

from random import Random

from sqlalchemy import Connection, text

from sync.domain import canonical, catalog
from sync.storage.database import Database
from sync.storage.tables import encode_row, from_columns

_FIELD = "city"
_KIND = "diploma"


def made_older(database: Database, *, office: bool) -> None:
    """Make a database as it was before there were cities and, at an office, diplomas.

    What newer ends had sent of them then stands in `extra`, and among the rows that could not be read.
    """
    with database.write() as connection:
        _without_field(connection)
        if office:
            _without_kind(connection)
        connection.execute(text("UPDATE meta SET value = 'older' WHERE name = 'declarations'"))


def _without_field(connection: Connection) -> None:
    kind = catalog.BY_NAME["employee"]
    query = text(f"SELECT scope, id, extra, {_FIELD} FROM employee WHERE {_FIELD} IS NOT NULL")  # noqa: S608  # fixed words
    for row in connection.execute(query).mappings().all():
        kept = canonical.encode_fields({_FIELD: row[_FIELD]}, kind.by_name)
        values = {"extra": canonical.join_unknown(bytes(row["extra"]), kept), "scope": row["scope"], "id": row["id"]}
        connection.execute(text("UPDATE employee SET extra = :extra WHERE scope = :scope AND id = :id"), values)
    connection.execute(text(f"ALTER TABLE employee DROP COLUMN {_FIELD}"))


def _without_kind(connection: Connection) -> None:
    """Only where nothing waits on them: an older version has no such edits in its outbox."""
    found = connection.execute(text(f"SELECT * FROM {_KIND}")).mappings().all()  # noqa: S608  # fixed words
    tracked = set(connection.execute(text("SELECT dossier FROM tracked")).scalars())
    if any(row["dossier"] in tracked for row in found):
        return
    put = text("INSERT INTO unread (kind, id, dossier, scope, fields) VALUES (:kind, :id, :dossier, :scope, :fields)")
    for row in (from_columns(_KIND, dict(one)) for one in found):
        place = {"kind": catalog.BY_NAME[_KIND].number, "id": row.id, "dossier": row.dossier, "scope": row.scope}
        connection.execute(put, {**place, "fields": encode_row(row)})
    connection.execute(text(f"DROP TABLE {_KIND}"))


def rot(database: Database, chance: Random) -> bool:
    """Let a row of an office's file change or vanish on the disk; False when it has none that is not worked on."""
    with database.write() as connection:
        query = text("SELECT id FROM employee WHERE dossier NOT IN (SELECT dossier FROM tracked) ORDER BY id")
        rows = connection.execute(query).scalars().all()
        if not rows:
            return False
        harm = chance.choice(
            (
                "UPDATE employee SET phone = '+212600000000' WHERE id = :id",
                "UPDATE employee SET phone = NULL, surname_ar = NULL WHERE id = :id",
                "DELETE FROM employee WHERE id = :id",
            )
        )
        connection.execute(text(harm), {"id": chance.choice(rows)})
    return True
