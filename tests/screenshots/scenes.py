"""Every group of pictures by name, in the order of their numbers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.screenshots import academy_work, carried, counter_work, doors, office_work
from tests.screenshots.studio import Studio

SCENES: Final[dict[str, Callable[[Studio, Path], None]]] = {
    "first-run": doors.first_run,
    "sign-in": doors.sign_in,
    "people": office_work.people,
    "person": office_work.person,
    "acts": office_work.acts,
    "work": office_work.work,
    "palette": office_work.palette,
    "desk": office_work.desk,
    "papers": counter_work.papers,
    "checks": counter_work.checks,
    "census": counter_work.census,
    "register": counter_work.register,
    "exchange": office_work.exchange,
    "stick": carried.stick,
    "away": carried.away,
    "conflicts": office_work.conflicts,
    "import": office_work.imports,
    "help": office_work.help_pages,
    "session": doors.session,
    "academy": academy_work.academy,
    "crash": doors.crash,
}
