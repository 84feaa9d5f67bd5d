"""From a right password to an open office, for a laptop that was not seen for 45 days (sync/client/absence.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from massar_desktop.background.tasks import Tasks
from massar_desktop.screens.away import Away

if TYPE_CHECKING:  # heavy modules load after the first paint
    from sync.client.office import Office


class AwayFlow(QObject):
    """Signals: ``opened(Office)`` once the code is right, ``left()`` with the office closed."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, tasks: Tasks, office: Office, question: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._office = tasks, office
        self.screen = Away(office.replica.identity.device, question)
        self.screen.submitted.connect(self._try)
        self.screen.left.connect(self._leave)

    def _try(self, code: str) -> None:
        replica = self._office.replica

        def opens() -> str:
            """The next question; empty when the code was right."""
            from sync.client import absence
            from sync.client.clock import SystemClock

            return "" if absence.opens(replica, SystemClock(), code) else absence.question(replica)

        self._tasks.run(opens, self._tried)

    def _tried(self, question: str) -> None:
        if question:
            self.screen.refuse(question)
        else:
            self.opened.emit(self._office)

    def _leave(self) -> None:
        self._office.close()
        self.left.emit()


def question_of(office: Office) -> str:
    """What an office asks before it opens; empty when it was seen not long ago. Not on the UI thread."""
    from sync.client import absence
    from sync.client.clock import SystemClock

    return absence.question(office.replica) if absence.is_away(office.replica, SystemClock()) else ""
