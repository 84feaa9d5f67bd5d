"""Takes the pictures: a language and a look in force, a window that has come to rest, its image kept and judged."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from massar_desktop.background.tasks import Tasks
from massar_desktop.system.locale import LANGUAGES, Language, direction_of, install_language
from massar_desktop.widgets import theme
from massar_desktop.widgets.tokens import Direction
from tests.screenshots.audit import Audit
from tests.screenshots.shown_words import English

WIDTH: Final = 1366
HEIGHT: Final = 768
LOW: Final = 690
PATIENCE_MS: Final = 60_000
_LOOK_AGAIN_MS: Final = 5
_QUIET_LOOKS: Final = 5


class NeverHappened(AssertionError):
    """What a picture waits for did not come."""


class Studio:
    """``shoot`` makes the pictures of one state of one window; ``faults`` collects what is wrong on them."""

    def __init__(
        self, app: QApplication, folder: Path, *, width: int = WIDTH, heights: Sequence[int] = (LOW, HEIGHT)
    ) -> None:
        self.app = app
        self._width, self._heights = width, heights
        self.faults: list[str] = []
        self._folder = folder
        self._number = 0
        self._tasks: list[Tasks] = []
        self._english = {language: English(language) for language in LANGUAGES}

    def watch(self, tasks: Tasks) -> None:
        """Wait for this background work, too, before a picture is taken."""
        self._tasks.append(tasks)

    def wear(self, language: Language, *, dark: bool = False, practice: bool = False) -> None:
        """Put a language and a look in force."""
        rtl = direction_of(language) == direction_of("ar")
        wanted = theme.Appearance(dark=dark, practice=practice, direction=_side(rtl=rtl))
        if theme.appearance() != wanted or not theme.sheet():
            theme.apply_theme(self.app, dark=dark, direction=wanted.direction, practice=practice)
        install_language(self.app, language)

    def shoot(self, name: str, window: QWidget, *, dark: bool = False, practice: bool = False) -> None:
        """Take a window as it is, once in each language, and look for faults there and in a low window."""
        self._number += 1
        for language in LANGUAGES:
            self.wear(language, dark=dark, practice=practice)
            theme.dress(window)
            title = f"{language}/{self._number:02d}-{name}"
            fixed = window.minimumSize() == window.maximumSize() or window.maximumWidth() < self._width
            for height in self._heights:
                if not fixed:
                    window.resize(self._width, height)
                window.show()
                self.settle()
                picture = window.grab()
                found = Audit(window, picture.toImage(), self._english[language]).faults()
                self.faults += [f"{title} at {height} px: {fault}" for fault in found]
            path = self._folder / f"{title}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            picture.save(str(path))
            sys.stdout.write(f"{path}\n")

    def settle(self) -> None:
        """Wait until the background has nothing to do and no short timer runs."""
        looks = 0

        def rests() -> bool:
            # A layout asks for another pass at the end of each: one quiet look proves nothing.
            nonlocal looks
            looks = looks + 1 if self._is_quiet() else 0
            return looks >= _QUIET_LOOKS

        self.until(rests, "the window does not come to rest")

    def until(self, happened: Callable[[], object], what: str) -> None:
        """Serve events until something is true; NeverHappened after a minute."""
        loop, tick, clock = QEventLoop(), QTimer(), QElapsedTimer()
        clock.start()
        tick.timeout.connect(lambda: loop.quit() if clock.hasExpired(PATIENCE_MS) or happened() else None)
        tick.start(_LOOK_AGAIN_MS)
        loop.exec()
        tick.stop()
        if clock.hasExpired(PATIENCE_MS):
            raise NeverHappened(what)

    def _is_quiet(self) -> bool:
        if any(tasks._short.activeThreadCount() for tasks in self._tasks):
            return False
        windows = [window for window in self.app.topLevelWidgets() if window.isVisible()]
        timers = (timer for window in windows for timer in window.findChildren(QTimer))
        return not any(timer.isActive() and timer.isSingleShot() for timer in timers)


def _side(*, rtl: bool) -> Direction:
    return "rtl" if rtl else "ltr"
