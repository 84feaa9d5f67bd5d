"""An outbox that was altered on the disk: the office opens, says which saves are lost, and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text

from sync.client.damage import damaged
from sync.client.outbox import Entry, Outbox
from sync.client.replica import Replica
from sync.domain.ids import Lane
from tests.exchange.world import FakeClock, Office, World

PHONE = "+212661045277"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.close()


def alter(office: Office, column: str, values: Mapping[int, object]) -> None:
    """Change one column of saves, by their position, behind the program's back, and start it again."""
    change = text(f"UPDATE outbox SET {column} = :value WHERE position = :position")  # noqa: S608  # fixed names
    with office.replica.database.write() as connection:
        for position, value in values.items():
            connection.execute(change, {"value": value, "position": position})
    office.replica = Replica(office.replica.database, FakeClock())


def entries(office: Office) -> list[Entry]:
    with office.replica.database.read() as connection:
        return Outbox(connection, office.replica.tables).entries()


def lost(office: Office) -> list[tuple[Lane, int, int]]:
    """What the office says it cannot read any more: lane, number, and whose."""
    with office.replica.database.read() as connection:
        return [(one.lane, one.n, one.dossier) for one in damaged(connection, office.replica.tables)]


def harm(record: bytes, chance: Random) -> bytes:
    """Random bytes, a flipped bit, or a truncation."""
    at = chance.randrange(len(record))
    how = chance.randrange(4)
    if how == 0:
        return chance.randbytes(chance.randrange(80))
    if how == 1:
        return record[:at]
    if how == 2:
        return record[:at] + bytes((record[at] ^ 1 << chance.randrange(8),)) + record[at + 1 :]
    return record + chance.randbytes(3)


def test_saves_whose_records_were_altered_are_named_and_the_others_go_on(world: World) -> None:
    chance, office, other = Random(1), world.office(), world.office()
    people = [office.hires(surname_ar="العلوي", ppr=str(1_000_000 + n)) for n in range(24)]
    office.sync()
    for person in people:
        office.corrects(person, phone=PHONE)
        office.corrects(person, city="فاس")
    phones = entries(office)[24::2]
    altered = {entry.position: harm(entry.record, chance) for entry in phones[::2]}
    alter(office, "record", altered)
    assert lost(office) == [(Lane.DESK, entry.n, entry.operation.dossier) for entry in phones[::2]]
    assert [office.sees(person, "phone") for person in people] == [None, PHONE] * 12
    done = office.sync()
    assert (done.sent, done.verified) == (36, True)
    assert {entry.verdict for entry in entries(office)} == {"applied"}
    office.hires(surname_ar="تازي")
    assert entries(office)[-1].n == 73  # no number is given twice
    other.sync()
    assert [other.sees(person, "phone") for person in people] == [None, PHONE] * 12
    assert {other.sees(person, "city") for person in people} == {"فاس"}


def test_a_creation_that_is_lost_sends_what_rests_on_it_to_the_tray(world: World) -> None:
    office = world.office()
    person = office.hires(surname_ar="العلوي")
    office.corrects(person, phone=PHONE)
    alter(office, "record", {1: b"\x00"})
    assert office.rows("employee") == []
    office.sync()
    assert [(entry.n, entry.verdict) for entry in entries(office)] == [(2, "rejected")]


def test_what_can_be_asked_for_or_derived_again_is_mended(world: World) -> None:
    office = world.office()
    harms = [("state", "opne"), ("verdict", "aplied"), ("problems", "[["), ("problems", "[1]")]
    decided = [office.hires(surname_ar="العلوي") for _ in harms]
    office.sync()
    for person in decided:
        office.corrects(person, phone=PHONE)
    for number, (column, value) in enumerate(harms, 1):
        alter(office, column, {number: value, len(harms) + number: value})
    assert lost(office) == []
    office.sync()
    assert {entry.verdict for entry in entries(office)} == {"applied"}
    assert {office.sees(person, "phone") for person in decided} == {PHONE}
    with world.centre.database.read() as connection:
        assert len(connection.execute(world.centre.tables.change.select()).all()) == 2 * len(harms)


def test_somebody_who_has_read_it_is_not_told_again(world: World) -> None:
    office = world.office()
    office.hires(surname_ar="العلوي")
    alter(office, "hash", {1: bytes(16)})
    assert lost(office)
    office.replica.set_aside(1)
    assert not lost(office)
