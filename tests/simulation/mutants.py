"""All planted bugs: the oracle must find every one of them within 2,000 seeds (sync.md 5)."""

from __future__ import annotations

from collections.abc import Sequence

from tests.simulation import mutants_of_academies, mutants_of_centres, mutants_of_offices, mutants_of_roads
from tests.simulation.planting import Mutant

MUTANTS: Sequence[Mutant] = [
    *mutants_of_offices.mutant.all,
    *mutants_of_centres.mutant.all,
    *mutants_of_roads.mutant.all,
    *mutants_of_academies.mutant.all,
]
