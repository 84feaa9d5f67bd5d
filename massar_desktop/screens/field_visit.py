"""A field visit: the schools that will be seen, how far each is counted, its list to fill in or print."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from massar_desktop.background.session import Session
from massar_desktop.models.rows import Cell, RowsModel
from massar_desktop.screens.person_words import closed_since
from massar_desktop.system.locale import current_language
from massar_desktop.system.preferences import VISIT_LOCK, Preferences
from massar_desktop.widgets.bidi import group, isolate, ltr
from massar_desktop.widgets.button import Button, KeyHint
from massar_desktop.widgets.card import Card, Page
from massar_desktop.widgets.check_box import CheckBox
from massar_desktop.widgets.choice_edit import ChoiceEdit
from massar_desktop.widgets.fields import LabelledField
from massar_desktop.widgets.labels import CutLabel
from massar_desktop.widgets.message_line import EmptyState
from massar_desktop.widgets.table import Table

if TYPE_CHECKING:
    from massar_desktop.queries.census import SchoolCount
    from massar_desktop.queries.reference import Names

NOTE: Final = "visit_schools"
_CHOICE_WIDTH: Final = 320
_Read = tuple[int, "list[SchoolCount]"]


class FieldVisitScreen(Page):
    """Signals: ``school_opened(str)`` with a GRESA code, ``list_requested(int, str)`` with year and school to print,
    ``left()`` on Escape.
    """

    school_opened = Signal(str)
    list_requested = Signal(int, str)
    left = Signal()

    def __init__(self, session: Session, preferences: Preferences) -> None:
        super().__init__()
        self._session, self._preferences = session, preferences
        self._year, self._schools = 0, dict[str, "SchoolCount"]()
        self.visit, self._strict = CheckBox(), CutLabel("", "sub", "text2")
        self.choice_edit = ChoiceEdit()
        self.choice = LabelledField("", self.choice_edit)
        self.model, self.table = RowsModel(self), Table()
        self.empty = EmptyState("school")
        self.print_button, self.back = (
            Button(icon="printer", key="Ctrl P", bind=True),
            Button(icon="arrow-left", key="Esc"),
        )
        self._hints = {key: KeyHint(key) for key in ("Enter", "Del")}
        self._build()
        self._listen()
        self.retranslate()

    def chosen(self) -> list[str]:
        """Return the GRESA codes of the schools to visit, in the order in which they were added."""
        kept = self._preferences.note(NOTE)
        return [str(one) for one in json.loads(kept)] if kept else []

    def add(self, gresa: str) -> None:
        """Add a school to the visit."""
        if gresa and gresa not in self.chosen():
            self._keep([*self.chosen(), gresa])
            self.table.choose_row(self.model.rowCount() - 1)
        self.choice_edit.set_choice("")

    def remove_chosen(self) -> None:
        """Take the school of the current row off the visit."""
        gresa = self._current()
        self._keep([one for one in self.chosen() if one != gresa])

    def refresh(self) -> None:
        """Read how far the schools are."""
        replica, clerk = self._session.replica, self._session.clerk

        def read() -> _Read:
            from massar_desktop.queries.asking import Asker
            from massar_desktop.queries.census import census_year, schools

            who = Asker(replica.identity, clerk, replica.today())
            with self._session.database.read() as connection:
                year = census_year(connection, who)
                return year, schools(connection, who, year)

        self._session.tasks.run(read, self._show)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del takes a school off, Escape leaves."""
        if event.key() == Qt.Key.Key_Delete:
            self.remove_chosen()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Read again when the page comes to the front."""
        super().showEvent(event)
        self.refresh()

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.title.setText(self.tr("Field visit"))
        self.beside.setText(self.tr("Everything is on this laptop; what is counted leaves with the next exchange."))
        self.visit.setText(self.tr("This laptop is on a field visit"))
        strict = self.tr("It locks by itself after %1 minutes.")
        self._strict.setText(strict.replace("%1", str(VISIT_LOCK)))
        self.choice.set_label(self.tr("School to visit"))
        self.choice.set_help(self.tr("Type a part of its name or its code"))
        self.print_button.setText(self.tr("Print its sheet"))
        self.back.setText(self.tr("Back"))
        self._hints["Enter"].set_text(self.tr("fill in its list"))
        self._hints["Del"].set_text(self.tr("take it off"))
        self.table.setAccessibleName(self.tr("Schools to visit"))
        self.empty.set_text(
            self.tr("No school chosen yet"),
            self.tr("Choose the schools above: only they are listed here."),
        )
        self._write()

    def _build(self) -> None:
        for action in (self.print_button, self.back):
            self.add_action(action)
        self.table.setModel(self.model)
        self.choice.setMinimumWidth(_CHOICE_WIDTH)
        above = QHBoxLayout()
        above.setSpacing(24)
        above.addWidget(self.choice)
        above.addWidget(self.visit, 0, Qt.AlignmentFlag.AlignVCenter)
        above.addWidget(self._strict, 1, Qt.AlignmentFlag.AlignVCenter)
        top, listed = Card(), Card(ground="list")
        top.body.addLayout(above)
        listed.body.addWidget(self.table)
        inside = QWidget()
        self._stack = QStackedLayout(inside)
        self._stack.addWidget(listed)
        self._stack.addWidget(self.empty)
        keys = QHBoxLayout()
        for hint in self._hints.values():
            keys.addWidget(hint)
        keys.addStretch(1)
        self.body.addWidget(top)
        self.body.addWidget(inside, 1)
        self.body.addLayout(keys)
        self.setFocusProxy(self.choice_edit)

    def _listen(self) -> None:
        self.visit.setChecked(self._preferences.visiting)
        self.visit.toggled.connect(lambda on: self._preferences.choose_visiting(visiting=on))
        self._preferences.changed.connect(self._take)  # a method: the preferences outlive this page
        self.choice_edit.choice_changed.connect(self.add)
        self.table.row_opened.connect(lambda _: self.school_opened.emit(self._current()))
        self.print_button.clicked.connect(lambda: self.list_requested.emit(self._year, self._current()))
        self.back.clicked.connect(self.left)

    def _take(self, _name: str) -> None:
        self.visit.setChecked(self._preferences.visiting)

    def _keep(self, schools: list[str]) -> None:
        self._preferences.keep_note(NOTE, json.dumps(schools))
        self._write()

    def _current(self) -> str:
        row = self.table.chosen_row()
        chosen = self.chosen()
        return chosen[row] if 0 <= row < len(chosen) else ""

    def _show(self, read: _Read) -> None:
        self._year = read[0]
        self._schools = {one.gresa: one for one in read[1] if one.gresa}
        self._write()

    def _write(self) -> None:
        chosen, row = self.chosen(), self.table.chosen_row()
        self.choice_edit.set_choices(
            [(gresa, _said(one.names)) for gresa, one in self._schools.items() if gresa not in chosen]
        )
        titles = (self.tr("School"), self.tr("On its list"), self.tr("Counted"), self.tr("To count"))
        self.model.show_rows(titles, [self._row(number, gresa) for number, gresa in enumerate(chosen)])
        self.table.set_widths([420, 140, 140, 140], stretched=0)
        self.table.choose_row(min(max(row, 0), len(chosen) - 1))
        self._stack.setCurrentIndex(0 if chosen else 1)
        self.print_button.setEnabled(bool(chosen) and bool(self._year))

    def _row(self, number: int, gresa: str) -> tuple[int, list[Cell]]:
        one = self._schools.get(gresa)
        if one is None:
            return number, [Cell(ltr(gresa), " "), Cell("—"), Cell("—"), Cell("—")]
        other = one.names[1 if current_language() == "ar" else 0]
        below = f"{isolate(other)} · {ltr(gresa)}" if other else ltr(gresa)
        below = f"{below} · {closed_since(one.closed)}" if one.closed else below
        left = Cell(group(one.uncounted), ink="warn" if one.uncounted else "ok", strong=True)
        return number, [
            Cell(isolate(_said(one.names)), below),
            Cell(group(one.expected)),
            Cell(group(one.counted)),
            left,
        ]


def _said(names: Names) -> str:
    first, second = names if current_language() == "ar" else (names[1], names[0])
    return first or second
