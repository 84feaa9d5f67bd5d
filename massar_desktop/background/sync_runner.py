"""An exchange off the UI thread, and how it tells its steps to the screens.

A clerk starts it, or line_watch.py does quietly. A line that is cut is
tried again a few times by itself; a line that is not there is a fact for the strip, never a message.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from massar_desktop.background.erasing import erase
from massar_desktop.background.session import Session
from massar_desktop.background.tasks import Cancel, beside

if TYPE_CHECKING:  # heavy modules load after the first paint
    from sync.client.clock import Clock
    from sync.client.engine import Progress
    from sync.protocol.exchange import Exchange, Traffic
    from sync.protocol.messages import Frame

DONE: Final = "done"
FAILED: Final = "exchange_failed"
_CANCELLED: Final = "cancelled"
RETRY_S: Final = (5, 20, 60)
"""Seconds before each new try after a cut; after the last one line_watch.py takes over."""
BUSY_LIMIT_S: Final = 300
WEAK_KBIT_S: Final = 64
MEASURED_BYTES: Final = 4_000
"""Less than this says more about the round trip than about the speed of the line."""
_REQUEST_ID_BYTES: Final = 16
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an exchange ended: `code` is "done" or a stable code; what was done, over all its tries; times in ms.

    `retry_s` is when it goes on by itself (0: it does not), `cuts` how often the line was lost on the way, `speed`
    what the line was worth in kbit/s when enough was moved to tell, `quiet` that nobody had asked for it.
    """

    code: str
    progress: Progress
    at_ms: int
    took_ms: int = 0
    cuts: int = 0
    retry_s: int = 0
    speed: int | None = None
    quiet: bool = False

    @property
    def done(self) -> bool:
        """True when it came to its end."""
        return self.code == DONE

    @property
    def reached(self) -> bool:
        """True when the centre answered something."""
        return self.done or self.progress.traffic.bytes_down > 0


@dataclass(slots=True)
class _Try:
    """One run of the engine, on the thread of long work. `progress` is the engine's own, still moving."""

    cancel: Cancel
    continues: int
    all_papers: bool = False
    started_ms: int = 0
    ended_ms: int = 0
    code: str = DONE
    retry_after_s: int = 0
    row: int = 0
    requests: int = 0
    traffic: Traffic | None = None
    progress: Progress | None = None


@dataclass(slots=True)
class _Series:
    """One exchange as the clerk sees it: its tries, and what they did together."""

    quiet: bool
    all_papers: bool = False
    tries: int = 0
    row: int = 0
    took_ms: int = 0
    cuts: int = 0
    before: Progress | None = None
    cancel: Cancel = field(default_factory=Cancel)


class _Watched:
    """A carrier that tells what was asked and moved, even when no frame ever came."""

    def __init__(self, carrier: Exchange, attempt: _Try) -> None:
        self._carrier, self._attempt = carrier, attempt

    def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        """Send and receive as the carrier does."""
        self._attempt.requests += 1
        self._attempt.traffic = traffic
        yield from self._carrier.exchange(frames, traffic)


