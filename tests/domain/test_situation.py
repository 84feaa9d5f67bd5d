"""The situation follows from the acts, whatever the order in which they came."""

from __future__ import annotations

from itertools import permutations

from sync.domain.act import Act, fold, typed
from sync.domain.acts.opening_situation import OpeningSituation
from sync.domain.acts.situation_correction import SituationCorrection
from sync.domain.fields import Value
from sync.domain.record import Row

PERSON = 7


def act(cls: type[Act], row: int, **values: Value) -> tuple[Act, Row]:
    made = Row(cls.KIND.name, row, PERSON, 5040, {"employee": PERSON, **values})
    return typed(cls, made), made


OLD = act(OpeningSituation, 1, known_on="2020-01-01", source="old list", grade="third", cadre="primary_teacher")
NEW = act(OpeningSituation, 2, known_on="2026-01-01", source="massir", grade="second", echelon=4)
MENDED = act(SituationCorrection, 3, corrects=2, corrected_on="2026-02-01", reason="decision", echelon=5)
EMPTIED = act(SituationCorrection, 4, corrects=2, corrected_on="2026-03-01", reason="mistake", cleared="cadre")


def test_the_newest_source_wins_and_an_older_one_fills_what_it_left_empty() -> None:
    assert fold([OLD, NEW]) == {
        "grade": "second",
        "echelon": 4,
        "cadre": "primary_teacher",
        "as_known_on": "2026-01-01",
    }


def test_corrections_overwrite_and_empty() -> None:
    assert fold([OLD, NEW, MENDED, EMPTIED]) == {"grade": "second", "echelon": 5, "as_known_on": "2026-01-01"}


def test_the_order_of_arrival_changes_nothing() -> None:
    expected = fold([OLD, NEW, MENDED, EMPTIED])
    assert all(fold(order) == expected for order in permutations([OLD, NEW, MENDED, EMPTIED]))


def test_a_withdrawn_act_counts_for_nothing() -> None:
    withdrawn = act(OpeningSituation, 2, known_on="2026-01-01", source="massir", grade="second", withdrawn="double")
    assert fold([OLD, withdrawn])["grade"] == "third"
