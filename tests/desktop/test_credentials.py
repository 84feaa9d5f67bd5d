"""The system keyring, the data folder and the lock of an office, as the operating system really offers them."""

import subprocess
import sys
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked

from massar_desktop.system.credentials import SystemKeyring
from massar_desktop.system.paths import data_folder, office_folder
from massar_desktop.system.single_instance import LOCK_FILE, AlreadyOpen, OfficeLock
from sync.client.keys import OfficeKeys, Secrets
from tests.client.offices import AMINA, CHEAP
from tests.memory_keyring import MemoryKeyring


class LockedKeyring(KeyringBackend):
    """A Secret Service whose owner does not answer the prompt."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        """Refuse."""
        raise KeyringLocked(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        """Refuse."""
        raise KeyringLocked(username)

    def delete_password(self, service: str, username: str) -> None:
        """Refuse."""
        raise KeyringLocked(username)


def test_a_secret_is_kept_found_and_forgotten(memory_keyring: MemoryKeyring) -> None:
    secrets = SystemKeyring()
    assert secrets.get("a") is None
    assert secrets.set("a", "word")
    assert secrets.get("a") == "word"
    secrets.delete("a")
    secrets.delete("a")
    assert memory_keyring.secrets == {}


@pytest.mark.parametrize(
    "backend", [fail.Keyring, null.Keyring, LockedKeyring], ids=["none", "only pretends", "locked"]
)
def test_without_a_keyring_that_answers_the_password_alone_opens(backend: type[KeyringBackend], tmp_path: Path) -> None:
    keyring.set_keyring(backend())
    secrets: Secrets = SystemKeyring()
    assert secrets.get("a") is None
    secrets.delete("a")
    keys = OfficeKeys(tmp_path, secrets, CHEAP)
    data_key, _ = keys.create([AMINA])
    assert keys.unlock(AMINA.clerk_id, AMINA.password).data_key == data_key


def test_the_keyring_is_loaded_only_when_it_is_asked() -> None:
    program = "import sys, massar_desktop.system.credentials; sys.exit('keyring' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {}, Path.home() / ".local/share/massar"),
        ("linux", {"XDG_DATA_HOME": "/srv/share"}, Path("/srv/share/massar")),
        ("linux", {"XDG_DATA_HOME": "relative"}, Path.home() / ".local/share/massar"),
        ("win32", {"LOCALAPPDATA": "/users/a/local"}, Path("/users/a/local/Massar")),
        ("darwin", {}, Path.home() / "Library/Application Support/Massar"),
        ("win32", {"LOCALAPPDATA": "/users/a/local", "MASSAR_DATA": "/usb"}, Path("/usb")),
    ],
)
def test_each_system_keeps_the_data_where_it_belongs(platform: str, environment: dict[str, str], folder: Path) -> None:
    assert data_folder(environment, platform) == folder


def test_practice_and_the_real_office_never_share_a_folder(tmp_path: Path) -> None:
    assert office_folder(tmp_path) != office_folder(tmp_path, practice=True)


HOLDER = (
    "import sys; from pathlib import Path; from massar_desktop.system.single_instance import OfficeLock\n"
    "OfficeLock(Path(sys.argv[1])).acquire(); print('held', flush=True); sys.stdin.read()"
)


def test_a_second_process_is_told_which_one_has_the_office_and_gets_it_when_that_one_dies(tmp_path: Path) -> None:
    folder = tmp_path / "office"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(AlreadyOpen) as refused:
            OfficeLock(folder).acquire()
        assert refused.value.process == holder.pid
        assert refused.value.code == "office_already_open"
        holder.kill()
        holder.wait(timeout=30)
    with OfficeLock(folder), pytest.raises(AlreadyOpen):
        OfficeLock(folder).acquire()
    with OfficeLock(folder):
        assert (folder / LOCK_FILE).exists()
