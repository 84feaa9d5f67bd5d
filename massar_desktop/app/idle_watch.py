"""Notices that nobody works: no key and no movement of the mouse for some minutes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal

_SIGNS: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
_LOOKS: Final = 12
"""How often the time is looked at within the limit: a timer started at each movement would cost more."""


class IdleWatch(QObject):
    """Watches one window from `watch` to `stop`. Signals: ``idle()`` once after so many milliseconds.

    It filters the events of the window itself, not of the application: those would come through Python by the
    thousand, also from widgets that are being destroyed.
    """

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QObject | None = None
        self._limit_ms = 0
        self._since, self._look = QElapsedTimer(), QTimer(self)
        self._look.timeout.connect(self._judge)

    @property
    def watching(self) -> bool:
        """True between `watch` and `stop`."""
        return self._look.isActive()

    def watch(self, window: QObject, limit_ms: int) -> None:
        """Begin, or go on with another limit or window (a QWindow: where keys and mouse arrive first)."""
        if window is not self._window:
            self.stop()
            window.installEventFilter(self)
            self._window = window
        self._limit_ms = limit_ms
        self._since.start()
        self._look.start(max(limit_ms // _LOOKS, 10))

    def stop(self) -> None:
        """Watch no more."""
        self._look.stop()
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See each event of the window, and let it pass."""
        if event.type() in _SIGNS:
            self._since.start()
        return False

    def _judge(self) -> None:
        if self._since.elapsed() >= self._limit_ms:
            self.stop()
            self.idle.emit()
