"""Papers of a file by keys: the newest scan is attached, seen to wait and to have arrived, copied and withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from massar_desktop.documents.scan import scanned
from massar_desktop.screens.file_parts import PAPERS
from massar_desktop.screens.person import PersonScreen
from massar_desktop.system.locale import Language
from massar_desktop.system.preferences import Preferences
from sync.client.attachments import NewPaper, attach, content_of
from sync.domain.papers import media_of
from sync.domain.record import Row
from tests.desktop.people_desk import Control, Desk, open_desk, somebody
from tests.typing_keys import type_text


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, language: Language, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home" / "Downloads").mkdir(parents=True)
    Preferences().keep_note("scan_folder", "")
    with open_desk(tmp_path, qtbot) as made:
        yield made


def opened(desk: Desk, person: Row) -> PersonScreen:
    screen = PersonScreen(desk.session)
    desk.show(screen, key="person")
    screen.open_person(person.id)
    desk.until(lambda: screen.shown_person() == person.id)
    return screen


def scan_in_downloads(tmp_path: Path) -> Path:
    image = QImage(400, 560, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    path = tmp_path / "home" / "Downloads" / "img-0042.png"
    assert image.save(str(path))
    return path


def test_a_scan_is_attached_by_keys_and_followed_until_it_has_arrived(desk: Desk, tmp_path: Path) -> None:
    person = somebody()
    screen = opened(desk, person)
    tab = screen.parts.papers
    path = scan_in_downloads(tmp_path)

    desk.press(Qt.Key.Key_D, Control)
    assert screen.parts.bar.currentIndex() == PAPERS
    desk.until(tab.panel.files.hasFocus)
    desk.until(lambda: [one.path for one in tab.panel.files.files()] == [path])
    desk.press(Qt.Key.Key_Return)
    title = tab.panel.form.editors["title"].editor
    desk.until(title.hasFocus)
    desk.press(Qt.Key.Key_Return)  # without a title nothing is attached
    assert tab.panel.message.sentence()
    assert tab.is_attaching
    type_text(title, "شهادة طبية")
    type_text(tab.panel.form.editors["paper_date"].editor, "12/03/2026")
    desk.press(Qt.Key.Key_Return)

    desk.until(lambda: len(tab.papers()) == 1 and not tab.is_attaching)
    (paper,) = tab.papers()
    assert (paper.title, paper.day, paper.pages, paper.standing.value) == ("شهادة طبية", "2026-03-12", 1, "here_only")
    row = desk.row("attachment", paper.id)
    with desk.session.database.read() as connection:
        content = content_of(connection, desk.office.replica.tables, row)
    assert content is not None
    assert media_of(content) == "jpeg"

    # The centre says that it holds all of it: the line says so when it is read again.
    table = desk.office.replica.tables.records.records["attachment"]
    with desk.session.database.write() as connection:
        connection.execute(update(table).where(table.c.id == paper.id).values(arrived=True))
    tab.flow.read_again()
    desk.until(lambda: tab.papers()[0].standing.value == "here")
    tab.flow.keep(tab.papers()[0], tmp_path / "copy.jpg")
    desk.until(lambda: not tab.notices.isHidden() and (tmp_path / "copy.jpg").exists())
    assert (tmp_path / "copy.jpg").read_bytes() == content

    tab.withdraw.click()
    type_text(tab.reason.editor, "وثيقة شخص آخر")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: tab.papers() == [])
    assert desk.row("attachment", paper.id).get("withdrawn") == "وثيقة شخص آخر"


def test_escape_leaves_the_scan_and_not_the_file_and_a_wrong_file_is_said(desk: Desk, tmp_path: Path) -> None:
    screen = opened(desk, somebody())
    tab, left = screen.parts.papers, []
    screen.left.connect(lambda: left.append(True))
    wrong = tmp_path / "home" / "Downloads" / "letter.jpg"
    wrong.write_bytes(b"no picture")

    desk.press(Qt.Key.Key_D, Control)
    desk.until(lambda: bool(tab.panel.files.files()))
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: "PDF" in tab.panel.message.sentence())
    desk.press(Qt.Key.Key_Escape)
    assert (tab.is_attaching, left) == (False, [])
    desk.press(Qt.Key.Key_Escape)
    assert left == [True]


def test_a_scan_is_looked_at_in_the_file_by_keys_and_nothing_of_it_is_left_on_the_disk(
    desk: Desk, tmp_path: Path
) -> None:
    person = somebody()
    screen = opened(desk, person)
    tab, left = screen.parts.papers, []
    screen.left.connect(lambda: left.append(True))
    paper = NewPaper(person=person.id, title="شهادة العمل", pages=2)
    pages = [scan_in_downloads(tmp_path), scan_in_downloads(tmp_path)]
    content = scanned(pages).content
    attach(desk.office.replica, content, paper, author=desk.session.clerk)
    screen.parts.go_to(PAPERS)
    tab.flow.read_again()
    desk.until(lambda: len(tab.papers()) == 1)
    before = {path for path in tmp_path.rglob("*") if path.is_file()}

    tab.table.setFocus()
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: tab.scan.pages.count() == 2)
    desk.until(tab.scan.area.hasFocus)
    assert "شهادة العمل" in tab.scan.area.accessibleName()
    bar, wide = tab.scan.area.verticalScrollBar(), tab.scan.pages.width()
    desk.until(lambda: bar.maximum() > 0)
    desk.press(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    desk.press(Qt.Key.Key_Minus)
    desk.until(lambda: tab.scan.pages.width() < wide)
    desk.press(Qt.Key.Key_Escape)
    assert (tab.is_over_list, tab.scan.pages.count(), tab.table.hasFocus(), left) == (False, 0, True, [])
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == before


def test_confidential_papers_are_offered_only_to_those_with_the_right(desk: Desk) -> None:
    tab = PersonScreen(desk.session).parts.papers

    assert tab.panel.confidential.isHidden() is not desk.session.sees_confidential
