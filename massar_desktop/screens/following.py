"""A screen follows what is saved and what an exchange or an import brings, but not behind another room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from massar_desktop.background.session import Session

SETTLE_MS: Final = 150
"""Changes that come together are read together."""
CALM_MS: Final = 2_500
"""Longer than the pause between two announcements of an import, which changes something all the time."""


class Following(QObject):
    """Has a page read again: soon after a change while it is in front, and when it comes to the front.

    Behind another room it reads nothing: an import of a long list kept two threads busy with pages that nobody saw,
    and the page in front waited for them. What is `counted` elsewhere too is read there once the changes are over.
    With `only_missed` a page that comes to the front reads only when something has changed meanwhile (`stale`).
    """

    def __init__(  # noqa: PLR0913  # who follows whom, and three manners of doing so
        self,
        session: Session,
        page: QWidget,
        read: Callable[[], None],
        *,
        settle_ms: int = SETTLE_MS,
        counted: bool = False,
        only_missed: bool = False,
    ) -> None:
        super().__init__(page)
        self.stale = not only_missed
        self._page, self._read, self._settle_ms = page, read, settle_ms
        self._counted, self._only_missed = counted, only_missed
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._read_again)
        session.changed.connect(self._hear)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read when the page comes to the front."""
        if event.type() == QEvent.Type.Show and self.stale:
            self._soon.start(0)
        return super().eventFilter(watched, event)

    def _hear(self, _changes: object) -> None:
        self.stale = True
        if self._page.isVisible():
            if not self._soon.isActive():
                self._soon.start(self._settle_ms)
        elif self._counted:
            self._soon.start(CALM_MS)

    def _read_again(self) -> None:
        self.stale = not self._only_missed
        self._read()
