"""How fast the machine itself is while the other figures are taken: what they are to be read beside."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

from tests.benchmarks.figures import Figure, Run, benchmark

_WORK = """
import time
began = time.process_time()
words = {}
for number in range(400_000):
    words[number % 5_000] = f"{number:x}"
print((time.process_time() - began) * 1000)
"""


def machine_figures() -> Iterator[Figure]:
    """The processor time of one piece of plain Python, alone and with every core at the same piece."""
    cores = os.cpu_count() or 1
    yield Figure("M.alone_ms", "processor time of a fixed piece of Python, alone", _slowest(1), "ms")
    yield Figure(
        "M.beside_ms",
        f"the same with all {cores} cores at it: threads of one core slow each other",
        _slowest(cores),
        "ms",
    )


def _slowest(at_once: int) -> float:
    command = [sys.executable, "-I", "-c", _WORK]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(at_once)]
    return max(float(process.communicate()[0]) for process in running)


@benchmark("M")
def machine(_run: Run) -> Iterator[Figure]:
    """The yardstick beside all others."""
    yield from machine_figures()
