"""Exchanges that nobody asked for: what waits goes soon, silence makes patient, a new network is tried at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from massar_desktop.background.line_watch import NEWS_MIN, PATIENCE_MIN, LineWatch, is_due
from tests.desktop.exchange_world import NAME, Desk, desk


@dataclass
class Laptop:
    """Where a laptop is, and how late it is."""

    minutes: float = 1000.0
    networks: list[str] = field(default_factory=lambda: ["192.168.1.0/24"])


@pytest.fixture
def laptop() -> Laptop:
    return Laptop()


@pytest.fixture
def made(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    one = desk(tmp_path)
    yield one
    one.close()


@pytest.fixture
def watch(made: Desk, laptop: Laptop) -> Iterator[LineWatch]:
    one = LineWatch(made.session, made.runner, networks=lambda: laptop.networks, minutes=lambda: laptop.minutes)
    yield one
    one.timer.stop()


def looked(qtbot: QtBot, watch: LineWatch) -> bool:
    """Let the minute pass; gives whether an exchange was started, and waits for its end."""
    with qtbot.waitSignal(watch.probed) as probed:
        watch.timer.timeout.emit()
    qtbot.waitUntil(lambda: not watch._runner.running, timeout=20_000)
    return bool(probed.args[0])


def test_patience_grows_with_silence_and_ends_with_a_new_network() -> None:
    due = [next(m for m in range(100) if is_due(m, silent, waits=True, moved=False)) for silent in range(6)]
    assert due == [*PATIENCE_MIN, PATIENCE_MIN[-1]]
    assert not is_due(NEWS_MIN - 1, 0, waits=False, moved=False)
    assert is_due(NEWS_MIN, 0, waits=False, moved=False)
    assert is_due(0, 9, waits=False, moved=True)


def test_what_waits_goes_by_itself_and_nothing_is_asked_too_often(
    qtbot: QtBot, made: Desk, watch: LineWatch, laptop: Laptop
) -> None:
    with qtbot.waitSignal(made.runner.finished, timeout=20_000) as ended:
        watch.begin()
    assert (ended.args[0].quiet, watch.timer.isActive()) == (True, True)
    qtbot.waitUntil(lambda: not made.runner.running)
    laptop.minutes += 3
    assert not looked(qtbot, watch)
    made.office.hires(**NAME)
    assert looked(qtbot, watch)
    made.neighbour.sync()
    assert made.neighbour.rows("employee") == made.office.rows("employee")


def test_without_a_line_it_grows_patient_and_a_new_network_is_tried_within_the_minute(
    qtbot: QtBot, made: Desk, watch: LineWatch, laptop: Laptop
) -> None:
    made.line.down = True
    with qtbot.waitSignal(made.runner.finished, timeout=20_000) as ended:
        watch.begin()
    assert (ended.args[0].code, ended.args[0].retry_s) == ("unreachable", 0)
    made.office.hires(**NAME)
    tries = []
    for _ in range(30):
        laptop.minutes += 1
        tries.append(looked(qtbot, watch))
    assert 3 <= tries.count(True) <= 4
    laptop.networks = ["10.20.0.0/24"]
    made.line.down = False
    assert looked(qtbot, watch)
    assert made.runner.last is not None
    assert made.runner.last.done


def test_a_practice_province_that_no_centre_knows_sends_nothing(qtbot: QtBot, made: Desk, watch: LineWatch) -> None:
    replica = made.office.replica
    replica.adopt(replace(replica.identity, device=0))
    watch.begin()
    assert not made.runner.start()
    assert not watch.timer.isActive()
    assert made.line.calls == 0
