"""Acts that wait for a decision: read one line that is checked already, press one key; at the end sign them together.

Nothing is saved before the batch is signed; a choice is changed by going back and pressing another key.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from massar_desktop.models.rows import Cell, RowsModel
from massar_desktop.screens.act_decide_flow import DecideFlow, Decision, Signed
from massar_desktop.screens.act_preview import ActPreview
from massar_desktop.screens.act_reasons import REASONS, ReasonList, reason_word
from massar_desktop.screens.act_words import problem_line
from massar_desktop.screens.work_words import who_line
from massar_desktop.system.error_words import error_text
from massar_desktop.system.locale import current_language
from massar_desktop.system.wording import kind_label, problem_text
from massar_desktop.widgets.bidi import ltr
from massar_desktop.widgets.button import Button, KeyHint
from massar_desktop.widgets.card import Card, Page
from massar_desktop.widgets.chip import ChipSpec
from massar_desktop.widgets.editors import CodeEdit
from massar_desktop.widgets.fields import LabelledField
from massar_desktop.widgets.message_line import EmptyState, MessageLine
from massar_desktop.widgets.table import Table
from sync.domain.fields import show_day

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.deciding import Waiting
    from massar_desktop.queries.reference import Reference

ACCEPT, RETURN, LATER = "accept", "return", "later"
_KEYS: Final = {Qt.Key.Key_1: ACCEPT, Qt.Key.Key_2: RETURN, Qt.Key.Key_3: LATER}
_SIDE: Final = 320
_ROW: Final = 50
_NUMBER: Final = 210


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen for an act; `reason` is the text that goes with a return."""

    what: str
    reason: str = ""


