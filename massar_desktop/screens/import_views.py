"""The steps of an import after the choice of a file: the review, the writing, the result."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout

from massar_desktop.screens.import_parts import ColumnsModel, FindingsModel, ImportWords, columns_of, findings_of
from massar_desktop.widgets.bidi import group, isolate, ltr
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card
from massar_desktop.widgets.choice_edit import ChoiceEdit
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.message_line import MessageLine
from massar_desktop.widgets.meter import Meter, Part
from massar_desktop.widgets.rows import Counter
from massar_desktop.widgets.table import Table
from massar_desktop.widgets.translated import Translated
from sync.domain.names import fold

if TYPE_CHECKING:  # heavy modules load after the first paint
    from sync.client.importing.report import Report
    from sync.client.importing.run import Preview

COLUMNS, LINES = 0, 1


class ReviewView(Translated):
    """Where each column goes, and what becomes of each line; nothing is written yet.

    Signals: ``target_changed(str, str)`` with a column and its new target, ``import_requested()``,
    ``bad_rows_requested()``.
    """

    target_changed = Signal(str, str)
    import_requested = Signal()
    bad_rows_requested = Signal()

    def __init__(self, words: ImportWords) -> None:
        super().__init__()
        self._words = words
        self._preview: Preview | None = None
        self._busy = False
        self.columns, self.findings = ColumnsModel(words), FindingsModel(words)
        self.message = MessageLine()
        self.counters = [Counter() for _ in range(5)]
        self.tabs, self._tables = QTabBar(), QStackedWidget()
        self.column_list, self.line_list = Table(), Table()
        self._column, self.target = Label("", "body", "text2"), ChoiceEdit(fold)
        self.bad_rows = Button("", "plain", icon="download")
        self.button = Button("", "primary", icon="check", key="Ctrl Enter")
        self._lay_out()
        self.column_list.row_chosen.connect(self._show_column)
        self.column_list.row_opened.connect(lambda _row: self.target.setFocus())
        self.target.choice_changed.connect(self._change)
        self.tabs.currentChanged.connect(self._turn)
        self.button.clicked.connect(self.import_requested)
        self.bad_rows.clicked.connect(self.bad_rows_requested)
        self.setFocusProxy(self.column_list)
        for which in (COLUMNS, LINES):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{which + 1}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.go_to, which))
        self.retranslate()

    def go_to(self, which: int) -> None:
        """Show the columns (COLUMNS) or the findings (LINES), with the cursor in them."""
        self.tabs.setCurrentIndex(which)
        (self.column_list, self.line_list)[which].setFocus()

    def _lay_out(self) -> None:
        counts, card, bar, actions = Card(across=True), Card(ground="list"), QHBoxLayout(), QHBoxLayout()
        for counter in self.counters:
            counts.body.addWidget(counter, 1)
        self.column_list.setModel(self.columns)
        self.column_list.set_widths([70, 220, 0, 230], stretched=2)
        self.line_list.setModel(self.findings)
        self.line_list.set_widths([70, 140, 0, 190, 200], stretched=2)
        for table in (self.column_list, self.line_list):
            self._tables.addWidget(table)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _ in (COLUMNS, LINES):
            self.tabs.addTab("")
        bar.setContentsMargins(8, 4, 12, 0)
        bar.addWidget(self.tabs)
        bar.addStretch(1)
        bar.addWidget(self._column)
        bar.addWidget(self.target)
        self.target.setFixedWidth(280)
        card.body.addLayout(bar)
        card.body.addWidget(self._tables, 1)
        actions.addWidget(self.button)
        actions.addWidget(self.bad_rows)
        actions.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.message, counts):
            column.addWidget(part)
        column.addWidget(card, 1)
        column.addLayout(actions)

    def show_preview(self, preview: Preview) -> None:
        """Show how a list was understood; the chosen column stays chosen."""
        row = max(self.column_list.chosen_row(), 0) if self._preview is not None else 0
        self._preview = preview
        self._busy = False
        self.message.set_message("")
        self.columns.set_columns(columns_of(preview))
        self.findings.set_findings(findings_of(preview))
        self.column_list.choose_row(row)
        self.line_list.choose_row(0)
        self.retranslate()

    def set_busy(self, *, busy: bool) -> None:
        """Show that the report is made again; nothing can be started meanwhile."""
        self._busy = busy
        self.button.setEnabled(self.ready())

    def ready(self) -> bool:
        """Return whether there is something to import and the report is that of the mapping shown."""
        return not self._busy and self._preview is not None and self._preview.report.good > 0

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.target.set_choices(self._words.targets())
        for model in (self.columns, self.findings):
            model.rewrite()
        self.bad_rows.setText(self.tr("Save the refused lines…"))
        self.column_list.setAccessibleName(self.tr("Columns of the list"))
        self.line_list.setAccessibleName(self.tr("Findings, line by line"))
        self.tabs.setTabText(COLUMNS, self.tr("Columns"))
        self.tabs.setTabToolTip(COLUMNS, "Ctrl 1")
        self.tabs.setTabToolTip(LINES, "Ctrl 2")
        lines = self.tr("Lines with a finding")
        self.tabs.setAccessibleName(f"{self.tr('Columns')} / {lines}")
        self.target.setAccessibleName(self.tr("The column %1 goes to").replace("%1", ""))
        self.tabs.setTabText(LINES, f"{lines}  {group(len(self.findings.findings))}")
        good = self._preview.report.good if self._preview else 0
        self.button.setText(self.tr("Import %1").replace("%1", self._words.lines(good)))
        self.button.setEnabled(self.ready())
        self._write_counts()
        self._show_column(self.column_list.chosen_row())
        self._turn(self.tabs.currentIndex())

    def _write_counts(self) -> None:
        report = self._preview.report if self._preview else None
        if report is None:
            return
        twice = sum(1 for one in report.remarks if one.code == "stands_twice")
        known = max(report.good - report.created - twice, 0)
        shown = (
            (report.rows, self.tr("Lines"), ""),
            (report.created, self.tr("New people"), "ok"),
            (known, self.tr("Already known"), ""),
            (twice, self.tr("Standing twice"), "warn" if twice else ""),
            (len(report.bad), self.tr("Refused"), "danger" if report.bad else ""),
        )
        for counter, (number, caption, ink) in zip(self.counters, shown, strict=True):
            counter.write(group(number), caption, ink)
        self.bad_rows.setVisible(bool(report.bad))

    def _show_column(self, row: int) -> None:
        known = 0 <= row < len(self.columns.columns)
        self.target.setEnabled(known)
        if known:
            one = self.columns.columns[row]
            name = isolate(one.header) if one.header else ltr(one.letter)
            self._column.setText(self.tr("The column %1 goes to").replace("%1", name))
            self.target.setAccessibleName(self.tr("The column %1 goes to").replace("%1", name))
            self.target.set_choice(one.target)

    def _change(self, target: str) -> None:
        row = self.column_list.chosen_row()
        if not 0 <= row < len(self.columns.columns):
            return
        if target:
            self.target_changed.emit(self.columns.columns[row].letter, target)
        else:
            self.target.set_choice(self.columns.columns[row].target)

    def _turn(self, which: int) -> None:
        self._tables.setCurrentIndex(which)
        for part in (self._column, self.target):
            part.setVisible(which == COLUMNS)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go to the columns."""
        self.column_list.setFocus()


