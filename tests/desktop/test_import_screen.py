"""An import as a clerk does it: choose, see, change a column, write, stop, take the refused lines back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massar_desktop.screens.import_list import CHOOSE, RESULT, REVIEW, WRITING, ImportScreen
from massar_desktop.screens.import_parts import ImportWords
from massar_desktop.system.locale import Language
from massar_desktop.system.newest_files import NewFile
from massar_desktop.widgets import theme
from massar_desktop.widgets.table import CellRole
from sync.client.importing.spreadsheet import read_sheet
from tests.desktop.conftest import PutOn
from tests.desktop.exchange_world import Desk, desk

SAMPLES = Path(__file__).parents[1] / "client" / "importing" / "data"
LIST = """النسب;الاسم;رقم التأجير;رقم البطاقة;تاريخ الازدياد
بناني;سعاد;1234567;JC482190;12/03/1980
التازي;كريم;1234568;JC482191;01/07/1975
الراجي;;1234569;JC482192;31/02/1979
"""


@pytest.fixture
def made(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    one = desk(tmp_path)
    yield one
    one.close()


@pytest.fixture
def staff_list(tmp_path: Path) -> Path:
    path = tmp_path / "لائحة.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


@pytest.fixture
def screen(qtbot: QtBot, put_on: PutOn, made: Desk) -> ImportScreen:
    page = ImportScreen(made.session)
    qtbot.addWidget(page)
    page.resize(1170, 640)
    page.show()
    qtbot.waitExposed(page)
    return page


def reviewed(qtbot: QtBot, screen: ImportScreen, path: Path) -> None:
    with qtbot.waitSignal(screen.reviewed, timeout=60_000):
        screen.open_file(path)


def step(screen: ImportScreen) -> int:
    return screen._stack.currentIndex()


def test_a_list_is_shown_before_anything_is_written(
    qtbot: QtBot, made: Desk, screen: ImportScreen, staff_list: Path
) -> None:
    reviewed(qtbot, screen, staff_list)

    assert step(screen) == REVIEW
    columns = screen.review.columns.columns
    assert [(one.header, one.target) for one in columns][:3] == [
        ("النسب", "surname_ar"),
        ("الاسم", "first_name_ar"),
        ("رقم التأجير", "ppr"),
    ]
    assert columns[0].samples == ("بناني", "التازي", "الراجي")
    said = [counter.accessibleName() for counter in screen.review.counters]
    assert said == ["الأسطر: 3", "أشخاص جدد: 2", "معروفون من قبل: 0", "مكررة: 0", "مرفوضة: 1"]
    (finding,) = [one for one in screen.review.findings.findings if one.refused]
    assert (finding.line, finding.code) == (4, "birth_date_impossible")
    assert made.office.rows("employee") == []


def test_ctrl_enter_writes_the_good_lines_and_says_so(
    qtbot: QtBot, made: Desk, screen: ImportScreen, staff_list: Path
) -> None:
    reviewed(qtbot, screen, staff_list)

    with qtbot.waitSignal(screen.finished, timeout=60_000):
        QTest.keyClick(screen.review.column_list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert step(screen) == RESULT
    assert sorted(row.text("ppr") for row in made.office.rows("employee")) == ["1234567", "1234568"]
    assert screen.result.counters[0].accessibleName() == "أشخاص جدد: 2"


def test_the_same_list_again_makes_nobody_new(qtbot: QtBot, made: Desk, screen: ImportScreen, staff_list: Path) -> None:
    for _ in range(2):
        reviewed(qtbot, screen, staff_list)
        with qtbot.waitSignal(screen.finished, timeout=60_000):
            screen.start()

    assert screen.result.counters[0].accessibleName() == "أشخاص جدد: 0"
    assert len(made.office.rows("employee")) == 2


def test_a_column_goes_where_the_clerk_says_and_the_list_remembers_it(
    qtbot: QtBot, made: Desk, screen: ImportScreen, staff_list: Path
) -> None:
    reviewed(qtbot, screen, staff_list)
    screen.review.column_list.choose_row(3)
    assert screen.review.target.choice() == "cin"

    QTest.keyClick(screen.review.column_list, Qt.Key.Key_Return)
    assert screen.review.target.line.hasFocus()
    with qtbot.waitSignal(screen.reviewed, timeout=60_000):
        screen.review.target.choice_changed.emit("ignore")
    assert screen.review.columns.columns[3].target == "ignore"
    assert screen.review.column_list.chosen_row() == 3
    with qtbot.waitSignal(screen.finished, timeout=60_000):
        screen.start()

    assert all(row.get("cin") is None for row in made.office.rows("employee"))
    reviewed(qtbot, screen, staff_list)
    assert screen.review.columns.columns[3].target == "ignore"


def test_the_refused_lines_come_back_in_a_file_with_the_reason(
    qtbot: QtBot, screen: ImportScreen, staff_list: Path, tmp_path: Path
) -> None:
    reviewed(qtbot, screen, staff_list)

    with qtbot.waitSignal(screen.saved, timeout=60_000):
        screen.save_bad_rows(tmp_path / "refused.xlsx")

    head, line = read_sheet(tmp_path / "refused.xlsx").cells
    assert head[-1] == "سبب الرفض"
    assert line[0] == "الراجي"
    assert line[-1] == "تاريخ الازدياد غير ممكن"
    assert "refused.xlsx" in screen.review.message.sentence()


def test_a_dropped_file_is_read(qtbot: QtBot, screen: ImportScreen, staff_list: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(staff_list))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(10, 10), copy, mime, left, none)

    QApplication.sendEvent(screen, enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(screen.reviewed, timeout=60_000):
        QApplication.sendEvent(screen, QDropEvent(QPointF(10, 10), copy, mime, left, none))

    assert screen.review.ready()


def test_enter_takes_the_newest_list_and_none_leaves_the_button(
    qtbot: QtBot, put_on: PutOn, made: Desk, staff_list: Path
) -> None:
    lists: list[NewFile] = []
    page = ImportScreen(made.session, find=lambda: tuple(lists))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow, timeout=10_000)
    page.setFocus()
    qtbot.waitUntil(lambda: page.focusWidget() is page.choose.button)  # nothing was found: the file dialog is the way
    lists += [NewFile(staff_list, 2_000.0, 300), NewFile(staff_list.with_name("gone.csv"), 1_000.0, 10)]

    page.choose.shown.emit()  # as when the page comes to the front again
    qtbot.waitUntil(lambda: page.focusWidget() is page.choose.table)
    assert page.choose.table.chosen_row() == 0
    with qtbot.waitSignal(page.reviewed, timeout=60_000):
        QTest.keyClick(page.choose.table, Qt.Key.Key_Return)
    assert page.review.ready()
    QTest.keyClick(page.review.column_list, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert page.focusWidget() is page.review.line_list

    # A list that went away with its stick is said to be gone, and another can be taken at once.
    page.again()
    assert page.choose.button.isEnabled()
    page.choose.table.choose_row(1)
    with qtbot.waitSignal(page.refused, timeout=10_000) as told:
        QTest.keyClick(page.choose.table, Qt.Key.Key_Return)
    assert told.args == ["file_not_readable"]
    assert len(page.choose.lists()) == 2


def test_a_file_that_is_no_list_is_said_where_the_clerk_looks(
    qtbot: QtBot, screen: ImportScreen, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"not a list at all")

    with qtbot.waitSignal(screen.refused, timeout=60_000) as told:
        screen.open_file(letter)

    assert told.args == ["file_not_spreadsheet"]
    assert step(screen) == CHOOSE
    assert "هذا الملف ليس لائحة" in screen.choose.message.sentence()
    assert screen.choose.button.isEnabled()


def test_stopping_keeps_whole_people_and_the_file_goes_on_later(
    qtbot: QtBot, made: Desk, screen: ImportScreen, tmp_path: Path
) -> None:
    many = tmp_path / "many.csv"
    lines = [f"بناني;سعاد;{1_000_000 + n};;12/03/1980" for n in range(450)]
    many.write_text("\n".join([LIST.splitlines()[0], *lines]), encoding="utf-8")
    reviewed(qtbot, screen, many)
    made.session.changed.connect(lambda _changes: screen.stop())  # heard after the first batch

    with qtbot.waitSignal(screen.finished, timeout=60_000):
        screen.start()
        assert step(screen) == WRITING

    written = len(made.office.rows("employee"))
    assert 200 <= written <= 450
    made.session.changed.disconnect()
    reviewed(qtbot, screen, many)
    with qtbot.waitSignal(screen.finished, timeout=60_000):
        screen.start()
    assert len(made.office.rows("employee")) == 450


@pytest.mark.parametrize("name", ["etat_du_personnel.xlsx", "لائحة_الموظفين.csv"])
def test_the_samples_are_reported_as_their_truth_says(qtbot: QtBot, screen: ImportScreen, name: str) -> None:
    truth = json.loads((SAMPLES / f"{Path(name).stem}.truth.json").read_text(encoding="utf-8"))

    reviewed(qtbot, screen, SAMPLES / name)

    refused = [one for one in screen.review.findings.findings if one.refused]
    assert len(refused) == truth["bad"] if isinstance(truth["bad"], int) else len(truth["bad"])
    for finding in refused:
        words = ImportWords().finding(finding.code, finding.value)
        assert finding.code not in words
        assert "{" not in words


@pytest.mark.parametrize("code", ["ar", "fr"])
def test_every_finding_has_words(qtbot: QtBot, qapp: QApplication, screen: ImportScreen, code: Language) -> None:
    theme.change_language(qapp, code)
    reviewed(qtbot, screen, SAMPLES / "etat_du_personnel.xlsx")
    model = screen.review.findings

    said = {str(model.index(row, 2).data()) for row in range(model.rowCount())}

    codes = {one.code for one in model.findings}
    assert codes
    assert said.isdisjoint(codes)
    assert all(text and "{" not in text for text in said)


def test_every_target_has_a_name(language: Language, qtbot: QtBot) -> None:
    named = ImportWords().targets()

    assert all(name and name != target and "." not in name for target, name in named)
    assert len({target for target, _ in named}) == len(named)


def test_a_column_is_read_out_with_where_it_goes(qtbot: QtBot, screen: ImportScreen, staff_list: Path) -> None:
    reviewed(qtbot, screen, staff_list)
    model = screen.review.columns

    assert model.index(2, 3).data(Qt.ItemDataRole.AccessibleTextRole) == "رقم التأجير"
    assert model.index(2, 3).data(CellRole.CHIP).tone == "accent"


def test_the_page_fits_the_smallest_screen(qtbot: QtBot, language: Language, made: Desk, staff_list: Path) -> None:
    page = ImportScreen(made.session)
    qtbot.addWidget(page)
    page.set_compact(compact=True)
    reviewed(qtbot, page, staff_list)

    needed = page.minimumSizeHint()

    assert (needed.width() <= 1366 - 196, needed.height() <= 690 - 44 - 30) == (True, True)


def test_the_page_changes_its_language_while_open(
    qtbot: QtBot, qapp: QApplication, screen: ImportScreen, staff_list: Path
) -> None:
    reviewed(qtbot, screen, staff_list)

    theme.change_language(qapp, "fr")

    qtbot.waitUntil(lambda: screen.review.button.text() == "Importer 2 lignes")
    assert screen.review.columns.index(2, 3).data() == "PPR"
