"""Row ids in columns: again the last one, one seen before, the next new one, near the last, or one of a range.

The writer knows all ids of a frame: where several come from one device it says their range once, and each of them then
costs log2 of the range.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Final

from sync.domain.ids import COUNTER_LIMIT
from sync.protocol.column_coders import Columns
from sync.protocol.errors import WireCode, WireError
from sync.protocol.range_coder import learn
from sync.protocol.shares import Place

_LAST: Final = 0
_SEEN: Final = 1
_NEXT: Final = 2
_NEAR: Final = 3
_FAR: Final = 4
_RANGE: Final = 5
_RANGES: Final = 8
"""No more ranges of one place are said."""
_WAYS: Final = _RANGE + _RANGES
_NEAR_BITS: Final = 12
_WORTH: Final = 4
"""A range is said when at least so many ids of it follow."""
ID_LIMIT: Final = 1 << 62


@dataclass(slots=True)
class _Group:
    """The ids seen in one place."""

    ways: Place
    last: int = 0
    top: int = 0
    seen: dict[int, int] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    ranges: list[tuple[int, int]] = field(default_factory=list)
    devices: set[int] = field(default_factory=set)
    """Those whose range was said."""

    def learn(self, value: int) -> None:
        if value not in self.seen:
            self.seen[value] = len(self.order)
            self.order.append(value)
        self.last = value
        self.top = max(self.top, value)


class Ranges:
    """The ranges of the ids that a frame holds, by place and device."""

    def __init__(self) -> None:
        self._spans: dict[Hashable, dict[int, list[int]]] = defaultdict(dict)

    def add(self, place: Hashable, value: int) -> None:
        """Count an id."""
        spans = self._spans[place]
        span = spans.get(value // COUNTER_LIMIT)
        if span is None:
            spans[value // COUNTER_LIMIT] = [value, value, 1]
            return
        span[0], span[1], span[2] = min(span[0], value), max(span[1], value), span[2] + 1

    def add_pair(self, kind: int, row: int, dossier: int) -> None:
        """Count the ids of a record as `Ids.pair` codes them."""
        self.add("dossier", dossier)
        if row != dossier:
            self.add(("row", kind), row)

    def of(self, place: Hashable, value: int) -> tuple[int, int] | None:
        """The lowest and the highest id, where it is one of enough for a range to be worth its bytes."""
        span = self._spans.get(place, {}).get(value // COUNTER_LIMIT)
        return (span[0], span[1]) if span and span[2] >= _WORTH and span[0] <= value <= span[1] else None


class Ids:
    """Codes the ids of one frame."""

    def __init__(self, columns: Columns, ranges: Ranges | None = None) -> None:
        self._columns = columns
        self._ranges = ranges
        self._groups: dict[Hashable, _Group] = {}

    def code(self, place: Hashable, value: int) -> int:
        """An id, 0 or more."""
        group = self._groups.get(place)
        if group is None:
            group = self._groups[place] = _Group(self._columns.store.place(("id", place)))
        columns = self._columns
        way = self._way(group, place, value)
        tried = (group.ways.at(bool(group.order)),)
        hit, way = columns.coder.known(tried, way)
        if not hit:
            way = columns.coder.uniform(_WAYS, way)
            learn(tried, way)
        if way == _LAST:
            value = group.last
        elif way == _NEXT:
            value = group.top + 1
        elif way == _SEEN:
            if not group.order:
                raise WireError(WireCode.MALFORMED)
            value = group.order[columns.coder.uniform(len(group.order), group.seen.get(value, 0))]
        elif way == _NEAR:
            value = group.last + columns.signed(("near", place), value - group.last)
        elif way == _FAR:
            value = self._far(place, value)
        else:
            value = self._in_range(group, place, way - _RANGE, value)
        if not 0 <= value < ID_LIMIT:
            raise WireError(WireCode.MALFORMED)
        group.learn(value)
        return value

    def pair(self, kind: int, hangs: bool, row: int, dossier: int) -> tuple[int, int]:
        """The row and the dossier of a record; the row is the dossier where it does not hang from it."""
        dossier = self.code("dossier", dossier)
        return (self.code(("row", kind), row) if hangs else dossier), dossier

    def _way(self, group: _Group, place: Hashable, value: int) -> int:
        if self._columns.reads:
            return 0
        if group.order:
            if value == group.last:
                return _LAST
            if value in group.seen:
                return _SEEN
            if value == group.top + 1:
                return _NEXT
        device = value // COUNTER_LIMIT
        for at, (first, last) in enumerate(group.ranges):
            if first <= value <= last:
                return _RANGE + at
        if (
            len(group.ranges) < _RANGES
            and device not in group.devices
            and self._ranges
            and self._ranges.of(place, value)
        ):
            return _RANGE + len(group.ranges)
        return _NEAR if group.order and abs(value - group.last) >> _NEAR_BITS == 0 else _FAR

    def _in_range(self, group: _Group, place: Hashable, which: int, value: int) -> int:
        """An id of a range; the range is said when the first one of its device comes."""
        if which > len(group.ranges):
            raise WireError(WireCode.MALFORMED)
        if which == len(group.ranges):
            ends = self._ranges.of(place, value) if self._ranges else None
            first, last = self._said(*(ends or (0, 0)))
            group.ranges.append((first, last))
            group.devices.add(first // COUNTER_LIMIT)
        first, last = group.ranges[which]
        return first + self._columns.coder.uniform(last - first + 1, value - first)

    def _said(self, first: int, last: int) -> tuple[int, int]:
        """The ends of a range."""
        columns = self._columns
        first = self._device(first // COUNTER_LIMIT) * COUNTER_LIMIT + columns.number("first", first % COUNTER_LIMIT)
        last = first + columns.number("span", last - first)
        if last >= ID_LIMIT:
            raise WireError(WireCode.MALFORMED)
        return first, last

    def _far(self, place: Hashable, value: int) -> int:
        devices = self._columns.store.place(("device", place)).at()
        device = self._columns.cached((devices,), value // COUNTER_LIMIT, self._device)
        return device * COUNTER_LIMIT + self._columns.number(("far", place), value % COUNTER_LIMIT)

    def _device(self, device: int) -> int:
        return self._columns.number("device", device)
