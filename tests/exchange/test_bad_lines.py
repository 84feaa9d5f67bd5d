"""Two offices and a centre over real HTTP and a line that counts, crawls and breaks (sync.md 3.1, 3.7)."""

from __future__ import annotations

import contextlib
import random
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sync.client.errors import NotTrusted, Unreachable
from sync.client.http import HttpExchange
from sync.client.outbox import Outbox, State
from sync.domain.ids import Lane
from sync.domain.operation import Operation, Verb
from sync.protocol.messages import UP_FRAME_BYTES
from sync.storage import dump
from tests.benchmarks.proxy import Line as Counted
from tests.exchange.world import Office, World
from tests.line import Faults, Line
from tests.server.serving import Serving


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A centre with one province."""
    made = World(tmp_path)
    yield made
    made.close()


@pytest.fixture
def line(world: World) -> Iterator[Line]:
    """The way to it."""
    with Serving(world.centre) as serving, Line(serving.port) as line:
        yield line


@pytest.fixture
def carrier(line: Line) -> Iterator[HttpExchange]:
    """What offices send through."""
    made = HttpExchange(line.address)
    yield made
    made.close()


def rows_of(office: Office) -> list[str]:
    """All rows of an office, as canonical lines."""
    with office.replica.database.read() as connection:
        return list(dump.lines(connection, office.replica.tables.records))


def rows_at(world: World, office: Office) -> list[str]:
    """The centre's rows in the scopes of an office, as canonical lines."""
    with world.centre.database.read() as connection:
        return list(dump.lines(connection, world.centre.tables.records, office.replica.identity.scopes.all))


def stored(world: World) -> int:
    """How many operations the centre holds."""
    with world.centre.database.read() as connection:
        return len(connection.execute(world.centre.tables.operation.select()).all())


def until(condition: Callable[[], bool], seconds: float = 20) -> bool:
    """Look again and again until something holds; False when it never does."""
    tick = threading.Event()
    for _ in range(int(seconds * 100)):
        if condition():
            return True
        tick.wait(0.01)
    return condition()


def address(noise: random.Random | None) -> str:
    """A short address, or a long one of random letters."""
    return noise.randbytes(600).hex() if noise else "12 rue Ibn Sina"


def fill(office: Office, people: int, noise: random.Random | None = None) -> None:
    """A waiting import; with noise, of people whose addresses do not compress."""
    rows = office.replica.new_rows(people)
    hired = [
        Operation(
            verb=Verb.CREATE,
            kind="employee",
            row=row,
            dossier=row,
            fields={
                "surname_ar": "العلوي",
                "ppr": str(row % 9_999_991),
                "address_la": address(noise),
            },
        )
        for row in rows
    ]
    office.record(*hired, lane=Lane.BULK)


def test_the_whole_trip(world: World, carrier: HttpExchange) -> None:
    fatima, karim = world.office(), world.office()
    person = fatima.hires(surname_ar="العلوي", first_name_ar="مريم")
    fatima.sync(carrier)
    karim.sync(carrier)
    fatima.corrects(person, phone="+212661045277")
    karim.corrects(person, phone="+212700000000", email="m@taalim.ma")
    for office in (fatima, karim, fatima):
        office.sync(carrier)
    assert fatima.sees(person, "email") == "m@taalim.ma"
    assert len(karim.rows("conflict")) == 1
    assert rows_of(fatima) == rows_of(karim) == rows_at(world, karim)


def test_a_cut_in_the_middle_of_a_push_leaves_whole_frames_stored(
    world: World, line: Line, carrier: HttpExchange
) -> None:
    office = world.office()
    fill(office, 50, random.Random(5))
    line.suffer(Faults(cut_up_after=4 * UP_FRAME_BYTES))
    with pytest.raises(Unreachable):
        office.sync(carrier)
    assert until(lambda: stored(world) > 0), "nothing of what arrived was kept"
    kept = stored(world)
    assert kept < 50
    progress = office.sync(carrier)
    assert (stored(world), progress.sent) == (50, 50)
    assert rows_of(office) == rows_at(world, office)


