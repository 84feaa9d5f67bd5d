"""Who decides at an academy, what the audits say of it, and what a restore of the centre does to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select, update

from massar_desktop.queries.asking import Asker
from massar_desktop.queries.paper_facts import act_facts
from sync.client.errors import Unreachable
from sync.client.replica import Refused
from sync.domain import filing
from sync.domain.fields import Value
from sync.domain.ids import Compartment, scope_id
from sync.domain.lifecycle import Level
from sync.domain.operation import Operation, Verb
from sync.server import audit_check
from sync.server.accounts import Accounts
from sync.server.administration import OPERATOR, Administration, NotAllowed, decide_released
from sync.server.history import Fence
from sync.server.interim import Interim, publish_interim
from tests.exchange.test_academy import ACADEMY, KIND, MOVE, Country, country_in, held, meet
from tests.exchange.test_acts import LEAVE, NAME, act, last, last_ones, registers, steps
from tests.exchange.test_restore import backup, restore
from tests.exchange.world import PLACE, Office, World


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Country]:
    """One country for stories about people of their own."""
    yield from country_in(tmp_path_factory.mktemp("country"), None)


@pytest.fixture(params=["sqlite", "postgres"])
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Country]:
    """A country of its own, on either database."""
    url = None if request.param == "sqlite" else request.getfixturevalue("postgres_database")
    yield from country_in(tmp_path, url)


def test_what_is_decided_at_the_academy_stands_in_the_audit_of_the_province_too(either: Country) -> None:
    """Who reads the province's audit sees that a dossier of hers was decided, by whom, on which laptop."""
    manager, world = either.manager, either.world
    _, row = either.refers()
    steps(manager, row, "accept", KIND, number="78/2026")
    meet(manager)
    with world.centre.database.read() as connection:
        there = scope_id(ACADEMY, Compartment.GENERAL), scope_id(PLACE, Compartment.GENERAL)
        told = [list(audit_check.lines(connection, world.centre.tables, scope))[-1] for scope in there]
        assert audit_check.verify(connection, world.centre.tables) == []
    device = manager.replica.identity.device
    assert [(line["deed"], line["actor"], line["device"]) for line in told] == [
        ("decided", manager.author, device),
        ("decided_from", manager.author, device),
    ]
    assert told[1]["about"] == f"from {ACADEMY} {told[0]['about']}"
    assert told[0]["digest"] == told[1]["digest"]
    with world.centre.database.write() as connection:
        t = world.centre.tables.operation
        mine = t.c.place == ACADEMY, t.c.device == device
        connection.execute(update(t).where(*mine).values(verdict="irregular"))
    with world.centre.database.read() as connection:
        found = audit_check.verify(connection, world.centre.tables)
        assert {(one.scope, one.code) for one in found} == {(scope, "decision_altered") for scope in there}
    with world.centre.database.write() as connection:
        connection.execute(update(t).where(*mine).values(verdict="applied"))


def test_somebody_decides_at_the_academy_by_interim_on_its_days_and_not_after(country: Country) -> None:
    """As at the province: the step and the letter say so, in the province, too."""
    world, clerk = country.world, country.clerk
    stands_in = world.office(ACADEMY, role="clerk")
    (_, early), (_, late) = country.refers(), country.refers()
    stands_in.sync()
    with pytest.raises(Refused, match="role_may_not"):
        steps(stands_in, early, "accept", KIND)
    today = stands_in.replica.today()
    wanted = Interim(stands_in.author, ACADEMY, "aref", today, today, "14/2026")
    with pytest.raises(NotAllowed, match="no_such_role_here"):
        publish_interim(world.centre, replace(wanted, role="director"))
    publish_interim(world.centre, wanted)
    meet(stands_in)
    steps(stands_in, early, "accept", KIND, number="141/2026")
    world.clock.ms += 2 * 86_400_000
    with pytest.raises(Refused, match="role_may_not"):
        steps(stands_in, late, "accept", KIND, number="142/2026")
    meet(stands_in, clerk)
    assert last(stands_in) == ("applied", [])
    (step,) = (one for one in clerk.rows("act_step") if one.text("number") == "141/2026")
    assert (step.get("means"), step.get("level"), step.get("step")) == ("interim", "A", "accept")
    kept = act(clerk, early, KIND)
    assert (kept.get("state"), kept.get("decided_by"), kept.get("irregular")) == ("accepted", stands_in.author, None)
    with clerk.replica.database.read() as connection:
        facts = act_facts(connection, Asker(clerk.replica.identity, clerk.author, clerk.replica.today()), KIND, early)
    assert facts.signature is not None
    assert (facts.signature.in_name_of, facts.signature.interim) == (Level.AREF, True)


