"""The people list as a clerk works it: search, keys, preview, filters, both languages, live."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massar_desktop.models.people import PeopleColumn
from massar_desktop.queries.naming import names_in
from massar_desktop.screens.people import PeopleScreen
from massar_desktop.system.locale import Language
from massar_desktop.widgets import theme
from massar_desktop.widgets.chip import ChipSpec
from massar_desktop.widgets.table import CellRole
from sync.client.replica import Changes
from sync.domain.names import sort_key
from tests.desktop.conftest import PutOn
from tests.desktop.people_desk import Desk, open_desk, somebody
from tests.queries.practice_office import PEOPLE, practice_rows
from tests.typing_keys import type_text


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, put_on: PutOn) -> Iterator[Desk]:
    """Give a clerk's desk."""
    with open_desk(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def people(desk: Desk) -> PeopleScreen:
    """Give the list with everybody in it, in front."""
    screen = PeopleScreen(desk.session)
    desk.show(screen)
    desk.until(lambda: screen.model.rowCount() == PEOPLE and screen.preview.shown_person() is not None)
    return screen


def cell(people: PeopleScreen, row: int, column: PeopleColumn, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    """What a cell shows."""
    return people.model.index(row, column).data(role)


def find(desk: Desk, people: PeopleScreen, text: str) -> None:
    """Type a search and wait for its answer."""
    people.search.clear()
    type_text(people.search, text)
    desk.until(lambda: people._result is not None and people._result.query == text)


def test_the_focus_starts_in_the_search_and_somebody_is_chosen(desk: Desk, people: PeopleScreen) -> None:
    assert QApplication.focusWidget() is people.search
    assert people.chosen_person() == people.model.person_at(0)
    assert people.preview.shown_person() == people.model.person_at(0)


def test_people_are_found_by_each_script_number_and_school(desk: Desk, people: PeopleScreen) -> None:
    one = somebody()
    school = next(row for row in practice_rows() if row.kind == "situation" and row.id == one.id).text("school")

    for query in (names_in(one, "ar")[0], names_in(one, "fr")[0].lower(), one.text("cin"), school):
        find(desk, people, query)
        assert people.model.row_of(one.id) >= 0, query
    find(desk, people, one.text("ppr"))
    assert list(people.model.people()) == [one.id]
    assert people.preview.shown_person() == one.id or people.chosen_person() == one.id


def test_each_key_narrows_the_list_and_the_count_says_so(desk: Desk, people: PeopleScreen) -> None:
    ppr = somebody().text("ppr")
    totals = []
    for end in range(1, len(ppr) + 1):
        find(desk, people, ppr[:end])
        totals.append(people.model.rowCount())

    assert totals == sorted(totals, reverse=True)
    assert totals[-1] == 1
    assert people._inner.beside.text().strip("\u200f").startswith(f"1 من {PEOPLE} · ")
    assert "ms" in people._inner.beside.text()


def test_the_hit_is_marked_in_the_name_and_in_the_number(desk: Desk, people: PeopleScreen) -> None:
    one = somebody()
    find(desk, people, one.text("first_name_ar")[:3])
    row = people.model.row_of(one.id)
    assert cell(people, row, PeopleColumn.NAME, CellRole.HITS) == [(0, 3)]
    find(desk, people, one.text("ppr")[:4])
    hits = cell(people, people.model.row_of(one.id), PeopleColumn.PPR, CellRole.HITS)
    assert hits == [(1, 4)]


def test_other_spellings_are_named(desk: Desk, people: PeopleScreen) -> None:
    desk.office.hires(surname_la="Zerzouri", first_name_la="Mohammed")
    desk.session.announce(Changes(frozenset({1})))
    find(desk, people, "mohamed")

    desk.until(lambda: "Mohammed" in people.filters.said())


def test_a_row_shows_both_names_the_workplace_and_a_chip(desk: Desk, people: PeopleScreen, put_on: PutOn) -> None:
    one = somebody()
    find(desk, people, one.text("ppr"))

    assert cell(people, 0, PeopleColumn.NAME) == names_in(one, "ar")[0]
    assert cell(people, 0, PeopleColumn.NAME, CellRole.SECOND) == names_in(one, "ar")[1]
    assert one.text("ppr") in str(cell(people, 0, PeopleColumn.PPR))
    assert cell(people, 0, PeopleColumn.SCHOOL)
    assert isinstance(cell(people, 0, PeopleColumn.POSITION, CellRole.CHIP), ChipSpec)
    put_on("fr")
    assert cell(people, 0, PeopleColumn.NAME) == names_in(one, "fr")[0]


@pytest.mark.parametrize("code", ["ar", "fr"])
def test_choosing_a_row_selects_it_in_both_directions(
    desk: Desk, people: PeopleScreen, put_on: PutOn, code: Language
) -> None:
    put_on(code)
    people.table.choose_row(5)

    assert people.table.selectionModel().isRowSelected(5, QModelIndex())
    assert [index.row() for index in people.table.selectionModel().selectedRows()] == [5]
    chosen = people.chosen_person()
    desk.until(lambda: people.preview.shown_person() == chosen)
    assert people.chosen_person() == chosen


def test_enter_opens_who_is_chosen_from_the_search_and_from_the_list(desk: Desk, people: PeopleScreen) -> None:
    with desk.qtbot.waitSignal(people.person_opened) as first:
        desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Down)
    assert people.table.hasFocus()
    with desk.qtbot.waitSignal(people.person_opened) as second:
        desk.press(Qt.Key.Key_Return)

    assert [first.args, second.args] == [[people.model.person_at(0)], [people.model.person_at(1)]]


def test_letters_typed_in_the_list_go_on_with_the_search_and_escape_goes_back(desk: Desk, people: PeopleScreen) -> None:
    desk.press(Qt.Key.Key_Down)
    type_text(people.table, "ف")
    assert (people.search.text(), QApplication.focusWidget()) == ("ف", people.search)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Escape)

    assert QApplication.focusWidget() is people.search


