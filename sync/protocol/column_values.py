"""Fields in columns: which ones a record has, and their days, numbers, flags and texts."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Final, cast

from sync.domain.canonical import (
    EMPTY,
    FLAG,
    INTEGER,
    PARTIAL_DAY,
    TEXT,
    NotCanonical,
    read_varint,
    unzigzag,
    write_varint,
    zigzag,
)
from sync.protocol.column_coders import NUMBER_BITS, Columns
from sync.protocol.column_ids import Ids
from sync.protocol.column_moments import MomentColumn
from sync.protocol.column_text import Hint, TextColumn, Told
from sync.protocol.errors import WireCode, WireError
from sync.protocol.range_coder import learn
from sync.protocol.shares import Shares

Fields = list[tuple[int, int | str | None]]
"""Keys (number x 8 + wire type) and values: days and numbers as the unsigned numbers that stand in the record."""
_MOST: Final = 1 << NUMBER_BITS
_MUCH: Final = 4
_BYTE: Final = 0x7F


def split_fields(data: bytes, at: int = 0) -> Fields | None:
    """The fields of canonical bytes; None when `join_fields` could not give exactly these bytes back."""
    fields: Fields = []
    last, end = 0, len(data)
    try:
        while at < end:
            key = data[at]
            at += 1
            if key > _BYTE:
                key, at = read_varint(data, at - 1)
            wire = key & 7
            if key >> 3 <= last or key >= _MOST:
                return None
            last = key >> 3
            if wire == EMPTY:
                fields.append((key, None))
                continue
            number, at = read_varint(data, at)
            if wire == TEXT:
                if at + number > end:
                    return None
                fields.append((key, data[at : at + number].decode()))
                at += number
            elif wire > PARTIAL_DAY or number >= _MOST or (wire == FLAG and number > 1):
                return None
            else:
                fields.append((key, number))
    except (NotCanonical, UnicodeDecodeError):
        return None
    return fields


def join_fields(fields: Fields) -> bytes:
    """The canonical bytes of fields."""
    out = bytearray()
    for key, value in fields:
        write_varint(out, key)
        if isinstance(value, str):
            encoded = value.encode()
            write_varint(out, len(encoded))
            out += encoded
        elif value is not None:
            write_varint(out, value)
    return bytes(out)


class Values:
    """Codes the fields of the records of one frame. `hints` are by (kind, field number).

    What a dossier has already said in a pool is remembered: a situation repeats what the opening act states, a child
    has her father's name.
    """

    def __init__(self, columns: Columns, ids: Ids, hints: Mapping[tuple[int, int], Hint]) -> None:
        self._columns = columns
        self._ids = ids
        self._hints = hints
        self._shapes: dict[int, dict[tuple[int, ...], list[Hint]]] = {}
        self._texts: dict[Hashable, TextColumn] = {}
        self._moments: dict[Hashable, MomentColumn] = {}
        self._dossiers: dict[int, dict[Hashable, int | str | None]] = {}

    def presence(self, kind: int, keys: tuple[int, ...]) -> tuple[int, ...]:
        """Which fields a record has: a yes or no for each field seen of this kind, then the others."""
        columns = self._columns
        known = columns.store.place("fields").at(kind)
        wanted, found, before = set(keys), list[int](), False
        for key in sorted(cast(list[int], known.symbols)):
            before = columns.flag(("has", kind, key, before), key in wanted)
            if before:
                found.append(key)
        others = [key for key in keys if known.where(key) < 0]
        last = 0
        for at in range(columns.number(("others", kind), len(others))):
            columns.spend()
            last += columns.number("other field", others[at] - last if others else 0)
            if last >= _MOST or last & 7 > PARTIAL_DAY:
                raise WireError(WireCode.MALFORMED)
            found.append(last)
            known.learn(last)
        return tuple(sorted(found))

    def code(self, keys: Sequence[int], fields: Fields, told: Told) -> Fields:
        """The values of the fields of a record."""
        coded: Fields = []
        said = self._dossiers.get(told.dossier)
        hints = self._of_shape(told.kind, tuple(keys))
        repeats = self._repeats(said, hints, fields, told) if said else False
        for at, key in enumerate(keys):
            hint = hints[at]
            pool = hint.pool
            value = fields[at][1] if fields else None
            before = said.get(pool) if said else None
            wire = key & 7
            if before is None or isinstance(before, str) != (wire == TEXT) or wire in (EMPTY, FLAG):
                value = self._value(wire, hint, value, told)
            elif repeats or self._columns.flag(("again", pool, told.kind), value == before):
                value = before
            else:
                value = self._value(wire, hint, value, told)
            told.values[pool] = value
            coded.append((key, value))
        if said is None:
            self._dossiers[told.dossier] = told.values
        else:
            said.update(told.values)
        return coded

    def _repeats(self, said: dict[Hashable, int | str | None], hints: list[Hint], fields: Fields, told: Told) -> bool:
        """Whether all that the dossier has said before is said again, where it is much."""
        shared = [at for at, hint in enumerate(hints) if said.get(hint.pool) is not None]
        if len(shared) < _MUCH:
            return False
        all_again = bool(fields) and all(fields[at][1] == said[hints[at].pool] for at in shared)
        return self._columns.flag(("all again", told.kind), all_again)

    def _of_shape(self, kind: int, keys: tuple[int, ...]) -> list[Hint]:
        """How the fields of a record are coded: many have the same ones."""
        shapes = self._shapes.get(kind)
        if shapes is None:
            shapes = self._shapes[kind] = {}
        found = shapes.get(keys)
        if found is None:
            found = shapes[keys] = [self._hint(kind, key >> 3) for key in keys]
        return found

    def _hint(self, kind: int, number: int) -> Hint:
        return self._hints.get((kind, number)) or Hint((kind, number))

    def _value(self, wire: int, hint: Hint, value: int | str | None, told: Told) -> int | str | None:
        if wire == TEXT:
            text = self._texts.get(hint.pool)
            if text is None:
                text = self._texts[hint.pool] = TextColumn(self._columns, hint)
            return text.code(value if isinstance(value, str) else "", told)
        if wire == EMPTY:
            return None
        number = value if isinstance(value, int) else 0
        if wire == FLAG:
            return int(self._columns.flag(("flag", hint.pool), number))
        if wire == INTEGER:
            return self._integer(hint, number, told)
        moment = self._moments.get(hint.pool)
        if moment is None:
            moment = self._moments[hint.pool] = MomentColumn(self._columns, hint)
        return moment.code(number, told, partial=wire == PARTIAL_DAY)

    def _integer(self, hint: Hint, number: int, told: Told) -> int:
        columns, pool = self._columns, hint.pool
        if hint.style == "ref":
            return self._reference(pool, number, told)
        tried: tuple[Shares, ...] = (columns.store.place(("whole", pool)).at(),)
        if hint.given:
            context = tuple([told.values.get(other) for other in hint.given])
            tried = (columns.store.place(("given", pool)).at(context), *tried)
        hit, number = columns.coder.known(tried, number)
        if not hit:
            number = columns.number(("integer", pool), number)
            learn(tried, number)
        return number

    def _reference(self, pool: Hashable, number: int, told: Told) -> int:
        """A row id: the dossier, the row itself, or another."""
        columns = self._columns
        signed = unzigzag(number)
        way = 0 if signed == told.dossier else 1 if signed == told.row else 2 if signed >= 0 else 3
        way = columns.choice(("ref", pool), told.kind, way, 4)
        if way < 2:
            return zigzag(told.row if way else told.dossier)
        return zigzag(self._ids.code(pool, signed)) if way == 2 else columns.number(("integer", pool), number)
