"""Whose act it is: a number or a name typed, who it may be under the field, who it is (`who`) once Enter is pressed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from massar_desktop.screens.finder import Finder
from massar_desktop.screens.person_words import Labels, cadre_line, chips_of, names_of
from massar_desktop.widgets.bidi import isolate, ltr
from massar_desktop.widgets.editors import SearchField
from massar_desktop.widgets.fields import LabelledField
from massar_desktop.widgets.find_list import ROW, Entry, FindList, Group
from massar_desktop.widgets.labels import CutLabel
from massar_desktop.widgets.translated import Translated

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.person import PersonView

_MOST: Final = 5
_PPR_DIGITS: Final = 7
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class PersonPick(Translated):
    """Its line `who` is put where the screen has room for it.

    Signals: ``taken()`` when it is known who it is, ``kind_wanted()`` on Up in the empty field."""

    taken = Signal()
    kind_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._view: PersonView | None = None
        self._labels: Labels = {}
        self._wanted: str | None = None
        """The text whose answer is to be taken at once: Enter was quicker than the search."""
        self._answered = ""
        self.field = LabelledField("", SearchField(height=36), required=True)
        self.list, self.finder = FindList(), Finder(session, self)
        self.who = CutLabel("", "body", weight=600)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self.field, self.list):
            column.addWidget(part)
        self.list.hide()
        self.search.installEventFilter(self)
        self.setFocusProxy(self.search)
        self.search.searched.connect(self._look)
        self.finder.found.connect(self._show)
        self.list.opened.connect(self._choose)
        self.retranslate()
        self.finder.prepare()

    @property
    def search(self) -> SearchField:
        """Where the number or the name is typed."""
        editor = self.field.editor
        if not isinstance(editor, SearchField):
            raise TypeError("a person is searched")
        return editor

    def person(self) -> int | None:
        """Who it is, None while that is not known."""
        return self._view.id if self._view is not None else None

    def name(self) -> str:
        """Her name in the language in force, "" for nobody."""
        return self.named()()

    def named(self) -> Callable[[], str]:
        """What gives the name of who is chosen now in the language that will be in force."""
        view = self._view
        return lambda: names_of(view.employee)[0] if view is not None else ""

    def take(self, person: int) -> None:
        """Read somebody; ``taken`` follows when she is there."""

        def read() -> PersonView | None:
            from massar_desktop.queries.person import person as read_person

            with self._session.database.read() as connection:
                return read_person(connection, person, self._session.replica.today())

        self._session.tasks.run(read, self._came)

    def clear(self) -> None:
        """Nobody is chosen."""
        self._view, self._wanted, self._answered = None, None, ""
        self.search.clear()
        self.list.hide()
        self.retranslate()

    def focus(self) -> None:
        """Type the next number."""
        self.search.setFocus()
        self.search.selectAll()

    def set_labels(self, labels: Labels) -> None:
        """Take the labels of codes in the language in force."""
        self._labels = labels
        self.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes who is found, arrows choose among several; Up in the empty field goes to the kind of act."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                self._enter()
                return True
            if event.key() in _STEPS:
                if self.list.isVisible():
                    self.list.step(_STEPS[Qt.Key(event.key())])
                elif event.key() == Qt.Key.Key_Up:
                    self.kind_wanted.emit()
                return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.field.set_label(self.tr("Person"))
        self.search.setPlaceholderText(self.tr("PPR, CIN or name"))
        self.list.setAccessibleName(self.tr("Who it may be"))
        view = self._view
        if view is None:
            self.who.setText("")
            return
        parts = (names_of(view.employee)[0], ltr(view.employee.text("ppr")), cadre_line(view.situation, self._labels))
        chips = [chip.text for chip in chips_of(view)[:1]]
        self.who.setText(" · ".join(isolate(part) for part in (*parts, *chips) if part))

    def _look(self, text: str) -> None:
        if self._view is not None and text:
            self._view = None
            self.retranslate()
        if text.strip():
            self.finder.look_for(text)
        else:
            self.list.hide()

    def _show(self, groups: list[Group], text: str) -> None:
        if text != self.search.text() or self._view is not None or not text.strip():
            return
        people = [entry for group in groups for entry in group.entries if entry.sort == "person"][:_MOST]
        self.list.show_groups([Group(self.tr("Who it may be"), tuple(people))])
        self._answered = text
        self.list.setFixedHeight(ROW * len(people) + 32)
        self.field.set_problem("" if people else self.tr("Nobody found"))
        if people and (self._wanted == text or self._is_complete(text, people)):
            self._wanted = None
            self._choose(people[0])
            return
        self.list.setVisible(bool(people) and self.search.hasFocus())

    def _is_complete(self, text: str, people: list[Entry]) -> bool:
        """A whole PPR that only one person has needs no Enter."""
        return len(people) == 1 and text.isdecimal() and len(text) >= _PPR_DIGITS and text == people[0].number

    def _enter(self) -> None:
        if self._view is not None:
            self.taken.emit()
        elif self._answered == self.search.text() and self.list.current() is not None:
            self.list.open_current()  # never a line that answers fewer digits than were typed
        else:
            self._wanted = self.search.text()
            self.finder.look_for(self.search.text())

    def _choose(self, entry: Entry) -> None:
        self.take(int(entry.key))

    def _came(self, view: PersonView | None) -> None:
        self._view = view
        self.list.hide()
        self.field.set_problem("")
        if view is not None:
            self.search.blockSignals(True)
            self.search.setText(view.employee.text("ppr") or view.employee.text("cin"))
            self.search.blockSignals(False)
        self.retranslate()
        if view is not None:
            self.taken.emit()
