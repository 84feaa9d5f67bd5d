"""What an operation is, from the first bytes of its record: lists of many are counted without reading all of each."""

from __future__ import annotations

from typing import Final

from sync.domain.canonical import NotCanonical, read_varint
from sync.domain.catalog import BY_NUMBER
from sync.domain.operation import Verb
from sync.domain.record import RecordKind

HEAD_BYTES: Final = 24
"""As many bytes as hold the numbers ahead of a record, and some more."""


def verb_and_kind(head: bytes) -> tuple[Verb, RecordKind]:
    """The verb and the kind of a record, as sync.domain.operation writes it; NotCanonical for an unknown kind."""
    numbers, at = [], 0
    for _ in range(3):  # schema, verb, kind
        number, at = read_varint(head, at)
        numbers.append(number)
    if numbers[2] not in BY_NUMBER:
        raise NotCanonical(f"kind {numbers[2]}")
    return Verb(numbers[1]), BY_NUMBER[numbers[2]]
