"""A new or broken computer: take the office along on a stick, and what to do when this one does not open any more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from massar_desktop.screens.settings_parts import Part, heading
from massar_desktop.screens.stick_words import StickWords
from massar_desktop.system.error_words import error_text
from massar_desktop.widgets.bidi import ltr
from massar_desktop.widgets.button import Button
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.message_line import MessageLine

if TYPE_CHECKING:
    from massar_desktop.background.office_keeper import OfficeKeeper
    from massar_desktop.background.stick_runner import OnStick, StickRunner


class ComputerPart(Part):
    """Copies the whole office, encrypted, to a stick."""

    def __init__(self, keeper: OfficeKeeper, sticks: StickRunner) -> None:
        super().__init__()
        self._keeper, self._sticks = keeper, sticks
        self._words = StickWords(self)
        self._found: OnStick | None = None
        self._done: Path | None = None
        self._busy = False
        self._move, self._rescue = heading(), heading()
        self._stick = Label("", "body", wrap=True)
        self.copy = Button("", "plain", icon="usb")
        self.message = MessageLine()
        self.add(*self._move)
        self.column.addWidget(self._stick)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.message)
        self.add(*self._rescue)
        self.column.addStretch(1)
        self.copy.clicked.connect(self.press)
        sticks.looked.connect(self._see)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Look for sticks while this part is in front."""
        super().showEvent(event)
        self._sticks.watch(watching=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop looking for sticks."""
        super().hideEvent(event)
        self._sticks.watch(watching=False)

    def press(self) -> None:
        """Copy the office to the stick."""
        if self._found is None or self._busy:
            return
        self._busy, self._done = True, None
        self.message.set_message(self.tr("Copying… please leave the stick in."))
        self._write()
        self._keeper.copy_to(self._found.drive.folder, self._copied, self._failed)

    def retranslate(self) -> None:
        """Write the part in the language in force."""
        self._move[0].setText(self.tr("A new computer"))
        self._move[1].setText(
            self.tr(
                "Copy the whole office, still encrypted, to a stick. On the new computer choose “Bring my office from "
                "another computer”: the recovery code of the safe opens it. Then no longer work on this one."
            )
        )
        self.copy.setText(self.tr("Copy the office to the stick"))
        self._rescue[0].setText(self.tr("A broken computer"))
        self._rescue[1].setText(
            self.tr(
                "Ask the centre for a new code: the files come back from there. Work that was never sent is taken out "
                "of the old disk by the IT unit with the recovery code (massar rescue)."
            )
        )
        self._write()

    def _see(self, sticks: tuple[OnStick, ...]) -> None:
        self._found = next((one for one in sticks if not one.unreadable and not self._words.no_room(one)), None)
        self._write()

    def _copied(self, target: Path) -> None:
        self._busy, self._done = False, target
        self._write()
        self.message.set_message(
            self.tr("The office is on the stick: %1").replace("%1", ltr(target.name)),
            self.tr("You may take it out. Never keep it together with the recovery code."),
            "ok",
        )

    def _failed(self, wrong: Exception) -> None:
        self._busy = False
        self._write()
        self.message.set_message(error_text(wrong), "", "danger")

    def _write(self) -> None:
        if self._found is None:
            self._stick.setText(self.tr("Put a USB stick in."))
        else:
            name, place = self._words.drive(self._found)
            self._stick.setText(f"{name} · {place}")
        self.copy.setEnabled(self._found is not None and not self._busy)
