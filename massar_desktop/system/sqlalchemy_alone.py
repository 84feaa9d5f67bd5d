"""Loads SQLAlchemy without asyncio, which it wants for databases that are waited for: 4 MB and some 20 ms of the start.

What it asks of asyncio later, as when it looks at an error, loads it then. Imported before anything of SQLAlchemy;
where it comes too late nothing happens.
"""

from __future__ import annotations

import importlib
import inspect
import sys
from types import ModuleType
from typing import Any, Final

_WAITING: Final = "asyncio"


class _Later(ModuleType):
    """Stands for a module until one of its names is asked for."""

    iscoroutine = staticmethod(inspect.iscoroutine)
    """SQLAlchemy keeps this one while it is loaded."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever the module has
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), name)


def _load() -> None:
    if _WAITING in sys.modules:
        return
    later = sys.modules[_WAITING] = _Later(_WAITING)
    try:
        importlib.import_module("sqlalchemy.dialects.sqlite")
    finally:
        if sys.modules.get(_WAITING) is later:
            del sys.modules[_WAITING]


_load()
