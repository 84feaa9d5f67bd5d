"""Papers at the desk: registered, printed by one key, kept where there is no printer, in either language."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from massar_desktop.documents import people_list
from massar_desktop.documents.act_papers import RECEIPT, letters_of, papers_of_act
from massar_desktop.screens import paper_flow
from massar_desktop.screens.act_decide import DecideScreen
from massar_desktop.screens.file_parts import ACTS
from massar_desktop.screens.paper_view import PaperView
from massar_desktop.screens.person import PersonScreen
from sync.domain import filing
from sync.domain.fields import Value
from tests.desktop.conftest import PutOn
from tests.desktop.people_desk import Control, Desk, open_desk, somebody
from tests.queries.practice_office import practice_people


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, put_on: PutOn, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Give a clerk's desk whose documents are in a folder of the test."""
    monkeypatch.setenv("HOME", str(tmp_path))
    with open_desk(tmp_path, qtbot) as made:
        yield made


def registered(desk: Desk) -> int:
    """A leave of somebody; gives its row."""
    row = desk.office.replica.new_rows(1)[0]
    facts: dict[str, Value] = {"from_on": "2026-12-07", "to_on": "2026-12-11", "days_taken": 5, "papers": "request"}
    desk.office.record(filing.registration("annual_leave", row, somebody(3).id, facts))
    return row


def shown(desk: Desk, view: PaperView, act: int) -> None:
    """Put the papers of an act in front, set."""
    view.open(papers_of_act("annual_leave", act))
    desk.show(view, key="paper")
    desk.until(lambda: view.pages.count() > 0)


def test_a_registered_act_has_its_receipt_first_and_one_key_keeps_it_where_there_is_no_printer(
    desk: Desk, tmp_path: Path
) -> None:
    view = PaperView(desk.session, find=lambda: None)
    act = registered(desk)
    shown(desk, view, act)
    assert view.chosen() == RECEIPT
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: str(tmp_path) in view.said.sentence())
    (kept,) = tmp_path.rglob("Massar/*.pdf")
    text = PdfReader(io.BytesIO(kept.read_bytes())).pages[0].extract_text()
    assert desk.row("annual_leave", act).text("provisional_number") in text


def test_one_key_prints_two_copies_in_the_language_that_is_in_front(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"

    def printer() -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(path))
        return made

    view = PaperView(desk.session, find=printer)
    shown(desk, view, registered(desk))
    desk.press(Qt.Key.Key_B, Control)
    desk.press(Qt.Key.Key_Down)
    desk.until(lambda: view.chosen() == "letters/annual_leave")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: bool(view.said.sentence()))
    assert "2" in view.said.sentence()
    assert len(PdfReader(path).pages) == 2


def test_an_act_that_is_not_here_is_said_and_nothing_is_printed(desk: Desk) -> None:
    view = PaperView(desk.session, find=lambda: None)
    view.open(papers_of_act("annual_leave", 1))
    desk.show(view, key="paper")
    desk.until(lambda: bool(view.said.sentence()))
    assert not view.print_button.isEnabled()


def test_one_key_asks_for_the_papers_of_the_act_in_front_or_of_the_person(desk: Desk) -> None:
    act, person = registered(desk), somebody(3).id
    screen = PersonScreen(desk.session)
    asked: list[tuple[str, object]] = []
    screen.papers_requested.connect(lambda kind, row: asked.append((kind, row)))
    screen.open_person(person)
    desk.show(screen, key="person")
    desk.until(lambda: screen.shown_person() == person)
    desk.press(Qt.Key.Key_P, Control)
    assert asked == [("employee", person)]
    screen.parts.go_to(ACTS)
    desk.until(lambda: screen.parts.acts.model.row_of(act) >= 0 and screen.parts.acts.printable() is not None)
    desk.press(Qt.Key.Key_P, Control)
    assert asked[1:] == [("annual_leave", act)]


def test_the_letters_of_a_signed_batch_come_out_by_one_key(desk: Desk, tmp_path: Path) -> None:
    rows = desk.office.replica.new_rows(2)
    for row, who in zip(rows, (3, 4), strict=True):
        facts: dict[str, Value] = {"from_on": "2026-12-07", "to_on": "2026-12-11", "days_taken": 5, "year": 2026}
        desk.office.record(filing.registration("annual_leave", row, somebody(who).id, {**facts, "papers": "request"}))
    screen = DecideScreen(desk.session)
    asked: list[tuple[tuple[str, int], ...]] = []
    screen.letters_requested.connect(asked.append)
    desk.show(screen, key="decide")
    desk.until(lambda: len(screen.lines()) == 2 and all(one.foreseen is not None for one in screen.lines()))
    desk.press(Qt.Key.Key_1)
    desk.press(Qt.Key.Key_1)
    desk.press(Qt.Key.Key_Return, Control)
    desk.until(lambda: not screen.lines())
    desk.press(Qt.Key.Key_P, Control)
    assert sorted(asked[0]) == [("annual_leave", row) for row in rows]
    view = PaperView(desk.session, find=lambda: None)
    view.open(letters_of(asked[0]))
    desk.show(view, key="paper")
    desk.until(lambda: view.pages.count() > 0)
    assert view.model.rowCount() == 2
    view.keep_now()
    desk.until(lambda: bool(view.said.sentence()))
    assert len(list(tmp_path.rglob("Massar/*.pdf"))) == 2


def test_a_long_list_of_people_is_printed_whole_by_one_key(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people_list, "PART", 30)
    monkeypatch.setattr(paper_flow, "PRINT_DPI", 72)
    path, ids = tmp_path / "printed.pdf", [row.id for row in practice_people() if row.get("ppr")][:70]

    def printer() -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(path))
        return made

    view = PaperView(desk.session, find=printer)
    view.open(people_list.people_on_paper(ids, ("name", "ppr")))
    desk.show(view, key="paper")
    desk.until(lambda: view.pages.count() > 0)
    assert view.model.rowCount() == 3
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: bool(view.said.sentence()))
    assert len(PdfReader(path).pages) >= 3
    view.keep_now()
    desk.until(lambda: str(tmp_path) in view.said.sentence())
    (kept,) = tmp_path.rglob("Massar/*.pdf")
    written = " ".join(page.extract_text() for page in PdfReader(kept).pages)
    numbers = [row.text("ppr") for row in practice_people() if row.get("ppr")][:70]
    assert [one for one in numbers if one not in written] == []
