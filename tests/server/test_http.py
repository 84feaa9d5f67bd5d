"""The centre over real HTTP: stable codes and statuses for whatever comes, nothing told to strangers (sync.md 3.1)."""

from __future__ import annotations

import http.client
import json
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from backports import zstd
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from psycopg import sql

from sync.client.errors import Busy, Misunderstood, NotTrusted, Unreachable
from sync.client.http import HttpExchange
from sync.domain.ids import CENTRE_DEVICE, PRACTICE_DEVICE, Compartment, scope_id
from sync.protocol import codec
from sync.protocol.exchange import Traffic
from sync.protocol.messages import (
    FRAME_LIMIT,
    RECORD_LIMIT,
    REQUEST_LIMIT,
    UNPACKED_LIMIT,
    End,
    Fault,
    FrameType,
    Operations,
    ScopeMark,
    Sealed,
)
from sync.server.accounts import Accounts
from sync.server.devices import Devices
from tests.exchange.laptop import verdicts
from tests.exchange.world import PLACE, World
from tests.server.serving import Answer, Serving, post

GENERAL = scope_id(PLACE, Compartment.GENERAL)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A centre on SQLite: what HTTP adds is the same on both databases."""
    made = World(tmp_path)
    yield made
    made.close()


@pytest.fixture
def port(world: World) -> Iterator[int]:
    """The centre's port."""
    with Serving(world.centre) as serving:
        yield serving.port


def refusal(answer: Answer) -> tuple[int, str]:
    """Status and code of an answer that is nothing but a refusal."""
    (fault,) = answer.frames
    assert isinstance(fault, Fault)
    return answer.status, fault.code


def framed(payload: bytes) -> bytes:
    """A payload with its length."""
    return len(payload).to_bytes(4, "big") + payload


