"""The page of exchanges as a clerk uses it: what waits, F9, stop, no line, and the strip that goes with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massar_desktop.queries.attachments import papers_to_send
from massar_desktop.queries.exchange import DAY_MS, KINDS
from massar_desktop.screens.exchange import ExchangeScreen
from massar_desktop.screens.exchange_words import WAITING_ICONS, ExchangeWords
from massar_desktop.screens.strip_feed import StripFeed
from massar_desktop.system.locale import Language
from massar_desktop.system.resources import resource
from massar_desktop.widgets import theme
from massar_desktop.widgets.status_strip import LineState, StripState
from sync.client.courier import AUTOMATIC
from sync.client.damage import set_apart
from sync.client.errors import NotTrusted
from sync.client.journal import Exchanged, Journal
from tests.desktop.conftest import PutOn
from tests.desktop.exchange_world import FIRST_PHONE, NAME, Desk, desk, known_person, phone_conflict
from tests.exchange.scans import attach, scan


@pytest.fixture
def made(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    one = desk(tmp_path)
    yield one
    one.close()


@pytest.fixture
def screen(qtbot: QtBot, put_on: PutOn, made: Desk) -> ExchangeScreen:
    page = ExchangeScreen(made.session, made.runner, made.world.clock)
    qtbot.addWidget(page)
    page.resize(1170, 640)
    page.show()
    qtbot.waitExposed(page)
    page.button.setFocus()
    return page


def ended(qtbot: QtBot, made: Desk) -> None:
    qtbot.waitUntil(lambda: made.runner.last is not None and not made.runner.running, timeout=20_000)


def test_what_waits_is_sent_and_reaches_the_other_office(qtbot: QtBot, made: Desk, screen: ExchangeScreen) -> None:
    person = known_person(made)
    made.office.corrects(person, phone=FIRST_PHONE)
    screen.refresh()
    row = screen.waiting_card.rows["corrections"]
    qtbot.waitUntil(lambda: "تعديل واحد" in row.accessibleName())

    screen.start()
    ended(qtbot, made)

    made.neighbour.sync()
    assert made.neighbour.sees(person, "phone") == FIRST_PHONE
    qtbot.waitUntil(lambda: "تمت المزامنة كاملة" in screen.progress_card.message.sentence())
    assert screen.progress_card.counters[0].accessibleName() == "إرسال: 1"
    qtbot.waitUntil(screen.waiting_card.nothing.isVisible)
    qtbot.waitUntil(lambda: "إرسال 1" in screen.history_card.lines[0].accessibleName())


def test_saves_that_were_altered_on_the_disk_are_named(qtbot: QtBot, made: Desk, screen: ExchangeScreen) -> None:
    person = known_person(made)
    made.office.corrects(person, phone=FIRST_PHONE)
    with made.office.replica.database.write() as connection:
        outbox = made.office.replica.tables.outbox
        connection.execute(outbox.update().where(outbox.c.state == "open").values(record=b"altered"))
        set_apart(connection, made.office.replica.tables)
    screen.refresh()
    stays = screen.waiting_card.stays
    qtbot.waitUntil(lambda: "تسجيلات لم تعد مقروءة في ملف واحد" in stays.accessibleName())
    assert "خديجة المنصوري" in stays.accessibleName()


def test_scans_are_counted_apart_and_sent_whole_only_when_she_says_so(
    qtbot: QtBot, made: Desk, screen: ExchangeScreen
) -> None:
    person = known_person(made)
    attach(made.office, person, scan(2 * AUTOMATIC))
    screen.refresh()
    card = screen.waiting_card
    qtbot.waitUntil(card.all_papers.isVisible)
    assert "صورة ممسوحة واحدة" in card.papers.accessibleName()
    assert "262" in card.papers.accessibleName()
    card.all_papers.click()
    assert "524" in card.papers.accessibleName()

    screen.start()
    ended(qtbot, made)

    qtbot.waitUntil(lambda: not card.papers.isVisible())
    with made.session.database.read() as connection:
        assert papers_to_send(connection).size == 0


def test_a_week_of_the_line_is_drawn_in_the_direction_of_reading_and_told_day_by_day(
    qtbot: QtBot, made: Desk, screen: ExchangeScreen, put_on: PutOn
) -> None:
    replica, now = made.office.replica, made.world.clock.ms
    journal = Journal(replica.database, replica.tables)
    for days, outcome in ((0, "done"), (1, "done"), (1, "busy"), (2, "cancelled"), (9, "done")):
        journal.add(Exchanged(at_ms=now - days * DAY_MS, outcome=outcome, bytes_up=1_000, bytes_down=1_000))
    screen.refresh()
    chart = screen.line_card.week
    qtbot.waitUntil(lambda: chart.isVisible() and any(one.failed for one in chart._columns))

    columns = chart._columns
    assert [(one.through, one.failed) for one in columns[-3:]] == [(0, 0), (1, 1), (1, 0)]
    assert len(columns) == 7
    assert sum(one.through + one.failed for one in columns) == 3
    assert all(one.sentence in chart.accessibleName() for one in columns)
    boxes = chart.boxes()
    assert boxes[0].left() > boxes[-1].left()  # Arabic: the oldest at the right
    put_on("fr")
    assert chart.boxes()[0].left() < chart.boxes()[-1].left()


def test_escape_stops_in_the_middle_and_the_work_goes_on_at_the_next_press(
    qtbot: QtBot, made: Desk, screen: ExchangeScreen
) -> None:
    made.office.hires(**NAME)
    made.line.hold_at = 1
    QTest.mouseClick(screen.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(made.line.held.is_set)
    qtbot.waitUntil(lambda: "قطعة واحدة" in screen.progress_card.cells.accessibleName())
    assert screen.stop_button.hasFocus()

    QTest.keyClick(screen.stop_button, Qt.Key.Key_Escape)
    assert not screen.stop_button.isEnabled()
    made.line.let_go.set()
    made.line.hold_at = None
    ended(qtbot, made)

    assert "توقفت المزامنة" in screen.progress_card.message.sentence()
    assert screen.button.hasFocus()
    screen.press()
    qtbot.waitUntil(lambda: made.runner.last is not None and made.runner.last.done, timeout=20_000)
    made.neighbour.sync()
    assert made.neighbour.rows("employee") == made.office.rows("employee")


def test_no_line_is_said_calmly_and_nothing_is_lost(qtbot: QtBot, made: Desk, screen: ExchangeScreen) -> None:
    made.office.hires(**NAME)
    made.line.down = True
    screen.press()
    ended(qtbot, made)

    said = screen.progress_card.message.sentence()
    assert "لا اتصال بالمركز" in said
    assert "ما سجلته محفوظ هنا" in said
    assert "تُعاد المحاولة تلقائيا" in said
    assert screen.isEnabled()
    assert QApplication.activeModalWidget() is None
    qtbot.waitUntil(screen.waiting_card.rows["new_people"].isVisible)
    assert screen.stop_button.isVisible()
    QTest.keyClick(screen.button, Qt.Key.Key_Escape)
    assert not made.runner.retry_timer.isActive()
    assert not screen.stop_button.isVisible()


def test_a_refusal_says_what_to_do(qtbot: QtBot, made: Desk, screen: ExchangeScreen) -> None:
    made.line.refusal = NotTrusted("not_trusted")
    screen.press()
    ended(qtbot, made)

    assert "اطلب رمز التسجيل" in screen.progress_card.message.sentence()


def test_a_conflict_that_came_is_one_press_away(qtbot: QtBot, made: Desk, screen: ExchangeScreen) -> None:
    person = known_person(made)
    made.neighbour.corrects(person, phone=FIRST_PHONE)
    made.neighbour.sync()
    made.office.corrects(person, phone="+212661000001")
    screen.press()
    ended(qtbot, made)

    assert screen.progress_card.counters[3].accessibleName() == "تعارض أو رفض: 1"
    with qtbot.waitSignal(screen.conflicts_requested):
        screen.progress_card.conflicts.click()


def test_the_page_changes_its_language_while_open(
    qtbot: QtBot, qapp: QApplication, made: Desk, screen: ExchangeScreen
) -> None:
    made.office.hires(**NAME)
    screen.refresh()
    qtbot.waitUntil(screen.waiting_card.rows["new_people"].isVisible)

    theme.change_language(qapp, "fr")

    qtbot.waitUntil(lambda: "1 nouvelle personne" in screen.waiting_card.rows["new_people"].accessibleName())
    assert screen.button.text() == "Envoyer et recevoir"


def test_a_practice_province_says_that_nothing_is_sent(qtbot: QtBot, put_on: PutOn, made: Desk) -> None:
    from msgspec.structs import replace

    made.office.replica.adopt(replace(made.office.replica.identity, device=0))
    page = ExchangeScreen(made.session, made.runner, made.world.clock)
    qtbot.addWidget(page)

    assert not page.button.isEnabled()
    assert "تدريب" in page.beside.text()


def test_the_page_fits_the_smallest_screen(language: Language, made: Desk, qtbot: QtBot) -> None:
    for one in range(3):
        made.office.hires(ppr=str(1_000_000 + one))
    page = ExchangeScreen(made.session, made.runner, made.world.clock)
    qtbot.addWidget(page)
    page.set_compact(compact=True)
    qtbot.waitUntil(lambda: not page.waiting_card.nothing.isVisibleTo(page))

    needed = page.minimumSizeHint()

    assert (needed.width() <= 1366 - 196, needed.height() <= 690 - 44 - 30) == (True, True)


def test_every_kind_of_work_and_every_end_has_words(language: Language) -> None:
    words = ExchangeWords()
    assert set(WAITING_ICONS) == set(KINDS)
    for what in KINDS:
        assert "%n" not in words.waiting(what, 3)
        assert "new" not in words.waiting(what, 3)
    for code in ("done", "unreachable", "busy", "cancelled", "not_trusted", "upgrade_needed", "other_history"):
        assert code not in words.outcome(code).sentence
    assert "odd_code" in words.outcome("odd_code").sentence


def test_large_numbers_are_grouped(language: Language) -> None:
    assert "15\u202f000" in ExchangeWords().waiting("list", 15_000)


@pytest.mark.parametrize("code", ["ar", "fr"])
def test_no_translation_of_exchanges_is_unfinished(code: str) -> None:
    source = resource("translations", f"exchange_{code}.ts").read_text(encoding="utf-8")

    assert "unfinished" not in source
    assert "<translation></translation>" not in source
    assert "<numerusform></numerusform>" not in source


@pytest.fixture
def states(qtbot: QtBot, made: Desk) -> list[StripState]:
    """What the strip was told, in order."""
    heard: list[StripState] = []
    feed = StripFeed(made.session, made.runner, made.world.clock, made.runner)
    feed.changed.connect(heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    return heard


def test_the_strip_tells_what_waits_then_that_it_went(
    qtbot: QtBot, put_on: PutOn, made: Desk, states: list[StripState]
) -> None:
    assert (states[-1].waiting, states[-1].last_exchange, states[-1].line) == (0, None, LineState.UNKNOWN)
    made.office.hires(**NAME)
    made.session.changed.emit(None)
    qtbot.waitUntil(lambda: states[-1].waiting == 1)
    assert states[-1].oldest == states[-1].now

    made.runner.start()
    ended(qtbot, made)

    qtbot.waitUntil(lambda: states[-1].waiting == 0 and states[-1].last_exchange is not None)
    assert any(state.running for state in states)
    assert states[-1].line is LineState.GOOD


def test_no_line_is_a_state_of_the_strip_and_a_refusal_a_notice(
    qtbot: QtBot, put_on: PutOn, made: Desk, states: list[StripState]
) -> None:
    made.line.down = True
    made.runner.start()
    ended(qtbot, made)
    assert (states[-1].line, states[-1].notice) == (LineState.DOWN, "")

    made.line.refusal = NotTrusted("not_trusted")
    made.runner.start()
    qtbot.waitUntil(lambda: states[-1].notice == "المركز لا يعرف هذا الحاسوب", timeout=20_000)

    put_on("fr")
    qtbot.waitUntil(lambda: states[-1].notice == "Le centre ne connaît pas cet ordinateur")


def test_badges_follow_conflicts(qtbot: QtBot, made: Desk) -> None:
    phone_conflict(made)
    feed = StripFeed(made.session, made.runner, made.world.clock, made.runner)
    with qtbot.waitSignal(feed.figured) as told:
        feed.refresh()
    assert told.args[0].conflicts == 1
