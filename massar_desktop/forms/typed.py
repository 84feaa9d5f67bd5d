"""What stands in a record and what was typed over it, without widgets: what changed, what cannot be read, what lacks.

A value counts as typed while it differs from what stands. So a save needs no bookkeeping: when the saved record comes
back, what was saved is no longer typed, and what could not be read still is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from massar_desktop.forms.typed_days import is_day, typed_day
from sync.domain.fields import FLAG, Field, Value
from sync.domain.identifiers import Malformed
from sync.domain.shape import parse_typed, show_value


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a text is not a value of its field: the stable code of Malformed and its parameters."""

    code: str
    params: Mapping[str, str | int]


def editor_text(field: Field, value: Value) -> str:
    """A value as its editor holds it: choices and codes by their key, a flag as "true" or nothing."""
    if field.kind is FLAG:
        return "true" if value else ""
    if field.choices or field.table is not None:
        return "" if value is None else str(value)
    return show_value(field, value)


def parse_field(kind: str, field: Field, text: str) -> Value:
    """The value of what was typed into a field of a kind of record, None for nothing; raises Malformed."""
    return typed_day(kind, field, text) if is_day(field) and text.strip() else parse_typed(field, text)


class TypedFields:
    """The fields of one record of a kind under the hands of a clerk."""

    def __init__(self, kind: str, fields: Iterable[Field]) -> None:
        self.kind = kind
        self.fields: Mapping[str, Field] = {field.name: field for field in fields}
        self._standing: dict[str, Value] = {}
        self._typed: dict[str, str] = {}
        self._before: dict[str, str] = {}

    def load(self, values: Mapping[str, Value]) -> None:
        """Start with a record, nothing typed."""
        self._standing = {name: values.get(name) for name in self.fields}
        self._typed, self._before = {}, {}

    def refresh(self, values: Mapping[str, Value]) -> None:
        """Take what stands now; what is typed stays as typed."""
        self._standing = {name: values.get(name) for name in self.fields}
        self._forget_equal()

    def type(self, name: str, text: str) -> None:
        """Keep what was typed into a field."""
        self._before.setdefault(name, self.standing_text(name))
        self._typed[name] = text
        self._forget_equal()

    def restore(self, typed: Mapping[str, str], before: Mapping[str, str]) -> None:
        """Take typed texts of a draft; fields that this version has no longer are left out."""
        for name, text in typed.items():
            if name in self.fields:
                self._typed[name] = text
                self._before[name] = before.get(name, "")
        self._forget_equal()

    def text(self, name: str) -> str:
        """What the editor of a field shows."""
        return self._typed.get(name, self.standing_text(name))

    def standing_text(self, name: str) -> str:
        """What stands in a field, as its editor would show it."""
        return editor_text(self.fields[name], self._standing.get(name))

    def stands(self) -> bool:
        """True for a record that exists: something stands in it."""
        return any(value not in (None, "") for value in self._standing.values())

    def value(self, name: str) -> Value | Unreadable:
        """The value of a field as it is in the form now."""
        if name not in self._typed:
            return self._standing.get(name)
        try:
            return parse_field(self.kind, self.fields[name], self._typed[name])
        except Malformed as wrong:
            return Unreadable(wrong.code, wrong.params)

    def typed(self) -> dict[str, str]:
        """The texts that differ from what stands."""
        return dict(self._typed)

    def before(self) -> dict[str, str]:
        """What stood in those fields when typing began."""
        return {name: self._before[name] for name in self._typed}

    def changes(self) -> dict[str, Value]:
        """The values to save: typed, readable, and not what stands."""
        found: dict[str, Value] = {}
        for name in self.fields:
            if name in self._typed:
                value = self.value(name)
                if not isinstance(value, Unreadable):
                    found[name] = value
        return found

    def unreadable(self) -> dict[str, Unreadable]:
        """What was typed and is no value of its field."""
        read = {name: self.value(name) for name in self._typed}
        return {name: value for name, value in read.items() if isinstance(value, Unreadable)}

    def missing(self) -> list[str]:
        """The required fields that are empty in the form."""
        return [name for name, field in self.fields.items() if field.required and self.value(name) in (None, "")]

    def overtaken(self) -> list[str]:
        """The typed fields in which something else stands than when typing began."""
        return [name for name in self._typed if self._before[name] != self.standing_text(name)]

    def _forget_equal(self) -> None:
        for name in list(self._typed):
            value = self.value(name)
            if not isinstance(value, Unreadable) and (value or None) == (self._standing.get(name) or None):
                del self._typed[name]
                del self._before[name]
