"""Values that two offices changed, and operations that came back: each is settled by a named person, by one key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from massar_desktop.background.session import Session
from massar_desktop.screens.conflict_batch import alike
from massar_desktop.screens.conflict_flow import ConflictFlow
from massar_desktop.screens.conflict_parts import TwoLines, list_of
from massar_desktop.screens.conflict_views import ConflictView, ReturnedView, conflict_title, returned_title
from massar_desktop.screens.exchange_words import ExchangeWords, Message, local_time
from massar_desktop.screens.following import Following
from massar_desktop.system import wording
from massar_desktop.system.error_words import error_text
from massar_desktop.widgets import tokens
from massar_desktop.widgets.bidi import group, moment
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Page
from massar_desktop.widgets.message_line import EmptyState, MessageLine
from sync.domain.fields import Value

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.queries.conflicts import OpenConflict, Returned
    from sync.client.clock import Clock
    from sync.client.replica import Saved

LIST_WIDTH: Final = 260
CONFLICTS, TRAY = 0, 1


@dataclass(frozen=True, slots=True)
class _Read:
    conflicts: tuple[OpenConflict, ...] = ()
    tray: tuple[Returned, ...] = ()
    settled: tuple[OpenConflict, ...] = ()


class ConflictsScreen(Page):
    """The page of conflicts and of what came back.

    Signals: ``counted(int, int)`` with the conflicts and the returned, ``file_requested(int)`` with a dossier.
    """

    counted = Signal(int, int)
    file_requested = Signal(object)

    def __init__(self, session: Session, clock: Clock) -> None:
        super().__init__()
        self._session, self._clock = session, clock
        self._words = ExchangeWords(self)
        self._read, self._past = _Read(), False
        self.flow = ConflictFlow(session, self)
        self._wanted = {CONFLICTS: 0, TRAY: 0}
        self._busy = False
        self._message: Callable[[], Message] | None = None
        self._build()
        self._listen()
        self.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Read the open conflicts and the tray again."""
        identity, clerk = self._session.replica.identity, self._session.clerk

        def read() -> _Read:
            from massar_desktop.queries.conflicts import open_conflicts, settled_conflicts, tray

            with self._session.database.read() as connection:
                asked = connection, identity, clerk
                return _Read(open_conflicts(*asked), tray(*asked), settled_conflicts(*asked))

        self._session.tasks.run(read, self._show)

    def show_tray(self) -> None:
        """Show what came back."""
        self.tabs.setCurrentIndex(TRAY)

    def turn_to_settled(self) -> None:
        """Show the conflicts that are settled, to take the other value after all; or the open ones again."""
        self._past = not self._past
        self.tabs.setCurrentIndex(CONFLICTS)
        self.view.close_other()
        self.retranslate()
        self.lists[CONFLICTS].setFocus()

    def set_compact(self, *, compact: bool) -> None:
        """The list touches the rail: only what lies beside it has margins."""
        super().set_compact(compact=compact)
        sizes = tokens.COMPACT if compact else tokens.ROOMY
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        if hasattr(self, "_beside"):
            self._beside.setContentsMargins(sizes.margin_x, sizes.margin_y, sizes.margin_x, sizes.margin_y)

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        names = (self.tr("Settled") if self._past else self.tr("Conflicts"), self.tr("Returned"))
        self.past.setText(self.tr("Open conflicts") if self._past else self.tr("Settled conflicts"))
        for number, (name, rows) in enumerate(zip(names, (self._listed, self._read.tray), strict=True)):
            self.tabs.setAccessibleName(" / ".join(names))
            self.tabs.setTabText(number, f"{name}  {group(len(rows))}" if rows else name)
            self.lists[number].setAccessibleName(name)
        self.nothing.set_text(*self._nothing_words())
        if self._message is not None:
            self._say(self._message)
        self._write_lists()

    def _nothing_words(self) -> tuple[str, str]:
        if self.tabs.currentIndex() == CONFLICTS and self._past:
            return self.tr("None is settled yet"), self.tr("Ctrl H shows the open ones.")
        if self.tabs.currentIndex() == CONFLICTS:
            return self.tr("No conflict"), self.tr("When two offices change one value, both are kept and come here.")
        return self.tr("Nothing came back"), self.tr(
            "What the centre does not take comes here, whole, with the reason."
        )

    def _build(self) -> None:
        pane = QFrame()
        pane.setProperty("kind", "list-pane")
        pane.setFixedWidth(LIST_WIDTH)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(True)
        for _ in (CONFLICTS, TRAY):
            self.tabs.addTab("")
        self.models = (TwoLines(), TwoLines())
        self.lists = tuple(list_of(model) for model in self.models)
        self.past = Button(kind="quiet", icon="history", key="Ctrl H", bind=True)
        self._stack, self._views = QStackedWidget(), QStackedWidget()
        for one in self.lists:
            self._stack.addWidget(one)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        column.addWidget(self.past)
        self.view, self.returned = ConflictView(self._words), ReturnedView(self._words)
        self.nothing = EmptyState("folder-check")
        for part in (self.view, self.returned, self.nothing):
            self._views.addWidget(part)
        self.message = MessageLine()
        beside = QWidget()
        self._beside = QVBoxLayout(beside)
        self._beside.setSpacing(8)
        self._beside.addWidget(self.message)
        self._beside.addWidget(self._views, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(pane)
        row.addWidget(beside, 1)
        self.body.addLayout(row, 1)
        self.title.hide()
        self.beside.hide()
        self.set_compact(compact=False)
        self.setFocusProxy(self.lists[CONFLICTS])

    def _listen(self) -> None:
        Following(self._session, self, self.refresh)
        self.tabs.currentChanged.connect(self._change_tab)
        for number, one in enumerate(self.lists):
            one.row_chosen.connect(lambda row, which=number: self._choose(which, row))
        self.view.settled.connect(self._settle)
        self.flow.settled.connect(self._answered)
        self.flow.taken_back.connect(self._taken_back)
        self.flow.failed.connect(self._failed)
        self.view.left.connect(self._leave)
        self.past.clicked.connect(self.turn_to_settled)
        self.returned.restored.connect(self._restore)
        self.returned.put_away.connect(self._put_away)
        self.returned.file_requested.connect(self.file_requested)
        for keys, act in (
            ("Ctrl+Z", self.flow.undo),
            ("Ctrl+1", lambda: self.settle_alike("mine")),
            ("Ctrl+2", lambda: self.settle_alike("centre")),
            ("Ctrl+R", self.view.reason.setFocus),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # -- the lists -------------------------------------------------------------------------------------------

    def _show(self, read: _Read) -> None:
        if read == self._read and self.models[CONFLICTS].rowCount() == len(self._listed):
            self._turn()
            return
        self._read = read
        self.retranslate()
        self.counted.emit(len(read.conflicts), len(read.tray))

    @property
    def _listed(self) -> tuple[OpenConflict, ...]:
        return self._read.settled if self._past else self._read.conflicts

    def _ids(self, which: int) -> Sequence[int]:
        if which == CONFLICTS:
            return [one.row for one in self._listed]
        return [one.position for one in self._read.tray]

    def _write_lists(self) -> None:
        today = local_time(self._clock.now_ms()).date()
        conflicts = [(conflict_title(one), self._words.file(one.file)[0]) for one in self._listed]
        tray = [
            (
                returned_title(self._words, one),
                f"{self._words.file(one.file)[0]} · {moment(local_time(one.at_ms), today)}",
            )
            for one in self._read.tray
        ]
        for which, lines in ((CONFLICTS, conflicts), (TRAY, tray)):
            wanted = self._wanted[which]
            self.models[which].set_lines(lines)
            self._wanted[which] = wanted  # a reset list chooses none
            self.lists[which].choose_row(self._nearest(which, wanted))
        self._turn()

    def _nearest(self, which: int, wanted: int) -> int:
        """The row of what was chosen, else of what follows it, else the last."""
        ids = self._ids(which)
        following = [row for row, one in enumerate(ids) if one >= wanted]
        return following[0] if following else len(ids) - 1

    def _choose(self, which: int, row: int) -> None:
        ids = self._ids(which)
        if 0 <= row < len(ids):
            self._wanted[which] = ids[row]
            self._turn()

    def _change_tab(self, _tab: int) -> None:
        self._message = None
        self.message.set_message("")
        self._turn()

    def _turn(self) -> None:
        """Show the tab in front with what is chosen in it."""
        which = self.tabs.currentIndex()
        self._stack.setCurrentIndex(which)
        self.setFocusProxy(self.lists[which])
        row = self.lists[which].chosen_row()
        self.nothing.set_text(*self._nothing_words())
        if which == CONFLICTS and 0 <= row < len(self._listed):
            conflict = self._listed[row]
            if self.view.shown() != conflict:
                self.view.show_conflict(conflict)
                self._session.looks_at(conflict.kind, conflict.file.dossier)
            self.view.say_alike(1 if self._past else len(alike(self._listed, conflict)))
            self._views.setCurrentWidget(self.view)
        elif which == TRAY and 0 <= row < len(self._read.tray):
            self.returned.show_returned(self._read.tray[row])
            self._views.setCurrentWidget(self.returned)
        else:
            self._views.setCurrentWidget(self.nothing)

    # -- settling --------------------------------------------------------------------------------------------

    def _settle(self, choice: str, values: dict[str, Value] | None) -> None:
        conflict = self.view.shown()
        if conflict is not None:
            self._settle_all([conflict], choice, values)

    def settle_alike(self, choice: str) -> None:
        """Give the same answer to every conflict of this field between the same two computers."""
        conflict = self.view.shown()
        if conflict is not None and self.tabs.currentIndex() == CONFLICTS and not self._past:
            self._settle_all(alike(self._read.conflicts, conflict), choice, None)

    def _settle_all(self, conflicts: Sequence[OpenConflict], choice: str, values: dict[str, Value] | None) -> None:
        self.flow.settle(conflicts, choice, values, self.view.reason.text().strip())

    def _answered(self, conflicts: Sequence[OpenConflict]) -> None:
        self._say(lambda: self._settled(conflicts))
        self.view.reason.clear()
        self.view.close_other()
        self.lists[CONFLICTS].setFocus()
        self.refresh()

    def _taken_back(self, conflict: int) -> None:
        if conflict:
            self._wanted[CONFLICTS] = conflict
            self._say(lambda: Message(self.tr("Your choice is taken back")))
        else:
            self._say(self._too_late)
        self.refresh()

    def _leave(self) -> None:
        """Go on to the next one; this one stays in the list."""
        row, rows = self.lists[CONFLICTS].chosen_row(), len(self._listed)
        self._say(lambda: Message(self.tr("Left for later: it stays in the list")))
        if rows:
            self.lists[CONFLICTS].choose_row((row + 1) % rows)
        self.lists[CONFLICTS].setFocus()

    def _restore(self) -> None:
        chosen = self._returned()
        if chosen is None or chosen.again is None or self._busy:
            return
        self._busy = True

        def restored(_saved: Saved) -> None:
            self._set_aside(
                chosen, lambda: Message(self.tr("Written again: it travels with the next exchange"), "", "ok")
            )

        self._session.record([chosen.again], restored, self._failed)

    def _put_away(self) -> None:
        chosen = self._returned()
        if chosen is not None and not self._busy:
            self._busy = True
            self._set_aside(chosen, lambda: Message(self.tr("Put away"), "", "ok"))

    def _set_aside(self, chosen: Returned, say: Callable[[], Message]) -> None:
        def done(_nothing: None) -> None:
            self._busy = False
            self._say(say)
            self.refresh()

        self._session.tasks.run(lambda: self._session.replica.set_aside(chosen.position), done, self._failed)

    def _returned(self) -> Returned | None:
        row = self.lists[TRAY].chosen_row()
        return self._read.tray[row] if 0 <= row < len(self._read.tray) else None

    def _failed(self, wrong: Exception) -> None:
        """Say in words why nothing was written: a check forbade it, or the disk did."""
        self._busy = False

        def say() -> Message:
            problems = [wording.problem_text(problem) for problem in getattr(wrong, "problems", ())]
            sentence = " ".join(problems or [error_text(wrong)])
            return Message(sentence, self.tr("Nothing was written."), "danger")

        self._say(say)

    def _settled(self, conflicts: Sequence[OpenConflict]) -> Message:
        said = self.tr("Written back: %1") if conflicts[0].choice else self.tr("Settled: %1")
        done = said.replace("%1", conflict_title(conflicts[0]))
        done += f" · {group(len(conflicts))}" if len(conflicts) > 1 else ""
        return Message(done, self.tr("It travels with the next exchange. Ctrl Z takes it back until then."), "ok")

    def _too_late(self) -> Message:
        gone = self.tr("That choice has already travelled")
        return Message(gone, self.tr("Ctrl H shows what is settled: take the other value there."), "warn")

    def _say(self, say: Callable[[], Message]) -> None:
        """Say something, and say it again in the other language when that changes."""
        self._message = say
        said = say()
        self.message.set_message(said.sentence, said.remedy, said.tone)
