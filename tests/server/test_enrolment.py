"""A laptop is enrolled with a one-time code that can be read over the telephone (sync.md 3.10)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from sync.domain.ids import FIRST_OFFICE_DEVICE
from sync.protocol.errors import WireCode, WireError
from sync.protocol.exchange import EnrolAnswer, EnrolRequest
from sync.protocol.messages import PROTOCOL
from sync.server.accounts import TICKET_HOURS, TICKET_TRIES, Accounts
from tests.exchange.world import PLACE, World

KEY, OTHER_KEY = b"\x01" * 32, b"\x02" * 32


def ticket(world: World, place: int = PLACE, *, confidential: bool = False) -> str:
    """A fresh code for a new clerk."""
    with world.centre.database.write() as connection:
        accounts = Accounts(connection, world.centre.tables)
        clerk = accounts.create_account(place, "موظفة", "Agent", role="clerk", confidential=confidential)
        return accounts.issue_ticket(place, clerk, world.clock.now_ms())


def enrol(world: World, code: str, key: bytes = KEY) -> EnrolAnswer:
    """What the centre answers to a code."""
    return world.centre.enrol(EnrolRequest(code, key, PROTOCOL))


def refused(world: World, code: str, key: bytes = KEY) -> WireCode:
    """The code of the centre's refusal."""
    with pytest.raises(WireError) as refusal:
        enrol(world, code, key)
    return refusal.value.code


def wrong(code: str) -> str:
    """The same ticket with another secret."""
    return code[:-1] + ("B" if code[-1] == "A" else "A")


def test_a_code_enrols_a_laptop_of_its_province(world: World) -> None:
    answer = enrol(world, ticket(world, confidential=True))
    assert (answer.place, answer.device, answer.confidential) == (PLACE, FIRST_OFFICE_DEVICE, True)
    assert [account.name_la for account in answer.accounts] == ["Agent"]


def test_a_code_may_be_typed_as_it_was_heard(world: World) -> None:
    codes = [ticket(world) for _ in range(3)]
    heard = [codes[0].lower(), f"{codes[1][:5]}-{codes[1][5:]}", f" {codes[2][:3]} {codes[2][3:]} "]
    assert [enrol(world, code).place for code in heard] == [PLACE] * 3


def test_a_code_has_ten_letters_without_look_alikes(world: World) -> None:
    codes = [ticket(world) for _ in range(5)]
    assert all(len(code) == 10 and not set(code) & set("ILO0123456789") for code in codes)


NO_CODES = ("", "A", "ABCDEFGHJK", "ABCDEFGHJKL" * 50, "AB\x00DEFGHJK", "٣" * 10, "أبتثجحخدذر")


def test_what_is_no_code_gets_the_same_refusal(world: World) -> None:
    ticket(world)
    assert {refused(world, code) for code in NO_CODES} == {WireCode.NOT_TRUSTED}


def test_five_wrong_tries_wear_a_code_out(world: World) -> None:
    code = ticket(world)
    for _ in range(TICKET_TRIES):
        assert refused(world, wrong(code)) == WireCode.NOT_TRUSTED
    assert refused(world, code) == WireCode.NOT_TRUSTED


def test_wrong_tries_wear_out_no_other_code(world: World) -> None:
    attacked, other = ticket(world), ticket(world)
    for _ in range(TICKET_TRIES - 1):
        refused(world, wrong(other))
    for _ in range(TICKET_TRIES + 1):
        refused(world, wrong(attacked))
    assert enrol(world, other).place == PLACE


def test_a_code_is_good_for_three_days(world: World) -> None:
    first, second = ticket(world), ticket(world)
    world.clock.ms += TICKET_HOURS * 3_600_000
    assert enrol(world, first).place == PLACE
    world.clock.ms += 1
    assert refused(world, second, OTHER_KEY) == WireCode.NOT_TRUSTED


def test_a_laptop_whose_answer_was_lost_asks_again(world: World) -> None:
    code = ticket(world)
    assert enrol(world, code) == enrol(world, code)


def test_a_used_code_enrols_no_second_laptop(world: World) -> None:
    code = ticket(world)
    enrol(world, code)
    assert refused(world, code, OTHER_KEY) == WireCode.NOT_TRUSTED


def test_a_key_of_another_length_is_refused(world: World) -> None:
    code = ticket(world)
    assert {refused(world, code, bytes(length)) for length in (0, 31, 33)} == {WireCode.NOT_TRUSTED}


def test_laptops_enrolled_at_once_get_different_numbers(world: World) -> None:
    codes = [ticket(world) for _ in range(6)]
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda pair: enrol(world, pair[1], bytes([pair[0]]) * 32), enumerate(codes)))
    assert sorted(answer.device for answer in answers) == list(range(FIRST_OFFICE_DEVICE, FIRST_OFFICE_DEVICE + 6))


def test_nobody_works_in_a_province_that_does_not_exist(world: World) -> None:
    with pytest.raises(ValueError, match="no province"):
        ticket(world, 999)
