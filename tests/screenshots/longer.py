"""Pseudo-localisation: every text of the interface 40 % longer than it is, to see which layouts break."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QCoreApplication, QTranslator

from massar_desktop.system.locale import Language
from massar_desktop.system.resources import resource

LONGER: Final = 0.4
_PADDING: Final[dict[Language, str]] = {"ar": "ـتطويل", "fr": " allongé"}
_FEWEST: Final = 4
"""Marks and units ("، ", "kB") are no words."""


class Longer(QTranslator):
    """Gives each translation of a language with 40 % more letters at its end."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._words = QTranslator()
        self._words.load(str(resource("translations", f"{language}.qm")))
        self._padding = _PADDING[language]

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return the longer translation, "" where there is none."""
        said = self._words.translate(context, source, disambiguation, n) or ""
        if len(said) < _FEWEST:
            return said
        more = -(-int(len(said) * LONGER * 10) // 10)
        return said + (self._padding * (more // len(self._padding) + 1))[:more]

    def isEmpty(self) -> bool:
        """Return that there are words: an empty one is never asked."""
        return False


@contextmanager
def longer(app: QCoreApplication, language: Language) -> Iterator[None]:
    """Put the longer words in force for a while; open windows write themselves again."""
    made = Longer(language)
    app.installTranslator(made)
    try:
        yield
    finally:
        app.removeTranslator(made)
