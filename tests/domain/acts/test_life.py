"""The life of an act: its steps, who may take them, and what a paper that is out cannot lose."""

from __future__ import annotations

import pytest

from sync.domain import lifecycle
from sync.domain.authority import Author
from sync.domain.entities.step import ActStep
from sync.domain.errors import Severity
from sync.domain.fields import Value
from sync.domain.ids import Compartment, row_id
from sync.domain.lifecycle import OPEN, STEPS, State, provisional_number, shown_state
from tests.domain.acts.desk import (
    AREF,
    AUDITOR,
    CLERK,
    DIRECTOR,
    HEAD,
    MINISTRY,
    PERSON,
    PLACE,
    SCHOOL,
    Desk,
    codes,
)

LEAVE: dict[str, Value] = {"from_on": "2026-10-05", "to_on": "2026-10-09", "days_taken": 5, "year": 2026}
SICK: dict[str, Value] = {
    "from_on": "2026-10-05",
    "to_on": "2026-10-18",
    "certificate_on": "2026-10-05",
    "received_on": "2026-10-06",
}
SECOND = row_id(20, 2)


@pytest.fixture
def desk() -> Desk:
    """A tenured administrator in activity."""
    made = Desk()
    made.known(recruited_on="2010-09-01", statutory_situation="1", position="activity", school=SCHOOL)
    return made


def state(desk: Desk, row: int) -> object:
    """The state of an annual leave."""
    return desk.act("annual_leave", row).get("state")


# -- the table -----------------------------------------------------------------------------------------------------


def test_the_steps_that_a_paper_carries_are_declared() -> None:
    carried = {step.name for step in STEPS if step.paper}
    assert carried == {
        *("register", "refer", "accept", "refuse", "enter_accepted", "enter_refused"),
        *("notify", "start", "end", "cancel", "enter_cancelled"),
    }


def test_every_state_is_reached_and_what_is_over_is_left_by_nothing_but_a_mark() -> None:
    reached = {step.target for step in STEPS} | {State.RECTIFIED, None}
    assert set(State) <= reached
    for over in (State.WITHDRAWN, State.CANCELLED, State.RECTIFIED, State.MOVED):
        assert [step.name for step in lifecycle.steps_from(over)] == ["regularise"]


@pytest.mark.parametrize("unknown", ["suspended", None])
def test_a_paper_on_an_act_in_a_state_that_is_not_known_here_stands(desk: Desk, unknown: str | None) -> None:
    """A newer version wrote it, or the row waits to be mended (seed 1082): nothing follows it, and nothing is lost."""
    row, _ = desk.register("annual_leave", **LEAVE)
    act = desk.act("annual_leave", row)
    desk.put("annual_leave", row, PERSON, **{**act.values, "state": unknown})
    assert lifecycle.steps_from(str(unknown or "")) == ()
    outcome = desk.step("annual_leave", row, "notify", taken=True)
    assert (outcome.blocked, outcome.irregular) == (False, "step_not_from_here")
    assert desk.act("annual_leave", row).get("state") == unknown


def test_nothing_that_is_decided_can_be_decided_again() -> None:
    for step in STEPS:
        if step.name in lifecycle.ACCEPTING | lifecycle.REFUSING:
            assert step.sources <= OPEN


def test_a_step_says_what_it_needs_in_facts_that_exist() -> None:
    assert {name for step in STEPS for name in step.needs} <= set(ActStep.__dataclass_fields__)


# -- one life ------------------------------------------------------------------------------------------------------


