"""What keeps the app small on a laptop with two gigabytes; where a system or a version differs, nothing happens."""

from __future__ import annotations

import ctypes
import linecache
import sys
from functools import cache
from typing import Final

_FEATURES: Final = "PySide6.support.feature"
_TRIM_THRESHOLD, _ARENA_MAX = -1, -8  # of glibc's mallopt
_ARENAS: Final = 2
_KEPT_BYTES: Final = 128 * 1024


def leave_sources_unread() -> None:
    """Have PySide not read the source of each module that is imported, call it early.

    It looks there for its own name, to know where `from __feature__ import ...` may stand, which no module of ours has;
    the text of some eight hundred files then stays in memory: 22 MB and a tenth of a second of the start.
    """
    features = sys.modules.get(_FEATURES)
    if hasattr(features, "_mod_uses_pyside"):
        features._mod_uses_pyside = lambda _module: True  # type: ignore[union-attr]
        linecache.clearcache()  # those it has read until now


def share_arenas() -> None:
    """Have threads take memory from the same few places and give it back, where each had one of its own that grew."""
    libc = _glibc()
    if libc is not None:
        libc.mallopt(_ARENA_MAX, _ARENAS)
        libc.mallopt(_TRIM_THRESHOLD, _KEPT_BYTES)


def give_back() -> None:
    """Give what was freed back to the system, after work that took much; some milliseconds, off the UI thread."""
    libc = _glibc()
    if libc is not None:
        libc.malloc_trim(0)


@cache
def _glibc() -> ctypes.CDLL | None:
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    return libc if hasattr(libc, "malloc_trim") and hasattr(libc, "mallopt") else None
