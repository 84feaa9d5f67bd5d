"""`massar practice`: make a practice province on this computer; everybody in it is invented."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from massar_desktop.commands.offices import CommandFailed, is_office, mark_practice
from massar_desktop.system.paths import office_folder
from massar_desktop.system.resources import resource

if TYPE_CHECKING:
    from sync.client.enrolment import NewOffice

PLACE = 504


def practice(*, people: int, seed: int, folder: Path | None, today: str | None = None) -> int:
    """Make the practice office; gives the exit status. Raises CommandFailed when the folder holds an office."""
    target = folder or office_folder(practice=True)
    if is_office(target):
        raise CommandFailed(f"there is an office in {target} already; name another folder with --folder")
    made = make(target, people=people, seed=seed, today=today, progress=_tell)
    made.replica.close()
    sys.stdout.write(f"\r{people} people in {target}\n")
    return 0


def make(
    folder: Path, *, people: int, seed: int, today: str | None = None, progress: Callable[[int], None] = lambda _: None
) -> NewOffice:
    """A practice office with its replica still open: reference data and, if any, people."""
    from massar_desktop.system.credentials import SystemKeyring
    from sync.client.clock import SystemClock
    from sync.client.enrolment import PRACTICE_PASSWORD, Setup, make_practice
    from sync.client.key_file import LIGHT_COST
    from sync.practice.province import PracticeProvince, rows
    from sync.practice.reference import code_rows, directorates

    place = directorates(resource())[PLACE]
    day = today or datetime.now(UTC).date().isoformat()
    source = (
        rows(PracticeProvince(place=PLACE, people=people, seed=seed, today=day), resource())
        if people
        else code_rows(resource())
    )
    setup = Setup(folder, PRACTICE_PASSWORD, SystemKeyring(), SystemClock(), LIGHT_COST)
    made = make_practice(setup, (PLACE, place.name_ar, place.name_la), source, progress)
    mark_practice(folder)
    return made


def _tell(people: int) -> None:
    sys.stdout.write(f"\r{people} people")
    sys.stdout.flush()
