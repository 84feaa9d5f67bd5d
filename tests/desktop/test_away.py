"""A laptop that was not seen for 45 days: the password is right, and it still asks for ten letters by telephone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massar_desktop.app.main import App
from massar_desktop.screens.away import Away
from massar_desktop.screens.sign_in import SignIn
from massar_desktop.system.credentials import SystemKeyring
from sync.client import bundle_keys
from sync.client.clock import SystemClock
from sync.client.identity import Identity
from sync.client.key_file import Cost
from sync.client.keys import NewClerk
from sync.client.office import create_office
from sync.protocol import away
from sync.protocol.exchange import Account
from sync.protocol.messages import Keys, ScopeKey
from tests.desktop.conftest import PutOn
from tests.memory_keyring import MemoryKeyring
from tests.typing_keys import type_text

PASSWORD = "زيتون جبل نهر"  # a test's
NADIA = Account(1, "نادية", "Nadia", "clerk", confidential=False)
SEED, DEVICE = b"\x07" * 32, 1042


@pytest.fixture
def app(
    qtbot: QtBot, qapp: QApplication, put_on: PutOn, tmp_path: Path, memory_keyring: MemoryKeyring
) -> Iterator[App]:
    """The app on an office that exchanged last in 2020."""
    clerk = NewClerk(1, NADIA.name_ar, NADIA.name_la, PASSWORD)
    replica, _ = create_office(
        tmp_path, [clerk], SystemKeyring(), Cost(memory_kib=64, passes=1, lanes=1), SystemClock()
    )
    replica.adopt(
        Identity(
            device=DEVICE,
            place=504,
            name_ar="خنيفرة",
            name_la="Khénifra",
            centre="http://127.0.0.1:9",
            accounts=(NADIA,),
            server_ms=1_600_000_000_000,
        )
    )
    bundle_keys.keep(replica, Keys(b"\x01" * 32, [ScopeKey(5040, 3, SEED)]))
    replica.close()
    made = App(qapp, tmp_path)
    made.start()
    yield made
    made.close()
    if made.window is not None:
        made.window.close()


def test_the_letters_of_the_administrator_open_it(qtbot: QtBot, app: App) -> None:
    card = app.window
    assert isinstance(card, SignIn)
    type_text(card.password, PASSWORD)
    QTest.keyClick(card.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(app.window, Away), timeout=20_000)
    screen = app.window
    assert isinstance(screen, Away)
    type_text(screen.code_edit, "abcde fghjk")
    screen.button.click()
    qtbot.waitUntil(lambda: "لا تطابق" in screen.code.problem(), timeout=20_000)
    assert app.workplace is None
    screen.code_edit.clear()
    code = away.answer(SEED, DEVICE, screen.question)
    type_text(screen.code_edit, f"{code[:5]} {code[5:]}".lower())
    with qtbot.waitSignal(app.opened, timeout=20_000) as opened:
        QTest.keyClick(screen.code_edit, Qt.Key.Key_Return)
    opened.args[0].furnish()


def test_back_leaves_it_closed(qtbot: QtBot, app: App) -> None:
    card = app.window
    assert isinstance(card, SignIn)
    type_text(card.password, PASSWORD)
    QTest.keyClick(card.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(app.window, Away), timeout=20_000)
    assert app.window is not None
    QTest.keyClick(app.window, Qt.Key.Key_Escape)
    assert isinstance(app.window, SignIn)
    assert app.workplace is None
