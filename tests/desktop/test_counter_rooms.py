"""The rooms of the counter as a clerk works them: what to check, the census of a school, the register."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from massar_desktop.queries.reference import reference
from massar_desktop.screens.act_counter import ActCounter
from massar_desktop.screens.census import CensusScreen
from massar_desktop.screens.checks import ChecksScreen
from massar_desktop.screens.register import FOUND, SLIPS, RegisterScreen
from massar_desktop.system.locale import current_language
from massar_desktop.widgets.bidi import LRI, PDI
from massar_desktop.widgets.table import CellRole
from sync.domain import filing
from sync.domain.fields import Value
from sync.domain.record import Row
from sync.storage import rows as stored
from sync.storage.ledger import office_tables
from tests.desktop.conftest import PutOn
from tests.desktop.people_desk import Control, Desk, open_desk, somebody
from tests.typing_keys import type_text

Alt = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, put_on: PutOn) -> Iterator[Desk]:
    """Give a clerk's desk."""
    with open_desk(tmp_path, qtbot) as made:
        yield made


def text_at(screen: ChecksScreen | CensusScreen | RegisterScreen, row: int, column: int = 0) -> str:
    """What a cell of the list shows."""
    return str(screen.model.data(screen.model.index(row, column), Qt.ItemDataRole.DisplayRole))


def test_what_to_check_is_listed_filtered_and_opened_by_keys(desk: Desk, put_on: PutOn) -> None:
    screen = ChecksScreen(desk.session)
    opened: list[tuple[object, object]] = []
    screen.file_opened.connect(lambda person, act: opened.append((person, act)))
    desk.show(screen, key="checks")
    desk.until(lambda: screen.model.rowCount() > 0)
    whole, wrong = screen.model.rowCount(), screen.counters["error"].count()
    assert 0 < wrong < whole == sum(counter.count() for counter in screen.counters.values())
    desk.press(Qt.Key.Key_3, Control)
    desk.until(lambda: screen.model.rowCount() == wrong)
    desk.press(Qt.Key.Key_Return)
    assert desk.row("employee", int(str(opened[0][0]))).text("cin")
    put_on("fr")
    desk.until(lambda: "CIN" in text_at(screen, 0))
    desk.press(Qt.Key.Key_Escape)
    assert screen.model.rowCount() == whole


def test_a_decision_whose_rule_came_later_is_listed_to_look_at_again(desk: Desk, put_on: PutOn) -> None:
    put_on("fr")
    person, days = somebody(), {"from_on": "2026-03-02", "to_on": "2026-03-06"}
    decided: dict[str, Value] = {
        "state": "in_effect",
        "decision": "accepted",
        "decided_on": "2026-02-20",
        "employee": person.id,
    }
    limit: dict[str, Value] = {"act": "LV-ANN", "name": "days_a_year", "value": 20, "unit": "working_days"}
    rows = [
        Row("annual_leave", 999_000, person.id, person.scope, {**days, **decided, "days_taken": 5, "year": 2026}),
        Row("limit", 999_001, 999_001, 0, {**limit, "valid_from": "2000-01-01", "published_on": "2000-01-01"}),
        Row("limit", 999_002, 999_002, 0, {**limit, "valid_from": "2026-01-01", "published_on": "2026-09-01"}),
    ]
    with desk.session.database.write() as connection:
        stored.write_rows(connection, office_tables().records, rows)
    screen = ChecksScreen(desk.session)
    opened: list[tuple[object, object]] = []
    screen.file_opened.connect(lambda person, act: opened.append((person, act)))
    desk.show(screen, key="checks")
    desk.until(lambda: screen.counters["rules"].count() > 0)
    desk.press(Qt.Key.Key_6, Control)
    desk.until(lambda: screen.model.rowCount() == screen.counters["rules"].count())
    assert "Limite publiée le" in text_at(screen, 0)
    desk.press(Qt.Key.Key_Return)
    assert opened == [(person.id, 999_000)]


