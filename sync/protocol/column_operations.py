"""Operations in columns: what they repeat of the one before, what they are about, and their fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from sync.domain.canonical import NUMBER_LIMIT, NotCanonical, read_varint, unzigzag, write_varint, zigzag
from sync.protocol.column_frame import Hints, Machine
from sync.protocol.column_ids import ID_LIMIT, Ranges
from sync.protocol.column_text import Told
from sync.protocol.column_values import Fields, join_fields, split_fields
from sync.protocol.errors import WireCode, WireError
from sync.protocol.messages import Sealed
from sync.protocol.range_coder import Coder
from sync.protocol.shares import Store

_NUMBERS: Final = 11
_BYTE: Final = 0x7F
_SPLIT: Final = 1
_OTHER_HEAD: Final = 2
_OTHER_NUMBER: Final = 4
_STARTS: Final = 8
"""How an operation begins: in parts or raw; with another head, or another number, than the one before lets expect."""
_HANGS: Final = 1
_TWO: Final = 2
_LINKS: Final = 4
"""A row that hangs from its dossier; a second dossier."""
_WRITTEN: Final = "written"
_TODAY: Final = 41_400
"""A day of the years in which this was written (2026), as it stands in a record."""


_Shape = tuple[int, int, int, tuple[int, ...]]


Head = tuple[int, int, int, int, int, int]
"""What operations of one day have in common: schema, author, day, epoch, sequence, reference version."""


class Split(NamedTuple):
    """A canonical record in parts."""

    head: Head
    verb: int
    kind: int
    row: int
    dossier: int
    other: int
    fields: Fields


def fits(one: Sealed) -> bool:
    """Whether columns can say an operation: its lane and its number are what every end can hold."""
    return 0 <= one.lane < NUMBER_LIMIT and 0 <= one.n < NUMBER_LIMIT


def split(record: bytes) -> Split | None:
    """The parts of a record; None when `join` could not give exactly these bytes back."""
    numbers, at = [], 0
    try:
        for _ in range(_NUMBERS):
            number = record[at]
            at += 1
            if number > _BYTE:
                number, at = read_varint(record, at - 1)
            numbers.append(number)
    except (NotCanonical, IndexError):
        return None
    if max(numbers) >= ID_LIMIT:
        return None
    fields = split_fields(record, at)
    if fields is None:
        return None
    schema, verb, kind, row, dossier, other, author, day, epoch, seq, reference = numbers
    return Split((schema, author, day, epoch, seq, reference), verb, kind, row, dossier, other, fields)


def join(parts: Split) -> bytes:
    """The canonical record of its parts."""
    out = bytearray()
    schema, *others = parts.head
    for number in (schema, parts.verb, parts.kind, parts.row, parts.dossier, parts.other, *others):
        write_varint(out, number)
    return bytes(out) + join_fields(parts.fields)


_NOTHING: Final = Split((0, 0, 0, 0, 0, 0), 0, 0, 0, 0, 0, [])


class OperationMachine(Machine[Sealed]):
    """Codes the operations of one frame. `parts` are those of the operations to write, in the same order."""

    def __init__(self, coder: Coder, store: Store, hints: Hints, parts: Sequence[Split | None] = ()) -> None:
        super().__init__(coder, store, hints, ranges_of(parts))
        self._parts = iter(parts)
        self._lane = 0
        self._numbers: dict[int, int] = {}
        self._head: Head = (0, 0, _TODAY, 0, 0, 0)
        self._shapes = store.place("shape").at()

    def code(self, item: Sealed | None) -> tuple[Sealed, int]:
        """See Machine."""
        columns = self.columns
        parts = None if item is None else next(self._parts)
        lane, n = self._lane, self._numbers.get(self._lane, 0) + 1
        start = 0 if parts is None else _SPLIT if parts.head == self._head else _SPLIT | _OTHER_HEAD
        if item is not None and (item.lane, item.n) != (lane, n):
            start |= _OTHER_NUMBER
        start = columns.choice("start", bool(self._numbers), start, _STARTS)
        if start & _OTHER_NUMBER:
            lane, n = self._number(item)
        self._lane, self._numbers[lane] = lane, n
        if not start & _SPLIT:
            record = columns.raw("record", item.record if item else b"")
        else:
            parts = parts or _NOTHING
            if start & _OTHER_HEAD:
                self._head = self._other_head(parts.head)
            made = self._split(parts)
            record = item.record if item else join(made)
        return Sealed(lane, n, record), len(record)

    def _number(self, item: Sealed | None) -> tuple[int, int]:
        """Lane and number, where it is not the next one of the same lane."""
        columns = self.columns
        lane = columns.number("lane", item.lane if item else 0)
        known = self._numbers.get(lane, 0)
        return lane, known + columns.signed(("n", known > 0), item.n - known if item else 0)

    def _split(self, parts: Split) -> Split:
        head = self._head
        link = (_HANGS if parts.row != parts.dossier else 0) | (_TWO if parts.other else 0)
        shape = (parts.verb, parts.kind, link, tuple([key for key, _ in parts.fields]))
        verb, kind, link, keys = self.columns.cached((self._shapes,), shape, self._shape)
        row, dossier = self.ids.pair(kind, bool(link & _HANGS), parts.row, parts.dossier)
        other = self.ids.code("dossier", parts.other) if link & _TWO else 0
        day = unzigzag(head[2])
        told = Told(kind, day, dossier, row, days={day: _WRITTEN}, when={_WRITTEN: day})
        return Split(head, verb, kind, row, dossier, other, self.values.code(keys, parts.fields, told))

    def _shape(self, shape: _Shape) -> _Shape:
        """A new shape, part by part."""
        verb, kind, link, keys = shape
        columns, place = self.columns, self.columns.store.place
        verb = columns.cached((place("verb").at(),), verb, lambda new: columns.number("any verb", new))
        kind = columns.cached((place("kind").at(verb),), kind, lambda new: columns.number("any kind", new))
        return verb, kind, columns.choice("link", kind, link, _LINKS), self.values.presence(kind, keys)

    def _other_head(self, new: Head) -> Head:
        columns = self.columns
        schema, author, day, epoch, seq, reference = new
        _, _, day_before, _, seq_before, reference_before = self._head
        schema = columns.number("schema", schema)
        author = self._cached("author", author)
        step = columns.signed("day", unzigzag(day) - unzigzag(day_before))
        epoch = self._cached("epoch", epoch)
        seq = seq_before + columns.signed(("seq", seq_before > 0), seq - seq_before)
        reference = reference_before + columns.signed(("reference", reference_before > 0), reference - reference_before)
        if min(seq, reference) < 0:
            raise WireError(WireCode.MALFORMED)
        return schema, author, zigzag(unzigzag(day_before) + step), epoch, seq, reference

    def _cached(self, key: str, value: int) -> int:
        """A number of which few are in use."""
        known = self.columns.store.place(("few", key)).at()
        return self.columns.cached((known,), value, lambda new: self.columns.number(("any", key), new))


def ranges_of(parts: Sequence[Split | None]) -> Ranges:
    """The ranges of the ids of some operations."""
    ranges = Ranges()
    for one in parts:
        if one is not None:
            ranges.add_pair(one.kind, one.row, one.dossier)
            if one.other:
                ranges.add("dossier", one.other)
    return ranges
