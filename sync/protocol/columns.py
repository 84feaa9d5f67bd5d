"""Canonical records in columns, near the information in them (docs/adr/0011): operations, changes, rows, and verdicts.

`unpack_x(pack_x(items)) == items`, byte for byte, whatever the bytes of the records are; what columns cannot say goes
beside them as it is. Packing depends on the items and the dictionary only, never on what the other end holds.
`unpack_x` raises WireError on anything that `pack_x` did not write, UNKNOWN_DICTIONARY where it was another version's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import msgspec

from sync.protocol.column_changes import ChangeMachine
from sync.protocol.column_changes import fits as fits_change
from sync.protocol.column_frame import Hints, Machine, check_of, head, read_items, split_head, write_items
from sync.protocol.column_operations import OperationMachine, Split, split
from sync.protocol.column_operations import fits as fits_operation
from sync.protocol.column_rows import RowMachine
from sync.protocol.column_rows import fits as fits_row
from sync.protocol.column_verdicts import VerdictMachine
from sync.protocol.column_verdicts import fits as fits_verdict
from sync.protocol.dictionary import PLAIN, Dictionary, find, newest
from sync.protocol.errors import WireCode, WireError
from sync.protocol.messages import OPERATIONS_LIMIT, UNPACKED_LIMIT, Sealed, Verdict, WireChange, WireRow
from sync.protocol.range_coder import Coder, Writer
from sync.protocol.shares import Store

__all__ = [
    "PLAIN",
    "Dictionary",
    "fill_frame",
    "find",
    "newest",
    "operation_frames",
    "pack_changes",
    "pack_operations",
    "pack_rows",
    "pack_verdicts",
    "unpack_changes",
    "unpack_operations",
    "unpack_rows",
    "unpack_verdicts",
]

_ANY = 1 << 40
_WINDOW = 1000
"""Operations whose ids are looked at together for one frame: more than 4 kB hold."""
_encode = msgspec.msgpack.Encoder().encode
Item = TypeVar("Item", Sealed, WireChange, WireRow, Verdict)


def pack_operations(operations: Sequence[Sealed], dictionary: Dictionary | None = None) -> bytes:
    """Operations in columns, by the newest dictionary where none is named; raises ValueError for odd numbers."""
    used = dictionary or newest()
    return _pack_operations(operations, _parts(operations), _ANY, used)[1]


def operation_frames(
    operations: Sequence[Sealed], limit: int, dictionary: Dictionary | None = None
) -> Iterator[tuple[int, bytes]]:
    """Operations in parts of at most `limit` bytes once packed (one that is longer stands alone).

    Gives how many operations each part holds, in order, and its bytes.
    """
    used = dictionary or newest()
    parts = _parts(operations)
    start = 0
    while start < len(operations):
        end = start + _WINDOW
        count, packed = _pack_operations(operations[start:end], parts[start:end], limit, used)
        yield count, packed
        start += count


def fill_frame(operations: Sequence[Sealed], limit: int, dictionary: Dictionary | None = None) -> int:
    """How many operations, from the first on, fit into `limit` bytes once packed: at least one."""
    return next((count for count, _ in operation_frames(operations[:_WINDOW], limit, dictionary)), 0)


def _parts(operations: Sequence[Sealed]) -> list[Split | None]:
    if not all(map(fits_operation, operations)):
        raise ValueError("an operation that columns cannot say")
    return [split(one.record) for one in operations]


def _pack_operations(
    operations: Sequence[Sealed], parts: Sequence[Split | None], limit: int, used: Dictionary
) -> tuple[int, bytes]:
    writer = Writer()
    machine = OperationMachine(writer, Store(used.prior), used.hints, parts)
    return _pack(operations, limit, used, (machine, writer))


def unpack_operations(data: bytes) -> list[Sealed]:
    """The operations of `pack_operations`, at most OPERATIONS_LIMIT; raises WireError."""
    return _unpack(data, OperationMachine, fits_operation, OPERATIONS_LIMIT)


def pack_changes(changes: Sequence[WireChange], dictionary: Dictionary | None = None) -> bytes:
    """Changes in columns; raises ValueError for numbers that no column can say (negative, 2^53 and more)."""
    if not all(map(fits_change, changes)):
        raise ValueError("a change that columns cannot say")
    used, writer = dictionary or newest(), Writer()
    machine = ChangeMachine(writer, Store(used.prior), used.hints, changes)
    return _pack(changes, _ANY, used, (machine, writer))[1]


def unpack_changes(data: bytes) -> list[WireChange]:
    """The changes of `pack_changes`; raises WireError."""
    return _unpack(data, ChangeMachine, fits_change)


def pack_rows(rows: Sequence[WireRow], dictionary: Dictionary | None = None) -> bytes:
    """Rows in columns; raises ValueError for numbers that no column can say (negative, 2^53 and more)."""
    if not all(map(fits_row, rows)):
        raise ValueError("a row that columns cannot say")
    used, writer = dictionary or newest(), Writer()
    machine = RowMachine(writer, Store(used.prior), used.hints)
    return _pack(rows, _ANY, used, (machine, writer))[1]


def unpack_rows(data: bytes) -> list[WireRow]:
    """The rows of `pack_rows`; raises WireError."""
    return _unpack(data, RowMachine, fits_row)


def pack_verdicts(verdicts: Sequence[Verdict], dictionary: Dictionary | None = None) -> bytes:
    """Verdicts in columns; raises ValueError for numbers that no column can say (negative, 2^53 and more)."""
    if not all(map(fits_verdict, verdicts)):
        raise ValueError("a verdict that columns cannot say")
    used, writer = dictionary or newest(), Writer()
    machine = VerdictMachine(writer, Store(used.prior), used.hints)
    return _pack(verdicts, _ANY, used, (machine, writer))[1]


def unpack_verdicts(data: bytes) -> list[Verdict]:
    """The verdicts of `pack_verdicts`; raises WireError."""
    return _unpack(data, VerdictMachine, fits_verdict)


def _pack(
    items: Sequence[Item], limit: int, used: Dictionary, machine: tuple[Machine[Item], Writer]
) -> tuple[int, bytes]:
    count, body = write_items(*machine, items, limit)
    return count, head(used.hash, check_of(_encode(one) for one in items[:count])) + body


def _unpack(
    data: bytes,
    made: Callable[[Coder, Store, Hints], Machine[Item]],
    fits: Callable[[Item], bool],
    most: int = UNPACKED_LIMIT,
) -> list[Item]:
    name, check, body = split_head(data)
    used = find(name)
    items = list(read_items(lambda reader: made(reader, Store(used.prior), used.hints), body, most))
    if not all(map(fits, items)) or check_of(_encode(one) for one in items) != check:
        raise WireError(WireCode.MALFORMED)
    return items
