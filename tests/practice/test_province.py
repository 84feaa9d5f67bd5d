"""A practice province is the same for the same seed, well formed, and holds together."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tracemalloc
from collections import Counter
from collections.abc import Iterable

import pytest

from sync.domain import canonical, catalog
from sync.domain.act import act_rows, fold, typed
from sync.domain.acts.opening_situation import OpeningSituation
from sync.domain.fields import Value
from sync.domain.ids import compartment_of, device_of, place_of
from sync.domain.record import Place, RecordKind, Row
from sync.domain.shape import field_problems
from sync.practice.province import PracticeProvince, rows
from tests.practice.conftest import PEOPLE, RESOURCES, TODAY, Kept


def _digest(found: Iterable[Row]) -> str:
    digest = hashlib.sha256()
    for row in found:
        kind = catalog.kind(row.kind)
        digest.update(f"{kind.number} {row.id} {row.dossier} {row.scope} ".encode())
        digest.update(canonical.encode_fields(row.values, kind.by_name))
    return digest.hexdigest()


SMALL = PracticeProvince(today=TODAY, people=60)


def digest_of(province: PracticeProvince) -> str:
    """A hash of all the rows of a province, of their canonical bytes."""
    return _digest(rows(province, RESOURCES))


def test_the_same_seed_gives_the_same_rows_in_another_process() -> None:
    program = (
        "import sys\nfrom tests.practice.test_province import SMALL, digest_of\nsys.stdout.write(digest_of(SMALL))\n"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "1234", "PYTHONPATH": str(RESOURCES.parent)}
    elsewhere = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert elsewhere.stdout == digest_of(SMALL)


@pytest.mark.parametrize(
    "other",
    [
        PracticeProvince(today=TODAY, people=60, seed=2),
        PracticeProvince(today=TODAY, people=60, place=904),
        PracticeProvince(today=TODAY, people=60, device=7),
        PracticeProvince(today=TODAY, people=61),
        PracticeProvince(today="2026-09-16", people=60),
    ],
)
def test_anything_else_gives_another_province(other: PracticeProvince) -> None:
    assert digest_of(other) != digest_of(SMALL)


def test_no_row_has_a_field_that_a_form_would_refuse(province_rows: list[Row]) -> None:
    for row in province_rows:
        problems = list(field_problems(catalog.kind(row.kind), row.values))
        assert not problems, row


def test_rows_hold_only_what_is_not_empty(province_rows: list[Row]) -> None:
    assert not [row for row in province_rows if {None, ""} & set(row.values.values())]


def test_kinds_come_in_the_order_of_the_catalogue(province_rows: list[Row]) -> None:
    order = {kind.name: number for number, kind in enumerate(catalog.KINDS)}
    numbers = [order[row.kind] for row in province_rows]
    assert numbers == sorted(numbers)


def test_ids_are_unique_over_all_kinds_but_for_the_situation_which_has_the_persons_own(
    province_rows: list[Row], kept: Kept
) -> None:
    ids = [row.id for row in province_rows if row.kind != "situation"]
    assert len(ids) == len(set(ids))
    assert [row.id for row in kept["situation"]] == [row.id for row in kept["employee"]]


def test_ids_are_those_of_the_device_asked_for() -> None:
    found = rows(PracticeProvince(today=TODAY, people=30, device=17), RESOURCES)
    assert {device_of(row.id) for row in found} == {17}


def test_every_row_lies_in_the_place_and_compartment_of_its_kind(province_rows: list[Row]) -> None:
    places = {Place.NATION: 0, Place.REGION: 500, Place.PROVINCE: 504}
    for row in province_rows:
        kind = catalog.kind(row.kind)
        assert (place_of(row.scope), compartment_of(row.scope)) == (places[kind.place], kind.compartment)


def test_references_lead_to_rows_that_exist_in_the_same_dossier(province_rows: list[Row]) -> None:
    dossiers = {(row.kind, row.id): row.dossier for row in province_rows}
    for row in province_rows:
        for field in catalog.kind(row.kind).fields:
            value = row.get(field.name)
            if field.target and value is not None:
                assert dossiers[field.target, int(value)] == row.dossier


def test_codes_and_schools_that_records_name_exist(kept: Kept) -> None:
    published = {(row.text("table"), row.text("code")) for row in kept["code"]}
    schools = {row.text("gresa") for row in kept["school"]}
    assert len(schools) == len(kept["school"])
    for row in (*kept["employee"], *kept["situation"], *kept["opening_situation"]):
        for field in catalog.kind(row.kind).fields:
            if field.table and (value := row.text(field.name)):
                assert (field.table, value) in published
        assert row.text("school") in {"", *schools}


class _Stored:
    """Just enough of a reader for the fold."""

    def __init__(self, kept: Kept) -> None:
        self._acts = {row.dossier: row for row in kept["opening_situation"]}

    def rows_of(self, kind: str, dossier: int) -> list[Row]:
        return [self._acts[dossier]] if kind == "opening_situation" else []

    def row(self, kind: str, row: int) -> Row | None:
        return self._acts.get(row)

    def find(self, kind: str, field: str, value: Value) -> list[Row]:
        return []

    def has_code(self, table: str, code: str) -> bool | None:
        return None

    def scope_for(self, kind: RecordKind, dossier: int) -> int | None:
        return None


def test_the_stored_situation_is_the_fold_of_the_acts(kept: Kept) -> None:
    state = _Stored(kept)
    for situation in kept["situation"]:
        folded = fold(act_rows(catalog.ACTS, state, situation.dossier))
        assert situation.values == {"employee": situation.id, **folded}


def test_every_opening_act_passes_its_own_check(kept: Kept) -> None:
    people = {row.id: row for row in kept["employee"]}
    for row in kept["opening_situation"]:
        assert not list(typed(OpeningSituation, row).date_problems(people[row.dossier]))


def test_there_are_as_many_people_as_asked_and_a_school_for_twenty(kept: Kept) -> None:
    assert len(kept["employee"]) == len(kept["situation"]) == len(kept["opening_situation"]) == PEOPLE
    assert len(kept["school"]) == PEOPLE // 20 + 1  # and the directorate


@pytest.mark.parametrize("people", [1, 2, 19, 99, 100])
def test_small_provinces_hold_together_too(people: int) -> None:
    found = Counter(row.kind for row in rows(PracticeProvince(today=TODAY, people=people), RESOURCES))
    assert found["employee"] == found["situation"] == people


@pytest.mark.parametrize(("place", "people"), [(504, 0), (504, 490_001), (500, 10), (1399, 10)])
def test_what_cannot_be_made_is_refused(place: int, people: int) -> None:
    with pytest.raises(ValueError, match=r"no directorate|no practice province"):
        next(rows(PracticeProvince(today=TODAY, place=place, people=people), RESOURCES))


def test_memory_does_not_grow_with_the_number_of_people() -> None:
    peaks = []
    for people in (200, 1200):
        tracemalloc.start()
        for _ in rows(PracticeProvince(today=TODAY, people=people), RESOURCES):
            pass
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] - peaks[0] < 200_000  # bytes: the table of schools