def counting(desk: Desk) -> CensusScreen:
    """Open the census on the list of a school, by its code."""
    screen = CensusScreen(desk.session)
    desk.show(screen, key="census")
    desk.until(lambda: screen.model.rowCount() > 1)
    code = str(screen.model.data(screen.model.index(1, 0), CellRole.SECOND)).strip(f"{LRI}{PDI}")
    assert screen.search.hasFocus()
    type_text(screen.search, code)
    assert screen.model.rowCount() == 1
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: screen.list.model.rowCount() > 3)
    return screen


def enter(desk: Desk, screen: CensusScreen, text: str) -> None:
    """Type an exception and press Enter."""
    screen.list.line.setFocus()
    type_text(screen.list.line, text)
    desk.press(Qt.Key.Key_Return)


def test_a_school_is_counted_by_its_exceptions_and_the_list_is_one_save(desk: Desk, put_on: PutOn) -> None:
    screen = counting(desk)
    people = [line.person for line in screen.list._lines()]
    enter(desk, screen, "2")
    enter(desk, screen, "3خ")
    enter(desk, screen, "1p")
    enter(desk, screen, "999")
    assert screen.list.entry.problem()
    before = len(desk.outbox())
    desk.press(Qt.Key.Key_Return, Control)
    desk.until(lambda: len(desk.outbox()) == before + len(people))
    found = {entry.operation.dossier: entry.operation.fields["found"] for entry in desk.outbox()[before:]}
    assert [found[person] for person in people[:3]] == ["present", "absent", "left"]
    desk.until(lambda: not screen.list.to_save())
    in_arabic = screen.list.said.sentence()
    put_on("fr")
    desk.until(lambda: "ordinateur" in screen.list.said.sentence())
    put_on("ar")
    desk.until(lambda: screen.list.said.sentence() == in_arabic)
    wanted: list[object] = []
    screen.list.certificate_requested.connect(wanted.append)
    screen.list.table.choose_row(1)
    desk.press(Qt.Key.Key_R, Control)
    desk.until(lambda: bool(wanted))
    assert desk.row("presence_census", int(str(wanted[0]))).text("found") == "absent"
    # A list that was saved is mended, not written again.
    screen.list.table.setFocus()
    screen.list.table.choose_row(1)
    desk.press(Qt.Key.Key_1)
    assert [(tick.person, tick.found, tick.mends) for tick in screen.list.to_save()] == [(people[1], "present", True)]


def test_ticks_that_were_begun_are_there_again_and_nobody_is_counted_by_them(desk: Desk) -> None:
    screen = counting(desk)
    enter(desk, screen, "2")
    desk.press(Qt.Key.Key_Escape)
    desk.until(lambda: screen.model.rowCount() > 1 and screen.search.hasFocus())
    assert not desk.outbox()
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: list(screen.list.ticks.values()) == ["absent"])


def registered(desk: Desk, number: int, kind: str, facts: dict[str, Value], slip: str = "") -> int:
    """Register an act of somebody, and refer it under a number; gives its row."""
    row, step = desk.office.replica.new_rows(2)
    desk.office.record(filing.registration(kind, row, somebody(number).id, facts))
    if slip:
        said: dict[str, Value] = {"on": desk.office.replica.today(), "number": slip}
        desk.office.record(filing.step(desk.row(kind, row), "refer", step, said))
    return row


