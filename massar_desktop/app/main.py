"""The one place that builds and connects everything: sign-in first, then the office, then its window.

Nothing heavy is imported before the sign-in screen has painted; SQL, network and keys are loaded in the background
while the clerk types her password.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from massar_desktop.background.tasks import Tasks
from massar_desktop.screens.sign_in import ClerkEntry, SignIn
from massar_desktop.system.crash import tell
from massar_desktop.system.error_words import error_text
from massar_desktop.system.locale import Language, current_language, direction_of, install_language
from massar_desktop.system.office_folders import default_folder, is_office, is_practice
from massar_desktop.system.paths import data_folder
from massar_desktop.system.single_instance import AlreadyOpen, OfficeLock
from massar_desktop.widgets import theme
from massar_desktop.widgets.tokens import Direction

if TYPE_CHECKING:
    from massar_desktop.app.workplace import Workplace
    from massar_desktop.screens.help import HelpScreen
    from sync.client.office import Office

PRACTICE_PASSWORD = "tadrib"  # shown on the sign-in screen of a practice province
WINDOW = QSize(1366, 768)
HEAVY = ("sqlalchemy", "sqlcipher3.dbapi2", "sync.client.office", "massar_desktop.app.workplace")
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
        self._help: HelpScreen | None = None
        self.tasks.failed.connect(tell)
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
        theme.apply_theme(self.qt, dark=False, direction=self._direction(), practice=practice)
        screen = SignIn([], practice_password=PRACTICE_PASSWORD if practice else "")
        self._list_clerks(screen)
        screen.language_chosen.connect(self.change_language)
        screen.submitted.connect(self._sign_in)
        QShortcut(QKeySequence(Qt.Key.Key_F1), screen).activated.connect(lambda: self._show_help("sign_in"))
        self._show(screen)
        self._take_lock(screen)
        QTimer.singleShot(0, lambda: self.tasks.run(_load))

    def show_first_run(self) -> None:
        """Offer a practice province or an enrolment."""
        from massar_desktop.app.first_run_flow import FirstRunFlow

        theme.apply_theme(self.qt, dark=False, direction=self._direction())
        flow = FirstRunFlow(self.tasks, self.folder, self)
        flow.screen.language_chosen.connect(self.change_language)
        flow.made.connect(self._made)
        flow.screen.help_requested.connect(lambda: self._show_help("first_run"))
        self._show(flow.screen)

    def change_language(self, language: Language) -> None:
        """Switch every window at once, and keep the choice."""
        theme.change_language(self.qt, language)
        QSettings().setValue("language", language)

    def close(self) -> None:
        """Stop taking work, end what runs, close the office."""
        if self._help is not None:
            self._help.close()
        if self.workplace is not None:
            self.workplace.stop()
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
        self._help.show_for(key)
        self._help.show()
        self._help.activateWindow()

    def _list_clerks(self, screen: SignIn) -> None:
        from sync.client.key_file import KeysError, clerks

        try:
            known = clerks(self.folder)
        except KeysError as wrong:
            _refuse(screen, wrong)
            return
        screen.set_clerks([ClerkEntry(str(c.clerk_id), c.name_ar, c.name_la) for c in known])

    def _take_lock(self, screen: SignIn) -> None:
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
        folder = self.folder

        def unlock() -> Office:
            from massar_desktop.system.credentials import SystemKeyring
            from sync.client.office import open_office_folder

            return open_office_folder(folder, int(clerk_id), password, SystemKeyring())

        self.tasks.run(unlock, self._open, lambda wrong: _refuse(screen, wrong))

    def _open(self, office: Office) -> None:
        from massar_desktop.app.workplace import Workplace

        self.workplace = Workplace(office, self.tasks, self)
        self.workplace.window.language_chosen.connect(self.change_language)
        self._show(self.workplace.window)
        self.workplace.begin()
        self.opened.emit(self.workplace)

    def _show(self, window: QWidget) -> None:
        before, self.window = self.window, window
        room = self.qt.primaryScreen().availableGeometry()
        if before is not None:
            window.setGeometry(before.geometry())
        else:
            window.resize(min(WINDOW.width(), room.width()), min(WINDOW.height(), room.height()))
        if room.width() <= WINDOW.width():
            window.showMaximized()  # a laptop's whole screen is hardly enough
        else:
            window.show()
        if before is not None:
            before.close()
            before.deleteLater()

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
