"""The parts of a file under tabs, an overview of all of them first.

A part is dressed and filled when it comes to the front; those that were in front before, and what was typed in others,
follow once the file has been painted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from massar_desktop.forms.form import RecordForm
from massar_desktop.screens.file_parts import (
    ACTS,
    DIPLOMAS_TAB,
    DUPLICATES,
    FAMILY_TAB,
    HISTORY,
    IDENTITY,
    NOTES,
    OVERVIEW,
    PAPERS,
    SITUATION,
    Aim,
)
from massar_desktop.screens.person_acts import ActsTab
from massar_desktop.screens.person_history import HistoryTab
from massar_desktop.screens.person_join import JoinTab
from massar_desktop.screens.person_listings import DIPLOMAS, FAMILY
from massar_desktop.screens.person_notes import NotesTab
from massar_desktop.screens.person_overview import OverviewTab
from massar_desktop.screens.person_papers import PapersTab
from massar_desktop.screens.person_records import RecordsTab
from massar_desktop.screens.person_situation import SituationTab
from massar_desktop.system.locale import current_language
from massar_desktop.widgets.button import KeyCap
from massar_desktop.widgets.translated import Translated

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.person import PersonView
    from massar_desktop.queries.reference import Reference

_SECTIONS = ("identity", "contact", "cover", "control")
_TABLES = ("country",)
_TYPED = (FAMILY_TAB, DIPLOMAS_TAB, NOTES)
"""Parts with forms: a draft of them is told of although nobody looks."""
FILL_MS = 100
"""After a file is shown its hidden parts are filled so much later, one at a step."""


class PersonTabs(Translated):
    """All parts of a file; Ctrl 0 to Ctrl 9 go to one, F4 begins an act, Ctrl D attaches a scan.

    `form` is that of the person's own record. Signals: ``history_wanted(object)`` with the dossiers whose history is to
    be shown, ``filled()`` when a hidden part was filled: it may hold what was typed before.
    """

    history_wanted = Signal(object)
    filled = Signal()

    def __init__(self, session: Session, form: RecordForm) -> None:
        super().__init__()
        self._view: PersonView | None = None
        self._unfilled: set[int] = set()
        self._reference: Reference | None = None
        identity = session.replica.identity
        self.form = form
        self.overview = OverviewTab(session)
        self.situation = SituationTab(session)
        self.family = RecordsTab(session, FAMILY, form.section("family", titled=False))
        self.diplomas = RecordsTab(session, DIPLOMAS)
        self.history = HistoryTab(session)
        self.join = JoinTab(session)
        self.acts, self.papers = ActsTab(session), PapersTab(session)
        self.notes = NotesTab(session)
        self.bar, self._stack = QTabBar(), QStackedWidget()
        self._build()
        self._decides_only = identity.is_academy
        if self._decides_only:
            self._read_only()
        self._fills: Mapping[int, Callable[[PersonView], None]] = {
            OVERVIEW: self.overview.show_person,
            SITUATION: self.situation.show_person,
            FAMILY_TAB: self.family.show_person,
            DIPLOMAS_TAB: self.diplomas.show_person,
            HISTORY: self._want_history,
            DUPLICATES: self.join.show_person,
            ACTS: self.acts.show_person,
            PAPERS: self.papers.show_person,
            NOTES: self.notes.show_person,
        }
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._fill_next)
        self.bar.currentChanged.connect(self._turn)
        self.overview.opened.connect(self._open)
        self.retranslate()

    def show_person(self, view: PersonView | None, part: int | None = None) -> None:
        """Show a dossier, with `part` in front or the one that is; None leaves only her identity, for somebody new."""
        self._view = view
        self._unfilled = set(self._fills) if view is not None else set()
        if view is None:
            self.bar.setCurrentIndex(IDENTITY)
        for number in range(self.bar.count()):
            enabled = view is not None or number == IDENTITY
            if self.bar.isTabEnabled(number) != enabled:  # each is laid out again with all others
                self.bar.setTabEnabled(number, enabled)
        if part is not None:
            self.go_to(part)
        for number in (self.bar.currentIndex(), *self._typed_in()):
            self._fill(number)
        self._later.start(FILL_MS)
        self._name_tabs()

    def let_go(self) -> None:
        """The person is left: keep what is typed, forget whose it was."""
        self._later.stop()
        self._view, self._unfilled = None, set()
        for tab in self.records():
            tab.let_go()
        self.acts.let_go()

    def _typed_in(self) -> list[int]:
        """Hidden parts with something typed: they say at once what became of it."""
        parts = ((FAMILY_TAB, (self.family,)), (DIPLOMAS_TAB, (self.diplomas,)), (NOTES, self.notes.tabs))
        return [number for number, tabs in parts if any(tab.form.is_typed() for tab in tabs)]

    def _fill(self, number: int) -> None:
        if self._view is not None and number in self._unfilled:
            self._unfilled.discard(number)
            self._fills[number](self._view)

    def _fill_next(self) -> None:
        due = [n for n in self._unfilled if n in _TYPED or self._stack.indexOf(self._parts[n]) >= 0]
        if due:
            self._fill(min(due))
            self.filled.emit()
            self._later.start(0)

    def _want_history(self, view: PersonView) -> None:
        self.history_wanted.emit([view.id, *(row.id for row in view.joined)])

    def _turn(self, number: int) -> None:
        """Another part comes to the front: filled first."""
        part = self._parts[number]
        if self._stack.indexOf(part) < 0:
            self._stack.addWidget(part)
        self._fill(number)
        self._stack.setCurrentWidget(part)

    def go_to(self, number: int) -> None:
        """Bring a part to the front, if it is open."""
        if self.bar.isTabEnabled(number):
            self.bar.setCurrentIndex(number)

    def take_focus(self, number: int) -> None:
        """Put the cursor into a part that is in front, where its work begins."""
        if number == IDENTITY:
            self.form.focus_first()
        else:
            at = {ACTS: self.acts.table, NOTES: self.notes.tabs[0].table}
            at.get(number, self._parts[number]).setFocus()

    def _open(self, aim: Aim) -> None:
        """Go where a line of the overview is worked on."""
        if aim.part == ACTS:
            self.acts.aim(aim.act, aim.draft)
        self.go_to(aim.part)
        self.take_focus(aim.part)

    def begin_act(self) -> None:
        """Begin an act of the person shown."""
        if not self._decides_only and self.bar.isTabEnabled(ACTS):
            self.go_to(ACTS)
            self.acts.start_new()

    @property
    def is_typing_act(self) -> bool:
        """True while a new act is in front: saving and leaving are its own."""
        return self.bar.currentIndex() == ACTS and self.acts.is_typing

    def attach_scan(self) -> None:
        """Attach a scan to the file of the person shown."""
        if self.bar.isTabEnabled(PAPERS):
            self.go_to(PAPERS)
            self.papers.begin()

    @property
    def is_in_scan(self) -> bool:
        """True while a scan is attached or looked at in front: saving and leaving are its own."""
        return self.bar.currentIndex() == PAPERS and self.papers.is_over_list

    def forms(self) -> tuple[RecordForm, ...]:
        """Everything that can be typed into."""
        return (self.form, *(tab.form for tab in self.records()))

    def records(self) -> tuple[RecordsTab, ...]:
        """The lists of records with a form each."""
        return (self.family, self.diplomas, *self.notes.tabs)

    def set_reference(self, known: Reference) -> None:
        """Take code tables and schools."""
        self._reference = known
        self._label()

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self._name_tabs()
        self._label()
        self.form.retranslate()

    def _name_tabs(self) -> None:
        view = self._view
        family = len(view.standing("dependant")) if view is not None else 0
        diplomas = len(view.standing("diploma")) if view is not None else 0
        notes = self.notes.count(view) if view is not None else 0
        words = (
            self.tr("Overview"),
            self.tr("Identity and contact"),
            self.tr("Situation"),
            self.tr("Family") + (f"  {family}" if family else ""),
            self.tr("Diplomas") + (f"  {diplomas}" if diplomas else ""),
            self.tr("History"),
            self.tr("Duplicates"),
            self.tr("Acts"),
            self.tr("Papers"),
            self.tr("Notes") + (f"  {notes}" if notes else ""),
        )
        for number, word in enumerate(words):
            if self.bar.tabText(number) != word:
                self.bar.setTabText(number, word)
        self.bar.setAccessibleName(self.tr("Parts of the file"))

    def _label(self) -> None:
        """Write the labels of codes and the choices of the forms: the same for everybody, so not at each file."""
        known, language = self._reference, current_language()
        if known is not None:
            labels = known.labels(language)
            self.overview.set_reference(labels)
            self.situation.set_reference(labels, dict(known.school_choices(language)))
            self.history.set_labels(labels)
            self.join.set_labels(labels)
            self.acts.set_reference(known, labels, language)
            self.form.set_choices({table: known.choices(table, language) for table in _TABLES})

    def _build(self) -> None:
        row = QHBoxLayout()
        for number in range(NOTES + 1):
            self.bar.addTab("")
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(lambda number=number: self.go_to(number))
        for key, begin in ((QKeySequence(Qt.Key.Key_F4), self.begin_act), (QKeySequence("Ctrl+D"), self.attach_scan)):
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(begin)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(False)
        self.bar.currentChanged.connect(lambda _tab: self.bar.updateGeometry())  # the one in front is bold, so wider
        self.bar.setDrawBase(False)
        row.addWidget(self.bar)
        row.addStretch(1)
        row.addWidget(KeyCap("Ctrl 0 … 9"), 0, Qt.AlignmentFlag.AlignVCenter)
        parts = (
            self.situation,
            self.family,
            self.diplomas,
            self.history,
            self.join,
            self.acts,
            self.papers,
            self.notes,
        )
        self._parts = (self.overview, self._identity(), *parts)
        self._stack.addWidget(self.overview)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(row)
        whole.addWidget(self._stack, 1)

    def _read_only(self) -> None:
        """An academy decides: what a directorate writes is read here, and what is done with it is not offered."""
        for form in self.forms():
            for editor in form.editors.values():
                editor.setEnabled(False)
        for tab in self.records():
            tab.add.hide()
            tab.withdraw.hide()
        self.papers.add.hide()
        self.bar.setTabVisible(DUPLICATES, False)

    def _identity(self) -> QWidget:
        inside = QWidget()
        inside.setProperty("kind", "canvas")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for section in _SECTIONS:
            column.addWidget(self.form.section(section))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        return area
