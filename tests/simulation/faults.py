"""Faults of the product's own code that it outlives: it keeps what it could not run, and logs the fault."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from tests.simulation.reference import Violations


class _Told(logging.Handler):
    """Takes a logged exception for a violation."""

    def __init__(self, violations: Violations) -> None:
        super().__init__()
        self._violations = violations

    def emit(self, record: logging.LogRecord) -> None:
        """Note one."""
        if record.exc_info and record.exc_info[1] is not None:
            told = "".join(traceback.format_exception(record.exc_info[1]))
            self._violations.say("diverged", "an error", f"{record.getMessage()}: {told}")


@contextmanager
def told(violations: Violations) -> Iterator[None]:
    """While this lasts no fault of an office's program goes unnoticed."""
    log, handler = logging.getLogger("sync.client"), _Told(violations)
    log.addHandler(handler)
    log.propagate = False
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.propagate = True
