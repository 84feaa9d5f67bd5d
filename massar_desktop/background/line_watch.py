"""When to exchange unasked: soon after something was saved, now and then for news, at once on a new network.

There is no test of "being online": the exchange itself asks the real centre. As long as it stays silent, the next try
waits longer; a network that was not there before (a cable, a telephone, another office) is tried within a minute.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from massar_desktop.background.session import Session

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.sync_runner import Outcome, SyncRunner

LOOK_MS: Final = 60_000
PATIENCE_MIN: Final = (3, 3, 6, 12, 30)
"""Minutes to the next try, by how many tries in a row found no line; the last one holds from then on."""
NEWS_MIN: Final = 30
"""Minutes after which the centre is asked for news though nothing waits here."""


def is_due(minutes: float, silent: int, *, waits: bool, moved: bool) -> bool:
    """Whether to try now: minutes since the last try, tries without a line since then, and what changed."""
    if moved:
        return True
    least = PATIENCE_MIN[min(silent, len(PATIENCE_MIN) - 1)]
    return minutes >= (least if waits else max(least, NEWS_MIN))


class LineWatch(QObject):
    """Starts quiet exchanges of one runner. Signals: ``probed(bool)`` when it has looked, with whether it started one.

    `networks` names the networks that lead out of this computer; no packet is sent for it.
    """

    probed = Signal(bool)

    def __init__(
        self,
        session: Session,
        runner: SyncRunner,
        parent: QObject | None = None,
        *,
        networks: Callable[[], list[str]] | None = None,
        minutes: Callable[[], float] = lambda: time.monotonic() / 60,
    ) -> None:
        super().__init__(parent)
        self._session, self._runner, self._networks, self._minutes = session, runner, networks, minutes
        self._known: list[str] | None = None
        self._silent = 0
        self._tried_at = 0.0
        self.timer = QTimer(self)
        self.timer.setInterval(LOOK_MS)
        self.timer.timeout.connect(self.look)
        runner.started.connect(self._note_try)
        runner.finished.connect(self._note_end)

    def begin(self) -> None:
        """Exchange now, and look each minute from here on; nothing in a practice province that no centre knows."""
        if self._runner.possible:
            self.timer.start()
            self._runner.start(quiet=True)

    @Slot()
    def look(self) -> None:
        """Look whether it is time for a quiet exchange, unless one is under way or waits for its next try."""
        if self._runner.possible and not self._runner.running and not self._runner.retry_timer.isActive():
            self._session.tasks.run(self._see, self._judge)

    def _see(self) -> tuple[bool, list[str]]:
        from massar_desktop.queries.figures import anything_waits
        from sync.client.network import local_networks

        with self._session.database.read() as connection:
            waits = anything_waits(connection)
        return waits, (self._networks or local_networks)()

    def _judge(self, seen: tuple[bool, list[str]]) -> None:
        waits, networks = seen
        moved = bool(networks) and self._known is not None and networks != self._known
        self._known = networks
        due = is_due(self._minutes() - self._tried_at, self._silent, waits=waits, moved=moved)
        started = due and self._runner.start(quiet=True)
        self.probed.emit(bool(started))

    def _note_try(self) -> None:
        self._tried_at = self._minutes()

    def _note_end(self, outcome: Outcome) -> None:
        self._silent = 0 if outcome.reached else self._silent + 1
