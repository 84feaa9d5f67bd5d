"""Measures the desk in the real app on an enrolled office: opening a file, saving an act, stalls, memory.

`python -m tests.benchmarks.desk_driver FOLDER CLERK PASSWORD LIST NEIGHBOUR OUT` works on an office's folder beside a
running centre; LIST is a staff list to import, NEIGHBOUR the folder of a second office whose changes are pulled.
Prints JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from massar_desktop.app.workplace import PERSON
from sync.domain.fields import Value
from tests.benchmarks.counter_papers import papers_of
from tests.benchmarks.counter_tasks import TASKS
from tests.benchmarks.resident import own_peak_kb
from tests.benchmarks.task_driver import Sitting

TICK_MS, SAMPLES = 5, 60
_QUIET_TASKS = ("1", "1n", "12", "4", "9", "3", "2")


class Ticks(QObject):
    """A timer of 5 ms on the event loop: how late it comes is how long the window did not answer."""

    def __init__(self) -> None:
        super().__init__()
        self.late_ms: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count while the block runs."""
        self._last = time.perf_counter()
        self._timer.start()
        yield
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late_ms.append(max(0.0, (now - self._last) * 1000 - TICK_MS))
        self._last = now


def open_people(sitting: Sitting, people: Sequence[int]) -> list[float]:
    """From the wish to the file on the screen, in ms, person by person."""
    found = []
    for person in people:
        started = time.perf_counter()
        sitting.place.open_person(person)
        sitting.until(lambda person=person: sitting.place.person.shown_person() == person)  # type: ignore[misc]
        sitting.qt.processEvents()
        found.append((time.perf_counter() - started) * 1000)
        sitting.rest(0.15)
    sitting.until(lambda: sitting.place.window.shown_page() == PERSON)
    return found


def save_acts(sitting: Sitting, people: Sequence[int]) -> list[float]:
    """From the wish to the signal that an act is on the disk, in ms."""
    found, flow = [], sitting.place.desk.counter.flow
    day = "2027-02-01"
    facts: dict[str, Value] = {"from_on": day, "to_on": day, "days_taken": 1, "year": 2027, "registered_on": flow.today}
    for person in people:
        done: list[object] = []
        flow.registered.connect(done.append)
        started = time.perf_counter()
        flow.register("annual_leave", person, facts)
        sitting.until(lambda done=done: bool(done))  # type: ignore[misc]
        found.append((time.perf_counter() - started) * 1000)
        flow.registered.disconnect(done.append)
        sitting.rest(0.15)
    return found


def main(arguments: list[str]) -> int:
    """Measure; gives the exit status."""
    folder, clerk, password, staff_list, neighbour, neighbour_clerk, out = arguments
    sitting = Sitting(Path(folder), clerk, password)
    place = sitting.place
    with place.session.database.read() as connection:
        papers = papers_of(connection)
        people = list(connection.exec_driver_sql("SELECT id FROM employee ORDER BY id").scalars())
    step = len(people) // SAMPLES
    told: dict[str, object] = {
        "open_ms": open_people(sitting, people[::step][:SAMPLES]),
        "save_ms": save_acts(sitting, people[1::step][:SAMPLES]),
    }
    for name in _QUIET_TASKS:
        if name in TASKS:
            sitting.work(name, papers).write(Path(out))
    writes = [sys.executable, "-m", "tests.benchmarks.neighbour_driver", neighbour, neighbour_clerk, password]
    subprocess.run(writes, check=True)  # another laptop's work: not this process's memory
    ticks = Ticks()
    sitting.go_home()
    with ticks.running():
        place.runner.start()
        sitting.until(lambda: not place.runner.running and place.runner.last is not None)
        sitting.rest(1.0)
    told["pull_late_ms"], ticks.late_ms = ticks.late_ms, []
    done: list[object] = []
    place.import_list.finished.connect(lambda: done.append(True))
    place.import_list.reviewed.connect(place.import_list.start)
    place.go_to("import_list")
    with ticks.running():
        place.import_list.open_file(Path(staff_list))
        sitting.until(lambda: bool(done), seconds=300.0)
        sitting.rest(1.0)
    told["import_late_ms"] = ticks.late_ms
    told["memory_kb"] = own_peak_kb()
    sys.stdout.write(json.dumps(told) + "\n")
    sitting.app.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
