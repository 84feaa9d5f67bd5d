"""The windows before an office is open: a new computer, sign-in, and the window of an unexpected error."""

from __future__ import annotations

from pathlib import Path

from massar_desktop.screens.first_run import FirstRun
from massar_desktop.screens.sign_in import ClerkEntry, SignIn
from massar_desktop.system.crash_report import report_on
from massar_desktop.system.crash_window import CrashWindow
from tests.screenshots.province import CLERKS
from tests.screenshots.studio import Studio
from tests.typing_keys import type_text

_RECOVERY = "0A3BC-1D4EF-27GHJ-3KMN4-4PQR5-5STVW-6XYZ0"


def first_run(studio: Studio, _folder: Path) -> None:
    """A computer without an office: the choice, the form, the wait, the recovery code."""
    studio.wear("ar")
    window = FirstRun()
    studio.shoot("first-run-choice", window)
    window.choice.enrolment.button.click()
    form = window.form
    studio.shoot("first-run-form", window)
    for field, text in (
        (form.address, "centre.example.ma"),
        (form.code, "abc defg hj"),
        (form.password, "زيتون جبل نهر"),
        (form.again, "زيتون جبل"),
    ):
        type_text(field.editor, text)
    studio.shoot("first-run-form-typed", window)
    window.set_progress("", 1500, 5000)
    studio.shoot("first-run-working", window)
    window.show_recovery_code(_RECOVERY)
    studio.shoot("first-run-recovery", window)
    studio.shoot("first-run-recovery-dark", window, dark=True)
    window.close()


def sign_in(studio: Studio, _folder: Path) -> None:
    """Who works here, in an office and in practice."""
    studio.wear("ar")
    clerks = [ClerkEntry(str(number), *names) for number, names in enumerate(CLERKS, start=1)]
    window = SignIn(clerks)
    studio.shoot("sign-in", window)
    window.close()
    studio.wear("ar", practice=True)
    window = SignIn(clerks[:1], practice_password="tadrib")
    studio.shoot("sign-in-practice", window, practice=True)
    window.close()


def crash(studio: Studio, _folder: Path) -> None:
    """The window of an error nobody expected."""
    studio.wear("ar")
    window = CrashWindow(report_on(AssertionError()))
    studio.shoot("unexpected-error", window)
    window.close()