class DecideScreen(Page):
    """Signals: ``left()`` on Escape, ``act_opened(object, object)`` with the person and the act of the current line,
    ``letters_requested(object)`` with kind and row of each act that the last batch accepted.
    """

    left = Signal()
    letters_requested = Signal(object)
    act_opened = Signal(object, object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.flow = DecideFlow(session, self)
        self._known: Reference | None = None
        self._lines: list[Waiting] = []
        self._chosen: dict[int, Choice] = {}
        self._accepted: list[tuple[str, int]] = []
        self._looked: set[int] = set()  # acts that were in front of her
        self.model, self.table = RowsModel(self), Table(row_height=_ROW)
        self.reasons, self.preview, self.said = ReasonList(), ActPreview(), MessageLine()
        self.number = LabelledField("", CodeEdit())
        self.sign = Button(kind="primary", icon="badge-check", key="Ctrl Enter")
        self.back = Button(kind="quiet", icon="arrow-left", key="Esc")
        self.empty = EmptyState("circle-check")
        self._hints = {key: KeyHint(key) for key in ("1", "2", "3", "↑ ↓", "Enter", "Ctrl Z")}
        self._build()
        self._listen()
        self.retranslate()

    def lines(self) -> Sequence[Waiting]:
        """The acts that wait, in the order of the list."""
        return self._lines

    def chosen(self, act: int) -> Choice | None:
        """What was chosen for an act, None while nothing is."""
        return self._chosen.get(act)

    def set_reference(self, known: Reference) -> None:
        """Take the labels of codes."""
        self._known = known
        self.preview.set_labels(known.labels(current_language()))

    def showEvent(self, event: QShowEvent) -> None:
        """Read again: something may have been decided elsewhere."""
        super().showEvent(event)
        self.said.set_message("")
        self.flow.read()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """One key decides the current line and goes to the next; Enter opens the act."""
        plain = isinstance(event, QKeyEvent) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if watched is self.table and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and plain:
            if self.reasons.isVisible():
                return self._key_of_reason(event)
            if event.key() in _KEYS:
                self.choose(_KEYS[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    def choose(self, what: str) -> None:
        """Decide the current line; a return asks for its reason first."""
        line = self._current()
        if line is None:
            return
        if what == RETURN:
            self.reasons.show()
            return
        if what == ACCEPT and line.is_blocked:
            self.said.set_message(
                self.tr("This one cannot be accepted as it stands: see the checks."),
                self.tr("2 returns it with a reason, 3 leaves it for later."),
                "danger",
            )
            return
        self._put(line, None if what == LATER else Choice(what))

    def give_reason(self, reason: str) -> None:
        """Return the current line for a reason."""
        self.reasons.hide()
        if (line := self._current()) is not None and reason:
            self._put(line, Choice(RETURN, reason))
        self.table.setFocus()

    def save(self) -> None:
        """Sign what was chosen, as one batch."""
        from massar_desktop.queries.deciding import following

        accepted = [one for one in self._lines if self._is(one, ACCEPT)]
        editor = self.number.editor
        typed = editor.text() if isinstance(editor, CodeEdit) else ""
        try:
            numbers = dict(zip((one.row.id for one in accepted), following(typed, len(accepted)), strict=True))
        except ValueError:
            self.number.set_problem(self.tr("A number such as 412/2026"))
            editor.setFocus()
            return
        self.number.set_problem("")
        self.flow.sign([one for line in self._lines if (one := self._decision(line, numbers)) is not None])

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.said.set_message("")
        if self._known is not None:
            self.set_reference(self._known)
        self.title.setText(self.tr("Decide"))
        self.beside.setText(self.tr("Each line is checked; nothing is saved before you sign."))
        self.table.setAccessibleName(self.tr("Acts that wait for a decision"))
        self.number.set_label(self.tr("Number of the first decision"))
        self.back.setText(self.tr("Back"))
        self.empty.set_text(
            self.tr("Nothing waits for your decision"), self.tr("Acts come here once they are registered.")
        )
        words = (
            self.tr("accept"),
            self.tr("return"),
            self.tr("later"),
            self.tr("move"),
            self.tr("open"),
            self.tr("take back"),
        )
        for hint, word in zip(self._hints.values(), words, strict=True):
            hint.set_text(word)
        self._list()

    def _key_of_reason(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.reasons.hide()
            return True
        at = event.key() - Qt.Key.Key_1
        if 0 <= at < len(REASONS):
            self.give_reason(reason_word(REASONS[at]))
            return True
        if at == len(REASONS):
            self.reasons.type_own()
        return True

    def _decision(self, line: Waiting, numbers: dict[int, str]) -> Decision | None:
        choice = self._chosen.get(line.row.id)
        if choice is None:
            return None
        if choice.what == RETURN:
            return Decision(line.row, RETURN, {"on": self.flow.today, "remark": choice.reason})
        facts = {"on": self.flow.today, "number": numbers[line.row.id]}
        return Decision(line.row, line.accept, {**facts, **({"level": line.level} if line.level else {})})

    def _is(self, line: Waiting, what: str) -> bool:
        choice = self._chosen.get(line.row.id)
        return choice is not None and choice.what == what

    def _put(self, line: Waiting, choice: Choice | None) -> None:
        self.said.set_message("")
        if choice is None:
            self._chosen.pop(line.row.id, None)
        else:
            self._chosen[line.row.id] = choice
        row = self.table.chosen_row()
        self._list()
        self.table.choose_row(min(row + 1, len(self._lines) - 1))

    def _current(self) -> Waiting | None:
        row = self.table.chosen_row()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _show(self, found: list[Waiting], number: str) -> None:
        known = {one.row.id: one.foreseen for one in self._lines}
        self._lines = found
        self._chosen = {act: choice for act, choice in self._chosen.items() if act in {one.row.id for one in found}}
        editor = self.number.editor
        if isinstance(editor, CodeEdit) and not self._chosen:
            editor.setText(number)
        self._list()
        if not known:
            self.table.choose_row(0)
        self.table.setFocus()

    def _put_checks(self, some: list[Waiting]) -> None:
        done = {one.row.id: one for one in some}
        self._lines = [done.get(one.row.id, one) for one in self._lines]
        self._list()

    def _list(self) -> None:
        current = self._current()
        titles = (self.tr("Act and person"), self.tr("Period"), self.tr("Check"), self.tr("Decision"))
        rows = [(line.row.id, self._cells(line)) for line in self._lines]
        self.table.blockSignals(True)
        self.model.show_rows(titles, rows)
        self.table.set_widths([250, 200, 176, 130], stretched=0)
        at = self.model.row_of(current.row.id) if current is not None else 0
        self.table.choose_row(max(at, 0) if rows else -1)
        self.table.blockSignals(False)
        self._turn()
        count = len(self._chosen)
        self.sign.setText(self.tr("Sign %n decision(s)", "", count))
        self.sign.setEnabled(count > 0)
        self._stack.setCurrentIndex(0 if rows else 1)

    def _cells(self, line: Waiting) -> list[Cell]:
        row = line.row
        who = who_line(line.named.name(current_language()), line.named.ppr, line.named.province)
        days = " - ".join(show_day(row.text(name)) for name in ("from_on", "to_on") if row.get(name))
        long = self.tr("%n day(s)", "", line.days) if line.days else ""
        return [Cell(kind_label(row.kind), who), Cell(ltr(days), long, "text2"), self._check(line), self._choice(line)]

    def _check(self, line: Waiting) -> Cell:
        if line.foreseen is None:
            return Cell(self.tr("being checked"), ink="text3")
        if not line.foreseen.problems:
            return Cell(chip=ChipSpec(self.tr("In order"), "ok", "check"))
        sentence, tone = problem_line(line.foreseen.problems[0], line.row.kind)
        word = self.tr("Cannot be accepted") if line.is_blocked else self.tr("Look twice")
        return Cell(word, sentence, "danger" if tone == "danger" or line.is_blocked else "warn")

    def _choice(self, line: Waiting) -> Cell:
        choice = self._chosen.get(line.row.id)
        if choice is None:
            return Cell()
        if choice.what == ACCEPT:
            return Cell(chip=ChipSpec(self.tr("Accepted"), "ok", "check"))
        return Cell(self.tr("Returned"), choice.reason, "plum")

    def _turn(self) -> None:
        line = self._current()
        self.preview.show_foreseen(line.row.kind if line is not None else "", line.foreseen if line else None)
        if line is not None and line.row.id not in self._looked:
            self._looked.add(line.row.id)
            self._session.looks_at(line.row.kind, line.row.dossier)

    def _signed(self, signed: Signed) -> None:
        refused = {act for act, _ in signed.refused}
        accepted = [(one.row.kind, one.row.id) for one in self._lines if self._is(one, ACCEPT)]
        self._accepted = [(kind, act) for kind, act in accepted if act not in refused]
        self._chosen = {act: choice for act, choice in self._chosen.items() if act in refused}
        done = len(signed.numbers)
        if signed.refused:
            wrong = signed.refused[0][1]
            reasons = [problem_text(one) for one in getattr(wrong, "problems", ())] or [error_text(wrong)]
            self.said.set_message(self.tr("%n act(s) not decided", "", len(refused)), " ".join(reasons), "danger")
        else:
            self.said.set_message(
                self.tr("%n decision(s) signed", "", done),
                self.tr("They travel with the next exchange. Ctrl Z takes them back until then.")
                + (" " + self.tr("Ctrl P prints their letters.") if self._accepted else ""),
                "ok",
            )
        self.flow.read()

    def _print(self) -> None:
        if self._accepted:
            self.letters_requested.emit(tuple(self._accepted))

    def _undone(self, everything: bool) -> None:
        self._accepted = []
        if everything:
            self.said.set_message(self.tr("The decisions are taken back"))
        else:
            self.said.set_message(self.tr("Some decisions have travelled already"), "", "warn")
        self.flow.read()

    def _failed(self, wrong: Exception) -> None:
        self.said.set_message(error_text(wrong), self.tr("Nothing was written."), "danger")

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._lines):
            self.act_opened.emit(self._lines[row].row.dossier, self._lines[row].row.id)

    def _listen(self) -> None:
        self.table.installEventFilter(self)
        self.table.row_chosen.connect(lambda _row: self.reasons.hide())
        self.table.row_chosen.connect(lambda _row: self._turn())
        self.table.row_opened.connect(self._open)
        self.reasons.given.connect(self.give_reason)
        self.flow.listed.connect(self._show)
        self.flow.checked.connect(self._put_checks)
        self.flow.signed.connect(self._signed)
        self.flow.undone.connect(self._undone)
        self.flow.failed.connect(self._failed)
        self.sign.clicked.connect(self.save)
        self.back.clicked.connect(self.left)
        for keys, act in (
            ("Ctrl+Return", self.save),
            ("Ctrl+Enter", self.save),
            ("Ctrl+Z", self.flow.undo),
            ("Ctrl+P", self._print),
            ("Esc", self.left.emit),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _build(self) -> None:
        self.add_action(self.back)
        self.table.setModel(self.model)
        card = Card(ground="list")
        card.body.addWidget(self.table)
        place = QWidget()
        self._stack = QStackedLayout(place)
        self._stack.addWidget(card)
        self._stack.addWidget(self.empty)
        side = QScrollArea()
        side.setWidget(self.preview)
        side.setWidgetResizable(True)
        side.setFixedWidth(_SIDE)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(place, 1)
        middle.addWidget(side)
        foot, keys = QHBoxLayout(), QHBoxLayout()
        self.number.setMinimumWidth(_NUMBER)
        self.number.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        foot.addWidget(self.number)
        foot.addWidget(self.said, 1)
        foot.addStretch(0)
        foot.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignVCenter)
        keys.setSpacing(16)
        for hint in self._hints.values():
            keys.addWidget(hint)
        keys.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(middle, 1)
        column.addWidget(self.reasons)
        column.addLayout(foot)
        column.addLayout(keys)
        self.body.addLayout(column, 1)
        self.reasons.hide()
        self.said.set_message("")
        self.setFocusProxy(self.table)
