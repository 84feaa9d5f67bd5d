"""An office that is older than the centre and its neighbours goes on exchanging, and reads all of it once updated."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sync.client.errors import UpgradeNeeded
from sync.client.repair import Restoring
from sync.client.replica import Replica
from sync.domain import canonical, catalog
from sync.domain.fields import Value
from sync.domain.operation import Operation, Verb
from sync.protocol import version
from sync.protocol.messages import Mending, WireRow
from sync.protocol.version import VERSIONS, Version, is_served
from sync.server import answer
from sync.storage.database import open_office
from tests.exchange.world import Office, World

DIPLOMA = catalog.BY_NAME["diploma"]
PENDING_PHONE = "+212661045277"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.close()


@contextmanager
def before_diplomas() -> Iterator[None]:
    """The time when no program could read diplomas."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delitem(catalog.BY_NUMBER, DIPLOMA.number)
        yield


def writes_diploma(office: Office, person: int, **fields: str) -> int:
    row = office.replica.new_rows(1)[0]
    values: dict[str, Value] = {"employee": person, **fields}
    office.record(Operation(verb=Verb.CREATE, kind="diploma", row=row, dossier=person, fields=values))
    return row


def corrects_diploma(office: Office, row: int, person: int, **fields: str | None) -> None:
    office.record(Operation(verb=Verb.CORRECT, kind="diploma", row=row, dossier=person, fields=fields))


def updated(world: World, office: Office) -> Office:
    """The same file, opened by the new program."""
    number = world.offices.index(office) + 1
    office.replica.close()
    replica = Replica(open_office(world.folder / f"office{number}.db", bytes([number]) * 32), world.clock)
    newer = replace(office, replica=replica)
    world.offices[number - 1] = newer
    return newer


def test_rows_it_cannot_read_are_kept_and_counted_and_read_after_the_update(world: World) -> None:
    new, old = world.office(), world.office()
    person = new.hires(surname_ar="العلوي")
    new.sync()
    old.sync()
    row = writes_diploma(new, person, title="إجازة", speciality="فيزياء")
    other = writes_diploma(new, person, title="ماستر")
    new.sync()
    with before_diplomas():
        assert old.sync().verified
    corrects_diploma(new, row, person, title="دكتوراه", speciality=None)
    new.sync()
    old.corrects(person, phone=PENDING_PHONE)
    with before_diplomas():
        assert old.sync().verified
        copied = world.office()
        done = copied.sync()
        assert (done.verified, done.repaired, copied.rows("diploma")) == (True, 0, [])
        old.corrects(person, city="فاس")  # waits during the update
    for office in (updated(world, old), updated(world, copied)):
        assert [(one.id, dict(one.values)) for one in office.rows("diploma")] == [
            (row, {"employee": person, "title": "دكتوراه"}),
            (other, {"employee": person, "title": "ماستر"}),
        ]
        done = office.sync()
        assert (done.verified, done.repaired) == (True, 0)
        assert office.rows("diploma") == new.rows("diploma")


def test_a_damaged_row_that_it_could_not_read_is_mended_after_the_update(world: World) -> None:
    new, old = world.office(), world.office()
    person = new.hires(surname_ar="العلوي")
    writes_diploma(new, person, title="إجازة")
    new.sync()
    with before_diplomas():
        old.sync()
        with old.replica.database.write() as connection:
            connection.exec_driver_sql("UPDATE unread SET fields = x'520178'")
    newer = updated(world, old)
    assert newer.rows("diploma") == []
    done = newer.sync()
    assert (done.verified, done.repaired) == (True, 1)
    assert newer.rows("diploma") == new.rows("diploma")


def test_a_repair_replaces_and_removes_rows_that_it_cannot_read(world: World) -> None:
    office = world.office()
    scope, unknown = office.replica.marks()[-1].scope, 9_999
    fields = canonical.encode_fields({"title": "إجازة"}, DIPLOMA.by_name)
    news = Mending(scope, unknown, 0, [], [WireRow(unknown, 7, 5, fields), WireRow(unknown, 8, 5, fields)], b"")
    with office.replica.database.write() as connection:
        work = Restoring(connection, office.replica.tables, office.replica.identity)
        work.restore(news, {})
        work.restore(replace_rows(news, [WireRow(unknown, 8, 5, fields)]), {7: 5})
        work.flush()
        assert connection.exec_driver_sql("SELECT kind, id, dossier FROM unread").all() == [(unknown, 8, 5)]


def replace_rows(news: Mending, rows: list[WireRow]) -> Mending:
    return Mending(news.scope, news.kind, news.seq, news.buckets, rows, news.absent)


def test_a_version_is_served_while_it_is_one_of_the_last_or_young_enough() -> None:
    versions = [Version(n, date(2026 + n, 3, 15), "") for n in range(1, 6)]
    today = date(2032, 1, 1)
    assert [is_served(n, today, versions) for n in range(1, 7)] == [False, False, True, True, True, True]
    assert is_served(1, date(2030, 3, 15), versions)  # 24 months after version 2 came out
    assert not is_served(1, date(2030, 3, 16), versions)
    assert not is_served(1, date(2030, 4, 1), versions)
    assert is_served(2, date(2030, 4, 1), versions)


def test_the_versions_follow_each_other() -> None:
    from sync.domain.operation import SCHEMA
    from sync.domain.upcast import UPCASTS

    assert [one.schema for one in VERSIONS] == list(range(1, SCHEMA + 1))
    assert set(UPCASTS) == set(range(1, SCHEMA))


def test_what_an_office_too_old_to_read_sent_is_in_before_it_is_told_to_update(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, other = world.office(), world.office()
    person = office.hires(surname_ar="العلوي")
    years_later = tuple(Version(n, date(2020, 1, 1), "") for n in range(1, 9))
    monkeypatch.setattr(answer, "is_served", lambda schema, today: is_served(schema, today, years_later))
    with pytest.raises(UpgradeNeeded):
        office.sync()
    monkeypatch.setattr(answer, "is_served", version.is_served)
    other.sync()
    assert other.sees(person, "surname_ar") == "العلوي"
