"""One clerk at work: her office's replica, who she is, the one signal that says what changed, and background work."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from massar_desktop.background.tasks import Tasks

if TYPE_CHECKING:  # heavy modules load after the first paint
    from massar_desktop.queries.people_orders import PeopleOrders
    from sync.client.replica import Changes, Replica, Saved
    from sync.domain.ids import Lane
    from sync.domain.operation import Operation
    from sync.protocol.exchange import Account
    from sync.storage.database import Database


ANNOUNCE_MS: Final = 1_000
"""An import and an exchange change something many times a second; screens read again this often."""


class Session(QObject):
    """What screens share. They read through `database`, save through `record`, and listen to `changed`."""

    changed = Signal(object)
    """What a save or an exchange touched (a Changes): a screen that shows one of these dossiers reads again."""

    def __init__(self, replica: Replica, clerk: int, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.replica = replica
        self.clerk = clerk
        self.tasks = tasks
        self._untold: Changes | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(ANNOUNCE_MS)
        self._pause.timeout.connect(self._tell)

    @property
    def sees_confidential(self) -> bool:
        """Whether the clerk who is at work may read the confidential compartment."""
        return self.replica.identity.sees_confidential(self.clerk)

    @property
    def database(self) -> Database:
        """The read side, for queries run in `tasks.run`."""
        return self.replica.database

    def colleague(self, account: int) -> Account | None:
        """Who works or worked here, as the centre last told; None for somebody of elsewhere."""
        return next((one for one in self.replica.identity.accounts if one.id == account), None)

    @cached_property
    def orders(self) -> PeopleOrders:
        """The orders of people that its screens share."""
        from massar_desktop.queries.people_orders import PeopleOrders

        return PeopleOrders(self.database)

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

        self.tasks.run_in_turn(save, saved, failed)

    def note_reading(self, people: Collection[int], deed: str) -> None:
        """Keep that the clerk at work read these people's confidential files, before they are shown to her (ADR 55).

        Off the UI thread; `deed` is one of READ_DEEDS. Raises StorageError: what cannot be kept is not shown.
        """
        from sync.client import readings

        readings.note(self.replica, people, deed, author=self.clerk)

    def looks_at(self, kind: str, person: int) -> None:
        """A record of a list is in front of the clerk: keep that she read it, where its kind is confidential."""
        from sync.domain import catalog
        from sync.domain.entities.reading import OPENED
        from sync.domain.ids import Compartment

        if catalog.BY_NAME[kind].compartment is Compartment.CONFIDENTIAL:
            self.tasks.run(lambda: self.note_reading((person,), OPENED))

    def announce(self, changes: Changes) -> None:
        """From any thread: tell the screens what an exchange or an import changed; soon ones together."""
        self.tasks.tell(self._hear, changes)

    def stop(self) -> None:
        """Tell nothing more: who would hear it is about to be closed."""
        self._pause.stop()
        self._untold = None

    def _hear(self, changes: Changes) -> None:
        self._untold = changes if self._untold is None else self._untold | changes
        if not self._pause.isActive():
            self._tell()

    def _tell(self) -> None:
        untold, self._untold = self._untold, None
        if untold is not None:
            self._pause.start()
            self.changed.emit(untold)
