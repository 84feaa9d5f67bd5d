"""The archive of PostgreSQL's write-ahead log: a base backup and every segment after it (ADR 39).

PostgreSQL itself puts each segment there (installer/centre/massar-archive). A copy of a segment is no proof: what the
archive holds is known when a server of its own has recovered from it, to its end. Only programs of PostgreSQL copy
and recover (pg_basebackup, pg_verifybackup, postgres); run by root, the server runs as PostgreSQL's own user.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL, Connection, make_url, text

from sync.server.backup import BadBackup, plain, program, run_program
from sync.storage.database import Database

SETTLE_S = 60.0
"""How long the server may take to hand over its newest segment."""
RECOVER_S = 3600
_PAUSE_S = 0.2
_SERVER_USER = "postgres"
_SCRATCH = {
    "listen_addresses": "",
    "port": "5432",
    "archive_mode": "off",
    "hot_standby": "on",
    "shared_preload_libraries": "",
    "dynamic_shared_memory_type": "mmap",  # in its own folder: not everywhere may its user write elsewhere
    "ssl": "off",
    "fsync": "off",  # it is read and can be made again
    "logging_collector": "off",
    "external_pid_file": "",
}


_AS_MANY = (
    *("max_connections", "max_worker_processes", "max_wal_senders"),
    *("max_prepared_transactions", "max_locks_per_transaction"),
)
"""Of these a server that is read while it recovers must have as many as the one whose log it reads."""
_PAUSED = "SELECT pg_get_wal_replay_pause_state()"
_TOO_SHORT = "recovery ended before configured recovery target was reached"


class NotReached(BadBackup):
    """The archive ends before a place that the server has handed over."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a server's log stands: its last segment, a place in it as PostgreSQL writes it, and of what a server that
    reads the log must have as many."""

    segment: str
    at: str
    needs: Mapping[str, str]


class Archive:
    """The folder: `base` holds base backups by their moment, `segments` what the server hands over, `checked` the copy
    that the last check has read (ADR 50)."""

    def __init__(self, folder: Path) -> None:
        self.segments = folder / "segments"
        self._bases = folder / "base"
        self._checked = folder / "checked"

    def take_base(self, url: str, now_ms: int) -> Path:
        """Take a base backup and verify its files. Raises BadBackup, OSError."""
        made = self._bases / datetime.fromtimestamp(now_ms / 1000, UTC).strftime("%Y%m%dT%H%M%SZ")
        draft = made.with_name(f".{made.name}.new")
        self._bases.mkdir(parents=True, exist_ok=True)
        how = ["--format=plain", "--wal-method=none", "--checkpoint=fast", "--manifest-checksums=SHA256"]
        run_program("pg_basebackup", [*how, "--no-password", f"--pgdata={draft}", f"--dbname={plain(url)}"])
        run_program("pg_verifybackup", ["--quiet", "--no-parse-wal", str(draft)])
        draft.rename(made)
        return made

    def newest_base(self) -> Path:
        """The base backup to recover from. Raises BadBackup."""
        found = sorted(path for path in self._bases.glob("*") if not path.name.startswith("."))
        if not found:
            raise BadBackup(f"{self._bases} holds no base backup; make one with `wal base`")
        return found[-1]

    def settle(self, database: Database) -> Stand:
        """Have the server hand over all that is written by now; gives where that is. Raises BadBackup."""
        with database.write() as connection:
            at = str(connection.execute(text("SELECT pg_current_wal_insert_lsn()::text")).scalar_one())
            connection.execute(text("SELECT pg_logical_emit_message(false, 'massar', 'check')"))  # it stands at `at`
            name = str(connection.execute(text("SELECT pg_walfile_name(pg_switch_wal())")).scalar_one())
            asked = text("SELECT name, setting FROM pg_settings WHERE name = ANY (:names)")
            needs = {row.name: row.setting for row in connection.execute(asked, {"names": list(_AS_MANY)})}
        pause = threading.Event()
        for _ in range(int(SETTLE_S / _PAUSE_S)):
            if (self.segments / name).exists():
                return Stand(name, at, needs)
            pause.wait(_PAUSE_S)
        raise BadBackup(f"segment {name} has not come to {self.segments}; see archive_command in the server's log")

    def forget_before(self, base: Path) -> None:
        """Take out older base backups, and the segments that only they need."""
        for older in sorted(self._bases.glob("*")):
            if older.name < base.name and not older.name.startswith("."):
                shutil.rmtree(older)
        label = (base / "backup_label").read_text("ascii")
        first = label.partition("(file ")[2].partition(")")[0]
        run_program("pg_archivecleanup", [str(self.segments), first])

    def prepare(self, folder: Path, until: str | None = None) -> None:
        """Make a data folder that recovers from the archive when a server starts on it. Raises BadBackup, OSError.

        `until`: a moment as PostgreSQL reads it, after which nothing is taken; else all that is in the archive.
        """
        self._copy_base(folder)
        told = {"recovery_target_action": "promote"}
        if until is not None:
            told["recovery_target_time"] = until
        self._recovers(folder, told)

    def _copy_base(self, folder: Path) -> None:
        shutil.copytree(self.newest_base(), folder, symlinks=True)
        folder.chmod(0o700)
        (folder / "backup_manifest").unlink(missing_ok=True)

    def _recovers(self, folder: Path, told: dict[str, str]) -> None:
        told = {"restore_command": f'cp "{self.segments.absolute()}/%f" "%p"', **told}
        (folder / "postgresql.auto.conf").write_text(_settings(told), "utf-8")
        (folder / "recovery.signal").touch()

    # -- reading what is there ------------------------------------------------------------------------------------

    @property
    def goes_on(self) -> bool:
        """Whether a copy is kept that a check has read, so that the next one recovers only what came since."""
        return self._read_copy.is_dir()

    @property
    def _read_copy(self) -> Path:
        """A copy is of one base backup: the first check after a new one begins with that."""
        return self._checked / self.newest_base().name

    @contextmanager
    def alone(self) -> Iterator[None]:
        """While one check is under way no other one is. Raises BadBackup."""
        self._checked.mkdir(parents=True, exist_ok=True)
        with (self._checked / ".lock").open("ab") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as wrong:
                raise BadBackup("another check is under way") from wrong
            yield

    def anew(self) -> None:
        """Keep no copy: the next check begins with the base backup."""
        for old in self._checked.iterdir():
            if old.is_dir():
                shutil.rmtree(old)

    @contextmanager
    def recovered(self, url: str, stand: Stand) -> Iterator[str]:
        """A server of its own, without a network, that has recovered up to a place; gives its address.

        It only reads, and its copy is kept where the caller's block ends well. Raises NotReached, BadBackup, OSError.
        """
        kept, draft = self._read_copy, self._checked / ".under way"
        shutil.rmtree(draft, ignore_errors=True)  # of a check that was killed: nobody knows what it is worth
        if kept.is_dir():
            kept.rename(draft)
        else:
            self.anew()
            self._copy_base(draft)
        self._recovers(draft, {"recovery_target_lsn": stand.at, "recovery_target_action": "pause"})
        with tempfile.TemporaryDirectory(prefix="massar-wal-") as name:
            folder = Path(name)
            own = {"unix_socket_directories": name, "hba_file": f"{name}/pg_hba.conf"}
            (folder / "postgresql.conf").write_text(_settings({**_SCRATCH, **stand.needs, **own}), "utf-8")
            (folder / "pg_hba.conf").write_text("local all all trust\n", "ascii")
            as_server = _as_server(folder, draft)
            control = [*as_server, program("pg_ctl"), f"--pgdata={draft}", "--silent"]
            start = ["start", f"--log={folder}/log", f"--options=--config-file={folder}/postgresql.conf"]
            how = "immediate"
            try:
                done = subprocess.run([*control, *start], check=False, cwd=folder)
                if done.returncode or not _is_recovered(folder, draft / "postmaster.pid", url):
                    raise _why(folder / "log")
                yield _address(url, folder)
                how = "fast"  # what it has read is written down, and is where the next check begins
            finally:
                if (draft / "postmaster.pid").exists():
                    subprocess.run([*control, "stop", "--wait", f"--mode={how}"], check=False, cwd=folder)
        draft.rename(kept)


def _is_recovered(folder: Path, running: Path, url: str) -> bool:
    """Wait until the server in a folder has come to its place and pauses there; False when it gave up."""
    who = make_url(url).username
    where = [
        f"--host={folder}",
        f"--port={_SCRATCH['port']}",
        "--dbname=postgres",
        *([f"--username={who}"] if who else []),
    ]
    asked = [program("psql"), *where, "--tuples-only", "--no-align", "--quiet", "--command", _PAUSED]
    pause = threading.Event()
    for _ in range(int(RECOVER_S / _PAUSE_S)):
        told = subprocess.run(asked, check=False, capture_output=True, text=True)
        if told.stdout.strip() == "paused":
            return True
        if not running.exists():
            return False
        pause.wait(_PAUSE_S)
    return False


def _why(log: Path) -> BadBackup:
    """What a server that gave up says in its log."""
    said = log.read_text("utf-8", "replace") if log.exists() else "it did not start"
    return NotReached() if _TOO_SHORT in said else BadBackup(f"nothing was recovered: {_last_lines(said)}")


def reaches(connection: Connection, at: str) -> bool:
    """Whether a recovered server has read what stands at a place in the log."""
    asked = text("SELECT pg_last_wal_replay_lsn() > CAST(:place AS pg_lsn)")
    return bool(connection.execute(asked, {"place": at}).scalar_one())


def _settings(told: dict[str, str]) -> str:
    return "".join(f"{name} = '{value.replace(chr(39), chr(39) * 2)}'\n" for name, value in told.items())


def _as_server(*folders: Path) -> list[str]:
    """How the server is started on folders: it refuses to run as root."""
    if os.getuid() != 0:
        return []
    for path in (one for folder in folders for one in (folder, *folder.rglob("*"))):
        shutil.chown(path, _SERVER_USER, _SERVER_USER)
    return ["setpriv", f"--reuid={_SERVER_USER}", f"--regid={_SERVER_USER}", "--clear-groups"]


def _last_lines(said: str) -> str:
    return " / ".join(said.splitlines()[-5:])


def _address(url: str, folder: Path) -> str:
    """The same database on the server that listens in a folder."""
    here, query = make_url(url), {"host": str(folder), "port": _SCRATCH["port"]}
    own = URL.create(here.drivername, username=here.username, database=here.database, query=query)
    return own.render_as_string(hide_password=False)
