"""Dictionaries: what both ends know before a frame begins, as one file a version in resources/dictionaries.

A file holds how each field is coded and synthetic records in columns. Whoever loads it reads these records and keeps
what was learned from them, so that a frame begins as if they had come before it. Its name in frames is the hash of its
bytes; every file ever shipped stays readable.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from sync.domain.canonical import NotCanonical, read_varint, write_varint
from sync.protocol.column_changes import ChangeMachine
from sync.protocol.column_frame import HASH_BYTES, NO_DICTIONARY, Hints, Item, Machine, read_items
from sync.protocol.column_operations import OperationMachine
from sync.protocol.column_rows import RowMachine
from sync.protocol.column_text import Hint
from sync.protocol.column_verdicts import VerdictMachine
from sync.protocol.errors import WireCode, WireError
from sync.protocol.shares import Store

FOLDER = Path(__file__).parents[2] / "resources" / "dictionaries"
SUFFIX = ".dictionary"
BIT_WEIGHT, DIGIT_WEIGHT, SHARE_WEIGHT = 16, 64, 16
"""What is learned from a dictionary counts for no more than so many seen."""
_SAMPLES = 100_000
_MACHINES: tuple[type[Machine[Any]], ...] = (OperationMachine, ChangeMachine, RowMachine, VerdictMachine)


@dataclass(frozen=True, slots=True)
class Dictionary:
    """What frames are packed by."""

    hash: bytes
    hints: Hints = field(repr=False)
    prior: Store | None = field(repr=False)


PLAIN = Dictionary(NO_DICTIONARY, {}, None)
"""No dictionary: every version can read it."""


def load(data: bytes) -> Dictionary:
    """The dictionary of a file's bytes; raises WireError when they are none."""
    try:
        parts, at = [], 0
        while at < len(data):
            length, at = read_varint(data, at)
            parts.append(data[at : at + length])
            at += length
        hints = read_hints(json.loads(parts[0]))
    except (NotCanonical, ValueError, IndexError) as wrong:
        raise WireError(WireCode.UNKNOWN_DICTIONARY) from wrong
    if len(parts) != len(_MACHINES) + 1:
        raise WireError(WireCode.UNKNOWN_DICTIONARY)
    store = Store()
    for machine, body in zip(_MACHINES, parts[1:], strict=True):
        _learn(machine, body, store, hints)
    store.settle(BIT_WEIGHT, DIGIT_WEIGHT, SHARE_WEIGHT)
    return Dictionary(hashlib.blake2b(data, digest_size=HASH_BYTES).digest(), hints, store)


def _learn(machine: type[Machine[Item]], body: bytes, store: Store, hints: Hints) -> None:
    for _ in read_items(lambda reader: machine(reader, store, hints), body, _SAMPLES):
        pass


def dump(hints: Hints, bodies: list[bytes]) -> bytes:
    """The bytes of a file: hints, then operations, changes, rows and verdicts in columns without a dictionary."""
    table = [[kind, number, hint.pool, list(hint.given), hint.style] for (kind, number), hint in hints.items()]
    out = bytearray()
    for part in (json.dumps(table, separators=(",", ":")).encode(), *bodies):
        write_varint(out, len(part))
        out += part
    return bytes(out)


def read_hints(table: list[tuple[int, int, str, list[str], str]]) -> Hints:
    """How fields are coded, from the lists of a file."""
    return {(kind, number): Hint(pool, tuple(given), style) for kind, number, pool, given, style in table}


@cache
def _files() -> dict[bytes, Path]:
    """The files by hash, the oldest first: they are numbered."""
    paths = sorted(FOLDER.glob(f"*{SUFFIX}"), key=lambda path: int(path.stem))
    return {hashlib.blake2b(path.read_bytes(), digest_size=HASH_BYTES).digest(): path for path in paths}


@cache
def _loaded(path: Path) -> Dictionary:
    return load(path.read_bytes())


def newest() -> Dictionary:
    """The dictionary of this version; reading it takes a fraction of a second, once."""
    files = _files()
    return _loaded(files[next(reversed(files))]) if files else PLAIN


def let_go() -> None:
    """Hold none any more: 6 MB on an office's laptop. The next frame reads its own again."""
    _loaded.cache_clear()


def find(name: bytes) -> Dictionary:
    """The dictionary of a hash; raises WireError UNKNOWN_DICTIONARY."""
    if name == NO_DICTIONARY:
        return PLAIN
    path = _files().get(name)
    if path is None:
        raise WireError(WireCode.UNKNOWN_DICTIONARY)
    return _loaded(path)
