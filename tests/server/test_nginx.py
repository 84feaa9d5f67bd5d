"""The nginx of installer/centre before a centre: nothing is held back, and nothing goes out that should not."""

from __future__ import annotations

import http.client
import shutil
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from sync.protocol.messages import Operations
from sync.server.limits import Limits
from sync.storage.rows import count
from tests.exchange.laptop import verdicts
from tests.exchange.world import World
from tests.server.serving import Serving, post

CONFIG = Path(__file__).parents[2] / "installer" / "centre" / "nginx.conf"
AROUND = "worker_processes 1; error_log stderr; pid {0}/pid; events {{}} http {{ access_log off; {1} {2} }}"
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def until(true: Callable[[], bool], what: str) -> None:
    """Wait for something that comes by itself."""
    pause = threading.Event()
    for _ in range(1500):
        if true():
            return
        pause.wait(0.02)
    raise AssertionError(what)


def answers(port: int) -> bool:
    """Whether somebody listens there."""
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A centre on SQLite."""
    made = World(tmp_path)
    yield made
    made.close()


@pytest.fixture
def limits() -> Limits:
    """Those of the centre behind it."""
    return Limits()


@pytest.fixture
def proxy(world: World, limits: Limits, tmp_path: Path) -> Iterator[int]:
    """The port of nginx before it."""
    program = shutil.which("nginx", path="/usr/sbin:/usr/bin:/sbin:/bin")
    assert program, "no nginx: run `make setup-test`"
    with socket.socket() as free, Serving(world.centre, limits=limits) as serving:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        free.close()
        told = CONFIG.read_text("utf-8").replace("CENTRE_PORT", str(serving.port))
        told = told.replace("LISTEN", f"127.0.0.1:{port}").replace("SERVER_NAME", "_")
        folders = " ".join(f"{name}_temp_path {tmp_path}/{name};" for name in TEMPORARY)
        path = tmp_path / "nginx.conf"
        path.write_text(AROUND.format(tmp_path, folders, told), "utf-8")
        command = [program, "-p", str(tmp_path), "-e", "stderr", "-c", str(path)]
        process = subprocess.Popen([*command, "-g", "daemon off; master_process off;"], stderr=subprocess.DEVNULL)
        try:
            until(lambda: answers(port), "nginx did not start")
            yield port
        finally:
            process.terminate()
            process.wait(30)


def test_half_a_push_through_nginx_leaves_its_whole_frames(world: World, proxy: int) -> None:
    laptop = world.laptop()
    first, second = laptop.hires(surname_ar="العلوي")[1], laptop.hires(surname_ar="الفاسي")[1]
    frames = laptop.request(others=[Operations([first]), Operations([second])])
    whole = b"".join(frames)
    half = b"".join(frames[:2]) + frames[2][: len(frames[2]) // 2]
    head = f"POST /sync HTTP/1.1\r\nHost: centre\r\nContent-Length: {len(whole)}\r\n\r\n".encode()

    def stored() -> int:
        with world.centre.database.read() as connection:
            return count(connection, world.centre.tables.operation)

    with socket.create_connection(("127.0.0.1", proxy), 30) as line:
        line.sendall(head + half)
        until(lambda: stored() == 1, "the first frame was held back on the way")
    again = post(proxy, whole)
    assert (again.status, [v.verdict for v in verdicts(again.frames)]) == (200, ["applied", "applied"])
    assert stored() == 2


@pytest.mark.parametrize("limits", [Limits(stall_s=1.0)])
def test_clients_that_fall_silent_behind_nginx_give_back_what_they_took(world: World, proxy: int) -> None:
    laptop = world.laptop()
    first, second = laptop.hires(surname_ar="العلوي")[1], laptop.hires(surname_ar="الفاسي")[1]
    frames = laptop.request(others=[Operations([first]), Operations([second])])
    whole = b"".join(frames)
    head = f"POST /sync HTTP/1.1\r\nHost: centre\r\nContent-Length: {len(whole)}\r\n\r\n".encode()
    with ExitStack() as lines:

        def silent(sent: bytes) -> socket.socket:
            line = lines.enter_context(socket.create_connection(("127.0.0.1", proxy), 30))
            line.sendall(sent)
            return line

        for sent in (b"", head[:20], head):  # neither the centre nor another client waits for these
            silent(sent)
        known = [silent(head + b"".join(frames[:2])) for _ in range(Limits().conversations)]
        # The laptop itself: refused while its silent requests stand, served once they were given up.
        until(lambda: post(proxy, whole).status == 200, "the silent requests were never given up")
        told = {int(line.recv(200).split(b" ", 2)[1]) for line in known}
        # Who came while the laptop's own attempt held a place was told at once that there is none.
        assert 408 in told <= {408, 503}


def test_it_lets_through_what_is_asked_from_outside_and_no_more(proxy: int) -> None:
    found = {}
    for path in ("/health", "/console", "/metrics", "/", "/sync/../metrics"):
        connection = http.client.HTTPConnection("127.0.0.1", proxy, timeout=30)
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        found[path] = answer.status
        connection.close()
    assert found == {"/health": 200, "/console": 303, "/metrics": 404, "/": 404, "/sync/../metrics": 404}
