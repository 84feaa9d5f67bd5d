"""The one place that builds and connects everything: sign-in first, then the office, then its window.

Nothing heavy is imported before the sign-in screen has painted; SQL, network and keys are loaded in the background
while the clerk types her password.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from massar_desktop.app.idle_watch import IdleWatch
from massar_desktop.background.tasks import Tasks
from massar_desktop.screens.sign_in import ClerkEntry, SignIn
from massar_desktop.system.crash import tell
from massar_desktop.system.error_words import error_text
from massar_desktop.system.locale import Language, current_language, direction_of, install_language
from massar_desktop.system.office_folders import default_folder, is_office, is_practice
from massar_desktop.system.paths import data_folder
from massar_desktop.system.preferences import Preferences
from massar_desktop.system.proxy import Proxy
from massar_desktop.system.single_instance import AlreadyOpen, OfficeLock
from massar_desktop.widgets import theme
from massar_desktop.widgets.tokens import Direction

if TYPE_CHECKING:
    from massar_desktop.app.workplace import Workplace
    from massar_desktop.screens.help import HelpScreen
    from sync.client.office import Office

PRACTICE_PASSWORD = "tadrib"  # shown on the sign-in screen of a practice province
WINDOW = QSize(1366, 768)
HEAVY = (
    "massar_desktop.system.sqlalchemy_alone",
    "sqlcipher3.dbapi2",
    "sync.client.office",
    "massar_desktop.app.workplace",
)
"""Loaded in the background while the sign-in screen is shown, in the order in which they are needed."""


class App(QObject):
    """The application from its first window to its last. Signals: ``opened(Workplace)`` when an office is open."""

    opened = Signal(object)

    def __init__(self, qt: QApplication, folder: Path) -> None:
        super().__init__()
        self.qt = qt
        self.folder = folder
        self.tasks = Tasks(self)
        self.lock: OfficeLock | None = None
        self.workplace: Workplace | None = None
        self.window: QWidget | None = None
        self.locked = False
        self.preferences, self._proxy, self._idle = Preferences(self), Proxy(), IdleWatch(self)
        self._help: HelpScreen | None = None
        self.tasks.failed.connect(tell)
        self.preferences.changed.connect(self._take_choice)
        self._idle.idle.connect(self.lock_session)
        self._proxy.use(*self.preferences.proxy)
        qt.aboutToQuit.connect(self.close)

    def start(self) -> None:
        """Show the first window: sign-in, or the choice of an office where there is none."""
        if is_office(self.folder):
            self.show_sign_in()
        else:
            self.show_first_run()

    def show_sign_in(self) -> None:
        """Show who works here and ask for her password."""
        practice = is_practice(self.folder)
        self._dress(practice=practice)
        screen = SignIn([], practice_password=PRACTICE_PASSWORD if practice else "")
        self._list_clerks(screen)
        screen.choose_clerk(self.preferences.note("last_clerk"))
        screen.language_chosen.connect(self.change_language)
        screen.submitted.connect(self._sign_in)
        screen.forgotten.connect(self.show_forgotten)
        QShortcut(QKeySequence(Qt.Key.Key_F1), screen).activated.connect(lambda: self._show_help("sign_in"))
        self._show(screen)
        self._take_lock(screen)
        QTimer.singleShot(0, lambda: self.tasks.run(_load))

    def show_first_run(self) -> None:
        """Offer a practice province or an enrolment."""
        from massar_desktop.app.first_run_flow import FirstRunFlow

        self._dress(practice=False)
        flow = FirstRunFlow(self.tasks, self.folder, self)
        flow.screen.language_chosen.connect(self.change_language)
        flow.made.connect(self._made)
        flow.screen.help_requested.connect(lambda: self._show_help("first_run"))
        self._show(flow.screen)

    def change_language(self, language: Language) -> None:
        """Switch every window at once, and keep the choice."""
        self.preferences.choose_language(language)

    def show_forgotten(self, clerk_id: str) -> None:
        """Give a clerk a new password by the recovery code, then open her office."""
        from massar_desktop.app.forgotten_flow import ForgottenFlow

        names = [entry.name_ar if current_language() == "ar" else entry.name_fr for entry in self._clerks(clerk_id)]
        flow = ForgottenFlow(self.tasks, self.folder, (clerk_id, "".join(names)), self)
        flow.screen.language_chosen.connect(self.change_language)
        flow.screen.left.connect(self.show_sign_in)
        flow.mended.connect(self._open_mended)
        self._show(flow.screen)

    def lock_session(self) -> None:
        """Cover the work with a sign-in card; an exchange under way goes on. Does nothing where none is open."""
        if self.workplace is None or self.locked:
            return
        self.locked = True
        self._idle.stop()
        clerk = str(self.workplace.office.clerk_id)
        practice = PRACTICE_PASSWORD if is_practice(self.folder) else ""
        screen = SignIn(self._clerks(clerk), practice_password=practice, locked=True)
        screen.language_chosen.connect(self.change_language)
        screen.submitted.connect(self._unlock)
        screen.forgotten.connect(lambda: self._leave_for(lambda: self.show_forgotten(clerk)))
        screen.other_clerk_requested.connect(self.sign_out)
        self._show(screen)

    def sign_out(self) -> None:
        """Close the office and ask who works next; what was typed is kept as drafts."""
        self._leave_for(self.show_sign_in)

    def change_keys(self, clerk: int) -> None:
        """Take a clerk off this computer, or make a new recovery code (0): close the office and open it anew."""
        if self.workplace is None:
            return
        office = self.workplace.office

        def begin() -> None:
            from massar_desktop.app.keys_flow import KeysFlow

            flow = KeysFlow(self.tasks, office, clerk, self)
            flow.opened.connect(self._open)
            flow.failed.connect(self._not_changed)
            self._show(flow.screen)
            flow.start()

        self._leave_for(begin)

    def _not_changed(self, wrong: Exception) -> None:
        self.show_sign_in()
        if isinstance(self.window, SignIn):
            _refuse(self.window, wrong)

    def _leave_for(self, then: Callable[[], None]) -> None:
        workplace, self.workplace = self.workplace, None
        if workplace is None:
            return
        self._idle.stop()
        self.locked = False
        workplace.leave()
        self.tasks.stop()
        workplace.office.close()
        self.tasks = Tasks(self)
        self.tasks.failed.connect(tell)
        then()
        workplace.window.close()
        workplace.window.deleteLater()
        workplace.deleteLater()

    def _unlock(self, _clerk: str, password: str) -> None:
        screen, workplace = self.window, self.workplace
        if workplace is None or not isinstance(screen, SignIn):
            return
        screen.set_busy(busy=True)
        workplace.keeper.verify(password, self._unlocked, lambda wrong: _refuse(screen, wrong))

    def _unlocked(self, _result: object) -> None:
        if self.workplace is not None:
            self.locked = False
            self._show(self.workplace.window)
            self._watch()

    def _watch(self) -> None:
        handle = self.workplace.window.windowHandle() if self.workplace is not None else None
        if handle is not None:
            self._idle.watch(handle, self.preferences.lock_minutes * 60_000)

    def _take_choice(self, name: str) -> None:
        """Put a choice in force at once."""
        if name == "look":
            self._dress(practice=theme.appearance().practice)
        elif name == "language":
            theme.change_language(self.qt, self.preferences.language)
        elif name == "proxy":
            self._proxy.use(*self.preferences.proxy)
        elif name in ("lock_minutes", "visiting") and self._idle.watching:
            self._watch()

    def _dress(self, *, practice: bool) -> None:
        theme.apply_theme(self.qt, dark=self.preferences.dark, direction=self._direction(), practice=practice)

    def close(self) -> None:
        """Stop taking work, end what runs, close the office."""
        if self._help is not None:
            self._help.close()
        self._idle.stop()
        if self.workplace is not None:
            self.workplace.leave()
            self._keep_window(self.workplace.window)
        self.tasks.stop()
        if self.workplace is not None:
            self.workplace.office.close()
            self.workplace = None
        if self.lock is not None:
            self.lock.release()
            self.lock = None

    def _made(self, folder: Path) -> None:
        self.folder = folder
        self.show_sign_in()

    def _show_help(self, key: str) -> None:
        """A window of its own, before there is an office to show it in."""
        from massar_desktop.screens.help import HelpScreen

        if self._help is None:
            self._help = HelpScreen()
            self._help.closed.connect(self._help.hide)
            self._help.resize(WINDOW)
            theme.dress(self._help)
        self._help.show_for(key)
        self._help.show()
        self._help.activateWindow()

    def _list_clerks(self, screen: SignIn) -> None:
        from sync.client.key_file import KeysError

        try:
            screen.set_clerks(self._clerks())
        except KeysError as wrong:
            _refuse(screen, wrong)

    def _clerks(self, only: str = "") -> list[ClerkEntry]:
        from sync.client.key_file import clerks

        known = [ClerkEntry(str(one.clerk_id), one.name_ar, one.name_la) for one in clerks(self.folder)]
        return [entry for entry in known if not only or entry.clerk_id == only]

    def _take_lock(self, screen: SignIn) -> None:
        if self.lock is not None:
            return
        lock = OfficeLock(self.folder)
        try:
            lock.acquire()
        except AlreadyOpen as wrong:
            screen.show_problem(error_text(wrong))
            return
        self.lock = lock

    def _sign_in(self, clerk_id: str, password: str) -> None:
        screen = self.window
        if self.lock is None or not isinstance(screen, SignIn):
            return
        screen.set_busy(busy=True)
        self._open_office(clerk_id, password, lambda wrong: _refuse(screen, wrong))

    def _open_mended(self, clerk_id: str, password: str) -> None:
        screen = self.window
        self._open_office(clerk_id, password, lambda wrong: self._say(screen, wrong))

    def _say(self, screen: QWidget | None, wrong: Exception) -> None:
        from massar_desktop.screens.forgotten_password import ForgottenPassword

        if isinstance(screen, ForgottenPassword):
            screen.show_problem(error_text(wrong))

    def _open_office(self, clerk_id: str, password: str, failed: Callable[[Exception], None]) -> None:
        folder = self.folder

        def unlocked() -> tuple[Office, str]:
            from massar_desktop.system.credentials import SystemKeyring
            from sync.client.unlocking import unlock

            slot = unlock(folder, int(clerk_id), password, SystemKeyring())  # before what needs the heavy modules

            from massar_desktop.app.away_flow import question_of
            from sync.client.office import open_unlocked

            office = open_unlocked(slot)
            return office, question_of(office)

        self.tasks.run(unlocked, self._ask_or_open, failed)

    def _ask_or_open(self, opened: tuple[Office, str]) -> None:
        from massar_desktop.app.away_flow import AwayFlow

        office, question = opened
        if not question:
            self._open(office)
            return
        flow = AwayFlow(self.tasks, office, question, self)
        flow.screen.language_chosen.connect(self.change_language)
        flow.left.connect(self.show_sign_in)
        flow.opened.connect(self._open)
        self._show(flow.screen)

    def _open(self, office: Office) -> None:
        from massar_desktop.app.workplace import Workplace

        self.preferences.keep_note("last_clerk", str(office.clerk_id))
        self.workplace = Workplace(office, self.tasks, self.preferences, self)
        self.workplace.window.language_chosen.connect(self.change_language)
        self.workplace.lock_requested.connect(self.lock_session)
        self.workplace.other_clerk_requested.connect(self.sign_out)
        self.workplace.keys_change_requested.connect(self.change_keys)
        self._show(self.workplace.window)
        self.workplace.begin()
        self._watch()
        self.opened.emit(self.workplace)

    def _show(self, window: QWidget) -> None:
        before, self.window = self.window, window
        theme.dress(window)
        room = self.qt.primaryScreen().availableGeometry()
        kept = QSettings().value("window")
        if before is not None:
            window.setGeometry(before.geometry())
        elif isinstance(kept, QByteArray):
            window.restoreGeometry(kept)
        else:
            window.resize(min(WINDOW.width(), room.width()), min(WINDOW.height(), room.height()))
        if room.width() <= WINDOW.width() or (before is not None and before.isMaximized()):
            window.showMaximized()  # a laptop's whole screen is hardly enough
        else:
            window.show()
        if before is None:
            return
        before.hide()
        if self.workplace is None or before is not self.workplace.window:  # a locked window is only hidden
            before.close()
            before.deleteLater()

    def _keep_window(self, window: QWidget) -> None:
        """Where the window was and how large, for the next start."""
        QSettings().setValue("window", window.saveGeometry())

    def _direction(self) -> Direction:
        return "rtl" if direction_of(current_language()) == Qt.LayoutDirection.RightToLeft else "ltr"


def run(folder: Path | None = None) -> int:
    """Start the application on an office's folder; gives the exit status."""
    qt = make_application(sys.argv[:1])
    app = App(qt, folder or default_folder())
    app.start()
    return qt.exec()


def make_application(arguments: list[str]) -> QApplication:
    """The Qt application with its language, names and crash handling."""
    from massar_desktop.system.crash import install

    qt = QApplication(arguments)
    qt.setOrganizationName("massar")
    qt.setApplicationName("massar-desktop")
    language: Language = "fr" if QSettings().value("language") == "fr" else "ar"
    install_language(qt, language)
    install(data_folder())
    return qt


def _load() -> None:
    for name in HEAVY:
        importlib.import_module(name)


def _refuse(screen: SignIn, wrong: Exception) -> None:
    """Say on the sign-in screen what is wrong and what to do."""
    screen.show_problem(error_text(wrong))
