"""Password and keyring gone, the file damaged: what was never decided still comes out."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sync.client.durable_file import set_aside
from sync.client.key_file import KEY_FILE, KEY_FILE_COPY, OFFICE_FILE, KeyFileDamaged
from sync.client.keys import KeyringLost, OfficeKeys, WrongPassword
from sync.client.office import create_office
from sync.client.outbox import Outbox
from sync.client.recovery_code import WrongRecoveryCode, new_code
from sync.client.rescue import (
    RescueFileDamaged,
    RescueFileExists,
    read_rescue,
    rescue_command,
    rescued_from,
)
from sync.client.unlocking import OfficeMissing
from sync.domain import catalog
from sync.domain.ids import Lane
from sync.domain.operation import read
from sync.protocol.messages import Result, Verdict
from tests.client.offices import AMINA, CHEAP, CLERKS, Keyring, hire, hire_all

DESK, BULK, MORE = 12, 400, 1600


class Laptop:
    """An office with work waiting in both lanes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / OFFICE_FILE
        self.out = folder.parent / "stick" / "office.rescue"
        self.out.parent.mkdir()
        self.keyring = Keyring()
        self.replica, self.code = create_office(folder, CLERKS, self.keyring, CHEAP)
        for number in range(DESK):
            hire(self.replica, first_name_la=f"Desk{number}", ppr=str(1_000_000 + number))
        address = " ".join(["حي السلام"] * 20)
        bulk = [{"first_name_la": f"Bulk{number}", "address_ar": address} for number in range(BULK)]
        hire_all(self.replica, Lane.BULK, bulk)
        hire(self.replica, first_name_la="Long", address_ar="زنقة" * 450, address_la="impasse " * 240 + "9")

    @property
    def saved(self) -> dict[tuple[Lane, int], bytes]:
        """Every record whose save returned, by its number."""
        with self.replica.database.read() as connection:
            return {(e.lane, e.n): e.record for e in Outbox(connection, self.replica.tables).entries()}

    def rescued(self) -> dict[tuple[Lane, int], bytes]:
        """What another end finds in the rescue file."""
        found = read_rescue(self.out, self.code)
        records = {(operation.lane, operation.n): operation.record for operation in found}
        assert len(records) == len(found)
        return records


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    """A laptop that worked offline."""
    return Laptop(tmp_path / "office")


def test_every_unsent_operation_comes_out_with_password_and_keyring_gone(laptop: Laptop) -> None:
    saved = laptop.saved
    laptop.replica.close()
    laptop.keyring.kept.clear()
    report = rescue_command(laptop.folder, laptop.out, recovery_code=laptop.code)
    assert (report.undecided, report.tray, report.damaged, report.set_aside) == (DESK + BULK + 1, 0, False, None)
    assert laptop.rescued() == saved
    assert laptop.path.exists()
    names = [read(record, catalog.BY_NUMBER).fields["first_name_la"] for record in laptop.rescued().values()]
    assert "Desk3" in names


def test_a_clerk_rescues_with_her_password_but_only_the_code_reads_the_file(laptop: Laptop) -> None:
    saved = laptop.saved
    laptop.replica.close()
    with pytest.raises(WrongPassword):
        rescue_command(laptop.folder, laptop.out, clerk=(AMINA.clerk_id, "no", laptop.keyring))
    with pytest.raises(KeyringLost):
        rescue_command(laptop.folder, laptop.out, clerk=(AMINA.clerk_id, AMINA.password, Keyring()))
    rescue_command(laptop.folder, laptop.out, clerk=(AMINA.clerk_id, AMINA.password, laptop.keyring))
    assert laptop.rescued() == saved
    assert b"Desk" not in laptop.out.read_bytes()
    with pytest.raises(WrongRecoveryCode) as wrong:
        read_rescue(laptop.out, new_code())
    assert wrong.value.code == "code_of_another_office"


def test_what_was_decided_stays_except_what_waits_in_the_tray(laptop: Laptop) -> None:
    verdicts = [
        Verdict(int(Lane.DESK), 1, "applied", 0, 1, []),
        Verdict(int(Lane.DESK), 2, "rejected", 0, 0, []),
        Verdict(int(Lane.DESK), 3, "rejected", 0, 0, []),
    ]
    laptop.replica.settle(Result(verdicts))
    with laptop.replica.database.read() as connection:
        third = Outbox(connection, laptop.replica.tables).entry(int(Lane.DESK), 3)
    assert third is not None
    laptop.replica.set_aside(third.position)
    laptop.replica.close()
    report = rescue_command(laptop.folder, laptop.out, recovery_code=laptop.code)
    assert (report.undecided, report.tray) == (DESK + BULK + 1 - 3, 1)
    found = {(o.lane, o.n): o for o in read_rescue(laptop.out, laptop.code)}
    assert (Lane.DESK, 1) not in found
    assert found[Lane.DESK, 2].verdict == "rejected"
    assert (Lane.DESK, 3) not in found


def test_the_file_says_which_laptop_it_comes_from(laptop: Laptop) -> None:
    laptop.replica.close()
    rescue_command(laptop.folder, laptop.out, recovery_code=laptop.code)
    assert rescued_from(laptop.out, laptop.code) == laptop.replica.identity


