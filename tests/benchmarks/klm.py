"""The keystroke-level model (Card, Moran and Newell 1980) over the real window: who works it is counted key by key.

A clerk here can do four things, and each carries its own operators, so that no script can leave one out: choose a
command (M and its keys), copy a value from paper (M, its keys and the Enter that ends it), read or check a result (M),
wait for the window (R, measured). Keys are counted by an event filter on the application, Shift and Ctrl as keys of
their own, never by the script.
"""

from __future__ import annotations

import csv
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

KEY_S: Final = 0.28
MIND_S: Final = 1.35
POINT_S, CLICK_S, HAND_S = 1.10, 0.20, 0.40
GIVE_UP_S: Final = 30.0
PACE_S: Final = 0.1
"""From key to key: three times as fast as the model's clerk, so that what the window does meanwhile is not hidden."""
_PRESSES: Final = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
Key = Qt.Key
Keys = tuple[Qt.Key, Qt.KeyboardModifier]
PLAIN, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


@dataclass(frozen=True, slots=True)
class Operator:
    """One operator of the trace: its sign, how often, its seconds and what it was for."""

    sign: str
    count: int
    seconds: float
    what: str


@dataclass
class Trace:
    """What one task cost."""

    task: str
    operators: list[Operator] = field(default_factory=list)
    screens: int = 0
    clicks: int = 0

    @property
    def keys(self) -> int:
        """Keys pressed."""
        return sum(one.count for one in self.operators if one.sign == "K")

    @property
    def actions(self) -> int:
        """Keys and clicks."""
        return self.keys + self.clicks

    @property
    def seconds(self) -> float:
        """The time of all operators."""
        return sum(one.seconds for one in self.operators)

    def text(self) -> str:
        """The operators as one string: "M 7K R0.04 M"."""
        said = [
            f"R{one.seconds:.3f}" if one.sign == "R" else one.sign if one.sign == "M" else f"{one.count}{one.sign}"
            for one in self.operators
        ]
        return " ".join(said)

    def write(self, folder: Path) -> None:
        """Write it to TASK.csv: operator, count, seconds, what for."""
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / f"{self.task}.csv").open("w", newline="", encoding="utf-8") as file:
            out = csv.writer(file)
            out.writerow(("operator", "count", "seconds", "what"))
            out.writerows((one.sign, one.count, f"{one.seconds:.3f}", one.what) for one in self.operators)
            out.writerow(("sum", self.actions, f"{self.seconds:.3f}", f"screens {self.screens}"))


class Presses(QObject):
    """Counts keys that go down and mouse buttons that are pressed, as the application gets them.

    One press reaches several objects, as a shortcut and then as a key, from child to parent: it counts once.
    """

    def __init__(self) -> None:
        super().__init__()
        self.keys, self.clicks = 0, 0
        self._down: set[int] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count, and let everything through."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            self.clicks += 1
        if isinstance(event, QKeyEvent):
            if event.type() in _PRESSES and event.key() not in self._down:
                self._down.add(event.key())
                self.keys += 1
            elif event.type() == QEvent.Type.KeyRelease:
                self._down.discard(event.key())
        return False

    def all_up(self) -> None:
        """Every key is up again: the release of one that closed its window reaches nobody."""
        self._down.clear()


class Clerk:
    """Hands on the keyboard, eyes on one window."""

    def __init__(self, app: QApplication, window: QMainWindow, task: str, *, pace: float = PACE_S) -> None:
        self._app, self._window, self._pace = app, window, pace
        self._presses = Presses()
        self._last_key = time.perf_counter()
        self.trace = Trace(task)

    def command(self, what: str, *keys: Keys) -> None:
        """Choose a command: one M, none inside the shortcut."""
        self.mind(what)
        self.press(what, *keys)

    def value(self, what: str, text: str, *, enter: bool = True) -> None:
        """Copy a value from paper: one M, its keys, and the Enter that ends it without another."""
        self.mind(what)
        self.keys(what, text)
        if enter:
            self.press(f"{what}: Enter", (Key.Key_Return, PLAIN))

    def read(self, what: str) -> None:
        """Read or check a result."""
        self.mind(what)

    def mind(self, what: str) -> None:
        """One mental preparation."""
        self.trace.operators.append(Operator("M", 1, MIND_S, what))

    def keys(self, what: str, text: str) -> None:
        """Type a text."""
        before = self._presses.keys
        for character in text:
            self._counted(partial(_type, character))
        self._add(what, before)

    def press(self, what: str, *keys: Keys) -> None:
        """Press keys one after the other."""
        before = self._presses.keys
        for key, modifier in keys:
            self._counted(partial(_click, key, modifier))
        self._add(what, before)

    def wait(self, what: str, condition: Callable[[], bool]) -> None:
        """Wait for the window from the last key on, until what is waited for has been painted: R, as measured."""
        while not condition():
            if time.perf_counter() - self._last_key > GIVE_UP_S:
                raise TimeoutError(f"{self.trace.task}: {what}")
            self._app.processEvents()
        QCoreApplication.sendPostedEvents()
        self._app.processEvents()
        took = time.perf_counter() - self._last_key
        self.trace.operators.append(Operator("R", 1, took, what))

    def _counted(self, press: Callable[[QWidget], object]) -> None:
        while time.perf_counter() - self._last_key < self._pace:
            self._app.processEvents()
        before = self._presses.keys
        self._app.installEventFilter(self._presses)
        press(QApplication.focusWidget() or self._window)
        self._app.removeEventFilter(self._presses)
        self._presses.all_up()
        if self._presses.keys == before:
            raise AssertionError(f"{self.trace.task}: a key reached nobody")
        self._last_key = time.perf_counter()
        self._app.processEvents()

    def _add(self, what: str, before: int) -> None:
        count = self._presses.keys - before
        self.trace.operators.append(Operator("K", count, count * KEY_S, what))
        self.trace.clicks = self._presses.clicks


def _click(key: Qt.Key, modifier: Qt.KeyboardModifier, widget: QWidget) -> None:
    QTest.keyClick(widget, key, modifier)


def _type(character: str, widget: QWidget) -> None:
    if character.isascii():
        QTest.keyClick(widget, Qt.Key(ord(character.upper())))
        return
    # QTest aborts the process on a character outside ASCII.
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, ord(character), PLAIN, character))
