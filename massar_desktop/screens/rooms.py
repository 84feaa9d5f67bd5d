"""The rooms of the rail, the commands at its foot and the actions of the palette: icons, words and keys, declared once.

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
ACTIONS: Final[Mapping[str, Room]] = {
    "new_person": _room("user-plus", QT_TRANSLATE_NOOP("MainWindow", "Register somebody new"), "Ins"),
    "send": _room("arrow-up-down", QT_TRANSLATE_NOOP("MainWindow", "Send and receive now"), "F9"),
    "stick": _room("usb", QT_TRANSLATE_NOOP("MainWindow", "Exchange by USB stick"), "Ctrl U"),
    "arrivals": _room("download", QT_TRANSLATE_NOOP("MainWindow", "What changed since I left"), "Shift F9"),
    "visit": _room("school", QT_TRANSLATE_NOOP("MainWindow", "Field visit: schools to see"), "Shift F11"),
    "look": _room("eye", QT_TRANSLATE_NOOP("MainWindow", "Light or dark"), ""),
    "language": _room("languages", QT_TRANSLATE_NOOP("MainWindow", "The other language"), ""),
    "tour": _room("circle-help", QT_TRANSLATE_NOOP("MainWindow", "Show the first tour again"), ""),
    "other_clerk": _room("log-out", QT_TRANSLATE_NOOP("MainWindow", "Another person enters"), ""),
}
"""What the palette does besides, on any screen."""
INNER_ROOMS: Final = ("stick", "arrivals", "visit")
"""Those of them that lead to a room that has no place in the rail."""
PERSON_ACTIONS: Final[Mapping[str, Room]] = {
    "file": _room("user", QT_TRANSLATE_NOOP("MainWindow", "Open the file"), ""),
    "papers": _room("printer", QT_TRANSLATE_NOOP("MainWindow", "Print a certificate or all that is held"), "Ctrl P"),
    "scan": _room("paperclip", QT_TRANSLATE_NOOP("MainWindow", "Attach a scan"), "Ctrl D"),
    "note": _room("pencil", QT_TRANSLATE_NOOP("MainWindow", "Write a note or a reminder"), ""),
}
"""What it does with the person in front."""
OF_PROVINCES: Final = ("counter", "checks", "census", "import_list")
"""Rooms for what an academy does not do: it decides what is referred to it."""
ACTIONS_OF_PROVINCES: Final = ("new_person", "visit", "scan", "note")
"""The same for actions."""


def keys_of_rooms() -> frozenset[str]:
    """The keys that lead to a room or do a command, in whichever room one is."""
    rooms = (*ROOMS.values(), *COMMANDS.values(), *(ACTIONS[action] for action in INNER_ROOMS))
    return frozenset(room.key for room in rooms)
