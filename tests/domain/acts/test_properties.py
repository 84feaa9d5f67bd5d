"""Whatever a province does step by step: no negative balance, no overlap, no order of arrival, no right usurped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from sync.domain import catalog, ledger, lifecycle, situation
from sync.domain.act import Act, act_rows, fold
from sync.domain.administrative_act import AdministrativeAct, Track
from sync.domain.authority import Author
from sync.domain.calendar import calendar_of, overlap, plus_days
from sync.domain.fields import Value
from sync.domain.lifecycle import Role
from sync.domain.posting import Posting
from sync.domain.record import Row
from tests.domain.acts.desk import AREF, DIRECTOR, EVERYBODY, OTHER_SCHOOL, PERSON, SCHOOL, Desk

FIRST = "2026-01-05"
YEARS = range(2025, 2029)
CALENDAR = calendar_of(Desk().state, "2026-01-01", "2029-12-31")
ACTIONS = (*("accept",) * 6, "enter_accepted", "refuse", "end", "cancel", "enter_cancelled", "notify")


@dataclass(frozen=True)
class Wish:
    """An act that somebody asks for."""

    kind: str
    facts: dict[str, Value]


def _leave(first: str, days: int) -> Wish:
    last = plus_days(first, days)
    worked = CALENDAR.working_days(first, last)
    return Wish("annual_leave", {"from_on": first, "to_on": last, "days_taken": worked, "year": int(first[:4])})


def _sick(first: str, days: int) -> Wish:
    last = plus_days(first, 4 * days)
    return Wish("sick_short", {"from_on": first, "to_on": last, "certificate_on": first, "received_on": first})


def _wish(drawn: tuple[int, int, int]) -> Wish:
    what, start, days = drawn
    first = plus_days(FIRST, start)
    period: dict[str, Value] = {"from_on": first, "to_on": plus_days(first, 9 * days)}
    council: dict[str, Value] = {"certificate_on": first, "received_on": first, "council_opinion": "favourable"}
    school = (SCHOOL, OTHER_SCHOOL)[days % 2]
    wishes = (
        _leave(first, days),
        _sick(first, days),
        Wish("exceptional_leave", {"from_on": first, "to_on": plus_days(first, days % 10), "reason": "death"}),
        Wish("sick_medium", {**period, **council}),
        Wish("availability", {**period, "reason": "young_child"}),
        Wish("detachment", {**period, "host": "CNSS"}),
        Wish("tasking", {**period, "school": school, "nature": "temporary"}),
        Wish("interest_transfer", {"from_on": first, "school": school, "reach": "commune"}),
        Wish("arrival_minutes", {"from_on": first, "minutes": "resumption", "school": school}),
        Wish("tenure", {"from_on": first, "commission_on": first}),
        Wish("bank_change", {"from_on": first, "rib": "011519000001205000534921"}),
        Wish("resignation", {"from_on": plus_days(first, 700), "requested_on": first}),
        Wish("provincial_move", {"from_on": first, "school": school, "reach": "school"}),
        Wish("put_at_disposal", {**period, "host": "CNSS", "convention_on": first}),
        Wish("unpaid_leave", period),
    )
    return wishes[what % len(wishes)]


WISHES = st.tuples(st.integers(0, 14), st.integers(0, 250), st.integers(1, 30)).map(_wish)
DECIDERS = (DIRECTOR, AREF) * 3
STEPS = st.tuples(st.sampled_from(ACTIONS), st.sampled_from((*DECIDERS, *EVERYBODY)), st.sampled_from("PA"))
MOVES = st.lists(st.tuples(WISHES, st.lists(STEPS, min_size=2, max_size=5), st.booleans()), min_size=3, max_size=9)
Move = tuple[Wish, list[tuple[str, Author, str]], bool]


def _desk() -> Desk:
    desk = Desk(today="2028-01-01")
    facts: dict[str, Value] = {"recruited_on": "2010-09-01", "statutory_situation": "2", "position": "activity"}
    desk.known(**facts, position_since="2010-09-01", school=SCHOOL, school_since="2015-09-01")
    return desk


def _play(moves: Sequence[Move]) -> tuple[Desk, list[tuple[str, Author, Row]]]:
    """What was permitted: each step with who took it and its row."""
    desk, decisions, before = _desk(), list[tuple[str, Author, Row]](), 0
    for wish, steps, rectifies in moves:
        facts = {**wish.facts, **({"rectifies": before} if rectifies and before else {})}
        row, _ = desk.register(wish.kind, **facts)
        for name, by, level in steps:
            outcome = desk.step(wish.kind, row, name, by, level=level, number="1/2028", remark="وثيقة")
            if not outcome.blocked:
                assert not outcome.irregular
                decisions.append((name, by, _last_step(desk)))
        before = row
    return desk, decisions


def _last_step(desk: Desk) -> Row:
    kinds = ("act_step", "confidential_step")
    return max((row for kind in kinds for row in desk.state.rows_of(kind, PERSON)), key=lambda row: row.id)


def _in_force(desk: Desk) -> list[tuple[AdministrativeAct, Row]]:
    found = act_rows(catalog.ACTS, desk.state, PERSON)
    return [(act, row) for act, row in found if isinstance(act, AdministrativeAct) and act.counts(row)]


def _check(desk: Desk) -> None:
    assert all(balance.left >= 0 for balance in ledger.balances(desk.state, PERSON, YEARS))
    acts = _in_force(desk)
    occupied = [act for act, _ in acts if act.TRACK in (Track.LEAVE, Track.POSITION)]
    for one, other in combinations(occupied, 2):
        assert not overlap(one.period, other.period), (one, other)
    tasks = [act for act, _ in acts if act.TRACK is Track.TASK]
    assert not any(overlap(one.period, other.period) for one, other in combinations(tasks, 2))
    posts = [act.effective_on for act, _ in acts if isinstance(act, Posting)]
    assert len(set(posts)) == len(posts)


def _acts(desk: Desk) -> list[tuple[Act, Row]]:
    return act_rows(catalog.ACTS, desk.state, PERSON)


@settings(max_examples=60, deadline=None)
@given(MOVES)
def test_no_permitted_sequence_breaks_what_must_hold(moves: list[Move]) -> None:
    desk, decisions = _play(moves)
    _check(desk)
    stored = desk.state.row("situation", PERSON)
    rows = [row for _, row in _acts(desk)]
    assert situation.differences(rows, [stored] if stored else []) == []
    for name, by, taken in decisions:
        step = lifecycle.BY_NAME[name]
        assert Role(by.role) in step.roles
        if step.decides:
            assert by.role in ("director", "aref")
            assert by is not AREF or taken.get("level") == "A"


@settings(max_examples=40, deadline=None)
@given(MOVES, st.randoms(use_true_random=False))
def test_the_situation_does_not_depend_on_the_order_of_arrival(moves: list[Move], chance: object) -> None:
    """The same papers, all of them out, decided in another order."""
    wishes = [wish for wish, _, _ in moves]
    order = list(range(len(wishes)))
    chance.shuffle(order)  # type: ignore[attr-defined]  # a Random of Hypothesis
    found = []
    for turn in (list(range(len(wishes))), order):
        desk = _desk()
        rows = [desk.register(wish.kind, **wish.facts)[0] for wish in wishes]
        for index in turn:
            desk.decide(wishes[index].kind, rows[index], taken=True)
        found.append((desk.situation, _notices(desk)))
    assert found[0] == found[1]


def _notices(desk: Desk) -> list[tuple[int, object]]:
    return [(row.id, dict(row.values)) for row in desk.state.rows_of("leave_notice", PERSON)]


@settings(max_examples=40, deadline=None)
@given(MOVES, st.randoms(use_true_random=False))
def test_the_fold_does_not_depend_on_the_order_of_rows(moves: list[Move], chance: object) -> None:
    desk, _ = _play(moves)
    acts = _acts(desk)
    expected = fold(acts)
    chance.shuffle(acts)  # type: ignore[attr-defined]  # a Random of Hypothesis
    assert fold(acts) == expected
    assert fold(acts, "2099-01-01") == expected
