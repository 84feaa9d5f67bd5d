"""What is checked in files, by sort: what comes up and what controls find, each with its word, icon and tone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from massar_desktop.widgets.tokens import Tone

HEAPS: Final[tuple[tuple[str, str, Tone], ...]] = (
    ("late", "calendar-clock", "danger"),
    ("coming", "clock", "info"),
    ("error", "circle-x", "danger"),
    ("missing", "circle-help", "warn"),
    ("warning", "triangle-alert", "warn"),
    ("rules", "history", "plum"),
)
"""What comes up first, then what is found, the heaviest first; each with the icon and tone of its counter."""


def heap_word(heap: str) -> str:
    """What the lines of a sort are called."""
    words = {
        "late": QCoreApplication.translate("ChecksScreen", "Late"),
        "coming": QCoreApplication.translate("ChecksScreen", "Coming up"),
        "error": QCoreApplication.translate("ChecksScreen", "Wrong"),
        "missing": QCoreApplication.translate("ChecksScreen", "Missing"),
        "warning": QCoreApplication.translate("ChecksScreen", "To verify"),
        "rules": QCoreApplication.translate("ChecksScreen", "Rule changed"),
    }
    return words[heap]
