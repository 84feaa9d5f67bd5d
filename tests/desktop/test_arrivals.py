"""What changed since I left, by file; and the copy on a stick that is offered once a day for old unsent work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from massar_desktop.screens.arrivals import ArrivalsScreen
from massar_desktop.screens.rescue_offer import RescueOffer
from massar_desktop.screens.strip_feed import StripFeed
from massar_desktop.system.preferences import Preferences
from massar_desktop.system.wording import field_label
from massar_desktop.widgets.status_strip import StatusStrip, StripState
from sync.client.identity import Identity
from sync.protocol.exchange import Account
from sync.storage.ledger import OfficeTables
from tests.desktop.conftest import PutOn
from tests.desktop.exchange_world import FIRST_PHONE, NAME, SECOND_PHONE, Desk, desk, known_person
from tests.exchange.test_acts import act, registers

DAY_MS = 86_400_000


@pytest.fixture
def made(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    one = desk(tmp_path)
    yield one
    one.close()


def test_what_others_changed_is_told_by_file_until_it_was_seen(qtbot: QtBot, put_on: PutOn, made: Desk) -> None:
    person = known_person(made)
    screen = ArrivalsScreen(made.session)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: screen._arrivals is not None)
    assert screen.model.rowCount() == 0  # what was here when she first looked is no news

    made.neighbour.corrects(person, phone=FIRST_PHONE, email="k.mansouri@taalim.ma")
    made.neighbour.hires(surname_ar="بناني")
    made.neighbour.sync()
    made.office.corrects(person, city="خنيفرة")  # her own is no news
    made.office.sync()
    with qtbot.waitSignal(screen.counted, check_params_cb=lambda count: count == 2):
        screen.refresh()
    row = screen.model.row_of(person)
    cells = [str(screen.model.index(row, column).data()) for column in range(4)]
    assert NAME["surname_ar"] in cells[0]
    assert "الهاتف" in cells[1]
    assert "خنيفرة" not in cells[1]

    screen.table.choose_row(row)
    with qtbot.waitSignal(screen.file_opened) as opened:
        QTest.keyClick(screen.table, Qt.Key.Key_Return)
    assert opened.args == [person]
    QTest.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: screen.model.rowCount() == 0)


def test_a_colleague_of_whom_the_office_hears_later_is_named_at_once(qtbot: QtBot, put_on: PutOn, made: Desk) -> None:
    person, replica = known_person(made), made.office.replica
    accounts = replica.identity.accounts

    def know(some: tuple[Account, ...]) -> None:
        def told(connection: Connection, tables: OfficeTables, identity: Identity) -> tuple[Identity, frozenset[int]]:
            known = msgspec.structs.replace(identity, accounts=some)
            known.save(connection, tables.meta)
            return known, frozenset()

        replica.become(told)

    know(tuple(one for one in accounts if one.id != made.neighbour.author))
    hers = Account(made.neighbour.author, "نجاة السباعي", "Najat SEBAI", "clerk", confidential=False)
    screen = ArrivalsScreen(made.session)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: screen._arrivals is not None)
    made.neighbour.corrects(person, phone=FIRST_PHONE)
    made.neighbour.sync()
    made.office.sync()
    with qtbot.waitSignal(screen.counted, check_params_cb=lambda count: count == 1):
        screen.refresh()
    before = str(screen.model.index(0, 2).data())
    know((*accounts, hers))
    screen.retranslate()
    assert hers.name_ar not in before
    assert hers.name_ar in str(screen.model.index(0, 2).data())


def test_the_number_that_the_centre_gives_to_her_own_act_is_no_news(qtbot: QtBot, put_on: PutOn, made: Desk) -> None:
    made.world.publish()
    person, other = known_person(made), made.neighbour.hires(surname_ar="بناني")
    made.neighbour.sync()
    made.office.sync()
    screen = ArrivalsScreen(made.session)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: screen._arrivals is not None)

    row = registers(made.office, person)
    made.office.sync()
    assert act(made.office, row).text("number")
    with qtbot.waitSignal(screen.counted) as counted:
        screen.refresh()
    assert counted.args == [0]

    registers(made.neighbour, other)
    made.neighbour.corrects(person, city="خنيفرة")
    made.neighbour.sync()
    made.office.sync()
    with qtbot.waitSignal(screen.counted, check_params_cb=lambda count: count == 2):
        screen.refresh()
    cells = str(screen.model.index(screen.model.row_of(person), 1).data())
    assert field_label("employee", "city") in cells
    assert field_label("act", "number") not in cells


def test_a_copy_is_offered_once_a_day_for_work_unsent_for_three_days(qtbot: QtBot, put_on: PutOn, made: Desk) -> None:
    person = known_person(made)
    made.office.corrects(person, phone=SECOND_PHONE)
    Preferences().keep_note("rescue_offered", "")
    feed = StripFeed(made.session, made.runner, made.world.clock, offer=RescueOffer(Preferences()))
    with qtbot.waitSignal(feed.figured):
        feed.refresh()
    offered = []
    for days in range(5):
        offered.append(feed.state().rescue)
        if days == 3:
            feed.take_up_rescue()
            assert not feed.state().rescue  # not twice on one day
        made.world.clock.ms += DAY_MS
    assert offered == [False, False, False, True, True]

    strip = StatusStrip(StripState(now=feed.state().now))
    qtbot.addWidget(strip)
    assert strip.rescue.isHidden()
    strip.set_state(feed.state())
    assert not strip.rescue.isHidden()
    feed.deleteLater()
