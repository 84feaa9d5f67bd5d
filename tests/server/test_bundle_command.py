"""The centre's operator takes request files in and carries reply files out: `massar-centre bundle`, `card`."""

from __future__ import annotations

from pathlib import Path

import pytest

from sync.client import bundle_keys
from sync.protocol.card import read_card
from sync.server.__main__ import main
from sync.storage.rows import count
from tests.exchange.sticks import asks, open_counter, reads
from tests.exchange.world import World


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A province on a SQLite file, as `--database` names it, and its centre's keys beside the file."""
    made = World(tmp_path)
    open_counter(made)
    return made


def centre(world: World, *arguments: str) -> int:
    """Run a command of the centre."""
    return main(["--database", f"sqlite:///{world.folder / 'centre.db'}", *arguments])


def test_each_request_gets_a_reply_beside_the_others(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    far, neighbour = world.office(), world.office()
    far.hires(surname_ar="العلوي")
    requests = [asks(world, far), asks(world, neighbour)]
    out = world.folder / "replies"
    assert centre(world, "bundle", *map(str, requests), "--out", str(out)) == 0
    said = capsys.readouterr().out.splitlines()
    assert f"laptop {far.replica.identity.device}, 1 operations answered" in said[0]
    assert f"laptop {neighbour.replica.identity.device}, 0 operations answered" in said[1]
    for office, request in zip((far, neighbour), requests, strict=True):
        reads(office, out / (request.name + ".reply"))
    assert far.rows("employee") == neighbour.rows("employee") != []
    world.close()


def test_a_bad_file_is_named_and_the_others_are_answered(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    far = world.office()
    far.hires(surname_ar="العلوي")
    good, bad, none = asks(world, far), world.folder / "bad.request", world.folder / "none.request"
    bad.write_bytes(good.read_bytes()[:-1])
    out = world.folder / "replies"
    assert centre(world, "bundle", str(bad), str(none), str(good), "--out", str(out)) == 1
    said = capsys.readouterr()
    assert [line.split(":")[0] for line in said.err.splitlines()] == ["bad.request", "none.request"]
    assert good.name in said.out
    assert [path.name for path in out.iterdir()] == [f"{good.name}.reply"]
    with world.centre.database.read() as connection:
        assert count(connection, world.centre.tables.operation) == 1
    world.close()


def test_the_card_holds_the_key_that_replies_are_signed_with(world: World) -> None:
    far = world.office()
    card = world.folder / "centre.card"
    assert centre(world, "card", str(card)) == 0
    assert read_card(card.read_bytes()).public_key == bundle_keys.load(far.replica).centre
    world.close()


def test_the_secret_is_made_once_and_readable_by_its_owner_only(world: World) -> None:
    secret = world.folder / "centre.db.keys"
    before = secret.read_bytes()
    centre(world, "migrate")
    assert secret.read_bytes() == before
    assert secret.stat().st_mode & 0o077 == 0
    world.close()
