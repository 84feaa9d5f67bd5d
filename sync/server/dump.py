"""Everything the centre holds, as JSON lines: rows in canonical form, and each operation with its verdict."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, select

from sync.server.service import Centre
from sync.storage import dump
from sync.storage.ledger import CentreTables


def operation_lines(connection: Connection, tables: CentreTables) -> Iterator[str]:
    """One JSON object an operation: device, lane, number, hash, state and verdict."""
    t = tables.operation
    for row in connection.execute(select(t).order_by(t.c.device, t.c.lane, t.c.n)):
        line = {
            "device": row.device,
            "lane": row.lane,
            "n": row.n,
            "hash": bytes(row.hash).hex(),
            "state": row.state,
            "verdict": row.verdict,
        }
        yield json.dumps(line, sort_keys=True, separators=(",", ":"))


def write(centre: Centre, folder: Path) -> None:
    """Write centre.rows.jsonl and centre.operations.jsonl into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with centre.database.read() as connection:
        for name, found in (
            ("centre.rows.jsonl", dump.lines(connection, centre.tables.records)),
            ("centre.operations.jsonl", operation_lines(connection, centre.tables)),
        ):
            with (folder / name).open("w", encoding="utf-8") as file:
                file.writelines(f"{line}\n" for line in found)
