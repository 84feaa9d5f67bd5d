"""`massar-centre audit`: verify it, export it, anchor it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sync.server import audit, audit_check
from sync.server.anchors import outside
from sync.server.service import Centre
from sync.server.settings import Settings


def declare(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    deeds = parser.add_subparsers(dest="deed", required=True)
    verify = deeds.add_parser("verify", help="find any line that was altered, removed or put in; exit status 1 if so")
    verify.add_argument("--file", type=Path, help="verify an exported file, without the database")
    export = deeds.add_parser("export", help="write all lines as JSON lines")
    export.add_argument("file", type=Path)
    deeds.add_parser("anchor", help="take into the nation's chain where all chains stand: once a day, also by `serve`")


def run(centre: Centre, _: Settings, options: argparse.Namespace) -> int:
    """Do it; gives the exit status."""
    if options.deed == "anchor":
        done = centre.audit.anchor(centre.now_ms(), centre.fence)
        sys.stdout.write("anchored\n" if done else "anchored before today\n")
        return 0
    if options.deed == "export":
        return _export(centre, options.file)
    kept = audit_check.read_kept(outside(centre.fence)) if centre.fence else None
    with centre.database.read() as connection:
        if options.file:
            with options.file.open(encoding="ascii") as lines:
                found = audit_check.verify_export(lines)
        else:
            found = audit_check.verify(connection, centre.tables, kept)
        count = sum(head.n for head in connection.execute(centre.tables.audit.head.select()))
    for finding in found:
        sys.stderr.write(f"scope {finding.scope}, line {finding.n}: {finding.code}\n")
    sys.stdout.write(f"{count} lines, {len(found)} findings\n")
    return 1 if found else 0


def _export(centre: Centre, target: Path) -> int:
    count = 0
    with centre.database.read() as connection, target.open("w", encoding="ascii") as file:
        for line in audit_check.export(connection, centre.tables):
            file.write(line + "\n")
            count += 1
    sys.stdout.write(f"{count} lines; columns are those of sync/storage/audit.py, chains those of {audit.__name__}\n")
    return 0
