"""The compiled form of the modules that code frames, where it was built from exactly these sources (docs/adr/0035).

One typed source runs in both forms and writes the same bytes. `installer/compile` builds under build/compiled/, in a
folder named by a hash of the sources and of this interpreter: what was built from others is never looked at, so
nothing stale is ever loaded and nobody has to remember to clean. Without it, or with MASSAR_PURE set, all is Python.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import EXTENSION_SUFFIXES, ModuleSpec
from pathlib import Path
from types import ModuleType

MODULES = (
    "sync.domain.canonical",
    *(
        f"sync.protocol.{name}"
        for name in (
            "shares",
            "range_coder",
            "column_coders",
            "column_ids",
            "column_text",
            "column_moments",
            "column_values",
            "column_frame",
            "column_changes",
            "column_operations",
            "column_rows",
            "column_verdicts",
        )
    ),
)
"""What is compiled, all together."""
_BESIDE = (
    *("sync.domain.fields", "sync.domain.identifiers", "sync.domain.ids"),
    *("sync.protocol.errors", "sync.protocol.messages"),
)
"""What they import and what is not compiled: a build takes its types for granted."""
SOURCES = Path(__file__).parents[1]
FOLDER = SOURCES / "build" / "compiled"
SUFFIX = EXTENSION_SUFFIXES[0]
_PURE = "MASSAR_PURE"


def source(module: str, root: Path = SOURCES) -> Path:
    """The file of a module."""
    return root.joinpath(*module.split(".")).with_suffix(".py")


def key(root: Path = SOURCES) -> str:
    """What names a build: the sources and the interpreter. Raises OSError when a source cannot be read."""
    made = hashlib.blake2b(f"{sys.version} {SUFFIX}".encode(), digest_size=12)
    for module in (*MODULES, *_BESIDE):
        data = source(module, root).read_bytes()
        made.update(len(data).to_bytes(4, "big") + data)
    return made.hexdigest()


class Compiled(MetaPathFinder):
    """Finds the modules of one build, before their sources are found."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """See MetaPathFinder."""
        shared = fullname.endswith("__mypyc")
        if fullname not in MODULES and not shared:
            return None
        file = self._folder.joinpath(*fullname.split(".")).with_suffix(SUFFIX)
        return importlib.util.spec_from_file_location(fullname, file) if file.exists() else None


def prefer(folder: Path = FOLDER, root: Path = SOURCES) -> bool:
    """Have the compiled form imported from here on, where it is there; True when it is."""
    if os.environ.get(_PURE) or not folder.is_dir():
        return False
    build = folder / key(root)
    if not build.is_dir():
        return False
    sys.meta_path.insert(0, Compiled(build))
    return True
