"""One school's list of the census: everybody as expected, exceptions by number or by key, saved at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from massar_desktop.models.rows import Cell, RowsModel
from massar_desktop.screens.census_flow import CensusFlow, Listing, Tick
from massar_desktop.screens.census_words import FOUND, found_chip, found_of, found_word, letter_of
from massar_desktop.screens.person_words import colon
from massar_desktop.system.locale import current_language
from massar_desktop.widgets.bidi import isolate, ltr
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card
from massar_desktop.widgets.chip import ChipSpec
from massar_desktop.widgets.editors import TextEdit
from massar_desktop.widgets.fields import LabelledField
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.message_line import MessageLine
from massar_desktop.widgets.table import Table
from massar_desktop.widgets.translated import Translated

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.queries.census import CensusLine

KEEP_MS: Final = 400
_ENTRY: Final = re.compile(r"\s*([0-9]{1,4})\s*(\D?)\s*")
_WIDTHS: Final = [56, 300, 110, 190, 190]
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class CensusList(Translated):
    """Signals: ``closed()``, ``papers_requested(int, str)`` with year and school, ``certificate_requested(object)``
    with the row of a person's line, ``file_opened(object, object)`` with a person and her line (0 for none).
    """

    closed = Signal()
    papers_requested = Signal(int, str)
    certificate_requested = Signal(object)
    file_opened = Signal(object, object)

    def __init__(self, flow: CensusFlow) -> None:
        super().__init__()
        self.flow = flow
        self._listing: Listing | None = None
        self._wanted = 0
        self.ticks: dict[int, str] = {}
        self.model, self.table = RowsModel(self), Table()
        self.entry = LabelledField("", TextEdit())
        self.save_button = Button(kind="primary", key="Ctrl Enter")
        self.print_button = Button(icon="printer", key="Ctrl P", bind=True)
        self.certificate = Button(icon="badge-check", key="Ctrl R", bind=True)
        self.back = Button(icon="arrow-left", key="Esc", bind=True)
        self.said, self.sum = MessageLine(), Label("", "body", "text2", wrap=True)
        self._school = Label("", "h2")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(KEEP_MS)
        self._say: Callable[[], None] | None = None
        self._build()
        self._connect()
        self.retranslate()

    @property
    def line(self) -> TextEdit:
        """Where a number is typed."""
        editor = self.entry.editor
        if not isinstance(editor, TextEdit):
            raise TypeError("a number is typed on a line")
        return editor

    def open(self, year: int, gresa: str, person: int = 0) -> None:
        """Ask for the list of a school; a person of it may be put in front."""
        self._listing, self._wanted = None, person
        self.ticks = {}
        self._say = None
        self.said.set_message("")
        self._list()
        self.flow.read_list(year, gresa)

    def note(self, number: int, found: str) -> bool:
        """Note what was found of the person with this number on the list; False when there is none."""
        lines = self._lines()
        if not 1 <= number <= len(lines):
            return False
        line = lines[number - 1]
        if line.found == found:
            self.ticks.pop(line.person, None)
        else:
            self.ticks[line.person] = found
        self._list()
        self.table.choose_row(number - 1)
        self._later.start()
        return True

    def to_save(self) -> list[Tick]:
        """What saving would note: everybody who is not counted, and who is counted otherwise."""
        found = []
        for line in self._lines():
            noted = self.ticks.get(line.person, "" if line.found else line.proposed)
            if noted:
                found.append(Tick(line.person, noted, mends=bool(line.found)))
        return found

    def save(self) -> None:
        """Save the whole list."""
        if self._listing is not None:
            self.flow.save(self._listing.year, self._listing.gresa, self.to_save())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the line, the arrows move in the list; in the list, 1 to 5 note what was found and go on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.line and event.key() in _STEPS:
                self.table.choose_row(self.table.chosen_row() + _STEPS[Qt.Key(event.key())])
                return True
            number = event.key() - Qt.Key.Key_1
            if watched is self.table and 0 <= number < len(FOUND) and not event.modifiers():
                row = self.table.chosen_row()
                if self.note(row + 1, FOUND[number][0]):
                    self.table.choose_row(min(row + 1, len(self._lines()) - 1))
                return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.entry.set_problem("")
        self.entry.set_label(self.tr("Number of the person, then a letter"))
        letters = " · ".join(f"{letter_of(found)} {found_word(found)}" for found, *_ in FOUND)
        self.entry.set_help(letters)
        self.print_button.setText(self.tr("Print the list"))
        self.certificate.setText(self.tr("Certificate"))
        self.back.setText(self.tr("Schools"))
        self.table.setAccessibleName(self.tr("People of the school"))
        if self._say is not None:
            self._say()
        self._list()

    def _show(self, listing: Listing) -> None:
        before = self._listing
        self._listing = listing
        if before is None:
            self.ticks = dict(listing.begun)
        people = [line.person for line in listing.lines]
        self.ticks = {person: found for person, found in self.ticks.items() if person in people}
        self._list()
        self.table.choose_row(people.index(self._wanted) if self._wanted in people else 0)
        if before is None:
            self.line.setFocus()

    def _lines(self) -> list[CensusLine]:
        return list(self._listing.lines) if self._listing is not None else []

    def _list(self) -> None:
        lines, row = self._lines(), self.table.chosen_row()
        titles = (self.tr("No."), self.tr("Person"), self.tr("PPR"), self.tr("Known"), self.tr("Found"))
        self.model.show_rows(titles, [(line.person, self._cells(n, line)) for n, line in enumerate(lines, start=1)])
        self.table.set_widths(_WIDTHS, stretched=1)
        self.table.choose_row(max(0, row))
        language, listing = current_language(), self._listing
        named = listing.known.school(listing.gresa, language) if listing is not None and listing.gresa else ""
        self._school.setText(named or self.tr("Without a school"))
        waiting = self.to_save()
        self.save_button.setEnabled(bool(waiting))
        self.save_button.setText(self.tr("Save the list"))
        counts = Counter(tick.found for tick in waiting)
        parts = [f"{found_word(found)}{colon()} {ltr(str(counts[found]))}" for found, *_ in FOUND if counts[found]]
        done = self.tr("Everybody of this list is counted.") if lines else ""
        self.sum.setText(" · ".join(parts) if parts else done)
        for button in (self.print_button, self.certificate):
            button.setEnabled(bool(lines))

    def _cells(self, number: int, line: CensusLine) -> tuple[Cell, ...]:
        ticked = self.ticks.get(line.person)
        found = ticked or line.found or line.proposed
        chip = found_chip(found, noted=bool(ticked or line.found))
        known = found_word(line.proposed) if line.proposed != "present" else ""
        name = isolate(line.named.name(current_language()))
        saved = self.tr("saved") if line.found and not ticked else self.tr("not saved") if ticked else ""
        return (
            Cell(ltr(str(number)), ink="text2"),
            Cell(name, strong=True),
            Cell(ltr(line.named.ppr), ink="text2"),
            Cell(chip=ChipSpec(known, "info")) if known else Cell(saved, ink="text3"),
            Cell(chip=chip),
        )

    def _enter(self) -> None:
        typed = _ENTRY.fullmatch(self.line.text())
        found = found_of(typed.group(2).strip()) if typed is not None else None
        if not self.line.text().strip():
            return
        if typed is None or found is None:
            self.entry.set_problem(self.tr("Type the number on the list and one of the letters below it."))
        elif not self.note(int(typed.group(1)), found):
            self.entry.set_problem(self.tr("The list has no such number."))
        else:
            self.entry.set_problem("")
            self.line.clear()

    def _keep(self) -> None:
        if self._listing is not None:
            self.flow.keep(self._listing.year, self._listing.gresa, self.ticks)

    def _saved(self, count: int) -> None:
        listing = self._listing
        self.ticks = {}
        self._later.stop()
        self._tell(partial(self._say_saved, count))
        if listing is not None:
            self.flow.read_list(listing.year, listing.gresa)

    def _close(self) -> None:
        if self._later.isActive():
            self._later.stop()
            self._keep()
        self.closed.emit()

    def _certify(self) -> None:
        row, lines = self.table.chosen_row(), self._lines()
        line = lines[row].line if 0 <= row < len(lines) else None
        if line is not None:
            self.certificate_requested.emit(line.id)
        else:
            self._tell(self._say_not_counted)

    def _tell(self, say: Callable[[], None]) -> None:
        """Say it now, and again when the language changes."""
        self._say = say
        say()

    def _say_saved(self, count: int) -> None:
        text = self.tr("%1 people noted on this computer; they will be sent at the next exchange.")
        self.said.set_message(text.replace("%1", str(count)), self.tr("Ctrl P prints the list."), "ok")

    def _say_not_counted(self) -> None:
        self.said.set_message(self.tr("She is not counted yet."), self.tr("Note her and save the list first."), "warn")

    def _open(self, row: int) -> None:
        lines = self._lines()
        if 0 <= row < len(lines):
            line = lines[row].line
            self.file_opened.emit(lines[row].person, line.id if line is not None else 0)

    def _connect(self) -> None:
        self.flow.listed.connect(self._show)
        self.flow.saved.connect(self._saved)
        self.line.returnPressed.connect(self._enter)
        self.line.textEdited.connect(lambda _text: self.entry.set_problem(""))
        self.line.installEventFilter(self)
        self.table.installEventFilter(self)
        self.table.row_opened.connect(self._open)
        self._later.timeout.connect(self._keep)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)
        self.save_button.clicked.connect(lambda _=False: self.save())
        self.print_button.clicked.connect(lambda _=False: self._ask_to_print())
        self.certificate.clicked.connect(lambda _=False: self._certify())
        self.back.clicked.connect(lambda _=False: self._close())

    def _ask_to_print(self) -> None:
        if self._listing is not None:
            self.papers_requested.emit(self._listing.year, self._listing.gresa)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._school, 1)
        for button in (self.certificate, self.print_button, self.back):
            head.addWidget(button)
        card = Card(ground="list")
        self.table.setModel(self.model)
        card.body.addWidget(self.table)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        self.entry.setFixedWidth(460)
        foot.addWidget(self.entry)
        foot.addWidget(self.sum, 1)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.said)
        column.addWidget(card, 1)
        column.addLayout(foot)
        self.said.set_message("")
