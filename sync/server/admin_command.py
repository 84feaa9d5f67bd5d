"""The commands of `massar-centre` for people, roles and laptops; whoever runs the machine acts as the operator."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict

import msgspec

from sync.server.administration import OPERATOR, Administration, Grant, NotAllowed, decide_released
from sync.server.devices import Devices
from sync.server.roles import ADMINISTRATOR, ROLES, Roles, day_of
from sync.server.service import Centre
from sync.server.settings import Settings
from sync.storage.identity import Identities

Deed = Callable[[Administration, argparse.Namespace], str]


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands with their arguments."""
    region = commands.add_parser("create-region", help="make a region known, so that somebody can be entered there")
    region.add_argument("place", type=int, help="its number times 100: 500")
    account = commands.add_parser("create-account", help="enter a person; prints her number")
    account.add_argument("place", type=int, help="0 the nation, 500 a region, 504 a province")
    account.add_argument("--name-ar", required=True)
    account.add_argument("--name-fr", required=True)
    grant = commands.add_parser("grant", help="give a person a role in a place, for a time if need be")
    grant.add_argument("account", type=int)
    grant.add_argument("place", type=int)
    grant.add_argument("role", choices=ROLES)
    grant.add_argument("--confidential", action="store_true", help="in the confidential compartment too")
    grant.add_argument("--from", dest="first_day", default="", metavar="DAY")
    grant.add_argument("--until", dest="last_day", metavar="DAY")
    end = commands.add_parser("end-role", help="let a role end on a day, its last")
    end.add_argument("account", type=int)
    end.add_argument("n", type=int, help="its number among the person's: see `list`")
    end.add_argument("day")
    password = commands.add_parser("set-password", help="give a person a password for the console, from standard input")
    password.add_argument("account", type=int)
    code = commands.add_parser("issue-code", help="a one-time code for a laptop of somebody who works in a place")
    code.add_argument("place", type=int)
    code.add_argument("account", type=int)
    listed = commands.add_parser("list", help="people with their roles, and laptops, of a place, as JSON lines")
    listed.add_argument("place", type=int)
    commands.add_parser("doubles", help="whose PPR or CIN stands in two provinces, by id, as JSON lines")
    for name, told in (
        ("revoke-device", "receive what a laptop sends and hold it"),
        ("release", "decide what is held of a laptop"),
        ("erase-device", "revoke a laptop and have it erase itself at its next contact"),
    ):
        commands.add_parser(name, help=told).add_argument("device", type=int)
    for name, told in (
        (
            "entrust",
            "let a laptop be one more person's; it has confidential files while one of them may read them",
        ),
        ("take-from", "let a laptop be a person's no more"),
    ):
        keeper = commands.add_parser(name, help=told)
        keeper.add_argument("device", type=int)
        keeper.add_argument("account", type=int)
    unlock = commands.add_parser("unlock-code", help="the code that opens a laptop not seen for 45 days")
    unlock.add_argument("device", type=int)
    unlock.add_argument("question", help="the ten letters that it shows")


def _create_region(by: Administration, options: argparse.Namespace) -> str:
    by.create_region(options.place)
    return f"region {options.place:04}"


def _create_account(by: Administration, options: argparse.Namespace) -> str:
    return str(by.create_account(options.place, options.name_ar, options.name_fr))


def _grant(by: Administration, options: argparse.Namespace) -> str:
    days = options.first_day, options.last_day
    given = by.grant(Grant(options.account, options.place, options.role, options.confidential, *days))
    return f"account {options.account}: {options.role} in {options.place:04}, role {', '.join(map(str, given))}"


def _end_role(by: Administration, options: argparse.Namespace) -> str:
    by.end_role(options.account, options.n, options.day)
    return f"account {options.account}: role {options.n} ends on {options.day}"


def _set_password(by: Administration, options: argparse.Namespace) -> str:
    by.set_password(options.account, sys.stdin.readline().rstrip("\n"))
    return f"account {options.account}: password set"


def _issue_code(by: Administration, options: argparse.Namespace) -> str:
    return by.issue_code(options.place, options.account)


def _entrust(by: Administration, options: argparse.Namespace) -> str:
    by.entrust(options.device, options.account)
    return f"laptop {options.device}: also account {options.account}'s"


def _take_from(by: Administration, options: argparse.Namespace) -> str:
    by.take_from(options.device, options.account)
    return f"laptop {options.device}: account {options.account}'s no more"


def _revoke(by: Administration, options: argparse.Namespace) -> str:
    by.revoke(options.device)
    return f"laptop {options.device}: revoked"


def _erase(by: Administration, options: argparse.Namespace) -> str:
    by.order_erasure(options.device)
    return f"laptop {options.device}: erased at its next contact"


def _release(by: Administration, options: argparse.Namespace) -> str:
    return f"laptop {options.device}: {by.release(options.device)} operations released"


COMMANDS: Mapping[str, Deed | None] = {
    "create-region": _create_region,
    "create-account": _create_account,
    "grant": _grant,
    "end-role": _end_role,
    "set-password": _set_password,
    "issue-code": _issue_code,
    "entrust": _entrust,
    "take-from": _take_from,
    "revoke-device": _revoke,
    "release": _release,
    "erase-device": _erase,
    "unlock-code": None,
    "list": None,
    "doubles": None,
}


def run(centre: Centre, _: Settings, options: argparse.Namespace) -> int:
    """Do one of them; gives the exit status."""
    deed = COMMANDS[options.command]
    if options.command == "unlock-code":
        deed = _unlocking(centre)
    if deed is None:
        for line in _doubles(centre) if options.command == "doubles" else _listed(centre, options.place):
            sys.stdout.write(line + "\n")
        return 0
    try:
        with centre.database.write() as connection:
            said = deed(Administration(connection, centre.tables, OPERATOR, centre.now_ms()), options)
    except NotAllowed as refused:
        sys.stderr.write(f"nothing was done: {refused.code}\n")
        return 2
    sys.stdout.write(said + "\n")
    if deed is _release:
        done = decide_released(centre.database, centre.tables, options.device, centre.now_ms())
        sys.stdout.write(f"{done} operations decided\n")
    return 0


def _unlocking(centre: Centre) -> Deed:
    keys = centre.keys
    if keys is None:
        raise ValueError("a centre that opens laptops has keys")
    return lambda by, options: by.unlock_code(options.device, options.question, keys)


def _listed(centre: Centre, place: int) -> Iterator[str]:
    with centre.database.read() as connection:
        roles = Roles(connection, centre.tables)
        held, today = roles.at(place), day_of(centre.now_ms())
        people = {person.id: person for person in roles.people(place, today)}
        for one in held:
            person = people.get(one.account)
            names = {"name_ar": person.name_ar, "name_fr": person.name_la} if person else {}
            now = one.on(today) and (person is not None or one.role == ADMINISTRATOR)
            yield _json({"what": "role", **asdict(one), **names, "now": now})
        for laptop in Devices(connection, centre.tables).at(place):
            yield _json({"what": "laptop", **asdict(laptop)})


def _doubles(centre: Centre) -> Iterator[str]:
    with centre.database.read() as connection:
        for field, known in Identities(connection, centre.tables.identity).doubles():
            yield _json({"field": field, "people": [{"person": k.person, "place": k.scope // 10} for k in known]})


def _json(values: Mapping[str, object]) -> str:
    return msgspec.json.encode(values).decode()
