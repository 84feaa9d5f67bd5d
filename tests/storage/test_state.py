"""What an operation sees: rows in tables, and above them what this transaction changed (sync.md 2)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.domain.ids import Compartment, scope_id
from sync.domain.operation import Effect, changed
from sync.domain.record import Row
from sync.storage import rows as stored
from sync.storage.database import Database, open_office
from sync.storage.ledger import office_tables
from sync.storage.migrations import migrate_office
from sync.storage.state import Overlay, Scopes, TableState

PLACE = 504
SCOPE = scope_id(PLACE, Compartment.GENERAL)
PEOPLE = range(1, 6)
PPRS = ("100001", "100002", "100003", None)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """An office's file with five people and a diploma each; one more lies in another scope."""
    made = open_office(Path(tmp_path_factory.mktemp("state")) / "office.db", b"\x01" * 32)
    with made.write() as connection:
        migrate_office(connection)
        stored.write_rows(connection, office_tables().records, [*BELOW.values(), FOREIGN])
    yield made
    made.close()


def person(row: int, scope: int = SCOPE) -> Row:
    """Someone with a number."""
    return Row("employee", row, row, scope, {"ppr": PPRS[row % 3] or ""})


BELOW = {("employee", row): person(row) for row in PEOPLE} | {
    ("diploma", row * 100): Row("diploma", row * 100, row, SCOPE, {"employee": row, "title": "إجازة"}) for row in PEOPLE
}
FOREIGN = person(9, SCOPE + 10)

PUTS = st.builds(
    lambda row, ppr: ("put", Effect("employee", row, row, SCOPE, {"ppr": ppr})),
    st.integers(1, 8),
    st.sampled_from(PPRS),
)
DIPLOMAS = st.builds(
    lambda row, of: ("put", Effect("diploma", of * 100 + row, of, SCOPE, {"employee": of, "title": "ماستر"})),
    st.integers(0, 2),
    st.integers(1, 5),
)
STARTED = st.builds(
    lambda row, ppr: ("start", [Row("employee", row, row, SCOPE, {"ppr": ppr})] if ppr else row),
    st.integers(1, 6),
    st.sampled_from(PPRS),
)
READS = st.builds(
    lambda kind, row: ("read", (kind, row)), st.sampled_from(["employee", "diploma"]), st.integers(1, 502)
)


@settings(max_examples=60)
@given(steps=st.lists(PUTS | DIPLOMAS | STARTED | READS, max_size=12))
def test_an_overlay_reads_like_the_rows_it_stands_for(database: Database, steps: list[tuple[str, object]]) -> None:
    model = dict(BELOW)
    with database.read() as connection:
        overlay = Overlay(TableState(connection, office_tables().records, Scopes(PLACE)))
        for name, what in steps:
            if isinstance(what, Effect):
                key = (what.kind, what.row)
                before, after = overlay.put(what)
                assert before == model.get(key)
                model[key] = changed(model.get(key), what)
                assert after == model[key]
            elif name == "start":
                rows = what if isinstance(what, list) else []
                dossier = rows[0].dossier if rows else int(str(what))
                model = {key: row for key, row in model.items() if row.dossier != dossier}
                model |= {(row.kind, row.id): row for row in rows}
                overlay.replace_dossier(dossier, rows)
            elif isinstance(what, tuple):  # what was read before must not be read otherwise later
                assert overlay.row(*what) == model.get(what)
        compare(overlay, model)


def compare(overlay: Overlay, model: dict[tuple[str, int], Row]) -> None:
    """Every question gets the answer of the model."""
    for row in range(1, 10):
        assert overlay.row("employee", row) == model.get(("employee", row))
        for kind in ("employee", "diploma"):
            expected = [model[key] for key in sorted(model) if key[0] == kind and model[key].dossier == row]
            assert list(overlay.rows_of(kind, row)) == expected
    for ppr in PPRS[:3]:
        holders = [found for _, found in sorted(model.items()) if found.kind == "employee" and found.get("ppr") == ppr]
        assert list(overlay.find("employee", "ppr", ppr)) == holders


def test_a_row_of_another_scope_is_not_seen(database: Database) -> None:
    with database.read() as connection:
        state = TableState(connection, office_tables().records, Scopes(PLACE))
        assert state.row("employee", FOREIGN.id) is None
        assert FOREIGN.id not in {row.id for row in state.find("employee", "ppr", FOREIGN.text("ppr"))}


def test_a_row_that_was_read_before_is_still_found(database: Database) -> None:
    with database.read() as connection:
        overlay = Overlay(TableState(connection, office_tables().records, Scopes(PLACE)))
        first = overlay.row("employee", 1)
        assert first is not None
        assert first in overlay.find("employee", "ppr", first.get("ppr"))
