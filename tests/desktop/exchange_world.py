"""A session of the desktop on a real replica, beside a neighbour's office, with the centre in the same process."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from massar_desktop.background.session import Session
from massar_desktop.background.sync_runner import SyncRunner
from massar_desktop.background.tasks import Tasks
from sync.client.errors import Unreachable
from sync.domain.operation import Operation, Verb
from sync.protocol.exchange import Exchange, Traffic
from sync.protocol.messages import Frame
from tests.exchange.world import Office, World

NAME = {
    "surname_ar": "المنصوري",
    "first_name_ar": "خديجة",
    "surname_la": "EL MANSOURI",
    "first_name_la": "Khadija",
    "ppr": "1203377",
}
OLD_PHONE, FIRST_PHONE, SECOND_PHONE = "+212661000000", "+212661882041", "+212661882014"


@dataclass
class Line:
    """The way to the centre as a test wants it: not there, busy, or held at a frame until the test lets it go."""

    office: Office
    down: bool = False
    refusal: Exception | None = None
    hold_at: int | None = None
    held: threading.Event = field(default_factory=threading.Event)
    let_go: threading.Event = field(default_factory=threading.Event)
    calls: int = 0

    def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        """Send frames, yield the answer's."""
        self.calls += 1
        if self.refusal is not None:
            raise self.refusal
        if self.down:
            raise Unreachable("no line")
        for number, frame in enumerate(self.office.line.exchange(frames, traffic)):
            if number == self.hold_at:
                self.held.set()
                self.let_go.wait(10)
            yield frame


@dataclass
class Desk:
    """One clerk's desktop and the neighbour's office."""

    world: World
    office: Office
    neighbour: Office
    session: Session
    runner: SyncRunner
    line: Line

    def close(self) -> None:
        """End the session before its file."""
        self.line.let_go.set()
        self.runner.stop()
        assert self.session.tasks.stop()
        self.world.close()


def desk(folder: Path, *, confidential: bool = False) -> Desk:
    """A clerk at work beside another office of her province."""
    world = World(folder)
    office, neighbour = world.office(confidential=confidential), world.office()
    session = Session(office.replica, office.author, Tasks())
    line = Line(office)

    def carrier() -> Exchange:
        return line

    runner = SyncRunner(session, carrier, office.key.sign, world.clock)
    return Desk(world, office, neighbour, session, runner, line)


def known_person(made: Desk, **more: str) -> int:
    """A person that both offices have."""
    person = made.office.hires(**NAME, phone=OLD_PHONE, **more)
    made.office.sync()
    made.neighbour.sync()
    return person


def phone_conflict(made: Desk, person: int | None = None) -> int:
    """Both offices change a telephone, the neighbour's first: this office's value came second. Gives the person."""
    who = person if person is not None else known_person(made)
    made.neighbour.corrects(who, phone=FIRST_PHONE)
    made.office.corrects(who, phone=SECOND_PHONE)
    made.neighbour.sync()
    made.office.sync()
    made.neighbour.sync()
    return who


def settle(office: Office, person: int, choice: str) -> None:
    """An office settles the only conflict it has."""
    (conflict,) = office.rows("conflict")
    fields = {"choice": choice}
    office.record(Operation(verb=Verb.SETTLE, kind="conflict", row=conflict.id, dossier=person, fields=fields))


def rejected_choice(made: Desk) -> int:
    """Both offices settle one conflict, the neighbour first: this office's choice comes back. Gives the person."""
    person = phone_conflict(made)
    settle(made.neighbour, person, "centre")
    settle(made.office, person, "mine")
    made.neighbour.sync()
    made.office.sync()
    return person
