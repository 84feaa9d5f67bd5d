"""Offices that exchange by files: what a clerk and the centre's operator do with a stick."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

from sync.client.bundle import Stick, TakenIn
from sync.client.engine import Hooks
from sync.client.outbox import Outbox
from sync.client.sealing import SigningKey
from sync.domain.operation import Operation, Verb
from sync.protocol import bundle
from sync.server.bundle import Place, take_in
from sync.server.keys import CentreKeys
from sync.storage.rows import count as count_rows
from tests.exchange import invariants
from tests.exchange.world import Office, World

KEYS = "centre.db.keys"
"""Where `massar-centre` looks for them, beside the database."""
_names = count(1)


def key_of(office: Office) -> SigningKey:
    """The laptop's own key."""
    return SigningKey(office.key.private_bytes_raw())


def stick_of(office: Office, cancelled: Callable[[], bool] = lambda: False) -> Stick:
    """The bundles of an office."""
    hooks = Hooks(lambda: next(office.requests).to_bytes(16, "big"), office.key.sign, cancelled)
    return Stick(office.replica, key_of(office), hooks)


def open_counter(world: World) -> None:
    """Give the centre the keys with which it takes files in."""
    world.centre.keys = CentreKeys(world.folder / KEYS)


def asks(world: World, office: Office, *, for_neighbours: bool = False) -> Path:
    """The clerk writes a request file."""
    path = world.folder / f"{next(_names)}.request"
    stick_of(office).write_request(path, for_neighbours=for_neighbours)
    return path


def answers(world: World, request: Path) -> Path:
    """The operator takes a request in and writes the reply."""
    reply = take_in(world.centre, bundle.read_file(request), Place())
    path = world.folder / f"{next(_names)}.reply"
    bundle.write_file(path, reply.data)
    return path


def reads(office: Office, reply: Path) -> TakenIn:
    """The clerk takes a reply in."""
    return stick_of(office).read_reply(reply)


def trip(world: World, office: Office) -> TakenIn:
    """The whole way there and back."""
    return reads(office, answers(world, asks(world, office)))


def waiting(office: Office) -> int:
    """How many operations have no verdict."""
    with office.replica.database.read() as connection:
        return Outbox(connection, office.replica.tables).waiting()


def operations(world: World) -> int:
    """How many operations the centre has."""
    with world.centre.database.read() as connection:
        return count_rows(connection, world.centre.tables.operation)


def agree(world: World, *offices: Office) -> None:
    """All show the same, nothing waits, and each is what the centre's log says."""
    for office in offices:
        invariants.check(world, office)
        assert waiting(office) == 0
    for kind in ("employee", "conflict"):
        assert all(office.rows(kind) == offices[0].rows(kind) for office in offices)


def hire_many(office: Office, people: int) -> None:
    """New people, saved at once."""
    rows = office.replica.new_rows(people)
    fields = [{"surname_ar": "العلوي", "ppr": str(100_000 + n)} for n in range(people)]
    office.record(
        *(
            Operation(verb=Verb.CREATE, kind="employee", row=row, dossier=row, fields=some)
            for row, some in zip(rows, fields, strict=True)
        )
    )
