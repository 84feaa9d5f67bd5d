"""Two offices do anything in any order: what each shows is always the centre's rows with its own work on top, what it
predicts is what the centre decides, and in the end all hold the same (sync.md 4, invariants 4 to 8)."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from sync.client.errors import Unreachable
from sync.client.outbox import Entry, Outbox, State
from sync.client.replica import Refused
from sync.domain.fields import Value
from sync.domain.ids import Lane
from sync.domain.operation import Operation, Verb
from sync.protocol.messages import Copy, Page
from sync.storage import dump
from tests.exchange.invariants import check
from tests.exchange.laptop import answer_of
from tests.exchange.world import Office, World

FIELDS: dict[str, tuple[Value, ...]] = {
    "phone": ("+212661045277", "+212700000000", None),
    "email": ("a@b.ma", "c@d.ma"),
    "city": ("تازة", "فاس"),
    "postal_code": ("35000", "30000", None),
}


@dataclass
class Trip:
    """One history: what was made so far, by whom."""

    world: World
    offices: list[Office]
    people: list[int] = field(default_factory=list)
    diplomas: list[tuple[int, int]] = field(default_factory=list)
    openings: list[tuple[int, int]] = field(default_factory=list)

    def save(self, office: Office, operation: Operation, lane: Lane) -> None:
        """Save what the office's own checks allow."""
        try:
            office.record(operation, lane=lane)
        except Refused as refused:
            note(f"refused: {refused}")


def predicted(entry: Entry) -> str:
    """What an office shows of an operation that waits."""
    if not entry.doubtful:
        return "stands"
    return "rejected" if any(p.blocks for p in entry.problems) else "conflict"


def decided(entry: Entry) -> str:
    """What became of it."""
    return "stands" if entry.verdict in ("applied", "merged") else str(entry.verdict)


def entries_of(office: Office) -> list[Entry]:
    """The outbox."""
    with office.replica.database.read() as connection:
        return Outbox(connection, office.replica.tables, office.replica.identity.device).entries()


def read_only(world: World, office: Office) -> None:
    """Read what is new at the centre, and send nothing."""
    from sync.domain.operation import SCHEMA
    from sync.protocol import codec
    from sync.protocol.columns import newest
    from sync.protocol.messages import PROTOCOL, Hello

    replica = office.replica
    request = next(office.requests).to_bytes(16, "big")
    hello = Hello(
        PROTOCOL,
        SCHEMA,
        newest().hash,
        replica.identity.device,
        request,
        replica.marks(),
        4_194_304,
        plain=True,
    )
    for frame in answer_of(world.centre, [codec.seal(hello, request, 0, office.key.sign)]):
        if isinstance(frame, Page | Copy):
            replica.absorb(frame)


def hire(trip: Trip, office: Office, draw: st.DataObject) -> None:
    """A new person."""
    row = office.replica.new_rows(1)[0]
    fields: dict[str, Value] = {"surname_ar": "العلوي", "ppr": draw.draw(st.sampled_from(["1000001", "1000002"]))}
    operation = Operation(verb=Verb.CREATE, kind="employee", row=row, dossier=row, fields=fields)
    trip.save(office, operation, draw.draw(st.sampled_from(Lane)))
    trip.people.append(row)


def correct(trip: Trip, office: Office, draw: st.DataObject) -> None:
    """Some fields of a person, also of one whom the office may not know yet."""
    person = draw.draw(st.sampled_from(trip.people))
    names = draw.draw(st.lists(st.sampled_from(sorted(FIELDS)), min_size=1, max_size=3, unique=True))
    fields = {name: draw.draw(st.sampled_from(FIELDS[name])) for name in names}
    operation = Operation(verb=Verb.CORRECT, kind="employee", row=person, dossier=person, fields=fields)
    trip.save(office, operation, draw.draw(st.sampled_from(Lane)))


def diploma(trip: Trip, office: Office, draw: st.DataObject) -> None:
    """A diploma, or another title of one."""
    again = draw.draw(st.booleans())
    if trip.diplomas and again:
        row, person = draw.draw(st.sampled_from(trip.diplomas))
        title = draw.draw(st.sampled_from(["إجازة", "ماستر"]))
        operation = Operation(verb=Verb.CORRECT, kind="diploma", row=row, dossier=person, fields={"title": title})
    else:
        row, person = office.replica.new_rows(1)[0], draw.draw(st.sampled_from(trip.people))
        trip.diplomas.append((row, person))
        fields: dict[str, Value] = {"employee": person, "title": "دبلوم"}
        operation = Operation(verb=Verb.CREATE, kind="diploma", row=row, dossier=person, fields=fields)
    trip.save(office, operation, Lane.DESK)


def opening(trip: Trip, office: Office, draw: st.DataObject) -> None:
    """An opening situation: one a person and source, so two offices may both give it."""
    row, person = office.replica.new_rows(1)[0], draw.draw(st.sampled_from(trip.people))
    fields: dict[str, Value] = {
        "employee": person,
        "known_on": draw.draw(st.sampled_from(["2026-09-01", "2026-09-02"])),
        "source": draw.draw(st.sampled_from(["لائحة أ", "لائحة ب"])),
        "grade": draw.draw(st.sampled_from(["G1", "G2"])),
    }
    trip.save(
        office, Operation(verb=Verb.ACT, kind="opening_situation", row=row, dossier=person, fields=fields), Lane.BULK
    )


