"""What a clerk reads of confidential files at the desk is noted before she sees it, printed and exported (ADR 55)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from massar_desktop.background.session import Session
from massar_desktop.documents.act_papers import RECEIPT, papers_of_act
from massar_desktop.documents.list_papers import JOURNAL, journal_of
from massar_desktop.documents.paper import Papers
from massar_desktop.documents.person_papers import SHEET, WORK, papers_of_person
from massar_desktop.screens.paper_flow import PaperFlow
from massar_desktop.screens.person_flow import PersonFlow
from massar_desktop.screens.person_glance import PersonGlance
from massar_desktop.screens.person_papers_flow import PapersFlow
from sync.client.outbox import Outbox
from sync.domain.fields import Value
from sync.domain.operation import Verb
from sync.storage.errors import DiskFull
from tests.desktop.conftest import PutOn
from tests.desktop.exchange_world import Desk, desk, known_person
from tests.exchange.scans import attach
from tests.exchange.test_acts import registers

SLOW_MS = 60_000
SICK: dict[str, Value] = {
    "from_on": "2026-09-01",
    "to_on": "2026-09-05",
    "certificate_on": "2026-09-01",
    "received_on": "2026-09-02",
    "doctor": "سرّي",
    "papers": "medical_certificate",
}


@pytest.fixture
def made(tmp_path: Path, put_on: PutOn, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A clerk with the role at a laptop that has the compartment; her documents are in a folder of the test."""
    monkeypatch.setenv("HOME", str(tmp_path))
    put_on("ar")
    one = desk(tmp_path, confidential=True)
    yield one
    one.close()


def readings(made: Desk) -> list[tuple[str, object, object, int]]:
    """What was noted: the deed, whose file, how often, and by whom."""
    replica = made.office.replica
    with replica.database.read() as connection:
        found = [entry.operation for entry in Outbox(connection, replica.tables).entries()]
    told = [one for one in found if one.verb is Verb.READ]
    return [(str(one.fields["deed"]), one.fields["person"], one.fields["times"], one.author) for one in told]


def opened(qtbot: QtBot, session: Session, person: int) -> PersonFlow:
    """A file that somebody opened and sees."""
    flow = PersonFlow(session)
    with qtbot.waitSignal(flow.read):
        flow.open(person)
    return flow


def test_a_file_is_noted_when_it_is_opened_if_it_holds_anything_confidential(made: Desk, qtbot: QtBot) -> None:
    person, other = known_person(made), made.office.hires(surname_ar="الفاسي")
    registers(made.office, person, "sick_short", **SICK)
    opened(qtbot, made.session, other)
    assert readings(made) == []
    flow = opened(qtbot, made.session, person)
    with qtbot.waitSignal(flow.read):
        flow.read_again()  # something changed: it is still in front of her
    assert readings(made) == [("opened", person, 1, made.office.author)]
    opened(qtbot, made.session, person)
    assert readings(made) == [("opened", person, 2, made.office.author)]


def test_who_has_not_the_role_sees_nothing_confidential_and_nothing_is_noted(made: Desk, qtbot: QtBot) -> None:
    person = known_person(made)
    registers(made.office, person, "sick_short", **SICK)
    plain = Session(made.office.replica, made.neighbour.author, made.session.tasks)
    opened(qtbot, plain, person)
    assert readings(made) == []


def test_the_pane_beside_a_list_is_noted_too(made: Desk, qtbot: QtBot) -> None:
    person = known_person(made)
    registers(made.office, person, "sick_short", **SICK)
    pane = PersonGlance(made.session)
    qtbot.addWidget(pane)
    with qtbot.waitSignal(pane.shown):
        pane.show_person(person)
    with qtbot.waitSignal(pane.shown):
        pane.show_person(person, again=True)
    assert readings(made) == [("opened", person, 1, made.office.author)]


def read(qtbot: QtBot, flow: PaperFlow, ask: object) -> Papers:
    """The papers of something."""
    with qtbot.waitSignal(flow.read) as came:
        flow.open(ask)  # type: ignore[arg-type]  # a question
    papers: Papers = came.args[0]
    return papers


def test_papers_with_something_confidential_are_noted_shown_printed_and_kept(
    made: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    person = known_person(made)
    act = registers(made.office, person, "sick_short", **SICK)
    leave = registers(made.office, person)

    def printer() -> QPrinter:
        one = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        one.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        one.setOutputFileName(str(tmp_path / "printed.pdf"))
        return one

    flow = PaperFlow(made.session, find=printer)
    for ask, template in ((papers_of_act("annual_leave", leave), RECEIPT), (papers_of_person(person), WORK)):
        general = partial(read(qtbot, flow, ask).paper, template)
        with qtbot.waitSignal(flow.printed, timeout=SLOW_MS):
            flow.print_papers(lambda make=general: [make("ar")])  # type: ignore[misc]  # a paper
    assert readings(made) == []
    for ask, template in (
        (papers_of_act("sick_short", act), RECEIPT),
        (papers_of_person(person), SHEET),
        (journal_of(made.office.replica.today()), JOURNAL),
    ):
        secret = partial(read(qtbot, flow, ask).paper, template)
        with qtbot.waitSignal(flow.set, timeout=SLOW_MS):
            flow.show(partial(secret, "ar"))
        with qtbot.waitSignal(flow.printed, timeout=SLOW_MS):
            flow.print_papers(lambda make=secret: [make("fr")])  # type: ignore[misc]
        with qtbot.waitSignal(flow.kept, timeout=SLOW_MS):
            flow.keep(lambda make=secret: [make("ar")])  # type: ignore[misc]
    assert readings(made) == [(deed, person, 3, made.office.author) for deed in ("opened", "printed", "exported")]


def test_a_confidential_scan_is_noted_looked_at_and_copied_out(made: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    person = known_person(made)
    picture = Path("tests/desktop/test_readings.py").resolve().parents[2] / "docs" / "people-ar.png"
    attach(made.office, person, picture.read_bytes(), title="شهادة")
    attach(made.office, person, picture.read_bytes(), confidential=True, title="شهادة سرية")
    flow = PapersFlow(made.session)
    with qtbot.waitSignal(flow.read) as came:
        flow.show_people([person])
    for paper in came.args[0]:
        with qtbot.waitSignal(flow.opened):
            flow.look_at(paper)
        with qtbot.waitSignal(flow.kept):
            flow.keep(paper, tmp_path / f"{paper.id}.png")
    assert readings(made) == [(deed, person, 1, made.office.author) for deed in ("opened", "exported")]


@pytest.mark.expected_log("background work failed: DiskFull")
def test_what_cannot_be_noted_is_not_shown(made: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    person = known_person(made)
    registers(made.office, person, "sick_short", **SICK)
    failed: list[Exception] = []
    made.session.tasks.failed.connect(failed.append)

    def full(*_: object, **__: object) -> None:
        raise DiskFull("no space left")

    monkeypatch.setattr("sync.client.readings.note", full)
    flow = PersonFlow(made.session)
    shown: list[object] = []
    flow.read.connect(shown.append)
    flow.open(person)
    qtbot.waitUntil(lambda: bool(failed))
    assert (shown, [type(one) for one in failed]) == ([], [DiskFull])


def test_a_decision_on_a_confidential_act_is_noted_once_it_is_in_front(made: Desk, qtbot: QtBot) -> None:
    person = known_person(made)
    made.session.looks_at("annual_leave", person)
    made.session.looks_at("sick_short", person)
    qtbot.waitUntil(lambda: bool(readings(made)))
    assert readings(made) == [("opened", person, 1, made.office.author)]
