"""What an office holds is what the centre holds, or is mended at the next exchange (sync.md 3.5, W8)."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from sync.client import repair
from sync.client.errors import Unreachable, VerificationFailed
from sync.client.outbox import Outbox
from sync.domain.ids import Compartment, Lane, scope_id
from sync.protocol.exchange import Traffic
from sync.protocol.messages import Compare, End, Frame, Hashes, Mending, Sums
from sync.storage import digest, dump
from sync.storage.digest import BUCKETS, Holdings, Place
from tests.exchange.laptop import answer_of
from tests.exchange.world import PLACE, DirectLine, Office, World

GENERAL, CONFIDENTIAL = (scope_id(PLACE, one) for one in Compartment)
EMPLOYEE = 1
MOST_REQUESTS, MOST_BYTES = 4, 12_000


@pytest.fixture(params=["sqlite", "postgresql"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    url = request.getfixturevalue("postgres_database") if request.param == "postgresql" else None
    made = World(tmp_path, url)
    yield made
    made.close()


@pytest.fixture
def one_world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.close()


def staffed(world: World, people: int = 300) -> Office:
    """An office with some people who are at the centre too."""
    office = world.office()
    for number in range(people):
        office.hires(Lane.BULK, surname_ar="العلوي", first_name_ar="مريم", ppr=str(1_000_000 + number))
    office.sync()
    return office


def rows_of(office: Office) -> list[str]:
    with office.replica.database.read() as connection:
        return list(dump.lines(connection, office.replica.tables.records))


def rows_at(world: World, office: Office) -> list[str]:
    with world.centre.database.read() as connection:
        return list(dump.lines(connection, world.centre.tables.records, office.replica.identity.scopes.all))


def outbox_of(office: Office) -> list[tuple[object, ...]]:
    """All that the outbox holds, but for what this office thinks will come of it."""
    with office.replica.database.read() as connection:
        return [
            (e.position, e.lane, e.n, e.record, e.hash, e.state, e.verdict, e.set_aside)
            for e in Outbox(connection, office.replica.tables).entries()
        ]


def damage(office: Office, *statements: str) -> None:
    with office.replica.database.write() as connection:
        for statement in statements:
            connection.execute(text(statement))


def centre_sums_are_those_of_its_rows(world: World, connection: Connection, scopes: Sequence[int]) -> None:
    tables = world.centre.tables
    measured = Holdings(connection, tables).measure(scopes)
    kinds = digest.kept_kinds(connection, tables.digest, scopes)
    for scope in scopes:
        assert {kind: value for (one, kind), value in kinds.items() if one == scope} == measured.kinds(scope)
        for kind in measured.kinds(scope):
            place: Place = (scope, kind)
            assert digest.kept_buckets(connection, tables.digest, place) == measured.of(place)


def test_an_exchange_with_nothing_new_verifies_the_content_in_one_request(one_world: World) -> None:
    office = staffed(one_world, 20)
    done = office.sync()
    assert (done.requests, done.verified, done.repaired) == (1, True, 0)
    with office.replica.database.read() as connection:
        assert repair.verified_ms(connection, office.replica.tables) == one_world.clock.ms


def test_both_ends_have_the_same_sums_after_whatever_two_clerks_did(world: World) -> None:
    chance = random.Random(11)
    fatima, karim = world.office(), world.office(confidential=True)
    people = [fatima.hires(surname_ar="العلوي", first_name_ar="مريم") for _ in range(15)]
    fatima.sync()
    karim.sync()
    for step in range(60):
        office = chance.choice((fatima, karim))
        office.corrects(chance.choice(people), phone=f"+2126610{step:05}", city=chance.choice(("تمارة", None, "سلا")))
        if chance.random() < 0.2:
            done = office.sync()
            assert (done.verified, done.repaired) == (True, 0)
    for office in (fatima, karim, fatima):
        done = office.sync()
        assert (done.verified, done.repaired) == (True, 0)
    assert fatima.rows("conflict")  # the centre wrote some rows by itself
    with world.centre.database.read() as connection:
        centre_sums_are_those_of_its_rows(world, connection, karim.replica.identity.scopes.all)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE employee SET phone = '+212700000000' WHERE id % 300 = 41",
        "UPDATE employee SET dossier = dossier + 1 WHERE id % 300 = 41",
        "UPDATE employee SET scope = 5041 WHERE id % 300 = 41",
        "UPDATE employee SET extra = x'fa3f0131' WHERE id % 300 = 41",
        "UPDATE employee SET birth_date = 'yesterday' WHERE id % 300 = 41",
        "UPDATE employee SET id = -id WHERE id % 300 = 41",
        "DELETE FROM employee WHERE id % 300 = 41",
        "INSERT INTO employee (scope, id, dossier, surname_ar, extra) VALUES (5040, 77, 77, 'دخيل', x'')",
        "INSERT INTO conflict (scope, id, dossier, extra) VALUES (5040, 77, 77, x'')",
    ],
)
def test_a_row_that_changed_behind_its_back_is_mended_at_the_next_exchange(world: World, statement: str) -> None:
    office = staffed(world)
    damage(office, statement)
    assert rows_of(office) != rows_at(world, office)
    done = office.sync()
    assert rows_of(office) == rows_at(world, office)
    assert done.verified
    assert done.requests <= MOST_REQUESTS
    assert done.traffic.bytes_up + done.traffic.bytes_down <= MOST_BYTES
    again = office.sync()
    assert (again.requests, again.repaired) == (1, 0)


def test_many_rows_in_several_tables_are_mended_at_once(one_world: World) -> None:
    office = staffed(one_world)
    damage(
        office,
        "UPDATE employee SET phone = '+212700000000' WHERE id % 50 = 3",
        "DELETE FROM employee WHERE id % 50 = 4",
        "INSERT INTO dependant (scope, id, dossier, extra) VALUES (5040, 78, 1, x'')",
        "INSERT INTO school (scope, id, dossier, extra) VALUES (5040, 79, 79, x'')",
    )
    done = office.sync()
    assert (done.requests, done.verified, done.repaired) == (3, True, 14)
    assert rows_of(office) == rows_at(one_world, office)


def test_a_table_that_lost_all_its_rows_has_them_again(one_world: World) -> None:
    office = staffed(one_world)
    damage(office, "DELETE FROM employee")
    done = office.sync()
    assert (done.verified, done.repaired) == (True, 300)
    assert rows_of(office) == rows_at(one_world, office)


def test_a_person_whose_row_is_mended_is_found_again(one_world: World) -> None:
    office = staffed(one_world, 5)
    damage(
        office,
        "DELETE FROM person_search WHERE rowid = (SELECT id FROM employee WHERE ppr = '1000003')",
        "DELETE FROM employee WHERE ppr = '1000003'",
    )
    office.sync()
    people = {row.id: row.text("ppr") for row in office.rows("employee")}
    with office.replica.database.read() as connection:
        search = text("SELECT rowid FROM person_search WHERE person_search MATCH '1000003'")
        assert [people[row] for row in connection.execute(search).scalars()] == ["1000003"]


def waiting_edits(world: World) -> tuple[Office, int]:
    """An office whose edits on one person the centre has received and holds undecided."""
    office = staffed(world, 10)
    person = office.rows("employee")[4].id
    hired = 5
    t = world.centre.tables.operation
    with world.centre.database.write() as connection:
        connection.execute(t.update().where(t.c.n == hired).values(state="held"))
    office.corrects(person, phone="+212661045277")
    office.corrects(person, city="سلا")
    assert office.sync().decided == 0
    return office, person


def release(world: World) -> None:
    """The centre goes on with what it held."""
    t = world.centre.tables.operation
    with world.centre.database.write() as connection:
        held = t.update().where(t.c.state == "held")
        connection.execute(held.where(t.c.verdict.is_(None)).values(state="stored"))
        connection.execute(held.values(state="decided"))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE mirror SET fields = x'0a'",
        "UPDATE mirror SET fields = x'00'",
        "UPDATE mirror SET dossier = dossier + 1",
        "UPDATE mirror SET id = id + 700",
        "DELETE FROM mirror",
        "DELETE FROM tracked",
        "DELETE FROM employee WHERE id IN (SELECT dossier FROM tracked)",
    ],
)
def test_pending_edits_stand_on_the_mended_row(one_world: World, statement: str) -> None:
    office, person = waiting_edits(one_world)
    before = outbox_of(office)
    damage(office, statement)
    done = office.sync()
    assert done.verified
    assert outbox_of(office) == before
    assert office.sees(person, "phone") == "+212661045277"
    assert office.sees(person, "city") == "سلا"
    assert office.sees(person, "surname_ar") == "العلوي"
    release(one_world)
    done = office.sync()
    assert (done.decided, done.verified, done.repaired) == (2, True, 0)
    assert rows_of(office) == rows_at(one_world, office)


def test_a_damaged_mirror_does_not_stop_the_pages_that_meet_it(one_world: World) -> None:
    office, person = waiting_edits(one_world)
    other = one_world.office()
    other.corrects(person, email="m.alaoui@taalim.ma")
    other.sync()
    damage(office, "UPDATE mirror SET fields = x'0a'")
    assert office.sync().verified
    assert (office.sees(person, "email"), office.sees(person, "phone")) == ("m.alaoui@taalim.ma", "+212661045277")
    assert office.sees(person, "surname_ar") == "العلوي"


def test_an_edit_saved_while_its_row_is_mended_is_neither_lost_nor_delayed(one_world: World) -> None:
    office = staffed(one_world, 10)
    person = office.rows("employee")[4].id
    damage(office, "UPDATE employee SET phone = '+212700000000', city = 'x'")

    class Busy(Watched):
        def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
            for frame in super().exchange(frames, traffic):
                if isinstance(frame, Sums):
                    office.corrects(person, email="m.alaoui@taalim.ma")
                yield frame

    watched(office, Busy)
    done = office.sync()
    assert (done.verified, done.decided, done.repaired) == (True, 1, 10)
    assert office.sees(person, "email") == "m.alaoui@taalim.ma"
    assert rows_of(office) == rows_at(one_world, office)


@dataclass
class Watched:
    """A line that remembers what went over it."""

    line: DirectLine
    down: list[Frame] = field(default_factory=list)

    def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        """As the line beneath."""
        for frame in self.line.exchange(frames, traffic):
            self.down.append(frame)
            yield frame


def watched(office: Office, kind: type[Watched] = Watched) -> Watched:
    line = kind(office.line)
    office.line = line  # type: ignore[assignment]  # a carrier as well
    return line


@dataclass
class Cut:
    """A line that is cut after the first frame of a type."""

    line: DirectLine
    last: type[Frame]

    def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        """As the line beneath, until then."""
        for frame in self.line.exchange(frames, traffic):
            yield frame
            if isinstance(frame, self.last):
                raise Unreachable("cut on the way down")


def test_a_cut_repair_goes_on_at_the_next_exchange(one_world: World) -> None:
    office = staffed(one_world, 50)
    damage(office, "UPDATE employee SET phone = '+212700000000'")
    plain = office.line
    for last in (Sums, Mending):
        office.line = Cut(plain, last)  # type: ignore[assignment]  # a carrier as well
        with pytest.raises(Unreachable):
            office.sync()
    office.line = plain
    assert rows_of(office) == rows_at(one_world, office)  # what came before the cut was kept
    assert office.sync().verified


def test_a_repair_that_fails_twice_stops_reports_and_wipes_nothing(one_world: World) -> None:
    """The centre keeps a sum that is not that of its rows: no office can agree with it."""
    office = staffed(one_world, 10)
    kept = one_world.centre.tables.digest
    with one_world.centre.database.write() as connection:
        connection.execute(kept.update().where(kept.c.bucket == digest.WHOLE).values(value=bytes(15) + b"\x07"))
    damage(office, "UPDATE employee SET phone = '+212661045277' WHERE id % 10 = 5")
    before = outbox_of(office)
    with pytest.raises(VerificationFailed) as stopped:
        office.sync()
    assert stopped.value.code == "verification_failed"
    assert outbox_of(office) == before
    assert rows_of(office) == rows_at(one_world, office)  # what could be mended was
    person = office.hires(surname_ar="بناني")  # work goes on
    with pytest.raises(VerificationFailed):
        office.sync()
    assert ("decided", "applied") in {(entry[5], entry[6]) for entry in outbox_of(office)}
    assert office.sees(person, "surname_ar") == "بناني"


def test_a_repair_that_would_remove_much_is_not_believed(one_world: World) -> None:
    office = staffed(one_world)
    with one_world.centre.database.write() as connection:  # as after a mistake at the centre
        connection.execute(text("DELETE FROM employee WHERE id % 2 = 1"))
        connection.execute(text("DELETE FROM digest WHERE kind = 1"))
    with pytest.raises(VerificationFailed):
        office.sync()
    assert len(office.rows("employee")) > 200


def test_nothing_of_another_scope_is_ever_in_an_answer(world: World) -> None:
    """Whoever asks about a scope that is not hers gets the answer of one that does not exist."""
    world.province(505)
    there = world.office(505)
    there.hires(surname_ar="الفاسي")
    there.sync()
    clerk = world.office(confidential=True)
    clerk.hires(surname_ar="العلوي")
    clerk.sync()
    rogue = world.laptop()
    marks = rogue.marks()
    with world.centre.database.read() as connection:
        t = world.centre.tables.head
        heads = {row.scope: row.seq for row in connection.execute(t.select())}
    hello = rogue.hello([mark for mark in marks if not heads[mark.scope]])
    everything = [(bucket, b"") for bucket in range(BUCKETS)]
    asked: list[Frame] = []
    for scope in (5050, CONFIDENTIAL, 9999):
        asked += [Compare(scope, []), Hashes(scope, EMPLOYEE, everything), Hashes(scope, 3, everything)]
    frames = answer_of(world.centre, rogue.request((), hello, asked))
    assert [type(frame) for frame in frames] == [End]
    own = rogue.hello([mark for mark in marks if mark.scope == GENERAL])
    asked = [Compare(GENERAL, []), Hashes(GENERAL, EMPLOYEE, everything)]
    frames = answer_of(world.centre, rogue.request((), own, asked))
    answered = [frame for frame in frames if isinstance(frame, Sums | Mending)]
    assert {frame.scope for frame in answered} == {GENERAL}
    assert [row.fields for frame in answered if isinstance(frame, Mending) for row in frame.rows]


def test_the_row_s_way_home_is_short(one_world: World) -> None:
    """Sums of one kind, hashes of one bucket, one row: the rest of the province does not travel."""
    office = staffed(one_world)
    line = watched(office)
    damage(office, "UPDATE employee SET phone = '+212700000000' WHERE id % 300 = 41")
    office.sync()
    (sums,) = (frame for frame in line.down if isinstance(frame, Sums))
    (mending,) = (frame for frame in line.down if isinstance(frame, Mending))
    assert (sums.kind, mending.kind) == (EMPLOYEE, EMPLOYEE)
    assert (len(mending.buckets), len(mending.rows), len(mending.absent)) == (1, 1, digest.ROW_BYTES)


def test_an_answer_that_was_overtaken_is_asked_for_again(one_world: World) -> None:
    """Another office changes the damaged row while it is being mended."""
    office, other = staffed(one_world, 20), one_world.office()
    person = office.rows("employee")[7].id
    damage(office, "UPDATE employee SET phone = '+212700000000'")

    class Overtaken(Watched):
        def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
            if any(isinstance(frame, Sums) for frame in self.down):
                other.corrects(person, email=f"m{len(self.down)}@taalim.ma")
                other.sync()
            yield from super().exchange(frames, traffic)

    watched(office, Overtaken)
    assert office.sync().verified
    assert rows_of(office) == rows_at(one_world, office)
