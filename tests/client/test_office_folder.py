"""An office on the disk: what a thief reads, who opens it, and a change of its key cut at any point."""

import contextlib
import sqlite3  # noqa: TID251  # it must not open an office's file: that is what is tested
import subprocess
import sys
from pathlib import Path

import pytest

from sync.client.key_file import KEY_FILE, KEY_FILE_COPY, OFFICE_FILE
from sync.client.keys import NewClerk, OfficeKeys, WrongPassword
from sync.client.office import Office, OfficeExists, create_office, device_key, open_office_folder
from sync.client.replica import Replica
from sync.client.unlocking import OfficeMissing
from sync.storage.database import open_office
from sync.storage.errors import Damaged, DatabaseLocked
from sync.storage.rekey import opens, rekey
from tests.client.offices import AMINA, BRAHIM, CHEAP, CLERKS, Keyring, bytes_of, hire

PERSON = {"ppr": "1234567", "surname_la": "TIZNITI", "first_name_la": "Fadma", "surname_ar": "التزنيتي"}


@pytest.fixture
def keyring() -> Keyring:
    """A keyring that works."""
    return Keyring()


@pytest.fixture
def folder(tmp_path: Path, keyring: Keyring) -> Path:
    """An office of two clerks and one person."""
    replica, _ = create_office(tmp_path / "office", CLERKS, keyring, CHEAP)
    hire(replica, **PERSON)
    replica.close()
    return tmp_path / "office"


def opened(folder: Path, keyring: Keyring, clerk: NewClerk = AMINA) -> Office:
    """The office as a clerk opens it."""
    return open_office_folder(folder, clerk.clerk_id, clerk.password, keyring)


def people(replica: Replica) -> int:
    """How many people the replica shows."""
    with replica.database.read() as connection:
        table = replica.tables.records.records["employee"]
        return len(connection.execute(table.select()).all())


def driver(replica: Replica) -> sqlite3.Connection:
    """The driver's own connection, as a backup would use it."""
    connection: sqlite3.Connection = replica.database.engines[1].raw_connection().driver_connection  # type: ignore[assignment]  # sqlcipher's
    return connection


def test_a_thief_finds_no_name_in_the_file_its_log_its_backup_or_beside_it(folder: Path, keyring: Keyring) -> None:
    office = opened(folder, keyring)
    hire(office.replica, ppr="7654321", surname_la="TIZNITI", first_name_la="Itto")
    driver(office.replica).execute("VACUUM INTO ?", [str(folder / "backup.db")])
    files = bytes_of(folder)
    assert {OFFICE_FILE, f"{OFFICE_FILE}-wal", KEY_FILE, KEY_FILE_COPY, "backup.db"} <= files.keys()
    assert len(files[f"{OFFICE_FILE}-wal"]) > 4096
    for name, content in files.items():
        assert not content.startswith(b"SQLite format 3"), name
        for known in ("TIZNITI", "tizniti", "Fadma", "fadma", "Itto", "التزنيتي", "1234567", "employee", "outbox"):
            assert known.encode() not in content, f"{known} in {name}"
    office.close()


def test_plain_sqlite_and_another_key_open_nothing(folder: Path) -> None:
    with (
        contextlib.closing(sqlite3.connect(folder / OFFICE_FILE)) as plain,
        pytest.raises(sqlite3.DatabaseError, match="not a database"),
    ):
        plain.execute("SELECT * FROM sqlite_master")
    with pytest.raises(Damaged):
        open_office(folder / OFFICE_FILE, bytes(32))


def test_each_clerk_opens_it_and_finds_what_the_other_wrote(folder: Path, keyring: Keyring) -> None:
    for clerk in CLERKS:
        office = opened(folder, keyring, clerk)
        assert office.clerk_id == clerk.clerk_id
        assert people(office.replica) == 1
        office.close()


def test_an_office_is_never_made_over_another_nor_an_empty_one_in_place_of_a_lost_one(
    folder: Path, keyring: Keyring
) -> None:
    with pytest.raises(OfficeExists):
        create_office(folder, CLERKS, keyring, CHEAP)
    (folder / OFFICE_FILE).rename(folder / "elsewhere.db")
    with pytest.raises(OfficeMissing):
        opened(folder, keyring)
    old_keys = (folder / KEY_FILE).read_bytes()
    create_office(folder, [BRAHIM], keyring, CHEAP)[0].close()
    assert (folder / f"{KEY_FILE}.old-1").read_bytes() == old_keys, "they still open the office that was moved away"


def test_the_laptops_key_is_drawn_once_and_kept_in_the_encrypted_file(folder: Path, keyring: Keyring) -> None:
    office = opened(folder, keyring)
    key = device_key(office.replica)
    assert device_key(office.replica).public == key.public
    office.close()
    again = opened(folder, keyring)
    assert device_key(again.replica).seed == key.seed
    again.close()
    for content in bytes_of(folder).values():
        assert key.seed not in content
        assert key.seed.hex().encode() not in content


def test_a_person_added_in_the_app_opens_it(folder: Path, keyring: Keyring) -> None:
    office = opened(folder, keyring)
    hind = NewClerk(9, "هند", "Hind", "hind's words")
    office.add_clerk(hind)
    office.change_password(AMINA.password, "new words of amina")
    office.close()
    opened(folder, keyring, hind).close()
    with pytest.raises(WrongPassword):
        opened(folder, keyring)


