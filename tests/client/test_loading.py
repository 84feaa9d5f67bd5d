"""What one request takes along: no more than the line carried before, and the desk's work before an import."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import pytest

from sync.client import request
from sync.client.errors import Unreachable
from sync.client.outbox import Outbox, State
from sync.client.pacing import LEAST, Pace, Pacer
from sync.domain.fields import Value
from sync.domain.ids import Lane
from sync.domain.operation import Operation, Verb
from sync.protocol.exchange import Traffic
from sync.protocol.messages import Frame, Result
from tests.exchange.world import DirectLine, Office, World

PHONE = "+212661045271"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.close()


class Counted(DirectLine):
    """A line that knows what each request took along, and which verdicts came back with it."""

    def __init__(self, world: World, *, cut: bool = False) -> None:
        super().__init__(world.centre)
        self.up: list[int] = []
        self.verdicts: list[list[tuple[int, int]]] = []
        self.cut = cut

    def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        """Send frames, yield the answer's."""
        self.up.append(sum(map(len, frames)))
        self.verdicts.append([])
        if self.cut:
            raise Unreachable("cut")
        for frame in super().exchange(frames, traffic):
            if isinstance(frame, Result):
                self.verdicts[-1] += [(verdict.lane, verdict.n) for verdict in frame.verdicts]
            yield frame


def imports(office: Office, count: int) -> None:
    """A list of people, in the lane that waits."""
    chance, people = Random(count), []
    for row in office.replica.new_rows(count):
        fields: dict[str, Value] = {
            "surname_ar": "العلوي",
            "first_name_ar": "نادية",
            "ppr": str(chance.randrange(1_000_000, 9_999_999)),
            "phone": f"+2126{chance.randrange(10_000_000, 99_999_999)}",
        }
        people.append(Operation(verb=Verb.CREATE, kind="employee", row=row, dossier=row, fields=fields))
    office.record(*people, lane=Lane.BULK)


def states(office: Office, lane: Lane) -> list[State]:
    with office.replica.database.read() as connection:
        return [e.state for e in Outbox(connection, office.replica.tables).entries() if e.lane is lane]


def test_the_desk_is_answered_in_the_first_request_whatever_waits_in_bulk(world: World) -> None:
    alone, busy = world.office(), world.office()
    person = alone.hires(surname_ar="بناني")
    alone.sync()
    busy.sync()
    alone.corrects(person, phone=PHONE)
    alone.line = lonely = Counted(world)
    alone.sync()
    imports(busy, 900)
    busy.corrects(person, city="فاس")
    busy.line = line = Counted(world)
    busy.sync()
    assert (int(Lane.DESK), 1) in line.verdicts[0]
    assert len(line.verdicts[0]) > 10  # a little of the list rides along
    assert line.up[0] - lonely.up[0] < 850
    assert sum(map(len, line.verdicts)) == 901


def test_what_is_little_goes_in_one_request_with_the_desk(world: World) -> None:
    office = world.office()
    imports(office, 10)
    office.hires(surname_ar="بناني")
    assert office.sync().requests == 1


def test_a_desk_operation_on_someone_of_the_list_takes_her_along(world: World) -> None:
    office = world.office()
    imports(office, 300)
    last = max(row.id for row in office.rows("employee"))
    office.corrects(last, phone=PHONE)
    office.line = line = Counted(world)
    office.sync()
    assert {(int(Lane.DESK), 1), (int(Lane.BULK), 300)} <= set(line.verdicts[0])
    assert office.sees(last, "phone") == PHONE
    assert set(states(office, Lane.DESK)) == {State.DECIDED}


def test_requests_are_as_large_as_the_line_carried_before(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request, "UP_FRAME_BYTES", 512)
    office = world.office()
    imports(office, 900)
    office.pacer = Pacer(Pace(size=1_024))
    office.line = line = Counted(world)
    office.sync()
    around = 450  # the opening, and what is around each frame
    assert all(size < 1_024 + around for size in line.up[:2])
    assert line.up[2] > 1_024 + around  # after two that went through
    assert office.pacer.size > 1_024
    assert set(states(office, Lane.BULK)) == {State.DECIDED}


def test_a_cut_halves_what_the_next_request_takes_along(world: World) -> None:
    office = world.office()
    imports(office, 1_500)
    office.line = line = Counted(world, cut=True)
    for _ in range(4):
        with pytest.raises(Unreachable):
            office.sync()
    assert office.pacer.size == LEAST
    assert line.up[3] < LEAST + 300 < line.up[0]


def test_what_had_no_room_may_still_be_undone(world: World) -> None:
    office = world.office()
    imports(office, 1_500)
    office.pacer = Pacer(Pace(size=4_096))
    office.line = Counted(world, cut=True)
    with pytest.raises(Unreachable):
        office.sync()
    kept = states(office, Lane.BULK)
    sealed = kept.count(State.SEALED)
    assert 0 < sealed < 1_000
    assert kept == [State.SEALED] * sealed + [State.OPEN] * (1_500 - sealed)
    assert office.replica.undo((Lane.BULK, 1)) is None
    assert office.replica.undo((Lane.BULK, 1_500)) is not None


def test_a_single_operation_larger_than_the_pace_is_sent_all_the_same(world: World) -> None:
    office = world.office()
    office.hires(surname_ar="بناني", address_ar="".join(chr(0x0621 + (at * 7919) % 30) for at in range(250)))
    office.pacer = Pacer(Pace(size=1))
    assert office.sync().decided == 1
