"""A clerk at her desk with 200 practice people: the real replica, the real threads, one window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from massar_desktop.background.session import Session
from massar_desktop.background.tasks import Tasks
from massar_desktop.screens.main_window import MainWindow
from sync.client.outbox import Entry, Outbox
from sync.domain.record import Row
from sync.storage.tables import from_columns
from tests.desktop import gallery
from tests.queries.practice_office import CLERK, PracticeOffice, practice_office, practice_people, practice_rows

Control = Qt.KeyboardModifier.ControlModifier


@dataclass
class Desk:
    """What a test of these screens needs."""

    office: PracticeOffice
    session: Session
    qtbot: QtBot
    window: MainWindow

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait for a condition, with a limit."""
        self.qtbot.waitUntil(condition, timeout=10_000)

    def show(self, screen: QWidget, *, key: str = "people") -> None:
        """Put a screen into the window, in front, with the focus where it wants it."""
        if key == "people":
            self.window.add_page(key, screen)
        else:
            self.window.add_inner_page(key, screen, under="people")
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        self.window.show_page(key)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        focused = QApplication.focusWidget()
        QTest.keyClick(focused if focused is not None else self.window, key, modifier)

    def outbox(self) -> list[Entry]:
        """What was saved here, in order."""
        with self.office.replica.database.read() as connection:
            return Outbox(connection, self.office.replica.tables).entries()

    def row(self, kind: str, row: int) -> Row:
        """One record as the office's file has it."""
        table = self.office.replica.tables.records.records[kind]
        with self.office.replica.database.read() as connection:
            found = connection.execute(select(table).where(table.c.id == row)).mappings().one()
        return from_columns(kind, dict(found))

    def draft(self, name: str) -> str | None:
        """The content of a draft as it is kept, None when there is none."""
        table = self.office.replica.tables.draft
        with self.office.replica.database.read() as connection:
            kept: str | None = connection.execute(
                select(table.c.content).where(table.c.name == name)
            ).scalar_one_or_none()
        return kept


@contextmanager
def open_desk(folder: Path, qtbot: QtBot) -> Iterator[Desk]:
    """Open an office and a window; at the end stop the threads before the file is closed."""
    office = practice_office(folder)
    tasks = Tasks()
    session = Session(office.replica, CLERK, tasks)
    window = MainWindow(gallery.IDENTITY, now=gallery.NOW)
    window.add_page("home", QWidget())
    window.set_strip(gallery.STRIP)
    yield Desk(office, session, qtbot, window)
    window.close()
    assert tasks.stop()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    window.deleteLater()
    office.replica.close()


def somebody(number: int = 0) -> Row:
    """One of the practice people who has all numbers."""
    return [row for row in practice_people() if row.get("ppr") and row.get("cin") and row.get("phone")][number]


def a_parent() -> Row:
    """One of the practice people with children."""
    parents = {row.dossier for row in practice_rows() if row.kind == "dependant" and row.text("relation") == "child"}
    return next(row for row in practice_people() if row.id in parents and row.get("ppr"))
