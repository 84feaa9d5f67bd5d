"""`python -m tests.load.drill`: the restore drill, with PostgreSQL, the operators' own commands and a real office.

Writes what docs/restore-drill.md shows: the disk of the database is lost at noon, last night's backup comes back, and
the office sends again by itself what the centre no longer has.
"""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sync.client.engine import Engine, Hooks, Progress
from sync.client.http import HttpExchange
from sync.client.identity import Identity
from sync.client.replica import Replica
from sync.client.sealing import SigningKey
from sync.domain.operation import Operation, Verb
from sync.storage.database import open_centre, open_office
from tests.exchange.world import FakeClock
from tests.load.machine import Serving
from tests.postgres import ARCHIVE, PrivatePostgres


class Drill:
    """One centre, told step by step."""

    def __init__(self, folder: Path, postgres: PrivatePostgres) -> None:
        self.folder = folder
        self.postgres = postgres
        self.wal = postgres.archive()
        self.key = SigningKey()
        self.clock = FakeClock(time.time_ns() // 1_000_000)

    def say(self, line: str) -> None:
        """A line of the transcript."""
        paths = (str(self.wal), "/var/backups/massar-wal"), (str(self.folder), "/var/lib")
        for path, name in (*paths, (f"127.0.0.1:{self.postgres.port}", "localhost")):
            line = line.replace(path, name)
        sys.stdout.write(line.rstrip() + "\n")
        sys.stdout.flush()

    def command(self, database: str, *words: str, hide: int = 0) -> str:
        """Run a command of the centre on a database, and show it with what it said; but for a code it gives out."""
        environment = os.environ | {
            "MASSAR_CENTRE_DATABASE": self.postgres.url(database),
            "MASSAR_CENTRE_FENCE": str(self.folder / "fence"),
            "MASSAR_CENTRE_KEYS": str(self.folder / "keys"),
            "MASSAR_CENTRE_BACKUPS": str(self.folder / "backups"),
            "MASSAR_CENTRE_WAL": str(self.wal),
        }
        command = [sys.executable, "-m", "sync.server", *words]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        said = done.stdout + done.stderr
        self.say(f"[{database}]$ massar-centre {' '.join(words)}")
        self.say("**********" if hide else said)
        if done.returncode:
            self.say(f"(exit status {done.returncode})")
        return said.strip()

    def office(self, port: int, code: str) -> Replica:
        """A laptop that enrols with a code."""
        http = HttpExchange(f"http://127.0.0.1:{port}")
        answer = http.enrol(code, self.key.public)
        http.close()
        replica = Replica(open_office(self.folder / "office.db", secrets.token_bytes(32)), self.clock)
        names = ("device", "place", "name_ar", "name_la", "practice", "confidential", "epoch")
        facts = {name: getattr(answer, name) for name in names}
        replica.adopt(Identity(**facts, accounts=tuple(answer.accounts)))
        return replica

    def sync(self, replica: Replica, port: int) -> Progress:
        """Press Sync."""
        http = HttpExchange(f"http://127.0.0.1:{port}")
        try:
            return Engine(replica, http, Hooks(lambda: secrets.token_bytes(16), self.key.sign)).run()
        finally:
            http.close()

    def hires(self, replica: Replica, count: int) -> None:
        """So many new colleagues are saved."""
        author = replica.identity.accounts[0].id
        for row in replica.new_rows(count):
            fields = {"surname_ar": "العلوي", "first_name_ar": f"رقم {row % 1000}"}
            made = Operation(verb=Verb.CREATE, kind="employee", row=row, dossier=row, fields=fields)
            replica.record([made], author=author)


def main() -> int:
    """Go through it; 1 when anything is lost."""
    with tempfile.TemporaryDirectory(prefix="massar-drill-") as name, PrivatePostgres(ARCHIVE) as postgres:
        drill = Drill(Path(name), postgres)
        first, second = postgres.create_database(), postgres.create_database()
        drill.say("# Yesterday: a province of 300 people, and an office that works")
        drill.command(first, "create-province", "504", "--practice", "300")
        code = drill.command(first, "enrol", "504", "--name-ar", "سعاد", "--name-fr", "Souad", hide=1)
        serving = Serving(drill.folder, postgres.url(first), postgres.pid).start()
        replica = drill.office(serving.port(0), code)
        drill.sync(replica, serving.port(0))
        drill.hires(replica, 20)
        drill.say(f"office: saved 20 people, {drill.sync(replica, serving.port(0)).decided} decided")
        drill.say("\n# Two in the morning: the backup")
        backup = drill.command(first, "backup")
        drill.say("\n# This morning: work goes on; nothing of it is in the backup")
        drill.hires(replica, 35)
        drill.say(f"office: saved 35 people, {drill.sync(replica, serving.port(0)).decided} decided")
        serving.stop(signal.SIGKILL)
        drill.say("\n# Noon: the disk of the database is gone. Last night's backup goes into an empty database")
        began = time.monotonic()
        drill.command(second, "restore", backup)
        drill.command(second, "verify", "--restored")
        drill.say("\n# It stands behind what offices were answered: the fence stops whoever would just serve it")
        drill.command(second, "list", "504")
        drill.command(second, "new-epoch")
        serving = Serving(drill.folder, postgres.url(second), postgres.pid).start()
        drill.say(
            f"# It serves again after {time.monotonic() - began:.0f} s. Nobody does anything at the office but Sync"
        )
        done = drill.sync(replica, serving.port(0))
        drill.say(f"office: sent {done.sent} again, {done.decided} decided, verified: {done.verified}")
        serving.stop(signal.SIGTERM)
        from_the_log(drill, second, replica)
        with replica.database.read() as connection:
            here = connection.exec_driver_sql("SELECT count(*) FROM employee").scalar_one()
        replica.close()
        drill.say("\n# What the centre holds now")
        drill.command(second, "verify")
        database = open_centre(postgres.url(second))
        with database.read() as connection:
            there = connection.exec_driver_sql("SELECT count(*) FROM employee").scalar_one()
        database.close()
        drill.say(f"people at the office: {here}; at the centre: {there}")
    return int(here != there)


def from_the_log(drill: Drill, database: str, replica: Replica) -> None:
    """The disk is lost once more, and this time the log was archived: only the last minutes are sent again."""
    url = drill.postgres.url(database)
    drill.say("\n# Another day, with the log archived: a base backup at three in the morning")
    drill.command(database, "wal", "base")
    serving = Serving(drill.folder, url, drill.postgres.pid).start()
    drill.hires(replica, 12)
    drill.say(f"office: saved 12 people, {drill.sync(replica, serving.port(0)).decided} decided")
    drill.say("\n# Eleven o'clock: the check of every hour")
    drill.command(database, "wal", "check")
    drill.sync(replica, serving.port(0))
    drill.say(f"office: keeps {kept(replica)} operations for the centre")
    drill.hires(replica, 7)
    drill.say(f"office: saved 7 people, {drill.sync(replica, serving.port(0)).decided} decided")
    serving.stop(signal.SIGKILL)
    drill.postgres.lose_disk()
    drill.say(
        "\n# Noon: the disk of the database is gone. A data folder is made from the archive, a server starts on it"
    )
    began = time.monotonic()
    drill.command(database, "wal", "restore", str(drill.folder / "data"))
    drill.postgres.stand_in(drill.folder / "data")
    drill.say("[postgres]$ systemctl start postgresql")
    drill.command(database, "verify", "--restored")
    drill.command(database, "new-epoch")
    serving = Serving(drill.folder, url, drill.postgres.pid).start()
    drill.say(f"# It serves again after {time.monotonic() - began:.0f} s. At the office, Sync")
    done = drill.sync(replica, serving.port(0))
    drill.say(f"office: sent {done.sent} again, {done.decided} decided, verified: {done.verified}")
    serving.stop(signal.SIGTERM)


def kept(replica: Replica) -> int:
    """How many operations an office keeps because they are not safe yet."""
    with replica.database.read() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM outbox").scalar_one())


if __name__ == "__main__":
    raise SystemExit(main())
