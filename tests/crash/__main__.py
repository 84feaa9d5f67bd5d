"""Kill a process at many moments of one trip and examine what is left. Prints one JSON object with the counts.

`python -m tests.crash FOLDER --every K --random N --seed S`: every K-th statement of the office and of the centre, and
N random moments. One warm process forks all others: an experiment costs a quarter of a second, not two.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import socket
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.crash.trip import STATEMENTS, prepare, serve, work
from tests.crash.verdict import examine

OFFICE, CENTRE = "office", "centre"


@dataclass
class Counts:
    """What was done and found."""

    kills: dict[str, int] = field(default_factory=dict)
    statements: dict[str, int] = field(default_factory=dict)
    acknowledged: int = 0
    waited: int = 0
    failures: list[str] = field(default_factory=list)


def forked(run: Callable[[], object]) -> int:
    """Run something in a child process; gives its id. The child never returns."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        run()
        status = 0
    except BaseException:  # noqa: BLE001  # it is told, and this copy of the parent's program must not go on
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def ended(child: int) -> int:
    """Wait for a child; gives its exit status, negative for a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


class Experiments:
    """The same trip again and again, each time from a fresh copy of the same files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._start = folder / "start"
        self._start.mkdir(parents=True)
        assert ended(forked(lambda: prepare(self._start))) == 0
        self.counts = Counts()

    def _copy(self) -> Path:
        here = self._folder / "now"
        shutil.rmtree(here, ignore_errors=True)
        shutil.copytree(self._start, here)
        return here

    def _trip(self, here: Path, who: str, kill_at: int | None, after_s: float | None = None) -> int:
        """One trip in which `who` is killed, at a statement or after a while; gives the exit status of the killed."""
        ours, theirs = socket.socketpair()

        def be_centre() -> None:
            ours.close()
            serve(here, theirs, kill_at if who == CENTRE else None)

        def be_office() -> None:
            theirs.close()
            work(here, ours, kill_at if who == OFFICE else None)

        children = {CENTRE: forked(be_centre), OFFICE: forked(be_office)}
        ours.close()
        theirs.close()
        if after_s is not None:
            signal.sigtimedwait({signal.SIGCHLD}, after_s)  # a trip that ends earlier is not waited for
            os.kill(children[who], signal.SIGKILL)
        statuses = {name: ended(child) for name, child in children.items()}
        other = statuses[OFFICE if who == CENTRE else CENTRE]
        assert other == 0, f"the one that was not killed ended with {other}"
        return statuses[who]

    def reference(self, who: str) -> tuple[int, float]:
        """How many statements `who` runs in a whole trip, and how long it takes in seconds."""
        here, began = self._copy(), time.monotonic()
        status = self._trip(here, who, None)
        assert status == 0, f"the whole trip ended with {status}"
        seconds = time.monotonic() - began
        self.counts.statements[who] = int((here / f"{who}.{STATEMENTS}").read_text())
        return self.counts.statements[who], seconds

    def kill(self, who: str, *, at: int | None = None, after_s: float | None = None) -> None:
        """One experiment, examined."""
        here = self._copy()
        where = f"{who} at statement {at}" if at else f"{who} after {after_s:.4f} s"
        try:
            status = self._trip(here, who, at, after_s)
            assert status == -signal.SIGKILL or at is None, f"not killed: {status}"
        except AssertionError as wrong:
            self.counts.failures.append(f"{where}: {wrong}")
        read, write = os.pipe()

        def report() -> None:
            try:
                found: dict[str, object] = dict(examine(here))
            except Exception as wrong:  # noqa: BLE001  # whatever it is, it is this experiment's failure
                found = {"failure": f"{type(wrong).__name__}: {wrong}"[:2000]}
            os.write(write, json.dumps(found).encode())

        examiner = forked(report)
        os.close(write)
        with os.fdopen(read) as pipe:
            found = json.loads(pipe.read() or '{"failure": "the examiner died"}')
        ended(examiner)
        kind = f"{who} {'statements' if at else 'moments'}"
        self.counts.kills[kind] = self.counts.kills.get(kind, 0) + 1
        if "failure" in found:
            self.counts.failures.append(f"{where}: {found['failure']}")
            return
        self.counts.acknowledged += found["acknowledged"]
        self.counts.waited += found["waited"]


def main() -> int:
    """Run the experiments that were asked for; exit status 1 when something does not hold."""
    parser = argparse.ArgumentParser(prog="tests.crash")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--random", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    chance = random.Random(options.seed)
    experiments = Experiments(options.folder)
    seconds = {}
    for who in (OFFICE, CENTRE):
        statements, seconds[who] = experiments.reference(who)
        for at in range(1 + options.seed % options.every, statements + 1, options.every):
            experiments.kill(who, at=at)
    for number in range(options.random):
        who = (OFFICE, CENTRE)[number % 2]
        experiments.kill(who, after_s=chance.uniform(0, seconds[who]))
    sys.stdout.write(json.dumps(vars(experiments.counts)) + "\n")
    return 1 if experiments.counts.failures else 0


if __name__ == "__main__":
    sys.exit(main())
