"""Reads the register off the UI thread: the journal of a day, covering slips, acts by a number. It holds no widget."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.day_journal import JournalLine
    from massar_desktop.queries.paper_facts import Question
    from massar_desktop.queries.registry import RegisteredAct, Slip

T = TypeVar("T")


class RegisterFlow(QObject):
    """Signals: ``journal_read(object)`` with the list of JournalLine of a day, ``slips_read(object)`` with the list of
    Slip, ``found(object)`` with the list of RegisteredAct of the last number, ``failed(object)`` with the Exception.
    """

    journal_read = Signal(object)
    slips_read = Signal(object)
    found = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asked: dict[str, int] = {}

    @property
    def today(self) -> str:
        """The day in Morocco."""
        return self._session.replica.today()

    def read_journal(self, day: str) -> None:
        """Ask for the journal of a day."""

        def question() -> Question[list[JournalLine]]:
            from massar_desktop.queries.day_journal import day_journal

            return lambda connection, asker: day_journal(connection, asker, day)

        self._ask("journal", question, self.journal_read.emit)

    def read_slips(self) -> None:
        """Ask for the latest covering slips."""

        def question() -> Question[list[Slip]]:
            from massar_desktop.queries.registry import slips

            return slips

        self._ask("slips", question, self.slips_read.emit)

    def find(self, number: str) -> None:
        """Ask which acts carry a number."""

        def question() -> Question[list[RegisteredAct]]:
            from massar_desktop.queries.registry import acts_numbered

            return lambda connection, asker: acts_numbered(connection, asker, number)

        self._ask("number", question, self.found.emit)

    def _ask(self, name: str, question: Callable[[], Question[T]], tell: Callable[[T], object]) -> None:
        """Ask in the background; of two questions of one name only the later is answered."""
        asked = self._asked[name] = self._asked.get(name, 0) + 1
        session = self._session

        def read() -> tuple[str, int, T, Callable[[T], object]]:
            from massar_desktop.queries.asking import Asker

            replica = session.replica
            with session.database.read() as connection:
                answer = question()(connection, Asker(replica.identity, session.clerk, replica.today()))
            return name, asked, answer, tell

        session.tasks.run(read, self._came, self._fail)

    # The receivers are methods of this object: what comes for an object that is gone is dropped (background/tasks.py).

    def _came(self, came: tuple[str, int, T, Callable[[T], object]]) -> None:
        name, asked, answer, tell = came
        if asked == self._asked[name]:
            tell(answer)

    def _fail(self, wrong: Exception) -> None:
        self.failed.emit(wrong)
