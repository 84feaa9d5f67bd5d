"""The rooms of the rail and the commands at its foot: their order, icons, words and keys, declared once.

The order is that of the keys, so that the eye finds a room where the hand does; what has no F-key comes last.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Room:
    """One place of the rail: an icon, a source word of the context MainWindow, a key like "F3" or "Ctrl I"."""

    icon: str
    word: str
    key: str


def _room(icon: str, word: object, key: str) -> Room:
    return Room(icon, str(word), key)


ROOMS: Final[Mapping[str, Room]] = {
    "home": _room("list-checks", QT_TRANSLATE_NOOP("MainWindow", "Today's work"), "F2"),
    "people": _room("users", QT_TRANSLATE_NOOP("MainWindow", "People"), "F3"),
    "counter": _room("file-plus", QT_TRANSLATE_NOOP("MainWindow", "New act"), "F4"),
    "decide": _room("badge-check", QT_TRANSLATE_NOOP("MainWindow", "Decide"), "F5"),
    "conflicts": _room("git-compare", QT_TRANSLATE_NOOP("MainWindow", "Conflicts"), "F6"),
    "exchange": _room("arrow-up-down", QT_TRANSLATE_NOOP("MainWindow", "Exchange"), "F9"),
    "checks": _room("circle-alert", QT_TRANSLATE_NOOP("MainWindow", "To check"), "F10"),
    "census": _room("school", QT_TRANSLATE_NOOP("MainWindow", "Census"), "F11"),
    "register": _room("file-text", QT_TRANSLATE_NOOP("MainWindow", "Register"), "Ctrl J"),
    "import_list": _room("file-spreadsheet", QT_TRANSLATE_NOOP("MainWindow", "Import a list"), "Ctrl I"),
}
"""What is worked in, from the top of the rail."""
COMMANDS: Final[Mapping[str, Room]] = {
    "settings": _room("settings", QT_TRANSLATE_NOOP("MainWindow", "Settings"), "F12"),
    "lock": _room("lock", QT_TRANSLATE_NOOP("MainWindow", "Lock"), "Ctrl L"),
    "help": _room("circle-help", QT_TRANSLATE_NOOP("MainWindow", "Help on this screen"), "F1"),
}
"""What stands at the foot of the rail."""
OF_PROVINCES: Final = ("counter", "checks", "census", "import_list")
"""Rooms for what an academy does not do: it decides what is referred to it."""
