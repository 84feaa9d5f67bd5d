"""The shell: rooms and keys, the permanent strip, a language that changes live, practice, sign-in."""

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from massar_desktop.screens.main_window import MainWindow
from massar_desktop.screens.rooms import COMMANDS, ROOMS
from massar_desktop.screens.sign_in import ClerkEntry, SignIn
from massar_desktop.system.locale import Language
from massar_desktop.system.resources import resource
from massar_desktop.widgets import theme, tokens
from massar_desktop.widgets.card import Page
from massar_desktop.widgets.status_strip import LineState, StatusStrip
from tests.desktop import gallery
from tests.desktop.conftest import PutOn
from tests.typing_keys import type_text

CLERKS = [ClerkEntry("n", "نادية الإدريسي", "Nadia El Idrissi"), ClerkEntry("a", "عبد الله وردي", "Abdellah Ouardi")]


@pytest.fixture
def window(qtbot: QtBot, language: Language) -> MainWindow:
    """Give the main window with its rooms, on the screen."""
    made = gallery.shell()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_room_is_dressed_when_it_is_first_shown(window: MainWindow) -> None:
    unseen = [room for room in window.pages() if not window.stack.isAncestorOf(window._pages[room])]
    assert unseen

    window.show_page(unseen[0])
    assert window.shown_page() == unseen[0]
    assert window.stack.currentWidget() is window._pages[unseen[0]]
    assert window._pages[unseen[0]].isVisible()


def test_the_window_fits_the_smallest_screen(window: MainWindow) -> None:
    for room in window.pages():
        window.show_page(room)
    needed = window.minimumSizeHint()

    assert (needed.width() <= 1366, needed.height() <= 690) == (True, True)


def test_a_smaller_screen_scrolls_and_tab_brings_each_button_into_sight(qtbot: QtBot, window: MainWindow) -> None:
    """1366x768 at 150 % is 911x512 for a layout, less a task bar and a title bar."""
    area = window.centralWidget()
    assert isinstance(area, QScrollArea)
    window.resize(1366, 690)
    assert not area.verticalScrollBar().isVisible()
    assert not area.horizontalScrollBar().isVisible()

    window.resize(911, 442)
    assert (window.width(), window.height()) == (911, 442)
    for button in (window.strip.button, window.room("help"), window.room("people")):
        for _ in range(120):
            if button.hasFocus():
                break
            QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        assert button.hasFocus()
        assert button.visibleRegion().boundingRect().height() == button.height()


def test_each_room_of_the_rail_shows_its_word_number_and_key_uncut(window: MainWindow) -> None:
    for key in ("people", "conflicts", "exchange", "import_list", "settings", "help"):
        window.set_badge(key, 128 if key in ("conflicts", "exchange") else 0)
        assert window.room(key).needed_width() <= tokens.RAIL_WIDTH - 20, key


def test_rooms_stand_in_the_order_of_their_keys_whichever_was_built_first(qtbot: QtBot, language: Language) -> None:
    window = MainWindow(gallery.IDENTITY, now=gallery.NOW)
    qtbot.addWidget(window)
    for key in reversed(list(ROOMS)):
        window.add_page(key, Page(key))
    window.show()

    places = {key: window.room(key).mapTo(window, window.room(key).rect().topLeft()).y() for key in ROOMS}
    assert sorted(places, key=places.__getitem__) == list(ROOMS)
    f_keys = [room.key for room in ROOMS.values() if room.key.startswith("F")]
    assert f_keys == sorted(f_keys, key=lambda key: int(key[1:]))


def test_the_rail_lies_at_the_start_edge(window: MainWindow, language: Language) -> None:
    x = window.room("people").mapTo(window, window.room("people").rect().center()).x()

    assert (x > window.width() - tokens.RAIL_WIDTH) if language == "ar" else (x < tokens.RAIL_WIDTH)


def test_keys_lead_to_rooms(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    for keys, modifier, page in (
        (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier, "conflicts"),
        (Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier, "import_list"),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier, "people"),
    ):
        with qtbot.waitSignal(window.page_shown) as shown:
            QTest.keyClick(window, keys, modifier)
        assert shown.args == [page]
        assert window.shown_page() == page
        assert window.room(page).isChecked()


