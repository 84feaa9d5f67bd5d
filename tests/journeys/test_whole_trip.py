"""Two clerks' windows and a centre over HTTP: an edit made without a line is found in the other office."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from massar_desktop.app.main import App
from massar_desktop.app.workplace import PEOPLE, PERSON, Workplace
from massar_desktop.screens.sign_in import SignIn
from massar_desktop.system.locale import install_language
from massar_desktop.system.office_folders import mark_practice
from sync.client.clock import SystemClock
from sync.client.engine import Engine, Hooks
from sync.client.enrolment import PRACTICE_PASSWORD, Setup, enrol
from sync.client.http import HttpExchange
from sync.client.key_file import Cost
from sync.client.office import device_key
from sync.practice.province import PracticeProvince, rows
from sync.server.accounts import Accounts
from sync.server.publish import publish
from sync.server.service import Centre
from sync.storage.database import open_centre
from tests.memory_keyring import MemoryKeyring
from tests.server.serving import Serving
from tests.typing_keys import type_text

PLACE, PEOPLE_COUNT, DAY = 504, 60, "2026-11-23"
RESOURCES = Path(__file__).parents[2] / "resources"
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


class NoSecrets:
    """A computer without a keyring."""

    def get(self, name: str) -> str | None:
        return None

    def set(self, name: str, value: str) -> bool:
        return False

    def delete(self, name: str) -> None:
        return None


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Centre]:
    clock = SystemClock()
    made = Centre(open_centre(f"sqlite:///{tmp_path / 'centre.db'}"), clock.now_ms)
    with closing(made.database):
        made.migrate()
        with made.database.write() as connection:
            Accounts(connection, made.tables).create_province(PLACE, "خنيفرة", "Khénifra", practice=True)
        province = PracticeProvince(place=PLACE, people=PEOPLE_COUNT, today=DAY)
        publish(made.database, made.tables, rows(province, RESOURCES), day=DAY)
        yield made


def office(folder: Path, centre: Centre, address: str, name: str) -> Path:
    """A laptop with one clerk and its first copy."""
    with centre.database.write() as connection:
        accounts = Accounts(connection, centre.tables)
        person = accounts.create_account(PLACE, name, name, role="clerk", confidential=False)
        code = accounts.issue_ticket(PLACE, person, centre.now_ms())
    carrier = HttpExchange(address)
    made = enrol(Setup(folder, PRACTICE_PASSWORD, NoSecrets(), SystemClock(), CHEAP), carrier, address, code)
    numbers = iter(range(1, 100))
    hooks = Hooks(lambda: next(numbers).to_bytes(16, "big"), device_key(made.replica).sign)
    Engine(made.replica, carrier, hooks).run()
    made.replica.close()
    carrier.close()
    mark_practice(folder)
    return folder


def signed_in(qtbot: QtBot, folder: Path) -> tuple[App, Workplace]:
    """The app on an office's folder, after its clerk has signed in with Enter."""
    qt = QApplication.instance()
    assert isinstance(qt, QApplication)
    app = App(qt, folder)
    app.start()
    screen = app.window
    assert isinstance(screen, SignIn)
    with qtbot.waitSignal(app.opened, timeout=20_000) as opened:
        QTest.keyClick(screen, Qt.Key.Key_Return)
    (workplace,) = opened.args
    qtbot.waitUntil(lambda: workplace.is_furnished, timeout=20_000)
    return app, workplace


def found(qtbot: QtBot, workplace: Workplace, number: str) -> None:
    """Search somebody by her number and open her file."""
    workplace.window.show_page(PEOPLE)
    people = workplace.people
    people.search.clear()
    type_text(people.search, number)
    qtbot.waitUntil(lambda: people.model.rowCount() == 1 and people.chosen_person() is not None, timeout=10_000)
    QTest.keyClick(people.search, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: workplace.window.shown_page() == PERSON and bool(phone_of(workplace).text()), timeout=10_000
    )


def phone_of(workplace: Workplace) -> QLineEdit:
    """The phone as the form shows it."""
    editor = workplace.person.form.editors["phone"].findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    return editor


def synced(qtbot: QtBot, workplace: Workplace) -> str:
    """Press F9 once, whatever page is in front, and wait for the end; gives its code."""
    qtbot.waitUntil(lambda: not workplace.runner.running, timeout=20_000)
    with qtbot.waitSignal(workplace.runner.finished, timeout=20_000) as finished:
        workplace.window.activateWindow()  # keys of a window work in the one in front
        qtbot.waitUntil(workplace.window.isActiveWindow)
        QTest.keyClick(workplace.window, Qt.Key.Key_F9)
    return str(finished.args[0].code)


def test_an_edit_without_a_line_reaches_the_other_office(
    qtbot: QtBot, tmp_path: Path, centre: Centre, memory_keyring: MemoryKeyring
) -> None:
    qt = QApplication.instance()
    assert isinstance(qt, QApplication)
    install_language(qt, "ar")
    with Serving(centre) as serving:
        port = serving.port
        folders = [office(tmp_path / name, centre, serving.address, name) for name in ("first", "second")]
    first_app, first = signed_in(qtbot, folders[0])
    second_app, second = signed_in(qtbot, folders[1])
    try:
        number = next(row for row in everybody(first) if row[1])[1]
        found(qtbot, first, number)
        phone = phone_of(first)
        phone.selectAll()
        type_text(phone, "0661045277")
        with qtbot.waitSignal(first.person.person_saved, timeout=10_000):
            first.person.save()
        assert synced(qtbot, first) == "unreachable"
        with Serving(centre, port):
            assert synced(qtbot, first) == "done"
            assert synced(qtbot, second) == "done"
        found(qtbot, second, number)
        assert "6 61 04 52 77" in phone_of(second).text()
        assert second.window.shown_page() == PERSON
    finally:
        for app in (first_app, second_app):
            app.close()
            if app.window is not None:
                app.window.close()


def everybody(workplace: Workplace) -> list[tuple[int, str]]:
    """Row ids and payroll numbers of an office."""
    table = workplace.office.replica.tables.records.records["employee"]
    with workplace.office.replica.database.read() as connection:
        return [(row.id, row.ppr) for row in connection.execute(table.select())]