def join(trip: Trip, office: Office, draw: st.DataObject) -> None:
    """Two records become one, or two again."""
    gone, keep = draw.draw(st.sampled_from(trip.people)), draw.draw(st.sampled_from(trip.people))
    verb = draw.draw(st.sampled_from([Verb.JOIN, Verb.PART]))
    fields: dict[str, Value] = {"merged_into": keep if verb is Verb.JOIN else None}
    trip.save(
        office, Operation(verb=verb, kind="employee", row=gone, dossier=gone, other=keep, fields=fields), Lane.DESK
    )


def withdraw(trip: Trip, office: Office, draw: st.DataObject) -> None:
    """A record made by mistake."""
    person = draw.draw(st.sampled_from(trip.people))
    fields: dict[str, Value] = {"withdrawn": draw.draw(st.sampled_from(["خطأ", None]))}
    trip.save(
        office, Operation(verb=Verb.WITHDRAW, kind="employee", row=person, dossier=person, fields=fields), Lane.DESK
    )


def settle(trip: Trip, office: Office, draw: st.DataObject) -> None:
    """A conflict that the office sees."""
    conflicts = office.rows("conflict")
    if conflicts:
        conflict = draw.draw(st.sampled_from(conflicts))
        fields: dict[str, Value] = {"choice": draw.draw(st.sampled_from(["mine", "centre"])), "reason": "ورقة"}
        operation = Operation(
            verb=Verb.SETTLE, kind="conflict", row=conflict.id, dossier=conflict.dossier, fields=fields
        )
        trip.save(office, operation, Lane.DESK)


def undo(trip: Trip, office: Office, draw: st.DataObject) -> None:
    """The newest operation, if it was never offered."""
    entries = entries_of(office)
    if entries:
        office.replica.undo((entries[-1].lane, entries[-1].n))


def exchange(trip: Trip, office: Office, draw: st.DataObject) -> None:
    """Sync."""
    office.sync()


def broken_exchange(trip: Trip, office: Office, draw: st.DataObject) -> None:
    """Sync over a line that breaks, on the way up or down."""
    if draw.draw(st.booleans()):
        office.line.cut_up_after = draw.draw(st.integers(0, 600))
    else:
        office.line.cut_down_after = draw.draw(st.integers(0, 3))
    try:
        office.sync()
    except Unreachable:
        note("cut")
    office.line.cut_up_after = office.line.cut_down_after = None


def predicted_exchange(trip: Trip, office: Office, draw: st.DataObject) -> None:
    """Read first, then send: nothing can have happened in between, so every prediction must come true."""
    if any(entry.state is State.SEALED for entry in entries_of(office)):
        office.sync()  # what was offered may be decided already: its verdict comes before any page
    read_only(trip.world, office)
    check(trip.world, office)
    before = [entry for entry in entries_of(office) if entry.state is not State.DECIDED]
    office.sync()
    after = {entry.position: entry for entry in entries_of(office)}
    for entry in before:
        assert (entry.position, predicted(entry)) == (entry.position, decided(after[entry.position])), entry.operation


Doing = Callable[[Trip, Office, st.DataObject], None]
Step = tuple[int, Doing]
STEPS: list[Doing] = [
    hire,
    correct,
    correct,
    correct,
    diploma,
    opening,
    join,
    withdraw,
    settle,
    undo,
    exchange,
    exchange,
    broken_exchange,
    predicted_exchange,
]


HISTORIES = st.lists(st.tuples(st.integers(0, 1), st.sampled_from(STEPS)), min_size=8, max_size=30)
NO_HEALTH = list(HealthCheck)


@settings(max_examples=8, phases=[Phase.explicit, Phase.generate], suppress_health_check=NO_HEALTH)
@given(HISTORIES, st.data())
def test_whatever_two_offices_do(steps: list[Step], data: st.DataObject) -> None:
    run(steps, data)


@pytest.mark.prove
@settings(max_examples=300, suppress_health_check=NO_HEALTH)
@given(HISTORIES, st.data())
def test_whatever_two_offices_do_for_longer(steps: list[Step], data: st.DataObject) -> None:
    run(steps, data)


def run(steps: list[Step], data: st.DataObject) -> None:
    """One history, checked after each step."""
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        try:
            trip = Trip(world, [world.office(), world.office()])
            hire(trip, trip.offices[0], data)
            for number, step in steps:
                note(f"office {number}: {step.__name__}")
                step(trip, trip.offices[number], data)
                for office in trip.offices:
                    check(world, office)
            for office in (*trip.offices, *trip.offices):
                office.sync()
                check(world, office)
            assert_same(world, trip.offices)
        finally:
            world.close()


def assert_same(world: World, offices: list[Office]) -> None:
    """All replicas and the centre hold the same rows, and nothing waits."""
    with world.centre.database.read() as connection:
        centre = list(dump.lines(connection, world.centre.tables.records))
    for office in offices:
        with office.replica.database.read() as connection:
            assert list(dump.lines(connection, office.replica.tables.records)) == centre
        assert {entry.state for entry in entries_of(office)} <= {State.DECIDED}
