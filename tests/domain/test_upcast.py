"""Records of older schemas say in today's words what they said."""

from __future__ import annotations

import pytest

from sync.domain import canonical, catalog, upcast
from sync.domain.canonical import NotCanonical
from sync.domain.operation import SCHEMA, Operation, Verb, read, write
from sync.domain.upcast import OldRecord

EMPLOYEE = catalog.BY_NAME["employee"]
HIRED = Operation(verb=Verb.CREATE, kind="employee", row=9, dossier=9, fields={"surname_ar": "العلوي", "city": "فاس"})


def of_schema(schema: int, record: bytes) -> bytes:
    return bytes((schema,)) + record[1:]


def test_a_record_of_the_first_schema_is_read() -> None:
    assert read(of_schema(1, write(HIRED, EMPLOYEE)), catalog.BY_NUMBER) == HIRED


def test_a_step_moves_a_field_that_has_another_number_today(monkeypatch: pytest.MonkeyPatch) -> None:
    number = EMPLOYEE.by_name["city"].number
    was = 900

    def moved(record: OldRecord) -> OldRecord:
        fields = {n: part for n, part in record.fields.items() if n != was}
        value = record.fields[was][2:]  # after its key of two bytes
        key = bytearray()
        canonical.write_varint(key, number * 8 + canonical.TEXT)
        return OldRecord(record.verb, record.kind, fields | {number: bytes(key) + value})

    old_key = bytearray()
    canonical.write_varint(old_key, was * 8 + canonical.TEXT)
    city = bytearray()
    canonical.write_varint(city, len("فاس".encode()))
    old = write(
        Operation(verb=Verb.CREATE, kind="employee", row=9, dossier=9, fields={"surname_ar": "العلوي"}), EMPLOYEE
    )
    record = of_schema(1, old) + bytes(old_key) + bytes(city) + "فاس".encode()
    monkeypatch.setitem(upcast.UPCASTS, 1, moved)
    assert read(record, catalog.BY_NUMBER) == HIRED


def test_steps_run_in_order_from_the_schema_of_the_record() -> None:
    def adds(number: int) -> upcast.Upcast:
        return lambda record: OldRecord(record.verb * 10 + number, record.kind, record.fields)

    steps = {1: adds(1), 2: adds(2), 3: adds(3)}
    assert upcast.upcast(1, OldRecord(0, 5, {}), 4, steps).verb == 123
    assert upcast.upcast(3, OldRecord(0, 5, {}), 4, steps).verb == 3


@pytest.mark.parametrize("content", [b"\x0a\x01x\x02\x01y", b"\x0a\x01x\x0a\x01y", b"\x0a\x05x", b"\x0f\x01"])
def test_malformed_fields_of_an_old_record_are_refused(content: bytes) -> None:
    head = bytes((1, 1, EMPLOYEE.number, 9, 9, 0, 1, 0, 0, 0, 0))
    with pytest.raises(NotCanonical):
        read(head + content, catalog.BY_NUMBER)


def test_the_newest_schema_is_written() -> None:
    assert write(HIRED, EMPLOYEE)[0] == SCHEMA
