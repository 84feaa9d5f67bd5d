"""The demonstration centre as a process of its own: started, stopped and asked for codes through `massar-centre`.

The desktop never imports the centre; it runs it as anybody would.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from massar_desktop.commands.offices import CommandFailed

HOST = "127.0.0.1"
_START_S, _STOP_S, _PAUSE_S = 60.0, 20.0, 0.05
_PLACE, _REGION = 504, 500
ACADEMY_ROLE = "aref"
"""The role whose laptop is the academy's, not the province's."""


@dataclass(frozen=True, slots=True)
class CentreProcess:
    """A centre in a folder: its database, its port, and the process that serves it, if one does."""

    folder: Path

    @property
    def address(self) -> str:
        """Where offices reach it."""
        return f"http://{HOST}:{self._port()}"

    @property
    def exists(self) -> bool:
        """True when it was created."""
        return self._port_file.exists()

    def create(self, people: int, seed: int, today: str, histories: int = 0) -> None:
        """Make its database with one practice province, with `histories` careers in 100. Raises CommandFailed."""
        self.folder.mkdir(parents=True, exist_ok=True)
        made = ("create-province", str(_PLACE), "--practice", str(people), "--seed", str(seed), "--today", today)
        self._run(*made, "--histories", str(histories))
        with socket.socket() as free:
            free.bind((HOST, 0))
            self._port_file.write_text(str(free.getsockname()[1]), encoding="ascii")

    def enrol(self, name_ar: str, name_fr: str, *, role: str = "clerk", confidential: bool = False) -> str:
        """Add a person; gives the one-time code for her laptop. Raises CommandFailed."""
        extra = ("--confidential",) if confidential else ()
        names = ("--name-ar", name_ar, "--name-fr", name_fr, "--role", role)
        place = _REGION if role == ACADEMY_ROLE else _PLACE
        return self._run("enrol", str(place), *names, *extra).strip()

    def create_academy(self) -> None:
        """Make the academy of the province's region. Raises CommandFailed."""
        self._run("create-academy", str(_REGION))

    def dump(self, folder: Path) -> None:
        """Write all it holds as JSON lines. Raises CommandFailed."""
        self._run("dump", str(folder))

    def start(self) -> bool:
        """Serve; False when it already does. Raises CommandFailed when it does not answer in time."""
        if self.answers():
            return False
        log = (self.folder / "centre.log").open("ab")
        process = subprocess.Popen(
            [*self._command(), "serve", "--host", HOST, "--port", str(self._port())],
            stdout=log,
            stderr=log,
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl+C in the terminal is for the app
        )
        log.close()
        self._process_file.write_text(str(process.pid), encoding="ascii")
        self._wait(serving=True, seconds=_START_S)
        return True

    def stop(self) -> bool:
        """Stop serving, as a cut line would; False when it did not serve."""
        if not self._process_file.exists():
            return False
        process = int(self._process_file.read_text(encoding="ascii"))
        self._process_file.unlink()
        try:
            os.kill(process, signal.SIGTERM)
        except ProcessLookupError:
            return False
        self._wait(serving=False, seconds=_STOP_S)
        return True

    def answers(self) -> bool:
        """True when something listens on its port."""
        try:
            with socket.create_connection((HOST, self._port()), timeout=1):
                return True
        except OSError:
            return False

    @property
    def _port_file(self) -> Path:
        return self.folder / "centre.port"

    @property
    def _process_file(self) -> Path:
        return self.folder / "centre.pid"

    def _port(self) -> int:
        return int(self._port_file.read_text(encoding="ascii"))

    def _command(self) -> list[str]:
        database = f"sqlite:///{(self.folder / 'centre.db').resolve()}"
        return [sys.executable, "-m", "sync.server", "--database", database]

    def _run(self, *arguments: str) -> str:
        environment = {**os.environ, "PYTHONUTF8": "1"}
        done = subprocess.run(
            [*self._command(), *arguments], capture_output=True, encoding="utf-8", env=environment, check=False
        )
        if done.returncode:
            raise CommandFailed(f"massar-centre {arguments[0]}: {done.stderr.strip()}")
        return done.stdout

    def _wait(self, *, serving: bool, seconds: float) -> None:
        pause = threading.Event()
        for _ in range(int(seconds / _PAUSE_S)):
            if self.answers() is serving:
                return
            pause.wait(_PAUSE_S)
        raise CommandFailed(f"the centre did not {'start' if serving else 'stop'}; see {self.folder / 'centre.log'}")
