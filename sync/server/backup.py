"""Backups of the centre: one folder each, with the database, how far it goes, and the hash of both.

The secrets (`keys`) and the fence are not in them: who restores a backup must hold the first already, and the second
must never go back. On PostgreSQL its own programs do the work (pg_dump, pg_restore), found where Debian keeps them.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from sqlalchemy import make_url

from sync.server import archive
from sync.server.service import Centre

_SQLITE = "sqlite:///"
_DATABASE = {True: "centre.db", False: "centre.dump"}
_POSITION, _SUMS = "position.json", "sha256.txt"


class BadBackup(Exception):
    """A folder that is no whole backup, a place that is not empty, or a program that failed; says which."""


def write(centre: Centre, folder: Path, now_ms: int) -> Path:
    """Write a backup below a folder; gives its own. Raises BadBackup, StorageError, OSError.

    The position is read first: the database that is copied then holds at least that.
    """
    made = folder / datetime.fromtimestamp(now_ms / 1000, UTC).strftime("%Y%m%dT%H%M%SZ")
    draft = made.with_name(f".{made.name}.new")
    draft.mkdir(parents=True)
    with centre.database.read() as connection:
        position = archive.position(connection, centre.tables)
    _write(draft / _POSITION, msgspec.json.encode(position))
    database = draft / _DATABASE[centre.database.is_sqlite]
    if centre.database.is_sqlite:
        centre.database.copy_to(database)
    else:
        url = centre.database.engines[1].url.render_as_string(hide_password=False)
        run_program("pg_dump", ["--format=custom", f"--file={database}", plain(url)])
    names = [_POSITION, database.name]
    _write(draft / _SUMS, "".join(f"{_hash(draft / name)}  {name}\n" for name in names).encode())
    draft.rename(made)
    return made


def restore(backup: Path, url: str) -> None:
    """Put a backup into an empty database. Raises BadBackup, OSError."""
    check(backup)
    if url.startswith(_SQLITE):
        target = Path(url.removeprefix(_SQLITE))
        if target.exists():
            raise BadBackup(f"{target} exists; a backup is put into an empty place")
        source = backup / _DATABASE[True]
        if not source.exists():
            raise BadBackup("this is a backup of PostgreSQL")
        shutil.copyfile(source, target)
        return
    source = backup / _DATABASE[False]
    if not source.exists():
        raise BadBackup("this is a backup of SQLite")
    run_program("pg_restore", ["--exit-on-error", "--no-owner", f"--dbname={plain(url)}", str(source)])


def check(backup: Path) -> None:
    """Whether a folder holds, byte for byte, what was written. Raises BadBackup."""
    try:
        told = [line.split("  ") for line in (backup / _SUMS).read_text("ascii").splitlines()]
    except OSError as wrong:
        raise BadBackup(f"{backup} is no whole backup") from wrong
    for known, name in told:
        if not (backup / name).exists() or _hash(backup / name) != known:
            raise BadBackup(f"{name} is not what was written")


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def plain(url: str) -> str:
    """The address as PostgreSQL's own programs read it."""
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def program(name: str) -> str:
    """Where a program of PostgreSQL is: of the newest version that Debian has here, else on the path."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    command = str(found[-1]) if found else shutil.which(name)
    if command is None:
        raise BadBackup(f"{name} is not installed")
    return command


def run_program(name: str, arguments: Sequence[str]) -> None:
    """Run a program of PostgreSQL. Raises BadBackup with what it said when it fails."""
    done = subprocess.run([program(name), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise BadBackup(f"{name}: {done.stderr.strip()}")
