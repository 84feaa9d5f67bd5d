"""The counted line, and the peer that travels over it."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import requests

from tests.benchmarks.json_batch import batch_bytes, packed
from tests.benchmarks.proxy import HANDSHAKE_BYTES, RURAL, Line, Speed

BODY = b"0123456789" * 40


class _Echo(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Echo) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def test_every_byte_is_counted_with_its_head(port: int) -> None:
    with Line("127.0.0.1", port) as line:
        answer = requests.post(line.address, data=BODY, timeout=10)
    assert answer.content == BODY
    assert (line.up.bytes - line.up.head, line.down.bytes - line.down.head) == (len(BODY), len(BODY))
    assert line.up.head > 100


def test_a_slow_line_takes_as_long_as_its_model_says(port: int) -> None:
    speed = Speed(bits_s=80_000, round_trip_s=0.1)
    with Line("127.0.0.1", port, speed) as line:
        began = time.monotonic()
        requests.post(line.address, data=BODY, timeout=10)
        seconds = time.monotonic() - began
    assert seconds >= speed.modelled_s(line.up.bytes, line.down.bytes, 1) * 0.99


def test_the_model_of_the_rural_line() -> None:
    assert RURAL.opening_s == 2 + HANDSHAKE_BYTES / 8000
    assert RURAL.modelled_s(8000, 16_000, 2) == RURAL.opening_s + 3 + 2


def test_the_peer_counts_both_bodies_and_the_heads() -> None:
    up, down = [16, 1, ["x" * 500]], [1, [2, 3]]
    bodies = len(packed(up)) + len(packed(down))
    assert bodies + 200 < batch_bytes(up, down) < bodies + 700


def test_what_was_counted_has_arrived_when_the_line_breaks() -> None:
    def send(peer: socket.socket) -> None:
        with peer, suppress(ConnectionError):
            peer.recv(1)
            peer.sendall(bytes(1_000_000))

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=lambda: send(server.accept()[0]))
        thread.start()
        with (
            Line("127.0.0.1", server.getsockname()[1], cuts=[700_001]) as line,
            socket.create_connection(("127.0.0.1", int(line.address.rpartition(":")[2]))) as reader,
        ):
            reader.sendall(b"x")
            threading.Event().wait(0.2)  # a reader that is slower than the line
            arrived = 0
            with suppress(ConnectionError):
                while data := reader.recv(65_536):
                    arrived += len(data)
        thread.join()
    assert (line.up.bytes, line.down.bytes, arrived) == (1, 700_000, 700_000)
