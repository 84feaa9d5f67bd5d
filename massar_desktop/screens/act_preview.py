"""Beside the fields of an act: what is missing, what speaks against it, and what it will change. Nothing is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from massar_desktop.screens.act_words import balance_line, change_line, problem_line
from massar_desktop.screens.person_words import Labels
from massar_desktop.widgets.bidi import ltr
from massar_desktop.widgets.card import Card
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.message_line import MessageLine
from massar_desktop.widgets.translated import Translated
from sync.domain.errors import Severity
from sync.domain.fields import show_day

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.queries.acts import Foreseen

_MOST_PROBLEMS: Final = 8
_MOST_CHANGES: Final = 8
_ORDER: Final = (Severity.ERROR, Severity.MISSING, Severity.WARNING)


class ActPreview(Translated):
    """Live checks, errors first, and the effect on the situation; only changes are shown."""

    def __init__(self) -> None:
        super().__init__()
        self._kind = ""
        self._foreseen: Foreseen | None = None
        self._labels: Labels = {}
        self.checks, self.effects = Card(""), Card("")
        self._problems = [MessageLine() for _ in range(_MOST_PROBLEMS)]
        self._changes = [
            (Label("", "sub", "text3"), Label("", "body", wrap=True, weight=500)) for _ in range(_MOST_CHANGES)
        ]
        self._none = Label("", "sub", "text2", wrap=True)
        self._build()
        self.retranslate()

    def show_foreseen(self, kind: str, foreseen: Foreseen | None) -> None:
        """Show what would become of an act; None while nothing is known."""
        self._kind, self._foreseen = kind, foreseen
        self.retranslate()

    def set_labels(self, labels: Labels) -> None:
        """Take the labels of codes in the language in force."""
        self._labels = labels
        self.retranslate()

    def problems(self) -> list[str]:
        """The findings shown, as a screen reader says them."""
        return [line.sentence() for line in self._problems if line.sentence()]

    def changes(self) -> list[str]:
        """The changes shown, each as its name and its values."""
        return [f"{name.text()} {text.text()}" for name, text in self._changes if text.text()]

    def retranslate(self) -> None:
        """Write every word in the language in force."""
        self.checks.set_title(self.tr("Checks"))
        self._say_problems()
        self._say_changes()

    def _say_problems(self) -> None:
        foreseen = self._foreseen
        found = sorted(foreseen.problems, key=lambda one: _ORDER.index(one.severity)) if foreseen is not None else []
        for line, problem in zip(self._problems, found, strict=False):
            sentence, tone = problem_line(problem, self._kind)
            line.set_message(sentence, "", tone)
        for line in self._problems[len(found) :]:
            line.set_message("")
        if foreseen is not None and not found:
            self._problems[0].set_message(self.tr("Nothing is missing."), "", "ok")

    def _say_changes(self) -> None:
        foreseen = self._foreseen
        lines: list[tuple[str, str]] = []
        if foreseen is not None:
            lines = [change_line(one, self._labels) for one in foreseen.changes]
        if foreseen is not None and len(foreseen.balances) == 2:
            lines.insert(0, (self.tr("Annual leave"), balance_line(foreseen.balances[1])))
        day = ltr(show_day(foreseen.day)) if foreseen is not None and foreseen.day else ""
        title = self.tr("It will change on %1").replace("%1", day) if day and lines else self.tr("It will change")
        self.effects.set_title(title)
        for (name, text), (label, said) in zip(self._changes, lines, strict=False):
            name.setText(label)
            text.setText(said)
        for name, text in self._changes[len(lines) :]:
            name.setText("")
            text.setText("")
        for name, text in self._changes:
            name.setVisible(bool(text.text()))
            text.setVisible(bool(text.text()))
        self._none.setText(self.tr("Nothing in the situation."))
        self._none.setVisible(not lines)

    def _build(self) -> None:
        for line in self._problems:
            self.checks.body.addWidget(line)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for number, (name, text) in enumerate(self._changes):
            grid.addWidget(name, number, 0)
            grid.addWidget(text, number, 1)
        self.effects.body.addLayout(grid)
        self.effects.body.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.checks)
        column.addWidget(self.effects)
        column.addStretch(1)
