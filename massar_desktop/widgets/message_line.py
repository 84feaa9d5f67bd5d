"""What a check found, and what a place says while it holds nothing."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massar_desktop.widgets.labels import IconLabel, Label
from massar_desktop.widgets.tokens import Tone

ICONS: Final[dict[Tone, str]] = {
    "neutral": "info",
    "info": "info",
    "accent": "circle-check",
    "ok": "circle-check",
    "warn": "triangle-alert",
    "danger": "circle-x",
    "plum": "building",
}


class MessageLine(QWidget):
    """Icon, sentence, remedy: ``MessageLine("Number in use", "Take 2026/1187", "danger")``."""

    def __init__(self, sentence: str = "", remedy: str = "", tone: Tone = "info") -> None:
        super().__init__()
        self._icon = IconLabel(ICONS[tone], tone)
        self._sentence = Label("", "body", wrap=True, weight=500)
        self._remedy = Label("", "sub", "text2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._sentence)
        words.addWidget(self._remedy)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)  # in a higher row, beside buttons, the icon stays beside its words
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.set_message(sentence, remedy, tone)

    def set_message(self, sentence: str, remedy: str = "", tone: Tone = "info") -> None:
        """Say something else; an empty sentence hides the line."""
        self._icon.set_icon(ICONS[tone], tone)
        self._sentence.setText(sentence)
        self._remedy.setText(remedy)
        self._remedy.setVisible(bool(remedy))
        self.setVisible(bool(sentence))
        self.setAccessibleName(f"{sentence} {remedy}".strip())

    def sentence(self) -> str:
        """Return what is said, as a screen reader says it."""
        return self.accessibleName()


class EmptyState(QWidget):
    """A quiet sentence in the middle of an empty place, with what to do next.

    Put the one button that helps with ``add_action``.
    """

    def __init__(self, icon: str = "info", title: str = "", remedy: str = "") -> None:
        super().__init__()
        self._icon = IconLabel(icon, "neutral", 32)
        self._title = Label(title, "h3")
        self._remedy = Label(remedy, "sub", "text2", wrap=True)
        self._remedy.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._remedy.setMinimumWidth(320)
        self._actions = QHBoxLayout()
        self._actions.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        for part in (self._icon, self._title):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._remedy)  # as wide as the place: aligned, its second line was cut
        column.addLayout(self._actions)
        column.addStretch(2)

    def set_text(self, title: str, remedy: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._remedy.setText(remedy)
        self._remedy.setVisible(bool(remedy))

    def add_action(self, widget: QWidget) -> None:
        """Put a button under the sentence."""
        self._actions.addWidget(widget)
