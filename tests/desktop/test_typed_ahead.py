"""Keys that are quicker than the answer they are about: they wait for it, and what is typed after them waits too."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massar_desktop.screens.people import PeopleScreen
from massar_desktop.screens.work_home import HomeScreen
from sync.domain.operation import Verb
from sync.domain.record import Row
from tests.desktop.conftest import PutOn
from tests.desktop.people_desk import Control, Desk, open_desk, somebody
from tests.queries.practice_office import PEOPLE
from tests.typing_keys import type_text

Key = Qt.Key
TYPED, SAVED = "0661122334", "+212661122334"
Room = HomeScreen | PeopleScreen


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, put_on: PutOn) -> Iterator[Desk]:
    """Give a clerk's desk."""
    with open_desk(tmp_path, qtbot) as made:
        yield made


def a_home(desk: Desk) -> HomeScreen:
    screen = HomeScreen(desk.session)
    desk.show(screen)
    return screen


def a_list(desk: Desk) -> PeopleScreen:
    screen = PeopleScreen(desk.session)
    desk.show(screen)
    return screen


rooms = pytest.mark.parametrize("room_of", [a_home, a_list])


def search(desk: Desk, room: Room, one: Row) -> None:
    """Type somebody's number over what stands in the search, and wait until she is on the screen."""
    type_over(room, one)
    desk.until(lambda: room.glance.person() == one.id)


def type_over(room: Room, one: Row) -> None:
    room.search.setFocus()
    room.search.selectAll()
    type_text(room.search, one.text("ppr"))


def pressed_early(desk: Desk, room_of: Callable[[Desk], Room]) -> tuple[Room, Row, Row]:
    """With one person on the screen another is typed and Ctrl T pressed at once; the room and both.

    No answer can come before the test waits for something.
    """
    room, before, wanted = room_of(desk), somebody(0), somebody(1)
    search(desk, room, before)
    type_over(room, wanted)
    desk.press(Key.Key_T, Control)
    return room, before, wanted


def type_on(text: str) -> None:
    """Type where the focus is at each letter."""
    for letter in text:
        focused = QApplication.focusWidget()
        assert focused is not None
        type_text(focused, letter)


def phone_of(desk: Desk, one: Row) -> str:
    return desk.row("employee", one.id).text("phone")


@rooms
def test_a_telephone_is_corrected_of_who_was_typed_and_not_of_who_was_found_before(
    desk: Desk, room_of: Callable[[Desk], Room]
) -> None:
    room, before, wanted = pressed_early(desk, room_of)
    type_on(TYPED)
    desk.press(Key.Key_Return)

    desk.until(lambda: phone_of(desk, wanted) == SAVED)
    assert phone_of(desk, before) == before.text("phone")
    assert [entry.operation.row for entry in desk.outbox() if entry.operation.verb is Verb.CORRECT] == [wanted.id]
    desk.until(room.search.hasFocus)
    assert room.search.text() == wanted.text("ppr")


@rooms
def test_the_first_key_of_the_day_waits_for_the_first_answer(desk: Desk, room_of: Callable[[Desk], Room]) -> None:
    room, wanted = room_of(desk), somebody(1)
    type_over(room, wanted)
    desk.press(Key.Key_T, Control)
    type_on(TYPED)
    desk.press(Key.Key_Return)
    desk.until(lambda: phone_of(desk, wanted) == SAVED)


@rooms
def test_who_was_chosen_by_an_arrow_is_meant_before_she_has_been_read(
    desk: Desk, room_of: Callable[[Desk], Room]
) -> None:
    room = room_of(desk)
    room.search.setFocus()
    type_text(room.search, "el")
    desk.until(lambda: room.glance.person() is not None and room.search.hasFocus())
    first = room.glance.person()
    papers: list[object] = []
    room.paper_requested.connect(papers.append)

    desk.press(Key.Key_Down)
    assert room.glance.person() is None, "the pane still shows who was chosen before"
    desk.press(Key.Key_P, Control)
    assert papers == []

    desk.until(lambda: papers != [])
    assert papers == [room.glance.person()]
    assert papers != [first]


@rooms
def test_escape_takes_back_a_key_that_waits_and_what_followed_it(desk: Desk, room_of: Callable[[Desk], Room]) -> None:
    room, _, wanted = pressed_early(desk, room_of)
    type_on(TYPED)
    desk.press(Key.Key_Escape)
    desk.until(lambda: room.glance.person() == wanted.id)
    assert room.search.text() == wanted.text("ppr")
    assert room.search.hasFocus()
    assert room.glance.phone.isHidden()
    assert desk.outbox() == []


@rooms
def test_what_was_typed_goes_on_with_the_search_where_no_answer_comes(
    desk: Desk, room_of: Callable[[Desk], Room]
) -> None:
    room, _, wanted = pressed_early(desk, room_of)
    type_on("06")
    room._ahead.give_up()
    assert room.search.text() == f"{wanted.text('ppr')}06"
    assert not room._ahead.is_waiting


def test_a_kept_list_is_whole_whatever_was_searched_before(desk: Desk) -> None:
    room = a_list(desk)
    search(desk, room, somebody(0))
    assert room.model.rowCount() == 1
    room.show_view("")
    desk.until(lambda: room.shows_view("") and room.model.rowCount() == PEOPLE)
