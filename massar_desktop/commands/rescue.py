"""`massar rescue`: get what was not sent out of an office whose keyring, password or file is gone."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

from massar_desktop.commands.offices import CommandFailed, chosen_folder


def rescue(out: Path, *, folder: Path | None, code_file: Path | None) -> int:
    """Write a rescue file with the recovery code, asked for or read from a file; gives the exit status.

    Raises CommandFailed with what keeps it from being done.
    """
    from massar_desktop.system.single_instance import AlreadyOpen, OfficeLock
    from sync.client.key_file import KeysError
    from sync.client.rescue import rescue_command
    from sync.storage.errors import StorageError

    office = chosen_folder(folder)
    if office is None:
        raise CommandFailed("there is no office on this computer; name its folder with --folder")
    code = code_file.read_text(encoding="ascii") if code_file else getpass.getpass("Recovery code: ", sys.stderr)
    try:
        with OfficeLock(office):
            report = rescue_command(office, out, recovery_code=code.strip())
    except AlreadyOpen as wrong:
        raise CommandFailed("the office is open in a window; close it first") from wrong
    except (KeysError, StorageError) as wrong:
        raise CommandFailed(wrong.code) from wrong
    sys.stdout.write(f"{report.undecided} operations not sent and {report.tray} in the tray are in {report.out}\n")
    if report.set_aside is not None:
        sys.stdout.write(f"The damaged file was kept as {report.set_aside}\n")
    return 0


def enrol(address: str, code: str, *, folder: Path | None) -> int:
    """`massar enrol`: make this computer an office of the centre; prints the recovery code once."""
    from massar_desktop.system.credentials import SystemKeyring
    from massar_desktop.system.paths import authority, office_folder
    from sync.client.clock import SystemClock
    from sync.client.enrolment import Setup
    from sync.client.enrolment import enrol as enrol_office
    from sync.client.errors import ExchangeError
    from sync.client.http import HttpExchange
    from sync.client.key_file import KeysError

    password = getpass.getpass("Choose a password: ", sys.stderr)
    trusted = authority()
    setup = Setup(folder or office_folder(), password, SystemKeyring(), SystemClock(), authority=trusted)
    try:
        made = enrol_office(setup, HttpExchange(address, trusted), address, code)
    except (ExchangeError, KeysError) as wrong:
        raise CommandFailed(wrong.code) from wrong
    made.replica.close()
    sys.stdout.write(f"Enrolled. Keep this recovery code on paper, in the safe:\n\n  {made.recovery_code}\n")
    return 0
