"""D figures of the desk at work: opening a file, saving an act, stalls of the window, memory; an office of 15,000."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import quantiles
from typing import Any

from massar_desktop.commands.centre_process import CentreProcess
from sync.client.enrolment import PRACTICE_PASSWORD
from tests.benchmarks.bench_desktop import OFFICE_PEOPLE, write_staff_list
from tests.benchmarks.bench_tasks import TRACES, drive
from tests.benchmarks.counter_world import enrolled_office, start_centre
from tests.benchmarks.figures import Figure, Run, benchmark

_LONG_MS = 50


@benchmark("D.open_person_p95_ms")
def open_person(run: Run) -> Iterator[Figure]:
    """A file, from the wish to the screen."""
    times = _worked(run)["open_ms"]
    yield Figure(
        "D.open_person_p95_ms", f"{len(times)} files, from the wish until it is on the screen", _p(times, 95), "ms"
    )


@benchmark("D.save_act_p95_ms")
def save_act(run: Run) -> Iterator[Figure]:
    """An act, from the wish to the disk."""
    times = _worked(run)["save_ms"]
    yield Figure("D.save_act_p95_ms", f"{len(times)} acts, from the wish until it is on the disk", _p(times, 95), "ms")


@benchmark("D.stall")
def stall(run: Run) -> Iterator[Figure]:
    """How late a timer of 5 ms comes while a list is imported and changes are pulled."""
    told = _worked(run)
    late = [*told["import_late_ms"], *told["pull_late_ms"]]
    over = sum(one > _LONG_MS for one in late)
    what = f"a 5 ms timer in an import of {OFFICE_PEOPLE:,} rows and a pull of 2,000 changes; {over} over {_LONG_MS} ms"
    yield Figure("D.stall_max_ms", what, max(late), "ms")
    yield Figure("D.stall_p99_ms", "the same, of a hundred ticks the latest", _p(late, 99), "ms")


@benchmark("D.memory_mb")
def memory(run: Run) -> Iterator[Figure]:
    """Peak memory of the app."""
    what = "peak resident memory, all processes of the app: tasks, a pull of 2,000 changes, an import of 15,000 rows"
    yield Figure("D.memory_mb", what, _worked(run)["memory_kb"] / 1000, "MB")


def _worked(run: Run) -> dict[str, Any]:
    """What the driver told; worked once a run."""
    kept = run.folder / "desk.json"
    if not kept.exists():
        staff_list, centre = run.folder / "staff.xlsx", CentreProcess(run.folder / "desk-centre")
        write_staff_list(staff_list)
        try:
            start_centre(centre, OFFICE_PEOPLE)
            clerk = enrolled_office(run.folder / "desk-office", centre)
            neighbour = enrolled_office(run.folder / "neighbour", centre)
            told = drive(run, "desk_driver", *_arguments(run.folder, clerk, staff_list, neighbour))
        finally:
            centre.stop()
        kept.write_text(json.dumps(told), "ascii")
    found: dict[str, Any] = json.loads(kept.read_text("ascii"))
    return found


def _arguments(folder: Path, clerk: int, staff_list: Path, neighbour: int) -> Sequence[str]:
    offices = [str(folder / "desk-office"), str(clerk), PRACTICE_PASSWORD, str(staff_list)]
    return [*offices, str(folder / "neighbour"), str(neighbour), str(TRACES)]


def _p(times: Sequence[float], percent: int) -> float:
    return quantiles(times, n=100)[percent - 1]
