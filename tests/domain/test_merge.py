"""Three-way merge, one pure function at both ends (sync.md 3.3): deterministic, and fair to both people."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from sync.domain import catalog
from sync.domain.fields import Value
from sync.domain.merge import Merged, Newer, merge
from sync.domain.record import Row

EMPLOYEE = catalog.BY_NAME["employee"]
ME, OTHER = 16, 17
NAMES = ("phone", "email", "city", "postal_code", "address_la", "surname_ar", "first_name_ar", "sex")
GROUPS = {name: EMPLOYEE.by_name[name].merge_group for name in NAMES}
VALUES = st.sampled_from(["a", "b", "c", "", None])
FIELDS = st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=5)


def row(values: Mapping[str, Value]) -> Row:
    """A person."""
    return Row("employee", 1, 1, 5040, {name: value for name, value in values.items() if value})


def written(old: Row, values: Mapping[str, Value], device: int) -> tuple[Row, list[Newer]]:
    """A row after a correction, and what somebody who had not seen it is told."""
    newer = [Newer(name, device, 1, "2026-09-21", old.get(name)) for name in values]
    return row({**old.values, **values}), newer


def after(old: Row, merged: Merged) -> dict[str, Value]:
    """The values of a row after what a merge applies."""
    return dict(row({**old.values, **merged.apply}).values)


@settings(max_examples=200)
@given(FIELDS, FIELDS, FIELDS)
def test_the_same_input_gives_the_same_outcome(
    base: dict[str, Value], theirs: dict[str, Value], mine: dict[str, Value]
) -> None:
    standing, newer = written(row(base), theirs, OTHER)
    assert merge(EMPLOYEE, mine, standing, newer, device=ME) == merge(EMPLOYEE, mine, standing, newer, device=ME)


@settings(max_examples=200)
@given(FIELDS, FIELDS)
def test_nothing_newer_means_all_of_it_applies(base: dict[str, Value], mine: dict[str, Value]) -> None:
    merged = merge(EMPLOYEE, mine, row(base), [], device=ME)
    assert (merged.apply, merged.equal, merged.clashes) == (mine, (), ())


@settings(max_examples=200)
@given(FIELDS, FIELDS, FIELDS)
def test_merging_again_changes_nothing_more(
    base: dict[str, Value], theirs: dict[str, Value], mine: dict[str, Value]
) -> None:
    standing, newer = written(row(base), theirs, OTHER)
    first = merge(EMPLOYEE, mine, standing, newer, device=ME)
    once = row(after(standing, first))
    again = merge(EMPLOYEE, mine, once, newer, device=ME)
    assert after(once, again) == dict(once.values)


@settings(max_examples=200)
@given(FIELDS, FIELDS, FIELDS)
def test_corrections_of_different_groups_commute(
    base: dict[str, Value], one: dict[str, Value], two: dict[str, Value]
) -> None:
    taken = {GROUPS[name] for name in one}
    two = {name: value for name, value in two.items() if GROUPS[name] not in taken}
    outcomes = []
    for first, second in ((one, two), (two, one)):
        standing, newer = written(row(base), first, OTHER)
        merged = merge(EMPLOYEE, second, standing, newer, device=ME)
        assert merged.clashes == ()
        outcomes.append(after(standing, merged))
    assert outcomes[0] == outcomes[1]


@settings(max_examples=200)
@given(FIELDS, FIELDS, FIELDS)
def test_no_value_disappears(base: dict[str, Value], theirs: dict[str, Value], mine: dict[str, Value]) -> None:
    standing, newer = written(row(base), theirs, OTHER)
    merged = merge(EMPLOYEE, mine, standing, newer, device=ME)
    kept = after(standing, merged)
    lost = {name: value for clash in merged.clashes for name, value in clash.losing.items()}
    for name, value in mine.items():
        assert (kept.get(name) or None) == (value or None) or lost[name] == value
    for name, value in theirs.items():  # what stood before is either still there or was nobody's loss
        if name not in merged.apply:
            assert (kept.get(name) or None) == (value or None)


@settings(max_examples=200)
@given(FIELDS, FIELDS, FIELDS)
def test_a_group_is_taken_whole_or_not_at_all(
    base: dict[str, Value], theirs: dict[str, Value], mine: dict[str, Value]
) -> None:
    standing, newer = written(row(base), theirs, OTHER)
    merged = merge(EMPLOYEE, mine, standing, newer, device=ME)
    applied = {GROUPS[name] for name in merged.apply}
    clashing = {clash.group for clash in merged.clashes}
    assert not applied & clashing
    assert not clashing & {GROUPS[name] for name in merged.equal}


@settings(max_examples=100)
@given(FIELDS, FIELDS, FIELDS)
def test_a_device_s_own_earlier_changes_never_clash(
    base: dict[str, Value], earlier: dict[str, Value], mine: dict[str, Value]
) -> None:
    standing, newer = written(row(base), earlier, ME)
    assert merge(EMPLOYEE, mine, standing, newer, device=ME).clashes == ()


@settings(max_examples=100)
@given(FIELDS, FIELDS, FIELDS)
def test_a_clash_shows_what_both_had_seen(
    base: dict[str, Value], theirs: dict[str, Value], mine: dict[str, Value]
) -> None:
    old = row(base)
    standing, newer = written(old, theirs, OTHER)
    for clash in merge(EMPLOYEE, mine, standing, newer, device=ME).clashes:
        assert all(value == old.get(name) for name, value in clash.original.items())
        assert all(value == standing.get(name) for name, value in clash.standing.items())