def zeroed_first_page(content: bytearray) -> None:
    """The page without which SQLite opens nothing."""
    content[:4096] = bytes(4096)


def zeroed_sectors(content: bytearray) -> None:
    """One sector in each 16 pages."""
    for page in range(0, len(content), 16 * 4096):
        content[page : page + 512] = bytes(512)


def shortened(content: bytearray) -> None:
    """Half of the file is gone."""
    del content[len(content) // 2 :]


@pytest.mark.parametrize(("damage", "found"), [(zeroed_first_page, 1.0), (zeroed_sectors, 0.8), (shortened, 0.1)])
def test_a_damaged_database_gives_what_can_be_read_and_is_set_aside(
    laptop: Laptop, damage: Callable[[bytearray], None], found: float
) -> None:
    more = [{"first_name_la": f"More{number}", "address_ar": "حي السلام" * 20} for number in range(MORE)]
    hire_all(laptop.replica, Lane.BULK, more)  # so that the tables, empty as they are, are not half of the file
    saved = laptop.saved
    laptop.replica.close()
    content = bytearray(laptop.path.read_bytes())
    damage(content)
    laptop.path.write_bytes(content)
    report = rescue_command(laptop.folder, laptop.out, recovery_code=laptop.code)
    assert laptop.rescued().items() <= saved.items()
    assert len(laptop.rescued()) >= found * len(saved)
    assert report.damaged
    assert report.set_aside is not None
    assert report.set_aside.read_bytes() == content
    assert not laptop.path.exists()


def test_work_that_is_only_in_the_log_comes_out_when_the_database_is_gone(laptop: Laptop) -> None:
    saved = laptop.saved
    log = laptop.path.with_name(f"{OFFICE_FILE}-wal")
    written = log.read_bytes()
    laptop.replica.close()
    laptop.path.write_bytes(b"")
    log.write_bytes(written)
    report = rescue_command(laptop.folder, laptop.out, recovery_code=laptop.code)
    assert laptop.rescued() == saved
    assert report.set_aside is not None
    assert report.set_aside.with_name(f"{report.set_aside.name}-wal").read_bytes() == written


def test_a_log_broken_in_its_middle_loses_nothing_after_the_break(laptop: Laptop) -> None:
    saved = laptop.saved
    log = laptop.path.with_name(f"{OFFICE_FILE}-wal")
    database, written = laptop.path.read_bytes(), bytearray(log.read_bytes())
    laptop.replica.close()
    middle = len(written) // 2
    written[middle : middle + 8] = bytes(8)
    laptop.path.write_bytes(database)
    log.write_bytes(written)
    rescue_command(laptop.folder, laptop.out, recovery_code=laptop.code)
    assert laptop.rescued() == saved


def test_a_rescue_in_the_middle_of_a_change_of_key_finds_everything(laptop: Laptop) -> None:
    saved = laptop.saved
    laptop.replica.close()
    keys = OfficeKeys(laptop.folder, laptop.keyring)
    keys.begin_removal(keys.unlock_with_recovery(laptop.code).data_key, AMINA.clerk_id)
    rescue_command(laptop.folder, laptop.out, recovery_code=laptop.code)
    assert laptop.rescued() == saved


def test_an_earlier_rescue_is_never_overwritten(laptop: Laptop) -> None:
    laptop.replica.close()
    rescue_command(laptop.folder, laptop.out, recovery_code=laptop.code)
    before = laptop.out.read_bytes()
    with pytest.raises(RescueFileExists):
        rescue_command(laptop.folder, laptop.out, recovery_code=laptop.code)
    assert laptop.out.read_bytes() == before


def test_a_rescue_file_that_was_cut_or_changed_is_refused(laptop: Laptop) -> None:
    laptop.replica.close()
    rescue_command(laptop.folder, laptop.out, recovery_code=laptop.code)
    whole = laptop.out.read_bytes()
    for changed in (b"", whole[:-1], whole[:200], whole[:-1] + b"\0", b"x" + whole, os.urandom(500)):
        laptop.out.write_bytes(changed)
        with pytest.raises(RescueFileDamaged):
            read_rescue(laptop.out, laptop.code)


def test_a_rescue_needs_an_office_and_its_keys(laptop: Laptop) -> None:
    laptop.replica.close()
    for name in (KEY_FILE, KEY_FILE_COPY):
        (laptop.folder / name).write_bytes(b"")
    with pytest.raises(KeyFileDamaged):
        rescue_command(laptop.folder, laptop.out, recovery_code=laptop.code)
    with pytest.raises(ValueError, match="a recovery code or a clerk"):
        rescue_command(laptop.folder, laptop.out)


def test_an_office_that_was_set_aside_opens_again_with_its_log(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path / "office")
    laptop.replica.close()
    aside = set_aside(laptop.path, "damaged")
    assert aside.name == f"{OFFICE_FILE}.damaged-1"
    with pytest.raises(OfficeMissing):
        rescue_command(laptop.folder, laptop.out, recovery_code=laptop.code)
    laptop.path.write_bytes(b"another")
    assert set_aside(laptop.path, "damaged").name == f"{OFFICE_FILE}.damaged-2"
