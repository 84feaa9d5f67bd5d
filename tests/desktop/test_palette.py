"""Ctrl+K: all that can be done is found by its name in either language and done by Enter, for whom it is about."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massar_desktop.app.palette_actions import deeds
from massar_desktop.app.workplace import HOME, PEOPLE, Workplace
from massar_desktop.screens.file_parts import NOTES, PAPERS
from massar_desktop.screens.people import PeopleScreen
from massar_desktop.screens.rooms import ACTIONS, COMMANDS, PERSON_ACTIONS, ROOMS
from massar_desktop.screens.tour import Tour
from massar_desktop.system.locale import Language, word_in
from massar_desktop.widgets import theme
from massar_desktop.widgets.find_list import Entry
from tests.benchmarks.klm import CONTROL, PLAIN, Key
from tests.desktop.test_counter_tasks import papers, place
from tests.typing_keys import type_text

__all__ = ["place"]


def opened(qtbot: QtBot, place: Workplace) -> list[Entry]:
    """Open the palette by its key; what it offers at once."""
    QTest.keyClick(QApplication.focusWidget() or place.window, Key.Key_K, CONTROL)
    palette = place.desk.palette
    qtbot.waitUntil(lambda: palette.isVisible() and palette.search.hasFocus())
    return palette.list.entries()


def found(qtbot: QtBot, place: Workplace, text: str) -> list[Entry]:
    """Type into the open palette; what it finds."""
    palette = place.desk.palette
    palette.search.clear()
    type_text(palette.search, text)
    qtbot.waitUntil(lambda: palette._answered == text, timeout=10_000)
    return palette.list.entries()


def take(qtbot: QtBot, place: Workplace, key: str, language: Language = "fr") -> None:
    """Do something by its name."""
    opened(qtbot, place)
    room = {**ACTIONS, **PERSON_ACTIONS, **ROOMS, **COMMANDS}[key]
    entries = found(qtbot, place, word_in(language, "MainWindow", room.word))
    palette = place.desk.palette
    palette.list.choose(next(one for one in entries if one.key == key))
    QTest.keyClick(palette.search, Key.Key_Return)
    assert palette.isHidden()


def somebody(place: Workplace) -> int:
    """A person of the office."""
    with place.session.database.read() as connection:
        from massar_desktop.queries.person import holders

        return holders(connection, "ppr", papers(place).numbers[0], 0)[0].id


def test_every_screen_command_and_action_stands_in_the_empty_palette(qtbot: QtBot, place: Workplace) -> None:
    keys = {one.key for one in opened(qtbot, place)}
    assert set(ROOMS) | set(COMMANDS) | set(ACTIONS) <= keys
    assert not set(PERSON_ACTIONS) & keys, "nobody is in front"
    assert set(deeds(place, lambda: None)) == set(ACTIONS) | set(PERSON_ACTIONS)


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_each_is_found_by_its_name_in_either_language(qtbot: QtBot, place: Workplace, language: Language) -> None:
    opened(qtbot, place)
    for key, room in {**ROOMS, **COMMANDS, **ACTIONS}.items():
        assert key in {one.key for one in found(qtbot, place, word_in(language, "MainWindow", room.word))}, key


def test_actions_are_done_on_any_screen(qtbot: QtBot, place: Workplace) -> None:
    window = place.window
    for key, page in (("stick", "stick"), ("arrivals", "arrivals"), ("visit", "visit"), ("new_person", "person")):
        window.show_page(HOME)
        take(qtbot, place, key)
        assert window.shown_page() == page
    assert place.person.shown_person() is None
    with qtbot.waitSignal(window.language_chosen) as chosen:
        take(qtbot, place, "language", "ar")
    assert chosen.args == ["fr"]
    dark = place.preferences.dark
    take(qtbot, place, "look", "ar")
    assert place.preferences.dark is not dark
    place.preferences.choose_dark(dark=dark)
    take(qtbot, place, "tour", "ar")
    assert any(tour.isVisible() for tour in window.findChildren(Tour))
    with qtbot.waitSignal(place.other_clerk_requested):
        take(qtbot, place, "other_clerk", "ar")


def test_somebody_new_is_typed_at_once(qtbot: QtBot, place: Workplace) -> None:
    """Insert from the list, then the name: the cursor is in its field."""
    place.window.show_page(PEOPLE)
    with qtbot.waitSignal(place.people.new_person_requested):
        QTest.keyClick(QApplication.focusWidget() or place.window, Key.Key_Insert)
    type_text(QApplication.focusWidget() or place.window, "العلوي")
    assert place.person.form.typed.typed() == {"surname_ar": "العلوي"}


def test_what_is_done_with_the_person_in_front_is_offered_first_and_not_after_tab(
    qtbot: QtBot, place: Workplace
) -> None:
    person = somebody(place)
    place.open_person(person)
    qtbot.waitUntil(lambda: place.person.shown_person() == person, timeout=10_000)
    entries = opened(qtbot, place)
    assert [one.key for one in entries[: len(PERSON_ACTIONS)]] == list(PERSON_ACTIONS)
    QTest.keyClick(place.desk.palette.search, Key.Key_Tab)
    assert not set(PERSON_ACTIONS) & {one.key for one in place.desk.palette.list.entries()}
    QTest.keyClick(place.desk.palette.search, Key.Key_Escape)

    take(qtbot, place, "scan")
    bar = place.person.parts.bar
    qtbot.waitUntil(lambda: bar.currentIndex() == PAPERS and place.person.parts.papers.is_attaching, timeout=10_000)
    take(qtbot, place, "note")
    qtbot.waitUntil(lambda: bar.currentIndex() == NOTES, timeout=10_000)
    take(qtbot, place, "papers")
    qtbot.waitUntil(lambda: place.counter.paper.isVisible() and place.counter.paper.pages.count() > 0, timeout=20_000)
    QTest.keyClick(place.counter.paper.table, Key.Key_Escape, PLAIN)


def test_the_list_of_people_offers_them_for_who_is_chosen(qtbot: QtBot, place: Workplace) -> None:
    place.window.show_page("people")
    people: PeopleScreen = place.people
    qtbot.waitUntil(lambda: people.glance.person() is not None, timeout=10_000)
    chosen = people.glance.person()
    take(qtbot, place, "file", "ar")
    qtbot.waitUntil(lambda: place.person.shown_person() == chosen, timeout=10_000)


def test_what_is_behind_recedes_in_the_dark_too(qtbot: QtBot, qapp: QApplication, place: Workplace) -> None:
    for dark in (False, True):
        theme.apply_theme(qapp, dark=dark, direction=theme.appearance().direction)
        before = place.window.grab().toImage().pixelColor(5, 300).lightness()
        opened(qtbot, place)
        assert place.window.grab().toImage().pixelColor(5, 300).lightness() < before
        place.desk.palette.close_palette()
    theme.apply_theme(qapp, dark=False, direction=theme.appearance().direction)


def test_escape_closes_the_palette_and_not_the_file_under_it(qtbot: QtBot, place: Workplace) -> None:
    place.open_person(somebody(place))
    qtbot.waitUntil(lambda: place.person.shown_person() == somebody(place), timeout=10_000)
    opened(qtbot, place)
    QTest.keyClick(place.desk.palette.search, Key.Key_Escape)
    assert place.desk.palette.isHidden()
    assert place.window.shown_page() == "person"


def test_who_finds_nothing_is_told_what_to_try(qtbot: QtBot, place: Workplace) -> None:
    opened(qtbot, place)
    palette = place.desk.palette

    assert found(qtbot, place, "قصبظظ") == []
    assert palette.empty.isVisible()
    assert not palette.list.isVisible()
    assert found(qtbot, place, "")
    assert palette.list.isVisible()
    assert not palette.empty.isVisible()


def test_an_open_palette_follows_the_language(qtbot: QtBot, qapp: QApplication, place: Workplace) -> None:
    def titles() -> dict[tuple[str, str], str]:
        return {(one.sort, one.key): one.title for one in place.desk.palette.list.entries()}

    opened(qtbot, place)
    before = titles()
    theme.change_language(qapp, "fr")

    qtbot.waitUntil(lambda: titles().get(("room", "people")) == "Personnes")
    assert before.keys() == titles().keys()
    assert before["room", "people"] == "الأشخاص"
