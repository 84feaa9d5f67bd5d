"""Sums of what an end holds: fast bytes are the slow ones, kept sums are those of the rows (sync.md 3.5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from sqlalchemy import text

from sync.domain import catalog
from sync.domain.record import Row
from sync.storage.coding import RowCoder
from sync.storage.database import Database, open_centre, open_office
from sync.storage.digest import BUCKETS, Holdings, KeptSums, Sums, hash_of, kept_buckets, kept_kinds, kept_root, seal
from sync.storage.ledger import centre_tables, office_tables
from sync.storage.migrations import migrate_centre, migrate_office
from sync.storage.rows import delete_rows, write_rows
from sync.storage.tables import encode_row
from tests.strategies import rows

SCOPE = 5040


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    made = open_office(tmp_path_factory.mktemp("office") / "office.db", b"k" * 32)
    with made.write() as connection:
        migrate_office(connection)
    yield made
    made.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    url = (
        request.getfixturevalue("postgres_database")
        if request.param == "postgresql"
        else f"sqlite:///{tmp_path / 'centre.db'}"
    )
    made = open_centre(url)
    with made.write() as connection:
        migrate_centre(connection)
    yield made
    made.close()


def person(number: int, **fields: object) -> Row:
    return Row("employee", number, number, SCOPE, {"surname_ar": "العلوي", **fields})  # type: ignore[dict-item]  # test values


@settings(max_examples=60)
@given(rows())
def test_rows_read_in_bulk_have_the_bytes_of_rows_read_one_by_one(office: Database, row: Row) -> None:
    tables = office_tables().records
    coder = RowCoder(catalog.BY_NAME[row.kind], tables.records[row.kind])
    with office.write() as connection:
        write_rows(connection, tables, [row])
        (found,) = coder.rows(connection)
        delete_rows(connection, tables, [(row.kind, row.id)])
    assert found == (row.scope, row.id, row.dossier, encode_row(row))


def test_a_column_with_many_values_has_the_same_bytes_too(office: Database) -> None:
    """Beyond what is remembered of a field, values are coded batch by batch."""
    tables = office_tables().records
    made = [
        person(
            n,
            ppr=str(1_000_000 + n),
            birth_date=f"{1960 + n % 40}-{n % 13:02}-00",
            address_ar=f"زنقة {n}" + "ا" * (n % 300),
            cin_expires_on=None if n % 3 else f"20{n % 20:02}-0{n % 9 + 1}-11",
            merged_into=n * 1_000_003 if n % 5 == 0 else None,
        )
        for n in range(1, 5001)
    ]
    with office.write() as connection:
        write_rows(connection, tables, made)
        coder = RowCoder(catalog.BY_NAME["employee"], tables.records["employee"])
        found = {row: fields for _, row, _, fields in coder.rows(connection)}
        connection.execute(tables.records["employee"].delete())
    assert found == {row.id: encode_row(row) for row in made}


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE employee SET birth_date = 'yesterday'",
        "UPDATE employee SET birth_date = x'00ff'",
        "UPDATE employee SET merged_into = -5",
        "UPDATE employee SET merged_into = 'seven'",
        "UPDATE employee SET dossier = 'seven'",
        "UPDATE employee SET extra = x'ff'",
        "UPDATE employee SET id = -7",
        "UPDATE employee SET ppr = 7",
    ],
)
def test_a_value_that_nobody_wrote_is_summed_as_different_and_stops_nothing(office: Database, damage: str) -> None:
    tables = office_tables()
    with office.write() as connection:
        write_rows(connection, tables.records, [person(7, ppr="1234567", birth_date="1980-05-00")])
        before = Holdings(connection, tables).measure([SCOPE])
        connection.execute(text(damage))
        after = Holdings(connection, tables).measure([SCOPE])
        connection.execute(tables.records.records["employee"].delete())
    assert before.root(SCOPE) != after.root(SCOPE)


def test_kept_sums_are_those_of_the_rows_after_every_change(centre: Database) -> None:
    tables = centre_tables()
    kept: dict[int, Row] = {}
    for step in range(12):
        with centre.write() as connection:
            sums = KeptSums(connection, tables.digest)
            for n in range(step * 3, step * 3 + 300, 7):
                row = person(n + 1, ppr=str(1_000_000 + n * 31 + step))
                sums.replace(kept.get(row.id), row)
                kept[row.id] = row
            write_rows(connection, tables.records, kept.values())
            sums.flush()
        with centre.read() as connection:
            measured = Holdings(connection, tables).measure([SCOPE])
            kinds = kept_kinds(connection, tables.digest, [SCOPE])
            number = catalog.BY_NAME["employee"].number
            assert kept_buckets(connection, tables.digest, (SCOPE, number)) == measured.of((SCOPE, number))
            assert kept_root(kinds, SCOPE) == measured.root(SCOPE) != 0


def test_what_was_changed_back_or_taken_away_leaves_no_trace(centre: Database) -> None:
    tables = centre_tables()
    one, other = person(1), person(1, ppr="1234567")
    with centre.write() as connection:
        sums = KeptSums(connection, tables.digest)
        for before, after in ((None, one), (one, other), (other, None)):
            sums.replace(before, after)
            sums.flush()
        assert kept_kinds(connection, tables.digest, [SCOPE]) == {}


def test_every_part_of_a_row_counts() -> None:
    row = person(1, ppr="1234567")
    others = [
        replace(row, id=2),
        replace(row, dossier=2),
        replace(row, kind="conflict", values={}),
        replace(row, values={**row.values, "ppr": "1234568"}),
        replace(row, extra=b"\xfa\x3f\x01\x31"),
    ]
    assert len({hash_of(one) for one in (row, *others)}) == len(others) + 1


def test_ids_that_count_in_steps_fill_all_buckets() -> None:
    for step in (1, 2, 4, 8, 16, 256, 65_536):
        sums = Sums()
        sums.add(3, ((SCOPE, 17 * 2**32 + n * step, 1, b"") for n in range(2000)))
        assert sum(1 for value in sums.of((SCOPE, 3)) if value) == BUCKETS


def test_a_seal_says_how_far_and_what_in_any_order() -> None:
    assert seal([(1, 2, 3), (4, 5, 6)]) == seal([(4, 5, 6), (1, 2, 3)])
    assert len({seal([(1, 2, 3)]), seal([(1, 2, 4)]), seal([(1, 3, 3)]), seal([(2, 2, 3)]), seal([])}) == 5
