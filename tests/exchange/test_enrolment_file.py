"""A laptop without a line is enrolled with two files, the first copy in the second; no stick ever holds the code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
import pytest

from sync.client import bundle_keys
from sync.client.engine import Engine, Hooks
from sync.client.enrolment import NewOffice, Setup
from sync.client.enrolment_file import PENDING, ask_by_file, finish_by_file, forget, is_asked
from sync.client.errors import BundleNotOurs, BundleUnreadable, NoEnrolmentAsked, NotTrusted, StickFailed
from sync.client.key_file import has_office
from sync.client.keys import WrongPassword
from sync.client.office import OfficeExists, device_key
from sync.protocol import age, bundle
from sync.protocol.card import Card, write_card
from sync.protocol.errors import WireCode, WireError
from sync.server.accounts import TICKET_TRIES, Accounts
from sync.server.bundle import Place, take_in
from sync.server.keys import CentreKeys
from sync.storage.state import TableState
from tests.client.offices import CHEAP, Keyring, bytes_of
from tests.exchange.sticks import open_counter, reads
from tests.exchange.world import PLACE, DirectLine, World

WHERE = Place("https://centre.example", "-----BEGIN CERTIFICATE-----")


@dataclass
class Counter:
    """The centre's operator, and a stick."""

    world: World
    stick: Path

    @property
    def card(self) -> Path:
        """The file that goes with the laptop."""
        return self.stick / "centre.card"

    def code(self, *, confidential: bool = False) -> str:
        """A fresh code, told over the telephone."""
        with self.world.centre.database.write() as connection:
            accounts = Accounts(connection, self.world.centre.tables)
            person = accounts.create_account(PLACE, "موظفة", "Agent", role="clerk", confidential=confidential)
            return accounts.issue_ticket(PLACE, person, self.world.clock.now_ms())

    def answers(self, request: Path) -> Path:
        """Take a request in and write the reply."""
        path = self.stick / (request.name + ".reply")
        bundle.write_file(path, take_in(self.world.centre, bundle.read_file(request), WHERE).data)
        return path

    def refuses(self, request: Path) -> WireCode:
        """The code of the refusal."""
        with pytest.raises(WireError) as wrong:
            self.answers(request)
        return wrong.value.code


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    """A province with one person, and a stick with the centre's card."""
    world = World(tmp_path)
    open_counter(world)
    near = world.office()
    near.hires(surname_ar="العلوي")
    near.sync()
    made = Counter(world, tmp_path / "stick")
    made.stick.mkdir()
    assert world.centre.keys is not None
    made.card.write_bytes(write_card(Card(world.centre.keys.public)))
    yield made
    world.close()


@pytest.fixture
def setup(counter: Counter) -> Setup:
    """A laptop that has no office yet."""
    return Setup(counter.world.folder / "laptop", "كلمة سر", Keyring(), counter.world.clock, CHEAP)


def asked(counter: Counter, setup: Setup, code: str, name: str = "enrol.request") -> Path:
    """The laptop's request file."""
    ask_by_file(setup, counter.card, code, counter.stick / name)
    return counter.stick / name


def hooks() -> Hooks:
    """Nothing is signed while a reply is read."""
    return Hooks(lambda: bytes(16), lambda _: b"")


def names(made: NewOffice) -> list[object]:
    """The people that an office shows."""
    replica = made.replica
    with replica.database.read() as connection:
        rows = TableState(connection, replica.tables.records, replica.identity.scopes).all_rows("employee")
    return [row.get("surname_ar") for row in rows]


def test_a_laptop_is_enrolled_and_filled_by_two_files_then_works_on_a_line(counter: Counter, setup: Setup) -> None:
    reply = counter.answers(asked(counter, setup, counter.code(confidential=True)))
    assert (is_asked(setup.folder), has_office(setup.folder)) == (True, False)
    made = finish_by_file(setup, reply, hooks())
    assert names(made) == ["العلوي"]
    identity = made.replica.identity
    assert (identity.place, identity.confidential, identity.centre) == (PLACE, True, WHERE.address)
    assert identity.authority == WHERE.authority
    assert not is_asked(setup.folder)
    (near,) = counter.world.offices
    near.hires(surname_ar="بناني")
    near.sync()
    line = Hooks(lambda: b"\x07" * 16, device_key(made.replica).sign)
    done = Engine(made.replica, DirectLine(counter.world.centre), line).run()
    assert done.verified
    assert names(made) == ["العلوي", "بناني"]
    made.replica.close()


def test_the_first_copy_of_one_laptop_serves_its_neighbour(counter: Counter, setup: Setup) -> None:
    neighbour = counter.world.office(copied=False)
    assert counter.world.centre.keys is not None
    bundle_keys.keep(neighbour.replica, counter.world.centre.keys.told({0: 0, 5000: 0, 5040: 0}))
    reads(neighbour, counter.answers(asked(counter, setup, counter.code())))
    assert [row.get("surname_ar") for row in neighbour.rows("employee")] == ["العلوي"]
    assert neighbour.sync().verified


