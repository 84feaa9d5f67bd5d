"""Beside the work list: dates, decisions, what will travel, files opened last; and what a low window leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from massar_desktop.background.recent_files import KEPT, RecentFile, RecentFiles
from massar_desktop.queries.exchange import Waiting
from massar_desktop.queries.expected import Expected
from massar_desktop.queries.figures import StripFigures
from massar_desktop.queries.named import Named
from massar_desktop.screens.exchange import Travels
from massar_desktop.screens.home_side import HomeSide
from massar_desktop.widgets.labels import Label
from sync.domain import filing
from tests.desktop.conftest import PutOn
from tests.desktop.people_desk import Desk, open_desk, somebody
from tests.desktop.test_work_list import shown

FILES = tuple(RecentFile(number, Named(f"اسم {number}", f"NOM {number}", f"100000{number}")) for number in range(1, 4))


class Notes:
    """What a computer keeps, in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def note(self, name: str) -> str:
        """What is kept under a name."""
        return self.kept.get(name, "")

    def keep_note(self, name: str, text: str) -> None:
        """Keep something."""
        self.kept[name] = text


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, put_on: PutOn) -> Iterator[Desk]:
    """Give a clerk's desk."""
    with open_desk(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def side(qtbot: QtBot, put_on: PutOn) -> Iterator[HomeSide]:
    """The cards with something on each, in a place that gives them the height they have."""
    put_on("fr")
    place, side = QWidget(), HomeSide()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(side)
    qtbot.addWidget(place)
    side.show_dates((("2026-11-24", 2), ("2026-12-08", 1)), "2026-11-23")
    side.show_figures(StripFigures(None, None, 0, None, conflicts=2, tray=1, speed=38))
    waiting = Waiting((), 7, 4_700, None, 0, 0, 0, 0, speed=38, papers=2, papers_size=171_000)
    side.show_travels(Travels(waiting, Expected(14, 2_900), ()))
    side.show_recent(FILES)
    place.resize(side.width(), 700)
    place.show()
    qtbot.waitExposed(place)
    yield side
    place.close()


def said(side: HomeSide) -> str:
    """Every word that stands there."""
    labels = [label.text() for label in side.findChildren(Label) if label.isVisible()]
    return " ".join([*labels, side.line.accessibleName(), *(row.text() for row in side.files if row.isVisible())])


def test_every_card_says_what_it_is_about(side: HomeSide) -> None:
    words = said(side)
    for part in ("3 décisions", "7 opérations", "mardi 24 novembre: 2 actes", "NOM 1", "171", "2,9"):
        assert part in words.replace("\u202f", " "), part


def test_a_low_window_leaves_out_what_was_opened_last_and_keeps_what_wants_a_decision(side: HomeSide) -> None:
    _dates, decide, _travel, recent = side.cards
    assert recent.isVisible()
    side.window().resize(side.width(), 420)
    assert (decide.isVisible(), recent.isVisible()) == (True, False)
    shown = [card for card in side.cards if card.isVisible()]
    assert max(card.geometry().bottom() for card in shown) <= side.height()
    assert side.minimumSizeHint().height() == 0


def test_files_and_decisions_are_opened_by_keys(qtbot: QtBot, side: HomeSide) -> None:
    side.files[1].setFocus()
    with qtbot.waitSignal(side.person_opened) as opened:
        QTest.keyClick(side.files[1], Qt.Key.Key_Space)
    assert opened.args == [2]
    with qtbot.waitSignal(side.conflicts_requested):
        QTest.keyClick(side.decide, Qt.Key.Key_Space)


def test_the_next_dates_are_those_on_which_something_is_due(desk: Desk) -> None:
    row = desk.office.replica.new_rows(1)[0]
    desk.office.record(filing.registration("annual_leave", row, somebody(0).id, {"from_on": "2026-12-07"}))
    screen = shown(desk, 1)
    line = screen.chosen_line()
    assert line is not None
    assert line.due is not None
    assert screen._work is not None
    assert screen._work.dates == ((line.due.due_on, 1),)


def test_files_are_kept_by_number_and_named_from_the_office_alone(desk: Desk) -> None:
    notes, told = Notes(), list[tuple[RecentFile, ...]]()
    recent = RecentFiles(desk.session, notes)
    recent.changed.connect(told.append)
    for number in (0, 1, 2, 3, 1):
        recent.opened(somebody(number).id)
    recent.refresh()
    desk.until(lambda: bool(told))
    assert [one.person for one in told[0]] == [somebody(number).id for number in (1, 3, 2)]
    assert len(told[0]) == KEPT
    assert told[0][0].named.ppr == somebody(1).text("ppr")
    assert not any(somebody(1).text("ppr") in text for text in notes.kept.values())
