"""A new act: chosen by a few letters of either name or its code, filled in, seen at once in its effects, registered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from massar_desktop.forms.form import RecordForm
from massar_desktop.screens.act_flow import ActFlow
from massar_desktop.screens.act_preview import ActPreview
from massar_desktop.screens.act_words import act_choices
from massar_desktop.screens.draft_keeper import DraftKeeper
from massar_desktop.screens.person_words import Labels
from massar_desktop.system.wording import field_label, kind_label, paper_label, problem_text
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card
from massar_desktop.widgets.check_box import CheckBox
from massar_desktop.widgets.choice_edit import ChoiceEdit
from massar_desktop.widgets.editors import TextEdit
from massar_desktop.widgets.fields import LabelledField
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.translated import Translated
from sync.domain import catalog, names
from sync.domain.fields import Value

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.acts import Foreseen

SETTLE_MS: Final = 150
_COLUMNS: Final = 3
_POINTERS: Final = ("rectifies", "child", "dependant")
"""Facts that point to another row: they are chosen elsewhere, never typed as a number."""
_PREVIEW_WIDTH: Final = 362
Choices = Mapping[str, Sequence[tuple[str, str]]]


class _Fields(QWidget):
    """The fields of one kind of act in the order of its declaration, and its papers to tick."""

    def __init__(self, kind: str, session: Session) -> None:
        super().__init__()
        self.kind = kind
        self._standing: dict[str, Value] = {}
        declared = catalog.BY_NAME[kind]
        # What the papers' boxes say is kept in an editor of their own: so a draft holds them too.
        self.form = RecordForm(declared, leave_out=_POINTERS, parent=self)
        self.keeper = DraftKeeper(session, self.form, self)
        self.papers = {paper: CheckBox() for paper in getattr(catalog.ACT_BY_KIND[kind], "PAPERS", ())}
        self._papers_title = Label("", "sub", weight=500)
        self._build()
        for box in self.papers.values():
            box.toggled.connect(self._ticked)
        self.form.edited.connect(lambda _name: self.tick())
        self.retranslate()

    def values(self) -> dict[str, Value]:
        """The facts that stand in the form and can be read."""
        unreadable = self.form.typed.unreadable()
        return {name: value for name in self.form.editors if name not in unreadable and (value := self._value(name))}

    def typed(self) -> dict[str, Value]:
        """What the clerk gave: without the values that were worked out for her."""
        worked_out = set(self.form.editors) - set(self.form.typed.typed()) - {"registered_on"}
        return {name: value for name, value in self.values().items() if name not in worked_out}

    def show_foreseen(self, foreseen: Foreseen) -> None:
        """Let worked-out values stand where nothing was typed, and say findings under their fields."""
        typed = self.form.typed.typed()
        kept = {name: self._standing.get(name) for name in typed} | {"registered_on": self._standing["registered_on"]}
        self._standing = {**foreseen.proposed, **kept}
        self.form.refresh(self._standing)
        found = {one.field: problem_text(one) for one in reversed(foreseen.problems) if one.code != "required"}
        for name in self.form.editors:
            self.form.set_remark(name, found.get(name, ""))

    def start(self, today: str) -> None:
        """Empty the form; the day of registration is today."""
        self._standing = {"registered_on": today}
        self.form.load(self._standing)
        self.tick()

    def tick(self) -> None:
        """Show the papers that the form holds."""
        given = self.form.typed.text("papers").split()
        for paper, box in self.papers.items():
            box.blockSignals(True)
            box.setChecked(paper in given)
            box.blockSignals(False)

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self._papers_title.setText(field_label(self.kind, "papers"))
        for paper, box in self.papers.items():
            box.setText(paper_label(paper))
        self.form.retranslate()

    def _value(self, name: str) -> Value:
        value = self.form.typed.value(name)
        return value if isinstance(value, (str, int)) else None

    def _ticked(self) -> None:
        editor = self.form.editors["papers"].editor
        if isinstance(editor, TextEdit):
            editor.setText(" ".join(paper for paper, box in self.papers.items() if box.isChecked()))

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        place = 0
        self.form.editors["papers"].setParent(self)
        self.form.editors["papers"].hide()
        shown = [editor for name, editor in self.form.editors.items() if name != "papers"]
        first = [self.form.editors[name] for name in ("from_on", "to_on") if name in self.form.editors]
        for editor in (*first, *(one for one in shown if one not in first)):
            width = 2 if editor.field.multiline else 1
            if place % _COLUMNS + width > _COLUMNS:
                place += _COLUMNS - place % _COLUMNS
            grid.addWidget(editor, place // _COLUMNS, place % _COLUMNS, 1, width, Qt.AlignmentFlag.AlignTop)
            place += width
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        row = place // _COLUMNS + 1
        grid.addWidget(self._papers_title, row, 0, 1, _COLUMNS)
        self._papers_title.setVisible(bool(self.papers))
        for number, box in enumerate(self.papers.values()):
            grid.addWidget(box, row + 1 + number // _COLUMNS, number % _COLUMNS)


class ActForm(Translated):
    """Signals: ``closed()`` when the clerk goes back to the list; what she typed is kept as a draft."""

    closed = Signal()

    def __init__(self, session: Session, flow: ActFlow) -> None:
        super().__init__()
        self._session, self.flow = session, flow
        self._person = 0
        self._offered: Sequence[str] = ()
        self._choices: Choices = {}
        self.fields: _Fields | None = None
        self.kind = LabelledField("", ChoiceEdit(names.fold), required=True)
        self.preview = ActPreview()
        self.register, self.draft = Button(kind="primary", key="Ctrl Enter"), Button(key="Ctrl S")
        self.back = Button(kind="quiet", icon="arrow-left", key="Esc")
        self._title, self._said = Label("", "h2"), Label("", "sub", "text2", wrap=True)
        self._card = Card("")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def chooser(self) -> ChoiceEdit:
        """Where the act is chosen."""
        editor = self.kind.editor
        if not isinstance(editor, ChoiceEdit):
            raise TypeError("the act is chosen from a list")
        return editor

    @property
    def kind_in_front(self) -> str:
        """The kind of act that is filled in, "" while none is chosen."""
        return self.fields.kind if self.fields is not None else ""

    def offer(self, person: int, kinds: Sequence[str]) -> None:
        """Take whose acts are registered here and the kinds to choose from."""
        if (person, tuple(kinds)) != (self._person, tuple(self._offered)):
            self._person, self._offered = person, kinds
            self.chooser.set_choices(act_choices(kinds))

    def set_reference(self, choices: Choices, labels: Labels) -> None:
        """Take the codes of tables and their labels in the language in force."""
        self._choices = choices
        self.preview.set_labels(labels)
        if self.fields is not None:
            self.fields.form.set_choices(choices)

    def start(self, kind: str = "") -> None:
        """Begin an act, with its draft if there is one; without a kind it is chosen first."""
        self.let_go()
        self.chooser.set_choice(kind)
        self._open(kind)
        if not kind:
            self.chooser.line.setFocus()

    def let_go(self) -> None:
        """Keep what is typed as a draft and forget whose it was."""
        if self.fields is not None:
            self.fields.keeper.let_go()
        self.chooser.set_choice("")
        self._drop()

    def keep_draft(self) -> None:
        """Keep what is typed now as a draft of this computer."""
        if self.fields is not None:
            self.fields.keeper.keep()
            self._say(self.tr("The draft is kept on this computer. It is sent nowhere."))

    def close_form(self) -> None:
        """Go back to the list; what is typed is kept."""
        self.let_go()
        self.closed.emit()

    def save(self) -> None:
        """Register the act: one operation, saved on this computer at once."""
        fields = self.fields
        if fields is None or self.flow.is_saving:
            return
        fields.form.show_problems()
        if fields.form.typed.unreadable():
            self._say(self.tr("Correct what is in red first."), "danger")
            return
        self.flow.register(fields.kind, fields.values())

    def registered(self) -> None:
        """The act was registered: its draft is not needed any more."""
        if self.fields is not None:
            self.fields.keeper.forget()
        self.chooser.set_choice("")
        self._drop()

    def say_failed(self, sentence: str) -> None:
        """Say why the act was not registered."""
        self._say(sentence, "danger")

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.kind.set_label(self.tr("Which act?"))
        self.kind.set_help(self.tr("Type some letters of its Arabic or French name, or its code."))
        self.register.setText(self.tr("Register"))
        self.draft.setText(self.tr("Keep as a draft"))
        self.back.setText(self.tr("Back to the list"))
        chosen = self.chooser.choice()
        self.chooser.set_choices(act_choices(self._offered))
        self.chooser.set_choice(chosen)
        self._title.setText(kind_label(self.fields.kind) if self.fields is not None else self.tr("New act"))
        if self.fields is not None:
            self.fields.retranslate()

    def _open(self, kind: str) -> None:
        if self.fields is not None and self.fields.kind == kind:
            return
        if self.fields is not None:
            self.fields.keeper.let_go()
        self._drop()
        if kind:
            fields = _Fields(kind, self._session)
            fields.start(self.flow.today)
            fields.form.set_choices(self._choices)
            fields.form.edited.connect(lambda _name: self._soon.start())
            fields.keeper.restored.connect(self._restored)
            self._card.body.insertWidget(0, fields)
            self.fields = fields
            fields.keeper.take(f"act:{kind}:{self._person}", self._person)
            fields.form.focus_first(("from_on",))
            self._ask()
        self._card.setVisible(self.fields is not None)
        self.register.setEnabled(self.fields is not None)
        self.draft.setEnabled(self.fields is not None)
        self.retranslate()

    def _drop(self) -> None:
        """Take the fields away."""
        self._soon.stop()
        self.flow.forget_questions()
        self._say("")
        self.preview.show_foreseen("", None)
        fields, self.fields = self.fields, None
        if fields is not None:
            fields.hide()
            self._card.body.removeWidget(fields)
            fields.deleteLater()

    def _restored(self, _draft: object) -> None:
        if self.fields is not None:
            self.fields.tick()
            self._say(self.tr("What you had typed was put back."))
            self._soon.start()

    def _ask(self) -> None:
        if self.fields is not None:
            self.flow.foresee(self.flow.registering(self.fields.kind, self.fields.typed()))

    def _show_foreseen(self, foreseen: Foreseen) -> None:
        fields = self.fields
        if fields is None or not self.isVisible():
            return
        fields.show_foreseen(foreseen)
        self.preview.show_foreseen(fields.kind, foreseen)

    def _say(self, sentence: str, ink: str = "text2") -> None:
        self._said.setText(sentence)
        self._said.set_ink(ink)
        self._said.setVisible(bool(sentence))

    def _connect(self) -> None:
        self.chooser.choice_changed.connect(self._open)
        self._soon.timeout.connect(self._ask)
        self.flow.foreseen.connect(self._show_foreseen)
        self.register.clicked.connect(self.save)
        self.draft.clicked.connect(self.keep_draft)
        self.back.clicked.connect(self.close_form)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            _bind(self, keys, self.save)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.back)
        buttons = QHBoxLayout()
        buttons.addWidget(self._said, 1)
        buttons.addWidget(self.draft)
        buttons.addWidget(self.register)
        self._said.hide()
        inside = QWidget()
        inside.setProperty("kind", "canvas")
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.kind)
        inner.addWidget(self._card)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        left = QVBoxLayout()
        left.addLayout(head)
        left.addWidget(area, 1)
        left.addLayout(buttons)
        side = QScrollArea()
        side.setWidget(self.preview)
        side.setWidgetResizable(True)
        side.setFixedWidth(_PREVIEW_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addWidget(side)


def _bind(owner: QWidget, keys: str, act: Callable[[], None]) -> None:
    shortcut = QShortcut(QKeySequence(keys), owner)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)
