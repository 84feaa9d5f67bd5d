"""`massar practice`: make a practice province on this computer; everybody in it is invented."""

from __future__ import annotations

import sys
from pathlib import Path

from massar_desktop.background.new_office import PracticeWish, make_practice_office
from massar_desktop.commands.offices import CommandFailed
from massar_desktop.system.office_folders import is_office
from massar_desktop.system.paths import office_folder


def practice(wish: PracticeWish, folder: Path | None) -> int:
    """Make the practice office; gives the exit status. Raises CommandFailed when the folder holds an office."""
    target = folder or office_folder(practice=True)
    if is_office(target):
        raise CommandFailed(f"there is an office in {target} already; name another folder with --folder")
    made = make_practice_office(target, wish, _tell)
    made.replica.close()
    sys.stdout.write(f"{wish.people} people in {target}\n")
    return 0


def _tell(people: int) -> None:
    if sys.stdout.isatty():
        sys.stdout.write(f"\r{people} people")
        sys.stdout.flush()
