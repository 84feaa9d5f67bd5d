"""A clerk's whole morning in the real app, against a real centre behind a line that is cut again and again.

She finds somebody and corrects her telephone, registers a leave, is called away and unlocks, sends over the bad line
until it is through, settles a conflict, reads what others changed, and sends the last edits by USB stick.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massar_desktop.app.main import App
from massar_desktop.app.workplace import ARRIVALS, CONFLICTS, STICK, Workplace
from massar_desktop.screens.conflicts import CONFLICTS as CONFLICT_LIST
from massar_desktop.screens.file_parts import ACTS
from massar_desktop.screens.sign_in import SignIn
from massar_desktop.system.locale import install_language
from massar_desktop.system.removable import OVERRIDE
from sync.client.clock import SystemClock
from sync.client.engine import Engine, Hooks
from sync.client.enrolment import PRACTICE_PASSWORD, NewOffice, Setup, enrol
from sync.client.http import HttpExchange
from sync.client.office import device_key
from sync.domain.operation import Operation, Verb
from sync.protocol import bundle
from sync.server.accounts import Accounts
from sync.server.bundle import Place, take_in
from sync.server.keys import CentreKeys
from sync.server.service import Centre
from tests.journeys.test_whole_trip import (
    CHEAP,
    PLACE,
    NoSecrets,
    centre,
    everybody,
    found,
    office,
    phone_of,
    signed_in,
)
from tests.line import Faults, Line
from tests.memory_keyring import MemoryKeyring
from tests.server.serving import Serving
from tests.typing_keys import type_text

__all__ = ["centre"]


class Neighbour:
    """Another office of the province, without a window."""

    def __init__(self, folder: Path, centre: Centre, address: str) -> None:
        with centre.database.write() as connection:
            accounts = Accounts(connection, centre.tables)
            person = accounts.create_account(PLACE, "جارة", "Voisine", role="clerk", confidential=False)
            code = accounts.issue_ticket(PLACE, person, centre.now_ms())
        self._carrier = HttpExchange(address)
        setup = Setup(folder, PRACTICE_PASSWORD, NoSecrets(), SystemClock(), CHEAP)
        self._made: NewOffice = enrol(setup, self._carrier, address, code)
        self._numbers = iter(range(1, 100))
        self.sync()

    def sync(self) -> None:
        """Exchange over a line of her own."""
        key = device_key(self._made.replica)
        Engine(
            self._made.replica, self._carrier, Hooks(lambda: next(self._numbers).to_bytes(16, "big"), key.sign)
        ).run()

    def corrects(self, person: int, **fields: str) -> None:
        """Change fields of a person."""
        one = Operation(verb=Verb.CORRECT, kind="employee", row=person, dossier=person, fields=fields)
        self._made.replica.record([one], author=self._made.clerk_id)

    def sees(self, person: int, name: str) -> object:
        """A field of a person."""
        table = self._made.replica.tables.records.records["employee"]
        with self._made.replica.database.read() as connection:
            return connection.execute(table.select().where(table.c.id == person)).mappings().one()[name]

    def close(self) -> None:
        """End the line and the file."""
        self._carrier.close()
        self._made.replica.close()


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick that is in from the beginning."""
    made = tmp_path / "KINGSTON"
    made.mkdir()
    monkeypatch.setitem(os.environ, OVERRIDE, str(made))
    return made


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path, centre: Centre) -> Iterator[tuple[App, Workplace, Neighbour, Line, Serving]]:
    """The app signed in, the neighbour's office, the bad line between the app and the centre."""
    qt = QApplication.instance()
    assert isinstance(qt, QApplication)
    install_language(qt, "ar")
    centre.keys = CentreKeys(tmp_path / "centre.keys")
    with ExitStack() as stack:
        serving = stack.enter_context(Serving(centre))
        line = stack.enter_context(Line(serving.port))
        folder = office(tmp_path / "office", centre, line.address, "نادية")
        neighbour = stack.enter_context(closing(Neighbour(tmp_path / "far", centre, serving.address)))
        app, workplace = signed_in(qtbot, folder)
        stack.callback(_leave, app)
        yield app, workplace, neighbour, line, serving


def _leave(app: App) -> None:
    app.close()
    if app.window is not None:
        app.window.close()


