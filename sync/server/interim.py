"""`massar-centre interim`: somebody does the work of another role between two days, by a decision (domain.md 3.2).

Unlike a role that is given for some days, an interim travels to the offices of the province or to the academy: letters
say it, and it holds without a line.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict, dataclass
from datetime import date

from sync.domain.ids import CENTRE_DEVICE, Compartment, is_academy, row_id, scope_id
from sync.domain.lifecycle import Role
from sync.domain.operation import Effect
from sync.domain.record import Row
from sync.server import audit
from sync.server.accounts import NEXT_ROW
from sync.server.administration import OPERATOR, NotAllowed
from sync.server.audit import Deed, Line
from sync.server.publish import write_as_centre
from sync.server.roles import Roles
from sync.server.sequence import Sequences
from sync.server.service import Centre
from sync.storage.rows import lock_meta, set_meta

ROLES = tuple(role.value for role in (Role.HEAD, Role.DIRECTOR, Role.AREF))


@dataclass(frozen=True, slots=True)
class Interim:
    """Who, in which province, does the work of which role, between two ISO days, by which decision."""

    account: int
    place: int
    role: str
    from_on: str
    to_on: str
    reference: str


def publish_interim(centre: Centre, wanted: Interim) -> None:
    """Tell the offices of a province, or an academy; raises NotAllowed for somebody or a place unknown, for a role that
    nobody has there, or days that are none.
    """
    if is_academy(wanted.place) and wanted.role != Role.AREF:
        raise NotAllowed("no_such_role_here")
    try:
        days = [date.fromisoformat(day) for day in (wanted.from_on, wanted.to_on)]
    except ValueError as wrong:
        raise NotAllowed("not_a_day") from wrong
    if days[1] < days[0]:
        raise NotAllowed("days_reversed")
    with centre.database.write() as connection:
        authors = Roles(connection, centre.tables).authors(wanted.place, centre.now_ms())
        if authors.find(wanted.account, wanted.from_on) is None:
            raise NotAllowed("unknown_account")
        number = int(lock_meta(connection, centre.tables.meta, NEXT_ROW))
        set_meta(connection, centre.tables.meta, NEXT_ROW, str(number + 1))
        own, scope = row_id(CENTRE_DEVICE, number), scope_id(wanted.place, Compartment.GENERAL)
        facts = {name: value for name, value in asdict(wanted).items() if name != "place"}
        row = Row("interim", own, own, scope, facts)
        sequences = Sequences(connection, centre.tables, [scope])
        effect = Effect(row.kind, row.id, row.dossier, row.scope, row.values)
        write_as_centre(connection, centre.tables, sequences, [(None, effect)], day=wanted.from_on)
        about = f"account={wanted.account} interim={wanted.role} from={wanted.from_on} until={wanted.to_on}"
        audit.note(connection, centre.tables, [Line(scope, centre.now_ms(), OPERATOR, Deed.ROLE_GIVEN, about)])


def declare(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("account", type=int)
    parser.add_argument("place", type=int, help="code of the directorate, or of the academy")
    parser.add_argument("role", choices=ROLES, help="whose work is done")
    parser.add_argument("--from", dest="first_day", required=True, metavar="DAY")
    parser.add_argument("--until", dest="last_day", required=True, metavar="DAY")
    parser.add_argument("--reference", required=True, help="number of the decision")


def run(centre: Centre, options: argparse.Namespace) -> int:
    """Do it; gives the exit status."""
    days = options.first_day, options.last_day
    try:
        publish_interim(centre, Interim(options.account, options.place, options.role, *days, options.reference))
    except NotAllowed as refused:
        sys.stderr.write(f"nothing was done: {refused.code}\n")
        return 2
    sys.stdout.write(f"account {options.account}: interim of {options.role} until {options.last_day}\n")
    return 0