class WritingView(Translated):
    """An import being written. Signals: ``stop_requested()``."""

    stop_requested = Signal()

    def __init__(self, words: ImportWords) -> None:
        super().__init__()
        self._words = words
        self._what, self._done, self._total, self._stopping = "", 0, 0, False
        self._title, self._said = Label("", "h2"), Label("", "body", "text2")
        self.meter = Meter(12)
        self._safe = MessageLine("…")
        self.button = Button("", "plain", icon="pause", key="Esc")
        self.button.clicked.connect(self.stop_requested)
        card = Card()
        for part in (self._title, self._said, self.meter, self._safe):
            card.body.addWidget(part)
        card.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        self.setFocusProxy(self.button)
        self.retranslate()

    def begin(self, what: str) -> None:
        """Start anew."""
        self._what, self._done, self._total, self._stopping = what, 0, 0, False
        self.button.setEnabled(True)
        self.retranslate()

    def advance(self, done: int, total: int) -> None:
        """Show how many people of how many are written."""
        self._done, self._total = done, total
        self.retranslate()

    def set_stopping(self) -> None:
        """Show that it stops at the next batch."""
        self._stopping = True
        self.button.setEnabled(False)
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self._title.setText(
            self.tr("Stopping…") if self._stopping else self.tr("Importing %1").replace("%1", self._what)
        )
        said = self.tr("%1 of %2").replace("%1", group(self._done)).replace("%2", self._words.people(self._total))
        self._said.setText(
            said if self._total else self.tr("Waiting for an exchange to end, or comparing with known people…")
        )
        self.meter.set_parts([Part(self._done)], whole=max(self._total, 1), sentence=said)
        safe = self.tr("Stopping is safe: people written so far stay, whole.")
        self._safe.set_message(
            safe, self.tr("Import the same file again to go on from there; nobody is doubled."), "info"
        )
        self.button.setText(self.tr("Stop"))


