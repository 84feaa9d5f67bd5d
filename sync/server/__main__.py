"""`massar-centre`: serve, migrate, create-province, enrol, transfer, bundle, card, dump, archived, new-epoch..."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from sqlalchemy import select

from sync.domain.ids import Compartment, academy_of, is_province, scope_id
from sync.domain.lifecycle import Role
from sync.domain.record import Row
from sync.server import (
    admin_command,
    audit,
    audit_command,
    interim,
    operations_command,
    packages,
    transfer_command,
    wal_command,
)
from sync.server.accounts import Accounts
from sync.server.administration import OPERATOR, Administration, Grant, NotAllowed
from sync.server.history import BehindArchive, BehindFence, Fence
from sync.server.keys import CentreKeys
from sync.server.publish import publish
from sync.server.registry import GivenNumbers, Registry
from sync.server.service import Centre
from sync.server.settings import BadSettings, Settings
from sync.storage.database import open_centre

ROLES = tuple(role.value for role in Role)


def _now_ms() -> int:
    return time.time_ns() // 1_000_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command of the centre; gives the exit status."""
    options = _parser().parse_args(arguments)
    try:
        settings = Settings.from_environment()
    except BadSettings as wrong:
        sys.stderr.write(f"the configuration cannot be used: {wrong}\n")
        return 2
    if options.command == "restore":
        return operations_command.run_restore(settings, options)
    if options.command == "wal" and options.deed == wal_command.RESTORE:
        return wal_command.run_restore(settings, options)
    url = options.database or settings.database
    own_file = options.database and url.startswith("sqlite:///")
    fence = Fence(_beside(url, ".fence") if own_file else settings.fence)
    keys = CentreKeys(_beside(url, ".keys") if own_file else settings.keys)
    centre = Centre(open_centre(url, keys.identity), _now_ms, fence, keys, safe_at_once=settings.safe_at_once)
    centre.resources = settings.resources
    try:
        centre.migrate()
        if options.command not in ("migrate", "dump", "export", *operations_command.BEHIND):
            _check_fence(centre, fence)
        return COMMANDS[options.command](centre, settings, options)
    except BehindFence as behind:
        sys.stderr.write(
            f"This database is older than what offices have been answered from ({behind}).\n"
            "If it was restored on purpose, run massar-centre new-epoch, then serve: offices send again what it lost.\n"
        )
        return 3
    except BehindArchive:
        sys.stderr.write(
            "This database lacks what was reported as archived, and offices keep that no more. Restore that archive,\n"
            "or a later one. If there is none: massar-centre new-epoch --despite-archive; what it lacks is lost.\n"
        )
        return 4
    finally:
        centre.database.close()


def _beside(url: str, suffix: str) -> Path:
    return Path(url.removeprefix("sqlite:///") + suffix)


def _check_fence(centre: Centre, fence: Fence) -> None:
    with centre.database.read() as connection:
        known = connection.execute(select(centre.tables.head.c.scope, centre.tables.head.c.seq))
        heads = {row.scope: row.seq for row in known}
        fence.check(Accounts(connection, centre.tables).epoch(), heads)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="massar-centre", description="The centre: authority over all provinces.")
    parser.add_argument("--database", help="sqlite:///FILE or postgresql+psycopg://...; default MASSAR_CENTRE_DATABASE")
    commands = parser.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("serve", help="answer offices over HTTP")
    serve.add_argument("--host")
    serve.add_argument("--port", type=int)
    commands.add_parser("migrate", help="bring the database to today's tables")
    province = commands.add_parser("create-province", help="make a province and publish its reference data")
    province.add_argument("place", type=int, help="code of the directorate, for instance 504")
    province.add_argument("--practice", type=int, metavar="PEOPLE", help="a practice province with synthetic people")
    province.add_argument(
        "--histories", type=int, default=0, metavar="N", help="so many of 100 practice people have some ten acts"
    )
    province.add_argument("--seed", type=int, default=1)
    province.add_argument("--today", default=datetime.now(UTC).date().isoformat(), help="ISO day of the practice data")
    academy = commands.add_parser("create-academy", help="make the academy of a region, which reads of its provinces")
    academy.add_argument("region", type=int, help="its number times 100: 500")
    enrol = commands.add_parser("enrol", help="add a person and print a one-time code for her laptop")
    enrol.add_argument("place", type=int, help="504 a province, 500 the academy of a region")
    enrol.add_argument("--name-ar", required=True)
    enrol.add_argument("--name-fr", required=True)
    enrol.add_argument("--role", choices=ROLES, default="clerk")
    enrol.add_argument("--confidential", action="store_true", help="may see the confidential compartment")
    bundle = commands.add_parser("bundle", help="take in request files of laptops, write a reply file for each")
    bundle.add_argument("requests", type=Path, nargs="+", metavar="REQUEST")
    bundle.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    card = commands.add_parser("card", help="write the file by which a laptop without a line knows this centre")
    card.add_argument("file", type=Path)
    transfer_command.declare(commands.add_parser("transfer", help="move a person's file to another province"))
    reason = commands.add_parser("explain-removal", help="after many transfers: the reason offices are told")
    transfer_command.declare_reason(reason)
    admin_command.declare(commands)
    audit_command.declare(commands.add_parser("audit", help="the record of who did what: verify, export, anchor"))
    interim.declare(commands.add_parser("interim", help="somebody does another role's work for some days"))
    packages.declare(commands.add_parser("publish", help="publish a signed package of reference data"))
    operations_command.declare(commands)
    wal_command.declare(commands.add_parser("wal", help="the archive of the write-ahead log: base, check, restore"))
    dump = commands.add_parser(
        "dump", aliases=["export"], help="write all rows and operations as JSON lines into a folder"
    )
    dump.add_argument("folder", type=Path)
    return parser


