"""The first tour: a few cards at the foot of the window, one after the other, that say where things are done.

It takes no focus and blocks nothing: a clerk with somebody at the counter simply works on.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massar_desktop.widgets import tokens
from massar_desktop.widgets.button import Button, KeyCap
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.translated import Translated

_WIDTH = 420
_KEYS = ("Ctrl K", "F4", "F9", "Ctrl U", "F1")


class Tour(Translated):
    """A card over a window, at its lower end corner. Signals: ``ended()`` after the last card, or when put away."""

    ended = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("kind", "card-accent")
        self._step = 0
        self._caps = [KeyCap(key) for key in _KEYS]
        self._title, self._text = Label("", "h2"), Label("", "body", "text2", wrap=True)
        self._count = Label("", "cap", "text3")
        self.next = Button("", "plain", key="Alt N", bind=True)
        self.skip = Button("", "quiet", key="Alt X", bind=True)
        for button, act in ((self.next, self.go_on), (self.skip, self.end)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(act)
        self._build()
        self.setFixedWidth(_WIDTH)
        window.installEventFilter(self)
        self.retranslate()

    def step(self) -> int:
        """Return which card is shown, from 0."""
        return self._step

    def go_on(self) -> None:
        """Show the next card; after the last one the tour is over."""
        if self._step + 1 >= len(_KEYS):
            self.end()
            return
        self._step += 1
        self.retranslate()

    def end(self) -> None:
        """Put the tour away."""
        self.hide()
        self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def retranslate(self) -> None:
        """Write the card in the language in force."""
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
        self._place()

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
        head = QHBoxLayout()
        head.addWidget(self._title)
        for cap in self._caps:
            head.addWidget(cap)
        head.addStretch(1)
        head.addWidget(self._count)
        foot = QHBoxLayout()
        foot.addWidget(self.skip)
        foot.addStretch(1)
        foot.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._text)
        column.addSpacing(4)
        column.addLayout(foot)

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        layout = self.layout()
        height = layout.totalHeightForWidth(_WIDTH) if layout is not None else self.sizeHint().height()
        self.resize(_WIDTH, height)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = tokens.ROOMY.margin_x if rtl else window.width() - _WIDTH - tokens.ROOMY.margin_x
        self.move(x, window.height() - height - tokens.ROOMY.strip - tokens.ROOMY.margin_y)
        self.raise_()