def test_an_interim_that_nobody_published_decides_nothing(country: Country) -> None:
    """A tampered program gives itself one; the centre reads its own rows."""
    stands_in, (_, row) = country.world.office(ACADEMY, role="clerk"), country.refers()
    stands_in.sync()
    honest = stands_in.replica.identity
    stands_in.replica.become(lambda *_: (msgspec.structs.replace(honest, accounts=()), frozenset()))
    steps(stands_in, row, "accept", KIND, number="143/2026")
    stands_in.sync()
    assert last(stands_in) == ("rejected", ["role_may_not"])
    stands_in.replica.become(lambda *_: (honest, frozenset()))
    assert act(country.clerk, row, KIND).get("state") == "referred"


@pytest.mark.parametrize("knows", [False, True])
def test_a_decision_on_somebody_who_was_withdrawn_meanwhile_stands(either: Country, knows: bool) -> None:
    """The directory names her no more; the paper is out (sync.md 3.3)."""
    clerk, manager = either.clerk, either.manager
    person, row = either.refers()
    fields: dict[str, Value] = {"withdrawn": "سجلت مرتين"}
    clerk.record(Operation(verb=Verb.WITHDRAW, kind="employee", row=person, dossier=person, fields=fields))
    clerk.sync()
    if knows:
        manager.sync()
    steps(manager, row, "refuse", KIND, number="79/2026", remark="ملاحظة")
    manager.sync()
    assert last(manager)[0] == "applied"
    clerk.sync()
    assert act(clerk, row, KIND).get("state") == "refused"


@pytest.fixture
def kept_safe(tmp_path: Path) -> Iterator[Country]:
    """A country whose centre knows how far it had come."""
    for made in country_in(tmp_path, None):
        made.world.centre.fence = Fence(tmp_path / "fence")
        yield made


def rests_until_the_referral_is_back(country: Country, night: Path) -> None:
    """The centre is put back; the manager comes first, and the province's laptop brings the referral again."""
    clerk, manager, world = country.clerk, country.manager, country.world
    restore(world, night)
    for _ in range(2):
        assert manager.sync().rejected == 0
    assert (last(manager)[0], states(world)) == (None, ["rests"])
    meet(clerk, manager, clerk)
    assert (last(manager)[0], states(world)) == ("applied", [])


def test_after_a_restore_a_decision_waits_for_the_referral_it_rests_on(kept_safe: Country) -> None:
    """A paper carries it (sync.md 3.3): it goes to no tray, and is decided when the province's laptop has come back."""
    clerk, manager, world = kept_safe.clerk, kept_safe.manager, kept_safe.world
    kept_safe.refers()
    night = backup(world)
    person, row = kept_safe.refers()
    steps(manager, row, "accept", KIND, number="91/2026")
    meet(manager, clerk)
    rests_until_the_referral_is_back(kept_safe, night)
    back = act(clerk, row, KIND)
    assert (back.get("state"), back.get("decision_number"), back.get("irregular")) == ("accepted", "91/2026", None)
    assert person not in held(manager)


