"""Today's work: what waits for the clerk, what is late, came back or is irregular, and her drafts; worked by keys."""

from __future__ import annotations

from collections import Counter as Counts
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from massar_desktop.models.rows import Cell
from massar_desktop.screens.act_look import act_icon
from massar_desktop.screens.act_words import chip_of
from massar_desktop.screens.following import Following
from massar_desktop.screens.home_side import HomeSide
from massar_desktop.screens.list_page import HeapsPage
from massar_desktop.screens.notices import Notice
from massar_desktop.screens.work_words import HEAPS, due_line, heap_word, when_word, who_line
from massar_desktop.system.locale import current_language
from massar_desktop.system.wording import code_text, kind_label
from massar_desktop.widgets.bidi import group, isolate, ltr, week_day
from massar_desktop.widgets.chip import ChipSpec
from massar_desktop.widgets.counter import Counter
from massar_desktop.widgets.table import Heading
from sync.domain.fields import show_day

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.work_list import When, WorkLine, WorkList

_WIDTHS: Final = [240, 166, 160, 92]


class WorkListScreen(HeapsPage):
    """Counters that filter, the list, the most pressing first, and beside it what else wants an eye (`side`).

    Signals: ``act_opened(object)`` with the WorkLine of the row that Enter was pressed on, ``counted(int)`` with the
    number of lines that want something of her.
    """

    act_opened = Signal(object)
    counted = Signal(int)

    def __init__(self, session: Session) -> None:
        counters = {heap: Counter(icon, tone, f"Ctrl {n}") for n, (heap, icon, tone) in enumerate(HEAPS, start=1)}
        super().__init__(counters, "circle-check", ("↑ ↓", "Enter", "Ctrl 1 … 7", "Esc"))
        self._session = session
        self._work: WorkList | None = None
        self._shown: list[WorkLine] = []
        self.side = HomeSide()
        self.top.setSpacing(8)  # seven counters share the row
        self.middle.addWidget(self.side)
        self.table.row_opened.connect(self._open)
        Following(session, self, self.refresh, counted=True)
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

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.title.setText(self.tr("Today's work"))
        self.beside.setText(week_day(date.fromisoformat(self._session.replica.today())))
        self.table.setAccessibleName(self.tr("Work list"))
        self.tell_keys(self.tr("move"), self.tr("open"), self.tr("one sort only"), self.tr("everything"))
        self.write_list()

    def _show(self, work: WorkList) -> None:
        self._work = work
        self.notices.drop("failed")
        self.counted.emit(work.pressing)
        self.side.show_dates(work.dates, self._session.replica.today())
        self.write_list()

    def write_list(self) -> None:
        """Write the work in the language in force."""
        work, heap, before = self._work, self.heap(), self.chosen_line()
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
        self.show_list(shown=bool(self._shown) or work is None)
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
        self.say_unreadable(lambda: self.tr("The list could not be read."))


def _same(one: WorkLine, other: WorkLine) -> bool:
    return (one.person, one.kind, one.act) == (other.person, other.kind, other.act)
