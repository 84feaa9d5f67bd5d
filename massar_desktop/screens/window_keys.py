"""The keys of a whole window, those of rooms that are not there yet too."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class WindowKeys:
    """Keys are written as they are shown: "F3", "Ctrl I", "Alt+1"."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._bound: dict[str, QShortcut] = {}
        self._early: dict[str, QShortcut] = {}

    def bind(self, keys: str, act: Callable[[], object]) -> None:
        """Let a key do something."""
        if early := self._early.pop(keys, None):
            early.setEnabled(False)  # two shortcuts of one key do nothing
            early.deleteLater()
        self._bound[keys] = self._shortcut(keys, act)

    def bind_early(self, keys: Collection[str], prepare: Callable[[], object]) -> None:
        """Until these keys are bound, one that is pressed has `prepare` bind them, and then does what it does."""
        for key in keys:
            if key not in self._bound:
                self._early[key] = self._shortcut(key, partial(self._press_early, key, prepare))

    def set_enabled(self, keys: str, *, enabled: bool) -> None:
        """Leave a key to the page in front, or take it back; one that is not bound is nobody's."""
        if keys in self._bound:
            self._bound[keys].setEnabled(enabled)

    def _press_early(self, keys: str, prepare: Callable[[], object]) -> None:
        prepare()
        bound = self._bound.get(keys)
        if bound is not None and bound.isEnabled():
            bound.activated.emit()

    def _shortcut(self, keys: str, act: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys.replace(" ", "+")), self._window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(act)
        return shortcut
