"""What lies on a stick, seen by one office: which file is a reply for it, which was taken in, what its own is called.

Files are known by their first bytes and by whom they are sealed to, never by their names: a clerk may rename them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from hashlib import blake2b
from pathlib import Path

from sync.client.bundle import Stick, Written
from sync.client.durable_file import sync_folder
from sync.client.errors import StickFailed
from sync.client.identity import Identity
from sync.client.replica import Replica
from sync.client.reply_file import translated
from sync.protocol import bundle
from sync.protocol.bundle import Audience, Part
from sync.protocol.errors import WireError
from sync.storage.rows import get_meta, set_meta

FOLDER = "Massar"
"""Where files are written on a stick; they are found there and beside it."""
REQUEST, REPLY, CARD = ".request", ".reply", ".card"
_SUFFIXES = (REQUEST, REPLY)
_MOST_FILES = 200
"""A stick full of pictures is not read through."""
_TAKEN = "sticks_taken_in"
_REMEMBERED = 100


class Sort(Enum):
    """What a file is to this office."""

    REPLY = "reply"
    REPLY_TO_ANOTHER = "reply to another"
    REQUEST = "request"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Found:
    """An exchange file on a stick; `taken` when this office has taken in the very same bytes before."""

    path: Path
    sort: Sort
    bytes: int
    at_ms: int
    taken: bool = False

    @property
    def is_news(self) -> bool:
        """True for a reply that was not taken in yet."""
        return self.sort is Sort.REPLY and not self.taken


def request_name(identity: Identity) -> str:
    """What this office's request is called: always the same, so that a newer one takes the older one's place."""
    return f"massar-{identity.place:04}-{identity.device}{REQUEST}"


def likely_files(folder: Path) -> list[Path]:
    """The files of a stick that may be exchange files, in its root and in our folder; raises StickFailed."""
    found: list[Path] = []
    with translated():
        for place in (folder, folder / FOLDER):
            if place.is_dir():
                found += [path for path in sorted(place.iterdir())[:_MOST_FILES] if _is_likely(path)]
    return found


def look(folder: Path, replica: Replica) -> tuple[Found, ...]:
    """The exchange files of a stick, the newest first; raises StickFailed, StorageError."""
    taken = _taken(replica)
    found = []
    for path in likely_files(folder):
        with translated():
            told, data = path.stat(), bundle.read_file(path)
        sort = _sort(data, replica.identity)
        at_ms = int(told.st_mtime * 1000)
        found.append(Found(path, sort, len(data), at_ms, _digest(data) in taken))
    return tuple(sorted(found, key=lambda one: one.at_ms, reverse=True))


def cards(folders: Iterable[Path]) -> list[Path]:
    """The cards of centres on some sticks (protocol/card.py), by their name."""
    places = [place for folder in folders for place in (folder, folder / FOLDER) if place.is_dir()]
    return [path for place in places for path in sorted(place.glob(f"*{CARD}"))]


def write_checked(stick: Stick, folder: Path, name: str) -> tuple[Path, Written]:
    """Write the request on a stick and read it back; gives the file. Raises BundleError, StorageError."""
    target = folder / FOLDER / name
    with translated():
        target.parent.mkdir(exist_ok=True)
    written = stick.write_request(target)
    with translated():
        sync_folder(target.parent)
        there = bundle.read_file(target)
    if len(there) != written.bytes or not bundle.read(there):
        raise StickFailed("what was written is not what is there")
    return target, written


def remember_taken(replica: Replica, path: Path) -> None:
    """Keep that a reply was taken in, so that it is not offered again; raises StickFailed, StorageError."""
    with translated():
        digest = _digest(bundle.read_file(path))
    known = [old for old in _taken(replica) if old != digest]
    with replica.database.write() as connection:
        set_meta(connection, replica.tables.meta, _TAKEN, json.dumps([*known, digest][-_REMEMBERED:]))


def _is_likely(path: Path) -> bool:
    if not path.is_file():
        return False
    if path.suffix in _SUFFIXES:
        return True
    with path.open("rb") as file:
        return file.read(len(bundle.MAGIC)) == bundle.MAGIC


def _sort(data: bytes, identity: Identity) -> Sort:
    try:
        parts = bundle.read(data)
    except WireError:
        return Sort.DAMAGED
    if any(part.audience is Audience.CENTRE for part in parts):
        return Sort.REQUEST
    return Sort.REPLY if any(_is_ours(part, identity) for part in parts) else Sort.REPLY_TO_ANOTHER


def _is_ours(part: Part, identity: Identity) -> bool:
    if part.audience is Audience.DEVICE:
        return part.number == identity.device
    return part.scope in identity.scopes.all


def _taken(replica: Replica) -> list[str]:
    with replica.database.read() as connection:
        kept = get_meta(connection, replica.tables.meta, _TAKEN)
    return [str(one) for one in json.loads(kept)] if kept else []


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
