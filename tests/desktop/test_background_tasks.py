"""Work off the UI thread: what is still on its way when the work is stopped reaches nobody."""

from __future__ import annotations

from functools import partial
from threading import Event, Timer

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from pytestqt.qtbot import QtBot

from massar_desktop.background import tasks as background
from massar_desktop.background.tasks import READERS, Tasks


def test_no_result_is_delivered_after_the_end(qtbot: QtBot) -> None:
    tasks, heard = Tasks(), list[int]()
    tasks.run(lambda: 1, heard.append)
    qtbot.waitUntil(lambda: heard == [1])
    tasks.run(lambda: 2, heard.append)
    assert tasks.stop()
    QCoreApplication.sendPostedEvents()
    assert heard == [1]


def test_what_has_its_turn_is_done_in_order_and_to_the_last_at_the_end(qtbot: QtBot) -> None:
    tasks, done, may_end = Tasks(), list[int](), Event()

    def wait() -> None:
        may_end.wait()
        done.append(0)

    for _ in range(READERS):
        tasks.run(may_end.wait)  # both readers are busy: what has its turn does not wait for them
    tasks.run_in_turn(lambda: done.append(-1))
    qtbot.waitUntil(lambda: done == [-1])
    tasks.run_in_turn(wait)
    for number in range(1, 4):
        tasks.run_in_turn(partial(done.append, number))
    tasks.run(lambda: done.append(99))  # and what only reads is not done any more
    Timer(0.05, may_end.set).start()
    assert tasks.stop()
    assert done == [-1, 0, 1, 2, 3]


def test_what_is_started_while_a_file_is_shown_begins_once_it_is_painted(qtbot: QtBot) -> None:
    tasks, order = Tasks(), list[str]()
    with tasks.after_paint():
        tasks.run(lambda: order.append("read"))
        QTimer.singleShot(0, lambda: order.append("painted"))
        order.append("shown")
    qtbot.waitUntil(lambda: len(order) == 3)
    assert order == ["shown", "painted", "read"]
    tasks.stop()


def test_what_is_free_of_memory_is_given_back_around_large_work(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    tasks, order = Tasks(), list[str]()
    monkeypatch.setattr(background, "give_back", lambda: order.append("given back"))

    def fail() -> None:
        order.append("failed")
        raise ValueError

    tasks.run_large(lambda: order.append("read"), lambda _: order.append("heard"))
    qtbot.waitUntil(lambda: "heard" in order)
    tasks.run_large(fail, failed=lambda _: order.append("told"))
    qtbot.waitUntil(lambda: "told" in order)
    around = ["given back", "read", "given back", "heard"]
    assert order == [*around, "given back", "failed", "given back", "told"]
    tasks.stop()
