"""Every group of pictures by name, in the order of their numbers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.screenshots import doors
from tests.screenshots.studio import Studio

SCENES: Final[dict[str, Callable[[Studio, Path], None]]] = {
    "first-run": doors.first_run,
    "sign-in": doors.sign_in,
    "crash": doors.crash,
}
