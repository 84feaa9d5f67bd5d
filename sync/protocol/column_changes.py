"""Changes in columns: numbers that follow each other cost next to nothing, an office's own ones nothing more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sync.domain.canonical import NUMBER_LIMIT, NotCanonical, day_number, day_text
from sync.protocol.column_frame import Hints, Machine
from sync.protocol.column_ids import Ranges
from sync.protocol.column_text import Told
from sync.protocol.column_values import Fields, join_fields, split_fields
from sync.protocol.errors import WireCode, WireError
from sync.protocol.messages import WireChange
from sync.protocol.range_coder import Coder
from sync.protocol.shares import Store

_OWN: Final = 0
_SAME_SOURCE: Final = 1
_OTHER_SOURCE: Final = 2
_WAYS: Final = 3
_NEXT: Final = 0
_AGAIN: Final = 1
_OTHER: Final = 2
_STEPS: Final = 3
_TODAY: Final = 20_700
_WRITTEN: Final = "written"


_Shape = tuple[int, bool, tuple[int, ...] | None]


@dataclass(frozen=True, slots=True)
class _Source:
    """Who made a change, and when."""

    device: int
    author: int
    day: str


class ChangeMachine(Machine[WireChange]):
    """Codes the changes of one frame; those to write must satisfy `fits`."""

    def __init__(self, coder: Coder, store: Store, hints: Hints, changes: Sequence[WireChange] = ()) -> None:
        super().__init__(coder, store, hints, _ranges_of(changes))
        self._seq = 0
        self._source = _Source(0, 0, "")
        self._day = _TODAY
        self._shapes = store.place("change shape").at()
        self._lanes: dict[int, tuple[int, int]] = {}

    def code(self, item: WireChange | None) -> tuple[WireChange, int]:
        """See Machine."""
        columns, one = self.columns, item or _NOTHING
        seq = self._seq + 1
        source = _Source(one.device, one.author, one.day)
        start = _OWN if _is_own(one) else _SAME_SOURCE if source == self._source else _OTHER_SOURCE
        if item is not None and one.seq != seq:
            start += _WAYS
        start = columns.choice("source", self._seq > 0, start, 2 * _WAYS)
        if start >= _WAYS:
            seq += columns.signed(("seq step", self._seq > 0), one.seq - seq)
        self._seq = seq
        if start % _WAYS == _OWN:
            lane, n = self._number(-1, one)
            return WireChange(seq, 0, 0, 0, 0, lane, n, 0, "", b""), 1
        if start % _WAYS == _OTHER_SOURCE:
            self._source = self._other(source)
        source = self._source
        lane, n = self._number(source.device, one)
        parts = split_fields(one.fields)
        shape = one.kind, one.row != one.dossier, None if parts is None else tuple([key for key, _ in parts])
        kind, hangs, keys = columns.cached((self._shapes,), shape, self._shape)
        row, dossier = self.ids.pair(kind, hangs, one.row, one.dossier)
        fields = self._fields(one, keys, parts or [], Told(kind, _day_number(source.day) or 0, dossier, row))
        made = WireChange(seq, kind, row, dossier, source.device, lane, n, source.author, source.day, fields)
        return made, len(fields) + 1

    def _shape(self, shape: _Shape) -> _Shape:
        """A new shape, part by part."""
        kind, hangs, keys = shape
        columns = self.columns
        known = columns.store.place("change kind").at()
        kind = columns.cached((known,), kind, lambda new: columns.number("any kind", new))
        hangs = columns.flag(("hangs", kind), hangs)
        if columns.flag("raw fields", keys is None):
            return kind, hangs, None
        return kind, hangs, self.values.presence(kind, keys or ())

    def _number(self, device: int, one: WireChange) -> tuple[int, int]:
        """Lane and number: mostly those after, or of, the last change that came from the same device."""
        columns = self.columns
        lane, n = self._lanes.get(device, (0, 0))
        step = _OTHER if one.lane != lane else _NEXT if one.n == n + 1 else _AGAIN if one.n == n else _OTHER
        step = columns.choice("step", n > 0, step, _STEPS)
        if step == _NEXT:
            n += 1
        elif step == _OTHER:
            lane = columns.number("lane", one.lane)
            n += columns.signed(("n", n > 0), one.n - n)
        self._lanes[device] = lane, n
        return lane, n

    def _other(self, new: _Source) -> _Source:
        columns = self.columns
        place = columns.store.place
        device = columns.cached((place("source").at(),), new.device, lambda one: columns.number("device", one))
        author = columns.cached((place("by").at(device),), new.author, lambda one: columns.number("by", one))
        day = columns.cached((place("on").at(),), new.day, self._any_day)
        return _Source(device, author, day)

    def _any_day(self, day: str) -> str:
        columns = self.columns
        number = _day_number(day)
        if columns.flag("is odd day", number is None):
            try:
                return columns.raw("odd day", day.encode()).decode()
            except UnicodeDecodeError as wrong:
                raise WireError(WireCode.MALFORMED) from wrong
        self._day += columns.signed("day", (number or 0) - self._day)
        try:
            return day_text(self._day)
        except NotCanonical as wrong:
            raise WireError(WireCode.MALFORMED) from wrong

    def _fields(self, one: WireChange, keys: tuple[int, ...] | None, parts: Fields, told: Told) -> bytes:
        if keys is None:
            return self.columns.raw("fields", one.fields)
        if told.day:
            told.days, told.when = {told.day: _WRITTEN}, {_WRITTEN: told.day}
        made = self.values.code(keys, parts, told)
        return join_fields(made) if self.columns.reads else one.fields


_NOTHING: Final = WireChange(0, 0, 0, 0, 0, 0, 0, 0, "", b"")


def fits(one: WireChange) -> bool:
    """Whether columns can say a change: its numbers are not negative and not too large, its day is text."""
    numbers = (one.seq, one.kind, one.row, one.dossier, one.device, one.lane, one.n, one.author)
    return min(numbers) >= 0 and max(numbers) < NUMBER_LIMIT and one.day.isascii()


def _is_own(one: WireChange) -> bool:
    return not (one.kind or one.row or one.dossier or one.device or one.author or one.day or one.fields)


def _day_number(day: str) -> int | None:
    """The number of a day whose text is ISO."""
    try:
        number = day_number(day)
    except ValueError:
        return None
    return number if day_text(number) == day else None


def _ranges_of(changes: Sequence[WireChange]) -> Ranges:
    ranges = Ranges()
    for one in changes:
        if one.kind:
            ranges.add_pair(one.kind, one.row, one.dossier)
    return ranges
