"""One clerk at work: her office's replica, who she is, the one signal that says what changed, and background work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from massar_desktop.background.tasks import Tasks

if TYPE_CHECKING:  # heavy modules load after the first paint
    from sync.client.replica import Changes, Replica, Saved
    from sync.domain.ids import Lane
    from sync.domain.operation import Operation
    from sync.storage.database import Database


class Session(QObject):
    """What screens share. They read through `database`, save through `record`, and listen to `changed`."""

    changed = Signal(object)
    """What a save or an exchange touched (a Changes): a screen that shows one of these dossiers reads again."""

    def __init__(self, replica: Replica, clerk: int, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.replica = replica
        self.clerk = clerk
        self.tasks = tasks

    @property
    def sees_confidential(self) -> bool:
        """Whether the clerk who is at work may read the confidential compartment."""
        return self.replica.identity.sees_confidential(self.clerk)

    @property
    def database(self) -> Database:
        """The read side, for queries run in `tasks.run`."""
        return self.replica.database

    def record(
        self,
        operations: Sequence[Operation],
        done: Callable[[Saved], None],
        failed: Callable[[Exception], None],
        lane: Lane | None = None,
    ) -> None:
        """Save operations in the background; `failed` gets Refused (its problems) or a StorageError."""
        from sync.domain.ids import Lane as Lanes

        def save() -> Saved:
            return self.replica.record(operations, author=self.clerk, lane=Lanes.DESK if lane is None else lane)

        def saved(result: Saved) -> None:
            self.changed.emit(result.changes)
            done(result)

        self.tasks.run(save, saved, failed)

    def announce(self, changes: Changes) -> None:
        """From any thread: tell the screens what an exchange or an import changed."""
        self.tasks.tell(self.changed.emit, changes)
