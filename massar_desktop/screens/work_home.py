"""Home: one search for people, numbers, acts and screens; under it today's work, and while something is typed what is
found, with the chosen person beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from massar_desktop.screens.finder import Finder
from massar_desktop.screens.person_glance import PersonGlance
from massar_desktop.screens.typed_ahead import TypedAhead
from massar_desktop.screens.work_list import WorkListScreen
from massar_desktop.system.locale import current_language
from massar_desktop.widgets.bidi import group
from massar_desktop.widgets.button import Button, KeyHint
from massar_desktop.widgets.card import Card, Page
from massar_desktop.widgets.editors import SearchField
from massar_desktop.widgets.find_list import Entry, FindList, Group
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.message_line import EmptyState

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.reference import Reference

WORK, FOUND = range(2)
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class HomeScreen(Page):
    """The first screen, with the focus in its search.

    Signals: ``taken(object)`` with the Entry that Enter was pressed on, ``act_requested(object)`` and
    ``paper_requested(object)`` with the person chosen (act: or None), ``decide_requested()``.
    """

    taken = Signal(object)
    act_requested = Signal(object)
    paper_requested = Signal(object)
    decide_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.work = WorkListScreen(session)
        self.search, self.list = SearchField(), FindList()
        self.finder, self.glance = Finder(session, self), PersonGlance(session)
        self.act = Button(kind="primary", icon="file-plus", key="F4")
        self.decide = Button(icon="badge-check", key="F5")
        self._beside = Label("", "cap", "text3")
        self._empty = EmptyState("search")
        self._hints = {key: KeyHint(key) for key in ("↑ ↓", "Enter", "F4", "Ctrl T", "Ctrl P", "Esc")}
        self._wanted = ""
        self.answered = ""
        """The text whose answer is on the screen."""
        self._stack, self._found = QStackedWidget(), QStackedWidget()
        self._build()
        self._listen()
        self._ahead = TypedAhead(self._is_answered, (self.search,), self)
        if session.replica.identity.is_academy:  # it decides, and neither registers nor corrects
            for part in (self.act, self._hints["F4"], self._hints["Ctrl T"]):
                part.hide()
        self.retranslate()
        self.finder.prepare()

    def chosen_person(self) -> int | None:
        """The person on the screen that a key is about, None for nobody."""
        return self.glance.person() if self._stack.currentIndex() == FOUND else None

    def with_person(self, act: Callable[[int | None], None]) -> None:
        """Do something with who is chosen, None for nobody: now, or when what was typed is answered."""
        self._ahead.do(lambda: act(self.chosen_person()))

    def set_reference(self, known: Reference) -> None:
        """Take the labels of codes in the language in force."""
        self._reference = known
        self.glance.set_labels(known.labels(current_language()))

    def set_compact(self, *, compact: bool) -> None:
        """Take the margins of the roomy or the compact window; the work list has its own."""
        super().set_compact(compact=compact)
        if hasattr(self, "work"):
            self.work.set_compact(compact=compact)
            margins = self.column.contentsMargins()
            self.column.setContentsMargins(0, margins.top(), 0, 0)
            self.work.column.setContentsMargins(margins.left(), 0, margins.right(), margins.bottom())
            for part in (self._top, self._beside_row, self._keys):
                part.setContentsMargins(margins.left(), 0, margins.right(), 0)

    def showEvent(self, event: QShowEvent) -> None:
        """What was searched stays, and the next letter begins anew."""
        super().showEvent(event)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the search move the lines found; letters typed in the work list go on with the search."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.search:
                return self._key_of_search(event)
            control = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
            if watched is self.work.table and event.text().strip() and event.text().isprintable() and not control:
                self.search.setFocus()
                QApplication.sendEvent(self.search, event)
                return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.search.setPlaceholderText(self.tr("Number, name, act or screen"))
        self.search.setAccessibleName(self.tr("Search"))
        self.list.setAccessibleName(self.tr("Found"))
        self.act.setText(self.tr("New act"))
        self.decide.setText(self.tr("Decide"))
        self._empty.set_text(
            self.tr("Nothing found"), self.tr("Try fewer letters, or the PPR or the CIN alone; F3 shows everybody.")
        )
        words = (
            self.tr("move"),
            self.tr("open"),
            self.tr("act"),
            self.tr("telephone"),
            self.tr("paper"),
            self.tr("today's work"),
        )
        for hint, word in zip(self._hints.values(), words, strict=True):
            hint.set_text(word)
        if hasattr(self, "_reference"):
            self.set_reference(self._reference)
        if self.search.text():
            self.finder.look_for(self.search.text())

    def _key_of_search(self, event: QKeyEvent) -> bool:
        if self._stack.currentIndex() == FOUND:
            if event.key() in _STEPS:
                self.list.step(_STEPS[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._enter()
                return True
        elif event.key() == Qt.Key.Key_Down:
            self.work.table.setFocus()
            return True
        return False

    def _enter(self) -> None:
        """Take the current line, but never of a list that answers fewer letters than were typed."""
        if self.answered == self.search.text():
            self.list.open_current()
        else:
            self._wanted = self.search.text()

    def _look(self, text: str) -> None:
        self._wanted = ""
        if text.strip():
            self.finder.look_for(text)
        else:
            self.answered = ""
            self._stack.setCurrentIndex(WORK)
            self.glance.show_person(None)
            self._ahead.look()

    def _show(self, groups: list[Group], text: str) -> None:
        if not text.strip() or not self.search.text().strip():
            return
        kept = self.list.current() if text == self.answered else None
        self.answered = text
        self.list.show_groups(groups)
        self.list.choose(kept)
        self._found.setCurrentIndex(0 if self.list.entries() else 1)
        people = sum(entry.sort == "person" for entry in self.list.entries())
        more = self.finder.total > people > 0
        said = self.tr("%1 people found; the first ones stand here, F3 shows all").replace(
            "%1", group(self.finder.total)
        )
        self._beside.setText(said if more else "")
        self._stack.setCurrentIndex(FOUND)
        if self._wanted == text:
            self._wanted = ""
            self.list.open_current()
        self._ahead.look()

    def _is_answered(self) -> bool:
        """Never who was found by fewer letters, nor who was chosen before."""
        if not self.search.text().strip():
            return self._stack.currentIndex() == WORK
        return self.answered == self.search.text() and self.glance.is_read

    def _moved(self, entry: Entry | None) -> None:
        self.glance.show_person(int(entry.key) if entry is not None and entry.sort == "person" else None)

    def _phone(self, person: int | None) -> None:
        if person is not None:
            self.glance.edit_phone()

    def _paper(self, person: int | None) -> None:
        if person is not None:
            self.paper_requested.emit(person)

    def _listen(self) -> None:
        self.search.installEventFilter(self)
        self.work.table.installEventFilter(self)
        self.search.searched.connect(self._look)
        self.finder.found.connect(self._show)
        self.finder.reading.reference_read.connect(self.set_reference)
        self.finder.reading.read_reference()
        self.list.moved.connect(self._moved)
        self.list.opened.connect(self.taken)
        self.glance.opened.connect(lambda person: self.taken.emit(Entry("person", str(person), "")))
        self.glance.left_phone.connect(self.search.setFocus)
        self.glance.shown.connect(lambda _glance: self._ahead.look())
        self.act.clicked.connect(lambda: self.with_person(self.act_requested.emit))
        self.glance.act_requested.connect(self.act_requested)
        self.glance.papers_requested.connect(self.paper_requested)
        self.decide.clicked.connect(self.decide_requested)
        self._session.changed.connect(self._changed)
        for keys, act in (("Ctrl+T", self._phone), ("Ctrl+P", self._paper)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(partial(self.with_person, act))

    def _changed(self, _changes: object) -> None:
        if self._stack.currentIndex() == FOUND and (entry := self.list.current()) is not None:
            self.glance.show_person(int(entry.key) if entry.sort == "person" else None, again=True)

    def _build(self) -> None:
        self.title.hide()
        self.beside.hide()
        self._top, self._beside_row, self._keys = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._top.setSpacing(10)
        self._top.addWidget(self.search, 1)
        self._top.addWidget(self.decide)
        self._top.addWidget(self.act)
        card = Card(ground="list")
        card.body.addWidget(self.list)
        self._found.addWidget(card)
        self._found.addWidget(self._empty)
        self._beside_row.addWidget(self._beside)
        self._keys.setSpacing(16)
        for hint in self._hints.values():
            self._keys.addWidget(hint)
        self._keys.addStretch(1)
        results = QWidget()
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 10)
        middle = QHBoxLayout()
        middle.setContentsMargins(20, 0, 20, 0)
        middle.addWidget(self._found)
        column.addLayout(middle, 1)
        column.addLayout(self._beside_row)
        column.addLayout(self._keys)
        across = QHBoxLayout(results)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addLayout(column, 1)
        across.addWidget(self.glance)
        self._stack.addWidget(self.work)
        self._stack.addWidget(results)
        self.body.addLayout(self._top)
        self.body.addWidget(self._stack, 1)
        self.set_compact(compact=False)
        self.setFocusProxy(self.search)
