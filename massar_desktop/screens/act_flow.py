"""Reads and writes of the screens of acts, off the UI thread: the list, what an act would change, registering, steps.

It holds no widget. A save is one operation through the replica.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sync.domain import filing
from sync.domain.fields import Value
from sync.domain.operation import Operation
from sync.domain.record import Row

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.acts import Foreseen, PersonActs
    from massar_desktop.queries.asking import Asker
    from sync.client.replica import Saved


class ActFlow(QObject):
    """Signals: ``read(object)`` with a PersonActs, ``foreseen(object)`` with a Foreseen of the last question,
    ``registered(object)`` with the row id of the new act, ``stepped(object)`` with that of the act,
    ``failed(object)`` with the Exception of a save (Refused, StorageError).
    """

    read = Signal(object)
    foreseen = Signal(object)
    registered = Signal(object)
    stepped = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._dossiers: tuple[int, ...] = ()
        self._question = 0
        self._saving = False

    @property
    def today(self) -> str:
        """The day in Morocco."""
        return self._session.replica.today()

    @property
    def is_saving(self) -> bool:
        """True until the last save has its answer."""
        return self._saving

    def open(self, dossiers: Sequence[int]) -> None:
        """Read the acts of a person, her own dossier first; the answer comes with ``read``."""
        self._dossiers = tuple(dossiers)
        self.read_again()

    def read_again(self) -> None:
        """Read the acts again."""
        asked, asker = self._dossiers, self._asker
        if not asked:
            return

        def read() -> PersonActs:
            from massar_desktop.queries.acts import person_acts

            with self._session.database.read() as connection:
                return person_acts(connection, asked, asker())

        self._session.tasks.run(read, self._came)

    def foresee(self, operation: Operation) -> None:
        """Ask what would become of an operation; the answer to the last question comes with ``foreseen``."""
        self._question += 1
        question, asker = self._question, self._asker

        def read() -> tuple[int, Foreseen]:
            from massar_desktop.queries.acts import foresee

            with self._session.database.read() as connection:
                return question, foresee(connection, operation, asker())

        self._session.tasks.run(read, self._answered)

    def forget_questions(self) -> None:
        """Nobody waits for an answer any more."""
        self._question += 1

    def registering(self, kind: str, fields: Mapping[str, Value], row: int = 0) -> Operation:
        """The operation that registers an act of the open person; row 0 stands for one that is not given yet."""
        return filing.registration(kind, row, self._dossiers[0], fields)

    def taking(self, about: Row, step: str, fields: Mapping[str, Value], row: int = 0) -> Operation:
        """The operation that takes a step of an act."""
        return filing.step(about, step, row, fields, self._dossiers[0])

    def register(self, kind: str, fields: Mapping[str, Value]) -> None:
        """Register an act under a provisional number."""
        if not self._saving:
            self._save(lambda row: self.registering(kind, fields, row), self._registered)

    def take(self, about: Row, step: str, fields: Mapping[str, Value]) -> None:
        """Take a step of an act."""
        if not self._saving:
            self._save(lambda row: self.taking(about, step, fields, row), self._stepped)

    def _save(self, make: Callable[[int], Operation], done: Callable[[tuple[Operation, Saved]], None]) -> None:
        """One operation on a fresh row, in one task."""
        self._saving = True
        replica, clerk = self._session.replica, self._session.clerk

        def save() -> tuple[Operation, Saved]:
            from sync.client.replica import OnFreshRows

            made: list[Operation] = []

            def making(rows: Sequence[int]) -> list[Operation]:
                made.append(make(rows[0]))
                return made

            saved = replica.record(OnFreshRows(1, making), author=clerk)
            return made[0], saved

        self._session.tasks.run_in_turn(save, done, self._failed)

    def _registered(self, answer: tuple[Operation, Saved]) -> None:
        operation, saved = answer
        self._finish(saved)
        self.registered.emit(operation.row)

    def _stepped(self, answer: tuple[Operation, Saved]) -> None:
        operation, saved = answer
        self._finish(saved)
        self.stepped.emit(operation.fields["act_row"])

    def _finish(self, saved: Saved) -> None:
        self._saving = False
        self._session.changed.emit(saved.changes)
        self.read_again()

    def _failed(self, wrong: Exception) -> None:
        self._saving = False
        self.failed.emit(wrong)

    def _asker(self) -> Asker:
        from massar_desktop.queries.asking import Asker

        replica = self._session.replica
        return Asker(replica.identity, self._session.clerk, replica.today())

    def _came(self, acts: PersonActs) -> None:
        if acts.person == self._dossiers[0]:
            self.read.emit(acts)

    def _answered(self, answer: tuple[int, Foreseen]) -> None:
        question, foreseen = answer
        if question == self._question:
            self.foreseen.emit(foreseen)
