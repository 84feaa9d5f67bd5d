"""Hypothesis strategies for what the domain declares: values that a field accepts, rows, operations."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from sync.domain import canonical, catalog
from sync.domain.fields import Field, Value, Wire
from sync.domain.ids import CENTRE_DEVICE, COUNTER_LIMIT, DEVICE_LIMIT, row_id
from sync.domain.operation import MOVE_FIELD, Base, Operation, Verb
from sync.domain.record import RecordKind, Row

KINDS = st.sampled_from(catalog.KINDS)
TEXTS = st.text(st.characters(codec="utf-8", categories=["L", "M", "N", "P", "Z"]), min_size=1, max_size=30).map(
    lambda text: unicodedata.normalize("NFC", text)
)
DAYS = st.dates().map(lambda day: day.isoformat())
PARTIAL_DAYS = st.tuples(st.integers(0, 9999), st.integers(0, 12), st.integers(0, 31)).map(
    lambda ymd: f"{ymd[0]:04}-{ymd[1]:02}-{ymd[2]:02}"
)
NUMBERS = st.integers(-canonical.NUMBER_LIMIT + 1, canonical.NUMBER_LIMIT - 1)
ROW_IDS = st.builds(row_id, st.integers(CENTRE_DEVICE, DEVICE_LIMIT - 1), st.integers(1, COUNTER_LIMIT - 1))
COUNTERS = st.integers(0, canonical.NUMBER_LIMIT - 1)

_OF_WIRE: dict[Wire, SearchStrategy[Value]] = {
    Wire.TEXT: TEXTS,
    Wire.DAY: DAYS,
    Wire.PARTIAL_DAY: PARTIAL_DAYS,
    Wire.INTEGER: NUMBERS,
    Wire.FLAG: st.booleans(),
}


def values_of(field: Field) -> SearchStrategy[Value]:
    """Values that the canonical form of a field can hold."""
    return _OF_WIRE[field.kind.wire]


def values_by_name(kind: RecordKind, *, empties: bool = False) -> SearchStrategy[dict[str, Value]]:
    """Some fields of a kind with values, cleared ones too when asked for."""
    clear = st.none() if empties else st.nothing()
    return st.fixed_dictionaries({}, optional={f.name: values_of(f) | clear for f in kind.fields})


@st.composite
def unknown_fields(draw: st.DrawFn, kind: RecordKind) -> bytes:
    """Canonical bytes of fields that this version does not know."""
    known = {MOVE_FIELD, *kind.by_number}
    numbers = draw(st.sets(st.integers(1, 5000).filter(lambda n: n not in known), max_size=4))
    out = bytearray()
    for number in sorted(numbers):
        wire = draw(st.sampled_from([canonical.EMPTY, canonical.INTEGER, canonical.TEXT, canonical.FLAG]))
        canonical.write_varint(out, number * 8 + wire)
        if wire == canonical.INTEGER:
            canonical.write_varint(out, canonical.zigzag(draw(NUMBERS)))
        elif wire == canonical.TEXT:
            text = draw(st.binary(max_size=20).map(lambda b: b.hex().encode()))
            canonical.write_varint(out, len(text))
            out += text
        elif wire == canonical.FLAG:
            out.append(draw(st.integers(0, 1)))
    return bytes(out)


@st.composite
def operations(draw: st.DrawFn) -> Operation:
    """Any operation that its canonical form can hold; most of them no check would pass."""
    kind = draw(KINDS)
    return Operation(
        verb=draw(st.sampled_from(Verb)),
        kind=kind.name,
        row=draw(ROW_IDS),
        dossier=draw(ROW_IDS),
        other=draw(st.just(0) | ROW_IDS),
        fields=draw(values_by_name(kind, empties=True)),
        author=draw(COUNTERS),
        day=draw(DAYS),
        base=Base(draw(COUNTERS), draw(COUNTERS)),
        reference=draw(COUNTERS),
        extra=draw(unknown_fields(kind)),
    )


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """Any row that its canonical form can hold."""
    kind = draw(KINDS)
    fields = draw(values_by_name(kind))
    return Row(kind.name, draw(ROW_IDS), draw(ROW_IDS), draw(st.integers(0, 99991)), fields, draw(unknown_fields(kind)))
