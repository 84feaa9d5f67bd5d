"""A file dialog begins in the clerk's documents, not where the program was started."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from massar_desktop.app.people_export import PeopleExport
from massar_desktop.screens.import_list import ImportScreen
from massar_desktop.system.own_files import documents_folder
from tests.desktop.conftest import PutOn
from tests.desktop.people_desk import Desk, open_desk, somebody


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, put_on: PutOn) -> Iterator[Desk]:
    """Give a clerk's desk."""
    with open_desk(tmp_path, qtbot) as made:
        yield made


def test_lists_are_written_and_looked_for_in_the_documents(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[Path] = []

    def put_away(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        begun.append(Path(start))
        return "", ""

    for asked in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, asked, put_away)
    PeopleExport(desk.session, desk.window).ask(desk.window, [somebody().id], ["ppr"])
    ImportScreen(desk.session)._ask_file()
    assert documents_folder().is_absolute()
    assert [begun[0].parent, begun[1]] == [documents_folder(), documents_folder()]
