"""The leave ledger and the situation at a date, derived from acts."""

from __future__ import annotations

import time

from sync.domain import catalog, ledger, situation
from sync.domain.act import Case, typed
from sync.domain.acts.abandonment import Abandonment, Term
from sync.domain.acts.annual_leave import AnnualLeave
from sync.domain.administrative_act import problems
from sync.domain.fields import Value
from sync.domain.leave_count import SickRule, sick_pay
from sync.domain.record import Row
from sync.domain.reference import limit
from tests.benchmarks.bench_acts import acts_of_a_province
from tests.domain.acts.desk import DIRECTOR, OTHER_SCHOOL, PERSON, SCHOOL, Desk

RULE = SickRule(full_days=90, total_days=180, window_months=12)


def sick(from_on: str, to_on: str) -> dict[str, Value]:
    """Facts of a sick leave."""
    return {"from_on": from_on, "to_on": to_on, "certificate_on": from_on, "received_on": from_on}


def desk_of_a_career() -> Desk:
    """An administrator at a school."""
    desk = Desk()
    known: dict[str, Value] = {"recruited_on": "2010-09-01", "statutory_situation": "1", "position": "activity"}
    desk.known(**known, position_since="2010-09-01", school=SCHOOL, school_since="2015-09-01")
    return desk


# -- counting ------------------------------------------------------------------------------------------------------


def test_half_pay_begins_with_the_ninety_first_day_of_the_window() -> None:
    assert sick_pay(("2026-01-01", "2026-03-31"), [], RULE).half_from == ""
    assert sick_pay(("2026-01-01", "2026-04-01"), [], RULE).half_from == "2026-04-01"
    earlier = [("2026-01-01", "2026-03-31")]
    assert sick_pay(("2026-10-05", "2026-10-06"), earlier, RULE).half_from == "2026-10-05"
    assert sick_pay(("2027-03-30", "2027-04-02"), earlier, RULE).half_from == ""


def test_days_leave_the_window_one_by_one() -> None:
    earlier = [("2026-01-01", "2026-03-31")]
    assert sick_pay(("2027-01-01", "2027-01-01"), earlier, RULE).counted == 90
    assert sick_pay(("2027-01-02", "2027-01-02"), earlier, RULE).counted == 89


def test_days_that_two_leaves_share_count_once() -> None:
    twice = [("2026-01-01", "2026-01-10"), ("2026-01-05", "2026-01-15")]
    assert sick_pay(("2026-02-01", "2026-02-01"), twice, RULE).counted == 16


def test_a_career_s_account_has_no_window() -> None:
    rule = SickRule(full_days=10, total_days=20)
    assert sick_pay(("2026-01-01", "2026-01-05"), [("2001-01-01", "2001-01-08")], rule).half_from == "2026-01-03"


def test_the_ceiling_is_passed_on_a_day() -> None:
    assert sick_pay(("2026-01-01", "2026-06-30"), [], RULE).over_from == "2026-06-30"


# -- the ledger ----------------------------------------------------------------------------------------------------


def test_balances_are_what_acts_in_force_have_left() -> None:
    desk = desk_of_a_career()
    row = desk.accepted("annual_leave", from_on="2026-10-05", to_on="2026-10-09", days_taken=5, year=2026)
    desk.register("annual_leave", from_on="2026-12-07", to_on="2026-12-11", days_taken=5, year=2026)
    left = ledger.balances(desk.state, PERSON, [2025, 2026])
    assert [(one.year, one.entitled, one.taken, one.left) for one in left] == [(2025, 22, 0, 22), (2026, 22, 5, 17)]
    desk.step("annual_leave", row, "cancel", DIRECTOR)
    assert ledger.balances(desk.state, PERSON, [2026])[0].left == 22


def test_sick_accounts_say_what_is_left() -> None:
    desk = desk_of_a_career()
    desk.accepted("sick_short", **sick("2026-09-01", "2026-09-30"))
    short = ledger.sick_accounts(desk.state, PERSON, "2026-09-21")[0]
    assert (short.code, short.counted, short.full_left, short.total_left) == ("SK-ST", 21, 69, 159)
    after = ledger.sick_accounts(desk.state, PERSON, "2026-12-01")[0]
    assert (after.counted, after.full_left) == (30, 60)


def test_the_list_of_leaves_tells_health_leaves_apart_from_nothing_else() -> None:
    desk = desk_of_a_career()
    desk.accepted("annual_leave", from_on="2026-10-05", to_on="2026-10-09", days_taken=5, year=2026)
    desk.accepted("sick_short", **sick("2026-09-01", "2026-09-30"))
    desk.register("exceptional_leave", from_on="2026-12-01", to_on="2026-12-02", reason="death")
    lines = ledger.leaves(desk.state, PERSON)
    assert [(one.code, one.from_on, one.rate, one.decided) for one in lines] == [
        ("health", "2026-09-01", "full", True),
        ("LV-ANN", "2026-10-05", "full", True),
        ("LV-EXC", "2026-12-01", "full", False),
    ]


