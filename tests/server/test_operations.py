"""What the operators of a centre hold in their hands: configuration, figures, logs, backups."""

from __future__ import annotations

import http.client
import io
import json
import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sync.server.__main__ import main
from sync.server.settings import BadSettings, Settings
from sync.server.watch import JsonLines
from sync.storage.database import open_centre
from tests.exchange.world import World
from tests.postgres import PrivatePostgres
from tests.server.serving import Serving, post

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command of `massar-centre`; status and what it said."""

    def one(*words: str) -> tuple[int, str]:
        capsys.readouterr()
        status = main(words)
        said = capsys.readouterr()
        return status, (said.out + said.err).strip()

    return one


def get(port: int, path: str) -> tuple[int, str]:
    """Status and body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, body


def test_an_academy_is_made_and_its_laptop_enrolled_by_commands(tmp_path: Path, run: Run) -> None:
    ours = f"--database=sqlite:///{tmp_path / 'centre.db'}"
    manager = "--name-ar", "رشيدة", "--name-fr", "Rachida", "--role", "aref"
    assert run(ours, "enrol", "500", *manager) == (2, "there is no academy 0500")
    assert run(ours, "create-academy", "1300")[0] == 2
    assert run(ours, "create-academy", "500") == (0, "academy 5500")
    assert run(ours, "create-academy", "500") == (2, "nothing was done: unknown_place")
    status, code = run(ours, "enrol", "500", *manager)
    assert (status, len(code)) == (0, 10)
    assert '"role":"aref"' in run(ours, "list", "5500")[1]


# -- configuration ----------------------------------------------------------------------------------------------


def test_the_file_is_typed_and_the_environment_stands_over_it(tmp_path: Path) -> None:
    file = tmp_path / "centre.toml"
    file.write_text('database = "sqlite:///x.db"\nport = 9000\nsafe = "at-once"\nkeys = "/k"\n', "utf-8")
    named = {"MASSAR_CENTRE_CONFIG": str(file)}
    read = Settings.from_environment({**named, "MASSAR_CENTRE_PORT": "9001"})
    assert (read.database, read.port, read.safe_at_once, read.keys) == ("sqlite:///x.db", 9001, True, Path("/k"))
    assert Settings.from_environment({}) == Settings()


@pytest.mark.parametrize("line", ["prot = 1", 'port = "x"', "host = 1", 'safe = "soon"', "port =", "port = true"])
def test_a_mistake_in_it_is_said(tmp_path: Path, line: str) -> None:
    file = tmp_path / "centre.toml"
    file.write_text(line, "utf-8")
    with pytest.raises(BadSettings):
        Settings.from_environment({"MASSAR_CENTRE_CONFIG": str(file)})


def test_the_example_is_one(tmp_path: Path) -> None:
    example = Path(__file__).parents[2] / "installer" / "centre" / "massar-centre.toml"
    assert Settings.from_environment({"MASSAR_CENTRE_CONFIG": str(example)}).connections == 2000


# -- figures and logs -------------------------------------------------------------------------------------------


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A centre on SQLite."""
    made = World(tmp_path)
    yield made
    made.close()


def test_figures_and_logs_tell_of_requests_and_of_nobody(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "massar.requests")
    laptop = world.laptop()
    _, hired = laptop.hires(surname_ar="العلوي", ppr="1234567")
    with Serving(world.centre) as serving:
        post(serving.port, b"".join(laptop.request([hired])))
        assert get(serving.port, "/health") == (200, '{"status":"ok"}')
        status, figures = get(serving.port, "/metrics")
    assert status == 200
    assert 'massar_requests_total{route="/sync",status="200"} 1' in figures
    assert 'massar_request_seconds_count{route="/sync"} 1' in figures
    assert "massar_operations_undecided 0" in figures
    assert "massar_changes_not_archived 1" in figures
    lines = [json.loads(JsonLines().format(record)) for record in caplog.records]
    synced = next(line for line in lines if line["route"] == "/sync")
    assert set(synced) == {"at", "level", "logger", "message", "route", "status", "up", "down", "ms"}
    told = figures + json.dumps(lines, ensure_ascii=False)
    for secret in ("1234567", "العلوي", "127.0.0.1", "504"):
        assert secret not in told


# -- backups ----------------------------------------------------------------------------------------------------


def drill(run: Run, monkeypatch: pytest.MonkeyPatch, places: tuple[str, str], folder: Path) -> None:
    """Last night's backup is put into another database, found whole, and called safe where it came from."""
    ours, scratch = (f"--database={place}" for place in places)
    status, backup = run(ours, "backup", str(folder))
    assert status == 0
    assert run(ours, "enrol", "504", "--name-ar", "أ", "--name-fr", "A")[0] == 0  # since then the day went on
    assert run(scratch, "restore", backup) == (0, "restored; next: verify, then new-epoch, then serve")
    assert run(scratch, "verify", "--restored") == (0, "0 findings")
    status, position = run(scratch, "position")
    assert json.loads(position)["epoch"] == 1
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(position.encode())))
    assert run(ours, "archived", "-") == (0, "archive 1")
    damaged = open_centre(places[1])
    with damaged.write() as connection:
        connection.exec_driver_sql("UPDATE code SET label_la = 'X' WHERE id = (SELECT min(id) FROM code)")
        connection.exec_driver_sql("UPDATE change SET day = '2000-01-01' WHERE seq = 2 AND scope = 0")
    damaged.close()
    status, said = run(scratch, "verify", "--restored")
    assert status == 1
    assert "change 2 is not what was written" in said
    assert "the rows are not those that were counted" in said
    (Path(backup) / "position.json").write_text("{}", "ascii")
    assert run(f"{scratch}2", "restore", backup)[0] == 2


def test_a_backup_of_sqlite_comes_back(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ours = f"sqlite:///{tmp_path / 'centre.db'}"
    assert run(f"--database={ours}", "create-province", "504")[0] == 0
    drill(run, monkeypatch, (ours, f"sqlite:///{tmp_path / 'scratch.db'}"), tmp_path / "backups")


def test_a_backup_of_postgresql_comes_back(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    postgres_server: PrivatePostgres,
) -> None:
    for name in ("FENCE", "KEYS"):
        monkeypatch.setenv(f"MASSAR_CENTRE_{name}", str(tmp_path / name))
    names = [postgres_server.create_database() for _ in range(2)]
    try:
        ours, scratch = map(postgres_server.url, names)
        assert run(f"--database={ours}", "create-province", "504")[0] == 0
        drill(run, monkeypatch, (ours, scratch), tmp_path / "backups")
    finally:
        for name in names:
            postgres_server.drop_database(name)
