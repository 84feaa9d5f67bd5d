"""What a clerk without the role learns of a health leave: on leave, from, to, rate of pay, and nothing more anywhere.

One laptop that holds the files, two accounts on it: one walk through every question that screens ask.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from sqlalchemy import Connection

from massar_desktop.queries import census, exchange
from massar_desktop.queries.acts import person_acts
from massar_desktop.queries.alerts import province_alerts
from massar_desktop.queries.anomalies import anomalies
from massar_desktop.queries.arrivals import arrivals
from massar_desktop.queries.asking import Asker
from massar_desktop.queries.attachments import papers
from massar_desktop.queries.conflicts import open_conflicts, tray
from massar_desktop.queries.day_journal import day_journal
from massar_desktop.queries.figures import strip
from massar_desktop.queries.history import history
from massar_desktop.queries.people import page, people_order
from massar_desktop.queries.people_table import exported_rows
from massar_desktop.queries.person import person
from massar_desktop.queries.person_paper_facts import person_facts
from massar_desktop.queries.registry import acts_numbered, slips
from massar_desktop.queries.search import search
from massar_desktop.queries.work_list import work_list
from sync.client.drafts import Drafts
from sync.domain import filing, ledger, situation
from sync.domain.fields import Value
from sync.storage.state import Scopes, TableState
from tests.exchange.world import Office, World

SECRET: dict[str, Value] = {
    "certificate_on": "2026-09-01",
    "received_on": "2026-09-02",
    "doctor": "سرّي-الطبيب",
    "remark": "سرّي-الملاحظة",
    "reference": "سرّي-المرجع",
    "papers": "medical_certificate",
}
MARKS = ("سرّي", "sick_short", "sick_long", "confidential", "medical_certificate", "certificate_on", "76/2026", "SK-ST")


@dataclass(frozen=True)
class Files:
    """The laptop, the account without the role, the person and her health leave."""

    office: Office
    plain: int
    person: int
    leave: int


def steps(office: Office, act: int, name: str, **facts: Value) -> None:
    """Take a step of the health leave."""
    about = next(row for row in office.rows("sick_short") if row.id == act)
    given: dict[str, Value] = {"on": office.replica.today(), "number": "76/2026", "remark": "سرّي-الخطوة", **facts}
    office.record(filing.step(about, name, office.replica.new_rows(1)[0], given))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Files]:
    """A leave that was granted, one that is asked for and was returned, a conflict, an edit that came back, a draft."""
    world = World(tmp_path_factory.mktemp("confidential"))
    world.publish()
    office, second, plain = world.office(confidential=True), world.office(confidential=True), world.office().author
    someone = office.hires(surname_ar="بناني", first_name_ar="مريم", ppr="1203377", cin="JB1001")
    granted, asked = office.replica.new_rows(2)
    days: dict[str, Value] = {"from_on": "2026-09-01", "to_on": "2026-09-24"}
    office.record(filing.registration("sick_short", granted, someone, {**SECRET, **days}))
    office.record(filing.registration("sick_short", asked, someone, {**SECRET, "from_on": "2026-10-05"}))
    steps(office, granted, "refer")
    steps(office, granted, "enter_accepted", level="P")
    steps(office, asked, "return")
    office.sync()
    second.sync()
    about = next(row for row in second.rows("sick_short") if row.id == asked)
    for one, doctor in ((second, "سرّي-أول"), (office, "سرّي-ثان")):
        one.record(filing.correction(about, {"doctor": doctor}))
    second.sync()
    office.sync()
    office.record(filing.correction(next(r for r in office.rows("sick_short") if r.id == asked), {"doctor": "سرّي"}))
    second.sync()
    about = next(row for row in second.rows("sick_short") if row.id == asked)
    number = second.replica.new_rows(1)[0]
    facts: dict[str, Value] = {"on": second.replica.today(), "remark": "سرّي-سحب"}
    second.record(filing.step(about, "withdraw", number, facts))
    second.sync()
    office.sync()
    Drafts(office.replica.database, world.clock).save(f"act:sick_long:{someone}", someone, {"doctor": "سرّي"}, {})
    steps(office, granted, "notify")
    yield Files(office, plain, someone, granted)
    world.close()


def whole_person(connection: Connection, asker: Asker, files: Files) -> object:
    """All that stands in her view; kinds without rows say nothing."""
    view = person(connection, files.person, asker.today, confidential=asker.sees_confidential)
    assert view is not None
    return [rows for rows in view.rows.values() if rows], view.waiting, view.conflicts, view.gaps, view.pending


Ask = Callable[[Connection, Asker, Files], object]
QUESTIONS: dict[str, Ask] = {
    "acts of the person": lambda c, a, f: person_acts(c, [f.person], a),
    "the person": whole_person,
    "history": lambda c, a, f: history(c, [f.person], a.identity.device, confidential=a.sees_confidential),
    "work list": lambda c, a, _f: work_list(c, a),
    "what others changed": lambda c, a, _f: arrivals(c, a),
    "what comes up": lambda c, a, _f: province_alerts(c, a),
    "anomalies": lambda c, a, _f: anomalies(c, a),
    "conflicts": lambda c, a, _f: open_conflicts(c, a.identity, a.account),
    "tray": lambda c, a, _f: tray(c, a.identity, a.account),
    "papers": lambda c, a, f: papers(c, a.identity, a.account, [f.person]),
    "covering slips": lambda c, a, _f: slips(c, a),
    "numbers": lambda c, a, _f: [acts_numbered(c, a, text) for text in ("76", "1/2026", "2/2026", "S-2", "S-3")],
    "census": lambda c, a, _f: census.school_list(c, a, 2026, ""),
    "certificate": lambda c, a, f: census.rectification(c, a, 2026, f.person),
    "list": lambda c, a, f: page(c, [f.person], a.today),
    "search": lambda c, a, _f: [
        search(c, text, people_order(c), a.today).lines for text in ("سرّي", "بناني", "76/2026")
    ],
    "export": lambda c, _a, f: list(exported_rows(c, [f.person])),
    "journal of the day": lambda c, a, _f: day_journal(c, a, a.today),
    "certificates": lambda c, a, f: person_facts(c, a, f.person),
    "what waits to be sent": lambda c, a, _f: exchange.waiting(c, a.identity, a.account),
}
TOLD = {
    "acts of the person",
    "the person",
    "history",
    "work list",
    "conflicts",
    "tray",
    "covering slips",
    "numbers",
} | {"journal of the day"}
"""Where somebody with the role finds the file; so that the walk can fail."""


@pytest.mark.parametrize("question", QUESTIONS)
def test_nothing_of_a_health_file_is_told_without_the_role(files: Files, question: str) -> None:
    replica = files.office.replica
    with replica.database.read() as connection:
        told = repr(QUESTIONS[question](connection, Asker(replica.identity, files.plain, replica.today()), files))
        whole = repr(
            QUESTIONS[question](connection, Asker(replica.identity, files.office.author, replica.today()), files)
        )
    said = told.replace("confidential=False", "").replace("confidential=True", "")
    assert [mark for mark in MARKS if mark in said] == []
    if question in TOLD:
        assert any(mark in whole for mark in ("sick_short", "sick_long", "سرّي")), "the one with the role finds it here"


def test_badges_count_what_a_clerk_may_read(files: Files) -> None:
    replica = files.office.replica
    with replica.database.read() as connection:
        seen = [strip(connection, replica.identity, account) for account in (files.office.author, files.plain)]
    assert [(one.conflicts, one.tray) for one in seen] == [(1, 1), (0, 0)]


def test_what_everybody_may_know_is_known(files: Files) -> None:
    replica = files.office.replica
    with replica.database.read() as connection:
        state = TableState(connection, replica.tables.records, Scopes(replica.identity.place))
        known = situation.situation_at(state, files.person, "2026-09-10")
        (span, *_rest) = [s for s in situation.timeline(state, files.person) if s.facts.get("leave")]
        (line,) = [one for one in ledger.leaves(state, files.person) if one.decided]
    assert {name: known[name] for name in ("leave", "leave_from", "leave_to", "pay_rate")} == {
        "leave": "health",
        "leave_from": "2026-09-01",
        "leave_to": "2026-09-24",
        "pay_rate": "full",
    }
    assert (span.from_on, span.to_on, span.begins) == ("2026-09-01", "2026-09-24", (("leave_notice", files.leave),))
    assert (line.code, line.from_on, line.to_on, line.rate) == ("health", "2026-09-01", "2026-09-24", "full")
