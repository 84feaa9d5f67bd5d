"""The first tour: a few lines at the foot of the window, one after the other, that say where things are done.

It takes no focus, blocks and covers nothing: a clerk with somebody at the counter simply works on.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from massar_desktop.widgets.button import Button, KeyCap
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.translated import Translated

_HEIGHT = 38
"""Two lines of captions: more, and a window of 1280x650 would have to scroll."""
_KEYS = ("Ctrl K", "F4", "F9", "Ctrl U", "F1")


class Tour(Translated):
    """A bar with a place of its own in the window. Signals: ``ended()`` after the last line, or when put away."""

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tour")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT)
        self._step = 0
        self._caps = [KeyCap(key) for key in _KEYS]
        self._title, self._text = Label("", "h3"), Label("", "cap", "text2", wrap=True)
        self._count = Label("", "cap", "text3")
        self.next = Button("", "quiet", key="Alt N", bind=True)
        self.skip = Button("", "quiet", key="Alt X", bind=True)
        for button, act in ((self.next, self.go_on), (self.skip, self.end)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(act)
        self._build()
        self.retranslate()

    def step(self) -> int:
        """Return which line is shown, from 0."""
        return self._step

    def go_on(self) -> None:
        """Show the next line; after the last one the tour is over."""
        if self._step + 1 >= len(_KEYS):
            self.end()
            return
        self._step += 1
        self.retranslate()

    def end(self) -> None:
        """Put the tour away."""
        self.hide()
        self.ended.emit()

    def retranslate(self) -> None:
        """Write the line in the language in force."""
        title, text = self._cards()[self._step]
        self._title.setText(title)
        self._text.setText(text)
        self._count.setText(f"{self._step + 1} / {len(_KEYS)}")
        last = self._step + 1 == len(_KEYS)
        self.next.setText(self.tr("Begin to work") if last else self.tr("Next"))
        self.skip.setText(self.tr("Put away"))
        self.skip.setVisible(not last)
        for number, cap in enumerate(self._caps):
            cap.setVisible(number == self._step)
        self.setAccessibleName(f"{title}. {text}")

    def _cards(self) -> list[tuple[str, str]]:
        return [
            (
                self.tr("Everything begins with the search"),
                self.tr("Type a name in either script, a PPR or a CIN: the file opens with Enter."),
            ),
            (
                self.tr("Acts are found by their name"),
                self.tr("A few letters, then the fields in the order of the paper. What is typed is kept by itself."),
            ),
            (
                self.tr("Work first, send later"),
                self.tr("All is saved here, with or without a line. It leaves by itself when there is one."),
            ),
            (
                self.tr("No line for days?"),
                self.tr("The same exchange goes by USB stick. Put it in: the page knows what to do."),
            ),
            (
                self.tr("Help on every screen"),
                self.tr("One short page, in your language. The line at the foot tells what waits here."),
            ),
        ]

    def _build(self) -> None:
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(12)
        for cap in self._caps:
            row.addWidget(cap)
        row.addWidget(self._title)
        row.addWidget(self._text, 1)
        for part in (self._count, self.skip, self.next):
            row.addWidget(part)
