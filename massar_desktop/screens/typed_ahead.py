"""A key that is quicker than the answer it is about: it waits for it, and what is typed after it waits behind it.

Without it, a key pressed while a search runs would be about the person found before, and the digits of a telephone
would go on with the search.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

LONGEST_MS: Final = 10_000
"""An answer that has not come by then does not come: what was typed goes where it was typed."""


class TypedAhead(QObject):
    """`is_answered` says whether what was typed is answered and on the screen; `lines` are where keys are typed
    meanwhile. Whoever shows an answer calls `look`.
    """

    def __init__(self, is_answered: Callable[[], bool], lines: tuple[QWidget, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._is_answered = is_answered
        self._act: Callable[[], None] | None = None
        self._keys: list[QKeyEvent] = []
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._longest.timeout.connect(self.give_up)
        for line in lines:
            line.installEventFilter(self)

    @property
    def is_waiting(self) -> bool:
        """Whether a key waits for its answer."""
        return self._act is not None

    def do(self, act: Callable[[], None]) -> None:
        """Do something about what is on the screen, now or when what was typed is answered; the last key counts."""
        self._act = act
        if not self._is_answered():
            self._longest.start()
        self.look()

    def look(self) -> None:
        """Go on, if the answer is on the screen."""
        if self._act is not None and self._is_answered():
            act, self._act = self._act, None
            self._longest.stop()
            act()
            self._type()

    def give_up(self) -> None:
        """Wait no longer: nothing is done, and what was typed meanwhile goes where the focus is."""
        self._act = None
        self._longest.stop()
        self._type()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the keys that follow; Escape takes all of it back."""
        if self._act is None or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            self._keys.clear()
            self.give_up()
        else:
            self._keys.append(event.clone())
        return True

    def _type(self) -> None:
        keys, self._keys = self._keys, []
        for key in keys:
            if (focused := QApplication.focusWidget()) is not None:
                QApplication.sendEvent(focused, key)