def _serve(centre: Centre, settings: Settings, options: argparse.Namespace) -> int:
    from sync.server.administration import decide_left_behind
    from sync.server.serving import serve

    decide_left_behind(centre.database, centre.tables, centre.now_ms())
    return serve(centre, settings, options.host or settings.host, options.port or settings.port)


def _migrate(centre: Centre, _: Settings, __: argparse.Namespace) -> int:
    sys.stdout.write(f"database version {centre.migrate()}\n")
    return 0


def _create_province(centre: Centre, settings: Settings, options: argparse.Namespace) -> int:
    from sync.practice.province import PracticeProvince, rows
    from sync.practice.reference import code_rows, directorates
    from sync.practice.rules import rule_rows

    place: int = options.place
    found = directorates(settings.resources).get(place)
    if found is None:
        sys.stderr.write(f"no directorate has the code {place:04}\n")
        return 2
    with centre.database.write() as connection:
        try:
            Accounts(connection, centre.tables).create_province(
                place, found.name_ar, found.name_la, practice=options.practice is not None
            )
            scope = scope_id(place, Compartment.GENERAL)
            made = audit.Line(scope, centre.now_ms(), OPERATOR, audit.Deed.PROVINCE, f"place={place}")
            audit.note(connection, centre.tables, [made])
        except ValueError:
            sys.stderr.write(f"province {place:04} exists already\n")
            return 2
    if options.practice is None:
        source: Iterator[Row] = chain(code_rows(settings.resources), rule_rows(settings.resources))
    else:
        province = PracticeProvince(
            place=place, people=options.practice, histories=options.histories, seed=options.seed, today=options.today
        )
        source = rows(province, Path(settings.resources))
    numbers = GivenNumbers()
    count = publish(centre.database, centre.tables, numbers.seen(source), day=options.today)
    with centre.database.write() as connection:
        Registry(connection, centre.tables.meta, place).goes_on_after(numbers)
    sys.stdout.write(f"province {place:04}: {count} rows\n")
    return 0


def _create_academy(centre: Centre, settings: Settings, options: argparse.Namespace) -> int:
    from sync.practice.reference import academies

    names = academies(settings.resources).get(options.region)
    if names is None:
        sys.stderr.write(f"no region has the number {options.region}\n")
        return 2
    try:
        with centre.database.write() as connection:
            by = Administration(connection, centre.tables, OPERATOR, centre.now_ms())
            place = by.create_academy(options.region, *names)
    except NotAllowed as refused:
        sys.stderr.write(f"nothing was done: {refused.code}\n")
        return 2
    sys.stdout.write(f"academy {place:04}\n")
    return 0


def _enrol(centre: Centre, _: Settings, options: argparse.Namespace) -> int:
    place = options.place if is_province(options.place) else academy_of(options.place)
    grant = Grant(0, place, options.role, options.confidential)
    try:
        with centre.database.write() as connection:
            by = Administration(connection, centre.tables, OPERATOR, centre.now_ms())
            person = by.create_account(place, options.name_ar, options.name_fr)
            by.grant(replace(grant, account=person))
            code = by.issue_code(place, person)
    except NotAllowed:
        what = "province" if is_province(options.place) else "academy"
        sys.stderr.write(f"there is no {what} {options.place:04}\n")
        return 2
    sys.stdout.write(f"{code}\n")
    return 0


def _bundle(centre: Centre, settings: Settings, options: argparse.Namespace) -> int:
    from sync.server.bundle_command import write_replies

    return write_replies(centre, settings, options.requests, options.out)


def _card(centre: Centre, _: Settings, options: argparse.Namespace) -> int:
    from sync.server.bundle_command import write_own_card

    return write_own_card(centre, options.file)


def _transfer(centre: Centre, _: Settings, options: argparse.Namespace) -> int:
    return transfer_command.run(centre, options)


def _interim(centre: Centre, _: Settings, options: argparse.Namespace) -> int:
    return interim.run(centre, options)


def _publish(centre: Centre, _: Settings, options: argparse.Namespace) -> int:
    return packages.run(centre, options)


def _dump(centre: Centre, _: Settings, options: argparse.Namespace) -> int:
    from sync.server.dump import write

    write(centre, options.folder)
    return 0


COMMANDS = {
    "serve": _serve,
    "migrate": _migrate,
    "create-province": _create_province,
    "create-academy": _create_academy,
    "enrol": _enrol,
    "bundle": _bundle,
    "card": _card,
    "transfer": _transfer,
    "interim": _interim,
    "publish": _publish,
    "explain-removal": lambda centre, _, options: transfer_command.explain(centre, options),
    "dump": _dump,
    "export": _dump,
    **operations_command.COMMANDS,
    "audit": audit_command.run,
    "wal": wal_command.run,
    **dict.fromkeys(admin_command.COMMANDS, admin_command.run),
}


if __name__ == "__main__":
    sys.exit(main())
