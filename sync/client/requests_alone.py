"""Loads requests without what it guesses a text's charset with: 3 MB of a laptop for answers that nobody asks for.

No answer of a centre is read as text; requests goes on without a guesser, and says so once by a warning.
"""

from __future__ import annotations

import importlib
import sys
import warnings
from typing import Final

_GUESSERS: Final = ("chardet", "charset_normalizer")


def _load() -> None:
    if "requests" in sys.modules:
        return
    absent = [name for name in _GUESSERS if name not in sys.modules]
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]  # None: an import of it fails
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            importlib.import_module("requests")
    finally:
        for name in absent:
            del sys.modules[name]


_load()

import requests  # noqa: E402
from requests.adapters import HTTPAdapter  # noqa: E402

__all__ = ["HTTPAdapter", "requests"]
