"""Whose name is on a letter: lent competence, lent signature, interim, and the level above."""

from __future__ import annotations

import pytest

from sync.domain.act import typed
from sync.domain.acts.annual_leave import AnnualLeave
from sync.domain.administrative_act import AdministrativeAct
from sync.domain.fields import Value
from sync.domain.ids import row_id
from sync.domain.lifecycle import Level, Role
from sync.domain.record import Row
from sync.domain.signature import proposed, signature
from tests.domain.acts.desk import AREF, DIRECTOR, HEAD, PERSON, SCHOOL, Desk

LEAVE: dict[str, Value] = {"from_on": "2026-10-05", "to_on": "2026-10-09", "days_taken": 5, "year": 2026}


@pytest.fixture
def desk() -> Desk:
    """An administrator in activity."""
    made = Desk()
    made.known(recruited_on="2010-09-01", statutory_situation="1", position="activity", school=SCHOOL)
    return made


def decided_step(desk: Desk, row: int) -> tuple[AdministrativeAct, Row, Row]:
    """An annual leave with the step that decided it."""
    act = desk.act("annual_leave", row)
    steps = [one for one in desk.state.rows_of("act_step", PERSON) if one.get("act_row") == row]
    return typed(AnnualLeave, act), act, next(one for one in steps if one.get("level"))


def test_a_lent_signature_leaves_the_letter_in_the_name_of_who_lent_it(desk: Desk) -> None:
    row, _ = desk.register("annual_leave", **LEAVE)
    desk.step("annual_leave", row, "accept", DIRECTOR)
    found = signature(desk.state, *decided_step(desk, row))
    assert found is not None
    assert (found.in_name_of, found.signer, found.lent, found.interim) == (Level.AREF, Role.DIRECTOR, True, False)
    assert (found.account, found.uncertain) == (DIRECTOR.account, True)


def test_a_lent_competence_puts_the_letter_in_the_name_of_who_decides(desk: Desk) -> None:
    desk.rule("delegation", act="LV-ANN", level="P", role="director", means="competence")
    row, _ = desk.register("annual_leave", **LEAVE)
    desk.step("annual_leave", row, "accept", DIRECTOR)
    found = signature(desk.state, *decided_step(desk, row))
    assert found is not None
    assert (found.in_name_of, found.signer, found.lent) == (Level.PROVINCE, Role.DIRECTOR, False)


def test_by_interim_the_same_letter_is_signed_by_another(desk: Desk) -> None:
    interim: dict[str, Value] = {"account": HEAD.account, "from_on": "2026-09-01", "to_on": "2026-09-30"}
    row, _ = desk.register("annual_leave", **LEAVE)
    act = desk.act("annual_leave", row)
    assert proposed(desk.state, typed(AnnualLeave, act), act, HEAD, desk.today) is None
    desk.put("interim", row_id(1, 77), role="director", **interim)
    before = proposed(desk.state, typed(AnnualLeave, act), act, HEAD, desk.today)
    desk.step("annual_leave", row, "accept", HEAD)
    found = signature(desk.state, *decided_step(desk, row))
    assert found is not None
    assert before is not None
    assert (found.in_name_of, found.signer, found.lent, found.interim) == (Level.AREF, Role.DIRECTOR, True, True)
    assert (before.in_name_of, before.interim) == (found.in_name_of, found.interim)


def test_the_level_above_signs_in_its_own_name_what_it_had_lent(desk: Desk) -> None:
    row, _ = desk.register("annual_leave", **LEAVE)
    desk.step("annual_leave", row, "accept", AREF)
    found = signature(desk.state, *decided_step(desk, row))
    assert found is not None
    assert (found.in_name_of, found.signer, found.lent) == (Level.AREF, Role.AREF, False)


def test_the_letter_keeps_its_head_when_the_rule_changes_later(desk: Desk) -> None:
    row, _ = desk.register("annual_leave", **LEAVE)
    desk.step("annual_leave", row, "accept", DIRECTOR)
    later: dict[str, Value] = {"valid_from": "2026-10-01", "published_on": "2026-10-01"}
    desk.rule("delegation", act="LV-ANN", level="P", role="director", means="competence", **later)
    found = signature(desk.state, *decided_step(desk, row))
    assert found is not None
    assert found.lent
