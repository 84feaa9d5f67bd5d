"""One byte form of rows and operations, read for ever (sync.md 2): nothing lost, nothing read that nobody wrote."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.domain import canonical, catalog
from sync.domain.canonical import NotCanonical, decode_fields, encode_fields, join_unknown, read_varint, write_varint
from sync.domain.operation import SCHEMA, NewerSchema, Operation, Verb, read, write
from sync.domain.record import RecordKind, Row
from sync.storage.tables import decode_row, encode_row
from tests.strategies import KINDS, operations, rows, unknown_fields

EMPLOYEE = catalog.BY_NAME["employee"]


@settings(max_examples=150)
@given(rows())
def test_a_row_is_read_back_as_it_was_written(row: Row) -> None:
    data = encode_row(row)
    again = decode_row(row.kind, row.id, row.dossier, row.scope, data)
    assert again == row
    assert encode_row(again) == data


@settings(max_examples=150)
@given(operations())
def test_an_operation_is_read_back_as_it_was_written(operation: Operation) -> None:
    record = write(operation, catalog.BY_NAME[operation.kind])
    again = read(record, catalog.BY_NUMBER)
    assert again == operation
    assert write(again, catalog.BY_NAME[operation.kind]) == record


def reread(data: bytes) -> None:
    """Whatever is read is written and read again as the same; the rest is refused."""
    try:
        operation = read(data, catalog.BY_NUMBER)
    except NotCanonical:
        return
    assert read(write(operation, catalog.BY_NAME[operation.kind]), catalog.BY_NUMBER) == normal(operation)


def normal(operation: Operation) -> Operation:
    """The operation with its texts in the one form that is written."""
    fields = {
        name: unicodedata.normalize("NFC", value) if isinstance(value, str) else value
        for name, value in operation.fields.items()
    }
    return replace(operation, fields={name: None if value == "" else value for name, value in fields.items()})


@settings(max_examples=400)
@given(st.binary(max_size=80) | st.binary(max_size=60).map(lambda tail: bytes((SCHEMA, 2, 1)) + tail))
def test_any_bytes_are_an_operation_or_refused(data: bytes) -> None:
    reread(data)


@settings(max_examples=300)
@given(operations(), st.data())
def test_a_damaged_operation_is_read_or_refused_and_never_breaks_the_reader(
    operation: Operation, data: st.DataObject
) -> None:
    record = bytearray(write(operation, catalog.BY_NAME[operation.kind]))
    record[data.draw(st.integers(0, len(record) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(record)))
    for damaged in (bytes(record), bytes(record[:cut])):
        reread(damaged)


@settings(max_examples=100)
@given(KINDS.flatmap(lambda kind: st.tuples(st.just(kind), unknown_fields(kind))))
def test_unknown_fields_are_kept_byte_for_byte(case: tuple[RecordKind, bytes]) -> None:
    kind, unknown = case
    assert decode_fields(unknown, kind.by_number) == ({}, unknown)
    assert join_unknown(b"", unknown) == join_unknown(unknown, unknown) == unknown


def test_newer_unknown_fields_replace_those_of_the_same_number() -> None:
    def text(number: int, value: bytes) -> bytes:
        out = bytearray()
        write_varint(out, number * 8 + canonical.TEXT)
        write_varint(out, len(value))
        return bytes(out) + value

    old, new = text(900, b"a") + text(901, b"b"), text(901, b"c") + text(902, b"d")
    assert join_unknown(old, new) == text(900, b"a") + text(901, b"c") + text(902, b"d")


@given(st.integers(0, (1 << 69) - 1))
def test_a_varint_is_shortest_and_read_back(number: int) -> None:
    out = bytearray()
    write_varint(out, number)
    assert read_varint(bytes(out), 0) == (number, len(out))
    assert len(out) == max(1, (number.bit_length() + 6) // 7)


@pytest.mark.parametrize(
    "data",
    [b"", b"\x80", b"\x80\x00", b"\xff" * 10, b"\xff" * 11 + b"\x01"],
    ids=["nothing", "cut", "not shortest", "endless", "too long"],
)
def test_a_varint_that_no_writer_makes_is_refused(data: bytes) -> None:
    with pytest.raises(NotCanonical):
        read_varint(data, 0)


@given(st.integers(-(1 << 60), 1 << 60))
def test_zigzag_is_undone(number: int) -> None:
    assert canonical.unzigzag(canonical.zigzag(number)) == number


FIELD = {name: EMPLOYEE.by_name[name].number * 8 for name in ("phone", "city", "merged_into", "verified_on")}


def key(name: str, wire: int) -> bytes:
    """The bytes that open a field."""
    out = bytearray()
    write_varint(out, FIELD[name] + wire)
    return bytes(out)


REFUSED: list[tuple[str, bytes]] = [
    ("fields out of order", key("city", 0) + key("phone", 0)),
    ("a field twice", key("city", 0) + key("city", 0)),
    ("number zero", b"\x00"),
    ("another type than declared", key("city", canonical.FLAG) + b"\x01"),
    ("text that is cut", key("city", canonical.TEXT) + b"\x05ab"),
    ("text that is not UTF-8", key("city", canonical.TEXT) + b"\x02\xff\xfe"),
    ("a day that does not exist", key("verified_on", canonical.DAY) + b"\xff" * 8 + b"\x01"),
    ("a number beyond every database", key("merged_into", canonical.INTEGER) + b"\xff" * 9 + b"\x01"),
    ("an unknown type", b"\xff\x3f"),
]


@pytest.mark.parametrize("data", [r[1] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_fields_that_no_writer_makes_are_refused(data: bytes) -> None:
    with pytest.raises(NotCanonical):
        decode_fields(data, EMPLOYEE.by_number)


def test_an_empty_field_is_left_out_of_a_row_and_said_in_a_correction() -> None:
    assert encode_fields({"city": None, "phone": ""}, EMPLOYEE.by_name) == b""
    cleared = encode_fields({"city": None}, EMPLOYEE.by_name, empties=True)
    assert decode_fields(cleared, EMPLOYEE.by_number) == ({"city": None}, b"")


def test_text_is_written_in_one_form() -> None:
    composed, decomposed = "\u00e9", "e\u0301"
    forms = {encode_fields({"city": text}, EMPLOYEE.by_name) for text in (composed, decomposed)}
    assert len(forms) == 1


def test_a_record_of_a_newer_version_is_told_from_a_malformed_one() -> None:
    record = write(Operation(verb=Verb.CREATE, kind="employee", row=1, dossier=1), EMPLOYEE)
    with pytest.raises(NewerSchema):
        read(bytes((SCHEMA + 1,)) + record[1:], catalog.BY_NUMBER)
    with pytest.raises(NotCanonical) as malformed:
        read(b"\x00" + record[1:], catalog.BY_NUMBER)
    assert not isinstance(malformed.value, NewerSchema)
