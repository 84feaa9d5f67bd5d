"""Works the counter tasks in the real app on an office's folder, and says what each cost.

`python -m tests.benchmarks.task_driver FOLDER CLERK PASSWORD OUT TASK...` writes OUT/TASK.csv and prints as JSON, by
task, seconds, actions, keys, clicks, screens and the trace as text; and the peak memory of this process in kB.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from massar_desktop.app.main import App, make_application
from massar_desktop.app.workplace import HOME, Workplace
from massar_desktop.screens.sign_in import SignIn
from tests.benchmarks.counter_papers import papers_of
from tests.benchmarks.counter_tasks import AT_A_CENTRE, TASKS, Papers
from tests.benchmarks.klm import Clerk, Trace
from tests.benchmarks.resident import own_peak_kb

_GIVE_UP_S = 60.0
WIDTH, HEIGHT = 1366, 768


class Sitting:
    """One clerk signed in, her window in front."""

    def __init__(self, folder: Path, clerk: str, password: str) -> None:
        said = sys.excepthook
        self.qt = make_application(sys.argv[:1])
        sys.excepthook = said  # what fails is said in the terminal, not in a window of the application
        QSettings().clear()  # a first day: the counter begins with its own kind of act
        self.app = App(self.qt, folder)
        self.app.start()
        screen = self.app.window
        if isinstance(screen, SignIn):
            screen.submitted.emit(clerk, password)
        self.until(lambda: self.app.workplace is not None and self.app.workplace.is_furnished)
        place = self.app.workplace
        if place is None:
            raise RuntimeError("nobody is signed in")
        self.place: Workplace = place
        window = place.window
        window.showNormal()
        window.resize(WIDTH, HEIGHT)
        window.activateWindow()
        self.until(window.isActiveWindow)

    def until(self, condition: Callable[[], bool], *, seconds: float = _GIVE_UP_S) -> None:
        """Wait, with a limit."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError("the window does not get there")
            self.qt.processEvents()

    def rest(self, seconds: float = 0.5) -> None:
        """Let what was begun come to its end, as between two people at the counter."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.qt.processEvents()

    def go_home(self) -> None:
        """The next task starts at Home, its search focused and empty."""
        home = self.place.desk.home
        self.place.window.show_page(HOME)
        home.search.clear()
        self.until(lambda: home.finder.reading.is_read and QApplication.focusWidget() is home.search)
        self.rest()

    def work(self, name: str, papers: Papers) -> Trace:
        """Do one task and give its trace."""
        self.go_home()
        clerk = Clerk(self.qt, self.place.window, name)
        shown: list[str] = []
        self.place.window.page_shown.connect(shown.append)
        (TASKS | AT_A_CENTRE)[name](clerk, self.place, papers)
        self.place.window.page_shown.disconnect(shown.append)
        clerk.trace.screens = len(shown)
        self.rest()
        return clerk.trace


def main(arguments: list[str]) -> int:
    """Work the tasks; gives the exit status."""
    folder, clerk, password, out, *tasks = arguments
    sitting = Sitting(Path(folder), clerk, password)
    if set(tasks) & TASKS.keys():
        with sitting.place.session.database.read() as connection:
            papers = papers_of(connection)
    else:
        papers = Papers((), "", 0)
    told = {}
    for name in tasks:
        try:
            trace = sitting.work(name, papers)
        except TimeoutError:
            sitting.place.window.grab().save(str(Path(out) / f"{name}-stuck.png"))
            raise
        trace.write(Path(out))
        told[name] = {
            "seconds": trace.seconds,
            "actions": trace.actions,
            "keys": trace.keys,
            "clicks": trace.clicks,
            "screens": trace.screens,
            "trace": trace.text(),
        }
    memory = own_peak_kb()
    sys.stdout.write(json.dumps({"tasks": told, "memory_kb": memory}, ensure_ascii=False) + "\n")
    sitting.app.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
