"""What a person chose for this computer: look, language, when it locks, how the line is reached. Never a secret."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QObject, QSettings, Signal

from massar_desktop.system.locale import LANGUAGES, Language

Look = Literal["light", "dark"]
ProxyMode = Literal["system", "none", "own"]
LOCK_MINUTES: Final = (2, 5, 10, 30)
DEFAULT_LOCK: Final = 10
VISIT_LOCK: Final = 2
"""On a visit the laptop lies on other people's tables."""


class Preferences(QObject):
    """Kept by the operating system for each person. Signals: ``changed(str)`` with the name of what was chosen."""

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = QSettings()

    @property
    def dark(self) -> bool:
        """True for light letters on a dark ground."""
        return self._text("look") == "dark"

    def choose_dark(self, *, dark: bool) -> None:
        """Choose the look."""
        self._keep("look", "dark" if dark else "light")

    @property
    def language(self) -> Language:
        """The language; Arabic until another one is chosen."""
        return next((one for one in LANGUAGES if one == self._text("language")), "ar")

    def choose_language(self, language: Language) -> None:
        """Choose the language."""
        self._keep("language", language)

    @property
    def lock_minutes(self) -> int:
        """After how many idle minutes the session locks; fewer on a field visit."""
        text = self._text("lock_minutes")
        chosen = int(text) if text.isdecimal() and int(text) in LOCK_MINUTES else DEFAULT_LOCK
        return min(chosen, VISIT_LOCK) if self.visiting else chosen

    def choose_lock(self, minutes: int) -> None:
        """Choose after how many minutes it locks, one of LOCK_MINUTES."""
        self._keep("lock_minutes", str(minutes))

    @property
    def visiting(self) -> bool:
        """True while the laptop is away on a field visit."""
        return self._text("visiting") == "yes"

    def choose_visiting(self, *, visiting: bool) -> None:
        """Begin or end a field visit."""
        self._keep("visiting", "yes" if visiting else "no")

    @property
    def proxy(self) -> tuple[ProxyMode, str]:
        """How the centre is reached, and the proxy's address where it is one's own."""
        mode, address = self._text("proxy"), self._text("proxy_address")
        if mode == "none":
            return "none", address
        return ("own", address) if mode == "own" and address else ("system", address)

    def choose_proxy(self, mode: ProxyMode, address: str = "") -> None:
        """Choose how the centre is reached; an address is kept for later when none is used."""
        if address:
            self._kept.setValue("proxy_address", address)
        self._keep("proxy", mode)

    @property
    def toured(self) -> bool:
        """True once the first tour was taken or put away."""
        return self._text("toured") == "yes"

    def end_tour(self) -> None:
        """Show the tour no more."""
        self._keep("toured", "yes")

    def note(self, name: str) -> str:
        """Something small that a screen keeps under a name of its own, "" for nothing."""
        return self._text(f"notes/{name}")

    def keep_note(self, name: str, text: str) -> None:
        """Keep something small; nobody is told."""
        self._kept.setValue(f"notes/{name}", text)

    def _text(self, name: str) -> str:
        return str(self._kept.value(name) or "")

    def _keep(self, name: str, value: str) -> None:
        if self._text(name) != value or name == "proxy":
            self._kept.setValue(name, value)
            self.changed.emit(name)