def test_a_cut_download_goes_on_where_it_was(world: World, line: Line, carrier: HttpExchange) -> None:
    office = world.office()
    fill(office, 150, random.Random(5))
    office.sync()
    late = world.office(copied=False)
    line.bytes_down = 0
    late_whole = world.office(copied=False)
    late_whole.sync(carrier)
    clean = line.bytes_down
    line.bytes_down = 0
    cuts = 0
    while True:
        line.suffer(Faults(cut_down_after=clean // 3))
        try:
            late.sync(carrier)
        except Unreachable:
            cuts += 1
            assert cuts < 20, "a cut download must go on, not begin again"
        else:
            break
    assert cuts >= 2
    assert rows_of(late) == rows_of(late_whole) == rows_at(world, late)
    frame = 2 * 8192
    assert line.bytes_down <= clean + cuts * frame, (line.bytes_down, clean, cuts)


@pytest.mark.expected_log("Failed to parse headers")  # urllib3 says so, and goes on
def test_a_line_that_breaks_within_the_head_of_an_answer_is_a_line_that_broke(world: World) -> None:
    def enrols(carrier: HttpExchange) -> None:
        carrier.enrol("AAAAAAAAAA", bytes(32))

    with Serving(world.centre) as serving:
        office = world.office()
        office.sync()
        with over(serving.port) as (whole, carrier):
            office.sync(carrier)
        for byte in range(whole.down.head + 4):
            with over(serving.port, whole.up.bytes + byte) as (_, carrier), pytest.raises(Unreachable):
                office.sync(carrier)
        with over(serving.port) as (whole, carrier), pytest.raises(NotTrusted):
            enrols(carrier)
        for byte in (0, 9, whole.down.head // 2, whole.down.head - 1):  # few may ask so often
            with over(serving.port, whole.up.bytes + byte) as (_, carrier), pytest.raises(Unreachable):
                enrols(carrier)
        assert office.sync().verified


@contextlib.contextmanager
def over(port: int, *cuts: int) -> Iterator[tuple[Counted, HttpExchange]]:
    """A line that breaks after so many bytes, and a carrier on it."""
    with Counted("127.0.0.1", port, cuts=cuts) as line:
        carrier = HttpExchange(line.address)
        try:
            yield line, carrier
        finally:
            carrier.close()


@pytest.mark.parametrize("cut", [0, 1, 40, 70])
def test_a_reply_that_is_lost_changes_no_verdict(world: World, line: Line, carrier: HttpExchange, cut: int) -> None:
    office = world.office()
    person = office.hires(surname_ar="العلوي")
    office.corrects(person, phone="+212661045277")
    line.suffer(Faults(cut_down_after=cut))
    with pytest.raises(Unreachable):
        office.sync(carrier)
    office.sync(carrier)
    with office.replica.database.read() as connection:
        entries = Outbox(connection, office.replica.tables).entries()
    assert [(e.state, e.verdict) for e in entries] == [(State.DECIDED, "applied")] * 2
    with world.centre.database.read() as connection:
        assert len(connection.execute(world.centre.tables.change.select()).all()) == 2
    assert rows_of(office) == rows_at(world, office)


@pytest.mark.prove
def test_a_push_cut_at_every_byte_loses_and_doubles_nothing(world: World, line: Line, carrier: HttpExchange) -> None:
    office = world.office()
    person = office.hires(surname_ar="العلوي")
    office.sync()
    for at in range(0, 700, 3):
        office.corrects(person, phone=f"+2126610{at:05}")
        line.suffer(Faults(cut_up_after=at) if at % 2 else Faults(cut_down_after=at // 2))
        try:
            office.sync(carrier)
        except Unreachable:
            office.sync(carrier)
        assert rows_of(office) == rows_at(world, office), at


def test_a_line_that_crawls_is_waited_for(world: World, line: Line, carrier: HttpExchange) -> None:
    office = world.office()
    fill(office, 20)
    line.suffer(Faults(bytes_a_second=8000, delay_s=0.05))
    assert office.sync(carrier).sent == 20
    assert rows_of(office) == rows_at(world, office)


def test_traffic_is_counted_as_it_travels(world: World, line: Line, carrier: HttpExchange) -> None:
    office, other = world.office(), world.office()
    fill(other, 100)
    other.sync()
    fill(office, 100)
    office.sync(carrier)
    line.bytes_up = line.bytes_down = 0
    for people in (0, 1, 200):
        fill(office, people)
        other.corrects(other.rows("employee")[0].id, city=f"مدينة {people}")
        other.sync()
        line.bytes_up = line.bytes_down = 0
        progress = office.sync(carrier)
        traffic = progress.traffic
        assert traffic.bytes_up == line.bytes_up
        assert traffic.bytes_down == line.bytes_down


def test_one_connection_serves_many_requests(world: World, line: Line, carrier: HttpExchange) -> None:
    office = world.office()
    for number in range(3):
        office.hires(surname_ar="العلوي", ppr=str(1_000_000 + number))
        office.sync(carrier)
    assert line.connections == 1