def test_a_leave_entered_late_moves_the_switch_of_later_ones() -> None:
    desk = desk_of_a_career()
    late = desk.accepted("sick_short", **sick("2026-08-01", "2026-09-15"))
    desk.accepted("sick_short", **sick("2026-02-01", "2026-04-16"))
    notice = desk.state.row("leave_notice", late)
    assert notice is not None
    assert (notice.get("rate"), notice.get("half_from")) == ("full", "2026-08-16")


# -- the situation at a date -----------------------------------------------------------------------------------------


def test_the_situation_is_that_of_the_day() -> None:
    desk = desk_of_a_career()
    desk.accepted("interest_transfer", from_on="2026-09-15", school=OTHER_SCHOOL, reach="school")
    desk.accepted("annual_leave", from_on="2026-10-05", to_on="2026-10-09", days_taken=5, year=2026)
    desk.accepted("sick_short", **sick("2026-11-02", "2026-11-10"))
    at = {day: situation.situation_at(desk.state, PERSON, day) for day in ("2026-09-14", "2026-10-07", "2026-11-05")}
    assert (at["2026-09-14"]["school"], at["2026-10-07"]["school"]) == (SCHOOL, OTHER_SCHOOL)
    assert (at["2026-10-07"]["leave"], at["2026-10-07"]["pay_rate"]) == ("LV-ANN", "full")
    assert (at["2026-11-05"]["leave"], at["2026-11-05"]["leave_to"]) == ("health", "2026-11-10")
    assert "leave" not in at["2026-09-14"]
    assert "leave" not in desk.situation


def test_a_timeline_has_a_span_for_each_change() -> None:
    desk = desk_of_a_career()
    desk.accepted("interest_transfer", from_on="2026-09-15", school=OTHER_SCHOOL, reach="school")
    desk.accepted("annual_leave", from_on="2026-10-05", to_on="2026-10-09", days_taken=5, year=2026)
    spans = situation.timeline(desk.state, PERSON)
    assert [(span.from_on, span.to_on, span.facts.get("school"), span.facts.get("leave")) for span in spans] == [
        ("2010-09-01", "2026-09-14", SCHOOL, None),
        ("2026-09-15", "2026-10-04", OTHER_SCHOOL, None),
        ("2026-10-05", "2026-10-09", OTHER_SCHOOL, "LV-ANN"),
        ("2026-10-10", "", OTHER_SCHOOL, None),
    ]
    assert [len(span.begins) for span in spans] == [1, 1, 1, 0]


def test_what_is_stored_is_what_the_acts_say() -> None:
    desk = desk_of_a_career()
    desk.accepted("bank_change", from_on="2026-10-01", rib="011519000001205000534921")
    acts = [row for row in desk.state.of_person() if row.kind in ("opening_situation", "bank_change")]
    stored = desk.state.row("situation", PERSON)
    assert stored is not None
    assert situation.differences(acts, [stored]) == []
    wrong = Row(stored.kind, stored.id, stored.dossier, stored.scope, {**stored.values, "school": OTHER_SCHOOL})
    (found,) = situation.differences(acts, [wrong])
    assert (found.field, found.stored, found.folded) == ("school", OTHER_SCHOOL, SCHOOL)


# -- at the desk ---------------------------------------------------------------------------------------------------


def test_a_form_is_told_what_follows_and_what_is_missing() -> None:
    desk = desk_of_a_career()
    facts: dict[str, Value] = {"employee": PERSON, "from_on": "2026-10-05", "to_on": "2026-10-09"}
    row = Row("annual_leave", 0, PERSON, 5040, facts)
    case, leave = Case(row, desk.state, catalog.ACTS), typed(AnnualLeave, row)
    assert leave.proposes(case) == {"days_taken": 5, "year": 2026}
    assert {p.code for p in problems(leave, case)} == {"required", "paper_missing"}


def test_the_terms_of_an_abandonment_run_offline() -> None:
    desk = desk_of_a_career()
    notice, undelivered = (
        limit(desk.state, "AB-DEP", name, "2026-09-21") for name in ("notice_days", "undelivered_days")
    )
    known: dict[str, str] = {"from_on": "2026-08-03", "reported_on": "2026-08-05"}
    for more, expected in (
        ({}, [Term("notice", "2026-08-05")]),
        ({"notice_on": "2026-08-10"}, [Term("notice_answer", "2026-08-17")]),
        ({"notice_received_on": "2026-08-14"}, [Term("resume", "2026-08-21")]),
        ({"undelivered_on": "2026-08-20"}, [Term("stop_pay", "2026-08-20")]),
        ({"undelivered_on": "2026-08-20", "pay_stopped_on": "2026-08-22"}, [Term("dismiss", "2026-10-21")]),
        ({"returned_on": "2026-08-18"}, []),
    ):
        row = Row("abandonment", 1, PERSON, 5040, {**known, **more})
        assert typed(Abandonment, row).terms(notice, undelivered) == expected


def test_folding_many_acts_is_quick_enough_for_a_province() -> None:
    """A tenth of the largest province; all of it is measured by `make bench` (H.fold_15k_s)."""
    rows = list(acts_of_a_province(1500))
    started = time.process_time()
    found = situation.recompute(rows)
    assert (len(rows), len(found)) == (15_000, 1500)
    assert time.process_time() - started < 1
