"""What is read of confidential files on a laptop comes to the centre's audit, once, and is nobody's data (ADR 55)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from massar_desktop.queries import exchange
from massar_desktop.queries.conflicts import tray
from massar_desktop.queries.figures import anything_waits, strip
from sync.client.errors import Unreachable
from sync.client.outbox import Entry, Outbox
from sync.client.readings import note, reading
from sync.domain.entities.reading import EXPORTED, OPENED, PRINTED
from sync.domain.ids import Compartment, scope_id
from sync.domain.operation import Operation, Verb
from sync.server import archive, audit_check
from sync.server.administration import OPERATOR, Administration
from sync.server.audit import Deed
from tests.crash.exchanges import put_back
from tests.exchange.sticks import answers, asks, open_counter, reads
from tests.exchange.test_academy import ACADEMY, Country, country_in
from tests.exchange.test_clones import copied, opened
from tests.exchange.world import PLACE, Office, World

SECRET = scope_id(PLACE, Compartment.CONFIDENTIAL)
DEEDS = (Deed.OPENED, Deed.PRINTED, Deed.EXPORTED)
DAY_MS = 86_400_000


def told(world: World, scope: int = SECRET) -> list[Mapping[str, Any]]:
    """The audit's lines about what was read on laptops; the whole audit must hold."""
    with world.centre.database.read() as connection:
        assert audit_check.verify(connection, world.centre.tables) == []
        lines = list(audit_check.lines(connection, world.centre.tables, scope))
        exported = list(audit_check.export(connection, world.centre.tables))
    assert audit_check.verify_export(exported) == []
    return [line for line in lines if line["deed"] in DEEDS]


def said(world: World, scope: int = SECRET) -> list[tuple[str, int, dict[str, str]]]:
    """The same as deed, account and what the line says by name."""
    found = []
    for line in told(world, scope):
        words = line["about"].split()
        found.append((str(line["deed"]), line["actor"], dict(zip(words[::2], words[1::2], strict=True))))
    return found


def entries(office: Office) -> list[Entry]:
    """All that an office keeps of what was saved or read."""
    with office.replica.database.read() as connection:
        return Outbox(connection, office.replica.tables).entries()


def hired(office: Office, count: int = 2) -> list[int]:
    """People whose files are read."""
    people = [office.hires(surname_ar="العلوي", ppr=str(1_000_001 + n)) for n in range(count)]
    office.sync()
    return people


def test_each_reading_becomes_a_line_with_who_when_whose_and_what(world: World) -> None:
    office, other = world.office(confidential=True), world.office(confidential=True)
    one, two = hired(office)
    note(office.replica, [one], OPENED, author=office.author)
    world.clock.ms += 30 * 60_000
    note(office.replica, [one], OPENED, author=office.author)  # the same again: counted
    note(office.replica, [one], PRINTED, author=office.author)
    note(office.replica, [one, two], EXPORTED, author=other.author)  # a colleague at this laptop
    assert len(entries(office)) == 2 + 4
    office.sync()
    office.sync()
    lines = said(world)
    assert [(deed, actor, about["person"]) for deed, actor, about in lines] == [
        ("opened", office.author, str(one)),
        ("printed", office.author, str(one)),
        ("exported", other.author, str(one)),
        ("exported", other.author, str(two)),
    ]
    about = lines[0][2]
    assert (about["day"], about["times"]) == (office.replica.today(), "2")
    first, last = (int(text[:2]) * 60 + int(text[3:]) for text in (about["first"], about["last"]))
    assert last - first == 30
    assert {line["device"] for line in told(world)} == {office.replica.identity.device}
    # Told once, the next one of the same day is another operation.
    note(office.replica, [one], OPENED, author=office.author)
    office.sync()
    assert [about["times"] for deed, _, about in said(world) if deed == "opened"] == ["2", "1"]


def test_it_is_no_work_and_no_data_of_anybody(world: World) -> None:
    office, other = world.office(confidential=True), world.office(confidential=True)
    (person,) = hired(office, 1)
    other.sync()
    before = other.replica.marks()
    note(office.replica, [person], OPENED, author=office.author)
    with office.replica.database.read() as connection:
        identity = office.replica.identity
        assert strip(connection, identity, office.author).waiting == 0
        assert exchange.waiting(connection, identity, office.author).operations == 0
        assert not anything_waits(connection)  # it begins no exchange of its own
    assert office.sync().sent == 0
    assert other.sync().received == 0
    assert other.replica.marks() == before
    assert office.sync().verified
    with office.replica.database.read() as connection:
        assert tray(connection, identity, office.author) == ()
        tracked = connection.execute(select(office.replica.tables.tracked)).all()
    assert tracked == []


def test_an_exchange_that_tells_of_no_reading_is_not_a_byte_longer(world: World) -> None:
    office = world.office(confidential=True)
    (person,) = hired(office, 1)
    office.sync()
    quiet = office.sync().traffic
    note(office.replica, [person], OPENED, author=office.author)
    one = office.sync().traffic
    again = office.sync().traffic
    assert again.bytes_up == quiet.bytes_up
    assert one.bytes_up - quiet.bytes_up <= 80


