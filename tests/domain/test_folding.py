"""Stored situations follow from the kinds of acts that are named, and the fold has a version (ADR 45)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import blake2b

from sync.domain import catalog, situation
from sync.domain.record import Row
from sync.storage.tables import encode_row
from tests.benchmarks.clerk_day import careers

PEOPLE = 100
ACTS, FOLDED = "b452890ab72ce557", {1: "3c6c997076cc1a51"}
"""Hashes of practice acts, and of what each version of the fold makes of them."""


@cache
def rows() -> list[Row]:
    return careers(people=PEOPLE).rows


def acts() -> list[Row]:
    return [row for row in rows() if row.kind in catalog.ACT_BY_KIND]


def hashed(some: Iterable[Row]) -> str:
    told = b"".join(b"%d %d " % (row.id, row.dossier) + encode_row(row) for row in some)
    return blake2b(told, digest_size=8).hexdigest()


def folded(some: Iterable[Row]) -> list[Row]:
    found = situation.recompute(some)
    return [Row("situation", one, one, 0, {"employee": one, **found[one]}) for one in sorted(found)]


def test_only_the_kinds_that_are_named_shape_what_is_stored() -> None:
    shaping = [row for row in acts() if row.kind in situation.SHAPING]
    assert len(shaping) < len(acts()) / 2
    assert folded(shaping) == folded(acts())
    stored = [row for row in rows() if row.kind == "situation"]
    assert {row.id: row.values for row in folded(shaping)} == {row.id: row.values for row in stored}


def test_a_fold_that_gives_something_else_has_another_version() -> None:
    assert hashed(acts()) == ACTS, "other practice acts: write both hashes anew"
    now = hashed(folded(acts()))
    assert now == FOLDED[situation.FOLDING], "the same acts say something else: count situation.FOLDING up"


def test_records_joined_in_a_ring_are_walked_once() -> None:
    assert situation.standing_for(1, {1: 2, 2: 3, 3: 1}) == [2, 3]
    assert situation.standing_for(4, {1: 2, 2: 3, 3: 1, 4: 1}) == [1, 2, 3]
    assert situation.standing_for(5, {1: 2}) == []