def test_the_code_is_on_no_stick_and_not_on_the_laptop(counter: Counter, setup: Setup) -> None:
    code = counter.code()
    asked(counter, setup, code)
    files = {**bytes_of(counter.stick), **bytes_of(setup.folder)}
    assert PENDING in files
    assert not [name for name, content in files.items() if code[3:].encode() in content]


def test_asking_again_asks_for_the_same_laptop(counter: Counter, setup: Setup) -> None:
    code = counter.code()
    requests = [asked(counter, setup, code, f"{n}.request") for n in range(2)]
    devices = {take_in(counter.world.centre, request.read_bytes(), WHERE).device for request in requests}
    made = finish_by_file(setup, counter.answers(requests[0]), hooks())
    assert devices == {made.replica.identity.device}
    made.replica.close()


def test_a_wrong_code_is_counted_and_the_right_one_can_be_asked_with_after_it(counter: Counter, setup: Setup) -> None:
    code = counter.code()
    wrong = code[:-1] + ("B" if code[-1] == "A" else "A")
    assert counter.refuses(asked(counter, setup, wrong)) == WireCode.NOT_TRUSTED
    made = finish_by_file(setup, counter.answers(asked(counter, setup, code)), hooks())
    made.replica.close()


def test_wrong_proofs_wear_a_code_out(counter: Counter, setup: Setup) -> None:
    code = counter.code()
    wrong = asked(counter, setup, code[:-1] + ("B" if code[-1] == "A" else "A"))
    for _ in range(TICKET_TRIES):
        counter.refuses(wrong)
    assert counter.refuses(asked(counter, setup, code)) == WireCode.NOT_TRUSTED


def test_a_used_code_enrols_no_second_laptop(counter: Counter, setup: Setup) -> None:
    code = counter.code()
    counter.answers(asked(counter, setup, code))
    other = replace(setup, folder=counter.world.folder / "other")
    assert counter.refuses(asked(counter, other, code)) == WireCode.NOT_TRUSTED


def test_a_proof_says_nothing_about_another_key(counter: Counter, setup: Setup) -> None:
    keys = counter.world.centre.keys
    assert keys is not None
    ask = bundle.open_request(asked(counter, setup, counter.code()).read_bytes(), keys.seed)
    assert isinstance(ask, bundle.EnrolAsk)
    seed = b"\x09" * 32
    stolen = msgspec.structs.replace(ask, public_key=age.public_half(seed))
    forged = counter.stick / "forged.request"
    forged.write_bytes(bundle.enrolment(stolen, seed, keys.public))
    assert counter.refuses(forged) == WireCode.NOT_TRUSTED


def test_a_false_card_gets_no_office(counter: Counter, setup: Setup) -> None:
    """Somebody put a card of his own on the stick, and answers with what he can see."""
    false = CentreKeys(counter.world.folder / "false.keys")
    counter.card.write_bytes(write_card(Card(false.public)))
    request = asked(counter, setup, counter.code())
    assert counter.refuses(request) == WireCode.MISDIRECTED
    ask = bundle.open_request(request.read_bytes(), false.seed)
    assert isinstance(ask, bundle.EnrolAsk)
    head = bundle.ReplyHead(1, enrolled=b"{}", proof=bytes(32))
    reader = bundle.Reader(bundle.Audience.DEVICE, 16, ask.public_key)
    reply = counter.stick / "false.reply"
    reply.write_bytes(bundle.write([bundle.reply_part(reader, head, [], false.seed)]))
    with pytest.raises(BundleNotOurs):
        finish_by_file(setup, reply, hooks())
    assert not has_office(setup.folder)


def test_what_goes_wrong_on_the_way_leaves_no_office(counter: Counter, setup: Setup) -> None:
    with pytest.raises(NoEnrolmentAsked):
        finish_by_file(setup, counter.card, hooks())
    with pytest.raises(NotTrusted):
        ask_by_file(setup, counter.card, "no code", counter.stick / "x")
    with pytest.raises(StickFailed):
        ask_by_file(setup, counter.stick / "no.card", counter.code(), counter.stick / "x")
    reply = counter.answers(asked(counter, setup, counter.code()))
    other = replace(setup, password="another")
    with pytest.raises(WrongPassword):
        finish_by_file(other, reply, hooks())
    damaged = counter.stick / "damaged.reply"
    damaged.write_bytes(reply.read_bytes()[:-1])
    with pytest.raises(BundleUnreadable):
        finish_by_file(setup, damaged, hooks())
    assert not has_office(setup.folder)
    made = finish_by_file(setup, reply, hooks())
    made.replica.close()
    with pytest.raises(OfficeExists):
        finish_by_file(setup, reply, hooks())
    with pytest.raises(OfficeExists):
        asked(counter, setup, counter.code())


def test_what_was_asked_can_be_given_up(counter: Counter, setup: Setup) -> None:
    asked(counter, setup, counter.code())
    forget(setup.folder)
    assert not is_asked(setup.folder)
    other = replace(setup, password="another")
    made = finish_by_file(other, counter.answers(asked(counter, other, counter.code())), hooks())
    made.replica.close()