def test_lost_answers_and_a_restored_centre_lose_and_double_nothing(tmp_path: Path) -> None:
    world = World(tmp_path)
    office = world.office(confidential=True)
    (person,) = hired(office, 1)
    night = tmp_path / "night.db"
    world.centre.database.copy_to(night)
    note(office.replica, [person], OPENED, author=office.author)
    office.line.cut_down_after = 0
    with pytest.raises(Unreachable):
        office.sync()
    office.sync()
    assert len(told(world)) == 1
    put_back(world, night)
    assert told(world) == []
    office.sync()
    assert len(told(world)) == 1
    with world.centre.database.read() as connection:
        position = archive.position(connection, world.centre.tables)
    world.centre.archived(position)
    for _ in range(3):  # what has no number is safe with the first change after it
        office.corrects(person, phone="+212661045277")
        note(office.replica, [person], PRINTED, author=office.author)
        office.sync()
    assert len(told(world)) == 4
    world.close()


def test_a_copied_office_file_tells_what_was_read_on_each_laptop(tmp_path: Path) -> None:
    world = World(tmp_path)
    office = world.office(confidential=True)
    one, two = hired(office)
    note(office.replica, [one], OPENED, author=office.author)
    twin = opened(world, office, copied(world, office, "twin.db"))
    note(office.replica, [one], PRINTED, author=office.author)
    note(twin.replica, [two], EXPORTED, author=office.author)
    for laptop in (office, twin, office, twin):
        laptop.sync()
    read = {(line["deed"], line["device"]) for line in told(world)}
    assert {deed for deed, _ in read} == {"opened", "printed", "exported"}
    assert dict(read)["printed"] != dict(read)["exported"]
    world.close()


def test_it_goes_by_stick_too(tmp_path: Path) -> None:
    world = World(tmp_path)
    open_counter(world)
    far = world.office(confidential=True)
    (person,) = hired(far, 1)
    note(far.replica, [person], OPENED, author=far.author)
    request = asks(world, far)
    reads(far, answers(world, request))
    answers(world, request)  # delivered twice
    assert len(told(world)) == 1
    world.close()


def test_it_is_sent_before_the_compartment_leaves_a_laptop(world: World) -> None:
    office = world.office(confidential=True)
    (person,) = hired(office, 1)
    note(office.replica, [person], OPENED, author=office.author)
    world.clock.ms += 60 * DAY_MS  # so long that whatever she wrote then would be too late
    with world.centre.database.write() as connection:
        Administration(connection, world.centre.tables, OPERATOR, world.clock.now_ms()).end_role(
            office.author, 2, "2026-10-01"
        )
    office.sync()
    assert not office.replica.identity.confidential
    assert [about.get("role") for _, _, about in said(world)] == [None]


def test_who_never_worked_there_is_not_believed_to_have_read(world: World) -> None:
    laptop, plain = world.laptop(confidential=True), world.laptop()
    world.province(505)
    stranger = world.laptop(505, confidential=True)
    person, made = laptop.hires(surname_ar="العلوي")
    laptop.sends(world.centre, made)
    one = reading(person, OPENED, 10)

    def sent(operation: Operation) -> tuple[str, str]:
        (verdict,) = laptop.sends(world.centre, laptop.sealed(operation))
        return verdict.verdict, ",".join(problem.code for problem in verdict.problems)

    assert sent(replace(one, author=stranger.author)) == ("rejected", "author_unknown")
    assert sent(replace(one, author=999)) == ("rejected", "author_unknown")
    assert sent(replace(one, kind="employee", row=person, fields={}))[0] == "rejected"
    assert sent(replace(one, fields={"person": person}))[0] == "rejected"
    assert sent(replace(one, fields={**one.fields, "deed": "burnt"}))[0] == "rejected"
    assert sent(replace(one, dossier=person))[0] == "rejected"
    for verb in Verb:
        if verb not in (Verb.READ, Verb.VOID):
            assert sent(replace(one, verb=verb, row=laptop.device * (1 << 32) + 77, dossier=person))[0] == "rejected"
    assert plain.sends(world.centre, plain.sealed(one))[0].verdict == "rejected"
    assert told(world) == []
    assert sent(one) == ("applied", "")
    # A colleague without the role: it is noted all the same, and said.
    assert sent(replace(one, author=plain.author)) == ("applied", "")
    assert [(actor, about.get("role")) for _, actor, about in said(world)] == [
        (laptop.author, None),
        (plain.author, "none"),
    ]
    again = laptop.sealed(one)
    assert [laptop.sends(world.centre, again)[0].verdict for _ in range(2)] == ["applied", "applied"]
    assert len(told(world)) == 3


def test_a_reading_that_was_altered_is_found(world: World) -> None:
    office = world.office(confidential=True)
    (person,) = hired(office, 1)
    note(office.replica, [person], OPENED, author=office.author)
    office.sync()
    assert len(told(world)) == 1
    t = world.centre.tables.operation
    with world.centre.database.write() as connection:
        connection.execute(update(t).where(t.c.seq == 0).values(hash=bytes(16)))
    with world.centre.database.read() as connection:
        assert {one.code for one in audit_check.verify(connection, world.centre.tables)} == {"reading_altered"}


@pytest.fixture(params=["sqlite", "postgres"])
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Country]:
    """A country with an academy, on either database."""
    url = None if request.param == "sqlite" else request.getfixturevalue("postgres_database")
    yield from country_in(tmp_path, url)


def test_what_an_academy_reads_stands_in_its_audit_and_in_the_provinces(either: Country) -> None:
    person, _ = either.refers()
    manager = either.manager
    note(manager.replica, [person], OPENED, author=manager.author)
    manager.sync()
    academy = scope_id(ACADEMY, Compartment.CONFIDENTIAL)
    assert [(deed, actor, about["person"]) for deed, actor, about in said(either.world, academy)] == [
        ("opened", manager.author, str(person))
    ]
    (line,) = said(either.world)
    assert (line[1], line[2]["from"], line[2]["person"]) == (manager.author, str(ACADEMY), str(person))