def test_an_act_goes_from_the_counter_to_its_end(desk: Desk) -> None:
    row, registered = desk.register("annual_leave", **LEAVE)
    assert (registered.problems, state(desk, row)) == ((), State.REGISTERED)
    for name, by, expected in (
        ("study", CLERK, State.STUDY),
        ("return", CLERK, State.RETURNED),
        ("complete", CLERK, State.STUDY),
    ):
        assert codes(desk.step("annual_leave", row, name, by)) == set()
        assert state(desk, row) == expected
    assert codes(desk.step("annual_leave", row, "opinion", HEAD, opinion="favourable")) == set()
    assert codes(desk.step("annual_leave", row, "accept", DIRECTOR, number="77/2026")) == set()
    act = desk.act("annual_leave", row)
    assert (act.get("decision"), act.get("decided_level"), act.get("decision_number")) == ("accepted", "P", "77/2026")
    assert codes(desk.step("annual_leave", row, "notify", CLERK)) == set()
    assert state(desk, row) == State.NOTIFIED
    shown = [
        shown_state(desk.act("annual_leave", row).values, day) for day in ("2026-10-04", "2026-10-09", "2026-10-10")
    ]
    assert shown == [State.NOTIFIED, State.IN_EFFECT, State.ENDED]
    assert len(desk.state.rows_of("act_step", PERSON)) == 6


def test_an_incomplete_request_is_registered_and_not_decided(desk: Desk) -> None:
    row, registered = desk.register("annual_leave", papers=None, from_on="2026-10-05", year=2026)
    assert not registered.blocked
    assert {p.severity for p in registered.problems} == {Severity.MISSING}
    refused = desk.step("annual_leave", row, "accept")
    assert codes(refused) == {"required", "paper_missing"}
    assert state(desk, row) == State.REGISTERED
    assert not desk.correct("annual_leave", row, to_on="2026-10-09", days_taken=5, papers="request").blocked
    assert not desk.step("annual_leave", row, "accept").blocked


def test_what_is_decided_is_not_corrected(desk: Desk) -> None:
    row = desk.accepted("annual_leave", **LEAVE)
    assert codes(desk.correct("annual_leave", row, to_on="2026-10-12")) == {"act_is_decided"}


def test_nobody_writes_the_life_of_an_act_as_a_fact(desk: Desk) -> None:
    _, outcome = desk.register("annual_leave", **{**LEAVE, "state": "accepted", "decision": "accepted"})
    assert codes(outcome) == {"unknown_field"}
    row, _ = desk.register("annual_leave", **LEAVE)
    assert codes(desk.correct("annual_leave", row, state="accepted")) == {"unknown_field"}


def test_a_rectifying_act_takes_the_place_of_the_first(desk: Desk) -> None:
    first = desk.accepted("annual_leave", **LEAVE)
    longer: dict[str, Value] = {**LEAVE, "to_on": "2026-10-12", "days_taken": 6}
    second = desk.accepted("annual_leave", **longer, rectifies=first)
    old = desk.act("annual_leave", first)
    assert (old.get("state"), old.get("rectified_by")) == (State.RECTIFIED, second)
    _, again = desk.register("annual_leave", **longer, rectifies=first)
    assert "nothing_to_rectify" in codes(again)


def test_a_cancelled_act_counts_for_nothing(desk: Desk) -> None:
    row, _ = desk.register("bank_change", from_on="2026-09-01", rib="011519000001205000534921")
    desk.decide("bank_change", row)
    assert desk.situation["rib"] == "011519000001205000534921"
    assert codes(desk.step("bank_change", row, "cancel", CLERK)) == {"role_may_not"}
    assert not desk.step("bank_change", row, "cancel", DIRECTOR).blocked
    assert "rib" not in desk.situation


def test_a_request_in_the_wrong_file_is_moved_under_its_numbers(desk: Desk) -> None:
    desk.put("employee", SECOND, sex="F", birth_date="1980-01-01")
    row, _ = desk.register("annual_leave", **LEAVE)
    moved = desk.step("annual_leave", row, "move", CLERK, moved_to=SECOND)
    assert not moved.blocked
    (other,) = desk.state.rows_of("annual_leave", SECOND)
    assert (state(desk, row), other.get("state")) == (State.MOVED, State.REGISTERED)
    assert other.get("provisional_number") == desk.act("annual_leave", row).get("provisional_number")
    assert (other.get("employee"), other.get("moved_from")) == (SECOND, row)


