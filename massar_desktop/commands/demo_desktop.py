"""`massar demo --desktop`: a demonstration centre in a folder that can be thrown away, and an office's window on it."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from massar_desktop.commands.centre_process import ACADEMY_ROLE, CentreProcess
from massar_desktop.system.office_folders import is_office, mark_practice

PEOPLE, HISTORIES = 5000, 10
CLERKS = (
    ("نادية الإدريسي", "Nadia EL IDRISSI", "clerk"),
    ("عبد الله وردي", "Abdellah OUARDI", "director"),
    ("كريمة بنعلي", "Karima BENALI", "head"),
    ("إبراهيم الصالحي", "Brahim ESSALHI", "clerk"),
    ("رشيدة أمزيان", "Rachida AMEZIANE", ACADEMY_ROLE),
)
"""Who works in which office; the fifth is the region's academy."""


def prepare(folder: Path, office: int) -> tuple[Path, bool]:
    """Make what is missing: centre, province, office `office` (from 1) with its first copy.

    Gives the office's folder, and whether the centre was started here (who starts it stops it).
    Raises CommandFailed, ExchangeError, KeysError, StorageError.
    """
    centre = CentreProcess(folder / "centre")
    if not centre.exists:
        _say(f"Making a practice province of {PEOPLE} people (invented, all of them)...")
        centre.create(PEOPLE, seed=1, today=datetime.now(UTC).date().isoformat(), histories=HISTORIES)
        centre.create_academy()
    here = folder / f"office{office}"
    started = False
    if not is_office(here):
        started = centre.start()
        _enrol(centre, here, office)
    elif office == 1:
        started = centre.start()
    return here, started


def _enrol(centre: CentreProcess, here: Path, office: int) -> None:
    from massar_desktop.system.credentials import SystemKeyring
    from sync.client.clock import SystemClock
    from sync.client.engine import Engine, Hooks, Progress
    from sync.client.enrolment import PRACTICE_PASSWORD, Setup, enrol
    from sync.client.http import HttpExchange
    from sync.client.key_file import LIGHT_COST
    from sync.client.office import device_key

    name_ar, name_fr, role = CLERKS[(office - 1) % len(CLERKS)]
    _say(f"Enrolling office {office} ({name_fr}) and taking its first copy...")
    code = centre.enrol(name_ar, name_fr, role=role, confidential=role == ACADEMY_ROLE)
    carrier = HttpExchange(centre.address)
    setup = Setup(here, PRACTICE_PASSWORD, SystemKeyring(), SystemClock(), LIGHT_COST)
    made = enrol(setup, carrier, centre.address, code)
    mark_practice(here)

    def tell(progress: Progress) -> None:
        if sys.stdout.isatty():
            sys.stdout.write(f"\r  {progress.rows} rows")
            sys.stdout.flush()

    Engine(made.replica, carrier, Hooks(lambda: os.urandom(16), device_key(made.replica).sign, progressed=tell)).run()
    made.replica.close()
    carrier.close()
    _say("")


def demo_desktop(folder: Path, office: int) -> int:
    """Open an office's window on the demonstration province; gives the app's exit status."""
    here, started = prepare(folder, office)
    centre = CentreProcess(folder / "centre")
    _say(f"The password is shown on the sign-in screen. `make centre-stop` cuts the line to {centre.address}.")
    try:
        from massar_desktop.app import run

        return run(here)
    finally:
        if started:
            centre.stop()


def switch_centre(folder: Path, wish: str) -> int:
    """`massar demo --centre stop|start`; gives the exit status."""
    centre = CentreProcess(folder / "centre")
    if not centre.exists:
        _say("There is no demonstration centre here; `make run` makes one.")
        return 2
    done = centre.stop() if wish == "stop" else centre.start()
    words = {
        ("stop", True): "The centre is stopped: offices work on, their edits wait.",
        ("stop", False): "The centre was not running.",
        ("start", True): f"The centre answers at {centre.address}.",
        ("start", False): "The centre was running.",
    }
    _say(words[(wish, done)])
    return 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
