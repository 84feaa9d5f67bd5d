"""The yearly census of presence: how far each school is, who is not counted, and the list of one school to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from massar_desktop.models.rows import Cell, RowsModel
from massar_desktop.screens.census_flow import CensusFlow, Progress
from massar_desktop.screens.census_list import CensusList
from massar_desktop.screens.following import Following
from massar_desktop.screens.notices import Notice, Notices
from massar_desktop.screens.person_words import closed_since
from massar_desktop.system.error_words import error_text
from massar_desktop.system.locale import current_language
from massar_desktop.system.wording import problem_text
from massar_desktop.widgets.bidi import group, isolate, ltr
from massar_desktop.widgets.button import Button, KeyHint
from massar_desktop.widgets.card import Card, Page
from massar_desktop.widgets.chip import ChipSpec
from massar_desktop.widgets.counter import Counter
from massar_desktop.widgets.editors import SearchField
from massar_desktop.widgets.message_line import EmptyState
from massar_desktop.widgets.table import Table
from sync.domain import names

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.census import CensusLine, SchoolCount

SETTLE_MS: Final = 300
SCHOOLS, LIST = range(2)
LEFT, DONE, PEOPLE = "left", "done", "people"
_SCHOOL_WIDTHS: Final = [420, 110, 110, 110, 150]
_PEOPLE_WIDTHS: Final = [360, 130, 300]


class CensusScreen(Page):
    """Signals: ``papers_requested(int, str)`` with year and school, ``certificate_requested(object)`` with the row of
    a line, ``file_opened(object, object)`` with a person and an act of hers (0 for none).
    """

    papers_requested = Signal(int, str)
    certificate_requested = Signal(object)
    file_opened = Signal(object, object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.flow = CensusFlow(session, self)
        self._progress: Progress | None = None
        self._shown: list[SchoolCount] = []
        self._people: list[CensusLine] = []
        self.model, self.table = RowsModel(self), Table()
        self.search, self.list = SearchField(height=36), CensusList(self.flow)
        self.counters = {
            LEFT: Counter("school", "warn", "Ctrl 1"),
            DONE: Counter("circle-check", "ok", "Ctrl 2"),
            PEOPLE: Counter("users", "danger", "Ctrl 3"),
        }
        self.notices, self.empty = Notices(), EmptyState("school")
        self.print_button = Button(icon="printer", key="Ctrl P", bind=True)
        self._hints = {key: KeyHint(key) for key in ("↑ ↓", "Enter", "Ctrl 1 … 3")}
        self._build()
        self._listen(session)
        self.retranslate()

    def refresh(self) -> None:
        """Read again how far the schools are."""
        self.flow.read_schools()

    def filter_by(self, name: str) -> None:
        """Show unfinished schools, finished ones, or who is not counted; "" shows all schools."""
        for own, counter in self.counters.items():
            counter.setChecked(own == name)
        self._list()
        self.search.setFocus()

    def open_school(self, gresa: str, person: int = 0) -> None:
        """Open the list of a school."""
        if self._progress is not None:
            self._views.setCurrentIndex(LIST)
            self.list.open(self._progress.year, gresa, person)

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.table.setAccessibleName(self.tr("Census"))
        self.search.setPlaceholderText(self.tr("A school by its code or some letters of its name"))
        self.search.setAccessibleName(self.tr("School"))
        self.print_button.setText(self.tr("Print the list"))
        words = (self.tr("move"), self.tr("open the list"), self.tr("one sort only"))
        for hint, word in zip(self._hints.values(), words, strict=True):
            hint.set_text(word)
        self.empty.set_text(
            self.tr("No school of this sort"), self.tr("The counters above show what is left and what is done.")
        )
        self._list()

    def _show(self, progress: Progress) -> None:
        self._progress = progress
        self.notices.drop("failed")
        self._list()

    def _filter(self) -> str:
        return next((name for name, counter in self.counters.items() if counter.isChecked()), "")

    def _list(self) -> None:
        progress, wanted, row = self._progress, self._filter(), self.table.chosen_row()
        schools = list(progress.schools) if progress is not None else []
        year = f" {progress.year}" if progress is not None else ""
        self.title.setText(self.tr("Census") + year)
        left = [one for one in schools if one.uncounted]
        self.counters[LEFT].set_count(len(left), self.tr("Schools to count"))
        self.counters[DONE].set_count(len(schools) - len(left), self.tr("Schools done"))
        self.counters[PEOPLE].set_count(sum(one.uncounted for one in schools), self.tr("People not counted"))
        self._shown = [one for one in schools if wanted != LEFT or one.uncounted]
        self._shown = [one for one in self._shown if wanted != DONE or not one.uncounted]
        typed = names.fold(self.search.text())
        self._shown = [one for one in self._shown if typed in names.fold(" ".join((one.gresa, *one.names)))]
        self._people = list(progress.uncounted) if progress is not None and wanted == PEOPLE else []
        if wanted == PEOPLE:
            people = [(n, self._person_cells(one)) for n, one in enumerate(self._people)]
            self.model.show_rows((self.tr("Person"), self.tr("PPR"), self.tr("Identity card")), people)
            self.table.set_widths(_PEOPLE_WIDTHS, stretched=0)
        else:
            titles = (self.tr("School"), self.tr("Expected"), self.tr("Counted"), self.tr("Left"), self.tr("State"))
            self.model.show_rows(titles, [(n, self._cells(one)) for n, one in enumerate(self._shown)])
            self.table.set_widths(_SCHOOL_WIDTHS, stretched=0)
        rows = len(self._people) if wanted == PEOPLE else len(self._shown)
        self.table.choose_row(min(max(0, row), rows - 1))
        self.print_button.setEnabled(wanted != PEOPLE and bool(self._shown))
        self._stack.setCurrentIndex(0 if rows or progress is None else 1)

    def _cells(self, one: SchoolCount) -> tuple[Cell, ...]:
        first, second = one.names if current_language() == "ar" else (one.names[1], one.names[0])
        name = first or second or one.gresa or self.tr("Without a school")
        done = ChipSpec(self.tr("Done"), "ok", "check")
        begun = ChipSpec(self.tr("Begun"), "info", "pencil") if one.counted else ChipSpec(self.tr("To count"), "warn")
        below = f"{ltr(one.gresa)} · {closed_since(one.closed)}" if one.closed else ltr(one.gresa)
        return (
            Cell(isolate(name), below, strong=True),
            Cell(group(one.expected), ink="text2"),
            Cell(group(one.counted), ink="text2"),
            Cell(group(one.uncounted), ink="danger" if one.uncounted else "text3"),
            Cell(chip=begun if one.uncounted else done),
        )

    def _person_cells(self, one: CensusLine) -> tuple[Cell, ...]:
        name = isolate(one.named.name(current_language()))
        return Cell(name, strong=True), Cell(ltr(one.named.ppr), ink="text2"), Cell(ltr(one.cin), ink="text2")

    def _searched(self, text: str) -> None:
        if text and self._filter() == PEOPLE:
            self.counters[PEOPLE].setChecked(False)
        self._list()
        self.table.choose_row(0)

    def _open(self, row: int) -> None:
        if self._filter() == PEOPLE and 0 <= row < len(self._people):
            self.file_opened.emit(self._people[row].person, 0)
        elif self._filter() != PEOPLE and 0 <= row < len(self._shown):
            self.open_school(self._shown[row].gresa)

    def _print(self) -> None:
        row = self.table.chosen_row()
        if self._progress is not None and 0 <= row < len(self._shown) and self._views.currentIndex() == SCHOOLS:
            self.papers_requested.emit(self._progress.year, self._shown[row].gresa)

    def _close_list(self) -> None:
        self._views.setCurrentIndex(SCHOOLS)
        self.refresh()
        self.search.clear()
        self.search.setFocus()

    def _failed(self, wrong: Exception) -> None:
        problems = getattr(wrong, "problems", ())
        sentence = "\n".join(problem_text(one) for one in problems) or error_text(wrong)
        self.notices.say("failed", Notice(lambda: sentence, str, "danger"))

    def _listen(self, session: Session) -> None:
        self.flow.progressed.connect(self._show)
        self.flow.failed.connect(self._failed)
        self.table.row_opened.connect(self._open)
        self.print_button.clicked.connect(lambda _=False: self._print())
        self.search.searched.connect(self._searched)
        self.search.list_requested.connect(self.table.setFocus)
        self.search.returnPressed.connect(lambda: self._open(self.table.chosen_row()))
        self.list.closed.connect(self._close_list)
        self.list.papers_requested.connect(self.papers_requested)
        self.list.certificate_requested.connect(self.certificate_requested)
        self.list.file_opened.connect(self.file_opened)
        for name, counter in self.counters.items():
            counter.clicked.connect(lambda on, name=name: self.filter_by(name if on else ""))
        Following(session, self, self.refresh, settle_ms=SETTLE_MS)

    def _build(self) -> None:
        self.body.addWidget(self.notices)
        schools = QWidget()
        column = QVBoxLayout(schools)
        column.setContentsMargins(0, 0, 0, 0)
        counters = QHBoxLayout()
        counters.setSpacing(12)
        for counter in self.counters.values():
            counters.addWidget(counter, 1)
        column.addLayout(counters)
        column.addWidget(self.search)
        card = Card(ground="list")
        self.table.setModel(self.model)
        card.body.addWidget(self.table)
        place = QWidget()
        self._stack = QStackedLayout(place)
        self._stack.addWidget(card)
        self._stack.addWidget(self.empty)
        column.addWidget(place, 1)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        for hint in self._hints.values():
            foot.addWidget(hint)
        foot.addStretch(1)
        foot.addWidget(self.print_button)
        column.addLayout(foot)
        whole = QWidget()
        self._views = QStackedLayout(whole)
        self._views.addWidget(schools)
        self._views.addWidget(self.list)
        self.body.addWidget(whole, 1)
        self.setFocusProxy(self.search)
