"""Conflicts and returned operations: one key each, nothing chosen beforehand, nothing lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from massar_desktop.queries import conflicts as queries
from massar_desktop.queries.figures import conflict_kinds
from massar_desktop.screens.conflicts import CONFLICTS, TRAY, ConflictsScreen
from massar_desktop.system.locale import Language
from massar_desktop.widgets import theme
from massar_desktop.widgets.choice_edit import ChoiceEdit
from sync.domain.operation import Operation, Verb
from tests.desktop.conftest import PutOn
from tests.desktop.exchange_world import (
    FIRST_PHONE,
    NAME,
    OLD_PHONE,
    SECOND_PHONE,
    Desk,
    desk,
    known_person,
    phone_conflict,
    rejected_choice,
    settle,
)
from tests.exchange.world import Office
from tests.typing_keys import type_text


@pytest.fixture
def made(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    one = desk(tmp_path)
    yield one
    one.close()


def opened(qtbot: QtBot, made: Desk) -> ConflictsScreen:
    """The page with what it has read, its list in focus."""
    page = ConflictsScreen(made.session, made.world.clock)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.counted):
        page.resize(1170, 640)
        page.show()
    qtbot.waitExposed(page)
    page.lists[page.tabs.currentIndex()].setFocus()
    return page


def read(office: Office) -> tuple[queries.OpenConflict, ...]:
    with office.replica.database.read() as connection:
        return queries.open_conflicts(connection, office.replica.identity, office.author)


def returned(office: Office) -> tuple[queries.Returned, ...]:
    with office.replica.database.read() as connection:
        return queries.tray(connection, office.replica.identity, office.author)


def settled(qtbot: QtBot, office: Office) -> None:
    qtbot.waitUntil(lambda: not read(office))


def third_value(qtbot: QtBot, page: ConflictsScreen) -> dict[str, QWidget]:
    """Press 3: the editors of a third value, the first in focus."""
    QTest.keyClick(page.lists[CONFLICTS], Qt.Key.Key_3)
    qtbot.waitUntil(page.view.other.isVisible)
    return page.view.other.editors()


def test_a_conflict_tells_both_values_with_their_authors_and_the_one_before(made: Desk) -> None:
    phone_conflict(made)

    (one,) = read(made.office)
    (other,) = read(made.neighbour)

    assert (one.losing.values, one.standing.values) == ({"phone": SECOND_PHONE}, {"phone": FIRST_PHONE})
    assert one.original == {"phone": OLD_PHONE}
    assert (one.group, one.names, one.file.name_ar, one.file.number) == (
        "phone",
        ("phone",),
        "خديجة المنصوري",
        "1203377",
    )
    assert (one.losing.here, one.losing.own, one.losing.name_ar) == (True, True, "موظفة 1")
    assert (one.standing.here, one.standing.own) == (False, False)
    assert (other.losing.here, other.standing.here, other.standing.own) == (False, True, True)


def test_the_cards_say_the_truth_in_either_office(qtbot: QtBot, put_on: PutOn, made: Desk) -> None:
    phone_conflict(made)
    page = opened(qtbot, made)

    assert page.view.mine.accessibleName().startswith("على هذا الحاسوب")
    assert page.view.mine.button.text() == "الإبقاء على قيمتي"
    assert page.view.centre.accessibleName().startswith("في المركز")
    assert "6 61 88 20 14" in page.view.mine.accessibleName()

    made.office, made.neighbour = made.neighbour, made.office
    from massar_desktop.background.session import Session

    made.session = Session(made.office.replica, made.office.author, made.session.tasks)
    there = opened(qtbot, made)
    assert there.view.mine.accessibleName().startswith("على حاسوب آخر")
    assert there.view.mine.button.text() == "أخذ هذه القيمة"


def test_no_value_is_chosen_beforehand(qtbot: QtBot, put_on: PutOn, made: Desk) -> None:
    phone_conflict(made)
    page = opened(qtbot, made)

    buttons = page.view.mine.button, page.view.centre.button
    assert [button.property("kind") for button in buttons] == ["plain", "plain"]
    assert not any(button.hasFocus() or button.isDefault() for button in buttons)
    QTest.keyClick(page.lists[CONFLICTS], Qt.Key.Key_Return)
    QTest.keyClick(page.lists[CONFLICTS], Qt.Key.Key_Space)
    assert len(read(made.office)) == 1


@pytest.mark.parametrize(("key", "value"), [(Qt.Key.Key_1, SECOND_PHONE), (Qt.Key.Key_2, FIRST_PHONE)])
def test_one_key_settles_and_the_choice_reaches_the_other_office(
    qtbot: QtBot, put_on: PutOn, made: Desk, key: Qt.Key, value: str
) -> None:
    person = phone_conflict(made)
    page = opened(qtbot, made)

    QTest.keyClick(page.lists[CONFLICTS], key)
    settled(qtbot, made.office)

    assert made.office.sees(person, "phone") == value
    made.office.sync()
    made.neighbour.sync()
    assert made.neighbour.sees(person, "phone") == value
    assert made.neighbour.rows("conflict")[0].get("settled_by") == made.office.author
    qtbot.waitUntil(lambda: "تم الفصل: الهاتف" in page.message.sentence())


def test_a_third_value_is_checked_then_written(qtbot: QtBot, put_on: PutOn, made: Desk) -> None:
    person = phone_conflict(made)
    page = opened(qtbot, made)
    editor = third_value(qtbot, page)["phone"]
    assert editor.hasFocus()

    type_text(editor, "12")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert len(read(made.office)) == 1
    assert editor.property("problem") == "true"

    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    type_text(editor, "0661 77 66 55")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settled(qtbot, made.office)

    assert made.office.sees(person, "phone") == "+212661776655"


def test_an_empty_third_value_is_not_written(qtbot: QtBot, put_on: PutOn, made: Desk) -> None:
    phone_conflict(made)
    page = opened(qtbot, made)
    editor = third_value(qtbot, page)["phone"]

    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert page.view.other.isVisible()
    QTest.keyClick(editor, Qt.Key.Key_Escape)

    assert not page.view.other.isVisible()
    assert len(read(made.office)) == 1


def test_a_group_starts_from_what_stands_and_choices_are_lists(qtbot: QtBot, put_on: PutOn, made: Desk) -> None:
    person = known_person(made)
    made.neighbour.corrects(person, marital_status="married", married_on="2024-05-00")
    made.office.corrects(person, marital_status="divorced")
    made.neighbour.sync()
    made.office.sync()
    page = opened(qtbot, made)

    editors = third_value(qtbot, page)
    assert set(editors) == {"marital_status", "married_on"}
    status = editors["marital_status"]
    assert isinstance(status, ChoiceEdit)
    assert status.choice() == "married"


def test_a_conflict_left_for_later_stays_and_the_next_is_shown(qtbot: QtBot, put_on: PutOn, made: Desk) -> None:
    person = phone_conflict(made)
    made.neighbour.corrects(person, email="a@taalim.ma")
    made.office.corrects(person, email="b@taalim.ma")
    made.neighbour.sync()
    made.office.sync()
    page = opened(qtbot, made)
    assert page.lists[CONFLICTS].chosen_row() == 0

    QTest.keyClick(page.lists[CONFLICTS], Qt.Key.Key_4)
    qtbot.waitUntil(lambda: page.lists[CONFLICTS].chosen_row() == 1)
    assert len(read(made.office)) == 2

    QTest.keyClick(page.lists[CONFLICTS], Qt.Key.Key_1)
    qtbot.waitUntil(lambda: len(read(made.office)) == 1)
    assert made.office.sees(person, "email") == "b@taalim.ma"
    qtbot.waitUntil(lambda: page.lists[CONFLICTS].model().rowCount() == 1)
    shown = page.view.shown()
    assert shown is not None
    assert shown.group == "phone"


def test_a_choice_is_taken_back_until_it_travels(qtbot: QtBot, put_on: PutOn, made: Desk) -> None:
    person = phone_conflict(made)
    page = opened(qtbot, made)
    QTest.keyClick(page.lists[CONFLICTS], Qt.Key.Key_1)
    settled(qtbot, made.office)
    qtbot.waitUntil(lambda: "تم الفصل" in page.message.sentence())

    QTest.keyClick(page.lists[CONFLICTS], Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(read(made.office)) == 1)
    assert made.office.sees(person, "phone") == FIRST_PHONE

    qtbot.waitUntil(lambda: page.lists[CONFLICTS].model().rowCount() == 1)
    QTest.keyClick(page.lists[CONFLICTS], Qt.Key.Key_1)
    qtbot.waitUntil(lambda: "تم الفصل" in page.message.sentence())
    made.office.sync()
    page.flow.undo()
    qtbot.waitUntil(lambda: "سبق أن أُرسل هذا الاختيار" in page.message.sentence())
    assert made.office.sees(person, "phone") == SECOND_PHONE


def test_a_confidential_conflict_is_seen_only_with_the_role(tmp_path: Path, qtbot: QtBot) -> None:
    one = desk(tmp_path, confidential=True)
    identity, author = one.office.replica.identity, one.office.author
    assert "confidential_conflict" in conflict_kinds(identity, author)
    assert "confidential_conflict" not in conflict_kinds(identity, author + 99)
    one.close()


def test_what_came_back_is_whole_with_its_reason(made: Desk) -> None:
    rejected_choice(made)

    (one,) = returned(made.office)

    assert (one.verdict, one.verb, one.kind) == ("rejected", Verb.SETTLE, "employee")
    assert [problem.code for problem in one.problems] == ["conflict_settled"]
    assert (one.wanted, one.current["phone"]) == ({"phone": SECOND_PHONE}, FIRST_PHONE)
    assert one.again is not None
    assert (one.again.verb, one.again.fields) == (Verb.CORRECT, {"phone": SECOND_PHONE})


def test_what_came_back_is_restored_by_one_key(qtbot: QtBot, put_on: PutOn, made: Desk) -> None:
    person = rejected_choice(made)
    page = opened(qtbot, made)
    page.show_tray()
    page.lists[TRAY].setFocus()
    assert "6 61 88 20 14" in page.returned.findChildren(type(page.returned._table))[0].accessibleName()

    QTest.keyClick(page.lists[TRAY], Qt.Key.Key_1)
    qtbot.waitUntil(lambda: not returned(made.office))

    assert made.office.sees(person, "phone") == SECOND_PHONE
    made.office.sync()
    made.neighbour.sync()
    assert made.neighbour.sees(person, "phone") == SECOND_PHONE
    qtbot.waitUntil(lambda: "كُتب من جديد" in page.message.sentence())


def test_what_came_back_is_put_away_by_one_key(qtbot: QtBot, put_on: PutOn, made: Desk) -> None:
    person = rejected_choice(made)
    page = opened(qtbot, made)
    page.show_tray()
    page.lists[TRAY].setFocus()

    with qtbot.waitSignal(page.file_requested) as asked:
        QTest.keyClick(page.lists[TRAY], Qt.Key.Key_3)
    assert asked.args == [person]
    QTest.keyClick(page.lists[TRAY], Qt.Key.Key_2)
    qtbot.waitUntil(lambda: not returned(made.office))

    assert made.office.sees(person, "phone") == FIRST_PHONE


def test_a_new_person_that_came_back_is_restored_under_the_same_number(made: Desk) -> None:
    """The clerk who wrote it is unknown to the centre; another clerk of the office restores it."""
    (row,) = made.office.replica.new_rows(1)
    create = Operation(verb=Verb.CREATE, kind="employee", row=row, dossier=row, fields={"surname_ar": "بناني"})
    made.office.replica.record([create], author=999)
    made.office.sync()

    (one,) = returned(made.office)

    assert [problem.code for problem in one.problems] == ["author_unknown"]
    assert one.again is not None
    made.office.record(one.again)
    made.office.sync()
    made.neighbour.sync()
    assert made.neighbour.sees(row, "surname_ar") == "بناني"


def test_a_refusal_of_a_restored_operation_is_said_and_it_stays(qtbot: QtBot, put_on: PutOn, made: Desk) -> None:
    person = phone_conflict(made)
    page = opened(qtbot, made)
    settle(made.office, person, "centre")  # another window of this office was quicker

    QTest.keyClick(page.lists[CONFLICTS], Qt.Key.Key_1)

    qtbot.waitUntil(lambda: "لم يُكتب شيء" in page.message.sentence())


def test_the_page_changes_its_language_while_open(qtbot: QtBot, qapp: QApplication, put_on: PutOn, made: Desk) -> None:
    phone_conflict(made)
    page = opened(qtbot, made)

    theme.change_language(qapp, "fr")

    qtbot.waitUntil(lambda: page.view.centre.button.text() == "Prendre la valeur du centre")
    assert page.view.mine.accessibleName().startswith("Sur cet ordinateur")
    assert page.tabs.tabText(CONFLICTS).startswith("Conflits")


def test_the_page_fits_the_smallest_screen(qtbot: QtBot, language: Language, made: Desk) -> None:
    rejected_choice(made)
    person = phone_conflict(made, None if not made.office.rows("employee") else made.office.rows("employee")[0].id)
    assert person
    page = opened(qtbot, made)
    page.set_compact(compact=True)
    for open_part in (page.view.close_other, page.view.open_other, page.show_tray):
        open_part()
        needed = page.minimumSizeHint()
        assert (needed.width() <= 1366 - 196, needed.height() <= 690 - 44 - 30) == (True, True)


def test_the_same_answer_settles_all_that_are_alike_with_their_reason(made: Desk, qtbot: QtBot) -> None:
    people = [made.office.hires(**{**NAME, "ppr": f"120337{number}"}, phone=OLD_PHONE) for number in range(3)]
    made.office.sync()
    made.neighbour.sync()
    for person in people:
        phone_conflict(made, person)
    page = opened(qtbot, made)
    type_text(page.view.reason, "صرحت بها")
    page.lists[CONFLICTS].setFocus()
    QTest.keyClick(page.lists[CONFLICTS], Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, made.office)
    done = [(row.get("choice"), row.get("reason")) for row in made.office.rows("conflict")]
    assert done == [("mine", "صرحت بها")] * 3


def test_the_other_value_is_taken_after_the_choice_has_travelled(qtbot: QtBot, put_on: PutOn, made: Desk) -> None:
    phone_conflict(made)
    page = opened(qtbot, made)
    with qtbot.waitSignal(page.flow.settled):  # kept, and known on the screen
        QTest.keyClick(page.lists[CONFLICTS], Qt.Key.Key_1)
    made.office.sync()
    made.neighbour.sync()
    assert [row.text("phone") for row in made.neighbour.rows("employee")] == [SECOND_PHONE]
    page.flow.undo()
    qtbot.waitUntil(lambda: "Ctrl H" in page.message.sentence())  # too late to take it back

    page.refresh()
    page.turn_to_settled()
    qtbot.waitUntil(lambda: page.view.isVisible() and page.view.shown() is not None)
    shown = page.view.shown()
    assert shown is not None
    assert (shown.choice, page.view.reason.isVisible()) == ("mine", True)
    page.settle_alike("centre")  # many at once are settled, never written back
    type_text(page.view.reason, "وصل محضر جديد")
    page.lists[CONFLICTS].setFocus()
    QTest.keyClick(page.lists[CONFLICTS], Qt.Key.Key_2)
    qtbot.waitUntil(lambda: made.office.rows("employee")[0].text("phone") == FIRST_PHONE)
    made.office.sync()
    made.neighbour.sync()

    assert [row.text("phone") for row in made.neighbour.rows("employee")] == [FIRST_PHONE]
    assert read(made.office) == ()  # and it is no conflict
    (note,) = made.neighbour.rows("note")
    assert (note.get("written_by"), note.dossier) == (made.office.author, made.neighbour.rows("employee")[0].id)
    assert note.text("text").endswith("وصل محضر جديد")
    page.turn_to_settled()
    qtbot.waitUntil(page.nothing.isVisible)
