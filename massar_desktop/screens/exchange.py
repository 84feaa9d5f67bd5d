"""Send and receive: what will travel and what stays, the exchange under way, what came of it, and the last ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massar_desktop.background.session import Session
from massar_desktop.background.sync_runner import Outcome, SyncRunner
from massar_desktop.screens.exchange_parts import AfterOrDuring, HistoryCard, LineCard, StickCard, WaitingCard
from massar_desktop.screens.exchange_words import ExchangeWords, Message, local_time
from massar_desktop.screens.following import Following
from massar_desktop.widgets.bidi import group
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Page

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.queries.exchange import DayOfLine, Waiting
    from massar_desktop.queries.expected import Expected
    from sync.client.clock import Clock
    from sync.client.engine import Progress
    from sync.client.journal import Exchanged

SIDE_WIDTH: Final = 330


@dataclass(frozen=True, slots=True)
class Travels:
    """What an exchange would carry now, what it would probably bring (None: unknown), how the last ones went, and what
    the line did in a week.
    """

    waiting: Waiting
    expected: Expected | None
    history: tuple[Exchanged, ...]
    week: tuple[DayOfLine, ...] = ()


class ExchangeScreen(Page):
    """The page of exchanges. Its key starts one from any page (MainWindow.key_pressed), Escape stops it.

    Signals: ``conflicts_requested()``, ``tray_requested()``, ``stick_requested()``,
    ``arrivals_requested()``, ``counted(Travels)`` after each reading.
    """

    conflicts_requested = Signal()
    tray_requested = Signal()
    stick_requested = Signal()
    arrivals_requested = Signal()
    counted = Signal(object)

    def __init__(self, session: Session, runner: SyncRunner, clock: Clock) -> None:
        super().__init__()
        self._session, self._runner, self._clock = session, runner, clock
        self._read: Travels | None = None
        self._progress: Progress | None = None
        self._stopping = self._stop_had_focus = False
        self._arrived = 0
        self._build()
        self._listen()
        self.retranslate()
        self.refresh()

    def press(self) -> None:
        """Start an exchange, or stop the one under way."""
        if self._runner.running:
            self.stop()
        else:
            self.start()

    def start(self) -> None:
        """Start an exchange, as F9 does; one that is under way goes on."""
        self._runner.start(all_papers=self.waiting_card.all_papers.isChecked())

    def stop(self) -> None:
        """Stop the exchange under way at its next frame, or give up the next try."""
        self._stopping = self._runner.running
        self._stop_had_focus = self.stop_button.hasFocus()  # which a button loses that is switched off
        self._runner.stop()
        self._write()

    def refresh(self) -> None:
        """Read what waits and the last exchanges again."""
        identity, clerk, now_ms = self._session.replica.identity, self._session.clerk, self._clock.now_ms()

        def read() -> Travels:
            from massar_desktop.queries.exchange import history, waiting, week
            from massar_desktop.queries.expected import expected

            with self._session.database.read() as connection:
                coming = expected(connection, now_ms)
                carried = waiting(connection, identity, clerk)
                return Travels(carried, coming, history(connection), week(connection, now_ms))

        self._session.tasks.run(read, self._show)

    def show_arrivals(self, files: int) -> None:
        """Say how many files others have changed since the clerk looked."""
        self._arrived = files
        self.news.setVisible(files > 0)
        words = self.tr("Changed by others: %n file(s)", "", files)
        self.news.setText(words.replace(str(files), group(files), 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops."""
        waiting = self._runner.running or self._runner.retry_timer.isActive()
        if event.key() == Qt.Key.Key_Escape and not event.modifiers() and waiting:
            self.stop()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.button.setText(self.tr("Send and receive now"))
        self.stop_button.setText(self.tr("Stop"))
        self.show_arrivals(self._arrived)
        for part in (self.waiting_card, self.progress_card, self.line_card, self.stick_card, self.history_card):
            part.retranslate()
        self._write()

    def _build(self) -> None:
        self.button = Button("", "primary", icon="arrow-up-down", key="F9")
        self.stop_button = Button("", "plain", icon="pause", key="Esc")
        self.button.clicked.connect(self.press)
        self.stop_button.clicked.connect(self.stop)
        for button in (self.button, self.stop_button):
            button.setFixedHeight(42)
            self.add_action(button)
        self.news = Button("", "plain", icon="download", key="Shift F9")
        self.news.clicked.connect(self.arrivals_requested)
        self.header.insertWidget(self.header.indexOf(self.button), self.news)
        self.setFocusProxy(self.button)
        words = ExchangeWords(self)
        self.progress_card, self.waiting_card = AfterOrDuring(words), WaitingCard(words)
        self.line_card, self.history_card = LineCard(words), HistoryCard(words)
        self.stick_card = StickCard()
        self.stick_card.button.clicked.connect(self.stick_requested)
        main, side = QVBoxLayout(), QVBoxLayout()
        self._gaps = [main, side]
        main.addWidget(self.progress_card)
        main.addWidget(self.waiting_card, 1)
        side.addWidget(self.line_card)
        side.addWidget(self.stick_card)
        side.addWidget(self.history_card)
        side.addStretch(1)
        beside = QWidget()
        beside.setFixedWidth(SIDE_WIDTH)
        beside.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(main, 1)
        row.addWidget(beside)
        self.body.addLayout(row, 1)
        self._words = words

    def _listen(self) -> None:
        Following(self._session, self, self.refresh, counted=True)  # Home says what would travel, too
        self._runner.started.connect(self._start)
        self._runner.progressed.connect(self._hear)
        self._runner.finished.connect(self._finish)
        self.progress_card.conflicts_requested.connect(self.conflicts_requested)
        self.progress_card.tray_requested.connect(self.tray_requested)

    def set_compact(self, *, compact: bool) -> None:
        """Take the gaps of the roomy or the compact window."""
        super().set_compact(compact=compact)
        for column in getattr(self, "_gaps", ()):
            column.setSpacing(8 if compact else 12)

    def _start(self) -> None:
        self._progress, self._stopping = None, False
        had_focus = self.button.hasFocus()
        self._write()
        if had_focus:
            self.stop_button.setFocus()

    def _hear(self, progress: Progress) -> None:
        self._progress = progress
        self._write()

    def _finish(self, outcome: Outcome) -> None:
        self._stopping = False
        self._progress = outcome.progress
        had_focus = self.stop_button.hasFocus() or self._stop_had_focus
        self._stop_had_focus = False
        self._write()
        if had_focus:
            self.button.setFocus()
        self.refresh()

    def _show(self, read: Travels) -> None:
        self._read = read
        self._write()
        self.counted.emit(read)

    def _write(self) -> None:
        running = self._runner.running
        retrying = self._runner.retry_timer.isActive()
        self.button.setVisible(not running)
        self.button.setEnabled(self._runner.possible)
        self.stop_button.setVisible(running or retrying)
        self.stop_button.setEnabled(not self._stopping)
        self.title.setText(self.tr("Exchange under way…") if running else self.tr("Exchange"))
        self.beside.setText(self._under_title(running))
        self._write_progress(running)
        read = self._read
        if read is not None:
            self.waiting_card.write(read.waiting, read.expected, running=running)
            now = local_time(self._clock.now_ms())
            self.history_card.write(read.history, now.date())
            self.line_card.write(self._runner.last, read.waiting.speed, read.week)

    def _under_title(self, running: bool) -> str:
        if not self._runner.possible:
            return self.tr("Practice on this computer only: nothing is sent.")
        if self._stopping:
            return self.tr("Stopping after the piece that is on its way…")
        if running:
            return self.tr("You can go on working: an exchange stops no screen.")
        return self.tr("See what will travel before it starts. Files can be worked on at any time.")

    def _write_progress(self, running: bool) -> None:
        last = self._runner.last
        if running:
            self.progress_card.write_running(self._progress, self._runner.frames)
        elif last is not None and self._is_news(last):
            self.progress_card.write_outcome(last, self._message(last))
        else:
            self.progress_card.write_nothing(offline=last is not None and last.code == "unreachable")

    def _is_news(self, last: Outcome) -> bool:
        """False for a quiet try without a line, and for an old "all is exchanged" once something waits again."""
        waits = self._read is not None and self._read.waiting.operations > 0
        if last.done and last.progress.conflicts + last.progress.rejected == 0:
            return not waits
        return last.reached or not last.quiet or last.code != "unreachable"

    def _message(self, outcome: Outcome) -> Message:
        message = self._words.outcome(outcome.code)
        if outcome.retry_s:
            again = self.tr("Trying again by itself in %1").replace("%1", self._words.seconds(outcome.retry_s))
            return Message(message.sentence, f"{message.remedy} {again}".strip(), message.tone)
        return message
