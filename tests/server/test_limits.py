"""Slow, silent, half-open, greedy and senseless clients take nothing from the others (sync/server/limits.py)."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from random import Random

import pytest
from starlette.types import Message

from sync.protocol.messages import Fault
from sync.server.app import _Answer, _Begun
from sync.server.limits import Buckets, Gate, Limits, Pace, TooSlow
from tests.exchange.laptop import verdicts
from tests.exchange.world import World
from tests.server.serving import Answer, Serving, post

TIGHT = Limits(
    opening_s=1.5, stall_s=1.5, strangers=6, requests_s=0.001, requests_burst=3, codes_s=0.001, codes_burst=2
)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    made = World(Path(tmp_path_factory.mktemp("limits")))
    yield made
    made.close()


@pytest.fixture
def port(world: World) -> Iterator[int]:
    with Serving(world.centre, limits=TIGHT) as serving:
        yield serving.port


def code(answer: Answer) -> tuple[int, str]:
    """Status and code of a refusal."""
    (fault,) = answer.frames
    assert isinstance(fault, Fault)
    return answer.status, fault.code


def works(world: World, port: int) -> bool:
    """Whether an honest office is served."""
    laptop = world.laptop()
    answer = post(port, b"".join(laptop.request([laptop.hires(surname_ar="العلوي")[1]])))
    return [v.verdict for v in verdicts(answer.frames)] == ["applied"]


def half_open(port: int, sent: bytes, declared: int) -> socket.socket:
    """A client that sends the head of a request and some of its body, then nothing."""
    raw = socket.create_connection(("127.0.0.1", port), timeout=10)
    raw.sendall(f"POST /sync HTTP/1.1\r\nHost: x\r\nContent-Length: {declared}\r\n\r\n".encode() + sent)
    return raw


def test_silent_clients_are_given_up_and_others_are_served_meanwhile(world: World, port: int) -> None:
    laptop = world.laptop()
    body = b"".join(laptop.request([laptop.hires(surname_ar="الفاسي")[1]]))
    silent = [half_open(port, body[:cut], len(body)) for cut in (0, 3, 60, len(body) - 1)]
    idle = [socket.create_connection(("127.0.0.1", port), timeout=10) for _ in range(40)]  # not even a head
    assert works(world, port)
    for raw in silent:
        assert raw.recv(64).startswith(b"HTTP/1.1 408 ")
    for raw in silent + idle:
        raw.close()


def test_one_address_has_no_more_than_its_share_of_unproven_requests(world: World, port: int) -> None:
    held = [half_open(port, b"\x00", 100) for _ in range(TIGHT.strangers + 3)]
    first = [raw.recv(64)[9:12] for raw in held]
    assert sorted(first) == [b"408"] * TIGHT.strangers + [b"503"] * 3
    for raw in held:
        raw.close()
    assert works(world, port)


def test_a_laptop_that_asks_without_end_waits_and_its_neighbour_does_not(world: World, port: int) -> None:
    laptop = world.laptop()
    statuses = [post(port, b"".join(laptop.request())).status for _ in range(5)]
    assert statuses == [200, 200, 200, 503, 503]
    assert works(world, port)


def test_who_claims_another_s_number_without_its_key_takes_nothing_from_it(world: World, port: int) -> None:
    laptop, stranger = world.laptop(), world.laptop()
    for _ in range(6):
        forged = stranger.request(hello=stranger.hello(device=laptop.device))
        assert code(post(port, b"".join(forged))) == (401, "not_trusted")
    assert post(port, b"".join(laptop.request())).status == 200


def test_guesses_at_codes_are_slowed_by_address(port: int) -> None:
    guess = b'{"code": "AAAAAAAAAA", "public_key": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=", "protocol": 1}'
    assert [code(post(port, guess, "/enrol"))[0] for _ in range(3)] == [401, 401, 503]


def test_a_request_that_trickles_is_given_up() -> None:
    now = [0.0]
    pace = Pace(Limits(), lambda: now[0])
    pace.known = True
    for _ in range(60):
        now[0] += 2
        pace.came(4000)  # a line of 16 kbit/s
    now[0] += 3000
    with pytest.raises(TooSlow):
        pace.came(1)


def test_a_bucket_fills_again_and_forgets_the_oldest() -> None:
    now = [0.0]
    buckets = Buckets(0.5, 2, lambda: now[0])
    assert [buckets.take("a") for _ in range(3)] == [True, True, False]
    assert buckets.take("b")
    now[0] += 2
    assert [buckets.take("a") for _ in range(2)] == [True, False]
    for n in range(5000):
        buckets.take(n)
    assert buckets.take("a")


def test_what_was_held_is_given_back_whatever_happens() -> None:
    gate = Gate(Limits(conversations=1))
    for _ in range(3):
        with suppress(ZeroDivisionError), ExitStack() as served:
            served.enter_context(gate.stranger("here"))
            served.enter_context(gate.laptop(16))
            raise ZeroDivisionError


def test_an_import_gives_way_to_all_that_works_or_waits_but_not_for_ever() -> None:
    async def story() -> None:
        gate, go, order = Gate(Limits()), threading.Event(), list[str]()

        async def turn() -> None:
            begun = asyncio.Event()  # set once all that was made before has begun
            asyncio.get_running_loop().call_soon(begun.set)
            await begun.wait()

        async def day() -> None:
            await gate.work(go.wait)  # it opens its request
            await gate.work(order.append, "day")  # and is decided

        async def imports() -> None:
            await gate.way_given(10)
            await gate.work(order.append, "import")

        days = [asyncio.create_task(day()) for _ in range(5)]  # more than there are workers
        await turn()
        importing = asyncio.create_task(imports())
        asyncio.get_running_loop().call_soon(go.set)
        await asyncio.gather(importing, *days)
        assert order == ["day"] * 5 + ["import"]

        go.clear()
        others = asyncio.create_task(gate.work(go.wait))
        await turn()
        await gate.way_given(0.01)  # it ends though the other does not
        assert not others.done()
        go.set()
        await others

    asyncio.run(asyncio.wait_for(story(), 10))


@pytest.mark.parametrize("others", [None, iter([b"another"])], ids=["whole", "longer"])
def test_an_answer_that_nobody_reads_is_given_up(others: Iterator[bytes] | None) -> None:
    async def send(message: object) -> None:
        await asyncio.Event().wait()

    async def receive() -> Message:
        await asyncio.Event().wait()
        raise AssertionError

    async def story() -> None:
        answer = _Answer(Gate(Limits(stall_s=0.05)), _Begun(200, [b"frame"], others))
        await answer({"type": "http", "asgi": {"spec_version": "2.3"}}, receive, send)

    asyncio.run(asyncio.wait_for(story(), 10))


def test_senseless_bytes_are_refused_and_never_fail_the_server(world: World) -> None:
    """Whole requests with bytes changed, left out and doubled: each gets a refusal of the protocol, never an error."""
    draw = Random(7)
    with Serving(world.centre) as serving:
        laptop = world.laptop()
        for _ in range(60):
            body = bytearray(b"".join(laptop.request([laptop.hires(surname_ar="العلوي")[1]])))
            for _ in range(draw.randint(1, 4)):
                at = draw.randrange(len(body))
                body[at : at + draw.choice((0, 1, 8))] = draw.randbytes(draw.choice((0, 1, 8)))
            assert post(serving.port, bytes(body)).status in {200, 400, 401, 409, 413, 415, 426}
            json = bytearray(b'{"code": "AAAAAAAAAA", "public_key": "AQEB", "protocol": 1}')
            json[draw.randrange(len(json))] = draw.randrange(256)
            assert post(serving.port, bytes(json), "/enrol").status in {400, 401, 503}
        assert works(world, serving.port)
