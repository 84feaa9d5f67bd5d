"""The acts of a person: all of them, the newest first, her leave balances, the chosen one in full, and a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from massar_desktop.models.rows import Cell, RowsModel
from massar_desktop.screens.act_flow import ActFlow
from massar_desktop.screens.act_form import ActForm
from massar_desktop.screens.act_steps import ActDetail
from massar_desktop.screens.act_words import balance_line, days_of, numbers, state_chip, travel_chip
from massar_desktop.screens.person_words import Labels, act_choices_of, colon
from massar_desktop.system.error_words import error_text
from massar_desktop.system.locale import Language
from massar_desktop.system.wording import kind_label, problem_text
from massar_desktop.widgets.bidi import ltr
from massar_desktop.widgets.card import Card
from massar_desktop.widgets.chip import ChipSpec
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.message_line import EmptyState, MessageLine
from massar_desktop.widgets.table import Table
from massar_desktop.widgets.translated import Translated
from sync.domain.record import Row

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.acts import ActLine, PersonActs
    from massar_desktop.queries.person import PersonView
    from massar_desktop.queries.reference import Reference

LIST, NEW = range(2)
_DETAIL_WIDTH: Final = 372


class ActsTab(Translated):
    """The list with the chosen act beside it; F4 begins a new one in its place."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.flow = ActFlow(session, self)
        self._acts: PersonActs | None = None
        self._chosen = 0
        self._wanted: str | None = None
        self.model, self.table = RowsModel(self), Table()
        self.table.setModel(self.model)
        self.detail = ActDetail(self.flow, session)
        self.form = ActForm(session, self.flow)
        self.said = MessageLine()
        self.balances = Label("", "sub", "text2", wrap=True)
        self._title, self._empty = Label("", "h2"), EmptyState("file-text")
        self._stack, self._list_stack = QStackedLayout(self), QStackedLayout()
        self._build()
        self._connect()
        self.retranslate()

    def show_person(self, view: PersonView) -> None:
        """Read the acts of a dossier; an act that is being typed stays."""
        if self._acts is not None and self._acts.person != view.id:
            self.let_go()
        self.flow.open([view.id, *(row.id for row in view.joined)])

    def set_reference(self, known: Reference, labels: Labels, language: Language) -> None:
        """Take the codes of tables with their labels in the language in force."""
        self.form.set_reference(act_choices_of(known, language, self.flow.today), labels)
        self.detail.set_labels(labels)

    def start_new(self, kind: str = "") -> None:
        """Begin an act; F4. Where it is not read yet what she may be given, it begins once it is."""
        if self._acts is None:
            self._wanted = kind
            return
        self._say("")
        self._stack.setCurrentIndex(NEW)
        self.form.start(kind)

    def aim(self, act: int, draft: str = "") -> None:
        """Choose an act, or go on with the draft of a kind, as soon as the person's acts are read."""
        self._chosen, self._wanted = act, draft or None
        if self._acts is not None:
            self._show(self._acts)

    def printable(self) -> Row | None:
        """The chosen act, where it has papers: its receipt or its letter."""
        line = self._line(self._chosen)
        return line.row if line is not None and line.state and not self.is_typing else None

    @property
    def is_typing(self) -> bool:
        """True while a new act is in front."""
        return self._stack.currentIndex() == NEW

    def let_go(self) -> None:
        """The person is left: keep what is typed, forget whose it was."""
        self.form.let_go()
        self._stack.setCurrentIndex(LIST)
        shown, self._acts, self._chosen, self._wanted = self._acts, None, 0, None
        self._say("")
        if shown is not None:
            self._list()

    def keep(self) -> None:
        """Keep what is typed as a draft."""
        if self.is_typing and self.form.fields is not None:
            self.form.fields.keeper.keep()

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self._title.setText(self.tr("Acts"))
        self.table.setAccessibleName(self.tr("Acts"))
        self._empty.set_text(
            self.tr("No act yet"), self.tr("F4 begins one: leave, absence, assignment, advancement, exit.")
        )
        self.detail.retranslate()
        self._list()

    def _show(self, acts: PersonActs) -> None:
        self._acts = acts
        self.form.offer(acts.person, acts.offered)
        if self._line(self._chosen) is None:
            self._chosen = acts.acts[0].row.id if acts.acts else 0
        self._list()
        wanted, self._wanted = self._wanted, None
        if wanted == "" or wanted in acts.offered:
            self.start_new(wanted)

    def _list(self) -> None:
        acts = self._acts
        rows = [(-number - 1, self._draft_cells(one.kind)) for number, one in enumerate(acts.drafts)] if acts else []
        rows += [(line.row.id, self._cells(line)) for line in acts.acts] if acts else []
        titles = (self.tr("Act"), self.tr("Period"), self.tr("Numbers"), self.tr("State"), self.tr("Sending"))
        self.table.blockSignals(True)
        self.model.show_rows(titles, rows)
        self.table.set_widths([220, 112, 108, 168, 124], stretched=0)
        self.table.choose_row(self.model.row_of(self._chosen))
        self.table.blockSignals(False)
        self._list_stack.setCurrentIndex(0 if rows else 1)
        self._show_chosen()
        parts = [balance_line(one) for one in acts.balances] if acts else []
        parts += [self._sick(one.code, one.full_left, one.total_left) for one in acts.sick] if acts else []
        right = self.tr("Annual leave")
        self.balances.setText(f"{right}{colon()} {' · '.join(parts)}" if parts else "")
        self.balances.setVisible(bool(parts))

    def _sick(self, code: str, full: int, total: int) -> str:
        text = self.tr("%1: %2 days at full pay, %3 in all").replace("%1", ltr(code))
        return text.replace("%2", ltr(str(full))).replace("%3", ltr(str(total)))

    def _cells(self, line: ActLine) -> Sequence[Cell]:
        travel = travel_chip(line)
        return (
            Cell(kind_label(line.row.kind), strong=True),
            Cell(*days_of(line), ink="text2"),
            Cell(numbers(line.row), ink="text2"),
            Cell(chip=state_chip(line)),
            Cell(chip=travel) if travel is not None else Cell(),
        )

    def _draft_cells(self, kind: str) -> Sequence[Cell]:
        chip = ChipSpec(self.tr("Draft"), "neutral", "pencil")
        return (Cell(kind_label(kind), strong=True), Cell(), Cell(), Cell(chip=chip), Cell())

    def _line(self, row: int) -> ActLine | None:
        return next((one for one in self._acts.acts if one.row.id == row), None) if self._acts is not None else None

    def _choose(self, number: int) -> None:
        key = self.model.key_at(number)
        if key is not None and key != self._chosen:
            self._chosen = key
            self._show_chosen()

    def _show_chosen(self) -> None:
        self.detail.show_act(self._line(self._chosen))

    def _open(self, number: int) -> None:
        """Enter on a draft goes on with it; on an act it goes to its next step."""
        key = self.model.key_at(number)
        if key is not None and key < 0 and self._acts is not None:
            self.start_new(self._acts.drafts[-key - 1].kind)
        elif self.detail.steps.isVisible():
            self.detail.steps.chooser.line.setFocus()

    def _registered(self, row: int) -> None:
        self.form.registered()
        self._chosen = row
        self._back()
        self._say(
            self.tr("Registered on this computer; it will be sent at the next exchange."),
            self.tr("Ctrl P prints the receipt."),
        )

    def _stepped(self, _row: int) -> None:
        self.table.setFocus()  # the fields of the step go: the focus would fall on the rail
        self._say(self.tr("The step is saved on this computer; it will be sent at the next exchange."))

    def _back(self) -> None:
        self._stack.setCurrentIndex(LIST)
        self.flow.read_again()
        self.table.setFocus()

    def _failed(self, wrong: Exception) -> None:
        from sync.client.replica import Refused

        sentences = [problem_text(one) for one in wrong.problems] if isinstance(wrong, Refused) else [error_text(wrong)]
        target = self.form if self.is_typing else self.detail.steps
        target.say_failed("\n".join(sentences))

    def _say(self, sentence: str, remedy: str = "") -> None:
        self.said.set_message(sentence, remedy, "ok")

    def _connect(self) -> None:
        self.flow.read.connect(self._show)
        self.flow.registered.connect(self._registered)
        self.flow.stepped.connect(self._stepped)
        self.flow.failed.connect(self._failed)
        self.form.closed.connect(self._back)
        self.table.row_chosen.connect(self._choose)
        self.table.row_opened.connect(self._open)

    def _build(self) -> None:
        listed = Card(ground="list")
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 16, 0)
        head.addWidget(self._title, 1)
        listed.body.addLayout(head)
        under = QVBoxLayout()
        under.setContentsMargins(16, 0, 16, 4)
        for line in (self.balances, self.said):
            under.addWidget(line)
        listed.body.addLayout(under)
        table, empty = self.table, self._empty
        for part in (table, empty):
            self._list_stack.addWidget(part)
        listed.body.addLayout(self._list_stack, 1)
        inside = QWidget()
        inside.setProperty("kind", "canvas")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.detail)
        column.addStretch(1)
        side = QScrollArea()
        side.setWidget(inside)
        side.setWidgetResizable(True)
        side.setFixedWidth(_DETAIL_WIDTH)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(listed, 1)
        row.addWidget(side)
        self._say("")
        self._stack.addWidget(whole)
        self._stack.addWidget(self.form)
