"""The replica as an import sees it, on a real encrypted file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.client.importing.people import Lines
from sync.client.journal import Exchanged, Journal, history, line_speed
from sync.client.office_store import OfficeStore
from sync.client.outbox import Outbox
from sync.client.pacing import Pace
from sync.client.replica import Changes
from sync.domain.fields import Value
from sync.domain.ids import Lane
from sync.domain.names import fold
from sync.domain.operation import Operation, Verb
from sync.domain.record import Row
from sync.storage.rows import write_rows
from tests.exchange.world import Office, World


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.close()


@pytest.fixture
def office(world: World) -> Office:
    return world.office()


@pytest.fixture
def store(office: Office) -> OfficeStore:
    return OfficeStore(office.replica, office.author)


def opening(office: Office, person: int, source: str, **facts: str) -> Operation:
    (row,) = office.replica.new_rows(1)
    fields: dict[str, Value] = {"employee": person, "known_on": "2026-09-01", "source": source, **facts}
    return Operation(verb=Verb.ACT, kind="opening_situation", row=row, dossier=person, fields=fields)


def line(**fields: Value) -> Lines:
    return Lines([fields])


def publish(office: Office, *rows: Row) -> None:
    """Reference data as a page of the centre would bring it."""
    with office.replica.database.write() as connection:
        write_rows(connection, office.replica.tables.records, rows)


def test_a_known_person_is_told_with_her_facts_her_openings_and_what_is_listed(
    office: Office, store: OfficeStore
) -> None:
    person = office.hires(surname_ar="العلوي", first_name_ar="مريم", ppr="1234567")
    office.record(opening(office, person, "list.xlsx", recruited_on="2001-09-16"))
    (anomaly,) = office.replica.new_rows(1)
    listed: dict[str, Value] = {"person": person, "code": "fact_differs", "field": "rib", "found": "1"}
    office.record(Operation(verb=Verb.CREATE, kind="anomaly", row=anomaly, dossier=person, fields=listed))

    (known,) = store.people_like(line(ppr="1234567"))

    assert known.id == person
    assert known.fields == {"surname_ar": "العلوي", "first_name_ar": "مريم", "ppr": "1234567"}
    assert known.facts["recruited_on"] == "2001-09-16"
    assert known.openings == {"list.xlsx": {"recruited_on": "2001-09-16"}}
    assert known.anomalies == {("rib", "1")}
    assert not known.withdrawn


def test_a_record_joined_into_another_is_told_with_that_one(office: Office, store: OfficeStore) -> None:
    first, second, keep = (office.hires(surname_ar="العلوي", ppr=str(1_000_000 + n)) for n in range(3))
    for gone, into in ((first, second), (second, keep)):
        join = Operation(
            verb=Verb.JOIN, kind="employee", row=gone, dossier=gone, other=into, fields={"merged_into": into}
        )
        office.record(join)

    (known,) = store.people_like(line(ppr="1000000"))

    assert known.id == keep
    assert {joined["ppr"] for joined in known.joined} == {"1000000", "1000001"}


def test_a_withdrawn_person_is_known_as_withdrawn(office: Office, store: OfficeStore) -> None:
    person = office.hires(surname_ar="العلوي", cin="D12345")
    assert store.people_count() == 1
    office.record(
        Operation(verb=Verb.WITHDRAW, kind="employee", row=person, dossier=person, fields={"withdrawn": "خطأ"})
    )

    (known,) = store.people_like(line(cin="D12345"))

    assert store.people_count() == 0

    assert known.withdrawn
    assert "withdrawn" not in known.fields


def test_only_who_shares_a_number_or_name_and_birth_date_with_a_line_is_told(
    office: Office, store: OfficeStore
) -> None:
    mariam = office.hires(surname_ar="العلوي", first_name_ar="مريم", ppr="1234567", birth_date="1980-05-17")
    nadia = office.hires(surname_ar="بناني", first_name_ar="نادية", cin="D12345", birth_date="1980-05-17")

    def told(**fields: Value) -> set[int]:
        return {known.id for known in store.people_like(line(**fields))}

    assert told(ppr="1234567", birth_date="1999-01-01") == {mariam}
    assert told(surname_ar="مريم", first_name_ar="العلوى", birth_date="1980-05-17") == {mariam}
    assert told(ppr="1234567", cin="D12345") == {mariam, nadia}
    assert told(surname_ar="العلوي", first_name_ar="مريم", birth_date="1980-05-18") == set()
    assert told(surname_la="ALAOUI", first_name_la="Mariam", birth_date="1980-05-17") == set()


def test_labels_of_both_languages_lead_to_codes_and_a_shared_one_to_none(office: Office, store: OfficeStore) -> None:
    def code(number: int, value: str, arabic: str, latin: str) -> Row:
        values = {"table": "cadre", "code": value, "label_ar": arabic, "label_la": latin}
        return Row("code", number, number, 0, values)

    def school(number: int, gresa: str, name: str) -> Row:
        return Row("school", number, number, 5000, {"gresa": gresa, "name_ar": name, "name_la": gresa})

    publish(
        office,
        code(1, "PEP", "أستاذ التعليم الابتدائي", "Professeur de l'enseignement primaire"),
        code(2, "ADE", "متصرف تربوي", "Administrateur"),
        code(3, "ADM", "متصرف", "Administrateur"),
        school(4, "14872K", "مدرسة الأطلس"),
        school(5, "14790D", "مدرسة الأطلس"),
        school(6, "14655C", "م.م. تافنڭولت"),
    )

    labels = store.code_labels()

    assert labels["cadre"][fold("Professeur de l'enseignement primaire")] == "PEP"
    assert labels["cadre"][fold("متصرف تربوي")] == "ADE"
    assert fold("Administrateur") not in labels["cadre"]
    assert labels["school"][fold("م.م. تافنڭولت")] == "14655C"
    assert fold("مدرسة الأطلس") not in labels["school"]


def test_an_import_records_in_the_bulk_lane_and_says_what_it_touched(office: Office) -> None:
    heard: list[Changes] = []
    store = OfficeStore(office.replica, office.author, heard.append)
    rows = store.new_rows(2)
    people = [
        Operation(verb=Verb.CREATE, kind="employee", row=r, dossier=r, fields={"surname_ar": "بناني"}) for r in rows
    ]

    store.record_many(people)

    with office.replica.database.read() as connection:
        entries = Outbox(connection, office.replica.tables).entries()
    assert [(entry.lane, entry.operation.author) for entry in entries] == [(Lane.BULK, office.author)] * 2
    assert [set(changes.dossiers) for changes in heard] == [set(rows)]


def test_a_mapping_is_remembered_for_its_headers_only(store: OfficeStore) -> None:
    store.remember_mapping("list-a", {"A": "ppr", "B": "ignore"})
    store.remember_mapping("list-a", {"A": "ppr", "B": "full_name_ar"})

    assert store.remembered_mapping("list-a") == {"A": "ppr", "B": "full_name_ar"}
    assert store.remembered_mapping("list-b") is None


def exchanged(outcome: str, at_ms: int, **counts: int) -> Exchanged:
    return Exchanged(outcome=outcome, at_ms=at_ms, **counts)


def kept(office: Office) -> list[tuple[str, int, int, int]]:
    with office.replica.database.read() as connection:
        rows = history(connection, office.replica.tables, 10)
    return [(row.outcome, row.at_ms, row.bytes_down, row.sent) for row in rows]


def test_an_exchange_that_was_cut_and_went_on_is_one_row(office: Office) -> None:
    journal = Journal(office.replica.database, office.replica.tables)

    row = journal.add(exchanged("unreachable", 1000, bytes_down=300, sent=4))
    journal.add(exchanged("done", 2000, bytes_down=200, sent=3), continues=row)

    assert kept(office) == [("done", 2000, 500, 7)]


def test_weeks_without_a_line_are_one_row(office: Office) -> None:
    journal = Journal(office.replica.database, office.replica.tables)
    journal.add(exchanged("done", 500, bytes_down=100))
    for at_ms in (1000, 2000, 3000):
        journal.add(exchanged("unreachable", at_ms))
    journal.add(exchanged("not_trusted", 4000))

    assert kept(office) == [("not_trusted", 4000, 0, 0), ("unreachable", 3000, 0, 0), ("done", 500, 100, 0)]


def test_what_a_network_was_worth_is_kept_by_its_name(office: Office) -> None:
    journal = Journal(office.replica.database, office.replica.tables)
    slow, fast = Pace(8192, 1, 900, 30), Pace(65_536, 0, 40, 2000)
    journal.keep_pace("village", slow)
    journal.keep_pace("town", fast)

    assert (journal.pace("village"), journal.pace("town"), journal.pace("elsewhere")) == (slow, fast, Pace())
    with office.replica.database.read() as connection:
        assert line_speed(connection, office.replica.tables) == 2000  # of the one that was used last