def test_a_clerks_morning(
    qtbot: QtBot,
    opened: tuple[App, Workplace, Neighbour, Line, Serving],
    centre: Centre,
    stick: Path,
    memory_keyring: MemoryKeyring,
) -> None:
    app, workplace, neighbour, line, _ = opened
    runner = workplace.runner
    workplace.line.timer.stop()  # the quiet exchanges would come between: this morning she sends herself
    workplace.ready.hold_exchange()
    qtbot.waitUntil(lambda: not runner.running, timeout=20_000)
    person, number = next(row for row in everybody(workplace) if row[1])

    # A telephone, while the neighbour corrects the same one and a town.
    neighbour.corrects(person, phone="+212661000009", city="أكادير")
    neighbour.sync()
    _correct_phone(qtbot, workplace, number, "0661045277")

    # A leave for the same person, whole and registered.
    _register_leave(qtbot, workplace)

    # Called away: locked, opened again where she was.
    app.lock_session()
    card = app.window
    assert isinstance(card, SignIn)
    QTest.keyClick(card, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not app.locked, timeout=20_000)
    assert app.window is workplace.window

    # The line is cut on the way up, then on the way down; it goes on by itself.
    _send_over_a_bad_line(qtbot, workplace, line)

    # Two offices changed one telephone: hers stays, by one key.
    qtbot.waitUntil(lambda: workplace.window.room(CONFLICTS).badge() == 1, timeout=20_000)
    workplace.window.show_page(CONFLICTS)
    page = workplace.conflicts
    qtbot.waitUntil(lambda: page.lists[CONFLICT_LIST].model().rowCount() == 1, timeout=20_000)
    QTest.keyClick(page.lists[CONFLICT_LIST], Qt.Key.Key_1)
    qtbot.waitUntil(lambda: page.lists[CONFLICT_LIST].model().rowCount() == 0, timeout=20_000)

    # What others changed since she left: the town is among it.
    workplace.window.show_page(ARRIVALS)
    qtbot.waitUntil(lambda: workplace.arrivals.model.row_of(person) >= 0, timeout=20_000)

    # No line any more: the choice goes by stick, and its answer comes back the same way.
    _send_by_stick(qtbot, workplace, centre, stick)
    neighbour.sync()
    assert neighbour.sees(person, "phone") == "+212661045277"
    assert neighbour.sees(person, "city") == "أكادير"


def _send_over_a_bad_line(qtbot: QtBot, workplace: Workplace, line: Line) -> None:
    runner = workplace.runner
    line.suffer(Faults(cut_up_after=40))
    QTest.keyClick(workplace.window, Qt.Key.Key_F9)
    qtbot.waitUntil(runner.retry_timer.isActive, timeout=20_000)
    line.suffer(Faults(cut_down_after=90))
    runner.retry_timer.timeout.emit()
    qtbot.waitUntil(lambda: not runner.running, timeout=20_000)
    qtbot.waitUntil(lambda: runner.retry_timer.isActive() or _is_through(runner.last), timeout=20_000)
    if runner.retry_timer.isActive():
        runner.retry_timer.timeout.emit()
    qtbot.waitUntil(lambda: _is_through(runner.last) and not runner.running, timeout=20_000)
    assert runner.last is not None
    assert runner.last.cuts >= 1


def _is_through(last: object) -> bool:
    return bool(getattr(last, "done", False))


def _correct_phone(qtbot: QtBot, workplace: Workplace, number: str, typed: str) -> None:
    found(qtbot, workplace, number)
    phone = phone_of(workplace)
    phone.selectAll()
    type_text(phone, typed)
    with qtbot.waitSignal(workplace.person.person_saved, timeout=20_000):
        workplace.person.save()


def _register_leave(qtbot: QtBot, workplace: Workplace) -> None:
    parts = workplace.person.parts
    parts.go_to(ACTS)
    qtbot.waitUntil(lambda: bool(parts.acts.form.chooser.count()), timeout=20_000)
    parts.acts.start_new("annual_leave")
    fields = parts.acts.form.fields
    assert fields is not None
    for name, text in (("from_on", "07/12/2026"), ("to_on", "11/12/2026")):
        editor = fields.form.editors[name].editor
        editor.setFocus()
        type_text(editor, text)
    qtbot.waitUntil(lambda: fields.values().get("days_taken") == 5, timeout=20_000)
    fields.papers["request"].click()
    parts.acts.form.save()
    qtbot.waitUntil(lambda: not parts.acts.is_typing, timeout=20_000)


def _send_by_stick(qtbot: QtBot, workplace: Workplace, centre: Centre, stick: Path) -> None:
    workplace.window.show_page(STICK)
    screen = workplace.stick
    qtbot.waitUntil(screen.go.isEnabled, timeout=20_000)
    with qtbot.waitSignal(workplace.sticks.written, timeout=20_000):
        QTest.keyClick(screen.go, Qt.Key.Key_Return)
    (request,) = (stick / "Massar").iterdir()
    reply = take_in(centre, bundle.read_file(request), Place())
    bundle.write_file(stick / "Massar" / (request.name + ".reply"), reply.data)
    workplace.sticks.look()
    qtbot.waitUntil(lambda: screen.act().value == "read", timeout=20_000)
    with qtbot.waitSignal(workplace.sticks.taken_in, timeout=20_000) as taken:
        QTest.keyClick(screen.go, Qt.Key.Key_Return)
    assert taken.args[0].code in ("bundle_done", "bundle_again")
