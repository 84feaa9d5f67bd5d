"""From "forgotten password" to an open office: the recovery code is checked here, without any line."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from massar_desktop.background.tasks import Tasks
from massar_desktop.screens.forgotten_password import ForgottenPassword
from massar_desktop.system.error_words import error_text


class ForgottenFlow(QObject):
    """Signals: ``mended(clerk_id: str, password: str)`` once the new password holds."""

    mended = Signal(str, str)

    def __init__(self, tasks: Tasks, folder: Path, clerk: tuple[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._folder, self._clerk = tasks, folder, clerk[0]
        self._password = ""
        self.screen = ForgottenPassword(clerk[1])
        self.screen.submitted.connect(self._mend)

    def _mend(self, code: str, password: str) -> None:
        folder, clerk, self._password = self._folder, int(self._clerk), password

        def reset() -> None:
            from massar_desktop.system.credentials import SystemKeyring
            from sync.client.keys import OfficeKeys

            OfficeKeys(folder, SystemKeyring()).reset_password(code, clerk, password)

        self._tasks.run(reset, self._open, self._refuse)

    def _open(self, _result: object) -> None:
        self.mended.emit(self._clerk, self._password)

    def _refuse(self, wrong: Exception) -> None:
        group = getattr(wrong, "group", None)
        self.screen.show_problem(error_text(wrong), group or 0)
