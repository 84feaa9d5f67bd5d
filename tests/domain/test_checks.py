"""Checks from the declarations: whatever comes, they answer with problems and never break (design.md 1)."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sync.domain import catalog, shape
from sync.domain.canonical import NUMBER_LIMIT
from sync.domain.decide import chosen_values
from sync.domain.fields import Field, Value
from sync.domain.record import Row

EMPLOYEE = catalog.BY_NAME["employee"]
FIELDS = [field for kind in catalog.KINDS for field in kind.fields]
TEXT_LIKE = [field for field in FIELDS if field.kind.wire in ("text", "day", "partial_day")]
TEXTS = st.text(max_size=40) | st.text("0123456789+-/. ABCDEFGH\u0660\u0661\x00", max_size=26)


@settings(max_examples=600)
@given(st.sampled_from(TEXT_LIKE), TEXTS)
def test_any_text_is_canonical_or_a_problem(field: Field, text: str) -> None:
    found = list(shape._value_problems(field, text))
    if not found:
        assert field.kind.parse(text) == text
        assert "\x00" not in text


@settings(max_examples=300)
@given(st.sampled_from(FIELDS), st.integers() | st.booleans() | st.text(max_size=5))
def test_a_value_of_another_type_is_a_problem(field: Field, value: Value) -> None:
    wanted = {"integer": int, "flag": bool}.get(field.kind.wire, str)
    found = list(shape._value_problems(field, value))
    if type(value) is not wanted:
        assert [p.code for p in found] == ["wrong_type"]
    elif isinstance(value, int) and abs(value) >= NUMBER_LIMIT:
        assert [p.code for p in found] == ["integer_malformed"]


def test_an_unknown_field_is_a_problem() -> None:
    assert [p.code for p in shape.field_problems(EMPLOYEE, {"shoe_size": 43})] == ["unknown_field"]


@settings(max_examples=300)
@given(st.text(max_size=60) | st.just("[" * 1900) | st.just('{"phone":' * 300))
def test_any_text_chosen_in_a_conflict_is_values_of_its_group_or_refused(text: str) -> None:
    conflict = Row("conflict", 1, 1, 5040, {"losing": '{"phone":"+212661045277"}', "standing": '{"phone":null}'})
    chosen = chosen_values(conflict, "other", text)
    assert chosen is None or set(chosen) == {"phone"}
