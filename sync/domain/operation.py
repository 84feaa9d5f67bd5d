"""Operation, Effect and Reader: the base words of check and apply (design.md 1).

An operation is what a person wanted (an intent); an effect is what it changed in one row. `record` and `parse` give
the canonical bytes that the outbox keeps, the wire carries and the centre stores: read for ever, hence the version.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple, Protocol

from sync.domain import canonical
from sync.domain.canonical import NUMBER_LIMIT, NotCanonical, read_varint, read_varints, write_varint, zigzag
from sync.domain.fields import Value
from sync.domain.ids import Lane
from sync.domain.record import RecordKind, Row
from sync.domain.upcast import OldRecord, upcast

SCHEMA = 2
"""The version of the declarations and of this canonical form; older records are read by domain/upcast.py."""


class NewerSchema(NotCanonical):
    """The record of a version that this program does not know yet; its head says which dossiers it touches."""

    def __init__(self, schema: int, dossiers: tuple[int, ...]) -> None:
        super().__init__(f"schema {schema}")
        self.dossiers = dossiers


class Verb(IntEnum):
    """What kind of intent an operation is; the numbers stand in canonical records for ever."""

    VOID = 0  # undone before it was first offered; keeps its number
    CREATE = 1
    CORRECT = 2
    WITHDRAW = 3
    ACT = 4
    JOIN = 5  # two records of one person become one
    PART = 6  # the opposite of JOIN
    SETTLE = 7  # a named person settles a conflict
    STEP = 8  # a step in the life of an act
    READ = 9  # somebody read confidential files: nothing changes, the centre notes it in its audit


_VERBS: Mapping[int, Verb] = {verb.value: verb for verb in Verb}
MOVE_FIELD = 2
"""The field under which a change says that it is a move: no kind declares it, and no operation may have it."""


class Move(IntEnum):
    """Whether a change brings rows to a scope or takes them away; the numbers stand in canonical bytes for ever."""

    NONE = 0
    GONE = 1  # the dossier has left the scope with all its rows
    CAME = 2  # the row came with its dossier: this is all of it, and nobody edited it


class Base(NamedTuple):
    """What the author had seen when she wrote: the centre's epoch and the sequence of the scope."""

    epoch: int = 0
    seq: int = 0


UNSEEN = Base()
"""Nothing was seen."""


class OperationId(NamedTuple):
    """Device, lane and number; numbers of a lane have no gaps."""

    device: int
    lane: Lane
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One intent. `fields` are the new values by name (None clears); `extra` is what a newer version wrote.

    `dossier` is the row's dossier; `other` a second dossier the operation touches (0: none). `day` is the author's
    day in Morocco as ISO text: checks use it, never the clock.
    """

    verb: Verb
    kind: str
    row: int
    dossier: int
    fields: Mapping[str, Value] = field(default_factory=dict)
    author: int = 0
    day: str = "1970-01-01"
    base: Base = UNSEEN
    reference: int = 0
    other: int = 0
    extra: bytes = b""

    @property
    def dossiers(self) -> tuple[int, ...]:
        """The dossiers this operation touches, none where it has no dossier; its order with others is kept on each."""
        if not self.dossier:
            return ()
        return (self.dossier, self.other) if self.other else (self.dossier,)


@dataclass(frozen=True, slots=True)
class Effect:
    """Fields that change in one row (created when it is not there), or a move of a dossier: then it has no author."""

    kind: str
    row: int
    dossier: int
    scope: int
    fields: Mapping[str, Value]
    extra: bytes = b""
    move: Move = Move.NONE


class Reader(Protocol):
    """What an operation may ask of the state it is checked against."""

    def row(self, kind: str, row: int) -> Row | None:
        """One record, or None: also when it lies outside the caller's scopes."""

    def rows_of(self, kind: str, dossier: int) -> Sequence[Row]:
        """The records of a kind in a dossier, in order of id."""

    def find(self, kind: str, field: str, value: Value) -> Sequence[Row]:
        """The records of a kind whose field (unique or indexed) equals the value, in order of id."""

    def has_code(self, table: str, code: str) -> bool | None:
        """Whether a published code table holds this code; None when the table has not been published here."""

    def scope_for(self, kind: RecordKind, dossier: int) -> int | None:
        """The scope a new row of this kind in this dossier belongs to; None when the caller has none."""


def write(operation: Operation, kind: RecordKind) -> bytes:
    """The canonical record of an operation."""
    out = bytearray()
    base = operation.base
    numbers = (
        SCHEMA,
        int(operation.verb),
        kind.number,
        operation.row,
        operation.dossier,
        operation.other,
        operation.author,
        zigzag(canonical.day_number(operation.day)),
        base.epoch,
        base.seq,
        operation.reference,
    )
    for number in numbers:
        write_varint(out, number)
    own = canonical.encode_fields(operation.fields, kind.by_name, empties=True)
    return bytes(out) + canonical.join_unknown(own, operation.extra)


