"""The newest lists and scans where a clerk's files arrive: downloads, desktop, documents, pictures, sticks that are in.

Slow where a network drive hangs: never on the UI thread.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths

from massar_desktop.system.removable import drives

LISTS: Final = frozenset({".xlsx", ".xls", ".xlsb", ".ods", ".csv", ".tsv"})
"""A .txt may be a list as well, but is a letter more often: it is opened by the file dialog."""
MOST: Final = 8
_MOST_LOOKED_AT: Final = 2_000
"""Entries of one folder: a stick full of photographs must not hold up the list."""
_HIDDEN: Final = (".", "~$")
"""What begins so is no list: hidden files, and the locks that spreadsheets leave while a file is open."""


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file: where it lies, when it was last written (Unix seconds), its size in bytes."""

    path: Path
    written: float
    size: int


def newest_lists() -> list[NewFile]:
    """The newest spreadsheets of the usual folders and sticks, at most MOST, the newest first."""
    return newest_of([*_usual_folders(), *(drive.folder for drive in drives())])


def newest_scans(suffixes: Collection[str], beside: Iterable[Path] = ()) -> list[NewFile]:
    """The newest scans: of the usual folders and sticks, and `beside` them, where the scanner puts its own."""
    pictures = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.PicturesLocation)
    folders = [*beside, *map(Path, pictures), *_usual_folders(), *(drive.folder for drive in drives())]
    return newest_of(folders, suffixes=suffixes)


def newest_of(folders: Iterable[Path], most: int = MOST, suffixes: Collection[str] = LISTS) -> list[NewFile]:
    """The newest files of some folders, not of folders inside them; what cannot be read is left out."""
    found = {one.path: one for folder in dict.fromkeys(folders) for one in _files_of(folder, suffixes)}
    return nlargest(most, found.values(), key=lambda one: (one.written, str(one.path)))


def _usual_folders() -> Iterator[Path]:
    places = QStandardPaths.StandardLocation
    for place in (places.DownloadLocation, places.DesktopLocation, places.DocumentsLocation):
        for folder in QStandardPaths.standardLocations(place):
            yield Path(folder)


def _files_of(folder: Path, suffixes: Collection[str]) -> Iterator[NewFile]:
    try:
        with os.scandir(folder) as entries:
            for entry in islice(entries, _MOST_LOOKED_AT):
                if (one := _file(entry, suffixes)) is not None:
                    yield one
    except OSError:
        return  # a folder that is not there, or not ours to read, has no lists for us


def _file(entry: os.DirEntry[str], suffixes: Collection[str]) -> NewFile | None:
    if entry.name.startswith(_HIDDEN) or Path(entry.name).suffix.lower() not in suffixes:
        return None
    try:
        about = entry.stat()
    except OSError:
        return None  # gone meanwhile, or a link that leads nowhere
    if not stat.S_ISREG(about.st_mode) or not about.st_size:
        return None
    return NewFile(Path(entry.path), about.st_mtime, about.st_size)
