"""A private PostgreSQL cluster from the system's binaries, for one test process."""

import itertools
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import psycopg
from psycopg import sql

_PAUSE_S = 0.1
READY = "database system is ready to accept connections"
# Small, but as careful as the real one: fsync and full_page_writes stay on.
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "shared_buffers": "32MB",
    "max_connections": "40",
    "min_wal_size": "32MB",
    "max_wal_size": "128MB",
    "lc_messages": "C",
}


class PostgresMissing(Exception):
    """PostgreSQL's server is not installed; `make setup-test` installs it or says how."""


def find_binaries() -> Path:
    """Return the folder that holds initdb and postgres, the newest version first; raise PostgresMissing."""
    candidates = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name), reverse=True
    )
    on_path = shutil.which("initdb")
    if on_path:
        candidates.append(Path(on_path).resolve().parent)
    for folder in candidates:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise PostgresMissing("no initdb under /usr/lib/postgresql nor on the PATH: run `make setup-test`")


ARCHIVE = {"archive_mode": "on", "archive_command": "../massar-archive %p %f ../wal/segments"}
"""Settings with which it hands its log over as installer/centre says; see `PrivatePostgres.archive`."""


class PrivatePostgres:
    """One cluster in a temporary folder, on a free loopback port, stopped with its context."""

    def __init__(self, settings: Mapping[str, str] | None = None, where: Path | None = None) -> None:
        """`settings` replace those of SETTINGS; `where` its folder is made, else among all temporary ones."""
        self._settings = {**SETTINGS, **(settings or {})}
        self._binaries = find_binaries()
        self._folder = Path(tempfile.mkdtemp(prefix="massar-pg-", dir=where))
        self._log: deque[str] = deque(maxlen=50)
        self._names = (f"test_{n}" for n in itertools.count(1))
        self._process: subprocess.Popen[str] | None = None
        self._drain: threading.Thread | None = None
        self.port = 0

    def __enter__(self) -> Self:
        try:
            self._initialise()
            self._start()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    @property
    def pid(self) -> int:
        """The process id of the server."""
        assert self._process is not None
        return self._process.pid

    def archive(self) -> Path:
        """The folder to which a server with the settings ARCHIVE hands its log over; made here."""
        wal, script = self._folder / "wal", self._folder / "massar-archive"
        (wal / "segments").mkdir(parents=True)
        shutil.copy(Path(__file__).parents[1] / "installer" / "centre" / "massar-archive", script)
        for path in (wal, wal / "segments", script):
            shutil.chown(path, self._folder.owner())
        return wal

    def url(self, database: str) -> str:
        """Return SQLAlchemy's address of a database of this cluster."""
        return f"postgresql+psycopg://postgres@127.0.0.1:{self.port}/{database}"

    def local_url(self, database: str) -> str:
        """The same by its Unix socket, as installer/centre/massar-centre.toml connects."""
        return f"postgresql+psycopg://postgres@/{database}?host={self._folder}&port={self.port}"

    def create_database(self) -> str:
        """Make an empty database and return its name."""
        name = next(self._names)
        self._run(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
        return name

    def drop_database(self, name: str) -> None:
        """Drop a database, even one with open connections."""
        self._run(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def vacuum(self, name: str) -> None:
        """Tidy a database and count what is in it, as its own autovacuum would in time."""
        self._run(sql.SQL("VACUUM ANALYZE"), name)

    def _run(self, statement: sql.SQL | sql.Composed, database: str = "postgres") -> None:
        with psycopg.connect(
            host="127.0.0.1", port=self.port, user="postgres", dbname=database, autocommit=True
        ) as connection:
            connection.execute(statement)

    def _initialise(self) -> None:
        if os.getuid() == 0:
            shutil.chown(self._folder, "postgres", "postgres")
        command = ["initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C"]
        process = self._as_server([*command, "--pgdata", str(self._folder / "data")])
        output, _ = process.communicate(timeout=120)
        if process.returncode != 0:
            raise PostgresMissing(f"initdb of {self._binaries} failed:\n{output}")

    def _start(self, port: int = 0) -> None:
        self.port = port or _free_port()
        options = self._settings | {"port": str(self.port), "unix_socket_directories": str(self._folder)}
        command = ["postgres", "-D", str(self._folder / "data")]
        for name, value in options.items():
            command += ["-c", f"{name}={value}"]
        self._process = self._as_server(command)
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._log.append(line)
            if READY in line:
                # The pipe must be emptied for as long as the server lives, or its log blocks it.
                self._drain = threading.Thread(target=self._log.extend, args=(self._process.stdout,), daemon=True)
                self._drain.start()
                return
        raise PostgresMissing("PostgreSQL did not start:\n" + "".join(self._log))

    def crash(self) -> None:
        """Kill it as a power cut would: the server and all that belongs to it, without a word to any of them."""
        assert self._process is not None
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(FileNotFoundError, ProcessLookupError):
                if (folder / "stat").read_text("ascii", "replace").rpartition(")")[2].split()[1] == str(self.pid):
                    os.kill(int(folder.name), signal.SIGKILL)
        self._process.kill()
        self._process.wait(60)
        if self._drain is not None:
            self._drain.join()
        if self._process.stdout is not None:
            self._process.stdout.close()

    @property
    def alive(self) -> bool:
        """Whether the server runs: it ends by itself when it cannot even recover."""
        return self._process is not None and self._process.poll() is None

    def answers(self, patience_s: float) -> None:
        """Wait until it takes connections again, after it restarted by itself. Raises psycopg.OperationalError."""
        pause = threading.Event()
        for _ in range(int(patience_s / _PAUSE_S)):
            with suppress(psycopg.OperationalError):
                return self._run(sql.SQL("SELECT 1"))
            pause.wait(_PAUSE_S)
        return self._run(sql.SQL("SELECT 1"))

    def lose_disk(self) -> None:
        """Kill it, and all that it holds is gone."""
        self.crash()
        shutil.rmtree(self._folder / "data")

    def stand_in(self, data: Path) -> None:
        """Start on another data folder, which is moved here, on the same port."""
        shutil.move(data, self._folder / "data")
        for path in (self._folder / "data", *(self._folder / "data").rglob("*")):
            shutil.chown(path, self._folder.owner())
        self._start(self.port)

    def recover(self) -> None:
        """Start it again on the same port, from what stands on the disk."""
        (self._folder / "data" / "postmaster.pid").unlink(missing_ok=True)
        self._start(self.port)

    def _as_server(self, command: list[str]) -> subprocess.Popen[str]:
        """Start one of PostgreSQL's programs, never as root, and so that it ends with this process."""
        user = ["--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []
        return subprocess.Popen(
            ["setpriv", "--pdeathsig=INT", *user, str(self._binaries / command[0]), *command[1:]],
            cwd=self._folder,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def _stop(self) -> None:
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)  # a fast shutdown: open connections are cut
            self._process.wait(60)
        if self._drain is not None:
            self._drain.join()
        if self._process is not None and self._process.stdout is not None:
            self._process.stdout.close()
        shutil.rmtree(self._folder)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
