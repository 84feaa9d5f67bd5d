"""What the page of the USB stick says: the sticks that are in, what lies on them, how a copy or a reply ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from massar_desktop.background.stick_runner import Copied, OnStick
from massar_desktop.screens.exchange_words import Message, with_number
from massar_desktop.system.error_words import code_text, error_text
from massar_desktop.widgets.bidi import NARROW_SPACE, decimal, file_size, isolate, ltr
from massar_desktop.widgets.table import CellRole

if TYPE_CHECKING:
    from sync.client.bundle import TakenIn

LEAST_FREE: Final = 1_000_000
"""Bytes below which a stick counts as full: a request of a day is some ten thousand."""
_CALM_CODES: Final = ("bundle_done", "bundle_again")
_GIGABYTE: Final = 1_000_000_000
_NO_INDEX: Final = QModelIndex()


class StickWords(QObject):
    """The sentences of the page of the USB stick."""

    def drive(self, stick: OnStick) -> tuple[str, str]:
        """A stick's own name, and where it is with its free room."""
        drive = stick.drive
        room = self.tr("%1 free").replace("%1", _room(drive.free))
        return isolate(drive.name) or self.tr("USB stick"), f"{ltr(str(drive.folder))} · {room}"

    def on_stick(self, stick: OnStick | None) -> Message:
        """What is on the stick for this office, and what is wrong with it."""
        if stick is None:
            return Message("")
        if stick.unreadable:
            return Message(
                self.tr("This stick cannot be read"),
                self.tr("Take it out, put it in again, or use another one."),
                "warn",
            )
        if stick.news is not None:
            return Message(
                self.tr("The centre's reply to this office is on the stick"),
                self.tr("Take it in now: it changes nothing twice."),
                "plum",
            )
        problem = self.no_room(stick)
        if problem:
            return Message(problem, self.tr("Use another stick, or free some room on this one."), "warn")
        return self._without_news(stick)

    def no_room(self, stick: OnStick) -> str:
        """Why nothing can be written on a stick, "" when it can."""
        if not stick.drive.writable:
            return self.tr("This stick is locked against writing")
        if stick.drive.free < LEAST_FREE:
            return self.tr("There is no room on this stick")
        return ""

    def _without_news(self, stick: OnStick) -> Message:
        from sync.client.stick_files import Sort

        sorts = [file.sort for file in stick.files]
        if any(file.taken for file in stick.files):
            return Message(self.tr("The reply on this stick was taken in already"), "", "ok")
        if Sort.REPLY_TO_ANOTHER in sorts:
            return Message(
                self.tr("The reply on this stick is for another office"),
                self.tr("It is left as it is. Yours comes from the centre with your own request."),
                "neutral",
            )
        if Sort.DAMAGED in sorts:
            return Message(
                self.tr("A file on this stick is damaged"),
                self.tr("Nothing is read from it. Ask the centre for the reply once more."),
                "warn",
            )
        if Sort.REQUEST in sorts:
            return Message(
                self.tr("A request waits on this stick for the centre"),
                self.tr("Carry it there, or write it again with what was saved since: the newer one replaces it."),
                "neutral",
            )
        return Message("")

    def waiting(self, operations: int, size: int) -> str:
        """What a request would carry."""
        if not operations:
            return self.tr("Nothing waits here. A request still asks the centre for what is new.")
        told = with_number(self.tr("%n operation(s)", "", operations), operations)
        return self.tr("%1 wait here, about %2").replace("%1", told).replace("%2", file_size(size))

    def copied(self, copied: Copied) -> Message:
        """A request was written."""
        told = with_number(self.tr("%n operation(s)", "", copied.operations), copied.operations)
        said = self.tr("Copied and checked: %1, %2").replace("%1", told).replace("%2", file_size(copied.bytes))
        return Message(
            said, self.tr("You may take the stick out. Everything is kept here too, until the centre answers."), "ok"
        )

    def taken(self, taken: TakenIn) -> Message:
        """How a reply was taken in."""
        calm = taken.code in _CALM_CODES
        return Message(code_text(taken.code), "", "ok" if calm else "warn")

    def failed(self, wrong: Exception) -> Message:
        """Why a copy or a reply failed, and what to do."""
        return Message(error_text(wrong), "", "danger")

    def going_on(self, done: tuple[int, int] | None) -> str:
        """How far a reply is."""
        if done is None:
            return self.tr("Please leave the stick in…")
        answered, received = done
        said = self.tr("%1 answers, %2 changes taken in").replace("%1", str(answered))
        return said.replace("%2", str(received))


def _room(free: int) -> str:
    """A number of bytes as sticks are sold: in gigabytes from one on."""
    if free < _GIGABYTE:
        return file_size(free)
    unit = QCoreApplication.translate("Units", "GB")
    return f"{decimal(free / _GIGABYTE)}{NARROW_SPACE}{unit}"


class SticksModel(QAbstractListModel):
    """The sticks that are in."""

    def __init__(self, words: StickWords) -> None:
        super().__init__()
        self._words = words
        self.sticks: tuple[OnStick, ...] = ()

    def show(self, sticks: tuple[OnStick, ...]) -> None:
        """Show other sticks."""
        self.beginResetModel()
        self.sticks = sticks
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Return the number of sticks."""
        return 0 if parent.isValid() else len(self.sticks)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a stick or its place."""
        first, second = self._words.drive(self.sticks[index.row()])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return first
        return second if role == CellRole.SECOND else None
