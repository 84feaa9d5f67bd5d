"""Cyclic garbage is collected on the UI thread only.

Python collects in whatever thread happens to allocate. A closed window that hangs in a cycle (two objects that know
each other are enough) was then destroyed by a reading thread: "Timers cannot be stopped from another thread", then a
crash.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import ClassVar, Final

from PySide6.QtCore import QObject, QTimer

LOOK_MS: Final = 1_000
_OLDEST: Final = 2


class _Held:
    by: ClassVar[int] = 0


def hold() -> None:
    """Python collects nothing by itself until `release` is called as often."""
    _Held.by += 1
    gc.disable()


def release() -> None:
    """Give the collection back; the last one who held it does."""
    _Held.by -= 1
    if not _Held.by:
        gc.enable()


class Garbage(QObject):
    """Takes the collection over from Python while threads work; `stop` gives it back. Made on the UI thread."""

    def __init__(self, parent: QObject | None = None, busy: Callable[[], bool] = lambda: False) -> None:
        super().__init__(parent)
        self._stopped, self._settled, self._busy = False, False, busy
        hold()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> int:
        """Collect the oldest generation that is due by Python's own thresholds; gives how many objects went.

        While a thread is `busy` the oldest waits: what an import of 15,000 lines holds is looked at for nothing.
        """
        due = [
            at
            for at, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > limit and not (at == _OLDEST and self._busy())
        ]
        return gc.collect(max(due)) if due else 0

    def settle(self) -> None:
        """Look no more at what is there now, until `stop`: what is loaded at the start stays, and is most of all."""
        self._settled = True
        gc.freeze()

    def stop(self) -> None:
        """No thread works any more: Python may collect by itself again."""
        if not self._stopped:
            self._stopped = True
            self._timer.stop()
            if self._settled:  # what another one froze is not ours to look at again
                gc.unfreeze()
            release()
