"""Situations that an office makes of its acts, in place of being sent them with the first copy (ADR 45)."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from itertools import count
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import text

from sync.client import bundle_keys, request
from sync.client.errors import Cancelled, Unreachable
from sync.client.work import Gap
from sync.domain import canonical
from sync.domain.fields import Value
from sync.domain.ids import Compartment, academy_of, scope_id
from sync.domain.operation import Operation, Verb
from sync.domain.record import Row
from sync.domain.situation import FOLDING
from sync.practice.careers import account
from sync.practice.draws import Draw
from sync.protocol.copying import SITUATION
from sync.protocol.messages import Copy
from sync.server import copies
from sync.server.keys import CentreKeys
from sync.server.publish import publish
from sync.storage import dump
from tests.benchmarks.clerk_day import careers
from tests.exchange.invariants import check
from tests.exchange.sticks import answers, asks, reads, stick_of
from tests.exchange.test_acts import NAME, registers, steps
from tests.exchange.world import PLACE, Office, World

GENERAL, SECRET = (scope_id(PLACE, part) for part in Compartment)
PEOPLE, DAY = 30, "2026-11-20"
NEWER = bytes((900 * 8 + canonical.FLAG & 0x7F | 0x80, 900 * 8 >> 7, 1))
"""A field, number 900, that only newer versions know."""
HEALTH = {
    "from_on": "2026-09-01",
    "to_on": "2026-09-24",
    "certificate_on": "2026-09-01",
    "received_on": "2026-09-02",
    "doctor": "سرّي",
    "papers": "medical_certificate",
}
BANK = {"from_on": "2026-09-01", "rib": "011519000001205000534921", "papers": "bank_certificate"}


@cache
def province() -> Sequence[Row]:
    """People with their careers: situations, and the acts that led to them."""
    return careers(people=PEOPLE).rows


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A centre with the published rules."""
    made = World(tmp_path)
    made.centre.keys = CentreKeys(tmp_path / "centre.keys")
    made.publish()
    yield made
    made.close()


def held(office: Office) -> list[str]:
    """All rows of an office, as canonical lines."""
    with office.replica.database.read() as connection:
        return list(dump.lines(connection, office.replica.tables.records))


def at_the_centre(world: World, office: Office) -> list[str]:
    """The centre's rows in the scopes of an office, as canonical lines."""
    with world.centre.database.read() as connection:
        return list(dump.lines(connection, world.centre.tables.records, office.replica.identity.scopes.all))


def copy_frames(world: World, *, folding: int = FOLDING) -> list[Copy]:
    """What a laptop without a copy is sent."""
    laptop = world.laptop()
    frames = laptop.ask(world.centre, hello=laptop.hello(laptop.marks(complete=False), folding=folding))
    return [frame for frame in frames if isinstance(frame, Copy)]


def told(frames: Sequence[Copy]) -> list[int]:
    """The people whose situation travels."""
    return [row.row for frame in frames for row in frame.rows if row.kind == SITUATION]


def takes_its_copy(office: Office, frames: int) -> int:
    """Sync over a line that lets so many frames of each answer through; gives how often it was cut."""
    for cut in range(1000):
        office.line.cut_down_after = frames
        with suppress(Unreachable):
            assert not office.sync().repaired
            office.line.cut_down_after = None
            return cut
    raise AssertionError("the copy never ends")


def opens(office: Office, person: int, **facts: str) -> int:
    """What is known of a career on the first day."""
    row = office.replica.new_rows(1)[0]
    fields: dict[str, Value] = {"employee": person, "known_on": "2026-01-01", "source": "massir", **facts}
    office.record(Operation(verb=Verb.ACT, kind="opening_situation", row=row, dossier=person, fields=fields))
    return row


def at_random(rows: Sequence[Row], draw: random.Random) -> Iterator[Row]:
    """A province of joined records, with situations that are changed, missing or of a newer form."""
    people = [row.id for row in rows if row.kind == "employee"]
    joined = dict(zip(draw.sample(people, 6), draw.sample(people, 6), strict=True))
    for row in rows:
        chance = draw.random() if row.kind == "situation" else 1
        if row.kind == "employee" and joined.get(row.id, row.id) != row.id:
            yield replace(row, values={**row.values, "merged_into": joined[row.id]})
        elif chance < 0.2:
            yield replace(row, values={**row.values, "children_counted": 40})
        elif chance < 0.3:
            yield replace(row, extra=NEWER)
        elif chance >= 0.4:
            yield row


