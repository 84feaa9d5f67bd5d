"""The clerk's counter tasks by keys alone, in the real app on a small office: they end well, within their keys.

Seconds belong to `make bench`; here it is what was done, and how many keys it took.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massar_desktop.app.main import App
from massar_desktop.app.workplace import HOME, PEOPLE, Workplace
from massar_desktop.screens.sign_in import SignIn
from sync.client.outbox import Outbox
from sync.domain.operation import Operation, Verb
from tests.benchmarks.counter_papers import RETURNED, papers_of
from tests.benchmarks.counter_tasks import DOUBLES, EXCEL, LISTED, TASKS, Papers
from tests.benchmarks.counter_world import leave_list, make_office
from tests.benchmarks.figures import read_targets
from tests.benchmarks.klm import KEY_S, MIND_S, PLAIN, Clerk, Key, Operator, Trace
from tests.desktop.conftest import PutOn
from tests.memory_keyring import MemoryKeyring

STAFF = 320


@pytest.fixture
def place(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    put_on: PutOn,
    memory_keyring: MemoryKeyring,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Workplace]:
    """Give the workplace of a clerk who has just signed in."""
    put_on("ar")
    QSettings().remove("counter/kind")
    make_office(tmp_path / "office", STAFF)
    monkeypatch.setenv("HOME", str(tmp_path))  # where her downloads are
    leave_list(tmp_path)
    app = App(qapp, tmp_path / "office")
    app.start()
    assert isinstance(app.window, SignIn)
    with qtbot.waitSignal(app.opened, timeout=20_000) as opened:
        QTest.keyClick(app.window, Key.Key_Return)
    (made,) = opened.args
    qtbot.waitUntil(lambda: made.is_furnished, timeout=20_000)
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow, timeout=10_000)
    yield made
    app.close()


def papers(place: Workplace) -> Papers:
    """What lies on the counter."""
    with place.session.database.read() as connection:
        return papers_of(connection)


def saved(place: Workplace) -> list[Operation]:
    """What was saved since the office was made, in order."""
    with place.session.database.read() as connection:
        return [entry.operation for entry in Outbox(connection, place.session.replica.tables).entries()]


def test_the_tasks_end_as_they_should_within_their_keys(qtbot: QtBot, qapp: QApplication, place: Workplace) -> None:
    paper, targets, before = papers(place), read_targets(), len(saved(place))
    home = place.desk.home
    for name in ("1", "1n", "10", "6", "12", "3", "2", "11"):
        place.window.show_page(HOME)
        home.search.clear()
        qtbot.waitUntil(lambda: home.finder.reading.is_read and home.search.hasFocus(), timeout=10_000)
        clerk = Clerk(qapp, place.window, name, pace=0)
        TASKS[name](clerk, place, paper)
        assert clerk.trace.actions <= targets[f"K.{name}_actions"], clerk.trace.text()
        assert clerk.trace.clicks == 0
    done = saved(place)[before:]
    steps = [one.fields["step"] for one in done if one.verb is Verb.STEP]
    assert (steps.count("accept"), steps.count("return")) == (12 - RETURNED, RETURNED)
    numbers = [str(one.fields["number"]) for one in done if one.fields.get("step") == "accept"]
    assert len(set(numbers)) == len(numbers)
    assert sum(one.verb is Verb.SETTLE for one in done) == 5
    (phone,) = [one for one in done if one.verb is Verb.CORRECT]
    assert phone.fields == {"phone": "+212661122334"}
    (leave,) = [one for one in done if one.verb is Verb.ACT and one.kind == "sick_short"]
    assert leave.fields["reference"] == "31415"
    assert leave.fields["papers"] == "medical_certificate"
    assert str(leave.fields["from_on"])[5:] == "03-12"
    assert str(leave.fields["to_on"])[5:] == "03-16"
    report = place.import_list.report()
    assert report is not None
    assert (report.rows, report.created, report.completed) == (LISTED, LISTED - DOUBLES, 0)
    assert [one.code for one in report.remarks] == ["stands_twice"] * DOUBLES


def test_enter_waits_for_the_right_person_and_goes_on_from_any_field(
    qtbot: QtBot, qapp: QApplication, place: Workplace
) -> None:
    counter, wanted, before = place.desk.counter, papers(place).numbers[4], len(saved(place))
    clerk = Clerk(qapp, place.window, "stale", pace=0)
    clerk.press("act", (Key.Key_F4, PLAIN))
    clerk.keys("some digits", wanted[:-1])
    clerk.press("too early", (Key.Key_Return, PLAIN))
    clerk.keys("the last digit", wanted[-1])
    qtbot.waitUntil(lambda: counter.person.person() is not None, timeout=10_000)
    with place.session.database.read() as connection:
        query = "SELECT id FROM employee WHERE ppr = ?"
        assert counter.person.person() == connection.exec_driver_sql(query, (wanted,)).scalar_one()

    # From the papers, too, Enter goes on to the end, and once more registers.
    assert counter.fields is not None
    box = next(iter(counter.fields.papers.values()))
    box.setFocus()
    clerk.press("the papers are there", (Key.Key_Return, PLAIN))
    assert counter.register.hasFocus()
    counter.fields.order[0].editor.setFocus()
    clerk.keys("start", "7/12")
    box.setFocus()
    clerk.press("to the end", (Key.Key_Return, PLAIN))
    clerk.press("register", (Key.Key_Return, PLAIN))
    qtbot.waitUntil(lambda: len(saved(place)) > before, timeout=10_000)


@pytest.mark.parametrize("room", [HOME, PEOPLE])
def test_f4_begins_an_act_of_who_was_typed_and_not_of_who_was_found_before(
    qtbot: QtBot, qapp: QApplication, place: Workplace, room: str
) -> None:
    first, wanted = papers(place).numbers[3:5]
    with place.session.database.read() as connection:
        ids = {ppr: row for row, ppr in connection.exec_driver_sql("SELECT id, ppr FROM employee").all()}
    place.window.show_page(room)
    here = place.desk.home if room == HOME else place.people
    clerk = Clerk(qapp, place.window, "quick", pace=0)
    clerk.keys("somebody", first)
    qtbot.waitUntil(lambda: here.glance.person() == ids[first], timeout=10_000)
    here.search.selectAll()
    QTest.keyClicks(here.search, wanted)  # at once, with no answer between
    clerk.press("act", (Key.Key_F4, PLAIN))
    qtbot.waitUntil(lambda: place.desk.counter.person.person() is not None, timeout=10_000)
    assert place.desk.counter.person.person() == ids[wanted]


def test_f4_begins_an_act_of_who_is_chosen_in_the_list_of_people(
    qtbot: QtBot, qapp: QApplication, place: Workplace
) -> None:
    clerk = Clerk(qapp, place.window, "from the list", pace=0)
    clerk.press("people", (Key.Key_F3, PLAIN))
    qtbot.waitUntil(lambda: place.people.chosen_person() is not None, timeout=10_000)
    wanted = place.people.chosen_person()
    clerk.press("act", (Key.Key_F4, PLAIN))
    qtbot.waitUntil(lambda: place.desk.counter.person.person() == wanted, timeout=10_000)
    assert place.window.shown_page() == "counter"


def test_a_trace_adds_up() -> None:
    trace = Trace("9", [Operator("M", 1, MIND_S, "a"), Operator("K", 3, 3 * KEY_S, "b"), Operator("R", 1, 0.25, "c")])
    assert trace.text() == "M 3K R0.250"
    assert (trace.keys, trace.actions) == (3, 3)
    assert trace.seconds == pytest.approx(1.35 + 0.84 + 0.25)
    assert set(TASKS) <= set(EXCEL)


def test_f1_opens_the_page_of_the_act_being_filled_in(qtbot: QtBot, qapp: QApplication, place: Workplace) -> None:
    clerk = Clerk(qapp, place.window, "help", pace=0)
    clerk.press("act", (Key.Key_F4, PLAIN))
    place.desk.counter.begin(kind="unpaid_leave")
    clerk.press("help of the act", (Key.Key_F1, PLAIN))
    assert place.help.shown_key() == "unpaid_leave"
    clerk.press("help of the screen", (Key.Key_F1, PLAIN))
    assert place.help.shown_key() == "counter"
    clerk.press("back", (Key.Key_Escape, PLAIN))
    assert place.window.shown_page() == "counter"

    with place.session.database.read() as connection:
        person = connection.exec_driver_sql("SELECT id FROM employee LIMIT 1").scalar_one()
    place.open_draft(person, "tasking")
    qtbot.waitUntil(lambda: place.person.parts.acts.form.kind_in_front == "tasking", timeout=10_000)
    clerk.press("help of the act in her file", (Key.Key_F1, PLAIN))
    assert place.help.shown_key() == "tasking"
