"""The mirror keeps what waits apart until the end of a transaction, and answers as if it were written (sync.md 2)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from sync.client.mirror import Key, Mirror
from sync.domain.ids import Compartment, scope_id
from sync.domain.record import Row
from sync.storage.database import Database, open_office
from sync.storage.ledger import office_tables
from sync.storage.migrations import migrate_office

SCOPE = scope_id(504, Compartment.GENERAL)
DOSSIERS = range(1, 5)
TABLES = office_tables()


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """An office's file."""
    made = open_office(Path(tmp_path_factory.mktemp("mirror")) / "office.db", b"\x01" * 32)
    with made.write() as connection:
        migrate_office(connection)
    yield made
    made.close()


def _diploma(dossier: int, title: str) -> Row:
    return Row("diploma", dossier * 100, dossier, SCOPE, {"title": title} if title else {})


ROWS = st.builds(_diploma, st.sampled_from(DOSSIERS), st.sampled_from(["", "إجازة", "ماستر"]))
STEPS: st.SearchStrategy[tuple[str, list[Row]]] = st.one_of(
    st.tuples(st.just("write"), st.lists(ROWS, max_size=3)),
    st.tuples(st.just("remove"), st.lists(ROWS, max_size=2)),
    st.tuples(st.just("leave"), st.lists(ROWS, max_size=2)),
    st.tuples(st.just("read"), st.lists(ROWS, min_size=1, max_size=3)),
    st.tuples(st.just("flush"), st.lists(ROWS, max_size=0)),
)


@settings(max_examples=60)
@given(st.lists(ROWS, max_size=4), st.lists(STEPS, max_size=8))
def test_what_waits_is_seen_and_what_left_is_not_written(
    database: Database, before: list[Row], steps: list[tuple[str, list[Row]]]
) -> None:
    right: dict[Key, Row] = {}
    with database.write() as connection:
        connection.execute(delete(TABLES.mirror))
        first = Mirror(connection, TABLES)
        first.write(before)
        first.flush()
        right.update({(row.kind, row.id): row for row in before})
        mirror = Mirror(connection, TABLES)
        for step, rows in steps:
            dossiers = {row.dossier for row in rows}
            if step == "write":
                mirror.write(rows)
                right.update({(row.kind, row.id): row for row in rows})
            elif step == "remove":
                mirror.remove({(row.kind, row.id) for row in rows})
                right = {key: row for key, row in right.items() if key not in {(r.kind, r.id) for r in rows}}
            elif step == "leave":
                mirror.leave(dossiers)
                right = {key: row for key, row in right.items() if row.dossier not in dossiers}
            elif step == "read":
                assert mirror.rows(dossiers) == {key: row for key, row in right.items() if row.dossier in dossiers}
            else:
                mirror.flush()
        mirror.flush()
        assert Mirror(connection, TABLES).rows(DOSSIERS) == right
