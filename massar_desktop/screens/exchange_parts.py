"""The cards of the page of exchanges: under way or just ended, what waits, the line, the last ones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from massar_desktop.background.sync_runner import WEAK_KBIT_S, Outcome
from massar_desktop.screens.exchange_words import WAITING_ICONS, ExchangeWords, Message, local_time, with_number
from massar_desktop.widgets.bidi import group, isolate, ltr, moment, week_day
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card, Line
from massar_desktop.widgets.check_box import CheckBox
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.message_line import EmptyState, MessageLine
from massar_desktop.widgets.meter import ProgressCells
from massar_desktop.widgets.rows import FIGURE_WIDTH, Counter, LineOfHistory, TileRow
from massar_desktop.widgets.tokens import Tone
from massar_desktop.widgets.week_chart import Column, WeekChart

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.queries.conflicts import FileName
    from massar_desktop.queries.exchange import DayOfLine, Waiting
    from massar_desktop.queries.expected import Expected
    from sync.client.engine import Progress
    from sync.client.journal import Exchanged

CELLS: Final = 28
SHOWN_HISTORY: Final = 3


class AfterOrDuring(Card):
    """One cell a piece that is safe, the four counts, and how it ended.

    Signals: ``conflicts_requested()``, ``tray_requested()``.
    """

    conflicts_requested = Signal()
    tray_requested = Signal()

    def __init__(self, words: ExchangeWords) -> None:
        super().__init__()
        self._words = words
        self.message = MessageLine()
        self.cells = ProgressCells()
        self._pieces, self._safe = Label("", "cap", "text2"), Label("", "cap", "text2")
        self.counters = [Counter() for _ in range(4)]
        self.conflicts = Button("", "plain", icon="git-compare", key="F6")
        self.tray = Button("", "plain", icon="rotate-ccw")
        self.conflicts.clicked.connect(self.conflicts_requested)
        self.tray.clicked.connect(self.tray_requested)
        row, under = QHBoxLayout(), QHBoxLayout()
        for counter in self.counters:
            row.addWidget(counter, 1)
        for button in (self.conflicts, self.tray):
            row.addWidget(button)
        under.addWidget(self._pieces)
        under.addStretch(1)
        under.addWidget(self._safe)
        self.body.addWidget(self.message)
        self.body.addLayout(row)
        self.body.addWidget(self.cells)
        self.body.addLayout(under)

    def retranslate(self) -> None:
        """Write the fixed words."""
        self.conflicts.setText(self.tr("See conflicts"))
        self.tray.setText(self.tr("See returned"))
        self._safe.setText(self.tr("Stopping is safe: what arrived stays, what did not arrive waits here."))

    def write_running(self, progress: Progress | None, frames: int) -> None:
        """Show an exchange under way: `frames` are safe on this computer."""
        self.show()
        self.message.set_message("")
        words = self._words.pieces(frames)
        whole = max(CELLS, -(-(frames + 1) // CELLS) * CELLS)
        self.cells.set_progress(frames, whole, running=True, sentence=words)
        self._pieces.setText(words)
        self._count(progress)
        self._show_parts(cells=True, counts=True)

    def write_outcome(self, outcome: Outcome, message: Message) -> None:
        """Show how it ended."""
        self.show()
        progress = outcome.progress
        said = message.sentence
        if outcome.cuts:
            said = f"{said} ({self._words.cuts(outcome.cuts)})"
        self.message.set_message(said, message.remedy, message.tone)
        self._count(progress)
        self._show_parts(cells=False, counts=outcome.reached)
        self.conflicts.setVisible(progress.conflicts > 0)
        self.tray.setVisible(progress.rejected > 0)

    def write_nothing(self, *, offline: bool) -> None:
        """Before the first exchange, or with no line that anybody had asked for."""
        self.setVisible(offline)
        message = self._words.outcome("unreachable")
        self.message.set_message(message.sentence if offline else "", message.remedy, message.tone)
        self._show_parts(cells=False, counts=False)

    def _show_parts(self, *, cells: bool, counts: bool) -> None:
        for part in (self.cells, self._pieces, self._safe):
            part.setVisible(cells)
        for counter in self.counters:
            counter.setVisible(counts)
        for button in (self.conflicts, self.tray):
            button.hide()

    def _count(self, progress: Progress | None) -> None:
        sent = progress.decided if progress else 0
        received = progress.received + progress.rows if progress else 0
        waiting = max(progress.waiting, 0) if progress else 0
        conflicts = progress.conflicts + progress.rejected if progress else 0
        captions = (self.tr("Sent"), self.tr("Received"), self.tr("Waiting"), self.tr("Conflict or returned"))
        inks = ("", "", "warn" if waiting else "", "danger" if conflicts else "")
        for counter, number, caption, ink in zip(
            self.counters, (sent, received, waiting, conflicts), captions, inks, strict=True
        ):
            counter.write(group(number), caption, ink)


class WaitingCard(Card):
    """What will travel, kind by kind, with bytes and seconds; what stays on this computer."""

    def __init__(self, words: ExchangeWords) -> None:
        super().__init__("…")
        self._words = words
        self.rows = {what: TileRow(*look) for what, look in WAITING_ICONS.items()}
        self.papers, self.all_papers = TileRow("paperclip", "info"), CheckBox()
        self.all_papers.toggled.connect(lambda _: self._write_papers())
        self._waiting: Waiting | None = None
        self._expected: Expected | None = None
        self.comes = TileRow("download", "plum")
        self.stays, self._line = TileRow("monitor", "neutral"), Line()
        self._size, self._time = Label("", "cap", "text3"), Label("", "cap", "text3")
        for label in (self._size, self._time):
            label.setFixedWidth(FIGURE_WIDTH)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.head.addWidget(label)
        self.nothing = EmptyState("check")
        self.total = Label("", "h3")
        self.note = MessageLine("…", "", "ok")
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for row in self.rows.values():
            column.addWidget(row)
        column.addWidget(self.papers)
        column.addWidget(self.all_papers)
        self.papers.hide()  # until it is known whether there are any
        self.all_papers.hide()
        column.addWidget(self.nothing)
        column.addWidget(self._line)
        column.addWidget(self.comes)
        column.addWidget(self.stays)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part in (inside, scroll.viewport()):
            part.setAutoFillBackground(False)  # the card's own ground shows through
        scroll.setMinimumHeight(120)
        note = Card(ground="note")
        note.body.addWidget(self.note)
        self.body.addWidget(scroll, 1)
        self.body.addWidget(self.total)
        self.body.addWidget(note)

    def retranslate(self) -> None:
        """Write the fixed words."""
        self.set_title(self.tr("Will be sent"))
        self._size.setText(self.tr("kB"))
        self._time.setText(self.tr("Time"))
        self.nothing.set_text(
            self.tr("Nothing waits"),
            self.tr("Everything saved here has reached the centre. An exchange brings what is new."),
        )
        self.all_papers.setText(self.tr("Send all scans now, however long it takes"))
        self._write_papers()
        self.note.set_message(
            self.tr("All that travels is encrypted and signed with the key of this computer."), "", "ok"
        )

    def write(self, waiting: Waiting, expected: Expected | None, *, running: bool) -> None:
        """Show what waits, and what will probably come."""
        self._waiting, self._expected = waiting, expected
        kinds = {kind.what: kind for kind in waiting.kinds}
        for what, row in self.rows.items():
            kind = kinds.get(what)
            row.setVisible(kind is not None)
            if kind is not None:
                size = self._words.size(kind.size).split("\u202f")[0]
                figures = (ltr(size), self._words.seconds(waiting.seconds(kind.size)))
                row.write(self._words.waiting(what, kind.operations), self._words.files(kind.files), figures)
        anything = bool(kinds) or waiting.papers > 0
        self.nothing.setVisible(not anything)
        for label in (self._size, self._time):
            label.setVisible(anything or expected is not None)
        self._write_comes(waiting)
        self._write_papers()
        self._write_stays(waiting)
        self.setEnabled(not running)

    def _write_papers(self) -> None:
        """Scans apart: they travel last, a part of them each time unless the clerk wants them all."""
        waiting = self._waiting
        if waiting is None:
            return
        now, every = waiting.papers_now(every=self.all_papers.isChecked()), waiting.papers_now(every=True)
        self.papers.setVisible(waiting.papers > 0)
        self.all_papers.setVisible(every > waiting.papers_now(every=False))
        second = self.tr("last, and on from where a cut left them")
        if now < every:
            second = self.tr("a part each time, %1 in all").replace("%1", self._words.size(every))
        figures = (ltr(self._words.size(now).split("\u202f")[0]), self._words.seconds(waiting.seconds(now)))
        self.papers.write(self._words.waiting("scans", waiting.papers), second, figures)
        self._write_total(waiting, now)

    def _write_comes(self, waiting: Waiting) -> None:
        """What comes is the centre's to say: here stands what the last two weeks make probable."""
        coming = self._expected
        if coming is None:
            self.comes.write(self.tr("Will be received"), self.tr("not known before the centre answers"), ("—", "—"))
            return
        size = self._words.size(coming.size).split("\u202f")[0]
        self.comes.write(
            self._changes(coming.changes),
            self.tr("received; an estimate, by the last two weeks"),
            (ltr(f"≈ {size}"), self._words.seconds(waiting.seconds(coming.size))),
        )

    def _changes(self, number: int) -> str:
        if not number:
            return self.tr("Hardly any change of others")
        return with_number(self.tr("About %n change(s) of others", "", number), number)

    def _write_total(self, waiting: Waiting, papers: int) -> None:
        beside = papers + (self._expected.size if self._expected is not None else 0)
        parts = [self._words.operations(waiting.operations), self._words.size(waiting.whole_size + beside)]
        if waiting.whole_seconds is not None:
            parts.append(self._words.seconds(waiting.whole_seconds + (waiting.seconds(beside) or 0)))
        self.total.setText(self.tr("In all: %1").replace("%1", " · ".join(parts)))
        self.total.setVisible(waiting.operations > 0 or waiting.papers > 0)

    def _write_stays(self, waiting: Waiting) -> None:
        words = self._words
        parts = [
            words.drafts(waiting.drafts) if waiting.drafts else "",
            words.conflicts(waiting.conflicts) if waiting.conflicts else "",
            words.returned(waiting.tray) if waiting.tray else "",
            self._damaged(waiting.damaged) if waiting.damaged else "",
        ]
        said = words.listed(parts)
        self.stays.setVisible(bool(said))
        self.stays.write(self.tr("Stays on this computer"), said, ("—",))

    def _damaged(self, files: Sequence[FileName]) -> str:
        """On whose files something was saved that can no longer be read."""
        said = with_number(self.tr("unreadable saves on %n file(s)", "", len(files)), len(files))
        return f"{said} ({self._words.listed(isolate(self._words.file(file)[0]) for file in files)})"


