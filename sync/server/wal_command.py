"""`massar-centre wal`: a base backup, what the archive really holds, and a data folder that recovers from it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sync.server import archive, verify
from sync.server.backup import BadBackup
from sync.server.service import Centre
from sync.server.settings import Settings
from sync.server.wal import Archive, NotReached, Stand, reaches
from sync.storage.database import open_centre

RESTORE = "restore"
"""The deed that needs no database: there may be none any more."""


def declare(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    deeds = parser.add_subparsers(dest="deed", required=True)
    deeds.add_parser("base", help="take a base backup into the archive (`wal` of the configuration)")
    check = deeds.add_parser("check", help="recover from the archive, read all of it, and call safe what was read")
    check.add_argument("--forget", action="store_true", help="then take out what only older base backups need")
    restore = deeds.add_parser(RESTORE, help="make a data folder that recovers from the archive when a server starts")
    restore.add_argument("folder", type=Path)
    restore.add_argument("--until", help='a moment, as "2026-11-29 11:59:00+00": what came later is left out')


def run(centre: Centre, settings: Settings, options: argparse.Namespace) -> int:
    """Do it; gives the exit status."""
    if centre.database.is_sqlite:
        sys.stderr.write("this is for PostgreSQL; SQLite has `backup`\n")
        return 2
    kept = Archive(settings.wal)
    url = centre.database.engines[1].url.render_as_string(hide_password=False)
    try:
        if options.deed == "base":
            sys.stdout.write(f"{kept.take_base(url, centre.now_ms())}\n")
            return 0
        base = kept.newest_base()
        status = _check(centre, kept, url)
        if options.forget and not status:
            kept.forget_before(base)
        return status
    except BadBackup as wrong:
        sys.stderr.write(f"{wrong}\n")
        return 2


def run_restore(settings: Settings, options: argparse.Namespace) -> int:
    """Make the data folder; before any database is opened."""
    try:
        Archive(settings.wal).prepare(options.folder, options.until)
    except BadBackup as wrong:
        sys.stderr.write(f"{wrong}\n")
        return 2
    sys.stdout.write("ready; next: start a server on it, then verify --restored, then new-epoch, then serve\n")
    return 0


def _check(centre: Centre, kept: Archive, url: str) -> int:
    """Only what was recovered and read is called safe, and only if it reaches to where the log stood before.

    What a kept copy says against the archive is believed when a copy of the base backup says the same.
    """
    with kept.alone():
        stand = kept.settle(centre.database)
        if kept.goes_on:
            try:
                theirs, wrong = _read(centre, kept, url, stand)
            except BadBackup:
                wrong = ["it did not go on"]
            if not wrong:
                return _safe(centre, theirs, stand)
            kept.anew()
        try:
            theirs, wrong = _read(centre, kept, url, stand)
        except NotReached:
            wrong = [f"the archive does not reach to segment {stand.segment}: one before it is missing or damaged"]
        for finding in wrong:
            sys.stderr.write(f"{finding}\n")
        if not wrong:
            return _safe(centre, theirs, stand)
        kept.anew()
        return 1


def _read(centre: Centre, kept: Archive, url: str, stand: Stand) -> tuple[archive.Position, list[str]]:
    """What the archive holds, and what is wrong with it. Raises BadBackup."""
    with kept.recovered(url, stand) as scratch:
        recovered = open_centre(scratch)
        try:
            with recovered.read() as connection:
                if not reaches(connection, stand.at):
                    raise NotReached
                wrong = [str(finding) for finding in verify.findings(connection, centre.tables)]
                return archive.position(connection, centre.tables), wrong
        finally:
            recovered.close()


def _safe(centre: Centre, theirs: archive.Position, stand: Stand) -> int:
    sys.stdout.write(f"archive {centre.archived(theirs)}, up to segment {stand.segment}\n")
    return 0
