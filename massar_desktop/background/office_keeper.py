"""Who may open this computer's office, and copies of it: slow work of an open office, off the UI thread."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from massar_desktop.background.tasks import Tasks

if TYPE_CHECKING:  # heavy modules load after the first paint
    from sync.client.office import Office
    from sync.protocol.exchange import Account

COPY_FOLDER: Final = "Massar-office"
"""Where a copy of an office lies on a stick."""
_KEEPS_CLERKS: Final = ("head", "director")
"""Roles that may take a colleague off this computer (sync.domain.lifecycle.Role)."""
Failed = Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class People:
    """Who opens this computer's office, and which colleagues the centre knows that do not yet."""

    here: tuple[tuple[int, str, str], ...]
    others: tuple[Account, ...]
    own: int
    may_remove: bool


class OfficeKeeper:
    """One open office; what comes back comes on the UI thread."""

    def __init__(self, office: Office, tasks: Tasks) -> None:
        self._office, self._tasks = office, tasks

    def people(self) -> People:
        """Who may open the office; reads a small file. Raises KeysError."""
        from sync.client.key_file import clerks

        identity = self._office.replica.identity
        here = tuple((one.clerk_id, one.name_ar, one.name_la) for one in clerks(self._office.folder))
        known = {clerk_id for clerk_id, _, _ in here}
        own = self._office.clerk_id
        role = next((account.role for account in identity.accounts if account.id == own), "")
        others = tuple(account for account in identity.accounts if account.role and account.id not in known)
        return People(here, others, own, role in _KEEPS_CLERKS)

    def verify(self, password: str, done: Callable[[object], None], failed: Failed) -> None:
        """Whether this is the password of the clerk who works; `failed` gets WrongPassword or another KeysError."""
        folder, clerk_id = self._office.folder, self._office.clerk_id

        def unlock() -> None:
            from massar_desktop.system.credentials import SystemKeyring
            from sync.client.keys import OfficeKeys

            OfficeKeys(folder, SystemKeyring()).unlock(clerk_id, password)

        self._tasks.run(unlock, done, failed)

    def change_password(self, old: str, new: str, done: Callable[[object], None], failed: Failed) -> None:
        """Change the password of the clerk who works."""
        self._tasks.run(lambda: self._office.change_password(old, new), done, failed)

    def add_clerk(self, who: Account, password: str, done: Callable[[object], None], failed: Failed) -> None:
        """Let a colleague of the province open the office with a password of her own."""

        def add() -> None:
            from sync.client.keys import NewClerk

            self._office.add_clerk(NewClerk(who.id, who.name_ar, who.name_la, password))

        self._tasks.run(add, done, failed)

    def copy_to(self, folder: Path, done: Callable[[Path], None], failed: Failed) -> None:
        """Copy the whole office, still encrypted, to a stick; an older copy there is replaced once this is whole."""
        self._tasks.run_long(lambda: _copy(self._office, folder), done, failed)


def _copy(office: Office, folder: Path) -> Path:
    from sync.client.errors import StickFailed
    from sync.client.key_file import KEY_FILE, OFFICE_FILE

    target, fresh = folder / COPY_FOLDER, folder / f"{COPY_FOLDER}.new"
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir()
        office.replica.database.copy_to(fresh / OFFICE_FILE)
        shutil.copyfile(office.folder / KEY_FILE, fresh / KEY_FILE)
        shutil.rmtree(target, ignore_errors=True)
        fresh.rename(target)
    except OSError as wrong:
        raise StickFailed(str(wrong.strerror)) from wrong
    return target


def bring(source: Path, folder: Path, code: str, who: int, password: str) -> None:
    """Make a copied office this computer's own, and give one of its clerks a new password by the recovery code.

    What the old computer's keyring held stays there: so the code is needed, once. Raises KeysError, StickFailed.
    """
    from massar_desktop.system.credentials import SystemKeyring
    from sync.client.errors import StickFailed
    from sync.client.key_file import KEY_FILE, OFFICE_FILE, has_office
    from sync.client.keys import OfficeKeys
    from sync.client.office import OfficeExists

    if has_office(folder):
        raise OfficeExists(str(folder))
    OfficeKeys(source, SystemKeyring()).unlock_with_recovery(code)  # before anything is copied
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / KEY_FILE, folder / KEY_FILE)
        shutil.copyfile(source / OFFICE_FILE, folder / f"{OFFICE_FILE}.new")
    except OSError as wrong:
        raise StickFailed(str(wrong.strerror)) from wrong
    OfficeKeys(folder, SystemKeyring()).reset_password(code, who, password)
    (folder / f"{OFFICE_FILE}.new").replace(folder / OFFICE_FILE)
