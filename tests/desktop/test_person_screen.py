"""A person's file as a clerk works it: type, save, undo, leave and come back, numbers that stand twice."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from massar_desktop.queries.naming import names_in
from massar_desktop.screens.file_parts import IDENTITY
from massar_desktop.screens.person import PersonScreen
from massar_desktop.system.locale import Language
from massar_desktop.system.wording import code_text
from massar_desktop.widgets import theme
from sync.client.clock import MOROCCO
from sync.client.replica import Changes
from sync.domain.operation import Verb
from sync.domain.record import Row
from tests.desktop.conftest import PutOn
from tests.desktop.people_desk import Control, Desk, open_desk, somebody
from tests.typing_keys import type_text


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, put_on: PutOn) -> Iterator[Desk]:
    """Give a clerk's desk."""
    with open_desk(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def who() -> Row:
    """Give the person whose file is open."""
    return somebody(3)


@pytest.fixture
def screen(desk: Desk, who: Row) -> PersonScreen:
    """Give the file of a person, in front."""
    return opened(desk, who.id)


def opened(desk: Desk, person: int) -> PersonScreen:
    """Open the file of a person on a new screen."""
    made = PersonScreen(desk.session)
    made.open_person(person)
    desk.show(made, key="person")
    desk.until(lambda: made.shown_person() == person)
    made.parts.go_to(IDENTITY)
    return made


def typed(screen: PersonScreen, name: str, text: str) -> None:
    """Empty a field and type into it."""
    editor = screen.form.editors[name].editor
    assert isinstance(editor, (QLineEdit, QPlainTextEdit))
    editor.setFocus()
    editor.selectAll()
    if not text:
        QTest.keyClick(editor, Qt.Key.Key_Delete)
    type_text(editor, text)


def save(desk: Desk, screen: PersonScreen) -> None:
    """Press Ctrl+S and wait for the answer."""
    before = len(desk.outbox())
    desk.press(Qt.Key.Key_S, Control)
    desk.until(lambda: len(desk.outbox()) > before and not screen.flow._saving)


def test_a_file_shows_who_it_is(screen: PersonScreen, who: Row) -> None:
    assert screen.head.name.text().endswith(names_in(who, "ar")[0])
    assert screen.form.editors["cin"].text() == who.text("cin")
    assert not screen.head.save.isEnabled()
    assert "تدريب" in screen.head.chips()


def test_a_save_writes_only_what_changed_and_says_where_it_is(desk: Desk, screen: PersonScreen, who: Row) -> None:
    typed(screen, "city", "تارودانت")
    typed(screen, "phone", "0661045277")
    assert screen.head.save.isEnabled()
    save(desk, screen)

    (entry,) = desk.outbox()
    operation = entry.operation
    assert (operation.verb, operation.kind, operation.row) == (Verb.CORRECT, "employee", who.id)
    assert operation.fields == {"city": "تارودانت", "phone": "+212661045277"}
    desk.until(lambda: "حفظ على هذا الحاسوب" in screen.notices.sentence("saved"))
    desk.until(lambda: screen.form.editors["phone"].text() == "+212 6 61 04 52 77")
    desk.until(lambda: "في انتظار الإرسال" in screen.head.chips())
    assert "في انتظار" in screen.form.editors["city"].under_text()
    assert not screen.head.save.isEnabled()


def test_a_malformed_value_stays_as_typed_and_the_rest_is_saved(desk: Desk, screen: PersonScreen, who: Row) -> None:
    typed(screen, "cin", "12")
    typed(screen, "city", "تارودانت")
    assert screen.form.editors["cin"].problem() == code_text("cin_malformed")
    save(desk, screen)

    assert desk.outbox()[0].operation.fields == {"city": "تارودانت"}
    desk.until(lambda: "لم يحفظ حقل واحد" in screen.notices.sentence("saved"))
    assert screen.form.editors["cin"].text() == "12"
    assert desk.row("employee", who.id).get("cin") == who.get("cin")


def test_a_save_of_nothing_readable_says_so(desk: Desk, screen: PersonScreen) -> None:
    typed(screen, "cin", "12")
    desk.press(Qt.Key.Key_S, Control)

    assert "لم يحفظ حقل واحد" in screen.notices.sentence("saved")
    assert desk.outbox() == []


def test_a_record_may_be_saved_incomplete_and_says_what_is_missing(desk: Desk, screen: PersonScreen) -> None:
    typed(screen, "phone", "")
    save(desk, screen)

    assert desk.outbox()[0].operation.fields == {"phone": None}
    desk.until(lambda: "ملف ناقص" in screen.head.chips())


def test_the_last_save_is_undone_while_it_has_not_been_offered(desk: Desk, screen: PersonScreen, who: Row) -> None:
    typed(screen, "city", "تارودانت")
    save(desk, screen)
    desk.until(lambda: not screen.form.is_typed())
    desk.press(Qt.Key.Key_Z, Control)

    desk.until(lambda: "ألغي آخر حفظ" in screen.notices.sentence("saved"))
    assert desk.row("employee", who.id).get("city") == who.get("city")
    desk.until(lambda: screen.form.editors["city"].text() == who.text("city"))


def test_a_save_already_offered_is_not_undone(desk: Desk, screen: PersonScreen, who: Row) -> None:
    typed(screen, "city", "تارودانت")
    save(desk, screen)
    desk.office.replica.seal(10)
    desk.until(lambda: not screen.form.is_typed())
    desk.press(Qt.Key.Key_Z, Control)

    desk.until(lambda: "فات أوان التراجع" in screen.notices.sentence("saved"))
    assert desk.row("employee", who.id).get("city") == "تارودانت"


def test_leaving_keeps_what_was_typed_and_coming_back_restores_it(desk: Desk, screen: PersonScreen, who: Row) -> None:
    typed(screen, "city", "تارو")
    typed(screen, "birth_date", "31/02/19")
    with desk.qtbot.waitSignals([screen.left, screen.keeper.kept]):
        desk.press(Qt.Key.Key_Escape)
    kept = json.loads(desk.draft(f"employee:{who.id}") or "{}")
    again = opened(desk, who.id)

    assert kept["typed"] == {"city": "تارو", "birth_date": "31/02/19"}
    desk.until(lambda: again.form.editors["city"].text() == "تارو")
    assert again.form.editors["birth_date"].text() == "31/02/19"
    assert "استرجعنا ما كتبته" in again.notices.sentence("draft")
    moments = (datetime.now(MOROCCO) - timedelta(minutes=ago) for ago in range(3))  # as the strip tells the time
    assert any(f"{moment:%d/%m/%Y %H:%M}" in again.notices.sentence("draft") for moment in moments)
    assert again.head.save.isEnabled()
    assert desk.outbox() == []


def test_a_restored_draft_can_be_discarded(desk: Desk, screen: PersonScreen, who: Row) -> None:
    typed(screen, "city", "تارو")
    with desk.qtbot.waitSignal(screen.keeper.kept):
        screen.leave()
    again = opened(desk, who.id)
    desk.until(lambda: bool(again.notices.sentence("draft")))
    with desk.qtbot.waitSignal(again.keeper.kept):
        QTest.mouseClick(again.notices.button("draft"), Qt.MouseButton.LeftButton)

    assert again.form.editors["city"].text() == who.text("city")
    assert again.notices.sentence("draft") == ""
    assert desk.draft(f"employee:{who.id}") is None


def test_a_pause_in_typing_keeps_a_draft_and_a_save_drops_it(desk: Desk, screen: PersonScreen, who: Row) -> None:
    typed(screen, "city", "تارودانت")
    desk.until(lambda: desk.draft(f"employee:{who.id}") is not None)
    save(desk, screen)

    desk.until(lambda: desk.draft(f"employee:{who.id}") is None)


def test_a_number_of_somebody_else_names_her_and_opens_her_file(desk: Desk, screen: PersonScreen) -> None:
    other = somebody(7)
    typed(screen, "ppr", other.text("ppr"))

    desk.until(lambda: bool(screen.notices.sentence("held:ppr")))
    assert names_in(other, "ar")[0] in screen.notices.sentence("held:ppr")
    assert names_in(other, "ar")[0] in screen.form.editors["ppr"].under_text()
    with desk.qtbot.waitSignal(screen.person_opened) as opening:
        QTest.mouseClick(screen.notices.button("held:ppr"), Qt.MouseButton.LeftButton)
    assert opening.args == [other.id]
    typed(screen, "ppr", "7654321")
    desk.until(lambda: screen.notices.sentence("held:ppr") == "")


def test_a_change_from_elsewhere_never_overwrites_what_is_typed(desk: Desk, screen: PersonScreen, who: Row) -> None:
    typed(screen, "city", "تارودانت")
    desk.office.corrects(who.id, city="الرباط", postal_code="80000")
    desk.session.announce(Changes(frozenset({who.id})))

    desk.until(lambda: screen.form.editors["postal_code"].text() == "80000")
    assert screen.form.editors["city"].text() == "تارودانت"
    assert "الرباط" in screen.form.editors["city"].under_text()


def test_a_change_of_somebody_else_is_not_read(desk: Desk, screen: PersonScreen) -> None:
    with desk.qtbot.assertNotEmitted(screen.flow.read, wait=300):
        desk.session.changed.emit(Changes(frozenset({somebody(9).id})))


def test_somebody_new_is_saved_with_what_is_known(desk: Desk) -> None:
    screen = PersonScreen(desk.session)
    desk.show(screen, key="person")
    screen.open_new()
    assert not screen.parts.bar.isTabEnabled(2)
    typed(screen, "surname_ar", "بناني")
    typed(screen, "first_name_ar", "هدى")
    with desk.qtbot.waitSignal(screen.person_created) as created:
        desk.press(Qt.Key.Key_S, Control)

    (entry,) = desk.outbox()
    assert entry.operation.verb is Verb.CREATE
    assert entry.operation.fields == {"surname_ar": "بناني", "first_name_ar": "هدى"}
    desk.until(lambda: screen.shown_person() == entry.operation.row)
    assert created.args == [entry.operation.row]
    assert screen.parts.bar.isTabEnabled(2)
    assert "ملف ناقص" in screen.head.chips()
    desk.until(lambda: desk.draft("employee:new") is None)


def test_undoing_a_creation_gives_what_was_typed_back(desk: Desk) -> None:
    screen = PersonScreen(desk.session)
    desk.show(screen, key="person")
    screen.open_new()
    typed(screen, "surname_ar", "بناني")
    save(desk, screen)
    desk.until(lambda: screen.shown_person() is not None)
    screen.undo()

    desk.until(lambda: screen.shown_person() is None)
    desk.until(lambda: screen.form.editors["surname_ar"].text() == "بناني")
    assert "ألغي إنشاؤه" in screen.notices.sentence("vanished")
    assert screen.head.save.isEnabled()


def test_the_language_changes_while_a_file_is_open(
    desk: Desk, screen: PersonScreen, who: Row, qapp: QApplication
) -> None:
    typed(screen, "cin", "12")
    screen.form.show_problems()
    theme.change_language(qapp, "fr")

    desk.until(lambda: screen.head.name.text().endswith(names_in(who, "fr")[0]))
    assert screen.parts.bar.tabText(IDENTITY) == "Identité"
    assert screen.head.save.text() == "Enregistrer"
    assert screen.form.editors["cin"].text() == "12"
    desk.until(lambda: screen.form.editors["cin"].problem() == code_text("cin_malformed"))
    assert screen.form.editors["cin"].problem().startswith("1 ou 2 lettres")


@pytest.mark.parametrize("code", ["ar", "fr"])
def test_every_part_of_a_file_fits_the_smallest_screen(
    desk: Desk, screen: PersonScreen, put_on: PutOn, code: Language
) -> None:
    put_on(code)
    typed(screen, "ppr", somebody(7).text("ppr"))
    desk.until(lambda: bool(screen.notices.sentence("held:ppr")))
    for part in range(screen.parts.bar.count()):
        screen.parts.go_to(part)
    needed = desk.window.minimumSizeHint()

    assert (needed.width() <= 1366, needed.height() <= 690) == (True, True)


def test_keys_lead_to_the_parts_of_a_file(desk: Desk, screen: PersonScreen) -> None:
    for key, part in ((Qt.Key.Key_2, 2), (Qt.Key.Key_3, 3), (Qt.Key.Key_6, 6), (Qt.Key.Key_0, 0)):
        desk.press(key, Control)
        assert screen.parts.bar.currentIndex() == part


def test_every_editor_has_a_name_for_a_screen_reader(screen: PersonScreen) -> None:
    nameless = [name for name, editor in screen.form.editors.items() if not editor.editor.accessibleName()]

    assert nameless == []


def test_no_tab_is_cut_whichever_is_in_front(desk: Desk, screen: PersonScreen, put_on: PutOn) -> None:
    bar = screen.parts.bar
    for language in ("fr", "ar"):
        put_on(language)
        for number in range(bar.count()):
            screen.parts.go_to(number)
            desk.until(lambda: bar.width() >= bar.sizeHint().width())
            assert not any(button.isVisible() for button in bar.findChildren(QToolButton))
