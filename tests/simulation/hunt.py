"""The hunt for a planted bug: seeds are run until the oracle finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from tests.simulation.planting import Mutant
from tests.simulation.reference import Violation


class Kill(NamedTuple):
    """By which seed a planted bug was found, and by which rule of sync.md."""

    seed: int
    rule: str


def hunt(mutant: Mutant, seeds: Iterable[int], run: Callable[[int], Sequence[Violation]]) -> Kill | None:
    """The first of some seeds whose run finds something while the bug is planted; None when none does.

    RuntimeError when the bug does not fit the product any more: that would be a kill of the wrong kind.
    """
    with mutant.planted():
        for seed in seeds:
            found = run(seed)
            if any("TypeError" in one.text or "AttributeError" in one.text for one in found):
                raise RuntimeError(f"{mutant.name} does not fit the product any more: {found}")
            if found:
                return Kill(seed, found[0].rule)
    return None
