"""Keeps the permanent strip and the badges true: figures read in the background, the state of the running exchange."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from massar_desktop.background.session import Session
from massar_desktop.background.sync_runner import WEAK_KBIT_S, Outcome, SyncRunner
from massar_desktop.screens.exchange_words import CALM, ExchangeWords, local_time
from massar_desktop.screens.rescue_offer import RescueOffer
from massar_desktop.widgets.status_strip import LineState, StripState

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.queries.figures import StripFigures
    from sync.client.clock import Clock
    from sync.client.engine import Progress

SETTLE_MS: Final = 120
"""Changes that come together are read once."""
MINUTE_MS: Final = 60_000


class StripFeed(QObject):
    """Feeds the strip: `feed.changed.connect(window.set_strip)`.

    Signals: ``changed(StripState)``, ``figured(StripFigures)`` with the numbers for badges.
    """

    changed = Signal(object)
    figured = Signal(object)

    def __init__(
        self,
        session: Session,
        runner: SyncRunner,
        clock: Clock,
        parent: QObject | None = None,
        *,
        offer: RescueOffer | None = None,
    ) -> None:
        super().__init__(parent)
        self._offer = offer
        self._session, self._runner, self._clock = session, runner, clock
        self._figures: StripFigures | None = None
        self._progress: Progress | None = None
        self._soon, self._minute = QTimer(self), QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self.refresh)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self.tell)
        self._minute.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):  # a notice is a sentence: said again once the other words are in force
            app.layoutDirectionChanged.connect(self.tell, Qt.ConnectionType.QueuedConnection)
        session.changed.connect(self._later)
        runner.started.connect(self._start)
        runner.progressed.connect(self._hear)
        runner.finished.connect(self._finish)
        self.refresh()

    def refresh(self) -> None:
        """Read the figures again, then tell."""
        identity, clerk = self._session.replica.identity, self._session.clerk

        def read() -> StripFigures:
            from massar_desktop.queries.figures import strip

            with self._session.database.read() as connection:
                return strip(connection, identity, clerk)

        self._session.tasks.run(read, self._show)

    def state(self) -> StripState:
        """The state of the strip as it is known now."""
        figures, runner, progress = self._figures, self._runner, self._progress
        done, whole = (progress.decided, progress.decided + max(progress.waiting, 0) + 1) if progress else (0, 1)
        return StripState(
            now=local_time(self._clock.now_ms()),
            last_exchange=local_time(figures.last_ms) if figures and figures.last_ms else None,
            waiting=figures.waiting if figures else 0,
            oldest=local_time(figures.oldest_ms) if figures and figures.oldest_ms else None,
            line=line_state(runner.last, figures.speed if figures else None),
            speed=figures.speed if figures else None,
            running=runner.running,
            done=done or runner.frames,
            whole=whole if done else runner.frames + 1,
            notice=notice(runner.last),
            rescue=self._is_rescue_due(figures),
        )

    def take_up_rescue(self) -> None:
        """The clerk looked at the stick: nothing is offered again today."""
        if self._offer is not None and self._is_rescue_due(self._figures):
            self._offer.take_up(self._clock.now_ms())
            self.tell()

    def _is_rescue_due(self, figures: StripFigures | None) -> bool:
        if self._offer is None or figures is None or not self._runner.possible:
            return False
        return self._offer.is_due(figures.oldest_ms if figures.waiting else None, self._clock.now_ms())

    def _later(self, _changes: object = None) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _start(self) -> None:
        self._progress = None
        self.tell()

    def _hear(self, progress: Progress) -> None:
        self._progress = progress
        self.tell()

    def _finish(self, _outcome: Outcome) -> None:
        self.refresh()
        self.tell()

    def _show(self, figures: StripFigures) -> None:
        self._figures = figures
        self.figured.emit(figures)
        self.tell()

    @Slot()
    def tell(self) -> None:
        """Tell the state again, as after a change of language."""
        self.changed.emit(self.state())


def line_state(last: Outcome | None, speed: int | None) -> LineState:
    """What the last try said of the line; a refusal of the centre is no fault of the line."""
    if last is None:
        return LineState.UNKNOWN
    if last.code == "unreachable":
        return LineState.DOWN
    if not last.reached:
        return LineState.UNKNOWN
    return LineState.WEAK if last.cuts or (speed is not None and speed < WEAK_KBIT_S) else LineState.GOOD


def notice(last: Outcome | None) -> str:
    """The sentence of an end that a person must mend; "" for all others: offline is a word, not a notice."""
    return "" if last is None or last.done or last.code in CALM else ExchangeWords().outcome(last.code).sentence
