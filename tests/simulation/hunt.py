"""The hunt for a planted bug: seeds are run until the oracle finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tests.simulation.mutants import Mutant


def hunt(mutant: Mutant, seeds: Iterable[int], run: Callable[[int], Sequence[tuple[str, str]]]) -> int | None:
    """The first of some seeds whose run finds something while the bug is planted; None when none does.

    RuntimeError when the bug does not fit the product any more: that would be a kill of the wrong kind.
    """
    with mutant.planted():
        for seed in seeds:
            found = run(seed)
            if any("TypeError" in text or "AttributeError" in text for _, text in found):
                raise RuntimeError(f"{mutant.name} does not fit the product any more: {found}")
            if found:
                return seed
    return None
