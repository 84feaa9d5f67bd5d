"""Kept lists of people: a filter, an order and columns under a name; some come with the program, others are one's own.

They hold no person: a list is worked out each time it is opened. They are kept in the settings of this computer.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Final

from PySide6.QtCore import QCoreApplication, QSettings

from massar_desktop.models.people import FIRST_COLUMNS
from massar_desktop.screens.people_filters import Chosen

_PLACE: Final = "people/kept"
_COLUMNS_PLACE: Final = "people/columns"
MOST: Final = 9
"""Each has a key: Alt 1 to Alt 9."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One kept list. `name` is empty for those that come with the program: they are called by `key`."""

    key: str
    chosen: Chosen = field(default_factory=Chosen)
    sort: str = "name"
    descending: bool = False
    columns: tuple[str, ...] = FIRST_COLUMNS
    name: str = ""

    def words(self) -> str:
        """What it is called in the language in force."""
        words = {
            "retires": QCoreApplication.translate("Kept", "Retires this year"),
            "retires_next": QCoreApplication.translate("Kept", "Retires next year"),
            "incomplete": QCoreApplication.translate("Kept", "Incomplete records"),
            "anomaly": QCoreApplication.translate("Kept", "Anomalies to look at"),
        }
        return self.name or words.get(self.key, self.key)


def built_in(year: int) -> list[Kept]:
    """The lists that come with the program, in a year."""
    leaving = ("name", "ppr", "birth_date", "school", "retires_on")
    return [
        Kept("retires", Chosen(retires=str(year)), "retires_on", columns=leaving),
        Kept("retires_next", Chosen(retires=str(year + 1)), "retires_on", columns=leaving),
        Kept("incomplete", Chosen(incomplete=True)),
        Kept("anomaly", Chosen(anomaly=True)),
    ]


def kept(year: int) -> list[Kept]:
    """All kept lists, those of the program first."""
    return [*built_in(year), *_own()][:MOST]


def keep(one: Kept) -> None:
    """Keep a list under its name; the one that had this name is replaced."""
    own = [other for other in _own() if other.name != one.name]
    _write([*own, one])


def forget(name: str) -> None:
    """Keep a list no more."""
    _write([other for other in _own() if other.name != name])


def own_columns() -> tuple[str, ...]:
    """The columns that were chosen on this computer."""
    text = str(QSettings().value(_COLUMNS_PLACE) or "")
    return tuple(text.split()) or FIRST_COLUMNS


def keep_columns(names: Sequence[str]) -> None:
    """Show these columns from now on."""
    QSettings().setValue(_COLUMNS_PLACE, " ".join(names))


def _own() -> list[Kept]:
    try:
        found = json.loads(str(QSettings().value(_PLACE) or "[]"))
        return [
            Kept(
                key=f"own:{one['name']}",
                chosen=Chosen(**one["chosen"]),
                sort=str(one["sort"]),
                descending=bool(one["descending"]),
                columns=tuple(map(str, one["columns"])),
                name=str(one["name"]),
            )
            for one in found
        ]
    except (ValueError, KeyError, TypeError):
        return []  # settings of another version: the program's own lists are there all the same


def _write(lists: Sequence[Kept]) -> None:
    QSettings().setValue(_PLACE, json.dumps([asdict(one) for one in lists], ensure_ascii=False))
