"""Reads and writes of the screen of decisions, off the UI thread: what waits, its checks some at a time, the batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from sync.domain import filing
from sync.domain.record import Row

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.asking import Asker
    from massar_desktop.queries.deciding import Waiting
    from sync.client.replica import Changes
    from sync.domain.ids import Lane

_AT_ONCE: Final = 6
"""Acts checked in one task: the first lines are there before the last ones are looked at."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One act decided: the step taken, and its facts."""

    row: Row
    step: str
    facts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Signed:
    """What came of a batch: the numbers of what was saved, the acts that were refused with the reason."""

    numbers: tuple[tuple[Lane, int], ...]
    refused: tuple[tuple[int, Exception], ...]


class DecideFlow(QObject):
    """Signals: ``listed(object, str)`` with the Waiting acts and the next decision number, ``checked(object)`` with
    some of them checked, ``signed(object)`` with a Signed, ``undone(bool)``, ``failed(object)`` with an Exception.
    """

    listed = Signal(object, str)
    checked = Signal(object)
    signed = Signal(object)
    undone = Signal(bool)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._turn = 0
        self._last: Signed | None = None
        self.is_saving = False

    @property
    def today(self) -> str:
        """The day in Morocco."""
        return self._session.replica.today()

    def read(self) -> None:
        """Read what waits, then check it."""
        self._turn += 1
        turn, asker = self._turn, self._asker()

        def read() -> tuple[int, list[Waiting], str]:
            from massar_desktop.queries.deciding import next_number, waiting

            with self._session.database.read() as connection:
                return turn, waiting(connection, asker), next_number(connection, asker)

        self._session.tasks.run(read, self._listed, self.failed.emit)

    def sign(self, decisions: Sequence[Decision]) -> None:
        """Save decisions, each an operation of its own: what a check forbids now does not hold up the others."""
        if self.is_saving or not decisions:
            return
        self.is_saving = True
        replica, clerk = self._session.replica, self._session.clerk

        def save() -> tuple[Signed, Changes | None]:
            from sync.client.replica import Refused

            numbers: list[tuple[Lane, int]] = []
            refused: list[tuple[int, Exception]] = []
            changes: Changes | None = None
            for one, row in zip(decisions, replica.new_rows(len(decisions)), strict=True):
                try:
                    saved = replica.record([filing.step(one.row, one.step, row, one.facts)], author=clerk)
                except Refused as wrong:
                    refused.append((one.row.id, wrong))
                    continue
                numbers += saved.numbers
                changes = saved.changes if changes is None else changes | saved.changes
            return Signed(tuple(numbers), tuple(refused)), changes

        self._session.tasks.run_in_turn(save, self._signed, self._failed)

    def undo(self) -> None:
        """Take the last batch back, as far as it has not travelled."""
        last, self._last = self._last, None
        if last is None:
            return
        replica = self._session.replica

        def take_back() -> list[Changes | None]:
            return [replica.undo(number) for number in reversed(last.numbers)]

        self._session.tasks.run_in_turn(take_back, self._undone, self._failed)

    def _check(self, turn: int, some: Sequence[Waiting]) -> None:
        asker = self._asker()
        first, later = some[:_AT_ONCE], some[_AT_ONCE:]
        if not first:
            return

        def read() -> tuple[int, list[Waiting], Sequence[Waiting]]:
            from massar_desktop.queries.deciding import checked

            with self._session.database.read() as connection:
                return turn, checked(connection, first, asker), later

        self._session.tasks.run(read, self._checked, self.failed.emit)

    def _listed(self, answer: tuple[int, list[Waiting], str]) -> None:
        turn, found, number = answer
        if turn == self._turn:
            self.listed.emit(found, number)
            self._check(turn, found)

    def _checked(self, answer: tuple[int, list[Waiting], Sequence[Waiting]]) -> None:
        turn, done, later = answer
        if turn == self._turn:
            self.checked.emit(done)
            self._check(turn, later)

    def _signed(self, answer: tuple[Signed, Changes | None]) -> None:
        signed, changes = answer
        self.is_saving = False
        self._last = signed
        self.signed.emit(signed)
        if changes is not None:
            self._session.changed.emit(changes)

    def _undone(self, changes: list[Changes | None]) -> None:
        for one in changes:
            if one is not None:
                self._session.changed.emit(one)
        self.undone.emit(all(one is not None for one in changes))

    def _failed(self, wrong: Exception) -> None:
        self.is_saving = False
        self.failed.emit(wrong)

    def _asker(self) -> Asker:
        from massar_desktop.queries.asking import Asker

        replica = self._session.replica
        return Asker(replica.identity, self._session.clerk, replica.today())
