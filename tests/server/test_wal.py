"""The archive of the write-ahead log: only what a server really recovered from it is called safe."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sync.domain.record import Row
from sync.server import archive
from sync.server.__main__ import main
from sync.server.accounts import Accounts
from sync.server.publish import publish
from sync.server.service import Centre
from sync.server.wal import Archive, Stand
from sync.storage.database import Database, open_centre
from tests.postgres import ARCHIVE, PrivatePostgres

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def archiving() -> Iterator[tuple[PrivatePostgres, Path]]:
    """A server that hands its log over, and the archive."""
    with PrivatePostgres(ARCHIVE) as server:
        yield server, server.archive()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command of `massar-centre`; status and what it said."""

    def one(*words: str) -> tuple[int, str]:
        capsys.readouterr()
        status = main(words)
        said = capsys.readouterr()
        return status, (said.out + said.err).strip()

    return one


def safe(centre: Centre) -> dict[int, int]:
    """What offices are told."""
    with centre.database.read() as connection:
        return {point.scope: point.seq for point in archive.kept(connection, centre.tables)}


def heads(centre: Centre) -> dict[int, int]:
    """Where it stands."""
    with centre.database.read() as connection:
        points = archive.position(connection, centre.tables).scopes
        return {point.scope: point.seq for point in points if point.seq}


@pytest.fixture
def archived(
    archiving: tuple[PrivatePostgres, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[tuple[Centre, Path]]:
    """A centre whose log is archived, with one province, and the folder of the archive."""
    server, wal = archiving
    url = server.url(server.create_database())
    told = {"DATABASE": url, "WAL": str(wal), "FENCE": str(tmp_path / "f"), "KEYS": str(tmp_path / "k")}
    for name, value in told.items():
        monkeypatch.setenv(f"MASSAR_CENTRE_{name}", value)
    centre = Centre(open_centre(url), lambda: 1_790_000_000_000)
    centre.migrate()
    with centre.database.write() as connection:
        Accounts(connection, centre.tables).create_province(504, "أ", "A", practice=True)
    yield centre, wal
    centre.database.close()


def test_only_what_came_back_out_of_the_archive_is_safe(
    archived: tuple[Centre, Path], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    centre, wal = archived
    assert run("wal", "check") == (2, f"{wal}/base holds no base backup; make one with `wal base`")
    assert run("wal", "base")[0] == 0
    hire(centre, 1)  # after the base backup: it is in the log only
    status, said = run("wal", "check")
    assert (status, said.split(",")[0]) == (0, "archive 1")
    assert safe(centre) == heads(centre) != {}
    assert Archive(wal).goes_on

    before = safe(centre)
    hire(centre, 3)
    whole = Archive.settle

    def damaged(self: Archive, database: Database) -> Stand:
        stand = whole(self, database)
        segment = wal / "segments" / stand.segment
        segment.write_bytes(bytes(segment.stat().st_size))
        return stand

    monkeypatch.setattr(Archive, "settle", damaged)
    status, said = run("wal", "check")
    assert (status, "does not reach" in said) == (1, True)
    assert safe(centre) == before != heads(centre)


@pytest.fixture
def checked(archived: tuple[Centre, Path], run: Run) -> tuple[Centre, Path]:
    """A centre whose archive was read once, and the folder of the archive."""
    centre, _ = archived
    hire(centre, 1)
    assert run("wal", "base")[0] == 0
    assert run("wal", "check")[0] == 0
    assert safe(centre) == heads(centre) != {}
    return archived


def test_a_check_goes_on_from_what_the_last_one_read(
    checked: tuple[Centre, Path], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    centre, wal = checked
    with Archive(wal).alone():
        assert run("wal", "check") == (2, "another check is under way")
    with monkeypatch.context() as dear:
        dear.setattr(Archive, "_copy_base", None)  # nothing is copied
        for row in (2, 3):
            hire(centre, row)
            assert run("wal", "check")[0] == 0
            assert safe(centre) == heads(centre)
    assert run("wal", "base")[0] == 0  # a new one is read itself
    with monkeypatch.context() as dear:
        dear.setattr(Archive, "_copy_base", None)
        with pytest.raises(TypeError):
            run("wal", "check")
    assert run("wal", "check", "--forget")[0] == 0
    assert [one.name for one in (wal / "checked").iterdir() if one.is_dir()] == [
        one.name for one in (wal / "base").iterdir()
    ]


def test_a_copy_that_cannot_go_on_is_made_anew(checked: tuple[Centre, Path], run: Run) -> None:
    centre, wal = checked
    (copy,) = (one for one in (wal / "checked").iterdir() if one.is_dir())
    (copy / "global" / "pg_control").write_bytes(bytes(8192))
    hire(centre, 2)
    assert run("wal", "check")[0] == 0
    assert safe(centre) == heads(centre)
    copy.rename(copy.with_name(".under way"))  # as a check leaves it that is killed
    hire(centre, 3)
    assert run("wal", "check")[0] == 0
    assert safe(centre) == heads(centre)


def hire(centre: Centre, row: int) -> None:
    """One more row of the nation."""
    code = Row("code", row, row, 0, {"table": "cadre", "code": str(row), "label_ar": "أ", "label_la": "A"})
    publish(centre.database, centre.tables, [code], day="2026-11-20")
