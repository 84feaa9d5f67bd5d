"""Who was found, put in order as far as is asked."""

from array import array
from collections.abc import Iterator

import pytest

from massar_desktop.queries.matches import Matches


def counted(people: list[int], taken: list[int]) -> Iterator[int]:
    for one in people:
        taken.append(one)
        yield one


def test_no_more_are_put_in_order_than_are_asked_for() -> None:
    taken: list[int] = []
    found = Matches(counted([5, 3, 9, 1], taken), 4)

    assert (len(found), taken) == (4, [])
    assert (list(found[:2]), taken) == ([5, 3], [5, 3])
    assert (found[0], taken) == (5, [5, 3])
    assert (found[-1], list(found), list(found.whole())) == (1, [5, 3, 9, 1], [5, 3, 9, 1])
    assert found.index(9) == 2


def test_they_are_a_sequence_as_any_other() -> None:
    found = Matches.of(array("q", [5, 3, 9]))

    assert (3 in found, 4 in found, list(found[1:9]), list(found[::-1])) == (True, False, [3, 9], [9, 3, 5])
    with pytest.raises(IndexError):
        found[3]
    with pytest.raises(ValueError, match="not in"):
        found.index(4)
    assert list(Matches()) == []
