"""The archive of PostgreSQL's write-ahead log: a base backup and every segment after it (ADR 39).

PostgreSQL itself puts each segment there (installer/centre/massar-archive). A copy of a segment is no proof: what the
archive holds is known when a server of its own has recovered from it, to its end. Only programs of PostgreSQL copy
and recover (pg_basebackup, pg_verifybackup, postgres); run by root, the server runs as PostgreSQL's own user.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
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
    "hot_standby": "off",
    "shared_preload_libraries": "",
    "dynamic_shared_memory_type": "mmap",  # in its own folder: not everywhere may its user write elsewhere
    "ssl": "off",
    "fsync": "off",  # it is read once and thrown away, or copied from
    "max_connections": "20",
    "logging_collector": "off",
    "external_pid_file": "",
}


class Archive:
    """The folder: `base` holds base backups by their moment, `segments` what the server hands over."""

    def __init__(self, folder: Path) -> None:
        self.segments = folder / "segments"
        self._bases = folder / "base"

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

    def settle(self, database: Database) -> tuple[str, str]:
        """Have the server hand over all that is written by now; gives the last segment and its end. Raises BadBackup.

        An end is a place in the log as PostgreSQL writes it.
        """
        with database.write() as connection:
            asked = "SELECT pg_walfile_name(at), at::text FROM pg_switch_wal() AS at"
            name, end = map(str, connection.execute(text(asked)).one())
        pause = threading.Event()
        for _ in range(int(SETTLE_S / _PAUSE_S)):
            if (self.segments / name).exists():
                return name, end
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
        base = self.newest_base()
        shutil.copytree(base, folder, symlinks=True)
        folder.chmod(0o700)
        (folder / "backup_manifest").unlink(missing_ok=True)
        told = {"restore_command": f'cp "{self.segments.absolute()}/%f" "%p"', "recovery_target_action": "promote"}
        if until is not None:
            told["recovery_target_time"] = until
        (folder / "postgresql.auto.conf").write_text(_settings(told), "utf-8")
        (folder / "recovery.signal").touch()

    @contextmanager
    def recovered(self, url: str, until: str | None = None) -> Iterator[str]:
        """A server of its own, without a network, that has recovered; gives its address. Raises BadBackup, OSError."""
        with tempfile.TemporaryDirectory(prefix="massar-wal-") as name:
            folder = Path(name)
            self.prepare(folder / "data", until)
            (folder / "postgresql.conf").write_text(
                _settings({**_SCRATCH, "unix_socket_directories": name, "hba_file": f"{name}/pg_hba.conf"}), "utf-8"
            )
            (folder / "pg_hba.conf").write_text("local all all trust\n", "ascii")
            as_server = _as_server(folder)
            log, config = folder / "log", f"--config-file={folder}/postgresql.conf"
            control = [*as_server, program("pg_ctl"), f"--pgdata={folder}/data", "--silent"]
            running = folder / "data" / "postmaster.pid"
            start = ["start", f"--log={log}", f"--options={config}"]
            done = subprocess.run([*control, *start], check=False, cwd=folder)
            try:
                if done.returncode or not _is_recovered(folder, running):
                    raise BadBackup(f"nothing was recovered: {_last_lines(log)}")
                yield _address(url, folder)
            finally:
                if running.exists():
                    subprocess.run([*control, "stop", "--wait", "--mode=immediate"], check=False, cwd=folder)


def _is_recovered(folder: Path, running: Path) -> bool:
    """Wait until the server in a folder has come to the end of the archive; False when it gave up."""
    asked = [program("pg_isready"), "--quiet", f"--host={folder}", f"--port={_SCRATCH['port']}"]
    pause = threading.Event()
    for _ in range(int(RECOVER_S / _PAUSE_S)):
        if subprocess.run(asked, check=False).returncode == 0:
            return True
        if not running.exists():
            return False
        pause.wait(_PAUSE_S)
    return False


def reaches(connection: Connection, end: str) -> bool:
    """Whether a recovered server came to a place in the log: where a segment is missing it stops without a word."""
    asked = text("SELECT pg_current_wal_lsn() >= CAST(:until AS pg_lsn)")
    return bool(connection.execute(asked, {"until": end}).scalar_one())


def _settings(told: dict[str, str]) -> str:
    return "".join(f"{name} = '{value.replace(chr(39), chr(39) * 2)}'\n" for name, value in told.items())


def _as_server(folder: Path) -> list[str]:
    """How the server is started on a folder: it refuses to run as root."""
    if os.getuid() != 0:
        return []
    for path in (folder, *folder.rglob("*")):
        shutil.chown(path, _SERVER_USER, _SERVER_USER)
    return ["setpriv", f"--reuid={_SERVER_USER}", f"--regid={_SERVER_USER}", "--clear-groups"]


def _last_lines(log: Path) -> str:
    return " / ".join(log.read_text("utf-8", "replace").splitlines()[-5:]) if log.exists() else "it did not start"


def _address(url: str, folder: Path) -> str:
    """The same database on the server that listens in a folder."""
    here, query = make_url(url), {"host": str(folder), "port": _SCRATCH["port"]}
    own = URL.create(here.drivername, username=here.username, database=here.database, query=query)
    return own.render_as_string(hide_password=False)