@pytest.mark.parametrize("together", [False, True])
def test_after_a_restore_a_decision_does_not_rest_on_a_referral_that_came_back_and_was_taken_back(
    kept_safe: Country, together: bool
) -> None:
    """The academy decided what the province had asked back meanwhile: nothing more will come (seeds 10 and 140).

    The referral is here again, so she did hold the dossier, even where it never came into her scope: `together` the
    province's laptop brings the referral and that it was taken back.
    """
    clerk, manager, world = kept_safe.clerk, kept_safe.manager, kept_safe.world
    head = clerk if together else world.office(role="head")
    night = backup(world)
    _, row = kept_safe.refers()
    meet(head, manager)
    steps(manager, row, "accept", KIND, number="94/2026")
    steps(head, row, "return", KIND, remark="ملاحظة")
    meet(manager)
    restore(world, night)
    meet(clerk, head)
    assert act(head, row, KIND).get("state") == "returned"
    meet(manager, manager)
    assert states(world) == []
    assert last(manager) == ("irregular", ["decided_when_gone"])
    meet(clerk)
    back = act(clerk, row, KIND)
    assert (back.get("decision_number"), back.get("irregular")) == ("94/2026", "step_not_from_here")


def test_after_a_restore_a_decision_waits_for_the_referral_of_an_act_that_is_here(kept_safe: Country) -> None:
    """Her file is with the academy for another act: the one that was decided is here, not referred yet (seed 634)."""
    clerk, manager, world = kept_safe.clerk, kept_safe.manager, kept_safe.world
    person, _ = kept_safe.refers()
    row = registers(clerk, person, KIND, **MOVE)
    clerk.sync()
    night = backup(world)
    steps(clerk, row, "refer", KIND, number="119/2026")
    meet(clerk, manager)
    steps(manager, row, "refuse", KIND, number="96/2026", remark="ملاحظة")
    meet(manager, clerk)
    rests_until_the_referral_is_back(kept_safe, night)
    back = act(clerk, row, KIND)
    assert (back.get("state"), back.get("decision_number"), back.get("irregular")) == ("refused", "96/2026", None)


def test_a_decision_on_a_file_that_a_first_copy_left_behind_stands(kept_safe: Country) -> None:
    """After a restore she is cut off when all is copied again, before the sums tell what is not there (seed 3484)."""
    clerk, world = kept_safe.clerk, kept_safe.world
    manager, row = holds_what_is_lost(kept_safe)
    clerk.sync()
    steps(clerk, row, "withdraw", KIND, remark="طلب المعنية")
    clerk.sync()
    copied_again(world, manager)
    steps(manager, row, "refuse", KIND, number="97/2026", remark="ملاحظة")
    manager.sync()
    assert last(manager) == ("irregular", ["decided_when_gone"])
    clerk.sync()
    assert act(clerk, row, KIND).get("irregular") == "step_not_from_here"


def test_a_decision_on_a_file_that_is_left_of_a_lost_history_waits_for_it(kept_safe: Country) -> None:
    """As before, and nobody has brought the file back yet: she writes in the new history (seed 12985)."""
    clerk, world = kept_safe.clerk, kept_safe.world
    manager, row = holds_what_is_lost(kept_safe)
    copied_again(world, manager)
    steps(manager, row, "refuse", KIND, number="98/2026", remark="ملاحظة")
    manager.sync()
    assert (last(manager)[0], states(world)) == (None, ["rests"])
    meet(clerk, manager, manager, clerk)
    assert (last(manager)[0], states(world)) == ("applied", [])
    assert act(clerk, row, KIND).get("decision_number") == "98/2026"


def holds_what_is_lost(country: Country) -> tuple[Office, int]:
    """A new manager has read an act that was referred, and the centre is put back to before it; she and its row."""
    country.manager = country.world.office(ACADEMY, role="aref", copied=False)
    night = backup(country.world)
    _, row = country.refers()
    restore(country.world, night)
    return country.manager, row


def copied_again(world: World, manager: Office) -> None:
    """Cut off when all is copied again after a restore, before the sums tell what is not there any more."""
    with world.centre.database.read() as connection:
        epoch = Accounts(connection, world.centre.tables).epoch()
    while not all(mark.complete and mark.epoch == epoch for mark in manager.replica.marks()):
        manager.line.cut_down_after = 1
        with pytest.raises(Unreachable):
            manager.sync()


