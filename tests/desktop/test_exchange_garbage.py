"""Closed windows die on the UI thread, whichever thread allocates meanwhile."""

from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from massar_desktop.background.tasks import Tasks

pytestmark = pytest.mark.garbage_itself


class _Page(QWidget):
    """A page in a cycle, with a timer of its own, that tells where it died."""

    def __init__(self, deaths: list[int]) -> None:
        super().__init__()
        self._deaths = deaths
        self._timer = QTimer(self)
        self._timer.start(60_000)
        self._itself = self

    def __del__(self) -> None:
        self._deaths.append(threading.get_ident())


def _allocate() -> int:
    return len([[number] for number in range(300_000)])


def test_a_page_in_a_cycle_dies_on_the_ui_thread(qtbot: QtBot) -> None:
    tasks = Tasks()
    deaths: list[int] = []
    for _ in range(5):
        _Page(deaths)
    allocated: list[int] = []
    tasks.run(_allocate, allocated.append)
    qtbot.waitUntil(lambda: bool(allocated), timeout=20_000)
    assert deaths == []
    assert not gc.isenabled()

    tasks.garbage.collect()
    gc.collect()

    assert set(deaths) == {threading.get_ident()}
    assert tasks.stop()
    assert gc.isenabled()


def test_two_users_of_threads_give_the_collection_back_when_both_have_stopped(qtbot: QtBot) -> None:
    first, second = Tasks(), Tasks()
    assert first.stop()
    assert not gc.isenabled()
    assert first.stop()
    assert not gc.isenabled()
    assert second.stop()
    assert gc.isenabled()


def test_the_oldest_waits_for_the_end_of_long_work_and_what_is_settled_is_given_back(qtbot: QtBot) -> None:
    tasks, begun, leave = Tasks(), threading.Event(), threading.Event()

    def long_work() -> None:
        begun.set()
        leave.wait(20)

    tasks.run_long(long_work)
    assert begun.wait(20)
    limits = gc.get_threshold()
    gc.collect()
    gc.set_threshold(0, 0, 0)  # every generation is due as soon as it counts one
    try:
        gc.collect(1)
        tasks.garbage.collect()
        assert gc.get_count()[2] >= 1  # the oldest was due and was not collected
        leave.set()
        qtbot.waitUntil(lambda: tasks._long.activeThreadCount() == 0, timeout=20_000)
        tasks.garbage.collect()
        assert gc.get_count()[2] == 0
    finally:
        gc.set_threshold(*limits)

    tasks.garbage.settle()
    assert gc.get_freeze_count()
    assert tasks.stop()
    assert not gc.get_freeze_count()
