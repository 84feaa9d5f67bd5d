"""The sticks that are in this computer now: where they are mounted, how they are called, how much room they have.

Slow where a network drive hangs: never on the UI thread.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStorageInfo

OVERRIDE: Final = "MASSAR_STICKS"
"""Names folders that count as sticks, joined as PATH is: for drives the system does not call removable, and tests."""
_MOUNTED_BELOW: Final = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
_REMOVABLE: Final = 2
"""GetDriveTypeW: DRIVE_REMOVABLE."""


@dataclass(frozen=True, slots=True)
class Drive:
    """A stick: its folder, its own name ("" for none), free bytes, and whether it can be written."""

    folder: Path
    name: str
    free: int
    writable: bool = True


def drives(environment: Mapping[str, str] = os.environ) -> list[Drive]:
    """Every stick that is ready, in the order of the system; the first is chosen, so those that can be written lead."""
    named = [Path(part) for part in environment.get(OVERRIDE, "").split(os.pathsep) if part]
    found = [_drive(QStorageInfo(str(folder)), folder) for folder in named if folder.is_dir()]
    for volume in QStorageInfo.mountedVolumes():
        root = volume.rootPath()
        if volume.isValid() and volume.isReady() and _is_removable(root):
            found.append(_drive(volume, Path(root)))
    return sorted(found, key=lambda drive: not drive.writable)


def _drive(volume: QStorageInfo, folder: Path) -> Drive:
    name = volume.name() or folder.name
    writable = not volume.isReadOnly() and os.access(folder, os.W_OK)
    return Drive(folder, name, max(volume.bytesAvailable(), 0), writable)


def _is_removable(root: str) -> bool:
    if sys.platform == "win32":
        from ctypes import windll

        return bool(windll.kernel32.GetDriveTypeW(root) == _REMOVABLE)
    return root.startswith(_MOUNTED_BELOW)
