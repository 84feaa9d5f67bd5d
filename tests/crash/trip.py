"""One trip of an office and a centre, each in a process of its own, over a socket: what the crash proofs kill."""

from __future__ import annotations

import json
import os
import signal
import socket
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection

from sync.client.errors import Unreachable
from sync.client.refusal import refusal
from sync.client.replica import Replica, Saved
from sync.domain.fields import Value
from sync.domain.ids import Lane
from sync.domain.operation import Operation, Verb
from sync.protocol import codec
from sync.protocol.errors import WireError
from sync.protocol.exchange import Exchange, Traffic
from sync.protocol.messages import Fault, Frame
from sync.server.service import Centre
from sync.storage.database import Database, open_centre, open_office
from tests.exchange.laptop import answer_of
from tests.exchange.world import DirectLine, FakeClock, Office, World

ACKNOWLEDGED, STATEMENTS = "acknowledged", "statements"
_LENGTH = 8


def prepare(folder: Path) -> None:
    """A centre and two offices; the second has sent what the first has not read, and saved what it has not sent."""
    world = World(folder)
    first, second = world.office(), world.office()
    people = [first.hires(surname_ar="العلوي", ppr=str(1_000_000 + n)) for n in range(4)]
    first.sync()
    second.sync()
    second.corrects(people[0], phone="+212661045277")
    second.corrects(people[1], city="تازة", postal_code="35000")
    second.hires(surname_ar="الفاسي")
    second.sync()
    second.corrects(people[2], email="a@b.ma")
    facts = [
        {"author": office.author, "key": office.key.private_bytes_raw().hex(), "people": people}
        for office in world.offices
    ]
    (folder / "facts.json").write_text(json.dumps(facts))
    world.close()


def open_office_of(folder: Path, number: int, line: Exchange | None = None) -> Office:
    """An office of the folder, 1 or 2, as after a start of the program."""
    facts = json.loads((folder / "facts.json").read_text())[number - 1]
    replica = Replica(open_office(folder / f"office{number}.db", bytes([number]) * 32), FakeClock())
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(facts["key"]))
    requests = count(int.from_bytes(os.urandom(6)))
    return Office(replica, key, line, facts["author"], requests)  # type: ignore[arg-type]  # any carrier will do


def open_centre_of(folder: Path) -> Centre:
    """The centre of the folder, as after a start of the program."""
    return Centre(open_centre(f"sqlite:///{folder / 'centre.db'}"), FakeClock().now_ms)


def count_statements(database: Database, kill_at: int | None) -> Callable[[], int]:
    """Count the SQL statements of a database, COMMIT and what FTS runs included; die before the one numbered `kill_at`.

    Gives a function that says how many there were.
    """
    seen = 0

    def traced(_statement: object) -> None:
        nonlocal seen
        seen += 1
        if seen == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def connected(connection: DBAPIConnection, _record: object) -> None:
        connection.set_trace_callback(traced)

    for engine in database.engines:
        event.listen(engine, "connect", connected)
        engine.dispose()
    return lambda: seen


class SocketLine:
    """A carrier over a socket to the centre's process."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end

    def exchange(self, frames: Sequence[bytes], traffic: Traffic) -> Iterator[Frame]:
        """Send frames, yield the answer's; Unreachable when the other process is gone."""
        body = b"".join(frames)
        traffic.bytes_up += len(body)
        try:
            self._end.sendall(len(body).to_bytes(_LENGTH, "big") + body)
            while size := int.from_bytes(_whole(self._end, 4), "big"):
                frame = codec.unpack_down(_whole(self._end, size))
                if isinstance(frame, Fault):
                    raise refusal(frame)
                yield frame
        except OSError as gone:
            raise Unreachable from gone


def serve(folder: Path, end: socket.socket, kill_at: int | None = None) -> None:
    """Be the centre until the office hangs up."""
    centre = open_centre_of(folder)
    counted = count_statements(centre.database, kill_at)
    while True:
        try:
            body = _whole(end, int.from_bytes(_whole(end, _LENGTH), "big"))
        except OSError:
            break
        try:
            answer = answer_of(centre, [body])
        except WireError as wrong:
            answer = [Fault(wrong.code.value)]
        try:
            end.sendall(b"".join(codec.down(frame) for frame in answer) + bytes(4))
        except OSError:
            break
    centre.database.close()
    (folder / f"centre.{STATEMENTS}").write_text(str(counted()))


def work(folder: Path, end: socket.socket, kill_at: int | None = None) -> None:
    """Be the first office: save, sync, save on, sync; each save that returned is acknowledged in a file."""
    office = open_office_of(folder, 1, SocketLine(end))
    counted = count_statements(office.replica.database, kill_at)
    log = os.open(folder / ACKNOWLEDGED, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def acknowledge(saved: Saved) -> Saved:
        for lane, n in saved.numbers:
            os.write(log, f"{int(lane)} {n}\n".encode())
        return saved

    for step in _steps(office, json.loads((folder / "facts.json").read_text())[0]["people"], acknowledge):
        try:
            step()
        except Unreachable:
            break  # the centre died; what was saved waits
    office.replica.close()
    end.close()
    (folder / f"office.{STATEMENTS}").write_text(str(counted()))


def _steps(office: Office, people: list[int], acknowledge: Callable[[Saved], Saved]) -> Iterator[Callable[[], object]]:
    def create(kind: str, lane: Lane = Lane.DESK, /, **fields: Value) -> object:
        row = office.replica.new_rows(1)[0]
        dossier = int(str(fields.get("employee") or row))
        verb = Verb.ACT if kind == "opening_situation" else Verb.CREATE
        return acknowledge(
            office.record(Operation(verb=verb, kind=kind, row=row, dossier=dossier, fields=fields), lane=lane)
        )

    def imported() -> object:
        rows = office.replica.new_rows(3)
        hired = [
            Operation(verb=Verb.CREATE, kind="employee", row=row, dossier=row, fields={"surname_ar": "بنعلي"})
            for row in rows
        ]
        return acknowledge(office.record(*hired, lane=Lane.BULK))

    def undone() -> object:
        saved = acknowledge(office.corrects(people[3], city="فاس"))
        return office.replica.undo(saved.numbers[0])

    known: dict[str, Value] = {"known_on": "2026-09-01", "source": "لائحة", "grade": "G1"}
    yield lambda: acknowledge(office.corrects(people[0], phone="+212700000000"))  # the second office changed it too
    yield lambda: acknowledge(office.corrects(people[1], email="c@d.ma"))
    yield lambda: create("employee", surname_ar="الإدريسي")
    yield lambda: create("opening_situation", employee=people[1], **known)
    yield imported
    yield undone
    yield office.sync
    yield lambda: acknowledge(office.corrects(people[2], phone="+212661045277"))
    yield lambda: create("diploma", employee=people[2], title="إجازة")
    yield office.sync
    yield lambda: acknowledge(office.corrects(people[3], email="e@f.ma"))


def _whole(end: socket.socket, size: int) -> bytes:
    """Exactly so many bytes; ConnectionError when the other side is gone before."""
    parts, missing = [], size
    while missing:
        part = end.recv(min(missing, 1 << 16))
        if not part:
            raise ConnectionError("hung up")
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)


def direct(centre: Centre, office: Office) -> Office:
    """The office with a good line to a centre in this process."""
    office.line = DirectLine(centre)
    return office
