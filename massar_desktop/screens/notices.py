"""What a screen says above its content, and the one or two things that can be done about it. Never a pop-up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Card
from massar_desktop.widgets.message_line import MessageLine
from massar_desktop.widgets.tokens import Tone
from massar_desktop.widgets.translated import Translated


@dataclass(frozen=True, slots=True)
class Action:
    """A button of a notice. Words are functions, so that they follow the language."""

    label: Callable[[], str]
    act: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence, what to do, and buttons."""

    sentence: Callable[[], str]
    remedy: Callable[[], str] = str
    tone: Tone = "info"
    actions: tuple[Action, ...] = ()


class _Row(Card):
    def __init__(self, notice: Notice) -> None:
        super().__init__(across=True)
        self._notice = notice
        self._line = MessageLine()
        self._buttons = [Button(kind="quiet") for _ in notice.actions]
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._line, 1)
        for button, action in zip(self._buttons, notice.actions, strict=True):
            button.clicked.connect(lambda _=False, act=action.act: act())
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row, 1)
        self.retranslate()

    def set_compact(self, *, compact: bool) -> None:
        margins = (14, 4, 8, 4) if compact else (14, 7, 8, 7)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(*margins)

    def retranslate(self) -> None:
        self._line.set_message(self._notice.sentence(), self._notice.remedy(), self._notice.tone)
        for button, action in zip(self._buttons, self._notice.actions, strict=True):
            button.setText(action.label())

    def sentence(self) -> str:
        return self._line.sentence()

    def buttons(self) -> list[Button]:
        return self._buttons


class Notices(Translated):
    """The notices of a screen, by key, the newest last; it takes no room while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, _Row] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def say(self, key: str, notice: Notice) -> None:
        """Show a notice in place of the one with the same key."""
        self.drop(key)
        row = _Row(notice)
        self._rows[key] = row
        self._column.addWidget(row)
        self.show()

    def drop(self, key: str) -> None:
        """Take a notice away."""
        row = self._rows.pop(key, None)
        if row is not None:
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        self.setVisible(bool(self._rows))

    def clear(self) -> None:
        """Take all notices away."""
        for key in list(self._rows):
            self.drop(key)

    def sentence(self, key: str) -> str:
        """What a notice says, "" when it is not shown."""
        row = self._rows.get(key)
        return row.sentence() if row is not None else ""

    def button(self, key: str, number: int = 0) -> Button:
        """A button of a notice; KeyError when the notice is not shown."""
        return self._rows[key].buttons()[number]

    def retranslate(self) -> None:
        """Say everything again in the language in force."""
        for row in self._rows.values():
            row.retranslate()
