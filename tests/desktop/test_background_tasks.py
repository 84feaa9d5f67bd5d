"""Work off the UI thread: what is still on its way when the work is stopped reaches nobody."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer
from pytestqt.qtbot import QtBot

from massar_desktop.background.tasks import Tasks


def test_no_result_is_delivered_after_the_end(qtbot: QtBot) -> None:
    tasks, heard = Tasks(), list[int]()
    tasks.run(lambda: 1, heard.append)
    qtbot.waitUntil(lambda: heard == [1])
    tasks.run(lambda: 2, heard.append)
    assert tasks.stop()
    QCoreApplication.sendPostedEvents()
    assert heard == [1]


def test_what_is_started_while_a_file_is_shown_begins_once_it_is_painted(qtbot: QtBot) -> None:
    tasks, order = Tasks(), list[str]()
    with tasks.after_paint():
        tasks.run(lambda: order.append("read"))
        QTimer.singleShot(0, lambda: order.append("painted"))
        order.append("shown")
    qtbot.waitUntil(lambda: len(order) == 3)
    assert order == ["shown", "painted", "read"]
    tasks.stop()