# -- what travels ------------------------------------------------------------------------------------------------


def test_no_situation_travels_that_follows_from_acts(world: World) -> None:
    publish(world.centre.database, world.centre.tables, province(), day=DAY)
    frames = copy_frames(world)
    assert told(frames) == []
    assert [frame.folded for frame in frames if frame.folded] == [
        max(r.id for r in province() if r.kind == "situation")
    ]
    late = world.office(copied=False)
    progress = late.sync()
    assert (progress.verified, progress.repaired) == (True, 0)
    assert held(late) == at_the_centre(world, late)
    assert len(late.rows("situation")) == PEOPLE


def test_what_the_confidential_compartment_says_is_folded_by_nobody(world: World) -> None:
    """Who may read health files makes the same situations of a copy as who may not, and none of those files."""
    publish(world.centre.database, world.centre.tables, province(), day=DAY)
    clerk = world.office(confidential=True)
    people = [row.id for row in clerk.rows("situation")]
    for person in people[:6]:
        leave = registers(clerk, person, "sick_short", **HEALTH)
        steps(clerk, leave, "refer", "sick_short")
        steps(clerk, leave, "enter_accepted", "sick_short", level="P")
        registers(clerk, person, "bank_change", **BANK)
    clerk.sync()
    laptop = world.laptop(confidential=True)
    frames = laptop.ask(world.centre, hello=laptop.hello(laptop.marks(complete=False), folding=FOLDING))
    parts = [frame for frame in frames if isinstance(frame, Copy)]
    assert [frame for frame in parts if frame.scope == SECRET and (frame.folded or frame.without)] == []
    assert sum(len(frame.rows) for frame in parts if frame.scope == SECRET) >= 12
    late, plain = world.office(confidential=True, copied=False), world.office(copied=False)
    for office in (late, plain):
        progress = office.sync()
        assert (progress.verified, progress.repaired) == (True, 0)
        assert held(office) == at_the_centre(world, office)
        check(world, office)
    assert late.rows("situation") == plain.rows("situation") == clerk.rows("situation")
    assert (late.rows("sick_short"), plain.rows("sick_short")) == (clerk.rows("sick_short"), [])


