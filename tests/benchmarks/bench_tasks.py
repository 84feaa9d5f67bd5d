"""K figures: the counter tasks of a clerk, by the keystroke-level model over the real app."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from massar_desktop.commands.centre_process import CentreProcess
from sync.client.enrolment import PRACTICE_CLERK, PRACTICE_PASSWORD
from tests.benchmarks.counter_tasks import AT_A_CENTRE, EXCEL, TASKS
from tests.benchmarks.counter_world import enrolled_office, leave_list, leave_unsent, make_office, start_centre
from tests.benchmarks.figures import Figure, Run, benchmark
from tests.benchmarks.resident import Resident

_LIMIT_S = 900
OFFICE_PEOPLE = 15_000
TRACES = Path("build/klm")


@benchmark("K")
def tasks(run: Run) -> Iterator[Figure]:
    """Each task at the keyboard of the real window: an office of 15,000 people, and for exchanges an enrolled one."""
    told = worked(run)["tasks"]
    for name, one in told.items():
        what = ((TASKS | AT_A_CENTRE)[name].__doc__ or "").split(":", 1)[-1].strip(" .")
        counted = f"{one['keys']} keys, {one['clicks']} clicks, {one['screens']} screens crossed"
        yield Figure(f"K.{name}_s", f"{what}; {counted}; peer: Excel", one["seconds"], "s", EXCEL[name])
        yield Figure(f"K.{name}_actions", f"{what}: keys and clicks", one["actions"], "actions")
    ours, excel = sum(one["seconds"] for one in told.values()), sum(EXCEL[name] for name in told)
    yield Figure("K.sum_ratio_to_excel", f"Excel's seconds over ours, {len(told)} tasks", excel / ours, "times")


def worked(run: Run) -> dict[str, Any]:
    """What the tasks cost, and the peak memory; worked once a run."""
    kept = run.folder / "counter.json"
    if not kept.exists():
        folder, enrolled, stick = run.folder / "counter", run.folder / "enrolled", run.folder / "stick"
        stick.mkdir()
        make_office(folder, OFFICE_PEOPLE)
        leave_list(run.folder)
        told = driven(run, folder, PRACTICE_CLERK, TASKS)
        centre = CentreProcess(run.folder / "centre")
        try:
            start_centre(centre, 200)
            clerk = enrolled_office(enrolled, centre)
            leave_unsent(enrolled, clerk)
            told["tasks"] |= driven(run, enrolled, clerk, AT_A_CENTRE)["tasks"]
        finally:
            centre.stop()
        told["tasks"] = {name: told["tasks"][name] for name in EXCEL if name in told["tasks"]}
        kept.write_text(json.dumps(told), "utf-8")
    found: dict[str, Any] = json.loads(kept.read_text("utf-8"))
    return found


def driven(run: Run, folder: Path, clerk: int, names: Iterable[str]) -> dict[str, Any]:
    """What the driver tells of tasks done on an office's folder."""
    return drive(run, "task_driver", str(folder), str(clerk), PRACTICE_PASSWORD, str(TRACES), *names)


def drive(run: Run, driver: str, *arguments: str) -> dict[str, Any]:
    """Run a driver of this folder as a process of its own; what it prints as JSON.

    `memory_kb` counts the processes of the app with it (resident.py).
    """
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "MASSAR_DATA": str(run.folder),
        "MASSAR_STICKS": str(run.folder / "stick"),
        "XDG_CONFIG_HOME": str(run.folder),
        "HOME": str(run.folder),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    command = [sys.executable, "-m", f"tests.benchmarks.{driver}", *arguments]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:
        resident = Resident(process.pid)
        try:
            said, _ = process.communicate(timeout=_LIMIT_S)
        finally:
            process.kill()
            resident.stop()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    found: dict[str, Any] = json.loads(said)
    return found | {"memory_kb": max(found["memory_kb"], resident.most_kb)}
