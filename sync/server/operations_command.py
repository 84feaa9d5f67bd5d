"""The commands of `massar-centre` for those who run it: backup, restore, verify, how far it goes, what is archived."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import msgspec

from sync.server import archive, backup, verify
from sync.server.anchors import outside
from sync.server.history import new_epoch
from sync.server.service import Centre
from sync.server.settings import Settings

BEHIND = ("position", "verify", "restore", "new-epoch")
"""Those that also look at a database that stands behind the fence."""


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands with their arguments."""
    made = commands.add_parser("backup", help="write a backup below a folder; prints its own folder")
    made.add_argument("folder", type=Path, nargs="?", help="default: `backups` of the configuration")
    restored = commands.add_parser("restore", help="put a backup into an empty database (--database)")
    restored.add_argument("backup", type=Path)
    whole = commands.add_parser("verify", help="read all of a database and say what is wrong; exit status 1 if any is")
    whole.add_argument("--restored", action="store_true", help="it is older than the anchors kept outside: leave them")
    commands.add_parser("position", help="print how far this database goes, as JSON: run on a restored archive")
    archived = commands.add_parser("archived", help="all up to a position is archived and verified: tell offices")
    archived.add_argument("file", type=argparse.FileType("rb"), help="what `position` printed; - for standard input")
    epoch = commands.add_parser("new-epoch", help="after a restore: start a new history from what the database holds")
    epoch.add_argument("--despite-archive", action="store_true", help="give up what was archived and is not here")


def run_backup(centre: Centre, settings: Settings, options: argparse.Namespace) -> int:
    """Write one."""
    try:
        made = backup.write(centre, options.folder or settings.backups, centre.now_ms())
    except backup.BadBackup as wrong:
        sys.stderr.write(f"no backup was written: {wrong}\n")
        return 2
    sys.stdout.write(f"{made}\n")
    return 0


def run_restore(settings: Settings, options: argparse.Namespace) -> int:
    """Put one back; before any table is made."""
    try:
        backup.restore(options.backup, options.database or settings.database)
    except backup.BadBackup as wrong:
        sys.stderr.write(f"nothing was restored: {wrong}\n")
        return 2
    sys.stdout.write("restored; next: verify, then new-epoch, then serve\n")
    return 0


def run_verify(centre: Centre, _: Settings, options: argparse.Namespace) -> int:
    """Say what is wrong."""
    anchors = outside(centre.fence) if centre.fence and not options.restored else None
    count = 0
    with centre.database.read() as connection:
        for finding in verify.findings(connection, centre.tables, anchors):
            sys.stderr.write(f"{finding}\n")
            count += 1
    sys.stdout.write(f"{count} findings\n")
    return 1 if count else 0


def run_position(centre: Centre, _: Settings, __: argparse.Namespace) -> int:
    """Print it."""
    with centre.database.read() as connection:
        found = archive.position(connection, centre.tables)
    sys.stdout.write(msgspec.json.encode(found).decode() + "\n")
    return 0


def run_archived(centre: Centre, _: Settings, options: argparse.Namespace) -> int:
    """Take a position in."""
    try:
        told = msgspec.json.decode(options.file.read(), type=archive.Position)
        number = centre.archived(told)
    except (msgspec.DecodeError, archive.OtherArchive) as wrong:
        sys.stderr.write(f"this is no position of this database's history ({wrong})\n")
        return 2
    sys.stdout.write(f"archive {number}\n")
    return 0


def run_new_epoch(centre: Centre, _: Settings, options: argparse.Namespace) -> int:
    """Begin it."""
    if centre.fence is None:
        raise ValueError("a centre has a fence")
    with centre.database.write() as connection:
        epoch = new_epoch(connection, centre.tables, centre.fence, despite_archive=options.despite_archive)
    centre.fence.raise_to(epoch, {})
    sys.stdout.write(f"epoch {epoch}\n")
    return 0


COMMANDS = {
    "backup": run_backup,
    "verify": run_verify,
    "position": run_position,
    "archived": run_archived,
    "new-epoch": run_new_epoch,
}
