"""One person's file: read and typed in place, by keys; saved here at once, sent later.

What is typed is never lost: leaving keeps it as a draft of this computer, and nothing from elsewhere overwrites it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut

from massar_desktop.forms.form import RecordForm
from massar_desktop.screens.draft_keeper import DraftKeeper
from massar_desktop.screens.file_parts import ACTS, DUPLICATES, IDENTITY, NOTES, OVERVIEW, PAPERS
from massar_desktop.screens.notices import Notices
from massar_desktop.screens.person_flow import PersonFlow, Wanted
from massar_desktop.screens.person_header import PersonHeader
from massar_desktop.screens.person_notices import PersonNotices
from massar_desktop.screens.person_tabs import FILL_MS, PersonTabs
from massar_desktop.screens.person_words import marks_of
from massar_desktop.system.locale import current_language
from massar_desktop.widgets.bidi import isolate
from massar_desktop.widgets.card import Page
from sync.domain import catalog

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.person import Holder, PersonView
    from massar_desktop.queries.reference import Reference
    from sync.client.drafts import Draft
    from sync.client.replica import Changes

SETTLE_MS: Final = 120
_LOOKED_UP: Final = ("ppr", "cin")


class PersonScreen(Page):
    """One person's file.

    Signals: ``left()`` when the clerk goes back, ``person_opened(int)`` when she opens another file from here,
    ``person_created(int)`` after the first save of a new person, ``person_saved(int)`` after each save,
    ``papers_requested(str, object)`` with the kind and the row of what to print: an act, or herself;
    ``conflicts_requested()``.
    """

    left = Signal()
    person_opened = Signal(object)
    elsewhere = Signal(object)
    person_created = Signal(object)
    person_saved = Signal(object)
    papers_requested = Signal(str, object)
    conflicts_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._view: PersonView | None = None
        self._reference: Reference | None = None
        self._at_first: int | None = None
        self._last_typed: dict[str, str] = {}
        self.flow = PersonFlow(session, self)
        self.form = RecordForm(catalog.BY_NAME["employee"], parent=self)
        self.keeper = DraftKeeper(session, self.form, self)
        identity = session.replica.identity
        self.head = PersonHeader(practice=identity.practice, read_only=identity.is_academy)
        self.notices = Notices()
        self.says = PersonNotices(self.notices, self)
        self.parts = PersonTabs(session, self.form)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._beside = QTimer(self)
        self._beside.setSingleShot(True)
        self._beside.timeout.connect(self._look_up_all)
        self._build()
        self._listen()
        self._bind_keys()
        self.flow.read_reference()

    def open_person(self, person: int) -> None:
        """Show a person's file; what was typed in the one before is kept."""
        self._let_go()
        self._at_first = OVERVIEW
        self.flow.open(person)

    def open_act(self, person: int, act: int, draft: str = "") -> None:
        """Show one act of a person, or go on with the draft of a kind."""
        self.open_person(person)
        self.parts.acts.aim(act, draft)
        self._at_first = ACTS

    def open_notes(self, person: int) -> None:
        """Show the notes of a person."""
        self.open_person(person)
        self._at_first = NOTES

    def open_papers(self, person: int) -> None:
        """Attach a scan to the file of a person."""
        self.open_person(person)
        self._at_first = PAPERS

    def open_new(self) -> None:
        """Show an empty file for somebody new; what was typed for her before is put back."""
        self._let_go()
        self.flow.close()
        self.head.show_person(None)
        self.form.load({})
        self.keeper.take("employee:new", 0)
        self.parts.show_person(None)
        self._follow_typing()
        self.form.focus_first(("surname_ar",))

    def shown_person(self) -> int | None:
        """The person shown, None while nobody or somebody new is."""
        return self._view.id if self._view is not None else None

    def help_topic(self) -> str:
        """Return the kind of the act being typed: its page of help."""
        return self.parts.acts.form.kind_in_front if self.parts.is_typing_act else ""

    def save(self) -> None:
        """Save all that is typed and can be read; of an act being typed, its draft."""
        if self.parts.is_typing_act:
            self.parts.acts.form.keep_draft()
            return
        if self.parts.is_in_scan:
            self.parts.papers.save()
            return
        wanted = self._wanted()
        if wanted:
            self.flow.save(wanted)
        else:
            self.says.nothing_to_save(self._unreadable(), self.parts.forms())

    def ask_for_papers(self) -> None:
        """Ask for the papers of the act in front, elsewhere for the certificates of the person."""
        shown = self.shown_person()
        act = self.parts.acts.printable() if self.parts.acts.isVisible() else None
        if act is not None:
            self.papers_requested.emit(act.kind, act.id)
        elif shown is not None:
            self.papers_requested.emit("employee", shown)

    def leave(self) -> None:
        """Go back; what is typed is kept as a draft. From an act being typed, back to the list of acts."""
        if self.parts.is_typing_act:
            self.parts.acts.form.close_form()
            return
        if self.parts.is_in_scan:
            self.parts.papers.close_panel()
            return
        self._keep()
        self.left.emit()

    def undo(self) -> None:
        """Undo the last save of this file."""
        if self.flow.can_undo:
            self.flow.undo()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another room is opened or the window closes: keep what is typed."""
        super().hideEvent(event)
        self._keep()

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        if self._reference is not None:
            self._show_reference(self._reference)
        self._mark_pending()
        self._look_up_all()

    # -- what comes from the office's file ----------------------------------------------------------------------

    def _show(self, view: PersonView | None) -> None:
        if view is None:
            self._at_first = None
            self._vanished()
            return
        with self._session.tasks.after_paint():
            self._show_file(view)

    def _show_file(self, view: PersonView) -> None:
        part, self._at_first = self._at_first, None
        other = self._view is None or self._view.id != view.id
        self._view = view
        self.head.show_person(view)
        if other:
            self.form.load(view.employee.values)
            self.keeper.take(f"employee:{view.id}", view.id)
        else:
            self.form.refresh(view.employee.values)
            if not self.form.is_typed():
                self.keeper.keep()
        self._mark_pending()
        self.parts.show_person(view, part)
        self.says.about(view)
        self._beside.start(FILL_MS)
        self._follow_typing()
        if part == PAPERS:
            self.parts.attach_scan()
        elif part is not None:
            self.parts.take_focus(part)

    def _vanished(self) -> None:
        """The file is no longer there: its creation was undone here, or the centre refused it."""
        typed = self._last_typed
        self.open_new()
        self.says.vanished()
        self.form.restore(typed, {})
        self.keeper.keep()
        self._follow_typing()

    def _show_reference(self, known: Reference) -> None:
        self._reference = known
        self.head.set_labels(known.labels(current_language()))
        self.parts.set_reference(known)

    def _changed(self, changes: Changes) -> None:
        if changes.reference:
            self.flow.read_reference()
        view = self._view
        if view is not None and changes.dossiers & {view.id, view.asked, *(row.id for row in view.joined)}:
            self._soon.start()

    def _show_held(self, name: str, value: str, holders: list[Holder]) -> None:
        if value != self.form.typed.value(name):
            return
        if not holders:
            self.form.set_remark(name, "")
            self.says.drop_held(name)
            return
        other = isolate(holders[0].name(current_language()))
        self.form.set_remark(name, self.tr("Also in the file of %1").replace("%1", other))
        self.says.held(name, holders[0])

    # -- saving -------------------------------------------------------------------------------------------------

    def _wanted(self) -> list[Wanted]:
        changes = self.form.typed.changes()
        own = []
        if self._view is None:
            filled = {name: value for name, value in changes.items() if value not in (None, "")}
            return [Wanted("employee", None, 0, filled)] if filled else []
        if changes:
            own = [Wanted("employee", self._view.id, self._view.id, changes)]
        return [*own, *(one for tab in self.parts.records() for one in tab.wanted())]

    def _unreadable(self) -> int:
        return sum(len(form.typed.unreadable()) for form in self.parts.forms())

    def _saved(self, saved: object) -> None:
        self._last_typed = self.form.typed.typed()
        if self._view is None:
            self.keeper.forget()
        for tab in self.parts.records():
            tab.after_save()
        self.says.saved(saved, self._unreadable(), self.form)
        if self._view is not None:
            self.person_saved.emit(self._view.id)

    def _created(self, person: int) -> None:
        self._at_first = None
        self.person_created.emit(person)
        self.person_saved.emit(person)

    # -- the window ---------------------------------------------------------------------------------------------

    def _follow_typing(self) -> None:
        self.head.save.setEnabled(any(form.is_typed() for form in self.parts.forms()))

    def _look_up(self, name: str) -> None:
        value = self.form.typed.value(name)
        if name in _LOOKED_UP:
            if isinstance(value, str) and value:
                self.flow.look_up(name, value)
            else:
                self.says.drop_held(name)

    def _look_up_all(self) -> None:
        for name in _LOOKED_UP:
            self._look_up(name)

    def _mark_pending(self) -> None:
        view = self._view
        self.form.set_pending(marks_of(view, view.employee) if view is not None else {})

    def _keep(self) -> None:
        for keeper in (self.keeper, *(tab.keeper for tab in self.parts.records())):
            keeper.keep()
        self.parts.acts.keep()

    def _let_go(self) -> None:
        self.keeper.let_go()
        self.parts.let_go()
        self.notices.clear()
        self._last_typed = {}
        self._view = None

    def _forget_typed(self) -> None:
        """The clerk wants a restored draft no more."""
        self.keeper.forget()
        self.form.load(self._view.employee.values if self._view is not None else {})
        self.notices.drop("draft")
        self._follow_typing()
        self._look_up_all()

    def _open_other(self, person: int) -> None:
        self._keep()
        self.person_opened.emit(person)

    def _compare(self, person: int) -> None:
        self.parts.go_to(DUPLICATES)
        self.parts.join.compare_with(person)

    def _build(self) -> None:
        self.title.hide()
        self.beside.hide()
        self.body.addWidget(self.head)
        self.body.addWidget(self.notices)
        self.body.addWidget(self.parts, 1)

    def _listen(self) -> None:
        self.head.save_requested.connect(self.save)
        self.head.leave_requested.connect(self.leave)
        self.head.act_requested.connect(self.parts.begin_act)
        self.head.papers_requested.connect(self.ask_for_papers)
        self.form.edited.connect(lambda _name: self._follow_typing())
        self.form.checked.connect(self._look_up)
        for tab in self.parts.records():
            tab.edited.connect(self._follow_typing)
            tab.keeper.restored.connect(lambda _draft: self._follow_typing())
            tab.withdraw_requested.connect(lambda wanted: self.flow.save([wanted]))
        self.parts.papers.withdraw_requested.connect(lambda wanted: self.flow.save([wanted]))
        self.keeper.restored.connect(self._restored)
        self.flow.read.connect(self._show)
        self.flow.elsewhere.connect(self.elsewhere)
        self.flow.reference_read.connect(self._show_reference)
        self.flow.saved.connect(self._saved)
        self.flow.created.connect(self._created)
        self.flow.failed.connect(lambda wrong: self.says.not_saved(wrong, self.parts.forms()))
        self.flow.undone.connect(self.says.undone)
        self.flow.held.connect(self._show_held)
        self.flow.history_read.connect(self.parts.history.show_lines)
        self.parts.history_wanted.connect(self.flow.read_history)
        self.parts.filled.connect(self._follow_typing)
        self.parts.overview.conflicts_requested.connect(self.conflicts_requested)
        self.parts.join.join_requested.connect(self.flow.join)
        self.parts.join.part_requested.connect(self.flow.part)
        self.says.undo_requested.connect(self.undo)
        self.says.forget_requested.connect(self._forget_typed)
        self.says.open_requested.connect(self._open_other)
        self.says.compare_requested.connect(self._compare)
        self.says.part_requested.connect(self.flow.part)
        self._soon.timeout.connect(self.flow.read_again)
        self._session.changed.connect(self._changed)

    def _restored(self, draft: Draft) -> None:
        """What she typed and did not save came back: she goes on with it."""
        self.says.restored(draft)
        if self.parts.bar.currentIndex() == OVERVIEW:
            self.parts.go_to(IDENTITY)
            self.parts.take_focus(IDENTITY)
        self._follow_typing()
        self._look_up_all()

    def _bind_keys(self) -> None:
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Ctrl+S", self.save),
            ("Ctrl+Z", self.undo),
            ("Ctrl+P", self.ask_for_papers),
            ("Esc", self.leave),
        )
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(act)
