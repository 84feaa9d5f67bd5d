"""The counter of acts: one after the other, each by its paper: who, first day, days, number of the paper, Enter.

The kind of act stays from one to the next, so that ten alike need no choosing. What is typed is checked while the clerk
types, against all that is known of the person; nothing is saved before she presses Enter on the button.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout

from massar_desktop.models.rows import Cell, RowsModel
from massar_desktop.screens.act_counter_flow import CounterFlow, Registered
from massar_desktop.screens.act_counter_form import CounterFields
from massar_desktop.screens.act_counter_person import PersonPick
from massar_desktop.screens.act_preview import ActPreview
from massar_desktop.screens.act_words import act_choices
from massar_desktop.screens.person_words import act_choices_of
from massar_desktop.system.error_words import error_text
from massar_desktop.system.locale import current_language
from massar_desktop.system.wording import kind_label, problem_text
from massar_desktop.widgets.bidi import isolate, ltr
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card, Page
from massar_desktop.widgets.choice_edit import ChoiceEdit
from massar_desktop.widgets.fields import LabelledField
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.message_line import MessageLine
from massar_desktop.widgets.table import Table
from sync.domain import names

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.counter_act import Prepared
    from massar_desktop.queries.reference import Reference

SETTLE_MS: Final = 120
FIRST_KIND: Final = "sick_short"
"""The act that comes to a counter most often (domain.md 3.3); afterwards the one registered last."""
_PREVIEW_WIDTH: Final = 362
_MOST_DONE: Final = 50


class ActCounter(Page):
    """Signals: ``left()`` on Escape, ``full_form_requested(object, str)`` with a person and a kind,
    ``printed(object)`` with the Registered whose receipt is wanted.
    """

    left = Signal()
    full_form_requested = Signal(object, str)
    receipt_requested = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.flow = CounterFlow(session, self)
        self.person = PersonPick(session)
        self.kind = LabelledField("", ChoiceEdit(names.fold))
        self.fields: CounterFields | None = None
        self.preview, self.said = ActPreview(), MessageLine()
        self.register = Button(kind="primary", key="Enter")
        self.full = Button(key="Ctrl D")
        self.back = Button(kind="quiet", icon="arrow-left", key="Esc")
        self.receipt = Button(icon="printer", key="Ctrl P")
        self.model, self.done = RowsModel(self), Table()
        self._card, self._done_card = Card(), Card(ground="list")
        self._done_title = Label("", "h2")
        self._queue: list[int] = []
        self._many = 0
        self._registered: list[tuple[Registered, Callable[[], str]]] = []
        self._prepared: Prepared | None = None
        self._wants_register = False
        self._known: Reference | None = None
        self._choices: dict[str, list[tuple[str, str]]] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._build()
        self._listen()
        self.retranslate()
        self._open(self._last_kind())

    def begin_many(self, people: Sequence[int]) -> None:
        """One act for several people: what is typed for the first stands for the next ones, Enter registers each."""
        self._queue, self._many = list(people), len(people)
        self.said.set_message("")
        self._next_of_many()

    def begin(self, person: int | None = None, kind: str = "") -> None:
        """Take the next paper: of somebody known already or not, of the kind before unless one is given."""
        self._queue, self._many = [], 0
        self._say_beside()
        if kind:
            self.chooser.set_choice(kind)
            self._open(kind)
        self.said.set_message("")
        if person is not None:
            self.person.take(person)
        else:
            self._go_on()

    @property
    def chooser(self) -> ChoiceEdit:
        """Where the kind of act is chosen."""
        editor = self.kind.editor
        if not isinstance(editor, ChoiceEdit):
            raise TypeError("the act is chosen from a list")
        return editor

    @property
    def is_checked(self) -> bool:
        """Whether what is typed now has been checked, and the findings stand beside it."""
        return self._prepared is not None and not self._soon.isActive()

    def help_topic(self) -> str:
        """Return the kind of act on the counter: its page of help."""
        return self.fields.kind if self.fields is not None else ""

    def registered(self) -> list[Registered]:
        """What was registered in this sitting, the newest first."""
        return [one for one, _ in self._registered]

    def set_reference(self, known: Reference) -> None:
        """Take the codes of tables with their labels."""
        self._known = known
        self._label()

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.said.set_message("")
        self.title.setText(self.tr("New act"))
        self._say_beside()
        self.kind.set_label(self.tr("Kind of act"))
        self.register.setText(self.tr("Register"))
        self.full.setText(self.tr("All fields"))
        self.back.setText(self.tr("Back"))
        self.receipt.setText(self.tr("Print the receipt"))
        self.done.setAccessibleName(self.tr("Registered now"))
        self._done_title.setText(self.tr("Registered now"))
        chosen = self.chooser.choice()
        self.chooser.set_choices(act_choices(self._kinds()))
        self.chooser.set_choice(chosen)
        self._label()
        self._list_done()

    def _label(self) -> None:
        """Name codes in the language in force."""
        if self._known is None:
            return
        language = current_language()
        labels = self._known.labels(language)
        self._choices = act_choices_of(self._known, language, self.flow.today)
        self.preview.set_labels(labels)
        self.person.set_labels(labels)
        if self.fields is not None:
            self.fields.form.set_choices(self._choices)

    def keep(self) -> None:
        """Keep what is typed as a draft of this computer."""
        if self.fields is not None:
            self.fields.keeper.keep()

    def save(self) -> None:
        """Register what is typed, once it is checked."""
        fields, person = self.fields, self.person.person()
        if fields is None or self.flow.is_saving:
            return
        if person is None:
            self.person.focus()
            return
        if not fields.is_readable():
            self.said.set_message(self.tr("Correct what is in red first."), "", "danger")
            return
        prepared = self._prepared
        if prepared is None or self._soon.isActive():
            self._wants_register = True  # Enter was quicker than the check
            self._ask()
            return
        self._wants_register = False
        self.flow.register(fields.kind, person, prepared.facts)

    def _kinds(self) -> list[str]:
        from massar_desktop.queries.counter_act import counter_kinds

        return list(counter_kinds(self.flow.asker()))

    def _last_kind(self) -> str:
        kept, kinds = str(QSettings().value("counter/kind") or FIRST_KIND), self._kinds()
        return kept if kept in kinds else kinds[0] if kinds else ""

    def _open(self, kind: str) -> None:
        if not kind or (self.fields is not None and self.fields.kind == kind):
            return
        before, self.fields = self.fields, CounterFields(kind, self._session, self.flow.today)
        if before is not None:
            before.keeper.let_go()
            before.hide()
            self._card.body.removeWidget(before)
            before.deleteLater()
        self.chooser.set_choice(kind)
        self.fields.form.set_choices(self._choices)
        self.fields.edited.connect(self._edited)
        self.fields.finished.connect(self._finished)
        self._card.body.insertWidget(self._card.body.count() - 1, self.fields)
        self._know_person()

    def _know_person(self, *, focus: bool = False) -> None:
        person = self.person.person()
        self._prepared = None
        self.preview.show_foreseen("", None)
        if self.fields is None or person is None:
            return
        self.fields.keeper.take(f"act:{self.fields.kind}:{person}", person)
        if focus and self._many and self.fields.values().get("from_on"):
            self.register.setFocus()  # the same act as before: only to be looked at
        elif focus:
            self.fields.focus_first()
        self._ask()

    def _edited(self) -> None:
        self._prepared = None
        self._soon.start()

    def _finished(self) -> None:
        """The last field is done: check at once, and wait for Enter."""
        if self._prepared is None:
            self._ask()
        self.register.setFocus()

    def _ask(self) -> None:
        from massar_desktop.queries.counter_act import Typed

        self._soon.stop()
        person = self.person.person()
        if self.fields is not None and person is not None:
            self.flow.ask(Typed(self.fields.kind, person, self.fields.values(), self.fields.typed_days()))

    def _checked(self, prepared: Prepared) -> None:
        fields = self.fields
        if fields is None or self._soon.isActive() or prepared.typed.kind != fields.kind:
            return
        self._prepared = prepared
        fields.show_prepared(prepared)
        self.preview.show_foreseen(fields.kind, prepared.foreseen)
        if self._wants_register:
            self.save()

    def _saved(self, one: Registered) -> None:
        self._registered.insert(0, (one, self.person.named()))
        del self._registered[_MOST_DONE:]
        QSettings().setValue("counter/kind", one.kind)
        if self.fields is not None and self._queue:
            self.fields.keeper.forget()
        elif self.fields is not None:
            self.fields.start(self.flow.today)  # emptied first: what is typed would be kept once more
            self.fields.keeper.forget()
            self.fields.keeper.let_go()
        self._prepared = None
        self._soon.stop()
        self.flow.forget()
        said = self.tr("Registered under %1: %2").replace("%1", ltr(one.number))
        self.said.set_message(said.replace("%2", isolate(self.person.name())), "", "ok")
        self.preview.show_foreseen("", None)
        self._list_done()
        if self._queue:
            self._next_of_many()
        else:
            self._many = 0
            self._say_beside()
            self.person.clear()
            self.person.focus()

    def _next_of_many(self) -> None:
        self._say_beside()
        self.person.take(self._queue.pop(0))

    def _say_beside(self) -> None:
        if self._many:
            said = self.tr("The same act for %1 people; %2 to go").replace("%1", ltr(str(self._many)))
            self.beside.setText(said.replace("%2", ltr(str(len(self._queue)))))
        else:
            self.beside.setText(self.tr("Enter goes from field to field; the kind of act stays for the next paper."))

    def _failed(self, wrong: Exception) -> None:
        self._wants_register = False
        sentences = [problem_text(one) for one in getattr(wrong, "problems", ())] or [error_text(wrong)]
        self.said.set_message(" ".join(sentences), self.tr("Nothing was written."), "danger")

    def _list_done(self) -> None:
        titles = (self.tr("Number"), self.tr("Person"), self.tr("Act"))
        rows = [
            (one.row, [Cell(ltr(one.number), strong=True), Cell(isolate(who())), Cell(kind_label(one.kind))])
            for one, who in self._registered
        ]
        self.model.show_rows(titles, rows)
        self.done.set_widths([150, 240, 200], stretched=2)
        self._done_card.setVisible(bool(rows))

    def _go_on(self) -> None:
        """After the kind comes the person, then the fields; several people who were chosen stay chosen."""
        if self.person.person() is None:
            self.person.focus()
        elif self.fields is not None:
            self.fields.focus_first()

    def _to_full_form(self) -> None:
        person = self.person.person()
        if person is not None and self.fields is not None:
            self.fields.keeper.let_go()
            self.full_form_requested.emit(person, self.fields.kind)

    def _leave(self) -> None:
        self.keep()
        self.left.emit()

    def _receipt(self, row: int) -> None:
        if 0 <= row < len(self._registered):
            self.receipt_requested.emit(self._registered[row][0])

    def _print_receipt(self) -> None:
        """The receipt of the row that was chosen, else of what was registered last."""
        self._receipt(max(0, self.done.chosen_row()))

    def _listen(self) -> None:
        self.person.taken.connect(lambda: self._know_person(focus=True))
        self.person.kind_wanted.connect(self.chooser.line.setFocus)
        self.chooser.choice_changed.connect(self._open)
        self.chooser.activated.connect(lambda _row: self._go_on())
        self.chooser.entered.connect(self._go_on)
        self._soon.timeout.connect(self._ask)
        self.flow.prepared.connect(self._checked)
        self.flow.registered.connect(self._saved)
        self.flow.failed.connect(self._failed)
        self.register.clicked.connect(self.save)
        self.full.clicked.connect(self._to_full_form)
        self.back.clicked.connect(self._leave)
        self.done.row_opened.connect(self._receipt)
        self.receipt.clicked.connect(self._print_receipt)
        for keys, act in (
            ("Ctrl+Return", self.save),
            ("Ctrl+Enter", self.save),
            ("Ctrl+D", self._to_full_form),
            ("Ctrl+P", self._print_receipt),
            ("Esc", self._leave),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _build(self) -> None:
        self.add_action(self.back)
        self.register.setAutoDefault(True)  # Enter presses it where the fields end
        first = QHBoxLayout()
        first.setSpacing(14)
        first.addWidget(self.kind, 1, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.person, 1, Qt.AlignmentFlag.AlignTop)
        self._card.body.addLayout(first)
        self._card.body.addWidget(self.person.who)  # across the card: a grade is long
        buttons = QHBoxLayout()
        buttons.addWidget(self.said, 1)
        buttons.addStretch(0)
        buttons.addWidget(self.full)
        buttons.addWidget(self.register)
        self._card.body.addLayout(buttons)
        self.said.set_message("")
        self.done.setModel(self.model)
        title = QHBoxLayout()
        title.setContentsMargins(16, 6, 16, 0)
        title.addWidget(self._done_title, 1)
        title.addWidget(self.receipt)
        self._done_card.body.addLayout(title)
        self._done_card.body.addWidget(self.done)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self._card)
        column.addWidget(self._done_card, 1)
        column.addStretch(0)
        side = QScrollArea()
        side.setWidget(self.preview)
        side.setWidgetResizable(True)
        side.setFixedWidth(_PREVIEW_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(column, 1)
        row.addWidget(side)
        self.body.addLayout(row, 1)
        self.setFocusProxy(self.person)
