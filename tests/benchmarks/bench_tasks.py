"""K figures: the counter tasks of a clerk, by the keystroke-level model over the real app."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from sync.client.enrolment import PRACTICE_CLERK, PRACTICE_PASSWORD
from tests.benchmarks.counter_tasks import EXCEL, TASKS
from tests.benchmarks.counter_world import make_office
from tests.benchmarks.figures import Figure, Run, benchmark

OFFICE_PEOPLE = 15_000
TRACES = Path("build/klm")


@benchmark("K")
def tasks(run: Run) -> Iterator[Figure]:
    """Each task at the keyboard of the real window, an office of 15,000 people behind it."""
    folder = run.folder / "counter"
    make_office(folder, OFFICE_PEOPLE)
    command = [sys.executable, "-m", "tests.benchmarks.task_driver", str(folder), str(PRACTICE_CLERK)]
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "MASSAR_DATA": str(run.folder),
        "XDG_CONFIG_HOME": str(run.folder),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    done = subprocess.run(
        [*command, PRACTICE_PASSWORD, str(TRACES), *TASKS],
        env=environment,
        stdout=subprocess.PIPE,
        check=True,
        timeout=600,
    )
    told = json.loads(done.stdout)["tasks"]
    for name, one in told.items():
        what = (TASKS[name].__doc__ or "").split(":", 1)[-1].strip(" .")
        counted = f"{one['keys']} keys, {one['clicks']} clicks, {one['screens']} screens crossed"
        yield Figure(f"K.{name}_s", f"{what}; {counted}; peer: Excel", one["seconds"], "s", EXCEL[name])
        yield Figure(f"K.{name}_actions", f"{what}: keys and clicks", one["actions"], "actions")
    ours, excel = sum(one["seconds"] for one in told.values()), sum(EXCEL[name] for name in told)
    yield Figure("K.sum_ratio_to_excel", f"Excel's seconds over ours, {len(told)} tasks", excel / ours, "times")
