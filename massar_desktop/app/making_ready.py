"""What is made ready behind Home after sign-in, and the first exchange that nobody asked for: both give way to work.

A room takes some tens of milliseconds to be built and an exchange seconds of the processor; a file that is opened
meanwhile would come half as fast.
"""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer

from massar_desktop.screens.rooms import keys_of_rooms

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from massar_desktop.background.tasks import Tasks
    from massar_desktop.screens.main_window import MainWindow

FURNISH_MS: Final = 1_000
"""After the window is shown, at the latest: its search and the list of people come first."""
EXCHANGE_MS: Final = 1_500
"""The first exchange does not come before."""
ROOMS: Final = tuple(
    f"massar_desktop.{name}"
    for name in (
        "app.counter_rooms",
        "screens.act_counter",
        "screens.act_decide",
        "screens.arrivals",
        "screens.conflicts",
        "screens.exchange",
        "screens.field_visit",
        "screens.help",
        "screens.import_list",
        "screens.palette",
        "screens.person",
        "screens.stick",
    )
)
"""Loaded in the background once Home answers."""


@dataclass(frozen=True, slots=True)
class Pause:
    """How long nothing was read or saved, and for how long to wait for that at the most, in ms."""

    rested_ms: int
    most_ms: int


STEPS: Final = Pause(150, 3_000)
"""Before a room is built; for all of them together the clerk is waited for no longer than that."""
BEFORE_EXCHANGE: Final = Pause(500, 60_000)
"""News can wait: where nothing was saved the centre is asked each half hour (line_watch.py)."""


class WhenCalm(QObject):
    """Does something once the clerk pauses, or was not seen to for long enough."""

    def __init__(self, tasks: Tasks, work: Callable[[], object], pause: Pause, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._work, self._pause = tasks, work, pause
        self._until: float | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    def start(self, after_ms: int) -> None:
        """Look after so many milliseconds; what was asked for before is put off once only."""
        self._timer.start(after_ms)

    def stop(self) -> None:
        """Do nothing any more."""
        self._timer.stop()

    def _look(self) -> None:
        now = time.monotonic()
        if self._until is None:
            self._until = now + self._pause.most_ms / 1000
        missing = self._pause.rested_ms - self._tasks.rested_ms
        if missing > 0 and now < self._until:
            self._timer.start(missing)
            return
        self._work()


class MakingReady(QObject):
    """Builds the rooms that are not seen first, one at a step, then has the first exchange begin.

    `rooms` builds one at each step. Until all are there the keys that lead to them build them at once.
    """

    def __init__(self, tasks: Tasks, rooms: Iterator[None], exchange: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._rooms = tasks, rooms
        self._step = WhenCalm(tasks, self._build, STEPS, self)
        self._exchange = WhenCalm(tasks, exchange, BEFORE_EXCHANGE, self)

    def begin(self, window: MainWindow, answers: SignalInstance) -> None:
        """Home is shown: load the rooms' modules once `answers` is told, build them, then exchange."""
        window.keys.bind_early(keys_of_rooms(), self.finish)
        answers.connect(self._load, Qt.ConnectionType.SingleShotConnection)
        self._step.start(FURNISH_MS)
        self._exchange.start(EXCHANGE_MS)

    def finish(self) -> None:
        """Build what is missing at once: the first of it is asked for."""
        for _ in self._rooms:
            pass

    def hold_exchange(self) -> None:
        """No exchange that nobody asked for."""
        self._exchange.stop()

    def stop(self) -> None:
        """The office is about to be closed."""
        self._step.stop()
        self._exchange.stop()

    def _load(self) -> None:
        def load() -> None:
            for name in ROOMS:
                importlib.import_module(name)

        self._tasks.run(load, lambda _: self._step.start(0))

    def _build(self) -> None:
        """Build the next room, and the one after it when what has happened meanwhile is served."""
        if next(self._rooms, True) is None:
            self._step.start(0)
