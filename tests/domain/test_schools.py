"""What is published of a school: the order of arrival changes nothing, and what was known on a day stays known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from sync.domain.fields import Value
from sync.domain.record import Row
from sync.domain.schools import Schools

GRESA = "98765Z"
SCHOOL = Row("school", 1, 1, 5000, {"gresa": GRESA, "name_ar": "أ", "province": "0504", "zone": "A"})
DAYS = st.dates().map(lambda day: day.isoformat())
FACTS = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from(["open", "closed"]),
        "zone": st.sampled_from(["A", "B", "C"]),
        "name_ar": st.sampled_from(["ب", "ج"]),
        "province": st.sampled_from(["0503", "0504"]),
    },
)
DATED = st.tuples(FACTS, DAYS, st.none() | DAYS, DAYS)
_NUMBERS = count(2)


def change(facts: Mapping[str, Value], valid_from: str, valid_to: str | None, published_on: str) -> Row:
    dated: dict[str, Value] = {"gresa": GRESA, "valid_from": valid_from, "published_on": published_on}
    own = next(_NUMBERS)
    return Row("school_change", own, own, 5000, {**facts, **dated, **({"valid_to": valid_to} if valid_to else {})})


CHANGES = st.lists(DATED.map(lambda said: change(*said)), max_size=6)


def on(changes: Sequence[Row], day: str, known_on: str = "9999-12-31") -> dict[str, Value]:
    found = Schools([SCHOOL], changes).on(GRESA, day, known_on)
    assert found is not None
    return dict(found.values)


@given(CHANGES, DAYS, st.randoms())
def test_a_school_does_not_depend_on_the_order_of_arrival(changes: list[Row], day: str, chance: Random) -> None:
    shuffled = list(changes)
    chance.shuffle(shuffled)
    assert on(shuffled, day) == on(changes, day)


@given(CHANGES, CHANGES, DAYS, DAYS)
def test_what_is_published_later_does_not_change_what_was_known(
    changes: list[Row], more: list[Row], day: str, known_on: str
) -> None:
    later = [row for row in more if row.text("published_on") > known_on]
    assert on([*changes, *later], day, known_on) == on(changes, day, known_on)


@given(CHANGES, DAYS, DAYS)
def test_an_act_is_looked_at_again_exactly_if_its_school_was_judged_otherwise(
    changes: list[Row], day: str, decided_on: str
) -> None:
    known = Schools([SCHOOL], changes)
    judged = [
        {name: found.get(name) for name in ("closed_on", "opened_on", "province", "zone")}
        for found in (on(changes, day, decided_on), on(changes, day))
    ]
    new = known.ruled_later(GRESA, day, decided_on)
    assert (new is not None) == (judged[0] != judged[1])
    assert new is None or new.text("published_on") > decided_on


@given(CHANGES, DAYS)
def test_outside_the_days_of_a_change_a_school_is_what_it_was(changes: list[Row], day: str) -> None:
    there = [row for row in changes if row.text("valid_from") <= day <= (row.text("valid_to") or "9999-12-31")]
    assert on(changes, day) == on(there, day)
    if not there:
        assert on(changes, day) == SCHOOL.values


@given(CHANGES, DAYS, st.sampled_from(["open", "closed"]))
def test_the_newest_of_the_latest_day_is_in_force(changes: list[Row], day: str, status: str) -> None:
    newest = change({"status": status}, day, None, "9999-01-01")
    assert bool(on([*changes, newest], day).get("closed_on")) == (status == "closed")
