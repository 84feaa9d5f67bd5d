"""The oracle sees what several laptops sent in the order in which it was decided."""

from __future__ import annotations

from dataclasses import dataclass

from sync.domain.operation import Move
from tests.simulation.log_order import Number, in_order_of_log
from tests.simulation.reference import Change


@dataclass(frozen=True)
class One:
    """An operation."""

    number: Number


def change(seq: int, by: Number, scope: int = 5040) -> Change:
    return Change(scope, seq, "employee", 1, 1, by, 1, "2026-09-23", {}, b"", Move.NONE)


FIRST, SECOND, NOTHING, OTHER = (17, 0, 1), (17, 0, 2), (17, 0, 3), (21, 0, 1)
FRESH = [One(number) for number in (FIRST, SECOND, NOTHING, OTHER)]


def test_changes_follow_each_other_across_laptops() -> None:
    changes = {
        FIRST: [change(6, FIRST)],
        OTHER: [change(7, OTHER), change(8, OTHER)],
        SECOND: [change(9, SECOND), change(3, SECOND, 5041)],
    }
    heads = {5040: 5, 5041: 2}
    found = [one.number for one in in_order_of_log(FRESH, changes, heads.__getitem__)]
    assert found == [FIRST, OTHER, SECOND, NOTHING]


def test_what_fits_nowhere_is_seen_all_the_same() -> None:
    changes = {FIRST: [change(7, FIRST)]}
    found = [one.number for one in in_order_of_log(FRESH, changes, lambda _scope: 5)]
    assert sorted(found) == sorted(one.number for one in FRESH)
