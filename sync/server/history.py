"""Epochs: a centre restored to an earlier state starts a new history, and says from where on the old one is lost.

The fence stands outside the database: it remembers the last epoch and heads that were answered from, so that a
database put back behind it is refused until `massar-centre new-epoch` (sync.md 3.4).
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import msgspec
from sqlalchemy import Connection, Table, func, select

from sync.protocol.messages import Point
from sync.server import archive
from sync.server.accounts import EPOCH, NEXT_ROW, Accounts
from sync.server.chains import Chains
from sync.storage.ledger import CentreTables
from sync.storage.prepared import Prepared
from sync.storage.rows import get_meta, insert_all, set_meta

if sys.platform != "win32":
    import fcntl

ROWS_AN_EPOCH = 1 << 24
"""Row ids that the centre may give in one epoch: those of a lost history are never given again."""


class BehindFence(Exception):
    """The database is older than what offices have been answered from."""


class BehindArchive(Exception):
    """The database lacks what is archived: offices do not keep that any more."""


class Fence:
    """The file that remembers how far the centre had come."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._epoch, self._heads, self._starts = self._read()

    @property
    def epoch(self) -> int:
        """The newest epoch that was ever answered from."""
        return self._epoch

    @property
    def starts(self) -> Mapping[int, Mapping[int, int]]:
        """The numbers from which each later epoch went on, by scope: also of epochs that no database knows any more."""
        return self._starts

    @property
    def safe(self) -> Sequence[Point]:
        """Up to where offices were told that all is archived: what they do not keep any more."""
        path = self._safe_path
        return msgspec.json.decode(path.read_bytes(), type=list[Point]) if path.exists() else []

    def keep_safe(self, points: Sequence[Point]) -> None:
        """Remember, durably, what offices will be told to be archived, in place of what was remembered."""
        _write_durably(self._safe_path, msgspec.json.encode(points))

    @property
    def _safe_path(self) -> Path:
        """A file of its own: another process writes it while this one answers offices."""
        return self._path.with_name(f"{self._path.name}-safe")

    def beside(self, suffix: str) -> Path:
        """Another file outside the database that is kept beside this one."""
        return self._path.with_name(f"{self._path.name}{suffix}")

    def begin(self, epoch: int, starts: Mapping[int, int]) -> None:
        """Remember, durably, from where an epoch goes on."""
        with self._alone():
            self._starts = {**self._starts, epoch: dict(starts)}
            self._write()

    def check(self, epoch: int, heads: Mapping[int, int]) -> None:
        """Raises BehindFence when a database stands behind."""
        behind = any(heads.get(scope, 0) < seq for scope, seq in self._heads.items())
        if epoch < self._epoch or (epoch == self._epoch and behind):
            raise BehindFence(str(self._path))

    def raise_to(self, epoch: int, heads: Mapping[int, int]) -> None:
        """Remember an epoch and heads, durably; a new epoch starts its heads anew."""
        if self._stands_at(epoch, heads):
            return
        with self._alone():
            if self._stands_at(epoch, heads):
                return  # another process, or another thread of this one, was faster
            known = self._heads if epoch == self._epoch else {}
            raised = {**known, **{scope: max(seq, known.get(scope, 0)) for scope, seq in heads.items()}}
            self._epoch, self._heads = epoch, raised
            self._write()

    def _stands_at(self, epoch: int, heads: Mapping[int, int]) -> bool:
        """Whether as much is remembered already."""
        known = self._heads
        return epoch < self._epoch or (
            epoch == self._epoch and all(scope in known and seq <= known[scope] for scope, seq in heads.items())
        )

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """As the only one who writes the file, on top of what others wrote: several processes may serve one centre."""
        with self._lock, self.beside(".lock").open("ab") as held:
            if sys.platform != "win32":
                fcntl.flock(held, fcntl.LOCK_EX)
            self._epoch, self._heads, self._starts = self._read()
            yield

    def _write(self) -> None:
        starts = {str(epoch): _named(heads) for epoch, heads in sorted(self._starts.items())}
        kept = {"epoch": self._epoch, "heads": _named(self._heads), "starts": starts}
        _write_durably(self._path, json.dumps(kept).encode("ascii"))

    def _read(self) -> tuple[int, dict[int, int], dict[int, dict[int, int]]]:
        if not self._path.exists():
            return 0, {}, {}
        kept = json.loads(self._path.read_text(encoding="ascii"))
        starts = {int(epoch): _numbered(heads) for epoch, heads in kept.get("starts", {}).items()}
        return int(kept["epoch"]), _numbered(kept["heads"]), starts


def _write_durably(path: Path, content: bytes) -> None:
    draft = path.with_name(f"{path.name}.new")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def _named(heads: Mapping[int, int]) -> dict[str, int]:
    return {str(scope): seq for scope, seq in sorted(heads.items())}


def _numbered(heads: Mapping[str, int]) -> dict[int, int]:
    return {int(scope): int(seq) for scope, seq in heads.items()}


def new_epoch(connection: Connection, tables: CentreTables, fence: Fence, *, despite_archive: bool = False) -> int:
    """Start a new history at the present heads, above every epoch that was ever answered from; gives its number.

    An epoch that this database does not know was another branch (an older copy was put back first, then this one):
    no more is shared with its offices than what it went on from.

    Raises BehindArchive when this database lacks what offices do not keep any more; `despite_archive` gives that up.
    """
    held = Chains(connection, tables, {}).at((point.scope, point.seq) for point in fence.safe)
    if set(held) != set(fence.safe):
        if not despite_archive:
            raise BehindArchive
        fence.keep_safe(archive.kept(connection, tables))
    epoch = max(Accounts(connection, tables).epoch(), fence.epoch) + 1
    known = set(connection.execute(select(tables.epoch.c.epoch)).scalars())
    branches = [starts for other, starts in fence.starts.items() if other not in known]
    heads = connection.execute(select(tables.head.c.scope, tables.head.c.seq)).all()
    started = {row.scope: min([row.seq, *(starts.get(row.scope, 0) for starts in branches)]) for row in heads}
    fence.begin(epoch, started)
    rows = [{"epoch": epoch, "scope": scope, "started": seq} for scope, seq in started.items()]
    insert_all(connection, tables.epoch, rows)
    set_meta(connection, tables.meta, EPOCH, str(epoch))
    for name in (NEXT_ROW, "centre_n"):
        given = int(get_meta(connection, tables.meta, name) or 1)
        set_meta(connection, tables.meta, name, str(max(given, epoch * ROWS_AN_EPOCH)))
    return epoch


def was_restored(connection: Connection, tables: CentreTables) -> bool:
    """True when this is not the first history."""
    return _some_epoch(tables.epoch).first(connection) is not None


@cache
def _some_epoch(t: Table) -> Prepared:
    return Prepared(lambda _: select(t.c.epoch).limit(1))


def common(connection: Connection, tables: CentreTables, scope: int, epoch: int, seq: int) -> int:
    """The last number of a scope that an older epoch shares with the present one, at most `seq`."""
    t = tables.epoch
    query = select(func.min(t.c.started)).where(t.c.scope == scope, t.c.epoch > epoch)
    started = connection.execute(query).scalar_one()
    return seq if started is None else min(seq, int(started))


def commons(
    connection: Connection, tables: CentreTables, marks: Iterable[tuple[int, int, int]]
) -> list[tuple[int, int]]:
    """For marks of (scope, epoch, seq): each scope and the last number shared with the present epoch."""
    return [(scope, common(connection, tables, scope, epoch, seq)) for scope, epoch, seq in marks]
