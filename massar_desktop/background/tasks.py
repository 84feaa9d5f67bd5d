"""Run work off the UI thread and deliver its result on it.

Work is a plain function; its result comes back through a queued signal of a relay object. When the receiver is a bound
method of a widget that is gone meanwhile, nothing is delivered (design.md 6).
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal, Slot
from shiboken6 import isValid

from massar_desktop.background.garbage import Garbage
from massar_desktop.system.memory import give_back

T = TypeVar("T")
Work = Callable[[], object]
Receiver = Callable[..., None]
_log = logging.getLogger(__name__)
READERS = 2
STOP_MS = 10_000
SWITCH_S = 0.0005
"""A thread that works lets another in so soon, and not after Python's 5 ms: a painted list asks tens of times."""


class Cancel:
    """A token that long work looks at between steps."""

    def __init__(self) -> None:
        self._asked = False

    def ask(self) -> None:
        """Ask the work to stop at its next step."""
        self._asked = True

    def __call__(self) -> bool:
        """True when the work should stop."""
        return self._asked


def beside(job: Callable[[], None]) -> Callable[[], None]:
    """Start a job that an exchange does beside itself, in a thread of its own; gives what waits for its end."""
    thread = Thread(target=job, name="beside")
    thread.start()
    return thread.join


class _Relay(QObject):
    """Carries results to the UI thread."""

    arrived = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self.closed = False
        """Nobody waits for what is still on its way: the screens it was for are being taken down."""

    @Slot(object, object)
    def _deliver(self, receiver: Receiver, result: object) -> None:
        if self.closed:
            return
        owner = getattr(receiver, "__self__", None)
        if isinstance(owner, QObject) and not isValid(owner):
            return
        receiver(result)


class _Work(QRunnable):
    def __init__(self, work: Work, done: Receiver | None, failed: Receiver, relay: _Relay) -> None:
        super().__init__()
        self._work, self._done, self._failed, self._relay = work, done, failed, relay

    def run(self) -> None:
        """Called by the pool, on its own thread."""
        try:
            result = self._work()
        except Exception as wrong:  # noqa: BLE001  # the border of a thread: every error is handed to the receiver
            self._relay.arrived.emit(self._failed, wrong)
            return
        if self._done is not None:
            self._relay.arrived.emit(self._done, result)


class Tasks(QObject):
    """Three lanes of work: `run` for short reads, `run_in_turn` for saves, whose order matters, `run_long` for an
    exchange or an import, one at a time."""

    failed = Signal(object)
    """An error that no receiver was given for (an Exception)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._relay = _Relay()
        self._short, self._long, self._turns = QThreadPool(), QThreadPool(), QThreadPool()
        self._short.setMaxThreadCount(READERS)
        self._long.setMaxThreadCount(1)
        self._turns.setMaxThreadCount(1)
        self._stopped = False
        self._asked_at = 0.0
        self._waiting: list[Callable[[], None]] | None = None
        self.garbage = Garbage(self, self._is_busy)
        sys.setswitchinterval(SWITCH_S)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run a short read in the pool; `done` gets its result, `failed` its error, both on the UI thread."""
        self._asked_at = time.monotonic()
        self._start(self._short, work, done, failed)

    def run_in_turn(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """The same for what is done in the order in which it was asked for, and to the last of it when work ends: each
        save, what is kept of a form, and what asks for that again."""
        self._asked_at = time.monotonic()
        self._start(self._turns, work, done, failed)

    @property
    def rested_ms(self) -> int:
        """How long ago short work was last asked for: while a clerk works, something is read or saved all the time."""
        return int((time.monotonic() - self._asked_at) * 1000)

    def run_large(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run short work that needs much memory: what is free is given back to the system before it and after."""
        self.run(_given_back(work), done, failed)

    def run_long(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run long work, after other long work; what is free of memory is given back before it and after."""
        self._start(self._long, _given_back(work), done, failed)

    @contextmanager
    def after_paint(self) -> Iterator[None]:
        """What is started in this block begins once the events that are due, and so what it shows, are served.

        A thread that begins to read takes Python from the one that still shows what was read before.
        """
        if self._waiting is not None:
            yield
            return
        waiting = self._waiting = []
        try:
            yield
        finally:
            self._waiting = None
            QTimer.singleShot(0, self, lambda: [start() for start in waiting])

    def tell(self, receiver: Callable[[T], None], news: T) -> None:
        """From any thread: call a receiver with news on the UI thread (progress)."""
        self._relay.arrived.emit(receiver, news)

    def stop(self) -> bool:
        """Take no more work and wait for what runs, with a limit; True when all ended. No result is delivered after."""
        self._stopped = True
        self._short.clear()
        self._long.clear()
        ended = all(pool.waitForDone(STOP_MS) for pool in (self._turns, self._short, self._long))
        self._relay.closed = True
        if ended:
            self.garbage.stop()
        return ended

    def _is_busy(self) -> bool:
        return any(pool.activeThreadCount() > 0 for pool in (self._long, self._short, self._turns))

    def _start(self, pool: QThreadPool, work: Work, done: Receiver | None, failed: Receiver | None) -> None:
        if self._stopped:
            return
        if self._waiting is not None:
            self._waiting.append(lambda: self._start(pool, work, done, failed))
            return
        pool.start(_Work(work, done, failed or self._unexpected, self._relay))

    def _unexpected(self, wrong: Exception) -> None:
        _log.error("background work failed: %s", type(wrong).__name__, exc_info=wrong)
        self.failed.emit(wrong)


def _given_back(work: Callable[[], T]) -> Callable[[], T]:
    def whole() -> T:
        give_back()
        try:
            return work()
        finally:
            give_back()

    return whole
