"""The other parts of a file: situation, family, diplomas, history, and two records of one person."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from massar_desktop.queries.naming import names_in
from massar_desktop.screens.file_parts import DUPLICATES, FAMILY_TAB, HISTORY, OVERVIEW, SITUATION
from massar_desktop.screens.person import PersonScreen
from massar_desktop.screens.person_records import RecordsTab
from massar_desktop.widgets.choice_edit import ChoiceEdit
from sync.client.replica import Changes
from sync.domain.entities.situation import CareerFacts
from sync.domain.fields import Value
from sync.domain.operation import Operation, Verb
from sync.domain.record import WITHDRAWN, Row
from tests.desktop.conftest import PutOn
from tests.desktop.people_desk import Control, Desk, a_parent, open_desk, somebody
from tests.queries.practice_office import practice_people, practice_rows
from tests.typing_keys import type_text


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, put_on: PutOn) -> Iterator[Desk]:
    """Give a clerk's desk."""
    with open_desk(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def screen(desk: Desk) -> PersonScreen:
    """Give the file of somebody with children, in front."""
    made = PersonScreen(desk.session)
    made.open_person(a_parent().id)
    desk.show(made, key="person")
    desk.until(lambda: made.shown_person() == a_parent().id)
    return made


def typed(tab: RecordsTab, name: str, text: str) -> None:
    """Empty a field of a part's form and type into it."""
    editor = tab.form.editors[name].editor
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.selectAll()
    type_text(editor, text)


def chosen(tab: RecordsTab, name: str, key: str) -> None:
    """Choose a value of a list."""
    editor = tab.form.editors[name].editor
    assert isinstance(editor, ChoiceEdit)
    editor._choose(key)


def save(desk: Desk, screen: PersonScreen) -> Operation:
    """Press Ctrl+S; gives the operation that was saved."""
    before = len(desk.outbox())
    desk.press(Qt.Key.Key_S, Control)
    desk.until(lambda: len(desk.outbox()) > before and not screen.flow._saving)
    return desk.outbox()[-1].operation


def children() -> list[Row]:
    """The family of the person, in order."""
    return [row for row in practice_rows() if row.kind == "dependant" and row.dossier == a_parent().id]


def test_the_situation_is_read_with_who_said_so(desk: Desk, screen: PersonScreen) -> None:
    screen.parts.go_to(SITUATION)
    situation = next(r for r in practice_rows() if r.kind == "situation" and r.id == a_parent().id)

    desk.until(lambda: "مسير" in screen.parts.situation.fact("cadre"))
    assert "23/11/2026" in screen.parts.situation.fact("cadre")
    assert situation.text("school") in screen.parts.situation.fact("school")
    assert set(screen.parts.situation._facts) == set(CareerFacts.__dataclass_fields__)


def test_a_correction_of_the_situation_says_that_it_said_so(desk: Desk, screen: PersonScreen) -> None:
    opening = next(r for r in practice_rows() if r.kind == "opening_situation" and r.dossier == a_parent().id)
    (row,) = desk.office.replica.new_rows(1)
    fields: dict[str, Value] = {
        "employee": a_parent().id, "corrects": opening.id, "corrected_on": "2026-11-20", "reason": "محضر",
        "echelon": 9,
    }  # fmt: skip
    correction = Operation(verb=Verb.ACT, kind="situation_correction", row=row, dossier=a_parent().id, fields=fields)
    desk.office.record(correction)
    desk.session.announce(Changes(frozenset({a_parent().id})))

    screen.parts.go_to(SITUATION)
    desk.until(lambda: "SI-COR" in screen.parts.situation.fact("echelon"))
    assert "مسير" in screen.parts.situation.fact("grade")


def test_a_child_is_added_by_keys(desk: Desk, screen: PersonScreen) -> None:
    family = screen.parts.family
    screen.parts.go_to(FAMILY_TAB)
    QTest.mouseClick(family.add, Qt.MouseButton.LeftButton)
    chosen(family, "relation", "child")
    typed(family, "first_name_ar", "ياسمين")
    typed(family, "birth_date", "2019")
    operation = save(desk, screen)

    assert (operation.verb, operation.kind, operation.dossier) == (Verb.CREATE, "dependant", a_parent().id)
    assert operation.fields == {
        "employee": a_parent().id, "relation": "child", "first_name_ar": "ياسمين", "birth_date": "2019-00-00",
    }  # fmt: skip
    desk.until(lambda: family.model.row_of(operation.row) >= 0)
    assert not family.form.is_typed()
    assert screen.parts.bar.tabText(FAMILY_TAB).endswith(str(len(children()) + 1))


def test_a_child_is_corrected_in_place(desk: Desk, screen: PersonScreen) -> None:
    family, child = screen.parts.family, children()[-1]
    screen.parts.go_to(FAMILY_TAB)
    family.table.choose_row(family.model.row_of(child.id))
    assert family.form.editors["first_name_ar"].text() == child.text("first_name_ar")
    typed(family, "work_place", "أكادير")
    operation = save(desk, screen)

    assert (operation.verb, operation.row, operation.fields) == (Verb.CORRECT, child.id, {"work_place": "أكادير"})
    desk.until(lambda: "في انتظار" in family.form.editors["work_place"].under_text())


def test_a_child_is_withdrawn_with_a_reason(desk: Desk, screen: PersonScreen) -> None:
    family, child = screen.parts.family, children()[-1]
    screen.parts.go_to(FAMILY_TAB)
    family.table.choose_row(family.model.row_of(child.id))
    QTest.mouseClick(family.withdraw, Qt.MouseButton.LeftButton)
    QTest.mouseClick(family.reason.confirm, Qt.MouseButton.LeftButton)
    assert family.reason.field.problem()
    assert desk.outbox() == []
    type_text(family.reason.editor, "سجل خطأ")
    QTest.mouseClick(family.reason.confirm, Qt.MouseButton.LeftButton)

    desk.until(lambda: len(desk.outbox()) == 1)
    operation = desk.outbox()[0].operation
    assert (operation.verb, operation.row, operation.fields) == (Verb.WITHDRAW, child.id, {WITHDRAWN: "سجل خطأ"})
    desk.until(lambda: family.model.row_of(child.id) < 0)


def test_a_part_is_filled_before_it_is_seen_and_the_others_soon_after(desk: Desk, screen: PersonScreen) -> None:
    family = screen.parts.family
    desk.until(lambda: family.model.rowCount() > 0)  # nobody has looked at it
    children = family.model.rowCount()
    parents = {row.dossier for row in practice_rows() if row.kind == "dependant"}
    screen.open_person(next(row.id for row in practice_people() if row.id not in parents))
    desk.until(lambda: family.model.rowCount() == 0)
    screen.open_person(a_parent().id)
    with desk.qtbot.waitSignal(screen.flow.read):
        pass
    assert (screen.shown_person(), family.model.rowCount()) == (a_parent().id, 0)  # the file is painted first

    desk.press(Qt.Key.Key_3, Control)
    assert family.isVisible()
    assert family.model.rowCount() == children
    typed(family, "first_name_ar", "ياس")
    with desk.qtbot.waitSignal(screen.parts.filled):
        pass
    assert family.form.typed.text("first_name_ar") == "ياس"  # what is filled later leaves it alone


def test_a_draft_of_a_part_is_put_back_without_looking_at_it(desk: Desk, screen: PersonScreen) -> None:
    screen.parts.go_to(FAMILY_TAB)
    typed(screen.parts.family, "first_name_ar", "ياس")
    screen.leave()
    screen.open_person(somebody(3).id)
    desk.until(lambda: screen.shown_person() == somebody(3).id)
    desk.until(lambda: not screen.head.save.isEnabled())
    screen.open_person(a_parent().id)

    desk.until(screen.head.save.isEnabled)
    assert screen.parts.bar.currentIndex() == OVERVIEW
    assert [one.fields for one in screen.parts.family.wanted()] == [{"first_name_ar": "ياس"}]


def test_one_save_takes_what_is_typed_in_every_part(desk: Desk, screen: PersonScreen) -> None:
    screen.parts.go_to(FAMILY_TAB)
    typed(screen.parts.diplomas, "title", "الإجازة")
    editor = screen.form.editors["married_on"].editor
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    type_text(editor, "2001")
    desk.press(Qt.Key.Key_S, Control)
    desk.until(lambda: len(desk.outbox()) == 2)

    kinds = [(entry.operation.kind, entry.operation.verb) for entry in desk.outbox()]
    assert kinds == [("employee", Verb.CORRECT), ("diploma", Verb.CREATE)]


def test_a_half_typed_child_survives_leaving(desk: Desk, screen: PersonScreen) -> None:
    family = screen.parts.family
    screen.parts.go_to(FAMILY_TAB)
    typed(family, "first_name_ar", "ياس")
    with desk.qtbot.waitSignal(family.keeper.kept):
        screen.leave()
    screen.open_person(somebody(3).id)
    desk.until(lambda: screen.shown_person() == somebody(3).id)
    assert family.form.editors["first_name_ar"].text() == ""
    screen.open_person(a_parent().id)

    desk.until(lambda: family.form.editors["first_name_ar"].text() == "ياس")


def test_history_shows_each_value_with_its_author_and_state(desk: Desk, screen: PersonScreen) -> None:
    desk.office.corrects(a_parent().id, city="تارودانت")
    desk.session.announce(Changes(frozenset({a_parent().id})))
    screen.parts.go_to(HISTORY)
    model = screen.parts.history.model

    desk.until(lambda: model.rowCount() == 1)
    shown = [str(model.index(0, column).data(Qt.ItemDataRole.DisplayRole)) for column in range(model.columnCount())]
    assert shown[2:] == ["المدينة", a_parent().text("city"), "تارودانت", "على هذا الحاسوب فقط"]
    assert "نادية الإدريسي" in shown[1]


def test_two_records_are_compared_joined_and_parted(desk: Desk, screen: PersonScreen) -> None:
    other, keep = somebody(5), a_parent()
    join = screen.parts.join
    screen.parts.go_to(DUPLICATES)
    type_text(join.search, other.text("ppr"))
    desk.until(lambda: join.found.row_of(other.id) >= 0)
    join.found_table.choose_row(join.found.row_of(other.id))
    desk.until(lambda: join.compared_person() == other.id)
    assert str(join.compared.index(0, 2).data(Qt.ItemDataRole.DisplayRole)).strip("\u2066\u2069") == other.text("ppr")
    QTest.mouseClick(join.join, Qt.MouseButton.LeftButton)

    desk.until(lambda: "سجلات مضمومة" in screen.head.chips())
    operation = desk.outbox()[0].operation
    assert (operation.verb, operation.row, operation.other) == (Verb.JOIN, other.id, keep.id)
    QTest.mouseClick(join.part, Qt.MouseButton.LeftButton)
    desk.until(lambda: "سجلات مضمومة" not in screen.head.chips())
    assert desk.outbox()[1].operation.verb is Verb.PART


def test_a_join_is_undone_by_ctrl_z(desk: Desk, screen: PersonScreen) -> None:
    screen.flow.join(somebody(5).id, a_parent().id)
    desk.until(lambda: "سجلات مضمومة" in screen.head.chips())
    desk.press(Qt.Key.Key_Z, Control)

    desk.until(lambda: "سجلات مضمومة" not in screen.head.chips())
    assert desk.row("employee", somebody(5).id).get("merged_into") is None


def test_a_joined_record_opens_the_file_that_stands_and_says_so(desk: Desk, screen: PersonScreen) -> None:
    gone, keep = somebody(5), a_parent()
    desk.office.joins(gone.id, keep.id)
    screen.open_person(gone.id)

    desk.until(lambda: screen.shown_person() == keep.id and bool(screen.notices.sentence("joined")))
    assert names_in(gone, "ar")[0] in screen.notices.sentence("joined")
    QTest.mouseClick(screen.notices.button("joined"), Qt.MouseButton.LeftButton)
    desk.until(lambda: screen.shown_person() == gone.id)


def test_a_refused_join_says_why_and_writes_nothing(desk: Desk, screen: PersonScreen) -> None:
    gone, keep = somebody(5), a_parent()
    desk.office.joins(gone.id, somebody(6).id)
    screen.flow.join(gone.id, keep.id)

    desk.until(lambda: "ضم أحد السجلين من قبل" in screen.notices.sentence("saved"))
    assert len(desk.outbox()) == 1


def test_a_number_that_stands_twice_leads_to_the_comparison(desk: Desk, screen: PersonScreen) -> None:
    other = somebody(7)
    desk.office.corrects(other.id, cin=a_parent().text("cin"))
    screen.open_person(a_parent().id)
    desk.until(lambda: bool(screen.notices.sentence("held:cin")))
    QTest.mouseClick(screen.notices.button("held:cin", 1), Qt.MouseButton.LeftButton)

    desk.until(lambda: screen.parts.join.compared_person() == other.id)
    assert screen.parts.bar.currentIndex() == DUPLICATES