def test_a_leave_that_is_ended_early_gives_its_days_back(desk: Desk) -> None:
    row = desk.accepted("annual_leave", from_on="2026-09-01", to_on="2026-09-30", days_taken=22, year=2026)
    desk.today = "2026-09-15"
    assert not desk.step("annual_leave", row, "end", CLERK).blocked
    desk.accepted("annual_leave", from_on="2026-10-05", to_on="2026-10-09", days_taken=5, year=2026)


# -- who may -------------------------------------------------------------------------------------------------------


def test_a_clerk_registers_and_does_not_decide_an_auditor_does_neither(desk: Desk) -> None:
    row, _ = desk.register("annual_leave", **LEAVE)
    assert codes(desk.step("annual_leave", row, "accept", CLERK)) == {"role_may_not"}
    assert codes(desk.step("annual_leave", row, "accept", HEAD)) == {"not_competent"}
    assert codes(desk.register("annual_leave", AUDITOR, **LEAVE)[1]) == {"role_may_not"}


def test_the_province_does_not_decide_what_belongs_to_the_aref(desk: Desk) -> None:
    row, _ = desk.register("pilgrimage_leave", from_on="2027-05-01", to_on="2027-06-30")
    assert codes(desk.step("pilgrimage_leave", row, "accept", DIRECTOR)) == {"not_competent"}
    assert not desk.step("pilgrimage_leave", row, "refer", CLERK, number="5/2026").blocked
    assert not desk.step("pilgrimage_leave", row, "accept", AREF).blocked
    assert desk.act("pilgrimage_leave", row).get("decided_level") == "A"


def test_a_decision_of_the_aref_that_came_on_paper_is_written_down(desk: Desk) -> None:
    row, _ = desk.register("pilgrimage_leave", from_on="2027-05-01", to_on="2027-06-30")
    wrong = desk.step("pilgrimage_leave", row, "enter_accepted", CLERK, level="C")
    assert codes(wrong) == {"not_competent"}
    assert not desk.step("pilgrimage_leave", row, "enter_accepted", CLERK, level="A").blocked


def test_who_only_lends_the_signature_may_still_decide(desk: Desk) -> None:
    row, _ = desk.register("annual_leave", **LEAVE)
    outcome = desk.step("annual_leave", row, "accept", AREF)
    assert not outcome.blocked
    step = outcome.effects[0].fields
    assert (step["level"], step["means"]) == ("A", "competence")


def test_competence_of_a_level_is_its_own(desk: Desk) -> None:
    row, _ = desk.register("pilgrimage_leave", from_on="2027-05-01", to_on="2027-06-30")
    assert codes(desk.step("pilgrimage_leave", row, "accept", MINISTRY)) == {"not_competent"}


def test_the_name_on_the_letter_follows_from_the_kind_of_delegation(desk: Desk) -> None:
    row, _ = desk.register("annual_leave", **LEAVE)
    signed = desk.step("annual_leave", row, "accept", DIRECTOR).effects[0].fields
    assert (signed["level"], signed["means"]) == ("P", "signature")


def test_an_interim_decides_in_his_days(desk: Desk) -> None:
    desk.put("interim", row_id(1, 77), account=HEAD.account, role="director", from_on="2026-09-01", to_on="2026-09-30")
    row, _ = desk.register("annual_leave", **LEAVE)
    signed = desk.step("annual_leave", row, "accept", HEAD).effects[0].fields
    assert signed["means"] == "interim"
    desk.today = "2026-10-02"
    later: dict[str, Value] = {**LEAVE, "from_on": "2026-11-02", "to_on": "2026-11-05", "days_taken": 4}
    row, _ = desk.register("annual_leave", **later)
    assert codes(desk.step("annual_leave", row, "accept", HEAD)) == {"not_competent"}


