"""Rows of a first copy in columns: in order of kind and id, so that ids are steps."""

from __future__ import annotations

from typing import Final

from sync.domain.canonical import NUMBER_LIMIT
from sync.protocol.column_frame import Hints, Machine
from sync.protocol.column_text import Told
from sync.protocol.column_values import join_fields, split_fields
from sync.protocol.messages import WireRow
from sync.protocol.range_coder import Coder
from sync.protocol.shares import Store

_Shape = tuple[int, bool, tuple[int, ...] | None]


class RowMachine(Machine[WireRow]):
    """Codes the rows of one frame; those to write must satisfy `fits`."""

    def __init__(self, coder: Coder, store: Store, hints: Hints) -> None:
        super().__init__(coder, store, hints)
        self._kind = 0
        self._shapes = store.place("row shape")

    def code(self, item: WireRow | None) -> tuple[WireRow, int]:
        """See Machine."""
        one = item or _NOTHING
        parts = split_fields(one.fields)
        keys = None if parts is None else tuple([key for key, _ in parts])
        shape = one.kind, one.row != one.dossier, keys
        kind, hangs, coded = self.columns.cached((self._shapes.at(self._kind),), shape, self._shape)
        self._kind = kind
        row, dossier = self.ids.pair(kind, hangs, one.row, one.dossier)
        if coded is None:
            fields = self.columns.raw("fields", one.fields)
        else:
            made = self.values.code(coded, parts or [], Told(kind, 0, dossier, row))
            fields = join_fields(made) if item is None else one.fields
        return WireRow(kind, row, dossier, fields), len(fields) + 1

    def _shape(self, shape: _Shape) -> _Shape:
        """A new shape, part by part."""
        kind, hangs, keys = shape
        columns = self.columns
        known = columns.store.place("row kind").at(self._kind)
        kind = columns.cached((known,), kind, lambda new: columns.number("any kind", new))
        hangs = columns.flag(("hangs", kind), hangs)
        if columns.flag("raw fields", keys is None):
            return kind, hangs, None
        return kind, hangs, self.values.presence(kind, keys or ())


_NOTHING: Final = WireRow(0, 0, 0, b"")


def fits(one: WireRow) -> bool:
    """Whether columns can say a row: its numbers are not negative and not too large."""
    return min(one.kind, one.row, one.dossier) >= 0 and max(one.kind, one.row, one.dossier) < NUMBER_LIMIT
