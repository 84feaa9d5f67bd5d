"""A file that comes or leaves is told as that, to those who have not dealt with it themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from massar_desktop.queries.arrivals import Arrival, arrivals
from massar_desktop.queries.asking import Asker
from massar_desktop.queries.person import elsewhere
from sync.client.seen import begin
from sync.domain.operation import Move
from sync.server.accounts import Accounts
from tests.exchange.test_academy import KIND, NEAR, Country, country_in, meet, moves
from tests.exchange.test_acts import steps
from tests.exchange.test_transfers import moves as transfer_from
from tests.exchange.world import PLACE, Office

OTHER = 506
COLLEAGUE = 999
"""Somebody else who works at the same laptop."""


@pytest.fixture
def country(tmp_path: Path) -> Iterator[Country]:
    """Two provinces and their academy, whose people have looked at what is there."""
    for made in country_in(tmp_path, None):
        for office in (made.clerk, made.near, made.manager):
            for account in (office.author, COLLEAGUE):
                begin(office.replica, account)
        yield made


def news(office: Office, person: int, account: int = 0) -> Arrival | None:
    """What somebody at an office is told of a person's file."""
    asker = Asker(office.replica.identity, account or office.author, office.replica.today())
    with office.replica.database.read() as connection:
        found = arrivals(connection, asker).files
    return next((one for one in found if one.file.dossier == person), None)


def test_what_a_manager_decided_is_news_to_her_colleague_and_not_to_her(country: Country) -> None:
    manager = country.manager
    person, row = country.refers()
    referred = news(manager, person)
    assert referred is not None
    assert (referred.moved, referred.what) == (Move.CAME, ())

    steps(manager, row, "accept", KIND, number="77/2026")
    meet(manager, country.clerk)
    assert news(manager, person) is None
    told = news(manager, person, COLLEAGUE)
    assert told is not None
    assert (told.moved, told.what, told.authors) == (Move.GONE, (), (manager.author,))
    back = news(country.clerk, person)
    assert back is not None
    assert back.moved is Move.NONE
    assert ("interest_transfer", "decision_number") in back.what


def test_who_changes_province_leaves_one_and_comes_to_the_other(country: Country) -> None:
    clerk, near = country.clerk, country.near
    person = clerk.hires(surname_ar="العلوي")
    meet(clerk, near)
    moves(country.world, person, NEAR)
    meet(clerk, near)
    left, came = news(clerk, person), news(near, person)
    assert left is not None
    assert came is not None
    assert (left.moved, came.moved) == (Move.GONE, Move.CAME)
    assert ("employee", "") not in (*left.what, *came.what)
    assert left.what == ()
    assert "العلوي" in left.file.name_ar
    assert all(left.there)
    assert came.there == ("", "")
    with clerk.replica.database.read() as connection:
        stub = elsewhere(connection, person)  # her file is opened by her own number
    assert stub is not None
    assert (stub.kind, stub.text("surname_ar")) == ("transfer_stub", "العلوي")


def test_who_comes_back_and_leaves_again_is_named_by_where_she_went_last(country: Country) -> None:
    clerk, near = country.clerk, country.near
    person = clerk.hires(surname_ar="العلوي")
    meet(clerk, near)
    centre = country.world.centre
    with centre.database.write() as connection:
        Accounts(connection, centre.tables).create_province(OTHER, "أزيلال", "Azilal", practice=False)
    went = []
    for origin, to in ((PLACE, OTHER), (OTHER, PLACE), (PLACE, NEAR)):
        transfer_from(country.world, person, origin=origin, to=to)
        clerk.sync()
        told = news(clerk, person)
        assert told is not None
        went.append((told.moved, told.there))
    assert [moved for moved, _ in went] == [Move.GONE, Move.CAME, Move.GONE]
    assert went[0][1] == ("أزيلال", "Azilal")
    assert "Azilal" not in went[2][1]
    assert all(went[2][1])