class LineCard(Card):
    """What the line is worth, and what it did in a week."""

    def __init__(self, words: ExchangeWords) -> None:
        super().__init__("…")
        self._words = words
        self._speed = Label("", "sub", weight=600)
        self.head.addWidget(self._speed)
        self._said = Label("", "sub", "text2", wrap=True)
        self.week = WeekChart()
        self.week.hide()
        for part in (self._said, self.week):
            self.body.addWidget(part)

    def retranslate(self) -> None:
        """Write the fixed words."""
        self.set_title(self.tr("The line"))

    def write(self, last: Outcome | None, speed: int | None, week: Sequence[DayOfLine]) -> None:
        """Show what is known of the line."""
        self._write_week(week)
        figure = ltr(f"≈ {group(speed)} kbit/s") if speed is not None else self.tr("not measured yet")
        self._speed.setText(figure)
        self._speed.setToolTip(self.tr("as measured lately") if speed is not None else self.tr("not measured yet"))
        self._said.setText(self._sentence(last, speed))

    def _write_week(self, week: Sequence[DayOfLine]) -> None:
        through, failed = sum(one.through for one in week), sum(one.failed for one in week)
        self.week.setVisible(through + failed > 0)
        said = self._figures(through, failed, sum(one.size for one in week))
        columns = [
            Column(
                one.through,
                one.failed,
                f"{one.day.day:02d}/{one.day.month:02d}",
                f"{week_day(one.day)}: {self._figures(one.through, one.failed, one.size)}",
            )
            for one in week
        ]
        self.week.show_columns(columns, self.tr("In seven days: %1").replace("%1", said))

    def _figures(self, through: int, failed: int, size: int) -> str:
        words = self.tr("%1 went through, %2 did not, %3")
        return words.replace("%1", group(through)).replace("%2", group(failed)).replace("%3", self._words.size(size))

    def _sentence(self, last: Outcome | None, speed: int | None) -> str:
        if last is not None and last.code == "unreachable":
            return self.tr("No connection now. It is looked for by itself every few minutes.")
        if last is not None and last.cuts:
            return self.tr("The line is cut at times; nothing is lost, the exchange goes on where it was.")
        if speed is not None and speed < WEAK_KBIT_S:
            return self.tr("The line is weak; exchanges are made for it.")
        return self.tr("Exchanges need little: an edit is less than one kilobyte.")


