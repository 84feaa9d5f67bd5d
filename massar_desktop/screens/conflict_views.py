"""What lies beside the list: one conflict with its two values, or one operation that came back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massar_desktop.screens.conflict_parts import Comparison, OtherValue, ValueCard, ValueWords, shown_values
from massar_desktop.screens.exchange_words import ExchangeWords, local_time
from massar_desktop.system import wording
from massar_desktop.widgets.bidi import isolate, moment, week_day
from massar_desktop.widgets.button import Button, KeyHint
from massar_desktop.widgets.card import Card, two_lines
from massar_desktop.widgets.chip import Chip, ChipSpec
from massar_desktop.widgets.editors import TextEdit
from massar_desktop.widgets.labels import CutLabel, Label
from massar_desktop.widgets.message_line import MessageLine
from massar_desktop.widgets.rows import Facts
from massar_desktop.widgets.tokens import Tone
from massar_desktop.widgets.translated import Translated

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.queries.conflicts import OpenConflict, Returned, Side


class _Head(QWidget):
    """Title, whose file, and a chip at the end edge."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.whose, self.chip = Label("", "h1"), CutLabel("", "body", "text2"), Chip()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(two_lines(self.title, self.whose), 1)
        row.addWidget(self.chip)


class ConflictView(Translated):
    """Two values, equal, none chosen beforehand.

    Signals: ``settled(str, object)`` with the choice ("mine", "centre", "other") and the values of "other",
    ``left()``.
    """

    settled = Signal(str, object)
    left = Signal()

    def __init__(self, words: ExchangeWords) -> None:
        super().__init__()
        self._words = words
        self._shown: OpenConflict | None = None
        self._head = _Head()
        self._field, self._original = Label("", "h2"), CutLabel("", "cap", "text3")
        self.mine, self.centre = ValueCard("1"), ValueCard("2")
        self._cards, self.other = QWidget(), OtherValue()
        self._promise = MessageLine("…")
        self.other_button = Button("", "plain", icon="pencil", key="3", bind=True)
        self.leave_button = Button("", "plain", icon="clock", key="4", bind=True)
        self.reason = TextEdit()
        self._alike = 1
        self._same = KeyHint("Ctrl 1 / 2")
        self._hints = [KeyHint("↑ ↓"), KeyHint("Ctrl Z")]
        self._lay_out()
        self.mine.chosen.connect(lambda: self.settled.emit("mine", None))
        self.centre.chosen.connect(lambda: self.settled.emit("centre", None))
        self.other.written.connect(lambda values: self.settled.emit("other", values))
        self.other.given_up.connect(self.close_other)
        self.other_button.clicked.connect(self.open_other)
        self.leave_button.clicked.connect(self.left)
        self.retranslate()

    def _lay_out(self) -> None:
        what, cards, actions = QHBoxLayout(), QHBoxLayout(self._cards), QHBoxLayout()
        what.setSpacing(12)
        what.addWidget(self._field)
        what.addWidget(self._original, 1)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(14)
        cards.addWidget(self.mine, 1)
        cards.addWidget(self.centre, 1)
        note = Card(ground="note")
        note.body.addWidget(self._promise)
        for part in (self.other_button, self.leave_button):
            actions.addWidget(part)
        actions.addStretch(1)
        why = QHBoxLayout()
        why.addWidget(self.reason, 1)
        why.addWidget(self._same)
        for hint in self._hints:
            actions.addWidget(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addLayout(what)
        column.addWidget(self._cards, 1)
        column.addWidget(self.other, 1)
        column.addWidget(note)
        column.addLayout(why)
        column.addLayout(actions)
        self.other.hide()

    def shown(self) -> OpenConflict | None:
        """The conflict in front."""
        return self._shown

    def show_conflict(self, conflict: OpenConflict) -> None:
        """Show a conflict; the focus stays where it is."""
        self._shown = conflict
        self.close_other()
        self.retranslate()

    def say_alike(self, count: int) -> None:
        """Say how many conflicts the same answer would settle; the key is shown when there are several."""
        self._alike = count
        self._same.setVisible(count > 1)
        self._same.set_text(self.tr("the same for all %1 like it").replace("%1", str(count)))

    def open_other(self) -> None:
        """Offer a third value in place of the two."""
        if self._shown is None:
            return
        self._cards.hide()
        self.other.show()
        self.other.open_for(self._shown.about_kind, self._shown.names, self._shown.standing.values)

    def close_other(self) -> None:
        """Show the two values again."""
        had_focus = any(editor.hasFocus() for editor in self.other.editors().values())
        self.other.hide()
        self._cards.show()
        if had_focus:
            self.other_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter writes the third value, Escape goes back to the two."""
        if self.other.isVisible() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.other.submit()
        elif self.other.isVisible() and event.key() == Qt.Key.Key_Escape:
            self.close_other()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Write everything in the language in force."""
        past = self._shown is not None and bool(self._shown.choice)
        open_title, past_title = self.tr("Two different values: choose what stays"), self.tr("Settled: both values")
        self._head.title.setText(past_title if past else open_title)
        self._head.chip.set_spec(ChipSpec(self.tr("Both values are always kept"), "ok", "folder-check"))
        kept = self.tr("The value you do not choose stays in the history, with its author and its day.")
        calm = self.tr("No value is chosen beforehand. You can undo until the next exchange.")
        again = self.tr("Taking the other value now is a correction of today, in your name; its reason is a note.")
        self._promise.set_message(kept, again if past else calm)
        self.leave_button.setVisible(not past)
        self.other_button.setText(self.tr("Write another value"))
        self.leave_button.setText(self.tr("Ask a colleague, leave it for later"))
        for hint, text in zip(self._hints, (self.tr("Move"), self.tr("Undo")), strict=True):
            hint.set_text(text)
        asked, after_all = self.tr("Reason, if one is needed (Ctrl R)"), self.tr("Why, after all? (Ctrl R)")
        self.reason.setPlaceholderText(after_all if past else asked)
        self.reason.setAccessibleName(self.tr("Reason of the choice"))
        for card, name in ((self.mine, self.tr("The value of this computer")), (self.centre, self.tr("The centre's"))):
            card.button.setAccessibleName(name if not card.button.text() else "")
        self.say_alike(self._alike)
        self.other.retranslate()
        if self._shown is not None:
            self._write(self._shown)

    def _write(self, conflict: OpenConflict) -> None:
        name, below = self._words.file(conflict.file)
        self._head.whose.setText(f"{name}   {below}")
        self._field.setText(conflict_title(conflict))
        before = shown_values(conflict.about_kind, conflict.names, conflict.original, conflict.codes)
        said = self._words.listed(text for _, text in before) or self.tr("empty")
        lines = [self.tr("The value before both changes: %1").replace("%1", said)]
        if conflict.reason:
            lines.append(self.tr("Reason of the choice: %1").replace("%1", isolate(conflict.reason)))
        self._original.setText(" · ".join(lines))
        here = conflict.losing.here
        self.mine.write(
            self._value(
                conflict, conflict.losing, ("monitor", "accent" if here else "neutral"), self._losing_words(here)
            )
        )
        centre = self.tr("At the centre"), self.tr("Take the centre's value")
        self.centre.write(self._value(conflict, conflict.standing, ("building", "plum"), centre))

    def _losing_words(self, here: bool) -> tuple[str, str]:
        if here:
            return self.tr("On this computer"), self.tr("Keep my value")
        return self.tr("On another computer"), self.tr("Take this value")

    def _value(self, conflict: OpenConflict, side: Side, look: tuple[str, Tone], words: tuple[str, str]) -> ValueWords:
        return ValueWords(
            title=words[0],
            icon=look[0],
            tone=look[1],
            values=shown_values(conflict.about_kind, conflict.names, side.values, conflict.codes),
            facts=[
                (self.tr("From"), self._words.author(side)),
                (self.tr("When"), week_day(date.fromisoformat(side.day)) if side.day else "—"),
                (self.tr("Where"), self._words.place(side)),
            ],
            button=words[1],
            empty=self.tr("empty"),
        )


class ReturnedView(Translated):
    """One operation that came back, whole, with the reasons.

    Signals: ``restored()``, ``put_away()``, ``file_requested(int)``.
    """

    restored = Signal()
    put_away = Signal()
    file_requested = Signal(object)  # a row id needs more than the 32 bits of a Qt int

    def __init__(self, words: ExchangeWords) -> None:
        super().__init__()
        self._words = words
        self._shown: Returned | None = None
        self._head, self._facts, self._table = _Head(), Facts(), Comparison()
        self._reasons = [MessageLine() for _ in range(4)]
        self._promise = MessageLine("…")
        self.restore = Button("", "plain", icon="rotate-ccw", key="1", bind=True)
        self.away = Button("", "plain", icon="check", key="2", bind=True)
        self.file = Button("", "quiet", icon="user", key="3", bind=True)
        self.restore.clicked.connect(self.restored)
        self.away.clicked.connect(self.put_away)
        self.file.clicked.connect(self._ask_file)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        why, content, note, actions = Card(), Card(), Card(ground="note"), QHBoxLayout()
        for line in self._reasons:
            why.body.addWidget(line)
        content.body.addWidget(self._facts)
        content.body.addWidget(self._table)
        content.body.addStretch(1)
        note.body.addWidget(self._promise)
        for button in (self.restore, self.away, self.file):
            actions.addWidget(button)
        actions.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addWidget(why)
        column.addWidget(content, 1)
        column.addWidget(note)
        column.addLayout(actions)

    def show_returned(self, returned: Returned) -> None:
        """Show an operation of the tray."""
        self._shown = returned
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language in force."""
        kept = self.tr("Nothing of it is lost: it stays here, whole, until you restore it or put it away.")
        self._promise.set_message(kept, "", "ok")
        self.restore.setText(self.tr("Restore: write it again on today's file"))
        self.away.setText(self.tr("Put away: dealt with"))
        self.file.setText(self.tr("Open the file"))
        if self._shown is not None:
            self._write(self._shown)

    def _write(self, one: Returned) -> None:
        irregular = one.verdict == "irregular"
        sentence = (
            self.tr("Accepted as irregular: to be looked at") if irregular else self.tr("The centre did not take it")
        )
        self._head.title.setText(sentence)
        name, below = self._words.file(one.file)
        self._head.whose.setText(f"{name}   {below}")
        self._head.chip.set_spec(ChipSpec(wording.verdict_label(one.verdict), "warn" if irregular else "danger"))
        texts = [wording.problem_text(problem) for problem in one.problems] or [self.tr("No reason was given")]
        for number, line in enumerate(self._reasons):
            line.set_message(texts[number] if number < len(texts) else "", "", "warn" if irregular else "danger")
        self._facts.write(
            [
                (self.tr("What"), returned_title(self._words, one)),
                (self.tr("From"), self._words.author(one.author)),
                (self.tr("When"), moment(local_time(one.at_ms), date.min)),
            ]
        )
        names = list(one.wanted)
        wanted = shown_values(one.kind, names, one.wanted, one.codes)
        current = shown_values(one.kind, names, one.current, one.codes)
        rows = [(label, text or "—", now or "—") for (label, text), (_, now) in zip(wanted, current, strict=True)]
        self._table.write((self.tr("What was written"), self.tr("What stands now")), rows)
        self.restore.setEnabled(one.again is not None)

    def _ask_file(self) -> None:
        if self._shown is not None:
            self.file_requested.emit(self._shown.file.dossier)


def conflict_title(conflict: OpenConflict) -> str:
    """What a conflict is about: a field, or a group of fields that change together."""
    return wording.field_label(conflict.about_kind, conflict.group)


def returned_title(words: ExchangeWords, one: Returned) -> str:
    """What an operation that came back was: what was done, and to what."""
    return words.listed((wording.verb_label(one.verb), wording.kind_label(one.kind)))
