"""Drafts: texts as typed survive a restart of the office and never reach the outbox."""

from pathlib import Path

from sync.client.drafts import Drafts
from sync.client.replica import Replica
from sync.storage.database import open_office
from sync.storage.rows import count
from tests.exchange.world import FakeClock

NAME = "employee:41"


def test_a_draft_survives_a_restart_as_typed(tmp_path: Path) -> None:
    clock = FakeClock()
    first = Replica(open_office(tmp_path / "office.db", b"k" * 32), clock)
    Drafts(first.database, clock).save(NAME, 41, {"birth_date": "31/02/19"}, {"birth_date": "14/03/1983"})
    first.close()

    again = Replica(open_office(tmp_path / "office.db", b"k" * 32), clock)
    draft = Drafts(again.database, clock).load(NAME)
    with again.database.read() as connection:
        sent = count(connection, again.tables.outbox)
    again.close()

    assert draft is not None
    assert (draft.dossier, draft.typed, draft.before) == (41, {"birth_date": "31/02/19"}, {"birth_date": "14/03/1983"})
    assert (draft.at_ms, sent) == (clock.ms, 0)


def test_a_later_draft_takes_the_place_of_the_earlier_and_can_be_dropped(tmp_path: Path) -> None:
    clock = FakeClock()
    replica = Replica(open_office(tmp_path / "office.db", b"k" * 32), clock)
    drafts = Drafts(replica.database, clock)
    drafts.save(NAME, 41, {"city": "أكا"}, {})
    clock.ms += 1000
    drafts.save(NAME, 41, {"city": "أكادير"}, {})
    kept = drafts.load(NAME)
    drafts.drop(NAME)
    gone = drafts.load(NAME)
    replica.close()

    assert kept is not None
    assert (kept.typed, kept.at_ms) == ({"city": "أكادير"}, clock.ms)
    assert gone is None
