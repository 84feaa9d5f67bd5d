"""Exchanges in the background: they reach the other office, stop when asked, go on after a cut, and stay quiet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from massar_desktop.background.sync_runner import RETRY_S, Outcome
from massar_desktop.queries import exchange, figures
from sync.client.engine import Progress
from sync.client.errors import Busy, NotTrusted
from sync.client.journal import Exchanged
from sync.domain.fields import Value
from sync.domain.ids import Lane
from sync.domain.operation import Operation, Verb
from sync.protocol import dictionary
from sync.storage.errors import DiskFull
from tests.conftest import ExpectedLog
from tests.desktop.exchange_world import FIRST_PHONE, NAME, Desk, desk, known_person, rejected_choice


@pytest.fixture
def made(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    one = desk(tmp_path)
    yield one
    one.close()


def run(qtbot: QtBot, made: Desk) -> Outcome:
    """Start an exchange and wait for its end."""
    with qtbot.waitSignal(made.runner.finished, timeout=20_000) as ended:
        assert made.runner.start()
    outcome: Outcome = ended.args[0]
    return outcome


def journal(made: Desk) -> list[Exchanged]:
    with made.session.database.read() as connection:
        return list(exchange.history(connection))


def waits(made: Desk) -> exchange.Waiting:
    with made.session.database.read() as connection:
        return exchange.waiting(connection, made.office.replica.identity, made.office.author)


def test_an_exchange_reaches_the_other_office_and_the_journal(qtbot: QtBot, made: Desk) -> None:
    person = known_person(made)
    made.office.corrects(person, phone=FIRST_PHONE)
    steps: list[Progress] = []
    made.runner.progressed.connect(steps.append)

    outcome = run(qtbot, made)

    made.neighbour.sync()
    assert made.neighbour.sees(person, "phone") == FIRST_PHONE
    assert (outcome.code, outcome.progress.decided, outcome.retry_s) == ("done", 1, 0)
    assert len(steps) == made.runner.frames > 1
    assert steps[0] is not steps[-1]
    (row,) = journal(made)
    assert (row.outcome, row.sent, row.requests) == ("done", 1, 1)
    assert row.bytes_up > 0
    assert row.bytes_down > 0


def test_after_an_exchange_nothing_is_held_of_what_frames_are_packed_by(qtbot: QtBot, made: Desk) -> None:
    """Neither after one that came to its end, nor after one that was cut; the next goes as well without it."""
    for down in (False, True, False):
        made.line.down = down
        dictionary.newest()
        assert run(qtbot, made).done is not down
        assert not dictionary._loaded.cache_info().currsize


def test_what_the_neighbour_changed_is_announced_to_the_screens(qtbot: QtBot, made: Desk) -> None:
    person = known_person(made)
    made.neighbour.corrects(person, phone=FIRST_PHONE)
    made.neighbour.sync()

    touched: set[int] = set()
    made.session.changed.connect(lambda changes: touched.update(changes.dossiers))
    run(qtbot, made)

    qtbot.waitUntil(lambda: person in touched)
    assert made.office.sees(person, "phone") == FIRST_PHONE


def test_stopping_keeps_what_arrived_and_the_rest_waits(qtbot: QtBot, made: Desk) -> None:
    made.office.hires(**NAME)
    made.line.hold_at = 1  # the verdicts are kept, the page that follows is on its way
    with qtbot.waitSignal(made.runner.finished, timeout=20_000) as ended:
        made.runner.start()
        qtbot.waitUntil(made.line.held.is_set)
        made.runner.stop()
        made.line.let_go.set()

    assert ended.args[0].code == "cancelled"
    assert waits(made).operations == 0
    made.line.hold_at = None
    assert run(qtbot, made).code == "done"
    made.neighbour.sync()
    assert made.neighbour.rows("employee") == made.office.rows("employee")


def test_a_cut_in_the_middle_is_tried_again_by_itself(qtbot: QtBot, made: Desk) -> None:
    made.office.hires(**NAME)
    made.office.line.cut_down_after = 1
    outcome = run(qtbot, made)
    assert (outcome.code, outcome.cuts, outcome.retry_s) == ("unreachable", 1, RETRY_S[0])
    assert made.runner.retry_timer.isActive()

    with qtbot.waitSignal(made.runner.finished, timeout=20_000) as ended:
        made.runner.retry_timer.timeout.emit()

    assert ended.args[0].code == "done"
    assert ended.args[0].cuts == 1
    assert ended.args[0].progress.decided == 1
    assert [row.outcome for row in journal(made)] == ["done"]


def test_a_line_that_stays_away_is_tried_a_few_times_and_then_left_to_the_probe(qtbot: QtBot, made: Desk) -> None:
    made.office.hires(**NAME)
    made.line.down = True
    waited = [run(qtbot, made).retry_s]
    while made.runner.retry_timer.isActive():
        with qtbot.waitSignal(made.runner.finished, timeout=20_000) as ended:
            made.runner.retry_timer.timeout.emit()
        waited.append(ended.args[0].retry_s)

    assert waited == [*RETRY_S, 0]
    assert [row.outcome for row in journal(made)] == ["unreachable"]
    assert waits(made).operations == 1


def test_giving_up_the_next_try_is_told(qtbot: QtBot, made: Desk) -> None:
    made.line.down = True
    run(qtbot, made)

    with qtbot.waitSignal(made.runner.finished) as told:
        made.runner.stop()

    assert told.args[0].retry_s == 0
    assert not made.runner.retry_timer.isActive()


@pytest.mark.parametrize(
    ("refusal", "code", "retry_s"),
    [(NotTrusted("not_trusted"), "not_trusted", 0), (Busy(40), "busy", 40), (DiskFull("full"), "disk_full", 0)],
)
def test_a_refusal_has_its_code(qtbot: QtBot, made: Desk, refusal: Exception, code: str, retry_s: int) -> None:
    made.line.refusal = refusal

    outcome = run(qtbot, made)

    assert (outcome.code, outcome.retry_s, outcome.reached) == (code, retry_s, False)
    assert journal(made)[0].outcome == code


def test_a_fault_of_our_own_ends_the_exchange_and_is_told(qtbot: QtBot, made: Desk, expected_log: ExpectedLog) -> None:
    expected_log("the exchange failed: ZeroDivisionError")
    made.line.refusal = ZeroDivisionError()

    with qtbot.waitSignal(made.session.tasks.failed):
        assert run(qtbot, made).code == "exchange_failed"

    assert not made.runner.running


def test_what_waits_is_counted_by_kind_of_work(made: Desk) -> None:
    person = known_person(made)
    made.office.corrects(person, phone=FIRST_PHONE)
    undone = made.office.corrects(person, email="k.mansouri@taalim.ma")
    made.office.replica.undo(undone.numbers[0])
    made.office.hires(Lane.BULK, surname_ar="بناني")
    (row,) = made.office.replica.new_rows(1)
    facts: dict[str, Value] = {
        "employee": person,
        "known_on": "2026-09-01",
        "source": "SI-COR",
        "recruited_on": "2001-09-16",
    }
    made.office.record(Operation(verb=Verb.ACT, kind="opening_situation", row=row, dossier=person, fields=facts))

    found = waits(made)

    assert [(kind.what, kind.operations, kind.files) for kind in found.kinds] == [
        ("corrections", 1, 1),
        ("acts", 1, 1),
        ("list", 1, 1),
    ]
    assert found.operations == 3
    assert found.oldest_ms == made.world.clock.ms
    assert 0 < found.size < 200
    with made.session.database.read() as connection:
        assert figures.strip(connection, made.office.replica.identity, made.office.author).waiting == 3


def test_the_estimate_is_near_what_really_travels(qtbot: QtBot, made: Desk) -> None:
    people = [made.office.hires(surname_ar="العلوي", ppr=str(1_000_000 + n)) for n in range(60)]
    made.office.sync()
    for number, person in enumerate(people):
        made.office.corrects(person, phone=f"+2126610{number:05d}")
    estimate = waits(made).size

    outcome = run(qtbot, made)

    assert 0.5 < estimate / outcome.progress.traffic.bytes_up < 2


def test_figures_tell_conflicts_and_the_tray(made: Desk) -> None:
    rejected_choice(made)

    with made.session.database.read() as connection:
        found = figures.strip(connection, made.office.replica.identity, made.office.author)

    assert (found.conflicts, found.tray, found.waiting) == (0, 1, 0)