def test_who_folds_otherwise_is_told_every_situation(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(world.centre.database, world.centre.tables, province(), day=DAY)
    for version in (0, FOLDING + 1):
        frames = copy_frames(world, folding=version)
        assert len(told(frames)) == PEOPLE
        assert not any(frame.folded for frame in frames)
        monkeypatch.setattr(request, "FOLDING", version)
        late = world.office(copied=False)
        assert late.sync().verified
        assert held(late) == at_the_centre(world, late)


def test_a_part_that_was_made_for_another_fold_is_refused(world: World) -> None:
    publish(world.centre.database, world.centre.tables, province(), day=DAY)
    late = world.office(copied=False)
    frames = copy_frames(world)
    folded = next(frame for frame in frames if frame.folded)
    for frame in frames[: frames.index(folded)]:
        late.replica.absorb(frame)
    with pytest.raises(Gap, match="folded by version"):
        late.replica.absorb(msgspec.structs.replace(folded, folding=FOLDING + 1))
    assert late.rows("situation") == []
    assert late.sync().verified
    assert held(late) == at_the_centre(world, late)


# -- the same rows as without -------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(5))
def test_a_copy_with_what_was_left_out_is_the_copy_without(
    world: World, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    draw = random.Random(seed)
    publish(world.centre.database, world.centre.tables, list(at_random(province(), draw)), day=DAY)
    monkeypatch.setattr(copies, "PAGE_BYTES", draw.choice((1, 300, 3000, 32_768)))
    monkeypatch.setattr(copies, "_PEOPLE", draw.choice((1, 7, 1000)))
    monkeypatch.setattr(copies, "_READ", draw.choice((1, 7, 500)))
    folding, plain = world.office(copied=False), world.office(copied=False)
    takes_its_copy(folding, draw.choice((40, 200)))
    monkeypatch.setattr(request, "FOLDING", 0)
    assert plain.sync().verified
    assert held(folding) == held(plain) == at_the_centre(world, plain)


@pytest.mark.parametrize("seed", range(3))
def test_acts_that_are_decided_while_the_copy_arrives(world: World, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    draw = random.Random(seed)
    monkeypatch.setattr(copies, "PAGE_BYTES", 1)
    monkeypatch.setattr(copies, "_PEOPLE", 2)
    chief = world.office(role="director")
    people = [chief.hires(**{**NAME, "ppr": str(3_000_000 + n)}) for n in range(6)]
    unopened, accounts = people[:2], count()
    for one in people[2:]:
        opens(chief, one, grade=draw.choice(("first", "second")), school="12345A")
    chief.sync()
    late = world.office(copied=False)
    while not all(mark.complete for mark in late.replica.marks()):
        late.line.cut_down_after = draw.randint(4, 16)
        with suppress(Unreachable):
            assert not late.sync().repaired
        if draw.random() < 0.4:
            one = draw.choice(people)
            row = registers(chief, one, "bank_change", **BANK | {"rib": account(Draw(next(accounts)))})
            steps(chief, row, "accept", "bank_change", number="3/2026")
        if draw.random() < 0.4 and unopened:
            opens(chief, unopened.pop(), school=draw.choice(("23456B", "34567C")))
        if draw.random() < 0.2 and len(people) > 3:
            gone, kept = people.pop(), people[0]
            fields = {"merged_into": kept}
            chief.record(Operation(verb=Verb.JOIN, kind="employee", row=gone, dossier=gone, other=kept, fields=fields))
        chief.sync()
    late.line.cut_down_after = None
    assert late.sync().verified
    chief.sync()
    assert held(late) == held(chief) == at_the_centre(world, late)
    check(world, late)


def test_work_that_waits_stands_on_what_the_acts_say(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "PAGE_BYTES", 1)
    chief, late = world.office(role="director"), world.office(copied=False)
    people = [chief.hires(**{**NAME, "ppr": str(3_000_000 + n)}) for n in range(3)]
    for one in people:
        opens(chief, one, school="12345A", grade="first")
    chief.sync()
    *_, folded = frames = copy_frames(world)
    assert folded.folded
    for frame in frames:
        late.replica.absorb(frame)
        if frame.rows and frame.rows[-1].row == people[-1]:  # the people are here, their acts follow
            late.corrects(people[0], phone="+212661045277")
            late.corrects(people[2], phone="+212661045277")
    check(world, late)
    assert [row.get("school") for row in late.rows("situation")] == ["12345A"] * 3
    assert late.sync().repaired == 0
    assert held(late) == at_the_centre(world, late)


def test_an_act_that_was_damaged_meanwhile_is_found_with_what_was_folded_of_it(world: World) -> None:
    publish(world.centre.database, world.centre.tables, province(), day=DAY)
    late = world.office(copied=False)
    for frame in copy_frames(world):
        if frame.folded:
            with late.replica.database.write() as connection:
                connection.execute(text("UPDATE opening_situation SET grade = 'broken' WHERE id % 2 = 0"))
        late.replica.absorb(frame)
    assert held(late) != at_the_centre(world, late)
    progress = late.sync()
    assert progress.verified
    assert progress.repaired > PEOPLE // 2
    assert held(late) == at_the_centre(world, late)


# -- sticks, academies --------------------------------------------------------------------------------------------


def _reached(asked: Iterator[int], stop: int) -> bool:
    return next(asked) >= stop


def test_a_stick_that_is_read_in_two_goes(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(world.centre.database, world.centre.tables, list(at_random(province(), random.Random(1))), day=DAY)
    monkeypatch.setattr(copies, "_PEOPLE", 4)
    late = world.office(copied=False)
    assert world.centre.keys is not None
    bundle_keys.trust(late.replica, world.centre.keys.public)
    reply = answers(world, asks(world, late))
    for stop in range(3, 30, 2):
        asked = count()
        with suppress(Cancelled):
            stick_of(late, partial(_reached, asked, stop)).read_reply(reply)
    monkeypatch.setattr(copies, "_PEOPLE", 9)  # the parts of another file begin elsewhere
    assert reads(late, answers(world, asks(world, late))).progress.verified
    assert held(late) == at_the_centre(world, late)


def test_an_academy_folds_what_was_referred_to_it(world: World) -> None:
    world.academy()
    chief = world.office(role="director")
    people = [chief.hires(**{**NAME, "ppr": str(3_000_000 + n)}) for n in range(3)]
    for one in people:
        opens(chief, one, school="12345A", grade="first")
        row = registers(chief, one, "bank_change", **BANK)
        steps(chief, row, "refer", "bank_change", number="4/2026")
    chief.sync()
    manager = world.office(academy_of(PLACE), role="aref", copied=False)
    progress = manager.sync()
    assert (progress.verified, progress.repaired) == (True, 0)
    assert len(manager.rows("situation")) == len(people)
    assert held(manager) == at_the_centre(world, manager)
