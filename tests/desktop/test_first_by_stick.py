"""A computer without an office and without a line: enrolled and filled by stick, or given the office of another one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from massar_desktop.app.first_run_flow import FirstRunFlow
from massar_desktop.background.tasks import Tasks
from massar_desktop.system.credentials import SystemKeyring
from massar_desktop.system.removable import OVERRIDE
from massar_desktop.widgets.editors import TextEdit
from sync.client.key_file import has_office
from sync.client.office import create_office, open_office_folder
from sync.protocol import bundle
from sync.protocol.card import Card, write_card
from sync.server.accounts import Accounts
from sync.server.bundle import Place, take_in
from tests.client.offices import AMINA, CHEAP
from tests.desktop.conftest import PutOn
from tests.exchange.sticks import open_counter
from tests.exchange.world import PLACE, World
from tests.typing_keys import type_text

PASSWORD = "زيتون جبل نهر"
WHERE = Place("https://centre.example", "-----BEGIN CERTIFICATE-----")


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "KINGSTON"
    made.mkdir()
    monkeypatch.setitem(os.environ, OVERRIDE, str(made))
    return made


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    assert made.stop()


def begun(qtbot: QtBot, tasks: Tasks, folder: Path) -> FirstRunFlow:
    flow = FirstRunFlow(tasks, folder)
    qtbot.addWidget(flow.screen)
    flow.screen.show()
    return flow


def typed(*pairs: tuple[TextEdit, str]) -> None:
    for editor, text in pairs:
        type_text(editor, text)


def test_a_laptop_without_a_line_is_enrolled_and_filled_by_stick(
    qtbot: QtBot, put_on: PutOn, tmp_path: Path, stick: Path, tasks: Tasks
) -> None:
    world = World(tmp_path)
    open_counter(world)
    near = world.office()
    near.hires(surname_ar="العلوي")
    near.sync()
    with world.centre.database.write() as connection:
        accounts = Accounts(connection, world.centre.tables)
        person = accounts.create_account(PLACE, "موظفة", "Agent", role="clerk", confidential=False)
        code = accounts.issue_ticket(PLACE, person, world.clock.now_ms())
    folder = tmp_path / "laptop"
    flow = begun(qtbot, tasks, folder)
    flow.screen.choice.by_stick.click()
    page = flow.screen.by_stick
    qtbot.waitUntil(lambda: page.stick is not None)
    assert not page.button.isEnabled()  # a stick without the centre's card
    assert world.centre.keys is not None
    (stick / "centre.card").write_bytes(write_card(Card(world.centre.keys.public)))
    flow._look_for_sticks()
    qtbot.waitUntil(page.button.isEnabled)
    typed((page.code_edit, code), (page.password.first, PASSWORD), (page.password.again, PASSWORD))
    QTest.keyClick(page.password.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "الطلب على المفتاح" in page.message.sentence(), timeout=20_000)

    request = stick / "Massar" / "enrolment.request"
    assert code.encode() not in request.read_bytes()
    bundle.write_file(stick / "any name.reply", take_in(world.centre, bundle.read_file(request), WHERE).data)
    later = begun(qtbot, tasks, folder)  # another day: the page that waits for the reply opens by itself
    waiting = later.screen.by_stick
    qtbot.waitUntil(waiting.button.isEnabled, timeout=20_000)
    assert later.screen.shown_page() is waiting
    typed((waiting.old_edit, PASSWORD))
    QTest.keyClick(waiting.old_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(later.screen.recovery.shown_code()), timeout=30_000)
    assert has_office(folder)
    office = open_office_folder(folder, person, PASSWORD, SystemKeyring())
    with office.replica.database.read() as connection:
        employee = office.replica.tables.records.records["employee"]
        assert [row.surname_ar for row in connection.execute(employee.select())] == ["العلوي"]
    office.close()
    world.close()


def test_an_office_is_brought_by_stick_with_the_recovery_code(
    qtbot: QtBot, put_on: PutOn, tmp_path: Path, stick: Path, tasks: Tasks
) -> None:
    replica, code = create_office(stick / "Massar-office", [AMINA], SystemKeyring(), CHEAP)
    replica.close()
    flow = begun(qtbot, tasks, tmp_path / "new")
    flow.screen.choice.bring.click()
    page = flow.screen.bring
    qtbot.waitUntil(page.button.isEnabled)
    assert page.who_edit.choice() == str(AMINA.clerk_id)
    typed((page.code_edit, "0" * 35), (page.password.first, PASSWORD), (page.password.again, PASSWORD))
    QTest.keyClick(page.password.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "ليس رمز الاسترجاع" in page.message.sentence(), timeout=20_000)
    assert not has_office(tmp_path / "new")

    page.code_edit.clear()
    typed((page.code_edit, code))
    with qtbot.waitSignal(flow.made, timeout=20_000):
        page.submit()
    open_office_folder(tmp_path / "new", AMINA.clerk_id, PASSWORD, SystemKeyring()).close()
