"""A laptop that was not seen for 45 days opens with a code that an administrator reads over the telephone."""

from __future__ import annotations

from pathlib import Path

import pytest

from sync.client import absence
from sync.protocol import away
from sync.server.__main__ import main
from tests.exchange.sticks import open_counter
from tests.exchange.world import Office, World

DAY_MS = 86_400_000


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path)
    open_counter(made)
    return made


def telephone(world: World, office: Office, asked: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What the administrator reads back; else why not."""
    device = str(office.replica.identity.device)
    status = main(["--database", f"sqlite:///{world.folder / 'centre.db'}", "unlock-code", device, asked])
    said = capsys.readouterr()
    return said.out.strip() if status == 0 else said.err.strip()


def test_after_45_days_a_code_opens_it_for_a_week(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    office, clock = world.office(), world.clock
    clock.ms += 45 * DAY_MS
    assert not absence.is_away(office.replica, clock)
    clock.ms += 1
    assert absence.is_away(office.replica, clock)
    asked = absence.question(office.replica)
    assert absence.question(office.replica) == asked
    code = telephone(world, office, f" {asked[:5].lower()} {asked[5:]}", capsys)
    assert not absence.opens(office.replica, clock, code[::-1])
    assert absence.opens(office.replica, clock, f"{code[:5]}-{code[5:]}".lower())
    clock.ms += 7 * DAY_MS
    assert not absence.is_away(office.replica, clock)
    clock.ms += 1
    assert absence.is_away(office.replica, clock)
    office.sync()  # being seen is the better code
    assert not absence.is_away(office.replica, clock)
    world.close()


def test_a_code_answers_one_question_of_one_laptop(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    office, other, clock = world.office(), world.office(), world.clock
    clock.ms += 46 * DAY_MS
    asked = absence.question(office.replica)
    assert not absence.opens(office.replica, clock, telephone(world, other, asked, capsys))
    for _ in range(absence.TRIES - 1):
        assert not absence.opens(office.replica, clock, "AAAAAAAAAA")
    assert absence.question(office.replica) != asked
    assert not absence.opens(office.replica, clock, telephone(world, office, asked, capsys))
    world.close()


def test_no_code_is_given_for_a_revoked_laptop_and_older_keys_still_answer(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    lost, office, clock = world.office(), world.office(), world.clock
    main(["--database", f"sqlite:///{world.folder / 'centre.db'}", "revoke-device", str(lost.replica.identity.device)])
    capsys.readouterr()
    clock.ms += 46 * DAY_MS
    asked = absence.question(office.replica)  # with the key of before the revocation
    assert absence.opens(office.replica, clock, telephone(world, office, asked, capsys))
    assert telephone(world, lost, absence.question(lost.replica), capsys) == "nothing was done: revoked"
    assert telephone(world, office, "nonsense", capsys) == "nothing was done: not_a_question"
    world.close()


def test_a_question_names_its_generation() -> None:
    for newest in (0, 1, 22, 23, 100):
        for generation in range(max(newest - 22, 0), newest + 1):
            assert away.generation_of(away.question(generation, "A" * 9), newest) == generation
    assert away.generation_of(away.question(5, "A" * 9), 3) is None
