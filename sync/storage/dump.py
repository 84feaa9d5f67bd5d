"""Canonical JSON lines of all rows: what an outsider compares to see that replicas and the centre hold the same."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator

from sqlalchemy import Connection, select

from sync.domain import catalog
from sync.storage.tables import RecordTables, from_columns


def lines(connection: Connection, tables: RecordTables, scopes: Collection[int] | None = None) -> Iterator[str]:
    """One JSON object a row, in order of kind number, scope and id; only of some scopes when they are given."""
    for kind in sorted(catalog.KINDS, key=lambda k: k.number):
        table = tables.records[kind.name]
        query = select(table).order_by(table.c.scope, table.c.id)
        if scopes is not None:
            query = query.where(table.c.scope.in_(list(scopes)))
        for found in connection.execute(query).mappings():
            row = from_columns(kind.name, dict(found))
            line = {
                "kind": kind.name,
                "scope": row.scope,
                "id": str(row.id),
                "dossier": str(row.dossier),
                "fields": dict(sorted(row.values.items())),
            }
            if row.extra:
                line["extra"] = row.extra.hex()
            yield json.dumps(line, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
