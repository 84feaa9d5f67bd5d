"""The merge of a correction, written a second time on purpose (sync.md 3.2), and which conflicts keep what it loses."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sync.domain import catalog
from sync.domain.fields import Value
from sync.domain.operation import Operation
from sync.domain.record import Row
from tests.simulation.reference import Change, NewerOf


@dataclass(frozen=True, slots=True)
class Lost:
    """A group of fields that somebody else changed first: the values that must be kept in a conflict."""

    group: str
    losing: Mapping[str, Value]
    standing: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Merge:
    """What must come of a correction: fields to write, groups that clash, whether somebody wrote the same."""

    written: Mapping[str, Value]
    clashes: Sequence[Lost]
    merged: bool


def merge_of(operation: Operation, row: Row, device: int, newer_of: NewerOf) -> Merge:
    """The merge of a correction into a row, by declared groups, without the product's merge."""
    kind = catalog.BY_NAME[operation.kind]
    groups: dict[str, set[str]] = {}
    for name in operation.fields:
        groups.setdefault(kind.by_name[name].merge_group, set()).add(name)
    written: dict[str, Value] = {}
    clashes = []
    merged = False
    for group, names in groups.items():
        members = {one.name for one in kind.fields if one.merge_group == group}
        newer = newer_of(row.kind, row.id)
        foreign = any(change.device != device and change.field in members for change in newer)
        different = {
            n: operation.fields[n] for n in sorted(names) if (operation.fields[n] or None) != (row.get(n) or None)
        }
        if different and foreign:
            losing = {name: operation.fields[name] for name in sorted(names)}
            clashes.append(Lost(group, losing, {n: row.get(n) for n in sorted(members) if row.get(n) or n in names}))
        elif different:
            written |= different
        else:
            merged = merged or foreign
    return Merge(written, clashes, merged)


def kept_in_conflicts(clashes: Iterable[Lost], changes: Iterable[Change], row: Row) -> Sequence[Lost]:
    """Of some clashes, those that no new conflict record keeps with both values."""
    conflicts = [c.fields for c in changes if c.kind in ("conflict", "confidential_conflict") and "losing" in c.fields]

    def kept(lost: Lost) -> bool:
        return any(
            fields.get("about_kind") == row.kind
            and fields.get("about_row") == row.id
            and fields.get("group") == lost.group
            and json.loads(str(fields.get("losing"))) == lost.losing
            and json.loads(str(fields.get("standing"))) == lost.standing
            for fields in conflicts
        )

    return [lost for lost in clashes if not kept(lost)]
