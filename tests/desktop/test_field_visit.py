"""A field visit: only the schools that are visited, their lists opened and printed by keys, and the strict lock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from massar_desktop.screens.field_visit import NOTE, FieldVisitScreen
from massar_desktop.system.preferences import DEFAULT_LOCK, VISIT_LOCK, Preferences
from tests.desktop.conftest import PutOn
from tests.desktop.people_desk import Control, Desk, open_desk


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, put_on: PutOn) -> Iterator[Desk]:
    """Give a clerk's desk."""
    with open_desk(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def preferences() -> Iterator[Preferences]:
    """Nothing chosen before, nothing left after."""
    made = Preferences()
    made.keep_note(NOTE, "")
    yield made
    made.keep_note(NOTE, "")
    made.choose_visiting(visiting=False)


def test_a_visit_lists_its_schools_and_leads_to_their_lists(desk: Desk, preferences: Preferences) -> None:
    screen = FieldVisitScreen(desk.session, preferences)
    desk.show(screen, key="visit")
    desk.until(lambda: len(screen._schools) > 2)
    assert screen.model.rowCount() == 0
    assert not screen.print_button.isEnabled()

    first, second = list(screen._schools)[:2]
    screen.add(first)
    screen.add(second)
    screen.add(second)
    assert screen.chosen() == [first, second]
    assert second in Preferences().note(NOTE)  # kept for the next start

    opened, printed = list[str](), list[tuple[int, str]]()
    screen.school_opened.connect(opened.append)
    screen.list_requested.connect(lambda year, gresa: printed.append((year, gresa)))
    screen.table.setFocus()
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_P, Control)
    desk.until(lambda: printed == [(screen._year, second)])
    assert opened == [second]
    desk.press(Qt.Key.Key_Delete)
    assert screen.chosen() == [first]


def test_a_visit_locks_sooner(desk: Desk, preferences: Preferences) -> None:
    screen = FieldVisitScreen(desk.session, preferences)
    desk.show(screen, key="visit")
    assert preferences.lock_minutes == DEFAULT_LOCK
    screen.visit.click()
    assert preferences.lock_minutes == VISIT_LOCK
