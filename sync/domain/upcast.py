"""What was written by older versions, as today's declarations would have said it; runs at both ends (sync.md 3.8).

The head of a record (its eleven numbers) never changes. What may change from one schema to the next is which verb, kind
and field numbers say a thing, and how: one step for each schema, applied in order, so that an outbox is read for ever.
A step never looks at rows, the clock or the place: the same record says the same everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class OldRecord:
    """What an operation's record says, before its declarations are looked up: fields are canonical bytes by number."""

    verb: int
    kind: int
    fields: Mapping[int, bytes]


Upcast = Callable[[OldRecord], OldRecord]


def only_more(record: OldRecord) -> OldRecord:
    """The next schema only added kinds, fields and verbs: what was said before is said the same."""
    return record


UPCASTS: Final[Mapping[int, Upcast]] = {1: only_more}
"""From each schema to the next one."""


def upcast(schema: int, record: OldRecord, today: int, steps: Mapping[int, Upcast] = UPCASTS) -> OldRecord:
    """A record of an older schema as today's; KeyError when a step is missing, which a test forbids."""
    for version in range(schema, today):
        record = steps[version](record)
    return record
