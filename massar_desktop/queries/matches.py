"""Whom a search found, in order, of whom no more are put in order than are asked for."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import overload


class Matches(Sequence[int]):
    """Row ids in order. `total` of them come from `following` as they are asked for.

    One letter finds 240,000 of 300,000 people, and a list shows some forty: to put all in order took longer than to
    find them. Not to be used by two threads at once.
    """

    def __init__(self, following: Iterable[int] = (), total: int = 0) -> None:
        self._ids, self._following, self._total = array("q"), iter(following), total

    @classmethod
    def of(cls, ids: array[int]) -> Matches:
        """All of them at once."""
        made = cls(total=len(ids))
        made._ids = ids
        return made

    def whole(self) -> array[int]:
        """Everybody, in order."""
        return self._up_to(self._total)

    def index(self, value: int, start: int = 0, stop: int | None = None) -> int:
        """The place of somebody; raises ValueError when she is not among them."""
        return self.whole().index(value, start, self._total if stop is None else stop)

    def __len__(self) -> int:
        return self._total

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> array[int]: ...
    def __getitem__(self, index: int | slice) -> int | array[int]:
        if isinstance(index, slice):
            _, end, step = index.indices(self._total)
            return (self._up_to(end) if step > 0 else self.whole())[index]
        return (self._up_to(index + 1) if index >= 0 else self.whole())[index]

    def __iter__(self) -> Iterator[int]:
        return iter(self.whole())

    def __contains__(self, value: object) -> bool:
        return value in self.whole()

    def _up_to(self, count: int) -> array[int]:
        missing = min(count, self._total) - len(self._ids)
        if missing > 0:
            self._ids.extend(islice(self._following, missing))
        return self._ids
