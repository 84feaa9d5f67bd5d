"""Acts on a person's file as a clerk works them: choose, fill in, see, register, move along, find again."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from massar_desktop.screens.file_parts import ACTS, IDENTITY
from massar_desktop.screens.person import PersonScreen
from massar_desktop.screens.person_acts import ActsTab
from massar_desktop.system.wording import kind_label, state_label, step_label
from sync.domain import filing
from sync.domain.fields import Value
from sync.domain.operation import Verb
from sync.domain.record import Row
from tests.desktop.conftest import PutOn
from tests.desktop.people_desk import Control, Desk, open_desk, somebody
from tests.typing_keys import type_text


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, put_on: PutOn) -> Iterator[Desk]:
    """Give a clerk's desk."""
    with open_desk(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def who() -> Row:
    """Give the person whose file is open."""
    return somebody(3)


@pytest.fixture
def acts(desk: Desk, who: Row) -> ActsTab:
    """Give the acts of a person, read and in front."""
    return opened(desk, who.id)


def opened(desk: Desk, person: int) -> ActsTab:
    """Open the acts of a person on a new screen."""
    screen = PersonScreen(desk.session)
    screen.open_person(person)
    desk.show(screen, key="person")
    desk.until(lambda: screen.shown_person() == person)
    screen.parts.go_to(ACTS)
    desk.until(lambda: bool(screen.parts.acts.form._offered))
    return screen.parts.acts


def test_an_act_begun_at_once_after_a_file_was_opened_is_of_its_person(desk: Desk, who: Row) -> None:
    screen = PersonScreen(desk.session)
    screen.open_person(who.id)
    desk.show(screen, key="person")
    desk.until(lambda: screen.shown_person() == who.id)
    screen.parts.go_to(ACTS)
    desk.until(lambda: bool(screen.parts.acts.form._offered))
    screen.parts.go_to(IDENTITY)
    other = somebody(4)
    screen.open_person(other.id)
    with desk.qtbot.waitSignal(screen.flow.read):
        pass

    desk.press(Qt.Key.Key_F4)
    desk.until(lambda: screen.parts.acts.is_typing)
    assert screen.parts.acts.form._person == screen.shown_person() == other.id
    assert screen.parts.acts.form.chooser.line.hasFocus()


def choose(desk: Desk, acts: ActsTab, letters: str, kind: str) -> None:
    """Press F4, type some letters and take the only act that has them."""
    desk.press(Qt.Key.Key_F4)
    acts.form.chooser.line.setText(letters)  # keys would open the list, whose grab the offscreen screen refuses
    acts.form.chooser.line.editingFinished.emit()
    assert acts.form.fields is not None
    assert acts.form.fields.kind == kind


def typed(acts: ActsTab, name: str, text: str) -> None:
    """Type into a field of the new act."""
    assert acts.form.fields is not None
    editor = acts.form.fields.form.editors[name].editor
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.selectAll()
    type_text(editor, text)


def fill_leave(desk: Desk, acts: ActsTab) -> None:
    """A week of annual leave, with its paper."""
    choose(desk, acts, "LV-ANN", "annual_leave")
    typed(acts, "from_on", "07/12/2026")
    typed(acts, "to_on", "11/12/2026")
    assert acts.form.fields is not None
    acts.form.fields.papers["request"].click()
    desk.until(lambda: acts.form.fields is not None and acts.form.fields.values().get("days_taken") == 5)


def register(desk: Desk, acts: ActsTab) -> int:
    """Press Ctrl+Enter and wait until the act stands in the list; gives its row."""
    before = len(desk.outbox())
    desk.press(Qt.Key.Key_Return, Control)
    desk.until(lambda: len(desk.outbox()) > before and not acts.is_typing)
    row = desk.outbox()[-1].operation.row
    desk.until(lambda: acts.model.row_of(row) >= 0)
    return row


def take(desk: Desk, acts: ActsTab, step: str, **texts: str) -> None:
    """Choose the next step, fill it in and take it."""
    steps, before = acts.detail.steps, len(desk.outbox())
    steps.chooser.line.setText(step_label(step))
    steps.chooser.line.editingFinished.emit()
    steps.form.editors["on"].editor.setFocus()
    for name, text in texts.items():
        editor = steps.form.editors[name].editor
        assert isinstance(editor, QLineEdit)
        editor.setFocus()
        type_text(editor, text)
    steps.form.editors["on"].editor.setFocus()
    desk.press(Qt.Key.Key_Return, Control)
    desk.until(lambda: len(desk.outbox()) > before and not acts.flow.is_saving)


@pytest.mark.parametrize(
    ("letters", "kind"),
    [("congé an", "annual_leave"), ("سنوية", "annual_leave"), ("muta", "interest_transfer")],
)
def test_an_act_is_found_by_letters_of_either_name_or_its_code(
    desk: Desk, acts: ActsTab, letters: str, kind: str
) -> None:
    choose(desk, acts, letters, kind)


def test_what_is_missing_and_what_changes_is_seen_before_anything_is_saved(desk: Desk, acts: ActsTab) -> None:
    choose(desk, acts, "LV-ANN", "annual_leave")
    desk.until(lambda: len(acts.form.preview.problems()) > 1)
    assert acts.form.fields is not None
    acts.form.close_form()
    fill_leave(desk, acts)
    desk.until(lambda: any(kind_label("annual_leave") in line for line in acts.form.preview.changes()))
    desk.until(lambda: any("2026" in line and "17" in line for line in acts.form.preview.changes()))
    assert desk.outbox() == []


def test_an_act_is_registered_by_one_operation_under_a_provisional_number(desk: Desk, acts: ActsTab, who: Row) -> None:
    fill_leave(desk, acts)
    row = register(desk, acts)

    (entry,) = desk.outbox()
    operation = entry.operation
    assert (operation.verb, operation.kind, operation.dossier) == (Verb.ACT, "annual_leave", who.id)
    assert operation.fields["days_taken"] == 5
    kept = desk.row("annual_leave", row)
    assert kept.get("state") == "registered"
    assert kept.text("papers") == "request"
    assert kept.text("provisional_number") in acts.detail.known_as.text()
    assert acts.detail.chip.spec().text == state_label("registered")


def test_before_an_act_is_chosen_no_empty_card_stands_under_the_choice(desk: Desk, acts: ActsTab) -> None:
    desk.press(Qt.Key.Key_F4)
    desk.until(acts.form.isVisible)
    assert not acts.form._card.isVisible()
    acts.form.chooser.line.setText("LV-ANN")
    acts.form.chooser.line.editingFinished.emit()
    desk.until(acts.form._card.isVisible)


def test_a_field_beside_a_long_remark_stays_in_line_with_it(desk: Desk, acts: ActsTab) -> None:
    choose(desk, acts, "LV-ANN", "annual_leave")
    assert acts.form.fields is not None
    editors = acts.form.fields.form.editors
    remark = editors["remark"]
    desk.until(lambda: remark.isVisible() and remark.y() > 0 and remark.height() >= remark.minimumSizeHint().height())
    beside = [one for one in editors.values() if one.isVisible() and one.y() == editors["remark"].y()]
    assert len(beside) >= 2
    assert len({one.editor.mapTo(acts, one.editor.rect().topLeft()).y() for one in beside}) == 1


def test_an_act_moves_along_its_steps_and_its_history_says_so(desk: Desk, acts: ActsTab) -> None:
    fill_leave(desk, acts)
    row = register(desk, acts)
    desk.until(acts.detail.steps.isVisible)
    take(desk, acts, "accept", number="12/2026")
    desk.until(lambda: acts.detail.chip.spec().text == state_label("accepted"))
    assert acts.table.hasFocus()  # the fields of the step are gone, and the next key is not the rail's
    take(desk, acts, "notify")
    desk.until(lambda: len(acts.detail.history()) == 2)

    kept = desk.row("annual_leave", row)
    assert (kept.get("state"), kept.get("decision"), kept.get("decision_number")) == ("notified", "accepted", "12/2026")
    assert step_label("accept") in acts.detail.history()[0]
    assert "12/2026" in acts.detail.history()[0]


def test_a_step_without_what_it_needs_is_not_taken(desk: Desk, acts: ActsTab) -> None:
    fill_leave(desk, acts)
    register(desk, acts)
    desk.until(acts.detail.steps.isVisible)
    steps = acts.detail.steps
    steps.chooser.line.setText(step_label("accept"))
    steps.chooser.line.editingFinished.emit()
    steps.form.editors["on"].editor.setFocus()
    desk.press(Qt.Key.Key_Return, Control)

    assert steps.form.editors["number"].problem()
    assert len(desk.outbox()) == 1


def test_only_steps_that_may_follow_are_offered(desk: Desk, acts: ActsTab) -> None:
    fill_leave(desk, acts)
    register(desk, acts)
    desk.until(acts.detail.steps.isVisible)
    offered = {one.name for one in acts.detail.steps._next}

    assert {"study", "accept", "refuse", "withdraw"} <= offered
    assert not {"notify", "end", "cancel", "regularise", "complete", "move"} & offered


def test_a_draft_is_kept_found_in_the_list_and_goes_on(desk: Desk, acts: ActsTab, who: Row) -> None:
    choose(desk, acts, "LV-ANN", "annual_leave")
    typed(acts, "from_on", "07/12/2026")
    desk.press(Qt.Key.Key_S, Control)
    desk.until(lambda: desk.draft(f"act:annual_leave:{who.id}") is not None)
    assert desk.outbox() == []
    again = opened(desk, who.id)
    desk.until(lambda: again.model.row_of(-1) >= 0)
    again.table.choose_row(again.model.row_of(-1))
    again.table.setFocus()
    QTest.keyClick(again.table, Qt.Key.Key_Return)

    fields = again.form.fields
    assert fields is not None
    desk.until(lambda: fields.form.editors["from_on"].text() == "07/12/2026")


def test_escape_goes_back_to_the_list_and_not_out_of_the_file(desk: Desk, acts: ActsTab) -> None:
    desk.press(Qt.Key.Key_F4)
    assert acts.is_typing
    desk.press(Qt.Key.Key_Escape)

    assert not acts.is_typing


def test_the_words_follow_the_language(desk: Desk, acts: ActsTab, put_on: PutOn) -> None:
    fill_leave(desk, acts)
    arabic = acts.form._title.text()
    put_on("fr")
    desk.until(lambda: "Congé annuel" in acts.form._title.text())

    assert arabic != acts.form._title.text()


def test_an_abandonment_shows_how_long_the_post_is_left_and_what_is_due(desk: Desk, who: Row) -> None:
    row = desk.office.replica.new_rows(1)[0]
    left: dict[str, Value] = {"from_on": "2026-09-07", "reported_on": "2026-09-08", "notice_on": "2026-09-10"}
    left["notice_received_on"] = "2026-09-17"
    desk.office.record(filing.registration("abandonment", row, who.id, left))
    acts = opened(desk, who.id)
    desk.until(lambda: acts.model.row_of(row) >= 0)
    acts.table.choose_row(acts.model.row_of(row))
    said = acts.detail.progress.sentence()
    assert re.findall(r"\d+(?:/\d+)*", said) == ["15", "11", "24/09/2026", "3", "3"]