def test_insert_asks_for_a_new_person_and_export_gives_those_shown(desk: Desk, people: PeopleScreen) -> None:
    with desk.qtbot.waitSignal(people.new_person_requested):
        desk.press(Qt.Key.Key_Insert)
    find(desk, people, somebody().text("ppr"))
    with desk.qtbot.waitSignal(people.export_requested) as exported:
        QTest.mouseClick(people._export, Qt.MouseButton.LeftButton)

    assert exported.args is not None
    assert exported.args == [[somebody().id], people.model.columns()]


def test_nobody_found_says_what_to_try(desk: Desk, people: PeopleScreen) -> None:
    find(desk, people, "قققق")

    assert people._stack.currentWidget() is people._empty
    assert people.preview.shown_person() is None
    find(desk, people, somebody().text("ppr"))
    assert people._stack.currentWidget() is not people._empty


@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing the keyboard", extend=True)
def test_filters_are_picked_by_typing_and_taken_off(desk: Desk, people: PeopleScreen) -> None:
    teachers = sum(1 for row in practice_rows() if row.kind == "situation" and row.text("cadre") == "PEP")
    desk.until(lambda: people.filters._reference is not None)
    QTest.mouseClick(people.filters.buttons["cadre"], Qt.MouseButton.LeftButton)
    type_text(people.filters.picker.line, "التعليم الابتدائي")
    QTest.keyClick(people.filters.picker.line, Qt.Key.Key_Return)

    desk.until(lambda: people.model.rowCount() == teachers)
    assert people.filters.chips["cadre"].isVisible()
    QTest.mouseClick(people.filters.chips["cadre"], Qt.MouseButton.LeftButton)
    desk.until(lambda: people.model.rowCount() == PEOPLE)


def test_incomplete_records_are_one_press_away(desk: Desk, people: PeopleScreen) -> None:
    bare = desk.office.hires(surname_ar="بناني", first_name_ar="هدى")
    QTest.mouseClick(people.filters.buttons["incomplete"], Qt.MouseButton.LeftButton)

    desk.until(lambda: 0 < people.model.rowCount() < PEOPLE and people.model.row_of(bare) >= 0)


def test_the_preview_says_what_waits_and_what_is_missing(desk: Desk, people: PeopleScreen) -> None:
    bare = desk.office.hires(surname_ar="زيزوني", first_name_ar="هدى", phone="+212661045277")
    desk.session.announce(Changes(frozenset({bare})))
    desk.until(lambda: people.model.row_of(bare) >= 0)
    people.choose_person(bare)

    desk.until(lambda: people.preview.shown_person() == bare)
    said = people.preview.sentence()
    assert "هدى زيزوني" in said
    assert "رقم التأجير" in said.split("ما ينقص")[1]
    assert "الهاتف: \u2068\u2066+212 6 61 04 52 77" in said.split("ينتظر الإرسال")[1]


def test_a_change_from_elsewhere_is_shown_and_the_choice_stays(desk: Desk, people: PeopleScreen) -> None:
    people.table.choose_row(7)
    chosen = people.chosen_person()
    assert chosen is not None
    desk.office.corrects(chosen, ppr="7654321")
    desk.session.announce(Changes(frozenset({chosen})))

    desk.until(lambda: "7654321" in str(cell(people, people.model.row_of(chosen), PeopleColumn.PPR)))
    assert people.chosen_person() == chosen


def test_the_language_changes_while_the_list_is_open(desk: Desk, people: PeopleScreen, qapp: QApplication) -> None:
    header = people.model.headerData(PeopleColumn.NAME, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
    theme.change_language(qapp, "fr")

    assert header == "الاسم الكامل"
    assert people.model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) == "Nom et prénom"
    desk.until(lambda: people._inner.title.text().endswith("Personnes"))
    assert str(people._inner.beside.text()).strip("\u200e").startswith(f"{PEOPLE} sur {PEOPLE}")
    assert people.filters.buttons["cadre"].text() == "Cadre"
    assert people.search.accessibleName() == "Chercher des personnes"

    def names_shown() -> list[str]:
        return [str(cell(people, row, PeopleColumn.NAME)) for row in range(8)]

    desk.until(lambda: names_shown() == sorted(names_shown(), key=sort_key))


def test_the_preview_folds_away_in_a_narrow_window(desk: Desk, people: PeopleScreen) -> None:
    assert people.preview.isVisible()
    desk.window.resize(1280, 720)
    desk.until(lambda: not people.preview.isVisible())
    desk.window.resize(1366, 768)
    desk.until(people.preview.isVisible)


@pytest.mark.parametrize("code", ["ar", "fr"])
def test_the_list_fits_the_smallest_screen(desk: Desk, people: PeopleScreen, put_on: PutOn, code: Language) -> None:
    put_on(code)
    needed = desk.window.minimumSizeHint()

    assert (needed.width() <= 1366, needed.height() <= 690) == (True, True)


def test_no_cell_reads_the_file_on_the_ui_thread(desk: Desk, people: PeopleScreen) -> None:
    statements = []
    reader, _ = desk.office.replica.database.engines
    from PySide6.QtCore import QThread
    from sqlalchemy import event

    def watch(*_: object) -> None:
        if QThread.currentThread() is QApplication.instance().thread():  # type: ignore[union-attr]  # it exists here
            statements.append("on the UI thread")

    event.listen(reader, "before_cursor_execute", watch)
    people.table.choose_row(PEOPLE - 1)
    find(desk, people, "ا")
    event.remove(reader, "before_cursor_execute", watch)

    assert statements == []