class StickCard(Card):
    """The way without a line, from the same page."""

    def __init__(self) -> None:
        super().__init__()
        self.button = Button("", "plain", icon="usb", key="Ctrl U")
        self._row = TileRow("usb", "plum", 0)
        self.body.addWidget(self._row)
        self.body.addWidget(self.button)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the fixed words."""
        self._row.write(self.tr("No line? Use a USB stick"), self.tr("The same exchange, encrypted, in one file"))
        self.button.setText(self.tr("Open the USB stick"))


class HistoryCard(Card):
    """The last exchanges."""

    def __init__(self, words: ExchangeWords) -> None:
        super().__init__("…")
        self._words = words
        self.lines = [LineOfHistory() for _ in range(SHOWN_HISTORY)]
        self._none = Label("", "sub", "text3")
        for line in self.lines:
            self.body.addWidget(line)
        self.body.addWidget(self._none)

    def retranslate(self) -> None:
        """Write the fixed words."""
        self.set_title(self.tr("Last exchanges"))
        self._none.setText(self.tr("None yet"))

    def write(self, history: Sequence[Exchanged], today: date) -> None:
        """Show the newest first."""
        self._none.setVisible(not history)
        for number, line in enumerate(self.lines):
            line.setVisible(number < len(history))
            if number < len(history):
                one = history[number]
                line.write(_icon(one), _when(one, today), self._how(one))

    def _how(self, one: Exchanged) -> str:
        if not one.whole:
            return self._words.outcome(one.outcome).sentence
        size = self._words.size(one.bytes_up + one.bytes_down)
        return (
            self.tr("%1 sent, %2 received, %3")
            .replace("%1", group(one.sent))
            .replace("%2", group(one.received))
            .replace("%3", size)
        )


def _when(one: Exchanged, today: date) -> str:
    """When an exchange ended, in words."""
    return moment(local_time(one.at_ms), today)


def _icon(one: Exchanged) -> tuple[str, Tone]:
    if one.conflicts or one.rejected:
        return "git-compare", "danger"
    if one.whole:
        return "circle-check", "ok"
    return ("wifi-off", "neutral") if one.outcome == "unreachable" else ("triangle-alert", "warn")