def test_a_region_may_keep_what_others_delegate(desk: Desk) -> None:
    desk.rule("delegation", act="LV-ANN", region=500, level="A", role="aref", means="competence")
    row, _ = desk.register("annual_leave", **LEAVE)
    assert codes(desk.step("annual_leave", row, "accept", DIRECTOR)) == {"not_competent"}


def test_another_region_s_rule_changes_nothing_here(desk: Desk) -> None:
    desk.rule("delegation", act="LV-ANN", region=600, level="A", role="aref", means="competence")
    row, _ = desk.register("annual_leave", **LEAVE)
    assert not desk.step("annual_leave", row, "accept", DIRECTOR).blocked


@pytest.mark.parametrize(("to_on", "level"), [("2027-01-02", "P"), ("2027-01-03", "A")])
def test_a_short_sick_leave_is_the_province_s_up_to_a_ceiling(desk: Desk, to_on: str, level: str) -> None:
    row, _ = desk.register("sick_short", **{**SICK, "to_on": to_on})
    by: Author = DIRECTOR if level == "P" else AREF
    assert codes(desk.step("sick_short", row, "accept", by)) <= {"half_pay_from"}
    assert desk.act("sick_short", row).get("decided_level") == level


def test_nobody_decides_where_no_rule_is_published(desk: Desk) -> None:
    for rule in desk.state.find("delegation", "act", "LV-ANN"):
        desk.state.drop(rule)
    desk.rule("delegation", act="LV-XXX", level="P", role="director", means="signature")
    row, _ = desk.register("annual_leave", **LEAVE)
    assert codes(desk.step("annual_leave", row, "accept", DIRECTOR)) == {"competence_not_published"}


# -- paper ---------------------------------------------------------------------------------------------------------


def test_a_second_decision_on_paper_stands_beside_the_first_and_is_marked(desk: Desk) -> None:
    row = desk.accepted("annual_leave", **LEAVE)
    assert codes(desk.step("annual_leave", row, "refuse", DIRECTOR)) == {"step_not_from_here"}
    late = desk.step("annual_leave", row, "refuse", DIRECTOR, taken=True, number="99/2026")
    assert (late.blocked, late.irregular) == (False, "step_not_from_here")
    act = desk.act("annual_leave", row)
    assert (act.get("state"), act.get("decision"), act.get("irregular")) == (
        State.ACCEPTED,
        "accepted",
        "step_not_from_here",
    )
    second = desk.state.row("act_step", int(act.text("irregular_by")))
    assert second is not None
    assert (second.get("step"), second.get("number")) == ("refuse", "99/2026")


def test_a_decision_that_others_leave_overtook_stands_and_is_marked(desk: Desk) -> None:
    row, _ = desk.register("annual_leave", **LEAVE)
    desk.accepted("exceptional_leave", from_on="2026-10-08", to_on="2026-10-09", reason="marriage")
    assert desk.step("annual_leave", row, "accept").blocked
    late = desk.step("annual_leave", row, "accept", taken=True)
    assert late.irregular == "overlaps"
    assert desk.act("annual_leave", row).get("state") == State.ACCEPTED


def test_a_delegation_withdrawn_while_the_decision_was_on_its_way(desk: Desk) -> None:
    row, _ = desk.register("annual_leave", **LEAVE)
    rule = desk.rule("delegation", act="LV-ANN", level="A", role="aref", means="competence")
    late = desk.step("annual_leave", row, "accept", DIRECTOR, taken=True, unread=[rule.id])
    assert (late.irregular, state(desk, row)) == ("delegation_changed", State.ACCEPTED)
    row, _ = desk.register("exceptional_leave", from_on="2026-12-01", to_on="2026-12-02", reason="death")
    never = desk.step("exceptional_leave", row, "accept", CLERK, taken=True, unread=[rule.id])
    assert codes(never) == {"role_may_not"}
    assert never.blocked


