"""From the first-run screen to an office: made in the background, its recovery code shown, its folder handed over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from massar_desktop.background.new_office import PRACTICE_PEOPLE, PracticeWish, enrol_office, make_practice_office
from massar_desktop.background.tasks import Tasks
from massar_desktop.screens.first_run import FirstRun
from massar_desktop.system.error_words import error_text
from massar_desktop.system.paths import office_folder

if TYPE_CHECKING:
    from sync.client.enrolment import NewOffice

_PRACTICE_SEED = 1


class FirstRunFlow(QObject):
    """Signals: ``made(Path)`` when an office is there and its recovery code was noted."""

    made = Signal(object)

    def __init__(self, tasks: Tasks, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.screen = FirstRun()
        self._tasks = tasks
        self._folder = folder
        self._made_in: Path | None = None
        self.screen.practice_chosen.connect(self._practise)
        self.screen.enrolment_submitted.connect(self._enrol)
        self.screen.finished.connect(self._finish)

    def _practise(self) -> None:
        folder = self._folder if self._folder != office_folder() else office_folder(practice=True)
        self.screen.set_progress(self._making(), 0, PRACTICE_PEOPLE)

        def make() -> Path:
            wish = PracticeWish(people=PRACTICE_PEOPLE, seed=_PRACTICE_SEED)
            made = make_practice_office(folder, wish, lambda people: self._tasks.tell(self._counted, people))
            made.replica.close()
            return folder

        self._tasks.run_long(make, self.made.emit, self._refused)

    def _enrol(self, address: str, code: str, password: str) -> None:
        self.screen.set_progress(self._copying(), 0, 0)
        folder = self._folder

        def enrol() -> NewOffice:
            made = enrol_office(folder, address, code, password, lambda rows: self._tasks.tell(self._copied, rows))
            made.replica.close()
            return made

        self._tasks.run_long(enrol, self._enrolled, self._refused)

    def _enrolled(self, made: NewOffice) -> None:
        self._made_in = self._folder
        self.screen.show_recovery_code(made.recovery_code)

    def _finish(self) -> None:
        if self._made_in is not None:
            self.made.emit(self._made_in)

    def _refused(self, wrong: Exception) -> None:
        self.screen.show_problem(error_text(wrong))

    def _counted(self, people: int) -> None:
        self.screen.set_progress(self._making(), people, PRACTICE_PEOPLE)

    def _copied(self, rows: int) -> None:
        self.screen.set_progress(self._copying(), rows, 0)

    def _making(self) -> str:
        return QCoreApplication.translate("App", "Making a practice province...")

    def _copying(self) -> str:
        return QCoreApplication.translate("App", "Taking the first copy of the province...")
