"""Another office of the province changes telephones and sends them: `... neighbour_driver FOLDER CLERK PASSWORD`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from sync.client.engine import Engine, Hooks
from sync.client.http import HttpExchange
from sync.client.office import device_key, open_office_folder
from sync.domain.operation import Operation, Verb
from tests.benchmarks.counter_world import NoSecrets

CHANGES: Final = 2_000
_PER_SAVE: Final = 100


def main(arguments: list[str]) -> int:
    """Write and send; gives the exit status."""
    folder, clerk, password = arguments
    office = open_office_folder(Path(folder), int(clerk), password, NoSecrets())
    with office.replica.database.read() as connection:
        people = list(connection.exec_driver_sql("SELECT id FROM employee ORDER BY id").scalars())
    phones = [f"+2126{number:08d}" for number in range(CHANGES)]
    for start in range(0, CHANGES, _PER_SAVE):
        operations = [
            Operation(verb=Verb.CORRECT, kind="employee", row=who, dossier=who, fields={"phone": phone})
            for phone, who in zip(phones[start : start + _PER_SAVE], people[start : start + _PER_SAVE], strict=True)
        ]
        office.replica.record(operations, author=int(clerk))
    carrier = HttpExchange(office.replica.identity.centre)
    numbers = iter(range(1, 10_000))
    Engine(
        office.replica, carrier, Hooks(lambda: next(numbers).to_bytes(16, "big"), device_key(office.replica).sign)
    ).run()
    carrier.close()
    office.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
