"""The files a clerk opened last: kept as numbers in the preferences of this computer, named from the office's file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from massar_desktop.background.session import Session
    from massar_desktop.queries.named import Named

KEPT: Final = 3


class Notes(Protocol):
    """Where small things are kept (system.preferences.Preferences)."""

    def note(self, name: str) -> str:
        """What is kept under a name."""

    def keep_note(self, name: str, text: str) -> None:
        """Keep something."""


@dataclass(frozen=True, slots=True)
class RecentFile:
    """One file with its person's names."""

    person: int
    named: Named


class RecentFiles(QObject):
    """Signals: ``changed(tuple[RecentFile, ...])``, the newest first. No name is kept outside the office's file."""

    changed = Signal(object)

    def __init__(self, session: Session, notes: Notes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._notes = session, notes
        self._name = f"recent/{session.clerk}"

    def opened(self, person: int) -> None:
        """Put a file in front; `refresh` tells of it when somebody looks."""
        before = self._people()
        after = [person, *(one for one in before if one != person)][:KEPT]
        if after != before:
            self._notes.keep_note(self._name, ",".join(str(one) for one in after))

    def refresh(self) -> None:
        """Read the names again."""
        people = self._people()
        if people:
            self._session.tasks.run(self._reading(people), self.changed.emit)

    def _reading(self, people: list[int]) -> Callable[[], tuple[RecentFile, ...]]:
        def read() -> tuple[RecentFile, ...]:
            from massar_desktop.queries.named import people_named

            with self._session.database.read() as connection:
                named = people_named(connection, people)
            return tuple(RecentFile(one, named[one]) for one in people if one in named)

        return read

    def _people(self) -> list[int]:
        return [int(one) for one in self._notes.note(self._name).split(",") if one.isdecimal()]
