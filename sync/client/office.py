"""An office's folder: the encrypted file, its wrapped keys and its lock; creating, opening, and who may open it.

Everything here is slow on purpose or touches the disk and the keyring: never on the UI thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sync.client.clock import Clock, SystemClock
from sync.client.durable_file import set_aside
from sync.client.key_file import FULL_COST, KEY_FILE, KEY_FILE_COPY, OFFICE_FILE, Cost, KeysError, has_office
from sync.client.keys import NewClerk, OfficeKeys, Secrets, Unlocked
from sync.client.replica import Replica
from sync.client.sealing import SigningKey
from sync.client.unlocking import OpenSlot, unlock
from sync.storage.database import Database, open_office
from sync.storage.rekey import opens, rekey
from sync.storage.rows import get_meta, set_meta

_DEVICE_KEY = "device_key"


class OfficeExists(KeysError):
    """The folder already holds an office."""

    code = "office_exists"


@dataclass(frozen=True, slots=True)
class Office:
    """An opened office: who opened it, and what she may sign with."""

    folder: Path
    replica: Replica
    clerk_id: int
    signing_key: SigningKey = field(repr=False)
    _data_key: bytes = field(repr=False)
    _keys: OfficeKeys = field(repr=False)
    _clock: Clock = field(repr=False)

    def close(self) -> None:
        """End all connections to the file."""
        self.replica.close()

    def add_clerk(self, clerk: NewClerk) -> None:
        """Let one more person open the office; raises ClerkExists, KeyFileDamaged, StorageError."""
        self._keys.add_clerk(self._data_key, clerk)

    def change_password(self, old: str, new: str) -> None:
        """Change the password of the clerk who opened the office; raises WrongPassword, KeyringLost, StorageError."""
        self._keys.change_password(self.clerk_id, old, new)

    def without_clerk(self, clerk_id: int) -> Office:
        """Take away a clerk's slot and change the data key; gives the office opened anew and closes this one.

        Raises UnknownClerk, LastClerk, KeyFileDamaged before anything changes. After a StorageError (full disk, file
        open elsewhere) the office is closed; the next sign-in finishes the change.
        """
        next_key = self._keys.begin_removal(self._data_key, clerk_id)
        return self._with_key(next_key)

    def with_new_recovery(self) -> tuple[Office, str]:
        """Replace the recovery code, and the data key with it; gives the office opened anew, and the code to print."""
        next_key, code = self._keys.begin_new_recovery(self._data_key)
        return self._with_key(next_key), code

    def _with_key(self, next_key: bytes) -> Office:
        self.close()
        database = _opened(self.folder, self._keys, Unlocked(self._data_key, next_key, self.signing_key))
        replica = Replica(database, self._clock)
        return Office(self.folder, replica, self.clerk_id, self.signing_key, next_key, self._keys, self._clock)


def create_office(
    folder: Path, clerks: Sequence[NewClerk], secrets: Secrets, cost: Cost = FULL_COST, clock: Clock | None = None
) -> tuple[Replica, str]:
    """Make a new office in a folder; gives its replica and the recovery code, which is kept nowhere.

    Raises OfficeExists, StorageError. Keys without an office (an office that was set aside) are set aside, not
    overwritten: they still open it.
    """
    if has_office(folder):
        raise OfficeExists(str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    for name in (KEY_FILE, KEY_FILE_COPY):
        if (folder / name).exists():
            set_aside(folder / name, "old")
    data_key, code = OfficeKeys(folder, secrets, cost).create(clerks)
    return Replica(open_office(folder / OFFICE_FILE, data_key), clock or SystemClock()), code


def open_office_folder(
    folder: Path, clerk_id: int, password: str, secrets: Secrets, clock: Clock | None = None
) -> Office:
    """Open an office with a clerk's password; a change of the data key that was cut off is finished first.

    Raises WrongPassword, KeyringLost, KeyFileDamaged, OfficeMissing, StorageError.
    """
    return open_unlocked(unlock(folder, clerk_id, password, secrets), clock)


def open_unlocked(opened: OpenSlot, clock: Clock | None = None) -> Office:
    """Open an office whose slot a clerk opened; raises StorageError."""
    if opened.unlocked.signing_key is None:
        raise ValueError("a clerk's slot holds her signing key")
    time = clock or SystemClock()
    replica = Replica(_opened(opened.folder, opened.keys, opened.unlocked), time)
    data_key = opened.unlocked.next_key or opened.unlocked.data_key
    return Office(opened.folder, replica, opened.clerk_id, opened.unlocked.signing_key, data_key, opened.keys, time)


def device_key(replica: Replica) -> SigningKey:
    """The key this laptop signs its requests with: drawn once, kept in the encrypted file and nowhere else."""
    meta = replica.tables.meta
    with replica.database.read() as connection:
        kept = get_meta(connection, meta, _DEVICE_KEY)
    if kept is not None:
        return SigningKey(bytes.fromhex(kept))
    with replica.database.write() as connection:
        kept = get_meta(connection, meta, _DEVICE_KEY)  # two threads may ask at once
        key = SigningKey(bytes.fromhex(kept)) if kept is not None else SigningKey()
        if kept is None:
            set_meta(connection, meta, _DEVICE_KEY, key.seed.hex())
    return key


def keep_device_key(replica: Replica, key: SigningKey) -> None:
    """Keep the key that the centre enrolled."""
    with replica.database.write() as connection:
        set_meta(connection, replica.tables.meta, _DEVICE_KEY, key.seed.hex())


def _opened(folder: Path, keys: OfficeKeys, unlocked: Unlocked) -> Database:
    """The database, after a begun change of its key has been carried to its end."""
    path = folder / OFFICE_FILE
    if unlocked.next_key is None:
        return open_office(path, unlocked.data_key)
    if not opens(path, unlocked.next_key):
        rekey(path, unlocked.data_key, unlocked.next_key)
    keys.finish_change()
    return open_office(path, unlocked.next_key)
