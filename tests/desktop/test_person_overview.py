"""A file opens on what the clerk needs at the counter, and each line opens where it is worked on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from massar_desktop.screens.file_parts import ACTS, IDENTITY, NOTES, OVERVIEW, SITUATION
from massar_desktop.screens.person import PersonScreen
from massar_desktop.screens.person_header import PersonHeader
from massar_desktop.system.locale import Language, current_language
from massar_desktop.system.wording import field_label, kind_label
from sync.domain import filing
from sync.domain.catalog import BY_NAME
from sync.domain.fields import Value, show_day
from sync.domain.ids import Compartment
from sync.domain.operation import Operation, Verb
from tests.desktop.people_desk import Desk, open_desk, somebody
from tests.queries.practice_office import practice_rows
from tests.typing_keys import type_text

LEAVE: dict[str, Value] = {"from_on": "2026-12-07", "to_on": "2026-12-11", "days_taken": 5, "year": 2026}
REMINDER = "في انتظار الشهادة"


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, language: Language) -> Iterator[Desk]:
    with open_desk(tmp_path, qtbot) as made:
        yield made


def opened(desk: Desk, person: int) -> PersonScreen:
    """Open a file and wait until what stands beside it is read."""
    screen = PersonScreen(desk.session)
    desk.show(screen, key="person")
    screen.open_person(person)
    desk.until(lambda: screen.shown_person() == person)
    overview = screen.parts.overview
    desk.until(lambda: overview._shown is not None and overview._shown.more is not None)
    return screen


def enter_on(screen: PersonScreen, words: str) -> None:
    """Go to the line that says so and press Enter."""
    overview = screen.parts.overview
    screen.parts.go_to(OVERVIEW)
    overview.table.setFocus()
    row = next(number for number, said in enumerate(overview.sentences()) if words in said)
    overview.table.choose_row(row)
    QTest.keyClick(overview.table, Qt.Key.Key_Return)


def test_a_file_opens_on_what_wants_an_eye_and_each_line_leads_there(desk: Desk) -> None:
    person = somebody(3).id
    leave, note = desk.office.replica.new_rows(2)
    about: dict[str, Value] = {
        "employee": person, "text": REMINDER, "remind_on": "2026-11-20", "written_by": desk.session.clerk,
    }  # fmt: skip
    desk.office.record(filing.registration("annual_leave", leave, person, LEAVE))
    desk.office.record(Operation(verb=Verb.CREATE, kind="note", row=note, dossier=person, fields=about))
    desk.office.corrects(person, phone=None)
    screen = opened(desk, person)
    parts = screen.parts
    assert parts.bar.currentIndex() == OVERVIEW
    assert parts.overview.table.hasFocus()

    enter_on(screen, field_label("employee", "phone"))
    assert parts.bar.currentIndex() == IDENTITY
    enter_on(screen, REMINDER)
    assert parts.bar.currentIndex() == NOTES
    enter_on(screen, kind_label("annual_leave"))
    assert parts.bar.currentIndex() == ACTS
    desk.until(lambda: parts.acts.printable() is not None)
    row = parts.acts.printable()
    assert row is not None
    assert row.id == leave


def test_a_part_is_one_key_away_and_the_first_is_the_overview(desk: Desk) -> None:
    screen = opened(desk, somebody(3).id)
    for key, part in ((Qt.Key.Key_1, IDENTITY), (Qt.Key.Key_2, SITUATION), (Qt.Key.Key_0, OVERVIEW)):
        desk.press(key, Qt.KeyboardModifier.ControlModifier)
        assert screen.parts.bar.currentIndex() == part


def test_the_situation_of_today_stands_beside_it(desk: Desk) -> None:
    person = somebody(3)
    screen = opened(desk, person.id)
    said = screen.parts.overview.facts.accessibleName()
    (situation,) = [row for row in practice_rows() if row.kind == "situation" and row.id == person.id]
    assert str(situation.get("echelon")) in said
    assert show_day(situation.text("echelon_since")) in said


def test_a_long_cadre_is_read_whole_beside_it(desk: Desk) -> None:
    """The longest of them in either language took two lines and was cut to one."""
    overview = opened(desk, somebody(3).id).parts.overview
    cadre = {"ar": "أستاذ التعليم الثانوي التأهيلي من الأطر النظامية للأكاديميات، الدرجة الثانية"}.get(
        current_language(), "Professeur de l'enseignement secondaire qualifiant, cadre des académies, grade 2"
    )
    overview.facts.write([("…", cadre), ("", "10")])
    fact, short = (pair[1] for pair in overview.facts._pairs[:2])
    desk.until(lambda: fact.height() > short.height())
    assert cadre in fact.text()
    assert fact.height() >= fact.heightForWidth(fact.width()) > short.heightForWidth(short.width())


def test_what_was_typed_and_not_saved_is_what_the_file_opens_on(desk: Desk) -> None:
    first, second = somebody(3), somebody(4)
    screen = opened(desk, first.id)
    screen.parts.go_to(IDENTITY)
    type_text(screen.form.editors["city"].editor, "7")
    screen.open_person(second.id)
    desk.until(lambda: screen.shown_person() == second.id)
    assert screen.parts.bar.currentIndex() == OVERVIEW

    screen.open_person(first.id)
    desk.until(lambda: screen.shown_person() == first.id)
    desk.until(lambda: screen.parts.bar.currentIndex() == IDENTITY)


def test_what_is_still_being_kept_when_the_file_opens_again_is_there(desk: Desk) -> None:
    """A slow disk: the file was opened again before what had been typed was on it, and showed an empty form."""
    noted = {row.dossier for row in practice_rows() if BY_NAME[row.kind].compartment is Compartment.CONFIDENTIAL}
    first, second = [one for one in map(somebody, range(60)) if one.id not in noted][:2]
    screen = opened(desk, first.id)
    screen.parts.go_to(IDENTITY)
    with desk.office.replica.database.write():  # nothing else is written until this ends
        type_text(screen.form.editors["city"].editor, "7")
        city = screen.form.editors["city"].text()
        screen.open_person(second.id)
        desk.until(lambda: screen.shown_person() == second.id)
        screen.open_person(first.id)
        desk.until(lambda: screen.shown_person() == first.id)
        desk.qtbot.wait(100)
    desk.until(lambda: screen.form.editors["city"].text() == city)
    assert screen.form.is_typed()


def test_the_keys_of_a_file_stand_in_its_head(desk: Desk) -> None:
    screen = opened(desk, somebody(3).id)
    with desk.qtbot.waitSignal(screen.papers_requested) as asked:
        screen.head.papers.click()
    assert asked.args == ["employee", somebody(3).id]
    screen.head.act.click()
    desk.until(lambda: screen.parts.is_typing_act)


def test_an_academy_begins_and_saves_nothing_in_a_file(qtbot: QtBot, language: Language) -> None:
    head = PersonHeader(practice=False, read_only=True)
    qtbot.addWidget(head)
    head.show()
    assert (head.papers.isVisible(), head.leave.isVisible()) == (True, True)
    assert (head.act.isVisible(), head.save.isVisible()) == (False, False)
