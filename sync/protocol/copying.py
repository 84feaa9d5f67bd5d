"""The order of a first copy: by kind and id, situations last, because they follow from the acts before them.

An office that folds as the centre does makes most situations itself: a row of 22 bytes, a seventh of a first copy, is
left out where it is exactly what the acts of the same scope say. A frame tells up to whom that is so (`Copy.folded`),
and holds those whose row is another one.
"""

from __future__ import annotations

from sync.domain import catalog
from sync.protocol.messages import Copy

SITUATION = catalog.BY_NAME["situation"].number
Place = tuple[bool, int, int]


def place(kind: int, row: int) -> Place:
    """Where a row stands in the order of a first copy."""
    return kind == SITUATION, kind, row


def end_of(copy: Copy) -> tuple[int, int]:
    """The kind and the id up to which a part of a copy brings an office that has what is before it."""
    if copy.folded:
        return SITUATION, copy.folded
    if copy.rows:
        return copy.rows[-1].kind, copy.rows[-1].row
    return copy.after_kind, copy.after_row
