"""Today's work: what waits for the clerk, what is late, came back or is irregular, and her drafts; worked by keys."""

from __future__ import annotations

from collections import Counter as Counts
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from massar_desktop.models.rows import Cell, RowsModel
from massar_desktop.screens.act_look import act_icon
from massar_desktop.screens.act_words import chip_of
from massar_desktop.screens.following import Following
from massar_desktop.screens.home_side import HomeSide
from massar_desktop.screens.notices import Notice, Notices
from massar_desktop.screens.work_words import HEAPS, due_line, heap_word, when_word, who_line
from massar_desktop.system.locale import current_language
from massar_desktop.system.wording import code_text, kind_label
from massar_desktop.widgets.bidi import group, isolate, ltr, week_day
from massar_desktop.widgets.button import KeyHint
from massar_desktop.widgets.card import Card, Page
from massar_desktop.widgets.chip import ChipSpec
from massar_desktop.widgets.counter import Counter
from massar_desktop.widgets.message_line import EmptyState
from massar_desktop.widgets.table import Heading, Table
from sync.domain.fields import show_day

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.work_list import When, WorkLine, WorkList

_ROW_HEIGHT: Final = 50
_WIDTHS: Final = [240, 166, 160, 92]


class WorkListScreen(Page):
    """Counters that filter, the list, the most pressing first, and beside it what else wants an eye (`side`).

    Signals: ``act_opened(object)`` with the WorkLine of the row that Enter was pressed on, ``counted(int)`` with the
    number of lines that want something of her.
    """

    act_opened = Signal(object)
    counted = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._work: WorkList | None = None
        self._shown: list[WorkLine] = []
        self.model, self.table = RowsModel(self), Table(row_height=_ROW_HEIGHT)
        self.counters = {
            heap: Counter(icon, tone, f"Ctrl {number}") for number, (heap, icon, tone) in enumerate(HEAPS, start=1)
        }
        self.notices, self.side = Notices(), HomeSide()
        self.empty = EmptyState("circle-check")
        self._hints = {key: KeyHint(key) for key in ("↑ ↓", "Enter", "Ctrl 1 … 7", "Esc")}
        self._build()
        self._listen()
        self.retranslate()

    def refresh(self) -> None:
        """Read the work list again."""
        replica, clerk = self._session.replica, self._session.clerk

        def read() -> WorkList:
            from massar_desktop.queries.asking import Asker
            from massar_desktop.queries.work_list import work_list

            with self._session.database.read() as connection:
                return work_list(connection, Asker(replica.identity, clerk, replica.today()))

        self._session.tasks.run(read, self._show, self._show_failure)

    def chosen_line(self) -> WorkLine | None:
        """The line of the current row, None for none."""
        row = self.table.chosen_row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def filter_by(self, heap: str) -> None:
        """Show one heap only; "" shows all of them."""
        for name, counter in self.counters.items():
            counter.setChecked(name == heap)
        self._list()
        self.table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape shows everything again."""
        if event.key() == Qt.Key.Key_Escape and self._heap():
            self.filter_by("")
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Write every word in the language in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.title.setText(self.tr("Today's work"))
        self.beside.setText(week_day(date.fromisoformat(self._session.replica.today())))
        self.table.setAccessibleName(self.tr("Work list"))
        words = (self.tr("move"), self.tr("open"), self.tr("one sort only"), self.tr("everything"))
        for hint, word in zip(self._hints.values(), words, strict=True):
            hint.set_text(word)
        self._list()

    def _show(self, work: WorkList) -> None:
        self._work = work
        self.notices.drop("failed")
        self.counted.emit(work.pressing)
        self.side.show_dates(work.dates, self._session.replica.today())
        self._list()

    def _heap(self) -> str:
        return next((name for name, counter in self.counters.items() if counter.isChecked()), "")

    def _list(self) -> None:
        work, heap, before = self._work, self._heap(), self.chosen_line()
        counts = {one.value: number for one, number in work.counts.items()} if work is not None else {}
        for name, counter in self.counters.items():
            counter.set_count(counts.get(name, 0), heap_word(name))
        self._shown = [one for one in work.lines if heap in ("", one.heap.value)] if work is not None else []
        titles = (self.tr("Act and person"), self.tr("State"), self.tr("Due"), self.tr("Number"))
        self.model.show_rows(titles, self._rows())
        self.table.set_widths(_WIDTHS, stretched=0)
        self.table.head_rows(self.model.headed_rows())
        kept = [number for number, one in enumerate(self._shown) if before is not None and _same(one, before)]
        self.table.choose_row(kept[0] if kept else 0)
        self._stack.setCurrentIndex(0 if self._shown or work is None else 1)
        self._say_empty(heap)
        left = (counts.get(heap, 0) if heap else sum(counts.values())) - len(self._shown)
        if left > 0:
            self.notices.say("more", Notice(lambda: self._more(left), lambda: self.tr("The most pressing stand here.")))
        else:
            self.notices.drop("more")

    def _more(self, left: int) -> str:
        return self.tr("%1 more are not listed").replace("%1", group(left))

    def _say_empty(self, heap: str) -> None:
        if heap:
            self.empty.set_text(self.tr("Nothing of this sort"), self.tr("Esc shows everything."))
        else:
            self.empty.set_text(
                self.tr("Nothing waits for you"),
                self.tr(
                    "Acts stand here from their registration to their notification. F3 finds a person, F4 in her "
                    "file begins an act."
                ),
            )

    def _rows(self) -> list[tuple[int, list[Cell]]]:
        """The lines, the first of each group with its heading."""
        today = self._session.replica.today()
        groups = [one.when(today) for one in self._shown]
        counts = Counts(groups)
        rows: list[tuple[int, list[Cell]]] = []
        before: When | None = None
        for number, (line, when) in enumerate(zip(self._shown, groups, strict=True)):
            cells = self._cells(line)
            if when is not before:
                ink = "danger" if when.value == "late" else "text"
                heading = Heading(when_word(when.value), group(counts[when]), ink)
                cells[0] = replace(cells[0], heading=heading)
            rows.append((number, cells))
            before = when
        return rows

    def _cells(self, line: WorkLine) -> list[Cell]:
        who = who_line(line.name(current_language()), line.ppr, line.province)
        if line.heap.value == "reminder":
            return [
                Cell(isolate(line.words), who, icon=act_icon(line.kind)),
                Cell(chip=ChipSpec(kind_label(line.kind), "warn", "clock")),
                Cell(ltr(show_day(line.first_on)), ink="text2"),
                Cell(),
            ]
        if line.heap.value == "draft":
            state = Cell(chip=ChipSpec(self.tr("Draft"), "neutral", "pencil"))
        else:
            state = Cell(chip=chip_of(line.state, irregular=bool(line.irregular)))
        first = Cell(kind_label(line.kind), who, icon=act_icon(line.kind))
        return [first, state, self._due(line), Cell(ltr(line.number), ink="text2")]

    def _due(self, line: WorkLine) -> Cell:
        if line.irregular:
            return Cell(code_text(line.irregular), ink="text2")
        if line.due is None:
            return Cell(ltr(show_day(line.first_on)), self.tr("first day"), "text2") if line.first_on else Cell()
        left, what, ink = due_line(line.due, self._session.replica.today())
        return Cell(left, what, ink)

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self.act_opened.emit(self._shown[row])

    def _show_failure(self, _wrong: Exception) -> None:
        self.notices.say(
            "failed",
            Notice(
                lambda: self.tr("The list could not be read."),
                lambda: self.tr("Close other programs that use this office's file, then open this screen again."),
                "danger",
            ),
        )

    def _listen(self) -> None:
        self.table.row_opened.connect(self._open)
        for name, counter in self.counters.items():
            counter.clicked.connect(lambda on, name=name: self.filter_by(name if on else ""))
        Following(self._session, self, self.refresh, counted=True)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for counter in self.counters.values():
            row.addWidget(counter, 1)
        self.body.addWidget(self.notices)
        self.body.addLayout(row)
        card = Card(ground="list")
        self.table.setModel(self.model)
        card.body.addWidget(self.table)
        place = QWidget()
        self._stack = QStackedLayout(place)
        self._stack.addWidget(card)
        self._stack.addWidget(self.empty)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(place, 1)
        middle.addWidget(self.side)
        self.body.addLayout(middle, 1)
        keys = QHBoxLayout()
        keys.setSpacing(16)
        for hint in self._hints.values():
            keys.addWidget(hint)
        keys.addStretch(1)
        self.body.addLayout(keys)
        self.setFocusProxy(self.table)


def _same(one: WorkLine, other: WorkLine) -> bool:
    return (one.person, one.kind, one.act) == (other.person, other.kind, other.act)
