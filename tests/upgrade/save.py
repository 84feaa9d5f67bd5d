"""Save what this version writes, once it is released: `python -m tests.upgrade.save` fills tests/upgrade/<schema>/.

A world of a centre and two laptops with every kind of edit, most of them exchanged and some waiting, and beside the
files what they must still say for ever: the rows that each end shows, and the records of each outbox.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from random import Random
from typing import Final

from backports import zstd
from sqlalchemy import select

from sync.client.drafts import Drafts
from sync.domain import catalog
from sync.domain.operation import SCHEMA, read
from sync.storage import dump
from sync.storage.database import Database
from sync.storage.ledger import centre_tables, office_tables
from tests.simulation.clerks import Clerk
from tests.simulation.disk import Disks
from tests.simulation.laptop import Laptop
from tests.simulation.values import Rates
from tests.simulation.world import World

FOLDER = Path(__file__).parent
OFFICES = 2
SEED = 8
"""One province; laptops with and without the confidential compartment."""
DRAFT: Final = ("employee:new", 0, {"surname_ar": "العلوي"}, {"surname_ar": ""})
_ROUNDS, _EDITS_A_ROUND, _WAITING = 4, 12, 14
_LEVEL = 19


def main() -> int:
    """Write the files of this schema; 1 when they are there already: a released version never changes."""
    folder = FOLDER / str(SCHEMA)
    if folder.exists():
        sys.stderr.write(f"{folder} exists: what was released stays as it is\n")
        return 1
    disks = Disks()
    world, laptops = _worked(disks)
    folder.mkdir()
    keys = {laptop.number: laptop.key.private_bytes_raw().hex() for laptop in laptops}
    facts = {"now_ms": world.ms, "keys": keys, "places": list(world.places)}
    (folder / "facts.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="ascii")
    _keep(world.disk.database, folder / "centre.db.zst")
    with world.centre.database.read() as connection:
        _lines(folder / "centre.jsonl", dump.lines(connection, centre_tables().records))
    for laptop in laptops:
        _keep(laptop.disk.database, folder / f"office{laptop.number}.db.zst")
        with laptop.replica.database.read() as connection:
            _lines(folder / f"office{laptop.number}.jsonl", dump.lines(connection, office_tables().records))
        _lines(folder / f"outbox{laptop.number}.jsonl", outbox(laptop))
    disks.close()
    return 0


def _worked(disks: Disks) -> tuple[World, list[Laptop]]:
    quiet = Rates(**{one.name: 0.0 for one in fields(Rates)} | {"hot": 0.4, "poison": 0.0})
    chance = Random(SEED)
    world = World(disks, chance, quiet)
    laptops = [world.buy_laptop() for _ in range(OFFICES)]
    clerks = [Clerk(laptop, chance, quiet) for laptop in laptops]
    for laptop in laptops:
        laptop.line.fair = True
        world.enrol(laptop)
        laptop.sync()
    for _ in range(_ROUNDS):
        for clerk in clerks:
            for _ in range(_EDITS_A_ROUND):
                clerk.act()
        for laptop in laptops:
            laptop.sync()
        world.ms += 86_400_000
    for clerk in clerks:
        for _ in range(_WAITING):
            clerk.act()
    for laptop in laptops:
        Drafts(laptop.replica.database, laptop.clock).save(*DRAFT)
    return world, laptops


def _keep(database: Database, target: Path) -> None:
    """The file in one piece, its log taken in."""
    whole = target.with_suffix("")
    database.copy_to(whole)
    target.write_bytes(zstd.compress(whole.read_bytes(), _LEVEL))
    whole.unlink()


def outbox(laptop: Laptop) -> list[str]:
    """What each record of an outbox says, as JSON lines."""
    t = office_tables().outbox
    with laptop.replica.database.read() as connection:
        return [
            _told(bytes(row.record), row.hash.hex(), f"{row.device}-{row.lane}-{row.n}", row.state)
            for row in connection.execute(select(t).order_by(t.c.position))
        ]


def _told(record: bytes, digest: str, number: str, state: str) -> str:
    one = read(record, catalog.BY_NUMBER)
    says = {
        "verb": one.verb.name,
        "kind": one.kind,
        "row": one.row,
        "dossier": one.dossier,
        "other": one.other,
        "author": one.author,
        "day": one.day,
        "base": [one.base.epoch, one.base.seq],
        "fields": dict(one.fields),
    }
    line = {"number": number, "state": state, "hash": digest, "record": record.hex(), "says": says}
    return json.dumps(line, ensure_ascii=False, sort_keys=True)


def _lines(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
