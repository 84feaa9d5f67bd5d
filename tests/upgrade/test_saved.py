"""What a released version left on a disk is opened, read and exchanged by today's code, for ever."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from backports import zstd
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from massar_desktop.queries.people import people_order
from massar_desktop.queries.search import search
from sync.client.drafts import Drafts
from sync.client.outbox import Outbox
from sync.client.replica import Replica
from sync.domain import canonical, catalog
from sync.domain.operation import read
from sync.protocol.version import VERSIONS
from sync.server.service import Centre
from sync.storage import dump, search_index
from sync.storage.database import open_centre, open_office
from tests.exchange.world import DirectLine, FakeClock, Office
from tests.simulation.disk import KEY
from tests.upgrade.save import DRAFT, FOLDER

RELEASED = [version.schema for version in VERSIONS if version.released is not None]


@dataclass
class Saved:
    """The files of one version, opened by today's code."""

    folder: Path
    centre: Centre
    offices: list[Office]
    clock: FakeClock


@pytest.fixture(params=RELEASED)
def saved(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Saved]:
    folder = FOLDER / str(request.param)
    for packed in folder.glob("*.db.zst"):
        (tmp_path / packed.stem).write_bytes(zstd.decompress(packed.read_bytes()))
    facts = json.loads((folder / "facts.json").read_text())
    clock = FakeClock(facts["now_ms"])
    centre = Centre(open_centre(f"sqlite:///{tmp_path / 'centre.db'}"), clock.now_ms)
    centre.migrate()
    offices = []
    for number, key in facts["keys"].items():
        replica = Replica(open_office(tmp_path / f"office{number}.db", KEY), clock)
        private = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(key))
        offices.append(Office(replica, private, DirectLine(centre), replica.identity.accounts[0].id))
    yield Saved(folder, centre, offices, clock)
    for office in offices:
        office.replica.close()
    centre.database.close()


def told(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def rows_of(end: Office | Centre) -> list[dict[str, Any]]:
    tables = end.tables.records if isinstance(end, Centre) else end.replica.tables.records
    database = end.database if isinstance(end, Centre) else end.replica.database
    with database.read() as connection:
        return [json.loads(line) for line in dump.lines(connection, tables)]


def test_every_released_version_has_its_files() -> None:
    assert RELEASED
    for schema in RELEASED:
        assert {path.name for path in (FOLDER / str(schema)).iterdir()} >= {"centre.db.zst", "office0.db.zst"}


def test_everybody_is_found_as_in_a_new_office(saved: Saved) -> None:
    for office in saved.offices:
        people = [row for row in office.rows("employee") if not row.get("merged_into") and row.get("surname_ar")]
        with office.replica.database.read() as connection:
            order = people_order(connection)
            for row in people:
                assert row.id in search(connection, row.text("surname_ar"), order, "2026-11-23").ids
                heads = search_index.head_expressions(row.text("surname_ar"))
                found = "SELECT rowid FROM person_search WHERE person_search MATCH ?"
                assert row.id in connection.exec_driver_sql(found, (heads[0],)).scalars().all()
    assert people


def test_every_row_is_there_with_its_values(saved: Saved) -> None:
    assert rows_of(saved.centre) == told(saved.folder / "centre.jsonl")
    for number, office in enumerate(saved.offices):
        assert rows_of(office) == told(saved.folder / f"office{number}.jsonl")


def test_every_record_of_an_outbox_says_what_it_said(saved: Saved) -> None:
    for number, _ in enumerate(saved.offices):
        for line in told(saved.folder / f"outbox{number}.jsonl"):
            record = bytes.fromhex(line["record"])
            one, says = read(record, catalog.BY_NUMBER), line["says"]
            assert canonical.digest(record).hex() == line["hash"]
            assert (one.verb.name, one.kind, dict(one.fields)) == (says["verb"], says["kind"], says["fields"])
            assert (one.row, one.dossier, one.other) == (says["row"], says["dossier"], says["other"])
            assert (one.author, one.day, [one.base.epoch, one.base.seq]) == (says["author"], says["day"], says["base"])


def test_a_draft_is_given_back(saved: Saved) -> None:
    for office in saved.offices:
        draft = Drafts(office.replica.database, saved.clock).load(DRAFT[0])
        assert draft is not None
        assert dict(draft.typed) == DRAFT[2]


def test_what_waited_is_sent_decided_once_and_both_ends_agree(saved: Saved) -> None:
    waiting = [waits(office) for office in saved.offices]
    assert all(waiting)
    first = [office.sync() for office in saved.offices]
    again = [office.sync() for office in saved.offices]
    assert [done.decided for done in first] == waiting
    assert all(done.verified and done.repaired == 0 for done in (*first, *again))
    assert [waits(office) for office in saved.offices] == [0] * len(saved.offices)
    assert [done.decided for done in again] == [0] * len(saved.offices)


def waits(office: Office) -> int:
    with office.replica.database.read() as connection:
        return len(Outbox(connection, office.replica.tables, office.replica.identity.device).undecided())