def test_the_register_shows_a_day_its_slips_and_any_act_by_a_number(desk: Desk) -> None:
    leave = registered(desk, 3, "annual_leave", {"from_on": "2026-12-07", "to_on": "2026-12-11", "days_taken": 5})
    tenure = registered(desk, 4, "tenure", {"from_on": "2026-09-01", "commission_on": "2026-08-01"}, "118/2026")
    screen = RegisterScreen(desk.session)
    desk.show(screen, key="register")
    desk.until(lambda: screen.model.rowCount() == 3)
    opened: list[object] = []
    screen.file_opened.connect(lambda _person, act: opened.append(act))
    desk.press(Qt.Key.Key_Return)
    assert opened == [leave]
    desk.press(Qt.Key.Key_Up, Alt)
    desk.until(lambda: screen.model.rowCount() == 0)
    desk.press(Qt.Key.Key_Down, Alt)
    desk.until(lambda: screen.model.rowCount() == 3)
    slips: list[object] = []
    screen.slip_requested.connect(lambda slip: slips.append([line.act for line in slip.lines]))
    desk.press(Qt.Key.Key_2, Control)
    desk.until(lambda: screen.mode == SLIPS and screen.model.rowCount() == 1)
    desk.press(Qt.Key.Key_P, Control)
    desk.until(lambda: slips == [[tenure]])
    type_text(screen.search, desk.row("annual_leave", leave).text("provisional_number"))
    desk.until(lambda: screen.mode == FOUND and screen.model.rowCount() == 1)
    QTest.keyClick(screen.table, Qt.Key.Key_Return)
    assert opened == [leave, leave]


def test_who_it_is_and_what_will_change_follow_the_language(desk: Desk, put_on: PutOn) -> None:
    counter = ActCounter(desk.session)
    with desk.session.database.read() as connection:
        known = reference(connection, desk.office.replica.today())
    counter.set_reference(known)
    desk.show(counter, key="counter")
    counter.begin(somebody().id, "annual_leave")
    desk.until(lambda: counter.person.person() is not None)
    assert counter.fields is not None
    days = counter.fields.days
    type_text(counter.fields.order[0].editor, "07122026")
    type_text(counter.fields.days_edit, "5")
    desk.until(lambda: "11/12/2026" in days.under_text())
    assert "إلى غاية" in days.under_text()
    row = counter.person._view.situation if counter.person._view is not None else None
    assert row is not None

    def grade() -> str:
        return str(known.labels(current_language())[("grade", row.text("grade"))])

    arabic = grade()
    assert arabic in counter.person.who.whole_text()
    put_on("fr")
    assert grade() != arabic
    desk.until(lambda: grade() in counter.person.who.whole_text())
    assert arabic not in counter.person.who.whole_text()
    assert days.under_text().startswith("jusqu")


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagate)", extend=True)
def test_enter_in_the_kind_of_act_goes_on_and_keeps_the_people_who_were_chosen(desk: Desk) -> None:
    counter = ActCounter(desk.session)
    desk.show(counter, key="counter")
    counter.begin_many([somebody(0).id, somebody(1).id])
    desk.until(lambda: counter.person.person() == somebody(0).id)
    counter.chooser.line.setFocus()
    counter.chooser.line.selectAll()
    type_text(counter.chooser.line, "LV-EXC")
    QTest.keyClick(counter.chooser.line, Qt.Key.Key_Return)

    assert counter.fields is not None
    assert counter.fields.kind == "exceptional_leave"
    assert counter.fields.order[0].editor.hasFocus()
    assert "2" in counter.beside.whole_text()


def test_ctrl_p_asks_for_the_receipt_of_what_was_registered_last(desk: Desk, qtbot: QtBot, put_on: PutOn) -> None:
    counter = ActCounter(desk.session)
    desk.show(counter, key="counter")
    assert not counter.receipt.isVisible()

    def register_one(number: int) -> None:
        counter.begin(somebody(number).id, "annual_leave")
        desk.until(lambda: counter.person.person() == somebody(number).id)
        assert counter.fields is not None
        type_text(counter.fields.order[0].editor, "07122026")
        type_text(counter.fields.days_edit, "5")
        counter.save()
        desk.until(lambda: len(counter.registered()) == number + 1)

    register_one(0)
    register_one(1)
    assert counter.receipt.isVisible()

    with qtbot.waitSignal(counter.receipt_requested) as asked:
        desk.press(Qt.Key.Key_P, Control)
    assert asked.args == [counter.registered()[0]]
    counter.done.choose_row(1)
    with qtbot.waitSignal(counter.receipt_requested) as asked:
        counter.receipt.click()
    assert asked.args == [counter.registered()[1]]
    put_on("fr")
    desk.until(lambda: str(counter.model.index(0, 1).data()).strip("\u2068\u2069").isascii())  # her name in Latin