class TestRemovingAClerk:
    """The data key changes, so that a copy of the old keys reads nothing written later."""

    def test_the_old_data_key_no_longer_opens_and_work_goes_on(self, folder: Path, keyring: Keyring) -> None:
        old_key = OfficeKeys(folder, keyring).unlock(BRAHIM.clerk_id, BRAHIM.password).data_key
        office = opened(folder, keyring).without_clerk(BRAHIM.clerk_id)
        hire(office.replica, ppr="7654321")
        assert people(office.replica) == 2
        assert driver(office.replica).execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert driver(office.replica).execute("PRAGMA cipher_integrity_check").fetchall() == []
        office.close()
        assert not opens(folder / OFFICE_FILE, old_key)
        with pytest.raises(WrongPassword):
            opened(folder, keyring, BRAHIM)
        again = opened(folder, keyring)
        assert people(again.replica) == 2
        again.close()

    def test_a_new_recovery_code_changes_the_key_too(self, folder: Path, keyring: Keyring) -> None:
        office, code = opened(folder, keyring).with_new_recovery()
        office.close()
        assert opens(folder / OFFICE_FILE, OfficeKeys(folder, keyring).unlock_with_recovery(code).data_key)

    def test_cut_before_the_file_was_rekeyed_is_finished_at_the_next_opening(
        self, folder: Path, keyring: Keyring
    ) -> None:
        keys = OfficeKeys(folder, keyring)
        old_key = keys.unlock(AMINA.clerk_id, AMINA.password).data_key
        keys.begin_removal(old_key, BRAHIM.clerk_id)
        self.check_finished(folder, keyring, old_key)

    def test_cut_after_the_file_was_rekeyed_is_finished_at_the_next_opening(
        self, folder: Path, keyring: Keyring
    ) -> None:
        keys = OfficeKeys(folder, keyring)
        old_key = keys.unlock(AMINA.clerk_id, AMINA.password).data_key
        next_key = keys.begin_removal(old_key, BRAHIM.clerk_id)
        rekey(folder / OFFICE_FILE, old_key, next_key)
        self.check_finished(folder, keyring, old_key)

    def test_cut_between_the_key_file_and_its_copy_then_a_damaged_key_file(
        self, folder: Path, keyring: Keyring
    ) -> None:
        keys = OfficeKeys(folder, keyring)
        old_key = keys.unlock(AMINA.clerk_id, AMINA.password).data_key
        next_key = keys.begin_removal(old_key, BRAHIM.clerk_id)
        rekey(folder / OFFICE_FILE, old_key, next_key)
        copy = (folder / KEY_FILE_COPY).read_bytes()
        keys.finish_change()
        (folder / KEY_FILE_COPY).write_bytes(copy)
        (folder / KEY_FILE).write_bytes(b"torn")
        self.check_finished(folder, keyring, old_key)

    @pytest.mark.parametrize("limit_kb", [300, 900, 1500])
    def test_killed_in_the_middle_of_the_pages(self, folder: Path, keyring: Keyring, limit_kb: int) -> None:
        """The process dies by SIGXFSZ at the first byte it writes beyond a size, in the journal or in the file."""
        office = opened(folder, keyring)
        with office.replica.database.write() as connection:
            connection.exec_driver_sql("CREATE TABLE ballast (content BLOB)")
            connection.exec_driver_sql("INSERT INTO ballast VALUES (randomblob(2000000))")
        office.close()
        keys = OfficeKeys(folder, keyring)
        old_key = keys.unlock(AMINA.clerk_id, AMINA.password).data_key
        next_key = keys.begin_removal(old_key, BRAHIM.clerk_id)
        program = (
            "import resource, signal, sys; from pathlib import Path; from sync.storage.rekey import rekey\n"
            "signal.signal(signal.SIGXFSZ, signal.SIG_DFL); resource.setrlimit(resource.RLIMIT_CORE, (0, 0))\n"
            f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit_kb * 1024}, {limit_kb * 1024}))\n"
            "rekey(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), bytes.fromhex(sys.argv[3]))"
        )
        arguments = [sys.executable, "-c", program, str(folder / OFFICE_FILE), old_key.hex(), next_key.hex()]
        died = subprocess.run(arguments, check=False, timeout=60)
        assert died.returncode < 0, "killed by a signal"
        assert (folder / f"{OFFICE_FILE}-journal").exists(), "in the middle of the change"
        self.check_finished(folder, keyring, old_key)

    def test_is_refused_while_another_process_reads_and_the_office_still_opens(
        self, folder: Path, keyring: Keyring, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("sync.storage.database.BUSY_MS", 1)
        office, other = opened(folder, keyring), opened(folder, keyring, BRAHIM)
        with other.replica.database.read(), pytest.raises(DatabaseLocked):
            office.without_clerk(BRAHIM.clerk_id)
        other.close()
        again = opened(folder, keyring)
        assert people(again.replica) == 1
        again.close()

    @staticmethod
    def check_finished(folder: Path, keyring: Keyring, old_key: bytes) -> None:
        """The next opening ends the change: nothing lost, the old key worthless."""
        office = opened(folder, keyring)
        assert people(office.replica) == 1
        hire(office.replica, ppr="7654321")
        office.close()
        assert not opens(folder / OFFICE_FILE, old_key)
        after = OfficeKeys(folder, keyring).unlock(AMINA.clerk_id, AMINA.password)
        assert after.next_key is None
        assert opens(folder / OFFICE_FILE, after.data_key)