def test_after_a_restore_a_decision_waits_for_the_person_herself(kept_safe: Country) -> None:
    """Her creation was lost as well (seed 526)."""
    clerk, world = kept_safe.clerk, kept_safe.world
    director = world.office(role="director")
    night = backup(world)
    person = clerk.hires(**{**NAME, "ppr": "7654323"})
    row = registers(clerk, person)
    meet(clerk, director)
    steps(director, row, "accept", number="95/2026")
    meet(director)
    restore(world, night)
    meet(director)
    assert states(world) == ["rests"]
    meet(clerk, director)
    assert (states(world), act(director, row).get("state")) == ([], "accepted")


def test_after_a_restore_a_registration_waits_for_the_person_it_is_about(kept_safe: Country) -> None:
    """The receipt is out (sync.md 3.3)."""
    clerk, world = kept_safe.clerk, kept_safe.world
    other = world.office()
    night = backup(world)
    person = clerk.hires(**{**NAME, "ppr": "7654324"})
    meet(clerk, other)
    row = registers(other, person)
    meet(other)
    restore(world, night)
    meet(other)
    assert states(world) == ["rests"]
    meet(clerk, other, clerk)
    assert (states(world), act(clerk, row).get("state")) == ([], "registered")


def test_after_a_restore_a_step_on_an_act_of_ones_own_that_was_rejected_waits_for_nothing(kept_safe: Country) -> None:
    """No other laptop brings it back: it comes into the tray with what it was about (seed 236)."""
    clerk, world = kept_safe.clerk, kept_safe.world
    night = backup(world)
    person, row = clerk.replica.new_rows(2)
    hired = Operation(verb=Verb.CREATE, kind="employee", row=person, dossier=person, fields={**NAME, "ppr": "7654325"})
    for forged in (hired, filing.registration("annual_leave", row, person, LEAVE)):
        clerk.replica.record([forged], author=999)
    steps(clerk, row, "refer")
    restore(world, night)
    clerk.sync()
    assert states(world) == []
    assert [verdict for verdict, _ in last_ones(clerk, 3)] == ["rejected"] * 3


def test_after_a_restore_the_steps_of_two_laptops_come_back_in_either_order(kept_safe: Country) -> None:
    clerk, world = kept_safe.clerk, kept_safe.world
    director = world.office(role="director")
    person = clerk.hires(**{**NAME, "ppr": "7654321"})
    meet(clerk, director)
    night = backup(world)
    row = registers(clerk, person)
    meet(clerk, director)
    steps(director, row, "accept", number="92/2026")
    steps(director, row, "notify")
    meet(director, clerk)
    restore(world, night)
    meet(director)
    assert states(world) == ["rests", "rests"]
    director.corrects(person, phone="+212661045277")
    director.sync()
    assert states(world) == ["rests", "rests", "rests"]  # in their order
    meet(clerk, director, clerk)
    assert states(world) == []
    back = act(clerk, row)
    assert (back.get("state"), back.get("decision_number"), back.get("irregular")) == ("notified", "92/2026", None)
    assert clerk.sees(person, "phone") == "+212661045277"


def test_what_rests_on_a_laptop_that_never_comes_back_is_released_by_a_person(kept_safe: Country) -> None:
    clerk, world = kept_safe.clerk, kept_safe.world
    director = world.office(role="director")
    person = clerk.hires(**{**NAME, "ppr": "7654322"})
    meet(clerk, director)
    night = backup(world)
    row = registers(clerk, person)
    meet(clerk, director)
    steps(director, row, "accept", number="93/2026")
    meet(director)
    restore(world, night)
    meet(director)
    device = director.replica.identity.device
    with world.centre.database.write() as connection:
        by = Administration(connection, world.centre.tables, OPERATOR, world.clock.now_ms())
        assert by.release(device) == 1
    assert decide_released(world.centre.database, world.centre.tables, device, world.clock.now_ms()) == 1
    director.sync()
    assert last(director) == ("rejected", ["unknown_row"])  # whole, in her tray


def states(world: World) -> list[str]:
    """The states of what the centre has not decided."""
    t = world.centre.tables.operation
    with world.centre.database.read() as connection:
        return list(connection.execute(select(t.c.state).where(t.c.state != "decided")).scalars())