class SyncRunner(QObject):
    """Runs exchanges one at a time. `carrier_factory` is called on the thread of long work, `sign` too.

    Signals: ``started()`` at each try, ``progressed(Progress)`` after each frame kept, ``finished(Outcome)`` at the
    end of each try.
    """

    started = Signal()
    progressed = Signal(object)
    finished = Signal(object)

    def __init__(
        self,
        session: Session,
        carrier_factory: Callable[[], Exchange],
        sign: Callable[[bytes], bytes],
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._carrier_factory, self._sign, self._clock = session, carrier_factory, sign, clock
        self._series: _Series | None = None
        self._running = False
        self.frames = 0
        self.last: Outcome | None = None
        self.retry_timer = QTimer(self)
        self.retry_timer.setSingleShot(True)
        self.retry_timer.timeout.connect(self._go_on)

    @property
    def running(self) -> bool:
        """True while an exchange is under way (not while it waits for its next try)."""
        return self._running

    @property
    def possible(self) -> bool:
        """False in a practice province that no centre knows: nothing is ever sent from there."""
        return not self._session.replica.identity.unenrolled

    def start(self, *, quiet: bool = False, all_papers: bool = False) -> bool:
        """Start an exchange; False when one is under way or none is possible.

        With `all_papers` it carries every paper that waits, however long that takes; else a few pages of them.
        """
        if self._running or not self.possible:
            return False
        self.retry_timer.stop()
        self._series = _Series(quiet, all_papers)
        self._run(self._series)
        return True

    def stop(self) -> None:
        """Stop at the next frame, or give up the next try. What arrived stays; what did not, waits."""
        if self._series is not None:
            self._series.cancel.ask()
        if self.retry_timer.isActive():
            self.retry_timer.stop()
            if self.last is not None:
                self.last = replace(self.last, retry_s=0)
                self.finished.emit(self.last)

    @Slot()
    def _go_on(self) -> None:
        self.retry_timer.stop()
        if self._series is not None and not self._running:
            self._run(self._series)

    def _run(self, series: _Series) -> None:
        self._running, self.frames = True, 0
        attempt = _Try(series.cancel, series.row, series.all_papers)
        self.started.emit()
        self._session.tasks.run_long(lambda: self._exchange(attempt), self._ended, self._broken)

    # -- on the thread of long work --------------------------------------------------------------------------

    def _exchange(self, attempt: _Try) -> _Try:
        from sync.client.errors import Busy, EraseOrdered, ExchangeError
        from sync.protocol import dictionary
        from sync.storage.errors import StorageError

        attempt.started_ms = self._clock.now_ms()

        try:
            self._go_through(attempt)
        except EraseOrdered as order:
            attempt.code = order.code
            erase(self._session, self._sign)
            return attempt  # there is no journal any more
        except ExchangeError as wrong:
            attempt.code = wrong.code
            attempt.retry_after_s = wrong.retry_after_s if isinstance(wrong, Busy) else 0
        except StorageError as wrong:
            attempt.code = wrong.code
        finally:
            dictionary.let_go()  # 6 MB for the few exchanges of a day; to read it again takes a tenth of a second
        attempt.ended_ms = self._clock.now_ms()
        attempt.progress = _whole(attempt)
        self._keep(attempt)
        return attempt

    def _go_through(self, attempt: _Try) -> None:
        """Run the engine over the carrier, at the pace of its network. Raises ExchangeError, StorageError."""
        from sync.client.courier import AUTOMATIC, UNLIMITED
        from sync.client.engine import Engine, Hooks
        from sync.client.journal import Journal
        from sync.client.paced import PacedExchange
        from sync.storage.errors import StorageError

        def progressed(progress: Progress) -> None:
            attempt.progress = progress
            self._session.tasks.tell(self._heard, _copy(progress))

        replica = self._session.replica
        journal = Journal(replica.database, replica.tables)
        paced = PacedExchange(self._carrier_factory(), journal, lambda: time.monotonic() * 1000)
        hooks = Hooks(
            request_id=lambda: os.urandom(_REQUEST_ID_BYTES),
            sign=self._sign,
            cancelled=attempt.cancel,
            progressed=progressed,
            changed=self._session.announce,
            beside=beside,
            papers=UNLIMITED if attempt.all_papers else AUTOMATIC,
            pacer=paced.pacer,
        )
        try:
            attempt.progress = Engine(replica, _Watched(paced, attempt), hooks).run()
        finally:
            paced.close()
            try:
                paced.keep()
            except StorageError as wrong:  # what the line was worth must not hide how the exchange ended
                _log.info("the pace is not kept: %s", wrong.code)

    def _keep(self, attempt: _Try) -> None:
        """Write the journal; a full disk must not hide how the exchange ended."""
        from sync.client.journal import Exchanged, Journal
        from sync.storage.errors import StorageError

        progress = _whole(attempt)
        exchanged = Exchanged(
            at_ms=attempt.ended_ms,
            outcome=attempt.code,
            requests=progress.requests,
            bytes_up=progress.traffic.bytes_up,
            bytes_down=progress.traffic.bytes_down,
            sent=progress.decided,
            received=progress.received + progress.rows,
            conflicts=progress.conflicts,
            rejected=progress.rejected,
        )
        replica = self._session.replica
        journal = Journal(replica.database, replica.tables)
        try:
            attempt.row = journal.add(exchanged, continues=attempt.continues)
        except StorageError as wrong:
            _log.info("the exchange is not in the journal: %s", wrong.code)

    # -- on the UI thread ------------------------------------------------------------------------------------

    def _heard(self, progress: Progress) -> None:
        self.frames += 1
        series = self._series
        self.progressed.emit(_sum(series.before, progress) if series and series.before else progress)

    def _ended(self, attempt: _Try) -> None:
        series = self._series
        if series is None:
            return
        progress = _whole(attempt)
        series.row = attempt.row
        series.took_ms += max(attempt.ended_ms - attempt.started_ms, 0)
        series.cuts += attempt.code == "unreachable" and progress.traffic.bytes_down > 0
        series.before = _sum(series.before, progress) if series.before else progress
        outcome = Outcome(
            code=attempt.code,
            progress=series.before,
            at_ms=attempt.ended_ms,
            took_ms=series.took_ms,
            cuts=series.cuts,
            retry_s=self._next_try_s(series, attempt),
            speed=_speed(attempt),
            quiet=series.quiet,
        )
        self._finish(outcome)
        if outcome.retry_s:
            series.tries += 1
            self.retry_timer.start(outcome.retry_s * 1000)

    def _next_try_s(self, series: _Series, attempt: _Try) -> int:
        """Seconds to the next try: after a cut, or a line that a clerk asked for; a probe without a line just ends."""
        if series.cancel() or series.tries >= len(RETRY_S):
            return 0
        if attempt.code == "busy":
            return min(max(attempt.retry_after_s, 1), BUSY_LIMIT_S)
        in_the_middle = series.before is not None and series.before.traffic.bytes_down > 0
        if attempt.code == "unreachable" and (in_the_middle or not series.quiet):
            return RETRY_S[series.tries]
        return 0

    def _broken(self, wrong: Exception) -> None:
        """A fault of our own: the exchange is over, and the fault is told as any other."""
        from sync.client.engine import Progress

        _log.error("the exchange failed: %s", type(wrong).__name__, exc_info=wrong)
        self._finish(Outcome(FAILED, Progress(), self._clock.now_ms()))
        self._session.tasks.failed.emit(wrong)

    def _finish(self, outcome: Outcome) -> None:
        self._running = False
        self.last = outcome
        self.finished.emit(outcome)


def _copy(progress: Progress) -> Progress:
    """A copy that the engine no longer moves."""
    from sync.protocol.exchange import Traffic

    moved = Traffic(progress.traffic.bytes_up, progress.traffic.bytes_down)
    return replace(progress, traffic=moved)


def _whole(attempt: _Try) -> Progress:
    """What a try did, also when it ended before its first frame."""
    from sync.client.engine import Progress

    if attempt.progress is not None:
        return attempt.progress
    progress = Progress(requests=attempt.requests)
    if attempt.traffic is not None:
        progress.traffic = attempt.traffic
    return progress


def _sum(one: Progress, other: Progress) -> Progress:
    """Two tries of one exchange together; what waits is as the later one left it."""
    from sync.protocol.exchange import Traffic

    return replace(
        other,
        requests=one.requests + other.requests,
        sent=one.decided + other.sent,
        decided=one.decided + other.decided,
        received=one.received + other.received,
        rows=one.rows + other.rows,
        conflicts=one.conflicts + other.conflicts,
        rejected=one.rejected + other.rejected,
        papers_sent=one.papers_sent + other.papers_sent,
        papers_received=one.papers_received + other.papers_received,
        traffic=Traffic(
            one.traffic.bytes_up + other.traffic.bytes_up, one.traffic.bytes_down + other.traffic.bytes_down
        ),
    )


def _speed(attempt: _Try) -> int | None:
    """What the line was worth in kbit/s; None when too little was moved or no time passed."""
    traffic = _whole(attempt).traffic
    moved, took_ms = traffic.bytes_up + traffic.bytes_down, attempt.ended_ms - attempt.started_ms
    return max(moved * 8 // took_ms, 1) if moved >= MEASURED_BYTES and took_ms > 0 else None
