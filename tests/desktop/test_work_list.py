"""Today's work as a clerk works it: by keys, in both languages, from the list into the act."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from massar_desktop.screens.act_look import act_icon
from massar_desktop.screens.file_parts import ACTS
from massar_desktop.screens.person import PersonScreen
from massar_desktop.screens.work_list import WorkListScreen
from massar_desktop.screens.work_words import heap_word, when_word
from massar_desktop.system.wording import kind_label
from massar_desktop.widgets import tokens
from massar_desktop.widgets.labels import Label
from massar_desktop.widgets.table import CellRole
from sync.client.drafts import Drafts
from sync.domain import filing
from sync.domain.fields import Value
from tests.desktop.conftest import PutOn
from tests.desktop.people_desk import Control, Desk, open_desk, somebody


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, put_on: PutOn) -> Iterator[Desk]:
    """Give a clerk's desk."""
    with open_desk(tmp_path, qtbot) as made:
        yield made


def register(desk: Desk, number: int, kind: str = "annual_leave", **facts: Value) -> int:
    """Register an act of somebody; gives its row."""
    row = desk.office.replica.new_rows(1)[0]
    desk.office.record(filing.registration(kind, row, somebody(number).id, facts))
    return row


def shown(desk: Desk, lines: int) -> WorkListScreen:
    """Open the work list and wait for its lines."""
    screen = WorkListScreen(desk.session)
    desk.show(screen, key="work")
    desk.until(lambda: screen._work is not None and screen.model.rowCount() == lines)
    return screen


def test_an_empty_list_says_so_in_words(desk: Desk) -> None:
    screen = shown(desk, 0)
    desk.until(screen.empty.isVisible)
    said = [label.text() for label in screen.empty.findChildren(Label)]
    assert any("لا شيء ينتظرك" in text for text in said)
    assert any("F4" in text for text in said)


def test_the_counters_count_and_filter_by_their_keys(desk: Desk) -> None:
    register(desk, 0, from_on="2026-12-07")
    kept = register(desk, 1, "resignation", from_on="2027-01-04")
    about = desk.row("resignation", kept)
    step = desk.office.replica.new_rows(1)[0]
    desk.office.record(filing.step(about, "return", step, {"on": desk.office.replica.today(), "remark": "ناقص"}))
    screen = shown(desk, 2)
    assert {name: counter.count() for name, counter in screen.counters.items() if counter.count()} == {
        "returned": 1,
        "waiting": 1,
    }
    desk.press(Qt.Key.Key_3, Control)
    desk.until(lambda: screen.model.rowCount() == 1)
    line = screen.chosen_line()
    assert line is not None
    assert line.kind == "resignation"
    desk.press(Qt.Key.Key_Escape)
    assert screen.model.rowCount() == 2


def test_the_lines_stand_under_the_days_they_are_for_and_a_filter_keeps_the_headings(desk: Desk) -> None:
    register(desk, 0, from_on="2026-12-07")
    register(desk, 1, "resignation", from_on="2027-01-04")
    who = somebody(2).id
    Drafts(desk.office.replica.database, desk.office.clock).save(f"act:annual_leave:{who}", who, {}, {})
    screen = shown(desk, 3)

    def headings() -> list[tuple[int, str, str]]:
        said = [(row, screen.model.index(row, 0).data(CellRole.HEADING)) for row in screen.model.headed_rows()]
        return [(row, heading.text, heading.count) for row, heading in said]

    assert headings() == [(0, when_word("later"), "2"), (2, when_word("draft"), "1")]
    heights = [screen.table.rowHeight(row) for row in range(3)]
    assert [height - heights[1] for height in heights] == [tokens.GROUP_ROW, 0, tokens.GROUP_ROW]
    assert screen.model.index(0, 0).data(CellRole.ICON) == act_icon("annual_leave")
    screen.filter_by("draft")
    assert headings() == [(0, when_word("draft"), "1")]
    assert screen.table.rowHeight(0) == heights[0]


def test_enter_opens_the_act_in_the_file_of_its_person(desk: Desk) -> None:
    register(desk, 3, from_on="2026-12-07")
    wanted = register(desk, 3, "resignation", from_on="2027-01-04")
    screen, person = shown(desk, 2), PersonScreen(desk.session)
    desk.show(person, key="person")
    desk.window.show_page("work")
    screen.act_opened.connect(lambda line: person.open_act(line.person, line.act))
    screen.act_opened.connect(lambda _line: desk.window.show_page("person"))
    screen.table.choose_row(1)
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: person.parts.bar.currentIndex() == ACTS)
    acts = person.parts.acts
    desk.until(lambda: acts.model.key_at(acts.table.chosen_row()) == wanted)
    assert person.shown_person() == somebody(3).id
    assert kind_label("resignation") in acts.detail.title.text()


def test_a_draft_goes_on_where_it_was_left(desk: Desk) -> None:
    who = somebody(2).id
    Drafts(desk.office.replica.database, desk.office.clock).save(
        f"act:annual_leave:{who}", who, {"from_on": "07/12/2026"}, {"from_on": ""}
    )
    screen = shown(desk, 1)
    line = screen.chosen_line()
    assert line is not None
    person = PersonScreen(desk.session)
    desk.show(person, key="person")
    person.open_act(line.person, line.act, line.kind)
    acts = person.parts.acts
    desk.until(lambda: acts.form.fields is not None)
    fields = acts.form.fields
    assert fields is not None
    desk.until(lambda: fields.form.editors["from_on"].text() == "07/12/2026")


def test_the_list_follows_what_is_saved_and_the_language(desk: Desk, put_on: PutOn) -> None:
    screen = shown(desk, 0)
    register(desk, 0, from_on="2026-12-07")
    screen.refresh()
    desk.until(lambda: screen.model.rowCount() == 1)
    assert heap_word("waiting") in screen.counters["waiting"].accessibleName()
    put_on("fr")
    desk.until(lambda: screen.counters["waiting"].text() == "À traiter")
    assert "Congé annuel" in str(screen.model.data(screen.model.index(0, 0), Qt.ItemDataRole.DisplayRole))