def test_it_says_that_it_is_there(port: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/health")
    answer = connection.getresponse()
    assert (answer.status, json.loads(answer.read())) == (200, {"status": "ok"})
    connection.close()


def test_an_honest_request_is_answered(world: World, port: int) -> None:
    laptop = world.laptop()
    _, hired = laptop.hires(surname_ar="العلوي")
    answer = post(port, b"".join(laptop.request([hired])))
    assert (answer.status, [v.verdict for v in verdicts(answer.frames)]) == (200, ["applied"])
    assert isinstance(answer.frames[-1], End)


# -- who asks ---------------------------------------------------------------------------------------------------


def test_strangers_all_get_one_answer(world: World, port: int) -> None:
    world.province(505)
    laptop, there = world.laptop(), world.laptop(505)
    good = laptop.request([laptop.hires()[1]])
    bad_signature = [good[0][:-1] + bytes([good[0][-1] ^ 1]), good[1]]
    bad_frame = [good[0], good[1][:-1] + bytes([good[1][-1] ^ 1])]
    unknown = [laptop.request(hello=laptop.hello(device=n)) for n in (99, PRACTICE_DEVICE, CENTRE_DEVICE)]
    laptop.key, own = there.key, laptop.key
    forged = laptop.request()  # another province's device in the name of this one
    laptop.key = Ed25519PrivateKey.generate()
    invented = laptop.request()
    laptop.key = own
    swapped = laptop.request([laptop.hires()[1]])[:1] + good[1:]  # a frame of another request
    answers = [
        post(port, b"".join(frames)) for frames in (bad_signature, bad_frame, *unknown, forged, invented, swapped)
    ]
    assert {refusal(answer) for answer in answers} == {(401, "not_trusted")}
    assert len({answer.body for answer in answers}) == 1


def test_a_foreign_row_is_answered_byte_for_byte_like_one_that_does_not_exist(world: World, port: int) -> None:
    world.province(505)
    here = world.laptop()
    person, hired = here.hires(surname_ar="العلوي", ppr="1234567")
    here.sends(world.centre, hired)
    bodies = []
    for row in (person, person + 1):
        there = world.laptop(505)
        asked = there.request([there.corrects(row, ppr="7654321")], there.hello(there.marks()))
        answer = post(port, b"".join(asked))
        assert [v.verdict for v in verdicts(answer.frames)] == ["rejected"]
        bodies.append(answer.body)
    assert bodies[0] == bodies[1]


def test_a_revoked_device_is_told_so_after_its_operations_are_kept(world: World, port: int) -> None:
    laptop = world.laptop()
    with world.centre.database.write() as connection:
        Devices(connection, world.centre.tables).revoke(laptop.device, 0)
    assert refusal(post(port, b"".join(laptop.request([laptop.hires()[1]])))) == (403, "revoked")
    with world.centre.database.read() as connection:
        assert [row.state for row in connection.execute(world.centre.tables.operation.select())] == ["held"]


def test_an_unknown_protocol_is_answered_for_what_it_sent(world: World, port: int) -> None:
    laptop = world.laptop()
    _, hired = laptop.hires(surname_ar="العلوي")
    answer = post(port, b"".join(laptop.request([hired], laptop.hello(laptop.marks(), protocol=2))))
    assert (answer.status, [v.verdict for v in verdicts(answer.frames)]) == (426, ["applied"])
    assert answer.frames[-1] == Fault("upgrade_needed")


def test_a_cloned_laptop_and_another_history_are_conflicts(world: World, port: int) -> None:
    laptop = world.laptop()
    _, hired = laptop.hires(surname_ar="العلوي")
    laptop.sends(world.centre, hired)
    clone = Sealed(hired.lane, hired.n, laptop.hires(surname_ar="الفاسي")[1].record)
    assert refusal(post(port, b"".join(laptop.request([clone])))) == (409, "cloned_device")
    elsewhere = laptop.hello([ScopeMark(GENERAL, 7, 0, True)])
    assert refusal(post(port, b"".join(laptop.request(hello=elsewhere)))) == (409, "other_epoch")


# -- what comes -------------------------------------------------------------------------------------------------


def test_bytes_that_are_no_request_are_malformed(world: World, port: int) -> None:
    laptop = world.laptop()
    good = b"".join(laptop.request([laptop.hires()[1]]))
    bodies = [b"", b"\x00", b"{}", b"\x00\x00\x00\x02\x01\x00", framed(os.urandom(200)), good[:-3], good + b"\x00\x00"]
    bodies += [framed(codec.pack(End(False, 0)) + bytes(64)), framed(bytes((FrameType.OPERATIONS, 0)) + bytes(80))]
    assert {refusal(post(port, body)) for body in bodies} == {(400, "malformed")}


def test_a_second_hello_is_malformed(world: World, port: int) -> None:
    laptop = world.laptop()
    hello = laptop.hello()
    frames = [codec.seal(hello, hello.request, index, laptop.key.sign) for index in (0, 1)]
    assert refusal(post(port, b"".join(frames))) == (400, "malformed")


def test_a_truncated_body_leaves_its_whole_frames_stored(world: World, port: int) -> None:
    laptop = world.laptop()
    hello = laptop.hello()
    frames = [codec.seal(hello, hello.request, 0, laptop.key.sign)]
    for index in (1, 2, 3):
        operations = Operations([laptop.hires(surname_ar="العلوي")[1]])
        frames.append(codec.seal(operations, hello.request, index, laptop.key.sign))
    body = b"".join(frames)
    assert refusal(post(port, body[: len(body) - len(frames[3]) - 5])) == (400, "malformed")
    with world.centre.database.read() as connection:
        kept = connection.execute(world.centre.tables.operation.select()).all()
    assert [(row.n, row.state) for row in kept] == [(1, "stored")]


def test_a_frame_that_announces_too_much_is_too_large(port: int) -> None:
    assert refusal(post(port, (FRAME_LIMIT + 1).to_bytes(4, "big"))) == (413, "too_large")
    assert refusal(post(port, b"GET / HTTP/1.1\r\n")) == (413, "too_large")


def test_a_small_frame_that_unpacks_to_more_than_the_limit_is_too_large(world: World, port: int) -> None:
    laptop = world.laptop()
    hello = laptop.hello()
    bomb = bytes((FrameType.OPERATIONS, 1)) + zstd.compress(bytes(32 * UNPACKED_LIMIT), 3)
    signature = laptop.key.sign(b"massar-up-1" + hello.request + (1).to_bytes(4, "big") + bomb)
    body = codec.seal(hello, hello.request, 0, laptop.key.sign) + framed(bomb + signature)
    assert len(body) < 20_000
    assert refusal(post(port, body)) == (413, "too_large")


def test_a_body_that_declares_too_much_is_refused_before_it_is_sent(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as raw:
        head = f"POST /sync HTTP/1.1\r\nHost: x\r\nContent-Length: {REQUEST_LIMIT + 1}\r\n\r\n"
        raw.sendall(head.encode())
        assert raw.recv(100).startswith(b"HTTP/1.1 413 ")


def test_a_body_that_grows_beyond_the_limit_is_refused(world: World, port: int) -> None:
    laptop = world.laptop()
    hello = laptop.hello()
    large = Operations([Sealed(0, n, os.urandom(RECORD_LIMIT)) for n in (1, 2, 3)])

    def body() -> Iterator[bytes]:
        yield codec.seal(hello, hello.request, 0, laptop.key.sign)
        sent, index = 0, 0
        while sent <= REQUEST_LIMIT:
            index += 1
            piece = codec.seal(large, hello.request, index, laptop.key.sign)
            sent += len(piece)
            yield piece

    assert refusal(post(port, body())) == (413, "too_large")


@pytest.mark.parametrize(("method", "path", "status"), [("POST", "/other", 404), ("GET", "/sync", 405)])
def test_other_paths_and_methods_tell_nothing(port: int, method: str, path: str, status: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request(method, path)
    assert connection.getresponse().status == status
    connection.close()


# -- enrolment --------------------------------------------------------------------------------------------------


def test_a_laptop_enrols_over_http(world: World, port: int) -> None:
    with world.centre.database.write() as connection:
        accounts = Accounts(connection, world.centre.tables)
        clerk = accounts.create_account(PLACE, "موظفة", "Agent", role="clerk", confidential=False)
        code = accounts.issue_ticket(PLACE, clerk, world.clock.now_ms())
    carrier = HttpExchange(f"http://127.0.0.1:{port}")
    with pytest.raises(NotTrusted):
        carrier.enrol("AAAAAAAAAA", b"\x01" * 32)
    assert carrier.enrol(code, b"\x01" * 32).place == PLACE
    carrier.close()


def test_an_enrolment_that_is_none_is_refused(port: int) -> None:
    bodies = [b"", b"{}", b'{"code": 5}', b"\xff", b"[" * 3000, b'{"code":"A","public_key":"!","protocol":1}']
    assert {refusal(post(port, body, "/enrol")) for body in bodies} == {(400, "malformed")}
    assert refusal(post(port, b'{"code":"' + b"A" * 5000, "/enrol")) == (413, "too_large")


# -- when the centre or the way to it fails ---------------------------------------------------------------------


@pytest.mark.expected_log("the database failed: database_unavailable")
def test_a_centre_without_its_database_asks_to_come_back(
    tmp_path: Path, postgres_database: str, postgres_url: str
) -> None:
    world = World(tmp_path, postgres_database)
    laptop = world.laptop()
    name = postgres_database.rsplit("/", 1)[-1]

    def allow(allowed: bool) -> None:
        with psycopg.connect(postgres_url.replace("+psycopg", ""), autocommit=True) as connection:
            statement = sql.SQL("ALTER DATABASE {} WITH ALLOW_CONNECTIONS {}")
            connection.execute(statement.format(sql.Identifier(name), sql.Literal(allowed)))
            connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])

    with Serving(world.centre) as serving:
        carrier = HttpExchange(serving.address)
        asked = laptop.request([laptop.hires(surname_ar="العلوي")[1]])
        allow(False)
        with pytest.raises(Busy) as busy:
            list(carrier.exchange(asked, Traffic()))
        assert busy.value.retry_after_s == 30
        allow(True)
        assert [v.verdict for v in verdicts(list(carrier.exchange(asked, Traffic())))] == ["applied"]
        carrier.close()
    world.close()


def test_no_centre_is_no_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        port = nobody.getsockname()[1]
    carrier = HttpExchange(f"http://127.0.0.1:{port}")
    with pytest.raises(Unreachable):
        list(carrier.exchange([b""], Traffic()))
    with pytest.raises(Unreachable):
        carrier.enrol("AAAAAAAAAA", bytes(32))
    carrier.close()


def test_an_address_that_is_none_is_misunderstood() -> None:
    carrier = HttpExchange("no address")
    with pytest.raises(Misunderstood):
        list(carrier.exchange([b""], Traffic()))
    with pytest.raises(Misunderstood):
        carrier.enrol("AAAAAAAAAA", bytes(32))
