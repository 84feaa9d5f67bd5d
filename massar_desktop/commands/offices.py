"""Which office a command works on, and how it is opened from a terminal."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from massar_desktop.system.office_folders import is_office, is_practice
from massar_desktop.system.paths import office_folder

if TYPE_CHECKING:
    from sync.client.office import Office


class CommandFailed(Exception):
    """A command cannot go on; its text is for the terminal."""


def chosen_folder(named: Path | None) -> Path | None:
    """The named folder, else this computer's office, else its practice province; None when there is none."""
    for folder in [named] if named else [office_folder(), office_folder(practice=True)]:
        if is_office(folder):
            return folder
    if named:
        raise CommandFailed(f"no office in {named}")
    return None


def open_office_of(folder: Path, clerk: int | None = None) -> Office:
    """Open an office; a practice office with its known password, another one with the password that is asked for."""
    from massar_desktop.system.credentials import SystemKeyring
    from sync.client.enrolment import PRACTICE_PASSWORD
    from sync.client.key_file import KeysError, clerks
    from sync.client.office import open_office_folder

    names = clerks(folder)
    who = next((slot for slot in names if clerk in (None, slot.clerk_id)), None)
    if who is None:
        raise CommandFailed(f"nobody of this office has the number {clerk}")
    password = PRACTICE_PASSWORD if is_practice(folder) else getpass.getpass(f"{who.name_la}: ", sys.stderr)
    try:
        return open_office_folder(folder, who.clerk_id, password, SystemKeyring())
    except KeysError as wrong:
        raise CommandFailed(wrong.code) from wrong
