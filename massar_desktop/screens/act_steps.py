"""One act in full: its state and numbers, its facts, the steps taken, and the next one to take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from massar_desktop.forms.form import RecordForm
from massar_desktop.screens.act_flow import ActFlow
from massar_desktop.screens.act_preview import ActPreview
from massar_desktop.screens.act_words import numbers, progress_lines, state_chip
from massar_desktop.screens.person_words import Labels, colon
from massar_desktop.system.locale import current_language
from massar_desktop.system.wording import (
    code_text,
    field_label,
    kind_label,
    paper_label,
    step_label,
    value_text,
)
from massar_desktop.widgets.bidi import isolate, ltr
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card
from massar_desktop.widgets.chip import Chip
from massar_desktop.widgets.choice_edit import ChoiceEdit
from massar_desktop.widgets.fields import LabelledField
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.message_line import MessageLine
from massar_desktop.widgets.translated import Translated
from sync.domain import catalog, names
from sync.domain.fields import Value, show_day
from sync.domain.lifecycle import BY_NAME
from sync.domain.record import Row

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.acts import ActLine, Foreseen
    from massar_desktop.queries.asking import NextStep

SETTLE_MS: Final = 150
_ASKED: Final = ("on", "number", "level", "opinion", "signed_by", "remark")
_HIDDEN: Final = ("employee", "provisional_number", "number", "state", "irregular_by", "decided_by", "papers")
_MOST_STEPS: Final = 12


class StepForm(Translated):
    """The next step of an act: which, on which day, and what it needs; what it would change is seen before."""

    def __init__(self, flow: ActFlow) -> None:
        super().__init__()
        self.flow = flow
        self._about: Row | None = None
        self._next: Sequence[NextStep] = ()
        declared = catalog.BY_NAME["act_step"]
        others = [field.name for field in declared.form_fields if field.name not in _ASKED]
        self.form = RecordForm(declared, leave_out=others, parent=self)
        self.step = LabelledField("", ChoiceEdit(names.fold))
        self.take = Button(kind="primary", key="Ctrl Enter")
        self.preview = ActPreview()
        self._said = MessageLine()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def chooser(self) -> ChoiceEdit:
        """Where the step is chosen."""
        editor = self.step.editor
        if not isinstance(editor, ChoiceEdit):
            raise TypeError("a step is chosen from a list")
        return editor

    def show_act(self, line: ActLine | None) -> None:
        """Offer the steps that may follow; what is typed for the same act in the same state stays."""
        row = line.row if line is not None else None
        same = row is not None and self._about is not None and row.id == self._about.id
        offered = line.next if line is not None else ()
        kept = self.chooser.choice() if same and offered == self._next else ""
        self._about, self._next = row, offered
        self._offer()
        self.setVisible(bool(offered))
        if not kept:
            self.chooser.set_choice("")
            self._choose("")

    def choose(self, name: str) -> None:
        """Open the fields of a step that is offered."""
        self.chooser.set_choice(name)
        self._choose(self.chooser.choice())

    def save(self) -> None:
        """Take the step: one operation, saved on this computer at once."""
        step = self.chooser.choice()
        if self._about is None or not step or self.flow.is_saving:
            return
        self.form.show_problems()
        lacking = [name for name in BY_NAME[step].needs if self.form.typed.value(name) in (None, "")]
        for name in lacking:
            self.form.refuse(name, code_text("required"))
        if lacking:
            self.form.focus_first(lacking)
        elif not self.form.typed.unreadable():
            self.flow.take(self._about, step, self._values())

    def say_failed(self, sentence: str) -> None:
        """Say why the step was not taken."""
        self._said.set_message(sentence, "", "danger")

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.step.set_label(self.tr("Next step"))
        self.take.setText(self.tr("Take this step"))
        self.form.retranslate()
        self._offer()

    def _offer(self) -> None:
        chosen = self.chooser.choice()
        self.chooser.set_choices([(one.name, step_label(one.name)) for one in self._next])
        self.chooser.set_choice(chosen)

    def _choose(self, name: str) -> None:
        asked = {"on", *BY_NAME[name].needs} if name else set()
        if name and BY_NAME[name].decides:
            asked.add("signed_by")
        if name and not BY_NAME[name].needs:
            asked.add("remark")
        for field, editor in self.form.editors.items():
            editor.setVisible(field in asked)
            editor.set_required(required=bool(name) and (field == "on" or field in BY_NAME[name].needs))
        level = next((one.level for one in self._next if one.name == name), "")
        self.form.load({"on": self.flow.today, "level": level if "level" in asked else None} if name else {})
        self.take.setVisible(bool(name))
        self.preview.setVisible(bool(name))
        self.preview.show_foreseen("act_step", None)
        self._said.set_message("")
        self._ask()

    def _values(self) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for name in self.form.editors:
            value = self.form.typed.value(name)
            if isinstance(value, (str, int)):
                found[name] = value
        return found

    def _ask(self) -> None:
        step = self.chooser.choice()
        if self._about is not None and step:
            self.flow.foresee(self.flow.taking(self._about, step, self._values()))

    def _show_foreseen(self, foreseen: Foreseen) -> None:
        if self.isVisible() and self._about is not None:
            self.preview.show_foreseen(self._about.kind, foreseen)

    def _connect(self) -> None:
        self.chooser.choice_changed.connect(self._choose)
        self.form.edited.connect(lambda _name: self._soon.start())
        self._soon.timeout.connect(self._ask)
        self.flow.foreseen.connect(self._show_foreseen)
        self.take.clicked.connect(self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.step)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        for number, name in enumerate(_ASKED[:-1]):
            grid.addWidget(self.form.editors[name], number // 2, number % 2)
        grid.addWidget(self.form.editors["remark"], len(_ASKED) // 2, 0, 1, 2)
        column.addLayout(grid)
        self._said.set_message("")
        column.addWidget(self._said)
        column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTrailing)
        column.addWidget(self.preview)


class ActDetail(Card):
    """The chosen act: chips and numbers, facts, steps taken, the next step."""

    def __init__(self, flow: ActFlow, session: Session) -> None:
        super().__init__("", "card")
        self._session = session
        self._line: ActLine | None = None
        self._labels: Labels = {}
        self.chip = Chip()
        self.title.setWordWrap(True)
        self.known_as, self.facts = Label("", "sub", "text2", wrap=True), Label("", "body", wrap=True)
        self.progress = MessageLine()
        self._taken_title = Label("", "h3")
        self.taken = [Label("", "sub", "text2", wrap=True) for _ in range(_MOST_STEPS)]
        self.steps = StepForm(flow)
        self.head.addWidget(self.chip)
        for part in (self.known_as, self.progress, self.facts, self._taken_title, *self.taken, self.steps):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_act(self, line: ActLine | None) -> None:
        """Show an act; None shows nothing."""
        self._line = line
        self.setVisible(line is not None)
        self.steps.show_act(line)
        self.retranslate()

    def set_labels(self, labels: Labels) -> None:
        """Take the labels of codes in the language in force."""
        self._labels = labels
        self.steps.preview.set_labels(labels)
        self.retranslate()

    def history(self) -> list[str]:
        """The steps taken, as they are shown."""
        return [label.text() for label in self.taken if label.text()]

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        line = self._line
        if line is None:
            return
        self.set_title(kind_label(line.row.kind))
        self.chip.set_spec(state_chip(line))
        known = numbers(line.row)
        word = self.tr("Numbers")
        self.known_as.setText(f"{word}{colon()} {known}" if known else "")
        self.known_as.setVisible(bool(known))
        counted = progress_lines(line.progress) if line.progress is not None else ("", "")
        late = line.progress is not None and line.progress.term is not None and not line.progress.days_left
        self.progress.set_message(*counted, "danger" if late else "warn")
        self.facts.setText("\n".join(self._facts(line.row)))
        self._taken_title.setText(self.tr("Steps taken"))
        self._taken_title.setVisible(bool(line.steps))
        said = [self._step(row) for row in line.steps[-_MOST_STEPS:]]
        for label, text in zip(self.taken, [*said, *[""] * _MOST_STEPS], strict=False):
            label.setText(text)
            label.setVisible(bool(text))

    def _facts(self, row: Row) -> list[str]:
        lines = []
        for field in catalog.BY_NAME[row.kind].fields:
            value = row.get(field.name)
            if value in (None, "") or field.name in _HIDDEN or (field.system and field.section != "life"):
                continue
            text = (
                code_text(str(value)) if field.name == "irregular" else value_text(row.kind, field, value, self._labels)
            )
            lines.append(f"{field_label(row.kind, field.name)}{colon()} {isolate(text)}")
        if row.text("papers"):
            comma = "، " if current_language() == "ar" else ", "
            papers = comma.join(paper_label(one) for one in row.text("papers").split())
            lines.append(f"{field_label(row.kind, 'papers')}{colon()} {papers}")
        return lines

    def _step(self, row: Row) -> str:
        account = self._session.colleague(int(str(row.get("by") or 0)))
        name = "" if account is None else account.name_ar if current_language() == "ar" else account.name_la
        number, remark = row.text("number"), row.text("remark")
        parts = (
            ltr(show_day(row.text("on"))),
            step_label(row.text("step")),
            ltr(number) if number else "",
            remark,
            name,
        )
        irregular = code_text(row.text("irregular")) if row.get("irregular") else ""
        return " · ".join(isolate(part) for part in (*parts, irregular) if part)
