"""The session: it locks by itself, opens again without a line, changes hands, and a forgotten password is mended."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massar_desktop.app.idle_watch import IdleWatch
from massar_desktop.app.main import App
from massar_desktop.app.workplace import LOCK, SETTINGS, Workplace
from massar_desktop.background.office_keeper import bring
from massar_desktop.screens.forgotten_password import ForgottenPassword
from massar_desktop.screens.keys_change import KeysChange
from massar_desktop.screens.settings import CLERKS, COMPUTER, SettingsScreen
from massar_desktop.screens.sign_in import SignIn
from massar_desktop.system.credentials import SystemKeyring
from massar_desktop.system.preferences import Preferences
from massar_desktop.system.proxy import Proxy, read_proxy
from massar_desktop.system.removable import OVERRIDE
from massar_desktop.widgets import theme, tokens
from sync.client.clock import SystemClock
from sync.client.identity import Identity
from sync.client.key_file import OFFICE_FILE, Cost, KeysError, clerks
from sync.client.keys import KeyringLost, NewClerk, OfficeKeys
from sync.client.office import create_office, open_office_folder
from sync.client.outbox import Outbox
from sync.domain.fields import Value
from sync.domain.operation import Operation, Verb
from sync.protocol.exchange import Account
from sync.storage.database import open_office
from sync.storage.errors import Damaged, DiskFull
from tests.desktop.conftest import PutOn
from tests.memory_keyring import MemoryKeyring
from tests.typing_keys import type_text

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PASSWORD, NEW = "زيتون جبل نهر", "ورد بحر سماء"
NADIA = Account(1, "نادية", "Nadia", "clerk", confidential=False)
YOUSSEF = Account(2, "يوسف", "Youssef", "clerk", confidential=False)


@dataclass
class Laptop:
    """An office of two colleagues, of whom one opens this computer; its recovery code."""

    folder: Path
    code: str


@pytest.fixture
def laptop(tmp_path: Path, memory_keyring: MemoryKeyring) -> Laptop:
    folder = tmp_path / "office"
    nadia = NewClerk(1, NADIA.name_ar, NADIA.name_la, PASSWORD)
    replica, code = create_office(folder, [nadia], SystemKeyring(), CHEAP, SystemClock())
    replica.adopt(
        Identity(
            device=11,
            place=504,
            name_ar="خنيفرة",
            name_la="Khénifra",
            centre="http://127.0.0.1:9",
            accounts=(NADIA, YOUSSEF),
        )
    )
    replica.close()
    return Laptop(folder, code)


@pytest.fixture
def app(qtbot: QtBot, qapp: QApplication, put_on: PutOn, laptop: Laptop) -> Iterator[App]:
    made = App(qapp, laptop.folder)
    made.start()
    yield made
    made.preferences.choose_dark(dark=False)
    made.preferences.choose_visiting(visiting=False)
    made.close()
    if made.window is not None:
        made.window.close()


def card(app: App) -> SignIn:
    assert isinstance(app.window, SignIn)
    return app.window


def signed_in(qtbot: QtBot, app: App, password: str = PASSWORD) -> Workplace:
    type_text(card(app).password, password)
    with qtbot.waitSignal(app.opened, timeout=20_000) as opened:
        QTest.keyClick(card(app).password, Qt.Key.Key_Return)
    workplace: Workplace = opened.args[0]
    workplace.furnish()
    return workplace


def settings(workplace: Workplace) -> SettingsScreen:
    workplace.window.command_chosen.emit(SETTINGS)
    assert workplace.settings is not None
    return workplace.settings


def test_it_locks_and_opens_again_where_it_was_with_the_right_password_only(qtbot: QtBot, app: App) -> None:
    workplace = signed_in(qtbot, app)
    workplace.window.show_page("conflicts")
    app._idle._limit_ms = 1
    app._idle._look.start(1)
    qtbot.waitUntil(lambda: app.locked)
    assert not workplace.window.isVisible()

    type_text(card(app).password, "something else")
    QTest.keyClick(card(app).password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(card(app).field.problem()), timeout=20_000)
    assert app.locked

    card(app).password.clear()
    type_text(card(app).password, PASSWORD)
    QTest.keyClick(card(app).password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not app.locked, timeout=20_000)
    assert app.window is workplace.window
    assert (workplace.window.isVisible(), workplace.window.shown_page()) == (True, "conflicts")
    assert app._idle.watching


def test_a_key_keeps_the_session_open(qtbot: QtBot, qapp: QApplication) -> None:
    from PySide6.QtGui import QWindow

    window, watch, heard = QWindow(), IdleWatch(), []
    watch.idle.connect(lambda: heard.append("idle"))
    watch.watch(window, 60_000)
    before = watch._since.msecsSinceReference()
    qtbot.waitUntil(lambda: watch._since.elapsed() > 1)
    QApplication.sendEvent(window, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier))
    assert watch._since.msecsSinceReference() > before
    watch.stop()
    assert heard == []


def test_a_colleague_gets_a_password_of_her_own_and_signs_in(qtbot: QtBot, app: App, laptop: Laptop) -> None:
    part = settings(signed_in(qtbot, app)).clerks
    settings_page = app.workplace.settings if app.workplace else None
    assert settings_page is not None
    settings_page.go_to(CLERKS)
    part.add_one.click()
    part.colleague_edit.set_choice("2")
    for editor in (part.password.first, part.password.again):
        type_text(editor, NEW)
    part.submit()
    qtbot.waitUntil(lambda: "يستطيع زميلك الآن" in part.message.sentence(), timeout=20_000)
    assert [one.name_la for one in clerks(laptop.folder)] == ["Nadia", "Youssef"]

    app.sign_out()
    card(app).choose_clerk("2")
    workplace = signed_in(qtbot, app, NEW)
    assert workplace.office.clerk_id == 2


def test_a_forgotten_password_is_mended_by_the_recovery_code_over_the_telephone(
    qtbot: QtBot, app: App, laptop: Laptop, memory_keyring: MemoryKeyring
) -> None:
    memory_keyring.secrets.clear()  # a new session of the system, too
    card(app).forgot.click()
    form = app.window
    assert isinstance(form, ForgottenPassword)
    type_text(form.code_edit, laptop.code[:-1] + ("0" if laptop.code[-1] != "0" else "1"))
    for editor in (form.password.first, form.password.again):
        type_text(editor, NEW)
    form.submit()
    qtbot.waitUntil(lambda: "7" in form.code.problem(), timeout=20_000)

    form.code_edit.clear()
    type_text(form.code_edit, laptop.code.lower().replace("-", " "))
    with qtbot.waitSignal(app.opened, timeout=20_000):
        form.submit()
    assert app.workplace is not None


def test_choices_hold_at_once(qtbot: QtBot, app: App) -> None:
    workplace = signed_in(qtbot, app)
    page = settings(workplace)
    page.look.look.segment("dark").click()
    assert theme.colours() == tokens.DARK
    assert Preferences().dark
    page.session.visit.click()
    assert app._idle._limit_ms == 2 * 60_000
    workplace.window.command_chosen.emit(LOCK)
    assert app.locked
    assert theme.colours() == tokens.DARK


def test_an_office_moves_to_another_computer_by_stick(
    qtbot: QtBot,
    app: App,
    laptop: Laptop,
    tmp_path: Path,
    memory_keyring: MemoryKeyring,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = tmp_path / "KINGSTON"
    stick.mkdir()
    monkeypatch.setitem(os.environ, OVERRIDE, str(stick))
    page = settings(signed_in(qtbot, app))
    page.go_to(COMPUTER)
    qtbot.waitUntil(page.computer.copy.isEnabled)
    page.computer.copy.click()
    qtbot.waitUntil(lambda: "المكتب على المفتاح" in page.computer.message.sentence(), timeout=20_000)
    copied = stick / "Massar-office"
    assert b"SQLite" not in (copied / "office.db").read_bytes()[:16]

    memory_keyring.secrets.clear()
    bring(copied, tmp_path / "new", laptop.code, 1, NEW)
    office = open_office_folder(tmp_path / "new", 1, NEW, SystemKeyring())
    assert office.replica.identity.device == 11
    office.close()
    with pytest.raises(KeyringLost):
        open_office_folder(laptop.folder, 1, PASSWORD, SystemKeyring())


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("10.0.0.1:3128", "http://10.0.0.1:3128"),
        (" https://proxy.dir:8080 ", "https://proxy.dir:8080"),
        ("proxy.dir", None),
        ("user:secret@proxy.dir:3128", None),
        ("a b:3128", None),
    ],
)
def test_a_proxy_is_read_with_forgiveness_and_never_with_a_password(typed: str, read: str | None) -> None:
    assert read_proxy(typed) == read


def test_a_proxy_holds_for_this_process_and_what_the_system_said_comes_back() -> None:
    environment = {"https_proxy": "http://system:1", "PATH": "/bin"}
    proxy = Proxy(environment)
    proxy.use("own", "http://own:2")
    assert environment["HTTPS_PROXY"] == environment["http_proxy"] == "http://own:2"
    assert "127.0.0.1" in environment["NO_PROXY"]
    proxy.use("none", "")
    assert (environment.get("HTTPS_PROXY"), environment["no_proxy"]) == (None, "*")
    proxy.use("system", "")
    assert environment == {"https_proxy": "http://system:1", "PATH": "/bin"}


def head_signed_in(qtbot: QtBot, app: App, laptop: Laptop) -> SettingsScreen:
    """The head works, Youssef opens this computer, too, and a telephone that was corrected waits to be sent."""
    opened = open_office_folder(laptop.folder, 1, PASSWORD, SystemKeyring(), SystemClock())
    opened.add_clerk(NewClerk(2, YOUSSEF.name_ar, YOUSSEF.name_la, NEW))
    head = Account(1, NADIA.name_ar, NADIA.name_la, "head", confidential=False)
    opened.replica.adopt(replace(opened.replica.identity, accounts=(head, YOUSSEF)))
    opened.close()
    page = settings(signed_in(qtbot, app))
    page.go_to(CLERKS)
    assert page.clerks.keys.isVisible()
    return page


def unsent(workplace: Workplace) -> int:
    with workplace.session.database.read() as connection:
        return len(Outbox(connection, workplace.session.replica.tables).entries())


def test_the_head_takes_a_colleague_off_and_the_files_key_is_another(qtbot: QtBot, app: App, laptop: Laptop) -> None:
    keys = head_signed_in(qtbot, app, laptop).clerks.keys
    workplace = app.workplace
    assert workplace is not None
    row = workplace.office.replica.new_rows(1)[0]
    fields: dict[str, Value] = {"surname_la": "Bennani"}
    hire = Operation(verb=Verb.CREATE, kind="employee", row=row, dossier=row, fields=fields)
    workplace.office.replica.record([hire], author=1)
    before, old_key = unsent(workplace), workplace.office._data_key

    keys.remove.click()
    keys.colleague_edit.set_choice("2")
    type_text(keys.password_edit, NEW)  # not the head's own
    keys.submit()
    qtbot.waitUntil(lambda: bool(keys.message.sentence()), timeout=20_000)
    assert [one.clerk_id for one in clerks(laptop.folder)] == [1, 2]
    keys.password_edit.clear()
    type_text(keys.password_edit, PASSWORD)
    with qtbot.waitSignal(app.opened, timeout=30_000):
        keys.submit()

    assert [one.clerk_id for one in clerks(laptop.folder)] == [1]
    now = app.workplace
    assert now is not None
    assert now is not workplace
    assert unsent(now) == before == 1  # what waits to be sent waits still
    assert now.office._data_key != old_key
    with pytest.raises(Damaged):
        open_office(laptop.folder / OFFICE_FILE, old_key)


def test_a_new_recovery_code_is_shown_once_and_the_old_one_opens_nothing(
    qtbot: QtBot, app: App, laptop: Laptop
) -> None:
    keys = head_signed_in(qtbot, app, laptop).clerks.keys
    keys.recovery.click()
    type_text(keys.password_edit, PASSWORD)
    keys.submit()
    qtbot.waitUntil(lambda: isinstance(app.window, KeysChange) and bool(app.window.page.shown_code()), timeout=30_000)
    screen = app.window
    assert isinstance(screen, KeysChange)
    code = screen.page.shown_code()
    assert code != laptop.code
    screen.page.written.setChecked(True)
    with qtbot.waitSignal(app.opened, timeout=30_000):
        screen.page.submit()

    slots = OfficeKeys(laptop.folder, SystemKeyring())
    assert slots.unlock_with_recovery(code).data_key
    with pytest.raises(KeysError):
        slots.unlock_with_recovery(laptop.code)


def test_what_goes_wrong_half_way_is_said_at_the_sign_in_which_finishes_it(
    qtbot: QtBot, app: App, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = head_signed_in(qtbot, app, laptop).clerks.keys

    def full(*_arguments: object) -> None:
        raise DiskFull

    monkeypatch.setattr("sync.client.office._opened", full)  # the key file is changed already, the office's file not
    keys.remove.click()
    keys.colleague_edit.set_choice("2")
    type_text(keys.password_edit, PASSWORD)
    keys.submit()
    qtbot.waitUntil(lambda: isinstance(app.window, SignIn) and bool(card(app).field.problem()), timeout=30_000)
    monkeypatch.undo()

    card(app).password.clear()
    signed_in(qtbot, app)
    assert [one.clerk_id for one in clerks(laptop.folder)] == [1]


def test_a_clerk_who_is_no_head_is_not_offered_other_peoples_keys(qtbot: QtBot, app: App) -> None:
    page = settings(signed_in(qtbot, app))
    page.go_to(CLERKS)

    assert page.clerks.keys.isHidden()
