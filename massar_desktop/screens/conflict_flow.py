"""Writes the answers to conflicts, and takes the last one back as long as it has not travelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from massar_desktop.screens.conflict_batch import remark, settling
from sync.domain.fields import Value

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.background.session import Session
    from massar_desktop.queries.conflicts import OpenConflict
    from sync.client.replica import Changes, Saved
    from sync.domain.ids import Lane


@dataclass(frozen=True, slots=True)
class _Answered:
    """What Ctrl Z takes back: the operations of one answer, and the conflict they are about."""

    numbers: tuple[tuple[Lane, int], ...]
    conflict: int


class ConflictFlow(QObject):
    """One answer at a time.

    Signals: ``settled(object)`` with the conflicts, ``taken_back(object)`` with the row of the conflict that is open
    again, 0 when it was too late, ``failed(object)`` with the error.
    """

    settled = Signal(object)
    taken_back = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._undoable: list[_Answered] = []
        self._busy = False

    def settle(
        self, conflicts: Sequence[OpenConflict], choice: str, values: dict[str, Value] | None, reason: str
    ) -> None:
        """Give one answer to these conflicts, in one transaction; `values` are those of the choice "other".

        The reason of an open one stands in the conflict itself. One that is settled keeps its own: why another value
        is written now is a note on the file.
        """
        if self._busy:
            return
        self._busy = True
        answers = [settling(one, choice, values, reason) for one in conflicts]

        def done(saved: Saved) -> None:
            self._busy = False
            self._remember(saved, conflicts)
            self.settled.emit(conflicts)

        if not reason or not any(one.choice for one in conflicts):
            self._session.record(answers, done, self._fail)
            return

        def record(rows: list[int]) -> None:
            notes = [remark(one, row, reason, self._session.clerk) for one, row in zip(conflicts, rows, strict=True)]
            self._session.record([*answers, *notes], done, self._fail)

        self._session.tasks.run(lambda: self._session.replica.new_rows(len(conflicts)), record, self._fail)

    def undo(self) -> None:
        """Take back the last answer given here, as long as it has not travelled."""
        if not self._undoable or self._busy:
            return
        last, self._busy = self._undoable.pop(), True

        def undone(changes: Changes | None) -> None:
            self._busy = False
            if changes is not None:
                self._session.changed.emit(changes)
            self.taken_back.emit(last.conflict if changes is not None else 0)

        self._session.tasks.run_in_turn(lambda: self._session.replica.undo(*last.numbers), undone, self._fail)

    def _remember(self, saved: Saved, conflicts: Sequence[OpenConflict]) -> None:
        """The answers come first, then the notes in the same order: each answer is taken back with its own."""
        many = len(conflicts)
        self._undoable += [_Answered(tuple(saved.numbers[at::many]), one.row) for at, one in enumerate(conflicts)]

    def _fail(self, wrong: Exception) -> None:
        self._busy = False
        self.failed.emit(wrong)
