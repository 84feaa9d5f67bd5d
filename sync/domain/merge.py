"""Three-way merge of free-field corrections, by field or declared group; used by the centre and by rebase.

A correction says what its author had seen (base). For each group she changed: nobody else changed it since, it
applies; somebody wrote the same, it is merged; somebody wrote something else, the standing value stays and both are
kept as a conflict. The device's own earlier operations never clash with its later ones (sync.md 3.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sync.domain.fields import Value
from sync.domain.record import RecordKind, Row


class Newer(NamedTuple):
    """A change of one field that the author of a correction had not seen."""

    field: str
    device: int
    author: int
    day: str
    before: Value


@dataclass(frozen=True, slots=True)
class Clash:
    """One group that two people changed: what was lost, what stands, what both had seen."""

    kind: str
    row: int
    group: str
    losing: Mapping[str, Value]
    standing: Mapping[str, Value]
    original: Mapping[str, Value]
    by: Newer


class Merged(NamedTuple):
    """The outcome: `apply` are the values to write, `equal` the fields that already hold them."""

    apply: Mapping[str, Value]
    equal: tuple[str, ...]
    clashes: tuple[Clash, ...]


def merge(kind: RecordKind, wanted: Mapping[str, Value], row: Row, newer: Iterable[Newer], *, device: int) -> Merged:
    """Merge a correction by `device` into the standing row, given the changes it had not seen, oldest first."""
    standing = row.values
    foreign = [change for change in newer if change.device != device]
    if not foreign:
        return Merged(wanted, (), ())
    apply: dict[str, Value] = {}
    equal: list[str] = []
    clashes: list[Clash] = []
    for group, names in _groups(kind, wanted).items():
        members = {f.name for f in kind.fields if f.merge_group == group}
        since = [change for change in foreign if change.field in members]
        if all(_same(wanted[name], standing.get(name)) for name in names):
            equal.extend(names) if since else apply.update({name: wanted[name] for name in names})
        elif not since:
            apply.update({name: wanted[name] for name in names})
        else:
            original = {name: standing.get(name) for name in members}
            original |= {change.field: change.before for change in reversed(since)}
            clashes.append(
                Clash(
                    kind=kind.name,
                    row=row.id,
                    group=group,
                    losing={name: wanted[name] for name in names},
                    standing={n: standing.get(n) for n in sorted(members) if standing.get(n) or n in names},
                    original={n: original[n] for n in sorted(members) if original[n] or n in names},
                    by=since[-1],
                )
            )
    return Merged(apply, tuple(equal), tuple(clashes))


def _groups(kind: RecordKind, wanted: Mapping[str, Value]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for field in kind.fields:
        if field.name in wanted:
            groups.setdefault(field.merge_group, []).append(field.name)
    return groups


def _same(one: Value, other: Value) -> bool:
    return (one or None) == (other or None)
