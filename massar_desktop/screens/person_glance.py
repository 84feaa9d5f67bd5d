"""The pane beside a list of people: who is chosen, read at once, and her telephone corrected on the spot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from massar_desktop.forms.editors import FieldEditor
from massar_desktop.screens.people_preview import PersonPreview
from massar_desktop.screens.person_words import Labels, names_of
from massar_desktop.system.error_words import error_text
from massar_desktop.system.wording import code_text, problem_text
from massar_desktop.widgets.message_line import MessageLine
from massar_desktop.widgets.translated import Translated
from sync.domain import catalog
from sync.domain.entities.reading import OPENED
from sync.domain.identifiers import Malformed
from sync.domain.operation import Operation, Verb
from sync.domain.shape import parse_typed

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.glance import Glance
    from sync.client.replica import Saved

PHONE = "phone"


class PersonGlance(Translated):
    """Signals: ``opened(object)``, ``act_requested(object)``, ``papers_requested(object)`` with a person,
    ``shown(object)`` with a Glance when it is on the screen, ``left_phone()`` when the telephone was saved or given up:
    the focus goes back to the search.
    """

    opened = Signal(object)
    act_requested = Signal(object)
    papers_requested = Signal(object)
    shown = Signal(object)
    left_phone = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._asked: int | None = None
        self._glance: Glance | None = None
        self.preview = PersonPreview()
        self.phone = FieldEditor("employee", catalog.BY_NAME["employee"].by_name[PHONE])
        self.said = MessageLine()
        self.preview.extra.addWidget(self.phone)
        self.preview.extra.addWidget(self.said)
        self.phone.hide()
        self.said.hide()
        self.phone.editor.installEventFilter(self)
        self.preview.opened.connect(self.opened)
        self.preview.act_requested.connect(self.act_requested)
        self.preview.papers_requested.connect(self.papers_requested)
        if session.replica.identity.is_academy:
            self.preview.act.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.preview)
        self.setFixedWidth(self.preview.width())

    def show_person(self, person: int | None, *, again: bool = False) -> None:
        """Read somebody and show her; None shows nothing. `again` reads who is shown already."""
        if person == self._asked and not again:
            return
        if person != self._asked:
            self._close_phone()
            self.said.set_message("")
        self._asked = person
        if person is None:
            self._glance = None
            self.preview.show_person(None)
            return
        replica, clerk = self._session.replica, self._session.clerk

        def read() -> Glance:
            from massar_desktop.queries.asking import Asker
            from massar_desktop.queries.glance import glance

            with self._session.database.read() as connection:
                found = glance(connection, person, Asker(replica.identity, clerk, replica.today()))
            if not again:
                self._session.note_reading(found.confidential, OPENED)
            return found

        self._session.tasks.run(read, self._came)

    @property
    def is_read(self) -> bool:
        """Whether who was chosen last is on the screen; until then it shows who was chosen before."""
        return self._asked is None or (self._glance is not None and self._glance.person == self._asked)

    def glance(self) -> Glance | None:
        """What is on the screen of who was chosen last, None while it is read or nobody is."""
        return self._glance if self.is_read else None

    def person(self) -> int | None:
        """The person chosen, if she can be worked on; None for nobody and while she is read."""
        glance = self.glance()
        return glance.view.id if glance is not None and glance.view is not None else None

    def name(self) -> str:
        """Her name in the language in force, "" for nobody."""
        glance = self.glance()
        return names_of(glance.view.employee)[0] if glance is not None and glance.view is not None else ""

    def set_labels(self, labels: Labels) -> None:
        """Take the labels of codes in the language in force."""
        self.preview.set_labels(labels)

    def edit_phone(self) -> None:
        """Open the telephone of who is shown: typed over, Enter saves, Escape gives up."""
        if self.person() is None or self._session.replica.identity.is_academy:
            return
        self.said.set_message("")
        self.phone.set_text("")
        self.phone.set_problem("")
        self.phone.show()
        self.phone.editor.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Escape in the telephone."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._save_phone()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._close_phone()
                self.left_phone.emit()
                return True
        return super().eventFilter(watched, event)

    def _save_phone(self) -> None:
        person = self.person()
        if person is None:
            return
        try:
            value = parse_typed(self.phone.field, self.phone.text())
        except Malformed as wrong:
            self.phone.set_problem(code_text(wrong.code, wrong.params))
            return
        operation = Operation(verb=Verb.CORRECT, kind="employee", row=person, dossier=person, fields={PHONE: value})
        self._session.record([operation], self._saved, self._failed)

    def _saved(self, _saved: Saved) -> None:
        self._close_phone()
        self.said.set_message(self.tr("The telephone is saved on this computer."), "", "ok")
        self.show_person(self._asked, again=True)
        self.left_phone.emit()

    def _failed(self, wrong: Exception) -> None:
        sentences = [problem_text(one) for one in getattr(wrong, "problems", ())] or [error_text(wrong)]
        self.phone.set_problem(" ".join(sentences))

    def _close_phone(self) -> None:
        self.phone.hide()

    def _came(self, glance: Glance) -> None:
        if glance.person != self._asked:
            return
        self._glance = glance
        self.preview.show_glance(glance)
        self.shown.emit(glance)
