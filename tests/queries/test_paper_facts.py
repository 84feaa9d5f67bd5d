"""What papers say is read as the law of the file wants it: whose signature, which term, and nothing confidential."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from massar_desktop.queries.asking import Asker
from massar_desktop.queries.day_journal import JournalLine, day_journal
from massar_desktop.queries.paper_facts import ActFacts, NoSuchAct, act_facts, office_facts
from massar_desktop.queries.person_paper_facts import NobodyThere, person_facts
from sync.domain import filing
from sync.domain.fields import Value
from sync.domain.lifecycle import Level, Role
from sync.protocol.exchange import Account
from tests.queries.practice_office import CLERK, PracticeOffice, practice_people

DOCTOR = 8
"""A clerk with the role for health files."""


def asker(office: PracticeOffice, account: int = CLERK) -> Asker:
    """Who asks today."""
    return Asker(office.replica.identity, account, office.replica.today())


def read(office: PracticeOffice, kind: str, act: int, account: int = CLERK) -> ActFacts:
    """The facts of an act for somebody."""
    with office.replica.database.read() as connection:
        return act_facts(connection, asker(office, account), kind, act)


def journal(office: PracticeOffice, account: int = CLERK) -> list[JournalLine]:
    """Today's journal for somebody."""
    with office.replica.database.read() as connection:
        return day_journal(connection, asker(office, account), office.replica.today())


def registered(office: PracticeOffice, kind: str, facts: dict[str, Value]) -> int:
    """Register an act of somebody; gives its row."""
    row = office.replica.new_rows(1)[0]
    office.record(filing.registration(kind, row, practice_people()[9].id, facts))
    return row


def test_a_letter_that_is_not_decided_bears_the_signature_of_the_rule(own_office: PracticeOffice) -> None:
    leave = registered(own_office, "annual_leave", {"from_on": "2026-12-07", "to_on": "2026-12-11", "days_taken": 5})
    facts = read(own_office, "annual_leave", leave)
    assert facts.signature is not None
    assert (facts.signature.in_name_of, facts.signature.signer) == (Level.AREF, Role.DIRECTOR)
    assert facts.signature.lent
    assert facts.due == "2026-12-07"
    assert facts.before["school"]
    assert facts.office.region[1] == "Béni Mellal-Khénifra"
    assert facts.office.as_of_ms is None
    tenure = read(own_office, "tenure", registered(own_office, "tenure", {"from_on": "2026-09-01"}))
    assert tenure.signature is not None
    assert (tenure.signature.in_name_of, tenure.signature.lent) == (Level.AREF, False)


def test_a_health_file_is_on_no_paper_of_who_may_not_read_it(own_office: PracticeOffice) -> None:
    identity = own_office.replica.identity
    doctor = Account(DOCTOR, "كريمة بنعلي", "Karima Benali", "clerk", confidential=True)
    own_office.replica.adopt(
        msgspec.structs.replace(identity, confidential=True, accounts=(*identity.accounts, doctor))
    )
    facts: dict[str, Value] = {"from_on": "2026-11-02", "to_on": "2026-11-06", "certificate_on": "2026-11-02"}
    sick = registered(own_office, "sick_short", {**facts, "received_on": "2026-11-03"})
    leave = registered(own_office, "annual_leave", {"from_on": "2026-12-07", "to_on": "2026-12-11"})
    assert read(own_office, "sick_short", sick, DOCTOR).row.id == sick
    assert {line.act for line in journal(own_office, DOCTOR)} == {sick, leave}
    with pytest.raises(NoSuchAct):
        read(own_office, "sick_short", sick)
    (only,) = journal(own_office)
    assert (only.act, only.by[1]) == (leave, "Nadia El Idrissi")


def test_what_is_no_act_has_no_paper(shared_office: PracticeOffice) -> None:
    for kind, row in (("annual_leave", 1), ("employee", practice_people()[0].id), ("opening_situation", 1)):
        with pytest.raises(NoSuchAct):
            read(shared_office, kind, row)


def test_a_career_and_its_certificates_are_of_the_day(shared_office: PracticeOffice) -> None:
    who = asker(shared_office)
    with shared_office.replica.database.read() as connection:
        facts = person_facts(connection, who, practice_people()[9].id)
        assert facts.career[-1].facts["school"] == facts.now["school"]
        assert [one.year for one in facts.balances] == [2026, 2025]
        assert office_facts(connection, replace(who, account=99)).clerk == ("", "")
        with pytest.raises(NobodyThere):
            person_facts(connection, who, 1)
