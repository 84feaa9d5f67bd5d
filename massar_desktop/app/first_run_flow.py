"""From the first-run screen to an office: made in the background, its recovery code shown, its folder handed over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from massar_desktop.background import first_sticks
from massar_desktop.background.new_office import PRACTICE_PEOPLE, PracticeWish, enrol_office, make_practice_office
from massar_desktop.background.office_keeper import bring
from massar_desktop.background.stick_runner import LOOK_MS
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
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._look_for_sticks)
        self.screen.stick_page_shown.connect(self._watch)
        by_stick = self.screen.by_stick
        by_stick.asked.connect(self._ask_by_stick)
        by_stick.answered.connect(self._finish_by_stick)
        by_stick.given_up.connect(self._give_up)
        self.screen.bring.brought.connect(self._bring)
        tasks.run(lambda: first_sticks.is_asked(folder), self._resume)

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

    def _resume(self, asked: bool) -> None:
        """Open on the page that waits for a reply, where one was asked for."""
        self.screen.by_stick.set_waiting(waiting=asked)
        if asked:
            self.screen.choice.by_stick.click()

    def _watch(self, watching: bool) -> None:
        if watching:
            self._look.start()
            self._look_for_sticks()
        else:
            self._look.stop()

    def _look_for_sticks(self) -> None:
        self._tasks.run(first_sticks.look, self._show_sticks)

    def _show_sticks(self, sticks: tuple[first_sticks.FirstStick, ...]) -> None:
        self.screen.by_stick.show_sticks(sticks)
        self.screen.bring.show_sticks(sticks)

    def _ask_by_stick(self, stick: first_sticks.FirstStick, code: str, password: str) -> None:
        self.screen.set_progress(self._copying(), 0, 0)
        self._tasks.run_long(lambda: first_sticks.ask(self._folder, stick, code, password), self._asked, self._refused)

    def _asked(self, _file: Path) -> None:
        self.screen.set_busy(busy=False)
        self.screen.by_stick.say_asked()

    def _finish_by_stick(self, reply: Path, password: str) -> None:
        self.screen.set_progress(self._copying(), 0, 0)

        def finish() -> NewOffice:
            made = first_sticks.finish(self._folder, reply, password, lambda rows: self._tasks.tell(self._copied, rows))
            made.replica.close()
            return made

        self._tasks.run_long(finish, self._enrolled, self._refused)

    def _give_up(self) -> None:
        self._tasks.run(
            lambda: first_sticks.forget(self._folder), lambda _: self.screen.by_stick.set_waiting(waiting=False)
        )

    def _bring(self, stick: first_sticks.FirstStick, clerk: int, code: str, password: str) -> None:
        self.screen.set_progress(self._copying(), 0, 0)
        source = stick.office
        if source is None:
            return

        def copy() -> Path:
            bring(source, self._folder, code, clerk, password)
            return self._folder

        self._tasks.run_long(copy, self.made.emit, self._refused)

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
