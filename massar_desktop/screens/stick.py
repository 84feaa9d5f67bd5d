"""The exchange by USB stick: put one in, press Enter. The page itself knows whether to write or to take a reply in."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from massar_desktop.background.session import Session
from massar_desktop.background.stick_runner import Copied, OnStick, StickRunner
from massar_desktop.screens.exchange_words import Message
from massar_desktop.screens.stick_words import SticksModel, StickWords
from massar_desktop.system.own_files import documents_folder
from massar_desktop.widgets.bidi import group
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card, Page
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.message_line import EmptyState, MessageLine
from massar_desktop.widgets.rows import Counter
from massar_desktop.widgets.steps import Steps
from massar_desktop.widgets.table import Table
from massar_desktop.widgets.tokens import TABLE_ROW

if TYPE_CHECKING:
    from sync.client.bundle import TakenIn

SIDE_WIDTH: Final = 330
SHOWN_STICKS: Final = 3


class Act(Enum):
    """What Enter does now."""

    NOTHING = "nothing"
    WRITE = "write"
    READ = "read"


class StickScreen(Page):
    """Signals: ``left()`` on Escape, ``conflicts_requested()``, ``tray_requested()`` after a reply."""

    left = Signal()
    conflicts_requested = Signal()
    tray_requested = Signal()

    def __init__(self, session: Session, runner: StickRunner) -> None:
        super().__init__()
        self._session, self._runner = session, runner
        self._words = StickWords(self)
        self._waiting = (0, 0)
        self._ended: Copied | TakenIn | Exception | None = None
        self._progress: tuple[int, int] | None = None
        self._build()
        self._listen()
        self.retranslate()

    def act(self) -> Act:
        """Return what Enter does now: a reply is taken in before a request is written."""
        stick = self.chosen()
        if self._runner.running or not self._runner.possible or stick is None or stick.unreadable:
            return Act.NOTHING
        if stick.news is not None:
            return Act.READ
        return Act.NOTHING if self._words.no_room(stick) else Act.WRITE

    def chosen(self) -> OnStick | None:
        """Return the stick in use, None when there is none."""
        row = self.table.chosen_row()
        return self._model.sticks[row] if 0 <= row < len(self._model.sticks) else None

    def press(self) -> None:
        """Do what Enter does now."""
        stick, act = self.chosen(), self.act()
        if stick is None:
            return
        if act is Act.READ and stick.news is not None:
            self._runner.read(stick.news.path)
        elif act is Act.WRITE:
            self._runner.write(stick.drive)

    def write_again(self) -> None:
        """Write a request although a reply waits on the stick."""
        stick = self.chosen()
        if stick is not None and not self._runner.running and not self._words.no_room(stick):
            self._runner.write(stick.drive)

    def choose_file(self) -> None:
        """Take in a reply from anywhere."""
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose the centre's reply"), str(documents_folder()), "*.reply;;*"
        )
        if path:
            self._runner.read(Path(path))

    def refresh(self) -> None:
        """Count again what waits."""
        identity, clerk = self._session.replica.identity, self._session.clerk

        def read() -> tuple[int, int]:
            from massar_desktop.queries.exchange import waiting

            with self._session.database.read() as connection:
                found = waiting(connection, identity, clerk)
            return found.operations, found.whole_size

        self._session.tasks.run(read, self._count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Escape stops what runs or leaves the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.press()
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin anew and look for sticks while the page is in front."""
        super().showEvent(event)
        self._ended = None
        self.refresh()
        self._runner.watch(watching=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop looking for sticks."""
        super().hideEvent(event)
        self._runner.watch(watching=False)

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.title.setText(self.tr("Exchange by USB stick"))
        self.beside.setText(self.tr("The same exchange, encrypted, in one file that is carried."))
        self.back.setText(self.tr("Back"))
        self.table.setAccessibleName(self.tr("Sticks in this computer"))
        self._sticks.set_title(self.tr("The stick"))
        self.none.set_text(
            self.tr("Put a USB stick in"),
            self.tr("It is found by itself. Nothing else on it is read or changed."),
        )
        self.other.setText(self.tr("Write a request all the same"))
        self.file.setText(self.tr("A reply from another place…"))
        self.conflicts.setText(self.tr("See conflicts"))
        self.tray.setText(self.tr("See returned"))
        self._how.set_title(self.tr("How it goes"))
        self.steps.write(
            [
                self.tr("Put the stick in: it is found and chosen by itself"),
                self.tr("Write what waits here; it is checked before you take the stick out"),
                self.tr("The stick goes to the centre and comes back with its reply"),
                self.tr("Take the reply in: put the stick in and press Enter"),
            ]
        )
        self._safe.setText(
            self.tr("Nothing can be lost or sent twice: repeat any step, in any order, or use the line meanwhile.")
        )
        self._sealed.set_message(
            self.tr("The file is encrypted for the centre: whoever finds the stick reads nothing."), "", "ok"
        )
        self._show(self._model.sticks)

    def _build(self) -> None:
        self.back = Button("", "plain", icon="arrow-left", key="Esc")
        self.back.clicked.connect(self._escape)
        self.add_action(self.back)
        self._model = SticksModel(self._words)
        self.table = Table()
        self.table.setModel(self._model)
        self.table.horizontalHeader().hide()
        self.table.set_widths([0], stretched=0)
        self.table.row_opened.connect(lambda _: self.press())
        self.table.row_chosen.connect(lambda _: self._write())
        self.none = EmptyState("usb")
        self.message, self.waits = MessageLine(), Label("", "sub", "text2", wrap=True)
        self.counters = [Counter() for _ in range(3)]
        self.go = Button("", "primary", icon="usb", key="Enter")
        self.other, self.file = Button("", "plain"), Button("", "quiet", icon="file-text")
        self.conflicts, self.tray = Button("", "plain", icon="git-compare", key="F6"), Button("", icon="rotate-ccw")
        self.go.clicked.connect(self.press)
        self.other.clicked.connect(self.write_again)
        self.file.clicked.connect(self.choose_file)
        self.conflicts.clicked.connect(self.conflicts_requested)
        self.tray.clicked.connect(self.tray_requested)
        self.steps, self._safe = Steps(4), Label("", "sub", "text2", wrap=True)
        self._sealed = MessageLine("…", "", "ok")
        self._sticks, self._how = Card("…"), Card("…")
        self.setFocusProxy(self.go)
        self._lay_out()

    def _lay_out(self) -> None:
        body = self._sticks.body
        body.addWidget(self.table)
        body.addWidget(self.none, 1)
        body.addWidget(self.message)
        numbers = QHBoxLayout()
        for counter in self.counters:
            numbers.addWidget(counter, 1)
        body.addLayout(numbers)
        body.addWidget(self.waits)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.go, self.other, self.conflicts, self.tray):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.file)
        body.addSpacing(6)
        body.addLayout(row)
        body.addStretch(1)
        note = Card(ground="note")
        note.body.addWidget(self._sealed)
        body.addWidget(note)
        self._how.body.setSpacing(14)
        self._how.body.addWidget(self.steps)
        self._how.body.addWidget(self._safe)
        self._how.body.addStretch(1)
        side = QWidget()
        side.setFixedWidth(SIDE_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._how, 1)
        whole = QHBoxLayout()
        whole.setSpacing(12)
        whole.addWidget(self._sticks, 1)
        whole.addWidget(side)
        self.body.addLayout(whole, 1)

    def _listen(self) -> None:
        runner = self._runner
        runner.looked.connect(self._see)
        runner.started.connect(self._start)
        runner.progressed.connect(self._hear)
        for ended in (runner.written, runner.taken_in, runner.failed):
            ended.connect(self._end)

    def _escape(self) -> None:
        if self._runner.running:
            self._runner.stop()
        else:
            self.left.emit()

    def _see(self, sticks: tuple[OnStick, ...]) -> None:
        if sticks == self._model.sticks:
            self._write()
            return
        if isinstance(self._ended, Copied):
            self._ended = None if not sticks else self._ended  # it was taken out: what was said of it is over
        self._show(sticks)

    def _show(self, sticks: tuple[OnStick, ...]) -> None:
        """Show sticks; the same one stays chosen, else the one with a reply on it."""
        before = self.chosen()
        self._model.show(sticks)
        same = [n for n, one in enumerate(sticks) if before is not None and one.drive.folder == before.drive.folder]
        news = [n for n, one in enumerate(sticks) if one.news is not None]
        self.table.choose_row((same or news or [0])[0])
        self._write()

    def _start(self) -> None:
        self._ended, self._progress = None, None
        self._write()

    def _hear(self, done: tuple[int, int]) -> None:
        self._progress = done
        self._write()

    def _end(self, ended: Copied | TakenIn | Exception) -> None:
        self._ended = ended
        self._write()
        self.refresh()
        self._runner.look()
        if self.isVisible():
            self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self, waiting: tuple[int, int]) -> None:
        self._waiting = waiting
        self._write()

    def _write(self) -> None:
        sticks, stick, running, act = self._model.sticks, self.chosen(), self._runner.running, self.act()
        self.table.setVisible(bool(sticks))
        self.table.setFixedHeight(TABLE_ROW * min(len(sticks) or 1, SHOWN_STICKS) + 2)
        self.table.setEnabled(not running)
        self.none.setVisible(not sticks and not running)
        reading = act is Act.READ
        self.go.setText(self.tr("Take the reply in") if reading else self.tr("Copy to the stick"))
        self.go.set_icon("download" if reading else "usb")
        waited = not self.go.isEnabled() and not self.table.hasFocus() and not self.back.hasFocus()
        if running and self.go.hasFocus():
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)  # else the top bar gets it, and the next Enter
        self.go.setEnabled(act is not Act.NOTHING)
        if waited and self.go.isEnabled() and self.isVisible():
            self.go.setFocus(Qt.FocusReason.OtherFocusReason)  # Enter does it as soon as the stick is in
        self.other.setVisible(reading and not self._words.no_room(stick) if stick else False)
        self.file.setEnabled(self._runner.possible and not running)
        self._say(self._message(stick))
        self.waits.setText(self._words.waiting(*self._waiting))
        self.waits.setVisible(act is Act.WRITE and not isinstance(self._ended, Copied))
        self._write_counts()
        self.steps.set_step(self._step(stick))

    def _say(self, message: Message) -> None:
        self.message.set_message(message.sentence, message.remedy, message.tone)

    def _message(self, stick: OnStick | None) -> Message:
        ended = self._ended
        if not self._runner.possible:
            return Message(self.tr("Practice on this computer only: nothing is sent."))
        if self._runner.running:
            return Message(self.tr("At work…"), self._words.going_on(self._progress))
        if isinstance(ended, Copied):
            return self._words.copied(ended)
        if isinstance(ended, Exception):
            return self._words.failed(ended)
        if ended is not None:
            return self._words.taken(ended)
        return self._words.on_stick(stick)

    def _write_counts(self) -> None:
        ended = self._ended
        taken = None if ended is None or isinstance(ended, Copied | Exception) else ended.progress
        for counter in self.counters:
            counter.setVisible(taken is not None)
        self.conflicts.setVisible(taken is not None and taken.conflicts > 0)
        self.tray.setVisible(taken is not None and taken.rejected > 0)
        if taken is None:
            return
        numbers = (taken.decided, taken.received + taken.rows, taken.conflicts + taken.rejected)
        captions = (self.tr("Answered"), self.tr("Received"), self.tr("Conflict or returned"))
        inks = ("", "", "danger" if numbers[2] else "")
        for counter, number, caption, ink in zip(self.counters, numbers, captions, inks, strict=True):
            counter.write(group(number), caption, ink)

    def _step(self, stick: OnStick | None) -> int:
        if isinstance(self._ended, Copied):
            return 2
        if self._ended is not None and not isinstance(self._ended, Exception):
            return 4
        if stick is None:
            return 0
        return 3 if stick.news is not None else 1
