"""`massar-centre transfer`: a person's file goes to another province, found by her payroll number.

`massar-centre explain-removal`: why many went, for the offices that would else stop before so many are taken away.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date

from sync.server import removal
from sync.server.service import Centre
from sync.server.transfer import Transfer, TransferRefused, transfer, whereabouts_of


def declare(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("ppr", help="her payroll number")
    parser.add_argument("destination", type=int, help="code of the directorate she goes to")
    parser.add_argument("--day", type=_day, required=True, help="ISO day from which on she belongs there")
    parser.add_argument("--origin", type=int, help="code of her directorate, where two people have that number")
    parser.add_argument("--by", type=int, default=0, metavar="ACCOUNT", help="who decided it")


def declare_reason(parser: argparse.ArgumentParser) -> None:
    """The arguments of `explain-removal`."""
    parser.add_argument("place", type=int, help="code of the directorate that the people left")
    parser.add_argument("--reason", required=True, help="what its offices are told")
    parser.add_argument("--by", type=int, default=0, metavar="ACCOUNT", help="who answers for it")


def explain(centre: Centre, options: argparse.Namespace) -> int:
    """Keep the reason; gives the exit status."""
    with centre.database.write() as connection:
        said = options.reason, options.by
        removal.explain(connection, centre.tables, options.place, said, centre.now_ms())
    sys.stdout.write(f"{options.place:04}: {options.reason}\n")
    return 0


def _day(text: str) -> str:
    return date.fromisoformat(text).isoformat()


def run(centre: Centre, options: argparse.Namespace) -> int:
    """Do it; gives the exit status."""
    with centre.database.read() as connection:
        found = whereabouts_of(connection, centre.tables, options.ppr)
    found = [one for one in found if options.origin in (None, one[1])]
    if len(found) != 1:
        places = ", ".join(f"{place:04}" for _, place in found)
        sys.stderr.write(f"{len(found)} people have the number {options.ppr}{': ' if places else ''}{places}\n")
        return 2
    (person, origin), to = found[0], options.destination
    try:
        wanted = Transfer(person, origin, to, options.day, options.by)
        transfer(centre.database, centre.tables, wanted, centre.now_ms())
    except TransferRefused as refused:
        sys.stderr.write(f"not transferred: {refused.code}\n")
        return 2
    sys.stdout.write(f"{options.ppr}: {origin:04} -> {to:04}\n")
    return 0