def test_a_step_without_paper_that_comes_too_late_is_not_taken(desk: Desk) -> None:
    row = desk.accepted("annual_leave", **LEAVE)
    late = desk.step("annual_leave", row, "withdraw", CLERK, taken=True)
    assert (late.blocked, codes(late)) == (True, {"step_not_from_here"})


def test_a_person_settles_the_mark_or_cancels_the_act(desk: Desk) -> None:
    row = desk.accepted("annual_leave", **LEAVE)
    desk.step("annual_leave", row, "refuse", DIRECTOR, taken=True)
    assert codes(desk.step("annual_leave", row, "regularise", CLERK)) == {"role_may_not"}
    assert not desk.step("annual_leave", row, "regularise", HEAD).blocked
    assert desk.act("annual_leave", row).get("irregular") is None
    assert codes(desk.step("annual_leave", row, "regularise", HEAD)) == {"nothing_irregular"}


def test_a_day_to_come_is_no_day_on_a_paper(desk: Desk) -> None:
    row, _ = desk.register("annual_leave", **LEAVE)
    assert codes(desk.step("annual_leave", row, "accept", DIRECTOR, on="2026-09-22")) == {"step_in_future"}


# -- the confidential compartment ----------------------------------------------------------------------------------


def test_of_a_health_leave_others_see_its_days_and_its_rate_of_pay() -> None:
    desk = Desk()
    row = desk.accepted(
        "sick_short", from_on="2026-01-01", to_on="2026-04-01", doctor="د. بنعلي", **_dates("2026-01-01")
    )
    (notice,) = desk.state.rows_of("leave_notice", PERSON)
    assert dict(notice.values) == {
        "employee": PERSON,
        "from_on": "2026-01-01",
        "to_on": "2026-04-01",
        "rate": "full",
        "half_from": "2026-04-01",
        "decided": True,
    }
    for found in desk.state.of_person(Compartment.GENERAL):
        assert "SK-ST" not in str(found.values), found.kind
        assert "sick" not in str(found.values), found.kind
    assert not desk.step("sick_short", row, "cancel", AREF).blocked
    (gone,) = desk.state.rows_of("leave_notice", PERSON)
    assert gone.withdrawn


def test_who_has_no_right_to_health_files_neither_registers_nor_decides_them() -> None:
    desk = Desk(seen=frozenset({Compartment.GENERAL}))
    _, outcome = desk.register("sick_short", **SICK)
    assert "not_your_scope" in codes(outcome)
    assert desk.step("annual_leave", 12, "accept", DIRECTOR, act_kind="sick_short", act_row=12).blocked


def test_a_general_step_cannot_name_a_confidential_act(desk: Desk) -> None:
    row, _ = desk.register("sick_short", **SICK)
    crossed = desk.step("annual_leave", row, "accept", DIRECTOR, act_kind="sick_short")
    assert codes(crossed) == {"unknown_row"}


def test_leave_notices_keep_other_leave_away(desk: Desk) -> None:
    desk.accepted("sick_short", **SICK)
    blind = Desk(seen=frozenset({Compartment.GENERAL}))
    for seen in desk.state.of_person(Compartment.GENERAL):
        blind.state.put(seen)
    row, _ = blind.register("exceptional_leave", from_on="2026-10-07", to_on="2026-10-08", reason="death")
    assert codes(blind.step("exceptional_leave", row, "accept")) == {"overlaps_leave"}


def _dates(day: str) -> dict[str, Value]:
    return {"certificate_on": day, "received_on": day}


# -- numbers -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("device", "counter", "number"), [(16, 1, "S-1"), (23, 42, "Z-42"), (24, 7, "BA-7"), (600, 9, "BBA-9")]
)
def test_a_provisional_number_names_the_laptop_and_its_own_count(device: int, counter: int, number: str) -> None:
    assert provisional_number(row_id(device, counter)) == number


def test_provisional_numbers_never_meet() -> None:
    numbers = {provisional_number(row_id(device, n)) for device in range(16, 700) for n in (1, 2, 31)}
    assert len(numbers) == 684 * 3
    assert PLACE