def test_a_room_s_key_is_told_wherever_the_focus_is_and_a_click_on_the_rail_is_not(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.activateWindow()
    told: list[str] = []
    window.key_pressed.connect(told.append)
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert (window.shown_page(), told) == ("exchange", ["exchange"])

    for part in (window.top_bar.search, window.strip.button, window.room("people"), window._pages["exchange"]):
        part.setFocus()
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F9)
    assert told == ["exchange"] * 5

    QTest.mouseClick(window.room("exchange"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(window.room("exchange"), Qt.MouseButton.LeftButton)
    assert told == ["exchange"] * 5


def test_commands_and_search_are_told(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.command_chosen) as chosen:
        QTest.keyClick(window, Qt.Key.Key_F1)
    assert chosen.args == ["help"]
    with qtbot.waitSignal(window.search_requested):
        QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(window.search_requested):
        QTest.mouseClick(window.top_bar.search, Qt.MouseButton.LeftButton)


def test_a_page_under_no_room_leaves_lit_what_is(window: MainWindow) -> None:
    window.add_inner_page("help", Page(), under="")
    lit = [key for key in ROOMS if key in window._rooms and window.room(key).isChecked()]
    window.show_page("help")
    assert [key for key in ROOMS if key in window._rooms and window.room(key).isChecked()] == lit != []


def test_an_inner_page_keeps_its_room_lit(window: MainWindow) -> None:
    window.add_inner_page("person", Page("فاطمة"), under="people")
    window.show_page("person")

    assert window.shown_page() == "person"
    assert window.room("people").isChecked()
    assert not window.room("exchange").isChecked()


def test_a_page_never_added_is_said(window: MainWindow) -> None:
    with pytest.raises(KeyError):
        window.show_page("nowhere")


def test_a_low_window_is_compact_and_keeps_its_fields(window: MainWindow) -> None:
    window.resize(1366, 690)
    assert (window.top_bar.height(), window.strip.height(), window.room("people").height()) == (44, 30, 34)
    window.resize(1366, 768)
    assert (window.top_bar.height(), window.strip.height(), window.room("people").height()) == (52, 34, 38)


def test_the_language_changes_while_the_window_is_open(qtbot: QtBot, qapp: QApplication, put_on: PutOn) -> None:
    window = gallery.shell()
    qtbot.addWidget(window)
    window.show()
    window.language_chosen.connect(lambda language: theme.change_language(qapp, language))
    assert (window.room("people").text(), window.windowTitle()) == ("الأشخاص", "مسير المكتب")
    rail_at = window.room("people").mapTo(window, window.room("people").rect().topLeft()).x()

    QTest.mouseClick(window.top_bar.switch.half("fr"), Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: window.room("people").text() == "Personnes")
    assert window.windowTitle() == "Massir Bureau"
    assert window.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert "7 opérations, la plus ancienne il y a 2 heures" in window.strip.sentence()
    qtbot.waitUntil(lambda: window.room("people").mapTo(window, window.room("people").rect().topLeft()).x() < rail_at)


def test_every_word_of_the_rail_is_translated(put_on: PutOn) -> None:
    for language in ("ar", "fr"):
        put_on(language)
        words = {room.word for room in (*ROOMS.values(), *COMMANDS.values())}
        assert words.isdisjoint(QApplication.translate("MainWindow", word) for word in words)


@pytest.mark.parametrize("language_code", ["ar", "fr"])
def test_no_translation_of_the_shell_is_unfinished(language_code: str) -> None:
    source = resource("translations", f"shell_{language_code}.ts").read_text(encoding="utf-8")

    assert "unfinished" not in source
    assert "<translation></translation>" not in source
    assert "<numerusform></numerusform>" not in source


def test_the_strip_says_what_waits_and_since_when(qtbot: QtBot, put_on: PutOn) -> None:
    strip = StatusStrip(gallery.STRIP)
    qtbot.addWidget(strip)

    said = strip.sentence()

    assert "آخر مزامنة اليوم 11:42" in said
    assert "في الانتظار 7 عمليات، أقدمها منذ ساعتين" in said
    assert "ضعيف" in said
    assert "إرسال واستقبال" in said


def test_no_connection_is_a_word_in_the_strip(qtbot: QtBot, put_on: PutOn) -> None:
    strip = StatusStrip(replace(gallery.STRIP, line=LineState.DOWN, waiting=0, last_exchange=None))
    qtbot.addWidget(strip)

    assert "الخط لا اتصال" in strip.sentence()
    assert "في الانتظار لا شيء" in strip.sentence()
    assert "لم تتم بعد" in strip.sentence()


def test_the_strip_counts_large_numbers_in_groups(qtbot: QtBot, put_on: PutOn) -> None:
    strip = StatusStrip(replace(gallery.STRIP, waiting=4212, oldest=gallery.NOW - timedelta(days=3)))
    qtbot.addWidget(strip)

    assert "4\u202f212 عملية، أقدمها منذ 3 أيام" in strip.sentence()


def test_the_strip_starts_and_stops_an_exchange(qtbot: QtBot, put_on: PutOn) -> None:
    strip = StatusStrip(gallery.STRIP)
    qtbot.addWidget(strip)
    with qtbot.waitSignal(strip.exchange_requested):
        strip.button.click()
    strip.set_state(replace(gallery.STRIP, running=True, done=17, whole=28, notice="القرص شبه ممتلئ"))
    assert "60%" in strip.sentence()
    assert "القرص شبه ممتلئ" in strip.sentence()
    with qtbot.waitSignal(strip.stop_requested):
        strip.button.click()


def test_practice_is_unmistakable(qtbot: QtBot, put_on: PutOn) -> None:
    put_on("ar", practice=True)
    window = gallery.shell()
    qtbot.addWidget(window)
    window.show()

    picture = window.grab().toImage()

    assert window.band.isVisible()
    assert "تدريب" in window.band.text()
    assert "FORMATION" in window.band.text()
    assert picture.pixelColor(3, 3).name().upper() == tokens.LIGHT.warn
    rail = window.room("people").mapTo(window, window.room("people").rect().bottomLeft())
    assert picture.pixelColor(rail.x() - 4, rail.y()).name().upper() == tokens.PRACTICE_LIGHT.rail


def test_real_work_has_no_band(window: MainWindow) -> None:
    assert not window.band.isVisible()


def sign_in(qtbot: QtBot, practice_password: str = "") -> SignIn:
    """Return the sign-in card on the screen."""
    card = SignIn(CLERKS, practice_password=practice_password)
    qtbot.addWidget(card)
    card.resize(1024, 690)
    card.show()
    return card


def test_a_clerk_signs_in_by_keys_alone(qtbot: QtBot, language: Language) -> None:
    card = sign_in(qtbot)
    card.choose_clerk("a")

    type_text(card.password, "سر طويل")
    with qtbot.waitSignal(card.submitted) as submitted:
        QTest.keyClick(card.password, Qt.Key.Key_Return)

    assert submitted.args == ["a", "سر طويل"]
    assert (card.minimumSizeHint().width() <= 1366, card.minimumSizeHint().height() <= 690) == (True, True)


def test_a_wrong_password_is_said_under_the_field_and_nothing_moves(qtbot: QtBot, put_on: PutOn) -> None:
    card = sign_in(qtbot)
    at_rest = card.button.geometry()
    card.set_busy(True)
    assert not card.button.isEnabled()

    card.show_problem("كلمة السر غير صحيحة: أعد كتابتها")

    assert card.button.isEnabled()
    assert card.field.problem() == "كلمة السر غير صحيحة: أعد كتابتها"
    assert card.button.geometry() == at_rest
    type_text(card.password, "x")
    assert card.field.problem() == ""


def test_an_empty_password_is_not_sent(qtbot: QtBot, put_on: PutOn) -> None:
    card = sign_in(qtbot)
    with qtbot.assertNotEmitted(card.submitted):
        card.button.click()
    assert card.field.problem() == "اكتب كلمة السر"


def test_without_clerks_the_card_says_so(qtbot: QtBot, put_on: PutOn) -> None:
    card = sign_in(qtbot)
    card.set_clerks([])
    card.button.click()

    assert card.field.problem() == "اختر اسمك أولا"


def test_practice_fills_the_password_in_and_says_so(qtbot: QtBot, put_on: PutOn) -> None:
    put_on("ar", practice=True)
    card = sign_in(qtbot, practice_password="tadrib")

    assert card.field.under_text() == "تدريب: كلمة السر مكتوبة مسبقا"
    with qtbot.waitSignal(card.submitted) as submitted:
        card.button.click()
    assert submitted.args == ["n", "tadrib"]


def test_the_first_enter_opens_the_office_of_the_only_clerk(qtbot: QtBot, put_on: PutOn) -> None:
    """She is told to the card after it was made: the cursor stood in the list, and Enter only left it."""
    put_on("ar", practice=True)
    card = SignIn([], practice_password="tadrib")
    qtbot.addWidget(card)
    card.set_clerks(CLERKS[:1])
    with qtbot.waitExposed(card):
        card.show()
    assert card.focusWidget() is card.password
    with qtbot.waitSignal(card.submitted) as submitted:
        QTest.keyClick(card.focusWidget(), Qt.Key.Key_Return)
    assert submitted.args == [CLERKS[0].clerk_id, "tadrib"]


def test_enter_on_a_name_sends_where_the_password_stands_and_else_asks_for_it(qtbot: QtBot, put_on: PutOn) -> None:
    card = sign_in(qtbot)
    with qtbot.assertNotEmitted(card.submitted):
        QTest.keyClick(card.focusWidget(), Qt.Key.Key_Return)
    assert card.focusWidget() is card.password
    type_text(card.password, "x")
    card._list.setFocus()
    with qtbot.waitSignal(card.submitted):
        QTest.keyClick(card._list, Qt.Key.Key_Return)


def test_the_card_changes_language_while_it_is_open(qtbot: QtBot, qapp: QApplication, put_on: PutOn) -> None:
    card = sign_in(qtbot)
    card.language_chosen.connect(lambda language: theme.change_language(qapp, language))

    QTest.mouseClick(card.switch.half("fr"), Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: card.button.text() == "Ouvrir mon bureau")


def test_sign_in_loads_nothing_heavy() -> None:
    heavy = "sqlalchemy sqlcipher3 requests keyring cryptography msgspec xlsxwriter sync.storage sync.client"
    script = (
        "import sys, massar_desktop.screens.sign_in, massar_desktop.widgets.theme\n"
        f"print([name for name in '{heavy}'.split() if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)

    assert answer.stdout.strip() == "[]"
