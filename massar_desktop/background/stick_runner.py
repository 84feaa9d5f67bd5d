"""Exchanges by USB stick off the UI thread: which sticks are in, what is on them, write a request, take a reply in."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from massar_desktop.background.session import Session
from massar_desktop.background.tasks import Cancel
from massar_desktop.system.removable import Drive, drives

if TYPE_CHECKING:  # heavy modules load after the first paint
    from sync.client.bundle import Stick, TakenIn
    from sync.client.engine import Progress
    from sync.client.sealing import SigningKey
    from sync.client.stick_files import Found

LOOK_MS: Final = 2_000
"""How often a stick is looked for while its page is in front."""
_REQUEST_ID_BYTES: Final = 16
_Key = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class OnStick:
    """One stick and the exchange files on it, the newest first; `unreadable` when it could not be listed."""

    drive: Drive
    files: tuple[Found, ...] = ()
    unreadable: bool = False

    @property
    def news(self) -> Found | None:
        """The newest reply for this office that was not taken in yet."""
        return next((file for file in self.files if file.is_news), None)


@dataclass(frozen=True, slots=True)
class Copied:
    """A request that is on a stick, flushed and read back: how many operations it carries, and its bytes."""

    path: Path
    operations: int
    bytes: int


class StickRunner(QObject):
    """One thing at a time. `key` gives the laptop's own key and is called on the thread of long work.

    Signals: ``looked(tuple[OnStick, ...])``, ``started()``, ``progressed((answers, changes))``, ``written(Copied)``,
    ``taken_in(TakenIn)``, ``failed(Exception)``.
    """

    looked = Signal(object)
    started = Signal()
    progressed = Signal(object)
    written = Signal(object)
    taken_in = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        session: Session,
        key: Callable[[], SigningKey],
        parent: QObject | None = None,
        *,
        find: Callable[[], list[Drive]] = drives,
    ) -> None:
        super().__init__(parent)
        self._session, self._key, self._find = session, key, find
        self._cancel = Cancel()
        self._known: dict[_Key, tuple[Found, ...]] = {}
        self._looking = False
        self.running = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def possible(self) -> bool:
        """False in a practice province that no centre knows."""
        return not self._session.replica.identity.unenrolled

    def watch(self, *, watching: bool) -> None:
        """Look for sticks now and every two seconds, or stop looking."""
        if watching:
            self._timer.start()
            self.look()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Look once; a look under way is not doubled."""
        if not self._looking and not self.running:
            self._looking = True
            self._session.tasks.run(self._see, self._saw)

    def write(self, drive: Drive) -> None:
        """Write this office's request on a stick."""
        from sync.client.stick_files import request_name, write_checked

        def write() -> Copied:
            name = request_name(self._session.replica.identity)
            path, written = write_checked(self._stick(), drive.folder, name)
            return Copied(path, written.operations, written.bytes)

        self._run(write, self.written)

    def read(self, path: Path) -> None:
        """Take a reply in."""

        def read() -> TakenIn:
            from sync.client.stick_files import remember_taken

            taken = self._stick().read_reply(path)
            remember_taken(self._session.replica, path)
            return taken

        self._run(read, self.taken_in)

    def stop(self) -> None:
        """Stop at the next piece: what was taken in stays, and the same file goes on."""
        self._cancel.ask()

    def _run(self, work: Callable[[], object], ended: SignalInstance) -> None:
        if self.running or not self.possible:
            return
        self.running, self._cancel = True, Cancel()
        self._known.clear()
        self.started.emit()
        self._session.tasks.run_long(work, lambda result: self._end(ended, result), self._fail)

    def _end(self, ended: SignalInstance, result: object) -> None:
        self.running = False
        ended.emit(result)

    def _fail(self, wrong: Exception) -> None:
        self.running = False
        if not hasattr(wrong, "code"):
            self._session.tasks.failed.emit(wrong)
        self.failed.emit(wrong)

    def _stick(self) -> Stick:
        from sync.client.bundle import Stick
        from sync.client.engine import Hooks

        def progressed(progress: Progress) -> None:
            self._session.tasks.tell(self._hear, (progress.decided, progress.received + progress.rows))

        key = self._key()
        hooks = Hooks(
            request_id=lambda: os.urandom(_REQUEST_ID_BYTES),
            sign=key.sign,
            cancelled=self._cancel,
            progressed=progressed,
            changed=self._session.announce,
        )
        return Stick(self._session.replica, key, hooks)

    def _hear(self, done: tuple[int, int]) -> None:
        self.progressed.emit(done)

    # -- on a reading thread ---------------------------------------------------------------------------------

    def _see(self) -> tuple[OnStick, ...]:
        return tuple(self._see_one(drive) for drive in self._find())

    def _see_one(self, drive: Drive) -> OnStick:
        from sync.client.errors import BundleError
        from sync.client.stick_files import likely_files, look

        try:
            told = [(path, path.stat()) for path in likely_files(drive.folder)]
            key = (
                str(drive.folder),
                len(told),
                hash(tuple((str(path), stat.st_size, stat.st_mtime_ns) for path, stat in told)),
            )
            if key not in self._known:
                self._known[key] = look(drive.folder, self._session.replica)
        except (BundleError, OSError):
            return OnStick(drive, unreadable=True)
        return OnStick(drive, self._known[key])

    def _saw(self, sticks: tuple[OnStick, ...]) -> None:
        self._looking = False
        self.looked.emit(sticks)