class ResultView(Translated):
    """What an import did. Signals: ``again_requested()``, ``bad_rows_requested()``."""

    again_requested = Signal()
    bad_rows_requested = Signal()

    def __init__(self, words: ImportWords) -> None:
        super().__init__()
        self._words = words
        self._report: Report | None = None
        self._end, self.message, self._kept = MessageLine(), MessageLine(), MessageLine()
        self.counters = [Counter() for _ in range(4)]
        self.bad_rows = Button("", "plain", icon="download")
        self.again = Button("", "plain", icon="file-spreadsheet")
        self.bad_rows.clicked.connect(self.bad_rows_requested)
        self.again.clicked.connect(self.again_requested)
        card, counts, actions = Card(), QHBoxLayout(), QHBoxLayout()
        for counter in self.counters:
            counts.addWidget(counter, 1)
        for button in (self.bad_rows, self.again):
            actions.addWidget(button)
        actions.addStretch(1)
        card.body.addWidget(self._end)
        card.body.addLayout(counts)
        card.body.addWidget(self._kept)
        card.body.addLayout(actions)
        card.body.addWidget(self.message)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        self.setFocusProxy(self.again)
        self.retranslate()

    def show_report(self, report: Report) -> None:
        """Show what was written."""
        self._report = report
        self.message.set_message("")
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.bad_rows.setText(self.tr("Save the refused lines…"))
        self.again.setText(self.tr("Import another list"))
        remembered = self.tr("The columns are remembered for the next list with these headers.")
        travels = self.tr("What was imported travels with the next exchanges, after the work of the day.")
        self._kept.set_message(remembered, travels, "info")
        report = self._report
        if report is None:
            return
        stopped = self.tr("Stopped: what was written stays. Import the same file again to go on.")
        self._end.set_message(stopped if report.cancelled else self.tr("The list is imported"), "", "ok")
        shown = (
            (report.created, self.tr("New people"), "ok"),
            (report.completed, self.tr("Known people filled in"), ""),
            (report.anomalies, self.tr("Disagreements listed"), "warn" if report.anomalies else ""),
            (len(report.bad), self.tr("Refused"), "danger" if report.bad else ""),
        )
        for counter, (number, caption, ink) in zip(self.counters, shown, strict=True):
            counter.write(group(number), caption, ink)
        self.bad_rows.setVisible(bool(report.bad))