def read(data: bytes, kinds: Mapping[int, RecordKind]) -> Operation:
    """The operation of a canonical record; NotCanonical when it is malformed or of an unknown kind or verb.

    Raises NewerSchema for the record of a newer version: it is kept as it is until this one is updated.
    """
    numbers, at = read_varints(data, 0, 11)
    schema, verb, kind_number, row, dossier, other, author, day, epoch, seq, reference = numbers
    if schema > SCHEMA:
        raise NewerSchema(schema, (dossier, other) if other else (dossier,))
    if schema < 1 or max(numbers) >= NUMBER_LIMIT:
        raise NotCanonical("no such number")
    content = data[at:]
    if schema < SCHEMA:
        fields = list(canonical.split(content))
        if any(one >= other for (one, _), (other, _) in pairwise(fields)):
            raise NotCanonical("fields are not in order")
        old = upcast(schema, OldRecord(verb, kind_number, dict(fields)), SCHEMA)
        verb, kind_number = old.verb, old.kind
        content = b"".join(old.fields[number] for number in sorted(old.fields))
    kind = kinds.get(kind_number)
    known = _VERBS.get(verb)
    if kind is None or known is None:
        raise NotCanonical(f"kind {kind_number}, verb {verb}")
    values, extra = canonical.decode_fields(content, kind.by_number)
    if extra and read_varint(extra, 0)[0] >> 3 == MOVE_FIELD:
        raise NotCanonical("only the centre moves dossiers")
    return Operation(
        verb=known,
        kind=kind.name,
        row=row,
        dossier=dossier,
        other=other,
        fields=values,
        author=author,
        day=canonical.day_text(canonical.unzigzag(day)),
        base=Base(epoch, seq),
        reference=reference,
        extra=extra,
    )


def write_effects(effects: Iterable[Effect], kinds: Mapping[str, RecordKind]) -> bytes:
    """Canonical bytes of effects in order: both ends write the same when they decide the same."""
    out = bytearray()
    for effect in effects:
        kind = kinds[effect.kind]
        own = canonical.encode_fields(effect.fields, kind.by_name, empties=True)
        fields = canonical.join_unknown(own, effect.extra)
        for number in (kind.number, effect.row, effect.dossier, effect.scope, len(fields)):
            write_varint(out, number)
        out += fields
    return bytes(out)


def read_effects(data: bytes, kinds: Mapping[int, RecordKind]) -> list[Effect]:
    """The effects of `write_effects`; NotCanonical when malformed."""
    effects, at = [], 0
    while at < len(data):
        numbers, at = read_varints(data, at, 5)
        kind, row, dossier, scope, length = numbers
        if kind not in kinds or at + length > len(data):
            raise NotCanonical(f"effect on kind {kind}")
        fields, extra = canonical.decode_fields(data[at : at + length], kinds[kind].by_number)
        at += length
        effects.append(Effect(kinds[kind].name, row, dossier, scope, fields, extra))
    return effects


def void(operation: Operation) -> Operation:
    """The same number, undone before it was first offered: nothing of its content travels."""
    return replace(operation, verb=Verb.VOID, fields={}, extra=b"")


def with_move(extra: bytes, move: Move) -> bytes:
    """Unknown fields of a change, with the mark of a move ahead of them."""
    if move is Move.NONE:
        return extra
    out = bytearray()
    write_varint(out, MOVE_FIELD * 8 + canonical.INTEGER)
    write_varint(out, zigzag(int(move)))
    return bytes(out) + extra


def split_move(extra: bytes) -> tuple[Move, bytes]:
    """The inverse of `with_move`; NotCanonical for a move that this version does not know."""
    if not extra:
        return Move.NONE, extra
    key, at = read_varint(extra, 0)
    if key != MOVE_FIELD * 8 + canonical.INTEGER:
        return Move.NONE, extra
    number, at = read_varint(extra, at)
    if canonical.unzigzag(number) not in Move._value2member_map_:
        raise NotCanonical(f"move {number}")
    return Move(canonical.unzigzag(number)), extra[at:]


GONE_FIELDS = with_move(b"", Move.GONE)
"""All that the change says with which a dossier leaves a scope."""


def moved_fields(fields: bytes) -> tuple[Move, bytes]:
    """The move of a change whose kind is not known here, and its fields without the mark; NotCanonical as above."""
    parts = dict(canonical.split(fields))
    move, _ = split_move(parts.pop(MOVE_FIELD, b""))
    return move, b"".join(parts[number] for number in sorted(parts))


def changed(row: Row | None, effect: Effect) -> Row:
    """The row after an effect; None before means the effect creates it. ValueError for a dossier that left."""
    if effect.move is Move.GONE:
        raise ValueError("no row is left of a dossier that left")
    if effect.move is Move.CAME:
        row = None
    values = dict(row.values) if row else {}
    for name, value in effect.fields.items():
        if value is None or value == "":
            values.pop(name, None)
        else:
            values[name] = value
    extra = row.extra if row else b""
    if extra or effect.extra:
        extra = canonical.without_empties(canonical.join_unknown(extra, effect.extra))
    return Row(effect.kind, effect.row, effect.dossier, effect.scope, values, extra)


def differing(old: Row | None, new: Iterable[tuple[str, Value]]) -> dict[str, Value]:
    """Of some new values, those that are not what the row holds already."""
    kept = old.values if old else {}
    return {name: value for name, value in new if (value or None) != (kept.get(name) or None)}
