"""The one door to a database: encrypted at an office, all or nothing, and plain words when it fails (sync.md 2)."""

from __future__ import annotations

import sqlite3  # noqa: TID251  # to read an office's file as a thief would
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from sync.storage.database import Database, open_centre, open_office
from sync.storage.errors import Damaged, DatabaseLocked, DiskFull, ReadOnly, StorageError, TooNew
from sync.storage.migrations import migrate_centre, migrate_office

KEY, OTHER_KEY = b"\x01" * 32, b"\x02" * 32
NAME = "العلوي بنت الإدريسي"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Database]:
    """An office's file with one table."""
    database = open_office(tmp_path / "office.db", KEY)
    with database.write() as connection:
        connection.execute(text("CREATE TABLE note (words TEXT)"))
    yield database
    database.close()


@pytest.fixture(params=["office", "sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Each kind of database, with one table."""
    if request.param == "office":
        made = open_office(tmp_path / "office.db", KEY)
    elif request.param == "sqlite":
        made = open_centre(f"sqlite:///{tmp_path / 'centre.db'}")
    else:
        made = open_centre(request.getfixturevalue("postgres_database"))
    with made.write() as connection:
        connection.execute(text("CREATE TABLE note (words TEXT)"))
    yield made
    made.close()


def write(database: Database, words: str) -> None:
    """One more note."""
    with database.write() as connection:
        connection.execute(text("INSERT INTO note VALUES (:words)"), {"words": words})


def notes(database: Database) -> list[str]:
    """All notes."""
    with database.read() as connection:
        return list(connection.execute(text("SELECT words FROM note ORDER BY words")).scalars())


def test_a_transaction_is_all_or_nothing(database: Database) -> None:
    write(database, "أ")
    with pytest.raises(StorageError), database.write() as connection:  # noqa: PT012  # the second breaks the first
        connection.execute(text("INSERT INTO note VALUES ('ب')"))
        raise StorageError
    assert notes(database) == ["أ"]


def test_readers_do_not_wait_for_the_writer_nor_see_what_is_not_whole(database: Database) -> None:
    write(database, "أ")
    with database.write() as connection:
        connection.execute(text("INSERT INTO note VALUES ('ب')"))
        assert notes(database) == ["أ"]
    assert notes(database) == ["أ", "ب"]


def test_a_reader_sees_one_moment(database: Database) -> None:
    with database.read() as connection:
        before = connection.execute(text("SELECT count(*) FROM note")).scalar_one()
        write(database, "أ")
        assert connection.execute(text("SELECT count(*) FROM note")).scalar_one() == before


def test_nothing_is_written_through_a_reader(database: Database) -> None:
    with pytest.raises(ReadOnly), database.read() as connection:
        connection.execute(text("INSERT INTO note VALUES ('أ')"))
    assert notes(database) == []


def test_writers_wait_for_each_other(database: Database) -> None:
    threads = [threading.Thread(target=write, args=(database, str(n))) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(notes(database)) == 8


# -- encryption -------------------------------------------------------------------------------------------------


def test_a_name_stands_in_no_file(office: Database, tmp_path: Path) -> None:
    write(office, NAME)
    office.copy_to(tmp_path / "backup.db")
    files = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert {"office.db", "office.db-wal", "backup.db"} <= set(files)
    for content in files.values():
        for spelling in (NAME.encode(), NAME.encode("utf-16-le"), b"note", b"SQLite format 3"):
            assert spelling not in content


def test_the_file_opens_with_its_key_only(office: Database, tmp_path: Path) -> None:
    write(office, NAME)
    office.close()
    with pytest.raises(Damaged):
        open_office(tmp_path / "office.db", OTHER_KEY)
    thief = sqlite3.connect(tmp_path / "office.db")
    with pytest.raises(sqlite3.DatabaseError):
        thief.execute("SELECT * FROM note").fetchall()
    thief.close()
    again = open_office(tmp_path / "office.db", KEY)
    assert notes(again) == [NAME]
    again.close()


def test_a_plain_file_is_not_taken_for_an_office(tmp_path: Path) -> None:
    plain = sqlite3.connect(tmp_path / "plain.db")
    plain.execute("CREATE TABLE note (words TEXT)")
    plain.commit()
    plain.close()
    with pytest.raises(Damaged):
        open_office(tmp_path / "plain.db", KEY)


@pytest.mark.parametrize("key", [b"", b"\x01" * 31, b"\x01" * 33])
def test_a_key_of_another_length_is_refused(tmp_path: Path, key: bytes) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        open_office(tmp_path / "office.db", key)
    assert list(tmp_path.iterdir()) == []


def test_each_save_reaches_the_disk(office: Database) -> None:
    with office.write() as connection:
        pragmas = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in ("journal_mode", "synchronous")
        ]
    assert pragmas == ["wal", 2]  # 2 is FULL


# -- failures ---------------------------------------------------------------------------------------------------


def test_a_full_disk_has_its_own_name(office: Database) -> None:
    with pytest.raises(DiskFull), office.write() as connection:  # noqa: PT012
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        for _ in range(100):
            connection.execute(text("INSERT INTO note VALUES (:words)"), {"words": "x" * 2000})
    assert notes(office) == []


def test_a_folder_that_is_not_there_has_its_own_name(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as refused:
        open_office(tmp_path / "nowhere" / "office.db", KEY)
    assert refused.value.code == "database_read_only"


def test_a_torn_file_has_its_own_name(office: Database, tmp_path: Path) -> None:
    for _ in range(50):
        write(office, "x" * 2000)
    office.close()
    path = tmp_path / "office.db"
    content = bytearray(path.read_bytes())
    content[4096 * 5 : 4096 * 9] = bytes(4096 * 4)
    path.write_bytes(content)
    torn = open_office(path, KEY)
    with pytest.raises(Damaged):
        notes(torn)
    torn.close()


def test_a_file_held_by_another_program_has_its_own_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.storage.database.BUSY_MS", 50)
    path = tmp_path / "centre.db"
    open_centre(f"sqlite:///{path}").close()
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    database = open_centre(f"sqlite:///{path}")
    with pytest.raises(DatabaseLocked), database.write() as connection:
        connection.exec_driver_sql("SELECT 1")
    holder.close()
    database.close()


def test_a_file_of_a_newer_program_is_left_alone(office: Database) -> None:
    with office.write() as connection:
        version = migrate_office(connection)
        assert migrate_office(connection) == version
        connection.execute(text("UPDATE meta SET value = '99' WHERE name = 'database_version'"))
    with pytest.raises(TooNew), office.write() as connection:
        migrate_office(connection)


def test_the_centre_s_tables_are_made_once(database: Database) -> None:
    for _ in range(2):
        with database.write() as connection:
            migrate_centre(connection)
    with database.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM operation")).scalar_one() == 0
