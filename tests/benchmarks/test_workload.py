"""The workload of the figures: its file, its information, and what becomes of its edits."""

from itertools import count
from math import log2
from pathlib import Path

import pytest

from sync.domain.operation import Verb
from tests.benchmarks.clerk_day import PaidDraw, clerk_days
from tests.benchmarks.workload import BadWorkload, Edit, lines, read

PEOPLE = """
{"have": "employee", "key": "p1", "fields": {"ppr": "1234567", "surname_ar": "العلوي"}}
{"have": "dependant", "key": "c1", "of": "p1", "fields": {"relation": "child", "first_name_ar": "ريم"}}
"""


def _file(folder: Path, text: str) -> Path:
    path = folder / "workload.jsonl"
    path.write_text(text, "utf-8")
    return path


def test_a_file_gives_rows_edits_and_information(tmp_path: Path) -> None:
    edits = """
    {"edit": "c1", "fields": {"schooling": "school"}, "bits": 16}
    {"make": "diploma", "key": "d1", "of": "p1", "fields": {"title": "الإجازة"}, "bits": 24}
    {"edit": "d1", "fields": {"title": null}, "bits": 8}
    """
    work = read(_file(tmp_path, PEOPLE + edits))
    operations = list(work.operations(3, count(70)))
    person, child = work.rows
    assert [(op.verb, op.kind, op.row, op.dossier) for op in operations] == [
        (Verb.CORRECT, "dependant", child.id, person.id),
        (Verb.CREATE, "diploma", 70, person.id),
        (Verb.CORRECT, "diploma", 70, person.id),
    ]
    assert operations[1].fields == {"employee": person.id, "title": "الإجازة"}
    assert (work.bound("W1", 1), work.bound("W2", 200)) == (2, 6)


def test_a_bound_line_wins_over_the_sum_and_without_either_there_is_none(tmp_path: Path) -> None:
    edits = '{"edit": "p1", "fields": {"city": "فاس"}}\n'
    assert read(_file(tmp_path, PEOPLE + edits)).bound("W1", 1) is None
    assert read(_file(tmp_path, PEOPLE + edits + '{"bound": {"W1": 4.5}}')).bound("W1", 1) == 4.5


@pytest.mark.parametrize(
    "line",
    [
        "{",
        '{"edit": "nobody", "fields": {}}',
        '{"edit": "p1", "fields": {"no_such_field": 1}}',
        '{"have": "no_such_kind", "key": "x", "fields": {}}',
        '{"make": "diploma", "key": "d1", "fields": {}}',
    ],
)
def test_a_line_that_means_nothing_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(BadWorkload, match="line 4"):
        read(_file(tmp_path, PEOPLE + line))


def test_the_made_workload_survives_its_file(tmp_path: Path) -> None:
    made = clerk_days(people=120, edits=60)
    back = read(_file(tmp_path, "".join(lines(made))))
    assert [(e.key, e.make, e.of, e.fields) for e in back.edits] == [
        (e.key, e.make, e.of, e.fields) for e in made.edits
    ]
    assert back.bound("W2", 60) == pytest.approx(made.bound("W2", 60), abs=0.1)


def test_the_made_workload_is_the_same_for_the_same_seed() -> None:
    first, second = (clerk_days(people=120, edits=40, seed=3) for _ in range(2))
    assert first.edits == second.edits
    assert first.edits != clerk_days(people=120, edits=40, seed=4).edits


def test_every_edit_can_be_paid_for() -> None:
    edits: list[Edit] = clerk_days(people=120, edits=200).edits
    assert all(edit.bits and edit.bits > 3 for edit in edits)


def test_a_draw_costs_what_its_probability_says() -> None:
    draw = PaidDraw(1)
    draw.pick("abcd")
    assert draw.bits == 2
    draw.between(1, 8)
    assert draw.bits == 5
    if draw.pick("aab") == "a":
        assert draw.bits == pytest.approx(5 + log2(3 / 2))
    else:
        assert draw.bits == pytest.approx(5 + log2(3))
