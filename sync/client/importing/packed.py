"""What an import holds of a long list until it is written, as bytes: its rows, and what each line adds to somebody.

As Python's objects 15,000 lines take 40 MB, a text of a name 70 bytes and an empty cell eight; packed they take three.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, overload

import msgspec

from sync.domain.acts.opening_situation import FACT_NAMES
from sync.domain.entities.employee import Employee
from sync.domain.fields import Value
from sync.domain.record import kind_of

Cell = str | int | float | bool | date
"""A cell's value; '' for an empty one. Spreadsheets give whole numbers as floats."""

_TOGETHER: Final = 128
"""Rows that are packed together: names and places of work come again in them."""
_QUICK: Final = 1
"""How hard zlib tries."""
_NAMES: Final = (*(field.name for field in kind_of(Employee).fields), *FACT_NAMES)
_NUMBERS: Final = {name: at for at, name in enumerate(_NAMES)}
_encode: Final = msgspec.msgpack.Encoder().encode
_decode: Final = msgspec.msgpack.Decoder().decode
_decode_facts: Final = msgspec.msgpack.Decoder(tuple[dict[int, Any], dict[int, Any]]).decode


class PackedRows(Sequence[list[Cell]]):
    """The rows of a sheet, line 1 first. They may differ in length; blank ones are empty, and none is at the end.

    Read in order they are unpacked once, some hundred at a time; what is read is the reader's own.
    """

    __slots__ = ("_blocks", "_count", "_last", "filled", "width")

    def __init__(self, rows: Iterable[list[Cell]]) -> None:
        self.filled = 0
        """How many rows hold something."""
        self.width = 0
        """The number of columns of the longest row."""
        self._blocks: list[bytes] = []
        self._count = 0
        self._last: tuple[int, list[list[Cell]]] = (-1, [])
        waiting: list[list[Cell]] = []
        blank = 0
        for row in rows:
            if not row:
                blank += 1  # perhaps at the end
                continue
            while blank:
                waiting.append([])
                blank -= 1
                self._pack_full(waiting)
            waiting.append(row)
            self.filled += 1
            self.width = max(self.width, len(row))
            self._pack_full(waiting)
        self._pack(waiting)

    def __len__(self) -> int:
        """How many lines there are."""
        return self._count

    @overload
    def __getitem__(self, at: int) -> list[Cell]: ...
    @overload
    def __getitem__(self, at: slice) -> list[list[Cell]]: ...
    def __getitem__(self, at: int | slice) -> list[Cell] | list[list[Cell]]:
        """A row, or some of them; raises IndexError."""
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(self._count))]
        if not -self._count <= at < self._count:
            raise IndexError(at)
        block, row = divmod(at % self._count, _TOGETHER)
        number, rows = self._last
        if number != block:
            rows = self._unpacked(block)
            self._last = (block, rows)  # at once: threads read one sheet
        return list(rows[row])

    def __iter__(self) -> Iterator[list[Cell]]:
        """All rows."""
        for block in range(len(self._blocks)):
            yield from self._unpacked(block)

    def _pack_full(self, waiting: list[list[Cell]]) -> None:
        if len(waiting) == _TOGETHER:
            self._pack(waiting)
            waiting.clear()

    def _pack(self, rows: list[list[Cell]]) -> None:
        if rows:
            self._count += len(rows)
            self._blocks.append(zlib.compress(_encode([list(map(_packed, row)) for row in rows]), _QUICK))

    def _unpacked(self, block: int) -> list[list[Cell]]:
        rows: list[list[Any]] = _decode(zlib.decompress(self._blocks[block]))
        return [list(map(_unpacked, row)) for row in rows]


def _packed(cell: Cell) -> object:
    """A day is a list of its number: no other cell is a list, and no text is taken for a day."""
    return [cell.toordinal()] if type(cell) is date else cell


def _unpacked(cell: Any) -> Cell:  # noqa: ANN401  # what was packed
    found: Cell = date.fromordinal(cell[0]) if type(cell) is list else cell
    return found


def pack_facts(fields: Mapping[str, Value], opening: Mapping[str, Value]) -> bytes:
    """Fields of a person and facts of her opening act, in their order."""
    return _encode([{_NUMBERS[name]: value for name, value in some.items()} for some in (fields, opening)])


def unpack_facts(data: bytes) -> tuple[dict[str, Value], dict[str, Value]]:
    """The fields and the facts that `pack_facts` was given."""
    fields, opening = _decode_facts(data)
    return {_NAMES[at]: value for at, value in fields.items()}, {_NAMES[at]: value for at, value in opening.items()}
