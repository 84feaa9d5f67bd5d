"""Notes on a file: written in place, saved with the rest, found again by who opens the reminder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from massar_desktop.screens.file_parts import NOTES
from massar_desktop.screens.person import PersonScreen
from massar_desktop.system.locale import Language
from sync.domain.operation import Verb
from tests.desktop.people_desk import Control, Desk, open_desk, somebody
from tests.typing_keys import type_text


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, language: Language) -> Iterator[Desk]:
    with open_desk(tmp_path, qtbot) as made:
        yield made


def test_a_note_with_a_day_is_saved_in_her_name_and_opened_again(desk: Desk) -> None:
    screen, person = PersonScreen(desk.session), somebody()
    desk.show(screen, key="person")
    screen.open_person(person.id)
    desk.until(lambda: screen.shown_person() == person.id)
    desk.press(Qt.Key.Key_9, Control)
    assert screen.parts.bar.currentIndex() == NOTES
    tab = screen.parts.notes.tabs[0]
    words = tab.form.editors["text"].editor
    assert isinstance(words, QPlainTextEdit)
    words.setPlainText("في انتظار شهادة الإدارية")
    type_text(tab.form.editors["remind_on"].editor, "15/12/2026")
    desk.press(Qt.Key.Key_S, Control)

    desk.until(lambda: screen.parts.notes.tabs[0].model.rowCount() == 1)
    (operation,) = [entry.operation for entry in desk.outbox()]
    assert (operation.verb, operation.kind, operation.dossier) == (Verb.CREATE, "note", person.id)
    assert operation.fields["remind_on"] == "2026-12-15"
    assert operation.fields["written_by"] == desk.session.clerk

    screen.open_notes(person.id)
    desk.until(lambda: screen.parts.bar.currentIndex() == NOTES and tab.table.hasFocus())
    assert len(screen.parts.notes.tabs) == (2 if desk.session.sees_confidential else 1)
