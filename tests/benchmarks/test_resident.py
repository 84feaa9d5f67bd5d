"""Memory is that of the program measured, whatever started it."""

from __future__ import annotations

import subprocess
import sys

from tests.benchmarks.resident import own_peak_kb

_CHILD = "from tests.benchmarks.resident import own_peak_kb; held = bytearray(b'x' * {size}); print(own_peak_kb())"


def peak_of_a_child(size: int) -> int:
    told = subprocess.run([sys.executable, "-c", _CHILD.format(size=size)], capture_output=True, text=True, check=True)
    return int(told.stdout)


def test_a_program_is_not_charged_with_who_started_it() -> None:
    held = bytearray(b"x" * 200_000_000)
    assert own_peak_kb() > len(held) // 1024
    small, large = peak_of_a_child(1), peak_of_a_child(60_000_000)
    assert small < 100_000
    assert 50_000 < large - small < 200_000
