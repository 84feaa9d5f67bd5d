"""What the counter of acts asks of the office's file, off the UI thread: check what is typed, register it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sync.domain import filing
from sync.domain.fields import Value
from sync.domain.operation import Operation

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.asking import Asker
    from massar_desktop.queries.counter_act import Prepared, Typed
    from sync.client.replica import Saved


@dataclass(frozen=True, slots=True)
class Registered:
    """An act that was registered at this counter: its row, whose it is, its kind and its provisional number."""

    row: int
    person: int
    kind: str
    number: str


class CounterFlow(QObject):
    """Signals: ``prepared(object)`` with the Prepared of the last question, ``registered(object)`` with a Registered,
    ``failed(object)`` with the Exception of a save.
    """

    prepared = Signal(object)
    registered = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._question = 0
        self.is_saving = False

    @property
    def today(self) -> str:
        """The day in Morocco."""
        return self._session.replica.today()

    def asker(self) -> Asker:
        """Who asks, today."""
        from massar_desktop.queries.asking import Asker

        replica = self._session.replica
        return Asker(replica.identity, self._session.clerk, replica.today())

    def ask(self, typed: Typed) -> None:
        """Check what is typed; the answer to the last question comes with ``prepared``."""
        self._question += 1
        question, asker = self._question, self.asker()

        def read() -> tuple[int, Prepared]:
            from massar_desktop.queries.counter_act import prepare

            with self._session.database.read() as connection:
                return question, prepare(connection, typed, asker)

        self._session.tasks.run(read, self._came, self._failed)

    def forget(self) -> None:
        """Nobody waits for an answer any more."""
        self._question += 1

    def register(self, kind: str, person: int, facts: Mapping[str, Value]) -> None:
        """Register an act under a provisional number: one operation, saved here at once."""
        if self.is_saving:
            return
        self.is_saving = True
        replica, clerk = self._session.replica, self._session.clerk

        def save() -> tuple[Registered, Saved]:
            from sync.client.replica import OnFreshRows

            made: list[Operation] = []

            def make(rows: Sequence[int]) -> list[Operation]:
                made.append(filing.registration(kind, rows[0], person, facts))
                return made

            saved = replica.record(OnFreshRows(1, make), author=clerk)
            return Registered(made[0].row, person, kind, str(made[0].fields["provisional_number"])), saved

        self._session.tasks.run_in_turn(save, self._saved, self._failed)

    def _came(self, answer: tuple[int, Prepared]) -> None:
        question, prepared = answer
        if question == self._question:
            self.prepared.emit(prepared)

    def _saved(self, answer: tuple[Registered, Saved]) -> None:
        registered, saved = answer
        self.is_saving = False
        self.registered.emit(registered)
        self._session.changed.emit(saved.changes)

    def _failed(self, wrong: Exception) -> None:
        self.is_saving = False
        self.failed.emit(wrong)
