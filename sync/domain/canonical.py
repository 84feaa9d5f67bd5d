"""One canonical byte form of a record's fields and of an operation: hashed, stored, sent, read for ever.

A field is a varint key (number x 8 + wire type) and its value, in order of field number, empty ones left out:
type 0 is empty (a field that a correction clears), 1 a whole number (zigzag varint), 2 text (UTF-8, NFC, with its
length), 3 a flag, 4 a day (days since 1970-01-01, zigzag), 5 a partial day (year x 512 + month x 32 + day).
A reader that does not know a field number keeps its bytes as they are.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Final

from sync.domain.fields import Field, Value, Wire

EMPTY: Final = 0
INTEGER: Final = Wire.INTEGER.number
TEXT: Final = Wire.TEXT.number
FLAG: Final = Wire.FLAG.number
DAY: Final = Wire.DAY.number
PARTIAL_DAY: Final = Wire.PARTIAL_DAY.number
_EPOCH: Final = date(1970, 1, 1).toordinal()
_VARINT_BYTES: Final = 10
_BYTE: Final = 0x7F
"""The largest number that is one byte long."""
_KEPT: Final = 4096
"""Fields whose bytes are remembered."""
_by_number = attrgetter("number")
TEXT_BYTES: Final = 65_536
"""The longest text that is read back: both values of a conflict stand in one."""
NUMBER_LIMIT: Final = 1 << 53
"""Numbers stay below this, exact in JSON and in every database."""


class NotCanonical(ValueError):
    """Bytes that no writer of canonical records can have made."""


def write_varint(out: bytearray, number: int) -> None:
    """Append an unsigned whole number, seven bits a byte."""
    if number < 0:
        raise ValueError("a varint is not negative")
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)


def read_varint(data: bytes, at: int) -> tuple[int, int]:
    """The number at `at` and the position after it; NotCanonical when cut, too long or not shortest."""
    left = len(data) - at
    if left > 0:  # most numbers are one byte long, or two
        first = data[at]
        if first <= _BYTE:
            return first, at + 1
        if left > 1 and 0 < data[at + 1] <= _BYTE:
            return first & _BYTE | data[at + 1] << 7, at + 2
    number = shift = 0
    for end in range(at, min(at + _VARINT_BYTES, len(data))):
        byte = data[end]
        number |= (byte & 0x7F) << shift
        if byte < 0x80:
            if byte == 0 and end > at:
                raise NotCanonical("varint is not shortest")
            return number, end + 1
        shift += 7
    raise NotCanonical("varint is cut or too long")


def read_varints(data: bytes, at: int, count: int) -> tuple[list[int], int]:
    """So many numbers one after the other, as `read_varint` reads each."""
    numbers: list[int] = []
    for _ in range(count):
        number, at = read_varint(data, at)
        numbers.append(number)
    return numbers, at


def zigzag(number: int) -> int:
    """A signed number as an unsigned one: 0, -1, 1, -2 become 0, 1, 2, 3."""
    return number * 2 if number >= 0 else -number * 2 - 1


def unzigzag(number: int) -> int:
    """The inverse of `zigzag`."""
    return number // 2 if number % 2 == 0 else -(number // 2) - 1


def day_number(day: str) -> int:
    """Days since 1970-01-01 of an ISO day."""
    return date.fromisoformat(day).toordinal() - _EPOCH


@lru_cache(_KEPT)
def day_text(number: int) -> str:
    """The ISO day of a number of days since 1970-01-01; NotCanonical when there is no such day."""
    try:
        return date.fromordinal(number + _EPOCH).isoformat()
    except (ValueError, OverflowError) as none:
        raise NotCanonical("no such day") from none


def _write_value(out: bytearray, wire: int, value: Value) -> None:
    if wire == TEXT:
        encoded = unicodedata.normalize("NFC", str(value)).encode()
        write_varint(out, len(encoded))
        out += encoded
    elif wire == INTEGER:
        write_varint(out, zigzag(int(str(value))))
    elif wire == FLAG:
        out.append(1 if value else 0)
    elif wire == DAY:
        write_varint(out, zigzag(day_number(str(value))))
    elif wire == PARTIAL_DAY:
        year, month, day = str(value).split("-")
        write_varint(out, int(year) * 512 + int(month) * 32 + int(day))


def _read_value(data: bytes, at: int, wire: int) -> tuple[Value, int]:
    if wire == EMPTY:
        return None, at
    if wire == FLAG:
        if at >= len(data) or data[at] > 1:
            raise NotCanonical("a flag is 0 or 1")
        return data[at] == 1, at + 1
    number, at = read_varint(data, at)
    if wire == INTEGER:
        if number >= NUMBER_LIMIT * 2:
            raise NotCanonical("number is too large")
        return unzigzag(number), at
    if wire == DAY:
        return day_text(unzigzag(number)), at
    if wire == PARTIAL_DAY:
        return f"{number // 512:04}-{number // 32 % 16:02}-{number % 32:02}", at
    if wire == TEXT:
        end = at + number
        if number > TEXT_BYTES or end > len(data):
            raise NotCanonical("text is cut or too long")
        return _text(data[at:end]), end
    raise NotCanonical(f"wire type {wire}")


def encode_fields(values: Mapping[str, Value], by_name: Mapping[str, Field], *, empties: bool = False) -> bytes:
    """Canonical bytes of named values. Empty ones are left out, or written as empty when a correction clears them."""
    out: list[bytes] = []
    for field in sorted(map(by_name.__getitem__, values), key=_by_number):
        value = values[field.name]
        if value is None or value == "":
            if empties:
                out.append(_coded(field.number * 8 + EMPTY, None))
        else:
            out.append(_coded(field.key, value))
    return b"".join(out)


@lru_cache(_KEPT, typed=True)
def _coded(key: int, value: Value) -> bytes:
    """One field with its key. A row is coded before and after each change, and most of its fields stay as they were."""
    out = bytearray()
    write_varint(out, key)
    _write_value(out, key & 7, value)
    return bytes(out)


def decode_fields(data: bytes, by_number: Mapping[int, Field]) -> tuple[dict[str, Value], bytes]:
    """The named values and, byte for byte, what this version does not know; NotCanonical on anything else."""
    values: dict[str, Value] = {}
    unknown = bytearray()
    at, last, end = 0, 0, len(data)
    while at < end:
        start = at
        key = data[at]
        at += 1
        if key > _BYTE:
            if at < end and 0 < data[at] <= _BYTE:
                key, at = key & _BYTE | data[at] << 7, at + 1
            else:
                key, at = read_varint(data, start)
        number = key >> 3
        if number <= last:
            raise NotCanonical("fields are not in order")
        last = number
        value: Value
        if key & 7 == TEXT and at < end and data[at] <= _BYTE:  # most are short texts: no other call
            stop = at + 1 + data[at]
            if stop > end:
                raise NotCanonical("text is cut or too long")
            value, at = _text(data[at + 1 : stop]), stop
        else:
            value, at = _read_value(data, at, key & 7)
        field = by_number.get(number)
        if field is None:
            unknown += data[start:at]
        elif key != field.key and key & 7 != EMPTY:
            raise NotCanonical(f"field {number} has wire type {key & 7}")
        else:
            values[field.name] = value
    return values, bytes(unknown)


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as broken:
        raise NotCanonical("text is not UTF-8") from broken


def join_unknown(kept: bytes, newer: bytes) -> bytes:
    """Unknown fields of a row after newer ones came: a number that stands in both takes the newer bytes."""
    if not newer:
        return kept
    parts = dict(split(kept)) | dict(split(newer))
    return b"".join(parts[number] for number in sorted(parts))


def without_empties(fields: bytes) -> bytes:
    """Fields of a row, canonical, without those that were cleared: a row leaves empty ones out."""
    if not fields:
        return fields
    return b"".join(part for _, part in split(fields) if part[0] & 7 != EMPTY)


def split(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Fields by number, each with its own bytes; NotCanonical when they are cut."""
    at = 0
    while at < len(data):
        start = at
        key, at = read_varint(data, at)
        _, at = _read_value(data, at, key & 7)
        yield key >> 3, data[start:at]


def short_digest(data: bytes) -> bytes:
    """The 8-byte BLAKE2b hash that says whether two ends predict the same."""
    return hashlib.blake2b(data, digest_size=8).digest()


def digest(data: bytes) -> bytes:
    """The 16-byte BLAKE2b hash that identifies a canonical record."""
    return hashlib.blake2b(data, digest_size=16).digest()
