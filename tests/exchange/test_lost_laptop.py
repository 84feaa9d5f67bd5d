"""The drill of docs/lost-laptop.md: a laptop is stolen with work on it; no work is lost, and it opens no more."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from sync.client.erasure import erase, ordered
from sync.client.errors import EraseOrdered, Misunderstood, NotTrusted
from sync.client.key_file import KEY_FILE, KEY_FILE_COPY
from sync.protocol.messages import Erase
from sync.server.__main__ import main
from sync.server.audit import Deed
from tests.exchange.sticks import answers, asks, open_counter, reads, stick_of
from tests.exchange.world import Office, World


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path)
    open_counter(made)
    return made


def centre(world: World, *arguments: str) -> int:
    return main(["--database", f"sqlite:///{world.folder / 'centre.db'}", *arguments])


def folder_of(world: World, office: Office) -> Path:
    """An office's folder, with its key file and its copies."""
    folder = world.folder / f"laptop{office.replica.identity.device}"
    folder.mkdir()
    for name in (KEY_FILE, KEY_FILE_COPY, f"{KEY_FILE}.old-1"):
        (folder / name).write_bytes(b"wrapped keys")
    return folder


def test_a_stolen_laptop_loses_its_keys_and_none_of_its_work(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    stolen, other = world.office(), world.office()
    sent = stolen.hires(surname_ar="العلوي")
    stolen.sync()
    stolen.corrects(sent, phone="+212661045277")  # what she saved since, never sent
    device = str(stolen.replica.identity.device)

    assert centre(world, "erase-device", device) == 0
    # The thief's line is as good as any: the order comes with the first answer, whatever was sent before it is held.
    with pytest.raises(EraseOrdered):
        stolen.sync()
    folder = folder_of(world, stolen)
    stolen.corrects(sent, email="fatima@example.ma")  # saved in the very moment
    left = erase(folder, stolen.replica, lambda target: stick_of(stolen).write_request(target).operations)
    assert left.operations == 2
    assert [path.name for path in folder.iterdir()] == [f"unsent-{device}.request"]

    # Found or brought back: the sealed file is taken in like any other, and held; then an administrator releases it.
    assert left.request is not None
    answers(world, left.request)
    assert centre(world, "release", device) == 0
    assert "2 operations decided" in capsys.readouterr().out
    other.sync()
    assert [other.sees(sent, name) for name in ("phone", "email")] == ["+212661045277", "fatima@example.ma"]
    assert centre(world, "audit", "verify") == 0
    line = world.centre.tables.audit.line
    with world.centre.database.read() as connection:
        deeds = connection.execute(select(line.c.deed).order_by(line.c.n)).scalars().all()
    done = [deed for deed in deeds if deed not in (Deed.DECIDED, Deed.ENROLLED)]
    assert done == [Deed.ERASE, Deed.ERASE_TOLD, Deed.RELEASED]
    world.close()


def test_a_revoked_laptop_is_not_erased_and_a_forged_order_is_not_obeyed(world: World) -> None:
    office = world.office()
    assert centre(world, "revoke-device", str(office.replica.identity.device)) == 0
    with pytest.raises(NotTrusted):
        office.sync()
    with pytest.raises(Misunderstood):
        raise ordered(office.replica, Erase(bytes(64)))
    world.close()


def test_the_order_comes_by_stick_too(world: World) -> None:
    far = world.office()
    assert centre(world, "erase-device", str(far.replica.identity.device)) == 0
    with pytest.raises(EraseOrdered):
        reads(far, answers(world, asks(world, far)))
    world.close()
