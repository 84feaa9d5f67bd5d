"""Starts the real app on an office's folder, signs in at once, and says when it painted and when the list was usable.

`python -m tests.benchmarks.start_driver FOLDER CLERK PASSWORD` prints the moments of the machine's monotonic clock, in
seconds, as {"painted": s, "usable": s}: whoever started this process knows when that was.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from massar_desktop.app.main import App, make_application
from massar_desktop.screens.sign_in import SignIn

if TYPE_CHECKING:
    from massar_desktop.app.workplace import Workplace

_GIVE_UP_MS = 60_000


class Stopwatch(QObject):
    """Notes the first paint of the sign-in screen, then of Home, once its search and the list of people answer."""

    def __init__(self, app: App, clerk: str, password: str) -> None:
        super().__init__()
        self._app, self._clerk, self._password = app, clerk, password
        self._viewport: QWidget | None = None
        self._filled = False
        self.moments: dict[str, float] = {}
        app.opened.connect(self._opened)
        if app.window is not None:
            app.window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at paint events, and let them through."""
        if event.type() == QEvent.Type.Paint:
            if watched is self._app.window and "painted" not in self.moments:
                self.moments["painted"] = time.monotonic()
                QTimer.singleShot(0, self._sign_in)
            elif watched is self._viewport and self._filled:
                self._viewport = None
                QTimer.singleShot(0, self._usable)  # when this paint is done
        return super().eventFilter(watched, event)

    def _sign_in(self) -> None:
        if isinstance(self._app.window, SignIn):
            self._app.window.submitted.emit(self._clerk, self._password)

    def _opened(self, workplace: Workplace) -> None:
        home = workplace.desk.home
        self._viewport = home.search
        self._viewport.installEventFilter(self)
        workplace.people.model.modelReset.connect(self._fill)
        home.finder.reading.found.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        place = self._app.workplace
        if place is not None and place.people.model.rowCount() and place.desk.home.finder.reading.is_read:
            self._filled = True
            place.desk.home.search.update()

    def _usable(self) -> None:
        self.moments["usable"] = time.monotonic()
        self._app.qt.quit()


def main(arguments: list[str]) -> int:
    """Run; 1 when the list did not come."""
    folder, clerk, password = arguments
    qt = make_application(sys.argv[:1])
    app = App(qt, Path(folder))
    app.start()
    watch = Stopwatch(app, clerk, password)
    QTimer.singleShot(_GIVE_UP_MS, qt.quit)
    qt.exec()
    sys.stdout.write(json.dumps(watch.moments) + "\n")
    return 0 if "usable" in watch.moments else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
