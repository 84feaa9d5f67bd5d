"""The register: the journal of a day, covering slips for the academy, and any act by any of its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from massar_desktop.forms.typed_days import near_day
from massar_desktop.models.rows import Cell
from massar_desktop.screens.act_words import chip_of
from massar_desktop.screens.following import Following
from massar_desktop.screens.list_page import ListPage
from massar_desktop.screens.register_flow import RegisterFlow
from massar_desktop.system.locale import current_language
from massar_desktop.system.wording import kind_label, step_label
from massar_desktop.widgets.bidi import group, isolate, lead, ltr, short_day, week_day
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.counter import Counter
from massar_desktop.widgets.editors import DateEdit, SearchField
from sync.domain.fields import show_day
from sync.domain.identifiers import Malformed

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.day_journal import JournalLine
    from massar_desktop.queries.named import Named
    from massar_desktop.queries.registry import RegisteredAct, Slip

JOURNAL, SLIPS, FOUND = "journal", "slips", "found"
_WIDTHS: Final = {
    JOURNAL: [430, 120, 170, 220, 170],
    SLIPS: [430, 140, 140],
    FOUND: [430, 200, 140, 170],
}


class RegisterScreen(ListPage):
    """Signals: ``journal_requested(str)`` with a day to print, ``slip_requested(object)`` with the Slip to print,
    ``file_opened(object, object)`` with a person and her act.
    """

    journal_requested = Signal(str)
    slip_requested = Signal(object)
    file_opened = Signal(object, object)

    def __init__(self, session: Session) -> None:
        counters = {
            JOURNAL: Counter("list-checks", "accent", "Ctrl 1"),
            SLIPS: Counter("building", "plum", "Ctrl 2"),
        }
        super().__init__(counters, "file-text", ("↑ ↓", "Enter", "Ctrl 1 … 2", "Esc"))
        self.flow = RegisterFlow(session, self)
        self.shown_day = self.flow.today
        self._rows: dict[str, Sequence[JournalLine | Slip | RegisteredAct] | None] = {}
        self.search, self.day = SearchField(height=36), DateEdit(_readable)
        self.before, self.after = Button(key="Alt ↑"), Button(key="Alt ↓")
        self.print_button = Button(icon="printer", key="Ctrl P", bind=True)
        self._build()
        self._listen(session)
        self.counters[JOURNAL].setChecked(True)
        self.retranslate()

    @property
    def mode(self) -> str:
        """What is listed: the journal, the slips, or what a number found."""
        if self.search.text().strip():
            return FOUND
        return SLIPS if self.counters[SLIPS].isChecked() else JOURNAL

    def refresh(self) -> None:
        """Read again what is listed."""
        self.flow.read_journal(self.shown_day)
        self.flow.read_slips()
        if self.mode == FOUND:
            self.flow.find(self.search.text())

    def show_day(self, day: str) -> None:
        """Show the journal of a day (ISO)."""
        self.shown_day = day
        self._choose(JOURNAL)
        self._write_day()
        self.flow.read_journal(day)

    def turn(self, days: int) -> None:
        """Go some days on or back."""
        self.show_day((date.fromisoformat(self.shown_day) + timedelta(days=days)).isoformat())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow change the day; Escape takes the number away."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.turn(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Escape and self.mode == FOUND:
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.title.setText(self.tr("Register"))
        self.search.setPlaceholderText(self.tr("Any number: official, provisional, of a decision, of a slip"))
        self.search.setAccessibleName(self.tr("Number"))
        self.day.setAccessibleName(self.tr("Day"))
        self.before.setText(self.tr("Day before"))
        self.after.setText(self.tr("Day after"))
        self.print_button.setText(self.tr("Print"))
        self.table.setAccessibleName(self.tr("Register"))
        self.tell_keys(
            self.tr("move"), self.tr("open the act"), self.tr("journal or slips"), self.tr("leave the number")
        )
        self._write_day()
        self._list()

    def _write_day(self) -> None:
        shown = date.fromisoformat(self.shown_day)
        self.beside.setText(week_day(shown) + f" {shown.year}")
        self.day.setText(short_day(shown))

    def _choose(self, mode: str) -> None:
        for name, counter in self.counters.items():
            counter.setChecked(name == mode)
        self.search.clear()
        self._list()

    def _take(self, mode: str, rows: Sequence[JournalLine | Slip | RegisteredAct]) -> None:
        self._rows[mode] = rows
        self.notices.drop("failed")
        self._list()

    def _current(self) -> Sequence[JournalLine | Slip | RegisteredAct]:
        return self._rows.get(self.mode) or ()

    def _list(self) -> None:
        rows, mode, before = self._current(), self.mode, self.table.chosen_row()
        self.counters[JOURNAL].set_count(len(self._rows.get(JOURNAL) or ()), self.tr("Entries of the day"))
        self.counters[SLIPS].set_count(len(self._rows.get(SLIPS) or ()), self.tr("Covering slips"))
        self.model.show_rows(self._titles(mode), [(n, self._cells(mode, one)) for n, one in enumerate(rows)])
        self.table.set_widths(_WIDTHS[mode], stretched=0)
        self.table.choose_row(min(max(0, before), len(rows) - 1))
        self.print_button.setEnabled(mode == JOURNAL or (mode == SLIPS and bool(rows)))
        self.show_list(shown=bool(rows) or self._rows.get(mode) is None)
        nothing = {
            JOURNAL: (self.tr("Nothing was registered on this day"), self.tr("Alt and an arrow show another day.")),
            SLIPS: (
                self.tr("No covering slip yet"),
                self.tr("Acts referred to the academy under one number make one."),
            ),
            FOUND: (self.tr("No act has this number"), self.tr("Type it as the paper has it: 12/2026, or C-42.")),
        }
        self.empty.set_text(*nothing[mode])

    def _titles(self, mode: str) -> tuple[str, ...]:
        if mode == JOURNAL:
            by = self.tr("By")
            return self.tr("Act and person"), self.tr("Number"), self.tr("Operation"), self.tr("Remark"), by
        if mode == SLIPS:
            return self.tr("Slip"), self.tr("Day"), self.tr("Files")
        return self.tr("Act and person"), self.tr("Numbers"), self.tr("Registered"), self.tr("State")

    def _cells(self, mode: str, one: JournalLine | Slip | RegisteredAct) -> Sequence[Cell]:
        from massar_desktop.queries.day_journal import JournalLine
        from massar_desktop.queries.registry import Slip

        if isinstance(one, JournalLine):
            by = one.by[0] if current_language() == "ar" else one.by[1]
            remark = " · ".join(part for part in (ltr(one.step_number), isolate(one.remark)) if part)
            return (
                Cell(kind_label(one.kind), _who(one.named)),
                Cell(ltr(one.number), ink="text2"),
                Cell(step_label(one.step)),
                Cell(remark, ink="text2"),
                Cell(isolate(by), ink="text2"),
            )
        if isinstance(one, Slip):
            comma = "، " if current_language() == "ar" else ", "
            people = comma.join(isolate(line.named.name(current_language())) for line in one.lines)
            first = self.tr("Covering slip %1").replace("%1", ltr(one.number))
            return Cell(first, lead(people)), Cell(ltr(show_day(one.on))), Cell(group(len(one.lines)), ink="text2")
        numbers = (one.number, one.provisional, one.decision_number)
        left = one.left_for[0] if current_language() == "ar" else one.left_for[1]
        state = Cell(self.tr("Left for %1").replace("%1", isolate(left))) if left else Cell(chip=chip_of(one.state))
        return (
            Cell(kind_label(one.kind), _who(one.named)),
            Cell(" · ".join(ltr(number) for number in numbers if number), ink="text2"),
            Cell(ltr(show_day(one.registered_on)) if one.registered_on else "", ink="text2"),
            state,
        )

    def _open(self, row: int) -> None:
        from massar_desktop.queries.registry import Slip

        rows = self._current()
        one = rows[row] if 0 <= row < len(rows) else None
        if isinstance(one, Slip):
            self.slip_requested.emit(one)
        elif one is not None and one.act:
            self.file_opened.emit(one.person, one.act)

    def _print(self) -> None:
        if self.mode == SLIPS:
            self._open(self.table.chosen_row())
        elif self.mode == JOURNAL:
            self.journal_requested.emit(self.shown_day)

    def _day_entered(self, _text: str) -> None:
        read = _iso(self.day.text())
        if read and read != self.shown_day:
            self.show_day(read)

    def _searched(self, text: str) -> None:
        self._rows[FOUND] = None
        if text.strip():
            self.flow.find(text)
        self._list()

    def _show_failure(self, _wrong: Exception) -> None:
        self.say_unreadable(lambda: self.tr("The register could not be read."))

    def _listen(self, session: Session) -> None:
        self.flow.journal_read.connect(lambda rows: self._take(JOURNAL, rows))
        self.flow.slips_read.connect(lambda rows: self._take(SLIPS, rows))
        self.flow.found.connect(lambda rows: self._take(FOUND, rows))
        self.flow.failed.connect(self._show_failure)
        self.search.searched.connect(self._searched)
        self.search.list_requested.connect(self.table.setFocus)
        self.day.day_entered.connect(self._day_entered)
        self.table.row_opened.connect(self._open)
        self.before.clicked.connect(lambda _=False: self.turn(-1))
        self.after.clicked.connect(lambda _=False: self.turn(1))
        self.print_button.clicked.connect(lambda _=False: self._print())
        for name, counter in self.counters.items():
            counter.clicked.connect(lambda _on, name=name: self._choose(name))
        Following(session, self, self.refresh)

    def _build(self) -> None:
        self.add_action(self.before)
        self.add_action(self.after)
        self.add_action(self.print_button)
        self.day.setFixedWidth(140)
        for counter in self.counters.values():
            counter.setFixedWidth(250)
            self.top.setStretchFactor(counter, 0)
        self.top.addWidget(self.search, 1)
        self.top.addWidget(self.day)


def _who(named: Named) -> str:
    name = isolate(named.name(current_language()))
    return lead(name + (f" · {ltr(named.ppr)}" if named.ppr else ""))


def _iso(text: str) -> str:
    try:
        return near_day(text, datetime.now().astimezone().date()).isoformat() if text.strip() else ""
    except Malformed:
        return ""


def _readable(text: str) -> str | None:
    read = _iso(text)
    return short_day(date.fromisoformat(read)) if read else None
