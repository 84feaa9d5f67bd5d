"""A clerk taken off this computer, or a new recovery code: the office is closed, gets new keys, and opens anew.

A crash half-way loses nothing: until the file has the new key, both open it, and the next sign-in finishes the change
(sync.client.office, sync.md 3.10).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from massar_desktop.background.tasks import Tasks
from massar_desktop.screens.keys_change import KeysChange

if TYPE_CHECKING:
    from sync.client.office import Office


class KeysFlow(QObject):
    """`clerk` is who is taken off, 0 for a new recovery code. `office` is closed already.

    Signals: ``opened(object)`` with the Office opened anew, ``failed(object)`` with the Exception: nobody is signed in.
    """

    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, office: Office, clerk: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._office, self._clerk = tasks, office, clerk
        self._renewed: Office | None = None
        self.screen = KeysChange()
        self.screen.continued.connect(self._go_on)

    def start(self) -> None:
        """Change the keys in the background: the whole file is written again."""
        office, clerk = self._office, self._clerk

        def change() -> tuple[Office, str]:
            return (office.without_clerk(clerk), "") if clerk else office.with_new_recovery()

        self._tasks.run_long(change, self._changed, self._fail)

    def _changed(self, answer: tuple[Office, str]) -> None:
        self._renewed, code = answer
        if code:
            self.screen.show_code(code)
        else:
            self._go_on()

    def _go_on(self) -> None:
        self.opened.emit(self._renewed)

    def _fail(self, wrong: Exception) -> None:
        self.failed.emit(wrong)
