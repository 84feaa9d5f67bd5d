"""Checks that follow from the declarations alone: types, lengths, choices, codes, numbers that stand twice, gaps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sync.domain.canonical import NUMBER_LIMIT
from sync.domain.errors import Problem, error, missing, warning
from sync.domain.fields import Field, Value
from sync.domain.identifiers import Malformed
from sync.domain.operation import Reader
from sync.domain.record import RecordKind, Row


def field_problems(kind: RecordKind, values: Mapping[str, Value], state: Reader | None = None) -> Iterable[Problem]:
    """Values that no writer of this version would store: unknown fields, wrong types, not canonical, not a choice."""
    for name, value in values.items():
        field = kind.by_name.get(name)
        if field is None:
            yield error("unknown_field", name)
        elif value is not None and value != "":
            yield from _value_problems(field, value)
            if state is not None and field.table and state.has_code(field.table, str(value)) is False:
                yield warning("code_unknown", name, value=str(value))


def _value_problems(field: Field, value: Value) -> Iterable[Problem]:
    if type(value) is not field.type:
        yield error("wrong_type", field.name)
        return
    if isinstance(value, int) and abs(value) >= NUMBER_LIMIT:
        yield error("integer_malformed", field.name)
        return
    if isinstance(value, str):
        if len(value) > field.limit:
            yield error("too_long", field.name, limit=field.limit)
            return
        if field.choices and value not in field.choices:
            yield error("not_a_choice", field.name)
            return
        try:
            if field.kind.parse(value) != value:
                yield error(f"{field.kind.name}_malformed", field.name)
        except Malformed as wrong:
            yield error(wrong.code, field.name, **wrong.params)


def same_number_elsewhere(kind: RecordKind, row: int, values: Mapping[str, Value], state: Reader) -> Iterable[Problem]:
    """A PPR, CIN or code that another record holds: remarked on, settled by joining the two (domain.md 2.3, 1)."""
    for field in kind.unique:
        if (value := values.get(field.name)) not in (None, ""):
            for other in state.find(kind.name, field.name, value):
                if other.id != row and not other.withdrawn and not other.get("merged_into"):
                    yield warning("number_stands_twice", field.name, row=other.id)


def gaps(kind: RecordKind, row: Row) -> Iterable[Problem]:
    """What a complete record still lacks. A clerk may save without it; a decision may not rest on it."""
    for field in kind.fields:
        if field.required and row.get(field.name) in (None, ""):
            yield missing("required", field.name)


def parse_typed(field: Field, text: str) -> Value:
    """The canonical value of what was typed in a form or stood in a list; None for nothing; raises Malformed."""
    if not text.strip():
        return None
    value = field.kind.parse(text)
    if isinstance(value, str) and len(value) > field.limit:
        raise Malformed("too_long", limit=field.limit)
    if field.choices and value not in field.choices:
        raise Malformed("not_a_choice")
    return value


def show_value(field: Field, value: Value) -> str:
    """A value as a person reads it, '' for none; choices and codes are shown by their labels elsewhere."""
    return "" if value is None or value == "" else field.kind.show(value)
