"""The permanent strip: last exchange, what waits and since when, the line, and the exchange key.

Being offline is a word here, never a dialogue.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.bidi import group, ltr, moment, percent
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.card import Line
from massar_desktop.widgets.labels import CutLabel, IconLabel, Label
from massar_desktop.widgets.paint import fill_round
from massar_desktop.widgets.tokens import Tone
from massar_desktop.widgets.translated import Translated


class LineState(Enum):
    """What the last contact with the centre said of the line."""

    UNKNOWN = "unknown"
    GOOD = "good"
    WEAK = "weak"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class StripState:
    """All that the strip shows. Times are local; ``speed`` in kbit/s; ``done`` and ``whole`` in frames.

    ``notice`` is one sentence that outweighs the line ("disk almost full"), "" for none. ``rescue``: unsent work is
    old, and a copy on a stick is offered.
    """

    now: datetime
    last_exchange: datetime | None = None
    waiting: int = 0
    oldest: datetime | None = None
    line: LineState = LineState.UNKNOWN
    speed: int | None = None
    running: bool = False
    done: int = 0
    whole: int = 0
    notice: str = ""
    rescue: bool = False


class _Segment(QWidget):
    """Icon or dot, a quiet caption and the fact in bold."""

    def __init__(self, first: QWidget) -> None:
        super().__init__()
        self.caption = Label("", "cap", "text3")
        self.value = Label("", "cap", weight=600)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        for part in (first, self.caption, self.value):
            row.addWidget(part)

    def write(self, caption: str, value: str, ink: str = "") -> None:
        """Write the two texts."""
        self.caption.setText(caption)
        self.value.setText(value)
        self.value.set_ink(ink)
        self.setAccessibleName(f"{caption} {value}")


class _Dot(QWidget):
    """The state of the last exchange as a colour beside its words."""

    def __init__(self) -> None:
        super().__init__()
        self._tone: Tone = "neutral"
        self.setFixedSize(8, 8)

    def set_tone(self, tone: Tone) -> None:
        """Take another colour."""
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dot."""
        fill_round(QPainter(self), QRectF(self.rect()), 4, theme.colours().tone(self._tone))


class StatusStrip(Translated):
    """Shows a :class:`StripState`. Signals: ``exchange_requested()``, ``stop_requested()``, ``rescue_requested()``."""

    exchange_requested = Signal()
    stop_requested = Signal()
    rescue_requested = Signal()

    def __init__(self, state: StripState) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._state = state
        self._dot = _Dot()
        self._waiting_icon = IconLabel("clock", "neutral", tokens.ICON_BUTTON)
        self._line_icon = IconLabel("gauge", "neutral", tokens.ICON_BUTTON)
        self._last = _Segment(self._dot)
        self._waiting = _Segment(self._waiting_icon)
        self._line = _Segment(self._line_icon)
        self._notice = CutLabel("", "cap", "warn")
        self.button = Button("", "quiet", key="F9")
        self.button.setFixedHeight(26)
        self.button.clicked.connect(self._press)
        self.rescue = Button("", "quiet", icon="usb", key="Ctrl U")
        self.rescue.setFixedHeight(26)
        self.rescue.clicked.connect(self.rescue_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(self._last)
        row.addWidget(Line(standing=True, length=16))
        row.addWidget(self._waiting)
        row.addWidget(self.rescue)
        row.addWidget(self._notice, 1)
        row.addWidget(self._line)
        row.addWidget(self.button)
        self.set_compact(compact=False)
        self.retranslate()

    def set_state(self, state: StripState) -> None:
        """Show another state."""
        self._state = state
        self.retranslate()

    def set_compact(self, *, compact: bool) -> None:
        """Take the height of the roomy or the compact window."""
        self.setFixedHeight((tokens.COMPACT if compact else tokens.ROOMY).strip)

    def sentence(self) -> str:
        """Return everything the strip says, for tests and screen readers."""
        parts = [segment.accessibleName() for segment in (self._last, self._waiting, self._line)]
        return " | ".join([*parts, self._notice.whole_text(), self.button.text()])

    def retranslate(self) -> None:
        """Write the state in the language in force."""
        state = self._state
        today = state.now.date()
        self._dot.set_tone("ok" if state.last_exchange else "neutral")
        last = moment(state.last_exchange, today) if state.last_exchange else self.tr("not yet")
        self._last.write(self.tr("Last exchange"), last)
        self._waiting_icon.set_icon("clock" if state.waiting else "check", "warn" if state.waiting else "ok")
        self._waiting.write(self.tr("Waiting"), self._waiting_words())
        words, ink = self._line_words()
        self._line_icon.set_icon("wifi-off" if state.line is LineState.DOWN else "gauge", "neutral")
        self._line.write(self.tr("Exchange") if state.running else self.tr("Line"), words, ink)
        self._notice.setText(state.notice)
        self.rescue.setText(self.tr("Copy to a USB stick"))
        self.rescue.setVisible(state.rescue)
        self.button.setText(self.tr("Stop") if state.running else self.tr("Send and receive"))
        self.button.set_key("" if state.running else "F9")  # which stops nothing

    def _waiting_words(self) -> str:
        state = self._state
        if not state.waiting:
            return self.tr("nothing")
        count = self.tr("%n operation(s)", "", state.waiting)
        count = count.replace(str(state.waiting), group(state.waiting))
        if state.oldest is None:
            return count
        age = age_words(state.now - state.oldest)
        return self.tr("%1, the oldest %2").replace("%1", count).replace("%2", age)

    def _line_words(self) -> tuple[str, str]:
        state = self._state
        if state.running:
            return percent(state.done, state.whole), "accent"
        words = {
            LineState.UNKNOWN: self.tr("not tried yet"),
            LineState.GOOD: self.tr("good"),
            LineState.WEAK: self.tr("weak"),
            LineState.DOWN: self.tr("no connection"),
        }[state.line]
        if state.speed is not None and state.line in (LineState.GOOD, LineState.WEAK):
            words = f"{words} {ltr(f'≈ {group(state.speed)} kbit/s')}"
        return words, "text2" if state.line is LineState.UNKNOWN else ""

    def _press(self) -> None:
        if self._state.running:
            self.stop_requested.emit()
        else:
            self.exchange_requested.emit()


class AgeWords(QObject):
    """How long ago something happened, with the plural forms of both languages."""

    def of(self, age: timedelta) -> str:
        """Return "2 hours ago", in whole minutes, hours or days."""
        minutes = max(0, int(age.total_seconds() // 60))
        hours, days = minutes // 60, minutes // (24 * 60)
        if minutes < 1:
            return self.tr("just now")
        if minutes < 60:
            return self.tr("%n minute(s) ago", "", minutes)
        if hours < 24:
            return self.tr("%n hour(s) ago", "", hours)
        return self.tr("%n day(s) ago", "", days)


def age_words(age: timedelta) -> str:
    """Return how long ago something happened, in the language in force."""
    return AgeWords().of(age)
