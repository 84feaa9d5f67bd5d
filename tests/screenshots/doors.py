"""The windows before an office is open: a new computer, sign-in, and the window of an unexpected error."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from massar_desktop.background.first_sticks import FirstStick
from massar_desktop.background.office_keeper import OfficeKeeper, People
from massar_desktop.screens.away import Away
from massar_desktop.screens.first_run import FirstRun
from massar_desktop.screens.forgotten_password import ForgottenPassword
from massar_desktop.screens.keys_change import KeysChange
from massar_desktop.screens.settings import CLERKS as CLERKS_PART
from massar_desktop.screens.settings import COMPUTER, LINE, LOOK, SESSION
from massar_desktop.screens.sign_in import ClerkEntry, SignIn
from massar_desktop.screens.tour import Tour
from massar_desktop.system.crash_report import report_on
from massar_desktop.system.crash_window import CrashWindow
from massar_desktop.system.removable import Drive
from tests.screenshots.desk_window import DeskWindow
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
    _first_with_a_stick(studio, window)
    window.set_progress("", 1500, 5000)
    studio.shoot("first-run-working", window)
    window.show_recovery_code(_RECOVERY)
    studio.shoot("first-run-recovery", window)
    studio.shoot("first-run-recovery-dark", window, dark=True)
    window.close()


def _first_with_a_stick(studio: Studio, window: FirstRun) -> None:
    drive = Drive(Path("/media/KINGSTON"), "KINGSTON", 14_200_000_000)
    with_card, with_reply = FirstStick(drive, card=Path("centre.card")), FirstStick(drive, reply=Path("a.reply"))
    with_office = FirstStick(drive, office=Path("Massar-office"), clerks=((1, *CLERKS[0]), (2, *CLERKS[1])))
    window.choice.by_stick.click()
    studio.shoot("first-run-stick-none", window)
    window.by_stick.show_sticks((with_card,))
    studio.shoot("first-run-stick-card", window)
    window.by_stick.set_waiting(waiting=True)
    window.by_stick.show_sticks((with_reply,))
    studio.shoot("first-run-stick-reply", window)
    window.by_stick.back.click()
    window.choice.bring.click()
    window.bring.show_sticks((with_office,))
    studio.shoot("first-run-bring", window)


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


class _OfTheHead(OfficeKeeper):
    """The keeper of somebody who may take a colleague off."""

    def people(self) -> People:
        """Her and a colleague."""
        return replace(super().people(), may_remove=True)


def _keys(studio: Studio) -> None:
    changing = KeysChange()
    studio.shoot("keys-changing", changing)
    changing.show_code(_RECOVERY)
    studio.shoot("keys-recovery", changing)
    changing.close()


def session(studio: Studio, folder: Path) -> None:
    """A locked session, a forgotten password, each part of the settings."""
    studio.wear("ar")
    clerks = [ClerkEntry("1", *CLERKS[0])]
    window = SignIn(clerks, locked=True)
    studio.shoot("locked", window)
    studio.shoot("locked-dark", window, dark=True)
    window.close()
    studio.wear("ar")
    forgotten = ForgottenPassword(CLERKS[0][0])
    studio.shoot("forgotten", forgotten)
    type_text(forgotten.code_edit, "0a3bc 1d4ef")
    forgotten.show_problem("", 2)
    studio.shoot("forgotten-wrong", forgotten)
    forgotten.close()
    away = Away(1042, "CKTWMBXRAE")
    studio.shoot("away", away)
    away.close()
    _keys(studio)
    with DeskWindow(studio, folder / "settings") as here:
        page = here.open_settings()
        for name, part in (("look", LOOK), ("session", SESSION), ("line", LINE), ("clerks", CLERKS_PART)):
            page.go_to(part)
            if part == LINE:
                page.line.mode.segment("own").click()
            studio.shoot(f"settings-{name}", here.window)
        page.clerks.change.click()
        type_text(page.clerks.password.first, "1234")
        studio.shoot("settings-password", here.window)
        page.clerks.cancel.click()
        page.clerks._keeper = _OfTheHead(page.clerks._keeper._office, page.clerks._keeper._tasks)
        page.clerks.refresh()
        page.clerks.keys.remove.click()
        studio.shoot("settings-keys", here.window)
        page.go_to(COMPUTER)
        studio.shoot("settings-computer", here.window)
        tour = Tour()
        here.window.foot.addWidget(tour)
        here.window.show_page("exchange")
        tour.show()
        studio.shoot("tour", here.window)
        tour.end()
        here.window.show_page("settings")
        page.go_to(LOOK)
        studio.shoot("settings-dark", here.window, dark=True)
        page.line.mode.segment("system").click()


def crash(studio: Studio, _folder: Path) -> None:
    """The window of an error nobody expected."""
    studio.wear("ar")
    window = CrashWindow(report_on(AssertionError()))
    studio.shoot("unexpected-error", window)
    window.close()
